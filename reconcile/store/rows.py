"""Rows of the tables and the nouns of the model: each way, field by field, under the same names."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from reconcile.model import (
    Bound,
    Claim,
    ClaimStatus,
    Cumulative,
    Document,
    DocumentKind,
    Kind,
    Measure,
    Modality,
    Relation,
    RelationKind,
    Scope,
    Section,
    Source,
    Span,
    Stance,
    Value,
    Verdict,
    VerdictKind,
)

Row: TypeAlias = Mapping[str, Any] | sqlite3.Row


def value_row(value: Value | None) -> dict[str, object]:
    """The columns of a value: numbers as REAL, exactly as text beside them; days as text only."""
    if value is None:
        return dict.fromkeys(("kind", "low", "high", "low_exact", "high_exact", "bound", "unit", "words"))
    return {
        "kind": value.kind.value,
        "low": _real(value.low),
        "high": _real(value.high),
        "low_exact": None if value.low is None else exact(value.low),
        "high_exact": None if value.high is None else exact(value.high),
        "bound": value.bound.value,
        "unit": value.unit,
        "words": value.words,
    }


def exact(number: Decimal | date) -> str:
    """A number without exponent or trailing zeros of no meaning, a day as YYYY-MM-DD."""
    return number.isoformat() if isinstance(number, date) else format(number, "f")


def _real(number: Decimal | date | None) -> Decimal | None:
    """Still a `Decimal`, so that the border can judge it; `stored` makes it a float."""
    return number if isinstance(number, Decimal) else None


def stored(value: object) -> object:
    """What SQLite is given for a checked value."""
    return float(value) if isinstance(value, Decimal) else value


def value_of(row: Row) -> Value:
    """The value of a row, exact again."""
    kind = Kind(row["kind"])
    return Value(
        kind,
        _end(kind, row["low_exact"]),
        _end(kind, row["high_exact"]),
        Bound(row["bound"]),
        row["unit"],
        row["words"],
    )


def _end(kind: Kind, text: str | None) -> Decimal | date | None:
    if text is None:
        return None
    return date.fromisoformat(text) if kind is Kind.DATE else Decimal(text)


def scope_row(scope: Scope) -> dict[str, object]:
    """The columns of a scope."""
    return {
        "attribute": scope.attribute,
        "counted": scope.counted,
        "event": scope.event,
        "population": scope.population,
        "place": scope.place,
        "window_from": scope.window_from and scope.window_from.isoformat(),
        "window_to": scope.window_to and scope.window_to.isoformat(),
        "definition": scope.definition,
        "cumulative": scope.cumulative and scope.cumulative.value,
        "measure": scope.measure.value,
    }


def scope_of(row: Row) -> Scope:
    """The scope of a row."""
    return Scope(
        event=row["event"],
        attribute=row["attribute"],
        counted=row["counted"],
        population=row["population"],
        place=row["place"],
        window_from=_day(row["window_from"]),
        window_to=_day(row["window_to"]),
        definition=row["definition"],
        cumulative=Cumulative(row["cumulative"]) if row["cumulative"] else None,
        measure=Measure(row["measure"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def document_row(document: Document, text: str | None) -> dict[str, object]:
    """The columns of a document; `text` is the id of its text."""
    return {
        "id": document.id,
        "outlet": document.outlet,
        "title": document.title,
        "url": document.url,
        "published": document.published,
        "byline": document.byline,
        "lang": document.lang,
        "kind": document.kind.value,
        "external_id": document.external_id,
        "path": document.path,
        "replaces": document.replaces,
        "text": text,
    }


def document_of(row: Row) -> Document:
    """The document of a row whose `words` are its text (None where the text was not fetched or is not held)."""
    return Document(
        id=row["id"],
        text=row["words"],
        outlet=row["outlet"],
        title=row["title"],
        url=row["url"],
        published=row["published"],
        byline=row["byline"],
        lang=row["lang"],
        kind=DocumentKind(row["kind"]),
        external_id=row["external_id"],
        path=row["path"],
        replaces=row["replaces"],
    )


def claim_row(claim: Claim) -> dict[str, object]:
    """The columns of a claim, without its number and runs."""
    source = claim.source or Source("")
    return {
        "id": claim.id,
        "document": claim.document,
        **_span_row("", claim.span),
        "quote": claim.quote,
        "section": claim.section.value,
        **value_row(claim.value),
        **scope_row(claim.scope),
        "said_at": claim.said_at,
        "as_of": claim.as_of,
        "source": claim.source and source.name,
        "source_body": source.body,
        "source_role": source.role,
        "source_person": source.person,
        "source_label": source.label,
        "via": list_text(claim.via),
        "stance": claim.stance.value,
        "modality": claim.modality.value,
        "status": claim.status.value,
        "score": claim.score,
        "evidence": list_text(claim.evidence),
        **_span_row("source_", claim.source_span),
        **_span_row("cue_", claim.cue_span),
        "whole": claim.whole,
        "former": int(claim.former),
        "named": claim.question,
        "translation": claim.translation,
        "external_id": claim.external_id,
        "note": claim.note,
    }


def claim_of(row: Row) -> Claim:
    """The claim of a row."""
    return Claim(
        id=row["id"],
        document=row["document"],
        quote=row["quote"],
        value=value_of(row),
        scope=scope_of(row),
        span=_span(row, ""),
        section=Section(row["section"]),
        source=_source(row),
        source_span=_span(row, "source_"),
        cue_span=_span(row, "cue_"),
        via=tuple(json.loads(row["via"])),
        stance=Stance(row["stance"]),
        modality=Modality(row["modality"]),
        said_at=row["said_at"],
        as_of=row["as_of"],
        status=ClaimStatus(row["status"]),
        score=row["score"],
        evidence=tuple(json.loads(row["evidence"])),
        whole=row["whole"],
        former=bool(row["former"]),
        question=row["named"],
        translation=row["translation"],
        external_id=row["external_id"],
        note=row["note"],
    )


def _source(row: Row) -> Source | None:
    if row["source"] is None:
        return None
    return Source(row["source"], row["source_body"], row["source_role"], row["source_person"], row["source_label"])


def _span_row(prefix: str, span: Span | None) -> dict[str, object]:
    return {f"{prefix}start": span and span.start, f"{prefix}end": span and span.end}


def _span(row: Row, prefix: str) -> Span | None:
    start = row[f"{prefix}start"]
    return None if start is None else Span(start, row[f"{prefix}end"])


def list_text(items: tuple[str, ...]) -> str:
    """A list of words as JSON."""
    return json.dumps(list(items), ensure_ascii=False)


def relation_row(relation: Relation) -> dict[str, object]:
    """The columns of a relation."""
    return {
        "left": relation.left,
        "right": relation.right,
        "relation": relation.kind.value,
        "rule": relation.rule,
        "why": relation.why,
        "left_question": relation.left_question,
        "right_question": relation.right_question,
        "assumptions": list_text(relation.assumptions),
    }


def relation_of(row: Row) -> Relation:
    """The relation of a row."""
    return Relation(
        left=row["left"],
        right=row["right"],
        kind=RelationKind(row["relation"]),
        rule=row["rule"],
        why=row["why"],
        left_question=row["left_question"],
        right_question=row["right_question"],
        assumptions=tuple(json.loads(row["assumptions"])),
    )


def verdict_row(verdict: Verdict) -> dict[str, object]:
    """The columns of a verdict."""
    return {
        "question": verdict.question,
        "verdict": verdict.kind.value,
        "editor": verdict.editor,
        "at": verdict.at,
        "note": verdict.note,
        "would_settle": verdict.would_settle,
        "review_by": verdict.review_by,
        **value_row(verdict.value),
    }


def verdict_of(row: Row) -> Verdict:
    """The verdict of a row."""
    return Verdict(
        question=row["question"],
        kind=VerdictKind(row["verdict"]),
        editor=row["editor"],
        at=row["at"],
        note=row["note"],
        value=value_of(row) if row["kind"] else None,
        would_settle=row["would_settle"],
        review_by=row["review_by"],
    )
