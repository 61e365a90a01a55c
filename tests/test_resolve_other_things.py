"""Figures of one noun that tell of other things, and figures that a report takes back, are no conflict."""

from __future__ import annotations

from dataclasses import replace

import pytest
from resolve_cases import article, between, quoted, resolved

from reconcile.model import Claim, Document


def told(name: str, text: str, quote: str, figure: str, **fields: str) -> tuple[Claim, Document]:
    """A claim quoted from a report of its own on the vote at Ostmar, published in the given order of names."""
    days = {"a": "2031-06-08T20:00:00Z", "b": "2031-06-09T10:00:00Z", "c": "2031-06-11T10:00:00Z"}
    document = article(name, text, title="Vote count at Ostmar", outlet=f"Paper {name}", published=days[name])
    source = fields.pop("source", "")
    return quoted(document, quote, figure, source, **fields), document


@pytest.mark.parametrize(
    ("one", "one_quote", "other", "other_quote", "expected"),
    [
        ("Doors opened late in 12 polling stations.", "in 12 polling stations", "Rain flooded 30 polling stations.",
         "flooded 30 polling stations", "unclear"),
        ("Ballot papers ran short in 12 polling stations.", "in 12 polling stations",
         "Ballot papers were missing in 30 polling stations.", "in 30 polling stations", "conflict"),
        ("Lamps failed in 12 polling stations.", "in 12 polling stations",
         "It was in 30 polling stations that lamps failed.", "in 30 polling stations", "conflict"),
    ],
)  # fmt: skip
def test_stations_of_which_each_tells_something_else_are_no_conflict(
    one: str, one_quote: str, other: str, other_quote: str, expected: str
) -> None:
    """Two counts of stations exclude each other only where a verb or a subject is shared."""
    left, here = told("a", one, one_quote, "12", attribute="sites", counted="polling stations", source="board")
    right, there = told("b", other, other_quote, "30", attribute="sites", counted="polling stations", source="union")
    assert between(resolved([left, right], [here, there]), left, right) == expected


@pytest.mark.parametrize(
    ("one", "quote", "other", "conflict"),
    [
        ("Mayor Ina Kell won 4,100 votes.", "won 4,100 votes", "Rival Olaf Brun won 3,900 votes.", False),
        ("Mayor Ina Kell won 4,100 votes.", "won 4,100 votes", "The mayor, Ina Kell, won 3,900 votes.", True),
        ("Mayor Ina Kell was ahead by 410 votes.", "by 410 votes", "Mayor Ina Kell won 3,900 votes.", False),
    ],
)
def test_votes_contradict_those_of_the_same_candidate_only(one: str, quote: str, other: str, conflict: bool) -> None:
    """The votes of another candidate, and the lead of the same one, answer other questions."""
    figure = "4,100" if "4,100" in quote else "410"
    left, here = told("a", one, quote, figure, attribute="votes", counted="votes won", source="board")
    right, there = told("b", other, "won 3,900 votes", "3,900", attribute="votes", counted="votes won", source="party")
    assert (between(resolved([left, right], [here, there]), left, right) == "conflict") is conflict


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Correction: we wrote on Sunday that 70 people were hurt. It was seven. We apologise.", "unclear"),
        ("The clinic at Ostmar told this paper that 70 people were hurt in the crush.", "conflict"),
    ],
)
def test_a_figure_that_a_report_takes_back_contradicts_nothing(text: str, expected: str) -> None:
    """What a paper calls its own mistake does not stand against the count of others."""
    left, here = told("a", text, "70 people were hurt", "70", attribute="injured", counted="people")
    right, there = told("b", "Nine people were hurt in the crush.", "Nine people were hurt", "9", attribute="injured",
                        counted="people", source="clinic in Ostmar")  # fmt: skip
    assert between(resolved([left, right], [here, there]), left, right) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We have eleven dead here, and it will be closer to 30 by morning," a nurse said.', "drift"),
        ('"We have eleven dead here, and 30 beds are taken," a nurse said.', "conflict"),
    ],
)
def test_a_headline_with_what_its_text_only_expects_is_drift(text: str, expected: str) -> None:
    """A headline that gives as a fact what the text expects goes further than the text; it does not contradict it."""
    whole, document = told("a", f"CRUSH KILLS 30\n\n{text}", "eleven dead", "11", attribute="deaths", counted="people",
                           source="nurse")  # fmt: skip
    head = quoted(document, "CRUSH KILLS 30", "30", section="headline", attribute="deaths", counted="people")
    assert between(resolved([head, whole], [document]), head, whole) == expected


@pytest.mark.parametrize(
    ("later", "published", "expected"),
    [
        ("The number of dead has risen to 26, the district office said.", "c", "earlier"),
        ("There were 26 dead, not eleven, the district office said.", "c", "conflict"),
    ],
)
def test_a_count_told_to_have_risen_goes_on_from_the_older_one(later: str, published: str, expected: str) -> None:
    """A witness's eleven on the first night is no contradiction of a toll that has risen since, days later."""
    old, here = told("a", "Eleven people died in the crush, stallholder Ivo Lemm said.", "Eleven people died", "11",
                     attribute="deaths", counted="people", source="stallholder Ivo Lemm")  # fmt: skip
    quote = "risen to 26" if "risen" in later else "26 dead"
    new, there = told(published, later, quote, "26", attribute="deaths", counted="people", source="district office")
    assert between(resolved([old, new], [here, there]), old, new) == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ('"We have 44 letters from people whose sons do not answer," a lawyer said.', "have 44 letters", "unclear"),
        ('"We count 44 patients in hospital," a lawyer said.', "count 44 patients", "conflict"),
    ],
)
def test_an_attribute_carried_over_to_something_else_is_in_doubt(text: str, quote: str, expected: str) -> None:
    """Letters from families are no people in hospital, whatever the sentences before were about."""
    fields = {"attribute": "hospitalised", "counted": "inmates in hospital"}
    left, here = told("a", "Its chief said 17 inmates were in hospital.", "17 inmates", "17", source="chief", **fields)
    right, there = told("b", text, quote, "44", source="lawyer", **fields)
    assert between(resolved([left, right], [here, there]), left, right) == expected


@pytest.mark.parametrize(("whole", "expected"), [("The toll rose to 15. ", "unclear"), ("", "conflict")])
def test_a_village_contradicts_no_toll_of_its_valley(whole: str, expected: str) -> None:
    """Eleven of one village, in a report that counts 15 in all, stand beside the twelve of another report."""
    toll, here = told("a", "The number of dead is put at twelve, the ministry said.", "put at twelve", "12",
                      attribute="deaths", counted="people killed", source="ministry")  # fmt: skip
    text = f"{whole}In Lower Ostmar, eleven people died."
    part, there = told("b", text, "eleven people died", "11", attribute="deaths", counted="people killed")
    part = replace(part, scope=replace(part.scope, place="Lower Ostmar"))
    all_told = [quoted(there, "rose to 15", "15", attribute="deaths", counted="people killed")] if whole else []
    assert between(resolved([toll, *all_told, part], [here, there]), toll, part) == expected
