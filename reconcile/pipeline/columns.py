"""The column names of exports and lists, in their order: what scripts may depend on."""

from __future__ import annotations

from collections.abc import Mapping

_CLAIMS = (
    *("id", "document", "url", "outlet", "start", "end", "quote", "kind", "low", "high", "bound", "unit", "counted"),
    *("attribute", "measure", "event", "population", "place", "window_from", "window_to", "definition", "cumulative"),
    *("said_at", "as_of", "source", "via", "stance", "modality", "status", "score", "source_start", "source_end"),
    *("cue_start", "cue_end", "translation", "external_id", "question"),
    *("label", "document_kind", "title", "published", "asked"),
)
_RELATIONS = ("left", "right", "relation", "rule", "why", "left_question", "right_question")
_QUESTIONS = (
    *("id", "title", "status", "name", "kind", "claims", "accounts", "attribute", "measure", "event", "population"),
    *("place", "window_from", "window_to", "definition", "cumulative", "whole", "event_id", "verdict"),
)
_DISCREPANCIES = (
    *("question", "title", "status", "left_value", "left_source", "left_outlet", "left_said_at", "right_value"),
    *("right_source", "right_outlet", "right_said_at", "rule", "why", "left", "right", "left_quote", "right_quote"),
)
_DOCUMENTS = (
    *("id", "url", "publisher", "title", "published", "byline", "lang", "text", "kind", "external_id", "path"),
    *("replaces", "document"),
)

_JUDGEMENTS = ("id", "judgement", "level", "left", "right", "title", "editor", "at", "note", "undone")

EXPORTS: Mapping[str, tuple[str, ...]] = {
    "claims": _CLAIMS,
    "relations": _RELATIONS,
    "questions": _QUESTIONS,
    "discrepancies": _DISCREPANCIES,
    "documents": _DOCUMENTS,
    "judgements": _JUDGEMENTS,
}
"""What can be exported, each with its column names in order (`docs/data-model.md`)."""

LISTS: Mapping[str, tuple[str, ...]] = {
    "questions": ("id", "status", "title", "claims", "accounts", "conflicts", "verdict", "changed"),
    "claims": ("id", "status", "value", "source", "outlet", "said_at", "counted", "quote", "question"),
    "documents": ("id", "outlet", "title", "published", "lang", "url", "claims", "path"),
    "sources": ("name", "label", "kind", "party", "reliability", "claims", "aliases"),
    "outlets": ("name", "family", "documents", "claims"),
    "places": ("name", "aliases", "claims"),
    "events": ("id", "title", "questions", "claims", "documents", "first"),
    "judgements": _JUDGEMENTS,
    "names": ("id", "kind", "name", "means", "editor", "at", "note", "undone"),
    "alerts": ("id", "alert", "why", "question", "claim", "excepted", "until"),
    "runs": ("run", "at", "command", "editor", "note", "counts"),
}
"""What can be listed, each with its column names in order."""
