"""`resolve --preview`: what would change and why, before it does; and the cause of each change in the history."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import pytest
from conftest import Desk

TOLL = "How many died at Brask pit?"


def told(desk: Desk, value: str, source: str) -> str:
    """Add a claim on the toll; its id."""
    what = ("--attribute", "deaths", "--question", TOLL, "--quote", f"{value} dead")
    return desk.ok("add", "--value", value, "--source", source, "--outlet", "Brask Courier", *what).strip()


def previewed(desk: Desk, *more: str) -> list[dict[str, Any]]:
    """The rows of `resolve --preview`."""
    return [json.loads(line) for line in desk.ok("resolve", "--preview", "--format", "jsonl", *more).splitlines()]


@pytest.fixture
def one(desk: Desk) -> Desk:
    """A database with one question that one source answers."""
    desk.ok("init")
    told(desk, "4", "the owners")
    desk.ok("resolve")
    return desk


def test_a_preview_tells_what_new_claims_would_change(one: Desk) -> None:
    """One row a question: the cause is data, and the words say what it would be and was."""
    told(one, "7", "the miners' union")
    (row,) = previewed(one)
    assert (row["cause"], row["title"]) == ("data", TOLL)
    assert row["what"] == "contested (was single-origin); 1 claim more; 1 conflict new; 2 accounts (was 1)"


def test_a_preview_writes_nothing(one: Desk) -> None:
    """The same preview twice; questions, runs and the hash of the file stay as they were."""
    told(one, "7", "the miners' union")
    before = (one.folder / "claims.db").read_bytes()
    assert previewed(one) == previewed(one)
    assert (one.folder / "claims.db").read_bytes() == before


def test_what_a_preview_tells_is_what_resolve_does(one: Desk) -> None:
    """After resolving, nothing would change any more, and the history has the same words."""
    told(one, "7", "the miners' union")
    (row,) = previewed(one)
    one.ok("resolve")
    assert previewed(one) == []
    history = [json.loads(line) for line in one.ok("history", row["question"], "--format", "jsonl").splitlines()]
    assert f"{row['what']} (data)" in [each["note"] for each in history if each["event"] == "question changed"]


def test_a_correction_is_a_person_s_doing(one: Desk) -> None:
    """What somebody corrected carries that cause."""
    union = told(one, "7", "the miners' union")
    one.ok("resolve")
    one.ok("correct", union, "--value", "4")
    (row,) = previewed(one)
    assert row["cause"] == "person"
    assert row["what"].startswith("agreed (was contested)")


def test_another_program_is_a_cause_of_its_own(one: Desk) -> None:
    """Where questions were made by another version, what this one would change is the program's doing."""
    with sqlite3.connect(one.folder / "claims.db") as connection:
        connection.execute("UPDATE settings SET value = '0.0' WHERE name = 'resolved_by'")
        connection.execute("UPDATE questions SET status = 'agreed'")
    connection.close()
    (row,) = previewed(one)
    assert (row["cause"], row["what"]) == ("program", "single-origin (was agreed)")


def test_another_program_that_changes_nothing_looks_once(one: Desk) -> None:
    """All is resolved by the new version, which is then remembered, so that the next resolve has nothing to do."""
    with sqlite3.connect(one.folder / "claims.db") as connection:
        connection.execute("UPDATE settings SET value = '0.0' WHERE name = 'resolved_by'")
    connection.close()
    assert "read 0," not in one("resolve").stderr
    assert "read 0," in one("resolve").stderr


def test_nothing_to_change_is_said(one: Desk) -> None:
    """On stderr, since there are no rows."""
    done = one("resolve", "--preview")
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing would change" in done.stderr


def test_a_part_stays_a_part_and_is_no_change(desk: Desk) -> None:
    """A part and its whole are two questions with one relation between them; resolving anew takes none away."""
    desk.ok("init")
    text = (
        "The Brask pit collapse on Monday killed 52 people, the mine rescue service said. Eleven of them were children."
    )
    dispatch = {"publisher": "Brask Courier", "title": "Pit", "published": "2031-03-04", "text": text}
    (desk.folder / "pit.jsonl").write_text(json.dumps(dispatch) + "\n")
    desk.ok("ingest", "pit.jsonl")
    desk.ok("resolve")
    parts = [json.loads(line) for line in desk.ok("export", "relations").splitlines()]
    assert [each["relation"] for each in parts if each["left_question"] != each["right_question"]] == ["part_of"]
    assert previewed(desk, "--full") == []
