"""Claims that people put with claims of another event: they go there, their documents stay where they are.

An article on one attack may tell of another in passing. Who says that its figure for the other one answers the same
question as a report on that one moves this claim only, not all that the article tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.resolve.entry import Entry, entry_day
from reconcile.resolve.judgements.judged import Classes, Group, Judged, in_places, united


def made_one(events: Sequence[Sequence[Entry]], judged: Judged) -> list[Group]:
    """The claims by event, once events that people call one are united, from whichever block they come."""
    if not judged.events:
        return [list(event) for event in events]
    home = {entry.id: str(number) for number, event in enumerate(events) for entry in event}
    pairs, apart = in_places(judged.events, home), in_places(judged.other_events, home)
    groups = united([[str(number)] for number in range(len(events))], pairs, apart)
    found = ([entry for number in group for entry in events[int(number)]] for group in groups)
    return [sorted(event, key=lambda entry: entry.order) for event in found]


def gathered(events: Sequence[Sequence[Entry]], judged: Judged) -> list[Group]:
    """The claims by event, those that must stand together in one: where the first that tells of it is at home."""
    if not judged.together:
        return [list(event) for event in events]
    home = {entry.id: number for number, event in enumerate(events) for entry in event}
    classes = Classes(judged.together)
    target: dict[str, int] = {}
    for entry in sorted((entry for event in events for entry in event), key=_first):
        target.setdefault(classes.of(entry.id), home[entry.id])
    found: list[Group] = [[] for _ in events]
    for event in events:
        for entry in event:
            found[target[classes.of(entry.id)]].append(entry)
    return [sorted(event, key=lambda entry: entry.order) for event in found]


def regrouped(groups: Sequence[Sequence[Group]], judged: Judged) -> list[list[Group]]:
    """The groups of each event, once the questions that people call one are united, across events, too."""
    if not judged.questions:
        return [list(event) for event in groups]
    home = {entry.id: number for number, event in enumerate(groups) for group in event for entry in group}
    by_id = {entry.id: entry for event in groups for group in event for entry in group}
    ids = [[entry.id for entry in group] for event in groups for group in event]
    anchors = {claim for pair in judged.questions for claim in pair}
    found: list[list[Group]] = [[] for _ in groups]
    for group in united(ids, judged.questions, judged.apart, judged.together):
        members = sorted((by_id[id] for id in group), key=lambda entry: entry.order)
        first = min((entry for entry in members if entry.id in anchors), key=_first, default=members[0])
        found[home[first.id]].append(members)
    return [sorted(event, key=lambda group: group[0].order) for event in found]


def parted(unit_of: Mapping[str, str], members: Sequence[Entry], judged: Judged) -> dict[str, str]:
    """The units by claim, those split that hold claims of what people call two events: each claim goes with the nearer.

    Claims that name their event alike are one unit, which two fires in one street a month apart can be by mistake.
    """
    found = dict(unit_of)
    entries = {entry.id: entry for entry in members} if judged.other_events else {}
    for left, right in judged.other_events:
        unit = found.get(left)
        if unit is None or unit != found.get(right) or entries[left].document.id == entries[right].document.id:
            continue
        for entry in members:
            if found[entry.id] == unit and entry.id != left and _nearer(entry, entries[right], entries[left]):
                found[entry.id] = f"{unit} beside {right}"
    return found


def _nearer(entry: Entry, one: Entry, other: Entry) -> bool:
    """Whether a claim is nearer in time to one than to another; the same claim is nearest."""
    mine, here, there = entry_day(entry), entry_day(one), entry_day(other)
    if entry.id == one.id or mine is None or here is None or there is None:
        return entry.id == one.id
    return abs((mine - here).days) < abs((mine - there).days)


def _first(entry: Entry) -> tuple[bool, tuple[str, str, int, str]]:
    """Whose event claims go to: what tells of its own event goes before what is told in passing, then the earliest."""
    return entry.aside is not None, entry.order
