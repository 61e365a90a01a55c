"""Our own advice on a set of the benchmark: the estimates, and by how many reports each is ahead."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reconcile.advice.reports import Reports, reports_of
from reconcile.advice.weighing import weigh
from reconcile.advice.words import words_inside
from truth.newsroom import Report
from truth.tables import Floats, Ints, Table


@dataclass(frozen=True)
class Advised:
    """What is advised for each object.

    `first` is the answer that leads (its code where answers are words), `estimate` the same or, where two measured
    figures that agree are told together, their middle.
    """

    first: Ints | Floats
    estimate: Ints | Floats
    lead: Floats


def reports_from(table: Table) -> Reports:
    """The claims of a table as reports: figures where every value is one, else words."""
    if table.numbers is None:
        return reports_of(table.o, table.s, table.v, inside=words_inside(table.words))
    figures = table.numbers[table.v]
    return reports_of(table.o, table.s, table.v, (figures, figures))


def reports_in(newsroom: list[Report]) -> tuple[Reports, list[str]]:
    """The reports of a newsroom, prints of one credited agency bundled with it; and the events in order."""
    codes: tuple[dict[object, int], ...] = ({}, {}, {}, {})
    rows = [
        (each.event, each.source, (each.low, each.high), (each.event, each.credit or each.source)) for each in newsroom
    ]
    found = [[code.setdefault(cell, len(code)) for code, cell in zip(codes, row, strict=True)] for row in rows]
    event, source, value, bundle = np.array(found, dtype=np.int64).T
    low, high = np.array([(each.low, each.high) for each in newsroom]).T
    return reports_of(event, source, value, (low, high), bundle=bundle), [str(each) for each in codes[0]]


def advised(reports: Reports) -> Advised:
    """What is best supported of each question, all weighed together."""
    found = weigh(reports)
    if (found.value[found.pick] >= 0).all():
        words = found.value[found.pick]
        return Advised(words, words, found.lead)
    ends = found.candidates.low + found.candidates.high
    return Advised(ends[found.pick] / 2, (ends[found.pick] + ends[found.span]) / 4, found.lead)
