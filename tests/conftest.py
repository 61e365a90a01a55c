"""What several tests share: the long version of the harness runs, and the command line in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--torture` asks for the long versions."""
    parser.addoption("--torture", action="store_true", help="run the long version of each harness")


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Callable[[int, int], int]:
    """How often a harness goes round: `rounds(short, long)`."""

    def pick(short: int, long: int) -> int:
        return long if request.config.getoption("--torture") else short

    return pick


class Desk:
    """The `reconcile` command in a folder of its own, as a person at a shell has it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("RECONCILE_", "GIT_"))}
        self.environment = {**kept, "RECONCILE_EDITOR": "Ida Lund", "HOME": str(folder), "PYTHONUTF8": "1"}

    def __call__(
        self, *words: str, stdin: str | bytes | None = None, env: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run `reconcile WORDS…` to its end; nothing is raised for its exit code."""
        given = stdin.encode() if isinstance(stdin, str) else stdin
        done = subprocess.run(
            [sys.executable, "-m", "reconcile", *words],
            cwd=self.folder,
            env={**self.environment, **(env or {})},
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            timeout=120,
        )
        out, err = (stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr))
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    def ok(self, *words: str, stdin: str | bytes | None = None) -> str:
        """The data on stdout of a call that must succeed."""
        done = self(*words, stdin=stdin)
        assert done.returncode == 0, f"{words}: exit {done.returncode}\n{done.stderr}"
        return done.stdout

    def write(self, name: str, text: str) -> Path:
        """A file in the folder."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The command in an empty folder."""
    return Desk(tmp_path)
