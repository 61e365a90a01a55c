"""docs/reports.md names every shape, result and file form that the program knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.model import RelationKind
from reconcile.report import wording
from reconcile.report.outputs import OUTPUTS

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "reports.md").read_text("utf-8")


@pytest.mark.parametrize("kind", RelationKind)
def test_every_result_is_explained(kind: RelationKind) -> None:
    """What a page calls a relation has a row that says what it means."""
    words = wording.RELATIONS[kind].words.split(":")[0]
    assert f"| {words}" in PAGE


@pytest.mark.parametrize("suffix", OUTPUTS)
def test_every_form_of_a_question_is_listed(suffix: str) -> None:
    """Each file that is written for a question is in the table of files."""
    assert f".{suffix}`" in PAGE


def test_every_shape_is_explained() -> None:
    """The table of shapes has a row for each mark."""
    rows = PAGE.split("| shape | figure |")[1].split("\n\n")[0].strip().splitlines()[1:]
    assert len(rows) == len(wording.MARKS)
