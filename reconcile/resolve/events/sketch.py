"""The sketch of a document: what it tells of its event that can be compared with what another one tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from reconcile.model import CLOSED_ATTRIBUTES, Document, Kind
from reconcile.resolve.entry import Entry
from reconcile.resolve.events.moments import NO_TIMES, Times, times_of
from reconcile.resolve.events.names import named_in, telling_names
from reconcile.resolve.events.rarity import headline, stems_of, vector
from reconcile.resolve.events.tolls import Toll, tolls_of
from reconcile.resolve.keys import day, day_of, scope_names
from reconcile.resolve.words.persons import NO_CAST, Cast, ages_of, cast_of
from reconcile.resolve.words.places import blocks_of, regions_of, seats_of, streets_of, towns_of
from reconcile.resolve.words.terms import plain

_READ = 4_000
"""Characters of an article that are compared; what follows is often other news."""
_TYPED = 20
"""Claims that stand for a document whose text is not held."""
_AGO = 30
"""Days before publication within which a day that a claim gives is the event's."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What one document tells of its event.

    `words` and `title` are vectors of length one by stem. `names` are capitalised words, `pairs` those that
    stand side by side, in small letters; `telling` are the names that it is about. `seats` are the `towns` that
    are surely towns. `figures` are the larger figures of its claims with their attributes,
    `event` the names that were given to the event by hand.
    """

    id: str
    published: date | None = None
    words: Mapping[str, float] = field(default_factory=dict)
    title: Mapping[str, float] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    cast: Cast = NO_CAST
    ages: frozenset[int] = frozenset()
    regions: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    blocks: frozenset[str] = frozenset()
    times: Times = NO_TIMES
    tolls: frozenset[Toll] = frozenset()
    figures: frozenset[tuple[str, str]] = frozenset()
    event: frozenset[str] = frozenset()


def sketch_of(document: Document, claims: Sequence[Entry] = ()) -> Sketch:
    """The sketch of a document, from its text or, where that is not held, from what its claims say."""
    published = next((found for entry in claims if (found := day_of(entry.claim, document))), day(document.published))
    own = frozenset(name for entry in claims for name in scope_names(entry.claim))
    typed = "" if document.text else " ".join(_typed(entry) for entry in claims[:_TYPED])
    named = not typed or not own
    called = next((entry.claim.scope.event for entry in claims if entry.claim.scope.event), "") if typed else ""
    read = _read(document.title or called or "", (document.text or typed)[:_READ], published, named)
    telling = telling_names(document.title, document.text or typed, document.outlet) if named else frozenset[str]()
    return replace(
        read,
        id=document.id,
        names=read.names | own,
        telling=telling | own,
        times=read.times if document.text else replace(read.times, days=tuple(_days(claims, published))),
        figures=frozenset(_figures(claims)),
        event=frozenset(plain(entry.claim.scope.event) for entry in claims if entry.claim.scope.event),
    )


@lru_cache(maxsize=4096)
def _read(title: str, text: str, published: date | None, named: bool) -> Sketch:
    """What a title and a text tell; names only where they are `named` there, not in the claims."""
    short = headline(title)
    whole = f"{short} .\n{text}"
    names, pairs = named_in(short, text) if named else (frozenset[str](), frozenset[str]())
    return Sketch(
        id="",
        published=published,
        words=vector(stems_of(whole)),
        title=vector(stems_of(short).keys()),
        names=names,
        pairs=pairs,
        cast=cast_of(whole),
        ages=ages_of(whole),
        regions=regions_of(whole),
        towns=towns_of(text),
        seats=seats_of(text),
        streets=streets_of(whole),
        blocks=blocks_of(whole),
        times=times_of(text, published),
        tolls=tolls_of(whole),
    )


def _typed(entry: Entry) -> str:
    """What is known of the event from a claim typed in: its names, the words of the question and of the quote."""
    scope = entry.claim.scope
    return " ".join(filter(None, (entry.claim.question, scope.event, scope.place, entry.claim.quote)))


def _days(claims: Iterable[Entry], published: date | None) -> Iterator[date]:
    """The days before publication that a document's own claims about its event name."""
    for entry in claims:
        value = entry.claim.value
        if value.kind is not Kind.DATE or entry.aside or value.low != value.high or not isinstance(value.low, date):
            continue
        if published is None or 0 <= (published - value.low).days <= _AGO:
            yield value.low


def _figures(claims: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """The figures of a document that are large enough not to be shared by chance, with their attributes."""
    for entry in claims:
        value = entry.claim.value
        if not isinstance(value.low, Decimal) or entry.aside:
            continue
        if entry.facet in CLOSED_ATTRIBUTES and value.low >= 5:
            yield entry.facet, f"{value.low} {value.unit}"
        if entry.document.text and entry.sort in _TOLD and _digits(value.low) > 1:
            yield entry.sort, f"{value.low} {value.unit}"


_TOLD = ("count", "percent", "money")


def _digits(figure: Decimal) -> int:
    """How many digits of a figure tell anything: two of 2,900, none of a figure below ten."""
    return len(figure.normalize().as_tuple().digits) if figure >= 10 else 0


def is_vague(sketch: Sketch) -> bool:
    """Whether a document names no person, no street and no event: too little to choose between look-alikes."""
    return not (sketch.cast.everyone or sketch.streets or sketch.event)
