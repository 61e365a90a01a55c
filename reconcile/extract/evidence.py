"""What a proposed claim rests on: the names of the evidence, what each weighs, and the score that follows.

The weights are log odds that `benchmarks/calibration.py --fit` counts, above all on articles as they were read before
any rule was made on them, since there are the errors that a reader will meet; the same script prints how often claims
of each score are right.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from reconcile.model import Claim

UNRESOLVED = "speaker not resolved"
"""Evidence against a proposal: its source is a word such as "He" of which the article does not tell who it is."""
HIGH = 0.9
"""The least of the scores that are called high."""
_BARRED = 0.89
"""The highest score beside any evidence of `BARS`."""
NO_PUBLICATION = "unresolved: no publication date"
TWO_READINGS = "unresolved: day and month may be either way round"
STATED = "statement"
"""The evidence by which a claim that was read from a statement in words is known."""
_DOUBTFUL = -0.25
"""Log odds from which evidence of `BARS` is worth naming to a person."""

BASE = 2.45
PLAIN = 1.12
"""What it adds that nothing of `BARS` tells against a claim."""
WEIGHTS: dict[str, float] = {
    "a clause between figure and cue": -0.10,  # 30 of 37, 83 of 87
    "a source, behind a colon": -0.25,  # 10 of 15, 9 of 11
    "a source, beside quotation marks": -0.33,  # 25 of 36, 78 of 85
    "a source, in the first person": 0.01,  # 17 of 24, 50 of 52
    "a source, with a word of telling that nobody is heard for": -0.09,  # 55 of 71, 121 of 127
    "an earlier figure": 0.14,  # 8 of 9, 14 of 16
    "another attribute nearer": -0.05,  # 12 of 14, 17 of 20
    "another verb of telling between figure and cue": 0.03,  # 13 of 17, 36 of 37
    "attribute beside the figure": 0.41,  # 111 of 120, 245 of 257
    "attribute far from the figure": 0.23,  # 4 of 4, 25 of 26
    "attribute from elsewhere": -0.54,  # 23 of 34, 49 of 54
    "bounded": 0.05,  # 49 of 59, 180 of 195
    "counted beside the figure": 0.19,  # 195 of 228, 348 of 375
    "counted in other words": -0.14,  # 79 of 101, 121 of 131
    "counted in the sentence": 0.69,  # 45 of 45, 132 of 141
    "cue beside the figure": 0.20,  # 103 of 121, 213 of 229
    "cue in another sentence": -0.02,  # 6 of 10, 64 of 71
    "cue near the figure": -0.08,  # 86 of 102, 170 of 182
    "cue of a wish": -0.09,  # 12 of 14, 12 of 15
    "denied": -0.23,  # 5 of 7, 37 of 45
    "far from its cue": -0.18,  # 19 of 24, 86 of 95
    "in words": -0.03,  # 212 of 252, 439 of 467
    "kind: age": 0.51,  # 18 of 18, 64 of 64
    "kind: date": -0.10,  # 25 of 29, 109 of 114
    "kind: duration": -0.30,  # 53 of 62, 64 of 66
    "kind: money": 0.01,  # 39 of 43, 44 of 47
    "kind: number": -0.43,  # 308 of 372, 574 of 629
    "kind: percent": 0.22,  # 24 of 27, 43 of 44
    "kind: text": 0.09,  # 0 of 0, 71 of 77
    "long sentence": 0.02,  # 0 of 0, 2 of 2
    "many figures in the sentence": 0.17,  # 0 of 0, 61 of 65
    "marks between figure and cue": -0.14,  # 17 of 23, 67 of 74
    "name apart from its cue": -0.25,  # 26 of 32, 44 of 50
    "no common attribute": -0.30,  # 194 of 241, 298 of 336
    "nothing counted": -0.95,  # 13 of 25, 16 of 26
    "order word": -0.16,  # 1 of 2, 7 of 8
    "other cue": -0.38,  # 59 of 79, 148 of 166
    "own voice": 0.12,  # 253 of 294, 434 of 461
    "own voice beside a cue": -0.13,  # 16 of 19, 13 of 16
    "own voice beside a name": -0.21,  # 82 of 97, 103 of 112
    "own voice in the paragraph behind a speaker": 0.06,  # 57 of 65, 58 of 60
    "own voice right behind a speaker": 0.03,  # 23 of 28, 39 of 42
    "own voice that goes on from the sentence before": -0.26,  # 9 of 12, 16 of 18
    "own voice, behind a colon": -0.07,  # 5 of 8, 82 of 86
    "own voice, beside quotation marks": -0.25,  # 7 of 10, 2 of 2
    "own voice, in the first person": -0.19,  # 9 of 13, 36 of 39
    "own voice, with a word of telling that nobody is heard for": -0.59,  # 78 of 105, 147 of 159
    "passed on": -0.01,  # 2 of 2, 92 of 104
    "people, without what happened to them": -0.47,  # 42 of 57, 69 of 87
    "plain cue": 0.39,  # 143 of 164, 373 of 396
    "section: caption": 0.01,  # 0 of 0, 1 of 1
    "section: headline": -0.04,  # 0 of 0, 1 of 2
    "several cues in the sentence": 0.14,  # 33 of 39, 114 of 130
    "source without a name": -0.14,  # 60 of 74, 80 of 89
    "source: the agency": -0.05,  # 0 of 0, 2 of 3
    "speaker by a pronoun": -0.57,  # 31 of 45, 72 of 78
    "speakers without an article": -0.28,  # 30 of 37, 100 of 114
}
"""Evidence → log odds; what is not listed weighs nothing.

Behind each: right of how many at first sight, and in articles that rules were made on.
"""


BARS = frozenset(
    {
        "a source, behind a colon",
        "a source, in the first person",
        "a source, with a word of telling that nobody is heard for",
        "an earlier figure",
        "another attribute nearer",
        "another verb of telling between figure and cue",
        "attribute far from the figure",
        "attribute from elsewhere",
        "counted in other words",
        "cue in another sentence",
        "cue of a wish",
        "denied",
        "far from its cue",
        "long sentence",
        "marks between figure and cue",
        "nothing counted",
        "order word",
        "own voice beside a cue",
        "own voice right behind a speaker",
        "own voice that goes on from the sentence before",
        "own voice, behind a colon",
        "own voice, beside quotation marks",
        "own voice, in the first person",
        "own voice, with a word of telling that nobody is heard for",
        "people, without what happened to them",
        "section: headline",
        "several cues in the sentence",
        "source: the agency",
        "speaker by a pronoun",
        "speakers without an article",
    }
)
"""Evidence beside which no score is high: the reading rests on a guess that a construction nobody has seen may upset.

In articles that no rule had been made on, 149 of the 150 claims with none of it were right, and 318 of the 401 with any
of it; but what stands here was chosen by them.
"""
DOUBTS = {UNRESOLVED: -1.5, NO_PUBLICATION: -2.0, TWO_READINGS: -2.0}
"""What the program itself could not settle; too rare in the stories to be counted, so the weights are set by hand."""


def score_of(evidence: Sequence[str]) -> float:
    """The score of a claim that rests on this evidence, two places."""
    plain = BARS.isdisjoint(evidence) and DOUBTS.keys().isdisjoint(evidence)
    odds = BASE + PLAIN * plain + sum(DOUBTS.get(name) or WEIGHTS.get(name, 0.0) for name in evidence)
    score = round(1 / (1 + math.exp(-odds)), 2)
    return score if plain else min(score, _BARRED)


def doubts(claim: Claim) -> tuple[str, ...]:
    """What tells against a proposed claim, by name; a claim made by hand has none."""
    if claim.score is None:
        return ()
    return tuple(
        name for name in claim.evidence if name in DOUBTS or (name in BARS and WEIGHTS.get(name, 0.0) <= _DOUBTFUL)
    )
