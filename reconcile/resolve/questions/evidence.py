"""What speaks for and against two claims of one event answering one question, as points that add up.

Each kind of evidence has a name (`signs`) and its points (`points`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.model import CLOSED_ATTRIBUTES, RUNNING_ATTRIBUTES, Bound
from reconcile.resolve.entry import OWN_WORDS, Entry
from reconcile.resolve.keys import day_of
from reconcile.resolve.questions.doubts import carried_over, more_than_all, part_against_all
from reconcile.resolve.questions.points import CLOSE, POINTS, SURE
from reconcile.resolve.questions.setting import NEIGHBOURS, Setting
from reconcile.resolve.questions.signs import evidence, one_sentence, other_selection, source_of
from reconcile.resolve.words.terms import plain

__all__ = [
    "NEIGHBOURS",
    "SURE",
    "doubtful",
    "evidence",
    "one_sentence",
    "points_for",
    "source_of",
    "surely_same",
    "why_same",
]

_THIRDS = 12


def points_for(left: Entry, right: Entry, setting: Setting) -> float:
    """All points for two claims answering one question; above nought they are taken to."""
    return sum(POINTS[name] * amount for name, amount in evidence(left, right, setting))


def surely_same(left: Entry, right: Entry, group: Sequence[Entry], setting: Setting) -> bool:
    """Whether enough speaks for two claims of a group being about one thing to call them a conflict.

    Enough is: one name by the user, points of their own, or a third claim of the group that is close to both.
    """
    if left.claim.question and plain(left.claim.question) == plain(right.claim.question):
        return True
    if doubtful(left, right, setting):
        return False
    if points_for(left, right, setting) >= SURE:
        return True
    return any(
        points_for(left, third, setting) >= CLOSE and points_for(third, right, setting) >= CLOSE
        for third in group[:_THIRDS]
        if third is not left and third is not right
    )


_DOUBTS = frozenset(
    (
        "another phase",
        "neighbouring attribute",
        "other names",
        "other people",
        "other days named",
        "other period",
        "period by one",
        "described otherwise",
    )
)
"""Evidence of a part of the scope that could differ: with it, figures that exclude each other are unclear."""


def doubtful(left: Entry, right: Entry, setting: Setting) -> bool:
    """Whether a part of the scope could differ, or a claim does not even name its attribute."""
    told = {name for name, amount in evidence(left, right, setting) if amount}
    unnamed = left.facet in setting.sided and bool(left.named) is not bool(right.named)
    if told & _DOUBTS or unnamed or _other_share(left, right, setting) or _none_of_all(left, right, setting):
        return True
    if "other place" in told and left.document.text and right.document.text:
        return True
    if _still_then(left, right) or _of_all_there_are(left, right):
        return True
    if carried_over(left, right) or part_against_all(left, right, setting):
        return True
    if left.sort == "age" and left.words - right.words and right.words - left.words:
        return True
    tied = bool(told & {"same people", "set against it", "told in its place"} or left.words & right.words)
    return not (tied or (_names_attribute(left) and _names_attribute(right)))


def _still_then(left: Entry, right: Entry) -> bool:
    """Whether both tell how many there still were, on different days, of what nobody counts on: it changes."""
    if left.facet in CLOSED_ATTRIBUTES or not left.qualified & right.qualified & _STILL:
        return False
    mine, theirs = day_of(left.claim, left.document), day_of(right.claim, right.document)
    return mine is not None and theirs is not None and mine != theirs


def _of_all_there_are(left: Entry, right: Entry) -> bool:
    """Whether one tells how many of a thing somebody has, the other to how many something happened: schools closed."""
    if left.sort != "count" or {left.facet, right.facet} & CLOSED_ATTRIBUTES:
        return False
    some, more = sorted((left, right), key=lambda entry: len(entry.words))
    happened = more.words - some.words
    had = some.words <= more.words and happened and not happened & some.near
    return bool(had and some.words) and _HAS.search(some.sentence) is not None


_HAS = re.compile(
    r"\b(?:has|have|had|runs?|owns?|operates?|comprises?|serves?)\s(?:about |some |around |more than |nearly )?"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty)\b)"
)


_STILL = frozenset(("still", "remain", "remains", "remaining"))


def _none_of_all(left: Entry, right: Entry, setting: Setting) -> bool:
    """Whether one says that there is none of a thing, and the other counts all there are, of which a part is told."""
    if left.facet in CLOSED_ATTRIBUTES:
        return False
    pairs = ((left, right), (right, left))
    return any(one.claim.value.bound is Bound.NONE and other.id in setting.wholes for one, other in pairs)


def _other_share(left: Entry, right: Entry, setting: Setting) -> bool:
    """Whether one may count a share of what the other counts: another selection, or people beside the soldiers."""
    if other_selection(left, right, setting):
        return True
    if more_than_all(left, right):
        return False
    named = left.people or right.people
    return not (left.people and right.people) and bool(named and setting.within.get(left.facet, frozenset()) - named)


def _names_attribute(entry: Entry) -> bool:
    """Whether the sentence of a machine-read count of people says what happened to them."""
    words = OWN_WORDS.get(entry.facet) if entry.facet in RUNNING_ATTRIBUTES else None
    if words is None:
        return bool(entry.facet or entry.words)
    return entry.display or entry.claim.span is None or not entry.document.text or bool(entry.near & (words | {"larg"}))


def why_same(left: Entry, right: Entry, setting: Setting) -> tuple[tuple[str, float], ...]:
    """Each piece of evidence with its points, what speaks most first; their sum is that of `points_for`."""
    terms: dict[str, float] = {}
    for name, amount in evidence(left, right, setting):
        terms[name] = terms.get(name, 0.0) + POINTS[name] * amount
    told = [(name, points) for name, points in terms.items() if abs(points) >= _TOLD or name == "base"]
    return tuple(sorted(told, key=lambda term: (term[0] == "base", -abs(term[1]), term[0])))


_TOLD = 0.05
"""Points below which evidence is not told, since it would be shown as none."""
