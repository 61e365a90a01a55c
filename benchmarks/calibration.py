"""How often claims of each score are right, on labelled stories; and the weights that make the score.

usage: python benchmarks/calibration.py [--dispatches FILE ...] [--fit]

Without files: `first-sight.csv`, the pooled `stories-tuned*.json`, `stories-fresh.json`, of which no rule and no weight
was made (only its labels were settled beside what was read), and `stories-kept*.json`, which nobody looked at. A claim
is right where value, bound, unit, source, stance and (of the closed list) attribute are right at once; a claim in
words where source and stance are, and one that the labels leave out, or call open, is not judged.

`first-sight.csv` has the claims of the articles of `stories-first-sight.json` with their evidence and whether they were
right, as they were read before any rule was made on them: where rules were made there are hardly errors left to learn
from. --fit prints the weights of `reconcile/extract/evidence.py` as they follow from them and, counted less, from the
tuned stories and the development set: a logistic regression by Newton's method, with a penalty that keeps rare evidence
near zero.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from reconcile.extract import extract
from reconcile.extract.evidence import BARS, DOUBTS, STATED, score_of
from reconcile.model import CLOSED_ATTRIBUTES, Claim, Document, Kind

HERE = Path(__file__).resolve().parent
TUNED = sorted(HERE.glob("stories-tuned*.json"))
KEPT = sorted(HERE.glob("stories-kept*.json"))
FRESH = [HERE / "stories-fresh.json"]
FIRST = HERE / "first-sight.csv"
FIRST_NOW = [HERE / "stories-first-sight.json"]
DEVELOPMENT = HERE.parent.parent / "shared" / "eval" / "dev-set.json"
BANDS = ((0.9, 1.01), (0.8, 0.9), (0.7, 0.8), (0.5, 0.7), (0.0, 0.5))
PENALTY = 4.0
"""Of the regression: as if each evidence had been seen in about four claims that tell nothing."""
TUNED_ON = 0.3
"""What a claim of an article that rules were made on counts beside one at first sight."""
_ARTICLES = frozenset({"the", "a", "an", "of", "s"})

Gold = dict[str, Any]
Case = tuple[Sequence[str], float, bool]
"""The evidence of a claim, its score, and whether it is right."""


def at_first_sight() -> list[Case]:
    """The claims of `first-sight.csv`."""
    with FIRST.open(encoding="utf-8", newline="") as file:
        rows = [(row["evidence"].split("; "), row["right"] == "1") for row in csv.DictReader(file)]
    return [(evidence, score_of(evidence), right) for evidence, right in rows]


def cases(paths: Sequence[Path]) -> list[Case]:
    """The claims that are read from the stories now."""
    return [(claim.evidence, claim.score or 0.0, right) for claim, right in judged(paths)]


def judged(paths: Sequence[Path]) -> Iterator[tuple[Claim, bool]]:
    """Every proposed claim of the text of the stories that the labels can judge, and whether it is right."""
    for path in paths:
        for story in json.loads(path.read_text(encoding="utf-8"))["stories"]:
            for document in story["documents"]:
                golds = [gold for gold in story["claims"] if gold["document"] == document["id"]]
                left_open = [each for each in story.get("open", ()) if each["document"] == document["id"]]
                yield from _of_document(document, golds, left_open)


def _of_document(document: dict[str, str], golds: list[Gold], left_open: list[Gold]) -> Iterator[tuple[Claim, bool]]:
    left = list(golds)
    read = extract(
        Document(
            id=document["id"],
            text=document["text"],
            outlet=document["publisher"],
            title=document["title"],
            published=document["published"],
        )
    )
    for claim in read:
        if claim.span is None:
            continue
        fits = [gold for gold in left if _overlap(claim, gold) > 0 and _same_value(claim, gold)]
        best = max(fits, key=lambda gold: (_is_right(claim, gold), _overlap(claim, gold)), default=None)
        if best is not None:
            left.remove(best)
            yield claim, _is_right(claim, best)
        elif claim.value.kind is not Kind.TEXT and not any(_overlap(claim, each) > 0 for each in left_open):
            yield claim, False


def _overlap(claim: Claim, gold: Gold) -> int:
    assert claim.span is not None
    return min(claim.span.end, int(gold["end"])) - max(claim.span.start, int(gold["start"]))


def _same_value(claim: Claim, gold: Gold) -> bool:
    value = claim.value
    if Kind.TEXT in (value.kind, gold["kind"]):
        return bool(value.kind == gold["kind"])
    same_ends = all(
        _end(end) == gold[name] or (gold[name] is not None and _near(_end(end), gold[name]))
        for name, end in (("low", value.low), ("high", value.high))
    )
    return same_ends and value.bound == gold["bound"] and value.unit == gold["unit"]


def _end(end: object) -> object:
    return None if end is None else str(end) if hasattr(end, "isoformat") else float(str(end))


def _near(end: object, wanted: object) -> bool:
    return (
        isinstance(end, float) and isinstance(wanted, (int, float)) and abs(end - wanted) <= 0.005 * max(1, abs(wanted))
    )


def _is_right(claim: Claim, gold: Gold) -> bool:
    attribute = gold["attribute"] not in CLOSED_ATTRIBUTES or gold["attribute"] == claim.scope.attribute
    source = _same_name(gold["source"], claim.source.name if claim.source else None)
    return source and claim.stance == gold["stance"] and (attribute or claim.value.kind is Kind.TEXT)


def _same_name(wanted: str | None, found: str | None) -> bool:
    """Names that share most of the shorter one's words; both or neither named."""
    one, other = _words(wanted), _words(found)
    return not (one or other) if not (one and other) else len(one & other) >= 0.6 * min(len(one), len(other))


def _words(name: str | None) -> set[str]:
    return set(re.findall(r"\w+", (name or "").lower())) - _ARTICLES


def table(name: str, found: Sequence[Case]) -> None:
    """One row for each band of scores: how many claims, how many of them right."""
    for low, high in BANDS:
        band = [right for _, score, right in found if low <= score < high]
        share = f"{100 * sum(band) / len(band):.1f}" if band else "–"
        print(f"| {name} | {low:.2f}–{min(high, 1):.2f} | {len(band)} | {sum(band)} | {share} |")


def fit(first: Sequence[Case], tuned: Sequence[Case]) -> None:
    """Print the weights: log odds of each evidence, and in how many claims it was seen, how many of them right."""
    found = [*first, *tuned]
    names = sorted({name for evidence, _, _ in found for name in evidence} - {STATED} - DOUBTS.keys())
    seen = np.array([[1.0, BARS.isdisjoint(case[0]), *(name in case[0] for name in names)] for case in found], float)
    right = np.array([float(case[2]) for case in found])
    weights = _regression(seen, right, np.array([1.0] * len(first) + [TUNED_ON] * len(tuned)))
    print(f"BASE = {weights[0]:.2f}\nPLAIN = {weights[1]:.2f}")
    for place, name in enumerate(names, start=2):
        at_first, later = (
            [case[2] for case in each if name in case[0]] for each in (found[: len(first)], found[len(first) :])
        )
        tally = f"{sum(at_first)} of {len(at_first)}, {sum(later)} of {len(later)}"
        print(f'    "{name}": {weights[place]:.2f},  # {tally}')


def _regression(
    seen: npt.NDArray[np.float64], right: npt.NDArray[np.float64], counted: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    weights = np.zeros(seen.shape[1])
    penalty = np.full(seen.shape[1], PENALTY)
    penalty[0] = 1e-6
    for _ in range(50):
        chance = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (counted * (right - chance)) - penalty * weights
        curve = (seen * (counted * chance * (1 - chance))[:, None]).T @ seen + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return np.asarray(weights)


def main() -> None:
    """Read the command line; print the table or the weights."""
    parser = argparse.ArgumentParser(description="How often claims of each score are right.")
    parser.add_argument("--dispatches", type=Path, nargs="+", help="labelled sets to score instead of our own")
    parser.add_argument("--fit", action="store_true", help="print the weights that follow from the tuned stories")
    given = parser.parse_args()
    if given.fit:
        fit(at_first_sight(), cases([*TUNED, *([DEVELOPMENT] if DEVELOPMENT.exists() else [])]))
        return
    print("| stories | score | claims | right | of 100 |\n|---|---|---|---|---|")
    named = {path.name: [path] for path in given.dispatches or []}
    if not named:
        table("at first sight", at_first_sight())
        table("the same now", cases(FIRST_NOW))
    for name, paths in (named or {"tuned": TUNED, "fresh": FRESH, "kept": KEPT}).items():
        table(name, cases(paths))


if __name__ == "__main__":
    main()
