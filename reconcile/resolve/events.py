"""Events: which documents report the same event, told by names, days and words, not by general likeness.

Documents that share a telling name are compared; those with enough points are joined from the most points
down. Look-alikes (another crash on the same road, another attack in the same town) differ in the day on
which they happened, and that keeps them apart.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from reconcile.model import CLOSED_ATTRIBUTES, Document, Kind
from reconcile.resolve.common import EVERYWHERE, OFTEN
from reconcile.resolve.entry import Entry
from reconcile.resolve.judged import NOBODY, Judged, as_one, hostile, in_places
from reconcile.resolve.keys import day_of, scope_names
from reconcile.resolve.names import WIDE, names_of
from reconcile.resolve.noted import NOTED, units_of
from reconcile.resolve.reprints import joined_by_print
from reconcile.resolve.terms import concepts, plain

ENOUGH = 0.0
"""Points from which two documents report one event; the best of -2 … +0.5 on 1,947 reports of shootings."""
_WORDS, _ALIKE, _MUCH_ALIKE, _TITLE = 14.0, 0.3, -4.0, 2.0
_PAIR, _SINGLE, _WIDE_NAME = 0.3, 0.75, 0.1
_START = -4.0
_GAPS = ((1, 1.3), (4, 0.2), (14, -1.0), (40, -2.2))
_LONG_AGO = -3.4
"""The points, fitted by logistic regression on those reports, rounded; days and figures as stated set by hand."""
_SLACK = 0.5
_AGES, _NO_AGE, _STREETS = 0.7, -1.6, 2.7
_AGE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old|,\s(\d{1,3}),|\baged\s(\d{1,3})\b")
_STREET = re.compile(
    r"\b(?:[A-Z0-9]\w+ ){1,4}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Court|Way|Place|Highway|Route)\b"
)
_MANY, _NEXT, _SAMPLE = 120, 60, 40
"""Documents that share a name and are all compared; with how many each is compared beyond; how many of a group."""
_NAMES = 24
_READ = 4_000
"""Characters of an article that are compared."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What one document tells of its event: its names and words, the days and figures of its claims, its own day."""

    id: str
    names: frozenset[str]
    title: frozenset[str]
    words: frozenset[str]
    days: frozenset[date]
    figures: frozenset[tuple[str, str]]
    published: date | None
    event: frozenset[str]
    ages: frozenset[str]
    streets: frozenset[str]


@lru_cache(maxsize=4096)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(word for word in concepts.__wrapped__(text) if word not in EVERYWHERE)


def sketch_of(document: Document, claims: Sequence[Entry]) -> Sketch:
    """The sketch of a document, from its text or, where that is not held, from what its claims say."""
    own = {name for entry in claims for name in scope_names(entry.claim)}
    names = names_of(document.title, document.text, document.outlet)[:_NAMES] if document.text or not own else ()
    text = (document.text or "")[:_READ]
    body = text if document.text else " ".join(_typed(entry) for entry in claims[:20])
    published = next((found for e in claims if (found := day_of(e.claim, document))), None)
    return Sketch(
        id=document.id,
        names=frozenset(names) | own,
        title=_words_of(document.title or ""),
        words=_words_of(f"{document.title or ''} . {body}"),
        days=frozenset(_event_days(claims, published)),
        figures=frozenset(_figures(claims)),
        published=published,
        event=frozenset(plain(entry.claim.scope.event) for entry in claims if entry.claim.scope.event),
        ages=frozenset(age for match in _AGE.findall(text) for age in match if age),
        streets=frozenset(street.lower() for street in _STREET.findall(text)),
    )


def _typed(entry: Entry) -> str:
    """What is known of the event from a claim typed in: the words of its event, place, question and quote."""
    scope = entry.claim.scope
    return f"{scope.event or ''} {scope.place or ''} {entry.claim.question or ''} {entry.claim.quote}"


def _event_days(claims: Iterable[Entry], published: date | None) -> Iterator[date]:
    """The days before publication that a document's own claims about its event name."""
    for entry in claims:
        value = entry.claim.value
        if value.kind is not Kind.DATE or entry.aside or value.low != value.high or not isinstance(value.low, date):
            continue
        if published is None or 0 <= (published - value.low).days <= 30:
            yield value.low


def _figures(claims: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """The figures of a document that are large enough not to be shared by chance, with their attributes."""
    for entry in claims:
        value = entry.claim.value
        if entry.facet in CLOSED_ATTRIBUTES and isinstance(value.low, Decimal) and value.low >= 5 and not entry.aside:
            yield entry.facet, f"{value.low} {value.unit}"


def by_event(members: Sequence[Entry], judged: Judged = NOBODY) -> list[list[Entry]]:
    """The claims of one block by event, each event's claims in the order of `members`.

    Events that people call one are united, those that they call two stay two.
    """
    unit_of = units_of(members)
    by_unit: dict[str, list[Entry]] = {}
    for entry in members:
        by_unit.setdefault(unit_of[entry.id], []).append(entry)
    sketches = {name: replace(sketch_of(group[0].document, group), id=name) for name, group in by_unit.items()}
    prints = joined_by_print([group[0].document for name, group in by_unit.items() if name == group[0].document.id])
    apart = in_places(judged.other_events, unit_of)
    event_of = _joined(sketches, [*_user_joins(members, unit_of), *prints], apart)
    event_of = as_one(event_of, in_places(judged.events, unit_of), apart)
    found: dict[str, list[Entry]] = {}
    for entry in members:
        found.setdefault(event_of[unit_of[entry.id]], []).append(entry)
    return list(found.values())


def _user_joins(members: Sequence[Entry], unit_of: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Units that hold claims of one question that the user named."""
    first: dict[str, str] = {}
    for entry in members:
        if entry.claim.question:
            unit = unit_of[entry.id]
            yield first.setdefault(plain(entry.claim.question), unit), unit


def _joined(
    sketches: Mapping[str, Sketch], given: Iterable[tuple[str, str]], apart: Sequence[tuple[str, str]]
) -> dict[str, str]:
    """Each document's event, named by one of its documents; those `apart` are of two events."""
    event_of = {name: name for name in sketches}
    groups = {name: [name] for name in sketches}
    points = dict(_scored(sketches))
    for left, right in given:
        if not hostile(apart, event_of, event_of[left], event_of[right]):
            _merge(event_of, groups, left, right)
    for pair in sorted(points, key=lambda pair: (-points[pair], pair)):
        left, right = event_of[pair[0]], event_of[pair[1]]
        if points[pair] < ENOUGH or left == right or hostile(apart, event_of, left, right):
            continue
        if _fits(groups[left], groups[right], points):
            _merge(event_of, groups, *pair)
    return event_of


def _fits(mine: Sequence[str], theirs: Sequence[str], points: Mapping[tuple[str, str], float]) -> bool:
    """Whether two groups fit on the whole: the mean of what was compared is not far below what one pair needs."""
    compared = [
        points[pair] for a in mine[:_SAMPLE] for b in theirs[:_SAMPLE] if (pair := (min(a, b), max(a, b))) in points
    ]
    return sum(compared) >= (ENOUGH - _SLACK) * len(compared)


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
    pairs = {(min(pair), max(pair)) for ids in named.values() for pair in _neighbours(ids, sketches)}
    for left, right in sorted(pairs):
        both_noted = left.startswith(NOTED) and right.startswith(NOTED)
        yield (left, right), -9.0 if both_noted else likeness_of(sketches[left], sketches[right])


def _neighbours(ids: Sequence[str], sketches: Mapping[str, Sketch]) -> Iterator[tuple[str, str]]:
    """Every two documents that share a name; of very many, each with the next few in time."""
    if len(ids) <= _MANY:
        yield from combinations(ids, 2)
        return
    ordered = sorted(ids, key=lambda name: (sketches[name].published or date.min, name))
    reach = max(2, _MANY * _NEXT // len(ids))
    for place, name in enumerate(ordered):
        yield from ((name, other) for other in ordered[place + 1 : place + 1 + reach])


def likeness_of(left: Sketch, right: Sketch) -> float:
    """Points for two documents reporting one event."""
    if left.event & right.event:
        return 9.0
    alike = shared(left.words, right.words)
    points = _START + _WORDS * min(alike, _ALIKE) + _MUCH_ALIKE * max(0.0, alike - _ALIKE)
    points += _TITLE * shared(left.title, right.title) + _named(left.names & right.names)
    return points + _published(left, right) + _stated(left, right) + _details(left, right)


def shared(left: frozenset[str], right: frozenset[str]) -> float:
    """The cosine of two sets of words, common words weighing a third."""
    if not left or not right:
        return 0.0
    return _weigh(left & right) / math.sqrt(_weigh(left) * _weigh(right))


def _weigh(words: frozenset[str]) -> float:
    return len(words) - 0.65 * len(words & OFTEN) + 1e-9


def _named(names: frozenset[str]) -> float:
    """What shared names are worth: at most four of two words and four of one."""
    telling = [name for name in names if not any(word in WIDE for word in name.split())]
    pairs = min(4, sum(" " in name for name in telling))
    singles = min(4, len(telling) - sum(" " in name for name in telling))
    return _PAIR * pairs + _SINGLE * singles + _WIDE_NAME * (len(names) - len(telling))


def _published(left: Sketch, right: Sketch) -> float:
    gap = abs((left.published - right.published).days) if left.published and right.published else 5
    return next((points for days, points in _GAPS if gap <= days), _LONG_AGO)


def _stated(left: Sketch, right: Sketch) -> float:
    """What the days and figures of their own claims tell."""
    points = min(3.0, 1.2 * len(left.figures & right.figures))
    if left.days and right.days:
        closest = min(abs((a - b).days) for a in left.days for b in right.days)
        points += 1.2 if closest == 0 else 0.0 if closest <= 2 else -1.5
    return points


def _details(left: Sketch, right: Sketch) -> float:
    """Ages and streets in common; ages named by both of which none is the same."""
    points = _STREETS if left.streets & right.streets else 0.0
    if left.ages and right.ages:
        points += _AGES if left.ages & right.ages else _NO_AGE
    return points
