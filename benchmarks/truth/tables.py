"""Claims of a truth-discovery set as arrays: which object, which source, which value."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Table:
    """Claims as parallel arrays of codes: `objects[o[i]]`, `sources[s[i]]` and `words[v[i]]` make one claim."""

    objects: list[str]
    sources: list[str]
    words: list[str]
    o: Ints
    s: Ints
    v: Ints

    @cached_property
    def numbers(self) -> Floats | None:
        """The values as numbers, where every one of them is a finite one."""
        try:
            figures = np.array([float(word) for word in self.words])
        except ValueError:
            return None
        return figures if np.isfinite(figures).all() else None


def table_of(rows: Iterable[tuple[str, str, str]]) -> Table:
    """The table of (object, source, value) rows, codes given in the order of first appearance."""
    codes: tuple[dict[str, int], ...] = ({}, {}, {})
    found = [[code.setdefault(cell, len(code)) for code, cell in zip(codes, row, strict=True)] for row in rows]
    o, s, v = np.array(found, dtype=np.int64).reshape(-1, 3).T
    return Table(list(codes[0]), list(codes[1]), list(codes[2]), o, s, v)


def read_set(folder: Path) -> tuple[list[tuple[str, str, str]], dict[str, str]]:
    """The claims (object, source, value) and the gold values of a folder with claims.csv and gold.csv."""
    with (folder / "claims.csv").open(encoding="utf-8", newline="") as file:
        claims = [(row["obj"], row["src"], row["val"]) for row in csv.DictReader(file)]
    with (folder / "gold.csv").open(encoding="utf-8", newline="") as file:
        gold = {row["obj"]: row["val"] for row in csv.DictReader(file)}
    return claims, gold
