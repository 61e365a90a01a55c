"""Values: the one place where words about figures, and sums with figures, are understood.

`scan` finds the quantities of a text, `parse` reads one from a field, `render` writes one in short words,
`compare` says how two fit. Pure functions on the standard library: no clock, no locale, no files.
"""

from __future__ import annotations

from reconcile.model import Found, Value
from reconcile.values.algebra import Fit, Interval, compare, interval, overlap
from reconcile.values.render import render
from reconcile.values.units import UNITS, Unit, convert, kind_of, unit_base

__all__ = [
    "UNITS",
    "Fit",
    "Interval",
    "Unit",
    "compare",
    "convert",
    "interval",
    "kind_of",
    "overlap",
    "parse",
    "render",
    "scan",
    "unit_base",
]


def scan(text: str) -> list[Found]:
    """All quantities of the text in order; see `grammar.scan`. The patterns are built at the first call."""
    from reconcile.values import grammar

    return grammar.scan(text)


def parse(words: str) -> Value:
    """The one value that the words give; see `grammar.parse`. Raises `UsageProblem`."""
    from reconcile.values import grammar

    return grammar.parse(words)
