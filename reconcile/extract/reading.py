"""`extract`: from a document to its claims, in numbered steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.extract.quantities import Mention, mentions
from reconcile.extract.scope import scopes
from reconcile.extract.text import Layout, Sentence, lay_out
from reconcile.extract.voices import Heard, hear
from reconcile.model import Claim, Document, proposed_claim_id
from reconcile.values import scan


def extract(document: Document) -> list[Claim]:
    """The claims of a document."""
    if document.text is None:
        return []
    layout = lay_out(document)
    heard = hear(document, layout)
    found = list(mentions(scan(document.text), layout.sentences))
    attributes = scopes(found, layout.sentences)
    claims = []
    for mention, scope in zip(found, attributes):
        p = mention.found.number_start
        covering = sorted((h for h in heard if h.covers(p)), key=lambda h: h.width)
        best = covering[0] if covering else None
        span = mention.span
        claims.append(
            Claim(
                id=proposed_claim_id(document.id, span, mention.found.value.kind),
                document=document.id,
                quote=document.text[span.start:span.end],
                value=mention.found.value,
                scope=scope,
                span=span,
                section=layout.sentences[mention.sentence].section,
                source=best.source if best else None,
                via=tuple(h.source.name for h in covering[1:] if h.source and best and h.source != best.source),
                stance=best.stance if best else "asserts",
            )
        )
    return claims
