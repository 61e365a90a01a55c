"""Questions: which claims of one event answer the same question.

Every two claims of an event get points for and against; claims are joined from the most points down, and two
groups are never joined where that would put two claims together that cannot answer one question. What is
stated differently speaks against; what one claim leaves out is taken to be the same where it is what the
event's reports count in the first place. The points are constants of the program, so that a claim is grouped
alike whatever else the database holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconcile.model import CLOSED_ATTRIBUTES, Kind, Scope, Stance
from reconcile.resolve.entry import Entry
from reconcile.resolve.terms import concepts, kinds_of_people, likeness, overlap, plain
from reconcile.values import Fit, compare

ENOUGH = 1.0
"""Points from which two claims are taken to answer one question; the best of 0.6 … 1.4 on the test articles."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the reports of one event have in common: the kinds of people and the words of their titles."""

    people: frozenset[str]
    words: frozenset[str]


def setting_of(members: Sequence[Entry]) -> Setting:
    """The setting of an event, from the titles of its documents."""
    titles = {entry.document.title for entry in members}
    people = frozenset().union(*(kinds_of_people(title) for title in titles))
    return Setting(people, frozenset().union(*(concepts(title) for title in titles)))


def grouped(members: Sequence[Entry]) -> list[list[Entry]]:
    """The claims of one event as groups, each the claims of one question, in the order of `members`."""
    setting = setting_of(members)
    group_of = {entry.id: number for number, entry in enumerate(members)}
    groups = {number: [entry] for number, entry in enumerate(members)}
    for left, right in _named_alike(members):
        _join(groups, group_of, left, right)
    for _, here, there in sorted(_scored(members, setting)):
        one, other = group_of[members[here].id], group_of[members[there].id]
        if one != other and not any(apart(a, b) for a in groups[one] for b in groups[other]):
            _join(groups, group_of, members[here], members[there])
    return list(groups.values())


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


def _scored(members: Sequence[Entry], setting: Setting) -> Iterator[tuple[float, int, int]]:
    """The pairs worth joining, as (minus points, place, place)."""
    cells: dict[tuple[str, str | None], list[int]] = {}
    for place, entry in enumerate(members):
        cells.setdefault((entry.sort, entry.aside), []).append(place)
    for cell in cells.values():
        for left, right in combinations(cell, 2):
            points = likeness_of(members[left], members[right], setting)
            if points >= ENOUGH:
                yield -points, left, right


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
    if mine.measure is not theirs.measure:
        return True
    if mine.window_to and theirs.window_from and mine.window_to < theirs.window_from:
        return True
    if mine.window_from and theirs.window_to and theirs.window_to < mine.window_from:
        return True
    return bool(mine.definition and theirs.definition and plain(mine.definition) != plain(theirs.definition))


def _in_one_breath(left: Entry, right: Entry) -> bool:
    """Whether one voice gives two figures in one document that exclude each other, neither as an earlier one."""
    mine, theirs = left.claim, right.claim
    if mine.former or theirs.former or left.display != right.display or mine.value.kind is Kind.TEXT:
        return False
    if Stance.DENIES in (mine.stance, theirs.stance) or _source(left) != _source(right):
        return False
    fit = compare(mine.value, theirs.value)
    return fit is Fit.CONFLICT or (fit is Fit.COMPATIBLE and left.words != right.words and _one_sentence(left, right))


def _one_sentence(left: Entry, right: Entry) -> bool:
    mine, theirs = left.claim.span, right.claim.span
    if mine is None or theirs is None or not left.document.text:
        return False
    start, end = sorted((mine, theirs), key=lambda span: span.start)
    return not set(".!?\n") & set(left.document.text[start.end : end.start])


def _source(entry: Entry) -> str:
    return plain(entry.claim.source.name) if entry.claim.source else ""


def likeness_of(left: Entry, right: Entry, setting: Setting) -> float:
    """Points for two claims answering one question."""
    if apart(left, right):
        return -9.0
    mine, theirs = left.claim.scope, right.claim.scope
    points = _facets(left, right, setting) + _places(mine, theirs) + _people(left, right, setting)
    points += _values(left, right) - _told_apart(left, right)
    if mine.cumulative and theirs.cumulative and mine.cumulative is not theirs.cumulative:
        points -= 2.0
    return points


def _facets(left: Entry, right: Entry, setting: Setting) -> float:
    """What is measured: the same named attribute, or words in common."""
    closed = left.facet == right.facet and left.facet in CLOSED_ATTRIBUTES
    if closed:
        return 1.2 + _described(left.words, right.words, setting)
    words = likeness(left.words, right.words)
    near = overlap(left.near, right.near)
    same = 0.0 if not left.facet or not right.facet else 0.3 if left.facet == right.facet else -0.5
    return 1.4 * words + 0.5 * near + same - 0.2


def _described(mine: frozenset[str], theirs: frozenset[str], setting: Setting) -> float:
    """How two descriptions of what is counted fit; words of the event's titles set nobody apart."""
    if not (mine - setting.words and theirs - setting.words):
        return 0.5 if mine == theirs else 0.2 - 0.3 * min(3, len((mine ^ theirs) - setting.words))
    return likeness(mine, theirs) - (0.0 if mine & theirs else 0.5)


def _told_apart(left: Entry, right: Entry) -> float:
    """Points against: each describes its figure by a word that the other has not, and the figures differ."""
    if left.words == right.words or left.claim.value.kind is Kind.TEXT:
        return 0.0
    both = bool(left.words - right.words and right.words - left.words)
    denied = left.claim.stance is not right.claim.stance
    if denied or compare(left.claim.value, right.claim.value) is Fit.CONFLICT:
        loose = left.sort in ("date", "time", "age")
        return (1.2 if loose else 0.8) if both else (0.6 if loose else 0.0)
    if not both:
        return 0.0
    return 0.5 if left.document.id == right.document.id and _source(left) == _source(right) else 0.0


def _places(mine: Scope, theirs: Scope) -> float:
    if not mine.place or not theirs.place:
        return 0.0
    return 0.3 if concepts(mine.place) & concepts(theirs.place) else -1.5


def _people(left: Entry, right: Entry, setting: Setting) -> float:
    """Who is counted: the same kind of people, or people without more where the event is about that kind."""
    if left.people & right.people:
        return 0.4
    if not left.people and not right.people:
        return 0.0
    kinds = left.people | right.people
    if kinds <= setting.people:
        return 0.2
    return -0.6 if not left.people or not right.people else -1.5


def _values(left: Entry, right: Entry) -> float:
    """The same figure speaks for the same question, the more the rarer the figure."""
    if left.claim.value.kind is Kind.TEXT:
        return 0.0
    fit = compare(left.claim.value, right.claim.value)
    telling = left.sort not in ("count", "date") or len(str(left.claim.value.low or left.claim.value.high)) > 2
    if fit is Fit.AGREE:
        return 0.9 if telling else 0.5
    if fit is Fit.COMPATIBLE:
        return 0.4 if telling else 0.2
    return 0.0 if fit is Fit.CONFLICT else -0.5
