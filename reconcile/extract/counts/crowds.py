"""Crowds that are told by where they stood: "we were 5,000 in the square", "we counted 900 at the gate"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.words.phrases import ADVERBS, DETERMINERS, PREPOSITIONS
from reconcile.extract.words.tokens import Token

_GROUNDS = frozenset(
    """
        street streets square stands stand pavement pavements terraces avenue boulevard stadium arena ground park plaza
        gate gates hall palace parliament ministry embassy cathedral crowd march rally terrace steps
    """.split()
)
"""Where people gather."""
_THERE = frozenset("in on at before outside inside around along".split())
_COUNTED = frozenset("were was counted estimated had are made saw".split())
_PUT = frozenset("at as".split())
_GATHERINGS = frozenset("rally march gathering protest demonstration crowd procession vigil turnout".split())
_COUNTERS = frozenset("we organisers organizers they police reporters".split())
_BETWEEN = PREPOSITIONS | DETERMINERS | frozenset("front town city main market central".split())
_FAR = 6
_NEAR = 5


def in_public(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether a bare figure from `first` to `last` counts those who stood or sat in a public place."""
    before = {w.low for w in words[max(0, first - _NEAR) : first] if w.low not in ADVERBS}
    if last < len(words) and words[last].low == "inside":
        return "spoke" in before and (last + 1 == len(words) or not words[last + 1].word)
    if _PUT & before and _GATHERINGS & {w.low for w in words[max(0, first - _FAR - _NEAR) : first]}:
        return words[first - 1].low in {"at", "as"}
    if not (_COUNTED & before and _COUNTERS & before) or last >= len(words) or words[last].low not in _THERE:
        return False
    for token in words[last : last + _FAR]:
        if token.low in _GROUNDS:
            return True
        if token.low not in _BETWEEN:
            return False
    return False
