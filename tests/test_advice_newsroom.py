"""The made-up newsroom of benchmarks/: the advice beside what a desk could count by hand."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
from truth.newsroom import newsroom, standing
from truth.ours import advised, reports_in


@pytest.fixture(scope="module", params=[21, 22])
def shares(request: pytest.FixtureRequest) -> tuple[float, float]:
    """The share of events told wrong by more than 5 %: by the advice, and by the middle of all reports."""
    said, truth = newsroom(request.param)
    last = standing(said)
    reports, events = reports_in(last)
    found = advised(reports).estimate
    middles: dict[str, list[float]] = {}
    for each in last:
        ends = [end for end in (each.low, each.high) if np.isfinite(end)]
        middles.setdefault(each.event, []).append(sum(ends) / len(ends))
    ours = [abs(found[n] - truth[event]) > 0.05 * truth[event] for n, event in enumerate(events)]
    plain = [abs(np.median(middles[event]) - truth[event]) > 0.05 * truth[event] for event in events]
    return float(np.mean(ours)), float(np.mean(plain))


def test_the_advice_is_wrong_far_less_often_than_the_middle_of_all_reports(shares: tuple[float, float]) -> None:
    """Bounds, copies and uneven sources: at most two thirds of the wrong answers of the median are left."""
    assert shares[0] <= 0.67 * shares[1]


def test_a_seed_gives_the_same_newsroom_again() -> None:
    """What is published can be made again: the same seed, the same reports."""
    assert newsroom(5, events=20) == newsroom(5, events=20)
