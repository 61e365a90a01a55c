"""The resolver through a real claims.db: so many stored claims resolved, then a batch of new ones into them.

usage: python benchmarks/stored.py [--claims 100000] [--batch 50] [--db FILE] [--profile]

Makes the database of made-up claims where FILE is not there yet (a temporary one without --db), resolves it in
full, then times batches: documents and claims added in one write, and `resolve` over what they reach.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import median

from synthetic import SEED, synthetic

from reconcile.model import Claim, Document
from reconcile.pipeline import Editor
from reconcile.pipeline.questions import resolve
from reconcile.store import Cause, Store

EDITOR = Editor("bench")


def timed(what: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and seconds of CPU that something takes."""
    clock, cpu = time.perf_counter(), time.process_time()
    what()
    return time.perf_counter() - clock, time.process_time() - cpu


def add(store: Store, told: list[tuple[Claim, Document]]) -> None:
    """Store claims with their documents in one write."""
    with store.write(Cause("benchmark")) as change:
        for document in {document.id: document for _, document in told}.values():
            change.add_document(document)
        change.add_claims([claim for claim, _ in told])


def fill(store: Store, claims: Iterator[tuple[Claim, Document]]) -> None:
    """Store claims some ten thousands at a time."""
    while some := list(islice(claims, 50_000)):
        add(store, some)


def batches(store: Store, count: int, size: int, profile: bool) -> None:
    """Time batches of new reports on events that are stored, spread over all of them."""
    made = synthetic(count, SEED)
    clocks, cpus = [], []
    for number in range(8):
        ending = f"-{store.newest_run()}-{number}"
        rows = range(number, count, count // size)[:size]
        add(store, [another(*told, ending) for row in rows for told in made.claims(row, row + 1)])
        clock, cpu = timed(lambda: resolve(store, editor=EDITOR))
        clocks.append(clock)
        cpus.append(cpu)
    if profile:
        told = [another(*each, f"-{store.newest_run()}") for row in rows for each in made.claims(row, row + 1)]
        add(store, told)
        watched = cProfile.Profile()
        watched.runcall(resolve, store, editor=EDITOR)
        pstats.Stats(watched).sort_stats("cumtime").print_stats(60)
    clock, cpu = 1000 * median(clocks), 1000 * median(cpus)
    print(f"resolve of {size} new claims into {count:,}: {clock:.0f} ms, {cpu:.0f} of CPU, the median of 8 batches")


def another(claim: Claim, document: Document, ending: str) -> tuple[Claim, Document]:
    """The same told again in a report of its own."""
    report = replace(document, id=document.id + ending, url=f"{document.url}{ending}")
    return replace(claim, id=claim.id + ending, document=report.id), report


def run(path: Path, count: int, size: int, profile: bool) -> None:
    """Make the database where it is missing, and take the figures."""
    if path.exists():
        store = Store.open(path, write=True, named=True)
    else:
        store = Store.create(path)
        clock, cpu = timed(lambda: fill(store, synthetic(count, SEED).claims()))
        size_of_file = path.stat().st_size / 1e6
        print(f"{count:,} claims stored: {clock:.0f} s, {cpu:.0f} of CPU, {size_of_file:,.0f} MB", flush=True)
    clock, cpu = timed(lambda: resolve(store, editor=EDITOR))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"resolve of all that was new: {clock:.0f} s, {cpu:.0f} of CPU, {memory:,.0f} MB at most", flush=True)
    batches(store, count, size, profile)
    store.close()


def main() -> None:
    """Take the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--batch", type=int, default=50)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run(given.db or Path(folder) / "claims.db", given.claims, given.batch, given.profile)


if __name__ == "__main__":
    main()
