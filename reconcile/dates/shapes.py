"""The shapes in which texts write dates, as one list of patterns; nothing is guessed outside it.

A shape only reads the words into `Parts`; which year or week is meant is decided in `anchored`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
         "sunday sun")
    )
    for name in names.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """What the words of one date say, and where they stand.

    `shape` names the pattern; day, month and year of the first day, `to_day`, `to_month` and `to_year` of
    the last one where the words give a range; `which` is a word that moves the date ("last", "early",
    "ago"); `number` and `unit` belong to "three days ago".
    """

    shape: str
    start: int
    end: int
    day: int | None = None
    month: int | None = None
    year: int | None = None
    to_day: int | None = None
    to_month: int | None = None
    to_year: int | None = None
    weekday: int | None = None
    which: str = ""
    number: int | None = None
    unit: str = ""


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST"
    r"|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
_YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d)"
_D = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_DASH = r"(?:\s?[-–—]\s?|\sto\s|\suntil\s|\sthrough\s|\sand\s|\sor\s)"
_SPAN = r"(?:\s?[-–—]\s?|\sto\s|\suntil\s|\sthrough\s|(?(@between)\sand\s|(?!)))"
_LEAD = rf"(?:(?:{_WEEKDAY}|{_SHORT_WEEKDAY}),?\s(?:the\s)?)?"
_PART = r"(?i:early|mid|late|the\sbeginning\sof|the\sstart\sof|the\smiddle\sof|the\send\sof)"
_DAYTIME = r"(?:\s(?:morning|afternoon|evening|night|lunchtime|midday|noon|dawn|dusk))?"

_DAY_MONTH = (
    rf"(?P<@between>(?i:between)\s)?(?P<@lead>{_LEAD})(?P<@d>{_D})(?:{_DASH}(?P<@d2>{_D}))?\s(?:of\s)?(?P<@m>{_MONTH})(?![\w-])"
    rf"(?:{_SPAN}(?:{_WEEKDAY},?\s)?(?P<@d3>{_D})\s(?P<@m3>{_MONTH})(?![\w-]))?(?:,?\s(?P<@y>{_YEAR}))?"
)
_MONTH_DAY = (
    rf"(?P<@between>(?i:between)\s)?(?P<@lead>{_LEAD})(?P<@m>{_MONTH})\s(?:the\s)?(?P<@d>{_D})"
    r"(?![:%]|\.\d|,\d{3}|\sper)"
    rf"(?:{_DASH}(?P<@d2>{_D})(?!\s?(?:%|per\b|people\b|[a-z]+s\b(?<!was))|[:.,]\d)"
    rf"|{_SPAN}(?:{_WEEKDAY},?\s)?(?P<@m3>{_MONTH})\s(?P<@d3>{_D}))?"
    rf"(?:,?\s(?P<@y>{_YEAR}))?"
)
_SHAPES = (
    r"(?P<iso>\b(?P<isoy>\d{4})-(?P<isom>\d\d)-(?P<isod>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))",
    r"(?P<slash>(?<![\d/.])(?P<sa>\d{1,2})(?P<sep>[/.])(?P<sb>\d{1,2})(?P=sep)(?P<sy>\d{4})(?![\d/]))",
    rf"(?P<daymonth>(?<![\w.,-]){_DAY_MONTH.replace('@', 'a')})",
    rf"(?P<monthday>(?<!\w){_MONTH_DAY.replace('@', 'b')})",
    rf"(?P<monthyear>(?<!\w)(?:(?P<mywhich>{_PART})[\s-])?(?P<mym>{_MONTH}),?\s(?:of\s)?(?P<myy>{_YEAR}))",
    rf"(?P<month>(?<!\w)(?:(?P<mwhich>(?i:last|next|this|early|mid|late|the\sbeginning\sof|the\sstart\sof|the\smiddle\sof"
    rf"|the\send\sof))[\s-]|(?P<mprep>(?i:in|since|during|until|till|by|from|throughout))\s)(?P<mm>{_MONTH})"
    r"(?!\s\d|[\w-]|\s[A-Z][a-z]))",
    rf"(?P<weekday>(?<!\w)(?:(?P<wwhich>(?i:last|next|this\scoming|coming|this|this\spast|the\sfollowing))\s)?"
    rf"(?i:(?:late|early|mid)\s(?:on\s)?)?(?P<w>{_WEEKDAY}){_DAYTIME}(?![\w-]))",
    r"(?P<relative>\b(?i:(?P<r>the\sday\sbefore\syesterday|yesterday|today|tomorrow|last\snight|tonight"
    r"|this\s(?:morning|afternoon|evening|week|month|year)|(?:last|next)\s(?:week|month|year)))\b)",
    r"(?P<ago>\b(?i:(?P<an>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s"
    r"(?P<au>days?|weeks?|months?|years?)\sago)\b)",
    rf"(?P<yearrange>(?<![\w/.,$£€-])(?:(?i:in|from|between)\s)?(?P<ya>{_YEAR})(?:\s?[-–]\s?|\sto\s|(?<=n\s\d{{4}})\sand\s)(?P<yb>{_YEAR}|\d\d(?!\d))(?![\w/-]))",
    rf"(?P<year>(?<!\w)(?:(?P<ywhich>{_PART})[\s-]|(?P<yprep>(?i:in|since|during|until|by|from|before|after))\s)"
    rf"(?P<y>{_YEAR})(?![\w/:-]|[.,]\d|\s(?:people|[a-z]+s\s(?:were|had|have|died|fled))))",
)
_DATE = re.compile("|".join(_SHAPES))
_COUNT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: number for number, word in enumerate(_COUNT, start=1)} | {"a": 1, "an": 1}


def shapes(text: str) -> Iterator[Parts]:
    """All dates that the text writes in a known shape, left to right."""
    for match in _DATE.finditer(text):
        if parts := _READERS[_shape(match)](match):
            yield parts


_NAMES = (
    "iso",
    "slash",
    "daymonth",
    "monthday",
    "monthyear",
    "month",
    "weekday",
    "relative",
    "ago",
    "yearrange",
    "year",
)


def _shape(match: re.Match[str]) -> str:
    return next(name for name in _NAMES if match[name] is not None)


def _int(written: str | None) -> int | None:
    return int(re.sub(r"\D", "", written)) if written else None


def _month(written: str | None) -> int | None:
    return MONTHS[written.lower().rstrip(".")] if written else None


def _iso(match: re.Match[str]) -> Parts:
    return Parts("day", *match.span(), int(match["isod"]), int(match["isom"]), int(match["isoy"]))


def _slash(match: re.Match[str]) -> Parts | None:
    """01/02/2019 is left alone: either number may be the month. Dots put the day first."""
    a, b = int(match["sa"]), int(match["sb"])
    if match["sep"] == "/" and a <= 12 and b <= 12 and a != b:
        return None
    day, month = (b, a) if match["sep"] == "/" and b > 12 else (a, b)
    return Parts("day", *match.span(), day, month, int(match["sy"]))


def _calendar(match: re.Match[str], p: str) -> Parts:
    lead = match[p + "lead"]
    return Parts(
        "day",
        *match.span(),
        day=_int(match[p + "d"]),
        month=_month(match[p + "m"]),
        year=_int(match[p + "y"]),
        to_day=_int(match[p + "d2"] or match[p + "d3"]),
        to_month=_month(match[p + "m3"]),
        weekday=WEEKDAYS[re.split(r"[\s,.]", lead.lower())[0]] if lead else None,
    )


def _month_year(match: re.Match[str]) -> Parts:
    which = (match["mywhich"] or "").lower()
    return Parts("month", *match.span(), month=_month(match["mym"]), year=int(match["myy"]), which=which)


def _bare_month(match: re.Match[str]) -> Parts:
    start = match.start("mwhich") if match["mwhich"] else match.start("mm")
    return Parts("month", start, match.end(), month=_month(match["mm"]), which=(match["mwhich"] or "").lower())


def _weekday(match: re.Match[str]) -> Parts:
    which = (match["wwhich"] or "").lower()
    return Parts("weekday", *match.span(), weekday=WEEKDAYS[match["w"].lower()], which=which)


def _relative(match: re.Match[str]) -> Parts:
    return Parts("relative", *match.span(), which=" ".join(match["r"].lower().split()))


def _ago(match: re.Match[str]) -> Parts:
    written = match["an"].lower()
    number = int(written) if written.isdecimal() else _NUMBERS[written]
    return Parts("ago", *match.span(), number=number, unit=match["au"].lower().rstrip("s"))


def _year(match: re.Match[str]) -> Parts:
    start = match.start("ywhich") if match["ywhich"] else match.start("y")
    return Parts("year", start, match.end(), year=int(match["y"]), which=(match["ywhich"] or "").lower())


def _year_range(match: re.Match[str]) -> Parts | None:
    first = int(match["ya"])
    last = int(match["yb"]) if len(match["yb"]) == 4 else first // 100 * 100 + int(match["yb"])
    return Parts("year", match.start("ya"), match.end(), year=first, to_year=last) if last > first else None


_READERS = {
    "iso": _iso,
    "slash": _slash,
    "daymonth": lambda match: _calendar(match, "a"),
    "monthday": lambda match: _calendar(match, "b"),
    "monthyear": _month_year,
    "month": _bare_month,
    "weekday": _weekday,
    "relative": _relative,
    "ago": _ago,
    "yearrange": _year_range,
    "year": _year,
}
