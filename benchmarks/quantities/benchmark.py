"""Quantities in the words of NewsQuant (Almasian et al., EMNLP 2023), and how two lists of them are scored."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Ends = tuple[float, ...]


@dataclass(frozen=True)
class Quantity:
    """A quantity: its figure or the two ends of a range, the unit ("-" for none), and one of = ~ < > up down."""

    ends: Ends
    unit: str = "-"
    change: str = "="


Pair = tuple[Sequence[Quantity], Sequence[Quantity]]
"""What a sentence holds by the labels, and what was found in it."""


def gold(quantity: dict[str, Any]) -> Quantity:
    """A quantity of the benchmark's file."""
    written = str(quantity["value"])
    pair = re.fullmatch(r"\s*(\d[\d.]*)\s*-\s*(\d[\d.]*)\s*", written)
    ends = (float(pair[1]), float(pair[2])) if pair else (float(written),)
    return Quantity(ends, quantity["normalized_unit"].lower(), quantity["change"])


def close(a: Ends, b: Ends) -> bool:
    """Whether the ends are the same but for rounding."""
    return len(a) == len(b) and all(abs(x - y) <= 1e-8 + 1e-5 * abs(x) for x, y in zip(a, b, strict=True))


Same = Callable[[Quantity, Quantity], bool]
MEASURES: dict[str, Same] = {
    "value": lambda g, f: close(g.ends, f.ends),
    "value_unit": lambda g, f: close(g.ends, f.ends) and g.unit == f.unit,
    "value_change": lambda g, f: close(g.ends, f.ends) and g.change == f.change,
}


def matched(
    golds: Sequence[Quantity], founds: Sequence[Quantity], same: Same
) -> tuple[int, list[Quantity], list[Quantity]]:
    """How many pair up one to one, and what is left on either side."""
    missed, left = [], list(founds)
    for wanted in golds:
        hit = next((found for found in left if same(wanted, found)), None)
        if hit is None:
            missed.append(wanted)
        else:
            left.remove(hit)
    return len(golds) - len(missed), missed, left


def f1(pairs: Sequence[Pair], same: Same) -> float:
    """The harmonic mean of precision and recall over all sentences, in per cent."""
    hits = sum(matched(golds, founds, same)[0] for golds, founds in pairs)
    return 200 * hits / max(1, sum(len(golds) + len(founds) for golds, founds in pairs))
