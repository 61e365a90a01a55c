"""What a resolve changes, question by question, and why: new data, a person's doing, or another program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reconcile.model import Question, RelationKind
from reconcile.store import Store
from reconcile.store.reading import ids_text


class Why(StrEnum):
    """Where a change comes from: claims that came in, somebody's correction or judgement, an update of the program."""

    DATA = "data"
    PERSON = "person"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Changed:
    """One question that is new or no longer what it was: what changed, in words, and why."""

    question: str
    title: str
    what: str
    cause: Why


_READ_IN = ("ingest", "import", "add", "run")
"""Commands by which data come in; every other command is a person's doing."""


@dataclass(frozen=True, slots=True)
class Causes:
    """Why claims have to be looked at again, by claim; whatever has no cause of its own is the program's doing."""

    by_claim: Mapping[str, Why]

    @classmethod
    def of(cls, store: Store, pending: Iterable[int], since: int) -> Causes:
        """The causes of the pending claims, by their numbers: changed after run `since`, or judged or named since."""
        sql = """SELECT claims.id, runs.command, changed_run > ? AS changed FROM claims
            JOIN runs ON runs.run = changed_run WHERE number IN (SELECT value FROM json_each(?))"""
        rows = store.rows(sql, [since, ids_text(pending)])
        return cls({
            row["id"]: Why.DATA if row["changed"] and row["command"] in _READ_IN else Why.PERSON for row in rows
        })  # fmt: skip

    def behind(self, claims: Iterable[str], event: Iterable[str]) -> Why:
        """The cause of a change to a question with these claims: its own, else its event's, else any, else none."""
        for near in (claims, event, self.by_claim):
            found = {self.by_claim[claim] for claim in near if claim in self.by_claim}
            if found:
                return Why.PERSON if Why.PERSON in found else Why.DATA
        return Why.PROGRAM


def changes(
    before: Mapping[str, Question], after: Sequence[Question], moved: Mapping[str, str], causes: Causes
) -> Iterator[Changed]:
    """Each question that is new, differs or went, in the order of their first claims, those that went last."""
    here = {question.id for question in after}
    event = _by_event([*before.values(), *after])
    were, are = _touching(before.values()), _touching(after)
    for question in after:
        id, old = question.id, before.get(question.id)
        told = _differences(old, question, were.get(id, set()), are.get(id, set())) if old else ()
        what = "; ".join(told) if old else f"new, {_counted(len(question.claims), 'claim', 'claims')}"
        if what:
            claims = {*question.claims, *(old.claims if old else ())}
            yield Changed(question.id, question.title, what, causes.behind(claims, event.get(question.event_id, ())))
    for id, old in before.items():
        if id not in here and old.claims:
            what = f"joined with {moved[id]}" if id in moved else "holds no claim any more"
            yield Changed(id, old.title, what, causes.behind(old.claims, event.get(old.event_id, ())))


def _by_event(questions: Iterable[Question]) -> dict[str | None, set[str]]:
    found: dict[str | None, set[str]] = {}
    for question in questions:
        found.setdefault(question.event_id, set()).update(question.claims)
    return found


_Pair = tuple[str, str, RelationKind]


def _touching(questions: Iterable[Question]) -> dict[str, set[_Pair]]:
    """The relations at either end of each question: what is read back stands at both ends, what is made at one."""
    found: dict[str, set[_Pair]] = {}
    for relation in {relation for question in questions for relation in question.relations}:
        for end in {relation.left_question, relation.right_question}:
            found.setdefault(end, set()).add((relation.left, relation.right, relation.kind))
    return found


def _differences(old: Question, new: Question, were: set[_Pair], are: set[_Pair]) -> Iterator[str]:
    """What differs between a question before and after, each in a few words; the relations are those at its ends."""
    if old.status is not new.status:
        yield f"{new.status} (was {old.status})"
    for claims, word in ((set(new.claims) - set(old.claims), "more"), (set(old.claims) - set(new.claims), "fewer")):
        if claims:
            yield f"{_counted(len(claims), 'claim', 'claims')} {word}"
    if old.title != new.title:
        yield f"called “{new.title}” (was “{old.title}”)"
    yield from _relations(were, are)
    if len(old.accounts) != len(new.accounts):
        yield f"{_counted(len(new.accounts), 'account', 'accounts')} (was {len(old.accounts)})"


def _relations(were: set[_Pair], are: set[_Pair]) -> Iterator[str]:
    for relations, word in ((are - were, "new"), (were - are, "gone")):
        count = Counter(kind for _, _, kind in relations)
        yield from (f"{_counted(many, *_NOUNS[kind])} {word}" for kind, many in sorted(count.items()))


_NOUNS: Mapping[RelationKind, tuple[str, str]] = {
    RelationKind.COPY: ("copy", "copies"),
    RelationKind.DRIFT: ("drift", "drifts"),
    RelationKind.PART_OF: ("part", "parts"),
    RelationKind.SCOPE: ("other scope", "other scopes"),
    RelationKind.REVISION: ("revision", "revisions"),
    RelationKind.EARLIER: ("earlier figure", "earlier figures"),
    RelationKind.AGREE: ("agreement", "agreements"),
    RelationKind.COMPATIBLE: ("compatible pair", "compatible pairs"),
    RelationKind.CONFLICT: ("conflict", "conflicts"),
    RelationKind.UNCLEAR: ("unclear pair", "unclear pairs"),
}
"""One relation of each kind, and several, as a list of changes counts them."""


def _counted(many: int, one: str, several: str) -> str:
    return f"{many} {one if many == 1 else several}"
