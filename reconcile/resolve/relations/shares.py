"""Shares of a total that one document tells without saying "of them": which figure counts a part of which other one.

Each rule looks at two figures of one document, the whole and the part; its docstring says what it takes for a part.
All of them need the part to fit into the whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reconcile.extract.words.wordforms import human
from reconcile.model import CLOSED_ATTRIBUTES, Measure, Stance
from reconcile.resolve.entry import Entry
from reconcile.resolve.questions.evidence import source_of
from reconcile.resolve.relations.figures import span_of


def is_share(whole: Entry, part: Entry) -> bool:
    """Whether one figure of a document counts a part of what another of its figures counts."""
    if whole.aside != part.aside or whole.claim.former or part.claim.former:
        return False
    if Stance.DENIES in (whole.claim.stance, part.claim.stance) or (whole.sort, part.sort) != ("count", "count"):
        return False
    if part.claim.whole is not None or span_of(part.claim.value).high == 0 or whole.qualified & _NO_TOTAL:
        return False
    if whole.claim.scope.measure is not Measure.LEVEL or part.claim.scope.measure is not Measure.LEVEL:
        return False
    return any(rule(whole, part) for rule in SHARES)


_NO_TOTAL = frozenset(("average", "median", "normally", "previous"))
"""Words of a figure that is a total of nothing: the average of other years."""


def one_kind_of_people(whole: Entry, part: Entry) -> bool:
    """People of one kind beside people without more, told by one voice: 29 were killed, 11 villagers were killed."""
    alike = whole.facet == part.facet and whole.facet in CLOSED_ATTRIBUTES and _one_voice(whole, part)
    without_more = not whole.people and whole.words <= part.words
    return alike and without_more and bool(part.people) and _at_most(part, whole)


def a_shorter_time(whole: Entry, part: Entry) -> bool:
    """A period that lies within the period of the whole: the cases of a week, the cases of the summer."""
    if whole.facet not in CLOSED_ATTRIBUTES or whole.facet != part.facet or whole.people != part.people:
        return False
    mine, theirs = whole.claim.scope, part.claim.scope
    if mine.window_from is None or theirs.window_from is None or theirs.window_to is None:
        return False
    if not _one_voice(whole, part):
        return False
    if mine.place and theirs.place and mine.place != theirs.place:
        return False
    longer = (mine.window_from, mine.window_to) != (theirs.window_from, theirs.window_to)
    inside = mine.window_from <= theirs.window_from and (mine.window_to is None or theirs.window_to <= mine.window_to)
    return longer and inside and _within(part, whole)


def of_a_company(whole: Entry, part: Entry) -> bool:
    """What happened to some of a company of people: of a group of nine, four were saved; of all 412 pupils, 88 ill."""
    if part.facet not in _HAPPENED or whole.facet in _HAPPENED or not _of_people(whole):
        return False
    voices = _one_voice(whole, part) or whole.claim.source is None
    return _all_together(whole) and voices and _fits_people(whole, part) and _within(part, whole)


def _all_together(entry: Entry) -> bool:
    """Whether a figure is of all who were there together: "a group of nine"."""
    place = max(0, entry.sentence.find(entry.claim.quote))
    told = entry.sentence[max(0, place - _AHEAD) : place + len(entry.claim.quote)]
    return _COMPANY.search(f"{told} {entry.claim.scope.counted or ''}") is not None


def at_one_place(whole: Entry, part: Entry) -> bool:
    """A count that is told of one place beside the count of all: 38 died in Orvo alone."""
    mine, theirs = whole.claim.scope.place, part.claim.scope.place
    alike = whole.facet == part.facet and whole.facet in CLOSED_ATTRIBUTES and whole.people == part.people
    return alike and theirs is not None and mine is None and _less(part, whole)


_HAPPENED = frozenset(
    ("deaths", "injured", "missing", "rescued", "hospitalised", "cases", "arrested", "escaped", "hostages", "evacuated")
)
_COMPANY = re.compile(r"\b(?:all(?: the)? \d|(?:group|party|team|class|convoy) of)\b", re.IGNORECASE)
"""Words for all who were there together."""
_AHEAD = 12
"""Characters before a figure in which they may begin."""


def _of_people(entry: Entry) -> bool:
    last = (entry.claim.scope.population or entry.claim.scope.counted or "people").split()[-1:]
    return bool(entry.people) or human("".join(last).lower()) is not False


def _fits_people(whole: Entry, part: Entry) -> bool:
    """Whether the people of the part can be among those of the whole."""
    return not whole.people or not part.people or bool(whole.people & part.people)


def _less(part: Entry, whole: Entry) -> bool:
    return _within(part, whole) and span_of(part.claim.value) != span_of(whole.claim.value)


def _one_voice(whole: Entry, part: Entry) -> bool:
    return source_of(whole) == source_of(part)


def _at_most(part: Entry, whole: Entry) -> bool:
    """Whether the least of the part is no more than the most of the whole."""
    large, small = span_of(whole.claim.value), span_of(part.claim.value)
    return large.high is not None and small.low is not None and small.low <= large.high


def _within(part: Entry, whole: Entry) -> bool:
    """Whether the most of the part is no more than the most of the whole."""
    large, small = span_of(whole.claim.value), span_of(part.claim.value)
    return large.high is not None and small.high is not None and small.high <= large.high


SHARES: tuple[Callable[[Entry, Entry], bool], ...] = (one_kind_of_people, a_shorter_time, of_a_company, at_one_place)
"""The rules by which one figure is taken for a part of another."""
