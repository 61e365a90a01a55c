"""Ordinals that count: "the fever claimed a third life" says that three have died of it."""

from __future__ import annotations

import re
from decimal import Decimal

from reconcile.model import Bound, Found, Kind, Value
from reconcile.values.wordlist import spotted, words

_ORDINALS = {
    word: number
    for number, word in enumerate(
        words("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"), start=2
    )
}
_ORDINAL = rf"(?P<ordinal>{'|'.join(_ORDINALS)}|\d{{1,4}}(?:st|nd|rd|th))"
_COUNTING = (
    re.compile(
        rf"\b(?:claim(?:s|ed|ing)?|takes?|took|taken|taking|costs?)\s(?P<words>(?:an?|its|the|their)\s{_ORDINAL})"
        r"\s(?:life|victim|fatality)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<words>(?:an?|the)\s{_ORDINAL})\s(?:death|fatality|victim)\s(?:has\s|had\s|was\s|is\s)?(?:been\s)?"
        r"(?:died|dies|reported|confirmed|recorded|announced|identified)\b",
        re.IGNORECASE,
    ),
)
_SPOTS = (
    re.compile(r"[ctCT](?i:laim|ak|ook|ost)\w{0,3}\s(?i:an?|its|the|their)\s"),
    re.compile(rf"[atAT](?<=\b.)(?i:n?|he)\s(?i:{_ORDINAL.replace('?P<ordinal>', '?:')})\s(?i:d|f|v)"),
)


def counts(text: str) -> list[Found]:
    """Every ordinal that tells how many lives were lost so far; other ordinals count nothing."""
    return [
        _found(match) for spots, shape in zip(_SPOTS, _COUNTING, strict=True) for match in spotted(spots, shape, text)
    ]


def _found(match: re.Match[str]) -> Found:
    written = match["ordinal"].lower()
    number = Decimal(_ORDINALS[written] if written in _ORDINALS else written[:-2])
    value = Value(Kind.NUMBER, number, number, Bound.EXACT, None, match["words"])
    return Found(*match.span("words"), value, *match.span("ordinal"))
