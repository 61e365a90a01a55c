"""The shape of an article: sections, sentences, quotations, datelines and credits."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.extract.words.text import lay_out
from reconcile.model import Document, Section

ARTICLE = """Bridge falls into the Orla

A crane lifts a beam at the site. (Handout)
Updated 3 June 2021

Bridge falls into the Orla

  • Eleven cars were on it
  • Mayor promises an inquiry

LINDOW (QPA) — The Holm bridge fell on Wednesday, Dr. Ines Pohl said. “It went at once. Nobody had a chance,” she said.

Nine people are missing."""


def sentences(text: str, **about: str) -> list[tuple[Section, str]]:
    """Section and words of each sentence."""
    return [(s.section, text[s.start : s.end]) for s in lay_out(Document(id="x", text=text, **about)).sentences]  # type: ignore[arg-type]


def test_an_article_is_cut_into_its_sections() -> None:
    """Title, caption, stamp, bullets and body are told apart; datelines and bullets are no part of a sentence."""
    assert sentences(ARTICLE) == [
        (Section.HEADLINE, "Bridge falls into the Orla"),
        (Section.CAPTION, "A crane lifts a beam at the site."),
        (Section.CAPTION, "(Handout)"),
        (Section.HEADLINE, "Bridge falls into the Orla"),
        (Section.BULLET, "Eleven cars were on it"),
        (Section.BULLET, "Mayor promises an inquiry"),
        (Section.BODY, "The Holm bridge fell on Wednesday, Dr. Ines Pohl said."),
        (Section.BODY, "“It went at once."),
        (Section.BODY, "Nobody had a chance,” she said."),
        (Section.BODY, "Nine people are missing."),
    ]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("LINDOW (QPA) — It fell.", "QPA"),
        ("LINDOW, June 3 (Quay Press) - It fell.", "Quay Press"),
        ("Lindow (AFP) - It fell.", "AFP"),
        ("LINDOW: It fell.", None),
        ("LINDOW – It fell.", None),
        ("It fell.\n\nReuters", "Reuters"),
        ("It fell (again) — twice.", None),
    ],
)
def test_the_agency_of_a_dateline_is_read(text: str, agency: str | None) -> None:
    """The name in brackets behind the place, or alone on the last line, is the credit."""
    assert lay_out(Document(id="x", text=text)).agency == agency


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He saw Lt. Gen. A. B. Corr at 5 p.m. The gate was shut.", 2),
        ("The U.S. embassy shut. It was late.", 2),
        ("“Stop! Now!” he cried. She ran.", 3),
        ("Dead: 3. Hurt: 5.", 2),
        ("1. Two men fell.\n2. One was hurt.", 2),
        ("7.45pm: Two men fell.\n\n7pm: One was hurt.", 2),
        (
            "A line that was wrapped by an old program at sixty\nletters goes on in the next line, and then it ends.",
            1,
        ),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: int) -> None:
    """Titles, initials and clock times do not end a sentence; lines that are wrapped go on."""
    assert len(sentences(text)) == expected


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("“Go,” he said. “Now.”", ["“Go,”", "“Now.”"]),
        ('"Go," he said.', ['"Go,"']),
        ("'We counted two bodies,' said Ina.", ["'We counted two bodies,'"]),
        ("The men’s boats weren’t found.", []),
        ("“One.\n\n“Two,” he said.", ["“One.", "“Two,”"]),
    ],
)
def test_quotations_are_found(text: str, quotations: list[str]) -> None:
    """Pairs of marks; an apostrophe is none; a quotation left open goes to the end of its paragraph."""
    found = lay_out(Document(id="x", text=text)).quotations
    assert [text[q.start : q.end] for q in found] == quotations


def test_a_title_of_its_own_gives_claims_without_a_place() -> None:
    """A title that is not in the text is read as the headline; its claims have no span."""
    claims = extract(Document(id="x", title="Quake kills 100", text="At least 94 people were killed, police said."))
    assert [(c.section, c.quote, c.span is None) for c in claims] == [
        (Section.HEADLINE, "kills 100", True),
        (Section.BODY, "At least 94 people were killed", False),
    ]


def test_a_title_that_the_text_repeats_is_read_once() -> None:
    """Where the text begins with its title, the headline claim stands in the text."""
    claims = extract(Document(id="x", title="Quake kills 100", text="Quake kills 100\n\nThe town lies in ruins."))
    assert [(c.section, c.span is None) for c in claims] == [(Section.HEADLINE, False)]


def test_a_document_without_text_has_only_its_title() -> None:
    """Where the text is not held, the title is all there is to read."""
    assert [c.quote for c in extract(Document(id="x", title="Flood: 12 dead"))] == ["12 dead"]


@pytest.mark.parametrize(
    ("outlet", "source", "via"),
    [
        ("Lindow Gazette", ["mayor", "QPA"], [("QPA",), ()]),
        ("Quay Press Agency", ["mayor", None], [(), ()]),
        ("QPA", ["mayor", None], [(), ()]),
    ],
)
def test_a_copy_of_an_agency_report_names_the_agency(
    outlet: str, source: list[str | None], via: list[tuple[str, ...]]
) -> None:
    """Printed elsewhere, the agency passes on what is attributed and says the rest; in its own house it does not."""
    text = "LINDOW (QPA) — Nine people drowned, the mayor said. Two boats sank."
    claims = extract(Document(id="x", text=text, outlet=outlet))
    assert [c.source and c.source.name for c in claims] == source
    assert [c.via for c in claims] == via
