"""What a proposed claim rests on: the names of the evidence, what each weighs, and the score that follows.

The weights are log odds that `benchmarks/calibration.py --fit` counts on the labelled stories that were looked at while
tuning; the same script prints how often claims of each score are right on the stories that were not.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from reconcile.model import Claim

UNRESOLVED = "speaker not resolved"
"""Evidence against a proposal: its source is a word such as "He" of which the article does not tell who it is."""
NO_PUBLICATION = "unresolved: no publication date"
TWO_READINGS = "unresolved: day and month may be either way round"
STATED = "statement"
"""The evidence by which a claim that was read from a statement in words is known."""
_DOUBTFUL = -0.4
"""Log odds from which evidence is worth naming to a person."""

BASE = 3.01
WEIGHTS: dict[str, float] = {
    "attribute": 0.20,  # 319 of 337
    "bounded": -0.05,  # 180 of 195
    "counted": 0.64,  # 601 of 648
    "cue in another sentence": -0.06,  # 64 of 71
    "cue in the sentence": 0.13,  # 469 of 506
    "denied": -0.86,  # 37 of 45
    "far from its cue": -0.64,  # 36 of 41
    "in words": 0.26,  # 439 of 467
    "kind: age": 0.65,  # 64 of 64
    "kind: date": -0.10,  # 109 of 114
    "kind: duration": 0.20,  # 64 of 66
    "kind: money": -0.15,  # 44 of 47
    "kind: number": -1.03,  # 574 of 629
    "kind: percent": 0.64,  # 43 of 44
    "kind: text": -0.20,  # 71 of 77
    "long sentence": 0.15,  # 2 of 2
    "many figures in the sentence": 0.20,  # 61 of 65
    "no common attribute": -0.59,  # 298 of 336
    "nothing counted": -1.04,  # 16 of 25
    "order word": -0.18,  # 7 of 8
    "other cue": -0.26,  # 160 of 181
    "own voice": 0.29,  # 288 of 305
    "own voice beside a cue": -0.14,  # 48 of 53
    "own voice near a speaker": 0.18,  # 98 of 103
    "passed on": -0.50,  # 92 of 104
    "plain cue": 0.32,  # 373 of 396
    "section: caption": 0.04,  # 1 of 1
    "section: headline": -0.27,  # 1 of 2
    "several cues in the sentence": -0.57,  # 114 of 130
    "source without a name": -0.12,  # 80 of 89
    "source: the agency": -0.40,  # 2 of 3
    "speaker by a pronoun": -0.11,  # 72 of 78
}
"""Evidence → log odds; what is not listed weighs nothing."""


DOUBTS = {UNRESOLVED: -1.5, NO_PUBLICATION: -2.0, TWO_READINGS: -2.0}
"""What the program itself could not settle; too rare in the stories to be counted, so the weights are set by hand."""


def score_of(evidence: Sequence[str]) -> float:
    """The score of a claim that rests on this evidence, two places."""
    odds = BASE + sum(DOUBTS.get(name) or WEIGHTS.get(name, 0.0) for name in evidence)
    return round(1 / (1 + math.exp(-odds)), 2)


def doubts(claim: Claim) -> tuple[str, ...]:
    """What tells against a proposed claim, by name; its kind is none, and a claim made by hand has none."""
    if claim.score is None:
        return ()
    weights = ((name, DOUBTS.get(name) or WEIGHTS.get(name, 0.0)) for name in claim.evidence)
    return tuple(name for name, weight in weights if weight <= _DOUBTFUL and not name.startswith(("kind: ", STATED)))
