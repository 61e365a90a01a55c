"""Nouns and noun phrases: what is counted or measured, in the words of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.voices.cues import AMBIGUOUS, VERBS
from reconcile.extract.words.phrases import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    closes,
)
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import passive

_SUMS = frozenset("number numbers count total tally figure share proportion percentage".split())
CONTINUING = _SUMS | frozenset(
    """
        toll estimate estimates it its that they this these those them which who whom he she we one ones report reports
        claim claims rest remainder remaining others other more so half figures first second list average others'
        previous former latest
    """.split()
)
"""Nouns and pronouns that only point back to what was counted before."""

_LEVELS = frozenset("at to from by than between as".split())
_SAYING = frozenset("said says told tells added adds wrote writes tweeted asked".split())
_HEDGES = frozenset("about some around nearly almost only just least most up over roughly approximately".split())
_REACHING = frozenset("reaching totalling numbering totaling put set fixed estimated reckoned".split())
_OF_GROUP = frozenset("members member kinds units unit".split())
_LONGEST = 6


def phrase(words: Sequence[Token], start: int, stop: int) -> str | None:
    """A noun phrase in its own words, without articles and pronouns before it; "members of staff" stays whole."""
    while start < stop and (not words[start].word or words[start].low in DETERMINERS | ADVERBS):
        start += 1
    if start >= stop:
        return None
    if words[stop - 1].low in _OF_GROUP and stop + 1 < len(words) and words[stop].low == "of":
        stop = _end(words, stop + 1)
    kept = [w.text for w in words[start:stop] if w.word or w.text in "&-"]
    text = " ".join(kept)
    common = start == 0 and words[start].capital and not (stop > 1 and words[1].capital)
    return text[0].lower() + text[1:] if text and common else text or None


def colon_before(words: Sequence[Token], first: int) -> int | None:
    """The place of the colon of a "Key: value" right before a figure: nothing but hedges between them."""
    here = first - 1
    while here >= 0 and words[here].low in _HEDGES | {"approx.", "approx", "ca", "ca.", "of", "up", "to", "all"}:
        here -= 1
    return here if here > 0 and words[here].text == ":" else None


def label(words: Sequence[Token], first: int) -> str | None:
    """The label of a figure: "search dogs" in "Search dogs: 9"; None where it is only a time or names no thing."""
    colon = colon_before(words, first)
    if colon is None:
        return None
    start = colon
    inside = 0
    while start > 0 and (not closes(words[start - 1]) or words[start - 1].text in "()"):
        inside += (words[start - 1].text == ")") - (words[start - 1].text == "(")
        if inside < 0:
            break
        start -= 1
    while start < colon and (words[start].low in DETERMINERS or not words[start].word):
        start += 1
    kept = [w for w in words[start:colon] if w.word]
    unlike = TIME_WORDS | AUXILIARIES
    if (
        not kept
        or any(w.text[0].isdigit() or w.low in unlike for w in kept)
        or len(kept) > 8
        or kept[-1].low in _SAYING
    ):
        return None
    text = " ".join(w.text for w in kept)
    return text if len(kept) > 1 and kept[1].capital else text[0].lower() + text[1:]


def _end(words: Sequence[Token], start: int) -> int:
    """Where the noun phrase that begins at `start` ends."""
    stop = start
    while stop < len(words) and stop - start < _LONGEST and not _outside(words[stop], stop == start):
        stop += 1
    return stop


def noun_after(words: Sequence[Token], start: int) -> tuple[int, int] | None:
    """The noun phrase that begins at `start`, without its article."""
    while start < len(words) and words[start].low in DETERMINERS:
        start += 1
    if start >= len(words) or not words[start].word:
        return None
    stop = start + 1
    while stop < len(words) and stop - start < _LONGEST and not _outside(words[stop], False):
        stop += 1
    return start, stop


def _outside(token: Token, first: bool) -> bool:
    low = token.low
    if low in DETERMINERS or (low in VERBS and low not in AMBIGUOUS) or low == "worth":
        return not first
    return (
        closes(token)
        or low in PREPOSITIONS
        or low in AUXILIARIES
        or low in SUBORDINATORS
        or low in ADVERBS
        or low in TIME_WORDS
        or low in COMMON_VERBS
        or low in {"and", "or", "including", "ages", "aged", "aka"}
        or token.text[0].isdigit()
        or (passive(token) and not first)
    )


def of_number(words: Sequence[Token], first: int) -> tuple[int, int] | None:
    """The noun of "the number of divers on duty at 30", as a word range, before the number at `first`."""
    for here in range(first - 2, max(-1, first - 15), -1):
        if closes(words[here]) and words[here].text not in ",":
            return None
        if words[here].text[0].isdigit() and words[here + 1].low in {"and", ","}:
            return None  # "the number of infections to 329 and of deaths to 50"
        if words[here].low in _SUMS and words[here + 1].low == "of":
            start = here + 2
            while start < first and words[start].low in DETERMINERS:
                start += 1
            stop = start
            while stop < first and not _outside(words[stop], stop == start):
                stop += 1
            return (start, stop) if stop > start else None
    return None


def subject(words: Sequence[Token], first: int) -> tuple[int, int] | None:
    """The noun phrase of which the number at `first` is told: "Turnout stands at", "deaths at", "the pool weighs"."""
    here = first - 1
    if here >= 0 and words[here].low in _HEDGES:
        here -= 1
    if here >= 0 and words[here].text in ":(":
        here -= 1
    linked = here >= 0 and words[here].low in _LEVELS | {"of"}
    while here >= 0 and words[here].low in _LEVELS | {"of"}:
        here -= 1
    verb = here
    while (
        verb >= 0
        and not _named_by(words, verb)
        and (
            words[verb].low in AUXILIARIES
            or words[verb].low in ADVERBS
            or words[verb].low in COMMON_VERBS
            or (passive(words[verb]) and verb > 0)
            or words[verb].low in _REACHING
        )
    ):
        verb -= 1
    if verb < 0 or (not linked and verb == here):
        return None
    if not linked and any(w.low in VERBS for w in words[verb + 1 : here + 1]):
        return None  # "the organisers counted 50,000": who counts is not counted
    timed = verb
    while timed > 0 and (words[timed].low in TIME_WORDS or _year(words[timed])):
        timed -= 1
    if timed < verb and words[timed].low in {"in", "on", "during", "last"}:
        verb = timed - 1
    if words[first - 1].low == "of":
        return noun_before(words, first - 1, outermost=False)
    return noun_before(words, verb + 1)


def _named_by(words: Sequence[Token], index: int) -> bool:
    """Whether a word that may be a verb is a noun here, as its article tells: "the strike", "the count"."""
    return index > 0 and words[index - 1].low in DETERMINERS and words[index].low in COMMON_VERBS


def _adjective(words: Sequence[Token], index: int, stop: int) -> bool:
    """Whether a participle stands between an article and its noun: "the insured value", "a stolen car"."""
    return index > 0 and index + 1 < stop and passive(words[index]) and words[index - 1].low in DETERMINERS


def _year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit() and token.text[0] in "12"


def noun_before(words: Sequence[Token], stop: int, outermost: bool = True) -> tuple[int, int] | None:
    """The noun phrase that ends before `words[stop]`; of "the roof of the hall" the first noun, if `outermost`."""
    while stop > 0 and words[stop - 1].text in ',)”’"':
        stop -= 1
    start = stop
    while (
        start > 0
        and stop - start < _LONGEST
        and (_named_by(words, start - 1) or _adjective(words, start - 1, stop) or not _outside(words[start - 1], False))
    ):
        start -= 1
        if words[start].low.endswith(("'s", "s'")):
            start += 1
            break
    if start == stop:
        return None
    opening = start - 1
    while opening >= 0 and words[opening].low in DETERMINERS:
        opening -= 1
    if words[start].low in DETERMINERS or (
        stop - start == 1 and words[start].low in VERBS and words[start].low not in AMBIGUOUS
    ):
        return None
    counter = opening > 0 and words[opening].low == "by" and words[opening - 1].low in _SUMS
    if outermost and opening > 0 and (counter or words[opening].low in {"of", "on", "in", "at", "among"}):
        outer = noun_before(words, opening)
        if outer is not None and not words[outer[0] - 1].text[0].isdigit():
            return outer
    return start, stop
