"""A value in short words, as pages and lists show it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from reconcile.model import Bound, Kind, Value
from reconcile.values.codes import NO_CURRENCY
from reconcile.values.numberwords import ORDERS

_LEADS = {
    Bound.AT_LEAST: "at least ", Bound.MORE_THAN: "more than ", Bound.AT_MOST: "at most ",
    Bound.LESS_THAN: "less than ", Bound.UP_TO: "up to ", Bound.ABOUT: "about ",
}  # fmt: skip
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_TIGHT = {"percent": "%"}
_PLURALS = {"foot": "feet", "inch": "inches", "square foot": "square feet", "cubic foot": "cubic feet",
            "square inch": "square inches", "horsepower": "horsepower", "hertz": "hertz", "stone": "stone"}  # fmt: skip


def render(value: Value) -> str:
    """The value in short words: "up to 25", "180–250", "dozens", "USD 1.2 million", "380 minutes".

    >>> from reconcile.values import parse
    >>> render(parse("no more than 1,200"))
    'at most 1,200'
    """
    if value.kind is Kind.TEXT or (value.low is None and value.high is None):
        return value.words
    if value.words and (value.unit == NO_CURRENCY or (value.bound is Bound.ORDER and value.unit is not None)):
        return value.words.lower()
    if value.bound is Bound.ORDER and (word := _order_word(value)):
        return word
    ends = _ends(value)
    lead = _LEADS.get(value.bound, "")
    return lead + _with_unit("–".join(_one(end, value.unit) for end in ends), value, ends[-1])


def _ends(value: Value) -> list[Decimal | date]:
    ends = [end for end in (value.low, value.high) if end is not None]
    return ends[:1] if len(ends) == 2 and ends[0] == ends[1] else ends


def _order_word(value: Value) -> str | None:
    for word, (low, high) in ORDERS.items():
        if (value.low, value.high) == (Decimal(low), Decimal(high)):
            return word
    if value.kind is Kind.NUMBER and value.unit is None and value.words:
        return value.words.lower()
    return None


def _one(end: Decimal | date, unit: str | None) -> str:
    if isinstance(end, date):
        return f"{end.day} {end:%B} {end.year}"
    return _in_words(end) if unit and len(unit) == 3 and unit.isupper() else _figure(end)


def _figure(number: Decimal) -> str:
    sign = "−" if number < 0 else ""
    return sign + f"{abs(number):,f}"


def _in_words(number: Decimal) -> str:
    """Sums from a million on: "1.2 million"."""
    for size, word in _SCALES:
        if abs(number) >= size:
            short = number / size
            if -short.normalize().as_tuple().exponent <= 3:  # type: ignore[operator]
                return f"{_figure(short.normalize())} {word}"
    return _figure(number)


def _with_unit(figure: str, value: Value, last: Decimal | date) -> str:
    unit = value.unit
    if unit is None or isinstance(last, date):
        return figure
    if value.kind is Kind.MONEY:
        return f"{figure} (currency not stated)" if unit == NO_CURRENCY else f"{unit} {figure}"
    if unit in _TIGHT:
        return figure + _TIGHT[unit]
    return f"{figure} {_plural(unit, figure)}" + (" old" if value.kind is Kind.AGE else "")


def _plural(unit: str, figure: str) -> str:
    if figure in ("1", "−1") or (len(unit) <= 3 and unit not in ("day", "ton")) or not unit.replace(" ", "").isalpha():
        return unit
    return _PLURALS.get(unit, unit + "s")
