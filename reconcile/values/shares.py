"""Fractions in words: a share of something ("a third of the houses") or a part of a unit ("half an hour")."""

from __future__ import annotations

import re

from reconcile.values.draft import Draft
from reconcile.values.measures import measure
from reconcile.values.sharing import set_share
from reconcile.values.spellings import UNIT, unit_of
from reconcile.values.units import UNITS

_OF = re.compile(r"\s(?:of|the|a|an|its|their|his|her|that|this|those|as\s(?:many|much)|again)\b", re.IGNORECASE)
_PREDICATE = re.compile(
    r"\s(?:to|had|have|has|were|was|are|is|did|said|say|want|voted|would|could|will|remain\w*|from|since|in|over|last|this"
    r"|after)\b|[,.;)]|\s?\Z"
)
_SHARE_BEFORE = re.compile(
    r"\b(?:by|about|nearly|almost|over|than|least|most|around|roughly|under|to|some|only|just)\s\Z", re.IGNORECASE
)
_NOT_SHARE = re.compile(
    r"(?:\b(?:first|second|third|fourth|other|last|next|top|bottom|front|back|latter|in|better|opening|closing|final|one|each"
    r"|a|this|that|every|the|previous|same|past|per|fiscal)[\s-]|-)\Z",
    re.IGNORECASE,
)
_OF_UNIT = re.compile(r"(?:\sof)?[\s-]an?(?=[\s-])|(?=[\s-])", re.IGNORECASE)
_OF_MILLION = re.compile(r"(?:\sof\san?\s|(?<=quarter)[\s-])(?P<scale>million|billion|trillion)\b", re.IGNORECASE)


def share(text: str, draft: Draft) -> Draft | None:
    """Read "a third of the houses" as a percentage, "half an hour" as a measure."""
    if _of_unit(text, draft) or _of_point(text, draft):
        return draft
    words = text[draft.start : draft.end].lower()
    named = _NOT_SHARE.search(text[max(0, draft.start - 10) : draft.start])
    said = named is not None and named[0].lower() == "that " and text.startswith(" of ", draft.end)
    if (named and not said) or text[draft.end : draft.end + 1] == "-":
        return None  # "said that half of the crew", not "that half hour"
    if not _is_share(text, draft, words):
        return None
    set_share(draft, draft.numeral.raw)
    return draft


def _is_share(text: str, draft: Draft, words: str) -> bool:
    hedged = bool(_SHARE_BEFORE.search(text[max(0, draft.start - 12) : draft.start]))
    of = bool(re.match(r"\sof\b", text[draft.end : draft.end + 4], re.IGNORECASE))
    if words == "half":
        return of or hedged or bool(_OF.match(text, draft.end)) or bool(_PREDICATE.match(text, draft.end))
    if "/" in words:
        return of or hedged
    if " " not in words and "-" not in words:
        return False
    if text.endswith("between ", 0, draft.start):
        return True
    if words.split()[0] in ("a", "an"):
        return of or (hedged and bool(_PREDICATE.match(text, draft.end)))
    return of or hedged or "-" in words or words.endswith("s")


_POINT = re.compile(r"\s(?:of\s)?a\spoint\b", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:rose|risen|rises|fell|fallen|falls|up|down|by|gained|lost|dropped|slipped|climbed)\s(?:about\s)?\Z", re.I
)


def _of_point(text: str, draft: Draft) -> bool:
    """ "Fell half a point to 6.1%": a part of a percentage point."""
    point = _POINT.match(text, draft.end)
    if not point or not _MOVED.search(text, max(0, draft.start - 16), draft.start):
        return False
    draft.low = draft.high = draft.numeral.low
    draft.unit, draft.end, draft.spelled = "percentage point", point.end(), "point"
    return True


_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}


def _of_unit(text: str, draft: Draft) -> bool:
    if match := _OF_MILLION.match(text, draft.end):
        scale = _SCALES[match["scale"].lower()]
        draft.low = draft.high = draft.numeral.low * scale
        draft.end = draft.number_end = match.end()
        measure(text, draft)
        return True
    link = _OF_UNIT.match(text, draft.end)
    unit = link and UNIT.match(text, link.end())
    if not link or not unit or not unit["gap"]:
        return False
    if link.end() == draft.end and unit["gap"] != "-" and unit["unit"].lower() not in ("hour", "mile"):
        return False
    name, times = unit_of(unit["unit"])
    if name not in UNITS or len(unit["unit"]) < 3:
        return False
    draft.low = draft.high = draft.numeral.low * times
    draft.unit, draft.end, draft.spelled = name, unit.end(), unit["unit"]
    return True
