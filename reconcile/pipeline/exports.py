"""What scripts get: rows of claims, relations, questions, discrepancies and documents under promised names."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping

from reconcile.errors import UsageProblem
from reconcile.model import Relation
from reconcile.pipeline.columns import EXPORTS
from reconcile.pipeline.private import Labels
from reconcile.store import Store

Row = dict[str, object]
Source = Callable[[Store], Iterator[Row]]


def export(store: Store, what: str) -> Iterator[Row]:
    """Rows of one of `EXPORTS`, keys in the promised order; lists and None as they are, numbers as int or float."""
    if what not in EXPORTS:
        raise UsageProblem(f"no such export: {what}", hint=f"use one of {', '.join(EXPORTS)}")
    return _SOURCES[what](store)


def document_name(row: Mapping[str, object] | sqlite3.Row) -> str:
    """How scripts know a document: the id that its .jsonl gave, else its URL, else ours."""
    return str(row["external_id"] or row["url"] or row["id"])


def number(value: float | None, exact: str | None) -> int | float | str | None:
    """An end of a value: a whole number as int, another as float, a day as YYYY-MM-DD."""
    if exact is None or value is None:
        return exact
    return int(exact) if exact.lstrip("-").isdigit() else value


def _claims(store: Store) -> Iterator[Row]:
    newest = store.newest_run()  # a claim that comes in meanwhile may stand in a document that is not in `documents`
    documents, labels = _document_heads(store), Labels.of(store)
    for row in store.claim_rows("claims.run <= ?", [newest]):
        yield _claim(row, documents[row["document"]], labels)


def _claim(row: sqlite3.Row, document: sqlite3.Row, labels: Labels) -> Row:
    found: Row = {name: row[name] for name in EXPORTS["claims"] if name in row.keys()}  # noqa: SIM118 (a sqlite3.Row)
    found |= {
        "document": document_name(document),
        "url": document["url"],
        "outlet": document["outlet"],
        "low": number(row["low"], row["low_exact"]),
        "high": number(row["high"], row["high_exact"]),
        "source": labels.name(row["source"]),
        "via": [labels.name(step) for step in json.loads(row["via"])],
        "question": row["question_id"],
        "label": row["source_label"] or labels.by_name.get(row["source"]),
        "document_kind": document["kind"],
        "title": document["title"],
        "published": document["published"],
        "asked": row["named"],
    }
    return {name: found[name] for name in EXPORTS["claims"]}


def _document_heads(store: Store) -> dict[str, sqlite3.Row]:
    rows = store.rows("SELECT id, external_id, url, outlet, title, published, kind FROM documents")
    return {row["id"]: row for row in rows}


def _relations(store: Store) -> Iterator[Row]:
    from reconcile.resolve import expand

    labels = Labels.of(store)
    seen: set[tuple[str, str]] = set()
    for ids in _in_parts(store.question_ids()):
        with store.snapshot():
            questions = store.questions(ids)
        for question in questions.values():
            for relation in expand(labels.question(question)):
                pair = (relation.left, relation.right)
                if relation.left != relation.right and pair not in seen and pair[::-1] not in seen:
                    seen.add(pair)
                    yield _relation(relation)


def _relation(relation: Relation) -> Row:
    return {
        "left": relation.left,
        "right": relation.right,
        "relation": relation.kind.value,
        "rule": relation.rule,
        "why": relation.why,
        "left_question": relation.left_question,
        "right_question": relation.right_question,
    }


def _in_parts(ids: list[str], size: int = 500) -> Iterator[list[str]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _questions(store: Store) -> Iterator[Row]:
    with store.snapshot():
        verdicts = standing_verdicts(store)
        order = store.question_ids()
        rows = {row["id"]: row for row in store.rows("SELECT *, named AS name FROM questions")}
    for id in order:
        found: Row = {name: rows[id][name] for name in EXPORTS["questions"] if name != "verdict"}
        yield {**found, "verdict": verdicts.get(id)}


def standing_verdicts(store: Store) -> dict[str, str]:
    """The verdict that stands on each question that has one and was not reopened."""
    sql = "SELECT question, verdict FROM verdicts WHERE reopened_run IS NULL ORDER BY number"
    aliases = store.aliases()
    return {aliases.get(row["question"], row["question"]): row["verdict"] for row in store.rows(sql)}


def _discrepancies(store: Store) -> Iterator[Row]:
    labels = Labels.of(store)
    names = ", ".join(f'"{name}"' for name in EXPORTS["discrepancies"])
    for row in store.rows(f'SELECT {names} FROM discrepancies ORDER BY question, "left", "right"'):
        sources = {name: labels.name(row[name]) for name in ("left_source", "right_source")}
        yield {**dict(row), **sources, "why": labels.sentence(row["why"])}


def _documents(store: Store) -> Iterator[Row]:
    for document in store.all_documents():
        yield {
            "id": document.external_id or document.url or document.id,
            "url": document.url,
            "publisher": document.outlet,
            "title": document.title,
            "published": document.published,
            "byline": document.byline,
            "lang": document.lang,
            "text": document.text,
            "kind": document.kind.value,
            "external_id": document.external_id,
            "path": document.path,
            "replaces": document.replaces,
            "document": document.id,
        }


def _judgements(store: Store) -> Iterator[Row]:
    """Judgements and titles, the oldest first."""
    from reconcile.pipeline.rulings import judgements

    labels = Labels.of(store)
    for row in reversed(list(judgements(store))):
        told = {name: labels.sentence(str(row[name])) if row[name] else row[name] for name in ("note", "title")}
        yield {name: {**row, **told}[name] for name in EXPORTS["judgements"]}


_SOURCES: Mapping[str, Source] = {
    "claims": _claims,
    "relations": _relations,
    "questions": _questions,
    "discrepancies": _discrepancies,
    "documents": _documents,
    "judgements": _judgements,
}
