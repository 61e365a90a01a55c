"""run: the cron command, alone and among others."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys

import pytest
from conftest import Desk

from reconcile.errors import Exit

ARTICLE = """Ferry hits pier at Lindow

LINDOW: Nine passengers were injured when a ferry hit a pier at Lindow on Friday, the harbour office said.

The regional hospital said that 17 passengers were injured in the crash.
"""


@pytest.fixture
def inbox(desk: Desk) -> Desk:
    """A desk with a database and an inbox that holds one article."""
    desk.ok("init")
    (desk.folder / "inbox").mkdir()
    desk.write("inbox/ferry.txt", ARTICLE)
    return desk


RUN = ("run", "inbox", "--outlet", "Dale Post", "--published", "2024-05-03")


def test_a_run_is_silent_and_does_all_of_it(inbox: Desk) -> None:
    """A run reads the inbox, resolves and writes pages and status.json, and says nothing."""
    done = inbox(*RUN)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "harbour office" in inbox.ok("export", "claims")
    assert (inbox.folder / "reports" / "index.html").exists()
    assert json.loads((inbox.folder / "reports" / "status.json").read_text(encoding="utf-8"))


def test_a_second_run_changes_no_page(inbox: Desk) -> None:
    """Where nothing is new, no page and no row changes."""
    inbox.ok(*RUN)
    folder = inbox.folder / "reports"
    pages = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "status.json"}
    rows = inbox.ok("export", "claims")
    inbox.ok(*RUN)
    assert {path: path.read_bytes() for path in pages} == pages
    assert inbox.ok("export", "claims") == rows


def test_verbose_tells_the_counts(inbox: Desk) -> None:
    """-v tells what each step did."""
    done = inbox(*RUN, "-v")
    assert [line.split(":")[1].strip() for line in done.stderr.splitlines()][:3] == ["ingest", "resolve", "report"]


@pytest.mark.parametrize(("condition", "first", "second"), [("conflict", 1, 1), ("new", 1, 0), ("unreviewed", 1, 1)])
def test_a_condition_that_was_asked_for(inbox: Desk, condition: str, first: int, second: int) -> None:
    """--fail-on exits 1 where its condition holds, and only then."""
    assert inbox(*RUN, "--fail-on", condition).returncode == first
    assert inbox(*RUN, "--fail-on", condition).returncode == second


def test_no_condition_holds_on_an_empty_desk(inbox: Desk) -> None:
    """Nothing read, nothing contested, nothing proposed: exit 0."""
    done = inbox("run", *(word for name in ("conflict", "new", "unreviewed") for word in ("--fail-on", name)))
    assert done.returncode == 0, done.stderr


def test_an_article_that_cannot_be_read_is_told(inbox: Desk) -> None:
    """One bad article makes the run exit 3 with one line; the others are on the pages."""
    inbox.write("inbox/empty.txt", "")
    done = inbox(*RUN)
    assert done.returncode == Exit.REJECTED
    assert "empty.txt" in done.stderr
    assert "harbour office" in inbox.ok("export", "claims")


def together(inbox: Desk, how_many: int, *words: str) -> list[int]:
    """Start so many runs at once; their exit codes."""
    command = [sys.executable, "-m", "reconcile", *RUN, *words]
    started = [
        subprocess.Popen(command, cwd=inbox.folder, env=inbox.environment, stderr=subprocess.DEVNULL)
        for _ in range(how_many)
    ]
    return [process.wait(timeout=300) for process in started]


def test_a_run_under_way_keeps_others_out(inbox: Desk) -> None:
    """While the lock is held a run exits 75, with --if-locked skip 0, and does nothing; freed, the next one works."""
    import fcntl

    with open(inbox.folder / "claims.db.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = inbox(*RUN)
        assert done.returncode == Exit.LOCKED
        assert done.stderr.count("\n") == 1
        assert inbox(*RUN, "--if-locked", "skip").returncode == 0
        assert not (inbox.folder / "reports").exists()
    assert inbox(*RUN).returncode == 0


@pytest.mark.torture
def test_runs_at_once_take_turns_where_they_wait(inbox: Desk, rounds: object) -> None:
    """Runs started together with --if-locked wait all end well, one after another."""
    assert callable(rounds)
    how_many = rounds(4, 20)
    assert together(inbox, how_many, "--if-locked", "wait") == [0] * how_many


@pytest.mark.torture
def test_runs_at_once_let_one_work(inbox: Desk, rounds: object) -> None:
    """Of runs started together at least one works, and every other one exits 75."""
    assert callable(rounds)
    codes = together(inbox, rounds(4, 20))
    assert 0 in codes
    assert set(codes) <= {0, int(Exit.LOCKED)}


@pytest.mark.parametrize(("umask", "mode"), [(0o022, 0o644), (0o002, 0o664), (0o077, 0o600)])
def test_files_get_the_mode_that_the_umask_asks_for(inbox: Desk, umask: int, mode: int) -> None:
    """Every page has the mode that the umask asks for, so that a web server can read it."""
    before = os.umask(umask)
    try:
        inbox.ok(*RUN)
    finally:
        os.umask(before)
    files = [path for path in (inbox.folder / "reports").rglob("*") if path.is_file()]
    assert files
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {mode}


def test_the_settings_file_names_inbox_and_pages(inbox: Desk) -> None:
    """With reconcile.toml beside the database, `run` alone reads the inbox and writes where it says."""
    inbox.write("reconcile.toml", 'reports = "site"\n[run]\ninputs = ["inbox"]\noutlet = "Dale Post"\n')
    inbox.ok("run")
    assert (inbox.folder / "site" / "index.html").exists()
    assert "Dale Post" in inbox.ok("export", "claims")
