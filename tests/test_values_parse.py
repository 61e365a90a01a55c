"""One value from a field, and one value in short words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from reconcile.errors import UsageProblem
from reconcile.model import Bound, Kind, Value
from reconcile.values import parse, render

RENDERED = [
    ("up to 25", "up to 25"),
    ("no fewer than 14", "at least 14"),
    ("in excess of 15000", "more than 15,000"),
    ("roughly 1,000", "about 1,000"),
    ("between 180 and 250", "180–250"),
    ("Dozens", "dozens"),
    ("tens of thousands", "tens of thousands"),
    ("hundreds of euros", "hundreds of euros"),
    ("several", "several"),
    ("nobody", "0"),
    ("$1.2m", "USD 1.2 million"),
    ("€70m to €80m", "EUR 70 million–80 million"),
    ("EUR 250,000", "EUR 250,000"),
    ("5,000 pesos", "5,000 pesos"),
    ("six hours and twenty minutes", "380 minutes"),
    ("one hour", "1 hour"),
    ("62 per cent", "62%"),
    ("0.4 percentage points", "0.4 percentage points"),
    ("20-year-old", "20 years old"),
    ("in her 30s", "30–39 years old"),
    ("12 km", "12 km"),
    ("61 m", "61 metres"),
    ("200 feet", "200 feet"),
    ("−4 °C", "−4 °C"),
    ("1 200", "1,200"),
    ("2,000,000 cubic metres", "2,000,000 m3"),
    ("1987", "1,987"),
    ("one", "1"),
    ("half", "50%"),
]


@pytest.mark.parametrize(("words", "short"), RENDERED)
def test_a_value_in_short_words(words: str, short: str) -> None:
    """What is written in a field is shown in the project's own short words."""
    assert render(parse(words)) == short


@pytest.mark.parametrize("short", [short for _, short in RENDERED if short not in ("hundreds of euros", "5,000 pesos")])
def test_short_words_can_be_read_back(short: str) -> None:
    """The short words give the value again from which they were made."""
    value = parse(short)
    again = parse(render(value))
    assert (again.low, again.high, again.bound, again.unit) == (value.low, value.high, value.bound, value.unit)


@pytest.mark.parametrize(
    "words", ["", "  ", "25-ish", "abc", "12 and 14", "many", "unknown", "3 May", "1" * 50, "25 people died", "=1+1"]
)
def test_what_is_no_value_is_refused_with_a_hint(words: str) -> None:
    """Words that hold no single value are refused in one line that says what to write."""
    with pytest.raises(UsageProblem, match="no value that can be compared") as problem:
        parse(words)
    assert "up to 25" in str(problem.value)
    assert "\n" not in str(problem.value)


def test_words_are_kept_as_printed() -> None:
    """The value keeps the words from which it was read."""
    assert parse("no fewer than 14").words == "no fewer than 14"


def test_other_kinds_of_values_are_rendered() -> None:
    """A text is its own words, a day is written out, a range of days with a dash."""
    assert render(Value(Kind.TEXT, words="arrested")) == "arrested"
    assert render(Value(Kind.DATE, date(2024, 1, 13), date(2024, 1, 13))) == "13 January 2024"
    july = Value(Kind.DATE, date(2024, 7, 15), date(2024, 7, 21), Bound.RANGE)
    assert render(july) == "15 July 2024–21 July 2024"


def test_figures_typed_by_hand_need_no_words() -> None:
    """A value that holds only figures is rendered from them."""
    assert render(Value(Kind.NUMBER, Decimal(24), Decimal(99), Bound.ORDER)) == "dozens"
    assert render(Value(Kind.NUMBER, Decimal(30), Decimal(90), Bound.ORDER)) == "30–90"
    assert render(Value(Kind.MONEY, Decimal("1234567"), Decimal("1234567"), unit="USD")) == "USD 1,234,567"
