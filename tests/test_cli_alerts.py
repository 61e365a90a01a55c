"""Alerts that cron can gate on, and the exceptions that people make: `list alerts`, `except`, `run --fail-on`."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import Desk

QUARRY = "How many died in the Tolm quarry?"
SLIDE = "A slide buried a crew in the Tolm quarry near Harl on Monday, and the road to Harl is shut.\n\n"
NIGHT = f"Slide buries crew in Tolm quarry\n\n{SLIDE}The fire service said that 14 quarry workers had died in it.\n"
MORNING = f"Search goes on in Tolm quarry\n\n{SLIDE}The fire service said that nine quarry workers had died in it.\n"


def alerts(desk: Desk) -> list[dict[str, Any]]:
    """The rows of `list alerts`."""
    return [json.loads(line) for line in desk.ok("list", "alerts", "--format", "jsonl").splitlines()]


@pytest.fixture
def fallen(desk: Desk) -> Desk:
    """A toll of one source that fell overnight without a word."""
    desk.ok("init")
    for name, text, day in (("night", NIGHT, "2031-03-03"), ("morning", MORNING, "2031-03-04")):
        (desk.folder / f"{name}.txt").write_text(text, encoding="utf-8")
        desk.ok(
            "ingest", f"{name}.txt", "--outlet", "Tolm Herald", "--published", day, "--url", f"https://t.example/{name}"
        )
    desk.ok("resolve")
    return desk


@pytest.fixture
def contested(desk: Desk) -> Desk:
    """A question with two figures that cannot both be true."""
    desk.ok("init")
    for value, source in (("4", "the owners"), ("7", "the miners' union")):
        what = ("--attribute", "deaths", "--question", QUARRY, "--quote", f"{value} dead")
        desk.ok(
            "add", "--value", value, "--source", source, "--outlet", "Tolm Herald", "--published", "2031-03-03", *what
        )
    desk.ok("resolve")
    return desk


def test_a_total_that_fell_without_a_word_is_listed(fallen: Desk) -> None:
    """One alert: its name, what is wrong in one sentence, and the newer claim."""
    assert [(row["alert"], row["why"]) for row in alerts(fallen)] == [
        ("fell", "14 fell to 9, and the report does not say why.")
    ]


@pytest.mark.parametrize(("condition", "code"), [("fell", 1), ("conflict", 0), ("parts", 0), ("unsupported", 0)])
def test_run_fails_on_the_alert_that_was_named(fallen: Desk, condition: str, code: int) -> None:
    """Exit 1 where the named alert holds, with one line that says what and where."""
    done = fallen("run", "--fail-on", condition)
    assert done.returncode == code
    assert ("14 fell to 9" in done.stderr) is (code == 1)


def test_an_excepted_alert_fails_no_run_and_is_still_listed(fallen: Desk) -> None:
    """The reason, who gave it and the last day stand in the list; the run is quiet until then."""
    (alert,) = alerts(fallen)
    fallen.ok("except", alert["id"], "--reason", "counted twice, says Rask", "--until", "2999-01-01")
    (row,) = alerts(fallen)
    assert (row["excepted"], row["until"]) == ("counted twice, says Rask (Ida Lund)", "2999-01-01")
    assert fallen("run", "--fail-on", "fell").returncode == 0


def test_an_exception_can_be_ended(fallen: Desk) -> None:
    """--end puts the alert back; the exception stays in the history of the runs."""
    (alert,) = alerts(fallen)
    fallen.ok("except", alert["id"], "--reason", "known")
    fallen.ok("except", alert["id"][:6], "--end")
    assert fallen("run", "--fail-on", "fell").returncode == 1
    commands = [json.loads(line)["command"] for line in fallen.ok("list", "runs", "--format", "jsonl").splitlines()]
    assert commands.count("except") == 2


def test_a_dry_run_excepts_nothing(fallen: Desk) -> None:
    """--dry-run says what would be and leaves the list as it is."""
    (alert,) = alerts(fallen)
    assert "would be" in fallen("except", alert["id"], "--reason", "known", "--dry-run").stderr
    assert alerts(fallen) == [alert]


def test_an_excepted_conflict_is_quiet_until_another_figure_comes(contested: Desk) -> None:
    """The exception is for these two claims: a third figure that contradicts one of them is told."""
    (alert,) = alerts(contested)
    contested.ok("except", alert["id"], "--reason", "the owners count their own people only")
    assert contested("run", "--fail-on", "conflict").returncode == 0
    third = ("--value", "11", "--source", "the hospital", "--outlet", "Tolm Herald", "--published", "2031-03-03")
    contested.ok("add", *third, "--attribute", "deaths", "--question", QUARRY, "--quote", "11 dead")
    assert contested("run", "--fail-on", "conflict").returncode == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("a1-zzzz", "--reason", "known"), "no alert that holds now"),
        (("ALERT",), "an exception needs its reason"),
        (("ALERT", "--reason", "known", "--until", "2001-01-01"), "this day is past"),
        (("ALERT", "--end"), "no exception that holds"),
        (("ALERT", "--end", "--reason", "known"), "--end takes neither"),
    ],
)
def test_a_slip_is_told_in_one_line(fallen: Desk, words: tuple[str, ...], told: str) -> None:
    """What is wrong and what to do, exit 2, and nothing is written."""
    (alert,) = alerts(fallen)
    done = fallen("except", *(alert["id"] if word == "ALERT" else word for word in words))
    assert (done.returncode, done.stderr.count("\n"), told in done.stderr) == (2, 1, True)
    assert alerts(fallen) == [alert]


def test_a_figure_that_its_document_does_not_hold_is_a_finding_of_check(desk: Desk) -> None:
    """A correction to a figure that stands nowhere in the text is told by `check` and by the list."""
    desk.ok("init")
    (desk.folder / "night.txt").write_text(NIGHT, encoding="utf-8")
    desk.ok("ingest", "night.txt", "--outlet", "Tolm Herald", "--published", "2031-03-03")
    claim = next(row["id"] for row in map(json.loads, desk.ok("list", "claims", "--format", "jsonl").splitlines()))
    assert desk("check").returncode == 0
    desk.ok("correct", claim, "--value", "41")
    desk.ok("resolve")
    done = desk("check")
    assert (done.returncode, "does not hold 41" in done.stdout) == (65, True)
    (alert,) = alerts(desk)
    desk.ok("except", alert["id"], "--reason", "told by phone")
    assert desk("check").returncode == 0


def test_a_run_tells_a_denial_in_words(desk: Desk) -> None:
    """Two sides with one figure, one of which denies it, are told as a sentence and not as "4 – 4"."""
    desk.ok("init")
    for source, stance in (("the owners", "asserts"), ("the mayor", "denies")):
        what = ("--attribute", "deaths", "--question", QUARRY, "--quote", "4 dead", "--stance", stance)
        desk.ok(
            "add", "--value", "4", "--source", source, "--outlet", "Tolm Herald", "--published", "2031-03-03", *what
        )
    desk.ok("resolve")
    assert "The mayor denies 4" in desk("run", "--fail-on", "conflict").stderr
