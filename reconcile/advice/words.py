"""Answers in words: which of them lie in others by their wording alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reconcile.advice.reports import Ints


def words_inside(values: Sequence[str]) -> Ints:
    """Pairs of numbers (special, general): the special value ends in ", " and the general one.

    >>> words_inside(["Ulm, Germany", "Germany", "Many"]).tolist()
    [[0, 1]]
    """
    number = {_flat(value): place for place, value in enumerate(values)}
    found = []
    for place, value in enumerate(values):
        parts = _flat(value).split(", ")
        tails = (number.get(", ".join(parts[start:])) for start in range(1, len(parts)))
        found += [(place, tail) for tail in tails if tail is not None and tail != place]
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def _flat(value: str) -> str:
    return " ".join(value.casefold().split())
