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

from reconcile.extract.statements.statement import STATED
from reconcile.extract.times.days import NO_PUBLICATION, TWO_READINGS
from reconcile.extract.voices.hearing import Heard
from reconcile.extract.voices.sourcing import UNRESOLVED
from reconcile.extract.words.text import Sentence
from reconcile.model import CLOSED_ATTRIBUTES, Bound, Claim, Kind, Section, Stance

_CROWD = 4
_LONG = 38
_DOUBTFUL = -0.4
"""Log odds from which evidence is worth naming to a person."""
_FAR = 80
"""Characters between a figure and its cue."""
_PLAIN = frozenset({"said", "says", "told", "according to", "added", "reported", "announced", "told reporters"})
_PRONOUNS = frozenset("he she they it".split())

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


def scored(claims: Sequence[Claim], text: str, sentences: Sequence[Sentence], heard: Sequence[Heard]) -> list[Claim]:
    """The claims with what they rest on, by name, and a score from 0 to 1 that orders them.

    `heard` are the voices of the text; a claim without a span, as of a title, has no surroundings.
    """
    starts = [sentence.start for sentence in sentences]
    spoken = {sentences[voice.sentence].paragraph for voice in heard if voice.content}
    places = [bisect_right(starts, claim.span.start) - 1 if claim.span else -1 for claim in claims]
    figures = Counter(places)
    cues = Counter(voice.sentence for voice in heard if voice.content)
    out = []
    for claim, place in zip(claims, places, strict=True):
        sentence = sentences[place] if place >= 0 else None
        speakers = sentence is not None and sentence.paragraph in spoken
        around = _Around(sentence, figures[place], cues[place], speakers)
        evidence = tuple(dict.fromkeys([*claim.evidence, *_evidence(claim, text, around)]))
        out.append(replace(claim, evidence=evidence, score=score_of(evidence)))
    return out


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


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around a claim: its sentence, the claims and the cues in it, and whether its paragraph has any."""

    sentence: Sentence | None
    figures: int
    cues: int
    speakers: bool


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
        elif around.cues:
            yield "own voice beside a cue"
        else:
            yield "own voice near a speaker" if around.speakers else "own voice"
        return
    here = around.sentence is not None and around.sentence.start <= claim.cue_span.start < around.sentence.end
    yield "cue in the sentence" if here else "cue in another sentence"
    if text[claim.source_span.start : claim.source_span.end].lower() in _PRONOUNS:
        yield "speaker by a pronoun"
    if here and around.cues > 1:
        yield "several cues in the sentence"
    yield "plain cue" if text[claim.cue_span.start : claim.cue_span.end].lower() in _PLAIN else "other cue"
    if (
        claim.span is not None
        and max(claim.cue_span.start - claim.span.end, claim.span.start - claim.cue_span.end) > _FAR
    ):
        yield "far from its cue"
    if claim.source is not None and not (claim.source.body or claim.source.person):
        yield "source without a name"
    if claim.via:
        yield "passed on"


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
