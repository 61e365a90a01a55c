"""Two articles without a day of publication, read, compared and put on a page: what nothing tells never conflicts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.pipeline import Editor, RunOptions
from reconcile.store import Store

MORNING = datetime(2024, 6, 1, 8, 0, tzinfo=UTC)
ARTICLES = {
    "one.txt": "Barge Lena sinks\n\nThe barge Lena sank off Port Aldo on Saturday, police said. Its skipper was"
    " arrested on 3 May. An inquiry opens on 03/04/2024.\n",
    "two.txt": "Barge Lena goes down\n\nThe barge Lena sank off Port Aldo on Friday, divers said. Its skipper was"
    " arrested on 4 May.\n",
    "three.txt": "Barge Lena: the day\n\nThe barge Lena sank off Port Aldo on 5 May 2023, police said.\n",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder in which the three articles were ingested, resolved and put on pages."""
    Store.create(tmp_path / "claims.db", clock=lambda: MORNING).close()
    (tmp_path / "inbox").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "inbox" / name).write_text(text)
    options = RunOptions((str(tmp_path / "inbox"),), tmp_path / "reports")
    pipeline.run(tmp_path / "claims.db", options, clock=lambda: MORNING, editor=Editor("Ann Boss"))
    return tmp_path


def test_days_that_nothing_tells_are_proposed_and_never_conflict(desk: Path) -> None:
    """A day without a year or an anchor is a claim with its words and no ends, and conflicts and agrees with none."""
    with Store.open(desk / "claims.db", clock=lambda: MORNING) as store:
        dates = {str(row["id"]): row for row in pipeline.export(store, "claims") if row["kind"] == "date"}
        relations = [row for row in pipeline.export(store, "relations") if {row["left"], row["right"]} & set(dates)]
    open_ended = [row for row in dates.values() if row["low"] is None and row["high"] is None]
    assert len(dates) == 6
    assert len(open_ended) == 5
    assert {row["relation"] for row in relations} <= {"unclear", "scope"}


def test_a_page_gives_the_words_of_a_day_that_nothing_tells(desk: Path) -> None:
    """A reader sees the words and that it cannot be told which day is meant."""
    pages = [page.read_text() for page in (desk / "reports").glob("*.html") if page.name != "index.html"]
    assert any("3 May" in page and "which day is meant cannot be told" in page for page in pages)
