"""A question in the user's own words, read for what it asks."""

from __future__ import annotations

from datetime import date

import pytest

from reconcile.extract import asked


@pytest.mark.parametrize(
    ("question", "attribute", "population", "place", "day"),
    [
        ("Soldiers killed, Darrey assault, 8 March 2025", "deaths", "soldiers", None, date(2025, 3, 8)),
        ("How many soldiers were killed at Darrey?", "deaths", "soldiers", "Darrey", None),
        ("Passengers hurt, Lindow ferry, 3 May", "injured", "passengers", None, date(2024, 5, 3)),
        ("Number of people displaced by the flood in Sarmeh", "displaced", None, "Sarmeh", None),
        ("Deaths in Lindow", "deaths", None, "Lindow", None),
        ("Who blew up the bridge?", None, None, None, None),
        ("Cost of the Holm bridge", None, None, None, None),
        ("", None, None, None, None),
    ],
)
def test_a_question_tells_what_it_asks_for(
    question: str, attribute: str | None, population: str | None, place: str | None, day: date | None
) -> None:
    """What is counted, among whom, where and on which day are read from a question; the rest stays open."""
    scope = asked(question, published="2024-05-04")
    assert (scope.attribute, scope.population, scope.place, scope.window_from) == (attribute, population, place, day)
    assert scope.window_to == scope.window_from
