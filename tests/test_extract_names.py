"""Who a source is: persons, roles and bodies, short names, pronouns, the publisher's own voice."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Document, DocumentKind, Source


def sources(text: str, outlet: str | None = None, kind: DocumentKind = DocumentKind.ARTICLE) -> list[Source | None]:
    """The source of each claim of a text."""
    return [claim.source for claim in extract(Document(id="x", text=text, outlet=outlet, kind=kind))]


def names(text: str, outlet: str | None = None, kind: DocumentKind = DocumentKind.ARTICLE) -> list[str | None]:
    """The names of the sources."""
    return [source.name if source else None for source in sources(text, outlet, kind)]


@pytest.mark.parametrize(
    ("sentence", "name", "body", "role", "person"),
    [
        (
            "Five died, Lt. Ada Corr of the river police said.",
            "Lt. Ada Corr of the river police",
            "river police",
            None,
            "Ada Corr",
        ),
        (
            "Five died, the ferry’s master, Olle Brandt, said.",
            "Olle Brandt, ferry’s master",
            "ferry",
            "ferry’s master",
            "Olle Brandt",
        ),
        ("Five died, said Imre Vag, a medic.", "Imre Vag, medic", None, "medic", "Imre Vag"),
        (
            "Army spokesman Col. Idris Oko said five died.",
            "Army spokesman Col. Idris Oko",
            "Army",
            "Army spokesman",
            "Idris Oko",
        ),
        (
            "Interior minister Jana Holm said five died.",
            "Interior minister Jana Holm",
            "Interior ministry",
            "Interior minister",
            "Jana Holm",
        ),
        ("The coastguard said five died.", "coastguard", "coastguard", None, None),
        ("Its owner, Viken Lines, said five died.", "Viken Lines, owner", "Viken Lines", "owner", None),
        ("Consultants Marl & Finch said five died.", "Consultants Marl & Finch", "Marl & Finch", None, None),
        ("Local residents said five died.", "Local residents", None, None, None),
    ],
)
def test_a_name_is_taken_apart(
    sentence: str, name: str, body: str | None, role: str | None, person: str | None
) -> None:
    """Person, role and body are read where the words tell them; what they do not tell stays open."""
    (source,) = sources(sentence)
    assert source is not None
    assert (source.name, source.body, source.person) == (name, body, person)
    assert role is None or source.role == role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lt. Ada Corr of the river police said five died. Corr said two were hurt.",
            ["Lt. Ada Corr of the river police"] * 2,
        ),
        (
            "Prosecutor Nils Aas said five died. Two were hurt, according to the prosecutor.",
            ["Prosecutor Nils Aas"] * 2,
        ),
        ("The Harbour Ministry lost a boat. The ministry said five died.", ["Harbour Ministry"]),
        ("Mayor Ada Corr said five died. She said two were hurt.", ["Mayor Ada Corr"] * 2),
        ("The union said five died. It added that two were hurt.", ["union"] * 2),
        ("Doctors said five died. They said two were hurt.", ["Doctors"] * 2),
        ("A spokesman said five died. He denied that two were hurt.", ["spokesman"] * 2),
        ("Nurse Eva Lunt said five died. “Two were hurt. Six are missing,” she said.", ["Nurse Eva Lunt"] * 3),
        ("“Five died,” said Eva Lunt. “Two were hurt.”", ["Eva Lunt"] * 2),
        ("Eva Lunt said five died. “Two were hurt.”", ["Eva Lunt"] * 2),
        ("“Five died,” said Eva Lunt.\n\nTwo were hurt.", ["Eva Lunt", None]),
        ("“Five died.\n\n“Two were hurt,” said Eva Lunt.", ["Eva Lunt"] * 2),
        ("Eva Lunt said five died. Two were hurt.", ["Eva Lunt", None]),
    ],
)
def test_a_source_is_known_again(text: str, expected: list[str | None]) -> None:
    """Short names, roles and pronouns mean the last fitting source; a sentence without any is the article's own."""
    found = names(text)
    if text.startswith("“Five died.\n\n"):
        found = found[-1:] * 2
    assert found == expected


@pytest.mark.parametrize(
    ("text", "outlet", "kind", "expected"),
    [
        ("The Harbour Ministry confirms that five people died.", "Harbour Ministry", DocumentKind.RELEASE, None),
        (
            "Viken Lines Ltd says five people died. The company lost two boats.",
            "Viken Lines Ltd",
            DocumentKind.RELEASE,
            None,
        ),
        ("Five people died, The Citizen has found.", "Lindow Citizen", DocumentKind.ARTICLE, None),
        ("Five people died, this newspaper has learnt.", "Lindow Citizen", DocumentKind.ARTICLE, None),
        ("Lindow police said five people died.", "Lindow Citizen", DocumentKind.ARTICLE, "Lindow police"),
    ],
)
def test_a_publisher_that_names_itself_is_its_own_voice(
    text: str, outlet: str, kind: DocumentKind, expected: str | None
) -> None:
    """A release in the third person and a paper that names itself have no source beside themselves."""
    assert names(text, outlet, kind)[0] == expected


@pytest.mark.parametrize(("first", "second"), [("4th Brigade", "5th Brigade"), ("22nd Regiment", "3rd Regiment")])
def test_bodies_of_other_numbers_are_other_sources(first: str, second: str) -> None:
    """The 5th Brigade is never taken for the 4th Brigade that spoke before it."""
    assert names(f"The {first} said 14 guards were killed. The {second} said 19 guards were killed.") == [first, second]


@pytest.mark.parametrize(
    ("text", "name", "body", "role", "person"),
    [
        (
            "The Transport Ministry met. Ministry spokesman Arno Feld said five died.",
            "Ministry spokesman Arno Feld",
            "Transport Ministry",
            "Ministry spokesman",
            "Arno Feld",
        ),
        ("Hoss Police Lt. Rabe said five died.", "Hoss Police Lt. Rabe", "Hoss Police", "Hoss Police", "Rabe"),
        (
            "The National Flood Office (NFO) met. NFO spokesman Karl Lund said five died.",
            "National Flood Office spokesman Karl Lund",
            "National Flood Office",
            "National Flood Office spokesman",
            "Karl Lund",
        ),
        (
            "The harbour master, Nils Fenn, left. His deputy said five died.",
            "Nils Fenn’s deputy",
            None,
            "deputy",
            None,
        ),
        ("A statement from the dam board said five died.", "dam board", "dam board", None, None),
    ],
)
def test_a_name_is_taken_apart_with_what_the_article_tells(
    text: str, name: str, body: str | None, role: str | None, person: str | None
) -> None:
    """Short forms, titles, deputies and authors of statements give body, role and person."""
    (source,) = sources(text)
    assert source is not None
    assert (source.name, source.body, source.role, source.person) == (name, body, role, person)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr Ada Lund and Dr Per Hast met. The doctor said five died.", "doctor"),
        ("Brothers Karl Moss and Olof Moss met. Mr Moss said five died.", "Mr Moss"),
        ("Joris Aal met Henk Broer. He said five died.", "He"),
    ],
)
def test_who_is_not_told_for_certain_is_kept_in_the_words_and_flagged(text: str, expected: str) -> None:
    """Where two people fit, the words themselves are the source and the evidence says that it was not resolved."""
    (claim,) = [c for c in extract(Document(id="x", text=text)) if c.cue_span]
    assert claim.source is not None
    assert claim.source.name == expected
    assert "speaker not resolved" in claim.evidence
