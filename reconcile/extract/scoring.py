"""How far a proposed claim can be trusted: named evidence, counted on labelled stories, summed to a score.

The evidence tells for or against a claim being right in value, source, stance and attribute at once; what each weighs
stands in `evidence`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.extract.evidence import score_of
from reconcile.extract.voices.hearing import Heard
from reconcile.extract.words.text import Sentence
from reconcile.model import CLOSED_ATTRIBUTES, Bound, Claim, Kind, Section, Stance

_CROWD = 4
_LONG = 38
_FAR = 80
"""Characters between a figure and its cue."""
_PLAIN = frozenset({"said", "says", "told", "according to", "added", "reported", "announced", "told reporters"})
_PRONOUNS = frozenset("he she they it".split())


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
