"""A command that is killed leaves all or nothing, and never stands in the next one's way."""

from __future__ import annotations

import json
from collections.abc import Callable

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
