"""How far a proposed claim can be trusted: named evidence, counted on labelled stories, summed to a score.

The evidence tells for or against a claim being right in value, source, stance and attribute at once. The weights are
log odds that `benchmarks/calibration.py --fit` counts on the labelled stories that were looked at while tuning; the
same script prints how often claims of each score are right on the stories that were not.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.extract.days import NO_PUBLICATION, TWO_READINGS
from reconcile.extract.sourcing import UNRESOLVED
from reconcile.extract.text import Sentence
from reconcile.extract.voices import Heard
from reconcile.model import CLOSED_ATTRIBUTES, Bound, Claim, Kind, Section, Stance

_CROWD = 4
_LONG = 38
_PRONOUNS = frozenset("he she they it".split())

BASE = 2.18
WEIGHTS: dict[str, float] = {
    "attribute": 0.03,  # 278 of 301
    "bounded": -0.22,  # 157 of 174
    "counted": 0.86,  # 527 of 573
    "cue in another sentence": 0.31,  # 51 of 57
    "cue in the sentence": 0.53,  # 358 of 396
    "denied": -0.87,  # 22 of 31
    "in words": 0.23,  # 337 of 368
    "kind: age": 0.09,  # 48 of 51
    "kind: date": 0.47,  # 98 of 101
    "kind: duration": -0.08,  # 50 of 54
    "kind: money": 0.35,  # 40 of 42
    "kind: number": -1.01,  # 500 of 554
    "kind: percent": 0.73,  # 41 of 42
    "kind: text": -0.56,  # 22 of 30
    "long sentence": 0.11,  # 2 of 2
    "many figures in the sentence": 0.40,  # 61 of 65
    "no common attribute": -0.31,  # 263 of 295
    "nothing counted": -1.13,  # 14 of 23
    "order word": -0.23,  # 6 of 7
    "own voice": 0.88,  # 345 of 363
    "own voice beside a cue": -0.11,  # 42 of 49
    "section: caption": 0.03,  # 1 of 1
    "section: headline": -0.27,  # 1 of 2
    "several cues in the sentence": -0.56,  # 93 of 109
    "source: the agency": -1.62,  # 3 of 9
    "speaker by a pronoun": -0.60,  # 49 of 59
    "statement": -0.56,  # 22 of 30
}
"""Evidence → log odds; what is not listed weighs nothing."""


DOUBTS = {UNRESOLVED: -1.5, NO_PUBLICATION: -2.0, TWO_READINGS: -2.0}
"""What the program itself could not settle; too rare in the stories to be counted, so the weights are set by hand."""


def scored(claims: Sequence[Claim], text: str, sentences: Sequence[Sentence], heard: Sequence[Heard]) -> list[Claim]:
    """The claims with what they rest on, by name, and a score from 0 to 1 that orders them.

    `heard` are the voices of the text; a claim without a span, as of a title, has no surroundings.
    """
    starts = [sentence.start for sentence in sentences]
    places = [bisect_right(starts, claim.span.start) - 1 if claim.span else -1 for claim in claims]
    figures = Counter(places)
    cues = Counter(voice.sentence for voice in heard if voice.content)
    out = []
    for claim, place in zip(claims, places, strict=True):
        around = _Around(sentences[place] if place >= 0 else None, figures[place], cues[place])
        evidence = tuple(dict.fromkeys([*claim.evidence, *_evidence(claim, text, around)]))
        out.append(replace(claim, evidence=evidence, score=score_of(evidence)))
    return out


def score_of(evidence: Sequence[str]) -> float:
    """The score of a claim that rests on this evidence, two places."""
    odds = BASE + sum(DOUBTS.get(name) or WEIGHTS.get(name, 0.0) for name in evidence)
    return round(1 / (1 + math.exp(-odds)), 2)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a claim: its sentence, the claims and the cues in it."""

    sentence: Sentence | None
    figures: int
    cues: int


def _evidence(claim: Claim, text: str, around: _Around) -> Iterator[str]:
    yield f"kind: {claim.value.kind.value}"
    yield from _voice(claim, text, around)
    yield from _what(claim)
    if claim.section is not Section.BODY:
        yield f"section: {claim.section.value}"
    if claim.stance is Stance.DENIES:
        yield "denied"
    if around.figures >= _CROWD:
        yield "many figures in the sentence"
    if around.sentence is not None and len(around.sentence.words) > _LONG:
        yield "long sentence"


def _voice(claim: Claim, text: str, around: _Around) -> Iterator[str]:
    if claim.cue_span is None or claim.source_span is None:
        if claim.source is not None:
            yield "source: the agency"
        else:
            yield "own voice beside a cue" if around.cues else "own voice"
        return
    here = around.sentence is not None and around.sentence.start <= claim.cue_span.start < around.sentence.end
    yield "cue in the sentence" if here else "cue in another sentence"
    if text[claim.source_span.start : claim.source_span.end].lower() in _PRONOUNS:
        yield "speaker by a pronoun"
    if here and around.cues > 1:
        yield "several cues in the sentence"


def _what(claim: Claim) -> Iterator[str]:
    if claim.value.kind in {Kind.NUMBER, Kind.PERCENT}:
        yield "counted" if claim.scope.counted else "nothing counted"
        yield "attribute" if claim.scope.attribute in CLOSED_ATTRIBUTES else "no common attribute"
    if claim.value.bound is Bound.ORDER:
        yield "order word"
    elif claim.value.bound is not Bound.EXACT:
        yield "bounded"
    if not any(letter.isdigit() for letter in claim.value.words or claim.quote):
        yield "in words"
