"""Measure `reconcile.values.scan` on NewsQuant (Almasian et al., EMNLP 2023), beside the peers that are installed.

usage: python benchmarks/newsquant.py [--newsquant PATH] [--found FOUND.jsonl] [--errors]

PATH is the benchmark's JSON file (by default ../shared/data/newsquant/dev.json); it is not part of this project, and
without it the script says so. Prints the F1 of values, of values with their units and of values with their change, in
per cent: over all sentences, over those that were looked at, and over those that were not, the last of every four.
Peers come with `pip install 'reconcile-claims[bench]'`; they are asked in the same run, and the sentences that each
reads a second are those of this run. How answers are said in the benchmark's words: benchmarks/quantities.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from quantities.benchmark import MEASURES, Pair, Quantity, f1, gold, matched
from quantities.ours import quantities
from quantities.peers import peers

Reader = Callable[[str], list[Quantity]]
PARTS = ("all", "looked at", "not looked at")
NO_CHANGE = "–"


def part(name: str, count: int) -> list[int]:
    """The places of the sentences of a part."""
    return [at for at in range(count) if name == "all" or (at % 4 == 3) == (name == "not looked at")]


def asked(read: Reader, sentences: list[dict[str, Any]]) -> tuple[list[Pair], float]:
    """What a reader finds in each sentence beside the labels, and how many sentences it reads a second."""
    read(sentences[0]["text"])
    start = time.perf_counter()
    founds = [read(sentence["text"]) for sentence in sentences]
    pace = len(sentences) / (time.perf_counter() - start)
    golds = [[gold(quantity) for quantity in sentence["quantities"]] for sentence in sentences]
    return list(zip(golds, founds, strict=True)), pace


def rows(reader: str, pairs: list[Pair], pace: float, ours: float) -> Iterator[str]:
    """One row of the table for each measure; a peer that tells no change has none."""
    for measure, same in MEASURES.items():
        told = measure != "value_change" or any(found.change != "=" for _, founds in pairs for found in founds)
        parts = [[pairs[at] for at in part(name, len(pairs))] for name in PARTS]
        cells = [f"{f1(some, same):.1f}" if told else NO_CHANGE for some in parts]
        speed = f"{pace:.0f} ({ours / pace:.0f} times slower)" if pace < ours else f"{pace:.0f}"
        yield f"| {reader} | {measure} | {' | '.join(cells)} | {speed} |"


def table(sentences: list[dict[str, Any]]) -> Iterator[str]:
    """The Markdown table, and a line for each peer that is not installed."""
    yield f"| reader | measure | {' | '.join(PARTS)} | sentences a second |"
    yield "|---|---|" + "---|" * (len(PARTS) + 1)
    pairs, ours = asked(quantities, sentences)
    yield from rows("reconcile", pairs, ours, ours)
    missing = []
    for name, read, why in peers():
        if read is None:
            missing.append(f"{name} is not installed ({why}): pip install 'reconcile-claims[bench]'")
            continue
        pairs, pace = asked(read, sentences)
        yield from rows(name, pairs, pace, ours)
    yield from missing


def errors(sentences: list[dict[str, Any]]) -> Iterator[str]:
    """The sentences that are not read right, of those that were looked at; the others are kept from sight."""
    for sentence in (sentences[at] for at in part("looked at", len(sentences))):
        golds = [gold(quantity) for quantity in sentence["quantities"]]
        _, missed, extra = matched(golds, quantities(sentence["text"]), lambda g, f: g == f)
        if missed or extra:
            yield f"{sentence['text']}\n    missed {missed}\n    extra {extra}"


def record(quantity: Quantity) -> dict[str, Any]:
    """A quantity as scorers of the benchmark read it."""
    value = list(quantity.ends) if len(quantity.ends) > 1 else quantity.ends[0]
    return {"value": value, "unit": quantity.unit, "change": quantity.change}


def main() -> int:
    """Print the measures."""
    parser = argparse.ArgumentParser(description="Score reconcile.values on NewsQuant.")
    parser.add_argument("--newsquant", type=Path, default=Path("../shared/data/newsquant/dev.json"))
    parser.add_argument("--found", type=Path, help="also write what was found, one JSON object a sentence")
    parser.add_argument("--errors", action="store_true", help="list the sentences looked at that are not read right")
    options = parser.parse_args()
    if not options.newsquant.is_file():
        print(f"newsquant: no file at {options.newsquant}; give its place with --newsquant PATH")
        return 0
    sentences = json.loads(options.newsquant.read_text(encoding="utf-8"))
    if options.found:
        lines = [json.dumps({"quantities": [record(q) for q in quantities(s["text"])]}) for s in sentences]
        options.found.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for line in table(sentences):
        print(line)
    for line in errors(sentences) if options.errors else ():
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
