"""Days, weekdays, months and years that the words name: which of all that bear the name is meant."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.easter import easter

from reconcile.dates.shapes import Parts
from reconcile.dates.words import AROUND_EASTER, FEASTS

Days = tuple[date, date]
"""The first and the last day of what is meant."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of one date in their text, the day of publication, and the days that the text named last."""

    text: str
    parts: Parts
    anchor: date | None
    last: Days | None = None


_FORWARD = (
    r"(?:will|would|shall|is\sto|are\sto|was\sto|due(?!\sto\s(?:an?|the|his|her|its|their|\w+ing|bad|heavy|high)\b)|scheduled|expected|plan(?:s|ned)?\sto|set\sto|going\sto"
    r"|upcoming|tomorrow|deadline|[’']ll|hopes?\sto|reopens?|resumes?|begins?|starts?|takes?\seffect|comes?\sinto\sforce|opens|ends|expires?)"
)
_SAID = re.compile(
    r"\b(?:said|told|announced|reported|says|added|wrote|was|were|had|has|on\sthe\snight\sof|died|killed|\w{3,}ed)\s"
    r"(?:\w+\s)?(?:on\s|late\s|early\s|of\s|last\s)*\Z",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|(?!closed|expected|scheduled|cancelled|suspended|extended|needed)(?:[a-z]{3,}ed|died)"
    r"|fell|ran|held|took|came|went|met|lost|kept|stood|left|struck|broke|swept|hit|saw|rose|fought|sent|spent|met|grew)\b",
    re.IGNORECASE,
)
_FORWARD_LEFT = re.compile(rf"\b{_FORWARD}\b[^.;!?\n]*\Z", re.IGNORECASE)
_FORWARD_NEXT_LEFT = re.compile(r"\b(?:until|till|by|next|(?<!night\s)from)\s(?:\w+\s){0,2}\Z", re.IGNORECASE)
_FORWARD_RIGHT = re.compile(
    r"[^.;!?,\n]*(?:,[^.;!?,\n]*)?\b(?:will|shall|is\sto|are\sto|is\sdue|are\sdue|[’']ll)\b", re.IGNORECASE
)
_FORWARD_NEXT_RIGHT = re.compile(r"\s(?:will|shall|is\sto|are\sto|is\sdue|are\sdue)\b", re.IGNORECASE)
_ARRANGED = re.compile(
    r"\b(?:scheduled|set|due|planned|slated|expected|booked|adjourned|postponed|forecast)\s(?:for|on|until|till|to)\s"
    r"(?:(?:be|begin|start|open|close|resume|return|end|appear|meet)\s(?:on\s)?)?\Z",
    re.IGNORECASE,
)
""" "Has been scheduled for 8 February": to come, though told in the past."""
_STOPPED = re.compile(
    r"\b(?:closed|shut|cancelled|canceled|suspended|extended|postponed|banned|remanded|stopped|called\soff|out\sof\saction)"
    r"\s(?:\w+\s){0,3}until\s\Z",
    re.IGNORECASE,
)
""" "Ferries were cancelled until Friday": what has been stopped goes on for some time."""
_WILL = re.compile(r"\b(?:will|shall|must|[’']ll)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;!?\n]")
_CLAUSE = re.compile(r"[.;!?\n,]|\b(?:said|and|but|that)\b")
_REACH = 70


def looks_forward(text: str, parts: Parts) -> bool:
    """Whether the clause of a date speaks of what is still to come."""
    left = text[max(0, parts.start - _REACH) : parts.start]
    if left.lower().endswith("since "):
        return False
    if _ARRANGED.search(left):
        return True
    owner = text[parts.end : parts.end + 2] in {"'s", "’s"}  # "the toll from Sunday's flood"
    if _STOPPED.search(left) and not owner:
        return True
    if (next_left := _FORWARD_NEXT_LEFT.search(left)) and not owner:
        own = _SENTENCE.split(left)[-1]
        if _WILL.search(own):
            return True
        opens = next_left.start() <= len(left) - len(own) + 8
        right = _SENTENCE.split(text[parts.end : parts.end + _REACH])[0] if opens else ""
        return not _PAST.search(f"{own} {right}") or (opens and bool(_WILL.search(right)))
    if _SAID.search(left):
        return False
    if _FORWARD_NEXT_RIGHT.match(text, parts.end):
        return True
    clause = _CLAUSE.split(left)[-1]
    if _FORWARD_LEFT.search(clause):
        return True
    opening = len(clause.split()) <= 1
    return opening and bool(_FORWARD_RIGHT.match(text[parts.end : parts.end + _REACH]))


def day(asked: Asked) -> Days | None:
    """A day of a month, or a range of days; without a year the one nearest to the anchor."""
    parts = asked.parts
    if parts.day is None or parts.month is None or _names_attacks(asked):
        return None
    first_month = parts.month
    year = parts.year or _year_of(asked, parts.month, parts.day)
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


_ATTACKS = re.compile(
    r"\s(?:terror\w*|attacks?|hijack\w*|commission|memorial|conspiracy|families|victims|anniversary|era)\b",
    re.IGNORECASE,
)


def _names_attacks(asked: Asked) -> bool:
    """Whether 11 September without a year is the name of the attacks of 2001 rather than a day."""
    parts = asked.parts
    return (parts.month, parts.day, parts.year) == (9, 11, None) and bool(_ATTACKS.match(asked.text, parts.end))


_SOON = timedelta(days=60)


def _year_of(asked: Asked, month: int, day: int) -> int | None:
    """The year that a day without one belongs to: its weekday tells, else the nearest to the anchor."""
    anchor = asked.anchor
    if anchor is None:
        return None
    around = [_candidate(anchor.year + shift, month, day) for shift in (-1, 0, 1)]
    candidates = [each for each in around if each is not None]
    if asked.parts.weekday is not None:
        candidates = [each for each in candidates if each.weekday() == asked.parts.weekday] or candidates
    forward = looks_forward(asked.text, asked.parts)
    return min(candidates, key=lambda each: _distance(each, anchor, forward)).year if candidates else None


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


def feast(asked: Asked) -> Days | None:
    """Christmas Day, Good Friday and the like: of the year named, else the one nearest to the anchor."""
    name, anchor = asked.parts.which, asked.anchor
    if _PAPER.match(asked.text, asked.parts.end):
        return None
    if asked.parts.year:
        found = _feast_in(asked.parts.year, name)
        return found, found
    if anchor is None:
        return None
    forward = looks_forward(asked.text, asked.parts)
    around = (_feast_in(anchor.year + shift, name) for shift in (-1, 0, 1))
    found = min(around, key=lambda each: _distance(each, anchor, forward))
    return found, found


def _feast_in(year: int, name: str) -> date:
    if name in FEASTS:
        return date(year, *FEASTS[name])
    return easter(year) + timedelta(days=AROUND_EASTER[name])


_NAMED_DAY = re.compile(r"\b(?:Black|Bloody|Super|Cyber|Shrove|Whit|every|each|alternate)\s\Z", re.IGNORECASE)
_PAPER = re.compile(r"\s(?:Times|Telegraph|Mirror|Mail|Express|Post|World|Herald|Tribune|Independent|Agreement)\b")


def weekday(asked: Asked) -> Days | None:
    """A weekday: the nearest one up to the anchor, the next one where the words look forward."""
    parts, anchor = asked.parts, asked.anchor
    if anchor is None or parts.weekday is None or is_name(asked.text, parts):
        return None
    back = (anchor.weekday() - parts.weekday) % 7
    if parts.base:  # "Tuesday of last week"
        shift = {"last": -7, "this": 0, "next": 7}[parts.base]
        found = anchor + timedelta(days=parts.weekday - anchor.weekday() + shift)
    elif parts.which in ("next", "the following"):
        found = anchor + timedelta(days=7 - back)
    elif parts.which in ("this coming", "coming") or (not parts.which and looks_forward(asked.text, parts)):
        found = anchor + timedelta(days=-back % 7)
    elif parts.which == "this":
        found = anchor + timedelta(days=parts.weekday - anchor.weekday())
    else:
        found = anchor - timedelta(days=(back or 7) if parts.which in ("last", "this past", "the previous") else back)
    return found, found


def is_name(text: str, parts: Parts) -> bool:
    """Whether a weekday is part of a name or stands for all of them: Black Friday, the Sunday Times, every Monday."""
    return bool(_NAMED_DAY.search(text[max(0, parts.start - 10) : parts.start]) or _PAPER.match(text, parts.end))


def month(asked: Asked) -> Days | None:
    """A month or a third of it; without a year the last one that has begun."""
    if asked.parts.month is None:
        return None
    year = asked.parts.year or year_of_month(asked, asked.parts.month)
    return third(whole_month(year, asked.parts.month), asked.parts.which) if year else None


def month_range(asked: Asked) -> Days | None:
    """From one month to another: "between May and July", "November 2023 to February 2024"."""
    parts = asked.parts
    if parts.month is None or parts.to_month is None:
        return None
    over = parts.to_month < parts.month
    last_year = parts.to_year or (parts.year + over if parts.year else year_of_month(asked, parts.to_month))
    if last_year is None:
        return None
    first = whole_month(parts.year or last_year - over, parts.month)[0]
    last = whole_month(last_year, parts.to_month)[1]
    return (first, last) if first < last else None


def year_of_month(asked: Asked, month: int) -> int | None:
    """The year of a month that is named without one."""
    anchor, which = asked.anchor, asked.parts.which
    if anchor is None:
        return None
    if which == "next" or (which != "last" and looks_forward(asked.text, asked.parts)):
        return anchor.year + (month <= anchor.month if which == "next" else month < anchor.month)
    ended = month < anchor.month if which == "last" else month <= anchor.month
    return anchor.year - (not ended)


def whole_month(year: int, month: int) -> Days:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


EARLY = frozenset({"early", "the beginning of", "the start of", "earlier"})
MIDDLE = frozenset({"mid", "the middle of"})
LATE = frozenset({"late", "the end of", "later"})


def third(month: Days, which: str) -> Days:
    """A part of a month: "early March" is its first ten days, "mid" the next ten, "late" the rest."""
    first, last = month
    if which in EARLY:
        return first, first.replace(day=10)
    if which in MIDDLE:
        return first.replace(day=11), first.replace(day=20)
    return (first.replace(day=21), last) if which in LATE else month


def whole_years(asked: Asked) -> Days | None:
    """A year, some years, or a third of a year."""
    parts = asked.parts
    return None if parts.year is None else part_of_year(parts.year, parts.to_year or parts.year, parts.which)


def part_of_year(year: int, last: int, which: str) -> Days:
    """A part of a year: "early 2017" is its first four months, "mid" the next four, "late" the rest."""
    if which in EARLY:
        return date(year, 1, 1), date(year, 4, 30)
    if which in MIDDLE:
        return date(year, 5, 1), date(year, 8, 31)
    return date(year, 9 if which in LATE else 1, 1), date(last, 12, 31)
