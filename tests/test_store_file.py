"""The file itself: made whole or not at all, refused where it is not ours, one line for each kind of trouble."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.errors import DatabaseProblem, LockHeld, OutputProblem, ReconcileError, StorageProblem, UsageProblem
from reconcile.pipeline import Editor, NewClaim
from reconcile.store import Cause, Store
from reconcile.store.migrations import APPLICATION_ID, MIGRATIONS, VERSION

AS_ROOT = os.geteuid() == 0


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "claims.db"
    Store.create(path).close()
    return path


def edit(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(sql)
    connection.close()


def test_a_new_database_stands_alone_in_its_folder(tmp_path: Path) -> None:
    """Making a database leaves no draft and no journal with content behind."""
    Store.create(tmp_path / "claims.db").close()
    assert {p.name for p in tmp_path.iterdir() if p.stat().st_size} == {"claims.db"}
    assert not [p for p in tmp_path.iterdir() if ".new" in p.name]


def test_the_file_is_marked_as_ours(database: Path) -> None:
    """application_id and user_version tell other programs, and later versions of this one, what the file is."""
    connection = sqlite3.connect(database)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
    connection.close()


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_the_file_has_the_mode_that_the_umask_asks_for(tmp_path: Path, umask: int, mode: int) -> None:
    """Two users of one group can share a database where their umask says so."""
    script = (
        "import os, sys; from pathlib import Path; from reconcile.store import Store\n"
        f"os.umask({umask}); Store.create(Path(sys.argv[1])).close()"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "claims.db")], check=True)
    assert (tmp_path / "claims.db").stat().st_mode & 0o777 == mode


def test_a_database_is_not_made_twice(database: Path) -> None:
    """The second init says so and leaves the first one's file as it is."""
    before = database.read_bytes()
    with pytest.raises(UsageProblem, match="there is a database already"):
        Store.create(database)
    assert database.read_bytes() == before


def _foreign(path: Path) -> None:
    edit(path, "CREATE TABLE notes (id INTEGER)")


def _text(path: Path) -> None:
    path.write_text("Dear editor, " * 20)


def _empty(path: Path) -> None:
    path.touch()


def _newer(path: Path) -> None:
    Store.create(path).close()
    edit(path, "PRAGMA user_version = 99")


def _older(path: Path) -> None:
    Store.create(path).close()
    edit(path, "PRAGMA user_version = 0")


def _truncated(path: Path) -> None:
    Store.create(path).close()
    os.truncate(path, path.stat().st_size - 4096)


def _scribbled(path: Path) -> None:
    Store.create(path).close()
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 3000)


def _without_guard(path: Path) -> None:
    Store.create(path).close()
    edit(path, "DROP TRIGGER events_stay")


def _with_a_trap(path: Path) -> None:
    Store.create(path).close()
    edit(path, "CREATE TRIGGER trap AFTER INSERT ON claims BEGIN SELECT 1; END")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_foreign, "another application's database"),
        (_text, "not a database of this program"),
        (_empty, "not a database of this program"),
        (_newer, "made by a newer program"),
        (_older, "of an older schema"),
        (_truncated, "cut short|damaged"),
        (_scribbled, "damaged|schema was changed"),
        (_without_guard, "trigger events_stay is missing"),
        (_with_a_trap, "trigger trap is not ours"),
    ],
)
@pytest.mark.parametrize("write", [False, True])
def test_a_file_that_cannot_be_trusted_is_refused_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None], words: str, write: bool
) -> None:
    """Foreign, damaged, newer and tampered files are refused with one line and exit code 65, not a byte changed."""
    path = tmp_path / "claims.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(DatabaseProblem, match=words) as caught:
        Store.open(path, write=write, named=True)
    assert caught.value.exit_code == 65
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before


def test_init_does_not_touch_another_applications_file(tmp_path: Path) -> None:
    """Making a database over a foreign file is refused."""
    _foreign(tmp_path / "claims.db")
    with pytest.raises(DatabaseProblem, match="another application's database"):
        Store.create(tmp_path / "claims.db")


def test_without_a_database_the_user_is_told_to_make_one(tmp_path: Path) -> None:
    """Opening never creates a file."""
    with pytest.raises(UsageProblem, match="no database here; run reconcile init"):
        Store.open(tmp_path / "claims.db", write=True)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_database_is_a_mistake_on_the_command_line(tmp_path: Path) -> None:
    """A folder is refused as a wrong argument."""
    with pytest.raises(UsageProblem):
        Store.open(tmp_path)


def test_views_and_indexes_that_a_user_added_do_no_harm(database: Path) -> None:
    """A newsroom may add views of its own to the file."""
    edit(database, "CREATE VIEW mine AS SELECT id FROM claims; CREATE INDEX my_index ON claims (unit)")
    Store.open(database, write=True).close()


def test_the_worked_example_is_not_written_by_accident(tmp_path: Path) -> None:
    """It opens for writing only where the user named it; reading is free."""
    path = tmp_path / "claims.db"
    Store.create(path, worked_example=True).close()
    Store.open(path).close()
    Store.open(path, write=True, named=True).close()
    with pytest.raises(UsageProblem, match="worked example"):
        Store.open(path, write=True)


def test_a_reader_cannot_write(database: Path) -> None:
    """A connection for reading refuses to write."""
    with Store.open(database) as store, pytest.raises(StorageProblem), store.write(Cause("test")) as change:
        change.set("zone", "UTC")


@pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
def test_a_read_only_folder_is_told_in_one_line(tmp_path: Path) -> None:
    """No database is made, and no write begun, where the folder does not allow it."""
    folder = tmp_path / "shut"
    folder.mkdir()
    Store.create(folder / "claims.db").close()
    folder.chmod(0o555)
    try:
        with pytest.raises(OutputProblem, match="cannot make it"):
            Store.create(folder / "other.db")
        with Store.open(folder / "claims.db", write=True) as store, pytest.raises(StorageProblem):
            _set(store)
    finally:
        folder.chmod(0o755)


def _set(store: Store) -> None:
    with store.write(Cause("test")) as change:
        change.set("zone", "UTC")


def test_a_writer_that_waits_too_long_is_told_who_is_in_the_way(database: Path) -> None:
    """A database that another program keeps locked gives one line and exit code 75."""
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(database, write=True) as store:
        store.connection.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(LockHeld, match="another command has been writing") as caught:
            _set(store)
    other.close()
    assert caught.value.exit_code == 75


def test_what_raised_inside_a_write_leaves_no_trace(database: Path) -> None:
    """A write that fails half-way is rolled back whole, and the next one works."""
    before = database.read_bytes()
    with Store.open(database, write=True) as store:
        with pytest.raises(ZeroDivisionError):
            _fail_half_way(store)
        assert store.settings().keys() == {"made_at"}
    assert database.read_bytes() == before
    with Store.open(database, write=True) as store:
        _set(store)
        assert store.settings()["zone"] == "UTC"


def _fail_half_way(store: Store) -> None:
    with store.write(Cause("test")) as change:
        change.set("zone", "Europe/Berlin")
        change.set("share", str(1 / (change.run - 1)))


@pytest.mark.parametrize("write", [False, True])
def test_what_a_killed_writer_left_half_done_is_undone(database: Path, write: bool) -> None:
    """Whoever opens the file next, also only to read, finds it as it was before the write that was killed."""
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('PRAGMA cache_size = 2')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "for n in range(3000): c.execute('INSERT INTO settings VALUES (?, ?)', [f'name {n}', 'x' * 300])\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(database)], check=False)
    assert database.with_name("claims.db-journal").stat().st_size > 0
    with Store.open(database, write=write) as store:
        assert store.settings().keys() == {"made_at"}
        assert store.rows("PRAGMA integrity_check")[0][0] == "ok"


def test_a_write_that_changes_nothing_is_no_run(database: Path) -> None:
    """Runs count committed writes; nothing done, nothing counted."""
    with Store.open(database, write=True) as store:
        with store.write(Cause("test")):
            pass
        assert store.runs() == []


def test_a_full_disk_is_told_and_rolled_back(database: Path) -> None:
    """Where the disk is full the line says that nothing was changed, with exit code 74."""
    with Store.open(database, write=True) as store:
        pages = store.rows("PRAGMA page_count")[0][0]
        store.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StorageProblem, match="disk is full; nothing was changed") as caught:
            _fill(store)
        assert caught.value.exit_code == 74
        assert store.settings().keys() == {"made_at"}


def _fill(store: Store) -> None:
    with store.write(Cause("test")) as change:
        for number in range(2000):
            change.set(f"name {number}", "x" * 200)


def test_every_problem_is_one_line_with_a_hint(tmp_path: Path) -> None:
    """Messages name the file and what to do."""
    with pytest.raises(ReconcileError) as caught:
        Store.open(tmp_path / "claims.db")
    assert str(caught.value) == f"{tmp_path / 'claims.db'}: no database here; run reconcile init"


def test_the_connection_keeps_to_the_measured_settings(database: Path) -> None:
    """Foreign keys on, schema not trusted, journal truncated, every commit on the disk before it is told."""
    with Store.open(database, write=True) as store:
        told = {
            name: store.rows(f"PRAGMA {name}")[0][0]
            for name in ("foreign_keys", "trusted_schema", "cell_size_check", "journal_mode", "synchronous")
        }
    assert told == {
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "journal_mode": "truncate",
        "synchronous": 3,
    }


def test_every_table_is_strict(database: Path) -> None:
    """A column holds what it says: STRICT on every table of ours, plain names throughout."""
    with Store.open(database) as store:
        tables = store.rows("SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    own = {row["name"]: row["strict"] for row in tables if not row["name"].startswith("sqlite_")}
    assert own
    assert all(own.values())
    assert all(name.replace("_", "").isalpha() for name in own)


def test_the_migrations_count_up_without_gaps() -> None:
    """The schema's version is the number of its migrations."""
    assert len(MIGRATIONS) == VERSION


def test_sqlite_utils_sees_the_same_connection(database: Path) -> None:
    """Notebooks may use the sqlite-utils interface on an open store."""
    with Store.open(database) as store:
        assert {"claims", "documents", "events"} <= set(store.database.table_names())
        assert "discrepancies" in store.database.view_names()


def test_scribbled_bytes_are_never_taken_for_sound(tmp_path: Path) -> None:
    """Bytes changed anywhere in the file are refused or found by a deep check, and the file is left as it is."""
    path = tmp_path / "claims.db"
    with Store.create(path) as store:
        _set(store)
        for name in ("union", "mayor", "police"):
            pipeline.add(store, NewClaim(value="up to 9", source=name, outlet="Osk Weekly"), editor=Editor("Ann"))
    sound = path.read_bytes()
    chance = random.Random(11)
    for _ in range(40):
        place = chance.randrange(100, len(sound) - 8)
        spoilt = sound[:place] + chance.randbytes(8) + sound[place + 8 :]
        path.write_bytes(spoilt)
        assert _told(path) or _reads_the_same(path, sound, tmp_path)
        assert path.read_bytes() == spoilt


def _told(path: Path) -> bool:
    try:
        with Store.open(path) as store:
            return bool(pipeline.check(store, deep=True))
    except DatabaseProblem:
        return True


def _reads_the_same(path: Path, sound: bytes, folder: Path) -> bool:
    """What was changed is free space: every row reads as before."""
    other = folder / "sound.db"
    other.write_bytes(sound)
    dumps = []
    for each in (path, other):
        connection = sqlite3.connect(each)
        dumps.append("\n".join(connection.iterdump()))
        connection.close()
    return dumps[0] == dumps[1]
