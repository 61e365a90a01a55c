"""Dates in a text as days, against the day on which the text was published.

A weekday is the nearest one up to the anchor unless the words look forward; a day without a year is the one
nearest to the anchor; "in July" is the last July; "the next day" follows the day that the paragraph named last.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from reconcile.dates.nearest import Asked, Days, day, feast, is_name, month, month_range, weekday, whole_years
from reconcile.dates.periods import ago, decade, following, past, portion, relative, weekend
from reconcile.dates.shapes import Parts, shapes
from reconcile.errors import UsageProblem
from reconcile.model import Bound, Found, Kind, Value

Resolved = tuple[Parts, Days | None]


def scan(text: str, anchor: date | None, *, unresolved: bool = False) -> list[Found]:
    """All dates of the text in order, as days or ranges of days.

    `anchor` is the day of publication; without it only dates that name their year are found. "since" and
    "from" make a date the first of an open period. `unresolved` asks also for the single days that the words
    name and nothing tells ("on Saturday" without an anchor, 01/02/2019): values without ends.

    >>> [str(found.value.low) for found in scan("It fell late Saturday.", date(2024, 1, 14))]
    ['2024-01-13']
    """
    told = _joined(text, _resolved(text, _with_years(text, list(shapes(text))), anchor))
    out = []
    for parts, days in told:
        if days is not None:
            out.append(_found(text, parts, days))
        elif unresolved and _names_a_day(text, parts, anchor):
            out.append(Found(parts.start, parts.end, _unknown(text, parts), parts.start, parts.end))
    return out


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


_VERSION = re.compile(r"\b(?:[Vv]ersions?|[Rr]elease|[Bb]uild|[Vv]\.?|No\.|IP)\s\Z")


def _with_years(text: str, parts: list[Parts]) -> list[Parts]:
    """In "3 May and 4 June 2023" the year belongs to both; what was moved from 3 to 10 May is two days."""
    parts = [day for each in parts for day in _apart(text, each)]
    for index in range(len(parts) - 2, -1, -1):
        first, second = parts[index], parts[index + 1]
        listed = text[first.end : second.start] in (" and ", ", ", " or ", " and on ")
        if listed and first.shape == second.shape == "day" and first.year is None and second.year:
            parts[index] = replace(first, year=second.year)
    return [
        each
        for each in parts
        if not (text[each.start].isdigit() and _VERSION.search(text, max(0, each.start - 9), each.start))
    ]


def _apart(text: str, parts: Parts) -> tuple[Parts, ...]:
    stop = text.find(" to ", parts.start, parts.end)
    if parts.shape != "day" or not parts.to_day or stop < 0 or not _moved(text, parts.start):
        return (parts,)
    second = replace(parts, start=stop + 4, day=parts.to_day, month=parts.to_month or parts.month, weekday=None)
    return replace(parts, end=stop, to_day=None, to_month=None), replace(second, to_day=None, to_month=None)


_MOVED = re.compile(
    r"\b(?:moved|postponed|rescheduled|changed|shifted|delayed|put\sback|brought\sforward)\b[^.;!?\n]*\Z",
    re.IGNORECASE,
)


def _moved(text: str, start: int) -> bool:
    """Whether the words before a date tell that something was moved from it to another day."""
    return bool(_MOVED.search(text[max(0, start - 60) : start]))


_NEAR = 500
"""Characters within which a day named before is the one that "the next day" follows."""


def _resolved(text: str, parts: Sequence[Parts], anchor: date | None) -> list[Resolved]:
    """Each date with its days, those that count from the date before it included."""
    told: list[Resolved] = []
    last: tuple[int, Days] | None = None
    for each in parts:
        near = last is not None and each.start - last[0] <= _NEAR and "\n\n" not in text[last[0] : each.start]
        days = _days(Asked(text, each, anchor, last[1] if last and near else None))
        told.append((each, days))
        if days is not None:
            last = each.end, days
    return told


_TO = re.compile(
    r"\s?[-–—]\s?|\s(?:to|until|till|through)\s(?:the\s(?:morning|evening)\sof\s)?|\s(?:into|to)\s(?:the\s(?:early|small)\shours\sof\s)?"
)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s(?:night|evening)s?\sof\s)?\Z", re.IGNORECASE)
_DAYS_ALONE = frozenset({"day", "weekday", "feast"})


def _joined(text: str, told: Sequence[Resolved]) -> list[Resolved]:
    """ "From Monday to Wednesday" is one range; what was moved from one day to another is two days."""
    out: list[Resolved] = []
    for parts, days in told:
        before = out[-1] if out else None
        span = _span(text, before, (parts, days)) if before else None
        if before is not None and span is not None:
            out[-1] = replace(before[0], end=parts.end, to_day=span[1].day), span
        else:
            out.append((parts, _moved_to(text, before, parts) or days))
    return out


def _moved_to(text: str, before: Resolved | None, parts: Parts) -> Days | None:
    """The weekday after the day from which something was moved to it."""
    if before is None or before[1] is None or parts.shape != "weekday" or parts.weekday is None:
        return None
    if text[before[0].end : parts.start] != " to " or not _moved(text, before[0].start):
        return None
    start = before[1][0]
    moved = _moved_on(start, (parts.weekday - start.weekday()) % 7 or 7)
    return moved, moved


def _moved_on(day: date, days: int) -> date:
    """So many days on, as far as the calendar goes."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _span(text: str, first: Resolved, second: Resolved) -> Days | None:
    """The range from one day to another that the words between them make."""
    (left, start), (right, end) = first, second
    if start is None or end is None or not {left.shape, right.shape} <= _DAYS_ALONE or left.to_day or right.to_day:
        return None
    glue, before = text[left.end : right.start], text[max(0, left.start - 60) : left.start]
    if not _TO.fullmatch(glue) and not (glue == " and " and _BETWEEN.search(before)):
        return None
    last = end[1]
    if right.shape == "weekday" and right.weekday is not None and not right.which:
        last = _moved_on(start[0], (right.weekday - start[0].weekday()) % 7)
    return (start[0], last) if last > start[0] and not _moved(text, left.start) else None


def _names_a_day(text: str, parts: Parts, anchor: date | None) -> bool:
    """Whether the words name one day or a few that only the anchor or the order of numbers hides."""
    if parts.shape == "either":
        return True
    if anchor is not None or parts.year or is_name(text, parts):
        return False
    if parts.shape == "day":
        return _days(Asked(text, parts, date(2000, 6, 1))) is not None  # a leap year: 29 February, but no 31 June
    single = parts.which in ("yesterday", "last night") or (parts.shape == "ago" and parts.unit == "day")
    return single or parts.shape in _DAYS_ALONE


def _unknown(text: str, parts: Parts) -> Value:
    return Value(Kind.DATE, None, None, Bound.EXACT, None, text[parts.start : parts.end])


def _found(text: str, parts: Parts, days: Days) -> Found:
    bound, start = _bound(text, parts.start, parts.end, parts.shape == "ago")
    low: date | None
    high: date | None
    low, high = days
    if start < parts.start and text[start : parts.start].lower().startswith(_NIGHTS) and low == high:
        low, bound = _moved_on(low, -1), Bound.RANGE
    elif parts.to_day or parts.to_month or parts.to_year:
        bound = Bound.RANGE
    elif bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        low, high = (low if bound is Bound.AT_LEAST else high), None
    elif bound in (Bound.AT_MOST, Bound.LESS_THAN):
        low, high = None, (high if bound is Bound.AT_MOST or parts.which == "the end of" else low)
    elif low != high and not (bound is Bound.ABOUT and parts.shape == "ago"):
        bound = Bound.RANGE
    value = Value(Kind.DATE, low, high, bound, None, text[start : parts.end])
    return Found(start, parts.end, value, parts.start, parts.end)


_NIGHTS = ("overnight", "in the night to", "during the night to")
_BOUNDS = re.compile(
    r"\b(?:(?P<least>since|(?<!night\s)from|no\searlier\sthan|not\sbefore|on\sor\safter)"
    r"|(?P<more>after)|(?P<less>before|prior\sto|ahead\sof)"
    r"|(?P<about>about|around|circa|on\sor\sabout|on\sor\saround)"
    r"|(?P<most>no\slater\sthan|at\sthe\slatest(?:\sby)?|on\sor\sbefore)"
    r"|(?P<plain>starting(?:\son)?|beginning(?:\son)?|effective|as\sfrom|as\sof|late\son|early\son|late\sin"
    r"|in\sthe\s(?:early|small)\shours\sof|in\sthe\s(?:early\s)?(?:morning|night)\sof|between|on\sthe\s"
    r"(?:morning|evening|night|afternoon)\sof|overnight\s(?:in)?to|(?:in|during)\sthe\snight\sto))\s\Z",
    re.IGNORECASE,
)
_AGO_BOUNDS = re.compile(
    r"\b(?:(?P<less>more\sthan|over)|(?P<more>less\sthan|under)|(?P<near>nearly|almost|about))\s\Z", re.I
)
_NAMED = {
    "near": Bound.ABOUT,
    "least": Bound.AT_LEAST, "more": Bound.MORE_THAN, "less": Bound.LESS_THAN, "about": Bound.ABOUT,
    "most": Bound.AT_MOST, "plain": Bound.EXACT,
}  # fmt: skip


def _bound(text: str, start: int, end: int, counted: bool) -> tuple[Bound, int]:
    base = max(0, start - 32)
    match = (_AGO_BOUNDS if counted else _BOUNDS).search(text[base:start])
    owner = text[end : end + 2] in {"'s", "’s"}  # "after Sunday's fire" names the day of the fire
    if not match or (owner and match.lastgroup != "plain") or (match[0].lower() == "from " and _moved(text, start)):
        return Bound.EXACT, start
    return _NAMED[match.lastgroup or ""], base + match.start()


def _days(asked: Asked) -> Days | None:
    try:
        return _RESOLVERS[asked.parts.shape](asked)
    except (ValueError, OverflowError):  # 31 June, year 0: no day at all
        return None


_RESOLVERS: dict[str, Callable[[Asked], Days | None]] = {
    "day": day, "either": lambda asked: None, "weekday": weekday, "feast": feast, "month": month,
    "monthrange": month_range, "year": whole_years, "decade": decade, "portion": portion, "weekend": weekend,
    "relative": relative, "ago": ago, "past": past, "following": following,
}  # fmt: skip
