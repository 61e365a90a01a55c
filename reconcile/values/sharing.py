"""What neighbouring numbers hand on to one another: units, scales and bounds."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from reconcile.model import Bound, Kind
from reconcile.values.draft import Draft
from reconcile.values.units import UNITS, kind_of


def share_unit(first: Draft, second: Draft) -> None:
    if first.unit is None and second.unit is not None:
        hand_on(second, first)
    elif second.unit is None and first.unit is not None and _hands_on(first):
        hand_on(first, second)


def _hands_on(first: Draft) -> bool:
    return first.kind is Kind.AGE or kind_of(first.unit) in (Kind.MONEY, Kind.PERCENT)


def hand_on(giver: Draft, taker: Draft) -> None:
    taker.unit, taker.kind, taker.carried, taker.spelled = giver.unit, giver.kind, True, giver.spelled


def share_scale(first: Draft, second: Draft) -> None:
    """Hand the scale on in "70 to 85 million", "two or three hundred", "from 1.3 million to 1.8"."""
    a, b = first.numeral, second.numeral
    if a.scale == 1 and b.scale > 1 and a.raw < 1000 and a.raw < b.raw:
        multiply(first, b.scale)
    elif (
        b.scale == 1 and a.scale > 1000 and "." in str(b.raw) and b.raw > a.raw and (second.carried or not second.unit)
    ):
        multiply(second, a.scale)


def multiply(draft: Draft, scale: Decimal) -> None:
    if draft.low is not None and draft.high is not None:
        draft.low, draft.high = draft.low * scale, draft.high * scale


def same_dimension(first: Draft, second: Draft) -> bool:
    a, b = first.unit, second.unit
    return a in UNITS and b in UNITS and UNITS[a].base == UNITS[b].base if a and b else False


def share_bounds(text: str, drafts: list[Draft]) -> None:
    """A figure repeated in brackets in another unit has the bound of the first: "up to 40 feet (12 m)"."""
    for first, second in itertools.pairwise(drafts):
        follows = text[first.end : second.start] == " (" and second.bound is Bound.EXACT and second.plain
        if follows and first.bound in _HANDED_ON and _converts(first, second):
            bound_draft(second, first.bound)


def _converts(first: Draft, second: Draft) -> bool:
    both_money = kind_of(first.unit) is Kind.MONEY and kind_of(second.unit) is Kind.MONEY
    return first.unit != second.unit and (both_money or same_dimension(first, second))


_HANDED_ON = frozenset({Bound.ABOUT, Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN, Bound.UP_TO})


def bound_draft(draft: Draft, bound: Bound) -> None:
    """Bound the figure; ranges and order words keep the end that the words do not open."""
    if bound is Bound.ABOUT:
        draft.bound = Bound.ABOUT if draft.low == draft.high else draft.bound
    elif bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        draft.bound, draft.high = bound, None
    else:
        draft.bound, draft.low = bound, None


def set_share(draft: Draft, share: Decimal) -> None:
    """Make the draft a percentage; one that needs more than two decimals is "about"."""
    percent = share * 100
    rounded = percent.quantize(Decimal("0.01"))
    if percent != rounded:
        draft.bound = Bound.ABOUT
    draft.low = draft.high = rounded
    draft.unit, draft.kind = "percent", Kind.PERCENT


_LINKS = (" and ", " or ", "- and ", "- or ", " by ", " x ", " × ", "x", "×")


def share_units(text: str, drafts: list[Draft]) -> None:
    """Give the unit of the last one back along "four and six weeks" and "12, 14 and 16 km"."""
    _share_with_the_denied(text, drafts)
    linked = False
    for first, second in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        gap = text[first.end : second.start]
        listed = gap in _LINKS or (linked and gap == ", ")
        linked = listed and first.unit is None and second.unit is not None and first.plain
        if linked and second.bound is Bound.RANGE and gap == " and ":
            linked = False  # "life for two and 15 to 20 years for six"
        if linked:
            hand_on(second, first)
            if first.numeral.scale == 1 and "." in str(first.numeral.raw) and second.numeral.scale > 1:
                multiply(first, second.numeral.scale)


_NOT = re.compile(r",?\s(?:and\s)?not\s\Z", re.IGNORECASE)


def _share_with_the_denied(text: str, drafts: list[Draft]) -> None:
    """Hand the unit on in "nine minutes, not four": the second counts minutes, too."""
    for first, second in itertools.pairwise(drafts):
        gap = text[first.end : second.start]
        if len(gap) < 12 and _NOT.match(gap) and second.unit is None and first.unit is not None:
            hand_on(first, second)
