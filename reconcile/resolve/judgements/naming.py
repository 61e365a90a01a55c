"""What the desk calls places and events: claims are read under these names before they are compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.model import SAME, Claim, GivenName, Judgement, Level


def as_called(claims: Sequence[Claim], places: Mapping[str, str]) -> list[Claim]:
    """The claims with the desk's name in place of each other name of a place, whole or between commas.

    `places` maps other names to the desk's; capitals make no difference.
    """
    if not places:
        return list(claims)
    known = {flat(name): means for name, means in places.items()}
    return [_called(claim, known) for claim in claims]


def _called(claim: Claim, known: Mapping[str, str]) -> Claim:
    place = claim.scope.place
    if not place:
        return claim
    parts = [known.get(flat(part), part) for part in place.split(", ")]
    called = known.get(flat(place)) or ", ".join(parts)
    return claim if called == place else replace(claim, scope=replace(claim.scope, place=called))


def flat(name: str) -> str:
    """A name as names are compared: A to Z in small letters, as SQLite does it."""
    return name.encode().lower().decode()


def of_named_events(claims: Sequence[Claim], names: Sequence[GivenName]) -> Iterator[Judgement]:
    """For each claim that calls its event by another name which the desk put down: that it is of this event."""
    events = [each for each in names if each.kind == "event"]
    known = {flat(each.name): each for each in events}
    for claim in claims if events else ():
        given = known.get(flat(claim.scope.event)) if claim.scope.event else None
        if given is not None:
            yield Judgement(given.id, SAME, given.claims, (claim.id,), Level.EVENT, given.editor, given.at)
