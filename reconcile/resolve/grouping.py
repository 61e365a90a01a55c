"""Questions: which claims of one event answer the same question.

Every two claims of an event get points for and against; claims are joined from the most points down, and two
groups are never joined where that would put two claims together that cannot answer one question. What is
stated differently speaks against; what one claim leaves out is taken to be the same where it is what the
event's reports count in the first place. The points are constants of the program, so that a claim is grouped
alike whatever else the database holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from reconcile.model import CLOSED_ATTRIBUTES, Kind, Measure, Scope, Stance
from reconcile.resolve.entry import Entry
from reconcile.resolve.evidence import Setting, one_sentence, points_for, source_of
from reconcile.resolve.terms import plain
from reconcile.values import Fit, compare

ENOUGH = 0.0
"""Points from which two claims, and on the mean two groups, are taken to answer one question."""


def grouped(members: Sequence[Entry], setting: Setting) -> list[list[Entry]]:
    """The claims of one event as groups, each the claims of one question, in the order of `members`."""
    group_of = {entry.id: number for number, entry in enumerate(members)}
    place = dict(group_of)
    groups = {number: [entry] for number, entry in enumerate(members)}
    for left, right in _named_alike(members):
        _join(groups, group_of, left, right)
    points = dict(_scored(members, setting))
    for here, there in sorted(points, key=lambda pair: (-points[pair], pair)):
        one, other = group_of[members[here].id], group_of[members[there].id]
        if one != other and points[here, there] >= ENOUGH and _fit_together(groups[one], groups[other], place, points):
            _join(groups, group_of, members[here], members[there])
    return list(groups.values())


def _fit_together(
    mine: Sequence[Entry], theirs: Sequence[Entry], place: Mapping[str, int], points: Mapping[tuple[int, int], float]
) -> bool:
    """Whether no two claims of two groups must stay apart, and the points between them are enough on the mean."""
    total = 0.0
    for left in mine:
        for right in theirs:
            one, other = sorted((place[left.id], place[right.id]))
            if (one, other) not in points:
                return False
            total += points[one, other]
    return total >= ENOUGH * len(mine) * len(theirs)


def _named_alike(members: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Claims that the user has given one question: one name always joins."""
    first: dict[str, Entry] = {}
    for entry in members:
        if entry.claim.question:
            yield first.setdefault(plain(entry.claim.question), entry), entry


def _join(groups: dict[int, list[Entry]], group_of: dict[str, int], left: Entry, right: Entry) -> None:
    keep, gone = sorted((group_of[left.id], group_of[right.id]))
    if keep == gone:
        return
    for entry in groups[gone]:
        group_of[entry.id] = keep
    groups[keep] += groups.pop(gone)


def _scored(members: Sequence[Entry], setting: Setting) -> Iterator[tuple[tuple[int, int], float]]:
    """The points of all pairs that need not stay apart, by their places."""
    cells: dict[tuple[str, str | None], list[int]] = {}
    for place, entry in enumerate(members):
        cells.setdefault((entry.sort, entry.aside), []).append(place)
    for cell in cells.values():
        for left, right in combinations(cell, 2):
            if not apart(members[left], members[right]):
                yield (left, right), points_for(members[left], members[right], setting)


def apart(left: Entry, right: Entry) -> bool:
    """Whether two claims cannot answer one question, whatever else they share."""
    mine, theirs = left.claim, right.claim
    if mine.question and theirs.question:
        return plain(mine.question) != plain(theirs.question)
    if left.sort != right.sort or left.aside != right.aside or mine.whole == theirs.id or theirs.whole == mine.id:
        return True
    return _scopes_apart(mine.scope, theirs.scope) or (
        left.document.id == right.document.id and _in_one_breath(left, right)
    )


def _scopes_apart(mine: Scope, theirs: Scope) -> bool:
    a_closed_one = mine.attribute in CLOSED_ATTRIBUTES or theirs.attribute in CLOSED_ATTRIBUTES
    if a_closed_one and mine.attribute and theirs.attribute and mine.attribute != theirs.attribute:
        return True
    if (mine.measure is Measure.CHANGE) is not (theirs.measure is Measure.CHANGE):
        return True
    if Measure.LIMIT in (mine.measure, theirs.measure) and mine.measure is not theirs.measure:
        return True
    if mine.window_to and theirs.window_from and mine.window_to < theirs.window_from:
        return True
    if mine.window_from and theirs.window_to and theirs.window_to < mine.window_from:
        return True
    return bool(mine.definition and theirs.definition and plain(mine.definition) != plain(theirs.definition))


def _in_one_breath(left: Entry, right: Entry) -> bool:
    """Whether one voice says in one document what cannot hold of one thing, and neither as an earlier figure.

    Two figures that exclude each other are such, and a figure that it denies here and gives there.
    """
    mine, theirs = left.claim, right.claim
    if mine.former or theirs.former or left.display != right.display or mine.value.kind is Kind.TEXT:
        return False
    if source_of(left) != source_of(right):
        return False
    fit = compare(mine.value, theirs.value)
    if Stance.DENIES in (mine.stance, theirs.stance):
        return mine.stance is not theirs.stance and fit is Fit.AGREE
    return fit is Fit.CONFLICT or (fit is Fit.COMPATIBLE and left.words != right.words and one_sentence(left, right))
