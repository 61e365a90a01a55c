"""How values stand to each other: as intervals, open or closed at either end, in one unit.

The rules are those of the domain page: `more_than` and `less_than` leave out their end, `about` reaches a
tenth either way, different units agree within two hundredths, plain counts agree only when equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from reconcile.model import Bound, Kind, Value
from reconcile.values.units import UNITS, convert, unit_base

ABOUT = Decimal("0.1")
"""How far "about" reaches either way, as a share of the figure."""
ROUNDING = Decimal("0.02")
"""How far two figures in different units may be apart and still be the same."""
ABOUT_DAYS = Decimal(3)
"""How far "about" reaches either way from a day."""
HALF_DEGREE = Decimal("0.5")
"""The same for temperatures, in °C, since a share of a temperature means nothing near zero."""


class Fit(StrEnum):
    """How two values fit, leaving aside who says them and whether they are denied."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Interval:
    """The figures that a value allows, in the base unit; None is an open end.

    `low_open` and `high_open` tell that the end itself is left out. Dates are counted in days
    (`date.toordinal`), with the unit "date".
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    unit_base: str | None = None


_OPEN_ABOVE = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_OPEN_BELOW = frozenset({Bound.AT_MOST, Bound.LESS_THAN, Bound.UP_TO})


def interval(value: Value) -> Interval:
    """The figures that the value allows, in the base unit of its dimension.

    >>> from reconcile.values import parse
    >>> interval(parse("more than 2 km"))
    Interval(low=Decimal('2000'), high=None, low_open=True, high_open=False, unit_base='metre')
    """
    low, high = _number(value.low), _number(value.high)
    if value.kind is Kind.DATE:
        return _bounded(value.bound, low, high, "date", ABOUT_DAYS, ABOUT_DAYS)
    spread = [abs(end) * ABOUT if end is not None else Decimal(0) for end in (low, high)]
    return _in_base(_bounded(value.bound, low, high, value.unit, *spread))


def _number(end: Decimal | date | None) -> Decimal | None:
    return Decimal(end.toordinal()) if isinstance(end, date) else end


def _bounded(
    bound: Bound, low: Decimal | None, high: Decimal | None, unit: str | None, below: Decimal, above: Decimal
) -> Interval:
    """The ends as the bound has them: an end that the bound leaves open is None whatever the value holds."""
    if bound in _OPEN_ABOVE:
        return Interval(high if low is None else low, None, bound is Bound.MORE_THAN, False, unit)
    if bound in _OPEN_BELOW:
        return Interval(None, low if high is None else high, False, bound is Bound.LESS_THAN, unit)
    if bound is Bound.ABOUT:
        return Interval(low if low is None else low - below, high if high is None else high + above, False, False, unit)
    return Interval(low, high, False, False, unit)


def _in_base(span: Interval) -> Interval:
    base = unit_base(span.unit_base)
    if base is None or base == span.unit_base or span.unit_base is None:
        return span
    ends = [end if end is None else convert(end, span.unit_base, base) for end in (span.low, span.high)]
    return Interval(ends[0], ends[1], span.low_open, span.high_open, base)


def overlap(a: Interval, b: Interval) -> bool:
    """Whether some figure lies in both."""
    return not _below(a, b) and not _below(b, a)


def _below(a: Interval, b: Interval) -> bool:
    """Whether all of `a` lies under all of `b`."""
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.high_open or b.low_open))


def compare(a: Value, b: Value) -> Fit:
    """How the two values fit: the same, some figure satisfies both, none does, or they measure different things.

    >>> from reconcile.values import parse
    >>> compare(parse("up to 25"), parse("32")), compare(parse("200 feet"), parse("61 metres"))
    (<Fit.CONFLICT: 'conflict'>, <Fit.AGREE: 'agree'>)
    """
    if Kind.TEXT in (a.kind, b.kind):
        same = a.kind is b.kind and a.words.casefold().split() == b.words.casefold().split()
        return Fit.AGREE if same else Fit.INCOMPARABLE
    one, other = interval(a), interval(b)
    if not _comparable(a, b, one, other):
        return Fit.INCOMPARABLE
    if a.unit != b.unit:
        return _compare_rounded(a, b, one, other)
    if _same_bound(a, b) and one == other:
        return Fit.AGREE
    return Fit.COMPATIBLE if overlap(one, other) else Fit.CONFLICT


def _comparable(a: Value, b: Value, one: Interval, other: Interval) -> bool:
    if one.unit_base != other.unit_base:
        return False
    if any(span.low is None and span.high is None for span in (one, other)):
        return False
    kinds = {a.kind, b.kind}
    return len(kinds) == 1 or kinds == {Kind.AGE, Kind.DURATION}


_SHADES = {Bound.NONE: Bound.EXACT, Bound.UP_TO: Bound.AT_MOST}


def _same_bound(a: Value, b: Value) -> bool:
    """Whether the bounds mean the same: "none" is nought, "up to" is "at most"."""
    return _SHADES.get(a.bound, a.bound) is _SHADES.get(b.bound, b.bound)


def _compare_rounded(a: Value, b: Value, one: Interval, other: Interval) -> Fit:
    """Figures in different units were rounded: each end may be off by two hundredths."""
    if _same_bound(a, b) and _close(one.low, other.low, one.unit_base) and _close(one.high, other.high, one.unit_base):
        return Fit.AGREE
    return Fit.COMPATIBLE if overlap(_widened(one), other) else Fit.CONFLICT


def _slack(end: Decimal, base: str | None) -> Decimal:
    share = abs(end) * ROUNDING
    return max(share, HALF_DEGREE) if base == UNITS["°C"].base else share


def _close(a: Decimal | None, b: Decimal | None, base: str | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= _slack(max(abs(a), abs(b)), base)


def _widened(span: Interval) -> Interval:
    low = span.low if span.low is None else span.low - _slack(span.low, span.unit_base)
    high = span.high if span.high is None else span.high + _slack(span.high, span.unit_base)
    return Interval(low, high, False, False, span.unit_base)
