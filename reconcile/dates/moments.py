"""The times at which something was published or said: read into ISO 8601, and put in order.

A time is a day ("2024-01-13") or a moment with its offset from UTC ("2024-01-13T18:05:00+01:00"). A moment
whose offset nobody gave is kept as it is, without one, and then only told apart by its day.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from reconcile.dates.words import MONTHS
from reconcile.errors import UsageProblem

_CLOCK = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?(?:\s?(?P<half>[ap])\.?m\.?)?"
    r"(?:\s?(?P<zone>Z|z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d|EST|EDT|CST|CDT|MST|MDT|PST|PDT))?"
)
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"
_AND_CLOCK = rf"(?:(?:T|,?\s+(?:at\s+)?){_CLOCK})?"
_SHAPES = tuple(
    re.compile(shape + r"\Z")
    for shape in (
        rf"(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){_AND_CLOCK}",
        rf"(?P<year>\d{{4}})/(?P<month>\d\d)/(?P<day>\d\d){_AND_CLOCK}",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?"
        r"(?P<half>)(?P<zone>Z|[+-]\d{4})?)?",
        rf"(?:[A-Za-z]{{3,9}},?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH}[\s-]*,?\s*(?P<year>\d{{4}}){_AND_CLOCK}",
        rf"(?:[A-Za-z]{{3,9}},?\s+)?{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_AND_CLOCK}",
        rf"(?P<one>\d{{1,2}})(?P<mark>[/.-])(?P<two>\d{{1,2}})[/.-](?P<year>\d{{4}}){_AND_CLOCK}",
    )
)
_OFFSETS = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
"""The zones that RFC 2822 defines; other letters stand for several zones and are refused."""
_LONGEST = 80
_HINT = "write 2024-01-13 or 2024-01-13T18:05:00+01:00"


def parse_moment(text: str, *, day_first: bool | None = None) -> str:
    """A published or said time as ISO 8601: a day, or a moment with its offset.

    Known are ISO 8601, RFC 2822 (feeds) and dates with the month in words; 01/02/2019 only where
    `day_first` tells the order. Raises `UsageProblem` for everything else.

    >>> parse_moment("Sat, 13 Jan 2024 18:05:00 +0100")
    '2024-01-13T18:05:00+01:00'
    """
    clean = text.strip()
    for shape in _SHAPES if len(clean) <= _LONGEST else ():
        if match := shape.match(clean):
            return _written(clean, match.groupdict(), day_first)
    raise UsageProblem(f"{clean[:40]!r} is no date or time in a known form", where="time", hint=_HINT)


def _written(text: str, parts: dict[str, str | None], day_first: bool | None) -> str:
    try:
        day = date(int(parts["year"] or 0), *_month_and_day(text, parts, day_first))
        return _with_clock(day, parts) if parts["hour"] else day.isoformat()
    except (ValueError, OverflowError) as error:
        raise UsageProblem(f"{text[:40]!r} is no day or time that exists", where="time", hint=_HINT) from error


def _month_and_day(text: str, parts: dict[str, str | None], day_first: bool | None) -> tuple[int, int]:
    if "one" in parts:
        numbers = int(parts["one"] or 0), int(parts["two"] or 0)
        return _ordered(text, numbers, day_first, parts["mark"] or "", parts["year"] or "")
    if name := parts.get("name"):
        if name.lower() not in MONTHS:
            raise UsageProblem(f"{name!r} is no month", where="time", hint=_HINT)
        return MONTHS[name.lower()], int(parts["day"] or 0)
    return int(parts["month"] or 0), int(parts["day"] or 0)


def _ordered(text: str, numbers: tuple[int, int], day_first: bool | None, mark: str, year: str) -> tuple[int, int]:
    """(month, day) of two numbers; a number above 12 is the day, and dots put the day first."""
    one, two = numbers
    if day_first is None and mark == ".":
        day_first = True
    if day_first is None and one <= 12 and two <= 12 and one != two:
        hint = f"say --day-first or --month-first, or write {year}-{two:02}-{one:02} or {year}-{one:02}-{two:02}"
        raise UsageProblem(f"{text[:40]!r} may be two different days", where="time", hint=hint)
    if day_first is None:
        day_first = two <= 12
    return (two, one) if day_first else (one, two)


def _with_clock(day: date, parts: dict[str, str | None]) -> str:
    hour = int(parts["hour"] or 0)
    if parts.get("half"):
        if not 1 <= hour <= 12:
            raise ValueError("no such hour")
        hour = hour % 12 + (12 if parts["half"] in ("p", "P") else 0)
    clock = datetime(day.year, day.month, day.day, hour, int(parts["minute"] or 0), int(parts["second"] or 0))
    return clock.replace(tzinfo=_zone(parts["zone"])).isoformat()


def _zone(written: str | None) -> timezone | None:
    if not written:
        return None
    if written.upper() in ("Z", "UTC", "GMT"):
        return UTC
    if written in _OFFSETS:
        return timezone(timedelta(hours=_OFFSETS[written]))
    digits = written[1:].replace(":", "").ljust(4, "0")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if ahead >= timedelta(hours=15) or int(digits[2:]) > 59:
        raise ValueError("no such offset")
    return timezone(ahead if written[0] == "+" else -ahead)


def day_of(iso: str) -> date:
    """The day of a time in ISO 8601, where it was written down.

    Raises `UsageProblem` where `iso` is no such time.
    """
    try:
        return date.fromisoformat(iso[:10])
    except ValueError as error:
        raise UsageProblem(f"{iso[:40]!r} is no time in ISO 8601", where="time", hint=_HINT) from error


def _moment(iso: str) -> datetime | None:
    """The moment, None where only the day is known."""
    if len(iso) <= 10:
        return None
    try:
        return datetime.fromisoformat(iso)
    except ValueError as error:
        raise UsageProblem(f"{iso[:40]!r} is no time in ISO 8601", where="time", hint=_HINT) from error


def order(a: str | None, b: str | None) -> int | None:
    """Which of two times came first: -1, 0 or 1, and None where that cannot be told.

    A day against itself, or against a moment on that day, cannot be told unless both are written alike.

    >>> order("2024-01-13", "2024-01-13T18:05:00+01:00"), order("2024-01-13", "2024-01-14")
    (None, -1)
    """
    if a is None or b is None:
        return None
    if a == b:
        return 0
    one, other = _moment(a), _moment(b)
    if one is not None and other is not None and (one.tzinfo is None) == (other.tzinfo is None):
        return (one > other) - (one < other)
    first, second = day_of(a), day_of(b)
    return None if first == second else (first > second) - (first < second)
