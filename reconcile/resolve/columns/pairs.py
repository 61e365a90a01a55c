"""Relations of a table: how every two figures of a question stand, decided once for each way in which two can stand.

Two figures are described by all that the rules of comparison look at: whether one source gives both, how their
intervals lie, which was given first, whether it was replaced, was still moving, or is surely of the same thing.
Two sides of that description are then put before the rules, and their answer holds for all pairs like them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from reconcile.model import RUNNING_ATTRIBUTES, Bound, RelationKind
from reconcile.resolve.columns.groups import Figures, Flags, Pairs, Two, pairs_within, points_between
from reconcile.resolve.columns.joining import Codes, packed
from reconcile.resolve.columns.standins import StandIns
from reconcile.resolve.columns.table import Table
from reconcile.resolve.relations.rules import RULES, decide
from reconcile.resolve.relations.sides import Side

KINDS = tuple(RelationKind)
NAMES = (*RULES, "could_differ", "scope")
NOTHING = -1
_NEVER = 1 << 60
_DAY = 24 * 60 * 60
MANY_SIDES = 150
"""Figures of one question beyond which not all pairs are compared: such questions are left to the objects."""

Answer: TypeAlias = tuple[int, int, bool]
"""A relation as places in `KINDS` and `NAMES` (or `NOTHING`), and whether the later of the two comes first."""


@dataclass(frozen=True, slots=True)
class Figured:
    """The sides of some questions: one row for each figure of each origin, in the order of their first claims.

    `row` is the table's row of its first claim, `since` and `until` when it was first and last given (seconds),
    `counting` as what its sources count (`counts_as`), `mixed` whether they differ in that, `claims` how many claims
    give it.
    """

    question: Codes
    origin: Codes
    value: Codes
    row: Codes
    since: Codes
    until: Codes
    counting: Codes
    mixed: Flags
    claims: Codes


@dataclass(frozen=True, slots=True)
class Related:
    """Relations between rows of a table; the questions in `unsure` are left to the objects."""

    left: Codes
    right: Codes
    kind: Codes
    rule: Codes
    unsure: Codes


def figured(table: Table, rows: Codes, question: Codes, origin: Codes, counting: Codes) -> Figured:
    """The sides of the questions of some rows, which come in the order in which claims are compared.

    `question`, `origin` and `counting` (`counts_as` of its source) are those of the rows.
    """
    columns = np.stack((question, origin, table.value[rows]))
    _, first, back, many = np.unique(packed(*columns), return_index=True, return_inverse=True, return_counts=True)
    sides = columns[:, first]
    since, until = np.full(len(first), _NEVER, dtype=np.int64), np.full(len(first), -_NEVER, dtype=np.int64)
    np.minimum.at(since, back, table.seconds[rows])
    np.maximum.at(until, back, table.seconds[rows])
    every, some = np.full(len(first), -1, dtype=np.int64), np.zeros(len(first), dtype=np.int64)
    np.bitwise_and.at(every, back, counting)
    np.bitwise_or.at(some, back, counting)
    order = np.lexsort((first, sides[0]))
    asked, voice, value = sides[:, order]
    mixed = (every != some)[order]
    return Figured(
        asked, voice, value, rows[first[order]], since[order], until[order], every[order], mixed, many[order]
    )


class Deciding:
    """The answers of the rules so far, by description."""

    def __init__(self, table: Table, asked: StandIns, figures: Figures, kind: Codes) -> None:
        self.table, self.asked, self.figures, self.kind = table, asked, figures, kind
        self._answers: dict[int, Answer] = {}

    def relations(self, sides: Figured) -> Related:
        """How every two sides of a question stand."""
        pairs = pairs_within(sides.question)
        replaced_at, moving = self._fates(sides, pairs)
        sure, doubt = self._sure(sides, pairs)
        described = self._described(sides, pairs, replaced_at, moving, sure)
        met, first, back = np.unique(described, return_index=True, return_inverse=True)
        answers = np.array(
            [
                self._answer(int(key), sides, (int(pairs.left[place]), int(pairs.right[place])), replaced_at, moving)
                for key, place in zip(met.tolist(), first.tolist(), strict=True)
            ],
            dtype=np.int64,
        ).reshape(-1, 3)
        kind, rule, swapped = (answers[:, column][back] for column in range(3))
        clash = kind == KINDS.index(RelationKind.CONFLICT)
        rule = np.where(clash & ~sure, NAMES.index("could_differ"), rule)
        kind = np.where(clash & ~sure, KINDS.index(RelationKind.UNCLEAR), kind)
        many = np.bincount(sides.question)
        told = np.r_[sides.question[sides.mixed], np.flatnonzero(many > MANY_SIDES)]
        unsure = np.r_[sides.question[pairs.left[clash & doubt]], told]
        found = kind != NOTHING
        left, right = sides.row[pairs.left[found]], sides.row[pairs.right[found]]
        turned = swapped[found].astype(np.bool_)
        return Related(
            np.where(turned, right, left), np.where(turned, left, right), kind[found], rule[found], np.unique(unsure)
        )

    def _fates(self, sides: Figured, pairs: Pairs) -> tuple[Codes, Flags]:
        """When the origin of each side first gave another figure, and whether the count was still going on."""
        replaced_at = np.full(len(sides.row), _NEVER, dtype=np.int64)
        other = self.figures.ends[sides.value]
        for old, new in ((pairs.left, pairs.right), (pairs.right, pairs.left)):
            replaces = (
                (sides.origin[old] == sides.origin[new])
                & (sides.until[old] < sides.since[new])
                & (other[old] != other[new])
            )
            np.minimum.at(replaced_at, old[replaces], sides.since[new[replaces]])
        last = np.full(int(sides.question.max(initial=0)) + 1, -_NEVER, dtype=np.int64)
        fixed = replaced_at < _NEVER
        np.maximum.at(last, sides.question[fixed], replaced_at[fixed])
        bound = self.figures.bound[sides.value]
        least = (bound == _AT_LEAST) | (bound == _MORE_THAN)
        return replaced_at, least | (sides.since < last[sides.question])

    def _sure(self, sides: Figured, pairs: Pairs) -> tuple[Flags, Flags]:
        """Whether two sides are surely about one thing, and whether a third claim might yet vouch for them."""

        def two(column: Codes) -> Two:
            return column[pairs.left], column[pairs.right]

        row = sides.row
        points, doubt = points_between(
            self.asked, self.figures, two(self.kind[row]), two(self.table.place[row]), two(sides.value)
        )
        sure = ~doubt & (points >= self.asked.sure)
        return sure, ~sure

    def _described(
        self, sides: Figured, pairs: Pairs, replaced_at: Codes, moving: Flags, sure: Flags
    ) -> NDArray[np.int64]:
        """Everything that the rules look at, as one number for each pair."""
        left, right, figures = pairs.left, pairs.right, self.figures
        same, room = figures.fit(sides.value[left], sides.value[right])
        parts: list[tuple[NDArray[np.int64] | Flags, int]] = [
            (same, 2),
            (room, 2),
            (sides.origin[left] == sides.origin[right], 2),
            (figures.ends[sides.value[left]] == figures.ends[sides.value[right]], 2),
            (figures.bound[sides.value[left]], len(Bound)),
            (figures.bound[sides.value[right]], len(Bound)),
            (self.kind[sides.row[left]], len(self.asked.told)),
            (self.kind[sides.row[right]], len(self.asked.told)),
            (self._days_beside(sides, pairs, replaced_at) > 1, 2),
            (sides.counting[left], 8),
            (sides.counting[right], 8),
        ]
        for old, new in ((left, right), (right, left)):
            parts += [
                (sides.until[old] < sides.since[new], 2),
                (replaced_at[old] < _NEVER, 2),
                (sides.since[new] >= replaced_at[old], 2),
                (moving[old], 2),
                (self._below(sides.value[old], sides.value[new]), 2),
                (self._raised(sides.value[old], sides.value[new]), 2),
            ]
        number: NDArray[np.int64] = np.zeros(len(left), dtype=np.int64)
        for part, size in parts:
            number = number * size + part
        return number

    def _days_beside(self, sides: Figured, pairs: Pairs, replaced_at: Codes) -> Codes:
        """For how many days the figures of each pair stood beside each other before one of them was replaced."""
        gone = np.minimum(replaced_at[pairs.left], replaced_at[pairs.right])
        given = np.maximum(sides.since[pairs.left], sides.since[pairs.right])
        return np.asarray(gone // _DAY - given // _DAY)

    def _below(self, old: Codes, new: Codes) -> Flags:
        most, least = self.figures.most[old], self.figures.least[new]
        return (most >= 0) & (least >= 0) & (most < least)

    def _raised(self, old: Codes, new: Codes) -> Flags:
        """Whether a count lies more than a tenth above a lower end."""
        return (self.figures.least[old] >= 0) & (self.figures.least[new] * 10 > self.figures.least[old] * 11)

    def _answer(self, key: int, sides: Figured, pair: tuple[int, int], replaced_at: Codes, moving: Flags) -> Answer:
        if key not in self._answers:
            left, right = (self._side(sides, place, replaced_at, moving) for place in pair)
            told = decide(left, right)
            self._answers[key] = (
                (KINDS.index(told[1].kind), NAMES.index(told[0]), told[1].swapped) if told else (NOTHING, 0, False)
            )
        return self._answers[key]

    def _side(self, sides: Figured, place: int, replaced_at: Codes, moving: Flags) -> Side:
        """A side as the rules take it, made of a stand-in."""
        row = sides.row[place]
        entry = self.asked.told[int(self.kind[row])].entry
        heard = self.asked.heard(int(self.table.speaker[row]))
        value = self.figures.values[int(sides.value[place])]
        claim = replace(entry.claim, value=value, id=f"c{place}", source=heard.claim.source)
        document = replace(heard.document, id=f"d{place}")
        fixed = int(replaced_at[place])
        return Side(
            origin=str(sides.origin[place]),
            title="",
            members=(replace(entry, claim=claim, document=document),),
            since=_moment(int(sides.since[place])),
            until=_moment(int(sides.until[place])),
            replaced=fixed < _NEVER,
            replaced_at=_moment(fixed) if fixed < _NEVER else None,
            moving=bool(moving[place]) and entry.claim.scope.attribute in RUNNING_ATTRIBUTES,
        )


_AT_LEAST, _MORE_THAN = list(Bound).index(Bound.AT_LEAST), list(Bound).index(Bound.MORE_THAN)


def _moment(seconds: int) -> str:
    return f"{np.datetime64(seconds, 's')}Z"
