"""Warnings, what is to check, and the pairs of accounts on a page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from report_cases import many_accounts
from report_ferry import BULLET, ISLAND, NINE, SECRETARY, UNION, ferry, relation
from report_pages import page_of, sheet_of, words_of

from reconcile.model import (
    Modality,
    QuestionStatus,
    RelationKind,
    VerdictKind,
)
from reconcile.report import wording
from reconcile.report.cautions import panel, warnings
from reconcile.report.pairs import pairs


def test_warnings_tell_what_to_know_before_a_figure_is_used() -> None:
    """Unknown order, parties, a headline that goes further, what is taken for granted: each has its line."""
    told = [words_of(line) for line in warnings(sheet_of(ferry()))]
    assert [line.split(".")[0] for line in told] == [
        "The order of the statements is not known",
        "A is a party to the event",
        "The headline goes further than the text",
        "Taken for granted: “the losses” are taken to be deaths (A B C)",
    ]


def test_a_warning_is_said_once() -> None:
    """The same drift in two relations is one warning; what is taken for granted is said once with its accounts."""
    dossier = ferry()
    places = ("both are taken to be about Oru",)
    ways = tuple(
        replace(one, assumptions=places if one.kind is RelationKind.CONFLICT else one.assumptions)
        for one in dossier.question.relations
    )
    drift = [one for one in ways if one.kind is RelationKind.DRIFT]
    turned = relation(NINE, ISLAND, RelationKind.COMPATIBLE, "x", assumptions=("“a” and “b” are taken to be the same",))
    back = replace(turned, left=ISLAND.id, right=NINE.id, assumptions=("“b” and “a” are taken to be the same",))
    question = replace(dossier.question, relations=(*ways, *(replace(one, left="c1-x") for one in drift), turned, back))
    told = [words_of(line) for line in warnings(sheet_of(replace(dossier, question=question)))]
    assert len([line for line in told if "The headline goes further" in line]) == 1
    assert told[-1] == (
        "Taken for granted: all are taken to be about Oru (A B C D E); “a” and “b” are taken to be the same (A C)."
    )


def test_what_is_still_to_check_says_by_whom() -> None:
    """Every item can be done and begins with who does it."""
    todo = [words_of(line) for line in panel(sheet_of(ferry())).todo]
    assert todo
    assert all(line.startswith(("An editor: ", "The desk: ")) for line in todo)
    assert (
        "The desk: get the original statements of Harbour Authority, Deckhands’ Union and island committee of Oru"
        in todo
    )
    assert "The desk: ask whether what is taken for granted holds for A B and C" in todo
    assert len(todo) <= 6


def test_pairs_are_told_with_their_reason_contradictions_first() -> None:
    """Each pair has figures with letters, the result in the closed vocabulary and one reason."""
    rows = pairs(sheet_of(ferry()), {}).rows
    told = [(words_of(row.left), words_of(row.right), row.term.words, words_of(row.why)) for row in rows]
    assert told[0] == ("A 9", "B 25", "Cannot both be true", "9 and 25 are exact counts.")
    assert (
        "B 21",
        "B 25",
        "Replaced by its own source on 9 Jun 2031",
        "The union later gave 25 in place of 21.",
    ) in told
    assert ("25 in the bullet", "D up to 25") in [(left, right) for left, right, _, _ in told]
    looks = [row.term.words == "Cannot both be true" for row in rows]
    assert looks == sorted(looks, reverse=True)
    letters = [row.left[0].text for row in rows if row.term.words == "Cannot both be true"]
    assert letters == sorted(letters)
    assert all(row.why for row in rows)


def test_a_replaced_figure_is_compared_with_nothing_more() -> None:
    """The pair of a figure that its own source replaced has no row; the replacement itself has one."""
    dossier = ferry()
    past = relation(UNION, ISLAND, RelationKind.CONFLICT, "21 and 32 are exact counts.")
    made = replace(dossier, question=replace(dossier.question, relations=(past, *dossier.question.relations)))
    told = [words_of(row.why) for row in pairs(sheet_of(made), {}).rows]
    assert "21 and 32 are exact counts." not in told
    assert "The union later gave 25 in place of 21." in told


def test_a_headline_is_only_compared_with_its_own_text() -> None:
    """A bullet has a row where it goes further than its text; against other accounts it is not counted again."""
    dossier = ferry()
    against = relation(BULLET, NINE, RelationKind.CONFLICT, "25 and 9 are exact counts.", assumptions=("odd words",))
    made = replace(dossier, question=replace(dossier.question, relations=(*dossier.question.relations, against)))
    assert len(pairs(sheet_of(made), {}).rows) == len(pairs(sheet_of(dossier), {}).rows)
    assert "odd words" not in " ".join(words_of(line) for line in warnings(sheet_of(made)))


def test_rows_that_say_the_same_are_one_row() -> None:
    """Two claims of one account against a third, with one result and one reason, are told once."""
    dossier = ferry()
    again = relation(SECRETARY, ISLAND, RelationKind.CONFLICT, "25 and 32 are exact counts.")
    made = replace(dossier, question=replace(dossier.question, relations=(*dossier.question.relations, again)))
    assert len(pairs(sheet_of(made), {}).rows) == len(pairs(sheet_of(dossier), {}).rows)


@pytest.mark.parametrize(
    ("kind", "rule", "words"),
    [
        (RelationKind.SCOPE, "scope.population", "May both be true: not the same group of people"),
        (RelationKind.SCOPE, "scope.window", "Cannot compare: dates differ"),
        (RelationKind.SCOPE, "scope", "May both be true: not the same question"),
        (RelationKind.CONFLICT, "denial", "Denied"),
        (RelationKind.CONFLICT, "conflict", "Cannot both be true"),
        (RelationKind.COPY, "copy", "The same report, printed twice"),
        (RelationKind.UNCLEAR, "unclear", "Cannot tell"),
    ],
)
def test_relations_have_closed_names(kind: RelationKind, rule: str, words: str) -> None:
    """What a relation is called follows from its kind, for scope and denial from its rule."""
    assert wording.relation(kind, rule).words == words


def test_the_vocabulary_is_complete() -> None:
    """Every status, relation, verdict and firmness of the model has its words."""
    assert set(wording.STATUSES) == set(wording.LEADS) == set(wording.HOLDS_NOW) == set(QuestionStatus)
    assert set(wording.RELATIONS) == set(RelationKind)
    assert set(wording.VERDICTS) == set(VerdictKind)
    assert set(wording.FIRMNESS) == set(Modality)


def test_more_pairs_than_a_page_can_hold_are_counted_and_linked() -> None:
    """Of 1,770 pairs the first 60 are shown and the page says where the others stand."""
    told = pairs(sheet_of(many_accounts()), {})
    assert (len(told.rows), told.left_out) == (60, 1710)
    assert "1710 more pairs stand in q1-many60.json" in page_of(many_accounts()).text
