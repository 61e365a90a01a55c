"""Units, their bases and conversions."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.errors import UsageProblem
from reconcile.model import Kind
from reconcile.values import UNITS, convert, kind_of, unit_base
from reconcile.values.currencies import currency
from reconcile.values.spellings import SPELLINGS

CONVERSIONS = [
    ("200", "foot", "metre", "60.96"),
    ("1", "nautical mile", "km", "1.852"),
    ("12", "tonne", "kg", "12000"),
    ("1", "acre", "ha", "0.40468564224"),
    ("1.5", "m3", "litre", "1500"),
    ("60", "mph", "km/h", "96.56064"),
    ("212", "°F", "°C", "100"),
    ("-40", "°C", "°F", "-40"),
    ("2", "week", "day", "14"),
    ("25", "basis point", "percentage point", "0.25"),
]


@pytest.mark.parametrize(("number", "unit", "to", "expected"), CONVERSIONS)
def test_conversions(number: str, unit: str, to: str, expected: str) -> None:
    """A number in one unit is the same amount in another."""
    assert convert(Decimal(number), unit, to) == pytest.approx(Decimal(expected), rel=Decimal("1e-20"))


@pytest.mark.parametrize(("unit", "to"), [("metre", "kg"), ("EUR", "USD"), ("metre", "parsec")])
def test_units_of_different_things_do_not_convert(unit: str, to: str) -> None:
    """Length is no weight, and money has no fixed rate."""
    with pytest.raises(UsageProblem, match="cannot be converted"):
        convert(Decimal(1), unit, to)


def test_bases() -> None:
    """Units of one dimension share a base; what is not listed is its own."""
    assert unit_base("mile") == unit_base("foot") == "metre"
    assert unit_base("hour") == unit_base("year") == "second"
    assert (unit_base("EUR"), unit_base("percent"), unit_base(None)) == ("EUR", "percent", None)


def test_every_spelling_names_a_listed_unit() -> None:
    """No spelling leads to a unit that cannot be converted."""
    assert {name for name, _ in SPELLINGS.values()} <= UNITS.keys()


@pytest.mark.parametrize(
    ("unit", "kind"),
    [("EUR", Kind.MONEY), ("percent", Kind.PERCENT), ("hour", Kind.DURATION), ("km", Kind.NUMBER), (None, Kind.NUMBER)],
)
def test_kinds(unit: str | None, kind: Kind) -> None:
    """The unit tells what kind of value a figure is."""
    assert kind_of(unit) is kind


@pytest.mark.parametrize(
    ("symbol", "code"), [("US$", "USD"), ("£", "GBP"), ("Rs.", "INR"), ("CHF", "CHF"), ("ABC", None), ("XAU", None)]
)
def test_currency_symbols(symbol: str, code: str | None) -> None:
    """Symbols and codes of currencies become ISO 4217 codes; other capitals do not."""
    assert currency(symbol) == code
