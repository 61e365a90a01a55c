"""`decide`: a verdict and its figure have to fit each other."""

from __future__ import annotations

import json

import pytest
from conftest import Desk


@pytest.fixture
def question(desk: Desk) -> str:
    """A question that two sources answer."""
    desk.ok("init")
    for value, source in (("16", "the mill"), ("21", "the union")):
        what = ("--attribute", "deaths", "--question", "Dead at Ostrel mill?", "--quote", f"{value} dead")
        desk.ok("add", "--value", value, "--source", source, "--outlet", "Ostrel Mail", *what)
    desk.ok("resolve")
    return str(json.loads(desk.ok("list", "--format", "jsonl"))["id"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("settled",), "settled needs a figure"),
        (("range", "--value", "17"), "a range has two ends"),
        (("unresolved", "--value", "16"), "unresolved takes no figure"),
        (("hold", "--value", "16"), "hold takes no figure"),
        (("hold", "--review-by", "2001-01-01"), "this day is past"),
    ],
)
def test_a_verdict_that_contradicts_itself_is_refused(
    desk: Desk, question: str, words: tuple[str, ...], told: str
) -> None:
    """One line, exit 2, and no verdict is stored."""
    done = desk("decide", question, "--note", "lists compared", "--verdict", *words)
    assert (done.returncode, done.stderr.count("\n"), told in done.stderr) == (2, 1, True)
    assert json.loads(desk.ok("show", question, "--format", "json"))["verdicts"] == []


@pytest.mark.parametrize("words", [("settled", "--value", "16"), ("range", "--value", "16 to 21"), ("hold",)])
def test_a_verdict_that_fits_is_stored(desk: Desk, question: str, words: tuple[str, ...]) -> None:
    """A settled figure, a range with two ends, and a hold without any."""
    desk.ok("decide", question, "--note", "lists compared", "--verdict", *words)
    (verdict,) = json.loads(desk.ok("show", question, "--format", "json"))["verdicts"]
    assert verdict["kind"] == words[0]
