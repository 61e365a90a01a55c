"""Score the whole way of a claim, ingest to export, on sets of articles with gold claims.

usage: python benchmarks/scores.py [--dispatches FILE ...] [--eval FOLDER] [--seeds FOLDER] [--errors]

FOLDER holds the scorers, a set of dispatches and the seed articles (by default ../shared/eval and ../shared/seeds);
they are not part of this project, and without them the script says so. More sets are: `stories-tuned*.json` were
looked at while the rules were written, `stories-kept*.json` were not. The files of a kind are pooled into one figure,
and --errors lists nothing of the kept ones. Files named with --dispatches are scored one by one. The commands are
called as a user would.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TUNED = sorted((ROOT / "benchmarks").glob("stories-tuned*.json"))
KEPT = sorted((ROOT / "benchmarks").glob("stories-kept*.json"))
FLOORS = {
    "value": 0.75,
    "source_named": 0.60,
    "misattributed": 0.12,
    "claim": 0.55,
    "grouping": 0.60,
    "conflict": 0.50,
    "false_alarms": 10.0,
}
"""What the project set itself: at least, and for misattributed and false alarms (per 100 documents) at most."""
AT_MOST = ("misattributed", "false_alarms")
SEED_VALUES, SEED_SOURCES = 34, 29


def reconcile(folder: Path, *words: str) -> str:
    """What a command prints, called in the folder."""
    command = [sys.executable, "-m", "reconcile", "-q", *words]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env={**os.environ, "RECONCILE_EDITOR": "Benchmark"}
    )
    if done.returncode not in (0, 3):
        raise SystemExit(f"reconcile {' '.join(words)}: exit {done.returncode}: {done.stderr}")
    return done.stdout


def exported(folder: Path, inputs: list[Path]) -> tuple[Path, Path]:
    """Claims and relations of the inputs, as files."""
    reconcile(folder, "init")
    reconcile(folder, "ingest", *map(str, inputs))
    reconcile(folder, "resolve")
    claims, relations = folder / "claims.jsonl", folder / "relations.jsonl"
    claims.write_text(reconcile(folder, "export", "claims"), encoding="utf-8")
    relations.write_text(reconcile(folder, "export", "relations"), encoding="utf-8")
    return claims, relations


def score_dispatches(golds: list[Path], scorers: Path, errors: bool) -> None:
    """One set of dispatches, in one file or several: each figure beside what the project set itself."""
    stories = [story for gold in golds for story in json.loads(gold.read_text(encoding="utf-8"))["stories"]]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pooled = folder / "gold.json"
        pooled.write_text(json.dumps({"stories": stories}), encoding="utf-8")
        documents = [document for story in stories for document in story["documents"]]
        if len({document["id"] for document in documents}) < len(documents):
            raise SystemExit(f"{' + '.join(map(str, golds))}: two documents share an id")
        lines = [json.dumps(document) for document in documents]
        (folder / "documents.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        claims, relations = exported(folder, [folder / "documents.jsonl"])
        scorer = [sys.executable, str(scorers / "score.py"), str(pooled), str(claims), str(relations)]
        told = subprocess.run([*scorer, *(["--errors"] if errors else [])], capture_output=True, text=True, check=True)
    print(f"{' + '.join(gold.name for gold in golds)}: {len(lines)} documents")
    for line in told.stdout.splitlines():
        print(f"  {line}{_floor(line)}")


def _floor(line: str) -> str:
    name, _, rest = line.strip().partition(" ")
    if name not in FLOORS:
        return ""
    try:
        figure = float(rest.split()[0])
    except (IndexError, ValueError):
        return ""
    met = figure <= FLOORS[name] if name in AT_MOST else figure >= FLOORS[name]
    return f"   {'met' if met else 'MISSED'}: {'at most' if name in AT_MOST else 'at least'} {FLOORS[name]}"


def score_seeds(seeds: Path, scorers: Path) -> None:
    """The seed articles: how many values and sources are right, and whether the relations hold."""
    with tempfile.TemporaryDirectory() as name:
        claims, relations = exported(Path(name), sorted(seeds.glob("*.txt")))
        scorer = [
            sys.executable,
            str(scorers / "score_seeds.py"),
            str(seeds / "gold.json"),
            str(claims),
            str(relations),
        ]
        told = subprocess.run([*scorer, str(SEED_VALUES), str(SEED_SOURCES)], capture_output=True, text=True)
    print(f"seeds: {'met' if told.returncode == 0 else 'MISSED'}")
    for line in (told.stdout + told.stderr).splitlines():
        print(f"  {line}")


def main() -> None:
    """Read the command line and score what is at hand."""
    parser = argparse.ArgumentParser(description="Score ingest, resolve and export on sets with gold claims.")
    parser.add_argument("--dispatches", type=Path, nargs="+", help="sets to score instead of those at hand")
    parser.add_argument("--eval", type=Path, default=ROOT.parent / "shared" / "eval")
    parser.add_argument("--seeds", type=Path, default=ROOT.parent / "shared" / "seeds")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what was found wrongly")
    given = parser.parse_args()
    if (given.eval / "score.py").exists():
        named = [[gold] for gold in given.dispatches or []]
        for golds in named or [each for each in ([given.eval / "dev-set.json"], TUNED, KEPT) if each]:
            score_dispatches(golds, given.eval, given.errors and golds != KEPT)
    else:
        print(f"dispatches: the scorer is not at hand ({given.eval})")
    if (given.seeds / "gold.json").exists() and (given.eval / "score_seeds.py").exists():
        score_seeds(given.seeds, given.eval)
    else:
        print(f"seeds: not at hand ({given.seeds})")


if __name__ == "__main__":
    main()
