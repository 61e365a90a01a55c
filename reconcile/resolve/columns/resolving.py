"""Resolving a table: events, questions, origins and relations of very many claims, some tens of thousands at a time.

What comes out is what resolving the same claims one by one gives; events about which columns cannot be sure are
named in `Resolved.left_over`, and have to be resolved as objects.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reconcile.model import RelationKind
from reconcile.resolve.columns.groups import Flags, figures_of, grouped_rows, kinds_of, pairs_within
from reconcile.resolve.columns.happenings import happenings
from reconcile.resolve.columns.joining import Codes, packed
from reconcile.resolve.columns.pairs import KINDS, NAMES, Deciding, Related, figured
from reconcile.resolve.columns.standins import StandIns
from reconcile.resolve.columns.table import Table
from reconcile.resolve.columns.voices import Voices, origins_in, voices_of
from reconcile.resolve.desk import Desk
from reconcile.resolve.questions.grouping import FEW

_AT_ONCE = 100_000
"""Rows that are looked at together, so that the pairs among them need little memory."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a table resolves to, by row.

    `event` and `question` name those of a row by one of its rows; `origin` are numbers that the rows of one origin
    of an event share. `left_over` are the rows whose event is left to objects: for them only `event` counts.
    `left`, `right`, `kind` and `rule` are the relations between figures, as rows and as places in `KINDS` and `NAMES`.
    """

    event: Codes
    question: Codes
    origin: Codes
    left_over: Flags
    left: Codes
    right: Codes
    kind: Codes
    rule: Codes


def resolved(table: Table, desk: Desk) -> Resolved:
    """The events, questions, origins and relations of a table."""
    event = happenings(table)
    run = _Run(table, desk, event)
    found = [run.part(rows) for rows in _parts(run.order, event)]
    joined = (np.concatenate([getattr(each, name) for each in found] or [_NONE]) for name in _RELATION)
    return Resolved(event, run.question, run.origin, run.left_over, *joined)


def grouped_only(table: Table, desk: Desk) -> tuple[Resolved, list[str]]:
    """The events, questions and origins of a table without its relations, and the names of origins by their numbers.

    A number beyond the names is that of a name within one document.
    """
    event = happenings(table)
    run = _Run(table, desk, event)
    for rows in _parts(run.order, event):
        run.groups(rows)
    found = Resolved(event, run.question, run.origin, run.left_over, _NONE, _NONE, _NONE, _NONE)
    return found, list(run.voices.codes)


_RELATION = ("left", "right", "kind", "rule")
_NONE: Codes = np.empty(0, dtype=np.int64)


def _parts(order: Codes, event: Codes) -> Iterator[Codes]:
    """The rows in order, some whole events at a time."""
    start = 0
    while start < len(order):
        end = min(start + _AT_ONCE, len(order))
        while end < len(order) and event[order[end]] == event[order[end - 1]]:
            end += 1
        yield order[start:end]
        start = end


def in_order(table: Table, event: Codes) -> Codes:
    """The rows by event, each event's in the order in which claims are compared: time, document, id."""
    order = np.lexsort((table.seconds, event))
    alike = (event[order][1:] == event[order][:-1]) & (table.seconds[order][1:] == table.seconds[order][:-1])
    run = np.cumsum(np.r_[False, ~alike])[: len(order)]
    tied = np.flatnonzero(np.r_[False, alike] | np.r_[alike, False]) if len(order) else order
    rows = order[tied]
    order[tied] = rows[np.lexsort((table.ids[rows], table.documents[rows], run[tied]))]
    return order


class _Run:
    """One resolving of a table, part by part."""

    def __init__(self, table: Table, desk: Desk, event: Codes) -> None:
        self.table, self.event = table, event
        self.asked = StandIns(table, desk)
        self.figures = figures_of(table)
        self.kind = kinds_of(table, self.asked)
        self.voices: Voices = voices_of(table, self.asked)
        self.facet = np.unique([each.entry.facet for each in self.asked.told], return_inverse=True)[1]
        self.deciding = Deciding(table, self.asked, self.figures, self.kind)
        self.order = in_order(table, event)
        self.question = np.full(len(table), -1, dtype=np.int64)
        self.origin = np.full(len(table), -1, dtype=np.int64)
        self.left_over = np.zeros(len(table), dtype=np.bool_)

    def groups(self, rows: Codes) -> Codes:
        """Find the questions and origins of some whole events, whose rows come in order; the rows that are sure."""
        rows = self._kept(rows, ~self._odd(rows))
        group = grouped_rows(self.table, self.asked, self.figures, rows, self.event[rows], self.kind[rows])
        origin, sure = origins_in(self.table, self.asked, self.voices, rows, self.event[rows])
        group, origin, rows = group[sure], origin[sure], self._kept(rows, sure)
        first, place = np.unique(group, return_index=True, return_inverse=True)[1:]
        self.question[rows], self.origin[rows] = rows[first][place.reshape(-1)], origin
        return rows

    def part(self, rows: Codes) -> Related:
        """Resolve some whole events, whose rows come in order."""
        rows = self.groups(rows)
        names, question = np.unique(self.question[rows], return_inverse=True)
        counting = self.voices.counting[self.table.speaker[rows]]
        related = self.deciding.relations(figured(self.table, rows, question.reshape(-1), self.origin[rows], counting))
        unsure = np.isin(self.event[rows], self.event[names[related.unsure]])
        self.left_over[rows[unsure]] = True
        kept = ~self.left_over[related.left]
        alike = self._look_alikes(rows[~unsure])
        return Related(
            np.r_[related.left[kept], alike[0]],
            np.r_[related.right[kept], alike[1]],
            np.r_[related.kind[kept], np.full(len(alike[0]), KINDS.index(RelationKind.SCOPE))],
            np.r_[related.rule[kept], np.full(len(alike[0]), NAMES.index("scope"))],
            related.unsure,
        )

    def _kept(self, rows: Codes, sure: Flags) -> Codes:
        self.left_over[rows[~sure]] = True
        return rows[sure]

    def _odd(self, rows: Codes) -> Flags:
        """Rows of events that hold a claim of another sort, claims of many forms, or too many of them."""
        event = self.event[rows]
        told = np.array([each.plain for each in self.asked.told], dtype=np.bool_)
        odd = ~(self.table.plain[rows] & told[self.kind[rows]])
        odd |= self._twice(rows)
        events, first, many = np.unique(event, return_index=True, return_counts=True)
        place = np.repeat(np.arange(len(events)), many)
        odd |= (many > FEW)[place] | (self.table.form[rows] != self.table.form[rows[first]][place])
        return np.isin(event, event[odd])

    def _twice(self, rows: Codes) -> Flags:
        """Rows whose document gives two figures of one attribute, or whose event has two attributes that are akin."""
        documents = np.unique(self.table.documents[rows], return_inverse=True)[1].reshape(-1)
        facets = self.facet[self.kind[rows]]
        _, back, many = np.unique(packed(documents, facets), return_inverse=True, return_counts=True)
        told = np.stack((self.event[rows], facets))
        told = told[:, np.unique(packed(*told), return_index=True)[1]]
        pairs = pairs_within(told[0])
        akin = self._akin[told[1][pairs.left], told[1][pairs.right]]
        return np.asarray((many[back.reshape(-1)] > 1) | np.isin(self.event[rows], told[0][pairs.left[akin]]))

    @cached_property
    def _akin(self) -> Flags:
        """Whether claims of two attributes can ever answer one question, by the numbers of the attributes."""
        size = int(self.facet.max(initial=-1)) + 1
        kinds = [np.flatnonzero(self.facet == each).tolist() for each in range(size)]
        near = [
            [
                any(not self.asked.apart(one, other) for one in kinds[left] for other in kinds[right])
                for right in range(size)
            ]
            for left in range(size)
        ]
        return np.array(near, dtype=np.bool_).reshape(size, size)

    def _look_alikes(self, rows: Codes) -> tuple[Codes, Codes]:
        """The question with most claims of each event and attribute beside the others, as their first rows."""
        names, first, many = np.unique(self.question[rows], return_index=True, return_counts=True)
        by_place = np.argsort(first)
        names, many = names[by_place], many[by_place]
        cell = self.event[names] * (int(self.facet.max(initial=0)) + 1) + self.facet[self.kind[names]]
        best: dict[int, int] = {}
        several = np.flatnonzero(np.isin(cell, _repeated(cell)))
        for place in several.tolist():
            main = best.setdefault(int(cell[place]), place)
            if many[place] > many[main]:
                best[int(cell[place])] = place
        others = [place for place in several.tolist() if best[int(cell[place])] != place]
        mains = [best[int(cell[place])] for place in others]
        return names[np.array(mains, dtype=np.int64)], names[np.array(others, dtype=np.int64)]


def _repeated(numbers: Codes) -> Codes:
    found, many = np.unique(numbers, return_counts=True)
    return np.asarray(found[many > 1])
