"""Names of several, of a share of a survey, of the outlet itself: "the two", "74 percent of voters", "this paper"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.names.houses import MEDIA_WORDS
from reconcile.extract.names.naming import Naming
from reconcile.extract.names.speakers import PERSON_ROLES
from reconcile.extract.words.tokens import Token


def the_two(naming: Naming) -> str | None:
    """ "the two", "the pair", "both": those named together before."""
    lows = [w.low for w in naming.words]
    return "they" if lows in (["the", "two"], ["the", "pair"], ["both"], ["the", "couple"]) else None


def parts_of(naming: Naming) -> list[Naming]:
    """The people of "Dr Ada Lund and Dr Per Hast", "a police spokesman and an army spokesman"."""
    joint = next((i for i, w in enumerate(naming.words) if w.low == "and"), None)
    if not joint or joint + 1 >= len(naming.words):
        return []
    parts = [Naming(naming.words[:joint]), Naming(naming.words[joint + 1 :])]
    alike = all(p.words[-1].low in PERSON_ROLES or (len(p.words) > 1 and p.words[-1].capital) for p in parts)
    return parts if alike else []


def is_share(words: Sequence[Token]) -> bool:
    """Respondents of a poll are no source: "74 percent of voters said"."""
    low = words[0].low
    if low.isdecimal() and len(low) == _YEAR:
        return False
    return low[0].isdigit() and (
        (not low.isdecimal() and not low[-1].isalpha())
        or (len(low.split("-")[0]) > 3 and not low[-1].isalpha())
        or (low.isdecimal() and int(low) > _FEW)
        or any(w.low in {"%", "percent", "cent"} for w in words[:3])
    )


_YEAR = 4
"""Digits of a year: "a 2014 study"."""
_FEW = 9
"""Above this a number of people who "say" something is the figure of a survey."""


def this_paper(naming: Naming) -> bool:
    """ "this newspaper": the outlet speaking of itself."""
    return (
        naming.words[0].low == "this"
        and len(naming.words) > 1
        and naming.words[1].low in MEDIA_WORDS | {"newspaper", "station", "correspondent", "reporter"}
    )
