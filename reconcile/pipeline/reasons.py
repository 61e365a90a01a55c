"""Why the claims of a stored question answer it, as the resolver weighs them."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model import Claim
from reconcile.resolve.questions.reasons import Reason, Terms, reasons
from reconcile.store import Store


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim beside the first one of its question: both in words, the signs with their points, and their sum."""

    claim: str
    told: str
    outlet: str
    first: str
    first_told: str
    points: float
    terms: Terms


def why(store: Store, question: str) -> tuple[Weighed, ...]:
    """Why each claim of a question but the first answers it.

    The signs are weighed anew with all claims of the event at hand, and nothing is written. Claims that a person put
    together (`same`) may have few points, or less than none.
    """
    [found] = store.questions([question]).values()
    event = store.rows("SELECT id FROM questions WHERE event_id = ?", [found.event_id]) if found.event_id else []
    asked = store.questions(row["id"] for row in event) or {question: found}
    claims = store.claims(id for each in asked.values() for id in each.claims)
    documents = store.documents({claim.document for claim in claims.values()})
    outlets = {id: document.outlet or document.title or "" for id, document in documents.items()}
    return tuple(_weighed(each, claims, outlets) for each in reasons(found.claims, claims.values(), documents))


def _weighed(reason: Reason, claims: dict[str, Claim], outlets: dict[str, str]) -> Weighed:
    claim, first = claims[reason.claim], claims[reason.first]
    outlet = outlets[claim.document]
    return Weighed(claim.id, _called(claim), outlet, first.id, _called(first), reason.points, reason.terms)


def _called(claim: Claim) -> str:
    """A claim in words: its figure and who gave it, a private source by its label."""
    source = (claim.source.label or claim.source.name) if claim.source else "the article itself"
    return f"{'not ' if claim.stance == 'denies' else ''}{claim.value.words} ({source})"
