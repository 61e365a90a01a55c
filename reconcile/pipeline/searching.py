"""Documents searched for claims, on several cores where there is much to read."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import islice

from reconcile.extract import extract, parts_of, read_part
from reconcile.extract.reading import Part
from reconcile.model import Claim, Document

_MUCH = 1_000_000
"""Characters from which on other processes are worth their start."""
_AT_ONCE = 50_000
"""Characters, about, that a process is given at a time."""
_MOST = 8
"""Processes at the most."""


def searched(documents: Sequence[Document], *, processes: int | None = None) -> Iterator[list[Claim]]:
    """The claims of each document, in the order of the documents; the same ones on any number of cores.

    `processes` is how many read at once; None leaves it to the length of the texts and the cores of the machine.
    """
    length = sum(len(document.text or "") for document in documents)
    many = _cores(length) if processes is None else processes
    if many == 1:
        yield from map(extract, documents)
        return
    parts = [list(parts_of(document)) for document in documents]
    read = _read_at_once([part for each in parts for part in each], many, length)
    for each in parts:
        yield [claim for claims in islice(read, len(each)) for claim in claims]


def _cores(length: int) -> int:
    """How many processes should read texts of so many characters in all; one where processes cannot be forked."""
    if length < _MUCH or "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return min(os.cpu_count() or 1, _MOST)


def _read_at_once(parts: Sequence[Part], processes: int, length: int) -> Iterator[list[Claim]]:
    """The parts as several processes read them; each gets a few at a time, so that none is idle at the end."""
    at_once = max(1, len(parts) * _AT_ONCE // max(length, 1))
    forked = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, forked, _stand_by, (os.getpid(),)) as pool:
        yield from pool.map(read_part, parts, chunksize=at_once)


def _stand_by(parent: int) -> None:
    """Leave interruptions to the parent, and end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def _follow(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGKILL)
