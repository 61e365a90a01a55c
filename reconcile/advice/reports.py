"""Reports as arrays: who says what on which question. All that the weighing reads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

WORDS = 0
"""The family of questions whose answers are words; every other family holds figures of one scale."""
NOBODY = -1
"""No bundle, no decided value."""


@dataclass(frozen=True, slots=True)
class Reports:
    """Reports as parallel arrays, and what is known of their questions and sources.

    A report: `question`, `source`, `value` (equal codes say the very same), `low` and `high` (the figures that it
    allows, infinite at an open end; NaN for words), `weight` (1, less for what was said with reserve), `bundle`
    (reports that print one first report share a number, others have `NOBODY`). A question: `family`, and `settled`,
    the code of the value that a person decided or `NOBODY`. A source: `prior`, the rate that the desk gave it, NaN
    where the desk is silent. `inside` are pairs of value codes of which the first is known to lie in the second,
    `measured` the families that are known to be measured, not counted; of others their decimals tell.
    """

    question: Ints
    source: Ints
    value: Ints
    low: Floats
    high: Floats
    weight: Floats
    bundle: Ints
    family: Ints
    settled: Ints
    prior: Floats
    inside: Ints
    measured: frozenset[int] = frozenset()

    @property
    def questions(self) -> int:
        """How many questions there are."""
        return len(self.family)

    @property
    def sources(self) -> int:
        """How many sources there are."""
        return len(self.prior)


def reports_of(
    question: Ints,
    source: Ints,
    value: Ints,
    figures: tuple[Floats, Floats] | None = None,
    *,
    bundle: Ints | None = None,
    inside: Ints | None = None,
) -> Reports:
    """Reports of one family: words, or figures as the pair (low, high). Nothing is rated and nothing is settled."""
    none = np.full(len(question), np.nan)
    low, high = figures if figures is not None else (none, none)
    questions = int(question.max(initial=-1)) + 1
    return Reports(
        question=question,
        source=source,
        value=value,
        low=low,
        high=high,
        weight=np.ones(len(question)),
        bundle=np.full(len(question), NOBODY) if bundle is None else bundle,
        family=np.full(questions, WORDS if figures is None else WORDS + 1),
        settled=np.full(questions, NOBODY),
        prior=np.full(int(source.max(initial=-1)) + 1, np.nan),
        inside=np.zeros((0, 2), dtype=np.int64) if inside is None else inside,
    )


def summed(group: Ints, amount: Floats, size: int) -> Floats:
    """What the amounts of each group add up to."""
    return np.asarray(np.bincount(group, amount, size), dtype=float)


def greatest(group: Ints, amount: Floats, size: int) -> Floats:
    """The greatest amount of each group; minus infinity for an empty one."""
    found = np.full(size, -np.inf)
    np.maximum.at(found, group, amount)
    return found


def shares(group: Ints, score: Floats, size: int) -> Floats:
    """Scores on the log scale as shares that add up to 1 within each group."""
    raised = np.exp(score - greatest(group, score, size)[group])
    return np.asarray(raised / summed(group, raised, size)[group])


def pairs(left_group: Ints, right_group: Ints, size: int) -> tuple[Ints, Ints]:
    """All (i, j) with `left_group[i] == right_group[j]`; `right_group` must be sorted."""
    count = np.bincount(right_group, minlength=size)
    start = np.concatenate([[0], np.cumsum(count)[:-1]])
    repeats = count[left_group]
    left = np.repeat(np.arange(len(left_group)), repeats)
    offset = np.arange(len(left)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return left, start[left_group][left] + offset


class Facts:
    """The distinct values of each question, ordered by question, and the fact that each report states."""

    def __init__(self, reports: Reports) -> None:
        values = int(max(reports.value.max(initial=0), reports.settled.max(initial=0))) + 1
        keys, self.of = np.unique(reports.question * values + reports.value, return_inverse=True)
        self.question, self.value = keys // values, keys % values
        self.count, self.values = len(keys), values
        self.size = np.bincount(self.question, minlength=reports.questions)
        decided = reports.settled[self.question]
        self.decided: Flags = decided != NOBODY
        self.right: Flags = decided == self.value

    def sum(self, per_report: Floats) -> Floats:
        """What the reports of each fact add up to."""
        return summed(self.of, per_report, self.count)

    def shares(self, score: Floats, questions: int) -> Floats:
        """Scores as shares within each question; where a person decided, that alone counts."""
        found = shares(self.question, score, questions)
        return np.where(self.decided, self.right.astype(float), found)
