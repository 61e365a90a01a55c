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
from reconcile.resolve.origins.sources import (
    Identity,
    Tie,
    identity_of,
    is_shorter,
    nothing_shared,
    tie_of,
    words_of_body,
)
from reconcile.resolve.questions.evidence import SURE, doubtful, points_for
from reconcile.resolve.questions.grouping import apart
from reconcile.resolve.questions.setting import setting_of
from reconcile.resolve.relations.figures import span_of
from reconcile.resolve.words.terms import WORD, concept, concepts, plain, word_set

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


_FIGURES = {figure: _count(figure) for figure in (*_SAME_FIGURES, "1000", "2000", "4000")}
_FIGURES["≥1000"] = _count("1000", Bound.AT_LEAST)


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
        self._known: dict[int, Identity] = {}
        self._named: dict[int, frozenset[str] | None] = {}
        self._heard: dict[int, Entry] = {}
        self._places: dict[tuple[int, int], int] = {}
        self._made: dict[tuple[int, str | None, str, str], Entry] = {}

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
        found = np.zeros((FIGURES, 2))
        found[APART, 0] = NEVER
        here, there = _PLACES[place]

        def pair(one: str, other: str) -> tuple[Entry, Entry]:
            return self._telling(left, here, one, "c", "d"), self._telling(right, there, other, "x", "e")

        if apart(*pair("7", "7")):
            found[:, 0] = NEVER
            return found, True
        for row, figure in enumerate(_SAME_FIGURES):
            found[row, 0] = _points(pair(figure, figure))
        for row, low in ((ROOM, "≥1000"), (NONE, "1000")):
            near, far = _points(pair(low, "2000")), _points(pair(low, "4000"))
            slope = (far - near) / (math.log(4) - math.log(2))
            found[row] = near - slope * math.log(2), slope
        doubted = pair("1000", "2000")
        return found, doubtful(*doubted, setting_of(doubted))

    def _telling(self, kind: int, place: str | None, figure: str, claim: str, document: str) -> Entry:
        """A stand-in of a kind that tells of a figure at a place."""
        key = (kind, place, figure, claim)
        if key not in self._made:
            like = self.told[kind].entry
            scope = replace(like.claim.scope, place=place)
            told = replace(like.claim, id=claim, document=document, scope=scope, value=_FIGURES[figure])
            self._made[key] = replace(like, claim=told, document=replace(like.document, id=document))
        return self._made[key]

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
            mine, theirs = self._words(left), self._words(right)
            if mine is not None and theirs is not None and mine.isdisjoint(theirs):
                return False, False
            one, near = self.identity(left), self.identity(right)
            if nothing_shared(one, near):
                return False, False
            far = replace(near, documents=frozenset(("elsewhere",)))
            here, there = tie_of(one, near), tie_of(one, far)
            self._ties[key] = max(here, there) >= Tie.MAY, here is not there
        return self._ties[key]

    def _words(self, speaker: int) -> frozenset[str] | None:
        if speaker not in self._named:
            self._named[speaker] = words_of_body(self.source(speaker))
        return self._named[speaker]

    def one_source(self, left: int, right: int) -> bool:
        """Whether two speakers that might be one are one, where no third one comes near them."""
        one, other = self.identity(left), self.identity(right)
        return tie_of(one, other) is Tie.SURE or is_shorter(one, other) or is_shorter(other, one)

    def identity(self, speaker: int) -> Identity:
        """Who a speaker is, by its code."""
        if speaker not in self._known:
            self._known[speaker] = identity_of(self.source(speaker), ("here",))
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


def _points(pair: tuple[Entry, Entry]) -> float:
    return points_for(*pair, setting_of(pair))


def size_of(value: Value) -> float:
    """The end of a figure from which distances are taken: the upper one, else the lower."""
    span = span_of(value)
    return float((span.high if span.high is not None else span.low) or 0)
