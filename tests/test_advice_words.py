"""What an advice says of a question: the order, the ledger, the plain count beside it, what would change it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from advice_cases import Told, asked, together

from reconcile.advice import Advice, Ratings, advice_lines, advise
from reconcile.model import Kind, Scope, Value
from reconcile.values import parse, render

HEADING = "best supported so far (not a verdict): "


def of(told: Told, kind: Kind = Kind.NUMBER) -> Advice:
    """The advice on one question alone."""
    question, claims = asked("q", told, kind)
    return advise([question], claims)["q"]


LEADING: list[tuple[str, Told, str]] = [
    ("two against one", {"the police": "25", "the clinic": "25", "the ministry": "9"}, "25"),
    ("a bound allows the figure", {"the police": "at least 14", "the clinic": "17", "the ministry": "up to 12"}, "17"),
    ("bounds alone leave a range", {"the police": "at least 14", "the mayor": "up to 20"}, "between 14 and 20"),
    ("ranges that meet", {"the police": "10 to 20", "the mayor": "15 to 30"}, "between 15 and 20"),
    ("words for a range stay as they are", {"the police": "dozens", "the mayor": "about 40", "a": "7"}, "about 40"),
    ("one against one is no order", {"the police": "9", "the mayor": "25"}, "9 or 25, neither ahead of the other"),
    ("said as possible weighs less", {"the police": "perhaps 9", "the mayor": "25"}, "25"),
    ("a voice that gives two answers is split", {"the police": ["9", "10"], "the mayor": "25"}, "25"),
    (
        "measured figures within 2 % are told together",
        {"the mayor": "62.1 km", "the guild": "62.4 km", "the port": "30.5 km"},
        "62.1 km and 62.4 km",
    ),
    (
        "figures of people are never told together",
        {"a": "1000", "b": "1001", "c": "500"},
        "1,000 or 1,001, neither ahead of the other",
    ),
]


@pytest.mark.parametrize(("told", "leads"), [case[1:] for case in LEADING], ids=[case[0] for case in LEADING])
def test_what_leads_is_told_first_and_never_as_a_verdict(told: Told, leads: str) -> None:
    """The first line names what is best supported, in the words of the reports."""
    first = next(iter(advice_lines(of(told))))
    assert first.startswith(HEADING)
    assert first.removeprefix(HEADING).split(" or ")[0] == leads.split(" or ")[0]
    assert ("neither ahead" in first) == ("neither ahead" in leads)


NOTHING: list[tuple[str, Told, str]] = [
    ("one origin", {"the police": "8"}, "only one origin reports, so there is nothing to weigh"),
    (
        "one origin with two figures",
        {"the police": ["8", "9"]},
        "only one origin reports, so there is nothing to weigh",
    ),
    ("all agree", {"the police": "8", "the mayor": "8"}, "all origins say the same, so there is nothing to weigh"),
    ("denials alone", {"the police": "not 8"}, "no standing report gives an answer"),
]


@pytest.mark.parametrize(("told", "why"), [case[1:] for case in NOTHING], ids=[case[0] for case in NOTHING])
def test_where_there_is_nothing_to_weigh_it_says_so(told: Told, why: str) -> None:
    """No answer is put first where one origin speaks or all say the same; the reason stands in its place."""
    assert list(advice_lines(of(told))) == [f"{HEADING}nothing is advised, since {why}"]


def test_the_steps_of_a_legal_case_are_not_weighed() -> None:
    """Arrested by one report and charged by two others: both may be right, each at its time."""
    told = {"the police": "arrested", "the court": "charged", "the prosecutor": "charged"}
    question, claims = asked("q", told, Kind.TEXT)
    found = advise([replace(question, scope=Scope(attribute="status"))], claims)["q"]
    assert found.candidates == ()
    assert found.unweighed == "the steps of a legal case follow each other and are not weighed"


def test_the_ledger_tells_who_speaks_for_and_against_each_answer() -> None:
    """Each origin under each answer: it gives it, allows it by a bound, or stands against it."""
    told = of({"the police": "at least 14", "the clinic": "17", "the ministry": "up to 12"})
    assert list(advice_lines(told)) == [
        f"{HEADING}17",
        "  the middle of all reports is 14: not the same",
        "  17: 2 reports worth 2.0 independent origins",
        "      for it: B the clinic, 17",
        "      allows it: A the police, at least 14",
        "      against it: C the ministry, up to 12",
    ]


def test_what_would_change_the_order_is_told() -> None:
    """The one answer whose withdrawal would undo the lead, and how many further reports would."""
    told = list(advice_lines(of({"the police": "25", "the clinic": "25", "the ministry": "9"})))
    assert told[-2:] == [
        "  if the police (A) took its answer back, 9 would be as well supported",
        "  2 more independent reports of 9 would change the order",
    ]


def test_a_denial_is_listed_and_not_weighed() -> None:
    """Who denies a figure without giving one speaks for no answer."""
    told = of({"the police": "30", "the mayor": "not 30", "the clinic": "40", "the port": "40"})
    assert len(told.denied) == 1
    assert list(advice_lines(told))[-1] == "  not weighed: 1 denial without a figure of its own"


def test_the_plain_majority_stands_beside_it_where_it_differs() -> None:
    """Three prints of one source are one voice to the advice, and three reports to the plain count."""
    question, claims = asked("q", {"the agency": ["40", "40", "40"], "the police": "44", "the clinic": "44"})
    told = advise([question], claims)["q"]
    assert render(told.candidates[0].value) == "44"
    assert (render(told.plain), told.differs) == ("40", True) if told.plain else False


def test_words_are_weighed_as_words() -> None:
    """Answers in words lead by who gives them, whatever their capitals."""
    told = of({"the police": "a gas leak", "the mayor": "Arson", "the clinic": "arson"}, Kind.TEXT)
    assert next(iter(advice_lines(told))) == f"{HEADING}Arson"


def test_days_are_weighed_as_days() -> None:
    """Days lead like figures."""
    told = of({"the police": "2031-03-07", "the mayor": "2031-03-08", "the clinic": "2031-03-08"}, Kind.DATE)
    assert next(iter(advice_lines(told))) == f"{HEADING}8 March 2031"


RATINGS = [
    ("the better grade leads", Ratings(grades={"the police": "A", "the mayor": "E"}), "9"),
    ("the other way round", Ratings(grades={"the police": "E", "the mayor": "A"}), "25"),
    ("a party is trusted less", Ratings(parties=frozenset({"the police"})), "25"),
    ("well graded, but a party", Ratings({"the police": "A", "the mayor": "B"}, frozenset({"the police"})), "25"),
]  # fmt: skip


@pytest.mark.parametrize(("ratings", "leads"), [case[1:] for case in RATINGS], ids=[case[0] for case in RATINGS])
def test_the_desks_own_ratings_override_what_is_learnt(ratings: Ratings, leads: str) -> None:
    """Twelve questions on which the police stand with everybody, then one on which only the desk's grade can tell."""
    agreed = [asked(f"q{n}", {"the police": str(n), "the mayor": str(n), "the clinic": str(n)}) for n in range(20, 32)]
    questions, claims = together(*agreed, asked("open", {"the police": "9", "the mayor": "25"}))
    assert render(advise(questions, claims, ratings)["open"].candidates[0].value) == leads


def test_settled_questions_teach_who_is_right() -> None:
    """Where persons decided against the police four times, the mayor leads on the fifth; the decided get no advice."""
    past = [asked(f"q{n}", {"the police": str(n), "the mayor": str(n + 5)}) for n in range(20, 24)]
    questions, claims = together(*past, asked("open", {"the police": "9", "the mayor": "25"}))
    settled: dict[str, Value] = {f"q{n}": parse(str(n + 5)) for n in range(20, 24)}
    told = advise(questions, claims, None, settled)
    assert render(told["open"].candidates[0].value) == "25"
    assert told["q20"].unweighed == "a person has decided this question"


def test_no_share_and_no_percentage_is_ever_told() -> None:
    """The figures behind the order are not shown: neither "%" nor "probab" nor "likel" occurs in any line."""
    told = " ".join(advice_lines(of({"the police": "25", "the clinic": "25", "the ministry": "9", "a": "perhaps 4"})))
    assert not any(word in told.casefold() for word in ("%", "probab", "likel", "confiden", "true", "verdict:"))
