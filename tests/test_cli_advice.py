"""`show QUESTION --advice` at a shell: the order below the question, as lines and as JSON, and never a verdict."""

from __future__ import annotations

import json

import pytest
from conftest import Desk

ASKED = "How many were aboard the Sarn ferry?"


@pytest.fixture
def question(desk: Desk) -> str:
    """A question with three origins, two of which give one figure."""
    desk.ok("init")
    for value, source in (("31", "harbour office"), ("31", "coast guard"), ("27", "ferry company")):
        given = ("--source", source, "--outlet", "Sarn Post", "--published", "2031-05-03", "--question", ASKED)
        desk.ok("add", "--value", value, "--attribute", "aboard", *given, "--quote", f"{value} aboard, {source} said")
    desk.ok("resolve")
    return str(json.loads(desk.ok("list", "--format", "jsonl"))["id"])


def test_the_advice_stands_below_the_question(desk: Desk, question: str) -> None:
    """The heading says what it is and what it is not; each answer has who speaks for it and against it."""
    told = desk.ok("show", question, "--advice").splitlines()
    start = told.index("best supported so far (not a verdict): 31")
    assert told[start + 1 : start + 6] == [
        "  most reports say 31, too",
        "  31: 2 reports worth 2.0 independent origins",
        "      for it: A harbour office, 31",
        "      for it: B coast guard, 31",
        "      against it: C ferry company, 27",
    ]


def test_a_grade_of_the_desk_changes_what_leads(desk: Desk, question: str) -> None:
    """Sources that the desk grades E count for less than one that it grades A."""
    for source, grade in (("harbour office", "E"), ("coast guard", "E"), ("ferry company", "A")):
        desk.ok("source", source, "--reliability", grade)
    told = desk.ok("show", question, "--advice").splitlines()
    assert "best supported so far (not a verdict): 27" in told
    assert "  most reports say 31: not the same" in told


def test_programs_get_the_ledger_as_json(desk: Desk, question: str) -> None:
    """JSON has the candidates in order with their ledger; no share and no probability is among its fields."""
    told = json.loads(desk.ok("show", question, "--advice", "--format", "json"))["advice"]
    assert [each["value"]["low"] for each in told["candidates"]] == [31, 27]
    assert [each["says"] for each in told["candidates"][0]["ledger"]] == ["gives", "gives", "excludes"]
    assert set(told) == {
        *(
            "question",
            "candidates",
            "plain",
            "plain_by",
            "differs",
            "level",
            "contested",
            "turns",
            "denied",
            "unweighed",
        ),
    }


@pytest.mark.parametrize("verdict", [("settled", "--value", "27"), ("not-comparable",)], ids=lambda given: given[0])
def test_a_decided_question_gets_no_advice(desk: Desk, question: str, verdict: tuple[str, ...]) -> None:
    """Once an editor has closed it, the program has nothing to add."""
    desk.ok("decide", question, "--verdict", *verdict, "--note", "passenger list", "--editor", "Ida Wren")
    told = desk.ok("show", question, "--advice").splitlines()
    assert told[-1].endswith("nothing is advised, since a person has decided this question")


def test_advice_writes_nothing(desk: Desk, question: str) -> None:
    """It is worked out when it is asked for: the database is the same before and after."""
    before = desk.ok("list", "runs", "--format", "jsonl")
    desk.ok("show", question, "--advice")
    assert desk.ok("list", "runs", "--format", "jsonl") == before
