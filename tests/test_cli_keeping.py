"""`backup` and `migrate`: the database as a file, copied whole and brought to a newer schema."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from conftest import Desk

from reconcile import __version__
from reconcile.store import migrations
from reconcile.store.migrations import MIGRATIONS, VERSION, statements


def older(desk: Desk) -> Path:
    """A database of schema 1 with one claim in it, as an earlier program left it."""
    path = desk.folder / "claims.db"
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA application_id = {migrations.APPLICATION_ID}")
        for statement in statements(MIGRATIONS[0]):
            connection.execute(statement)
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO settings VALUES ('made_at', '2031-05-03T10:00:00+00:00')")
        connection.execute(
            "INSERT INTO runs VALUES (1, '2031-05-03T10:00:00+00:00', 'add', NULL, 'ida', 'desk', NULL, '0.1', '{}')"
        )
        connection.execute("INSERT INTO sources VALUES (1, 'the ferry line', NULL, NULL, NULL, NULL, NULL, 1)")
    connection.close()
    return path


def version(path: Path) -> int:
    """The schema that a file says it has."""
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()


def test_an_older_database_is_refused_until_migrate_is_called(desk: Desk) -> None:
    """No command changes a schema by itself; the error names the command that does."""
    path = older(desk)
    done = desk("list")
    assert (done.returncode, version(path)) == (65, 1)
    assert "run reconcile migrate" in done.stderr


def test_migrate_keeps_what_was_there_and_a_copy_from_before(desk: Desk) -> None:
    """The sources are still there, the copy beside it has the old schema, and the run is told."""
    path = older(desk)
    told = desk("migrate")
    backup = path.with_name("claims.db.schema-1")
    assert (told.returncode, version(path), version(backup)) == (0, VERSION, 1)
    assert str(backup.name) in told.stderr
    assert [row["name"] for row in map(json.loads, desk.ok("list", "sources", "--format", "jsonl").splitlines())] == [
        "the ferry line"
    ]
    runs = [json.loads(line) for line in desk.ok("list", "runs", "--format", "jsonl").splitlines()]
    assert [run["command"] for run in runs] == ["migrate", "add"]


def test_after_migrate_all_is_resolved_anew(desk: Desk) -> None:
    """A newer schema comes with a newer program: what an earlier one resolved counts as not resolved by this one."""
    path = older(desk)
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO settings VALUES ('resolved_by', ?), ('resolved_run', '1')", [__version__])
    connection.close()
    assert "resolve --preview" in desk("migrate").stderr
    with sqlite3.connect(path) as connection:
        (left,) = connection.execute("SELECT count(*) FROM settings WHERE name = 'resolved_by'").fetchone()
    connection.close()
    assert left == 0


def test_migrate_twice_does_nothing(desk: Desk) -> None:
    """A database of this program's schema is left as it is, byte by byte."""
    desk.ok("init")
    before = (desk.folder / "claims.db").read_bytes()
    done = desk("migrate")
    assert (done.returncode, (desk.folder / "claims.db").read_bytes() == before) == (0, True)
    assert "nothing to do" in done.stderr


def test_a_dry_run_of_migrate_writes_nothing(desk: Desk) -> None:
    """What would be done is told; neither the database nor a copy is written."""
    path = older(desk)
    assert "would be" in desk("migrate", "--dry-run").stderr
    assert (version(path), sorted(each.name for each in desk.folder.glob("claims.db*"))) == (1, ["claims.db"])


def test_a_backup_holds_the_same_rows(desk: Desk) -> None:
    """The copy opens as a database of its own and shows the same."""
    desk.ok("init")
    desk.ok("add", "--value", "9", "--source", "port office", "--outlet", "Harl Gazette", "--quote", "nine")
    desk.ok("backup", "copy.db")
    assert desk.ok("list", "claims", "--db", "copy.db") == desk.ok("list", "claims")


@pytest.mark.parametrize(("target", "code"), [("claims.db", 2), (".", 2), ("missing/copy.db", 73)])
def test_a_backup_that_cannot_be_made_is_told_in_one_line(desk: Desk, target: str, code: int) -> None:
    """What is there already is never written over; a folder that is missing is an output that cannot be written."""
    desk.ok("init")
    done = desk("backup", target)
    assert (done.returncode, done.stderr.count("\n")) == (code, 1)


def test_a_file_of_another_application_is_not_migrated(desk: Desk) -> None:
    """Neither `migrate` nor `backup` touches what is not ours."""
    (desk.folder / "claims.db").write_bytes(b"a diary" * 100)
    assert (desk("migrate").returncode, desk("backup", "copy.db").returncode) == (65, 65)
    assert not (desk.folder / "copy.db").exists()
