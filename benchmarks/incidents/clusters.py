"""How well groups match the true ones: B³, pairwise F, MUC, CEAF-e and CoNLL, their mean as in the CoNLL-2012 task.

B³: Bagga & Baldwin 1998. MUC: Vilain et al. 1995. CEAF-e: Luo 2005, entities aligned one to one with the similarity
φ4. CoNLL: Pradhan et al. 2012, the mean of MUC, B³ and CEAF-e. All as F1 from 0 to 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Cell = tuple[Hashable, Hashable]
"""A true group and a found one that share members."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one grouping, and how many groups it has."""

    b_cubed: float
    pairwise: float
    conll: float
    precision: float
    recall: float
    groups: int


def scores(truth: Sequence[Hashable], found: Sequence[Hashable]) -> Scores:
    """How well `found` groups match `truth`: the group of each thing, in one order; precision and recall of pairs."""
    cells = Counter(zip(truth, found, strict=True))
    true, told = Counter(truth), Counter(found)
    both = _pairs(cells.values())
    precision, recall = both / max(1, _pairs(told.values())), both / max(1, _pairs(true.values()))
    cubed = f1(
        sum(many * many / told[there] for (_, there), many in cells.items()) / len(truth),
        sum(many * many / true[here] for (here, _), many in cells.items()) / len(truth),
    )
    conll = (_muc(cells, true, told) + cubed + _ceaf(cells, true, told)) / 3
    return Scores(cubed, f1(precision, recall), conll, precision, recall, len(told))


def f1(precision: float, recall: float) -> float:
    """The harmonic mean; 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _muc(cells: Mapping[Cell, int], true: Counter[Hashable], told: Counter[Hashable]) -> float:
    def links(groups: Counter[Hashable], parts: Counter[Hashable]) -> float:
        needed = sum(size - 1 for size in groups.values())
        return sum(groups[name] - parts[name] for name in groups) / needed if needed else 0.0

    recall = links(true, Counter(here for here, _ in cells))
    return f1(links(told, Counter(there for _, there in cells)), recall)


def _ceaf(cells: Mapping[Cell, int], true: Counter[Hashable], told: Counter[Hashable]) -> float:
    alike = {(here, there): 2 * many / (true[here] + told[there]) for (here, there), many in cells.items()}
    total = sum(_aligned(part) for part in _parts(alike))
    return f1(total / len(told), total / len(true))


def _parts(alike: Mapping[Cell, float]) -> list[dict[Cell, float]]:
    """The similarities in parts that share no group, which are aligned one by one."""
    above: dict[Hashable, Hashable] = {}

    def top(thing: Hashable) -> Hashable:
        while (other := above.get(thing, thing)) != thing:
            thing = other
        return thing

    for here, there in alike:
        above[top(("true", here))] = top(("told", there))
    parts: dict[Hashable, dict[Cell, float]] = {}
    for cell, value in alike.items():
        parts.setdefault(top(("true", cell[0])), {})[cell] = value
    return list(parts.values())


def _aligned(alike: Mapping[Cell, float]) -> float:
    """The greatest sum of similarities when each group is aligned with one other at most."""
    rows = {name: place for place, name in enumerate(dict.fromkeys(here for here, _ in alike))}
    columns = {name: place for place, name in enumerate(dict.fromkeys(there for _, there in alike))}
    if min(len(rows), len(columns)) == 1:
        return max(alike.values())
    gains = np.zeros((len(rows), len(columns)))
    for (here, there), value in alike.items():
        gains[rows[here], columns[there]] = value
    return best_assignment(gains if len(rows) <= len(columns) else gains.T)


def best_assignment(gains: NDArray[np.float64]) -> float:
    """The greatest sum of one entry per row, no two in one column: the Hungarian method, rows at most columns."""
    rows, columns = gains.shape
    cost = np.zeros((rows + 1, columns + 1))
    cost[1:, 1:] = -gains
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    taken = np.zeros(columns + 1, dtype=int)
    for row in range(1, rows + 1):
        taken[0], column = row, 0
        least = np.full(columns + 1, np.inf)
        way = np.zeros(columns + 1, dtype=int)
        used = np.zeros(columns + 1, dtype=bool)
        while taken[column]:
            used[column] = True
            reduced = cost[taken[column]] - row_price[taken[column]] - column_price
            better = ~used & (reduced < least)
            least[better], way[better] = reduced[better], column
            following = int(np.argmin(np.where(used, np.inf, least)))
            step = least[following]
            row_price[taken[used]] += step
            column_price[used] -= step
            least[~used] -= step
            column = following
        while column:
            taken[column] = taken[way[column]]
            column = int(way[column])
    return float(-sum(cost[taken[column], column] for column in range(1, columns + 1) if taken[column]))
