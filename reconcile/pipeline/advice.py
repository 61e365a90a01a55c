"""What is best supported so far on a question, weighed among all questions of the database at once."""

from __future__ import annotations

from collections.abc import Collection

from reconcile.advice import Advice, Ratings, advice_lines, advise
from reconcile.model import Value, VerdictKind
from reconcile.store import Store

__all__ = ["Advice", "advice_lines", "advice_on", "advised"]


def advised(store: Store, question: str) -> Advice:
    """The advice on a question, or why there is none. Computed on demand and never stored."""
    return advice_on(store, {question})[question]


def advice_on(store: Store, questions: Collection[str] | None = None) -> dict[str, Advice]:
    """The advice on these questions, or on all of the database.

    Every question is weighed, since what a source says elsewhere tells how much it is worth here; the desk's grades
    of its sources and the questions that persons settled override what is learnt.
    """
    ids = [row["id"] for row in store.rows("SELECT id FROM questions ORDER BY id")]
    known = store.questions(ids)
    claims = store.claims(claim for each in known.values() for claim in each.claims)
    return advise(list(known.values()), claims, _ratings(store), _settled(store), questions)


def _ratings(store: Store) -> Ratings:
    notes = store.rows("SELECT name, party, reliability FROM sources WHERE party = 1 OR reliability IS NOT NULL")
    return Ratings(
        grades={row["name"]: row["reliability"] for row in notes if row["reliability"]},
        parties=frozenset(row["name"] for row in notes if row["party"]),
    )


def _settled(store: Store) -> dict[str, Value]:
    """The values of the verdicts that settle a question now."""
    newest = {question: given[-1] for question, given in store.verdicts(standing=True).items() if given}
    return {
        question: verdict.value
        for question, verdict in newest.items()
        if verdict.kind is VerdictKind.SETTLED and verdict.value is not None
    }
