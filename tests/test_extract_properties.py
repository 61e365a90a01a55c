"""What holds for any text: no exception, exact quotes, unique ids, the same claims again, time by length."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.extract import extract
from reconcile.extract.pieces import LONGEST
from reconcile.model import Document

ARTICLES = Path(__file__).parent / "cases" / "extract_articles"
PIECES = st.sampled_from(
    [
        *(
            "“",
            "”",
            '"',
            "’",
            "'",
            "(",
            ")",
            ",",
            ".",
            ";",
            ":",
            "—",
            "\n",
            "\n\n",
            " ",
            "said",
            "according to",
            "citing",
        ),
        *(
            "25",
            "nine",
            "killed",
            "people",
            "of",
            "the",
            "not",
            "putting",
            "at",
            "by",
            "that",
            "while",
            "$",
            "%",
            "•",
            "1.",
        ),
        *(
            "7.45pm:",
            "none",
            "KABUL",
            "(QPA) —",
            "denied",
            "police",
            "Ada Corr",
            "it",
            "she",
            "on Sunday",
            "2019",
            "\x00",
        ),
        *("\ud800", "🙂", "including", "from", "to", "toll", "half", "no", "–", "Dead:", "reports", "’s figure of"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=50), st.sampled_from([" ", ""]))
def test_any_text_is_read_without_harm(pieces: list[str], joint: str) -> None:
    """Quotes are the words at their spans, under 400 characters; ids are unique; reading again gives the same."""
    text = joint.join(pieces)
    document = Document(id="x", text=text, title=text[:40], outlet="Daily News", published="2024-01-05")
    claims = extract(document)
    assert extract(document) == claims
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        if claim.span is not None:
            assert text[claim.span.start : claim.span.end] == claim.quote
            assert 0 < len(claim.quote) < 400


def test_a_very_long_text_is_read_to_its_end() -> None:
    """Beyond what is read at once every claim still has its words, its source, its agency and an id of its own."""
    lead = "ORLIK (Reuters) - A tunnel flooded on Sunday, the railway said.\n\n"
    report = f"The railway said 14 workers drowned in the old shaft. {'Pumps ran all night. ' * 40}\n\n"
    text = lead + report * 600
    claims = extract(Document(id="x", text=text, outlet="Orlik Post", published="2024-01-05"))
    deaths = [claim for claim in claims if claim.scope.attribute == "deaths"]
    assert len(text) > 2 * LONGEST
    assert [claim.quote for claim in deaths] == ["14 workers drowned"] * 600
    assert all(claim.span and text[claim.span.start : claim.span.end] == claim.quote for claim in claims)
    assert {(claim.source and claim.source.name, claim.via) for claim in deaths} == {("railway", ("Reuters",))}
    assert len({claim.id for claim in claims}) == len(claims)


def test_a_fall_and_a_rise_stand_side_by_side() -> None:
    """A change below zero is a figure like any other to the sentences behind it."""
    text = "Nobody kept the books in order. The balance of the list was -4 people. The number is 3."
    assert extract(Document(id="x", text=text, published="2024-01-05"))


@pytest.mark.parametrize(
    "text",
    [
        "Doctors sent home two of the other five divers.",
        "Six divers were hurt. One of the other five divers was flown to Orlik.",
        "One of the remaining four crates was empty, and three of the other nine crates were lost.",
    ],
)
def test_no_figure_is_a_part_of_itself(text: str) -> None:
    """A figure that is the whole of another one is never its own whole."""
    assert all(claim.whole != claim.id for claim in extract(Document(id="x", text=text)))


@pytest.mark.parametrize(
    "text",
    [
        "A 30-year-old woman was stabbed and a 41-year-old man was cut. The attacker remains at large.\n\n"
        "The attacker remains at large.",
        'Inspectors found that the blaze resulted from "the careless handling of a torch" by a roofer.',
    ],
)
def test_the_same_words_state_a_thing_once(text: str) -> None:
    """Two ways of reading the same words make one claim, as its id is made of its place and kind."""
    claims = extract(Document(id="x", text=text))
    assert len({claim.id for claim in claims}) == len(claims)


def test_time_grows_with_the_length_of_the_text() -> None:
    """Eight times the text takes less than sixteen times the time."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt")))
    spent = []
    for times in (1, 8):
        start = time.process_time()
        extract(Document(id="x", text=(text + "\n\n") * times, published="2024-01-05"))
        spent.append(time.process_time() - start)
    assert spent[1] < 16 * spent[0]
