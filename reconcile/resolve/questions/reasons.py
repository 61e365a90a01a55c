"""Why claims answer one question: the signs for and against it, each with its points, as people can read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.model import Claim, Document
from reconcile.resolve.entry import Entry, in_context
from reconcile.resolve.questions.evidence import why_same
from reconcile.resolve.questions.grouping import ONE_TOPIC
from reconcile.resolve.questions.setting import Setting, setting_of
from reconcile.resolve.relations.statements import is_stated, one_topic
from reconcile.resolve.words.terms import plain

Terms = tuple[tuple[str, float], ...]
"""Signs with their points, which add up."""

NAMED = "one name for the question, given by a person"
TOPIC = "one person, happening or thing in words"
TOLD: Mapping[str, str] = {
    "base": "two claims of one sort in one event",
    "sentence": "words that the sentences share",
    "quotation": "words that the quotations share",
    "description": "words for what is counted that both share",
    "nothing described": "neither tells more of who or what is counted",
    "nothing said": "neither says what is counted",
    "one described": "only one tells more of who or what is counted",
    "described by one": "how little more that is",
    "few of its sort": "few figures of this unit in the text",
    "loose attribute": "an event has many figures of this sort",
    "attribute by one": "only one names its attribute",
    "people by one": "only one names a kind of people",
    "people of the title": "only one names a kind of people, which stands in a title",
    "period by one": "only one names a period",
    "taken to be the same": "each the only such figure of its text, taken to be the same",
    "a part": "only one counts a part of a larger figure",
    "restated": "a figure given again, as an earlier one or denied",
    "told in its place": "told in place of the other in one sentence",
}
"""Names of signs that say more in other words; the others are told as they are called."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a claim stands beside the first of its question: the signs, what speaks most first, and their sum."""

    claim: str
    first: str
    points: float
    terms: Terms


def reasons(group: Sequence[str], members: Iterable[Claim], documents: Mapping[str, Document]) -> tuple[Reason, ...]:
    """For each claim of a group but the first, why it answers the question of the first.

    `group` are claim ids in the order of the question; `members` all claims of the event, which tell what its reports
    have in common.
    """
    entries = {entry.id: entry for entry in in_context({claim.id: claim for claim in members}, documents)}
    setting = setting_of([*entries.values()])
    own = [entries[id] for id in group if id in entries]
    return tuple(_reason(entry, own[0], setting) for entry in own[1:])


def _reason(entry: Entry, first: Entry, setting: Setting) -> Reason:
    terms = tuple((TOLD.get(name, name), round(points, 1)) for name, points in _terms(first, entry, setting))
    return Reason(entry.id, first.id, round(sum(points for _, points in terms), 1), terms)


def _terms(first: Entry, entry: Entry, setting: Setting) -> Terms:
    mine, theirs = first.claim, entry.claim
    if mine.question and plain(mine.question) == plain(theirs.question):
        return ((NAMED, ONE_TOPIC),)
    if is_stated(mine) and is_stated(theirs):
        return ((TOPIC, ONE_TOPIC),) if one_topic(mine, theirs, setting.persons) else ()
    return why_same(first, entry, setting)
