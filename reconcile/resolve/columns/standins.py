"""What the rules say of claims that are told alike, asked once for each way of telling, on claims made for it.

Nothing of a rule is written a second time for the columns: two stand-ins, told as the claims of two rows are,
with figures that stand to each other as theirs do, are put before the very functions that decide on claims.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from reconcile.model import Bound, Claim, Document, Kind, Scope, Source, Value
from reconcile.resolve.columns.table import Coded, Table
from reconcile.resolve.desk import Desk
from reconcile.resolve.entry import OWN_WORDS, Entry, entry_of
from reconcile.resolve.evidence import SURE, doubtful, points_for
from reconcile.resolve.grouping import apart
from reconcile.resolve.origins.sources import Identity, Tie, identity_of, is_shorter, nothing_shared, tie_of
from reconcile.resolve.relations.figures import span_of
from reconcile.resolve.setting import setting_of
from reconcile.resolve.terms import WORD, concept, concepts, plain, word_set

FIGURES = 6
"""How two figures can stand: the same with one, two or three digits, room for both, none; apart for good."""
SAME, ROOM, NONE, APART = 0, 3, 4, 5
NEVER = -99.0
"""The points of two claims that never answer one question."""
_SAME_FIGURES = ("7", "17", "117")
_HEDGES = word_set("at least about most more than some up to over nearly around were was have been are is for")
_PUBLISHED = "2031-03-02"
_PLACES = ((None, None), ("Orvo", "Orvo"), ("Orvo", "Karsk"))
NO_PLACE, SAME_PLACE, OTHER_PLACE = 0, 1, 2


def _count(figure: str, bound: Bound = Bound.EXACT) -> Value:
    number = Decimal(figure)
    return Value(Kind.NUMBER, number, None if bound is Bound.AT_LEAST else number, bound, None, figure)


_ROOMS = ((_count("1000", Bound.AT_LEAST), _count("2000")), (_count("1000", Bound.AT_LEAST), _count("4000")))
_NONES = ((_count("1000"), _count("2000")), (_count("1000"), _count("4000")))


@dataclass(frozen=True, slots=True)
class Told:
    """One way of telling a count, as the rules read it; `plain` tells that the rules read nothing else from it."""

    entry: Entry
    plain: bool

    @property
    def key(self) -> tuple[object, ...]:
        """What is compared of it."""
        each = self.entry
        return (each.facet, each.words, each.quoted, each.people, each.qualified, self.plain)


class StandIns:
    """The stand-ins of a table, and what was learnt by them."""

    def __init__(self, table: Table, desk: Desk) -> None:
        self.table, self.desk = table, desk
        self.kinds: Coded[tuple[object, ...]] = Coded()
        self.told: list[Told] = []
        self._points: dict[tuple[int, int, int], tuple[NDArray[np.float64], bool]] = {}
        self._ties: dict[tuple[int, int], tuple[bool, bool]] = {}
        self._known: dict[int, tuple[Identity, Identity]] = {}
        self._heard: dict[int, Entry] = {}
        self._places: dict[tuple[int, int], int] = {}

    @cached_property
    def _tellings(self) -> list[tuple[str | None, ...]]:
        return list(self.table.tellings)

    @cached_property
    def _speakers(self) -> list[tuple[str | None, ...]]:
        return list(self.table.speakers)

    @cached_property
    def place_names(self) -> list[str]:
        """The places of the table, by code."""
        return list(self.table.places)

    @cached_property
    def _place_words(self) -> list[frozenset[str]]:
        return [concepts(name) for name in self.place_names]

    def kind_of(self, telling: int, names: frozenset[str]) -> int:
        """The code of what is compared of a telling, where its source's name holds these of its words."""
        attribute, counted, population, quote = self._tellings[telling]
        claim = Claim(
            id="c",
            document="d",
            quote=quote or "",
            value=_count("7"),
            scope=Scope(attribute=attribute, counted=counted, population=population, event="event"),
            source=Source(" ".join(sorted(names))) if names else None,
        )
        entry = entry_of(claim, Document(id="d", published=_PUBLISHED))
        told = Told(entry, _is_plainly_told(entry))
        code = self.kinds[told.key]
        if code == len(self.told):
            self.told.append(told)
        return code

    def points(self, left: int, right: int, place: int) -> tuple[NDArray[np.float64], bool]:
        """For two kinds: points by how their figures stand, as constant and slope by distance; whether in doubt.

        The slope counts for each e-fold by which one figure exceeds the other.
        """
        key = (left, right, place)
        if key not in self._points:
            self._points[key] = self._ask(left, right, place)
        return self._points[key]

    def _ask(self, left: int, right: int, place: int) -> tuple[NDArray[np.float64], bool]:
        pair = self._pair(left, right, place)
        found = np.zeros((FIGURES, 2))
        found[APART, 0] = NEVER
        if apart(*pair):
            found[:, 0] = NEVER
            return found, True
        for row, figure in enumerate(_SAME_FIGURES):
            found[row, 0] = _points(pair, _count(figure), _count(figure))
        for row, ((low, near), (_, far)) in ((ROOM, _ROOMS), (NONE, _NONES)):
            one, other = _points(pair, low, near), _points(pair, low, far)
            slope = (other - one) / (math.log(4) - math.log(2))
            found[row] = one - slope * math.log(2), slope
        return found, doubtful(_with(pair[0], _NONES[0][0]), _with(pair[1], _NONES[0][1]), setting_of(pair))

    def _pair(self, left: int, right: int, place: int) -> tuple[Entry, Entry]:
        one, other = self.told[left].entry, self.told[right].entry
        places = _PLACES[place]
        other = replace(other, document=replace(other.document, id="e"), claim=replace(other.claim, id="x"))
        return _at(one, places[0]), _at(other, places[1])

    def place_kind(self, left: int, right: int) -> int:
        """Whether two places, by their codes, share a word; no place where one of them is none."""
        if left < 0 or right < 0:
            return NO_PLACE
        key = (min(left, right), max(left, right))
        if key not in self._places:
            apart = self._place_words[left].isdisjoint(self._place_words[right])
            self._places[key] = OTHER_PLACE if apart else SAME_PLACE
        return self._places[key]

    def apart(self, left: int, right: int) -> bool:
        """Whether two kinds never answer one question."""
        return bool(self.points(left, right, NO_PLACE)[0][0, 0] == self.points(left, right, NO_PLACE)[0][APART, 0])

    def tied(self, left: int, right: int) -> tuple[bool, bool]:
        """Whether two speakers, by their codes, might be one source within an event.

        And whether that depends on their being named in one document.
        """
        key = (min(left, right), max(left, right))
        if key not in self._ties:
            one, (near, far) = self.identities(left)[0], self.identities(right)
            if nothing_shared(one, near):
                return False, False
            here, there = tie_of(one, near), tie_of(one, far)
            self._ties[key] = max(here, there) >= Tie.MAY, here is not there
        return self._ties[key]

    def one_source(self, left: int, right: int) -> bool:
        """Whether two speakers that might be one are one, where no third one comes near them."""
        one, other = self.identities(left)[0], self.identities(right)[0]
        return tie_of(one, other) is Tie.SURE or is_shorter(one, other) or is_shorter(other, one)

    def identities(self, speaker: int) -> tuple[Identity, Identity]:
        """Who a speaker is, by its code, as named in one document and in another."""
        if speaker not in self._known:
            here = identity_of(self.source(speaker), ("here",))
            self._known[speaker] = here, replace(here, documents=frozenset(("elsewhere",)))
        return self._known[speaker]

    def source(self, speaker: int) -> Source:
        """The source that a speaker's code stands for, by the name that the desk knows: the outlet where none is."""
        name, body, role, outlet = self._speakers[speaker]
        known = self.desk.aliases.get(name or outlet or "", name or outlet or "")
        return Source(name, body, role) if known == name else Source(known)

    def heard(self, speaker: int) -> Entry:
        """A stand-in for what a speaker tells, in a document of its own."""
        if speaker not in self._heard:
            name, body, role, outlet = self._speakers[speaker]
            source = Source(name, body, role) if name else None
            document = Document(id=f"d{speaker}", outlet=outlet, published=_PUBLISHED)
            bare = self._anything.claim
            claim = Claim(f"c{speaker}", document.id, bare.quote, bare.value, bare.scope, source=source)
            self._heard[speaker] = replace(self._anything, claim=claim, document=document)
        return self._heard[speaker]

    @cached_property
    def _anything(self) -> Entry:
        scope = Scope(attribute="deaths", event="event")
        claim = Claim(id="c", document="d", quote="7", value=_count("7"), scope=scope)
        return entry_of(claim, Document(id="d", published=_PUBLISHED))

    @property
    def sure(self) -> float:
        """The points from which two figures that exclude each other are called a conflict."""
        return SURE


def _is_plainly_told(entry: Entry) -> bool:
    """Whether a telling says no more than a figure and its attribute: no part, no name, no other time, no "so far"."""
    scope = entry.claim.scope
    known = OWN_WORDS.get(scope.attribute or "", frozenset()) | concepts(scope.attribute) | {"people"}
    said = frozenset(WORD.findall(plain(entry.claim.quote)))
    bare = {concept(word) for word in said - _HEDGES} <= known
    ordinary = entry.sort == "count" and entry.facet == scope.attribute
    return bare and ordinary and not (entry.aside or entry.named or entry.qualified or setting_of([entry]).parts)


def _at(entry: Entry, place: str | None) -> Entry:
    return replace(entry, claim=replace(entry.claim, scope=replace(entry.claim.scope, place=place)))


def _with(entry: Entry, value: Value) -> Entry:
    return replace(entry, claim=replace(entry.claim, value=value))


def _points(pair: tuple[Entry, Entry], left: Value, right: Value) -> float:
    told = _with(pair[0], left), _with(pair[1], right)
    return points_for(*told, setting_of(told))


def size_of(value: Value) -> float:
    """The end of a figure from which distances are taken: the upper one, else the lower."""
    span = span_of(value)
    return float((span.high if span.high is not None else span.low) or 0)
