"""The claims of a block by event: what people and prints join first, then what the evidence joins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from reconcile.resolve.entry import Entry
from reconcile.resolve.events.joining import joined
from reconcile.resolve.events.likeness import likeness_of
from reconcile.resolve.events.noted import NOTED, units_of
from reconcile.resolve.events.pairs import Pair, likely_pairs
from reconcile.resolve.events.sketch import Sketch, is_vague, sketch_of
from reconcile.resolve.events.weights import SURE
from reconcile.resolve.judgements.judged import Judged, as_one, in_places
from reconcile.resolve.judgements.moving import parted
from reconcile.resolve.origins.reprints import joined_by_print
from reconcile.resolve.words.terms import plain

NOBODY = Judged()
_FEW = 12
"""Texts of one block that are all compared with each other."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The claims of a block by event, and which events a document could also be of: event number → event numbers."""

    events: list[list[Entry]]
    could_be: Mapping[int, tuple[int, ...]]


def events_in(members: Sequence[Entry], judged: Judged = NOBODY) -> Gathered:
    """The claims of one block by event, each event's claims in the order of `members`, and what stays open.

    Events that people call one are united, those that they call two stay two.
    """
    unit_of = parted(units_of(members), members, judged)
    units: dict[str, list[Entry]] = {}
    for entry in members:
        units.setdefault(unit_of[entry.id], []).append(entry)
    names = sorted(units)
    place = {name: number for number, name in enumerate(names)}
    apart = in_places(judged.other_events, unit_of)
    sketches = [replace(sketch_of(units[name][0].document, units[name]), id=name) for name in names]
    found = joined(
        len(names),
        _points(sketches, texts=all(units[name][0].document.text for name in names)),
        given=[(place[left], place[right]) for left, right in _given(members, units, unit_of)],
        apart=[(place[left], place[right]) for left, right in apart],
        vague=[number for number, sketch in enumerate(sketches) if is_vague(sketch)],
    )
    event_of = {name: names[first] for name, first in zip(names, found.group, strict=True)}
    event_of = as_one(event_of, in_places(judged.events, unit_of), apart)
    events: dict[str, list[Entry]] = {}
    for entry in members:
        events.setdefault(event_of[unit_of[entry.id]], []).append(entry)
    number = {name: order for order, name in enumerate(events)}
    could_be = {
        number[event_of[names[one]]]: tuple(sorted({number[event_of[names[option]]] for option in options}))
        for one, options in found.unclear.items()
    }
    return Gathered(list(events.values()), {one: options for one, options in could_be.items() if one not in options})


def _given(
    members: Sequence[Entry], units: Mapping[str, Sequence[Entry]], unit_of: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Units that are one event whatever the evidence says: claims of one question that the user named, and prints."""
    first: dict[str, str] = {}
    for entry in members:
        if entry.claim.question:
            unit = unit_of[entry.id]
            yield first.setdefault(plain(entry.claim.question), unit), unit
    yield from joined_by_print([group[0].document for name, group in units.items() if name == group[0].document.id])


def _points(sketches: Sequence[Sketch], texts: bool) -> dict[Pair, float]:
    """The points of every two units that share something telling; noted events have been told apart before.

    Of a few texts all are compared, so that a report that shares nothing telling with one of an event is not kept from
    it; what they have in common otherwise speaks against it at most.
    """
    found: dict[Pair, float] = {}
    if texts and len(sketches) <= _FEW:
        for left, right in combinations(range(len(sketches)), 2):
            found[left, right] = min(0.0, likeness_of(sketches[left], sketches[right]))
    for left, right in likely_pairs(sketches):
        noted = sketches[left].id.startswith(NOTED) and sketches[right].id.startswith(NOTED)
        found[left, right] = -SURE if noted else likeness_of(sketches[left], sketches[right])
    return found
