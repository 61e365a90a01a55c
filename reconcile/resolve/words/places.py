"""Where a report says that it happened: regions, towns, streets, and numbers of blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from reconcile.resolve.words.terms import plain, word_set

_STATES = (
    "alabama ala AL|alaska - AK|arizona ariz AZ|arkansas ark AR|california calif CA|colorado colo CO|"
    "connecticut conn CT|delaware del DE|florida fla FL|georgia ga GA|hawaii - HI|idaho - ID|illinois ill IL|"
    "indiana ind IN|iowa - IA|kansas kan KS|kentucky ky KY|louisiana la LA|maine - ME|maryland md MD|"
    "massachusetts mass MA|michigan mich MI|minnesota minn MN|mississippi miss MS|missouri mo MO|montana mont MT|"
    "nebraska neb NE|nevada nev NV|new_hampshire n.h NH|new_jersey n.j NJ|new_mexico n.m NM|new_york n.y NY|"
    "north_carolina n.c NC|north_dakota n.d ND|ohio - OH|oklahoma okla OK|oregon ore OR|pennsylvania pa PA|"
    "rhode_island r.i RI|south_carolina s.c SC|south_dakota s.d SD|tennessee tenn TN|texas tex TX|utah - UT|"
    "vermont vt VT|virginia va VA|washington wash WA|west_virginia w.va WV|wisconsin wis WI|wyoming wyo WY"
)
"""States whose towns bear one another's names, as dateline and address write them."""
_ROWS = [row.replace("_", " ").rsplit(" ", 2) for row in _STATES.split("|")]
_SHORT = {short: name for name, short, _ in _ROWS if short != "-"}
_CODE = {code: name for name, _, code in _ROWS}
REGION_WORDS = frozenset(word for name, _, _ in _ROWS for word in name.split()) - {"new", "north", "south", "west"}
"""The words that name a region."""


def _title(name: str) -> str:
    return re.escape(name.title())


_REGION = re.compile(
    r"\b(" + "|".join(_title(name) for name, _, _ in sorted(_ROWS, key=lambda row: -len(row[0]))) + r")\b"
    r"|,\s?(" + "|".join(re.escape(".".join(p.capitalize() for p in short.split("."))) for short in _SHORT) + r")\."
    r"|,\s(" + "|".join(_CODE) + r")\b"
)
_FEW = 3
"""Regions that count, most named first: one that is named in passing is not where it happened."""

_WAY = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Way|Place|Pl|Highway|Hwy|Route|Parkway|"
    r"Pkwy|Terrace|Circle|Trail|Pike|Interstate|Freeway|Quay|Square|Bridge|Crescent|Row)"
)
_STREET = re.compile(rf"\b([A-Z0-9][\w'’.-]*)\s{_WAY}\b")
_BLOCK = re.compile(r"\b(\d{2,5})(?:th)?[- ][Bb]lock of\b")
_TOWN = re.compile(
    r"\b((?:[A-Z][a-z]+ )?[A-Z][a-z]+) (?:[Pp]olice|County|Parish|Fire|Sheriff|Council|District)\b"
    r"|\b(?:in|of|from|near|at) ([A-Z][a-z]+(?: [A-Z][a-z]+)?)\b"
    r"|^([A-Z][A-Za-z .]{2,24}?)(?:,|\s?\(|\s?[—–-])",
    re.MULTILINE,
)
_SEAT = re.compile(
    r"\b((?:[A-Z][a-z]+ )?[A-Z][a-z]+) (?:[Pp]olice|County|Parish|Fire|Sheriff)\b"
    r"|^([A-Z][A-Z .]{2,24}?)(?:,|\s?\(|\s?[—–-])",
    re.MULTILINE,
)
_NO_TOWN = word_set(
    "the a an north south east west new northern southern eastern western january february march april may june july "
    "august september october november december monday tuesday wednesday thursday friday saturday sunday"
)
_READ = 2_500
"""Characters in which towns are sought: further down come other towns."""


def regions_of(text: str) -> frozenset[str]:
    """The regions that a text names most."""
    found = Counter(
        name.lower() or _SHORT.get(short.lower()) or _CODE[code] for name, short, code in _REGION.findall(text)
    )
    return frozenset(sorted(found, key=lambda name: (-found[name], name))[:_FEW])


def streets_of(text: str) -> frozenset[str]:
    """The names of streets and other ways, each by its last word ("Orchard" of "North Orchard Road")."""
    return frozenset(plain(name).strip(".'-") for name in _STREET.findall(text))


def blocks_of(text: str) -> frozenset[str]:
    """The numbers of blocks ("the 1400 block of")."""
    return frozenset(_BLOCK.findall(text))


def towns_of(text: str) -> frozenset[str]:
    """What stands where the name of a town stands: in a dateline, before its police, after "in" or "of"."""
    return frozenset(_towns(text[:_READ], _TOWN))


def seats_of(text: str) -> frozenset[str]:
    """What is surely a town or a county: in a dateline, or with a police, a fire service or a sheriff of its own."""
    return frozenset(_towns(text[:_READ], _SEAT))


def _towns(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    for match in pattern.finditer(text):
        name = next(group for group in match.groups() if group).lower().strip()
        if any(word not in _NO_TOWN for word in name.split()):
            yield name
