"""Why two documents are, or are not, of one event: the terms of the evidence with what each of them rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reconcile.resolve.events.likeness import GIVEN, MEASURES
from reconcile.resolve.events.sketch import Sketch
from reconcile.resolve.events.weights import POINTS, START

_LEAST = 0.05
"""Points below which a term is not told."""
_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Term:
    """One piece of evidence: what it is ("street shared: orchard") and its points, above 0 for one event."""

    words: str
    points: float

    def __str__(self) -> str:
        sign = "+" if self.points >= 0 else "−"
        return f"{self.words} {sign}{abs(self.points):.1f}"


def why_joined(left: Sketch, right: Sketch) -> tuple[Term, ...]:
    """The terms whose sum `likeness_of` gives, the weightiest first; what any two reports start with comes last."""
    terms = []
    for measure in (*GIVEN, *MEASURES):
        points = POINTS[measure.name] * measure.of(left, right)
        if abs(points) >= _LEAST:
            told = _DETAILS[measure.name](left, right) if measure.name in _DETAILS else ""
            terms.append(Term(f"{measure.name}: {told}" if told else measure.name, round(points, 1)))
    terms.sort(key=lambda term: (-abs(term.points), term.words))
    return (*terms, Term("any two reports", round(START, 1)))


def _shared(part: Callable[[Sketch], Iterable[object]]) -> Callable[[Sketch, Sketch], str]:
    return lambda left, right: _list(set(part(left)) & set(part(right)))


def _either(part: Callable[[Sketch], Iterable[object]]) -> Callable[[Sketch, Sketch], str]:
    return lambda left, right: f"{_list(part(left))} / {_list(part(right))}"


def _list(things: Iterable[object]) -> str:
    told = sorted(map(str, things))
    return ", ".join(told[:_SHOWN]) + (" …" if len(told) > _SHOWN else "")


def _persons(sketch: Sketch) -> set[str]:
    return {" ".join(person).title() for person in sketch.cast.everyone}


def _with_age(sketch: Sketch) -> set[str]:
    return {" ".join(person).title() for person in sketch.cast.aged}


def _ages(sketch: Sketch) -> list[int]:
    return sorted(sketch.ages)


def _hours(sketch: Sketch) -> set[str]:
    return {f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in sketch.times.minutes}


_DETAILS: dict[str, Callable[[Sketch, Sketch], str]] = {
    "event named alike": _shared(lambda sketch: sketch.event),
    "figures shared": _shared(
        lambda sketch: {f"{figure.removesuffix(' None')} {name}" for name, figure in sketch.figures}
    ),
    "telling names shared": _shared(lambda sketch: {name.title() for name in sketch.telling}),
    "persons shared": _shared(_persons),
    "other persons": _either(_with_age),
    "other ages": _either(_ages),
    "region shared": _shared(lambda sketch: {name.title() for name in sketch.regions}),
    "other region": _either(lambda sketch: {name.title() for name in sketch.regions}),
    "towns shared": _shared(lambda sketch: {name.title() for name in sketch.towns}),
    "other town": _either(lambda sketch: {name.title() for name in sketch.seats}),
    "street shared": _shared(lambda sketch: {name.title() for name in sketch.streets}),
    "other street": _either(lambda sketch: {name.title() for name in sketch.streets}),
    "other block": _either(lambda sketch: sketch.blocks),
    "other hour": _either(_hours),
    "same day": _shared(lambda sketch: sketch.times.days),
    "days apart": _either(lambda sketch: sketch.times.days),
}
"""What a term rests on, by the name of its measure."""
