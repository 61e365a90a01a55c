"""A quantity while the grammar still works on it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from reconcile.model import Bound, Found, Kind, Value
from reconcile.values.numbers import Numeral
from reconcile.values.units import kind_of


@dataclass(slots=True)
class Draft:
    """A number with what was found around it so far.

    `start` and `end` grow as the currency, the unit and the hedges are taken in; the number alone stays at
    `numeral`. `spelled` is the unit as written, `carried` tells that the unit was taken from a neighbour.
    """

    numeral: Numeral
    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    bound: Bound
    number_end: int
    unit: str | None = None
    spelled: str = ""
    kind: Kind | None = None
    carried: bool = False

    @property
    def plain(self) -> bool:
        """Whether it is still one exact figure (a dozen is about twelve, and as good as exact here)."""
        return self.low is not None and self.low == self.high and self.bound in (Bound.EXACT, Bound.ABOUT)

    @property
    def figure(self) -> Decimal:
        """The one figure of a plain draft."""
        assert self.low is not None, "only plain drafts have one figure"
        return self.low

    def found(self, text: str) -> Found:
        """The finished quantity."""
        kind = self.kind or kind_of(self.unit)
        ends = [None if end is None else _tidy(end) for end in (self.low, self.high)]
        value = Value(kind, ends[0], ends[1], self.bound, self.unit, text[self.start : self.end])
        return Found(self.start, self.end, value, self.numeral.start, self.number_end)


def draft_of(numeral: Numeral) -> Draft:
    """The draft with which the grammar begins."""
    return Draft(numeral, numeral.start, numeral.end, numeral.low, numeral.high, numeral.bound, numeral.end)


_PLACES = Decimal("0.000001")


def _tidy(number: Decimal) -> Decimal:
    """Without the trailing zeros that arithmetic leaves ("1200000.0"), and never as "1E+3"."""
    if number == number.to_integral_value():
        return number.quantize(Decimal(1)) if number.adjusted() < 27 else Decimal(int(number))
    return number.normalize() if number.as_tuple().exponent != "n" else number
