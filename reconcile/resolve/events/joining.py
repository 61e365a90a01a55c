"""Joining documents to events: average link over points, what is given joined first, and no guess where two fit.

The two groups with the best mean are joined until no mean is enough. Pairs that were not compared share nothing
telling and count as `NOT_COMPARED`. The result is a function of the set of documents, whatever their order.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.resolve.events.pairs import Pair
from reconcile.resolve.events.weights import ENOUGH, MARGIN, NOT_COMPARED, SURE


@dataclass(frozen=True, slots=True)
class Joined:
    """`group` names for each document the first one of its event; `unclear` the events that one could be of.

    The events are named by their first documents; a document that is unclear stays in an event of its own.
    """

    group: tuple[int, ...]
    unclear: Mapping[int, tuple[int, ...]]


class _Groups:
    """Groups of documents with the sum and number of points between each two that were compared."""

    def __init__(self, count: int, points: Mapping[Pair, float], apart: Iterable[Pair]) -> None:
        self.members: dict[int, list[int]] = {place: [place] for place in range(count)}
        self._home = list(range(count))
        self.between: list[dict[int, tuple[float, int]]] = [{} for _ in range(count)]
        for (left, right), told in points.items():
            held = (max(-SURE, min(SURE, told)), 1)
            self.between[left][right] = self.between[right][left] = held
        self.apart: list[set[int]] = [set() for _ in range(count)]
        for left, right in apart:
            self.apart[left].add(right)
            self.apart[right].add(left)

    def home(self, place: int) -> int:
        """The group of a document."""
        return self._home[place]

    def mean(self, left: int, right: int) -> float:
        """The mean over all pairs of two groups; less than any where they must stay apart."""
        if right in self.apart[left]:
            return -math.inf
        total, compared = self.between[left].get(right, (0.0, 0))
        pairs = len(self.members[left]) * len(self.members[right])
        return (total + (pairs - compared) * NOT_COMPARED) / pairs

    def merge(self, keep: int, gone: int) -> None:
        """Put the members of one group into another."""
        moved = self.members.pop(gone)
        self.members[keep] += moved
        for place in moved:
            self._home[place] = keep
        for other, (total, compared) in self.between[gone].items():
            del self.between[other][gone]
            if other != keep:
                before, number = self.between[keep].get(other, (0.0, 0))
                self.between[keep][other] = self.between[other][keep] = (before + total, number + compared)
        self.between[gone] = {}
        for other in self.apart[gone]:
            self.apart[other] = self.apart[other] - {gone} | {keep}
        self.apart[keep] |= self.apart[gone]


def joined(
    count: int,
    points: Mapping[Pair, float],
    *,
    given: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    vague: Iterable[int] = (),
) -> Joined:
    """Documents 0 … `count` - 1 by event, from the points of those that were compared.

    `given` are pairs that are one event whatever the points say, `apart` pairs that are never one. `vague` are
    documents that tell too little to choose between two events that fit about as well.
    """
    groups = _Groups(count, points, apart)
    for left, right in given:
        keep, gone = sorted((groups.home(left), groups.home(right)))
        if keep != gone and gone not in groups.apart[keep]:
            groups.merge(keep, gone)
    held: dict[int, tuple[int, ...]] = {}
    _agglomerate(groups, frozenset(vague), held)
    unclear = {place: options for place in sorted(held) if len(options := _settled(groups, place, held[place])) > 1}
    return Joined(tuple(groups.home(place) for place in range(count)), unclear)


def _agglomerate(groups: _Groups, vague: frozenset[int], held: dict[int, tuple[int, ...]]) -> None:
    """Join the two groups that fit best until none fit; a vague document that fits two is held back."""
    queue = [
        (-mean, left, right, 0, 0)
        for left in groups.members
        for right in groups.between[left]
        if left < right and (mean := groups.mean(left, right)) >= ENOUGH
    ]
    heapq.heapify(queue)
    changed = dict.fromkeys(groups.members, 0)
    while queue:
        _, left, right, mine, theirs = heapq.heappop(queue)
        if changed.get(left) != mine or changed.get(right) != theirs or left in held or right in held:
            continue
        if (doubtful := _doubtful(groups, left, right, vague, held)) is not None:
            held[doubtful[0]] = doubtful
            continue
        groups.merge(left, right)
        changed[left] += 1
        del changed[right]
        for other in groups.between[left]:
            if (mean := groups.mean(left, other)) >= ENOUGH:
                one, two = min(left, other), max(left, other)
                heapq.heappush(queue, (-mean, one, two, changed[one], changed[two]))


def _doubtful(
    groups: _Groups, left: int, right: int, vague: frozenset[int], held: Mapping[int, tuple[int, ...]]
) -> tuple[int, ...] | None:
    """The vague one of two, with the events that it fits about as well; None where nothing is in doubt."""
    for one, other in ((right, left), (left, right)):
        if one in vague and len(groups.members[one]) == 1:
            least = max(ENOUGH, groups.mean(one, other) - MARGIN)
            rivals = (
                rival
                for rival in sorted(groups.between[one])
                if rival not in (other, *held)
                and groups.mean(one, rival) >= least
                and groups.mean(other, rival) < ENOUGH
            )
            if (first := next(rivals, None)) is not None:
                return one, other, first, *rivals
    return None


def _settled(groups: _Groups, place: int, held: Sequence[int]) -> tuple[int, ...]:
    """The events that a document which was held back could be of; it joins them where they became one."""
    options = sorted({groups.home(option) for option in held[1:]})
    if len(options) == 1 and options[0] not in (place, *groups.apart[place]):
        groups.merge(*sorted((place, options[0])))
    return tuple(options)
