"""What the reports of one event have in common: before it, each pair of their claims is weighed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from reconcile.model import RUNNING_ATTRIBUTES, Value
from reconcile.resolve.entry import Entry
from reconcile.resolve.relations.figures import fit_of
from reconcile.resolve.relations.statements import persons_of
from reconcile.resolve.words.terms import concepts, kinds_of_people
from reconcile.values import Fit

_OF_THEM = re.compile(r"[^\w]*[\w,.’'-]+(?: [\w-]+)? of (?:the|those|these|them)\b")
_STILL = re.compile(r"\b(?:still|remain\w*)\b", re.IGNORECASE)
STATES = frozenset(("larg",))
"""Words for the state of those who are counted, which tell nothing of who they are: still at large."""


NEIGHBOURS = tuple(
    frozenset(pair) for pair in (("evacuated", "displaced"), ("injured", "hospitalised"), ("missing", "hostages"))
)
"""Attributes that reports take for one another."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the reports of one event have in common.

    `persons` are those of whom each document tells a legal status, by the document's id.
    `people` and `words` are those of the titles; `many` counts the figures of each sort in each document;
    `parts` are the claims that count a part of another claim of the same attribute, or say that they do ("of the
    dead"), `lone` those beside which their document gives no figure of the same attribute for other people.
    `sided` are the attributes of which figures are given for people of two names, such as the two sides of a war;
    `uniform` are those of which all who are described at all are described in one way, as the inmates of a prison.
    `within` tells the kinds of people whom parts count, by attribute. `wholes` are the claims of which another
    claim tells a part. `phased` are those of which figures tell who still is in a state, beside all who ever came into
    it: 30 escaped, 22 are still at large. `parted` are the pairs of neighbouring attributes of which one document gives
    figures that differ, so that they are two things here. `local` are the claims that name a place where the same voice
    counts more without it: ten of one village among the 19 dead of a valley.
    """

    people: frozenset[str]
    persons: Mapping[str, tuple[str, ...]]
    words: frozenset[str]
    many: Counter[tuple[str, str]]
    parts: frozenset[str]
    lone: frozenset[str]
    sided: frozenset[str]
    uniform: frozenset[str]
    within: Mapping[str, frozenset[str]]
    wholes: frozenset[str]
    phased: frozenset[str]
    parted: frozenset[frozenset[str]]
    local: frozenset[str]


def setting_of(members: Sequence[Entry]) -> Setting:
    """The setting of an event, from its documents' titles and claims."""
    facets = {entry.id: entry.facet for entry in members}
    parts = frozenset(
        entry.id for entry in members if facets.get(entry.claim.whole or "") == entry.facet or _some_of_them(entry)
    )
    titles = dict.fromkeys(entry.document.title for entry in members)
    return Setting(
        persons=persons_of([entry.claim for entry in members]),
        people=frozenset().union(*(kinds_of_people(title) for title in titles)),
        words=frozenset().union(*(concepts(title) for title in titles)),
        parts=parts,
        within=_people_within([entry for entry in members if entry.id in parts]),
        lone=_lone([entry for entry in members if entry.id not in parts and not entry.aside and not entry.display]),
        sided=_sided(members),
        uniform=_uniform(members),
        wholes=frozenset(entry.claim.whole for entry in members if entry.claim.whole),
        parted=_parted(members),
        local=_local([entry for entry in members if not entry.display and not entry.aside]),
        phased=frozenset(entry.facet for entry in members if entry.words & STATES and _STILL.search(entry.sentence)),
        many=Counter((entry.document.id, entry.sort) for entry in members if not entry.display),
    )


def _parted(members: Sequence[Entry]) -> frozenset[frozenset[str]]:
    """The pairs of neighbouring attributes of which one document gives figures that are nowhere the same."""
    told: dict[tuple[str, str], list[Value]] = {}
    for entry in members:
        if not entry.aside:
            told.setdefault((entry.document.id, entry.facet), []).append(entry.claim.value)
    return frozenset(
        pair
        for pair in NEIGHBOURS
        for (document, facet), values in told.items()
        for other in pair - {facet}
        if facet in pair and (theirs := told.get((document, other))) and not _any_same(values, theirs)
    )


def _local(members: Sequence[Entry]) -> frozenset[str]:
    """The claims of a place that are fewer than what their document counts without a place.

    What another voice counts tells that only where the sentence opens with the place: "In Lower Ostmar, six died".
    """
    most: dict[tuple[str, ...], Decimal] = {}
    for entry in members:
        end = entry.claim.value.high
        if entry.facet in RUNNING_ATTRIBUTES and not entry.claim.scope.place and isinstance(end, Decimal):
            for key in (_voice(entry), _voice(entry)[:2]):
                most[key] = max(end, most.get(key, end))
    return frozenset(entry.id for entry in members if _is_fewer(entry, most))


def _is_fewer(entry: Entry, most: Mapping[tuple[str, ...], Decimal]) -> bool:
    place, end = entry.claim.scope.place, entry.claim.value.high
    if not place or not isinstance(end, Decimal):
        return False
    voice = _voice(entry)
    return end < most.get(voice[:2] if entry.sentence.startswith((f"In {place}", f"At {place}")) else voice, Decimal(0))


def _voice(entry: Entry) -> tuple[str, ...]:
    """Who gives a figure of which attribute: document, attribute, source."""
    source = entry.claim.source
    return entry.document.id, entry.facet, source.name if source else ""


def _any_same(left: Sequence[Value], right: Sequence[Value]) -> bool:
    return any(fit_of(mine, theirs) is Fit.AGREE for mine in left for theirs in right)


def _some_of_them(entry: Entry) -> bool:
    """Whether a claim itself says that it picks some out of all: "seven of the dead were pupils"."""
    return bool(entry.people) and entry.facet in RUNNING_ATTRIBUTES and _OF_THEM.match(entry.claim.quote) is not None


def _people_within(parts: Sequence[Entry]) -> dict[str, frozenset[str]]:
    """The kinds of people whom parts count, by attribute: five civilians among the 17 wounded."""
    within: dict[str, frozenset[str]] = {}
    for entry in parts:
        within[entry.facet] = within.get(entry.facet, frozenset()) | entry.people
    return within


def _lone(members: Sequence[Entry]) -> frozenset[str]:
    """Claims of people beside which their document counts no other people under the same attribute."""
    told: dict[tuple[str, str], set[tuple[frozenset[str], frozenset[str]]]] = {}
    for entry in members:
        told.setdefault((entry.document.id, entry.facet), set()).add((entry.people, entry.words))
    return frozenset(
        entry.id
        for entry in members
        if entry.facet in RUNNING_ATTRIBUTES and not entry.named and len(told[entry.document.id, entry.facet]) == 1
    )


def _sided(members: Sequence[Entry]) -> frozenset[str]:
    """The attributes of which figures are given for people of two names that share no word."""
    told: dict[str, dict[frozenset[str], None]] = {}
    for entry in members:
        if entry.named and entry.facet in RUNNING_ATTRIBUTES:
            told.setdefault(entry.facet, {})[entry.named] = None
    apart = {facet for facet, names in told.items() for name in names if not name & next(iter(names))}
    return frozenset(apart)


def _uniform(members: Sequence[Entry]) -> frozenset[str]:
    """The attributes of which the event's figures are given for people of one description, or of none."""
    told: dict[str, set[tuple[frozenset[str], frozenset[str]]]] = {}
    for entry in members:
        described = (entry.people, entry.words - STATES)
        if entry.facet in RUNNING_ATTRIBUTES and not entry.aside and any(described):
            told.setdefault(entry.facet, set()).add(described)
    return frozenset(facet for facet, ways in told.items() if len(ways) == 1)
