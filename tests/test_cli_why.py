"""`show QUESTION --why` at a shell: the signs by which claims were put together, with points that add up."""

from __future__ import annotations

import json

import pytest
from conftest import Desk

ARTICLES = [
    {
        "id": "gale-1",
        "publisher": "Lund Wire",
        "title": "Gale tips coach near Halby",
        "published": "2031-11-04T07:00:00Z",
        "text": "HALBY, Nov 4 (Lund Wire) - A coach was blown off the Halby bridge on Monday night, killing four "
        "people, police said.",
    },
    {
        "id": "gale-2",
        "publisher": "Halby Echo",
        "title": "Coach leaves Halby bridge",
        "published": "2031-11-04T11:00:00Z",
        "text": "Six people were killed when a coach left the Halby bridge on Monday night, the county hospital said.",
    },
]


@pytest.fixture
def question(desk: Desk) -> str:
    """The question of the dead, of which two texts give two figures."""
    (desk.folder / "gale.jsonl").write_text("".join(json.dumps(each) + "\n" for each in ARTICLES), encoding="utf-8")
    for words in (("init",), ("ingest", "gale.jsonl"), ("resolve",)):
        desk.ok(*words)
    listed = [json.loads(line) for line in desk.ok("list", "--format", "jsonl").splitlines()]
    return str(next(each["id"] for each in listed if "killed" in each["title"]))


def test_each_claim_stands_with_its_signs_beside_the_first(desk: Desk, question: str) -> None:
    """One line a claim with the sum, then one line a sign: same attribute, nothing that tells them apart."""
    told = desk.ok("show", question, "--why").split("why they answer one question, ")[1].splitlines()
    assert told[0].startswith("beside four (police)")
    assert "Six (county hospital) · Halby Echo" in told[1]
    assert "       +0.4  same attribute" in told[2:]
    assert "       +1.1  neither tells more of who or what is counted" in told[2:]


def test_the_points_add_up(desk: Desk, question: str) -> None:
    """In JSON, too, the points of a claim are the sum of its signs."""
    [told] = json.loads(desk.ok("show", question, "--why", "--format", "json"))["why"]
    assert told["points"] == pytest.approx(sum(points for _, points in told["terms"]))
    assert (told["first_told"], told["outlet"]) == ("four (police)", "Halby Echo")


def test_a_name_that_a_person_gave_is_the_reason(desk: Desk) -> None:
    """Claims that share the user's name for a question are together for that alone."""
    desk.ok("init")
    for value in ("3", "8"):
        desk.ok("add", "--value", value, "--source", "a clerk", "--outlet", "Echo", "--question", "Sheep lost")
    desk.ok("resolve")
    asked = json.loads(desk.ok("list", "--format", "jsonl"))["id"]
    assert "one name for the question, given by a person" in desk.ok("show", asked, "--why")


def test_one_claim_alone_was_not_weighed(desk: Desk) -> None:
    """A question with a single claim says so instead of an empty table."""
    desk.ok("init")
    desk.ok("add", "--value", "3", "--source", "a clerk", "--outlet", "Echo", "--question", "Sheep lost")
    desk.ok("resolve")
    asked = json.loads(desk.ok("list", "--format", "jsonl"))["id"]
    assert desk.ok("show", asked, "--why").endswith("so nothing was weighed\n")
