"""Fitting points to evidence: logistic regression whose weights keep their signs, by Newton's method in NumPy."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from incidents.reports import PARTS, Reports
from reconcile.model import Document
from reconcile.resolve.events.likeness import MEASURES, measured
from reconcile.resolve.events.pairs import Pair, likely_pairs
from reconcile.resolve.events.sketch import sketch_of

Matrix = NDArray[np.float64]

SPREAD = 3.0
"""How far weights may be from 0: the variance of their normal prior."""
OWN = 3
"""How many times a pair of our own stories counts: they are few, and of every kind of event."""
_STEPS, _STILL = 60, 1e-6


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs of reports, the evidence of each (a row; a column for each of `MEASURES`), and whether it is one event."""

    pairs: list[Pair]
    evidence: Matrix
    same: NDArray[np.bool_]

    def and_also(self, other: Compared, times: int) -> Compared:
        """These pairs and those of another set, each of which counts so many times."""
        return Compared(
            self.pairs + other.pairs * times,
            np.vstack([self.evidence] + [other.evidence] * times),
            np.concatenate([self.same] + [other.same] * times),
        )

    def only(self, wanted: NDArray[np.bool_]) -> Compared:
        """Some of the pairs."""
        kept = [pair for pair, keep in zip(self.pairs, wanted.tolist(), strict=True) if keep]
        return Compared(kept, self.evidence[wanted], self.same[wanted])


@dataclass(frozen=True, slots=True)
class Fit:
    """Points for each of `MEASURES`, and those that any two reports start with."""

    points: Matrix
    start: float


def compared(reports: Reports) -> Compared:
    """All likely pairs of reports with their evidence."""
    pairs = likely_pairs(reports.sketches)
    rows = [measured(reports.sketches[left], reports.sketches[right]) for left, right in pairs]
    same = [reports.incidents[left] == reports.incidents[right] for left, right in pairs]
    return Compared(pairs, np.array(rows), np.array(same))


def of_stories(files: Iterable[Path]) -> Compared:
    """Pairs of documents of our own stories: those that answer one question, and those of two stories."""
    documents: list[Document] = []
    stories: list[str] = []
    asked: list[frozenset[str]] = []
    for file in files:
        for story in json.loads(file.read_text(encoding="utf-8"))["stories"]:
            for row in story["documents"]:
                documents.append(
                    Document(row["id"], row["text"], row["publisher"], row["title"], row["url"], row["published"])
                )
                stories.append(f"{file.name} {story['id']}")
                asked.append(frozenset(f"{stories[-1]} {question}" for question in _asked(story["claims"], row["id"])))
    sketches = [sketch_of(document) for document in documents]
    told = {pair for pair in combinations(range(len(documents)), 2) if asked[pair[0]] & asked[pair[1]]}
    pairs = sorted(told.union(pair for pair in likely_pairs(sketches) if stories[pair[0]] != stories[pair[1]]))
    rows = [measured(sketches[left], sketches[right]) for left, right in pairs]
    return Compared(pairs, np.array(rows), np.array([pair in told for pair in pairs]))


def _asked(claims: Iterable[dict[str, Any]], document: str) -> frozenset[str]:
    """The questions that the claims of a document answer, as its story names them."""
    return frozenset(row["question"] for row in claims if row["document"] == document and row["question"])


def fitted(data: Compared) -> Fit:
    """The most likely points: a weight never has the wrong sign, and is kept near 0 by its prior."""
    evidence, same = data.evidence, data.same
    sign = np.append(np.array([each.sign for each in MEASURES], dtype=float), 0.0)
    design = np.column_stack([evidence, np.ones(len(evidence))])
    prior = np.append(np.full(evidence.shape[1], 1 / SPREAD), 0.0)
    weights = np.zeros(design.shape[1])
    for _ in range(_STEPS):
        slope, bend = _derivatives(design, same, weights, prior)
        free = ~((weights == 0) & (sign * slope > 0))
        step = np.zeros_like(weights)
        step[free] = np.linalg.solve(bend[np.ix_(free, free)], slope[free])
        moved = _descend(design, same, weights, step, (prior, sign))
        if np.abs(moved - weights).max() < _STILL:
            break
        weights = moved
    return Fit(weights[:-1], float(weights[-1]))


def _derivatives(design: Matrix, same: NDArray[np.bool_], weights: Matrix, prior: Matrix) -> tuple[Matrix, Matrix]:
    chance = 1 / (1 + np.exp(-(design @ weights)))
    slope: Matrix = design.T @ (chance - same) + prior * weights
    bend = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(prior + 1e-9)
    return slope, bend


def _descend(
    design: Matrix, same: NDArray[np.bool_], weights: Matrix, step: Matrix, bounds: tuple[Matrix, Matrix]
) -> Matrix:
    """The weights after the longest of the halved steps that makes the data likelier, kept within their signs."""
    prior, sign = bounds

    def loss(at: Matrix) -> float:
        told = design @ at
        return float(np.logaddexp(0, np.where(same, -told, told)).sum() + (prior * at * at).sum() / 2)

    before = loss(weights)
    for halvings in range(20):
        moved: Matrix = weights - step / 2**halvings
        moved[sign * moved < 0] = 0.0
        if loss(moved) < before:
            return moved
    return weights


def crossed(reports: Reports, data: Compared, own: Compared) -> Matrix:
    """Points for each pair, by weights that saw no report of the folds of either of its incidents.

    The pairs of our `own` stories are among those that every fit sees.
    """
    folds = np.array([reports.fold(place) for place in range(len(reports.incidents))])
    sides = folds[np.array(data.pairs)]
    points = np.zeros(len(data.pairs))
    for one in range(PARTS):
        for other in range(one, PARTS):
            touched = (sides == one) | (sides == other)
            here = touched.all(axis=1) & (sides == one).any(axis=1) & (sides == other).any(axis=1)
            fit = fitted(data.only(~touched.any(axis=1)).and_also(own, OWN))
            points[here] = data.evidence[here] @ fit.points + fit.start
    return points
