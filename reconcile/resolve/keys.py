"""Block keys: which claims must be looked at together. Stored and indexed beside each claim."""

from __future__ import annotations

from reconcile.model import Claim, Document


def block_keys(claim: Claim, document: Document) -> tuple[str, ...]:
    """The keys of a claim; claims that share none, directly or through others, never meet in a question."""
    return (f"d:{document.id}", *((f"q:{claim.question}",) if claim.question else ()))
