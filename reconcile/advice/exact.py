"""How often each source gives the very value that is right, and how much each report is worth.

Closed-form expectation and maximisation with one rate a source, shrunk to the pool (Dawid and Skene 1979 with one
coin; accuracies and coincidences as in Dong et al. 2009). Single reports teach nothing of their source.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reconcile.advice.containing import Containment, containment
from reconcile.advice.copying import Dependence, bundle_weight
from reconcile.advice.reports import NOBODY, WORDS, Facts, Floats, Reports, summed

ROUNDS = 12
RAMP = 0.2
"""How much of its weight the evidence gets in the first round; it grows by as much a round, against early errors."""
COPYING_FROM = 4
"""The round from which copying is told; before, too little is known of who is right."""
POOL = 4.0
"""How many reports of the pool a source's own record is mixed with."""
VALUE_POOL = 50.0
"""The same for a value's record: words that keep turning up on the losing side weigh less."""
RATED = 200.0
"""How many reports the desk's own rating of a source is worth: it overrides what is learnt."""
DECIDED = 5.0
"""How many questions a question that a person decided is worth as a lesson."""
LOWEST, HIGHEST = 0.02, 0.97
TOGETHER = (0.02, 0.6)
"""The bounds of how often two wrong values of a question coincide."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the reports teach of their sources.

    `rate` of each source, `weight` of each report as an independent voice, `together` (how often two wrong values
    coincide), `pool` (the rate of the pool), `credit` of each report's value on the log scale, and for each fact
    `vote`, what its own reports say for it.
    """

    rate: Floats
    weight: Floats
    together: float
    pool: float
    credit: Floats
    vote: Floats
    within: Containment


def learn(reports: Reports, facts: Facts) -> Learnt:
    """Who is right how often, by what the others say; desk ratings and decided questions override it."""
    within = containment(reports, facts)
    dependence = Dependence(reports)
    held = bundle_weight(reports)
    lesson = held * _lessons(reports)
    weight, believed = held, facts.shares(np.log(facts.sum(held) + 1e-9), reports.questions)
    for step in range(ROUNDS):
        good = _good(facts, within, believed)[facts.of]
        pool = float((good * lesson * weight).sum() + 1) / float((lesson * weight).sum() + 2)
        rate = _rates(reports, good, lesson, pool)
        together = _together(reports, facts, (1 - good) * lesson * weight)
        if step >= COPYING_FROM and step % 2 == 0:
            weight = held * dependence.independence(rate[reports.source], good, together)
        credit = _credit(reports, facts, good, lesson, pool)
        each = weight * (vote_of(rate, together)[reports.source] + credit)
        vote = facts.sum(each)
        score = min(1.0, RAMP * (step + 1)) * (vote + from_general(within, vote))
        believed = facts.shares(score, reports.questions)
    return Learnt(rate, weight, together, pool, credit, vote, within)


def _lessons(reports: Reports) -> Floats:
    """What each report teaches of its source: nothing where nobody else reports and nobody decided."""
    asked = np.bincount(reports.question, minlength=reports.questions)
    by_question = np.where(reports.settled != NOBODY, DECIDED, (asked > 1).astype(float))
    return np.asarray(by_question[reports.question])


def vote_of(rate: Floats, together: float) -> Floats:
    """What one report of a source with this rate says for its value, on the log scale."""
    return np.asarray(np.log(rate) - np.log((1 - rate) * together))


def from_general(within: Containment, vote: Floats) -> Floats:
    """What the values that a value lies in say for it."""
    return summed(within.special, within.degree * np.maximum(vote[within.general], 0), len(vote))


def _good(facts: Facts, within: Containment, believed: Floats) -> Floats:
    """How far each fact is taken to be right: itself, or in a value that lies in it."""
    special = summed(within.general, believed[within.special] * within.degree, facts.count)
    return np.minimum(believed + special, 1.0)


def _rates(reports: Reports, good: Floats, lesson: Floats, pool: float) -> Floats:
    hits = summed(reports.source, good * lesson, reports.sources)
    tries = summed(reports.source, lesson, reports.sources)
    rated = np.isfinite(reports.prior)
    strength = np.where(rated, RATED + 10 * tries, POOL)
    prior = np.where(rated, reports.prior, pool)
    return np.asarray(np.clip((hits + strength * prior) / (tries + strength), LOWEST, HIGHEST))


def _together(reports: Reports, facts: Facts, wrong: Floats) -> float:
    """How often two independent wrong reports on a question say the same."""
    by_fact, by_question = facts.sum(wrong), summed(reports.question, wrong, reports.questions)
    same = np.maximum(by_fact**2 - facts.sum(wrong**2), 0).sum()
    all_pairs = np.maximum(by_question**2 - summed(reports.question, wrong**2, reports.questions), 0).sum()
    return float(np.clip((same + 1) / (all_pairs + 5), *TOGETHER))


def _credit(reports: Reports, facts: Facts, good: Floats, lesson: Floats, pool: float) -> Floats:
    """What is known against or for a value itself, where values are words that recur between questions."""
    words = reports.family[reports.question] == WORDS
    if not words.any():
        return np.zeros(len(good))
    hits = summed(reports.value, good * lesson, facts.values)
    tries = summed(reports.value, lesson, facts.values)
    rate = np.clip((hits + VALUE_POOL * pool) / (tries + VALUE_POOL), LOWEST, HIGHEST)
    pool = min(max(pool, LOWEST), HIGHEST)
    credit = np.log(rate / (1 - rate)) - np.log(pool / (1 - pool))
    return np.where(words, credit[reports.value], 0.0)
