"""The audit log: one event for each thing done, chained by hashes over salted hashes of what was done.

The hash of event n covers the hash of event n-1, its number, run, kind, subject and the hash of its salted
payload. A payload and its salt can be emptied (redaction) and the chain stays whole; nothing else can change
without `check` finding it. Payloads hold a digest of the row as it was written, so that an edit made by
another program shows, too.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

FIRST = "0" * 64
"""What stands for the hash before the first event."""


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the log: `kind` is what was done, `subject` the id it was done to."""

    number: int
    run: int
    kind: str
    subject: str
    payload: str | None
    salt: str | None
    payload_hash: str
    hash: str


def digest(row: Mapping[str, object]) -> str:
    """The SHA-256 of a row's columns, whatever their order."""
    return hashlib.sha256(as_text(row).encode("utf-8", "surrogatepass")).hexdigest()


def as_text(payload: Mapping[str, object]) -> str:
    """A payload as JSON: sorted keys, no NaN."""
    return json.dumps(payload, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def payload_hash(salt: str, payload: str) -> str:
    """The salted hash of a payload."""
    return hashlib.sha256(f"{salt}\x1f{payload}".encode("utf-8", "surrogatepass")).hexdigest()


def link(previous: str, event: Event) -> str:
    """The hash of an event behind the event whose hash is `previous`."""
    parts = (previous, event.number, event.run, event.kind, event.subject, event.payload_hash)
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()


_MOST_WAITING = 1000
"""Events that are held in memory before they are written."""


class Log:
    """Writes events behind the last one, inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, run: int, salt: Callable[[], str]) -> None:
        self._connection, self._run, self._salt = connection, run, salt
        self._number, self._hash = head(connection)
        self._waiting: list[tuple[object, ...]] = []

    def write(self, kind: str, subject: str, payload: Mapping[str, object]) -> None:
        """Note that `kind` was done to `subject`; it reaches the table with `flush` at the latest."""
        text, salt = as_text(payload), self._salt()
        event = Event(self._number + 1, self._run, kind, subject, text, salt, payload_hash(salt, text), "")
        self._number, self._hash = event.number, link(self._hash, event)
        self._waiting.append((event.number, event.run, kind, subject, text, salt, event.payload_hash, self._hash))
        if len(self._waiting) >= _MOST_WAITING:
            self.flush()

    def flush(self) -> None:
        """Insert what is waiting."""
        self._connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", self._waiting)
        self._waiting.clear()


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """Number and hash of the last event; (0, `FIRST`) where there is none."""
    row = connection.execute("SELECT number, hash FROM events ORDER BY number DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, FIRST)


def chain_findings(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Where the chain does not hold: (event, sentence)."""
    number, previous = 0, FIRST
    for row in connection.execute(
        "SELECT number, run, kind, subject, payload, salt, payload_hash, hash FROM events ORDER BY number"
    ):
        event = Event(*row)
        if event.number != number + 1:
            yield f"event {event.number}", f"the log has a gap after event {number}"
        if event.payload is not None and payload_hash(event.salt or "", event.payload) != event.payload_hash:
            yield f"event {event.number}", "what it says was altered"
        if link(previous, event) != event.hash:
            yield f"event {event.number}", "the chain of hashes breaks here"
        number, previous = event.number, event.hash
