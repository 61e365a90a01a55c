"""Which reports tell of one event: look-alikes of one town and month kept apart, updates of one event joined."""

from __future__ import annotations

from itertools import permutations

import pytest
from resolve_cases import article, quoted, resolved

from reconcile.model import Document, Question
from reconcile.resolve.events import likeness_of, sketch_of, why_joined
from reconcile.resolve.events.weights import ENOUGH

STABBING = article(
    "stabbing",
    "A woman was stabbed at the Corder Lane tram stop in Halvik late Tuesday. Maja Orlen, 34, died at the scene, "
    "Halvik police said. Police count 1 person killed. Her brother was with her.",
    title="Woman stabbed at tram stop",
    published="2031-05-07",
)
"""The report beside which each of the others is put: a stabbing in Halvik on Tuesday 6 May."""

OTHERS = {
    "named a day later, the brother has died, too": (
        "2031-05-08",
        "Second victim of tram stop attack dies",
        "The brother of Maja Orlen, 34, has died, too, two days after both were stabbed at a tram stop in Halvik. "
        "Police count 2 people killed. Inspector Rolf Tamm of the Halvik police said that nobody was held.",
        True,
    ),
    "a suspect in court half a year later": (
        "2031-11-20",
        "Man on trial for tram stop murders",
        "The trial of a man accused of stabbing Maja Orlen and her brother at a Halvik tram stop on 6 May 2031 began "
        "before a jury. Prosecutors say that 2 people were killed for a telephone. He pleaded not guilty in court.",
        True,
    ),
    "another woman on another street a week later": (
        "2031-05-14",
        "Woman stabbed outside shop",
        "A woman was stabbed outside a shop on Fennel Street in Halvik late Monday. Ines Parr, 61, died at the scene, "
        "Halvik police said. Police count 1 person killed. Her sister was with her.",
        False,
    ),
    "another woman on the same evening, across the town": (
        "2031-05-07",
        "Woman stabbed outside shop",
        "A woman was stabbed outside a shop on Fennel Street in Halvik late Tuesday. Ines Parr, 61, died at the scene, "
        "Halvik police said. Police count 1 person killed. Her sister was with her.",
        False,
    ),
    "the same in another town": (
        "2031-05-07",
        "Woman stabbed at tram stop",
        "A woman was stabbed at a tram stop in Tornby late Tuesday. Siri Vang, 29, died at the scene, Tornby police "
        "said. Police count 1 person killed. Her brother was with her.",
        False,
    ),
}
"""By what it is: day, title and text of another report, and whether it tells of the stabbing at Corder Lane."""


FENNEL = ("fennel", "another woman on another street a week later")


def report(name: str, what: str) -> Document:
    """One of the other reports."""
    published, title, text, _ = OTHERS[what]
    return article(name, text, title=title, published=published)


def events(*reports: Document) -> list[list[str]]:
    """Which reports tell of one event, by their names; each report has one claim on the dead."""
    claims = [quoted(each, _count(each), _count(each).split()[0], "the police") for each in reports]
    questions = resolved(claims, reports)
    return _by_event(questions, {claim.id: claim.document for claim in claims})


def _count(report: Document) -> str:
    words = ("1 person killed", "2 people killed", "2 people were killed", "9 people were killed", "4 people were hurt")
    return next(each for each in words if each in (report.text or ""))


def _by_event(questions: tuple[Question, ...], documents: dict[str, str]) -> list[list[str]]:
    found: dict[str | None, set[str]] = {}
    for question in questions:
        found.setdefault(question.event_id, set()).update(documents[claim] for claim in question.claims)
    return sorted(sorted(names) for names in found.values())


@pytest.mark.parametrize("what", OTHERS)
def test_names_streets_towns_and_days_tell_one_event_from_its_look_alike(what: str) -> None:
    """Reports in nearly the same words are two events where persons, streets or towns differ; a toll may differ."""
    other = report("other", what)
    points = likeness_of(sketch_of(STABBING), sketch_of(other))
    assert (points >= ENOUGH) is OTHERS[what][3], why_joined(sketch_of(STABBING), sketch_of(other))


def test_the_reports_of_a_month_fall_into_their_events_in_any_order() -> None:
    """Two reports of Corder Lane, one each of Fennel Street and Tornby: three events, however the reports arrive."""
    told = [what for what in OTHERS if "half a year" not in what and "week" not in what]
    reports = [STABBING, *(report(f"{place}", what) for place, what in enumerate(told))]
    for reports_in_order in permutations(reports):
        assert events(*reports_in_order) == [["0", "stabbing"], ["1"], ["2"]]


def test_a_trial_half_a_year_later_meets_the_attack() -> None:
    """The person whom the first report told with her age ties the two, however long after; another woman does not."""
    trial = report("trial", "a suspect in court half a year later")
    assert events(STABBING, trial, report(*FENNEL)) == [["fennel"], ["stabbing", "trial"]]


def test_a_toll_that_rises_keeps_reports_together() -> None:
    """The landslide's nine dead become nineteen: one event, or the two figures would never meet."""
    first = article(
        "first",
        "A slope slid onto the village of Ansk on Friday. Officials say that 9 people were killed.",
        title="Landslide buries houses in Ansk",
        published="2031-06-07",
    )
    later = article(
        "later",
        "Rescuers in Ansk have found ten more bodies under the landslide of Friday. It is now 19 killed. At first "
        "officials said that 9 people were killed.",
        title="Ansk landslide toll doubles",
        published="2031-06-09",
    )
    assert events(first, later) == [["first", "later"]]


def test_every_term_is_told_with_its_points_and_they_add_up() -> None:
    """ "Street shared: corder" and "other ages: 34 / 61" are what a reader sees; their sum is what decides."""
    other = report("other", "another woman on the same evening, across the town")
    left, right = sketch_of(STABBING), sketch_of(other)
    terms = {term.words: term.points for term in why_joined(left, right)}
    assert {"other street: Corder / Fennel", "other ages: 34 / 61", "other persons: Maja Orlen / Ines Parr"} <= {*terms}
    assert terms["other street: Corder / Fennel"] < 0 < terms["same day: 2031-05-06"]
    assert sum(terms.values()) == pytest.approx(likeness_of(left, right), abs=0.05 * len(terms))


def test_points_do_not_depend_on_which_report_comes_first() -> None:
    """Evidence between two reports is the same from either side, for every two of the cases."""
    sketches = [sketch_of(STABBING), *(sketch_of(report(what, what)) for what in OTHERS)]
    for left, right in permutations(sketches, 2):
        assert likeness_of(left, right) == pytest.approx(likeness_of(right, left))
