"""Fit the points of the evidence that two reports are of one event, and print them as `resolve/events/weights.py`.

usage: python training/event_weights.py --gva FILE

FILE holds reports of incidents as JSON Lines with id, incident, title, published, url and text; the shipped points
were fitted on data/gva/dev.jsonl and on our own stories, benchmarks/stories-tuned*.json. The same files give the same
points, to the last digit printed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from incidents.fitting import OWN, compared, fitted, of_stories  # noqa: E402  (the way there is only known now)
from incidents.reports import read  # noqa: E402

from reconcile.resolve.events.likeness import MEASURES  # noqa: E402


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gva", type=Path, default=ROOT.parent / "shared" / "data" / "gva" / "dev.jsonl")
    given = parser.parse_args()
    if not given.gva.exists():
        raise SystemExit(f"no reports at {given.gva}: nothing fitted")
    own = of_stories(sorted((ROOT / "benchmarks").glob("stories-tuned*.json")))
    fit = fitted(compared(read(given.gva)).and_also(own, OWN))
    print(f"START = {fit.start:.2f}\nFITTED = {{")
    for measure, points in zip(MEASURES, fit.points, strict=True):
        print(f'    "{measure.name}": {points + 0.0:.2f},')
    print("}")


if __name__ == "__main__":
    main()
