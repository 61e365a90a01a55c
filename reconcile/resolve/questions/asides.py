"""Other occasions: when a sentence speaks of an earlier or another event than its article does.

"Six people were killed in a leak there in 2013" must never meet the toll of today's leak. The words are read
from the claim's sentence; an aside is named by the year, month or season where the words give one.
"""

from __future__ import annotations

import re
from datetime import date

from reconcile.dates.words import MONTHS
from reconcile.model import Claim, Document, Kind
from reconcile.resolve.keys import day

_NUMBERS = {word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_MONTH = "|".join(sorted((name.capitalize() for name in MONTHS), key=len, reverse=True))
_YEAR = re.compile(
    r"\b(?:[Ii]n|of|[Tt]he|from|back in|since)\s(?:the\s)?(?:(?P<month>"
    + _MONTH
    + r")\.?\s)?(?P<year>(?:18|19|20)\d\d)\b"
)
_AGO = re.compile(
    r"\b(?P<n>\d{1,3}|[a-z]+)\s(?P<unit>years?|months?|decades?)\s(?:ago|earlier|before)\b", re.IGNORECASE
)
_LAST = re.compile(
    r"\b(?P<which>last|previous|this)\s(?P<unit>year|month|winter|spring|summer|autumn|fall|season|decade|week)\b", re.I
)
_IN_MONTH = re.compile(r"\b(?:[Ii]n|[Ll]ast)\s(?P<month>" + _MONTH + r")\b(?!\.?\s\d)")
_ON_DAY = re.compile(
    r"\b(?:(?P<d1>\d{1,2})\s(?P<m1>" + _MONTH + r")|(?P<m2>" + _MONTH + r")\.?\s(?P<d2>\d{1,2}))\b(?!\s?[:,]?\s?\d)"
)
_OTHER = re.compile(
    r"\b(?:(?:[Aa]n?|[Aa]ny|[Nn]o|in|of|from|after)\s(?:earlier|previous|separate|similar)|[Aa]nother)"
    r"\s(?!report|figure|count|toll|tally|estimate|number|statement|version|post|article|stor(?:y|ies)|edition|dispatch"
    r"|bulletin|update|tweet|text|announcement|briefing|list|release|press|reading|\d)\w+",
    re.ASCII,
)
"""An earlier flood is another occasion, an earlier post about this one is none."""
_AFTER_ANOTHER = re.compile(r"\b(?:weeks?|months?|years?)\s(?:after|since)\san?\s\w[^,;.]{0,120}\Z")
""" "It comes two weeks after a blast there killed 30": the figure stands inside what went before."""
_ELSEWHERE = re.compile(
    r"\A[\W_]*In (?:the )?(?:[a-z]+ ){0,3}(?:of )?[A-Z]\w+,? (?:some |about |around )?[\w.]+ "
    r"(?:km|kilomet(?:re|er)s|miles) (?:(?:to the )?(?:north|south|east|west)|away\b)"
)
""" "In the port of Ulm, some 40 kilometres to the east": the sentence tells of another place altogether."""
_SPAN = re.compile(r"\s?(?:and|to|[–-])\s?(?:18|19|20)\d\d")
_ONGOING = re.compile(r"\bsince\b|\bbetween\b|\bso far\b", re.IGNORECASE)
_STATES = (Kind.AGE, Kind.DURATION)
"""Kinds of figures that hold whatever their sentence goes on to tell: only what stands before them counts."""
_OF_NOW = {("last", "week"), ("last", "month"), ("this", "week"), ("this", "month"), ("this", "decade")}
"""Spans that the event of an article may well lie in."""
_ASIDE_DAYS = 20
"""A day named in the sentence that lies further back than this is another occasion."""


def aside_of(claim: Claim, document: Document, before: str, after: str) -> str | None:
    """The other occasion of which a claim's clause speaks, None where it is the article's own event."""
    published = day(document.published)
    if claim.scope.window_to is not None and published is not None and claim.scope.window_from is not None:
        return _window(claim.scope.window_from, claim.scope.window_to, published)
    clause = before if claim.value.kind in _STATES else f"{before}{claim.quote}{after}"
    named = _year(clause, published) or _recent(clause, published)
    other = _OTHER.search(clause) or _AFTER_ANOTHER.search(before) or _ELSEWHERE.search(before)
    return named or (f"another in {document.id}" if other else None)


def _window(start: date, end: date, published: date) -> str | None:
    far = (published - end).days > _ASIDE_DAYS
    return f"{start.isoformat()}/{end.isoformat()}" if far else None


def _year(clause: str, published: date | None) -> str | None:
    """A year, or a month of a year, that is named or counted back to: in 2013, two years ago."""
    for match in _YEAR.finditer(clause):
        year = int(match["year"])
        since = match.group().lower().startswith("since") and not clause.startswith(", when", match.end())
        if since or _SPAN.match(clause, match.end()) or (published and year > published.year):
            continue
        if match["month"]:
            return _month_name(year, MONTHS[match["month"].lower()], published)
        if published is None or year < published.year:
            return str(year)
    return _ago(clause, published) if published else None


def _ago(clause: str, published: date) -> str | None:
    match = _AGO.search(clause)
    if match is None:
        return None
    count = _NUMBERS.get(match["n"].lower()) or (int(match["n"]) if match["n"].isdecimal() else 0)
    if match["unit"].lower().startswith("year") and count:
        return str(published.year - count)
    return f"{count} {match['unit'].lower()} ago"


def _month_name(year: int, month: int, published: date | None) -> str | None:
    if published and (year, month) >= (published.year, published.month):
        return None
    near = published and abs((published.year - year) * 12 + published.month - month) <= 1 and published.day <= 14
    return None if near else f"{year}-{month:02d}"


def _recent(sentence: str, published: date | None) -> str | None:
    """A season, a month or a day that is named: last winter, in May, on 2 January."""
    if (match := _LAST.search(sentence)) and not sentence[: match.start()].lower().endswith("since "):
        which, unit = match["which"].lower(), match["unit"].lower()
        if (which, unit) not in _OF_NOW:
            return f"{which} {unit}"
    if published is None:
        return None
    if (match := _IN_MONTH.search(sentence)) and not _ONGOING.search(sentence):
        month = MONTHS[match["month"].lower()]
        year = published.year if month <= published.month else published.year - 1
        return _month_name(year, month, published)
    return _far_day(sentence, published)


def _far_day(sentence: str, published: date) -> str | None:
    for match in _ON_DAY.finditer(sentence):
        month, number = MONTHS[(match["m1"] or match["m2"]).lower()], int(match["d1"] or match["d2"])
        year = published.year if month <= published.month else published.year - 1
        far = 1 <= number <= 28 and (published - date(year, month, number)).days > _ASIDE_DAYS
        if far and not _ONGOING.search(sentence):
            return f"{year}-{month:02d}-{number:02d}"
    return None
