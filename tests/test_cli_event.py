"""`show QUESTION --event` and reports that could be of either of two events, at a shell."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from conftest import Desk

MILL = [
    {
        "id": "mill-1",
        "publisher": "Lund Wire",
        "title": "Boiler bursts at Ravel mill",
        "published": "2031-09-02T07:00:00Z",
        "text": "RAVEL, Sept 2 (Lund Wire) - A boiler burst at the paper mill on Quarry Road in Ravel on Monday, "
        "killing three people, police said.",
    },
    {
        "id": "mill-2",
        "publisher": "Ravel Echo",
        "title": "Mill deaths: five, says council",
        "published": "2031-09-03T11:00:00Z",
        "text": "Five people were killed when a boiler burst at the Ravel paper mill on Monday, the council said. "
        "Quarry Road stays closed.",
    },
]


def resolved(desk: Desk, articles: Sequence[dict[str, str]]) -> list[dict[str, object]]:
    """What `list` tells once the articles are in and resolved."""
    (desk.folder / "told.jsonl").write_text("".join(json.dumps(each) + "\n" for each in articles), encoding="utf-8")
    for words in (("init",), ("ingest", "told.jsonl"), ("resolve",)):
        desk.ok(*words)
    return [json.loads(line) for line in desk.ok("list", "--format", "jsonl").splitlines()]


def test_the_evidence_that_two_reports_tell_of_one_event_adds_up(desk: Desk) -> None:
    """The street and the day that both tell speak for one event; the sum is what stands beside the report."""
    asked = next(each["id"] for each in resolved(desk, MILL) if "killed" in str(each["title"]))
    lines = desk.ok("show", str(asked), "--event").split("why its reports tell of one event")[1].splitlines()
    assert "Mill deaths: five, says council · Ravel Echo  beside  Boiler bursts at Ravel mill" in lines[1]
    assert any("street shared: Quarry" in line for line in lines[2:])
    assert any("same day: 2031-09-01" in line for line in lines[2:])
    [told] = json.loads(desk.ok("show", str(asked), "--event", "--format", "json"))["event"]
    assert told["points"] == pytest.approx(sum(term["points"] for term in told["terms"]), abs=0.3)


def test_one_report_alone_is_compared_with_none(desk: Desk) -> None:
    """A question of one report says so."""
    [asked] = [each["id"] for each in resolved(desk, MILL[:1]) if "killed" in str(each["title"])]
    assert desk.ok("show", str(asked), "--event").endswith("so nothing was compared\n")
