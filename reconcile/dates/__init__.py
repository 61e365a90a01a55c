"""Dates in texts, against the day of publication, and the times at which things were published or said."""

from __future__ import annotations

from datetime import date

from reconcile.dates.moments import day_of, order, parse_moment
from reconcile.model import Found, Value

__all__ = ["day_of", "order", "parse", "parse_moment", "scan"]


def scan(text: str, anchor: date | None, *, unresolved: bool = False) -> list[Found]:
    """All dates of the text in order; see `anchored.scan`. The patterns are built at the first call."""
    from reconcile.dates import anchored

    return anchored.scan(text, anchor, unresolved=unresolved)


def parse(words: str, anchor: date | None) -> Value:
    """The one date that the words give; see `anchored.parse`. Raises `UsageProblem`."""
    from reconcile.dates import anchored

    return anchored.parse(words, anchor)
