"""Figures in words: the number, the words that bound it, and one line on what kind of figure it is."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from reconcile.model import Bound, Claim, Kind, Measure, Modality, Stance, Value
from reconcile.report.moments import MONTHS, day
from reconcile.report.runs import clean
from reconcile.resolve.relations.statements import is_stated
from reconcile.values.codes import NO_CURRENCY

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_PLURALS = {"foot": "feet", "knot": "knots", "percentage point": "percentage points"}
_COUNTED_OFF = frozenset(
    {"metre", "mile", "tonne", "acre", "year", "month", "week", "day", "hour", "minute", "second", "knot"}
)
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_AMOUNTS = frozenset(
    "a an about around almost nearly roughly some over under up to at least most more less fewer than no not between "
    "and half from hundred hundreds thousand thousands million millions billion billions trillion m bn k tn".split()
)
"""Words of a sum that name no currency."""
_HUGE = 30  # digits beyond which a number is written as a power of ten
_BEFORE = {
    Bound.ABOUT: "about",
    Bound.AT_LEAST: "at least",
    Bound.MORE_THAN: "more than",
    Bound.AT_MOST: "at most",
    Bound.LESS_THAN: "less than",
    Bound.UP_TO: "up to",
}
_BEFORE_DATES = {
    Bound.ABOUT: "about",
    Bound.AT_LEAST: "since",
    Bound.MORE_THAN: "after",
    Bound.AT_MOST: "by",
    Bound.LESS_THAN: "before",
    Bound.UP_TO: "until",
}
_CEILINGS = (Bound.UP_TO, Bound.AT_MOST, Bound.LESS_THAN)
_FLOORS = (Bound.AT_LEAST, Bound.MORE_THAN)


@dataclass(frozen=True, slots=True)
class Figure:
    """A value set for display: the bound stands before the number, the unit after it.

    `note` is one line on the kind of figure; `words` tells that the value is words rather than a number.
    """

    before: str
    number: str
    after: str
    note: str
    words: bool = False

    @property
    def plain(self) -> str:
        """The figure as it stands in a sentence: "up to 25 km"."""
        return " ".join(part for part in (self.before, self.number, self.after) if part)


def number(amount: Decimal) -> str:
    """A number for reading: grouped by thousands, millions and above in words where that loses nothing.

    >>> number(Decimal("1250000")), number(Decimal("15000")), number(Decimal("3.5"))
    ('1.25 million', '15,000', '3.5')
    """
    if amount and amount.adjusted() > _HUGE:
        return f"{amount:.3E}"
    for size, name in _SCALES:
        if abs(amount) >= size and amount % (size / 100) == 0:
            return f"{_signed(amount / size)} {name}"
    return _signed(amount)


def _signed(amount: Decimal) -> str:
    whole = amount == amount.to_integral_value()
    text = f"{amount.to_integral_value():,f}" if whole else f"{amount:,f}".rstrip("0")
    return text.replace("-", "−")


def _unit(value: Value, amount: Decimal) -> str:
    unit = value.unit or ""
    if unit == NO_CURRENCY:
        return "(currency not stated)"
    if value.kind in (Kind.AGE, Kind.MONEY) or unit == "percent":
        return ""
    if unit in _PLURALS:
        return unit if amount == 1 else _PLURALS[unit]
    return f"{unit}s" if unit in _COUNTED_OFF and amount != 1 else clean(unit)


def with_unit(value: Value, amount: Decimal) -> str:
    """An amount in the unit of a value: "$2 million", "40%", "12 km"."""
    return f"{_amount(value, amount)} {_unit(value, amount)}".strip()


def _amount(value: Value, amount: Decimal, *, bare: bool = False) -> str:
    text = number(amount)
    if value.unit == "percent":
        return f"{text}%"
    if value.kind is Kind.MONEY and value.unit and value.unit != NO_CURRENCY and not bare:
        symbol = _SYMBOLS.get(value.unit)
        return f"{symbol}{text}" if symbol else f"{clean(value.unit)} {text}"
    return text


def span_of_days(low: date, high: date) -> str:
    """A period in words: one day, a whole month, a whole year, or from – to.

    >>> span_of_days(date(2025, 3, 1), date(2025, 3, 31))
    'March 2025'
    """
    if low == high:
        return day(low)
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31):
        return str(low.year) if low.year == high.year else f"{low.year}–{high.year}"
    last = calendar.monthrange(high.year, high.month)[1]
    if low.day == 1 and high.day == last and (low.year, low.month) == (high.year, high.month):
        return f"{MONTHS[low.month - 1]} {low.year}"
    if (low.year, low.month) == (high.year, high.month):
        return f"{low.day}–{day(high)}"
    return f"{day(low)} – {day(high)}"


def _dates(value: Value) -> tuple[str, str]:
    low, high = value.low, value.high
    if isinstance(low, date) and isinstance(high, date):
        return _BEFORE_DATES.get(value.bound, "") if value.bound is Bound.ABOUT else "", span_of_days(low, high)
    edge = low if isinstance(low, date) else high
    return (_BEFORE_DATES.get(value.bound, ""), day(edge)) if isinstance(edge, date) else ("", "")


def _in_a_currency(value: Value) -> bool:
    """Whether the words of a sum name a currency, so that they can stand for a code that nobody knows."""
    if value.unit != NO_CURRENCY:
        return False
    words = (word.strip("~≈<>.,–-0123456789") for word in clean(value.words).casefold().split())
    return any(word and word not in _AMOUNTS for word in words)


def _numbers(value: Value) -> tuple[str, str, str]:
    if _in_a_currency(value):
        return "", clean(value.words), ""
    low, high = value.low, value.high
    one_sided = value.bound in _CEILINGS or value.bound in _FLOORS
    if isinstance(low, Decimal) and isinstance(high, Decimal) and low != high and not one_sided:
        if value.bound is Bound.ORDER and value.words:
            return "", clean(value.words).lower(), ""
        before = "about" if value.bound is Bound.ABOUT else ""
        return before, f"{_amount(value, low)}–{_amount(value, high, bare=True)}", _unit(value, high)
    edge = high if value.bound in _CEILINGS and high is not None else low if low is not None else high
    if not isinstance(edge, Decimal):
        return "", "", ""
    return _BEFORE.get(value.bound, ""), _amount(value, edge), _unit(value, edge)


@lru_cache(maxsize=4096)
def figure(value: Value, *, stance: Stance = Stance.ASSERTS, measure: Measure = Measure.LEVEL) -> Figure:
    """The value set for display."""
    before, text, after = (*_dates(value), "") if value.kind is Kind.DATE else _numbers(value)
    if value.kind is Kind.TEXT or not text:
        shown = clean(value.words) or "no figure given"
        return Figure("not" if stance is Stance.DENIES else "", shown, "", _text_note(value, stance), words=True)
    if stance is Stance.DENIES:
        before = f"not {before}".strip()
    return Figure(before, text, after, note(value, stance=stance, measure=measure))


def of_claim(claim: Claim) -> Figure:
    """The figure of a claim, a denied one with "not" before it."""
    shown = figure(claim.value, stance=claim.stance, measure=claim.scope.measure)
    return _in_short(claim, shown) if is_stated(claim) else shown


_FEW_WORDS = 3
_DOUBTS = {Modality.STATED: "", Modality.POSSIBLE: "possibly", Modality.UNCONFIRMED: "unconfirmed:"}


def _in_short(claim: Claim, shown: Figure) -> Figure:
    """A statement as our short form of it, not the source's own words; a long one that is denied reads "denied: …"."""
    if claim.stance is not Stance.DENIES:
        return replace(shown, before=_DOUBTS[claim.modality], note="in short; the words stand below")
    return replace(shown, before="denied:") if len(claim.value.words.split()) > _FEW_WORDS else shown


def _text_note(value: Value, stance: Stance) -> str:
    if stance is Stance.DENIES:
        return "denied"
    if value.kind is Kind.DATE:
        return "which day is meant cannot be told"
    return "in the source’s words" if value.words else "no figure, no words"


def note(value: Value, *, stance: Stance = Stance.ASSERTS, measure: Measure = Measure.LEVEL) -> str:
    """One line on what kind of figure this is: "a ceiling: 25 or fewer"."""
    if stance is Stance.DENIES:
        return "denied: said not to be so"
    line = _kind_of_figure(value) + _as_given(value)
    extra = {Measure.CHANGE: "a change, not a level", Measure.LIMIT: "a limit", Measure.SHARE: "a share"}.get(measure)
    return f"{extra}; {line}" if extra else line


def _edge(value: Value) -> str:
    _, text, after = (*_dates(value), "") if value.kind is Kind.DATE else _numbers(value)
    return f"{text} {after}".strip()


def _kind_of_figure(value: Value) -> str:
    many = value.kind is Kind.NUMBER and value.unit is None
    less = "fewer" if many else "earlier" if value.kind is Kind.DATE else "less"
    more = "later" if value.kind is Kind.DATE else "more"
    edge = _edge(value)
    shapes = {
        Bound.UP_TO: f"a ceiling: {edge} or {less}",
        Bound.AT_MOST: f"a ceiling: {edge} or {less}",
        Bound.LESS_THAN: f"a ceiling: {less} than {edge}",
        Bound.AT_LEAST: f"a floor: {edge} or {more}",
        Bound.MORE_THAN: f"a floor: {more} than {edge}",
        Bound.ABOUT: "a round figure",
        Bound.RANGE: "a range: any figure in it fits",
        Bound.ORDER: _order(value),
    }
    exact = {
        Kind.NUMBER: "exact count" if many else "exact figure",
        Kind.MONEY: "exact sum",
        Kind.AGE: "age in years",
        Kind.DATE: "date",
    }
    return shapes.get(value.bound, exact.get(value.kind, "exact figure"))


def _order(value: Value) -> str:
    if isinstance(value.low, Decimal) and isinstance(value.high, Decimal):
        return f"an order of size: {number(value.low)} to {number(value.high)}"
    return "an order of size"


def _as_given(value: Value) -> str:
    words = clean(value.words).strip()
    edge = value.high if value.low is None else value.low
    if not words or len(words) > 60 or value.bound is Bound.ORDER or isinstance(edge, date):
        return ""
    return "" if any(sign.isdigit() for sign in words) else f", given as “{words}”"


def mark_kind(value: Value, stance: Stance = Stance.ASSERTS) -> str:
    """The shape of the mark in a chart: exact, floor, ceiling, range, about, order or denied."""
    if stance is Stance.DENIES:
        return "denied"
    if value.bound in _CEILINGS and (value.low is None or value.low == 0):
        return "ceiling"
    if value.bound in _FLOORS and value.high is None:
        return "floor"
    if value.bound is Bound.ORDER:
        return "order"
    if value.low is None or value.high is None:
        return "ceiling" if value.low is None else "floor"
    if value.bound is Bound.ABOUT:
        return "about"
    return "exact" if value.low == value.high else "range"


def sort_key(value: Value) -> tuple[int, Decimal, Decimal, str]:
    """Ascending order of figures: by where they begin, a ceiling by where it ends; words last."""
    low, high = as_number(value.low), as_number(value.high)
    first = high if mark_kind(value) == "ceiling" or low is None else low
    if first is None or value.kind is Kind.TEXT:
        return (1, Decimal(0), Decimal(0), value.words)
    return (0, first, high if high is not None else first, value.words)


def as_number(edge: Decimal | date | None) -> Decimal | None:
    """An end of a value as a number on a line: dates by their day."""
    return Decimal(edge.toordinal()) if isinstance(edge, date) else edge
