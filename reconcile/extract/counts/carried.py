"""Measures that go on from the one before: conversions, "puts it at", "against 65 percent", "it weighed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.extract.counts.quantities import Mention
from reconcile.extract.words.tokens import Token
from reconcile.model import Kind
from reconcile.values import unit_base

_SENTENCES = 2
"""Sentences over which "it" or "the figure" may go on from a measure."""
_CONVERTED = frozenset("( or , about around some roughly nearly almost i.e. ie equivalent to just over under".split())
_AGAINST = frozenset("against from with than not".split())
_POINTING = frozenset("it that this which figure sum amount estimate total these those".split())
_GENERIC = frozenset({None, "money", "distance", "weight", "volume", "area", "speed", "temperature", "share"})
_REACH = 5
_BETWEEN = 14


@dataclass(frozen=True, slots=True)
class Measured:
    """What a measure is of: the mention, its attribute and its description."""

    mention: Mention
    attribute: str | None
    counted: str | None

    @property
    def thing(self) -> str | None:
        """The barge in "length of the barge"."""
        _, of, thing = (self.counted or "").partition(" of the ")
        return thing if of else None


def carried(words: Sequence[Token], told: Measured, before: Measured | None) -> Measured:
    """The measure as told, or as the one before has it where the words only go on from that one."""
    if before is None or not alike(told.mention, before.mention):
        return _of_it(words, told, before)
    if _converted(words, told.mention, before.mention):
        return Measured(told.mention, before.attribute, before.counted)
    bare = told.attribute in _GENERIC and (told.counted is None or told.counted == told.attribute)
    far = told.mention.sentence - before.mention.sentence
    if bare and ((far == 0 and _set_against(words, told.mention, before.mention)) or _points(words, told.mention, far)):
        return Measured(told.mention, before.attribute, before.counted)
    return _of_it(words, told, before)


def alike(one: Mention, other: Mention) -> bool:
    """Whether two values measure in one dimension."""
    mine, theirs = one.found.value, other.found.value
    if Kind.MONEY in (mine.kind, theirs.kind):
        return mine.kind is theirs.kind
    return mine.kind is theirs.kind and unit_base(mine.unit) == unit_base(theirs.unit)


def _converted(words: Sequence[Token], mention: Mention, before: Mention) -> bool:
    """ "200 feet (61 m)", "90 km/h in gusts, or 56 mph"."""
    if mention.sentence != before.sentence or mention.found.value.unit == before.found.value.unit:
        return False
    between = [w.low for w in words[before.last : mention.first]]
    if len(between) <= _REACH and set(between) <= _CONVERTED:
        return bool({"(", "or"} & set(between))
    return len(between) <= _REACH + 2 and between[-1:] == ["or"]


def _set_against(words: Sequence[Token], mention: Mention, before: Mention) -> bool:
    between = [w.low for w in words[before.last : mention.first]]
    return len(between) < _BETWEEN and between[-1:] != [] and between[-1] in _AGAINST


def _points(words: Sequence[Token], mention: Mention, far: int) -> bool:
    """ "puts it at", "The figure is", "That is"."""
    near = {w.low for w in words[max(0, mention.first - _REACH) : mention.first]}
    return far <= _SENTENCES and bool(near & _POINTING)


def _of_it(words: Sequence[Token], told: Measured, before: Measured | None) -> Measured:
    """ "It weighed 90 tonnes", "40 feet long and 12 wide": the thing of the measure before, of another dimension."""
    if before is None or before.thing is None or told.attribute is None or told.thing or told.counted != told.attribute:
        return told
    first = words[0].low if words else ""
    beside = told.mention.sentence == before.mention.sentence and told.mention.first - before.mention.last <= _REACH
    if not beside and (first not in {"it", "they"} or told.mention.first > _REACH):
        return told
    if told.mention.sentence - before.mention.sentence > _SENTENCES:
        return told
    return Measured(told.mention, told.attribute, f"{told.attribute} of the {before.thing}")
