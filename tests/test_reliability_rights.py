"""A folder or file that may not be written: one line, the right exit code, nothing changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Desk

from reconcile.errors import Exit

NOBODY = 65534
ADD = ["add", "--value", "4", "--source", "mayor", "--outlet", "Dale Post", "--said", "2024-05-03"]


@pytest.fixture(scope="module")
def locked_away() -> Iterator[Desk]:
    """A desk with one claim in a folder that the caller of the commands may read and not write."""
    folder = Path(tempfile.mkdtemp(prefix="reconcile-rights-"))
    desk = Desk(folder)
    desk.ok("init")
    desk.ok(*ADD)
    desk.write("story.txt", "Fire at Lindow\n\nSeven people were hurt, the fire service said.\n")
    (folder / "claims.db").chmod(0o444)
    folder.chmod(0o555)
    yield desk
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_nobody(desk: Desk, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command without the rights of root, which modes do not bind."""
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    command = [sys.executable, "-m", "reconcile", *words]
    try:
        return subprocess.run(  # type: ignore[call-overload, no-any-return]
            command, cwd=desk.folder, env=desk.environment, capture_output=True, text=True, timeout=60, **who
        )
    except PermissionError:
        pytest.skip("this Python may only be run by root, whom modes do not bind")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["add", "--value", "5", "--outlet", "Dale Post"], Exit.STORAGE),
        (["ingest", "story.txt"], Exit.STORAGE),
        (["resolve"], Exit.STORAGE),
        (["report"], Exit.OUTPUT),
        (["run", "story.txt"], Exit.OUTPUT),
        (["--db", "other.db", "init"], Exit.OUTPUT),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_folder_that_may_not_be_written(locked_away: Desk, words: list[str], code: Exit) -> None:
    """Writing commands say in one line what may not be written; the folder stays as it was."""
    before = {path: path.read_bytes() for path in locked_away.folder.iterdir()}
    done = as_nobody(locked_away, *words)
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode in (code, Exit.STORAGE), done.stderr
    assert {path: path.read_bytes() for path in locked_away.folder.iterdir()} == before


@pytest.mark.parametrize("words", [["export", "claims"], ["list", "claims"], ["search", "mayor"], ["check"]])
def test_reading_needs_no_right_to_write(locked_away: Desk, words: list[str]) -> None:
    """Commands that only look work in a folder that may not be written."""
    done = as_nobody(locked_away, *words)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--db", "file/claims.db", "init"], Exit.OUTPUT),
        (["--db", "file/claims.db", "list"], Exit.STORAGE),
        (["report", "--reports", "file/pages"], Exit.OUTPUT),
    ],
)
def test_a_path_below_a_file(desk: Desk, words: list[str], code: Exit) -> None:
    """A path that goes through a file is told in one line."""
    desk.ok("init")
    desk.write("file", "in the way")
    done = desk(*words)
    assert (done.returncode, done.stderr.count("\n")) == (code, 1), done.stderr
    assert (desk.folder / "file").read_text(encoding="utf-8") == "in the way"
