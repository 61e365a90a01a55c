"""Single sentences of our own wording, each with one figure as it must be read: `cases/extract_sentences.csv`."""

from __future__ import annotations

import csv
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reconcile.extract import extract
from reconcile.model import Claim, Document

CASES = Path(__file__).parent / "cases" / "extract_sentences.csv"


def rows() -> list[dict[str, str]]:
    """The rows of the table."""
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def end(value: Decimal | date | None) -> str:
    """An end of a value as a cell has it."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else format(value.normalize(), "f")


def words(text: str) -> set[str]:
    """Words, thousands joined."""
    return set(re.findall(r"[\w.]*\w", re.sub(r"(?<=\d),(?=\d)", "", text.lower())))


def told(claim: Claim, claims: list[Claim]) -> dict[str, str]:
    """A claim in the columns of the table."""
    value, whole = claim.value, next((each for each in claims if each.id == claim.whole), None)
    return {
        "kind": value.kind.value,
        "low": end(value.low),
        "high": end(value.high),
        "bound": value.bound.value,
        "unit": value.unit or "",
        "attribute": claim.scope.attribute or "",
        "source": (claim.source.name if claim.source else "").lower(),
        "via": ", ".join(claim.via),
        "stance": claim.stance.value,
        "modality": claim.modality.value,
        "measure": claim.scope.measure.value,
        "former": "yes" if claim.former else "",
        "whole": end(whole.value.low) if whole else "",
    }


@pytest.mark.parametrize("case", rows(), ids=lambda case: f"{case['sentence'][:50]} ({case['words']})")
def test_a_figure_is_read_as_the_sentence_means_it(case: dict[str, str]) -> None:
    """Value, bound, unit, attribute, source, relay, stance, modality, measure, earlier figure and whole."""
    claims = extract(Document(id="x", text=case["sentence"], published="2024-03-12"))
    fits = [
        c
        for c in claims
        if words(case["words"]) <= words(c.quote) and end(c.value.high or c.value.low) == (case["high"] or case["low"])
    ]
    assert fits, [(claim.quote, claim.value) for claim in claims]
    wanted = {name: cell for name, cell in case.items() if name not in {"sentence", "words"}}
    wanted["source"] = wanted["source"].lower()
    if not case["attribute"]:
        del wanted["attribute"]
    assert {name: cell for name, cell in told(fits[0], claims).items() if name in wanted} == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "It was the fourth ambush since 2019.",
        "Two officials said so.",
        "The reading was six times the legal limit.",
        "Call 911 if you see him.",
        "Officers went to a house in the 6200 block of Elm Street.",
        "He was shot with a .40 caliber handgun.",
        "Updated 22 May 2023",
        "The minister spoke at 6.45pm.",
        "Watch Channel 5 for more.",
        "Photo: A. Brell Image 3 of 12",
        "The clinic is at 84 West Harrow Road.",
        "It was a two-county chase.",
        "He was held over third-degree assault.",
        "Neighbours have one big advantage.",
        "No parent should have to go through this.",
        "“It is a sad day,” said one of the neighbours.",
        "Callers should ring 528-HELP.",
        "Callers should ring 528-HELP (4357).",
        "Readers can text TIP to 51414.",
        "They met at 3755 Maple Leaf.",
        "He bought a 9mm pistol.",
        "It was a 9 millimeter.",
        "He held a .270 rifle.",
        "She was a mother of four.",
        "Brell told 7 Action News so.",
        "Nobody dreamed of such a thing.",
    ],
)
def test_what_counts_nothing_is_left_out(sentence: str) -> None:
    """Ordinals, anonymous sources, labels, clock times and stamps are no claims."""
    claims = extract(Document(id="x", text=f"{sentence}\n\nNothing else happened.", published="2024-03-12"))
    assert [claim.quote for claim in claims] == []


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The roof fell in on Saturday, the bureau said on Sunday.", ["2024-03-09"]),
        ("On Monday the bureau reported two deaths.", []),
        ("The road is closed until 20 March.", ["2024-03-20"]),
        ("The count stood at 23 on Monday.", []),
        ("Officials in the port, shut since Friday, gave no date.", []),
        ("It shut in July 2019.", ["2019-07-01"]),
        ("It shut in July.", []),
    ],
)
def test_days_of_events_are_claims_and_days_of_telling_are_not(sentence: str, days: list[str]) -> None:
    """A date is read where something happened on it, not where somebody spoke on it."""
    claims = extract(Document(id="x", text=sentence, published="2024-03-12"))
    assert [end(claim.value.low) for claim in claims if claim.value.kind.value == "date"] == days
