"""Cards, timeline and passages of a page: quotations are marked exactly, what is withdrawn stays."""

from __future__ import annotations

from dataclasses import replace

from report_cases import many_accounts, small_site, states, struck_through
from report_ferry import BULLET, DOCTOR, GAZETTE, ferry, listed
from report_pages import Page, html_of, page_of, sheet_of, words_of

from reconcile.model import (
    Document,
)
from reconcile.report.passages import AROUND, quote, readings
from reconcile.report.site import files
from reconcile.report.timeline import timeline
from reconcile.report.views import SiteData, SourceNote


def test_seven_accounts_leave_cards_for_the_extremes_and_a_table() -> None:
    """Up to six accounts each have a card; of more the extremes have one and the rest stand in a table."""
    assert html_of(states()["shapes"]).count('<article class="card ') == 6
    html = html_of(many_accounts(7))
    assert html.count('<article class="card ') == 4
    assert html.count('<table class="others">') == 1
    assert {"account-a", "account-g"} <= set(Page(html).ids)


def test_the_timeline_tells_what_is_not_stated() -> None:
    """A statement without a time is hollow and stands with the document that printed it."""
    moments = timeline(sheet_of(ferry()))
    hollow = [moment for moment in moments if moment.hollow]
    assert [moment.when for moment in hollow] == ["Time not stated, printed Sun 8 June 2031, 06:30 UTC"]
    assert moments[0].when == "7 June 2031"
    assert [moment.when for moment in moments][-2:] == ["Mon 9 June 2031", "Mon 9 June 2031, 11:00 UTC"]


def test_quotations_are_marked_exactly() -> None:
    """The marked words are the stored quotation, character by character, in their context."""
    told = quote(BULLET, GAZETTE)
    assert told is not None
    assert [run.text for run in told.line if run.style == "mark"] == ["killed 25"]
    assert words_of(told.line) == "• Union says blaze that killed 25 began in the engine room"


def test_context_is_cut_at_words_and_paragraphs() -> None:
    """Context never reaches into the next paragraph nor beyond 90 characters."""
    text = "First paragraph.\n" + "word " * 60 + "twelve dead" + " word" * 60 + "\nLast."
    document = Document(id="d1-long", text=text)
    start = text.index("twelve")
    claim = replace(BULLET, quote="twelve dead", span=replace(BULLET.span, start=start, end=start + 11))  # type: ignore[type-var]
    told = words_of(quote(claim, document).line)  # type: ignore[union-attr]
    assert told.startswith("…word ")
    assert told.endswith(" word…")
    assert len(told) <= 2 * AROUND + 13


def test_a_quotation_that_is_not_in_the_text_is_said_to_be_missing() -> None:
    """Where the stored text does not hold the quotation at its place, the page says so instead of guessing."""
    dossier = ferry()
    moved = {**dossier.documents, GAZETTE.id: replace(GAZETTE, text="Another text altogether.")}
    text = page_of(replace(dossier, documents=moved)).text
    assert "6 quotations not found where they should stand." in text


def test_passages_carry_the_letters_of_their_accounts() -> None:
    """Every paragraph that is used stands once, in its order, with the letters of the accounts that rest on it."""
    first, *_ = readings(sheet_of(ferry()))
    told = [(one.number, [tag.letter for tag in one.tags], one.skipped) for one in first.paragraphs]
    assert told == [
        ("¶ 1", ["D"], ""),
        ("¶ 2", [], ""),
        ("¶ 3", ["A"], ""),
        ("", [], "One paragraph left out"),
        ("¶ 5", ["B", "A1"], ""),
        ("¶ 6", ["C"], ""),
    ]


def test_withdrawn_and_corrected_claims_stay_struck_through() -> None:
    """Nothing disappears: the former figure is struck, with who did it, when and why."""
    html = html_of(struck_through())
    text = Page(html).text
    assert "<s><bdi>6</bdi></s>" in html
    assert "<s><bdi>40</bdi></s>" in html
    assert "Corrected 9 June 2031, 10:00 UTC by J. Quill: Misread at first" in text
    assert "Withdrawn 9 June 2031, 10:30 UTC by J. Quill: Wrong ship" in text
    assert "1 claim withdrawn and 1 claim corrected." in text


def test_part_and_whole_share_a_page() -> None:
    """A question that counts a part stands on the page of its whole, its accounts numbered apart."""
    text = page_of(ferry()).text
    assert "A part of the total" in text
    assert "How many of the passengers killed on the ferry Tessaly were children?" in text
    assert "A1" in text


def test_a_private_name_gives_way_to_its_public_label_everywhere() -> None:
    """Where the desk has put down a public label, the private name is in no file of the site."""
    assert DOCTOR.source is not None
    for name, content in files(small_site()):
        assert "Inna Vesk" not in content.decode(), name
    listed_one = replace(listed(), note=SourceNote(label="a nurse"))
    for name, content in files(SiteData(listed=(listed_one,))):
        assert "St Osk" not in content.decode(), name


def test_a_listed_question_shows_its_quotation_source_and_outlet() -> None:
    """A question with one claim has no page; the index shows what there is."""
    nurse = replace(listed(), note=SourceNote(label="a nurse"))
    index = Page(dict(files(replace(small_site(), listed=(nurse,))))["index.html"].decode())
    for words in ("How many people were injured", "We treated 40.", "a nurse", "phone, 23:10"):
        assert words in index.text
    assert "q1-ferryinjured.html" not in index.links
