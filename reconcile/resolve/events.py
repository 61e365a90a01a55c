"""Events: which documents report the same event, told by names, days and words, not by general likeness.

Documents that share a telling name are compared; those with enough points are joined from the most points
down. Look-alikes (another crash on the same road, another attack in the same town) differ in the day on
which they happened, and that keeps them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import combinations

from reconcile.model import Document, Kind
from reconcile.resolve.entry import Entry
from reconcile.resolve.keys import day, scope_names
from reconcile.resolve.names import WIDE, names_of
from reconcile.resolve.terms import concepts, likeness, plain

ENOUGH = 2.2
"""Points from which two documents report one event."""
_NAMES = 24
_LEAD = 600
"""Characters of an article that tell what it is about."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What one document tells of its event: names, words of title and lead, days of the event, day of publication."""

    id: str
    names: frozenset[str]
    title: frozenset[str]
    words: frozenset[str]
    days: frozenset[date]
    published: date | None
    event: frozenset[str]


@lru_cache(maxsize=4096)
def _lead_words(text: str) -> frozenset[str]:
    return concepts(text)


def sketch_of(document: Document, claims: Sequence[Entry]) -> Sketch:
    """The sketch of a document, from its text or, where that is not held, from what its claims say."""
    own = {name for entry in claims for name in scope_names(entry.claim)}
    names = names_of(document.title, document.text, document.outlet)[:_NAMES] if document.text or not own else ()
    lead = document.text[:_LEAD] if document.text else " ".join(entry.claim.quote for entry in claims[:5])
    published = day(document.published) or next((day(e.moment) for e in claims if e.moment), None)
    return Sketch(
        id=document.id,
        names=frozenset(names) | own,
        title=_lead_words(document.title or ""),
        words=_lead_words(lead),
        days=frozenset(_event_days(claims, published)),
        published=published,
        event=frozenset(plain(entry.claim.scope.event) for entry in claims if entry.claim.scope.event),
    )


def _event_days(claims: Iterable[Entry], published: date | None) -> Iterator[date]:
    """The days before publication that a document's own claims about its event name."""
    for entry in claims:
        value = entry.claim.value
        if value.kind is not Kind.DATE or entry.aside or value.low != value.high or not isinstance(value.low, date):
            continue
        if published is None or 0 <= (published - value.low).days <= 30:
            yield value.low


def events(members: Sequence[Entry]) -> list[list[Entry]]:
    """The claims of one block by event, each event's claims in the order of `members`."""
    by_document: dict[str, list[Entry]] = {}
    for entry in members:
        by_document.setdefault(entry.document.id, []).append(entry)
    sketches = {name: sketch_of(group[0].document, group) for name, group in by_document.items()}
    event_of = _joined(sketches, _user_joins(members))
    found: dict[str, list[Entry]] = {}
    for entry in members:
        found.setdefault(event_of[entry.document.id], []).append(entry)
    return list(found.values())


def _user_joins(members: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Documents that hold claims of one question that the user named."""
    first: dict[str, str] = {}
    for entry in members:
        if entry.claim.question:
            yield first.setdefault(plain(entry.claim.question), entry.document.id), entry.document.id


def _joined(sketches: Mapping[str, Sketch], given: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each document's event, named by one of its documents."""
    event_of = {name: name for name in sketches}
    groups = {name: [name] for name in sketches}
    points = dict(_scored(sketches))
    for left, right in given:
        _merge(event_of, groups, left, right)
    for pair in sorted(points, key=lambda pair: (-points[pair], pair)):
        left, right = event_of[pair[0]], event_of[pair[1]]
        if points[pair] >= ENOUGH and left != right and _fits(groups[left], groups[right], points):
            _merge(event_of, groups, *pair)
    return event_of


def _fits(mine: Sequence[str], theirs: Sequence[str], points: Mapping[tuple[str, str], float]) -> bool:
    """Whether two groups fit on the whole: the mean of what was compared reaches half of what one pair needs."""
    compared = [points[pair] for a in mine for b in theirs if (pair := (min(a, b), max(a, b))) in points]
    return sum(compared) >= ENOUGH / 2 * len(compared)


def _merge(event_of: dict[str, str], groups: dict[str, list[str]], left: str, right: str) -> None:
    keep, gone = sorted((event_of[left], event_of[right]))
    if keep == gone:
        return
    for name in groups[gone]:
        event_of[name] = keep
    groups[keep] += groups.pop(gone)


def _scored(sketches: Mapping[str, Sketch]) -> Iterator[tuple[tuple[str, str], float]]:
    """The points of every two documents that share a name."""
    named: dict[str, list[str]] = {}
    for sketch in sketches.values():
        for name in sketch.names | sketch.event:
            named.setdefault(name, []).append(sketch.id)
    pairs = {tuple(sorted(pair)) for ids in named.values() for pair in combinations(ids, 2)}
    for left, right in sorted(pairs):
        yield (left, right), likeness_of(sketches[left], sketches[right])


def likeness_of(left: Sketch, right: Sketch) -> float:
    """Points for two documents reporting one event."""
    if left.event & right.event:
        return 9.0
    points = min(3.0, sum(_weight(name) for name in left.names & right.names))
    points += 3.0 * likeness(left.title, right.title) + 5.0 * likeness(left.words, right.words)
    return points + _days(left, right)


def _weight(name: str) -> float:
    """What a shared name is worth: more for a name of two words, little for one that stands everywhere."""
    if any(word in WIDE for word in name.split()):
        return 0.3
    return 1.3 if " " in name else 0.8


def _days(left: Sketch, right: Sketch) -> float:
    gap = abs((left.published - right.published).days) if left.published and right.published else 3
    near = 0.5 if gap <= 3 else 0.0 if gap <= 14 else -1.0 if gap <= 40 else -3.0
    if left.days and right.days:
        closest = min(abs((a - b).days) for a in left.days for b in right.days)
        return near + (0.8 if closest == 0 else 0.2 if closest <= 2 else -2.0)
    return near
