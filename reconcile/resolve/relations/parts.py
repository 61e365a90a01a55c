"""Relations across questions: parts of a whole, and look-alikes that count something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reconcile.extract.words.wordforms import human
from reconcile.model import CLOSED_ATTRIBUTES, Kind, Measure, Relation, RelationKind
from reconcile.resolve.entry import Entry
from reconcile.resolve.relations.shares import is_share
from reconcile.resolve.relations.wording import figure

PART, SCOPE = "part_of", "scope"
_OF_PEOPLE = CLOSED_ATTRIBUTES - {"jobs", "age", "date", "duration"}
"""Attributes that count what happened to people, or those who were there."""
_ROOM = re.compile(
    r"\b(?:capacit(?:y|ies)|licen[cs]e[ds]?|limits?|limited|seats?|seating|permits?|permitted|allow(?:s|ed)|maximum|"
    r"certified|certificate|designed|built to|berths|beds|room for|space for|quotas?|"
    r"(?:can|could|may) (?:carry|hold|take|seat))\b",
    re.IGNORECASE,
)
"""Words of a figure that tells how many could be somewhere, not how many were."""
_TOLD_AT_MOST = 120
"""Figures of one document that are looked at as parts of each other."""


def part_pairs(members: Sequence[Entry], question_of: Mapping[str, str]) -> Iterator[Relation]:
    """A claim that counts a part, beside the claim that counts the whole, in the order of `members`."""
    by_id = {entry.id: entry for entry in members}
    seen: set[tuple[str, str]] = set()
    for whole, part in (*_stated(members, by_id), *_told(members, question_of)):
        one, other = question_of[whole.id], question_of[part.id]
        if one != other and (whole.id, part.id) not in seen and (part.id, whole.id) not in seen:
            seen.add((whole.id, part.id))
            why = f"{figure(part.claim.value)} is a part of {figure(whole.claim.value)}."
            yield Relation(whole.id, part.id, RelationKind.PART_OF, PART, why, one, other)


def wholes_of(relations: Sequence[Relation]) -> dict[str, str]:
    """The question of which each question counts a part: the first that is told, never in a circle."""
    found: dict[str, str] = {}
    for relation in relations:
        whole, part = relation.left_question, relation.right_question
        if relation.kind is RelationKind.PART_OF and part not in found and part not in _upwards(whole, found):
            found[part] = whole
    return found


def _upwards(question: str, wholes: Mapping[str, str]) -> set[str]:
    """A question and all of which it counts a part."""
    found = {question}
    while (whole := wholes.get(question)) is not None and whole not in found:
        found.add(whole)
        question = whole
    return found


def _stated(members: Sequence[Entry], by_id: Mapping[str, Entry]) -> Iterator[tuple[Entry, Entry]]:
    for entry in members:
        whole = by_id.get(entry.claim.whole or "")
        if whole is not None and _can_hold(whole, entry):
            yield whole, entry


def _can_hold(whole: Entry, part: Entry) -> bool:
    """Whether a count of what happened to people can be a part of a figure: only of a count of people who were there.

    Eleven dead are a part of the dead, of those aboard or of the guests, never of a capacity, a licence, a limit or
    a definition. Other parts are taken as the text gives them.
    """
    if part.facet not in _OF_PEOPLE or part.facet == whole.facet:
        return True
    if whole.claim.scope.measure is not Measure.LEVEL and whole.claim.scope.measure is not part.claim.scope.measure:
        return False
    words = f"{whole.claim.scope.attribute or ''} {whole.claim.scope.counted or ''} {whole.claim.quote}"
    return whole.facet in _OF_PEOPLE or (_of_people(whole) and _ROOM.search(words) is None)


def _of_people(entry: Entry) -> bool:
    """Whether what a figure counts can be people; a noun that is not known may name some."""
    last = (entry.claim.scope.population or entry.claim.scope.counted or "people").split()[-1:]
    return entry.sort == "count" and (bool(entry.people) or human("".join(last).lower()) is not False)


def _told(members: Sequence[Entry], question_of: Mapping[str, str]) -> Iterator[tuple[Entry, Entry]]:
    """The parts that one document tells without saying so, rule by rule."""
    documents: dict[str, list[Entry]] = {}
    for entry in members:
        if not entry.display:
            documents.setdefault(entry.document.id, []).append(entry)
    pairs = (pair for told in documents.values() for pair in combinations(told[:_TOLD_AT_MOST], 2))
    for left, right in pairs:
        if question_of[left.id] == question_of[right.id]:
            continue
        for whole, part in ((left, right), (right, left)):
            if is_share(whole, part):
                yield whole, part


def look_alikes(groups: Sequence[Sequence[Entry]], question_of: Mapping[str, str]) -> Iterator[Relation]:
    """The best-told question of each kind of figure beside the others of that kind, one line for each."""
    cells: dict[tuple[str, str], list[Sequence[Entry]]] = {}
    for group in groups:
        if group[0].facet and group[0].claim.value.kind not in (Kind.TEXT, Kind.DATE, Kind.AGE):
            cells.setdefault((group[0].sort, group[0].facet), []).append(group)
    for cell in cells.values():
        main = max(cell, key=lambda group: (group[0].aside is None, len(group)))
        for other in cell:
            if other is not main:
                why = differs(main[0], other[0])
                ids = (question_of[main[0].id], question_of[other[0].id])
                yield Relation(main[0].id, other[0].id, RelationKind.SCOPE, SCOPE, why, *ids)


def differs(main: Entry, other: Entry) -> str:
    """What two look-alikes differ in, as a sentence."""
    if main.aside != other.aside:
        when = other.aside or main.aside or ""
        return "They speak of different occasions." if "another" in when else f"One speaks of another time ({when})."
    mine, theirs = main.claim.scope, other.claim.scope
    if mine.place and theirs.place and mine.place != theirs.place:
        return f"They count different places: {mine.place}, {theirs.place}."
    if (mine.window_from, mine.window_to) != (theirs.window_from, theirs.window_to):
        return "They count different periods."
    counted = [" ".join((scope.counted or scope.population or "").split()) for scope in (mine, theirs)]
    return (
        f"They do not count the same: “{counted[0]}”, “{counted[1]}”."
        if all(counted) and counted[0].casefold() != counted[1].casefold()
        else "They do not count the same."
    )
