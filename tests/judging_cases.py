"""What the tests of judgements share: claims typed in, and in which question they stand."""

from __future__ import annotations

from dataclasses import replace

from reconcile import pipeline
from reconcile.pipeline import Editor, NewClaim
from reconcile.store import Store

IDA, BO = Editor("Ida Lund"), Editor("Bo Falk")
ASKED = NewClaim(value="14", source="mayor", question="Dead in Osk", outlet="Osk Weekly", said="2024-03-01")

RELATIONS = ["copy", "drift", "revision", "earlier", "agree", "compatible", "conflict", "unclear"]


def typed(
    store: Store, value: str, source: str, question: str, *, outlet: str = "Osk Weekly", said: str = "2024-03-01"
) -> str:
    """The id of a claim that was typed in."""
    new = replace(ASKED, value=value, source=source, question=question, outlet=outlet, said=said)
    return pipeline.add(store, new, editor=IDA).claim.id


def question(store: Store, claim: str) -> str:
    """The id of the question in which a claim stands."""
    return store.questions_of([claim])[claim]


def together(store: Store, *claims: str) -> bool:
    """Whether claims stand in one question."""
    return len({question(store, claim) for claim in claims}) == 1


def dump(store: Store) -> list[object]:
    """All that resolving made."""
    tables = ("questions", "question_claims", "accounts", "account_claims", "relations")
    return [sorted(map(repr, map(tuple, store.rows(f"SELECT * FROM {table}")))) for table in tables]


def settled(store: Store) -> None:
    """A full resolve changes nothing, and nothing stored contradicts the log."""
    before = dump(store)
    assert pipeline.resolve(store, editor=IDA, full=True).run is None
    assert dump(store) == before
    assert pipeline.check(store, deep=True) == []


def say(store: Store, word: str, left: str, right: str, *, later: bool = False) -> tuple[str, ...]:
    """Enter one judgement; the ids of what is new."""
    if word == "same":
        return pipeline.same(store, [left, right], editor=IDA, later=later).new
    if word == "different":
        return pipeline.different(store, left, right, editor=IDA, later=later).new
    return pipeline.relate(store, left, right, word, editor=IDA).new
