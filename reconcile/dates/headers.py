"""Header lines of an article: "Daily Beacon / 5 November 2026", "By Ann Roe, 5 November 2026", a date alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

LINES = 5
"""Lines at the top of a text, blank ones not counted, among which such a line may stand."""
_LONGEST = 140
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    rf"(?P<when>{_DAY} {_MONTH},? \d{{4}}|{_MONTH} {_DAY},? \d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
    r"(?:,? ?[|/·–-]?,? ?(?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?(?:gmt|utc|bst|cet|cest|est|edt|et))?)?$",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r" ?[/|·•] ?| [–—-] |, ")
_WORD = re.compile(r"(?:[A-Z][\w&'’.-]*|of|the|and|for|&|de|van|von|al|bin|la)")
_PRESS = frozenset(
    """
        advertiser agency argus banner beacon broadcasting bugle bulletin channel chronicle clarion courier daily
        dispatch echo evening examiner express gazette globe guardian herald independent inquirer enquirer journal
        leader ledger mail media mercury messenger mirror monitor morning news newspaper observer online post press
        radio record register reporter review sentinel standard star sun telegraph television times tribune tv voice
        weekly wire
    """.split()
)
"""Words of which one at least stands in the name of a newspaper, a station or an agency."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a header line tells: the words of its full date, and the outlet where its name can be no other thing."""

    when: str
    outlet: str | None = None


def header(line: str) -> Header | None:
    """The date and outlet of a line that holds nothing but names and a date with its year; None for any other line."""
    words = " ".join(line.split())
    if len(words) > _LONGEST or not (date := _date(words)):
        return None
    names = [part for part in _SEPARATOR.split(words[: date.start()]) if part.strip()]
    if len(names) > _PARTS or not all(_name(part) for part in names):
        return None
    if date.start() and not _SEPARATOR.search(words[: date.start()][-3:]):
        return None
    return Header(date["when"], next((part.strip() for part in names if _press(part)), None))


_PARTS = 4
_FIRST = re.compile(r"(?<![\w-])[\w]")


def _date(words: str) -> re.Match[str] | None:
    """The date at the end of a line."""
    places = (match.start() for match in _FIRST.finditer(words, max(0, len(words) - _LONGEST_DATE)))
    return next((found for place in places if (found := _DATE.match(words, place))), None)


_LONGEST_DATE = 60


def _name(part: str) -> bool:
    """Whether some words are a name, one behind "By" or of a town among them."""
    words = part.removeprefix("By ").removeprefix("by ").split()
    return 0 < len(words) <= _PARTS + 3 and words[-1][0].isupper() and all(_WORD.fullmatch(word) for word in words)


def _press(part: str) -> bool:
    words = part.lower().split()
    return words[0] != "by" and len(words) > 1 and not _PRESS.isdisjoint(words)
