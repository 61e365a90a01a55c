"""The events of a table: the same keys and the same joining as for single claims, on columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from reconcile.resolve.columns.joining import Codes, Keys, events_of
from reconcile.resolve.columns.table import Coded, Table
from reconcile.resolve.keys import DAYS, DAYS_ASKED, event_words, places_named
from reconcile.resolve.words.terms import plain


def happenings(table: Table) -> Codes:
    """The event of each row, as the first of its rows."""
    named = table.event >= 0
    documents = Keys(*_documents(table))
    return events_of(named, _strong(table), ((documents, documents), _places(table)))


def _documents(table: Table) -> tuple[Codes, Codes]:
    rows = np.flatnonzero(table.one_report)
    if not len(rows):
        return rows, rows
    return rows, np.unique(table.documents[rows], return_inverse=True)[1].astype(np.int64)


def _strong(table: Table) -> Keys:
    words = _recoded(list(table.events), event_words.__wrapped__)[table.event]
    return _in_buckets(np.flatnonzero(table.event >= 0), words, table.days, DAYS)


def _places(table: Table) -> tuple[Keys, Keys]:
    """The places, with the attribute, near which a row tells of its event, or asks for one: only the nearest."""
    coded = Coded[str]()
    parts = [[coded[part] for part in places_named(place)] for place in table.places]
    attributes = _recoded([telling[0] or "" for telling in table.tellings], plain)[table.telling]
    offered: list[Keys] = []
    asked: list[Keys] = []
    for nth in range(max(map(len, parts), default=0)):
        names = np.array([*(each[nth] if nth < len(each) else -1 for each in parts), -1], dtype=np.int64)
        here = names[table.place]
        keys = here * (int(attributes.max()) + 1) + attributes
        rows = np.flatnonzero((here >= 0) & (table.event >= 0))
        offered.append(_in_buckets(rows, keys, table.days, DAYS_ASKED))
        if nth == 0:
            rows = np.flatnonzero((here >= 0) & (table.event < 0))
            asked.append(_in_buckets(rows, keys, table.days, DAYS_ASKED))
    return _together(offered), _together(asked)


def _recoded(things: Sequence[str], name: Callable[[str], str]) -> Codes:
    """For each thing the code of its name; one more at the end, for none."""
    coded = Coded[str]()
    return np.array([*(coded[name(thing)] for thing in things), -1], dtype=np.int64)


def _in_buckets(rows: Codes, names: Codes, days: Codes, length: int) -> Keys:
    """Each row's name in the two buckets of its day (`keys.block_keys`), as one number each."""
    span = 2 * (int(days.max()) // length + 2) if len(days) else 2
    first, second = days[rows] // length, (days[rows] + length // 2) // length
    keys = [names[rows] * span + 2 * first, names[rows] * span + 2 * second + 1]
    return Keys(np.concatenate((rows, rows)), np.concatenate(keys))


def _together(keys: Sequence[Keys]) -> Keys:
    none: NDArray[np.int64] = np.empty(0, dtype=np.int64)
    if not keys:
        return Keys(none, none)
    return Keys(np.concatenate([each.row for each in keys]), np.concatenate([each.key for each in keys]))
