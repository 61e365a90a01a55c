"""How statements in words are written down as rows of a table."""

from __future__ import annotations

from reconcile.extract import extract
from reconcile.model import Claim, Document, Kind

Row = tuple[str, str, str | None, str]
"""Whose status or which attribute, the words, the source (None: the article itself), the stance."""


def told(text: str, title: str | None = None) -> list[Claim]:
    """The statements in words that are read from an article of 4 May 2031."""
    document = Document(id="x", text=text, title=title, published="2031-05-04T10:00:00Z")
    return [claim for claim in extract(document) if claim.value.kind is Kind.TEXT]


def row(claim: Claim) -> Row:
    """A statement as a row of the tables below; what is only possible has a question mark behind its stance."""
    doubt = "" if claim.modality.value == "stated" else "?"
    about = claim.scope.population or claim.scope.attribute or ""
    return about, claim.value.words, claim.source.name if claim.source else None, claim.stance.value + doubt


A, D, P = "asserts", "denies", "asserts?"
