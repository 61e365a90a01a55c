"""Time the commands: start-up beside its imports, and 1,000 dispatches through ingest, resolve and report.

usage: python benchmarks/speed.py [--dispatches 1000]

The dispatches are made up here: events in invented towns, each reported by several outlets with figures that
agree, differ and are revised.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

PER_EVENT = 10
TOWNS = (
    "Alder Birk Corvane Dalmere Estran Fallow Garnet Holm Ister Jorvale Kestrel Lindow Marrow Nesby Orlen Pell".split()
)
ENDS = "bury ford haven stead mouth gate wick ness".split()
OUTLETS = (
    "Coast Wire,Dale Post,Evening Ledger,Harbour Times,Inland Gazette,Morning Lamp,Pier Journal,Valley News".split(",")
)
EVENTS = (
    ("ferry hit a pier", "passengers", "the harbour office", "the fire service"),
    ("coach left the road", "travellers", "the highway patrol", "the regional hospital"),
    ("roof of a market hall fell in", "stallholders", "the town council", "the rescue service"),
    ("landslide buried a row of houses", "villagers", "the civil guard", "the district governor"),
)
START = datetime(2024, 1, 1, 8, tzinfo=UTC)


def dispatches(count: int) -> Iterator[dict[str, str]]:
    """So many dispatches as documents of a .jsonl, the same ones at every call."""
    for number in range(count):
        event, nth = divmod(number, PER_EVENT)
        what, who, first, second = EVENTS[event % len(EVENTS)]
        town = TOWNS[event % len(TOWNS)] + ENDS[event // len(TOWNS) % len(ENDS)]
        day = START + timedelta(days=event * 3, hours=nth * 2)
        dead, hurt = 3 + event % 11 + nth // 4, 12 + event % 17 + 2 * (nth % 3)
        outlet = OUTLETS[nth % len(OUTLETS)]
        yield {
            "id": f"e{event:04d}-{nth}",
            "url": f"https://{outlet.lower().replace(' ', '')}.example/{number}",
            "publisher": outlet,
            "title": f"At least {dead} killed at {town}",
            "published": day.isoformat(),
            "text": (
                f"{town.upper()} - At least {dead} {who} were killed and {hurt} were injured when a {what} in {town} "
                f"on {day:%A}, {first} said.\n\n"
                f"{second[0].upper()}{second[1:]} put the number of dead at {dead + nth % 3}. "
                f"Up to {hurt + 5} people were taken to hospital, according to {first}.\n\n"
                f"“We are still searching for {2 + nth % 4} people,” a spokesman said.\n"
            ),
        }


def seconds(command: list[str], folder: Path, times: int = 1) -> float:
    """The shortest of so many runs of a command."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        best = min(best, time.perf_counter() - start)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}: exit {done.returncode}: {done.stderr}")
    return best


def start_up(folder: Path) -> None:
    """How much longer a command takes than Python needs for its imports."""
    bare = seconds([sys.executable, "-c", "import click, sqlite3"], folder, 20)
    print(f"python -c 'import click, sqlite3'      {bare * 1000:7.1f} ms")
    for words in (["--help"], ["add", "--help"], ["list"], ["check"], ["resolve"], ["report"]):
        taken = seconds([sys.executable, "-m", "reconcile", *words], folder, 10)
        print(f"reconcile {' '.join(words):<28} {taken * 1000:7.1f} ms   {taken / bare:.2f} times")


def throughput(folder: Path, count: int) -> None:
    """Ingest, resolve and report of many dispatches, then of one more claim."""
    lines = [json.dumps(each) for each in dispatches(count)]
    (folder / "dispatches.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    typed = ["add", "--question", "Hurt at Birkford", "--value", "14", "--source", "a nurse", "--outlet", "Coast Wire"]
    for name, words in (
        (f"ingest of {count} dispatches", ["ingest", "dispatches.jsonl"]),
        ("resolve", ["resolve"]),
        ("report", ["report"]),
        ("the same ingest again", ["ingest", "dispatches.jsonl"]),
        ("add of one claim", typed),
        ("resolve of one claim", ["resolve"]),
        ("report of one claim", ["report"]),
    ):
        print(f"{name:<38} {seconds([sys.executable, '-m', 'reconcile', *words], folder):7.2f} s")
    listed = subprocess.run([sys.executable, "-m", "reconcile", "export", "claims"], cwd=folder, capture_output=True)
    print(f"claims                                 {listed.stdout.count(b'%c' % 10):7d}")
    print(f"claims.db                              {(folder / 'claims.db').stat().st_size / 1e6:7.1f} MB")


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description="Time the commands.")
    parser.add_argument("--dispatches", type=int, default=1000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        seconds([sys.executable, "-m", "reconcile", "init"], Path(name))
        start_up(Path(name))
        throughput(Path(name), given.dispatches)


if __name__ == "__main__":
    main()
