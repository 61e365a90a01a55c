"""Who says it: one table of every construction that names a source, and of what only looks like one.

`cases/attributions.csv` has a row for each figure; a row without a text goes on with the text above it. `source` is
empty where the article itself speaks, `via` tells who passed the words on, nearest to the source first.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from reconcile.extract import extract
from reconcile.model import Claim, Document, DocumentKind, Kind

TABLE = Path(__file__).parent / "cases" / "attributions.csv"
NOT_YET = {
    ("“The guard said to me", "80"): "whom a quoted speaker quotes in single marks",
}
"""The beginning of a text and the figure that is not read right yet, with what stands in the way."""


@dataclass(frozen=True)
class Case:
    """A figure of a text and who says it."""

    text: str
    figure: str
    said: tuple[str, str, str, str, str]
    outlet: str | None
    kind: DocumentKind


def cases() -> list[object]:
    """The rows of the table; those not read yet are marked with the reason."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found: list[object] = []
    head: dict[str, str] = {}
    for row in rows:
        head = row if row["text"] else head
        said = (row["source"], row["via"], row["stance"], row["modality"], row["evidence"])
        case = Case(head["text"], row["figure"], said, head["outlet"] or None, DocumentKind(head["kind"] or "article"))
        gap = next((why for (text, n), why in NOT_YET.items() if case.text.startswith(text) and n == case.figure), None)
        marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
        found.append(pytest.param(case, id=f"{head['construction']}: {case.text[:40]} [{case.figure}]", marks=marks))
    return found


def told(claim: Claim) -> tuple[str, str, str, str, str]:
    """A claim as the columns of the table."""
    unresolved = [each for each in claim.evidence if each == "speaker not resolved"]
    name = claim.source.name if claim.source else ""
    return name, ", ".join(claim.via), claim.stance.value, claim.modality.value, "".join(unresolved)


def has_figure(claim: Claim, figure: str) -> bool:
    """Whether one end of a claim's value is the figure."""
    ends = (claim.value.low, claim.value.high)
    return claim.value.kind is not Kind.DATE and Decimal(figure) in [end for end in ends if isinstance(end, Decimal)]


@pytest.mark.parametrize("case", cases())
def test_a_figure_is_given_to_who_says_it(case: Case) -> None:
    """Source, relay, stance and modality of a figure are those of the table; a guess is never made in silence."""
    document = Document(id="x", text=case.text, outlet=case.outlet, kind=case.kind, published="2031-03-05")
    found = [told(claim) for claim in extract(document) if has_figure(claim, case.figure)]
    assert case.said in found


def test_the_table_is_large_and_of_many_constructions() -> None:
    """At least 150 texts, and every construction of the design page among them."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sum(bool(row["text"]) for row in rows) >= 150
    constructions = {row["construction"] for row in rows}
    assert {"inverted", "passive", "citing", "opened paragraphs", "headline", "bullet", "caption", "live blog"} <= (
        constructions
    )
