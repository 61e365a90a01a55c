"""Blocks of very many claims: those that columns are sure of, with their groups and origins; the rest as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reconcile.resolve.columns.resolving import Resolved, grouped_only
from reconcile.resolve.columns.table import Table, row_of
from reconcile.resolve.desk import Desk
from reconcile.resolve.entry import Entry


@dataclass(frozen=True, slots=True)
class SureEvent:
    """An event as columns found it: its claims in the order in which they are compared, origins by claim id, groups."""

    members: list[Entry]
    origins: Mapping[str, str]
    groups: list[list[Entry]]


def sure_events(
    blocks: Sequence[Sequence[Entry]], desk: Desk, judged: Mapping[str, object]
) -> tuple[list[SureEvent], list[Sequence[Entry]]]:
    """The events of the blocks that columns can resolve to the last claim, and the other blocks.

    A block with a text, with a claim that somebody judged or with anything but plain counts is none of theirs.
    """
    rows = [[row_of(entry.claim, entry.document) for entry in block if entry.id not in judged] for block in blocks]
    whole = [len(told) == len(block) and all(told) for told, block in zip(rows, blocks, strict=True)]
    taken = [
        (desk.arrival(entry.id), number, row, entry)
        for number, (block, told) in enumerate(zip(blocks, rows, strict=True))
        if whole[number]
        for entry, row in zip(block, told, strict=True)
    ]
    taken.sort(key=lambda each: each[0])
    table = Table(row for _, _, row, _ in taken if row is not None)
    found, names = grouped_only(table, desk)
    left = {taken[place][1] for place in np.flatnonzero(found.left_over).tolist()}
    kept = [place for place, each in enumerate(taken) if each[1] not in left]
    rest = [block for number, block in enumerate(blocks) if not whole[number] or number in left]
    return _events(found, names, kept, [entry for _, _, _, entry in taken]), rest


def _events(found: Resolved, names: Sequence[str], kept: Sequence[int], entries: Sequence[Entry]) -> list[SureEvent]:
    """The events of some rows."""
    by_event: dict[int, list[int]] = {}
    for place in kept:
        by_event.setdefault(int(found.event[place]), []).append(place)
    events = []
    for places in by_event.values():
        places.sort(key=lambda place: entries[place].order)
        groups: dict[int, list[Entry]] = {}
        for place in places:
            groups.setdefault(int(found.question[place]), []).append(entries[place])
        origins = {entries[place].id: _name(int(found.origin[place]), names, entries[place]) for place in places}
        events.append(SureEvent([entries[place] for place in places], origins, list(groups.values())))
    return events


def _name(origin: int, names: Sequence[str], entry: Entry) -> str:
    """The name of an origin; one that is known within its document alone is named after it."""
    name = names[origin % len(names)]
    return f"{name.rpartition('@')[0]}@{entry.document.id}" if origin >= len(names) else name
