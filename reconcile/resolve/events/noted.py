"""Claims that were noted without the text of their document: which of them tell of one event.

One named alike, within four weeks, is one event. A claim that names none joins the only event of its document,
else the only one at its place, on its day, of which its attribute is told; where two qualify it stays by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.resolve.entry import Entry
from reconcile.resolve.judgements.judged import Classes
from reconcile.resolve.keys import block_keys, is_noted

NOTED = "noted "
"""How the names of noted events begin, among the units that are put together to events."""


def noted_events(members: Sequence[Entry]) -> dict[str, str]:
    """The event of each noted claim, by claim id, named by the id of the first of its claims."""
    keys = [block_keys(entry.claim, entry.document) for entry in members]
    named = [bool(entry.claim.scope.event) for entry in members]
    label = _by_name(keys) if all(named) else _by_all(keys, named)
    return {entry.id: members[first].id for entry, first in zip(members, label, strict=True)}


def _by_name(keys: Sequence[Sequence[str]]) -> list[int]:
    """The event of each claim where all name theirs: the first claim that a chain of names joins to it."""
    first: dict[str, int] = {}
    events: Classes[int] = Classes()
    for row, each in enumerate(keys):
        for key in each:
            if key.startswith("e:"):
                events.join(first.setdefault(key, row), row)
    return [events.of(row) for row in range(len(keys))]


def _by_all(keys: Sequence[Sequence[str]], named: Sequence[bool]) -> list[int]:
    """The event of each claim, by what it names or asks for."""
    import numpy as np  # takes long to load, and few claims name no event

    from reconcile.resolve.columns.joining import Keys, events_of

    code: dict[str, int] = {}

    def filed(kind: str) -> Keys:
        found = [
            (row, code.setdefault(key[1:], len(code)))
            for row, each in enumerate(keys)
            for key in each
            if key.startswith(kind)
        ]
        rows = np.array(found, dtype=np.int64).reshape(-1, 2)
        return Keys(rows[:, 0], rows[:, 1])

    documents, asked = filed("d:"), (filed("o:"), filed("a:"))
    label = events_of(np.array(named, dtype=np.bool_), filed("e:"), ((documents, documents), asked))
    return [int(first) for first in label]


def units_of(members: Sequence[Entry]) -> dict[str, str]:
    """The unit of which each claim's event is sought, by claim id.

    That is its document, or for noted claims the event of which they tell; what else a document says that tells
    of one such event goes with it.
    """
    noted = [entry for entry in members if is_noted(entry.claim, entry.document)]
    if not noted:
        return {entry.id: entry.document.id for entry in members}
    units = {id: f"{NOTED}{event}" for id, event in noted_events(noted).items()}
    told: dict[str, set[str]] = {}
    for entry in noted:
        told.setdefault(entry.document.id, set()).add(units[entry.id])
    for entry in members:
        if entry.id not in units:
            events = told.get(entry.document.id, set())
            units[entry.id] = min(events) if len(events) == 1 else entry.document.id
    return units
