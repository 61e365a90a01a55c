"""Days and periods that are counted from another day: the anchor, or the day that the text named last."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from reconcile.dates.nearest import (
    EARLY,
    LATE,
    MIDDLE,
    Asked,
    Days,
    looks_forward,
    part_of_year,
    third,
    whole_month,
    year_of_month,
)

_SHIFTS = {
    "the day before yesterday": -2, "the night before last": -2, "yesterday": -1, "last night": -1, "today": 0,
    "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1,
    "the day after tomorrow": 2,
}  # fmt: skip
_BRIGHTER = re.compile(r"\b(?:brighter|better|new|an?)\s\Z", re.IGNORECASE)
""" "For a brighter tomorrow" names no day."""
_WHICH = {"last": -1, "this": 0, "next": 1}


def relative(asked: Asked) -> Days | None:
    """Yesterday, tonight, last week, next year."""
    if asked.anchor is None or _BRIGHTER.search(asked.text, max(0, asked.parts.start - 12), asked.parts.start):
        return None
    if asked.parts.which in _SHIFTS:
        day = asked.anchor + timedelta(days=_SHIFTS[asked.parts.which])
        return day, day
    which, unit = asked.parts.which.split()
    return period(asked.anchor, unit, _WHICH[which])


def period(day: date, unit: str, shift: int) -> Days:
    """The calendar week (from Monday), month, year or decade so many away from that of the day."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        moved = day + relativedelta(months=shift)
        return whole_month(moved.year, moved.month)
    year = day.year + shift
    return date(year, 1, 1), date(year, 12, 31)


def weekend(asked: Asked) -> Days | None:
    """Saturday and Sunday: the ones around the anchor, else the last ones that have begun, or the next."""
    if asked.anchor is None:
        return None
    which = asked.parts.which
    saturday = asked.anchor - timedelta(days=(asked.anchor.weekday() - 5) % 7)
    today = asked.anchor.weekday() >= 5
    forward = which in ("this coming", "the coming") or (
        which in ("this", "the") and not today and looks_forward(asked.text, asked.parts)
    )
    if which == "next" or (forward and not today):
        saturday += timedelta(weeks=1)
    elif today and which in ("last", "this past", "the past", "the previous"):
        saturday -= timedelta(weeks=1)
    return saturday, saturday + timedelta(days=1)


def ago(asked: Asked) -> Days | None:
    """So long before the anchor: days give a day, weeks, months and years are as wide as their unit."""
    parts = asked.parts
    if asked.anchor is None or parts.number is None:
        return None
    days = counted_from(asked.anchor, -parts.number, parts.unit)
    if parts.weekday is None:
        return days
    middle = days[0] + (days[1] - days[0]) // 2
    near = middle - timedelta(days=3)
    near += timedelta(days=(parts.weekday - near.weekday()) % 7)  # the weekday within three days of it
    return near, near


def counted_from(day: date, number: int, unit: str) -> Days:
    """So many units after a day, or before it where the number is negative."""
    if unit == "day":
        moved = day + timedelta(days=number)
        return moved, moved
    if unit in ("week", "fortnight"):
        moved = day + timedelta(weeks=number * (2 if unit == "fortnight" else 1))
        return moved - timedelta(days=3), moved + timedelta(days=3)
    if unit == "month":
        return period(day, "month", number)
    return period(day, "year", number * (10 if unit == "decade" else 1))


def past(asked: Asked) -> Days | None:
    """The stretch of so many hours, days or weeks that ends on the anchor, or begins on it ("the next two weeks")."""
    parts, anchor = asked.parts, asked.anchor
    if anchor is None or not parts.number:
        return None
    towards = 1 if parts.which in ("next", "coming") else -1
    edge = anchor + towards * _length(parts.number, parts.unit)
    return min(anchor, edge), max(anchor, edge)


def _length(number: int, unit: str) -> relativedelta:
    if unit == "hour":
        return relativedelta(days=-(-number // 24))
    if unit in ("month", "year", "decade"):
        return relativedelta(months=number * {"month": 1, "year": 12, "decade": 120}[unit])
    return relativedelta(days=number * {"day": 1, "week": 7, "fortnight": 14}[unit])


_OF_A_DAY = frozenset({"day", "morning", "afternoon", "evening", "night"})


def following(asked: Asked) -> Days | None:
    """The day, week or month next to the one that the text named last; "two days later" counts from a day."""
    parts, last = asked.parts, asked.last
    if last is None or parts.number is None:
        return None
    unit = "day" if parts.unit in _OF_A_DAY else parts.unit
    if parts.which == "count":
        return counted_from(last[0], parts.number, unit) if last[0] == last[1] else None
    if unit == "day":
        moved = last[0] + timedelta(days=parts.number)
        return (moved, moved) if last[0] == last[1] else None
    return period(last[0], unit, parts.number) if last[1] - last[0] <= _LONGEST[unit] else None


_LONGEST: dict[str, timedelta] = {"week": timedelta(6), "month": timedelta(30), "year": timedelta(365)}
"""A period follows upon one that is no longer than itself."""


def decade(asked: Asked) -> Days | None:
    """The 1990s, or the early (four years), mid (three) or late ones (three)."""
    first, which = asked.parts.year, asked.parts.which
    if first is None:
        return None
    start = first + (4 if which in MIDDLE else 7 if which in LATE else 0)
    stop = first + (3 if which in EARLY else 6 if which in MIDDLE else 9)
    return date(start, 1, 1), date(stop, 12, 31)


def portion(asked: Asked) -> Days | None:
    """A part of a month or year: its second half, third quarter, first two weeks, or its end."""
    whole = _whole(asked)
    if whole is None:
        return None
    parts = asked.parts
    if parts.which in ("earlier", "later") and asked.anchor and whole[0] <= asked.anchor <= whole[1]:
        return (whole[0], asked.anchor) if parts.which == "earlier" else (asked.anchor, whole[1])
    if not parts.unit:
        if asked.parts.base.endswith("week"):
            return whole
        if (whole[1] - whole[0]).days < 31:
            return third(whole, parts.which)
        return part_of_year(whole[0].year, whole[0].year, parts.which)
    if parts.unit in ("half", "quarter", "third"):
        return _fraction(whole, parts.which, {"half": 2, "third": 3, "quarter": 4}[parts.unit])
    return _slice(whole, parts.which, parts.number or 1, parts.unit)


def _whole(asked: Asked) -> Days | None:
    parts = asked.parts
    if parts.base:
        which, unit = parts.base.split()
        return period(asked.anchor, unit, _WHICH[which]) if asked.anchor else None
    if parts.month is None:
        return (date(parts.year, 1, 1), date(parts.year, 12, 31)) if parts.year else None
    year = parts.year or year_of_month(asked, parts.month)
    return whole_month(year, parts.month) if year else None


_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def _fraction(whole: Days, which: str, pieces: int) -> Days | None:
    """The half, third or quarter of a year in months; of a month, only its halves."""
    place = _PLACES.get(which, pieces - 1)
    first, last = whole
    if place >= pieces:
        return None
    if (last - first).days < 31:
        if pieces != 2:
            return None
        return (first, first.replace(day=15)) if place == 0 else (first.replace(day=16), last)
    months = 12 // pieces
    return whole_month(first.year, 1 + place * months)[0], whole_month(first.year, (place + 1) * months)[1]


def _slice(whole: Days, which: str, number: int, unit: str) -> Days | None:
    """So many days, weeks or months from the beginning or the end of a month or year."""
    size: Literal[-1, 1] = -1 if which in ("last", "final", "latter") else 1
    place = 0 if size < 0 else _PLACES[which]
    length = (
        relativedelta(months=number) if unit == "month" else relativedelta(days=number * (7 if unit == "week" else 1))
    )
    day = timedelta(days=1)
    if size < 0:
        first, last = whole[1] + day - length, whole[1]
    else:
        first = whole[0] + length * place
        last = first + length - day
    return (first, last) if whole[0] <= first <= last <= whole[1] else None
