"""How figures are written and drawn: the bound before the number, the shape of the mark, the scale."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from report_cases import many_accounts, simple
from report_ferry import bounded, exact

from reconcile.model import Bound, Claim, Kind, Measure, Stance, Value
from reconcile.report.chart import chart, percent, scale_of, ticks_of
from reconcile.report.figures import figure, mark_kind, number, span_of_days
from reconcile.report.moments import Wall, zone_of
from reconcile.report.sheet import lay_out
from reconcile.report.strip import labels, strip
from reconcile.values import render

WALL = Wall(zone_of("UTC"))


def dollars(amount: int, words: str = "") -> Value:
    """A sum in dollars."""
    return exact(amount, words, kind=Kind.MONEY, unit="USD")


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("0", "0"),
        ("9", "9"),
        ("15000", "15,000"),
        ("-12", "−12"),
        ("3.50", "3.5"),
        ("1250000", "1.25 million"),
        ("1234567", "1,234,567"),
        ("1000000000000", "1 trillion"),
        ("1E+40", "1.000E+40"),
    ],
)
def test_numbers_are_grouped_and_lose_nothing(amount: str, shown: str) -> None:
    """A number is grouped by thousands, and written with "million" only where every digit survives."""
    assert number(Decimal(amount)) == shown


@pytest.mark.parametrize(
    ("value", "shown", "note"),
    [
        (exact(9, "nine"), "9", "exact count, given as “nine”"),
        (bounded(Bound.UP_TO, None, 25, "up to 25"), "up to 25", "a ceiling: 25 or fewer"),
        (bounded(Bound.UP_TO, 0, 25, "up to 25"), "up to 25", "a ceiling: 25 or fewer"),
        (bounded(Bound.AT_LEAST, 14, None, "at least 14"), "at least 14", "a floor: 14 or more"),
        (bounded(Bound.MORE_THAN, 15000, None, ">15,000"), "more than 15,000", "a floor: more than 15,000"),
        (bounded(Bound.LESS_THAN, None, 3, "under 3"), "less than 3", "a ceiling: fewer than 3"),
        (bounded(Bound.ABOUT, 400, 400, "some 400"), "about 400", "a round figure"),
        (bounded(Bound.RANGE, 180, 250, "180 to 250"), "180–250", "a range: any figure in it fits"),
        (bounded(Bound.ORDER, 24, 99, "dozens"), "dozens", "an order of size: 24 to 99"),
        (bounded(Bound.NONE, 0, 0, "nobody"), "0", "exact count, given as “nobody”"),
        (dollars(1200000, "$1.2m"), "$1.2 million", "exact sum"),
        (exact(3000, "3,000 afghani", kind=Kind.MONEY, unit="AFN"), "AFN 3,000", "exact sum"),
        (exact("12.5", "12.5%", kind=Kind.PERCENT, unit="percent"), "12.5%", "exact figure"),
        (exact(510, "510 minutes", kind=Kind.DURATION, unit="minute"), "510 minutes", "exact figure"),
        (exact(1, "a mile", unit="mile"), "1 mile", "exact figure, given as “a mile”"),
        (exact(200, "200 feet", unit="foot"), "200 feet", "exact figure"),
        (bounded(Bound.RANGE, 20, 29, "20s", kind=Kind.AGE, unit="year"), "20–29", "a range: any figure in it fits"),
        (Value(Kind.TEXT, words="an electrical fault"), "an electrical fault", "in the source’s words"),
    ],
)  # fmt: skip
def test_the_bound_stands_before_the_figure(value: Value, shown: str, note: str) -> None:
    """A figure is never shown without the words that bound it, and one line tells which kind it is."""
    made = figure(value)
    assert (made.plain, made.note) == (shown, note)


def test_a_denial_and_a_change_are_never_bare_figures() -> None:
    """What is denied carries "not", what is a change says so."""
    assert figure(exact(32), stance=Stance.DENIES).plain == "not 32"
    assert figure(exact(12), measure=Measure.CHANGE).note == "a change, not a level; exact count"


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (date(2025, 3, 8), date(2025, 3, 8), "8 March 2025"),
        (date(2025, 3, 8), date(2025, 3, 9), "8–9 March 2025"),
        (date(2025, 3, 1), date(2025, 3, 31), "March 2025"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2024, 12, 30), date(2025, 1, 2), "30 December 2024 – 2 January 2025"),
    ],
)
def test_periods_are_written_as_people_say_them(low: date, high: date, shown: str) -> None:
    """A whole month or year is named, anything else runs from its first day to its last."""
    assert span_of_days(low, high) == shown


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        (exact(9), "exact"),
        (bounded(Bound.UP_TO, None, 25, ""), "ceiling"),
        (bounded(Bound.UP_TO, 0, 25, ""), "ceiling"),
        (bounded(Bound.AT_LEAST, 14, None, ""), "floor"),
        (bounded(Bound.RANGE, 1, 2, ""), "range"),
        (bounded(Bound.ABOUT, 4, 4, ""), "about"),
        (bounded(Bound.ORDER, 24, 99, "dozens"), "order"),
    ],
)
def test_the_mark_tells_the_kind_of_figure(value: Value, shape: str) -> None:
    """The shape of a mark follows from the bound alone."""
    assert mark_kind(value) == shape


@pytest.mark.parametrize(
    ("values", "log", "ticks"),
    [
        ([exact(9), exact(32)], False, ["0", "10", "20", "30", "40"]),
        ([exact(5), exact(6)], False, ["0", "2", "4", "6"]),
        ([exact(1), exact(50)], False, ["0", "20", "40", "60"]),
        ([exact(1), exact(51)], True, ["1", "10", "100"]),
        ([exact(0), exact(0)], False, ["0", "1"]),
        ([exact(-12), exact(4)], False, ["−15", "−10", "−5", "0", "5"]),
        ([exact(2 * 10**6), exact(10**12)], True, ["1 million", "1 billion", "1 trillion"]),
    ],
)
def test_the_axis_begins_at_nought_and_is_logarithmic_only_beyond_fifty(
    values: list[Value], log: bool, ticks: list[str]
) -> None:
    """Counts are measured from 0; a log scale is taken only where the highest is over 50 times the lowest."""
    scale = scale_of(values)
    assert scale is not None
    assert scale.log is log
    assert [tick.label for tick in ticks_of(scale, Kind.NUMBER)] == ticks


def test_places_are_percentages_within_the_row() -> None:
    """Every mark lies within its row, whatever the figures are."""
    for values in ([exact(0), exact(10**12)], [exact("0.001"), exact(7)], [exact(-5), exact(-1)]):
        scale = scale_of(values)
        assert scale is not None
        places = [float(percent(scale.at(value.low))) for value in values if isinstance(value.low, Decimal)]
        assert all(0 <= place <= 100 for place in places), places


def test_a_chart_says_that_its_scale_is_logarithmic() -> None:
    """A reader is told when each step of the scale is ten times the one before."""
    sheet = lay_out(many_accounts(60), WALL)
    drawn = chart(sheet, sheet.dossier.question)
    assert drawn is not None
    assert "ten times" in drawn.scale_note
    assert len(drawn.lanes) + drawn.left_out == 60


def test_units_are_converted_for_the_chart_and_currencies_are_not() -> None:
    """Kilometres and miles share an axis; dollars and euros have none."""
    away = simple("way", "How far?", [exact(10, unit="km"), exact(9, unit="mile")])
    drawn = chart(lay_out(away, WALL), away.question)
    assert drawn is not None
    assert [lane.figure.plain for lane in drawn.lanes] == ["9 miles", "10 km"]
    assert float(drawn.lanes[0].marks[0].left) > float(drawn.lanes[1].marks[0].left)
    paid = simple("paid", "What did it cost?", [dollars(10), exact(9, kind=Kind.MONEY, unit="EUR")])
    assert chart(lay_out(paid, WALL), paid.question) is None


def test_labels_of_the_small_picture_never_touch() -> None:
    """The outer figures keep their labels, those between give way where they would collide."""
    told = labels([(Decimal(10), "9"), (Decimal(12), "10"), (Decimal(60), "25"), (Decimal(96), "32,000")])
    assert [label.text for label in told] == ["9", "25", "32,000"]
    assert told[-1].anchor == "end"
    assert [label.anchor for label in labels([(Decimal(50), "9"), (Decimal(52), "10")])] == ["end", "start"]
    assert [label.text for label in labels([(Decimal(96), "2"), (Decimal(96), "≠2")])] == ["2 · ≠2"]


@pytest.mark.parametrize(
    ("words", "bound", "told"),
    [
        ("9,500 crowns", Bound.EXACT, "9,500 crowns"),
        ("about 9,500 pesos", Bound.ABOUT, "about 9,500 pesos"),
        ("kr 9,500", Bound.EXACT, "kr 9,500"),
        ("9,500", Bound.EXACT, "9,500 (currency not stated)"),
        ("at least 9,500", Bound.AT_LEAST, "at least 9,500 (currency not stated)"),
        ("", Bound.EXACT, "9,500 (currency not stated)"),
    ],
)
def test_a_sum_without_a_known_currency_shows_no_code(words: str, bound: Bound, told: str) -> None:
    """The words of the claim stand for a currency that they do not settle, else it is said not to be stated."""
    low = Decimal(9500)
    value = Value(Kind.MONEY, low, None if bound is Bound.AT_LEAST else low, bound, "XXX", words)
    assert figure(value).plain == told
    assert "XXX" not in render(value)


@pytest.mark.parametrize(
    ("bound", "low", "high", "label"),
    [
        (Bound.MORE_THAN, 40, None, ">40"),
        (Bound.AT_LEAST, 40, None, "≥40"),
        (Bound.LESS_THAN, None, 40, "<40"),
        (Bound.UP_TO, None, 40, "≤40"),
    ],
)
def test_more_than_is_drawn_with_its_own_sign(bound: Bound, low: int | None, high: int | None, label: str) -> None:
    """ "More than 40" leaves 40 out, "at least 40" does not."""
    one = Claim("c1-one", "d1", "", bounded(bound, low, high, ""))
    other = Claim("c1-two", "d1", "", exact(90))
    assert label in [each.text for each in strip([(one, "a"), (other, "b")]).labels]
