"""`Store`: an open claims.db. Reading is inherited; writing goes through `write`, one transaction at a time."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeAlias

from reconcile.errors import UsageProblem
from reconcile.store import audit
from reconcile.store.connection import make_file, open_file, translated
from reconcile.store.derived import Derived
from reconcile.store.writing import Cause, Change

if TYPE_CHECKING:
    from sqlite_utils import Database

Clock: TypeAlias = Callable[[], datetime]
"""Tells the time, aware and in UTC."""

Salt: TypeAlias = Callable[[], str]
"""Gives a fresh salt for each event of the audit log."""


def system_clock() -> datetime:
    """Now, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def system_salt() -> str:
    """128 bits that nobody can guess, as hexadecimal."""
    return secrets.token_hex(16)


class Store(Derived):
    """An open claims.db. Use it as a context manager: `with Store.open(path) as store: ...`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, clock: Clock, salt: Salt) -> None:
        self.path, self.connection, self.clock, self.salt = path, connection, clock, salt
        connection.row_factory = sqlite3.Row

    @classmethod
    def create(
        cls, path: Path, *, clock: Clock = system_clock, salt: Salt = system_salt, worked_example: bool = False
    ) -> Store:
        """Make a new database, whole or not at all, and open it for writing.

        Raises `UsageProblem` where the path exists already (`DatabaseProblem` where it is another
        application's file), `OutputProblem` where it cannot be written.
        """
        made = [("made_at", clock().isoformat(timespec="seconds"))]
        make_file(path, iter([*made, ("worked_example", "yes")] if worked_example else made))
        return cls.open(path, clock=clock, salt=salt, write=True, named=True)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        clock: Clock = system_clock,
        salt: Salt = system_salt,
        write: bool = False,
        named: bool = False,
    ) -> Store:
        """Open a database that `create` made.

        `named` tells that the user named the file (`--db`); the worked example is otherwise not opened for
        writing. Raises `UsageProblem` (no such file: "run reconcile init"), `DatabaseProblem` (not ours,
        damaged, newer than this program), `StorageProblem`.
        """
        store = cls(path, open_file(path, write=write), clock, salt)
        if write and not named and "worked_example" in store.settings():
            store.close()
            hint = "run reconcile init in a folder of your own, or name it with --db"
            raise UsageProblem("this is the worked example", where=str(path), hint=hint)
        return store

    @contextmanager
    def write(self, cause: Cause) -> Iterator[Change]:
        """One committed write: on the disk when the block ends, without a trace where it raises.

        Takes the write lock at once (waits up to 30 seconds). A block that changes nothing leaves no run.
        Raises `StorageProblem`, `LockHeld`, `DatabaseProblem` in SQLite's stead.
        """
        with translated(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                change = Change(self.connection, cause, self.clock(), self.salt)
                yield change
                if change.touched:
                    change.finish()
                    self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Reads inside the block all see the database of one moment. Keep it short: a writer waits to commit."""
        with translated(self.path):
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("COMMIT")

    @property
    def database(self) -> Database:
        """The same connection as a sqlite-utils `Database`, for notebooks and scripts that look around."""
        from sqlite_utils import Database

        return Database(self.connection, execute_plugins=False)

    def audit_head(self) -> str | None:
        """The hash of the newest event, None where nothing was done yet."""
        number, newest = audit.head(self.connection)
        return newest if number else None

    def close(self) -> None:
        """Close the connection; what was not committed is rolled back."""
        self.connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
