"""Builds the worked example: reads the articles of this folder, makes claims.db and reports/ at the top level.

It is built from scratch in a folder beside the old one, with a fixed clock, and put in place only where it
differs: the database where its dump differs, a page where its bytes do. So a fresh clone stays clean.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from reconcile import pipeline
from reconcile.pipeline import Counts, Editor, ImportOptions, IngestOptions
from reconcile.store import Store

ROOT = Path(__file__).resolve().parent.parent
EDITOR = Editor(name="Worked example")
ARTICLES = (
    ("examples/meridian-wire.jsonl", IngestOptions()),
    ("examples/harbour-post.html", IngestOptions()),
    ("examples/ilvand-courier.txt", IngestOptions(outlet="Ilvand Courier")),
    ("examples/northern-observer.html", IngestOptions()),
)
CLAIMS = "examples/claims.csv"


def clock() -> datetime:
    """The evening on which the example is read."""
    return datetime(2025, 3, 10, 18, 0, tzinfo=UTC)


def build(folder: Path) -> dict[str, Counts]:
    """Make claims.db and reports/ in the folder; gives back what each step counted."""
    numbers = itertools.count(1)
    made = Store.create(folder / "claims.db", clock=clock, salt=lambda: f"{next(numbers):032x}", worked_example=True)
    steps: dict[str, Counts] = {}
    with contextlib.chdir(ROOT), made as store:
        for path, options in ARTICLES:
            steps[path] = pipeline.ingest(store, [path], options, editor=EDITOR)
        steps[CLAIMS] = pipeline.import_claims(store, CLAIMS, ImportOptions(), editor=EDITOR)
        steps["questions"] = pipeline.resolve(store, editor=EDITOR)
        steps["pages"] = pipeline.publish(store, folder / "reports")
    return steps


def dump(database: Path) -> list[str]:
    """All that the database holds as SQL, without the tables that full-text search keeps for itself."""
    with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        shadows = {name for _, name, kind, *_ in connection.execute("PRAGMA table_list") if kind == "shadow"}
        skipped = tuple(f'INSERT INTO "{name}"' for name in shadows)
        marks = [str(connection.execute(f"PRAGMA {name}").fetchone()) for name in ("application_id", "user_version")]
        return marks + [line for line in connection.iterdump() if not line.startswith(skipped)]


def pages(folder: Path) -> dict[str, bytes]:
    """Every file of the site, the index last."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    found.sort(key=lambda path: path.name == "index.html")
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def put_in_place(built: Path, place: Path) -> list[str]:
    """Move what differs from the folder that was built to its place; gives back the names."""
    return [*_put_database(built / "claims.db", place / "claims.db"), *_put_pages(built / "reports", place / "reports")]


def _put_database(built: Path, place: Path) -> Iterator[str]:
    if not place.exists() or dump(built) != dump(place):
        os.replace(built, place)
        yield place.name


def _put_pages(built: Path, place: Path) -> Iterator[str]:
    old = pages(place) if place.exists() else {}
    new = pages(built)
    for name, content in new.items():
        if old.get(name) != content:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            os.replace(built / name, place / name)
            yield f"reports/{name}"
    for name in old.keys() - new.keys():
        (place / name).unlink()
        yield f"reports/{name} (removed)"


def main() -> None:
    """Build, put in place, and say where to look."""
    with tempfile.TemporaryDirectory(dir=ROOT, prefix=".demo-") as folder:
        steps = build(Path(folder))
        changed = put_in_place(Path(folder), ROOT)
    for name, counts in steps.items():
        print(f"{name}: " + ", ".join(f"{what} {figure}" for what, figure in counts.items() if figure))
    print(f"put in place: {len(changed)} files" if changed else "put in place: nothing, all is as it was")
    print(f"open {ROOT / 'reports' / 'index.html'}")


if __name__ == "__main__":
    main()
