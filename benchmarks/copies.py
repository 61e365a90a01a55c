"""Find the reprints among very many made-up reports: what it costs, and how many are found.

usage: python benchmarks/copies.py [--documents N] [--seed S]

Three reports in four are written by themselves, of 300 words drawn as words are in texts (a few of them often); each
fourth is a print of an earlier one: in full, cut by a third, with eight words changed, or with a third of its own.
The same seed gives the same reports.
"""

from __future__ import annotations

import argparse
import random
import resource
import time

from reconcile.model import Document
from reconcile.resolve.origins.reprints import prints_of

WORDS, LENGTH = 8000, 300


def reports(many: int, seed: int) -> tuple[list[Document], dict[str, str]]:
    """The documents, and for each print the document that it prints."""
    chance = random.Random(seed)
    words = [
        "".join(chance.choice("abcdefghijklmnoprstuvw") for _ in range(chance.randint(3, 9))) for _ in range(WORDS)
    ]
    often = [1 / (place + 1) for place in range(WORDS)]
    documents: list[Document] = []
    printed: dict[str, str] = {}
    for number in range(many):
        name, written = f"d{number:07d}", chance.choices(words, often, k=LENGTH)
        if number % 4 == 3:
            other = chance.choice([each for each in documents[-200:] if each.id not in printed])
            written, printed[name] = _print(str(other.text).split(), written, chance), other.id
        documents.append(Document(name, text=" ".join(written), outlet=name, published="2031-03-03T10:00:00Z"))
    return documents, printed


def _print(text: list[str], own: list[str], chance: random.Random) -> list[str]:
    way = chance.randrange(4)
    if way == 1:
        return text[: LENGTH * 2 // 3]
    if way == 2:
        changed = {chance.randrange(LENGTH): word for word in own[:8]}
        return [changed.get(place, word) for place, word in enumerate(text)]
    return text + own[: LENGTH // 3] if way == 3 else text


def main() -> None:
    """Read the command line and print one line."""
    parser = argparse.ArgumentParser(description="Find reprints among very many made-up reports.")
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    documents, printed = reports(given.documents, given.seed)
    start = time.process_time()
    found = {name: first.id for name, first in prints_of(documents).items() if name != first.id}
    spent = time.process_time() - start
    right = sum(found.get(name) == other for name, other in printed.items())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"reprints: {given.documents:,} documents in {spent:.1f} s of CPU, {memory:,} MB in all; "
        f"{right:,} of {len(printed):,} prints found, {len(found) - right:,} wrong"
    )


if __name__ == "__main__":
    main()
