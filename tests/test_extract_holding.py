"""Whose a figure is where nobody says anything: who gave it, who calls it so, who is meant by an age."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Document

PORTER = "The blast threw porter Ada Holm off her stool. "


@pytest.mark.parametrize(
    ("text", "words", "source"),
    [
        ("The number of drowned has risen to 14. The port office gave the figure on Tuesday.", "14", "port office"),
        ("At least 40 sheep burned. The farm union released the number at noon.", "40 sheep", "farm union"),
        ("The coroner said 40 sheep burned. The farm union released the number at noon.", "40 sheep", "coroner"),
        ("At least 40 sheep burned. The farm union gave the figure of 12 pigs.", "40 sheep", None),
        ("Growers face what the seed chamber calls the worst frost in 30 years.", "30 years", "seed chamber"),
        ("It was what both owners describe as a wait of nine months.", "nine months", "owners"),
        ("It was what we call a wait of nine months.", "nine months", None),
        ("According to minutes kept by the clerk, nine mills closed.", "nine mills", "minutes"),
        ("According to tallies signed by team captains, the club won 900 duels.", "900 duels", "tallies"),
        ("According to a memo written by the treasurer, nine mills closed.", "nine mills", "treasurer"),
        ("One of the surgeons, Marta Quill, said nine mills closed.", "nine mills", "Marta Quill"),
        ("“Nine mills closed,” said one of the surgeons, Marta Quill.", "Nine mills", "Marta Quill"),
        ("Rangers on the delta are standing by their tally of 61 storks.", "61 storks", "Rangers on the delta"),
        ("The army still clings to its count of 61 tanks.", "61 tanks", "army"),
        (PORTER + "“I counted nine holes,” said the 61-year-old porter.", "nine holes", "Ada Holm"),
        (PORTER + "“I counted nine holes,” said the 61-year-old grandmother.", "nine holes", "Ada Holm"),
    ],
)  # fmt: skip
def test_a_figure_belongs_to_who_gives_or_holds_it(text: str, words: str, source: str | None) -> None:
    """The figure of the sentence before is of who "gave the figure"; "the 61-year-old" is who was named."""
    document = Document(id="d", text=text, outlet="Norder Bote", published="2031-05-07")
    claim = next(claim for claim in extract(document) if words in claim.quote)
    assert (claim.source.name.removeprefix("porter ") if claim.source else None) == source


ASIDE = "Ruiz said her ward had taken in 18 riders – not nine, as the club had claimed – and two cooks with burns."


@pytest.mark.parametrize(
    ("text", "words", "source", "stance"),
    [
        (ASIDE, "18 riders", "Ruiz", "asserts"),
        (ASIDE, "nine", "Ruiz", "denies"),
        (ASIDE, "two cooks", "Ruiz", "asserts"),
        (
            "The mayor said 19 shops — the guild counts 30 — had closed and 14 homes were dark.",
            "30",
            "guild",
            "asserts",
        ),
        (
            "The mayor said 19 shops — the guild counts 30 — had closed and 14 homes were dark.",
            "14",
            "mayor",
            "asserts",
        ),
        ("The clerk, Per Vik, said 19 barns burned.", "19 barns", "Per Vik, clerk", "asserts"),
    ],
)
def test_what_is_said_goes_on_behind_an_aside_in_dashes(text: str, words: str, source: str, stance: str) -> None:
    """An aside is its own speaker's; what it interrupts goes on behind it; who says "not nine" denies it."""
    document = Document(id="d", text=text, outlet="Norder Bote", published="2031-05-07")
    claim = next(claim for claim in extract(document) if words in claim.quote)
    assert (claim.source.name if claim.source else None, claim.stance.value) == (source, stance)
