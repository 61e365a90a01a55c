"""Which days are meant: dates in a text against the day on which the text was published.

A weekday is the nearest one up to the anchor unless the words look forward; a day without a year is the one
nearest to the anchor; "in July" is the last July.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from reconcile.dates.shapes import Parts, shapes
from reconcile.errors import UsageProblem
from reconcile.model import Bound, Found, Kind, Value

Days = tuple[date, date]

_FORWARD = (
    r"(?:will|would|shall|is\sto|are\sto|was\sto|due|scheduled|expected|plan(?:s|ned)?\sto|set\sto|going\sto|until|till|by|next"
    r"|upcoming|tomorrow|deadline|[’']ll|hopes?\sto|reopens?|resumes?|begins?|starts?|takes?\seffect|comes?\sinto\sforce|opens|ends|expires?)"
)
_SAID = re.compile(
    r"\b(?:said|told|announced|reported|says|added|wrote|was|were|had|has|on\sthe\snight\sof|died|killed|\w{3,}ed)\s"
    r"(?:\w+\s)?(?:on\s|late\s|early\s|of\s|last\s)*\Z",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|(?!closed|expected|scheduled|cancelled|suspended|extended|needed)[a-z]{2,}ed)\b", re.IGNORECASE
)
_FORWARD_LEFT = re.compile(rf"\b{_FORWARD}\b[^.;!?\n]*\Z", re.IGNORECASE)
_FORWARD_NEXT_LEFT = re.compile(r"\b(?:until|till|by|next|(?<!night\s)from)\s(?:\w+\s){0,2}\Z", re.IGNORECASE)
_FORWARD_RIGHT = re.compile(
    r"[^.;!?,\n]*,?[^.;!?,\n]*\b(?:will|shall|is\sto|are\sto|is\sdue|are\sdue|[’']ll)\b", re.IGNORECASE
)
_FORWARD_NEXT_RIGHT = re.compile(r"\s(?:will|shall|is\sto|are\sto|is\sdue|are\sdue)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?\n]")
_CLAUSE = re.compile(r"[.;!?\n,]|\b(?:said|and|but|that)\b")
_REACH = 70


def scan(text: str, anchor: date | None) -> list[Found]:
    """All dates of the text in order, as days or ranges of days.

    `anchor` is the day of publication; without it only dates that name their year are found. "since" and
    "from" make a date the first of an open period.

    >>> [str(found.value.low) for found in scan("It fell late Saturday.", date(2024, 1, 14))]
    ['2024-01-13']
    """
    out = []
    for parts in _with_years(text, list(shapes(text))):
        days = _days(text, parts, anchor)
        if days is not None:
            out.append(_found(text, parts, days))
    return out


def _with_years(text: str, parts: list[Parts]) -> list[Parts]:
    """In "3 May and 4 June 2023" the year belongs to both."""
    for index in range(len(parts) - 2, -1, -1):
        first, second = parts[index], parts[index + 1]
        listed = text[first.end : second.start] in (" and ", ", ", " or ", " and on ")
        if listed and first.shape == second.shape == "day" and first.year is None and second.year:
            parts[index] = replace(first, year=second.year)
    return parts


def parse(words: str, anchor: date | None) -> Value:
    """The one date or range of days that the words give.

    Raises `UsageProblem` where they give none or where a year or an anchor is missing.
    """
    clean = words.strip()
    found = scan(clean, anchor)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(clean):
        return found[0].value
    if re.fullmatch(r"(?:1[5-9]|20|21)\d\d", clean):
        return Value(Kind.DATE, date(int(clean), 1, 1), date(int(clean), 12, 31), Bound.RANGE, None, clean)
    hint = 'write "13 January 2024", "2024-01-13", "July 2018" or "15–21 July 2024"'
    raise UsageProblem(f"{clean[:60]!r} is no date that can be told", where="date", hint=hint)


def _found(text: str, parts: Parts, days: Days) -> Found:
    bound, start = _bound(text, parts.start)
    low: date | None
    high: date | None
    low, high = days
    if parts.to_day or parts.to_year:
        bound = Bound.RANGE
    elif bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        low, high = (low if bound is Bound.AT_LEAST else high), None
    elif bound in (Bound.AT_MOST, Bound.LESS_THAN):
        low, high = None, (high if bound is Bound.AT_MOST else low)
    elif low != high:
        bound = Bound.RANGE
    value = Value(Kind.DATE, low, high, bound, None, text[start : parts.end])
    return Found(start, parts.end, value, parts.start, parts.end)


_BOUNDS = re.compile(
    r"\b(?:(?P<least>since|(?<!night\s)from)"
    r"|(?P<more>after)|(?P<less>before|prior\sto|ahead\sof)"
    r"|(?P<about>about|around|circa|on\sor\sabout|on\sor\saround)|(?P<most>no\slater\sthan|at\sthe\slatest(?:\sby)?)"
    r"|(?P<plain>starting(?:\son)?|beginning(?:\son)?|effective|as\sfrom|as\sof|late\son|early\son|late\sin|in\sthe\s(?:early|small)\shours\sof|in\sthe\snight\s(?:of|to)|between|on\sthe\s"
    r"(?:morning|evening|night|afternoon)\sof))\s\Z",
    re.IGNORECASE,
)
_NAMED = {
    "least": Bound.AT_LEAST, "more": Bound.MORE_THAN, "less": Bound.LESS_THAN, "about": Bound.ABOUT,
    "most": Bound.AT_MOST, "plain": Bound.EXACT,
}  # fmt: skip


def _bound(text: str, start: int) -> tuple[Bound, int]:
    base = max(0, start - 32)
    match = _BOUNDS.search(text[base:start])
    if not match:
        return Bound.EXACT, start
    return _NAMED[match.lastgroup or ""], base + match.start()


def _days(text: str, parts: Parts, anchor: date | None) -> Days | None:
    try:
        return _RESOLVERS[parts.shape](text, parts, anchor)
    except (ValueError, OverflowError):  # 31 June, year 0: no day at all
        return None


def _day(text: str, parts: Parts, anchor: date | None) -> Days | None:
    if parts.day is None or parts.month is None:
        return None
    first_month = parts.month
    year = parts.year or _year_of(text, parts, anchor)
    if year is None:
        return None
    first = date(year, first_month, parts.day)
    if parts.to_day is None:
        return first, first
    last_month = parts.to_month or first_month
    if parts.year and last_month < first_month:
        first = date(year - 1, first_month, parts.day)
    last = date(year if parts.year or last_month >= first_month else year + 1, last_month, parts.to_day)
    return (first, last) if first <= last else None


_SOON = timedelta(days=60)
_HALF_A_YEAR = timedelta(days=183)


def _year_of(text: str, parts: Parts, anchor: date | None) -> int | None:
    """The year that a day without one belongs to: its weekday tells, else the nearest to the anchor."""
    if anchor is None or parts.month is None or parts.day is None:
        return None
    around = [_candidate(anchor.year + shift, parts.month, parts.day) for shift in (-1, 0, 1)]
    candidates = [day for day in around if day is not None]
    if parts.weekday is not None:
        candidates = [day for day in candidates if day.weekday() == parts.weekday] or candidates
    forward = _looks_forward(text, parts)
    return min(candidates, key=lambda day: _distance(day, anchor, forward)).year if candidates else None


def _candidate(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _distance(day: date, anchor: date, forward: bool) -> timedelta:
    """How far a day is, the less likely direction counting more."""
    if day > anchor:
        return day - anchor if forward or day - anchor <= _SOON else (day - anchor) * 3
    return (anchor - day) * 3 if forward else anchor - day


def _looks_forward(text: str, parts: Parts) -> bool:
    """Whether the clause speaks of what is still to come."""
    left = text[max(0, parts.start - _REACH) : parts.start]
    if _FORWARD_NEXT_LEFT.search(left):
        return not _PAST.search(_SENTENCE.split(left)[-1])
    if _SAID.search(left):
        return False
    if _FORWARD_NEXT_RIGHT.match(text, parts.end):
        return True
    clause = _CLAUSE.split(left)[-1]
    if _FORWARD_LEFT.search(clause):
        return True
    opening = len(clause.split()) <= 1
    return opening and bool(_FORWARD_RIGHT.match(text[parts.end : parts.end + _REACH]))


_NAMED_DAY = re.compile(
    r"\b(?:Black|Good|Bloody|Ash|Palm|Super|Cyber|Maundy|Shrove|Easter|Whit|every|each)\s\Z", re.IGNORECASE
)
_PAPER = re.compile(r"\s(?:Times|Telegraph|Mirror|Mail|Express|Post|World|Herald|Tribune|Independent|Agreement)\b")


def _weekday(text: str, parts: Parts, anchor: date | None) -> Days | None:
    if anchor is None or parts.weekday is None or _NAMED_DAY.search(text[max(0, parts.start - 9) : parts.start]):
        return None
    if _PAPER.match(text, parts.end):
        return None
    back = (anchor.weekday() - parts.weekday) % 7
    if parts.which in ("next", "this coming", "coming", "the following") or (
        not parts.which and _looks_forward(text, parts)
    ):
        day = anchor + timedelta(days=(7 - back) or 7)
    elif parts.which == "this":
        day = anchor + timedelta(days=parts.weekday - anchor.weekday())
    elif parts.which in ("last", "this past"):
        day = anchor - timedelta(days=back or 7)
    else:
        day = anchor - timedelta(days=back)
    return day, day


def _month(text: str, parts: Parts, anchor: date | None) -> Days | None:
    if parts.month is None:
        return None
    year = parts.year or _year_of_month(text, parts, anchor)
    return _third(_whole_month(year, parts.month), parts.which) if year else None


def _year_of_month(text: str, parts: Parts, anchor: date | None) -> int | None:
    if anchor is None or parts.month is None:
        return None
    if parts.which == "next" or (parts.which != "last" and _looks_forward(text, parts)):
        return anchor.year + (parts.month <= anchor.month if parts.which == "next" else parts.month < anchor.month)
    ended = parts.month < anchor.month if parts.which == "last" else parts.month <= anchor.month
    return anchor.year - (not ended)


def _whole_month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


_EARLY = frozenset({"early", "the beginning of", "the start of"})
_MIDDLE = frozenset({"mid", "the middle of"})
_LATE = frozenset({"late", "the end of"})


def _third(month: Days, which: str) -> Days:
    """A part of a month: "early March" is its first ten days, "mid" the next ten, "late" the rest."""
    first, last = month
    if which in _EARLY:
        return first, first.replace(day=10)
    if which in _MIDDLE:
        return first.replace(day=11), first.replace(day=20)
    return (first.replace(day=21), last) if which in _LATE else month


def _year(text: str, parts: Parts, anchor: date | None) -> Days | None:
    if parts.year is None:
        return None
    first, last = date(parts.year, 1, 1), date(parts.to_year or parts.year, 12, 31)
    if parts.which in _EARLY:
        return first, date(parts.year, 4, 30)
    if parts.which in _MIDDLE:
        return date(parts.year, 5, 1), date(parts.year, 8, 31)
    return (date(parts.year, 9, 1), last) if parts.which in _LATE else (first, last)


_SHIFTS = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "tomorrow": 1,
}  # fmt: skip


def _relative(text: str, parts: Parts, anchor: date | None) -> Days | None:
    if anchor is None:
        return None
    if parts.which in _SHIFTS:
        day = anchor + timedelta(days=_SHIFTS[parts.which])
        return day, day
    which, period = parts.which.split()
    return _period(anchor, period, {"last": -1, "this": 0, "next": 1}[which])


def _period(anchor: date, period: str, shift: int) -> Days:
    """The calendar week (from Monday), month or year next to the anchor's."""
    if period == "week":
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=shift)
        return monday, monday + timedelta(days=6)
    if period == "month":
        moved = anchor + relativedelta(months=shift)
        return _whole_month(moved.year, moved.month)
    return date(anchor.year + shift, 1, 1), date(anchor.year + shift, 12, 31)


def _ago(text: str, parts: Parts, anchor: date | None) -> Days | None:
    """The days meant: "three days ago" is a day; weeks, months and years ago are as wide as their unit."""
    if anchor is None or parts.number is None:
        return None
    if parts.unit == "day":
        day = anchor - timedelta(days=parts.number)
        return day, day
    if parts.unit == "week":
        day = anchor - timedelta(weeks=parts.number)
        return day - timedelta(days=3), day + timedelta(days=3)
    moved = anchor - relativedelta(**{f"{parts.unit}s": parts.number})  # type: ignore[arg-type]
    return _whole_month(moved.year, moved.month) if parts.unit == "month" else _period(moved, "year", 0)


_RESOLVERS = {
    "day": _day, "weekday": _weekday, "month": _month, "year": _year, "relative": _relative, "ago": _ago,
}  # fmt: skip
