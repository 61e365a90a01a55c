"""Whether what is stored is what the audit log tells: each edit by another program shows as a difference."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from reconcile.store import Store
from reconcile.store.audit import digest
from reconcile.store.judgements import TABLES
from reconcile.store.writing import claim_digest

Found = Iterator[tuple[str, str]]
Check = Callable[[Store], Found]

CHANGED = "was changed or added by something other than this program"
GONE = "stands in the log and is gone"


def _payloads(store: Store, kind: str) -> Iterator[tuple[sqlite3.Row, dict[str, Any]]]:
    """The events of a kind (a pattern of LIKE) that were not redacted, oldest first, each with its payload."""
    sql = "SELECT run, kind, subject, payload FROM events WHERE kind LIKE ? AND payload IS NOT NULL ORDER BY number"
    return ((row, json.loads(row["payload"])) for row in store.rows(sql, [kind]))


def _claims_and_documents(store: Store) -> Found:
    """Each claim and document is as the log last saw it, and each that the log saw is there."""
    logged = {(row["what"], row["subject"]): row for row in store.rows(_NEWEST_EVENTS)}
    for row in store.claim_rows():
        runs = row["run"], row["changed_run"]
        yield from _compared(logged.pop(("claim", row["id"]), None), claim_digest(dict(row)), runs, row["id"])
    for row in store.rows("SELECT * FROM documents ORDER BY number"):
        columns = {name: value for name, value in dict(row).items() if name not in ("number", "run")}
        runs = row["run"], row["run"]
        yield from _compared(logged.pop(("document", row["id"]), None), digest(columns), runs, row["id"])
    for _, subject in logged:
        yield subject, GONE


_NEWEST_EVENTS = """SELECT subject, payload, first, run, CASE WHEN kind LIKE 'claim %' THEN 'claim' ELSE 'document' END
        AS what FROM events JOIN (SELECT max(number) AS newest, min(run) AS first FROM events
        WHERE kind IN ('claim added', 'claim corrected', 'claim withdrawn', 'claim accepted', 'claim rejected',
            'claim proposed', 'document added')
        GROUP BY subject) ON number = newest"""


def _compared(event: sqlite3.Row | None, found: str, runs: tuple[int, int], id: str) -> Found:
    if event is None:
        yield id, "is not in the log"
    elif (_row_of(event["payload"]), event["first"], event["run"]) != (found, *runs):
        yield id, "was changed by something other than this program"


def _row_of(payload: str | None) -> object:
    try:
        return json.loads(payload or "{}").get("row")
    except ValueError:
        return None


def _history(store: Store) -> Found:
    """Every run, revision, reading, notice, verdict and judgement is as the log tells, and none is gone."""
    for table, (kind, key, left_out, where) in _HISTORY.items():
        logged = Counter(payload[key] for _, payload in _payloads(store, kind) if key in payload)
        for row in store.rows(f"SELECT * FROM {table}"):
            own = digest({name: value for name, value in dict(row).items() if name not in left_out})
            if not logged[own]:
                yield f"{table}, {row[where]}", CHANGED
            logged[own] -= 1
        if any(count > 0 for count in logged.values()):
            yield table, "something that the log tells of is gone or was changed"


_HISTORY: Mapping[str, tuple[str, str, tuple[str, ...], str]] = {
    "runs": ("run", "row", (), "run"),
    "claim_revisions": ("claim %", "former", (), "claim"),
    "reads": ("document read", "row", (), "document"),
    "notices": ("notice", "row", ("number",), "number"),
    "verdicts": ("verdict", "row", ("number", "run", "reopened_run"), "question"),
    "judgements": ("judgement", "row", ("number", "run", "undone_run"), "id"),
    "titles": ("title", "row", ("number", "run", "undone_run"), "id"),
    "names": ("name", "row", ("number", "run", "undone_run"), "id"),
}
"""Tables of history: the kind of their events, the key of the digest, columns that it leaves out, what names a row."""


def _decisions(store: Store) -> Found:
    """A verdict stands since the run of its event, until the first run after it that reopened its question."""
    given = Counter((row["subject"], row["run"]) for row, _ in _payloads(store, "verdict"))
    reopened: dict[str, list[int]] = {}
    for row, _ in _payloads(store, "decision reopened"):
        reopened.setdefault(row["subject"], []).append(row["run"])
    for row in store.rows("SELECT question, run, reopened_run FROM verdicts ORDER BY number"):
        since = next((run for run in reopened.get(row["question"], ()) if run > row["run"]), None)
        if since != row["reopened_run"] or not given[(row["question"], row["run"])]:
            yield f"verdicts, {row['question']}", CHANGED


def _judged(store: Store) -> Found:
    """What was judged is what the log tells, about the claims that it tells of, until the run that took it back."""
    claims = Counter(one for what in TABLES for _, payload in _payloads(store, what) for one in payload["claims"])
    for row in store.rows("SELECT * FROM judged_claims"):
        if claims[(own := digest(dict(row)))] != 1:
            yield f"judged_claims, {row['subject']}", CHANGED
        claims[own] -= 1
    if any(count > 0 for count in claims.values()):
        yield "judged_claims", "something that the log tells of is gone or was changed"
    for what, table in TABLES.items():
        given = {row["subject"]: row["run"] for row, _ in _payloads(store, what)}
        undone = {row["subject"]: row["run"] for row, _ in _payloads(store, f"{what} undone")}
        for row in store.rows(f"SELECT id, run, undone_run FROM {table} ORDER BY number"):
            if (row["run"], row["undone_run"]) != (given.get(row["id"]), undone.get(row["id"])):
                yield f"{table}, {row['id']}", CHANGED


def _settings(store: Store) -> Found:
    """A setting has the value that was last given to it; an alias leads where the log says."""
    set_to = {row["subject"]: payload.get("value") for row, payload in _payloads(store, "setting")}
    held = {name: value for name, value in store.settings().items() if name not in _UNLOGGED}
    yield from _differing("settings", set_to, held)
    joined = {row["subject"]: payload.get("new") for row, payload in _payloads(store, "% joined")}
    back = {row["id"] for row in store.rows("SELECT id FROM questions UNION SELECT event_id FROM questions")}
    leads = {row["old"]: row["new"] for row in store.rows("SELECT old, new FROM aliases")}
    yield from _differing("aliases", {old: new for old, new in joined.items() if old not in back}, leads)


_UNLOGGED = frozenset({"made_at", "worked_example", "resolved_run", "resolved_by"})
"""Settings that the program writes of its own accord."""


def _differing(table: str, logged: Mapping[str, object], held: Mapping[str, object]) -> Found:
    for name in sorted(logged.keys() | held.keys()):
        if name not in held:
            yield f"{table}, {name}", GONE
        elif logged.get(name) != held[name]:
            yield f"{table}, {name}", CHANGED


def _sources(store: Store) -> Found:
    """A source has a label that one of its claims gave it, and what was put down about it by hand."""
    labels = _labels_given(store)
    described: dict[str, dict[str, object]] = {}
    for row, payload in _payloads(store, "source described"):
        described.setdefault(row["subject"], {}).update(payload)
    for row in store.rows("SELECT name, label, kind, party, reliability, note FROM sources ORDER BY number"):
        said = described.get(row["name"], {})
        allowed = {said["label"]} if "label" in said else labels.get(row["name"], {None})
        same = all(row[name] == said.get(name) for name in ("kind", "party", "reliability", "note"))
        if row["name"] not in labels or row["label"] not in allowed or not same:
            yield f"sources, {row['name']}", CHANGED


def _labels_given(store: Store) -> dict[str, set[object]]:
    """The labels that claims, as they are and as they were, gave each source; {None} where none did."""
    rows: Iterable[Any] = store.rows("SELECT DISTINCT source, source_label FROM claims WHERE source IS NOT NULL")
    former = (json.loads(row["before"]) for row in store.rows("SELECT before FROM claim_revisions"))
    found: dict[str, set[object]] = {}
    for row in (*rows, *former):
        if row["source"] is not None:
            found.setdefault(row["source"], set()).add(row["source_label"])
    return {name: given - {None} or {None} for name, given in found.items()}


def _resolved(store: Store) -> Found:
    """When questions changed, the letters of their accounts and the claims that left them: as each resolve told."""
    runs: dict[str, tuple[int, int]] = {}
    left: dict[str, object] = {}
    letters: set[str] = set()
    for row, payload in _payloads(store, "resolved"):
        runs |= {question: (runs.get(question, (row["run"],))[0], row["run"]) for question in payload["changed"]}
        left |= payload["left"]
        letters |= set(payload["letters"])
    yield from _differing("question_log", runs, store.question_runs())
    inside = {row["claim"] for row in store.rows("SELECT claim FROM question_claims")}
    gone = {row["claim"]: row["question"] for row in store.rows("SELECT claim, question FROM former_members")}
    yield from _differing("former_members", {one: q for one, q in left.items() if one not in inside}, gone)
    given = {digest(dict(row)) for row in store.rows("SELECT * FROM account_letters")}
    if given != letters:
        yield "account_letters", f"{len(given ^ letters)} rows are not what the log tells"


AS_LOGGED: Mapping[str, Check] = {
    "log": _claims_and_documents,
    "history": _history,
    "decisions": _decisions,
    "judged": _judged,
    "settings": _settings,
    "sources": _sources,
    "resolved": _resolved,
}
"""The checks against the log, by name."""
