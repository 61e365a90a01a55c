"""The resolver at scale: a million made-up claims at once.

usage: python benchmarks/scale.py [--claims 1000000] [--seed 20310302]

The claims are those of `synthetic.py`; nothing of the truth reaches the resolver. CPU seconds are those of this
one process: for reading claims as rows, for putting these into columns, for events, questions, origins and
relations, and for the part that is resolved claim by claim. Memory is the highest of the whole process, the
made-up truth included.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from synthetic import SEED, Synthetic, pairwise, synthetic

from reconcile.model import Claim, Document
from reconcile.resolve import Desk, resolve
from reconcile.resolve.columns.pairs import KINDS
from reconcile.resolve.columns.resolving import Resolved, grouped_only, resolved
from reconcile.resolve.columns.table import Row, Table, row_of


class Watch:
    """CPU seconds by what they were spent on."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._since = time.process_time()

    def lap(self, name: str) -> None:
        """Add the time since the last lap to `name`."""
        now = time.process_time()
        self.spent[name] = self.spent.get(name, 0.0) + now - self._since
        self._since = now


def rows(made: Synthetic, watch: Watch) -> Iterator[Row]:
    """The claims as rows, made some thousands at a time; the making is not counted."""
    for start in range(0, len(made), 50_000):
        watch.lap("columns")
        some = list(made.claims(start, min(start + 50_000, len(made))))
        watch.lap("making claims")
        found = [row_of(*each) for each in some]
        del some
        watch.lap("rows of claims")
        yield from (row for row in found if row is not None)


def resolve_all(made: Synthetic, watch: Watch, *, related: bool = True) -> tuple[NDArray[np.int64], Resolved]:
    """The question of each claim, and what the columns gave; without relations where not `related`."""
    desk = Desk()
    table = Table(rows(made, watch))
    watch.lap("columns")
    found = resolved(table, desk) if related else grouped_only(table, desk)[0]
    watch.lap("resolving columns")
    question = found.question.copy()
    left = np.flatnonzero(found.left_over)
    by_event = left[np.argsort(found.event[left], kind="stable")]
    turns = np.flatnonzero(np.diff(found.event[by_event])) + 1
    for part in np.split(by_event, turns[::400]):
        claims, documents = objects(made, part, watch)
        for each in resolve(claims, documents, desk):
            members = [int(claim.partition("-")[2]) for claim in each.claims]
            question[members] = members[0]
        watch.lap("resolving the rest as objects")
    return question, found


def objects(made: Synthetic, part: NDArray[np.int64], watch: Watch) -> tuple[list[Claim], dict[str, Document]]:
    """Some claims as objects."""
    watch.lap("resolving the rest as objects")
    told = [pair for row in part.tolist() for pair in made.claims(row, row + 1)]
    watch.lap("making claims")
    return [claim for claim, _ in told], {document.id: document for _, document in told}


def report(count: int, seed: int) -> None:
    """Resolve so many claims and print what came of it."""
    made = synthetic(count, seed)
    watch = Watch()
    question, found = resolve_all(made, watch)
    making = watch.spent.pop("making claims")
    spent = sum(watch.spent.values())
    kinds = np.bincount(found.kind, minlength=len(KINDS))
    blocks = np.unique(found.event, return_counts=True)[1]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = ", ".join(f"{name} {seconds:.1f}" for name, seconds in watch.spent.items())
    print(f"{count:,} claims, seed {seed}: {spent:.1f} s of CPU ({told}; making the claims {making:.1f} besides)")
    print(
        f"  {count / spent:,.0f} claims/s, {memory:,.0f} MB at most, pairwise F {pairwise(question, made.question):.4f}"
    )
    print(f"  {len(np.unique(question)):,} questions (true: {len(np.unique(made.question)):,})")
    print(f"  largest event {blocks.max():,} claims; {found.left_over.sum():,} claims resolved as objects")
    print("  relations in columns: " + ", ".join(f"{kind} {kinds[n]:,}" for n, kind in enumerate(KINDS) if kinds[n]))


def main() -> None:
    """Take the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    report(given.claims, given.seed)


if __name__ == "__main__":
    main()
