"""Fit the points by which the resolver groups claims into questions (`reconcile/resolve/questions/points.py`).

usage: python training/questions.py [--story FILE ...] [--shrink N] [--measure FILE]

FILEs are sets of stories with gold claims (by default the three of benchmarks/ that were looked at while tuning).
Each story is read twice: its gold claims, completed from the text as `import` does, and the claims that `extract`
proposes, as far as they match gold ones. Every two claims of one event that might answer one question are a lesson:
the signs that `resolve.questions.signs` finds, and whether gold gives them one question. Fitted is a logistic
regression by Newton's method, each weight drawn to the point that it has now (ridge, N lessons strong): stories are
few, so a weight moves only where they agree. Printed are the pairwise F1 on each story with weights fitted on the
others, the same with the points as they are, and the table. --measure prints the grouping of one more set with the
fitted points; it teaches nothing. The same files give the same figures."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reconcile.extract import extract
from reconcile.model import Bound, Claim, ClaimStatus, Document, Kind, Scope, Source, Span, Stance, Value, document_id
from reconcile.pipeline.filling import Made, filled
from reconcile.resolve.entry import Entry, in_context
from reconcile.resolve.questions.grouping import apart, grouped
from reconcile.resolve.questions.points import POINTS
from reconcile.resolve.questions.setting import setting_of
from reconcile.resolve.questions.signs import evidence
from reconcile.resolve.relations.statements import is_stated
from reconcile.values import render

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"
STORIES = tuple(BENCHMARKS / f"stories-tuned{part}.json" for part in ("", "-2", "-3"))
NAMES = tuple(sorted(POINTS))
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Event:
    """The claims of one event in their contexts, and the gold question of each that has one, by its id."""

    story: str
    way: str
    entries: Sequence[Entry]
    asked: Mapping[str, str]


def documents_of(story: Mapping[str, Any]) -> dict[str, Document]:
    """The documents of a story by their ids there."""
    found = {}
    for row in story["documents"]:
        told = {"outlet": row["publisher"], "url": row["url"], "published": row["published"], "title": row["title"]}
        found[row["id"]] = Document(id=document_id(**told, text=row["text"]), text=row["text"], **told)
    return found


def _end(given: float | str | None) -> Decimal | date | None:
    if given is None:
        return None
    return date.fromisoformat(given) if isinstance(given, str) else Decimal(str(given))


def gold_claim(row: Mapping[str, Any], document: str) -> Claim:
    """A gold claim as `import` takes it: without the question."""
    kind = Kind(row["kind"])
    value = Value(kind, words=row["quote"])
    if kind is not Kind.TEXT:
        value = Value(kind, _end(row["low"]), _end(row["high"]), Bound(row["bound"]), row["unit"])
        value = replace(value, words=render(value))
    return Claim(
        id=row["id"],
        document=document,
        quote=row["quote"],
        value=value,
        scope=Scope(attribute=row["attribute"], counted=row["counted"]),
        span=Span(row["start"], row["end"]),
        source=Source(row["source"]) if row["source"] else None,
        via=tuple(row["via"]),
        stance=Stance(row["stance"]),
        status=ClaimStatus.ACCEPTED,
    )


def events_of(story: Mapping[str, Any]) -> Iterator[Event]:
    """The events of a story, in both ways of reading it; documents that share a gold question tell of one event."""
    documents = documents_of(story)
    gold = {
        name: [gold_claim(r, d.id) for r in story["claims"] if r["document"] == name] for name, d in documents.items()
    }
    question = {row["id"]: row["question"] for row in story["claims"]}
    happening = _happenings(story)
    for way in ("gold", "read"):
        claims: list[Claim] = []
        asked: dict[str, str] = {}
        for name, document in documents.items():
            mine = filled([Made(each) for each in gold[name]], (), document) if way == "gold" else extract(document)
            claims += mine
            asked |= {each.id: question[key] for key, each in _matched(gold[name], mine)}
        entries = in_context({each.id: each for each in claims}, {each.id: each for each in documents.values()})
        home = {document.id: happening[name] for name, document in documents.items()}
        for event in sorted(set(home.values())):
            yield Event(story["id"], way, [e for e in entries if home[e.document.id] == event], asked)


def _happenings(story: Mapping[str, Any]) -> dict[str, str]:
    """The event of each document, called by its first document."""
    home = {row["id"]: row["id"] for row in story["documents"]}
    first: dict[str, str] = {}
    for row in story["claims"]:
        one, other = home[row["document"]], home[first.setdefault(row["question"], row["document"])]
        home = {name: min(one, other) if event in (one, other) else event for name, event in home.items()}
    return home


def _matched(gold: Sequence[Claim], found: Sequence[Claim]) -> Iterator[tuple[str, Claim]]:
    """Each gold claim with the one found at its place with one of its ends, the closest first; none twice."""
    fits = sorted(
        (-_overlap(one, other), place, number)
        for place, one in enumerate(gold)
        for number, other in enumerate(found)
        if _overlap(one, other) > 0 and _alike(one.value, other.value)
    )
    left, right = set[int](), set[int]()
    for _, place, number in fits:
        if place not in left and number not in right:
            left.add(place)
            right.add(number)
            yield gold[place].id, found[number]


def _overlap(one: Claim, other: Claim) -> float:
    if one.span is None or other.span is None:
        return 0.0
    common = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    return common / max(one.span.end - one.span.start, other.span.end - other.span.start)


def _alike(one: Value, other: Value) -> bool:
    if Kind.TEXT in (one.kind, other.kind):
        return one.kind is other.kind
    return bool({one.low, one.high} & {other.low, other.high} - {None})


def lessons(event: Event) -> Iterator[tuple[list[float], bool]]:
    """The signs of every two claims that points decide about, in the order of `NAMES`, and whether they go together."""
    setting = setting_of(event.entries)
    place = {name: number for number, name in enumerate(NAMES)}
    for left, right in combinations([each for each in event.entries if each.id in event.asked], 2):
        if apart(left, right) or (is_stated(left.claim) and is_stated(right.claim)):
            continue
        row = [0.0] * len(NAMES)
        for name, amount in evidence(left, right, setting):
            row[place[name]] += amount
        yield row, event.asked[left.id] == event.asked[right.id]


def fitted(signs: Numbers, same: Numbers, start: Numbers, shrink: float) -> Numbers:
    """The weights with the greatest likelihood, less `shrink` / 2 times their squared distance from `start`."""
    weights = start.copy()
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(signs @ weights, -30, 30)))
        slope = signs.T @ (chance - same) + shrink * (weights - start)
        curve = (signs * (chance * (1 - chance))[:, None]).T @ signs + shrink * np.eye(len(weights))
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def groups_right(events: Iterable[Event]) -> Numbers:
    """Pairs that the groups have rightly, have, and should have, under the points that now stand."""
    total = np.zeros(3)
    for event in events:
        groups = grouped(event.entries, setting_of(event.entries))
        found = {p for group in groups for p in combinations(sorted(e.id for e in group if e.id in event.asked), 2)}
        names = sorted(each.id for each in event.entries if each.id in event.asked)
        gold = {p for p in combinations(names, 2) if event.asked[p[0]] == event.asked[p[1]]}
        total += [len(found & gold), len(found), len(gold)]
    return total


def told(counts: Numbers) -> str:
    """F1 with precision and recall."""
    right, found, gold = counts
    return f"{2 * right / (found + gold):.3f} (P {right / found:.3f}, R {right / gold:.3f})"


def use(weights: Numbers) -> None:
    """Let the resolver use these points."""
    POINTS.update(zip(NAMES, map(float, weights), strict=True))


def read_stories(paths: Iterable[Path]) -> list[Event]:
    """The events of the stories of some files."""
    return [event for path in paths for story in json.loads(path.read_text())["stories"] for event in events_of(story)]


def main() -> None:
    """Cross-validate, then fit on all and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--story", type=Path, nargs="+", default=STORIES)
    parser.add_argument("--shrink", type=float, default=25.0)
    parser.add_argument("--measure", type=Path)
    given = parser.parse_args()
    events = read_stories(given.story)
    rows = [(event.story, *lesson) for event in events for lesson in lessons(event)]
    home = np.array([story for story, _, _ in rows])
    signs, same = np.array([row for _, row, _ in rows]), np.array([float(yes) for _, _, yes in rows])
    start = np.array([POINTS[name] for name in NAMES])
    print(f"{len(set(home))} stories, {len(rows)} pairs, {int(same.sum())} of one question")
    for way in ("gold", "read"):
        print(f"  points as they are, {way} claims: {told(groups_right(e for e in events if e.way == way))}")
    across = {way: np.zeros(3) for way in ("gold", "read")}
    pairs = np.zeros(3)
    for story in sorted(set(home)):
        left = home == story
        weights = fitted(signs[~left], same[~left], start, given.shrink)
        use(weights)
        for event in events:
            if event.story == story:
                across[event.way] += groups_right([event])
        yes, gold = signs[left] @ weights > 0, same[left] > 0
        pairs += [(yes & gold).sum(), yes.sum(), gold.sum()]
    for way, counts in across.items():
        print(f"  fitted on the other stories, {way} claims: {told(counts)}")
    print(f"  the same, pair by pair: {told(pairs)}")
    weights = fitted(signs, same, start, given.shrink)
    use(weights)
    if given.measure:
        for way in ("gold", "read"):
            counts = groups_right(e for e in read_stories([given.measure]) if e.way == way)
            print(f"  {given.measure.name}, {way} claims: {told(counts)}")
    for name, before, after in zip(NAMES, start, weights, strict=True):
        seen = int((signs[:, NAMES.index(name)] != 0).sum())
        print(f'    "{name}": {after:.1f},  # {before:.1f} before, in {seen} pairs')


if __name__ == "__main__":
    main()
