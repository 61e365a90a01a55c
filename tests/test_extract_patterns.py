"""Five wordings of each of 52 constructions of the news, every claim written down: `cases/patterns.csv`."""

from __future__ import annotations

from pathlib import Path

import pytest
from pattern_cases import ANY, Case, cases, read

from reconcile.model import CLOSED_ATTRIBUTES, Bound, Kind, Measure, Modality, Stance

TABLE = Path(__file__).parent / "cases" / "patterns.csv"
OTHERS = Path(__file__).parent.parent / "benchmarks"
TABLES = [TABLE, *sorted(OTHERS.glob("patterns-tuned*.csv")), *sorted(OTHERS.glob("patterns-kept*.csv"))]
SETS = {"kind": Kind, "bound": Bound, "stance": Stance, "modality": Modality, "measure": Measure}
"""The columns whose cells are words of the data model."""

KNOWN_GAPS: set[tuple[int, int]] = set()
"""Pattern and filler of the texts that are not yet read right; one that is read right must be taken out here."""


def params() -> list[object]:
    """The cases, those of the known gaps marked."""
    gap = pytest.mark.xfail(strict=True, reason="not yet read right")
    return [
        pytest.param(
            case,
            id=f"{case.pattern}.{case.filler} {case.text[:40]}",
            marks=[gap] if (case.pattern, case.filler) in KNOWN_GAPS else [],
        )
        for case in cases(TABLE)
    ]


@pytest.mark.parametrize("case", params())
def test_a_pattern_is_read_in_other_words(case: Case) -> None:
    """All claims of the text are found with value, source, scope and stance right, and nothing else is found."""
    assert list(read(case).faults()) == []


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_every_pattern_has_five_fillers(table: Path) -> None:
    """No construction is left out of any table, and every cell of a closed set is one of its words."""
    told = cases(table)
    first = told[0].filler
    numbers = [(pattern, filler) for pattern in range(1, 53) for filler in range(first, first + 5)]
    assert [(case.pattern, case.filler) for case in told] == numbers
    for row in (row for case in told for row in case.rows):
        assert {row["attribute"]} <= CLOSED_ATTRIBUTES | {ANY}
        for name, allowed in SETS.items():
            assert row[name] in {ANY, *allowed}


def test_the_known_gaps_are_cases_of_the_table() -> None:
    """A gap that names no text would hide nothing and never be taken out."""
    assert {(case.pattern, case.filler) for case in cases(TABLE)} >= KNOWN_GAPS
