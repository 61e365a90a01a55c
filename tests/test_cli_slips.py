"""Slips of a hand at a keyboard: told in one line, nothing silently lost, nothing silently changed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import Desk

QUESTION = "Passengers hurt, Lindow ferry, 3 May 2024"
TYPED = ("add", "--question", QUESTION, "--outlet", "Dale Post", "--said", "3 May 2024")
FERRY = "Ferry hits pier at Lindow\n\nNine passengers were injured when a ferry hit a pier, the harbour office said.\n"
STORM = "Storm over Halm\n\nFour sailors were injured when a storm came over Halm, the coast guard said.\n"


@pytest.fixture
def ready(desk: Desk) -> Desk:
    """A desk with an empty database and two articles."""
    desk.ok("init")
    desk.write("ferry.txt", FERRY)
    desk.write("storm.txt", STORM)
    return desk


def rows(desk: Desk, *words: str) -> list[dict[str, Any]]:
    """The rows that a command prints as JSON Lines."""
    return [json.loads(line) for line in desk.ok(*words, "--format", "jsonl").splitlines()]


@pytest.mark.parametrize("option", [("--url", "https://wire.example/1"), ("--title", "Ferry hits pier")])
@pytest.mark.parametrize("command", ["ingest", "run"])
def test_what_belongs_to_one_article_is_not_put_on_several(ready: Desk, command: str, option: tuple[str, str]) -> None:
    """--url and --title with two articles are refused (exit 2) before anything is stored; with one they hold."""
    done = ready(command, "ferry.txt", "storm.txt", *option)
    assert done.returncode == 2
    assert f"{option[0]} {option[1]}: is for one article, and there are several" in done.stderr
    assert done.stderr.count("\n") == 1
    assert rows(ready, "list", "documents") == []
    ready.ok(command, "ferry.txt", *option)
    [document] = rows(ready, "list", "documents")
    assert option[1] in (document["url"], document["title"])


def test_two_articles_through_a_pipe_are_two(ready: Desk) -> None:
    """What comes in by stdin later is no newer version of what came before."""
    ready.ok("ingest", "-", stdin=FERRY)
    ready.ok("ingest", "-", stdin=STORM)
    assert [each["replaces"] for each in rows(ready, "export", "documents")] == [None, None]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--value", "7 to 3"], "a range runs from the lower to the higher"),
        (["--value", "between 25 and 9"], "a range runs from the lower to the higher"),
        (["--value", "4", "--said", "01/02/2020"], "--day-first or --month-first, or write 2020-02-01 or 2020-01-02"),
    ],
)
def test_the_hint_is_about_what_was_typed(ready: Desk, words: list[str], told: str) -> None:
    """A range that runs down and a day that may be two are told with what to type instead."""
    done = ready("add", "--question", QUESTION, "--outlet", "Dale Post", *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
