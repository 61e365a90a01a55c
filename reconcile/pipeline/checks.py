"""`check`: damage and contradictions, found by deriving again what is stored."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Any

from reconcile.model import RelationKind, Value, text_id
from reconcile.pipeline.records import Finding
from reconcile.store import Store
from reconcile.store.audit import chain_findings, digest
from reconcile.store.connection import schema_findings, translated
from reconcile.store.rows import value_of
from reconcile.store.writing import claim_digest

Found = Iterator[tuple[str, str]]
Check = Callable[[Store], Found]


def check(store: Store, *, deep: bool = False) -> list[Finding]:
    """Look for damage and contradictions: schema, foreign keys, quotes, hash chain, parts above their whole.

    `deep` also reads every page of the file and both search indexes, and resolves all claims again.
    Raises `DatabaseProblem` where the file is damaged so far that it cannot be read.
    """
    names = (*CHECKS, *DEEP_CHECKS) if deep else tuple(CHECKS)
    with translated(store.path):
        return [Finding(name, *found) for name in names for found in _found(store, name)]


def _found(store: Store, name: str) -> list[tuple[str, str]]:
    """What one check finds; words that no program of ours would have stored are a finding of it, too."""
    try:
        return list((CHECKS.get(name) or DEEP_CHECKS[name])(store))
    except (ValueError, KeyError, ArithmeticError) as error:
        what = (str(error) or "a value").splitlines()[0]
        return [(str(store.path), f"something cannot be read: {what}")]


def _schema(store: Store) -> Found:
    for finding in schema_findings(store.connection):
        yield str(store.path), finding


def _foreign_keys(store: Store) -> Found:
    for row in store.rows("PRAGMA foreign_key_check"):
        yield f"{row[0]}, row {row[1]}", f"points to a row of {row[2]} that is not there"


def _texts(store: Store) -> Found:
    for document in store.all_documents():
        if document.text is not None:
            held = store.rows("SELECT text FROM documents WHERE id = ?", [document.id])[0][0]
            if text_id(document.text) != held:
                yield document.id, "its text is not the one that was stored"


def _quotes(store: Store) -> Found:
    sql = """SELECT claims.id FROM claims JOIN documents ON documents.id = claims.document
            JOIN texts ON texts.id = documents.text
        WHERE "start" IS NOT NULL AND substr(texts.text, "start" + 1, "end" - "start") IS NOT claims.quote"""
    for row in store.rows(sql):
        yield row["id"], "its quote does not stand at its place in the text"


def _chain(store: Store) -> Found:
    yield from chain_findings(store.connection)


def _rows_as_logged(store: Store) -> Found:
    """Each claim, document and verdict is as the log last saw it, and each that the log saw is there."""
    logged = {(row["what"], row["subject"]): row["payload"] for row in store.rows(_NEWEST_EVENTS)}
    for row in store.claim_rows():
        yield from _compared(logged.pop(("claim", row["id"]), None), claim_digest(dict(row)), row["id"])
    for row in store.rows("SELECT * FROM documents ORDER BY number"):
        columns = {name: value for name, value in dict(row).items() if name not in ("number", "run")}
        yield from _compared(logged.pop(("document", row["id"]), None), digest(columns), row["id"])
    for _, subject in logged:
        yield subject, "stands in the log and is gone"


_NEWEST_EVENTS = """SELECT subject, payload, CASE WHEN kind LIKE 'claim %' THEN 'claim' ELSE 'document' END AS what
    FROM events WHERE number IN (SELECT max(number) FROM events
        WHERE kind IN ('claim added', 'claim corrected', 'claim withdrawn', 'claim accepted', 'claim rejected',
            'claim proposed', 'document added')
        GROUP BY subject)"""


def _compared(payload: str | None, found: str, id: str) -> Found:
    if payload is None:
        yield id, "is not in the log"
        return
    with suppress(ValueError):
        if json.loads(payload).get("row") == found:
            return
    yield id, "was changed by something other than this program"


def _history_as_logged(store: Store) -> Found:
    """Every run, revision, reading, notice and verdict is as the log tells, and none is gone."""
    for table, (kind, key, left_out, where) in _HISTORY.items():
        logged = Counter(payload[key] for payload in _payloads(store, kind) if key in payload)
        for row in store.rows(f"SELECT * FROM {table}"):
            own = digest({name: value for name, value in dict(row).items() if name not in left_out})
            if not logged[own]:
                yield f"{table}, {row[where]}", "was changed or added by something other than this program"
            logged[own] -= 1
        if any(count > 0 for count in logged.values()):
            yield table, "something that the log tells of is gone or was changed"


def _payloads(store: Store, kind: str) -> Iterator[dict[str, Any]]:
    sql = "SELECT payload FROM events WHERE kind LIKE ? AND payload IS NOT NULL"
    return (json.loads(row["payload"]) for row in store.rows(sql, [kind]))


_HISTORY: Mapping[str, tuple[str, str, tuple[str, ...], str]] = {
    "runs": ("run", "row", (), "run"),
    "claim_revisions": ("claim %", "former", (), "claim"),
    "reads": ("document read", "row", (), "document"),
    "notices": ("notice", "row", ("number",), "number"),
    "verdicts": ("verdict", "row", ("number", "run", "reopened_run"), "question"),
}
"""Tables of history: the kind of their events, the key of the digest, columns that it leaves out, what names a row."""


def _settings_as_logged(store: Store) -> Found:
    """A setting has the value that was last given to it; an alias leads where the log says."""
    sql = """SELECT kind, subject, payload FROM events WHERE kind IN ('setting', 'question joined')
        AND payload IS NOT NULL ORDER BY number"""
    logged = {(row["kind"], row["subject"]): json.loads(row["payload"]) for row in store.rows(sql)}
    for name, value in store.settings().items():
        if name not in _UNLOGGED and logged.get(("setting", name), {}).get("value") != value:
            yield f"settings, {name}", "was changed by something other than this program"
    for row in store.rows("SELECT old, new FROM aliases"):
        if logged.get(("question joined", row["old"]), {}).get("new") != row["new"]:
            yield f"aliases, {row['old']}", "was changed by something other than this program"


_UNLOGGED = frozenset({"made_at", "worked_example", "resolved_run", "resolved_by"})
"""Settings that the program writes of its own accord."""


def _parts(store: Store) -> Found:
    """A part that is larger than its whole; `left` of a part_of relation is the whole."""
    sql = """SELECT "left", "right" FROM relations WHERE relation = ? ORDER BY "left", "right" """
    pairs = [(row["left"], row["right"]) for row in store.rows(sql, [RelationKind.PART_OF.value])]
    claims = store.claims({id for pair in pairs for id in pair})
    for whole, part in pairs:
        if _above(claims[part].value, claims[whole].value):
            words = claims[part].value.words, claims[whole].value.words
            yield part, f"{words[0]} is more than the whole of which it is a part ({words[1]})"


def _above(part: Value, whole: Value) -> bool:
    same = part.unit == whole.unit and part.kind == whole.kind
    return same and part.low is not None and whole.high is not None and bool(part.low > whole.high)  # type: ignore[operator]


def _integrity(store: Store) -> Found:
    for row in store.rows("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield str(store.path), str(row[0])


def _values(store: Store) -> Found:
    for row in store.claim_rows():
        try:
            value = value_of(row)
            real = [float(end) if isinstance(end, Decimal) else None for end in (value.low, value.high)]
        except (ValueError, ArithmeticError):
            yield row["id"], "its exact figures cannot be read"
            continue
        if real != [row["low"], row["high"]]:
            yield row["id"], "its figures differ from their exact form"


def _search(store: Store) -> Found:
    for index, table in (("claims_search", "claims"), ("documents_search", "document_words")):
        missing = store.rows(f"SELECT count(*) FROM {table} WHERE number NOT IN (SELECT id FROM {index}_docsize)")[0][0]
        if missing:
            yield index, f"{missing} rows cannot be found by search"


def _derived(store: Store) -> Found:
    """Questions, accounts and relations are what resolving the stored claims gives."""
    from reconcile.pipeline.questions import derived_afresh
    from reconcile.store.rebuild import differing

    questions = derived_afresh(store)
    for question in differing(store, questions) if questions is not None else ():
        yield question, "its rows are not what resolving gives; reconcile resolve --full makes them anew"


CHECKS: Mapping[str, Check] = {
    "schema": _schema,
    "foreign-keys": _foreign_keys,
    "quotes": _quotes,
    "texts": _texts,
    "values": _values,
    "chain": _chain,
    "log": _rows_as_logged,
    "history": _history_as_logged,
    "settings": _settings_as_logged,
    "parts": _parts,
}
DEEP_CHECKS: Mapping[str, Check] = {"integrity": _integrity, "search": _search, "derived": _derived}
