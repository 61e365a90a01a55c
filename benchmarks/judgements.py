"""Random judgements through the store: do they hold transitively, and is every contradiction refused with its chain?

    python benchmarks/judgements.py [--judgements 10000] [--seed 1]

Claims of made-up stories, each with a question of its own, are called the same or different two by two, at random.
Whether each may be taken is told beforehand by a plain table of classes; whether the chain of a refusal proves it, by
that table, too. In the end all claims are resolved, and the questions compared with the classes.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from reconcile import pipeline
from reconcile.errors import UsageProblem
from reconcile.pipeline import Editor, ImportOptions
from reconcile.store import Store

IDA = Editor("Ida Lund")
CLAIMS = 8
"""Claims of a story; only those of one story are judged together, as in a newsroom."""
JUDGED = 6
"""Judgements on a story, on average."""
STEP = re.compile(r"(c1-\w+) ([=≠]) (c1-\w+) \((j1-\w+), ")


def main() -> None:
    """Print the counts, what failed, and the time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--judgements", type=int, default=10_000, metavar="N", help="how many [10000]")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the random choices [1]")
    given = parser.parse_args()
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # where a commit need not wait for a disk
    with tempfile.TemporaryDirectory(dir=memory) as folder, Store.create(Path(folder) / "claims.db") as store:
        stories = _stories(store, Path(folder), max(1, given.judgements // JUDGED))
        _measure(store, stories, given.judgements, random.Random(given.seed))


def _stories(store: Store, folder: Path, count: int) -> list[list[str]]:
    """Import the claims; their ids by story."""
    table = folder / "claims.csv"
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["value", "source", "question", "outlet", "said_at", "external_id"])
        for story in range(count):
            for number in range(CLAIMS):
                asked = f"Counted in Story{story} by source {number}"
                writer.writerow([number + 1, f"source {number}", asked, f"Outlet {number}", "2031-03-02", story])
    pipeline.import_claims(store, str(table), ImportOptions(), editor=IDA)
    pipeline.resolve(store, editor=IDA)
    stories: list[list[str]] = [[] for _ in range(count)]
    for row in store.rows("SELECT id, external_id FROM claims ORDER BY number"):
        stories[int(row["external_id"])].append(row["id"])
    return stories


class Truth:
    """The plain table: each claim's class, and the pairs that were called different."""

    def __init__(self, stories: list[list[str]]) -> None:
        self.group = {claim: {claim} for story in stories for claim in story}
        self.apart: dict[str, set[str]] = {claim: set() for story in stories for claim in story}
        self.said: set[tuple[str, str, str]] = set()

    def refuses(self, word: str, left: str, right: str) -> bool:
        """Whether a judgement contradicts those that were taken."""
        mine, theirs = self.group[left], self.group[right]
        if word == "different":
            return mine is theirs
        return mine is not theirs and any(self.apart[claim] & theirs for claim in mine)

    def take(self, word: str, left: str, right: str) -> None:
        """Note a judgement that was taken."""
        self.said |= {(left, word, right), (right, word, left)}
        if word == "different":
            self.apart[left].add(right)
            self.apart[right].add(left)
            return
        joined = self.group[left] | self.group[right]
        self.group.update(dict.fromkeys(joined, joined))

    def proves(self, line: str, word: str, left: str, right: str) -> bool:
        """Whether the chain of a refusal leads from the one claim to the other over judgements that were taken."""
        steps = [(one, {"=": "same", "≠": "different"}[sign], other) for one, sign, other, _ in STEP.findall(line)]
        linked = all(first[2] == second[0] for first, second in pairwise(steps))
        ends = bool(steps) and (steps[0][0], steps[-1][2]) == (left, right)
        unlike = sum(step[1] == "different" for step in steps)
        return linked and ends and unlike == (word == "same") and self.said.issuperset(steps)


def _measure(store: Store, stories: list[list[str]], count: int, dice: random.Random) -> None:
    truth = Truth(stories)
    taken, refused, wrong, unproved = 0, 0, 0, 0
    started = time.process_time()
    for _ in range(count):
        left, right = dice.sample(dice.choice(stories), 2)
        word = "same" if dice.random() < 0.5 else "different"
        expected = truth.refuses(word, left, right)
        told = _said(store, word, left, right)
        wrong += bool(told) is not expected
        unproved += bool(told) and not truth.proves(told, word, left, right)
        if told:
            refused += 1
        else:
            taken += 1
            truth.take(word, left, right)
    judged = time.process_time() - started
    pipeline.resolve(store, editor=IDA)
    resolved = time.process_time() - started - judged
    homes = store.questions_of(truth.group)
    pairs = [(a, b) for story in stories for a in story for b in story]
    broken = sum((homes[a] == homes[b]) is not (truth.group[a] is truth.group[b]) for a, b in pairs)
    print(f"judgements on {len(truth.group)} claims of {len(stories)} stories: {count}")
    print(f"taken {taken}, refused {refused}, wrongly taken or refused {wrong}, refused without proof {unproved}")
    print(f"pairs of claims that do not stand as judged, after resolving: {broken}")
    print(f"CPU: {judged:.1f} s to judge ({judged / count * 1000:.2f} ms each), {resolved:.1f} s to resolve")


def _said(store: Store, word: str, left: str, right: str) -> str:
    """Enter one judgement; the line of its refusal, "" where it was taken."""
    try:
        if word == "same":
            pipeline.same(store, [left, right], editor=IDA, later=True)
        else:
            pipeline.different(store, left, right, editor=IDA, later=True)
    except UsageProblem as problem:
        return str(problem)
    return ""


if __name__ == "__main__":
    main()
