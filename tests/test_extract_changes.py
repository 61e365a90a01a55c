"""Which of two figures is the step and which the level that was reached."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Document, Measure

STEPS = [
    ("Deaths rose 14 to 61.", [("14", Measure.CHANGE), ("61", Measure.LEVEL)]),
    ("Deaths rose by 14 to 61.", [("14", Measure.CHANGE), ("61", Measure.LEVEL)]),
    ("Shares fell 12 cents to $4.10.", [("0.12", Measure.CHANGE), ("4.1", Measure.LEVEL)]),
    ("The lake dropped three metres to eight.", [("3", Measure.CHANGE), ("8", Measure.LEVEL)]),
    ("Nine fewer barns burned than in May.", [("9", Measure.CHANGE)]),
    ("Attendance rose 4 points to 63 percent.", [("4", Measure.CHANGE), ("63", Measure.LEVEL)]),
    ("Nine more sailors died later.", [("9", Measure.LEVEL)]),
    ("The army lost 30 men to frost.", [("30", Measure.LEVEL)]),
]


@pytest.mark.parametrize(("text", "expected"), STEPS)
def test_a_step_is_told_from_the_level_it_leads_to(text: str, expected: list[tuple[str, Measure]]) -> None:
    """The figure behind "rose" or "fell" is a change where "to" and another figure follow, and so is a difference."""
    claims = [claim for claim in extract(Document(id="d", text=text)) if claim.value.low is not None]
    assert [(str(claim.value.low), claim.scope.measure) for claim in claims] == expected


def test_what_moved_is_the_attribute_of_the_level() -> None:
    """In "joblessness fell half a point to 6 percent" both figures are about joblessness."""
    claims = extract(Document(id="d", text="Joblessness fell 0.3 percentage points to 6.2 percent."))
    assert [claim.scope.attribute for claim in claims] == ["joblessness", "joblessness"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of ill pupils fell to 30 from 44.", [False, True]),
        ("Joblessness rose to 8.3 percent from 7.7 percent.", [False, True]),
        ("She flew to 11 towns from three islands.", [False, False]),
    ],
)
def test_what_it_came_from_is_the_earlier_figure(text: str, expected: list[bool]) -> None:
    """In "fell to 30 from 44" the second figure is the earlier one."""
    assert [claim.former for claim in extract(Document(id="d", text=text))] == expected
