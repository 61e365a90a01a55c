"""Origins: which claims trace to one first source, under whatever name it is given.

A body, the people who speak for it and the bare word for it ("the council") are one origin within an event,
where only one body fits. Names are never joined through a third one: every two names of an origin must fit
each other. Sources that are nobody in particular ("officials", "witnesses") are an origin of their own in each
document. What the desk learnt itself from a source that it keeps to itself is never joined with what is printed.
A claim without a source is told in the outlet's voice; where the outlet is itself a body, as in a press release,
that body is the origin.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from reconcile.model import Claim, Document, DocumentKind, Source, content_id
from reconcile.resolve.desk import Desk
from reconcile.resolve.entry import Entry
from reconcile.resolve.origins.credits import wire_of
from reconcile.resolve.origins.reprints import prints_of, stands_in
from reconcile.resolve.origins.sources import Identity, Tie, identity_of, is_nobody, is_shorter, person_words, tie_of
from reconcile.resolve.origins.spokespeople import spoken_for, with_body
from reconcile.resolve.words.terms import plain

_MOST = 400
"""How many names of one event are compared with each other; beyond, only equal names are one source."""


def origins_of(members: Sequence[Entry], desk: Desk) -> dict[str, str]:
    """The origin of each claim of one event, by claim id: the plain name of its first source as first met."""
    prints = prints_of({entry.document.id: entry.document for entry in members}.values())
    names = {entry.id: _name(entry, prints, desk) for entry in members}
    ordered = sorted(members, key=lambda entry: desk.arrival(entry.id))
    known = _identities(ordered, names, desk, spoken_for(members))
    group_of = _grouped(known)
    first: dict[str, str] = {}
    for entry in ordered:
        first.setdefault(group_of.get(names[entry.id], names[entry.id]), names[entry.id])
    return {entry.id: first[group_of.get(names[entry.id], names[entry.id])] for entry in ordered}


def origin_by_itself(entry: Entry, desk: Desk) -> str:
    """The origin of a claim beside which nothing else is known."""
    return _name(entry, {}, desk)


def _name(entry: Entry, prints: Mapping[str, Document], desk: Desk) -> str:
    """The first source of a claim as a plain name; the document's own voice where there is none.

    Where a document prints the report of another, what it took from there is told by the first print's voice,
    and the "officials" in it are those of the first print.
    """
    source = entry.claim.source
    first = prints.get(entry.document.id, entry.document)
    told_in = first if first is entry.document or stands_in(entry.sentence, first) else entry.document
    if source is None:
        return _voice(told_in, desk)
    name = desk.aliases.get(source.name, source.name)
    if name == source.name and _is_kept(entry):
        return f"@{content_id('s1', [plain(name)])}"
    flat = _flat(name)
    return f"{flat} @{told_in.id}" if name == source.name and is_nobody(source) else flat


def _is_kept(entry: Entry) -> bool:
    """Whether the desk heard it itself from a source that readers may not know, or knows by its role alone."""
    source = entry.claim.source
    if source is None or source.label:
        return source is not None
    own = entry.document.kind is DocumentKind.OWN
    return own and len(person_words(source)) < 2 and not identity_of(source, ()).of_body


def _flat(name: str) -> str:
    return " ".join(plain(name).replace(",", " ").split()) or plain(name)


def _voice(document: Document, desk: Desk) -> str:
    outlet = desk.family(wire_of(document) or document.outlet)
    if outlet is None:
        return f"@{document.id}"
    return _flat(desk.aliases.get(outlet, outlet))


def _identities(
    members: Sequence[Entry], names: Mapping[str, str], desk: Desk, bodies: Mapping[str, Source]
) -> dict[str, Identity]:
    """Who stands behind each name that may be joined with others."""
    told: dict[str, list[Entry]] = {}
    for entry in members:
        if "@" not in names[entry.id]:
            told.setdefault(names[entry.id], []).append(entry)
    return {name: _identity(group, desk, bodies) for name, group in told.items()}


def _identity(group: Sequence[Entry], desk: Desk, bodies: Mapping[str, Source]) -> Identity:
    """What the claims under one name tell of their source: the fullest of what reading found."""
    best = max((with_body(entry.claim.source or _outlet(entry), bodies, entry.id) for entry in group), key=_fullness)
    name = desk.aliases.get(best.name, best.name)
    known = best if name == best.name else Source(name)
    return identity_of(known, (entry.document.id for entry in group))


def _outlet(entry: Entry) -> Source:
    return Source(entry.document.outlet or "")


def _fullness(source: Source) -> tuple[bool, bool, bool, str]:
    return bool(source.body), bool(source.person), bool(source.role), source.name


def _grouped(known: Mapping[str, Identity]) -> dict[str, str]:
    """The group of each name, named by its first in one order; every two names of a group fit each other."""
    known = _without_companies(known)
    names = sorted(known)
    if len(names) > _MOST:
        return {}
    ties = {frozenset(pair): tie_of(known[pair[0]], known[pair[1]]) for pair in combinations(names, 2)}
    groups = _Groups(known, ties)
    for left, right in combinations(names, 2):
        if ties[frozenset((left, right))] is Tie.SURE:
            groups.join(left, right)
    fullest_first = sorted(names, key=lambda name: (-len(known[name].body | known[name].person), name))
    for name in (*fullest_first, *fullest_first):  # what the shorter names joined may leave one choice to a fuller one
        groups.attach(name)
    return groups.of


def _without_companies(known: Mapping[str, Identity]) -> dict[str, Identity]:
    """Names that look like a person's but are elsewhere said to be a body's: two capitalised words."""
    bodies = [identity.body for identity in known.values() if not identity.person]
    return {
        name: (
            Identity(frozenset(), each.body | each.person, each.ranks, each.roles, True, each.documents)
            if any(each.person <= body for body in bodies) and each.person and not each.body
            else each
        )
        for name, each in known.items()
    }


class _Groups:
    """Groups of names that may grow as long as every two of their names fit."""

    def __init__(self, known: Mapping[str, Identity], ties: Mapping[frozenset[str], Tie]) -> None:
        self.known = known
        self.of = {name: name for name in sorted(known)}
        self.members = {name: [name] for name in self.of}
        self.ties = ties

    def join(self, left: str, right: str) -> None:
        """Join the groups of two names where none of them excludes another."""
        keep, gone = sorted((self.of[left], self.of[right]))
        if keep != gone and self._fit(keep, gone):
            for name in self.members[gone]:
                self.of[name] = keep
            self.members[keep] += self.members.pop(gone)

    def attach(self, name: str) -> None:
        """Join a name to the one group with a fuller name that it may stand for; where several fit, to none."""
        own = self.of[name]
        fuller = [other for other in self.of if other != name and is_shorter(self.known[name], self.known[other])]
        may = {self.of[other] for other in fuller if self.ties[frozenset((name, other))] >= Tie.MAY} - {own}
        if len(may) == 1:
            self.join(name, min(may))

    def _fit(self, one: str, other: str) -> bool:
        return all(
            self.ties[frozenset((left, right))] is not Tie.NEVER
            for left in self.members[one]
            for right in self.members[other]
        )


def voice_title(entry: Entry) -> str:
    """What the voice of a document is called on a page."""
    document = entry.document
    if document.kind is DocumentKind.OWN:
        return "Own reporting"
    return document.outlet or "Outlet not stated"


def title_of(entry: Entry) -> str:
    """The source as the text names it, or as the desk lets readers see it; else the outlet."""
    source: Source | None = entry.claim.source
    return voice_title(entry) if source is None else source.label or source.name


def via_of(claim: Claim) -> frozenset[str]:
    """Who passed a claim on, as plain names."""
    return frozenset(plain(name) for name in claim.via)
