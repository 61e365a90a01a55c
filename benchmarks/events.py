"""Measure which documents report one event, against what others do to the same reports in the same run.

usage: python benchmarks/events.py [--gva FILE]

FILE holds reports of incidents as JSON Lines with id, incident, title, published, url and text. Told are B³, pairwise
F, CoNLL, pairwise precision and recall, groups and seconds of CPU as rows of a Markdown table: for every report its own
group, MinHash, TF-IDF + 14 days + average link at its best threshold (with scikit-learn, extra `bench`), our
constants as they ship, and our points fitted crosswise, each pair by weights that saw neither incident. `unseen` is
every fourth incident, whose errors nobody looked at; groups are made of all reports and scored there.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from incidents.clusters import scores
from incidents.fitting import Compared, compared, crossed, of_stories
from incidents.peers import by_minhash, by_tfidf
from incidents.reports import Reports, read

from reconcile.resolve.events.joining import joined
from reconcile.resolve.events.likeness import likeness_of
from reconcile.resolve.events.pairs import likely_pairs
from reconcile.resolve.events.sketch import is_vague

ROOT = Path(__file__).resolve().parent.parent


def ours(reports: Reports) -> Sequence[Hashable]:
    """The groups that the shipped constants make."""
    sketches = reports.sketches
    points = {pair: likeness_of(sketches[pair[0]], sketches[pair[1]]) for pair in likely_pairs(sketches)}
    return joined(len(sketches), points, vague=_vague(reports)).group


def ours_crossed(reports: Reports, data: Compared) -> Sequence[Hashable]:
    """The groups that points fitted crosswise make."""
    own = of_stories(sorted(ROOT.glob("benchmarks/stories-tuned*.json")))
    points = dict(zip(data.pairs, crossed(reports, data, own).tolist(), strict=True))
    return joined(len(reports.sketches), points, vague=_vague(reports)).group


def _vague(reports: Reports) -> list[int]:
    return [place for place, sketch in enumerate(reports.sketches) if is_vague(sketch)]


def told(name: str, reports: Reports, groups: Sequence[Hashable], spent: float) -> None:
    """Print one row for all reports and one for the unseen ones."""
    for part, places in (("all", list(range(len(groups)))), ("unseen", reports.unseen())):
        found = scores([reports.incidents[place] for place in places], [groups[place] for place in places])
        figures = (found.b_cubed, found.pairwise, found.conll, found.precision, found.recall)
        row = " | ".join(f"{each:.3f}" for each in figures)
        print(f"| {name} | {part} | {row} | {found.groups} | {f'{spent:.1f}' if part == 'all' else ''} |", flush=True)


def timed(make: Callable[[], Sequence[Hashable]]) -> tuple[Sequence[Hashable], float]:
    """What `make` gives, and its seconds of CPU."""
    begun = time.process_time()
    made = make()
    return made, time.process_time() - begun


def table(path: Path) -> None:
    """Print how well each way groups the reports of a file, as a table; one line where there is no such file."""
    if not path.exists():
        print(f"no reports at {path}: nothing measured")
        return
    begun = time.process_time()
    reports = read(path)
    reading = time.process_time() - begun
    print(
        f"{len(reports.documents)} reports of {len(set(reports.incidents))} incidents, {reading:.1f} s to sketch them\n"
    )
    print("| how | reports | B³ | pairwise F | CoNLL | precision | recall | groups | s CPU |")
    print("|---|---|---|---|---|---|---|---|---|")
    told("each by itself", reports, range(len(reports.documents)), 0.0)
    told("MinHash", reports, *timed(lambda: by_minhash(reports)))
    begun = time.process_time()
    if (peer := by_tfidf(reports)) is None:
        print("(no scikit-learn here: the peer is left out; pip install '.[bench]')")
    else:
        spent = time.process_time() - begun
        told(f"TF-IDF, 14 days, average link ≥ {peer[0]:.2f}", reports, peer[1], spent)
    groups, spent = timed(lambda: ours(reports))
    told("ours, as shipped", reports, groups, reading + spent)
    data = compared(reports)
    groups, spent = timed(lambda: ours_crossed(reports, data))
    told("ours, fitted crosswise", reports, groups, spent)


def main() -> None:
    """Measure the file that was given."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gva", type=Path, default=ROOT.parent / "shared" / "data" / "gva" / "dev.jsonl")
    table(parser.parse_args().gva)


if __name__ == "__main__":
    main()
