"""Counts as they are told one after the other, and which earlier one a bare figure or a pronoun goes on from."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconcile.extract.counts.quantities import Mention
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.wordforms import singular
from reconcile.model import Bound, Kind

_CARRIED_FAR = 6
"""Sentences over which a bare figure ("the toll stood at 31") may go on from an earlier count."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What one count is about; `noun` is its noun phrase, `people` whether that names people."""

    attribute: str | None
    counted: str | None
    population: str | None
    noun: str | None
    people: bool | None
    sentence: int
    size: float | None


@dataclass(frozen=True, slots=True)
class Place:
    """A count among the others: its place in `found`, its sentence, its neighbours, the whole of which it is a part."""

    found: Sequence[Mention]
    number: int
    sentence: Sentence
    siblings: Sequence[Mention]
    whole: int | None

    @property
    def mention(self) -> Mention:
        """The count itself."""
        return self.found[self.number]

    @property
    def others(self) -> list[tuple[int, int]]:
        """The other numbers of its sentence as word ranges."""
        return [(o.first, o.last) for o in self.siblings if o is not self.mention]


def size_of(mention: Mention) -> float | None:
    """The upper end of a count as a number; None where it is open, and for a share, which has no size to compare."""
    value = mention.found.value
    if value.kind is Kind.PERCENT:
        return None
    end = value.high if value.high is not None else value.low
    return float(end) if end is not None and not hasattr(end, "year") else None


def antecedent(place: Place, told: Mapping[int, Counted], attribute: str | None, borrows: bool) -> Counted | None:
    """The earlier count that a bare figure or a pronoun goes on from: alike in attribute and size, and near.

    With `borrows` a figure that has an attribute of its own may take the noun of the count right before it.
    """
    if place.whole is not None and place.whole in told:
        return told[place.whole]
    mine = size_of(place.mention)
    best: tuple[float, Counted] | None = None
    for number in range(place.number - 1, max(-1, place.number - 25), -1):
        other = told.get(number)
        if other is None or (other.noun is None and other.attribute is None):
            continue
        far = place.mention.sentence - other.sentence
        if far > _CARRIED_FAR:
            break
        cost = 0.5 * far + 0.2 * (place.number - number) + _unlike(mine, other.size)
        if attribute not in (None, other.attribute) and not (borrows and _next_to(place, number, far, other)):
            cost += 9.0
        if best is None or cost < best[0]:
            best = cost, other
    return best[1] if best is not None and best[0] < 8 else None


def _next_to(place: Place, number: int, far: int, other: Counted) -> bool:
    """Whether a figure with an attribute of its own borrows who is counted: "Nine soldiers died, six were hurt"."""
    if number != place.number - 1 or not other.people or far > 1:
        return False
    if place.mention.first and place.sentence.words[place.mention.first - 1].low in {"another", "further"}:
        return True
    mine = size_of(place.mention)
    words = place.sentence.words[place.mention.last : place.mention.last + 1]
    return far == 0 or bool(words and words[0].word and mine and other.size and mine <= other.size)


def _unlike(mine: float | None, other: float | None) -> float:
    """How ill two figures fit as counts of one thing: a later one is seldom many times the earlier one."""
    if not mine or not other or mine * other < 0:  # a change may be below zero
        return 0.5
    times = math.log10(mine / other)
    return 3 * times if times > 0 else -0.3 * times


_THINGS_FAR = 3
"""Sentences over which a thing that is only named goes on from what was told of it."""
_COUNTS_FAR = 5
_ALIKE = {
    word: kind
    for kind, words in {
        "house": "house houses home homes dwelling dwellings",
        "vehicle": "car cars vehicle vehicles truck trucks lorry lorries",
        "boat": "boat boats vessel vessels ship ships",
    }.items()
    for word in words.split()
}
_SPEAKS = frozenset(
    "spoke speaks speak spoken talked talks put puts putting reports report figure number estimate".split()
)


def same_thing(place: Place, told: Mapping[int, Counted], head: str | None) -> Counted | None:
    """ "The union spoke of 450 homes", after "300 houses were destroyed": the same is told of them."""
    if head is None or place.mention.found.value.bound is Bound.NONE or not _set_against(place):
        return None
    for number in range(place.number - 1, max(-1, place.number - 1 - _COUNTS_FAR), -1):
        other = told.get(number)
        if other is None or other.noun is None or place.mention.sentence - other.sentence > _THINGS_FAR:
            continue
        if _kind(other.noun.split(" of ")[0].split()[-1].lower()) == _kind(head) and other.counted != other.noun:
            return other
    return None


def demanded(place: Place, told: Mapping[int, Counted]) -> Counted | None:
    """ "There were six guards. The rules require fourteen": of what was counted last, and of nothing before it."""
    mention, words = place.mention, place.sentence.words
    if mention.noun[1] > mention.noun[0] or not mention.first or words[mention.first - 1].low not in _DEMANDS:
        return None
    last = told.get(place.number - 1)
    if last is None or mention.sentence - last.sentence > 1:
        return Counted(None, None, None, None, None, mention.sentence, None)
    return last


_DEMANDS = frozenset("demand demands demanded require requires required prescribe prescribes prescribed".split())


def insisted(place: Place) -> bool:
    """ "the jail insists on 22": another figure for just what was counted."""
    before = [w.low for w in place.sentence.words[max(0, place.mention.first - 2) : place.mention.first]]
    return before[:1] in (["insists"], ["insist"], ["insisted"]) and before[1:] == ["on"]


def _kind(head: str) -> str:
    return _ALIKE.get(head, singular(head))


def _set_against(place: Place) -> bool:
    """Whether a figure is only set against another: "spoke of 450 homes", "put it at 450 homes"."""
    before = [w.low for w in place.sentence.words[max(0, place.mention.first - 4) : place.mention.first]]
    return before[-1:] in (["of"], ["at"]) and bool(set(before) & _SPEAKS)
