"""Values that lie in others, as a town lies in its province: learnt from which are given for the same questions.

A general value contradicts no special one that lies in it: a source that names the country speaks for the town, too
(Jung, Kim and Shim, EDBT 2019, from a given hierarchy; here it is learnt). "Ulm, Germany" lies in "Germany" by its
words; else a value lies in a commoner one that is given wherever it is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reconcile.advice.reports import WORDS, Facts, Flags, Floats, Ints, Reports, pairs

COMMONER = 2.0
"""How many times as common the general value must be."""
UNKNOWN = 0.8
"""What is taken of a pair that only the question at hand shows, where values are seen to lie in each other."""
LEAST = 0.5
"""Below this a pair counts for nothing."""
NESTED = 0.2
"""The share of recurring values that must have a container before any pair is learnt at all."""
LARGEST = 64
"""Questions with more different answers than this are not looked at: their pairs would be too many."""
RECURRING = 20
"""How many recurring values that takes at least."""


@dataclass(frozen=True, slots=True)
class Containment:
    """Pairs of facts of one question: `special` lies in `general`, believed as far as `degree` (0 to 1)."""

    special: Ints
    general: Ints
    degree: Floats


def containment(reports: Reports, facts: Facts) -> Containment:
    """The pairs of facts of which one lies in the other, in questions whose answers are words."""
    words = (reports.family == WORDS) & (facts.size <= LARGEST)
    in_words = np.flatnonzero(words[facts.question])
    left, right = pairs(facts.question[in_words], facts.question[in_words], reports.questions)
    special, general = in_words[left[left != right]], in_words[right[left != right]]
    degree = np.maximum(_learnt(reports, facts, special, general), _given(reports, facts, special, general))
    kept = degree >= LEAST
    return Containment(special[kept], general[kept], degree[kept])


def _learnt(reports: Reports, facts: Facts, special: Ints, general: Ints) -> Floats:
    """How far each pair is borne out by the other questions that give the special value."""
    if not len(special):
        return np.zeros(0)
    often = np.bincount(facts.value, minlength=facts.values).astype(float)
    one, other = facts.value[special], facts.value[general]
    _, pair, count = np.unique(one * facts.values + other, return_inverse=True, return_counts=True)
    both = count[pair].astype(float)
    commoner = often[other] >= COMMONER * often[one]
    if not _nested(reports, facts, one, commoner & (both >= 0.6 * often[one]) & (both >= 2)):
        return np.zeros(len(special))
    elsewhere = (both - 1 + UNKNOWN) / often[one]
    return np.where(commoner, elsewhere, 0.0)


def _nested(reports: Reports, facts: Facts, special: Ints, within: Flags) -> bool:
    """Whether recurring values have containers often enough for the answers to be nested at all."""
    disputed = facts.size[facts.question] > 1
    recurring = np.bincount(facts.value[disputed & (reports.family[facts.question] == WORDS)], minlength=facts.values)
    contained = np.zeros(facts.values, dtype=bool)
    contained[special[within]] = True
    eligible = recurring >= 2
    return bool(eligible.sum() >= RECURRING and (contained & eligible).sum() >= NESTED * eligible.sum())


def _given(reports: Reports, facts: Facts, special: Ints, general: Ints) -> Floats:
    """1 for the pairs that are known to lie in each other by their words."""
    if not len(reports.inside):
        return np.zeros(len(special))
    known = reports.inside[:, 0] * facts.values + reports.inside[:, 1]
    return np.isin(facts.value[special] * facts.values + facts.value[general], known).astype(float)
