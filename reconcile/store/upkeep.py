"""The file as a whole: a copy that is whole even while others write, and the step to this program's schema."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from reconcile.errors import DatabaseProblem, OutputProblem, UsageProblem
from reconcile.store.connection import bare, put_in_place, translated
from reconcile.store.migrations import VERSION, migrate
from reconcile.store.place import refuse_network
from reconcile.store.writing import Cause, Change


def back_up(path: Path, target: Path) -> None:
    """Copy a database, of any schema, as it is at one moment; writers go on meanwhile.

    Made by SQLite's own backup, which no half-written page can get into, checked, then put in place whole. Raises
    `UsageProblem` where the target exists, `OutputProblem` where it cannot be written, `DatabaseProblem`.
    """
    if target.exists() or target.is_symlink():
        raise UsageProblem("is there already", where=str(target), hint="name another file")
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
        _copy(path, draft)
        put_in_place(draft, target)
    except FileExistsError:
        raise UsageProblem("is there already", where=str(target), hint="name another file") from None
    except OSError as error:
        raise OutputProblem(f"cannot be written: {error.strerror or error}", where=str(target)) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _copy(path: Path, draft: Path) -> None:
    with translated(path), closing(bare(path, "ro")) as source, closing(sqlite3.connect(draft)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise DatabaseProblem("damaged; a copy would be damaged, too", where=str(path), hint="restore a backup")
    with draft.open("rb") as file:
        os.fsync(file.fileno())


def version_of(path: Path) -> int:
    """The schema of a database of ours. Raises `UsageProblem` and `DatabaseProblem` as opening it would."""
    with translated(path), closing(bare(path, "ro")) as connection:
        return _version(connection, path)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if not 0 < version <= VERSION:
        message = f"made by a newer program (schema {version}, this one knows {VERSION})"
        raise DatabaseProblem(message if version else "has no schema", where=str(path), hint="update reconcile")
    return version


def upgrade(path: Path, cause: Cause, clock: Callable[[], datetime], salt: Callable[[], str]) -> int | None:
    """Bring a database to this program's schema, in one write that is logged; its run, None where nothing was to do.

    A newer schema comes with a newer program, so the next resolve makes all questions anew. Whoever comes second finds
    it done. Raises as opening it for writing does.
    """
    refuse_network(path)
    with translated(path), closing(bare(path, "rw")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        before = _version(connection, path)
        if before == VERSION:
            return None
        migrate(connection, before)
        connection.execute("DELETE FROM settings WHERE name = 'resolved_by'")  # all is looked at again
        connection.row_factory = sqlite3.Row
        change = Change(connection, cause, clock(), salt)
        change.execute("DELETE FROM settings WHERE name = 'resolved_by'")
        change.log.write("migrated", "schema", {"from": before, "to": VERSION})
        change.touched = True
        change.count(schema=VERSION)
        change.finish()
        connection.execute("COMMIT")
        return change.run
