"""Questions that the user names: machine-read claims that clearly answer them join, two names never do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from resolve_cases import article, between, claim, question_of, quoted, resolved

from reconcile.model import Claim, Document

DAY = date(2030, 12, 14)
NAME = "Mill hands killed, Tarnau mill fire, 14 Dec 2030"
READ = article(
    "read",
    "TARNAU - Fire tore through a paper mill in Tarnau on Saturday. Eleven mill hands were killed and 30 were hurt, "
    "the fire brigade said. In 2019, four mill hands were killed in Tarnau.",
    title="Fire at Tarnau paper mill kills eleven",
    outlet="Karsk Post",
    published="2030-12-15",
)
ELSEWHERE = article(
    "else",
    "VELLIN - Fire tore through a paper mill in Vellin on Saturday. Six mill hands were killed, the police said.",
    title="Fire at Vellin paper mill kills six",
    outlet="Karsk Post",
    published="2030-12-15",
)


def typed(figure: str, source: str, name: str = NAME, *, document: str = "typed", attribute: str = "deaths") -> Claim:
    """A claim that the user typed in, with what the name of its question tells."""
    made = claim(
        figure, source, document=document, attribute=attribute, counted="mill hands", place="Tarnau", question=name
    )
    return replace(made, scope=replace(made.scope, population="mill hands", window_from=DAY, window_to=DAY))


@pytest.mark.parametrize("published", [None, "2030-12-16"])
def test_a_named_question_takes_in_what_was_read_on_it(published: str | None) -> None:
    """The report's toll joins the question that the user named, and contradicts what was typed in."""
    read = quoted(READ, "Eleven mill hands were killed", "11", "fire brigade", counted="mill hands")
    mine = typed("19", "union")
    found = resolved([mine, read], [READ, Document(id="typed", outlet="Union paper", published=published)])
    assert question_of(found, read).name == NAME
    assert between(found, mine, read) == "conflict"


def test_what_answers_something_else_stays_out() -> None:
    """The injured, the dead of another year and the fire in another town do not answer the named question."""
    mine = typed("19", "union")
    others = [
        quoted(READ, "30 were hurt", "30", "fire brigade", attribute="injured"),
        quoted(READ, "four mill hands were killed", "4", counted="mill hands"),
        quoted(ELSEWHERE, "Six mill hands were killed", "6", "police", counted="mill hands"),
    ]
    found = resolved([mine, *others], [READ, ELSEWHERE, Document(id="typed", outlet="Union paper")])
    assert [question_of(found, each).name for each in others] == [None, None, None]


def test_two_names_never_join_through_what_was_read() -> None:
    """A machine-read claim answers one of two named questions at most."""
    read = quoted(READ, "Eleven mill hands were killed", "11", "fire brigade", counted="mill hands")
    one, other = typed("19", "union"), typed("14", "owner", "Tarnau mill: how many dead?", document="typed-2")
    found = resolved([one, other, read], [READ])
    assert question_of(found, one) is not question_of(found, other)
