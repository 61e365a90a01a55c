"""Measure the readers: memory and speed on long files, time on pages made to hurt.

usage: python benchmarks/readers.py [--megabytes 20]

Each file is read in a process of its own, whose largest memory is told. With --megabytes 1000 the files are a
gigabyte each.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

PROBE = """
import resource, sys, time
from reconcile.readers import read, read_claims
start = time.perf_counter()
count = sum(1 for _ in (read_claims if sys.argv[2] == "claims" else read)(sys.argv[1]))
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{count:9d} items {time.perf_counter() - start:7.1f} s {memory:7.0f} MB of memory")
"""
STORY = "At least eight people died when a ferry sank off Port Amsel, the harbour master said. "
PAGE = "<p>" + STORY * 4 + "</p>"
HOSTILE: dict[str, Callable[[int], str]] = {
    "attributes": lambda size: PAGE + "<p " + " ".join(f"a{n}=1" for n in range(size // 8)) + ">",
    "nesting": lambda size: PAGE + "<div>" * (size // 5),
    "open comments": lambda size: PAGE + "<!--" * (size // 4),
    "open quotes": lambda size: PAGE + '<a ">" ' * (size // 7),
    "articles": lambda size: PAGE + "<article><p>x</p></article>" * (size // 27),
}


def document(number: int) -> str:
    """One line of documents as .jsonl."""
    return json.dumps({"id": f"d-{number}", "publisher": "Coast Wire", "published": "2021-03-03", "text": STORY * 20})


def row(number: int) -> str:
    """One row of claims as .csv."""
    return f'https://w.example/{number},Coast Wire,"{STORY}",at least 8,people died,deaths,2021-03-03,harbour master'


def probe(path: Path, what: str, name: str) -> None:
    """Read a file in a process of its own and print what it took."""
    done = subprocess.run([sys.executable, "-c", PROBE, str(path), what], capture_output=True, text=True)
    print(f"{name:<34} {done.stdout.strip() or done.stderr.strip().splitlines()[-1]}")


def long_files(folder: Path, megabytes: int) -> None:
    """Documents and claims as long files."""
    header = "document,outlet,quote,value,counted,attribute,said_at,source"
    for name, what, head, line in (("documents.jsonl", "", "", document), ("claims.csv", "claims", header, row)):
        path = folder / name
        with path.open("w", encoding="utf-8") as file:
            if head:
                file.write(head + "\n")
            number = 0
            while file.tell() < megabytes * 1_000_000:
                file.write("\n".join(map(line, range(number, number + 1000))) + "\n")
                number += 1000
        probe(path, what, f"{name}, {path.stat().st_size / 1e6:.0f} MB")
        path.unlink()


def hostile_pages(folder: Path) -> None:
    """Two megabytes of each kind of hostile page."""
    for name, made in HOSTILE.items():
        path = folder / "page.html"
        path.write_text(made(2_000_000), encoding="utf-8")
        probe(path, "", f"hostile page: {name}")


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description="Measure the readers.")
    parser.add_argument("--megabytes", type=int, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        long_files(Path(name), given.megabytes)
        hostile_pages(Path(name))


if __name__ == "__main__":
    main()
