"""What the words around make of a value: "perhaps 300" is about 300, "six day pupils" are six, "£9m to £12m" two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reconcile.extract.counts.quantities import Mention
from reconcile.extract.words.phrases import plural
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import human
from reconcile.model import Bound, Found, Kind
from reconcile.values import scan

_GUESSED = frozenset("perhaps maybe".split())
_ALTERNATIVES = frozenset("and or if but even not".split())
_PARTS_OF_DAY = frozenset("day night".split())
_MOVED = re.compile(
    r"\b(?:revis|correct|updat|chang|rais|lower|increas|reduc|cut|upp|halv|doubl)\w*\s(?:\w+\s){0,3}"
    r"(?:[a-z]+\s)of\s\Z",
    re.IGNORECASE,
)
_DOWN = re.compile(r"\s(?:\w+\s){0,2}(?:up|down|upwards?|downwards?)\b")
"""Behind a range that is moved as a whole: "revised its estimate of 40 to 60 wells down"."""
_BEFORE = 70
"""Characters before an amount in which "revised an earlier loss of" stands."""


def apart(founds: Iterable[Found], text: str) -> Iterator[Found]:
    """The values of a text, a range cut in two where a verb moves one to the other: "cut its loss of £9m to £7m"."""
    for found in founds:
        ends = _moved(found, text) if found.value.bound is Bound.RANGE else []
        yield from ends or [found]


def _moved(found: Found, text: str) -> list[Found]:
    middle = text.find(" to ", found.number_start, found.end)
    if (
        middle < 0
        or _DOWN.match(text, found.end)
        or not _MOVED.search(text, max(0, found.start - _BEFORE), found.start)
    ):
        return []
    ends = [*_within(text, found.start, middle), *_within(text, middle + len(" to "), found.end)]
    return ends if len(ends) == len({"from", "to"}) else []


def _within(text: str, start: int, stop: int) -> list[Found]:
    return [
        replace(
            each,
            start=each.start + start,
            end=each.end + start,
            number_start=each.number_start + start,
            number_end=each.number_end + start,
        )
        for each in scan(text[start:stop])
    ]


def reread(mention: Mention, words: Sequence[Token]) -> Mention:
    """The mention as a guess, or as people of the day or night, where the words around say so."""
    return _guessed(_of_the_day(mention, words), words)


def _guessed(mention: Mention, words: Sequence[Token]) -> Mention:
    """ "There were perhaps 300 of us": about 300; in "200, perhaps 300" it is another guess, as likely as the first."""
    value, first = mention.found.value, mention.first
    if value.bound is not Bound.EXACT or first < 1 or words[first - 1].low not in _GUESSED:
        return mention
    before = words[first - 2] if first > 1 else None
    if value.kind is Kind.AGE or (before is not None and (not before.word or before.low in _ALTERNATIVES)):
        return mention
    return replace(mention, found=replace(mention.found, value=replace(value, bound=Bound.ABOUT)))


def _of_the_day(mention: Mention, words: Sequence[Token]) -> Mention:
    """ "Six day pupils", "ten night nurses": people, and no time."""
    value, last = mention.found.value, mention.last
    if value.kind is not Kind.DURATION or last >= len(words) or words[last - 1].low not in _PARTS_OF_DAY:
        return mention
    one = value.low == value.high == 1
    noun = words[last]
    if one or not plural(noun.low) or not human(noun.low):
        return mention
    number = replace(value, kind=Kind.NUMBER, unit=None)
    return replace(
        mention, found=replace(mention.found, value=number), noun=(last - 1, last + 1), head=noun.low, last=last - 1
    )
