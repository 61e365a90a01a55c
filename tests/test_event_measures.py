"""The measures of `benchmarks/events.py`, on groupings small enough to check by hand."""

from __future__ import annotations

import sys
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))

from incidents.clusters import best_assignment, scores


@pytest.mark.parametrize(
    ("truth", "found", "b_cubed", "pairwise", "conll"),
    [
        ("aabb", "xxyy", 1.0, 1.0, 1.0),
        ("aabb", "wxyz", 2 / 3, 0.0, (0 + 2 / 3 + 4 / 9) / 3),
        ("aabb", "xxxx", 2 / 3, 0.5, (0.8 + 2 / 3 + 4 / 9) / 3),
        ("aaab", "xxyy", 12 / 17, 0.4, (0.5 + 12 / 17 + (4 / 5 + 2 / 3) / 2) / 3),
    ],
)
def test_groupings_are_measured_as_by_hand(
    truth: str, found: str, b_cubed: float, pairwise: float, conll: float
) -> None:
    """Four reports: grouped right, each by itself, all in one, and one of three put with a stranger."""
    told = scores(truth, found)
    assert (told.b_cubed, told.pairwise, told.conll) == pytest.approx((b_cubed, pairwise, conll))


def test_the_assignment_is_the_best_of_all() -> None:
    """Against every way to give each row a column of its own."""
    chance = np.random.default_rng(3)
    for _ in range(20):
        gains = chance.random((4, 6))
        best = max(sum(gains[row, column] for row, column in enumerate(way)) for way in permutations(range(6), 4))
        assert best_assignment(gains) == pytest.approx(best)
