"""How reports are weighed: copies, bounds, answers inside others, and that no order of the input matters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from advice_cases import asked, together
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.advice import Advice, advice_lines, advise
from reconcile.advice.copying import Dependence
from reconcile.advice.reports import Reports, reports_of
from reconcile.advice.weighing import weigh
from reconcile.advice.words import words_inside


def reports(told: Sequence[Sequence[str]]) -> tuple[Reports, list[str]]:
    """Questions in words, one a row: what each source says, "" where it says nothing. And the words by code."""
    words: dict[str, int] = {}
    rows = [
        (question, source, words.setdefault(word, len(words)))
        for question, answers in enumerate(told)
        for source, word in enumerate(answers)
        if word
    ]
    question, source, value = np.array(rows, dtype=np.int64).T
    return reports_of(question, source, value, inside=words_inside(list(words))), list(words)


def leading(told: Sequence[Sequence[str]]) -> list[str]:
    """The answer that leads on each question."""
    given, words = reports(told)
    found = weigh(given)
    return [words[found.value[pick]] for pick in found.pick]


def test_two_perfect_copies_count_about_as_one() -> None:
    """Two sources that share thirty wrong answers weigh 1.1 together; two that are often right keep their voices."""
    given, words = reports([["no", "no", "yes", "yes"]] * 30)
    right = np.array([float(words[value] == "yes") for value in given.value])
    rate = np.where(given.source < 2, 0.1, 0.97)
    weight = Dependence(given).independence(rate, right, 0.1)
    assert round(float(weight[0] + weight[1]), 1) == 1.1
    assert weight[2] > 0.85


def test_copies_do_not_outvote_independent_sources() -> None:
    """Three prints of one agency, errors and all, lose to two sources each of which errs by itself."""
    printed = [f"wrong {n}" if n % 2 else f"right {n}" for n in range(24)]
    own = [[f"slip {n} {s}" if n % 5 == s else f"right {n}" for s in range(5)] for n in range(24)]
    past = [[*[printed[n]] * 3, *own[n]] for n in range(24)]
    assert leading([*past, ["nine", "nine", "nine", "ten", "ten", "", "", ""]])[-1] == "ten"


def test_a_source_that_is_borne_out_elsewhere_leads_alone_against_one_that_is_not() -> None:
    """One against one: whoever agreed with third parties on other questions comes first."""
    past = [[f"a{n}", f"b{n}", f"a{n}", f"a{n}"] for n in range(8)]
    assert leading([*past, ["ten", "nine", "", ""]])[-1] == "ten"


INSIDE = [
    (["Ulm, Germany", "Germany"], [[0, 1]]),
    (["Harl, Ost, Mern", "Mern", "Ost, Mern"], [[0, 2], [0, 1], [2, 1]]),
    (["Ulm, GERMANY", "germany"], [[0, 1]]),
    (["Germany", "East Germany"], []),
    (["Mern", "Mern"], []),
]


@pytest.mark.parametrize(("words", "pairs"), INSIDE)
def test_a_place_lies_in_what_stands_behind_its_comma(words: list[str], pairs: list[list[int]]) -> None:
    """The special answer ends in a comma and the general one, capitals aside."""
    assert words_inside(words).tolist() == pairs


def test_a_wide_answer_speaks_for_the_narrow_one_that_lies_in_it() -> None:
    """Two sources name the country, one the town with its country, one another country: the town leads."""
    assert leading([["Mern", "Mern", "Harl, Mern", "Tusk", ""]]) == ["Harl, Mern"]


def test_what_lies_in_what_is_learnt_from_other_questions() -> None:
    """Towns that keep coming with their land lie in it: one voice for the town is borne out by two for its land."""
    towns = [f"town {n}" for n in range(30)]
    past = [[town, f"land {n % 5}", ""] for n, town in enumerate(towns) for _ in range(2)]
    assert leading([*past, ["land 3", "land 3", "town 3"]])[-1] == "town 3"


def test_unrelated_answers_are_not_taken_to_lie_in_each_other() -> None:
    """Where answers are not nested, the common one of two stays ahead of the rare one."""
    past = [[f"w{n}", f"w{n}", f"w{n + 1}"] for n in range(40)]
    assert leading([*past, ["w3", "w3", "w9"]])[-1] == "w3"


def test_all_are_weighed_where_some_are_asked_for() -> None:
    """Asked for one question, the advice on it is the one that it gets among all."""
    questions, claims = together(*(asked(f"q{n}", {"a": str(n), "b": str(n), "c": str(n + n % 3)}) for n in range(9)))
    everything = advise(questions, claims)
    assert advise(questions, claims, of={"q4"}) == {"q4": everything["q4"]}


WORD = st.sampled_from(
    ["4", "5", "17", "at least 4", "up to 20", "10 to 20", "dozens", "3 million", "0", "perhaps 6", "about 9"]
)
TOLD = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d", "e"]), st.one_of(WORD, st.lists(WORD, min_size=1, max_size=2)), min_size=1
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TOLD, min_size=1, max_size=8))
def test_the_order_of_the_questions_does_not_matter(told: list[dict[str, str | list[str]]]) -> None:
    """The same questions the other way round get the same advice, line by line."""
    questions, claims = together(*(asked(f"q{n:02}", each) for n, each in enumerate(told)))
    forth = advise(questions, claims)
    back = advise(list(reversed(questions)), dict(reversed(claims.items())))
    assert {id: list(advice_lines(it)) for id, it in forth.items()} == {
        id: list(advice_lines(back[id])) for id in forth
    }


@settings(max_examples=60, deadline=None)
@given(TOLD)
def test_every_standing_answer_is_in_the_ledger(told: dict[str, str | list[str]]) -> None:
    """Each candidate's ledger has every report on the question exactly once, whatever it says."""
    question, claims = asked("q", told)
    found: Advice = advise([question], claims)["q"]
    for candidate in found.candidates:
        assert sorted(id for support in candidate.ledger for id in support.claims) == sorted(claims)


EXTREMES: list[dict[str, str]] = [
    {"a": "0", "b": "1000000000000"},
    {"a": "0", "b": "0", "c": "1"},
    {"a": "at least 0", "b": "up to 1"},
    {"a": "-4", "b": "5"},
    {"a": "0.000001 km", "b": "40000 km"},
]


@pytest.mark.parametrize("told", EXTREMES)
def test_extreme_figures_are_weighed_without_a_warning(told: dict[str, str]) -> None:
    """Zero, a trillion and a millimetre: numbers stay finite, and a leading answer is told."""
    question, claims = asked("q", told)
    assert advise([question], claims)["q"].candidates
