"""Ids of questions: derived from the claim that came first, kept while claims join, led on by aliases after a merge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reconcile.model import Question, content_id
from reconcile.resolve.desk import Desk
from reconcile.resolve.entry import Entry


def question_ids(groups: Sequence[Sequence[Entry]], desk: Desk) -> list[str]:
    """The id of each group: the oldest that a member has had, unless another group has a better right to it.

    Where a question has been split, the part with its earliest claim keeps the id.
    """
    heirs = _heirs(groups, desk)
    found = []
    for number, group in enumerate(groups):
        had = {desk.joined[entry.id] for entry in group if entry.id in desk.joined}
        kept = [old for old in had if heirs[old][1] == number]
        first = min(group, key=lambda entry: desk.arrival(entry.id))
        found.append(min(kept, key=lambda old: heirs[old][0]) if kept else content_id("q1", [first.id]))
    return found


def _heirs(groups: Sequence[Sequence[Entry]], desk: Desk) -> dict[str, tuple[tuple[int, str], int]]:
    """For every old id its earliest claim that is still there and the group in which that claim stands."""
    heirs: dict[str, tuple[tuple[int, str], int]] = {}
    for number, group in enumerate(groups):
        for entry in group:
            if entry.id in desk.joined:
                mine = (desk.arrival(entry.id), number)
                old = desk.joined[entry.id]
                heirs[old] = min(heirs.get(old, mine), mine)
    return heirs


def aliases(before: Mapping[str, str], after: Iterable[Question]) -> dict[str, str]:
    """Where the ids of questions that are gone lead now; `before` maps claims to their old questions.

    An id leads to the question that holds most of its former claims, the first of several.
    """
    return _led_on(before, {claim: question.id for question in after for claim in question.claims})


def event_aliases(before: Iterable[Question], after: Iterable[Question]) -> dict[str, str]:
    """The same for the ids of events, from the questions as they were and as they are."""
    old, new = (
        {claim: question.event_id for question in questions if question.event_id for claim in question.claims}
        for questions in (before, after)
    )
    return _led_on(old, new)


def _led_on(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    standing = set(now.values())
    votes: dict[str, dict[str, int]] = {}
    for claim in sorted(before):
        if before[claim] not in standing and claim in now:
            counted = votes.setdefault(before[claim], {})
            counted[now[claim]] = counted.get(now[claim], 0) + 1
    return {old: min(counted, key=lambda new: (-counted[new], new)) for old, counted in votes.items()}
