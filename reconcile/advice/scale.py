"""The scale on which figures of one family are compared: as they are, or by ratio."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reconcile.advice.reports import Flags, Floats

DECADES = 30.0
"""Figures of which the greatest are so many times the smallest are compared by ratio (log1p)."""
MEASURED = 0.01
"""The share of figures with decimals from which a family is measured, not counted."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How figures are compared: `by_ratio`, `measured` (decimals occur) and `unit`, the smallest step that occurs."""

    by_ratio: bool
    measured: bool
    unit: float

    def place(self, figure: Floats) -> Floats:
        """Where figures stand on the scale; infinite ends stay infinite."""
        return np.log1p(np.maximum(figure, 0.0)) if self.by_ratio else figure

    def step(self, figure: Floats) -> Floats:
        """How wide the smallest step is on the scale at a figure."""
        if not self.by_ratio:
            return np.full(len(figure), self.unit)
        return np.maximum(self.unit / (1 + np.abs(figure)), 0.002)


def typical(low: Floats, high: Floats) -> Floats:
    """One figure for each interval: its middle, or its end where the other is open."""
    inner = np.where(np.isfinite(low), low, high)
    with np.errstate(invalid="ignore"):
        return np.where(np.isfinite(low) & np.isfinite(high), (low + high) / 2, inner)


def scale_of(low: Floats, high: Floats, *, measured: bool = False) -> Scale:
    """The scale of a family: from its figures alone, unless it is known to be measured."""
    figures, points = typical(low, high), _points(low, high)
    above = figures[figures > 0]
    spread = float(np.quantile(above, 0.98) / max(np.quantile(above, 0.1), 0.5)) if len(above) else 1.0
    decimals = np.abs(figures[points] - np.round(figures[points])) > 1e-9
    measured = measured or bool(len(decimals) and decimals.mean() > MEASURED)
    steps = np.diff(np.unique(np.round(figures, 9)))
    unit = float(np.quantile(steps, 0.1)) if measured and len(steps) else 1.0
    return Scale(bool((figures >= 0).all() and spread > DECADES), measured, max(unit, 1e-6))


def _points(low: Floats, high: Floats) -> Flags:
    return np.asarray(high - low < 1e-12)
