"""A person at a terminal: a command with a pty of its own, answered question by question."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import subprocess
import sys
import termios

from conftest import Desk


def at_terminal(desk: Desk, words: list[str], *talk: tuple[str, str]) -> tuple[int, str, str]:
    """Call the command with a terminal as stdin and stderr, answer each question when it is asked.

    Gives back the exit code, the data on stdout and all that stood on the screen.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "reconcile", *words],
        cwd=desk.folder,
        env=desk.environment,
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )
    os.close(theirs)
    screen = ""
    for question, answer in talk:
        screen += read_until(ours, question)
        os.write(ours, answer.encode())
    screen += read_until(ours, None)
    data, _ = process.communicate(timeout=60)
    os.close(ours)
    return process.returncode, data.decode(), screen


def read_until(terminal: int, words: str | None) -> str:
    """What is written to the terminal until these words have come; None: until nobody holds its other end."""
    read = b""
    with contextlib.suppress(OSError):
        while words is None or words.encode() not in read:
            assert select.select([terminal], [], [], 30)[0], f"{words!r} never came after {read!r}"
            if not (piece := os.read(terminal, 65536)):
                break
            read += piece
    return read.decode()
