"""Figures: each report as an interval, each source with a bias and a spread beside its rate of exact hits.

The candidates of a question are the figures that were given and, where bounds or ranges were, the gaps between them.
A report is right on the spot, or off by the bias and spread of its source (Student's t with three degrees of
freedom), or wild. Bounds and ranges are censored reports (the share of the error that falls into the interval) with a
weak preference for tight ones. Wrong figures that several give may have one cause, so that the second is worth less.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from reconcile.advice.exact import Learnt
from reconcile.advice.reports import Facts, Flags, Floats, Ints, Reports, pairs, shares, summed
from reconcile.advice.scale import Scale, scale_of, typical

ROUNDS = 5
LESSONS = 8_000
"""About how many questions the errors are learnt from; where there are more, every second, third … one is taken."""
FINEST = 0.05
"""The finest step, as a part of a typical error: figures with many digits are no stranger than others."""
POOL = 4.0
"""How many reports of the pool the spread of a source is mixed with; its bias with five times as many."""
TIGHT = 0.05
"""How much a bound loses by each unit of the scale that it lies from the figure, on the log scale."""
TOO_WIDE = 0.05
"""The likelihood of a bound or range from a source that is wild."""
NEVER = 1e-300


@dataclass(frozen=True, slots=True)
class Candidates:
    """Possible answers: the figure or gap [low, high]; `given` where a report names it, as such or as a bound."""

    question: Ints
    low: Floats
    high: Floats
    given: Flags
    prior: Floats


@dataclass(frozen=True, slots=True)
class Links:
    """What each report says for each candidate of its question: `amount` on the log scale, weighted.

    `fits` tells that the candidate is the report's figure or lies in its interval.
    """

    report: Ints
    candidate: Ints
    amount: Floats
    fits: Flags


@dataclass(frozen=True, slots=True)
class _Errors:
    """How sources err: bias and spread of each, the share of wild reports, the share of answers that were given."""

    bias: Floats
    spread: Floats
    wild: float
    given: float


def compare_figures(reports: Reports, facts: Facts, learnt: Learnt, rows: Ints) -> tuple[Candidates, Links]:
    """The candidates of the questions to which the rows (all of one family, by question) belong, and their links."""
    some = rows[reports.question[rows] % (1 + len(np.unique(reports.question[rows])) // LESSONS) == 0]
    lessons = _Figures(reports, facts, learnt, some if len(some) else rows)
    errors = lessons.errors()
    figures = lessons if len(lessons.rows) == len(rows) else _Figures(reports, facts, learnt, rows)
    return figures.against(errors)


class _Figures:
    """The reports of one family against the candidates of their questions."""

    def __init__(self, reports: Reports, facts: Facts, learnt: Learnt, rows: Ints) -> None:
        self.rows, self.learnt, self.sources = rows, learnt, reports.sources
        self.questions = reports.questions
        low, high = reports.low[rows], reports.high[rows]
        known = bool(len(rows)) and int(reports.family[reports.question[rows[0]]]) in reports.measured
        self.scale: Scale = scale_of(low, high, measured=known)
        self.question, self.source = reports.question[rows], reports.source[rows]
        self.weight = learnt.weight[rows]
        self.ends = (low, high)
        self.low, self.high = self.scale.place(low), self.scale.place(high)
        self.figure = typical(low, high)
        self.place = self.scale.place(self.figure)
        self.point: Flags = np.asarray(high - low < 1e-12)
        self.company = np.maximum(facts.sum(np.ones(len(facts.of)))[facts.of[rows]], 1.0)
        self.candidates = self._candidates()
        self._meet()

    def _candidates(self) -> Candidates:
        """Each figure that was given, the ends of bounds, the middles and ends of ranges, and the gaps between."""
        question, figure, told = self._ends()
        loose = np.zeros(self.questions, dtype=bool)
        loose[self.question[~self.point]] = True
        gap = np.flatnonzero((question[1:] == question[:-1]) & loose[question[1:]])
        if not self.scale.measured:
            gap = gap[figure[gap + 1] - figure[gap] > 1.5]
        order = np.argsort(np.concatenate([question, question[gap]]), kind="stable")
        return Candidates(
            question=np.concatenate([question, question[gap]])[order],
            low=np.concatenate([figure, figure[gap]])[order],
            high=np.concatenate([figure, figure[gap + 1]])[order],
            given=np.concatenate([told, np.zeros(len(gap), bool)])[order],
            prior=np.zeros(len(order)),
        )

    def _ends(self) -> tuple[Ints, Floats, Flags]:
        """The figures that reports name, by question and size, each once; a range names its middle and its ends.

        The flags tell which are likely answers: figures, ends of bounds, middles of ranges, but not their ends.
        """
        both = np.isfinite(self.low) & np.isfinite(self.high) & ~self.point
        loose, ranged = ~self.point, np.flatnonzero(both)
        question = np.concatenate([self.question, self.question[loose], self.question[ranged]])
        figure = np.concatenate([self.ends[0], self.ends[1][loose], self.figure[ranged]])
        of_end = np.concatenate([both, both[loose], ~both[ranged]])
        order = np.lexsort((figure, question))
        order = order[np.isfinite(figure[order])]
        question, figure = question[order], figure[order]
        new = np.concatenate([[True], (question[1:] != question[:-1]) | (figure[1:] != figure[:-1])])[: len(order)]
        told = summed(np.cumsum(new) - 1, (~of_end[order]).astype(float), int(new.sum())) > 0
        return question[new], figure[new], told

    def _meet(self) -> None:
        """Pair every report with every candidate of its question."""
        found = self.candidates
        self.a, self.b = pairs(self.question, found.question, self.questions)
        middle = (self.scale.place(found.low) + self.scale.place(found.high)) / 2
        a, b = self.a, self.b
        self.off, self.point_a = self.place[a] - middle[b], self.point[a]
        self.below, self.above = self.low[a] - middle[b], self.high[a] - middle[b]
        inside = (self.below <= 1e-9) & (self.above >= -1e-9)
        self.fits = np.where(self.point_a, np.abs(self.off) < 1e-9, inside)
        self.step = self.scale.step(self.figure)[a]
        self.source_a, self.rate = self.source[a], self.learnt.rate[self.source[a]]
        self.tilt = TIGHT * (_slack(self.below, self.above) + _slack(-self.above, -self.below))
        self.tilt = np.where(self.point_a, 0.0, np.minimum(self.tilt, 0.0))
        self.hit = np.where(self.fits, self.rate, 0.0)
        self.loose = np.flatnonzero(~self.point_a)
        self.joint = np.flatnonzero(~self.fits & (self.company[a] > 1))
        self.company_a = self.company[a[self.joint]]
        self.norm, self.reach = self._size_of_errors()
        self.step = np.maximum(self.step, FINEST * self.norm)

    def _size_of_errors(self) -> tuple[float, float]:
        """The typical distance of a report from the middle of its question, and the greatest that is not wild."""
        order = np.lexsort((self.place, self.question))
        count = np.bincount(self.question, minlength=self.questions)
        start = np.concatenate([[0], np.cumsum(count)[:-1]])
        middle = self.place[order][np.minimum(start + np.maximum(count - 1, 0) // 2, len(order) - 1)]
        off = np.abs(self.place - middle[self.question])
        off = off[off > 0]
        least = 1e-3 if self.scale.by_ratio else 1e-9
        norm = max(1.4826 * float(np.median(off)), least) if len(off) else 1.0
        return norm, max(4 * float(np.quantile(off, 0.99)), 4 * norm) if len(off) else 4 * norm

    def errors(self) -> _Errors:
        """Learn how the sources err and what is right in turns."""
        errors = _Errors(np.zeros(self.sources), np.full(self.sources, self.norm), 0.1, 0.7)
        for _ in range(ROUNDS):
            hit, off, wild = self._likelihoods(errors)
            believed = self._shares(self._prior(errors), np.log(hit + off + wild + NEVER) + self.tilt)
            errors = self._learn(errors, believed, (hit, off, wild))
        return errors

    def against(self, errors: _Errors) -> tuple[Candidates, Links]:
        """The candidates, and what each report says for each of them if sources err like this."""
        hit, off, wild = self._likelihoods(errors)
        likely = np.log(hit + off + wild + NEVER) + self.tilt
        links = Links(self.rows[self.a], self.b, self.weight[self.a] * likely, self.fits)
        return replace(self.candidates, prior=self._prior(errors)), links

    def _shares(self, prior: Floats, likely: Floats) -> Floats:
        found = self.candidates
        score = prior + summed(self.b, self.weight[self.a] * likely, len(prior))
        return shares(found.question, score, self.questions)

    def _prior(self, errors: _Errors) -> Floats:
        """A figure that was given is likelier than a gap; within either they are alike."""
        found = self.candidates
        given = summed(found.question, found.given.astype(float), self.questions)[found.question]
        gaps = summed(found.question, (~found.given).astype(float), self.questions)[found.question]
        return np.where(
            found.given,
            np.log(errors.given / np.maximum(given, 1)),
            np.log((1 - errors.given) / np.maximum(gaps, 1)),
        )

    def _likelihoods(self, errors: _Errors) -> tuple[Floats, Floats, Floats]:
        """How likely each report is beside each candidate: as a hit, as an error of its source, as a wild one."""
        bias, spread = errors.bias[self.source_a], errors.spread[self.source_a]
        z = (self.off - bias) / spread
        chance = np.minimum(self.step / spread * 0.3675525969 / (1 + z * z / 3) ** 2, 1.0)
        loose = self.loose
        above = _below((self.above[loose] - bias[loose]) / spread[loose])
        chance[loose] = np.maximum(above - _below((self.below[loose] - bias[loose]) / spread[loose]), 1e-9)
        miss = 1 - self.rate
        off = (1 - errors.wild) * chance
        wild = errors.wild * np.where(self.point_a, self.step / self.reach, TOO_WIDE)
        shared = miss * self._shared(off + wild)
        return self.hit, shared * off, shared * wild

    def _shared(self, wrong: Floats) -> Floats:
        """The factor of an error that others make, too: all but the first count as the coincidences that were seen."""
        company, factor = self.company_a, np.ones(len(wrong))
        common = (self.learnt.together / (wrong[self.joint] + NEVER)) ** ((company - 1) / company)
        factor[self.joint] = common
        return factor

    def _learn(self, errors: _Errors, believed: Floats, likely: tuple[Floats, Floats, Floats]) -> _Errors:
        """Bias, spread, wild share and given share, from what is believed of the candidates."""
        whole = likely[0] + likely[1] + likely[2] + NEVER
        told = believed[self.b] * self.weight[self.a]
        off, wild = told * likely[1] / whole, told * likely[2] / whole
        bias, spread = self._moments(np.where(self.point_a, off, 0.0), errors)
        found = self.candidates
        given = summed(found.question, np.where(found.given, believed, 0.0), self.questions)
        asked = np.bincount(found.question, minlength=self.questions) > 0
        return _Errors(
            bias,
            spread,
            float(np.clip((wild.sum() + 1) / ((off + wild).sum() + 10), 0.005, 0.5)),
            float(np.clip(given[asked].mean() if asked.any() else 0.7, 0.05, 0.98)),
        )

    def _moments(self, off: Floats, errors: _Errors) -> tuple[Floats, Floats]:
        """Bias and spread of the points that missed, far ones weighing less, each source's shrunk to the pool's."""
        n = self.sources
        z = (self.off - errors.bias[self.source_a]) / errors.spread[self.source_a]
        tame = off * 4 / (3 + z * z)
        bias = summed(self.source_a, tame * self.off, n) / (summed(self.source_a, tame, n) + 5 * POOL)
        square = summed(self.source_a, tame * (self.off - bias[self.source_a]) ** 2, n)
        count = summed(self.source_a, off, n)
        pool = max(float(square.sum()) / max(float(count.sum()), 1e-9), self.norm**2 * 1e-3)
        return bias, np.sqrt((square + POOL * pool) / (count + POOL))


def _below(z: Floats) -> Floats:
    """The distribution function of Student's t with three degrees of freedom, in closed form."""
    u = np.clip(z, -1e6, 1e6) / np.sqrt(3.0)
    return np.asarray(0.5 + (u / (1 + u * u) + np.arctan(u)) / np.pi)


def _slack(near: Floats, far: Floats) -> Floats:
    """How far an interval's near end lies from the candidate, where its far end is open; else 0."""
    return np.where(np.isfinite(far), 0.0, np.where(np.isfinite(near), near, 0.0))
