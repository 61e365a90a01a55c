"""Several people and programs at one database."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Desk
from harness.crowd import write_together
from harness.ledger import Ledger


def add(id: str) -> list[str]:
    """One claim by hand."""
    words = ["add", "--value", "12", "--source", "mayor", "--outlet", "Dale Post", "--said", "2024-05-03"]
    return [*words, "--question", "Hurt at Lindow", "--external-id", id]


@pytest.mark.torture
def test_writers_wait_for_each_other(desk: Desk, rounds: Callable[[int, int], int]) -> None:
    """Writers, a reader and a lock holder together: no write fails or is lost, no reader sees less than before."""
    desk.ok("init")
    ledger = Ledger(desk.folder / "claims.db", "SELECT external_id FROM claims")
    write_together(desk, ledger, add, writers=rounds(2, 8), each=rounds(6, 1000))
    assert ledger.findings == []
    assert ledger.acknowledged == ledger.asked
    assert desk("check").returncode == 0
