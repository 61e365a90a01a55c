"""Published methods of truth discovery, in our own reading of the papers; each gives one estimate an object.

A method returns codes of values (integers) or, for numbers, estimates (floats). Ties between values fall to the one
that was claimed first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from reconcile.advice.containing import containment
from reconcile.advice.reports import Facts as OurFacts
from reconcile.advice.reports import reports_of
from truth.tables import Floats, Ints, Table

Peer = Callable[[Table], Ints | Floats]
ROUNDS = 25


class Facts:
    """The facts of a table: the distinct values of each object, and which fact each claim states."""

    def __init__(self, table: Table) -> None:
        keys, first, self.of = np.unique(table.o * len(table.words) + table.v, return_index=True, return_inverse=True)
        self.o, self.v, self.first = keys // len(table.words), keys % len(table.words), first
        self.count = len(keys)
        self.claims_of = np.bincount(table.s, minlength=len(table.sources)).astype(float)
        self.table = table

    def sum(self, per_claim: Floats) -> Floats:
        """What the claims of each fact add up to."""
        return np.asarray(np.bincount(self.of, per_claim, self.count), dtype=float)

    def per_object(self, per_fact: Floats) -> Floats:
        """What the facts of each object add up to."""
        return np.asarray(np.bincount(self.o, per_fact, len(self.table.objects)), dtype=float)

    def mean_of(self, per_claim: Floats) -> Floats:
        """The mean over the claims of each source."""
        total = np.bincount(self.table.s, per_claim, len(self.table.sources))
        return np.asarray(total / np.maximum(self.claims_of, 1))

    def best(self, score: Floats) -> Ints:
        """The value of the highest score of each object."""
        ranked = np.lexsort((self.first, -score, self.o))
        _, top = np.unique(self.o[ranked], return_index=True)
        return np.asarray(self.v[ranked[top]])


def majority(table: Table) -> Ints:
    """The value that most sources give."""
    facts = Facts(table)
    return facts.best(facts.sum(np.ones(len(table.o))))


def _numbers(table: Table) -> Floats:
    if table.numbers is None:
        raise ValueError("the values are not numbers")
    return table.numbers[table.v]


def _weighted_median(o: Ints, x: Floats, weight: Floats, n: int) -> Floats:
    ranked = np.lexsort((x, o))
    o, x, weight = o[ranked], x[ranked], weight[ranked]
    total = np.bincount(o, weight, n)
    run = np.cumsum(weight) - np.concatenate([[0.0], np.cumsum(total)])[o]
    passed = np.flatnonzero(run >= total[o] / 2 - 1e-12)
    _, top = np.unique(o[passed], return_index=True)
    return x[passed[top]]


def median(table: Table) -> Floats:
    """The lower and the upper median of each object, in the middle."""
    x, ones, n = _numbers(table), np.ones(len(table.o)), len(table.objects)
    return (_weighted_median(table.o, x, ones, n) - _weighted_median(table.o, -x, ones, n)) / 2


def mean(table: Table) -> Floats:
    """The mean of each object."""
    return np.bincount(table.o, _numbers(table)) / np.bincount(table.o)


def crh(table: Table) -> Ints | Floats:
    """CRH (Li et al., SIGMOD 2014): weight = -log of a source's share of the loss; 0-1 or normalised absolute loss."""
    facts, n = Facts(table), len(table.objects)
    if table.numbers is None:
        best = majority(table)
        for _ in range(ROUNDS):
            weight = _crh_weight(facts.mean_of((best[table.o] != table.v).astype(float)))
            best = facts.best(facts.sum(weight[table.s]))
        return best
    x = _numbers(table)
    centre = mean(table)
    spread = np.sqrt(np.bincount(table.o, (x - centre[table.o]) ** 2) / np.bincount(table.o))
    spread = np.where(spread > 0, spread, 1.0)
    found = median(table)
    for _ in range(ROUNDS):
        weight = _crh_weight(facts.mean_of(np.abs(x - found[table.o]) / spread[table.o]))
        found = _weighted_median(table.o, x, weight[table.s], n)
    return found


def _crh_weight(loss: Floats) -> Floats:
    loss = np.maximum(loss, 1e-6)
    return np.asarray(-np.log(loss / loss.sum()) + 1e-9)


def catd(table: Table) -> Ints | Floats:
    """CATD (Li et al., VLDB 2014): weight = the lower end of a chi-squared interval over the squared error."""
    facts, numeric = Facts(table), table.numbers is not None
    n = facts.claims_of
    quantile = n * (1 - 2 / (9 * np.maximum(n, 1)) - 1.96 * np.sqrt(2 / (9 * np.maximum(n, 1)))) ** 3
    quantile = np.maximum(quantile, 1e-3)
    if not numeric:
        best = majority(table)
        for _ in range(ROUNDS):
            wrong = facts.mean_of((best[table.o] != table.v).astype(float)) * n
            best = facts.best(facts.sum((quantile / np.maximum(wrong, 0.1))[table.s]))
        return best
    x, found = _numbers(table), median(table)
    for _ in range(ROUNDS):
        error = facts.mean_of((x - found[table.o]) ** 2) * n
        weight = (quantile / np.maximum(error, 1e-6))[table.s]
        found = np.bincount(table.o, weight * x) / np.bincount(table.o, weight)
    return found


def gtm(table: Table) -> Floats:
    """GTM (Zhao and Han, QDB 2012): Gaussian truths and source variances with an inverse-gamma prior (10, 10)."""
    x = _numbers(table)
    centre = median(table)
    size = np.bincount(table.o).astype(float)
    spread = np.sqrt(np.bincount(table.o, (x - centre[table.o]) ** 2) / size)
    spread = np.where(spread > 0, spread, 1.0)
    z = (x - centre[table.o]) / spread[table.o]
    facts, found = Facts(table), np.zeros(len(table.objects))
    for _ in range(ROUNDS):
        loss = facts.mean_of((z - found[table.o]) ** 2) * facts.claims_of
        variance = (2 * 10 + loss) / (2 * (10 + 1) + facts.claims_of)
        precision = 1 / variance[table.s]
        found = np.bincount(table.o, precision * z) / (1.0 + np.bincount(table.o, precision))
    return centre + found * spread


def truthfinder(table: Table) -> Ints:
    """TruthFinder (Yin, Han and Yu, TKDE 2008): dampening 0.3, similarity 0.5, numbers alike imply each other."""
    facts = Facts(table)
    trust = np.full(len(table.sources), 0.9)
    left, right = _pairs(facts)
    alike = _implication(table, facts, left, right)
    score = np.zeros(facts.count)
    for _ in range(ROUNDS):
        tau = -np.log(np.maximum(1 - trust, 1e-6))
        raw = facts.sum(tau[table.s])
        score = raw + 0.5 * np.bincount(left, raw[right] * alike, facts.count)
        trust = facts.mean_of((1 / (1 + np.exp(-0.3 * score)))[facts.of])
    return facts.best(score)


def _pairs(facts: Facts) -> tuple[Ints, Ints]:
    """All ordered pairs of different facts of one object."""
    size = np.bincount(facts.o, minlength=len(facts.table.objects))
    start = np.concatenate([[0], np.cumsum(size)[:-1]])
    repeats = size[facts.o]
    left = np.repeat(np.arange(facts.count), repeats)
    offset = np.arange(len(left)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    right = start[facts.o][left] + offset
    different = left != right
    return left[different], right[different]


def _implication(table: Table, facts: Facts, left: Ints, right: Ints) -> Floats:
    """How much one fact speaks for another: numbers by closeness within the object, words not at all."""
    if table.numbers is None:
        return np.zeros(len(left))
    x = table.numbers[facts.v]
    gap = np.abs(x[left] - x[right])
    scale = np.median(gap) if len(gap) else 1.0
    return np.asarray(np.exp(-gap / max(float(scale), 1e-9)) - 0.5)


def pooled_investment(table: Table) -> Ints:
    """PooledInvestment (Pasternack and Roth, COLING 2010), exponent 1.4."""
    facts = Facts(table)
    trust = np.ones(len(table.sources))
    score = facts.sum(np.ones(len(table.o)))
    for _ in range(ROUNDS):
        share = trust / np.maximum(facts.claims_of, 1)
        put = facts.sum(share[table.s])
        grown = put**1.4
        score = put * grown / np.maximum(facts.per_object(grown)[facts.o], 1e-12)
        paid = share[table.s] / np.maximum(put, 1e-12)[facts.of] * score[facts.of]
        earned = np.bincount(table.s, paid, len(table.sources))
        trust = np.asarray(earned / max(earned.max(), 1e-12))
    return facts.best(score)


def one_coin(table: Table) -> Ints:
    """Dawid and Skene (1979) with one accuracy a source, the wrong answers spread evenly over the object's values."""
    facts = Facts(table)
    size = np.maximum(np.bincount(facts.o, minlength=len(table.objects)), 2)[table.o]
    belief = _shares(facts, np.log(facts.sum(np.ones(len(table.o)))))
    for _ in range(ROUNDS):
        right = np.clip(facts.mean_of(belief[facts.of]), 0.02, 0.98)[table.s]
        belief = _shares(facts, facts.sum(np.log(right) - np.log((1 - right) / (size - 1))))
    return facts.best(belief)


def _shares(facts: Facts, score: Floats) -> Floats:
    """Scores on the log scale as shares within each object."""
    top = np.full(len(facts.table.objects), -np.inf)
    np.maximum.at(top, facts.o, score)
    weight = np.exp(score - top[facts.o])
    return np.asarray(weight / facts.per_object(weight)[facts.o])


def accu_copy(table: Table) -> Ints:
    """AccuCopy (Dong, Berti-Équille and Srivastava, VLDB 2009): n = 100 false values, copy rate 0.8, prior 0.2."""
    facts, false_values, rate, prior = Facts(table), 100.0, 0.8, 0.2
    belief = _shares(facts, np.log(facts.sum(np.ones(len(table.o)))))
    shared = _Shared(table)
    for _ in range(12):
        right = np.clip(facts.mean_of(belief[facts.of]), 0.02, 0.98)
        true = belief[facts.of]
        weight = shared.independence(right, true, false_values, rate, prior)
        vote = np.log(false_values * right / (1 - right))
        belief = _shares(facts, facts.sum(weight * vote[table.s]))
    return facts.best(belief)


class _Shared:
    """Pairs of sources that speak of the same objects, for the test of copying."""

    def __init__(self, table: Table) -> None:
        self.table = table
        by_object = np.argsort(table.o, kind="stable")
        size = np.bincount(table.o, minlength=len(table.objects))
        start = np.concatenate([[0], np.cumsum(size)[:-1]])
        left = np.repeat(np.arange(len(table.o)), size[table.o])
        offset = np.arange(len(left)) - np.repeat(np.cumsum(size[table.o]) - size[table.o], size[table.o])
        right = by_object[start[table.o][left] + offset]
        keep = table.s[left] < table.s[right]
        self.left, self.right = left[keep], right[keep]
        keys = table.s[self.left] * len(table.sources) + table.s[self.right]
        self.keys, self.pair = np.unique(keys, return_inverse=True)
        self.same = table.v[self.left] == table.v[self.right]

    def independence(self, right: Floats, true: Floats, n: float, rate: float, prior: float) -> Floats:
        """Of each claim, the product over same-valued claims of earlier sources of (1 - rate * P(dependent))."""
        table, one, other = self.table, right[self.table.s[self.left]], right[self.table.s[self.right]]
        both, wrong = one * other, (1 - one) * (1 - other) / n
        apart = np.maximum(1 - both - wrong, 1e-9)
        middle = (one + other) / 2
        p = true[self.left]
        told = np.where(
            self.same,
            p * np.log((1 - rate) + rate * middle / both) + (1 - p) * np.log((1 - rate) + rate * (1 - middle) / wrong),
            np.log((1 - rate) * apart / apart),
        )
        odds = np.log(prior / (1 - prior)) + np.bincount(self.pair, told, len(self.keys))
        dependent = 1 / (1 + np.exp(-np.clip(odds, -40, 40)))
        ahead = table.s[np.where(right[table.s[self.left]] >= right[table.s[self.right]], self.right, self.left)]
        follows = np.where(ahead == table.s[self.left], self.left, self.right)
        lost = np.where(self.same, np.log(1 - rate * dependent[self.pair]), 0.0)
        return np.asarray(np.exp(np.bincount(follows, lost, len(table.o))))


def tdh(table: Table) -> Ints:
    """TDH (Jung, Kim and Shim, EDBT 2019): right, right but more general, or wrong; priors (3, 3, 2), gamma 2.

    The paper takes a given hierarchy; where the set has none, the pairs are those that the project learns.
    """
    facts = Facts(table)
    special, general = nested(table)
    parents = np.bincount(special, minlength=facts.count).astype(float)
    belief = np.full(facts.count, 1.0) / facts.per_object(np.ones(facts.count))[facts.o]
    prior, size = np.array([3.0, 3.0, 2.0]), facts.per_object(np.ones(facts.count))[facts.o]
    rates = np.tile([0.6, 0.25, 0.15], (len(table.sources), 1))
    claim_of_special, pair = _claims_of(facts, general)
    for _ in range(ROUNDS):
        own = rates[table.s, 0] * belief[facts.of]
        upper = rates[table.s[claim_of_special], 1] * (belief / np.maximum(parents, 1))[special[pair]]
        others = np.maximum(size - parents - 1, 1)
        wrong_share = belief / others
        below = np.bincount(claim_of_special, wrong_share[special[pair]], len(table.o))
        rest = facts.per_object(wrong_share)[table.o] - wrong_share[facts.of] - below
        wrong = rates[table.s, 2] * np.maximum(rest, 1e-12)
        total = own + np.bincount(claim_of_special, upper, len(table.o)) + wrong + 1e-12
        kinds = np.stack([own, total - own - wrong, wrong]) / total
        counted = np.stack([np.bincount(table.s, kind, len(table.sources)) for kind in kinds]).T
        gained = facts.sum(own / total) + np.bincount(special[pair], upper / total[claim_of_special], facts.count)
        spread = rates[table.s, 2] / total
        gained += belief / others * (np.bincount(table.o, spread, len(table.objects))[facts.o] - facts.sum(spread))
        belief = (gained + 1.0) / facts.per_object(gained + 1.0)[facts.o]
        rates = (counted + prior - 1) / (counted + prior - 1).sum(axis=1, keepdims=True)
    return facts.best(belief)


def _claims_of(facts: Facts, general: Ints) -> tuple[Ints, Ints]:
    """For each pair, the claims that state its general fact: the claims and, beside them, the numbers of the pairs."""
    order = np.argsort(facts.of, kind="stable")
    count = np.bincount(facts.of, minlength=facts.count)
    start = np.concatenate([[0], np.cumsum(count)[:-1]])
    repeats = count[general]
    pair = np.repeat(np.arange(len(general)), repeats)
    offset = np.arange(len(pair)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return order[start[general][pair] + offset], pair


def nested(table: Table) -> tuple[Ints, Ints]:
    """Pairs of facts of which the first lies in the second, as the project learns them; none for numbers."""
    if table.numbers is not None:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    reports = reports_of(table.o, table.s, table.v)
    found = containment(reports, OurFacts(reports))
    return found.special, found.general


def on_words(peer: Peer) -> Peer:
    """The same method on figures as if they were words."""

    def run(table: Table) -> Ints | Floats:
        return peer(replace(table, words=[f"“{word}”" for word in table.words]))

    return run


WORDS: dict[str, Peer] = {
    "majority": majority,
    "CRH": crh,
    "CATD": catd,
    "TruthFinder": truthfinder,
    "PooledInvestment": pooled_investment,
    "Dawid-Skene, one coin": one_coin,
    "AccuCopy": accu_copy,
    "TDH": tdh,
}
"""The methods for any answers; figures are taken as words."""
FIGURES: dict[str, Peer] = {
    "median": median,
    "mean": mean,
    "GTM": gtm,
    "CRH on words": on_words(crh),
    "CATD on words": on_words(catd),
}
"""The methods for figures alone."""
