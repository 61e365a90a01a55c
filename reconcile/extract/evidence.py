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
_DOUBTFUL = -0.15
"""Log odds from which evidence of `BARS` is worth naming to a person."""

BASE = 2.44
PLAIN = 1.24
"""What it adds that nothing of `BARS` tells against a claim."""
WEIGHTS: dict[str, float] = {
    "a clause between figure and cue": -0.13,  # 40 of 49, 83 of 87
    "a comma between cue and figure": -0.27,  # 26 of 34, 25 of 30
    "a source, behind a colon": -0.16,  # 13 of 18, 9 of 11
    "a source, beside quotation marks": -0.27,  # 32 of 43, 78 of 85
    "a source, in the first person": 0.10,  # 24 of 31, 50 of 52
    "a source, with a word of telling that nobody is heard for": 0.01,  # 71 of 89, 124 of 130
    "an earlier figure": 0.11,  # 9 of 11, 14 of 16
    "another attribute nearer": -0.04,  # 13 of 15, 17 of 20
    "another verb of telling between figure and cue": 0.07,  # 17 of 21, 36 of 37
    "attribute beside the figure": 0.45,  # 138 of 148, 246 of 257
    "attribute far from the figure": 0.23,  # 4 of 4, 25 of 26
    "attribute from elsewhere": -0.60,  # 24 of 36, 49 of 54
    "bounded": 0.16,  # 61 of 71, 181 of 195
    "counted beside the figure": 0.22,  # 255 of 298, 348 of 374
    "counted in other words": -0.03,  # 100 of 125, 122 of 131
    "counted in the sentence": 0.82,  # 52 of 52, 132 of 141
    "cue beside the figure": 0.13,  # 133 of 155, 222 of 238
    "cue in another sentence": 0.02,  # 9 of 13, 64 of 71
    "cue near the figure": -0.12,  # 116 of 136, 161 of 173
    "cue of a wish": -0.10,  # 16 of 19, 12 of 15
    "denied": -0.14,  # 7 of 9, 38 of 46
    "far from its cue": -0.15,  # 24 of 29, 86 of 95
    "in words": -0.08,  # 283 of 335, 439 of 467
    "kind: age": 0.57,  # 22 of 22, 64 of 64
    "kind: date": -0.01,  # 35 of 39, 109 of 114
    "kind: duration": -0.37,  # 67 of 80, 64 of 66
    "kind: money": -0.10,  # 53 of 60, 44 of 47
    "kind: number": -0.47,  # 391 of 473, 575 of 629
    "kind: percent": 0.28,  # 31 of 35, 43 of 44
    "kind: text": 0.10,  # 0 of 0, 71 of 77
    "long sentence": 0.01,  # 0 of 0, 2 of 2
    "many figures in the sentence": 0.22,  # 0 of 0, 61 of 65
    "marks between figure and cue": -0.08,  # 22 of 28, 65 of 72
    "name apart from its cue": -0.14,  # 35 of 42, 44 of 50
    "no common attribute": -0.27,  # 256 of 320, 298 of 336
    "nothing counted": -1.21,  # 15 of 33, 16 of 27
    "order word": -0.15,  # 1 of 2, 7 of 8
    "other cue": -0.38,  # 75 of 97, 148 of 166
    "own voice": 0.15,  # 317 of 376, 435 of 461
    "own voice beside a cue": -0.09,  # 20 of 24, 13 of 16
    "own voice beside a name": -0.11,  # 108 of 128, 103 of 112
    "own voice in the paragraph behind a speaker": -0.13,  # 69 of 83, 58 of 60
    "own voice right behind a speaker": -0.21,  # 26 of 36, 39 of 42
    "own voice that goes on from the sentence before": -0.44,  # 14 of 22, 16 of 18
    "own voice, behind a colon": -0.25,  # 5 of 10, 82 of 86
    "own voice, beside quotation marks": -0.18,  # 8 of 11, 2 of 2
    "own voice, in the first person": -0.11,  # 10 of 14, 36 of 39
    "own voice, with a word of telling that nobody is heard for": -0.78,  # 94 of 135, 148 of 160
    "passed on": -0.04,  # 2 of 2, 92 of 104
    "people, without what happened to them": -0.53,  # 57 of 79, 69 of 86
    "plain cue": 0.37,  # 191 of 217, 373 of 396
    "section: caption": 0.01,  # 0 of 0, 1 of 1
    "section: headline": -0.03,  # 0 of 0, 1 of 2
    "several cues in the sentence": 0.19,  # 41 of 47, 114 of 130
    "source without a name": -0.02,  # 73 of 87, 80 of 89
    "source: the agency": -0.03,  # 0 of 0, 2 of 3
    "speaker by a pronoun": -0.62,  # 35 of 51, 72 of 78
    "speakers without an article": -0.25,  # 44 of 51, 100 of 114
}
"""Evidence → log odds; what is not listed weighs nothing.

Behind each: right of how many at first sight, and in articles that rules were made on.
"""


BARS = frozenset(
    {
        "a clause between figure and cue",
        "a comma between cue and figure",
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
    }
)
"""Evidence beside which no score is high: the reading rests on a guess that a construction nobody has seen may upset.

In articles that no rule had been made on, 195 of the 196 claims with none of it were right, and 404 of the 513 with any
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
