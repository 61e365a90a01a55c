"""Which proposed claims get a high score: those whose reading rests on nothing that could be meant otherwise."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.extract.evidence import BARS, DOUBTS, HIGH, WEIGHTS, doubts, score_of
from reconcile.model import Claim, Document


def claim_of(text: str, words: str) -> Claim:
    """The claim whose quote holds the words."""
    return next(c for c in extract(Document(id="d", text=text, published="2026-03-04")) if words in c.quote)


PLAIN = [
    ("Three miners were killed in the blast, the coroner said.", "Three miners"),
    ("According to the harbour board, 40 containers went overboard.", "40 containers"),
    ("Minister Ana Ruiz said that 12 villages had been evacuated.", "12 villages"),
    ("The roof fell in at noon. It had been repaired in May. Nine people were injured.", "Nine people"),
]


@pytest.mark.parametrize(("text", "words"), PLAIN)
def test_a_plain_reading_scores_high(text: str, words: str) -> None:
    """A figure beside its cue, or in an article's own words with nobody near, has a high score and no doubts."""
    claim = claim_of(text, words)
    assert (claim.score or 0) >= HIGH
    assert doubts(claim) == ()


DOUBTFUL = [
    (
        "The mayor and the colonel met on Monday. He said 60 tents had been put up.",
        "60 tents",
        "speaker by a pronoun",
    ),
    (
        "The tenants want repairs. They had worried over 30 old boilers.",
        "30 old boilers",
        "own voice, with a word of telling that nobody is heard for",
    ),
    ("“We have lost 14 boats.”", "14 boats", "own voice, beside quotation marks"),
    ("The police said 120 divers climbed the fence.", "120 divers", "people, without what happened to them"),
]


@pytest.mark.parametrize(("text", "words", "doubt"), DOUBTFUL)
def test_a_guess_keeps_the_score_below_high_and_is_named(text: str, words: str, doubt: str) -> None:
    """Where a pronoun, a word of telling or a loose count leaves room for another reading, the doubt is told."""
    claim = claim_of(text, words)
    assert (claim.score or 1) < HIGH
    assert doubt in doubts(claim)


def test_no_weight_outbids_a_bar() -> None:
    """However much tells for a claim, one bar keeps its score below high."""
    strong = [name for name, weight in WEIGHTS.items() if weight > 0 and name not in BARS]
    assert score_of(strong) >= HIGH
    assert all(score_of([*strong, bar]) < HIGH for bar in [*BARS, *DOUBTS])
