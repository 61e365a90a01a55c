"""Copying between sources, told from the errors that they share.

After Dong, Berti-Équille and Srivastava (VLDB 2009), without a direction: two sources that agree on values which are
probably right may both be good; agreeing on values that are probably wrong speaks for one of them copying.
"""

from __future__ import annotations

import numpy as np

from reconcile.advice.reports import NOBODY, Flags, Floats, Ints, Reports, pairs, summed

RATE = 0.8
"""The share of its reports that a copying source copies."""
PRIOR = 0.05
"""How likely two sources are to be dependent before anything is seen."""
SHARED = 5
"""How many questions two sources must share before anything is told of them."""
LARGEST = 64
"""Questions with more reports than this teach nothing of copying: their pairs would be too many."""
_CLEAR = 6.0
"""The most that one shared error can speak for copying, on the log scale."""


class Dependence:
    """The pairs of sources that answer the same questions."""

    def __init__(self, reports: Reports) -> None:
        size = np.bincount(reports.question, minlength=reports.questions)
        used = np.flatnonzero(size[reports.question] <= LARGEST)
        used = used[np.argsort(reports.question[used], kind="stable")]
        left, right = pairs(reports.question[used], reports.question[used], reports.questions)
        left, right = used[left[left < right]], used[right[left < right]]
        own = (reports.source[left] == reports.source[right]) | _bundled(reports, left, right)
        self.left, self.right = left[~own], right[~own]
        one, other = reports.source[self.left], reports.source[self.right]
        keys, self.pair = np.unique(
            np.minimum(one, other) * reports.sources + np.maximum(one, other), return_inverse=True
        )
        often = np.bincount(self.pair, minlength=len(keys))[self.pair] >= SHARED
        self.left, self.right = self.left[often], self.right[often]
        keys, self.pair = np.unique(self.pair[often], return_inverse=True)
        self.pairs, self.reports = len(keys), len(reports.question)
        self.same: Flags = reports.value[self.left] == reports.value[self.right]
        self.told = np.flatnonzero(self.same)

    def independence(self, rate: Floats, right: Floats, together: float) -> Floats:
        """The weight of each report: 1 where it is its source's own, less where others said it first or with it.

        `rate` is each report's source's rate of right values, `right` how far each report is taken to be right,
        `together` how often two wrong values of a question coincide. Two perfect copies weigh 1.1 together.
        """
        if not self.pairs:
            return np.ones(self.reports)
        one, other = rate[self.left], rate[self.right]
        both, neither = one * other, (1 - one) * (1 - other) * together
        middle = (one + other) / 2
        if_right = np.log(RATE * middle + (1 - RATE) * both) - np.log(both)
        if_wrong = np.log(RATE * (1 - middle) + (1 - RATE) * neither) - np.log(neither)
        likely = right[self.left]
        shared = likely * np.exp(np.minimum(if_right, _CLEAR / 2)) + (1 - likely) * np.exp(np.minimum(if_wrong, _CLEAR))
        speaks = np.where(self.same, np.log(shared), np.log(1 - RATE))
        odds = np.log(PRIOR / (1 - PRIOR)) + summed(self.pair, speaks, self.pairs)
        dependent = 1 / (1 + np.exp(-np.clip(odds, -50, 50)))
        lost = RATE * dependent[self.pair[self.told]]
        return np.asarray(
            1
            / (1 + summed(self.left[self.told], lost, self.reports) + summed(self.right[self.told], lost, self.reports))
        )


def _bundled(reports: Reports, left: Ints, right: Ints) -> Flags:
    return np.asarray((reports.bundle[left] == reports.bundle[right]) & (reports.bundle[left] != NOBODY))


def bundle_weight(reports: Reports) -> Floats:
    """What each report weighs by what is known: reports that print one first report share its voice."""
    bundled = reports.bundle != NOBODY
    weight = reports.weight.copy()
    if bundled.any():
        keys = np.stack([reports.question[bundled], reports.bundle[bundled], reports.value[bundled]])
        _, group, count = np.unique(keys, axis=1, return_inverse=True, return_counts=True)
        weight[bundled] /= count[group.ravel()]
    return weight
