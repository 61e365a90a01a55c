"""Joining rows of columns: by keys that they share, and claims that name no event to the one that qualifies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Codes: TypeAlias = NDArray[np.int64]
"""One whole number for each row."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Which row has which key, as two columns of one length; a row may have several keys or none."""

    row: Codes
    key: Codes

    def of(self, wanted: NDArray[np.bool_]) -> Keys:
        """The keys of the rows that are `wanted` (one truth value for each row)."""
        kept = wanted[self.row]
        return Keys(self.row[kept], self.key[kept])


def packed(*columns: Codes) -> Codes:
    """One whole number for each row, which orders rows as the columns do, the first one first; codes from -1 up.

    Sorting one column of numbers takes a tenth of the time that sorting rows of several takes.
    """
    found = columns[0]
    for column in columns[1:]:
        size = int(column.max(initial=-1)) + 2
        if int(found.max(initial=0)) >= _LARGEST // size:
            found = np.unique(found, return_inverse=True)[1].astype(np.int64)
        if int(found.max(initial=0)) >= _LARGEST // size:
            column = np.unique(column, return_inverse=True)[1].astype(np.int64) - 1
            size = int(column.max(initial=-1)) + 2
        found = found * size + column + 1
    return found


_LARGEST = 1 << 62


def components(count: int, keys: Keys) -> Codes:
    """The first row that a chain of shared keys joins to each of `count` rows.

    Each round every key takes the least row among those of its rows, and every row the least among those of
    its keys; then each row looks up where that row has gone, so that long chains take few rounds.
    """
    label = np.arange(count, dtype=np.int64)
    if not len(keys.row):
        return label
    order = np.argsort(keys.key, kind="stable")
    row, key = keys.row[order], keys.key[order]
    starts = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
    sizes = np.diff(np.r_[starts, len(row)])
    while True:
        least = np.repeat(np.minimum.reduceat(label[row], starts), sizes)
        new = label.copy()
        np.minimum.at(new, label[row], least)
        np.minimum.at(new, row, least)
        while (further := new[new]).tobytes() != new.tobytes():
            new = further
        if np.array_equal(new, label):
            return label
        label = new


def events_of(named: NDArray[np.bool_], strong: Keys, asked: tuple[tuple[Keys, Keys], ...]) -> Codes:
    """The event of each row, as the first of its rows.

    Rows that name their event are joined by their `strong` keys. A row that names none joins the only event
    that offers what it asks for; `asked` are (offered, asked) keys, the most telling pair first. Where several
    events qualify it stays by itself, since nothing tells which is meant; where none does it is joined with
    others that name none and ask for the same.
    """
    label = components(len(named), strong.of(named))
    left = ~named
    for offers, asks in asked:
        first, many = _qualifying(label, offers.of(named), asks.of(left))
        rows = np.flatnonzero(many == 1)
        label[rows] = first[rows]
        left = left & (many == 0)
    alone = np.flatnonzero(left)
    if len(alone) and asked:
        asks = asked[-1][1].of(left)
        joint = components(len(named), asks)
        label[alone] = joint[alone]
    return label


def _qualifying(event: Codes, offers: Keys, asks: Keys) -> tuple[Codes, Codes]:
    """For each row one event that offers what it asks for, and how many there are."""
    first, many = np.full(len(event), -1, dtype=np.int64), np.zeros(len(event), dtype=np.int64)
    if not len(asks.row) or not len(offers.row):
        return first, many
    pairs = _distinct(offers.key, event[offers.row])
    start = np.searchsorted(pairs[:, 0], asks.key, side="left")
    end = np.searchsorted(pairs[:, 0], asks.key, side="right")
    spans = end - start
    rows = np.repeat(asks.row, spans)
    places = np.repeat(start - np.r_[0, np.cumsum(spans)[:-1]], spans) + np.arange(int(spans.sum()))
    found = _distinct(rows, pairs[places, 1])
    np.add.at(many, found[:, 0], 1)
    first[found[:, 0]] = found[:, 1]
    return first, many


def _distinct(left: Codes, right: Codes) -> Codes:
    """The distinct pairs, sorted, in two columns."""
    first = np.unique(packed(left, right), return_index=True)[1]
    return np.stack((left[first], right[first]), axis=1)
