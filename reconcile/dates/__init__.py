"""Dates in texts, against the day of publication, and the times at which things were published or said."""

from reconcile.dates.anchored import parse, scan
from reconcile.dates.moments import day_of, order, parse_moment

__all__ = ["day_of", "order", "parse", "parse_moment", "scan"]
