"""Opening and making the file: one set of measured settings, and SQLite's errors in our own words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from reconcile.errors import DatabaseProblem, LockHeld, OutputProblem, ReconcileError, StorageProblem, UsageProblem
from reconcile.store.migrations import APPLICATION_ID, VERSION, expected_schema, migrate, schema
from reconcile.store.place import refuse_network

PATIENCE = 30.0
"""Seconds that a command waits while another one writes."""

_MAGIC = b"SQLite format 3\x00"
_PRAGMAS = (
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
)


def open_file(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to a file that is ours, whole and of this program's schema.

    A reader's connection cannot write, but may roll back what a killed writer left half-done. Raises
    `UsageProblem`, `DatabaseProblem`, `StorageProblem`.
    """
    _look_at_header(path)
    if write:
        refuse_network(path)
    with translated(path):
        connection = _connect(path, "rw" if write or _writable(path) else "ro")
        try:
            if not write:
                connection.execute("PRAGMA query_only = ON")
            _refuse_strangers(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def make_file(path: Path, fill: Iterator[tuple[str, str]]) -> None:
    """Make a database with the settings of `fill`: built beside its place, then put there whole.

    Its mode is what the umask asks for. Raises `UsageProblem` where one is there already, `DatabaseProblem`
    where another application's file is in the way, `OutputProblem` where the folder cannot be written.
    """
    if path.exists() or path.is_symlink():
        _look_at_header(path)
        raise UsageProblem("there is a database already", where=str(path))
    refuse_network(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
        _build(draft, fill)
        put_in_place(draft, path)
    except FileExistsError:
        raise UsageProblem("there is a database already", where=str(path)) from None
    except OSError as error:
        raise OutputProblem(f"cannot make it: {error.strerror or error}", where=str(path)) from error
    finally:
        for left in (draft, draft.with_name(f"{draft.name}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """SQLite's errors in the body, raised again as problems that a user can act on."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except UnicodeDecodeError as error:
        raise DatabaseProblem("damaged (words that are no text)", where=str(path), hint="restore a backup") from error
    except sqlite3.DatabaseError as error:
        problem = _problem(error, str(path))
        if problem is None:
            raise
        raise problem from error


def _build(draft: Path, fill: Iterator[tuple[str, str]]) -> None:
    with translated(draft):
        connection = _connect(draft, "rw")
        try:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("BEGIN IMMEDIATE")
            migrate(connection, 0)
            connection.executemany("INSERT INTO settings (name, value) VALUES (?, ?)", fill)
            connection.execute("COMMIT")
        finally:
            connection.close()


def put_in_place(draft: Path, path: Path) -> None:
    """Link fails where the name is taken, also by another `init` at the same moment; rename would not."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(path) from None
        os.rename(draft, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def bare(path: Path, mode: str) -> sqlite3.Connection:
    """A connection to a file that is ours, whatever its schema: "ro" to read, "rw" to write."""
    _look_at_header(path)
    return _connect(path, mode)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
    for name, wanted, told in _PRAGMAS:
        connection.execute(f"PRAGMA {name} = {wanted}").close()
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != told and mode == "rw":
            connection.close()
            raise DatabaseProblem(f"SQLite does not keep to {name} = {wanted}", where=str(path))
    return connection


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _look_at_header(path: Path) -> None:
    """Refuse, without opening it as a database, what is no SQLite file or another application's."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise UsageProblem("no database here", where=str(path), hint="run reconcile init") from None
    except OSError as error:
        kind = UsageProblem if path.is_dir() else StorageProblem
        raise kind(f"cannot be read: {error.strerror}", where=str(path)) from error
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise DatabaseProblem("not a database of this program", where=str(path), hint="name another file with --db")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise DatabaseProblem("another application's database", where=str(path), hint="name another file with --db")


def _refuse_strangers(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        message = f"made by a newer program (schema {version}, this one knows {VERSION})"
        raise DatabaseProblem(message, where=str(path), hint="update reconcile")
    if version < VERSION:
        raise DatabaseProblem(
            f"of an older schema ({version} of {VERSION})", where=str(path), hint="run reconcile migrate"
        )
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    if path.stat().st_size < pages * size:
        raise DatabaseProblem("cut short: the end of the file is missing", where=str(path), hint="restore a backup")
    for finding in schema_findings(connection):
        raise DatabaseProblem(finding, where=str(path), hint="restore a backup")


def schema_findings(connection: sqlite3.Connection) -> list[str]:
    """How the file's schema differs from the one that our migrations make: "trigger events_stay is missing"."""
    wanted = {(kind, name): sql for kind, name, sql in expected_schema()}
    found = {(kind, name): sql for kind, name, sql in schema(connection)}
    differing = (key for key in sorted(wanted.keys() | found.keys()) if wanted.get(key) != found.get(key))
    return [
        f"its schema was changed: {kind} {name} is {_difference((kind, name) in wanted, (kind, name) in found)}"
        for kind, name in differing
        if not _addition(kind, (kind, name) in wanted)
    ]


def _difference(wanted: bool, found: bool) -> str:
    return "missing" if not found else "altered" if wanted else "not ours"


def _addition(kind: str, ours: bool) -> bool:
    """Views and indexes that a user added do no harm; triggers and tables of others might."""
    return not ours and kind in ("view", "index")


def _problem(error: sqlite3.DatabaseError, where: str) -> ReconcileError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockHeld(f"another command has been writing for {PATIENCE:.0f} seconds", where=where, hint="try again")
    if code == sqlite3.SQLITE_FULL:
        return StorageProblem("the disk is full; nothing was changed", where=where, hint="make room and try again")
    if code == sqlite3.SQLITE_READONLY:
        return StorageProblem("cannot be written: read-only file or folder", where=where, hint="check its permissions")
    if code == sqlite3.SQLITE_CANTOPEN:
        return StorageProblem("cannot be opened or its journal not made", where=where, hint="check the permissions")
    if code == sqlite3.SQLITE_IOERR:
        return StorageProblem(f"reading or writing failed ({error}); nothing was changed", where=where)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or str(error).startswith("Could not decode"):
        return DatabaseProblem(f"damaged ({error})", where=where, hint="restore a backup")
    return None
