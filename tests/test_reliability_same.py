"""The same input gives the same bytes: twice in one folder, and on machines that differ in what should not matter."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Desk

BUILD = Path(__file__).resolve().parent / "harness" / "build_example.py"
ARTICLES = ("meridian-wire.jsonl", "harbour-post.html", "ilvand-courier.txt", "northern-observer.html")


def rows(database: Path) -> dict[str, int]:
    """How many rows each table holds."""
    with contextlib.closing(sqlite3.connect(database)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def files(folder: Path) -> dict[Path, tuple[int, bytes]]:
    """When each file was written, and its bytes; the journal, which every look for new rows opens, left out."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".db-journal")
    return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in found}


def work_through(desk: Desk) -> None:
    """Articles and claims in, questions and pages out."""
    for name in ARTICLES:
        desk.ok("ingest", str(ROOT / "examples" / name), "--outlet", "Ilvand Courier")
    desk.ok("import", str(ROOT / "examples" / "claims.csv"))
    desk.ok("resolve")
    desk.ok("report")


def test_the_same_input_twice_adds_nothing(desk: Desk) -> None:
    """All steps again with the same input: no new row in any table, no file written anew."""
    desk.ok("init")
    work_through(desk)
    rows_before, files_before = rows(desk.folder / "claims.db"), files(desk.folder)
    work_through(desk)
    assert rows(desk.folder / "claims.db") == rows_before
    assert files(desk.folder) == files_before


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl"])
def test_an_export_can_be_imported(desk: Desk, form: str) -> None:
    """Claims exported and imported beside the same documents are the same in every field but the ids."""
    desk.ok("init")
    work_through(desk)
    desk.write("claims." + form, desk.ok("export", "claims", "--format", form))
    documents = desk.ok("export", "documents").splitlines()
    desk.write("documents.jsonl", "\n".join(line for line in documents if json.loads(line)["text"]))
    there = ["--db", "there.db"]
    desk.ok(*there, "init")
    desk.ok(*there, "ingest", "--documents-only", "documents.jsonl")
    desk.ok(*there, "import", "claims." + form)
    changed = ("id", "external_id", "question")
    before, after = (
        [{k: v for k, v in json.loads(line).items() if k not in changed} for line in out.splitlines()]
        for out in (desk.ok("export", "claims"), desk.ok(*there, "export", "claims"))
    )
    assert len(before) > 20
    assert sorted(after, key=str) == sorted(before, key=str)


def built(folder: Path, environment: dict[str, str], year: int = 2025) -> dict[str, Any]:
    """Digests of the worked example as built in a process with this environment."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON", "TZ"))}
    done = subprocess.run(
        [sys.executable, str(BUILD), str(folder), str(year)],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    digests: dict[str, Any] = json.loads(done.stdout)
    return digests


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The example as built in the plainest surroundings."""
    return built(tmp_path_factory.mktemp("here") / "site", {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"})


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8"},
        {"PYTHONHASHSEED": "7", "TZ": "Asia/Kathmandu", "LC_ALL": "POSIX", "PYTHONUTF8": "0"},
    ],
)
def test_surroundings_change_no_byte(here: dict[str, Any], tmp_path: Path, surroundings: dict[str, str]) -> None:
    """Hash seeds, time zones and locales change no row, no export and no page."""
    assert built(tmp_path / "site", surroundings) == here


@pytest.mark.parametrize("year", [2015, 2035])
def test_the_clock_changes_no_reading(here: dict[str, Any], tmp_path: Path, year: int) -> None:
    """Ten years earlier or later the same claims, questions and relations are read from the same articles."""
    assert built(tmp_path / "site", {"PYTHONHASHSEED": "0"}, year)["exports"] == here["exports"]
