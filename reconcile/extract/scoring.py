"""How far a proposed claim can be trusted: named evidence, counted on labelled stories, summed to a score.

The evidence tells for or against a claim being right in value, source, stance and attribute at once: who speaks
(`standing`), what is counted (here). What each piece weighs, and which keeps a claim from a high score, stands in
`evidence`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.extract.counts.attributewords import ATTRIBUTE_OF
from reconcile.extract.evidence import score_of
from reconcile.extract.standing import Place, Standing
from reconcile.extract.voices.hearing import Heard
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.wordforms import human
from reconcile.model import CLOSED_ATTRIBUTES, Bound, Claim, Kind, Section, Stance

_CROWD = 4
_LONG = 38
_BESIDE = 6
"""Words from a figure to the word that names its attribute, within which it is surely meant."""
_STANDINS = frozenset("themselves them those others itself ones".split())
_SHORT = 3
"""Letters; shorter words of what is counted tell nothing."""


def scored(claims: Sequence[Claim], text: str, sentences: Sequence[Sentence], heard: Sequence[Heard]) -> list[Claim]:
    """The claims with what they rest on, by name, and a score from 0 to 1 that orders them.

    `heard` are the voices of the text; a claim without a span, as of a title, has no surroundings.
    """
    starts = [sentence.start for sentence in sentences]
    places = [bisect_right(starts, claim.span.start) - 1 if claim.span else -1 for claim in claims]
    figures = Counter(places)
    standing = Standing(text, sentences, heard)
    out = []
    for claim, number in zip(claims, places, strict=True):
        found = [*claim.evidence, f"kind: {claim.value.kind.value}"]
        if number >= 0 and claim.span is not None:
            place = standing.place(claim.span, number)
            found += standing.evidence(claim, place)
            found += _what(claim, place)
            if figures[number] >= _CROWD:
                found.append("many figures in the sentence")
        found += _form(claim)
        evidence = tuple(dict.fromkeys(found))
        out.append(replace(claim, evidence=evidence, score=score_of(evidence)))
    return out


def _form(claim: Claim) -> Iterator[str]:
    if claim.section is not Section.BODY:
        yield f"section: {claim.section.value}"
    if claim.stance is Stance.DENIES:
        yield "denied"
    if claim.former:
        yield "an earlier figure"
    if claim.value.bound is Bound.ORDER:
        yield "order word"
    elif claim.value.bound is not Bound.EXACT:
        yield "bounded"
    if not any(letter.isdigit() for letter in claim.value.words or claim.quote):
        yield "in words"


def _what(claim: Claim, place: Place) -> Iterator[str]:
    if len(place.sentence.words) > _LONG:
        yield "long sentence"
    if claim.value.kind not in {Kind.NUMBER, Kind.PERCENT}:
        return
    yield from _counted(claim, place)
    yield from _attribute(claim, place)


def _counted(claim: Claim, place: Place) -> Iterator[str]:
    """Whether what is counted stands beside its figure or was brought from elsewhere."""
    names = [name for name in (claim.scope.counted or "").lower().replace(",", "").split() if len(name) >= _SHORT]
    names = [] if _STANDINS & set(names) else names
    if not names:
        yield "nothing counted"
        return
    quote = claim.quote.lower()
    if any(name in quote for name in names):
        yield "counted beside the figure"
    elif any(word.low in names for word in place.sentence.words):
        yield "counted in the sentence"
    else:
        yield "counted in other words"
    if claim.scope.attribute not in CLOSED_ATTRIBUTES and claim.value.kind is Kind.NUMBER and any(map(human, names)):
        yield "people, without what happened to them"


def _attribute(claim: Claim, place: Place) -> Iterator[str]:
    """How near the word that names the attribute stands, and whether that of another stands nearer."""
    attribute = claim.scope.attribute
    if attribute not in CLOSED_ATTRIBUTES:
        yield "no common attribute"
        return
    own: list[int] = []
    others: list[int] = []
    for here, word in enumerate(place.sentence.words):
        named = ATTRIBUTE_OF.get(word.low)
        if named is not None:
            (own if named == attribute else others).append(place.distance(here))
    if not own:
        yield "attribute from elsewhere"
    else:
        yield "attribute beside the figure" if min(own) <= _BESIDE else "attribute far from the figure"
    if others and (not own or min(others) <= min(own)):
        yield "another attribute nearer"
