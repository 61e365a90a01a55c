"""The cron command: one run at a time on one database, a lock that dies with its holder, files that others can read."""

from __future__ import annotations

import fcntl
import json
import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.errors import LockHeld, UsageProblem
from reconcile.pipeline import Editor, IfLocked, NewClaim, RunOptions, RunOutcome
from reconcile.pipeline.cron import locked
from reconcile.store import Store, connection

ANN = Editor("Ann Boss")
NIGHT = datetime(2024, 6, 1, 3, 30, tzinfo=UTC)
STORY = (
    "Slide at Vale\n\nA slope above Vale gave way. The mayor said 14 people were killed. Police put the dead at 11.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a database and an inbox that holds one article."""
    Store.create(tmp_path / "claims.db", clock=lambda: NIGHT).close()
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "slide.txt").write_text(STORY)
    return tmp_path


def go(desk: Path, if_locked: IfLocked = IfLocked.FAIL) -> RunOutcome:
    options = RunOptions((str(desk / "inbox"),), desk / "reports", if_locked=if_locked)
    return pipeline.run(desk / "claims.db", options, clock=lambda: NIGHT, editor=ANN)


@contextmanager
def held(desk: Path) -> Iterator[int]:
    """Another run at work."""
    handle = os.open(desk / "claims.db.lock", os.O_CREAT | os.O_RDWR, 0o666)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield handle
    finally:
        os.close(handle)


def test_a_run_reads_resolves_and_publishes(desk: Path) -> None:
    """One call does it all and tells what is new."""
    outcome = go(desk)
    assert (outcome.ingested.new, outcome.resolved.conflicts) == (1, 1)
    assert len(outcome.notices) == 1
    assert outcome.pages_written > 0
    assert (desk / "reports" / "index.html").exists()


def test_a_second_run_does_nothing_and_tells_nothing(desk: Path) -> None:
    """Each change is told once; no page and no row is touched."""
    go(desk)
    before = (desk / "claims.db").read_bytes()
    outcome = go(desk)
    assert (outcome.ingested.same, outcome.pages_written, outcome.notices) == (1, 0, ())
    assert (desk / "claims.db").read_bytes() == before


def test_status_json_tells_when_and_what(desk: Path) -> None:
    """The file that a monitor looks at: time, number of the last write, inputs, counts, notices."""
    outcome = go(desk)
    status = json.loads((desk / "reports" / "status.json").read_text())
    assert status["at"] == "2024-06-01T03:30:00+00:00"
    assert (status["run"], status["inputs"]) == (2, [str(desk / "inbox")])
    assert status["pages"]["written"] == outcome.pages_written
    assert status["notices"] == list(outcome.notices)


def test_a_run_beside_another_stops(desk: Path) -> None:
    """While one is at work the next says so, with exit code 75, and touches nothing."""
    with held(desk), pytest.raises(LockHeld, match="another run is at work") as caught:
        go(desk)
    assert caught.value.exit_code == 75
    assert not (desk / "reports").exists()


def test_a_run_beside_another_may_skip(desk: Path) -> None:
    """With skip it ends well, having done nothing."""
    with held(desk):
        assert go(desk, IfLocked.SKIP) == RunOutcome(skipped=True)


def test_a_run_beside_another_may_wait(desk: Path) -> None:
    """With wait it begins when the other ends."""
    with held(desk) as handle:
        waker = threading.Timer(0.2, lambda: fcntl.flock(handle, fcntl.LOCK_UN))
        waker.start()
        assert go(desk, IfLocked.WAIT).ingested.new == 1
        waker.join()


def test_skip_is_for_the_run_lock_only(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that somebody keeps for too long is an error with skip, too: the run was not done."""
    monkeypatch.setattr(connection, "PATIENCE", 0.1)
    with closing(sqlite3.connect(desk / "claims.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockHeld, match="another command has been writing"):
            go(desk, IfLocked.SKIP)


def test_a_link_to_the_database_has_the_same_lock(desk: Path) -> None:
    """Two runs of one database exclude each other, by whatever path it is named."""
    (desk / "elsewhere").mkdir()
    (desk / "elsewhere" / "claims.db").symlink_to(desk / "claims.db")
    with held(desk), pytest.raises(LockHeld), locked(desk / "elsewhere" / "claims.db"):
        pass


def test_publishing_waits_for_another_writer_of_the_folder(desk: Path) -> None:
    """Pages are written from what the database holds when the folder is free, not from what was read before."""
    go(desk)
    handle = os.open(desk / "reports", os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)

    def publish() -> None:
        with Store.open(desk / "claims.db") as store:
            pipeline.publish(store, desk / "reports")

    waiting = threading.Thread(target=publish)
    waiting.start()
    waiting.join(0.3)
    assert waiting.is_alive()
    with Store.open(desk / "claims.db", write=True) as store:
        new = NewClaim(value="17", source="coroner", question="Dead at Vale", outlet="Vale Mirror")
        pipeline.add(store, new, editor=ANN)
        pipeline.resolve(store, editor=ANN)
    os.close(handle)
    waiting.join()
    assert "Dead at Vale" in (desk / "reports" / "index.html").read_text()


def test_a_file_name_that_is_no_text_is_no_hindrance(desk: Path) -> None:
    """A file whose name holds other bytes than UTF-8 is read like any other; its path is kept with escapes."""
    for name, words in ((b"x\xff.txt", STORY.replace("14", "19")), (b"y\xff.txt", "")):
        Path(os.fsdecode(bytes(desk / "inbox") + b"/" + name)).write_text(words)
    outcome = go(desk)
    assert (outcome.ingested.new, outcome.ingested.rejected) == (2, 1)
    assert json.loads((desk / "reports" / "status.json").read_text())["rejected"] == [f"{desk}/inbox/y\\xff.txt: empty"]


def test_a_killed_run_leaves_no_lock(desk: Path) -> None:
    """The kernel frees the lock of a process that was killed; the file that stays behind holds nobody up."""
    script = (
        "import sys, time; from pathlib import Path; from reconcile.pipeline.cron import locked\n"
        "with locked(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", script, str(desk / "claims.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(LockHeld):
            go(desk)
        other.kill()
    assert go(desk).ingested.new == 1


def test_without_a_database_nothing_is_left_behind(tmp_path: Path) -> None:
    """A run in the wrong folder makes no lock and no reports."""
    with pytest.raises(UsageProblem, match="run reconcile init"):
        go(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_files_have_the_mode_that_the_umask_asks_for(desk: Path) -> None:
    """A web server can read the pages and status.json, a colleague of the group can take the lock."""
    former = os.umask(0o002)
    try:
        go(desk)
    finally:
        os.umask(former)
    files = [desk / "claims.db.lock", *(path for path in (desk / "reports").rglob("*") if path.is_file())]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o664}


def test_what_was_not_taken_stands_in_the_status(desk: Path) -> None:
    """A bad file beside a good one is named in status.json and in rejects.jsonl; the good one is on the pages."""
    (desk / "inbox" / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    outcome = go(desk)
    status = json.loads((desk / "reports" / "status.json").read_text())
    assert (outcome.ingested.new, outcome.ingested.rejected) == (1, 1)
    assert "photo.txt" in status["rejected"][0]
    assert "photo.txt" in (desk / "rejects.jsonl").read_text()
