"""Claims to questions: which claims answer the same question, and how they stand to each other.

Pure: the questions are a function of the claims, their documents and the desk, whatever the order in which
they are given. Nothing here decides what is true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.model import Claim, Document, Question, Relation, content_id
from reconcile.resolve.blocks import in_blocks
from reconcile.resolve.desk import Desk
from reconcile.resolve.entry import Entry, in_context
from reconcile.resolve.events import events_in, with_doubts
from reconcile.resolve.ids import aliases, event_aliases, question_ids
from reconcile.resolve.judgements.judged import Judged, judged_of, linked
from reconcile.resolve.judgements.moving import gathered, made_one, regrouped
from reconcile.resolve.judgements.naming import as_called, of_named_events
from reconcile.resolve.judgements.stated import across_as_stated, as_stated, copied, titled
from reconcile.resolve.keys import block_keys
from reconcile.resolve.origins.copies import joined
from reconcile.resolve.origins.joining import origins_of
from reconcile.resolve.questions.evidence import surely_same
from reconcile.resolve.questions.grouping import grouped
from reconcile.resolve.questions.setting import Setting, setting_of
from reconcile.resolve.questions.titles import Backdrop, backdrop_of, title_of, told_apart
from reconcile.resolve.questions.undecided import could_be
from reconcile.resolve.relations.accounts import accounts_of
from reconcile.resolve.relations.parts import look_alikes, part_pairs, wholes_of
from reconcile.resolve.relations.relating import expanded, relations_of
from reconcile.resolve.relations.rules import RULES, SENTENCES
from reconcile.resolve.relations.sides import sides_of
from reconcile.resolve.relations.status import status_of

__all__ = ["RULES", "SENTENCES", "Desk", "aliases", "as_called", "block_keys", "event_aliases", "expand", "resolve"]


@dataclass(frozen=True, slots=True)
class _Event:
    """The claims of one event, their origins and their questions."""

    id: str
    members: Sequence[Entry]
    origins: Mapping[str, str]
    groups: Sequence[Sequence[Entry]]
    setting: Setting
    backdrop: Backdrop
    told: frozenset[tuple[str, str]]
    """Documents with the attributes of which their texts, not only their headlines, give figures."""
    judged: Judged


def resolve(claims: Sequence[Claim], documents: Mapping[str, Document], desk: Desk) -> tuple[Question, ...]:
    """The questions that the claims answer, in the order in which their first claims arrived.

    1. Read each claim in its sentence and document.
    2. Split the claims into blocks that share no key; each is resolved by itself.
    3. Within a block, find which documents report the same event.
    4. Within an event, find the origins and the claims that answer the same question.
    5. Name each question: by an id that it had, else by its first claim.
    6. Relate the claims of each question, rule by rule; then parts and look-alikes across questions.
    7. Gather accounts under their letters, and compute where each question stands.
    """
    members = in_context({claim.id: claim for claim in as_called(claims, desk.places)}, documents)
    judged = judged_of(
        (*of_named_events(claims, desk.names), *desk.judgements), (entry.id for entry in members), desk.struck
    )
    sure, blocks = _in_columns(in_blocks(members), desk, judged)
    told = [events_in(block, judged.among(entry.id for entry in block)) for block in blocks]
    tied = linked([each.events for each in told], judged)
    found = [*sure, *(event for events in tied for event in _events(events, desk, judged))]
    ids = iter(question_ids([group for event in found for group in event.groups], desk))
    letters = _letters(desk)
    questions = [question for event in found for question in _questions(event, ids, desk, letters)]
    questions = across_as_stated(titled(desk.titles, with_doubts(questions, told), desk.struck), judged)
    arrived = {q.id: min(desk.arrival(claim) for claim in q.claims) for q in questions}
    return tuple(sorted(questions, key=lambda question: arrived[question.id]))


MANY = 3_000
"""Claims from which events, questions and origins are looked for in columns first, with the same result."""


def _in_columns(
    blocks: Sequence[Sequence[Entry]], desk: Desk, judged: Judged
) -> tuple[list[_Event], Sequence[Sequence[Entry]]]:
    """The events of which columns are sure, where there are very many claims, and the blocks that are left."""
    if sum(map(len, blocks)) < MANY:
        return [], blocks
    from reconcile.resolve.columns.events import sure_events

    sure, rest = sure_events(blocks, desk, judged.links)
    return [
        _as_event(each.members, each.groups, each.origins, dict.fromkeys(each.origins, 0), desk, judged)
        for each in sure
    ], rest


def _events(found: Sequence[Sequence[Entry]], desk: Desk, judged: Judged) -> Iterator[_Event]:
    """The events of blocks that hang together, as people judged them.

    A claim that they put with those of another event goes there without its document.
    """
    judged = judged.among(entry.id for event in found for entry in event)
    found = made_one(found, judged)
    home = {entry.id: number for number, event in enumerate(found) for entry in event}
    groups = [grouped(event, setting_of(event), judged) for event in gathered(found, judged) if event]
    for each in regrouped(groups, judged):
        members = sorted((entry for group in each for entry in group), key=lambda entry: entry.order)
        if members:
            yield _event(members, each, home, desk, judged)


def _event(
    members: Sequence[Entry], groups: Sequence[Sequence[Entry]], home: Mapping[str, int], desk: Desk, judged: Judged
) -> _Event:
    """One event of which claims are grouped: its origins, too."""
    origins = copied(joined(members, origins_of(members, desk)), judged)
    return _as_event(members, groups, origins, home, desk, judged)


def _as_event(
    members: Sequence[Entry],
    groups: Sequence[Sequence[Entry]],
    origins: Mapping[str, str],
    home: Mapping[str, int],
    desk: Desk,
    judged: Judged,
) -> _Event:
    """One event, known by the first to arrive of the claims whose documents report it."""
    told = frozenset((entry.document.id, entry.facet) for entry in members if not entry.display and entry.facet)
    counted = Counter(home[entry.id] for entry in members)
    own = max(sorted(counted), key=counted.__getitem__)
    first = min(desk.arrival(entry.id) for entry in members if home[entry.id] == own)[1]
    id = content_id("e1", [first])
    return _Event(id, members, origins, groups, setting_of(members), backdrop_of(members), told, judged)


def _letters(desk: Desk) -> dict[str, dict[str, str]]:
    """The letters given so far, by question and origin."""
    found: dict[str, dict[str, str]] = {}
    for (question, origin), letter in desk.letters.items():
        found.setdefault(question, {})[origin] = letter
    return found


def _questions(
    event: _Event, ids: Iterator[str], desk: Desk, letters: Mapping[str, Mapping[str, str]]
) -> list[Question]:
    """The questions of one event, with the relations between them."""
    named = [(next(ids), group) for group in event.groups]
    question_of = {entry.id: name for name, group in named for entry in group}
    across = _across(event, question_of)
    found = [_question(name, group, event, desk, letters.get(name, {})) for name, group in named]
    wholes = wholes_of(across)
    titles = told_apart([question.title for question in found], event.groups)
    return [
        replace(
            question,
            title=question.name or title,
            relations=(*question.relations, *(r for r in across if r.left_question == question.id)),
            whole=wholes.get(question.id),
            event_id=event.id,
        )
        for question, title in zip(found, titles, strict=True)
    ]


def _across(event: _Event, question_of: Mapping[str, str]) -> list[Relation]:
    """Parts of a whole, then figures that could be either of two and look-alikes, no pair of claims twice."""
    found: dict[frozenset[str], Relation] = {}
    torn = could_be(event.groups, event.setting, question_of)
    for relation in (*part_pairs(event.members, question_of), *torn, *look_alikes(event.groups, question_of)):
        found.setdefault(frozenset((relation.left, relation.right)), relation)
    return [*found.values()]


def _question(name: str, group: Sequence[Entry], event: _Event, desk: Desk, letters: Mapping[str, str]) -> Question:
    """One question: its sides, its relations and its accounts."""
    shown = _shown(group, event)
    above = {entry.id for entry in shown}
    sides = sides_of([entry for entry in group if entry.id not in above], event.origins)
    headlines = [side for entry in shown for side in sides_of([entry], event.origins)]

    def sure(left: Entry, right: Entry) -> bool:
        return surely_same(left, right, group, event.setting)

    relations = as_stated(name, tuple(relations_of(name, sides, headlines, sure)), [*sides, *headlines], event.judged)
    accounts = accounts_of(sides, desk, letters)
    arrived = [entry.claim for entry in sorted(group, key=lambda entry: desk.arrival(entry.id))]
    asked = next((claim.question for claim in arrived if claim.question), None)
    return Question(
        id=name,
        title=asked or title_of(group, event.backdrop),
        kind=arrived[0].value.kind,
        scope=arrived[0].scope,
        claims=tuple(claim.id for claim in arrived),
        accounts=accounts,
        relations=relations,
        status=status_of(accounts, relations),
        name=asked,
    )


def _shown(group: Sequence[Entry], event: _Event) -> list[Entry]:
    """The headlines, bullets and captions of a question over a text that has a figure of its own.

    A text that tells of the same attribute elsewhere speaks for its headline, too, where others are left to speak.
    """
    here = {entry.document.id for entry in group if not entry.display}
    shown = [entry for entry in group if entry.display and entry.document.id in here]
    elsewhere = [
        entry
        for entry in group
        if entry.display and entry.document.id not in here and (entry.document.id, entry.facet) in event.told
    ]
    return shown + elsewhere if len(shown) + len(elsewhere) < len(group) else shown


def expand(question: Question) -> Iterator[Relation]:
    """The relations of a question as one line per pair of claims, each pair once, no claim with itself.

    Relations to claims of other questions (`part_of`, `scope`) stand with the question of their left claim.
    """
    return expanded(question.relations)
