"""Reports that tell too little to choose between two events stay by themselves, and it is told which they could be.

A report that names no person and no street fits a look-alike as well as the event that it is about. It joins one only
where that one fits clearly better. Otherwise a line from either event's figures says what it could belong to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.model import Question, Relation, RelationKind
from reconcile.resolve.entry import Entry
from reconcile.resolve.events.gathering import Gathered

COULD_BE = "scope"
"""The rule of the line: figures of two events answer two questions until a person says that they are one."""


def with_doubts(questions: Sequence[Question], gathered: Iterable[Gathered]) -> list[Question]:
    """The questions, those of events that a vague report could be of with a line to its figures of that kind."""
    question_of = {claim: question for question in questions for claim in question.claims}
    added: dict[str, list[Relation]] = {}
    for block in gathered:
        for vague, options in block.could_be.items():
            for relation in _lines(block.events[vague], [block.events[option] for option in options], question_of):
                added.setdefault(relation.left_question, []).append(relation)
    return [replace(each, relations=(*each.relations, *added.get(each.id, ()))) for each in questions]


def _lines(
    vague: Sequence[Entry], options: Sequence[Sequence[Entry]], question_of: Mapping[str, Question]
) -> Iterator[Relation]:
    """For each figure of a vague report the lines from the figures of its kind in the events that it could be of."""
    could_be = " or of ".join(_called(event) for event in options)
    why = f"{_called(vague)} names no person and no street: it could be of the event of {could_be}."
    told: set[tuple[str, str]] = set()
    for entry in vague:
        for event in options:
            same = next((each for each in event if (each.sort, each.facet) == (entry.sort, entry.facet)), None)
            if same is None or same.id not in question_of or entry.id not in question_of:
                continue
            ids = question_of[same.id].id, question_of[entry.id].id
            if ids not in told and ids[0] != ids[1]:
                told.add(ids)
                yield Relation(same.id, entry.id, RelationKind.SCOPE, COULD_BE, why, *ids)


def _called(event: Sequence[Entry]) -> str:
    """An event by the title of the first report of it, or by who reports it."""
    document = event[0].document
    return f"“{document.title}”" if document.title else document.outlet or "a report"
