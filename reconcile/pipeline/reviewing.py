"""What waits for a person: proposed claims, the most doubtful first, each with its words in their context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile import values
from reconcile.errors import UsageProblem
from reconcile.extract.evidence import doubts
from reconcile.model import Claim, Document
from reconcile.store import Store
from reconcile.store.reading import ids_text

COLUMNS = ("id", "score", "value", "source", "via", "counted", "attribute", "outlet", "quote", "doubts")
"""The queue as a table."""
CONTEXT = 220
"""Characters of the text shown before a quotation, and as many behind it."""

_QUEUE = """SELECT claims.id FROM claims LEFT JOIN question_claims ON question_claims.claim = claims.id
    WHERE status = 'proposed' AND (:below IS NULL OR score < :below)
        AND (:named IS NULL OR claims.id IN (SELECT value FROM json_each(:named))
            OR document IN (SELECT value FROM json_each(:named))
            OR question_claims.question IN (SELECT value FROM json_each(:named)))
    ORDER BY score, document, "start", number LIMIT :most"""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed claim, the document that holds it, and the text before and behind its quotation."""

    claim: Claim
    document: Document
    before: str
    behind: str

    @property
    def doubts(self) -> tuple[str, ...]:
        """What tells against the reading, by name."""
        return doubts(self.claim)


def proposals(
    store: Store, ids: Sequence[str] = (), *, below: float | None = None, limit: int | None = None
) -> list[Proposal]:
    """Claims that nobody has accepted or rejected yet, the lowest score first.

    `ids` are claims, documents or questions to keep to, `below` leaves out what scores as much or more. Raises
    `UsageProblem` for an unknown or ambiguous id, and for a run.
    """
    named = ids_text(_named(store, ids)) if ids else None
    most = -1 if limit is None else limit
    queue = [row["id"] for row in store.rows(_QUEUE, {"below": below, "named": named, "most": most})]
    claims = store.claims(queue)
    documents = store.documents({claim.document for claim in claims.values()})
    return [_proposal(claims[id], documents[claims[id].document]) for id in queue]


def _named(store: Store, ids: Sequence[str]) -> Iterator[str]:
    for id in ids:
        what, full = store.named(id)
        if what not in ("claim", "document", "question"):
            raise UsageProblem(f"a {what} holds no claims to review", where=f"review {id}")
        yield full


def _proposal(claim: Claim, document: Document) -> Proposal:
    if claim.span is None:
        title = document.title or ""
        before, found, behind = title.partition(claim.quote)
        return Proposal(claim, document, before, behind) if found else Proposal(claim, document, "", "")
    text, span = document.text or "", claim.span
    before = text[max(0, span.start - CONTEXT) : span.start]
    return Proposal(claim, document, before, text[span.end : span.end + CONTEXT])


def row(proposal: Proposal) -> dict[str, object]:
    """A proposal as a row of the table `COLUMNS`."""
    claim = proposal.claim
    return {
        "id": claim.id,
        "score": claim.score,
        "value": values.render(claim.value),
        "source": claim.source.name if claim.source else None,
        "via": ", ".join(claim.via),
        "counted": claim.scope.counted,
        "attribute": claim.scope.attribute,
        "outlet": proposal.document.outlet,
        "quote": claim.quote,
        "doubts": ", ".join(proposal.doubts),
    }
