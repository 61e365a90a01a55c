"""Intervals and how values fit, from typed figures and as laws that hold for all values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import Bound, Kind, Value
from reconcile.values import Fit, Interval, compare, interval, overlap, parse, render

INTERVALS = [
    ("25", Interval(Decimal(25), Decimal(25))),
    ("about 100", Interval(Decimal(90), Decimal(110))),
    ("at least 14", Interval(Decimal(14), None)),
    ("more than 14", Interval(Decimal(14), None, low_open=True)),
    ("at most 4", Interval(None, Decimal(4))),
    ("less than 4", Interval(None, Decimal(4), high_open=True)),
    ("up to 25", Interval(None, Decimal(25))),
    ("dozens", Interval(Decimal(24), Decimal(99))),
    ("no one", Interval(Decimal(0), Decimal(0))),
    ("2 km", Interval(Decimal(2000), Decimal(2000), unit_base="metre")),
    ("about -10 °C", Interval(Decimal(-11), Decimal(-9), unit_base="°C")),
]


@pytest.mark.parametrize(("words", "expected"), INTERVALS)
def test_intervals(words: str, expected: Interval) -> None:
    """A value is an interval in the base unit, open where its words leave it open."""
    assert interval(parse(words)) == expected


def test_touching_ends() -> None:
    """Ends that touch overlap unless one of them is left out."""
    ten = Interval(Decimal(10), None)
    assert overlap(ten, Interval(None, Decimal(10)))
    assert not overlap(ten, Interval(None, Decimal(10), high_open=True))


def day(number: int) -> Value:
    """A day in May 2024."""
    return Value(Kind.DATE, date(2024, 5, number), date(2024, 5, number))


def test_dates_fit_like_numbers() -> None:
    """The same day agrees, another conflicts, a range that holds it is compatible, a number is something else."""
    week = Value(Kind.DATE, date(2024, 5, 1), date(2024, 5, 7), Bound.RANGE)
    assert compare(day(3), day(3)) is Fit.AGREE
    assert compare(day(3), day(4)) is Fit.CONFLICT
    assert compare(day(3), week) is Fit.COMPATIBLE
    assert compare(day(3), parse("3")) is Fit.INCOMPARABLE


def test_texts_agree_only_word_for_word() -> None:
    """Two texts are the same or cannot be compared by rule."""
    held, freed = Value(Kind.TEXT, words="Arrested"), Value(Kind.TEXT, words="released")
    assert compare(held, Value(Kind.TEXT, words="arrested")) is Fit.AGREE
    assert compare(held, freed) is Fit.INCOMPARABLE


def test_a_value_without_ends_cannot_be_compared() -> None:
    """A number of which nothing is known fits nothing."""
    assert compare(Value(Kind.NUMBER), parse("3")) is Fit.INCOMPARABLE


FIGURES = st.integers(-2000, 10**9).map(Decimal)
BOUNDS = st.sampled_from([bound for bound in Bound if bound not in (Bound.RANGE, Bound.ORDER, Bound.NONE)])
NEEDLESS = {
    Bound.AT_LEAST: (True, False), Bound.MORE_THAN: (True, False), Bound.AT_MOST: (False, True),
    Bound.LESS_THAN: (False, True), Bound.UP_TO: (False, True),
}  # fmt: skip


@st.composite
def values(draw: st.DrawFn) -> Value:
    """Any numeric value with at most one open end, with or without a unit of length."""
    number, bound = draw(FIGURES), draw(BOUNDS)
    low, high = NEEDLESS.get(bound, (True, True))
    unit = draw(st.sampled_from([None, "km", "mile"]))
    return Value(Kind.NUMBER, number if low else None, number if high else None, bound, unit)


@settings(deadline=None)
@given(values(), values())
def test_fit_is_the_same_both_ways(a: Value, b: Value) -> None:
    """Which value comes first makes no difference."""
    assert compare(a, b) is compare(b, a)


@settings(deadline=None)
@given(values())
def test_a_value_agrees_with_itself(value: Value) -> None:
    """Every value agrees with itself."""
    assert compare(value, value) is Fit.AGREE


@settings(deadline=None)
@given(values())
def test_rendered_values_read_back(value: Value) -> None:
    """The short words for a value give its ends, bound and unit again."""
    again = parse(render(value))
    assert (again.low, again.high, again.bound, again.unit) == (value.low, value.high, value.bound, value.unit)
