"""Figures and names as the trace of a policy says them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reconcile.model import Bound
from reconcile.policies.case import Figure
from reconcile.values import render


def lower(figure: Figure) -> str:
    """The lower end of a figure in words: "11" of "at least 11", "9" of "9 to 12"."""
    return _end(figure, figure.value.low if figure.value.low is not None else figure.value.high)


def upper(figure: Figure) -> str:
    """The upper end of a figure in words: "25" of "up to 25", "12" of "9 to 12"."""
    return _end(figure, figure.value.high if figure.value.high is not None else figure.value.low)


def _end(figure: Figure, end: object) -> str:
    if not isinstance(end, Decimal):
        return render(figure.value)
    return render(replace(figure.value, low=end, high=end, bound=Bound.EXACT))


def span(low: Figure, high: Figure) -> str:
    """A range from the lower end of one figure to the upper end of another: "9–32", "200 feet – 70 metres"."""
    one, other = lower(low), upper(high)
    if one == other:
        return one
    return f"{one}–{other}" if low.value.unit is None and high.value.unit is None else f"{one} – {other}"


def named(figures: Sequence[Figure]) -> str:
    """Who gives some figures: "A (the ministry)", "A (the ministry) and C (the union)"."""
    told = [f"{figure.letter} ({figure.title})" for figure in figures]
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
