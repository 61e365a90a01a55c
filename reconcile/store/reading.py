"""What is read from the database: claims, documents and what was done to them, many at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reconcile.errors import UsageProblem
from reconcile.model import Claim, Document, Verdict
from reconcile.store.connection import translated
from reconcile.store.rows import claim_of, document_of, verdict_of

_DOCUMENTS = """SELECT documents.*, texts.text AS words FROM documents LEFT JOIN texts ON texts.id = documents.text"""
_HEADS = "SELECT documents.*, NULL AS words FROM documents"
CHUNK = 2000
"""Rows fetched at a time, so that a slow reader never keeps a writer waiting."""


@dataclass(frozen=True, slots=True)
class Run:
    """One committed write."""

    run: int
    at: str
    command: str
    editor: str | None
    note: str | None
    counts: Mapping[str, int]


def ids_text(ids: Iterable[object]) -> str:
    """Ids as one SQL parameter: `WHERE id IN (SELECT value FROM json_each(?))`."""
    return json.dumps(list(ids))


class Reading:
    """The reading half of `Store`. Unknown ids are left out of what comes back."""

    path: Path
    connection: sqlite3.Connection

    def rows(self, sql: str, parameters: Iterable[Any] | Mapping[str, Any] = ()) -> list[sqlite3.Row]:
        """All rows of a query of ours, fetched at once so that no lock stays behind."""
        taken = parameters if isinstance(parameters, Mapping) else tuple(parameters)
        with translated(self.path):
            return self.connection.execute(sql, taken).fetchall()

    def settings(self) -> dict[str, str]:
        """All settings by name."""
        return {row["name"]: row["value"] for row in self.rows("SELECT name, value FROM settings ORDER BY name")}

    def documents(self, ids: Iterable[str], *, texts: bool = True) -> dict[str, Document]:
        """Documents by id, in the order of their arrival; without their texts where `texts` is False."""
        select = _DOCUMENTS if texts else _HEADS
        sql = f"{select} WHERE documents.id IN (SELECT value FROM json_each(?)) ORDER BY documents.number"
        return {row["id"]: document_of(row) for row in self.rows(sql, [ids_text(ids)])}

    def all_documents(self) -> Iterator[Document]:
        """Every document with its text, in the order of arrival."""
        last = 0
        while rows := self.rows(f"{_DOCUMENTS} WHERE documents.number > ? ORDER BY documents.number LIMIT 200", [last]):
            last = rows[-1]["number"]
            yield from map(document_of, rows)

    def held(self, ids: Iterable[str]) -> set[str]:
        """Those of the document ids that the database holds."""
        sql = "SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(?))"
        return {row["id"] for row in self.rows(sql, [ids_text(ids)])}

    def read_already(self, ids: Iterable[str]) -> set[str]:
        """Those of the documents that some reader has searched for claims."""
        sql = "SELECT DISTINCT document FROM reads WHERE document IN (SELECT value FROM json_each(?))"
        return {row["document"] for row in self.rows(sql, [ids_text(ids)])}

    def documents_named(self, name: str) -> list[Document]:
        """Documents whose id, external id, URL or path is `name`, newest version first."""
        sql = f"""{_DOCUMENTS} WHERE documents.number IN (SELECT number FROM documents WHERE id = :n
            UNION SELECT number FROM documents WHERE external_id = :n UNION SELECT number FROM documents WHERE url = :n
            UNION SELECT number FROM documents WHERE path = :n) ORDER BY documents.number DESC"""
        return [document_of(row) for row in self.rows(sql, {"n": name})]

    def latest_version(self, document: Document) -> str | None:
        """The id of the newest other document of the same URL, else of the same path and title or place in it."""
        newest = "AND id <> ? ORDER BY number DESC LIMIT 1"
        if document.url:
            found = self.rows(f"SELECT id FROM documents WHERE url = ? {newest}", [document.url, document.id])
        elif document.path and document.external_id:
            sql = f"SELECT id FROM documents WHERE path = ? AND external_id = ? {newest}"
            found = self.rows(sql, [document.path, document.external_id, document.id])
        elif document.path:
            found = self._same_file(document)
        else:
            return None
        return found[0]["id"] if found else None

    def _same_file(self, document: Document) -> list[sqlite3.Row]:
        sql = "SELECT id, title FROM documents WHERE path = ? AND url IS NULL AND id <> ? ORDER BY number DESC"
        rows = self.rows(sql, [document.path, document.id])
        titled = [row for row in rows if row["title"] == document.title]
        return titled or (rows if len(rows) == 1 else [])

    def claims(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Claims by id, in the order of their arrival."""
        sql = "SELECT * FROM claims WHERE id IN (SELECT value FROM json_each(?)) ORDER BY number"
        return {row["id"]: claim_of(row) for row in self.rows(sql, [ids_text(ids)])}

    def claims_of(self, document: str) -> list[Claim]:
        """The claims of a document, in the order of their place in it."""
        sql = 'SELECT * FROM claims WHERE document = ? ORDER BY "start", number'
        return [claim_of(row) for row in self.rows(sql, [document])]

    def claim_rows(self, where: str = "1", parameters: Iterable[Any] = ()) -> Iterator[sqlite3.Row]:
        """Rows of the claims table that a condition of ours selects, with their `question_id`, in the order of arrival.

        They are fetched in chunks.
        """
        last, given = 0, tuple(parameters)
        sql = f"""SELECT claims.*, question AS question_id FROM claims
            LEFT JOIN question_claims ON question_claims.claim = claims.id
            WHERE number > ? AND {where} ORDER BY number LIMIT {CHUNK}"""
        while rows := self.rows(sql, (last, *given)):
            last = rows[-1]["number"]
            yield from rows

    def numbered_claims(self, numbers: Iterable[int]) -> list[sqlite3.Row]:
        """Rows of the claims of these numbers, in the order of arrival."""
        return list(self.claim_rows("number IN (SELECT value FROM json_each(?))", [ids_text(sorted(numbers))]))

    def verdicts(self, *, standing: bool = False) -> dict[str, list[Verdict]]:
        """Verdicts by the id that their question has now, in the order given, whatever the clock said.

        Without those that were reopened where `standing`.
        """
        still = "reopened_run IS NULL" if standing else "1"
        aliases, by_question = self.aliases(), dict[str, list[Verdict]]()
        for row in self.rows(f"SELECT * FROM verdicts WHERE {still} ORDER BY number"):
            by_question.setdefault(aliases.get(row["question"], row["question"]), []).append(verdict_of(row))
        return by_question

    def aliases(self) -> dict[str, str]:
        """Former question ids and what stands for them now, chains followed to their end."""
        step = {row["old"]: row["new"] for row in self.rows("SELECT old, new FROM aliases ORDER BY old")}
        return {old: _end_of(step, old) for old in step}

    def runs(self, limit: int | None = None) -> list[Run]:
        """The runs, newest first."""
        rows = self.rows("SELECT * FROM runs ORDER BY run DESC LIMIT ?", [-1 if limit is None else limit])
        return [Run(r["run"], r["at"], r["command"], r["editor"], r["note"], json.loads(r["counts"])) for r in rows]

    def last_counts(self, *names: str) -> tuple[int, ...] | None:
        """The figures of these names of the newest run that told all of them; None where none did."""
        told = " AND ".join("json_extract(counts, '$.' || ?) IS NOT NULL" for _ in names)
        rows = self.rows(f"SELECT counts FROM runs WHERE {told} ORDER BY run DESC LIMIT 1", names)
        return tuple(int(json.loads(rows[0]["counts"])[name]) for name in names) if rows else None

    def newest_run(self) -> int:
        """The number of the last committed write, 0 where there was none."""
        return int(self.rows("SELECT coalesce(max(run), 0) FROM runs")[0][0])

    def newest_notice(self) -> int:
        """The number of the last notice, 0 where there is none."""
        return int(self.rows("SELECT coalesce(max(number), 0) FROM notices")[0][0])

    def notices_after(self, number: int) -> list[str]:
        """What the notices after that one say, oldest first."""
        sql = "SELECT message FROM notices WHERE number > ? ORDER BY number"
        return [row["message"] for row in self.rows(sql, [number])]

    def named(self, id: str) -> tuple[str, str]:
        """What an id or the beginning of one names: ("claim", its full id) and so on.

        An alias of a question or event gives the one that stands for it now. Raises `UsageProblem` where there is
        none, or more than one.
        """
        named, aliases = set(self._named(id)), self.aliases()
        exact = {(what, aliases.get(full, full)) for what, full in named if full == id}
        found = sorted(exact or {(what, aliases.get(full, full)) for what, full in named})
        if len(found) == 1:
            return found[0]
        if not found:
            hint = "list alerts tells the question of it" if id.startswith("a1-") else "list shows what there is"
            raise UsageProblem(f"nothing here has the id {id!r}", hint=hint)
        some = ", ".join(full for _, full in found[:3])
        raise UsageProblem(f"{id!r} is the beginning of several ids ({some} …)", hint="give more of it")

    def _named(self, id: str) -> Iterator[tuple[str, str]]:
        if len(id) < 2:
            return
        pattern = (id, id + "\U0010ffff")
        for what, table, column in (
            ("claim", "claims", "id"),
            ("document", "documents", "id"),
            ("question", "questions", "id"),
            ("question", "aliases", "old"),
            ("event", "questions", "event_id"),
            ("judgement", "judgements", "id"),
            ("title", "titles", "id"),
            ("name", "names", "id"),
        ):
            sql = f"SELECT DISTINCT {column} AS id FROM {table} WHERE {column} >= ? AND {column} <= ? LIMIT 9"
            for row in self.rows(sql, pattern):
                yield ("event" if row["id"].startswith("e1-") else what), row["id"]

    def events_of(self, subjects: Iterable[str]) -> list[sqlite3.Row]:
        """The audit events of some ids with the run behind each, oldest first."""
        sql = """SELECT events.number, events.run, events.kind, events.subject, events.payload, runs.at, runs.command,
                runs.editor, runs.note
            FROM events JOIN runs ON runs.run = events.run
            WHERE subject IN (SELECT value FROM json_each(?)) ORDER BY events.number"""
        return self.rows(sql, [ids_text(subjects)])

    def revisions_of(self, claims: Iterable[str]) -> list[sqlite3.Row]:
        """Former states of claims, oldest first, each with the run that replaced it."""
        sql = """SELECT claim_revisions.*, runs.at, runs.editor FROM claim_revisions
            JOIN runs ON runs.run = claim_revisions.run
            WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, revision"""
        return self.rows(sql, [ids_text(claims)])

    def count(self, table: str) -> int:
        """How many rows a table of ours holds."""
        return int(self.rows(f"SELECT count(*) FROM {table}")[0][0])


def _end_of(step: Mapping[str, str], old: str) -> str:
    seen = {old}
    while (new := step.get(old)) is not None and new not in seen:
        seen.add(new)
        old = new
    return old
