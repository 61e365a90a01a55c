"""The shapes in which texts write dates, as one list of patterns; nothing is guessed outside it.

A shape only reads the words into `Parts`; which year or week is meant is decided in `nearest` and `periods`.
Every repetition in a pattern has an upper bound, so that the time grows with the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.dates.words import (
    FEAST,
    MONTH,
    MONTHS,
    NUMBER,
    PART,
    SHORT_WEEKDAY,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    number_of,
)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the words of one date say, and where they stand.

    `shape` names the pattern; day, month and year of the first day, `to_day`, `to_month` and `to_year` of
    the last one where the words give a range; `which` is a word that moves the date ("last", "early",
    "first", "later"); `number` and `unit` belong to "three days ago" and "the first two weeks of"; `base` is the
    span of which a part is meant where that is told from the anchor ("last year").
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
    base: str = ""


_D = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_DASH = r"(?:\s?[-–—]\s?|\sto\s|\suntil\s|\sthrough\s|\sand\s|\sor\s)"
_SPAN = r"(?:\s?[-–—]\s?|\sto\s|\suntil\s|\sthrough\s|(?(@between)\sand\s|(?!)))"
_LEAD = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s(?:the\s)?)?"
_DAYTIME = (
    r"(?:\s(?:(?:early|late|mid)[\s-])?(?:morning|afternoon|evening|night|lunchtime|teatime|midday|noon|dawn|dusk))?"
)
_COUNTED = (
    r"(?!\s?%|-(?:year|month|week|day|hour|minute|mile|km)\b|\s(?:per\b|percent|people|men|women|children|miles|km\b"
    r"|kilomet|metres|hours|minutes|days|weeks|months|years|times|points|goals|votes|jobs|homes|million|billion|thousand))"
)
_DAY_MONTH = (
    rf"(?P<@between>(?i:between)\s(?:the\s)?)?(?P<@lead>{_LEAD})(?P<@d>{_D})(?:,\s{_D}){{0,4}}"
    rf"(?:{_DASH}(?:the\s)?(?P<@d2>{_D}))?\s(?:of\s)?(?P<@m>{MONTH})(?![\w-])"
    rf"(?:{_SPAN}(?:{WEEKDAY},?\s)?(?P<@d3>{_D})\s(?:of\s)?(?P<@m3>{MONTH})(?![\w-]))?(?:,?\s(?P<@y>{YEAR}))?"
)
_MONTH_DAY = (
    rf"(?P<@between>(?i:between)\s)?(?P<@lead>{_LEAD})(?P<@m>{MONTH})\s(?:the\s)?(?P<@d>{_D})"
    rf"(?![:%]|\.\d|,\d{{3}}){_COUNTED}"
    rf"(?:(?:,\s\d{{1,2}}(?!\d)){{0,4}}{_DASH}(?P<@d2>{_D})(?!\s?(?:%|per\b|people\b|[a-z]+s\b(?<!was))|[:.,]\d)"
    rf"|{_SPAN}(?:{WEEKDAY},?\s)?(?P<@m3>{MONTH})\s(?P<@d3>{_D}))?"
    rf"(?:,?\s(?P<@y>{YEAR}))?"
)
_UNITS = r"days?|weeks?|fortnights?|months?|years?|decades?"
_CLOSED = r"(?=\s?[,.;:)”\"’]|\s?\Z|\s[-–—]|\n|\sand\b)"
_SHAPES = (
    r"(?P<iso>(?P<isoy>\d{4})(?P<isosep>[-/])(?P<isom>\d\d)(?P=isosep)(?P<isod>\d\d)"
    r"(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/-]))",
    r"(?P<slash>(?<![\d/.-])(?P<sa>\d{1,2})(?P<sep>[/.-])(?P<sb>\d{1,2})(?P=sep)(?P<sy>(?:19|20)\d\d|\d\d)"
    r"(?![\w/]|[.-]\d))",
    rf"(?P<dashed>(?P<hd>\d{{1,2}})-(?P<hm>{MONTH})-(?P<hy>{YEAR}))",
    rf"(?P<daymonth>(?<![.,-]){_DAY_MONTH.replace('@', 'a')})",
    rf"(?P<monthday>{_MONTH_DAY.replace('@', 'b')})",
    rf"(?P<monthrange>(?:(?P<rand>(?i:between|in|during)\s)|(?i:from)\s)?(?P<ra>{MONTH})(?:\s(?P<ray>{YEAR}))?"
    rf"(?:\s?[-–—]\s?|\sto\s|\suntil\s|\sthrough\s|(?(rand)\sand\s|(?!)))(?P<rb>{MONTH})(?:,?\s(?P<rby>{YEAR}))?"
    r"(?![\w-]|\.?\s\d))",
    rf"(?P<portion>(?:(?i:(?:the\s)?(?P<po>first|second|third|fourth|last|final|latter)\s(?:(?P<pn>{NUMBER})\s)?"
    rf"(?P<pu>half|quarter|third|days?|weeks?|months?)\sof\s)|(?i:(?P<pw>{PART})[\s-]|(?P<pe>earlier|later)\s)"
    r"(?=(?i:last|this|next|the)\s))"
    rf"(?:(?P<pm>{MONTH})(?:,?\s(?P<pmy>{YEAR}))?|(?P<py>{YEAR})|(?i:(?P<pb>(?:the|this|last|next)\s(?:week|month|year))))"
    r"(?!\w))",
    rf"(?P<monthyear>(?:(?P<mywhich>(?i:{PART}))[\s-](?:in\s)?)?(?P<mym>{MONTH}),?\s(?:of\s)?(?P<myy>{YEAR}))",
    rf"(?P<month>(?:(?P<mwhich>(?i:last|next|this|{PART}|(?:early|late)\sin))[\s-]"
    r"|(?P<mprep>(?i:in|since|during|until|till|by|from|throughout|after|before|(?:(?<=scheduled\s)|(?<=set\s)|(?<=slated\s))for))\s)"
    rf"(?P<mm>{MONTH})(?!\.?\s\d|[\w-]|\s[A-Z][a-z]|(?<=May)(?:['’]s|,?\s(?:who|has|is|was|said)\b)))",
    rf"(?P<weekday>(?:(?P<wwhich>(?i:last|next|this\scoming|coming|this\spast|this|the\sfollowing|the\sprevious))\s)?"
    rf"(?i:(?:late|early|mid)[\s-](?:on\s)?)?(?P<w>{WEEKDAY}){_DAYTIME}"
    r"(?:\s(?:of\s)?(?P<wk>(?i:last|this|next))\sweek)?(?![\w-]))",
    rf"(?P<feast>(?i:(?P<fe>{FEAST}))(?:,?\s(?P<fey>{YEAR}))?(?![\w-]))",
    r"(?P<weekend>(?i:(?P<we>last|next|this(?:\s(?:past|coming))?|the(?:\s(?:past|previous|coming))?)\sweekend)"
    r"(?![\w-]|\s(?:of|(?:before|after)\s(?:the|his|her|its|their|an?)|edition|paper|break|trip|getaway)\b))",
    r"(?P<relative>(?i:(?P<r>the\sday\sbefore\syesterday|the\snight\sbefore\slast|the\sday\safter\stomorrow|yesterday"
    r"|today|tomorrow|last\snight|tonight|this\s(?:morning|afternoon|evening|week|month|year)"
    r"|(?:last|next)\s(?:week|month|year)))\b)",
    rf"(?P<ago>(?i:(?P<an>{NUMBER})\s(?P<au>{_UNITS})\sago)\b(?:,?\s(?:on\s)?(?P<aw>{WEEKDAY}))?)",
    rf"(?P<past>(?i:the\s(?:(?P<lw>past|last|next|coming)\s(?P<ln>{NUMBER})\s(?P<lu>hours?|{_UNITS})"
    rf"|(?P<lx>past|last(?=\sdecade))\s(?P<ly>{_UNITS})))(?!\w|\sof\b))",
    r"(?P<following>(?i:(?:the\s(?=\w)|(?=pre[vc]))(?P<fw>following|next|previous|preceding|same)\s"
    r"(?P<fu>day|morning|afternoon|evening|night|week|month|year)"
    r"|that\s(?:same\s)?(?P<ft>day|morning|afternoon|evening|night)"
    rf"|(?P<fn>{NUMBER})\s(?P<fv>{_UNITS})\s(?P<fd>earlier|later|afterwards|(?:before|after){_CLOSED})"
    rf"|the\s(?P<fx>day|night|week|month|year)\s(?P<fy>before|after|earlier){_CLOSED})(?![\w-]))",
    r"(?P<quarter>(?:Q(?P<qn>[1-4])|H(?P<hn>[12]))\s(?:of\s)?(?P<qy>" + YEAR + "))",
    r"(?P<decade>(?i:the)\s(?:(?P<dw>(?i:early|mid|late))[\s-])?(?P<dy>(?:1[5-9]|20)\d0)s(?!\w))",
    rf"(?P<yearrange>(?<![/.,$£€-])(?:(?i:in|from|between)\s)?(?P<ya>{YEAR})"
    rf"(?:\s?[-–]\s?|\sto\s|(?<=n\s\d{{4}})\sand\s)(?P<yb>{YEAR}|\d\d(?!\d))(?![\w/-]))",
    rf"(?P<year>(?:(?P<ywhich>(?i:{PART}))[\s-]|(?P<yprep>(?i:in|since|during|until|by|from|before|after|around|circa|as\sof|the\syear))\s)"
    rf"(?P<y>{YEAR})(?![\w/:-]|[.,]\d|\s(?:people|[a-z]+s\s(?:were|had|have|died|fled))))",
)
_TIME = r"\s(?-i:[JFMASOND\d])"
"""The beginning of a month or a year behind a small word."""
_BEGINNINGS = {
    "a": rf"(?:fter|round|s\sof){_TIME}|n?\s(?:day|week|fortnight|month|year|decade|couple|dozen)|sh|scension",
    "b": rf"(?:y|efore){_TIME}|etween|oxing",
    "c": rf"irca{_TIME}|oming|hristmas",
    "d": rf"uring{_TIME}",
    "e": r"arl|aster|ig|lev",
    "f": rf"(?:rom|or){_TIME}|i|ou|ort",
    "g": r"ood",
    "h": r"al[fl]",
    "i": rf"n{_TIME}",
    "l": r"a[st]",
    "m": r"id",
    "n": r"e[xw]|ine",
    "o": r"ne\s",
    "p": r"alm|re[vc]",
    "s": rf"ince{_TIME}|econd|ix|ev",
    "t": r"he\s(?:\d|first|second|third|fourth|last|final|latter|beginning|start|middle|end|day|night|week|month|year"
    r"|past|next|coming|following|previous|preceding|same|early|mid|late)"
    rf"|hat\s(?:same|day|morning|afternoon|evening|night)|h[ir]|o[dmn]|w|en|ill{_TIME}",
    "u": rf"ntil{_TIME}",
    "v": r"alentine",
    "w": r"hit",
    "y": r"ester",
}
_NAMED = r"[JFMASONDTW](?i:an|eb|a[ry]|pr|u[nlg]|ep|ct|ov|ec|on|ue|ed|hu|ri|at)"
_OPENING = rf"{_NAMED}|[QH][1-4]\s|" + "|".join(
    f"(?=[{letters}{letters.upper()}])(?:"
    + "|".join(f"[{letter}{letter.upper()}](?i:{_BEGINNINGS[letter]})" for letter in letters if letter in _BEGINNINGS)
    + ")"
    for letters in ("abcdefgh", "ilmnop", "stuvwy")
)
"""What any of the shapes may begin with, by its first letter, so that most words are passed over at a glance."""
_IN_DIGITS = frozenset("iso slash dashed daymonth ago following yearrange".split())
"""The shapes that may begin with a digit."""
_WORD = re.compile(rf"\b(?={_OPENING})(?:{'|'.join(_SHAPES)})")
_DIGIT_SPOTS = re.compile(r"\d(?<!\w.)")
_DIGITS = re.compile("|".join(shape for shape in _SHAPES if shape[4 : shape.index(">")] in _IN_DIGITS))


def shapes(text: str) -> Iterator[Parts]:
    """All dates that the text writes in a known shape, left to right."""
    in_digits, word = _in_digits(text, 0), _WORD.search(text)
    while match := min((found for found in (in_digits, word) if found), key=_place, default=None):
        if in_digits is not None and in_digits.start() < match.end():
            in_digits = _in_digits(text, match.end())
        if word is not None and word.start() < match.end():
            word = _WORD.search(text, match.end())
        if parts := _READERS[match.lastgroup or ""](match):
            yield parts


def _in_digits(text: str, position: int) -> re.Match[str] | None:
    """The next date that begins with a digit, from a position on."""
    spots = _DIGIT_SPOTS.finditer(text, position)
    return next((match for spot in spots if (match := _DIGITS.match(text, spot.start()))), None)


def _place(match: re.Match[str]) -> int:
    return match.start()


def _int(written: str | None) -> int | None:
    return int(re.sub(r"\D", "", written)) if written else None


def _month(written: str | None) -> int | None:
    return MONTHS[written.lower().rstrip(".")] if written else None


def _low(written: str | None) -> str:
    return " ".join((written or "").lower().replace("’", "'").split())


def _iso(match: re.Match[str]) -> Parts:
    return Parts("day", *match.span(), int(match["isod"]), int(match["isom"]), int(match["isoy"]))


def _slash(match: re.Match[str]) -> Parts | None:
    """01/02/2019 may be two days; dots put the day first. A year of two digits needs slashes and a telling day."""
    a, b, sep, written = int(match["sa"]), int(match["sb"]), match["sep"], match["sy"]
    either = sep != "." and a <= 12 and b <= 12 and a != b
    if len(written) == 2 and (either or sep != "/" or max(a, b) <= 12):
        return None
    if either:
        return Parts("either", *match.span())
    day, month = (b, a) if sep != "." and b > 12 else (a, b)
    short = int(written)
    year = short if len(written) == 4 else short + (2000 if short < 69 else 1900)
    return Parts("day", *match.span(), day, month, year)


def _dashed(match: re.Match[str]) -> Parts:
    return Parts("day", *match.span(), int(match["hd"]), _month(match["hm"]), int(match["hy"]))


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


def _month_range(match: re.Match[str]) -> Parts:
    told = match[0][:7].lower().startswith(("between", "from"))
    return Parts(
        "monthrange",
        match.start() if told else match.start("ra"),
        match.end(),
        month=_month(match["ra"]),
        year=_int(match["ray"]),
        to_month=_month(match["rb"]),
        to_year=_int(match["rby"]),
    )


def _portion(match: re.Match[str]) -> Parts:
    number = number_of(match["pn"]) if match["pn"] else 1
    return Parts(
        "portion",
        *match.span(),
        month=_month(match["pm"]),
        year=_int(match["pmy"] or match["py"]),
        which=_low(match["po"] or match["pw"] or match["pe"]),
        number=number,
        unit=_low(match["pu"]).rstrip("s"),
        base=_low(match["pb"]).replace("the ", "this "),
    )


def _month_year(match: re.Match[str]) -> Parts:
    which = _low(match["mywhich"])
    return Parts("month", *match.span(), month=_month(match["mym"]), year=int(match["myy"]), which=which)


def _bare_month(match: re.Match[str]) -> Parts:
    start = match.start("mwhich") if match["mwhich"] else match.start("mm")
    which = _low(match["mwhich"]).removesuffix(" in")
    return Parts("month", start, match.end(), month=_month(match["mm"]), which=which)


def _weekday(match: re.Match[str]) -> Parts:
    day = WEEKDAYS[match["w"].lower()]
    return Parts("weekday", *match.span(), weekday=day, which=_low(match["wwhich"]), base=_low(match["wk"]))


def _feast(match: re.Match[str]) -> Parts:
    return Parts("feast", *match.span(), year=_int(match["fey"]), which=_low(match["fe"]))


def _relative(match: re.Match[str]) -> Parts:
    return Parts("relative", *match.span(), which=_low(match["r"]))


def _ago(match: re.Match[str]) -> Parts:
    weekday = WEEKDAYS[match["aw"].lower()] if match["aw"] else None
    number, unit = number_of(match["an"]), _low(match["au"]).rstrip("s")
    return Parts("ago", *match.span(), weekday=weekday, number=number, unit=unit)


def _past(match: re.Match[str]) -> Parts:
    number = number_of(match["ln"]) if match["ln"] else 1
    unit = _low(match["lu"] or match["ly"]).rstrip("s")
    return Parts("past", *match.span(), which=_low(match["lw"] or match["lx"]), number=number, unit=unit)


_TOWARDS = {
    "following": 1, "next": 1, "later": 1, "after": 1, "afterwards": 1, "previous": -1, "preceding": -1, "earlier": -1,
    "before": -1, "same": 0, "": 0,
}  # fmt: skip


def _following(match: re.Match[str]) -> Parts:
    towards = _TOWARDS[_low(match["fw"] or match["fd"] or match["fy"])]
    number = number_of(match["fn"]) if match["fn"] else 1
    unit = _low(match["fu"] or match["ft"] or match["fv"] or match["fx"]).rstrip("s")
    which = "count" if match["fn"] else "span"
    return Parts("following", *match.span(), which=which, number=number * towards, unit=unit)


def _quarter(match: re.Match[str]) -> Parts:
    ordinals = ("first", "second", "third", "fourth")
    which, unit = ordinals[int(match["qn"] or match["hn"]) - 1], "quarter" if match["qn"] else "half"
    return Parts("portion", *match.span(), year=int(match["qy"]), which=which, number=1, unit=unit)


def _decade(match: re.Match[str]) -> Parts:
    return Parts("decade", *match.span(), year=int(match["dy"]), which=_low(match["dw"]))


def _year(match: re.Match[str]) -> Parts:
    start = match.start("ywhich") if match["ywhich"] else match.start("y")
    return Parts("year", start, match.end(), year=int(match["y"]), which=_low(match["ywhich"]))


def _year_range(match: re.Match[str]) -> Parts | None:
    first = int(match["ya"])
    last = int(match["yb"]) if len(match["yb"]) == 4 else first // 100 * 100 + int(match["yb"])
    return Parts("year", match.start("ya"), match.end(), year=first, to_year=last) if last > first else None


_READERS = {
    "iso": _iso,
    "slash": _slash,
    "dashed": _dashed,
    "daymonth": lambda match: _calendar(match, "a"),
    "monthday": lambda match: _calendar(match, "b"),
    "monthrange": _month_range,
    "portion": _portion,
    "monthyear": _month_year,
    "month": _bare_month,
    "weekday": _weekday,
    "feast": _feast,
    "weekend": lambda match: Parts("weekend", match.start(), match.end(), which=_low(match["we"])),
    "relative": _relative,
    "ago": _ago,
    "past": _past,
    "following": _following,
    "quarter": _quarter,
    "decade": _decade,
    "yearrange": _year_range,
    "year": _year,
}
