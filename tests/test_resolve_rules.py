"""How two claims of one question stand, case by case."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from resolve_cases import between, claim, pairs, resolved, said_in_words

from reconcile.resolve import RULES

with (Path(__file__).parent / "cases" / "resolve_pairs.csv").open(encoding="utf-8", newline="") as _file:
    CASES = list(csv.DictReader(_file))


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_two_claims_stand_as_the_table_says(case: dict[str, str]) -> None:
    """Each line of tests/cases/resolve_pairs.csv: two claims, how they stand, and the rule that says so."""
    shared = {"attribute": case["attribute"], "question": "the crane"}
    left = claim(case["left"], case["left_source"], document="d1", said=case["left_said"], **shared)
    right = claim(
        case["right"],
        case["right_source"],
        document="d2",
        said=case["right_said"],
        stance=case["right_stance"],
        **shared,
    )
    relation = pairs(resolved([left, right]))[frozenset((left.id, right.id))]
    assert (relation.kind.value, relation.rule) == (case["relation"], case["rule"])
    assert relation.why.endswith(".")


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_the_order_in_which_claims_are_given_makes_no_difference(case: dict[str, str]) -> None:
    """The same relation comes out, the same claim first where the order of the two matters."""
    shared = {"attribute": case["attribute"], "question": "the crane"}
    left = claim(case["left"], case["left_source"], document="d1", said=case["left_said"], **shared)
    right = claim(
        case["right"],
        case["right_source"],
        document="d2",
        said=case["right_said"],
        stance=case["right_stance"],
        **shared,
    )
    one, other = pairs(resolved([left, right])), pairs(resolved([right, left]))
    assert {key: relation.kind for key, relation in one.items()} == {key: r.kind for key, r in other.items()}
    first = next(iter(one.values()))
    if first.kind.value in ("revision", "earlier"):
        assert (first.left, first.right) == (left.id, right.id)


def test_the_table_has_a_case_for_each_rule_that_it_can_show() -> None:
    """Only rules that need a text, a sequence of updates or words instead of figures are missing from the table."""
    assert set(RULES) - {case["rule"] for case in CASES} == {"cause", "drift", "earlier", "ladder", "unclear"}


def test_an_exact_count_against_another_is_told_with_both_figures() -> None:
    """The sentence names the figures and what they count."""
    left = claim("9", "ministry", question="the raid")
    right = claim("25", "council", document="d2", question="the raid")
    relation = next(iter(pairs(resolved([left, right])).values()))
    assert relation.why == "9 and 25 are exact counts of the same deaths."


def test_two_names_that_the_user_gave_never_join() -> None:
    """Claims of differently named questions stand in no relation, whatever else they share."""
    left = claim("9", "ministry", question="the raid", counted="losses")
    right = claim("25", "council", document="d2", question="the storming", counted="losses")
    assert between(resolved([left, right]), left, right) == "nothing"


def test_a_figure_that_was_replaced_is_in_conflict_only_with_what_was_said_meanwhile() -> None:
    """A later figure of another source meets the newest figure only, never the one that had been replaced."""
    first = claim("12", "operator", attribute="weight", said="2031-03-01", question="the leak")
    second = claim("28", "operator", attribute="weight", document="d2", said="2031-03-02", question="the leak")
    other = claim("33", "inspectors", attribute="weight", document="d3", said="2031-03-03", question="the leak")
    found = resolved([first, second, other])
    assert between(found, first, second) == "revision"
    assert between(found, second, other) == "conflict"
    assert between(found, first, other) == "nothing"


def test_a_figure_said_before_the_other_was_replaced_stays_in_conflict_with_it() -> None:
    """What two sources held against each other at one time is still told after one of them has moved."""
    first = claim("2,470", "railway", attribute="strikers", said="2031-03-01", question="the strike")
    union = claim("5,900", "union", attribute="strikers", document="d2", said="2031-03-01", question="the strike")
    later = claim("5,214", "union", attribute="strikers", document="d3", said="2031-03-02", question="the strike")
    found = resolved([first, union, later])
    assert [between(found, first, each) for each in (union, later)] == ["conflict", "conflict"]
    assert between(found, union, later) == "revision"
    assert found[0].status.value == "contested"


@pytest.mark.parametrize(("until", "stands"), [("2031-03-09", "conflict"), ("2031-03-02", "nothing")])
def test_two_figures_that_both_gave_way_later_did_exclude_each_other(until: str, stands: str) -> None:
    """What stood side by side for days is told as a conflict, though neither stands; not what gave way at once."""
    shared = {"attribute": "deaths", "question": "the fever"}
    clinic, more = (
        claim(n, "clinic", document=f"c{n}", said=d, **shared) for n, d in (("38", "2031-03-01"), ("52", until))
    )
    state, rise = (
        claim(n, "state", document=f"s{n}", said=d, **shared) for n, d in (("12", "2031-03-01"), ("19", until))
    )
    found = resolved([clinic, more, state, rise])
    assert between(found, clinic, state) == stands
    assert between(found, more, rise) == "conflict"


def test_text_claims_are_left_to_a_person() -> None:
    """Two statements in words are unclear until somebody says how they stand."""
    left = said_in_words("a short circuit", "fire chief", "d1", "cause")
    right = said_in_words("arson", "owner", "d2", "cause")
    again = said_in_words("A short circuit", "insurer", "d3", "cause")
    found = resolved([left, right, again])
    assert between(found, left, right) == "unclear"
    assert between(found, left, again) == "agree"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("was arrested on Monday", "has been charged with fraud", "compatible"),
        ("is on trial", "was acquitted", "compatible"),
        ("was detained", "was detained at the border", "agree"),
    ],
)
def test_steps_of_a_legal_case_fit_together(left: str, right: str, relation: str) -> None:
    """Different steps of one case are never a conflict."""
    one = said_in_words(left, "police", "d1", "status")
    other = said_in_words(right, "court", "d2", "status")
    assert between(resolved([one, other]), one, other) == relation
