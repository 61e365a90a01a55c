"""What is best supported so far: the answers to a question of fact in order, with a ledger. Never a verdict.

All questions are weighed at once, so that what a source says elsewhere tells how much it is worth here. The figures
behind the order are never shown: models of this sort are far too sure of themselves. What is shown is the order, who
speaks for each answer, and what would change it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from reconcile.advice.ledger import DECIDED, Ledger, unsaid
from reconcile.advice.nouns import Advice, Candidate, Change, Plain, Ratings, Says, Support, Turn
from reconcile.advice.rows import rows_of
from reconcile.advice.weighing import weigh
from reconcile.advice.wording import advice_lines
from reconcile.model import Claim, Question, Value

__all__ = [
    "DECIDED",
    "Advice",
    "Candidate",
    "Change",
    "Plain",
    "Ratings",
    "Says",
    "Support",
    "Turn",
    "advice_lines",
    "advise",
]


def advise(
    questions: Sequence[Question],
    claims: Mapping[str, Claim],
    ratings: Ratings | None = None,
    settled: Mapping[str, Value] | None = None,
    of: Collection[str] | None = None,
) -> dict[str, Advice]:
    """The advice on every question, by its id; where there is nothing to weigh, the advice says why.

    `ratings` are the desk's own grades of its sources, `settled` the values that persons decided, by question: both
    override what is learnt from agreement. All questions are weighed; where `of` names some, only these are told.
    A pure function of its arguments.
    """
    rows = rows_of(questions, claims, ratings or Ratings(), settled or {})
    told = [(number, each) for number, each in enumerate(questions) if of is None or each.id in of]
    if not rows.rows:
        return {each.id: Advice(each.id, denied=rows.denied[each.id], unweighed=unsaid(each)) for _, each in told}
    ledger = Ledger(rows, weigh(rows.reports))
    return {each.id: ledger.advice(number, each) for number, each in told}
