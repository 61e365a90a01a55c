"""Figures that contradict no other: wished for, promised or foretold, or of some who are picked out of others."""

from __future__ import annotations

import re
from enum import StrEnum

from reconcile.resolve.entry import Entry
from reconcile.resolve.relations.picking import picked_otherwise
from reconcile.resolve.relations.predicates import of_other_things, taken_back

_NEAR = 80
"""Characters before a figure in which the words stand that make it a wish or a forecast."""


class Mood(StrEnum):
    """How a figure is meant: as what is, as what somebody wants, promises, or had expected."""

    FACT = "fact"
    WANTED = "wanted"
    OFFERED = "offered"
    EXPECTED = "expected"


_MOODS = tuple(
    (mood, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for mood, words in (
        (
            Mood.WANTED,
            r"demand(?:s|ed|ing)?|call(?:s|ed|ing)? for|ask(?:s|ed|ing)? for|want(?:s|ed|ing)?|seek(?:s|ing)?|sought|"
            r"insist(?:s|ed|ing)? on|press(?:es|ed|ing)? for|claim for|appeal(?:s|ed)? for|urg(?:es|ed|ing)",
        ),
        (
            Mood.OFFERED,
            r"offer(?:s|ed|ing)?|propos(?:es|ed|ing|al)|promis(?:es|ed|ing)|pledg(?:es|ed|ing)|"
            r"(?:will|would|shall) (?:receive|get|be paid)|"
            r"put (?=\S+ (?:\S+ )?(?:weeks|months|salaries|days)\b)",
        ),
        (
            Mood.EXPECTED,
            r"had (?:been )?(?:expected|forecast|predicted|projected|budgeted|planned|hoped)|"
            r"(?:than|as) (?:expected|forecast)|(?:forecasts?|expectations?|target|budget) of|(?:were|was) expecting",
        ),
    )
)
_END = re.compile(r"[.;!?:](?=\s|[”\"])|[“”\"]|\b(?:but|while|whereas|against|instead of)\b")


def mood_of(entry: Entry) -> Mood:
    """How the figure of a claim is meant, by the words of its clause before it and in its quotation."""
    place = entry.sentence.find(entry.claim.quote)
    before = entry.sentence[max(0, place - _NEAR) : place] if place > 0 else ""
    stops = [match.end() for match in _END.finditer(before)]
    told = f"{before[stops[-1] if stops else 0 :]}{entry.claim.quote}"
    return next((mood for mood, pattern in _MOODS if pattern.search(told)), Mood.FACT)


def may_stand_beside(left: Entry, right: Entry) -> bool:
    """Whether two figures leave each other alone because of how they are meant.

    A demand, an offer, an old forecast and a fact are of different kinds, and two parties may each demand or offer
    something else. Some who are picked out of others are not all of those others, nor those whom another report
    picks out by other words. Nor do figures of things of which each tells something else, or that a report takes back.
    """
    if picked_otherwise(left, right) or of_other_things(left, right) or taken_back(left) or taken_back(right):
        return True
    mine, theirs = mood_of(left), mood_of(right)
    return mine is not theirs or mine in (Mood.WANTED, Mood.OFFERED)
