"""One row of a table of claims, read and checked, before it has a document and an id in the database."""

from __future__ import annotations

from dataclasses import dataclass, field

from reconcile.model import Claim, ClaimStatus, DocumentKind, Modality, Scope, Source, Span, Stance, Value


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as a table gives it.

    `where` is "file, line 7" for messages; `id`, `document`, `url` and `outlet` are as written in the row, None
    where empty. `document` is the id that a .jsonl gave, an address, or ours. `document_kind`, `title` and `published`
    describe a document that the database does not hold. `status` is None where the row does
    not say. `given` names the fields that the row fills, though with what an empty one would mean. `raw` are the
    cells or the line, for `rejects.jsonl`.
    """

    where: str
    value: Value
    quote: str = ""
    id: str | None = None
    document: str | None = None
    url: str | None = None
    outlet: str | None = None
    scope: Scope = field(default_factory=Scope)
    span: Span | None = None
    source: Source | None = None
    source_span: Span | None = None
    cue_span: Span | None = None
    via: tuple[str, ...] = ()
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.STATED
    said_at: str | None = None
    as_of: str | None = None
    status: ClaimStatus | None = None
    score: float | None = None
    translation: str | None = None
    external_id: str | None = None
    question: str | None = None
    document_kind: DocumentKind = DocumentKind.ARTICLE
    title: str | None = None
    published: str | None = None
    given: frozenset[str] = frozenset()
    raw: str | tuple[str, ...] | None = None

    def claim(self, id: str, document: str) -> Claim:
        """The claim under the given ids; accepted where the row does not say otherwise, since a person made it."""
        return Claim(
            id=id,
            document=document,
            quote=self.quote,
            value=self.value,
            scope=self.scope,
            span=self.span,
            source=self.source,
            source_span=self.source_span,
            cue_span=self.cue_span,
            via=self.via,
            stance=self.stance,
            modality=self.modality,
            said_at=self.said_at,
            as_of=self.as_of,
            status=self.status or ClaimStatus.ACCEPTED,
            score=self.score,
            question=self.question,
            translation=self.translation,
            external_id=self.external_id or self.id,
        )
