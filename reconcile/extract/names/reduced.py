"""Clauses inside a name that begin without "who": "Divers sent down by the board", "relatives waiting outside"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.voices.cues import MESSAGES, SPEAKERS
from reconcile.extract.words.phrases import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    TIME_WORDS,
    adverbial,
    plural,
)
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import human


def doing(words: Sequence[Token], here: int, floor: int) -> bool:
    """ "Relatives waiting outside the gate", "passengers trapped in the hold": a participle behind people."""
    if here <= floor or not words[here - 1].word:
        return False
    low, before = words[here].low, words[here - 1].low
    participle = (low.endswith("ing") and len(low) > 4) or low in _HELD
    return participle and plural(before) and bool(human(before) or before in SPEAKERS)


_HELD = frozenset("trapped stranded based stationed gathered camped".split())


def past_inside(words: Sequence[Token], start: int, stop: int) -> bool:
    """Whether a past tense stands among the words of a relative clause."""
    return any(
        w.low.endswith("ed") and len(w.low) > 4 and not w.capital for w in words[start : max(stop - 1, start + 1)]
    )


_AGENTS = frozenset("seen made sent given written signed run led compiled drawn published released issued".split())


def reduced(words: Sequence[Token], here: int, floor: int) -> bool:
    """Whether "by" stands in "seen by", "compiled by" behind the noun that they belong to."""
    low = words[here - 1].low if here > floor + 1 else ""
    if words[here].low not in {"by", "to", "into", "after"}:
        return False
    if here > floor and (low in MESSAGES or words[here - 2].low in MESSAGES):
        return False
    if low in PARTICLES and here > floor + 2:
        here, low = here - 1, words[here - 2].low
    return (low in _AGENTS or (low.endswith("ed") and len(low) > 4)) and (
        words[here - 2].word and words[here - 2].low not in AUXILIARIES and not adverbial(words[here - 2])
    )


PARTICLES = frozenset("down out in up off over".split())


def participle(words: Sequence[Token], here: int, end: int) -> bool:
    """ "reading the tachograph", "released on Thursday", "based in" behind the noun that they belong to."""
    low = words[here].low
    before = words[here - 1].low if here else ""
    if here == 0 or here + 1 >= end or not words[here - 1].word or before in DETERMINERS | RELATIVES:
        return False
    if before in MESSAGES and words[here + 1].low == "by":
        return False
    follower = words[here + 1].low
    if low.endswith("ing") and len(low) > 4:
        return (plural(words[here - 1].low) or words[here - 1].capital) and (
            follower in DETERMINERS or follower in PREPOSITIONS
        )
    return low.endswith("ed") and follower in PREPOSITIONS | TIME_WORDS and words[here - 1].low not in AUXILIARIES
