"""Score the extraction on tables of sentences in which every claim is written down, one table a line.

usage: python benchmarks/patterns.py [--patterns PATH …] [--errors]

By default the tables are tests/cases/patterns.csv and patterns-tuned*.csv, on which rules are made, and
patterns-kept*.csv, which are kept unseen: five wordings of each of 52 constructions in any of them. A text is right if
all its claims are found with all their cells and nothing else is. `value` counts claims right in kind, ends, bound and
unit, `source` those of them that also have the right source, `all cells` those that are right altogether.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from pattern_cases import Reading, cases, read  # noqa: E402  (the way there is only known now)

TUNED = [ROOT / "tests" / "cases" / "patterns.csv", *sorted(ROOT.glob("benchmarks/patterns-tuned*.csv"))]
KEPT = sorted(ROOT.glob("benchmarks/patterns-kept*.csv"))
HEAD = ("table", "texts right", "value", "source", "all cells", "false extras")


def figures(readings: Sequence[Reading]) -> tuple[str, ...]:
    """Texts right, claims right in value, in source too, in all cells, and claims that nothing expects."""
    pairs = [(reading, row, claim) for reading in readings for row, claim in reading.pairs]
    wrong = [reading.wrong(row, claim) for reading, row, claim in pairs if claim is not None]
    of = f"/{len(pairs)}"
    return (
        f"{sum(reading.right() for reading in readings)}/{len(readings)}",
        f"{len(wrong)}{of}",
        f"{sum('source' not in cells for cells in wrong)}{of}",
        f"{sum(not cells for cells in wrong)}{of}",
        str(sum(len(reading.extra) for reading in readings)),
    )


def errors(readings: Sequence[Reading]) -> Iterator[str]:
    """The texts that are not read right, each with what is wrong."""
    for reading in readings:
        if not reading.right():
            case = reading.case
            yield f"\n{case.pattern}.{case.filler} {f'[{case.title}] ' if case.title else ''}{case.text}"
            yield from (f"    {fault}" for fault in reading.faults())


def main() -> int:
    """Print one line for each table, and with --errors each text that is not read right."""
    parser = argparse.ArgumentParser(description="Score the extraction on tables of sentences.")
    parser.add_argument("--patterns", type=Path, nargs="+", help="other tables than those of this project")
    parser.add_argument("--errors", action="store_true", help="list what is not read right (not of a kept table)")
    given = parser.parse_args()
    tables: list[Path] = given.patterns or (TUNED if given.errors else [*TUNED, *KEPT])
    if given.errors and any("kept" in path.name for path in tables):
        parser.error("a kept table stays unseen: once its errors are known, its score says nothing about other texts")
    print(f"| {' | '.join(HEAD)} |\n|{'---|' * len(HEAD)}")
    for path in tables:
        if not path.is_file():
            print(f"{path}: not at hand")
            continue
        readings = [read(case) for case in cases(path)]
        print(f"| {' | '.join((path.name, *figures(readings)))} |")
        if given.errors:
            print("\n".join(errors(readings)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
