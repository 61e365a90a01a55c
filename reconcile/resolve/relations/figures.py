"""How two figures fit, remembered: within an event the same few figures are compared again and again."""

from __future__ import annotations

from functools import lru_cache

from reconcile.model import Value
from reconcile.values import Fit, Interval, compare, interval


@lru_cache(maxsize=65536)
def fit_of(left: Value, right: Value) -> Fit:
    """How two values fit (`reconcile.values.compare`)."""
    return compare(left, right)


@lru_cache(maxsize=65536)
def span_of(value: Value) -> Interval:
    """The figures that a value allows (`reconcile.values.interval`)."""
    return interval(value)
