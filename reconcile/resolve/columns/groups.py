"""Questions of a table: which rows of one event answer the same question.

Rows of one event that are told alike, of one place, with one figure, are one kind; every two kinds
get the points that single claims would get. Where all points within a group are enough and all between groups are
not, joining pair by pair can end in no other groups, and they are taken; else pairs are joined one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from reconcile.model import Bound, Kind, Value
from reconcile.resolve.columns.joining import Codes, Keys, components, packed
from reconcile.resolve.columns.standins import APART, NEVER, NONE, ROOM, StandIns, size_of
from reconcile.resolve.columns.table import Table
from reconcile.resolve.questions.grouping import ENOUGH, joined_places
from reconcile.resolve.relations.figures import fit_of, span_of
from reconcile.resolve.words.terms import WORD, plain
from reconcile.values import Fit

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a table by code: as intervals in twentieths, so that open ends and tenths are whole numbers.

    `agree` is one number for figures that agree; `size` is what distances are taken from; `ends` one number for
    figures that name the same numbers; `least` and `most` the bare ends, -1 where open.
    """

    values: list[Value]
    low: Codes
    high: Codes
    agree: Codes
    digits: Codes
    size: NDArray[np.float64]
    ends: Codes
    least: Codes
    most: Codes
    bound: Codes

    def fit(self, left: Codes, right: Codes) -> tuple[Flags, Flags]:
        """Whether figures agree, and whether some figure satisfies both, pair by pair."""
        apart = (self.high[left] < self.low[right]) | (self.high[right] < self.low[left])
        same = self.agree[left] == self.agree[right]
        return same, ~apart


_FAR = 1 << 60


def figures_of(table: Table) -> Figures:
    """The figures of a table."""
    values = [_value(*each) for each in table.values]
    spans = [span_of(value) for value in values]
    low = [_FAR * -1 if s.low is None else int(s.low * 20) + s.low_open for s in spans]
    high = [_FAR if s.high is None else int(s.high * 20) - s.high_open for s in spans]
    models: dict[object, list[int]] = {}
    agree = []
    for code, (value, span) in enumerate(zip(values, spans, strict=True)):
        alike = models.setdefault(span, [])
        agree.append(next((each for each in alike if fit_of(values[each], value) is Fit.AGREE), code))
        alike.append(code)
    ends: dict[frozenset[object], int] = {}
    named = [frozenset((value.low, value.high)) - {None} for value in values]
    bounds = list(Bound)
    return Figures(
        values=values,
        low=np.array(low, dtype=np.int64),
        high=np.array(high, dtype=np.int64),
        agree=np.array(agree, dtype=np.int64),
        digits=np.array([_digits(value) for value in values], dtype=np.int64),
        size=np.array([size_of(value) for value in values]),
        ends=np.array([ends.setdefault(each, len(ends)) for each in named], dtype=np.int64),
        least=np.array([-1 if s.low is None else int(s.low * 20) for s in spans], dtype=np.int64),
        most=np.array([-1 if s.high is None else int(s.high * 20) for s in spans], dtype=np.int64),
        bound=np.array([bounds.index(value.bound) for value in values], dtype=np.int64),
    )


def _value(bound: str, low: str | None, high: str | None) -> Value:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Value(Kind.NUMBER, ends[0], ends[1], Bound(bound), None, low or high or "")


def _digits(value: Value) -> int:
    """How telling it is that two claims give this very figure: 0, 1 or 2 for one, two or more digits of weight."""
    end = value.low if value.low is not None else value.high
    assert isinstance(end, Decimal)
    return min(3, len(end.normalize().as_tuple().digits) + (end >= 1000)) - 1


@dataclass(frozen=True, slots=True)
class Pairs:
    """Every two of the members of each group, the earlier one first, as places in the column that was grouped."""

    left: Codes
    right: Codes


def pairs_within(group: Codes) -> Pairs:
    """All pairs of places with one number in `group`, which must be sorted."""
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]]) if len(group) else np.empty(0, dtype=np.int64)
    sizes = np.diff(np.r_[starts, len(group)])
    after = np.repeat(starts + sizes, sizes) - np.arange(len(group)) - 1
    left = np.repeat(np.arange(len(group)), after)
    begins = np.r_[0, np.cumsum(after)[:-1]] if len(after) else after
    right = left + 1 + np.arange(len(left)) - np.repeat(begins, after)
    return Pairs(left, right)


Two: TypeAlias = tuple[Codes, Codes]
"""A column for the earlier and one for the later of two."""


def points_between(
    asked: StandIns, figures: Figures, kinds: Two, places: Two, values: Two
) -> tuple[NDArray[np.float64], Flags]:
    """The points of pairs of claims by kind, place and figure, and whether the scope of the two may differ."""
    place = _place_kinds(asked, *places)
    packed = (kinds[0] * len(asked.told) + kinds[1]) * 3 + place
    met, back = np.unique(packed, return_inverse=True)
    many = len(asked.told) * 3
    answers = [asked.points(int(key) // many, int(key) // 3 % len(asked.told), int(key) % 3) for key in met.tolist()]
    if not answers:
        return np.empty(0), np.empty(0, dtype=np.bool_)
    lines = np.stack([line for line, _ in answers])
    doubts = np.array([doubt for _, doubt in answers])
    same, room = figures.fit(*values)
    how = np.where(same, figures.digits[values[0]], np.where(room, ROOM, NONE))
    distance = np.minimum(4.0, np.abs(np.log(figures.size[values[0]]) - np.log(figures.size[values[1]])))
    line = lines[back, how]
    points = line[:, 0] + np.where(how >= ROOM, line[:, 1] * distance, 0.0)
    return np.where(lines[back, APART, 0] == lines[back, 0, 0], NEVER, points), doubts[back]


def _place_kinds(asked: StandIns, left: Codes, right: Codes) -> Codes:
    size = len(asked.place_names) + 1
    met, back = np.unique((left + 1) * size + right + 1, return_inverse=True)
    kinds = [asked.place_kind(int(key) // size - 1, int(key) % size - 1) for key in met.tolist()]
    return np.array(kinds, dtype=np.int64)[back] if kinds else np.empty(0, dtype=np.int64)


def grouped_rows(table: Table, asked: StandIns, figures: Figures, rows: Codes, event: Codes, kind: Codes) -> Codes:
    """For some rows, sorted by event and in the order in which claims are compared, a number for each question.

    `event` and `kind` are those of the rows.
    """
    columns = np.stack((event, kind, table.place[rows], table.value[rows]))
    _, first, back, many = np.unique(packed(*columns), return_index=True, return_inverse=True, return_counts=True)
    told = columns[:, first]
    pairs = pairs_within(told[0])
    several = np.flatnonzero(many > 1)
    left, right = np.r_[pairs.left, several], np.r_[pairs.right, several]
    kinds, places, values = ((column[left], column[right]) for column in told[1:])
    points, _ = points_between(asked, figures, kinds, places, values)
    enough = points >= ENOUGH
    near = np.flatnonzero(enough)
    group = components(told.shape[1], Keys(np.r_[left[near], right[near]], np.r_[near, near]))
    wrong = (group[left] == group[right]) & ~enough
    found = group[back]
    for place in np.unique(told[0][left[wrong]]).tolist():
        start, end = np.searchsorted(event, (place, place + 1))
        here = np.arange(start, end)
        found[here] = len(event) + start + _joined_one_by_one(table, asked, figures, rows[here], kind[here])
    return found


def _joined_one_by_one(table: Table, asked: StandIns, figures: Figures, rows: Codes, kind: Codes) -> Codes:
    """For the rows of one event, not all of whose groups are beyond doubt, the first place of each one's group."""
    pairs = pairs_within(np.zeros(len(rows), dtype=np.int64))
    columns = ((each[pairs.left], each[pairs.right]) for each in (kind, table.place[rows], table.value[rows]))
    points, _ = points_between(asked, figures, *columns)
    told = zip(pairs.left.tolist(), pairs.right.tolist(), points.round(9).tolist(), strict=True)
    groups = joined_places(len(rows), {(left, right): amount for left, right, amount in told if amount > NEVER})
    found = np.arange(len(rows), dtype=np.int64)
    for places in groups:
        found[places] = places[0]
    return found


def speakers_among(table: Table) -> tuple[Codes, list[frozenset[str]]]:
    """For each row the code of those words of its telling that its source's name holds, and what the codes mean."""
    told = [frozenset(WORD.findall(plain(" ".join(word or "" for word in each[1:])))) for each in table.tellings]
    names = [frozenset(WORD.findall(plain(each[0] or ""))) for each in table.speakers]
    met, back = np.unique(table.telling * (len(names) + 1) + table.speaker, return_inverse=True)
    shared: dict[frozenset[str], int] = {}
    codes = [
        shared.setdefault(told[int(key) // (len(names) + 1)] & names[int(key) % (len(names) + 1)], len(shared))
        for key in met.tolist()
    ]
    return np.array(codes, dtype=np.int64)[back], list(shared)


def kinds_of(table: Table, asked: StandIns) -> Codes:
    """For each row what is compared of its telling, as a code of `asked.told`."""
    if not len(table):
        return np.empty(0, dtype=np.int64)
    shared, names = speakers_among(table)
    met, back = np.unique(table.telling * len(names) + shared, return_inverse=True)
    kinds = [asked.kind_of(int(key) // len(names), names[int(key) % len(names)]) for key in met.tolist()]
    return np.array(kinds, dtype=np.int64)[back]
