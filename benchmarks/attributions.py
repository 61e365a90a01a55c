"""Measure who is heard saying what on PolNeAR (Newell, Margolin, Ruths, LREC 2018): spans, and numbers' sources.

usage: python benchmarks/attributions.py [--polnear PATH] [--scorer SCRIPT]

PATH is the corpus as JSON, one object an article with its gold attributions (by default
../shared/data/polnear/dev.json), SCRIPT its scorer; neither is part of this project, and what is missing is said.
Prints a Markdown table of F1 in per cent: exact spans of source, cue and content, attributions whose source and content
fit by half, and numbers with their source; over all articles, the even-numbered, whose errors were looked at, and the
odd-numbered, which were not. The last rows tell the gap to a tagger trained on the corpus itself (four parts, each read
by one trained on the other three; its weights are not kept), if python-crfsuite is installed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spans import cutting, plain
from spans.itself import trained_on_itself

from reconcile.extract.trained.listening import Listener, trained_listener
from reconcile.extract.trained.tagger import shipped

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
PARTS = (("all", slice(None)), ("even", slice(0, None, 2)), ("odd", slice(1, None, 2)))
MEASURES = ("source", "cue", "content", "relation", "number_source")
BELIEVED = 0.7
"""Certainty from which the tagger is believed where it may look at every sentence: for spans, not for claims."""

Found = dict[str, list[dict[str, Any]]]


def systems(articles: Sequence[dict[str, Any]]) -> list[tuple[str, Found]]:
    """What each of those that are compared finds, article by article."""
    everywhere = Listener(shipped(), BELIEVED, figures=False)
    rows = [
        ("plain rules", {each["id"]: plain.attributions(each) for each in articles}),
        ("rules alone", {each["id"]: cutting.attributions(each, None) for each in articles}),
        (
            "rules, shipped tagger as articles are read",
            {each["id"]: cutting.attributions(each, trained_listener()) for each in articles},
        ),
        (
            "rules, shipped tagger in every sentence",
            {each["id"]: cutting.attributions(each, everywhere) for each in articles},
        ),
    ]
    itself = trained_on_itself(articles, BELIEVED)
    if itself is not None:
        rows.append(("rules, tagger trained on PolNeAR itself", itself))
    return rows


def scored(scorer: Path, articles: Sequence[dict[str, Any]], found: Found) -> dict[str, str]:
    """What the scorer says of some articles, by measure."""
    with tempfile.TemporaryDirectory() as name:
        gold, answers = Path(name) / "gold.json", Path(name) / "found.jsonl"
        gold.write_text(json.dumps(articles), encoding="utf-8")
        lines = [json.dumps({"id": each["id"], "attributions": found[each["id"]]}) for each in articles]
        answers.write_text("\n".join(lines), encoding="utf-8")
        command = [sys.executable, str(scorer), str(gold), str(answers)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = (line.rpartition(" ") for line in done.stdout.splitlines())
    return {measure: figure for measure, _, figure in rows}


def main() -> None:
    """Read the command line and print the table, or say what is not at hand."""
    parser = argparse.ArgumentParser(description="Measure attribution on PolNeAR.")
    parser.add_argument("--polnear", type=Path, default=SHARED / "data" / "polnear" / "dev.json")
    parser.add_argument("--scorer", type=Path, default=SHARED / "eval" / "score_polnear.py")
    given = parser.parse_args()
    missing = [path for path in (given.polnear, given.scorer) if not path.exists()]
    if missing:
        print(f"PolNeAR: not at hand ({', '.join(map(str, missing))})")
        return
    articles = json.loads(given.polnear.read_text(encoding="utf-8"))
    print(f"| PolNeAR, {len(articles)} articles | part | {' | '.join(MEASURES)} |")
    print(f"|---|---|{'---:|' * len(MEASURES)}")
    for name, found in systems(articles):
        for part, cut in PARTS:
            figures = scored(given.scorer, articles[cut], found)
            print(f"| {name} | {part} | {' | '.join(figures[measure] for measure in MEASURES)} |")


if __name__ == "__main__":
    main()
