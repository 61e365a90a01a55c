"""Texts of others on our pages: cleaned for the eye, kept as they were, linked only where a link is safe."""

from __future__ import annotations

import pytest

from reconcile.report.moments import Wall, zone_of
from reconcile.report.runs import address, clean, language, said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("9\u200b5 dead", "9⟨U+200B⟩5 dead"),
        ("Oru \u202e52", "Oru ⟨U+202E⟩52"),
        ("a\x00b", "a␀b"),
        ("\x1b[31mred", "␛[31mred"),
        ("x\x7fy\x85z", "x␡y⟨U+0085⟩z"),
        ("\ud800", "\ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("two\r\nlines", "two \nlines"),
    ],
)
def test_hidden_characters_are_made_visible(text: str, shown: str) -> None:
    """What would hide, reorder or overwrite other characters is shown as what it is; joiners stay."""
    assert clean(text) == shown


def test_the_stored_text_travels_along() -> None:
    """Where cleaning changed something, the stored text is kept beside what is shown."""
    assert said("9\u200b5").raw == "9\u200b5"
    assert said("95").raw is None


def test_a_text_without_end_is_cut() -> None:
    """A text of 100,000 characters is cut on the page and says how long it is."""
    told = said("a" * 100_000)
    assert told.text == "a" * 2000 + "… (100,000 characters)"
    assert told.raw is None
    assert said("a" * 5000).raw == "a" * 5000


@pytest.mark.parametrize("url", ["http://example.org", "https://example.org/a?b=1#c", "https://example.org:8080/"])
def test_plain_addresses_become_links(url: str) -> None:
    """http and https with a plain host are linked."""
    assert address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "//elsewhere.example/",
        "https://user:secret@example.org/",
        "https://example.org/<b>",
        'https://example.org/" onclick="x',
        "https://\u0430pple.example/",
        "https://example.org/\u202egpj.exe",
        "http://[::1",
        "https://example.org:99999999/",
        "ftp://example.org/",
        "file:///etc/hosts",
        "https://",
        "https://example.org/" + "a" * 3000,
        "",
    ],
)
def test_other_addresses_stay_text(url: str) -> None:
    """Anything but a plain http or https address is shown as text."""
    assert address(url) is None


@pytest.mark.parametrize(
    ("lang", "kept"), [("en", "en"), ("pt-BR", "pt-BR"), ('en" x="', None), ("", None), (None, None)]
)
def test_only_language_tags_reach_the_page(lang: str | None, kept: str | None) -> None:
    """A language is printed only in the shape of a language tag."""
    assert language(lang) == kept


@pytest.mark.parametrize(
    ("zone", "stamp", "words"),
    [
        ("UTC", "2031-06-08T23:10:00+00:00", "8 June 2031, 23:10 UTC"),
        ("UTC", "2031-06-08T23:10:00Z", "8 June 2031, 23:10 UTC"),
        ("Asia/Kabul", "2031-06-08T23:10:00Z", "9 June 2031, 03:40 UTC+4:30"),
        ("Europe/Oslo", "2031-01-08T23:10:00Z", "9 January 2031, 00:10 CET"),
        ("UTC", "2031-06-08", "8 June 2031"),
        ("UTC", "2031-06-08T23:10:00", "8 June 2031, 23:10 (time zone not stated)"),
        ("UTC", "last Tuesday", "last Tuesday"),
        ("No/Where", "2031-06-08T23:10:00Z", "8 June 2031, 23:10 UTC"),
    ],
)
def test_times_are_told_in_the_newsroom_s_zone(zone: str, stamp: str, words: str) -> None:
    """A moment is told in the newsroom's zone with the zone named, never finer than it was stored."""
    assert Wall(zone_of(zone)).words(stamp) == words


@pytest.mark.parametrize(
    ("stamp", "after", "words"),
    [
        ("2031-06-08T21:40:00Z", "2031-06-08T09:00:00Z", "21:40"),
        ("2031-06-08T21:40:00Z", "2031-06-08", "21:40"),
        ("2031-06-08T21:40:00Z", "2031-06-07", "8 Jun 2031"),
        ("2031-06-08T21:40:00Z", None, "8 Jun 2031"),
        ("2031-06-08", "2031-06-08T09:00:00Z", "8 Jun 2031"),
    ],
)
def test_an_hour_stands_alone_only_for_the_same_day(stamp: str, after: str | None, words: str) -> None:
    """When a figure was replaced: the hour where the former one was given on that day, else the day."""
    assert Wall(zone_of("UTC")).time_or_day(stamp, after) == words
