"""What people judged: what must stand together, what must stay apart, and how two claims stand to each other.

A judgement on claims holds for those claims for ever, and it holds transitively. One on questions or events holds for
whatever question or event its first claim that still counts is in by then: the program groups the claims without it,
then what a person said is the same is united, as a whole.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from reconcile.model import DIFFERENT, SAME, Judgement, Level, RelationKind
from reconcile.resolve.entry import Entry

Thing = TypeVar("Thing", bound=Hashable)
Place = TypeVar("Place", bound=Hashable)
Pair = tuple[str, str]
Group = list[Entry]


class Classes(Generic[Thing]):
    """Things that are the same as each other, directly or through others; each class is named by one of its things."""

    def __init__(self, pairs: Iterable[tuple[Thing, Thing]] = ()) -> None:
        self._above: dict[Thing, Thing] = {}
        for one, other in pairs:
            self.join(one, other)

    def of(self, thing: Thing) -> Thing:
        """The thing that names the class of this one: itself where it was never joined."""
        top = thing
        while (above := self._above.get(top, top)) != top:
            top = above
        while (above := self._above.get(thing, thing)) != top:
            self._above[thing], thing = top, above
        return top

    def join(self, one: Thing, other: Thing) -> None:
        """Put the classes of two things together."""
        stays, goes = self.of(one), self.of(other)
        self._above.setdefault(stays, stays)
        self._above[goes] = stays

    def things(self) -> Iterator[Thing]:
        """All things that were ever joined, in the order in which they came."""
        return iter(self._above)


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgements as the resolver obeys them, for the claims that count.

    `together` and `apart` are pairs of claims that must and must not answer one question; `questions` and `events` are
    pairs of claims whose questions or events are one; `other_events` those whose events are two. `relations` holds the
    newest judgement on how two claims stand, by the pair, `stated` these pairs. `links` names for each judged claim the
    class of claims that have to be looked at together. `filed` tells in which of these fields, and where, each stands.
    """

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()
    questions: tuple[Pair, ...] = ()
    events: tuple[Pair, ...] = ()
    other_events: tuple[Pair, ...] = ()
    stated: tuple[Pair, ...] = ()
    relations: Mapping[frozenset[str], Judgement] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    filed: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)

    def __contains__(self, claim: str) -> bool:
        """Whether anybody judged a claim."""
        return claim in self.links

    def among(self, claims: Iterable[str]) -> Judged:
        """What bears on some claims of one block, so that each block looks at its own judgements only."""
        here = self.links.keys() & frozenset(claims) if self.links else frozenset()
        if not here:
            return NOBODY
        places = sorted({place for claim in here for place in self.filed.get(claim, ())})
        kept: dict[str, list[Pair]] = {}
        for name, number in places:
            kept.setdefault(name, []).append(getattr(self, name)[number])
        return Judged(
            together=tuple(kept.get("together", ())),
            apart=tuple(kept.get("apart", ())),
            questions=tuple(kept.get("questions", ())),
            events=tuple(kept.get("events", ())),
            other_events=tuple(kept.get("other_events", ())),
            relations={frozenset(pair): self.relations[frozenset(pair)] for pair in kept.get("stated", ())},
            links={claim: self.links[claim] for claim in sorted(here)},
        )


def judged_of(judgements: Sequence[Judgement], counted: Iterable[str], struck: frozenset[str] = frozenset()) -> Judged:
    """The standing judgements, oldest first, as they bear on `counted`, claims that count.

    Those that no longer count, `struck`, still hold others together: where a = b and b = c, a and c stay one without b.
    """
    if not judgements:
        return Judged()
    here = frozenset(counted)
    alive = [(each, left, right) for each in judgements for left, right in _ends(each, here, struck)]
    classes = Classes((each.left[0], each.right[0]) for each in judgements if _on_claims(each) and each.joins)
    pairs = {
        "together": tuple(_chained(classes, here)),
        "apart": tuple((one, other) for each, one, other in alive if each.level is not Level.EVENT and not each.joins),
        "questions": tuple((one, other) for each, one, other in alive if _is(each, Level.QUESTION, SAME)),
        "events": tuple((one, other) for each, one, other in alive if _is(each, Level.EVENT, SAME)),
        "other_events": tuple((one, other) for each, one, other in alive if _is(each, Level.EVENT, DIFFERENT)),
        "stated": tuple((one, other) for each, one, other in alive if each.relation),
    }
    relations = {frozenset((left, right)): each for each, left, right in alive if each.relation}
    return Judged(**pairs, relations=relations, links=_links(judgements), filed=_filed(pairs))


def _filed(pairs: Mapping[str, Sequence[Pair]]) -> dict[str, tuple[tuple[str, int], ...]]:
    """By claim, the lists and places in which it stands."""
    found: dict[str, list[tuple[str, int]]] = {}
    for name, listed in pairs.items():
        for number, pair in enumerate(listed):
            for claim in pair:
                found.setdefault(claim, []).append((name, number))
    return {claim: tuple(places) for claim, places in found.items()}


def _on_claims(judgement: Judgement) -> bool:
    return judgement.level is Level.CLAIM


def _is(judgement: Judgement, level: Level, word: str) -> bool:
    return judgement.level is level and judgement.word == word


def _ends(judgement: Judgement, here: frozenset[str], struck: frozenset[str]) -> Iterator[Pair]:
    """The first claims of both sides that still count; nothing where a side has none, or none that is looked at."""
    left, right = first_of(judgement.left, struck), first_of(judgement.right, struck)
    if left in here and right in here and left != right:
        yield left, right


def first_of(claims: Sequence[str], struck: frozenset[str]) -> str:
    """The claim that stands for a question or an event: the first that still counts, "" where none does."""
    return next((claim for claim in claims if claim not in struck), "")


def as_counted(judgements: Iterable[Judgement], struck: frozenset[str]) -> Iterator[Judgement]:
    """The judgements with the claims that stand for their questions and events now, without those that no longer do.

    Claims that were judged one by one hold others together even when they are struck; one of which no claim is left to
    stand for a question or event does nothing, and is passed over.
    """
    for each in judgements:
        if _on_claims(each):
            yield each
            continue
        left, right = ([claim for claim in side if claim not in struck] for side in (each.left, each.right))
        if left and right:
            yield replace(each, left=tuple(left), right=tuple(right))


def _chained(classes: Classes[str], here: frozenset[str]) -> Iterator[Pair]:
    """Each claim that counts with the first one of its class."""
    first: dict[str, str] = {}
    for claim in sorted(here.intersection(classes.things())):
        if (known := first.setdefault(classes.of(claim), claim)) != claim:
            yield known, claim


def _links(judgements: Iterable[Judgement]) -> dict[str, str]:
    """For each judged claim its class of claims that depend on each other, by way of judgements that tie."""
    classes: Classes[str] = Classes()
    for each in judgements:
        known = (*each.left, *each.right)
        for claim in known:
            classes.join(known[0] if ties(each) else claim, claim)
    return {claim: classes.of(claim) for claim in classes.things()}


def ties(judgement: Judgement) -> bool:
    """Whether the claims of a judgement have to be looked at together: all but those that only keep apart."""
    return judgement.word != DIFFERENT


def linked(blocks: Sequence[Sequence[Group]], judged: Judged) -> list[list[Group]]:
    """The events by block, those of blocks put together that a judgement ties."""
    if not judged.links:
        return [list(block) for block in blocks]
    numbers: dict[str, int] = {}
    classes: Classes[int] = Classes()
    for number, block in enumerate(blocks):
        for entry in (entry for event in block for entry in event):
            if (link := judged.links.get(entry.id)) is not None:
                classes.join(numbers.setdefault(link, number), number)
    found: dict[int, list[Group]] = {}
    for number, block in enumerate(blocks):
        found.setdefault(classes.of(number), []).extend(block)
    return list(found.values())


def in_places(pairs: Iterable[Pair], place_of: Mapping[str, Place]) -> list[tuple[Place, Place]]:
    """Pairs of claims as pairs of the places (documents, events, numbers) in which they stand."""
    return [(place_of[left], place_of[right]) for left, right in pairs if left in place_of and right in place_of]


def as_one(group_of: dict[str, str], pairs: Sequence[Pair], apart: Sequence[Pair]) -> dict[str, str]:
    """The group of each thing, once the groups of paired things are united (`united`)."""
    if not pairs:
        return group_of
    groups: dict[str, list[str]] = {}
    for thing in sorted(group_of):
        groups.setdefault(group_of[thing], []).append(thing)
    found = united(list(groups.values()), pairs, apart)
    return {thing: group[0] for group in found for thing in group}


def united(
    groups: Sequence[Sequence[str]],
    pairs: Iterable[Pair],
    apart: Sequence[Pair],
    together: Iterable[Pair] = (),
) -> list[list[str]]:
    """Groups of things, those put together of which a person paired two; what must stay `apart` stays behind.

    A thing that may not stand beside those paired stays in a group of its own with what it came with, and with those
    it must stand `together` with. The order of groups and things is that of the groups given.
    """
    home = {thing: number for number, group in enumerate(groups) for thing in group}
    wanted = [(left, right) for left, right in pairs if left in home and right in home]
    if all(home[left] == home[right] for left, right in wanted):
        return [list(group) for group in groups]
    bundles = Classes(together)
    joined = [pair for pair in wanted if _bundled(bundles, pair, apart)]
    merged = Classes((home[left], home[right]) for left, right in joined)
    whole: dict[int, list[str]] = {}
    for number, group in enumerate(groups):
        whole.setdefault(merged.of(number), []).extend(group)
    anchors = {bundles.of(left) for left, _ in joined}
    foes = _foes(apart, bundles)
    return [part for group in whole.values() for part in _parted(group, anchors, home, bundles, foes)]


def _bundled(bundles: Classes[str], pair: Pair, apart: Iterable[Pair]) -> bool:
    """Tie the two things of a pair, unless what they are tied to must stay apart."""
    ends = {bundles.of(pair[0]), bundles.of(pair[1])}
    if any({bundles.of(left), bundles.of(right)} == ends for left, right in apart):
        return False
    bundles.join(*pair)
    return True


def _foes(apart: Iterable[Pair], bundles: Classes[str]) -> dict[str, set[str]]:
    foes: dict[str, set[str]] = {}
    for left, right in apart:
        foes.setdefault(bundles.of(left), set()).add(bundles.of(right))
        foes.setdefault(bundles.of(right), set()).add(bundles.of(left))
    return foes


def _parted(
    group: Sequence[str],
    anchors: set[str],
    home: Mapping[str, int],
    bundles: Classes[str],
    foes: Mapping[str, set[str]],
) -> Iterator[list[str]]:
    """What was united as few groups as may be: paired things first, then whatever stood with them, if it may."""
    parts: list[dict[str, None]] = []
    for bundle in dict.fromkeys(bundles.of(thing) for thing in group if bundles.of(thing) in anchors):
        part = next((each for each in parts if not foes.get(bundle, set()).intersection(each)), None)
        if part is None:
            parts.append(part := {})
        part[bundle] = None
    found: dict[tuple[int, int], list[str]] = {}
    for thing in group:
        bundle = bundles.of(thing)
        fits = (n for n, each in enumerate(parts) if bundle in each or not foes.get(bundle, set()).intersection(each))
        number = next((n for n, each in enumerate(parts) if bundle in each), next(fits, None))
        if number is not None:
            parts[number].setdefault(bundle)
        found.setdefault((-1, home[thing]) if number is None else (number, 0), []).append(thing)
    yield from found.values()


NOBODY = Judged()
"""The judgements of a desk that made none."""

PERSON = "person"
"""The rule of a relation that a person stated."""

IN_WORDS: Mapping[RelationKind, str] = {
    RelationKind.COPY: "that one is a copy of the other",
    RelationKind.DRIFT: "that the first goes further than the other",
    RelationKind.PART_OF: "that the second is a part of the first",
    RelationKind.SCOPE: "that the two are about different things",
    RelationKind.REVISION: "that the second is a revision of the first",
    RelationKind.EARLIER: "that the first is an earlier count",
    RelationKind.AGREE: "that the two agree",
    RelationKind.COMPATIBLE: "that both can be true",
    RelationKind.CONFLICT: "that the two cannot both be true",
    RelationKind.UNCLEAR: "that it is not clear how the two stand",
}
"""What a person said of two claims, after "Ida Lund says"."""


def told_by(judgement: Judgement) -> str:
    """The sentence of a relation that a person stated: who, when, what and why."""
    what = IN_WORDS[RelationKind(judgement.word)]
    note = f": “{judgement.note}”" if judgement.note else "."
    return f"{judgement.editor} says {what} ({judgement.at[:10]}){note}"
