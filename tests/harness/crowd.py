"""Many writers and a reader on one database, while somebody else holds its lock now and then."""

from __future__ import annotations

import contextlib
import random
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path

from conftest import Desk

from harness.ledger import Ledger


def write_together(desk: Desk, ledger: Ledger, write: Callable[[str], list[str]], writers: int, each: int) -> None:
    """So many writers, each with so many commands one after another; a reader and a lock holder all the while."""
    over = threading.Event()
    crowd = [threading.Thread(target=_write, args=(desk, ledger, write, f"w{n}", each)) for n in range(writers)]
    others = [
        threading.Thread(target=_read, args=(desk, ledger, over)),
        threading.Thread(target=_hold, args=(ledger.database, over)),
    ]
    for thread in crowd + others:
        thread.start()
    for thread in crowd:
        thread.join()
    over.set()
    for thread in others:
        thread.join()
    ledger.look()


def _write(desk: Desk, ledger: Ledger, write: Callable[[str], list[str]], name: str, each: int) -> None:
    for number in range(each):
        id = f"{name}n{number}"
        ledger.asked.add(id)
        start = time.monotonic()
        done = desk(*write(id))
        if done.returncode == 0:
            ledger.acknowledged.add(id)
        else:
            ledger.findings.append(f"failed: {id}: {done.stderr[-200:]}")
        if time.monotonic() - start > 30:
            ledger.findings.append(f"waited too long: {id}")


def _read(desk: Desk, ledger: Ledger, over: threading.Event) -> None:
    """A reader never fails and never sees fewer claims than before."""
    seen = 0
    while not over.is_set():
        done = desk("export", "claims")
        count = len(done.stdout.splitlines())
        if done.returncode or count < seen:
            ledger.findings.append(f"reader: exit {done.returncode}, {count} after {seen}: {done.stderr[-200:]}")
        seen = count


def _hold(database: Path, over: threading.Event) -> None:
    """Another program that takes the write lock for up to half a second, as a database browser left open does."""
    chance = random.Random(7)
    while not over.is_set():
        with (
            contextlib.suppress(sqlite3.OperationalError),
            contextlib.closing(sqlite3.connect(database, timeout=60, isolation_level=None)) as connection,
        ):
            connection.execute("BEGIN IMMEDIATE")
            time.sleep(chance.uniform(0, 0.5))
            connection.execute("COMMIT")
        time.sleep(chance.uniform(0, 0.5))
