"""A made-up newsroom with known answers: fourteen sources, few reports a question, bounds, copies and revisions.

Two agencies, five public bodies and seven outlets report on events whose count is known to us alone. A body leans to
one side; what it says early is a part of the count and is often, not always, revised. An outlet reports for itself or
prints an agency, with or without its credit. Any of them may round off into a bound or a range.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

AGENCIES, BODIES, OUTLETS = 2, 5, 7
EXACT, AT_LEAST, UP_TO, RANGE = range(4)


@dataclass(frozen=True)
class Report:
    """What one source said of one event: the interval [low, high], open ends infinite.

    `credit` is the agency that the outlet names as its own source; `order` tells the reports of a source apart.
    """

    event: str
    source: str
    low: float
    high: float
    credit: str | None = None
    order: int = 0


@dataclass(frozen=True)
class _Habits:
    """How a source errs: how often it has the very figure, how far it is off else, which way, and in which form."""

    hit: float
    spread: float
    lean: float
    form: tuple[float, ...]


def newsroom(seed: int, events: int = 400) -> tuple[list[Report], dict[str, float]]:
    """The reports on so many events, and the true counts by event. The same seed gives the same reports."""
    chance = np.random.default_rng(seed)
    names = [
        *(f"agency {n}" for n in range(AGENCIES)),
        *(f"body {n}" for n in range(BODIES)),
        *(f"outlet {n}" for n in range(OUTLETS)),
    ]
    habits = {name: _habits(chance, lean=0.3 if name.startswith("body") else 0.0) for name in names}
    prints = {name: f"agency {chance.integers(AGENCIES)}" for name in names if name.startswith("outlet")}
    loyal = {name: chance.random() < 0.65 for name in prints}
    reports: list[Report] = []
    truth: dict[str, float] = {}
    for number in range(events):
        event, count = f"event {number}", float(max(1, round(np.exp(chance.normal(3.0, 1.1)))))
        truth[event] = count
        told = {f"agency {n}": _said(chance, habits[f"agency {n}"], count) for n in range(AGENCIES)}
        for name in _some(chance, [n for n in names if n.startswith("body")], 1, 3):
            reports += _body(chance, event, name, habits[name], count)
        for name in _some(chance, list(prints), 1, 5):
            agency = prints[name]
            copies = loyal[name] and chance.random() < 0.85
            low, high = told[agency] if copies else _said(chance, habits[name], count)
            credit = agency if copies and chance.random() < 0.5 else None
            reports.append(Report(event, name, low, high, credit))
        for name in _some(chance, list(told), 0, 2):
            reports.append(Report(event, name, *told[name]))
    return reports, truth


def standing(reports: list[Report]) -> list[Report]:
    """The last report of each source on each event, in the order of the first."""
    last: dict[tuple[str, str], Report] = {}
    for report in reports:
        last[report.event, report.source] = report
    return list(last.values())


def _habits(chance: np.random.Generator, lean: float) -> _Habits:
    form = tuple(float(part) for part in chance.dirichlet([6.0, 2.5, 1.0, 1.0]))
    hit, spread = float(chance.uniform(0.45, 0.9)), float(chance.uniform(0.08, 0.5))
    return _Habits(hit, spread, float(chance.normal(0.0, lean)), form)


def _some(chance: np.random.Generator, names: list[str], least: int, most: int) -> list[str]:
    size = int(chance.integers(least, most + 1))
    return [str(name) for name in chance.choice(names, size, replace=False)]


def _body(chance: np.random.Generator, event: str, name: str, habits: _Habits, count: float) -> list[Report]:
    """A body's report; one in seven comes early with a part of the count, and most of those are revised later."""
    final = Report(event, name, *_said(chance, habits, count), order=1)
    if chance.random() >= 0.15:
        return [final]
    early = Report(event, name, *_said(chance, habits, max(1.0, round(count * chance.uniform(0.4, 0.9)))))
    return [early, final] if chance.random() < 0.75 else [early]


def _said(chance: np.random.Generator, habits: _Habits, count: float) -> tuple[float, float]:
    """What a source says of a count: the figure that it believes, as it is or as a bound or a range."""
    off = np.exp(habits.lean + habits.spread * chance.standard_t(4))
    believed = count if chance.random() < habits.hit else float(max(0, round(count * off)))
    form = int(chance.choice(4, p=habits.form)) if believed >= 2 else EXACT
    slack = float(chance.integers(0, 1 + int(believed // 4)))
    if form == AT_LEAST:
        return max(1.0, believed - slack), np.inf
    if form == UP_TO:
        return -np.inf, believed + slack
    if form == RANGE:
        return max(0.0, believed - slack - 1), believed + slack + 1
    return believed, believed
