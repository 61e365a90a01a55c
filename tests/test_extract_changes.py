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
    ("Nine more sailors died later.", [("9", Measure.LEVEL)]),
    ("The army lost 30 men to frost.", [("30", Measure.LEVEL)]),
]


@pytest.mark.parametrize(("text", "expected"), STEPS)
def test_a_step_is_told_from_the_level_it_leads_to(text: str, expected: list[tuple[str, Measure]]) -> None:
    """The figure behind "rose" or "fell" is a change where "to" and another figure follow, and so is a difference."""
    claims = [claim for claim in extract(Document(id="d", text=text)) if claim.value.low is not None]
    assert [(str(claim.value.low), claim.scope.measure) for claim in claims] == expected
