"""A command that is killed leaves all or nothing, and never stands in the next one's way."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Desk
from harness.kills import Command, kill_again_and_again
from harness.ledger import Ledger

BATCH = 5
CLAIM_IDS = "SELECT external_id FROM claims WHERE external_id IS NOT NULL"
DOCUMENT_IDS = "SELECT external_id FROM documents WHERE external_id IS NOT NULL"


def add(id: str) -> tuple[list[str], bytes]:
    """One claim by hand."""
    words = ["add", "--value", "12", "--source", "mayor", "--outlet", "Dale Post", "--said", "2024-05-03"]
    return [*words, "--question", "Hurt at Lindow", "--external-id", id], b""


def import_rows(id: str) -> tuple[list[str], bytes]:
    """A table of several claims from stdin."""
    rows = [f"{number + 1},mayor,Dale Post,Hurt at Lindow,{id}-{number}" for number in range(BATCH)]
    table = "\n".join(["value,source,outlet,question,external_id", *rows]) + "\n"
    return ["import", "-", "--format", "csv"], table.encode()


def ingest(id: str) -> tuple[list[str], bytes]:
    """Several dispatches from stdin."""
    lines = [
        json.dumps({"id": f"{id}-{number}", "publisher": "Dale Post", "text": f"Fire {id}: {number + 2} were hurt."})
        for number in range(BATCH)
    ]
    return ["ingest", "-"], "\n".join(lines).encode()


@pytest.mark.torture
@pytest.mark.parametrize(
    ("command", "sql", "rows"),
    [(add, CLAIM_IDS, 1), (import_rows, CLAIM_IDS, BATCH), (ingest, DOCUMENT_IDS, BATCH)],
    ids=["add", "import", "ingest"],
)
def test_a_kill_loses_and_tears_nothing(
    desk: Desk, rounds: Callable[[int, int], int], command: Command, sql: str, rows: int
) -> None:
    """What was acknowledged is there, a batch is there whole or not at all, and the next command works."""
    desk.ok("init")
    ledger = Ledger(desk.folder / "claims.db", sql, rows)
    kills = rounds(6, 500)
    assert kill_again_and_again(desk, command, ledger, kills) == kills
    assert ledger.findings == []
    assert desk("check").returncode == 0


@pytest.mark.torture
def test_a_killed_run_leaves_no_lock(desk: Desk, rounds: Callable[[int, int], int]) -> None:
    """A killed cron run loses nothing and keeps no later run out, since the kernel frees its lock."""
    desk.ok("init")
    (desk.folder / "inbox").mkdir()

    def run(id: str) -> tuple[list[str], bytes]:
        line = json.dumps({"id": id, "publisher": "Dale Post", "text": f"Fire {id}: seven were hurt, police said."})
        desk.write(f"inbox/{id}.jsonl", line)
        return ["run", "inbox"], b""

    ledger = Ledger(desk.folder / "claims.db", DOCUMENT_IDS)
    kills = rounds(4, 200)
    assert kill_again_and_again(desk, run, ledger, kills) == kills
    assert ledger.findings == []
    assert desk("check").returncode == 0


def dispatches(desk: Desk, count: int) -> None:
    """A desk with a few dispatches on as many fires."""
    desk.ok("init")
    lines = [
        {"id": f"d{n}", "publisher": f"Post {n % 4}", "published": "2024-05-03", "title": f"Fire at Lindow {n // 4}"}
        | {"text": f"At least {n + 2} people were hurt in a fire at Lindow {n // 4} on Friday, police said."}
        for n in range(count)
    ]
    desk.ok("ingest", "-", stdin="\n".join(map(json.dumps, lines)))


@pytest.mark.torture
def test_a_verdict_is_recorded_or_not(desk: Desk, rounds: Callable[[int, int], int]) -> None:
    """A killed decision is there once or not at all, and every acknowledged one is there."""
    dispatches(desk, 4)
    desk.ok("resolve")
    question = json.loads(desk.ok("export", "questions").splitlines()[0])["id"]

    def decide(id: str) -> tuple[list[str], bytes]:
        return ["decide", question, "--verdict", "hold", "--note", id], b""

    ledger = Ledger(desk.folder / "claims.db", "SELECT note FROM verdicts")
    kills = rounds(4, 500)
    assert kill_again_and_again(desk, decide, ledger, kills) == kills
    assert ledger.findings == []


@pytest.mark.torture
def test_killed_resolves_and_reports_leave_no_trace(desk: Desk, rounds: Callable[[int, int], int]) -> None:
    """After kills in resolve and report the next ones give what they would have given, and no page is torn."""
    dispatches(desk, 24)
    twin = Desk(desk.folder / "twin")
    twin.folder.mkdir()
    (twin.folder / "claims.db").write_bytes((desk.folder / "claims.db").read_bytes())
    chance = random.Random(3)
    for _ in range(rounds(6, 500)):
        for command in ("resolve", "report"):
            killed(desk, command, chance.uniform(0, 0.6))
            assert [path.name for path in desk.folder.rglob("*.html") if not whole(path)] == []
    for each in (desk, twin):
        each.ok("resolve")
        each.ok("report")
    assert desk.ok("export", "relations") == twin.ok("export", "relations")
    assert desk.ok("export", "questions") == twin.ok("export", "questions")
    assert names(desk) == names(twin)


def killed(desk: Desk, command: str, after: float) -> None:
    """Start a command and kill it after so many seconds, unless it has ended."""
    program = [sys.executable, "-m", "reconcile", "-q", command]
    process = subprocess.Popen(program, cwd=desk.folder, env=desk.environment, stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def whole(page: Path) -> bool:
    """A page that ends as pages end."""
    return page.read_bytes().rstrip().endswith(b"</html>")


def names(desk: Desk) -> set[str]:
    """The files of the site."""
    return {path.name for path in (desk.folder / "reports").iterdir()}
