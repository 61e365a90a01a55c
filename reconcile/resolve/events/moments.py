"""When a report says that it happened: days, months and years that it tells, hours of the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reconcile.dates import scan

_READ = 4_000
_LONG = 1_500
"""Days before publication within which a day can be that of the event."""
_FIRST = 6
"""Days that are compared: those that a report tells first."""
_MONTH = 31
_OF_PAGE = re.compile(r"\b(?:posted|updated|published|modified|copyright)\b[^\w]*(?:\w+\W+)?\Z", re.IGNORECASE)
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?\s?m\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(20\d\d|19\d\d)\b")
_BACK = re.compile(
    r"\b(?:sentenced|pleaded|pled|trial|jury|convicted|indicted|plea|testified|testimony|verdict|guilty|appeal|"
    r"acquitted|judge|lawsuit|anniversary|prosecutors?|court|inquest|inquiry|memorial|settlement)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Times:
    """`days` that a report tells, first ones first; `spans` are months and years; `minutes` of the day.

    `looks_back` tells that it speaks of what follows long after an event: a trial, an inquest, an anniversary.
    """

    days: tuple[date, ...]
    spans: frozenset[tuple[date, date]]
    minutes: frozenset[int]
    looks_back: bool


NO_TIMES = Times((), frozenset(), frozenset(), False)


def times_of(text: str, published: date | None) -> Times:
    """What a text tells of when."""
    days, spans = _told(text[:_READ], published)
    return Times(
        days=tuple(dict.fromkeys(days))[:_FIRST],
        spans=frozenset(spans),
        minutes=frozenset(_minutes(text[:_READ])),
        looks_back=len(_BACK.findall(text[:_READ])) > 1,
    )


def _told(text: str, published: date | None) -> tuple[list[date], set[tuple[date, date]]]:
    days: list[date] = []
    spans: set[tuple[date, date]] = set()
    seen: set[int] = set()
    for found in scan(text, published):
        low, high = found.value.low, found.value.high
        if not isinstance(low, date) or not isinstance(high, date) or not _past(low, published):
            continue
        seen.update(range(found.start, found.end))
        if low == high and not _OF_PAGE.search(text, max(0, found.start - 30), found.start):
            days.append(low)
        elif _MONTH - 4 <= (high - low).days + 1 <= 366:
            spans.add((low, high))
    for match in _YEAR.finditer(text):
        year = int(match.group())
        if match.start() not in seen and _past(date(year, 1, 1), published):
            spans.add((date(year, 1, 1), date(year, 12, 31)))
    return days, spans


def _past(day: date, published: date | None) -> bool:
    return published is None or 0 <= (published - day).days < _LONG


def _minutes(text: str) -> Iterator[int]:
    """Hours of the clock, as minutes after midnight."""
    for hour, minute, half in _CLOCK.findall(text):
        if int(hour) <= 12 and int(minute or 0) < 60:
            yield int(hour) % 12 * 60 + int(minute or 0) + (720 if half in "pP" else 0)


def covers(span: tuple[date, date], day: date) -> bool:
    """Whether a month that a report tells, or the one after it, is that of `day`; a year tells nothing so near."""
    return (span[1] - span[0]).days < 2 * _MONTH and span[0] <= day <= span[1] + timedelta(_MONTH)


def is_year(span: tuple[date, date]) -> bool:
    """Whether a span is a whole year."""
    return (span[1] - span[0]).days > 300
