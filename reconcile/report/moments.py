"""Times as the newsroom reads them: in its own zone, the zone named, nothing finer than what was stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reconcile.report.runs import clean

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]  # not strftime: its names follow the locale
LONGEST_STAMP = 80
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


def day(when: date) -> str:
    """A date in words: "8 March 2025"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def short_day(when: date) -> str:
    """A date in few words: "8 Mar 2025"."""
    return f"{when.day} {MONTHS[when.month - 1][:3]} {when.year}"


def parsed(stamp: str | None) -> date | datetime | None:
    """An ISO 8601 date or moment, None where it is neither."""
    if not stamp:
        return None
    try:
        return date.fromisoformat(stamp) if len(stamp) == 10 else datetime.fromisoformat(stamp)
    except ValueError:
        return None


def zone_of(name: str) -> tzinfo:
    """The time zone of that IANA name, UTC where this machine does not know it."""
    try:
        return UTC if name == "UTC" else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _offset(moment: datetime) -> str:
    name = moment.tzname() or ""
    if name.isalpha():
        return name
    minutes = int((moment.utcoffset() or datetime.min - datetime.min).total_seconds() // 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60}:{abs(minutes) % 60:02}"


@dataclass(frozen=True, slots=True)
class Wall:
    """The newsroom's clock on the wall: turns stored stamps into words in its zone."""

    zone: tzinfo

    def _local(self, stamp: str | None) -> date | datetime | None:
        found = parsed(stamp)
        if isinstance(found, datetime) and found.tzinfo is not None:
            try:
                return found.astimezone(self.zone)
            except OverflowError:
                return found
        return found

    def words(self, stamp: str | None) -> str:
        """The stamp in words, as fine as it was stored; the stamp itself where it is no ISO 8601 time."""
        found = self._local(stamp)
        if isinstance(found, datetime):
            zone = _offset(found) if found.tzinfo else "(time zone not stated)"
            return f"{day(found)}, {found:%H:%M} {zone}"
        return day(found) if found else clean(stamp or "time not stated")[:LONGEST_STAMP]

    def weekday(self, stamp: str | None) -> str:
        """The stamp in words with its day of the week: "Sat 8 March 2025, 15:40 UTC"."""
        found = self._local(stamp)
        return f"{WEEKDAYS[found.weekday()]} {self.words(stamp)}" if found else self.words(stamp)

    def day(self, stamp: str | None) -> str | None:
        """The day of the stamp: "8 March 2025"; None where there is none."""
        found = self._local(stamp)
        return day(found) if found else None

    def short(self, stamp: str | None) -> str | None:
        """The day of the stamp: "8 Mar 2025"; None where there is none."""
        found = self._local(stamp)
        return short_day(found) if found else None

    def time_or_day(self, stamp: str | None, after: str | None) -> str | None:
        """The hour where `after` is of the same day and the hour is known ("21:40"), else the day ("8 Mar 2025")."""
        found = self._local(stamp)
        one_day = self.day(stamp) == self.day(after)
        return f"{found:%H:%M}" if isinstance(found, datetime) and one_day else self.short(stamp)

    def machine(self, stamp: str | None) -> str | None:
        """The stamp for a `datetime` attribute, None where it is no ISO 8601 time."""
        found = parsed(stamp)
        return found.isoformat() if found else None

    def key(self, stamp: str | None) -> tuple[int, int, str]:
        """A key to sort stamps by: day, then second of the day; a bare date before the moments on it."""
        found = self._local(stamp)
        if found is None:
            return (date.max.toordinal(), -1, stamp or "")
        if isinstance(found, datetime):
            return (found.toordinal(), found.hour * 3600 + found.minute * 60 + found.second, stamp or "")
        return (found.toordinal(), -1, stamp or "")
