"""What is written: one `Change` is one run, one transaction, and one event in the audit log for each thing done."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from reconcile.model import Claim, ClaimStatus, Document, Verdict, text_id
from reconcile.store.audit import Log, as_text, digest
from reconcile.store.border import checked
from reconcile.store.reading import ids_text
from reconcile.store.rows import claim_row, document_row, stored, verdict_row

_AT_ONCE = 1000
"""Claims whose rows are held in memory at a time: a long article has tens of thousands."""
_SEARCHED = ("quote", "words", "source", "counted", "event", "place", "named", "translation", "note")


@dataclass(frozen=True, slots=True)
class Cause:
    """The command that writes, the editor's name where one is known, and the system's user and host."""

    command: str
    editor: str | None = None
    user: str = ""
    host: str = ""
    note: str | None = None


class Change:
    """The open write. Made by `Store.write` only, which commits it, or drops it where nothing was `touched`."""

    def __init__(self, connection: sqlite3.Connection, cause: Cause, at: datetime, salt: Callable[[], str]) -> None:
        self.connection = connection
        self.at = at.isoformat(timespec="seconds")
        self.run = int(connection.execute("SELECT coalesce(max(run), 0) + 1 FROM runs").fetchone()[0])
        self.touched = False
        self.log = Log(connection, self.run, salt)
        self._counts: dict[str, int] = {}
        self._put_run(cause)

    def _put_run(self, cause: Cause) -> None:
        from reconcile import __version__

        self._row: dict[str, object] = {
            "run": self.run,
            "at": self.at,
            "command": cause.command,
            "editor": cause.editor,
            "user": cause.user,
            "host": cause.host,
            "note": cause.note or None,
            "program": __version__,
            "counts": "{}",
        }
        checked(self._row, "command line")
        self.insert("runs", [self._row])
        self.touched = False

    def insert(self, table: str, rows: Iterable[Mapping[str, object]]) -> None:
        """Insert rows of one shape into a table of ours; they must have passed the border."""
        kept = list(rows)
        if kept:
            names = list(kept[0])
            columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
            values = ([stored(row[name]) for name in names] for row in kept)
            self.connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)
            self.touched = True

    def execute(self, sql: str, parameters: Iterable[object] = ()) -> int:
        """Run one statement of ours; how many rows it changed."""
        changed = self.connection.execute(sql, tuple(parameters)).rowcount
        self.touched = self.touched or changed > 0
        return changed

    def count(self, **counts: int) -> None:
        """Note the run's figures; they are written with the commit."""
        self._counts.update(counts)

    def finish(self) -> None:
        """Write what waits for the end of the transaction."""
        self.execute("UPDATE runs SET counts = ? WHERE run = ?", [as_text(self._counts), self.run])
        row = {**self._row, "counts": as_text(self._counts)}
        self.log.write("run", str(self.run), {"row": digest(row)})
        self.log.flush()

    def add_document(self, document: Document, *, where: str = "") -> bool:
        """Store a document and its text; False where it is held already. Raises `InputRejected`."""
        if self.connection.execute("SELECT 1 FROM documents WHERE id = ?", [document.id]).fetchone():
            return False
        held = None if document.text is None else text_id(document.text)
        row = document_row(document, held)
        checked({**row, "its text": document.text}, where or document.path or document.id)
        if held:
            sql = "INSERT INTO texts (id, text) VALUES (?, ?) ON CONFLICT (id) DO NOTHING"
            self.connection.execute(sql, [held, document.text])
        self.insert("documents", [{**row, "run": self.run}])
        self.execute(
            """INSERT INTO documents_search (rowid, title, outlet, byline, text)
            SELECT number, title, outlet, byline, text FROM document_words
            WHERE number = (SELECT number FROM documents WHERE id = ?)""",
            [document.id],
        )
        self.log.write("document added", document.id, {"row": digest(row)})
        return True

    def add_read(self, document: str, reader: str, claims: int) -> None:
        """Note that a reader of this name has searched a document, and how many claims it proposed."""
        row = {"document": document, "reader": reader, "claims": claims, "run": self.run}
        self.insert("reads", [row])
        self.log.write("document read", document, {"row": digest(row), "claims": claims})

    def add_claims(self, claims: Iterable[Claim], *, where: str = "") -> int:
        """Store the claims that are not held yet; how many. Raises `InputRejected` for one that cannot be kept."""
        by_id = {claim.id: claim for claim in claims}
        sql = "SELECT id FROM claims WHERE id IN (SELECT value FROM json_each(?))"
        for (held,) in self.connection.execute(sql, [ids_text(by_id)]).fetchall():
            del by_id[held]
        for claim in by_id.values():
            checked(claim_row(claim), where or claim.id)
        new = iter(by_id.values())
        while some := list(islice(new, _AT_ONCE)):
            self._put_claims(some)
        return len(by_id)

    def _put_claims(self, claims: list[Claim]) -> None:
        """Store some claims that are not held yet and have passed the border."""
        rows = [claim_row(claim) for claim in claims]
        self._name_sources(claims)
        self.insert("claims", [{**row, "run": self.run, "changed_run": self.run} for row in rows])
        self._index_claims([claim.id for claim in claims])
        for row in rows:
            self.log.write("claim added", str(row["id"]), {"row": claim_digest(row)})

    def revise_claim(self, claim: Claim, kind: str, note: str | None = None) -> None:
        """Replace what is stored of a claim; the former state goes into its history. `kind` is what was done."""
        row = claim_row(claim)
        checked(row, claim.id)
        before = dict(self.connection.execute("SELECT * FROM claims WHERE id = ?", [claim.id]).fetchone())
        sql = "SELECT coalesce(max(revision), 0) + 1 FROM claim_revisions WHERE claim = ?"
        revision = self.connection.execute(sql, [claim.id]).fetchone()[0]
        history = {"claim": claim.id, "revision": revision, "before": as_text(before), "note": note, "run": self.run}
        self.insert("claim_revisions", [history])
        self._name_sources([claim])
        self._unindex_claim(before)
        columns = ", ".join(f'"{name}" = ?' for name in row)
        values = [*map(stored, row.values()), self.run, claim.id]
        self.execute(f"UPDATE claims SET {columns}, changed_run = ? WHERE id = ?", values)
        self._index_claims([claim.id])
        said = {"row": claim_digest(row), "note": note, "revision": revision, "former": digest(history)}
        self.log.write(kind, claim.id, said)

    def set_status(self, claim: Claim, status: ClaimStatus, note: str | None = None) -> Claim:
        """Withdraw, accept or reject a claim; what is stored now."""
        changed = replace(claim, status=status)
        self.revise_claim(changed, f"claim {status.value}", note)
        return changed

    def set_block_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Store (claim id, block key) pairs in place of the keys that these claims had."""
        pairs = list(keys)
        claims = ids_text(sorted({claim for claim, _ in pairs}))
        numbers = "SELECT number FROM claims WHERE id IN (SELECT value FROM json_each(?))"
        self.connection.execute(f"DELETE FROM block_keys WHERE claim IN ({numbers})", [claims])
        sql = "INSERT INTO block_keys (key, claim) SELECT ?, number FROM claims WHERE id = ? ON CONFLICT DO NOTHING"
        self.connection.executemany(sql, [(key, claim) for claim, key in pairs])

    def add_verdict(self, verdict: Verdict) -> None:
        """Store an editor's verdict; it stands until a newer one."""
        row = verdict_row(verdict)
        checked(row, verdict.question)
        self.insert("verdicts", [{**row, "run": self.run}])
        self.log.write("verdict", verdict.question, {"row": digest(_plain(row)), "verdict": verdict.kind.value})

    def reopen(self, question: str, reason: str) -> bool:
        """Reopen the standing decision on a question; False where there was none."""
        sql = "UPDATE verdicts SET reopened_run = ? WHERE question = ? AND reopened_run IS NULL"
        if not self.execute(sql, [self.run, question]):
            return False
        self.log.write("decision reopened", question, {"reason": reason})
        return True

    def notice(self, kind: str, message: str, *, question: str | None = None, claim: str | None = None) -> None:
        """Leave a notice for the desk."""
        row = {"kind": kind, "question": question, "claim": claim, "message": message, "run": self.run}
        self.insert("notices", [row])
        self.log.write("notice", "notices", {"row": digest(row)})

    def describe_source(self, name: str, described: Mapping[str, object]) -> None:
        """Set label, kind, party, reliability or note of a source that is known by name."""
        checked(described, name)
        columns = ", ".join(f"{column} = ?" for column in described)
        self.execute(f"UPDATE sources SET {columns} WHERE name = ?", [*described.values(), name])
        self.log.write("source described", name, dict(described))

    def set(self, name: str, value: str) -> None:
        """Set a setting."""
        checked({name: value}, "settings")
        sql = "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        self.execute(sql, [name, value])
        self.log.write("setting", name, {"value": value})

    def _name_sources(self, claims: Iterable[Claim]) -> None:
        sql = """INSERT INTO sources (name, label, run) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET label = excluded.label WHERE excluded.label IS NOT NULL"""
        sources = [claim.source for claim in claims if claim.source]
        self.connection.executemany(sql, [(source.name, source.label, self.run) for source in sources])

    def _index_claims(self, ids: list[str]) -> None:
        names = ", ".join(_SEARCHED)
        sql = f"INSERT INTO claims_search (rowid, {names}) SELECT number, {names} FROM claims WHERE id IN "
        self.connection.execute(f"{sql} (SELECT value FROM json_each(?))", [ids_text(ids)])

    def _unindex_claim(self, before: Mapping[str, object]) -> None:
        marks = ", ".join("?" * len(_SEARCHED))
        sql = f"INSERT INTO claims_search (claims_search, rowid, {', '.join(_SEARCHED)}) VALUES ('delete', ?, {marks})"
        self.connection.execute(sql, [before["number"], *(before[name] for name in _SEARCHED)])


def claim_digest(row: Mapping[str, object]) -> str:
    """The digest of a claim's columns as they are stored; its number and runs are left out."""
    left_out = ("number", "run", "changed_run", "question_id")
    return digest(_plain({name: value for name, value in row.items() if name not in left_out}))


def _plain(row: Mapping[str, object]) -> dict[str, object]:
    return {name: stored(value) for name, value in row.items()}
