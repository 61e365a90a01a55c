"""Joining numbers that make one quantity: "one in four", "six hours and twenty minutes", "sixteen (16)"."""

from __future__ import annotations

import itertools
import re

from reconcile.model import Bound
from reconcile.values.draft import Draft
from reconcile.values.sharing import set_share
from reconcile.values.units import convert

_COMPOUND_GAP = re.compile(r"(?:\sand\s|,\s|,\sand\s|\s)?\Z", re.IGNORECASE)


def join_compounds(text: str, drafts: list[Draft]) -> list[Draft]:
    """Add up "six hours and twenty minutes" (380 minutes) and "six feet four inches"."""
    out: list[Draft] = []
    for draft in drafts:
        if out and _continues(text, out[-1], draft):
            _add(out[-1], draft)
        else:
            out.append(draft)
    return out


def join_repeats(text: str, drafts: list[Draft]) -> list[Draft]:
    """Count "sixteen (16)" once."""
    out: list[Draft] = []
    for draft in drafts:
        if out and _repeats(text, out[-1], draft):
            out[-1].end = draft.end + (text[draft.end : draft.end + 1] == ")")
        else:
            out.append(draft)
    return out


def _repeats(text: str, first: Draft, second: Draft) -> bool:
    if first.bound is Bound.ORDER and (first.low, first.high) == (second.low, second.high):
        return text[first.end : second.start] in (" upon ", " and ")  # "thousands upon thousands"
    return (
        _bracketed(text, first, second)
        and second.unit in (None, first.unit)
        and first.plain
        and first.low == second.low
    )


def _bracketed(text: str, first: Draft, second: Draft) -> bool:
    return text[first.end : second.start] == " (" and text[second.end : second.end + 1] == ")"


_PER_HOUR = re.compile(r"\)?\s(?:per|an)\shour\b", re.IGNORECASE)
_SPEEDS = {"km": "km/h", "mile": "mph", "nautical mile": "knot"}


def join_speeds(text: str, drafts: list[Draft]) -> list[Draft]:
    """Read "160 kilometers (100 miles) per hour" as two speeds."""
    for first, second in itertools.pairwise(drafts):
        if first.unit not in _SPEEDS or second.unit not in _SPEEDS or not _bracketed(text, first, second):
            continue
        if match := _PER_HOUR.match(text, second.end):
            first.unit, second.unit, second.end = _SPEEDS[first.unit], _SPEEDS[second.unit], match.end()
    return drafts


_STEPS = {"year": "month", "month": "week day", "week": "day", "day": "hour", "hour": "minute", "minute": "second",
          "foot": "inch", "stone": "pound", "pound": "ounce"}  # fmt: skip


def _continues(text: str, first: Draft, second: Draft) -> bool:
    gap = text[first.end : second.start]
    if len(gap) > 6 or not first.plain or not second.plain:
        return False
    if first.unit == "foot" and second.unit is None and _is_inches(text, first, second, gap):
        second.unit = "inch"
        return True
    if not _COMPOUND_GAP.match(gap):
        return False
    if first.unit == "hour" and second.spelled == "m" and first.spelled == "h":
        second.unit = "minute"
        if second.numeral.suffix == "m" and second.numeral.scale == second.numeral.low:
            return False
    return second.unit is not None and second.unit in _STEPS.get(first.unit or "", "").split() and not first.carried


_NO_THING = re.compile(r"[-\"”″]|[,.;:!?)]|\s?\Z|\s(?!of\b)[a-z]+(?<!s)(?<!people)(?<!men)\b")


def _is_inches(text: str, first: Draft, second: Draft, gap: str) -> bool:
    """Whether it is a height in feet and inches: "6-foot-4", "5ft 10"."""
    small = first.figure <= 8 and second.figure < 12 and second.numeral.digits
    return small and gap in ("-", " ", "") and bool(_NO_THING.match(text, second.end))


def _add(first: Draft, second: Draft) -> None:
    assert first.unit, "only measures add up"
    assert second.unit, "only measures add up"
    total = convert(first.figure, first.unit, second.unit) + second.figure
    first.low = first.high = total
    first.unit, first.end, first.number_end = second.unit, second.end, second.number_end
    first.kind = second.kind


_IN = re.compile(r"\s(?:(?:in|out\sof)\s(?:every\s)?|of\severy\s)\Z|-in-\Z", re.IGNORECASE)
_RATIO_BASES = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000, 2})


def join_ratios(text: str, drafts: list[Draft]) -> list[Draft]:
    """Make shares of "one in four" and "nine out of ten"."""
    out: list[Draft] = []
    index = 0
    while index < len(drafts):
        first, second = drafts[index], drafts[index + 1] if index + 1 < len(drafts) else None
        if second is not None and _is_ratio(text, first, second):
            out.append(_ratio(first, second))
            index += 2
            continue
        out.append(first)
        index += 1
    return out


_PLACES = re.compile(
    r"\s(?:[a-z]+\s)?(?:villages|towns|cities|districts|countries|states|places|provinces|regions|counties|schools|nations)\b"
)
"""Where "one in 15" counts one thing at 15 places."""


def _is_ratio(text: str, first: Draft, second: Draft) -> bool:
    gap = text[first.end : second.start]
    if text[first.start - 1 : first.start] in ("-", "–") and first.start:
        return False  # "won 7-3 in 10 innings"
    if len(gap) > 14 or not _IN.match(gap) or not first.plain or not second.plain or first.unit or second.unit:
        return False
    if first.figure == 1 and 2 < second.figure <= 10_000 and " in " in gap and not _PLACES.match(text, second.end):
        return True
    return first.figure < second.figure and second.figure in _RATIO_BASES


def _ratio(first: Draft, second: Draft) -> Draft:
    set_share(first, first.figure / second.figure)
    first.end, first.number_end = second.end, second.number_end
    return first
