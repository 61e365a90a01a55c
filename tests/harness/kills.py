"""Kill -9 at a random moment of a command, again and again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable

from conftest import Desk

from harness.ledger import Ledger

Command = Callable[[str], tuple[list[str], bytes]]
"""The words and the stdin of the write that goes by the given id."""


def kill_again_and_again(desk: Desk, command: Command, ledger: Ledger, kills: int, seed: int = 1) -> int:
    """Run the command with new ids until so many kills have landed; gives back how many did.

    Before each kill one command runs undisturbed: it shows that the kill before it left nothing in the way. The
    moment of a kill is drawn over the measured length of the command and a quarter beyond, so that start-up,
    transaction, commit and the time after it are all hit.
    """
    chance = random.Random(seed)
    length = max(_undisturbed(desk, command, ledger, f"c{number}") for number in range(2))
    landed = 0
    for number in range(5 * kills):
        if landed == kills:
            break
        _undisturbed(desk, command, ledger, f"u{number}")
        landed += _killed(desk, command, ledger, f"k{number}", chance.uniform(0, 1.25 * length))
        ledger.look()
    return landed


def _start(desk: Desk, words: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "reconcile", *words],
        cwd=desk.folder,
        env=desk.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def _undisturbed(desk: Desk, command: Command, ledger: Ledger, id: str) -> float:
    words, stdin = command(id)
    ledger.asked.add(id)
    start = time.monotonic()
    process = _start(desk, words)
    _, errors = process.communicate(stdin, timeout=120)
    if process.returncode == 0:
        ledger.acknowledged.add(id)
    else:
        ledger.findings.append(f"stuck: {id}: {errors.decode(errors='replace')[-200:]}")
    return time.monotonic() - start


def _killed(desk: Desk, command: Command, ledger: Ledger, id: str, after: float) -> bool:
    words, stdin = command(id)
    ledger.asked.add(id)
    process = _start(desk, words)
    killed = False
    try:
        process.communicate(stdin, timeout=after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        killed = True
    if process.returncode == 0:
        ledger.acknowledged.add(id)
    return killed
