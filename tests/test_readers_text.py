"""Plain text: which bytes are taken, how a file falls into articles, and what a text says about itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.errors import UsageProblem
from reconcile.model import Document
from reconcile.readers import ReadOptions, Rejected, is_read, read
from reconcile.readers.plain import split_articles

QUARRY = """Three quarry workers die in Osmar landslide

A digger above the quarry. (Photo: Lena Voss)
Updated 3 March 2021

Three quarry workers die in Osmar landslide

  • Search called off at dusk

OSMAR: Three workers were killed when a slope gave way on Tuesday, the mine inspectorate said.
"""
FERRY = """Ferry with 46 aboard runs aground

Published: 5 March 2021

Ferry with 46 aboard runs aground

PORT AMSEL: None of the 46 riders was hurt, according to the operator.

© 2021 The Coast Herald
"""
PLAIN = "Two trains met on a single track near Halm. At least six people were hurt, the railway said.\n"


def take(folder: Path, data: str | bytes, options: ReadOptions | None = None) -> list[Document | Rejected]:
    """What the reader makes of a file with these contents."""
    path = folder / "story.txt"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read(path, options or ReadOptions()))


def documents(found: list[Document | Rejected]) -> list[Document]:
    """The documents alone; a rejected input fails the test."""
    assert [item for item in found if isinstance(item, Rejected)] == []
    return [item for item in found if isinstance(item, Document)]


def test_a_file_with_two_articles_is_two_documents(tmp_path: Path) -> None:
    """Each article begins at the title that its "Updated" or "Published" line is followed by once more."""
    first, second = documents(take(tmp_path, QUARRY + FERRY))
    assert (first.title, first.published, first.outlet) == (QUARRY.splitlines()[0], "2021-03-03", None)
    assert (second.title, second.published, second.outlet) == (
        "Ferry with 46 aboard runs aground",
        "2021-03-05",
        "The Coast Herald",
    )
    assert (first.text, second.text) == (QUARRY, FERRY)


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        (PLAIN, 1),
        (QUARRY, 1),
        (QUARRY + "\n\n" + FERRY, 2),
        (QUARRY + FERRY + QUARRY.replace("Three", "Four"), 3),
        ("\n\n" + QUARRY + FERRY, 2),
        (PLAIN + "\n" + QUARRY, 2),
        (QUARRY.replace("\n", "\r\n") + FERRY, 2),
        (PLAIN + "Updated guidance was issued on Monday.\n" + PLAIN, 1),
        (QUARRY.replace("3 March 2021", "yesterday"), 1),
    ],
)
def test_the_slices_are_the_file(text: str, articles: int) -> None:
    """Cutting a file into articles loses and changes no character."""
    slices = split_articles(text)
    assert "".join(slices) == text
    assert len(slices) == articles


def test_one_keeps_a_file_whole(tmp_path: Path) -> None:
    """With `one` the whole file is one article."""
    (only,) = documents(take(tmp_path, QUARRY + FERRY, ReadOptions(one=True)))
    assert only.text == QUARRY + FERRY


@pytest.mark.parametrize("given", [{"title": "Two stories"}, {"url": "https://news.example/1"}])
def test_one_title_does_not_fit_two_articles(tmp_path: Path, given: dict[str, str]) -> None:
    """A title or an address for a file that holds two articles is refused."""
    (found,) = take(tmp_path, QUARRY + FERRY, ReadOptions(**given))  # type: ignore[arg-type]
    assert isinstance(found, Rejected)
    assert "holds 2 articles" in found.reason


def test_the_users_words_win(tmp_path: Path) -> None:
    """Title, outlet, address, date and language as the user gives them stand above those of the text."""
    options = ReadOptions(
        title="Landslide", outlet="Osmar Daily", url="https://o.example/1", published="4 March 2021", lang="en-GB"
    )
    (found,) = documents(take(tmp_path, QUARRY, options))
    assert (found.title, found.outlet, found.url) == ("Landslide", "Osmar Daily", "https://o.example/1")
    assert (found.published, found.lang) == ("2021-03-04", "en-GB")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Updated 3 March 2021", "2021-03-03"),
        ("Updated: March 3, 2021", "2021-03-03"),
        ("Published 3 March 2021", "2021-03-03"),
        ("Published on 3 March 2021", "2021-03-03"),
        ("Last updated 3 Mar 2021", "2021-03-03"),
        ("Updated March 3, 2021 | Halm", "2021-03-03"),
        ("Updated 3 March 2021, by our newsroom", "2021-03-03"),
        ("Published 2 March 2021\nUpdated 3 March 2021", "2021-03-02"),
        ("Updated 2021-03-03", "2021-03-03"),
        ("Updated twice a day", None),
        ("OSMAR, 3 March 2021 (Coast Wire) — Three workers were killed.", "2021-03-03"),
        ("OSMAR, March 3, 2021 - Three workers were killed.", "2021-03-03"),
        ("OSMAR, March 3 (Coast Wire) — Three workers were killed.", None),
        ("3 March 2021", "2021-03-03"),
        ("Wednesday, March 3, 2021 at 9:30 am", "2021-03-03"),
        ("By Ann Roe, 3 March 2021", "2021-03-03"),
        ("By Ann Roe | Osmar Daily | 3 March 2021, 14:10", "2021-03-03"),
        ("Coast Herald / 3 March 2021\nUpdated 4 March 2021", "2021-03-04"),
        ("The inquest will open on 3 March 2021", None),
        ("Closed since 3 March 2021", None),
        ("3 March", None),
    ],
)
def test_the_date_comes_from_a_line_near_the_top(tmp_path: Path, line: str, published: str | None) -> None:
    """ "Updated", "Published" or a dateline with its year date an article; what is no date does not."""
    (found,) = documents(take(tmp_path, f"Landslide kills three\n\n{line}\n\nThe slope gave way, the mayor said.\n"))
    assert found.published == published


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Coast Herald / 3 March 2021", "Coast Herald"),
        ("The Halm Gazette | March 3, 2021", "The Halm Gazette"),
        ("Osmar Daily, 3 March 2021", "Osmar Daily"),
        ("By Ann Roe | Osmar Daily | 3 March 2021", "Osmar Daily"),
        ("Ann Roe, 3 March 2021", None),
        ("New Halm, 3 March 2021", None),
        ("By Ann Post, 3 March 2021", None),
        ("He left the Osmar Daily, 3 March 2021", None),
        ("3 March 2021", None),
    ],
)
def test_the_outlet_may_stand_beside_the_date(tmp_path: Path, line: str, outlet: str | None) -> None:
    """A first line with the name of a paper and a date names the outlet; an author or a town does not."""
    (found,) = documents(take(tmp_path, f"Landslide kills three\n{line}\n\nThe slope gave way, the mayor said.\n"))
    assert found.outlet == outlet


@pytest.mark.parametrize(
    ("last", "outlet"),
    [
        ("© 2021 The Coast Herald", "The Coast Herald"),
        ("Copyright 2021 Osmar Daily. All rights reserved.", "Osmar Daily"),
        ("This article first appeared in The Halm Gazette.", "The Halm Gazette"),
        ("Get The Halm Gazette stories sent directly to you!", "The Halm Gazette"),
        ("Follow Osmar Daily on Mastodon", "Osmar Daily"),
        ("A study published in Soil Letters had warned of it.", None),
        ("He told Osmar Daily that he had warned of it.", None),
    ],
)
def test_the_outlet_comes_from_the_last_lines(tmp_path: Path, last: str, outlet: str | None) -> None:
    """A copyright line or a call to subscribe names the outlet; a paper that is merely mentioned is none."""
    (found,) = documents(take(tmp_path, f"Landslide kills three\n\nThe slope gave way, the mayor said.\n\n{last}\n"))
    assert found.outlet == outlet


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Landslide kills three\n\nThe slope gave way.\n", "Landslide kills three"),
        ("Did the slope give way?\n\nNobody knows.\n", "Did the slope give way?"),
        ("The slope gave way, the mayor said.\n\nThree died.\n", None),
        (PLAIN, None),
    ],
)
def test_the_title_is_a_first_line_that_is_no_sentence(tmp_path: Path, text: str, title: str | None) -> None:
    """A first line that ends like a sentence is text."""
    (found,) = documents(take(tmp_path, text))
    assert found.title == title


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode("utf-8"),
        b"\xef\xbb\xbf" + PLAIN.encode("utf-8"),
        b"\xff\xfe" + PLAIN.encode("utf-16-le"),
        b"\xfe\xff" + PLAIN.encode("utf-16-be"),
    ],
)
def test_encodings_with_a_mark_are_read(tmp_path: Path, data: bytes) -> None:
    """UTF-8 with and without its mark and UTF-16 with it give the same text, without the mark."""
    (found,) = documents(take(tmp_path, data))
    assert found.text == PLAIN


@pytest.mark.parametrize("text", ["  \ttwo\r\n\r\nlines  \n\n", "\n\nOnly words\u00a0here", "a\fb"])
def test_nothing_is_stripped(tmp_path: Path, text: str) -> None:
    """Blank lines, line ends and outer blanks stay as they came."""
    (found,) = documents(take(tmp_path, text))
    assert found.text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text: NUL byte"),
        (b"caf\xe9 fire kills two", "not UTF-8 (byte 3); save it as UTF-8"),
        (b"\xff\xfea", "not UTF-16"),
        (b"fire\x1b[31m kills two", "not a text: control character U+001B at character 4"),
    ],
)
def test_what_is_no_text_is_refused_with_one_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    """Empty, binary and wrongly encoded files come back with their name and one line."""
    (found,) = take(tmp_path, data)
    assert isinstance(found, Rejected)
    assert found.reason.startswith(reason)
    assert found.where == str(tmp_path / "story.txt")
    assert "\n" not in str(found)


GERMAN = (
    "Bei einem Erdrutsch in der Nähe von Osmar sind am Dienstag drei Arbeiter ums Leben gekommen, wie die "
    "Behörde mitteilte. Die Suche nach den Vermissten wurde am Abend wegen der Dunkelheit nicht fortgesetzt."
)
RUSSIAN = "Три рабочих погибли во вторник при оползне, сообщило ведомство."
ENGLISH = (
    "Three workers were killed on Tuesday when a slope above the quarry gave way, the mine inspectorate said. "
    "The search for the others was called off at dusk and will go on in the morning."
)


@pytest.mark.parametrize(
    ("text", "lang", "unread"),
    [
        (ENGLISH, "en", False),
        (GERMAN, "de", True),
        (RUSSIAN, "ru", True),
        ("Three killed in landslide", None, False),
        ("٢٠١٩-١١-٢٢ 25", None, False),
        ("At least 25 were hurt at %2e%2e%2f, said %2e%2e%2f. " * 5, "en", False),
    ],
)
def test_another_language_is_stored_and_told(tmp_path: Path, text: str, lang: str | None, unread: bool) -> None:
    """Only English is read for claims; another language is stored, marked and told."""
    path = tmp_path / "story.txt"
    path.write_text(text, encoding="utf-8")
    told: list[str] = []
    (found,) = documents(list(read(path, ReadOptions(), told.append)))
    assert found.lang == lang
    assert is_read(found) is not unread
    assert [line for line in told if "not read for claims" in line] == told
    assert len(told) == unread


def test_a_folder_is_its_known_files_in_order(tmp_path: Path) -> None:
    """A folder gives the articles of its files by name; a file of an unknown kind is told, not dropped."""
    for name in ("b.txt", "a.txt", "c.docx"):
        (tmp_path / name).write_text(f"Landslide story {name}", encoding="utf-8")
    told: list[str] = []
    found = documents(list(read(tmp_path, ReadOptions(), told.append)))
    assert [each.text for each in found] == ["Landslide story a.txt", "Landslide story b.txt"]
    assert told == [f"{tmp_path / 'c.docx'}: not read, since its ending is not known"]


def test_what_does_not_open_in_a_folder_keeps_no_other_back(tmp_path: Path) -> None:
    """A link that leads nowhere is rejected, a linked folder is told, hidden folders are left out, the rest is read."""
    (tmp_path / ".old").mkdir()
    (tmp_path / ".old" / "b.txt").write_text("Four died.\n", encoding="utf-8")
    (tmp_path / "a.txt").symlink_to("nowhere.txt")
    (tmp_path / "more").symlink_to(tmp_path / ".old")
    (tmp_path / "c.txt").write_text("Seven died.\n", encoding="utf-8")
    told: list[str] = []
    rejected, read_one = read(tmp_path, ReadOptions(), told.append)
    assert rejected == Rejected(f"{tmp_path}/a.txt", "no such file")
    assert isinstance(read_one, Document)
    assert read_one.text == "Seven died.\n"
    assert told == [f"{tmp_path}/more: not read, since it is no file"]


@pytest.mark.parametrize(
    ("source", "options", "words"),
    [
        ("nowhere.txt", ReadOptions(), "no such file"),
        ("https://news.example/1", ReadOptions(), "addresses cannot be fetched"),
        (".", ReadOptions(published="soon"), "date|soon"),
        (".", ReadOptions(kind="docx"), "no reader for 'docx'"),
    ],
)
def test_wrong_words_of_the_user_stop_at_once(source: str, options: ReadOptions, words: str) -> None:
    """A path that does not exist and an option that cannot be right are the user's, not the input's."""
    with pytest.raises(UsageProblem, match=words):
        read(source, options)
