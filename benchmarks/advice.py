"""How often what is "best supported so far" is right, beside published methods of truth discovery.

usage: python benchmarks/advice.py [--truth ../shared/data/truth] [--seed 1] [--newsrooms 10] [--claims 200000]

`--truth` is a folder of sets, each a folder with claims.csv (obj, src, val) and gold.csv (obj, val); without it the
script says so and goes on with the made-up newsroom.

Where every value of a set is a number, "exact" and "within 1 %" are told, else "right". Where two measured figures
that agree are advised together, "exact" asks for the first and "within 1 %" for their middle. Half of each set's
objects (by a hash of their names) was looked at while the weighing was written; both halves are told. A difference
is better or worse where a paired bootstrap over the objects leaves no doubt at 95 %.
"""

from __future__ import annotations

import argparse
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from truth.newsroom import Report, newsroom, standing
from truth.ours import Advised, advised, reports_from, reports_in
from truth.peers import FIGURES, WORDS, Peer
from truth.tables import Floats, Ints, Table, read_set, table_of

Flags = NDArray[np.bool_]
BANDS = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0)
DRAWS = 2000


@dataclass(frozen=True)
class Truth:
    """The objects of a set that have a gold value, and which half each is of."""

    places: Ints
    words: list[str]
    looked_at: Flags

    def hits(self, table: Table, estimate: Ints | Floats, within: float) -> Flags:
        """Which gold objects an estimate gets right, for figures within this share of the gold value."""
        if table.numbers is None:
            return np.array([table.words[estimate[p]] == gold for p, gold in zip(self.places, self.words, strict=True)])
        figures = table.numbers[estimate] if estimate.dtype.kind == "i" else estimate
        gold = np.array([float(word) for word in self.words])
        return np.asarray(np.abs(figures[self.places] - gold) <= within * np.abs(gold) + 1e-9)


def truth_of(table: Table, gold: dict[str, str]) -> Truth:
    """The gold of a table; half of the objects by a hash of their names."""
    places = [place for place, name in enumerate(table.objects) if name in gold]
    names = [table.objects[place] for place in places]
    halves = np.array([zlib.crc32(name.encode()) % 2 == 0 for name in names])
    return Truth(np.array(places), [gold[name] for name in names], halves)


def peers_for(table: Table) -> Iterator[tuple[str, Peer]]:
    """The methods that can answer a table."""
    yield from WORDS.items()
    if table.numbers is not None:
        yield from FIGURES.items()


def against(ours: Flags, theirs: Flags, seed: int) -> str:
    """Whether we are better than a peer on the same objects, by a paired bootstrap at 95 %."""
    chance = np.random.default_rng(seed)
    gain = ours.astype(float) - theirs.astype(float)
    size = len(gain)
    means = np.array([gain[chance.integers(size, size=size)].mean() for _ in range(DRAWS)])
    low, high = np.quantile(means, [0.025, 0.975])
    told = "better" if low > 0 else "worse" if high < 0 else "even"
    return f"{told:<6} {gain.mean():+.4f} [{low:+.4f}, {high:+.4f}]"


def score_set(folder: Path, seed: int) -> tuple[Table, Truth, Advised]:
    """Print one set: ourselves and every peer."""
    claims, gold = read_set(folder)
    table = table_of(claims)
    truth = truth_of(table, gold)
    started = time.process_time()
    ours = advised(reports_from(table))
    spent = time.process_time() - started
    print(
        f"\n{folder.name}: {len(claims)} claims by {len(table.sources)} sources on {len(table.objects)} objects, ",
        end="",
    )
    print(f"{len(gold)} with gold; {len(claims) / spent:,.0f} claims a second")
    theirs = [(name, peer(table)) for name, peer in peers_for(table)]
    measures = [("right", 0.0)] if table.numbers is None else [("exact", 0.0), ("within 1 %", 0.01)]
    for told, within in measures:
        rows = [("advice", ours.estimate if within else ours.first), *theirs]
        hits = {name: truth.hits(table, estimate, within) for name, estimate in rows}
        best = max((name for name in hits if name != "advice"), key=lambda name: hits[name].mean())
        print(f"  {told + ':':<32} all    looked at  unseen   advice is")
        for name, found in hits.items():
            beside = "" if name == "advice" else against(hits["advice"], found, seed)
            mark = " <- best peer" if name == best else ""
            parts = (found.mean(), found[truth.looked_at].mean(), found[~truth.looked_at].mean())
            print(f"  {name:<32} {parts[0]:.4f} {parts[1]:.4f}     {parts[2]:.4f}   {beside}{mark}")
    return table, truth, ours


def middle(report: Report) -> float:
    """A report as one figure, for methods that know no bounds: its middle, or its only end."""
    ends = [end for end in (report.low, report.high) if np.isfinite(end)]
    return float(sum(ends) / len(ends))


def score_newsrooms(seed: int, rooms: int) -> tuple[Floats, Flags]:
    """Print the share of events told wrong by more than 5 %, over so many newsrooms; leads and hits of ours."""
    wrong: dict[str, list[Flags]] = {}
    leads = []
    for number in range(seed, seed + rooms):
        said, counts = newsroom(number)
        last = standing(said)
        table = table_of((each.event, each.source, repr(middle(each))) for each in last)
        reports, events = reports_in(last)
        ours = advised(reports)
        leads.append(ours.lead)
        gold = np.array([counts[name] for name in table.objects])
        for name, peer in peers_for(table):
            wrong.setdefault(name, []).append(_off(table, peer(table), gold))
        wrong.setdefault("advice", []).append(_off(table, ours.estimate, np.array([counts[name] for name in events])))
        plain = advised(reports_from(table))
        wrong.setdefault("advice, bounds as figures", []).append(_off(table, plain.estimate, gold))
    print(f"\nmade-up newsroom, seeds {seed}–{seed + rooms - 1}: 14 sources, 400 events each, wrong by more than 5 %")
    hits = {name: ~np.concatenate(found) for name, found in wrong.items()}
    for name, found in sorted(hits.items(), key=lambda pair: -float(pair[1].mean())):
        beside = "" if name == "advice" else "advice is " + against(hits["advice"], found, seed)
        print(f"  {name:<32} {1 - found.mean():.4f}   {beside}")
    return np.concatenate(leads), hits["advice"]


def _off(table: Table, estimate: Ints | Floats, gold: Floats) -> Flags:
    figures = estimate
    if estimate.dtype.kind == "i" and table.numbers is not None:
        figures = table.numbers[estimate]
    return np.asarray(np.abs(figures - gold) > 0.05 * np.maximum(gold, 1))


def print_bands(told: list[tuple[str, Floats, Flags]]) -> None:
    """Print how often the advice is right by how far it is ahead: only the order is promised, never a share."""
    print("\nahead by so many average independent reports: right of all")
    print("  " + " " * 22 + "".join(f"{_band(number):>17}" for number in range(len(BANDS))) + "      one answer")
    for name, lead, right in told:
        cells = []
        for number, floor in enumerate(BANDS):
            top = BANDS[number + 1] if number + 1 < len(BANDS) else np.inf
            chosen = (lead >= floor) & (lead < top)
            cells.append(_cell(right[chosen]))
        print(f"  {name:<22}" + "".join(f"{cell:>17}" for cell in cells) + f"{_cell(right[np.isinf(lead)]):>16}")


def _band(number: int) -> str:
    return f"{BANDS[number]:g}–{BANDS[number + 1]:g}" if number + 1 < len(BANDS) else f"{BANDS[number]:g} and more"


def _cell(right: Flags) -> str:
    return f"{right.mean():.2f} of {len(right)}" if len(right) else "–"


def print_speed(seed: int, claims: int) -> None:
    """Print how many claims a second are weighed, learning of the sources included."""
    said, _ = newsroom(seed, events=claims // 6)
    reports, _ = reports_in(standing(said))
    started = time.process_time()
    advised(reports)
    spent = time.process_time() - started
    rate = len(reports.question) / spent
    print(f"\nspeed: {len(reports.question):,} reports of a newsroom in {spent:.2f} s, {rate:,.0f} a second")


def main() -> None:
    """Print every table."""
    root = Path(__file__).resolve().parent.parent
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--truth", type=Path, default=root.parent / "shared" / "data" / "truth")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--newsrooms", type=int, default=10)
    options.add_argument("--claims", type=int, default=200_000)
    given = options.parse_args()
    told: list[tuple[str, Floats, Flags]] = []
    folders = sorted(path.parent for path in given.truth.glob("*/claims.csv")) if given.truth.is_dir() else []
    if not folders:
        print(f"no sets in {given.truth}: only the made-up newsroom is scored")
    for folder in folders:
        table, truth, ours = score_set(folder, given.seed)
        within = 0.0 if table.numbers is None else 0.01
        right = truth.hits(table, ours.estimate, within)
        told.append((folder.name, ours.lead[truth.places][~truth.looked_at], right[~truth.looked_at]))
    told.append(("newsroom", *score_newsrooms(given.seed, given.newsrooms)))
    print_bands(told)
    print_speed(given.seed, given.claims)


if __name__ == "__main__":
    main()
