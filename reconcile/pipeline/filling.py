"""What a claim that a person made leaves open, taken from what the program reads at its place in the text.

A table seldom says more than who gave which figure. Whom the figure counts, when, where and of which greater figure it
is a part stands in the words around it, and `extract` reads that anyway. Nothing that was given is ever changed, and
each field that was filled is named in the evidence of the claim ("population read").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from reconcile.model import Claim, Document, Kind, Scope, Source, Value
from reconcile.pipeline.private import spilt
from reconcile.readers import is_read

READ = " read"
"""Behind the name of a field in the evidence: the program read it, nobody gave it."""
_SCOPE = ("attribute", "counted", "population", "place", "definition", "cumulative", "measure")
_SAID = ("modality", "said_at", "as_of", "former", "section")


@dataclass(frozen=True, slots=True)
class Made:
    """A claim that a person made, and the names of those of its fields that were given though they look empty.

    Both ends of a window are one name, `window`.
    """

    claim: Claim
    given: frozenset[str] = frozenset()


def filled(made: Sequence[Made], held: Sequence[Claim], document: Document) -> list[Claim]:
    """The claims of one document, in their order, each with what it left open and the text tells.

    `held` are the claims of the document that are stored already: one of them may be the whole of which a new one
    counts a part.
    """
    if document.text is None or not is_read(document) or not made:
        return [each.claim for each in made]
    from reconcile.extract import extract

    found = extract(document)
    known = [*(each.claim for each in made), *held]
    taken = _matched(known, found)
    owner = {found[place].id: known[number].id for number, place in taken.items()}
    read = [_filled(each, found[taken[n]], owner) if n in taken else each.claim for n, each in enumerate(made)]
    return [each.claim if spilt(after, document) else after for each, after in zip(made, read, strict=True)]


def fields_read(claims: Iterable[Claim]) -> Counter[str]:
    """How many claims had each field filled, by the field's name."""
    return Counter(name.removesuffix(READ) for claim in claims for name in claim.evidence if name.endswith(READ))


def as_told(counts: Mapping[str, int]) -> str:
    """One line for the user: what was read, of how many claims."""
    told = ", ".join(f"{name.replace('_', ' ')} of {count}" for name, count in sorted(counts.items()))
    return f"left open and read in the texts: {told} (--as-given leaves it open)"


def _matched(claims: Sequence[Claim], found: Sequence[Claim]) -> dict[int, int]:
    """For each claim the one that was read of the same words and figure, by their places; the best fit first."""
    by_end: dict[object, list[int]] = {}
    for place, other in enumerate(found):
        for end in _ends(other.value):
            by_end.setdefault(end, []).append(place)
    fits = sorted(
        (_distance(claim, found[place]), number, place)
        for number, claim in enumerate(claims)
        for place in sorted({place for end in _ends(claim.value) for place in by_end.get(end, ())})
        if _overlap(claim, found[place]) > 0 and _same_sort(claim.value, found[place].value)
    )
    taken: dict[int, int] = {}
    places: set[int] = set()
    for _, number, place in fits:
        if number not in taken and place not in places:
            taken[number] = place
            places.add(place)
    return taken


def _ends(value: Value) -> set[object]:
    """What two values at one place must share one of; of statements in words the place alone decides."""
    return {Kind.TEXT} if value.kind is Kind.TEXT else {end for end in (value.low, value.high) if end is not None}


def _overlap(claim: Claim, other: Claim) -> float:
    """How much of the longer of two quotes the two have in common, from 0 to 1."""
    if claim.span is None or other.span is None:
        alone = claim.span is other.span and claim.section is other.section
        return float(alone and (claim.quote in other.quote or other.quote in claim.quote))
    common = min(claim.span.end, other.span.end) - max(claim.span.start, other.span.start)
    return common / max(claim.span.end - claim.span.start, other.span.end - other.span.start)


def _distance(claim: Claim, other: Claim) -> tuple[bool, bool, float]:
    """What tells two claims at one place apart: whether it is denied, who says it, then how well the quotes fit."""
    return claim.stance is not other.stance, not _same_name(claim.source, other.source), -_overlap(claim, other)


def _same_sort(given: Value, read: Value) -> bool:
    """Whether two values are of one kind and unit; an age may be given as a length of time."""
    if {given.kind, read.kind} == {Kind.AGE, Kind.DURATION}:
        return True
    return given.kind is read.kind and (given.unit == read.unit or Kind.AGE in (given.kind, read.kind))


def _same_name(given: Source | None, read: Source | None) -> bool:
    return (given.name if given else "").casefold() == (read.name if read else "").casefold()


def _filled(made: Made, read: Claim, owner: Mapping[str, str]) -> Claim:
    claim = made.claim
    scope = {name: getattr(read.scope, name) for name in _SCOPE if _open(made, claim.scope, name)}
    if "window" not in made.given and claim.scope.window_from is None and claim.scope.window_to is None:
        scope |= {"window_from": read.scope.window_from, "window_to": read.scope.window_to}
    said = {name: getattr(read, name) for name in _SAID if _open(made, claim, name)}
    whole = owner.get(read.whole or "")
    if claim.whole is None and whole not in (None, claim.id):
        said["whole"] = whole
    if "source" not in made.given:
        said |= _source(claim, read)
    after = replace(claim, scope=replace(claim.scope, **scope), **said)
    return replace(after, evidence=(*claim.evidence, *(name + READ for name in _changed(claim, after))))


def _open(made: Made, holder: Claim | Scope, name: str) -> bool:
    return name not in made.given and getattr(holder, name) == _EMPTY[name]


EXPORTED = frozenset((*_SCOPE, "modality", "said_at", "as_of", "window", "source"))
"""What an export has a column for: in a row that comes from one, nothing of these is open."""
_EMPTY: Mapping[str, Any] = {
    each.name: each.default for each in (*fields(Claim), *fields(Scope)) if each.name in (*_SCOPE, *_SAID)
}
"""What a field holds that nobody filled."""


def _source(claim: Claim, read: Claim) -> dict[str, Any]:
    """The parts and the places of a source that both name alike, where none of them was given."""
    given = claim.source
    if given is None or read.source is None or not _same_name(given, read.source):
        return {}
    if given.label or given.body or given.role or given.person or claim.source_span or claim.cue_span:
        return {}
    parts = replace(read.source, name=given.name)
    return {"source": parts, "source_span": read.source_span, "cue_span": read.cue_span}


def _changed(before: Claim, after: Claim) -> list[str]:
    """The names of the fields that were filled, those of the scope first; both ends of a window are one."""
    names = [name for name in _SCOPE if getattr(before.scope, name) != getattr(after.scope, name)]
    if (before.scope.window_from, before.scope.window_to) != (after.scope.window_from, after.scope.window_to):
        names.append("window")
    return names + [n for n in (*_SAID, "whole", "source") if getattr(before, n) != getattr(after, n)]
