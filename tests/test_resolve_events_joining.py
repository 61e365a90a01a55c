"""How documents are joined to events from their points, and what happens to a report that fits two events."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolve_cases import article, between, quoted, resolved

from reconcile.model import Document
from reconcile.resolve.events.joining import joined
from reconcile.resolve.events.pairs import likely_pairs
from reconcile.resolve.events.sketch import sketch_of

QUARRY = article(
    "quarry",
    "A fire in a boarding house on Quarry Road in Ravel on Monday killed the owner, Lena Dorn, 71. The police said "
    "that 3 people were killed.",
    title="Boarding house burns in Ravel",
    published="2031-09-02",
)
MILL_LANE = article(
    "mill lane",
    "A fire in a workshop on Mill Lane in Ravel on Monday killed the owner, Otto Fenn, 48. The police said that "
    "5 people were killed.",
    title="Workshop burns in Ravel",
    published="2031-09-02",
)
VAGUE = article(
    "vague",
    "A fire in Ravel on Monday killed people at night. The mayor said that 4 people were killed.",
    title="Fire in Ravel",
    published="2031-09-02",
)
CLEAR = article(
    "clear",
    "The workshop fire in Ravel on Monday was set by somebody, a neighbour of Otto Fenn, 48, said. The mayor said that "
    "4 people were killed on Mill Lane.",
    title="Workshop fire in Ravel was set",
    published="2031-09-02",
)


@pytest.mark.parametrize(
    ("points", "given", "apart", "groups"),
    [
        ({(0, 1): 4, (1, 2): 4}, [], [], [0, 0, 0]),
        ({(0, 1): 4, (1, 2): 1}, [], [], [0, 0, 2]),
        ({(0, 1): 4, (1, 2): 1, (0, 2): -5}, [], [], [0, 0, 2]),
        ({(0, 1): 1, (1, 2): 4, (0, 2): -5}, [], [], [0, 1, 1]),
        ({(0, 1): -1}, [], [], [0, 1, 2]),
        ({}, [(1, 2)], [], [0, 1, 1]),
        ({(0, 1): 5}, [], [(0, 1)], [0, 1, 2]),
        ({(0, 1): 5, (1, 2): 4, (0, 2): 4}, [], [(0, 2)], [0, 0, 2]),
        ({(0, 1): 5}, [(0, 1)], [(0, 1)], [0, 1, 2]),
    ],
)
def test_the_best_mean_is_joined_first_and_nothing_that_must_stay_apart(
    points: Mapping[tuple[int, int], float],
    given: list[tuple[int, int]],
    apart: list[tuple[int, int]],
    groups: list[int],
) -> None:
    """A third report joins two only where it fits both on the whole; what people said stands above the points."""
    assert list(joined(3, points, given=given, apart=apart).group) == groups


@pytest.mark.parametrize(
    ("points", "vague", "groups", "unclear"),
    [
        ({(0, 2): 2, (1, 2): 2}, [2], [0, 1, 2], {2: (0, 1)}),
        ({(0, 2): 5, (1, 2): 1}, [2], [0, 1, 0], {}),
        ({(0, 2): 2, (1, 2): 2}, [], [0, 1, 0], {}),
        ({(0, 2): 2, (1, 2): 2, (0, 1): 1}, [2], [0, 0, 0], {}),
        ({(0, 2): 2, (1, 2): -1}, [2], [0, 1, 0], {}),
    ],
)
def test_a_vague_report_joins_only_where_one_event_fits_clearly_better(
    points: Mapping[tuple[int, int], float], vague: list[int], groups: list[int], unclear: Mapping[int, tuple[int, ...]]
) -> None:
    """Two that fit about as well, and are not one event themselves: it stays alone, and both are named."""
    found = joined(3, points, vague=vague)
    assert (list(found.group), dict(found.unclear)) == (groups, unclear)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 6), st.integers(0, 6)), st.sampled_from((-4.0, -1.0, 0.5, 2.0, 6.0))))
def test_a_group_is_a_group_whatever_is_numbered_first(found: dict[tuple[int, int], float]) -> None:
    """Every document is in one group, named by its first member; one that was compared with none stays alone."""
    points = {(min(pair), max(pair)): value for pair, value in found.items() if pair[0] != pair[1]}
    group = joined(7, points).group
    assert all(group[name] == name <= place for place, name in enumerate(group))
    tied = {name for pair in points for name in pair}
    assert all(group.count(group[place]) == 1 for place in range(7) if place not in tied)


def told(*reports: Document) -> tuple[dict[str, str | None], dict[tuple[str, str], str]]:
    """The event of each report, and the sentence of every line between figures of two events."""
    claims = [quoted(each, _count(each), _count(each).split()[0], "the police") for each in reports]
    questions = resolved(claims, reports)
    document = {claim.id: claim.document for claim in claims}
    events = {document[claim]: question.event_id for question in questions for claim in question.claims}
    lines = {
        (document[each.left], document[each.right]): each.why
        for question in questions
        for each in question.relations
        if each.left_question != each.right_question
    }
    return events, lines


def _count(report: Document) -> str:
    return next(f"{n} people were killed" for n in (3, 4, 5) if f"{n} people were killed" in (report.text or ""))


def test_a_report_that_could_be_of_either_fire_is_told_with_both() -> None:
    """Two fires in Ravel on one Monday: a report that names neither street nor victim joins neither, and says so."""
    for reports in permutations((QUARRY, MILL_LANE, VAGUE)):
        events, lines = told(*reports)
        assert len({*events.values()}) == 3
        assert {*lines} == {("quarry", "vague"), ("mill lane", "vague")}
        [why] = {*lines.values()}
        assert why.startswith("“Fire in Ravel” names no person and no street: it could be of the event of “")
        assert "“Boarding house burns in Ravel”" in why
        assert "“Workshop burns in Ravel”" in why


def test_a_report_that_names_the_street_and_the_victim_joins_its_fire() -> None:
    """What VAGUE left open, CLEAR tells: Mill Lane and Otto Fenn."""
    events, lines = told(QUARRY, MILL_LANE, CLEAR)
    assert events["clear"] == events["mill lane"] != events["quarry"]
    assert lines == {}


def test_a_vague_report_joins_the_only_fire_there_is() -> None:
    """With one fire in Ravel that Monday, four and five dead are figures of one event."""
    claims = [quoted(each, _count(each), _count(each)[0], "the police") for each in (MILL_LANE, VAGUE)]
    questions = resolved(claims, (MILL_LANE, VAGUE))
    assert len({question.event_id for question in questions}) == 1
    assert between(questions, *claims) != "nothing"


def test_reports_that_share_nothing_telling_are_not_compared() -> None:
    """A flood elsewhere in another year costs no comparison: only pairs that share a key are looked at."""
    flood = article("flood", "The river Arve rose in Tornby and 3 people were killed.", published="2029-01-02")
    sketches = [sketch_of(each) for each in (QUARRY, MILL_LANE, flood)]
    assert likely_pairs(sketches) == [(0, 1)]


def test_a_report_joins_an_event_by_its_shares_though_one_of_its_reports_has_nothing_in_common_with_it() -> None:
    """A ministry's page names no town: two shares that the wire gives, too, tell of which strike it speaks."""
    papers = [
        article(
            "call",
            "The Solvang nurses' league, led by Ida Rehn, called its members out for Tuesday, 4 March.",
            title="Solvang nurses called out",
            published="2031-03-01",
        ),
        article(
            "wire",
            "Nurses in Solvang walked out on Tuesday. The league of Ida Rehn said 83 percent had stayed at home; "
            "Minister Arne Skog spoke of 47 percent.",
            title="Solvang nurses walk out",
            published="2031-03-04",
        ),
        article(
            "page",
            "On 4 March 47 percent of the staff were absent. The figure of 83 percent is wrong, says Arne Skog.",
            title="Questions on the dispute in the wards",
            published="2031-03-06",
        ),
    ]
    _, wire, page = papers
    told = {"attribute": "absence", "counted": "share of nurses absent"}
    claims = [
        quoted(wire, "83 percent", "83 percent", "league", **told),
        quoted(wire, "47 percent", "47 percent", "Arne Skog", **told),
        quoted(page, "47 percent", "47 percent", **told),
        quoted(papers[0], "4 March", "4", attribute="date"),
    ]
    found = resolved(claims, papers)
    assert (
        len({question.event_id for question in found if {claim.id for claim in claims[:3]} & set(question.claims)}) == 1
    )
