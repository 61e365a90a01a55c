"""Which documents are compared: those that share something telling, found by inverted keys.

A key that very many documents share ties each of them to the next few in time only, so that the work grows with
the number of documents, not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from reconcile.resolve.events.rarity import OFTEN_WEIGHT, weight_of, weight_of_word
from reconcile.resolve.events.sketch import Sketch

Pair = tuple[int, int]
"""Places of two documents in the list that is compared, the smaller one first."""

_MANY, _REACH = 40, 20
"""Documents that share a key and are all compared; with how many of the next in time each is compared beyond."""
_DAYS = 6
"""Length of the overlapping buckets of days within which a common word ties documents."""
_WORDS, _HOLDERS = 3, 60
"""Rare words that tie two documents, and how many documents may hold a word that counts among them."""


def likely_pairs(sketches: Sequence[Sketch]) -> list[Pair]:
    """The pairs of documents that may report one event, in order."""
    found = set(_by_key(sketches))
    found.update(_by_words(sketches))
    return sorted(found)


def _by_key(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    holders: dict[tuple[str, ...], list[int]] = {}
    for place, sketch in enumerate(sketches):
        for key in set(_keys(sketch)):
            holders.setdefault(key, []).append(place)
    for places in holders.values():
        yield from _neighbours(places, sketches)


def _keys(sketch: Sketch) -> Iterator[tuple[str, ...]]:
    yield from (("event", name) for name in sketch.event)
    yield from (("pair", pair) for pair in sketch.pairs)
    yield from (("person", *person) for person in sketch.cast.everyone)
    yield from (("way", street, town) for street in sketch.streets for town in sketch.towns)
    yield from (("day", town, day.isoformat()) for town in sketch.towns for day in sketch.times.days[:4])
    yield from (("name", name) for name in sketch.telling)
    buckets = _buckets(sketch.published)
    for name in sketch.names:
        weight = weight_of_word(name)
        if weight == 1.0:
            yield "name", name
        if weight >= OFTEN_WEIGHT:
            yield from (("soon", name, bucket) for bucket in buckets)
    for stem in sketch.title:
        if weight_of(stem) >= OFTEN_WEIGHT:
            yield from (("title", stem, bucket) for bucket in buckets)


def _buckets(published: date | None) -> tuple[str, ...]:
    if published is None:
        return ("",)
    day = published.toordinal()
    return f"{day // _DAYS}a", f"{(day + _DAYS // 2) // _DAYS}b"


def _neighbours(places: Sequence[int], sketches: Sequence[Sketch]) -> Iterator[Pair]:
    """Every two of a few places; of many, each with the next ones in time."""
    if len(places) <= _MANY:
        yield from combinations(places, 2)
        return
    ordered = sorted(places, key=lambda place: (sketches[place].published or date.min, sketches[place].id))
    reach = max(2, _MANY * _REACH // len(ordered))
    for number, place in enumerate(ordered):
        for other in ordered[number + 1 : number + 1 + reach]:
            yield min(place, other), max(place, other)


def _by_words(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    """Documents that share several rare words."""
    holders: dict[str, list[int]] = {}
    for place, sketch in enumerate(sketches):
        for stem in sketch.words:
            if weight_of(stem) == 1.0:
                holders.setdefault(stem, []).append(place)
    kept = (places for places in holders.values() if len(places) <= _HOLDERS)
    return _often(pair for places in kept for pair in combinations(places, 2))


def _often(pairs: Iterable[Pair]) -> Iterator[Pair]:
    return (pair for pair, times in Counter(pairs).items() if times >= _WORDS)
