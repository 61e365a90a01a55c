"""What is best supported so far on a question, weighed among all questions of the database at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from reconcile.advice import DECIDED, Advice, Ratings, advice_lines, advise
from reconcile.model import Value, Verdict, VerdictKind
from reconcile.store import Store

__all__ = ["Advice", "advice_lines", "advice_on", "advised"]

_ASIDE = (VerdictKind.RANGE, VerdictKind.NOT_COMPARABLE)
"""Verdicts that close a question without naming the right answer: nothing is weighed there, and nothing learnt."""


def advised(store: Store, question: str) -> Advice:
    """The advice on a question, or why there is none. Computed on demand and never stored."""
    return advice_on(store, {question})[question]


def advice_on(store: Store, questions: Collection[str] | None = None) -> dict[str, Advice]:
    """The advice on these questions, or on all of the database.

    Every question is weighed, since what a source says elsewhere tells how much it is worth here; the desk's grades
    of its sources and the questions that persons settled override what is learnt.
    """
    ids = [row["id"] for row in store.rows("SELECT id FROM questions ORDER BY id")]
    known, verdicts = store.questions(ids), _newest(store)
    aside = {id for id in known if id in verdicts and verdicts[id].kind in _ASIDE}
    claims = store.claims(claim for each in known.values() for claim in each.claims)
    weighed = [question for id, question in known.items() if id not in aside]
    found = advise(weighed, claims, _ratings(store), _settled(verdicts), questions)
    told = aside if questions is None else aside & set(questions)
    return {**found, **{id: Advice(id, unweighed=DECIDED) for id in sorted(told)}}


def _ratings(store: Store) -> Ratings:
    notes = store.rows("SELECT name, party, reliability FROM sources WHERE party = 1 OR reliability IS NOT NULL")
    return Ratings(
        grades={row["name"]: row["reliability"] for row in notes if row["reliability"]},
        parties=frozenset(row["name"] for row in notes if row["party"]),
    )


def _newest(store: Store) -> dict[str, Verdict]:
    """The verdict that stands on each question."""
    return {question: given[-1] for question, given in store.verdicts(standing=True).items() if given}


def _settled(verdicts: Mapping[str, Verdict]) -> dict[str, Value]:
    """The values of the verdicts that settle a question: they teach who is right."""
    return {
        question: verdict.value
        for question, verdict in verdicts.items()
        if verdict.kind is VerdictKind.SETTLED and verdict.value is not None
    }
