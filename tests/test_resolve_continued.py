"""Figures that go on with an earlier sentence, and people who are taken to be the same, or are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from resolve_cases import article, between, pairs, question_of, quoted, resolved

from reconcile.model import Claim, Document


def report(name: str, body: str, day: str) -> Document:
    """A report of the storm on the Tarn pass."""
    title = "Snowstorm on the Tarn pass"
    return article(name, body, title=title, outlet=f"{name.title()} Post", published=day)


FIRST = report(
    "orvo",
    "Nine soldiers were killed in a snowstorm on the Tarn pass on Monday, the army said.",
    "2031-01-07T08:00:00Z",
)
NINE = quoted(FIRST, "Nine soldiers were killed", "9", "army", counted="soldiers killed")
NINE = replace(NINE, scope=replace(NINE.scope, population="soldiers"))


def later(body: str, quote: str, figure: str, source: str, counted: str | None) -> tuple[Document, Claim]:
    """A later report and its claim."""
    document = report("karsk", f"The snowstorm on the Tarn pass struck on Monday. {body}", "2031-01-08T08:00:00Z")
    return document, quoted(document, quote, figure, source, counted=counted)


@pytest.mark.parametrize(
    ("body", "quote", "figure", "source", "counted", "relation"),
    [
        (
            "The death toll rose to 24 on Tuesday, the army said.",
            "rose to 24",
            "24",
            "army",
            "people killed",
            "revision",
        ),
        ("The ski club put the deaths at 13.", "put the deaths at 13", "13", "ski club", "deaths", "conflict"),
        ("The ski club counted 13 dead.", "counted 13 dead", "13", "ski club", None, "conflict"),
        ("Nine people were killed, a hospital said.", "Nine people were killed", "9", "hospital", "people", "agree"),
        ("Some 13 victims died, a hospital said.", "13 victims died", "13", "hospital", "victims killed", "conflict"),
    ],
)
def test_a_general_word_goes_on_with_the_people_of_whom_the_other_report_tells(
    body: str, quote: str, figure: str, source: str, counted: str | None, relation: str
) -> None:
    """ "The toll rose to 24" and "put the deaths at 13" answer the question of the soldiers killed."""
    document, claim = later(body, quote, figure, source, counted=counted)
    found = resolved([NINE, claim], [FIRST, document])
    assert between(found, NINE, claim) == relation


def test_what_is_taken_to_be_the_same_is_named_in_plain_words() -> None:
    """Whoever reads the conflict reads what had to be taken for granted."""
    document, claim = later(
        "The ski club put the deaths at 13.", "put the deaths at 13", "13", "ski club", counted="deaths"
    )
    relation = pairs(resolved([NINE, claim], [FIRST, document]))[frozenset((NINE.id, claim.id))]
    assert relation.assumptions == ("“deaths” are taken to be the soldiers killed",)


@pytest.mark.parametrize(
    ("body", "quote", "figure", "counted"),
    [
        (
            "Thirteen villagers were killed, a hospital said.",
            "Thirteen villagers were killed",
            "13",
            "villagers killed",
        ),
        ("Of the dead, 13 were children, a hospital said.", "13 were children", "13", "children killed"),
        (
            "Some 13 people were killed, among them 4 soldiers, a hospital said.",
            "13 people were killed",
            "13",
            "people killed",
        ),
    ],
)
def test_what_speaks_against_it_keeps_two_counts_from_contradicting_each_other(
    body: str, quote: str, figure: str, counted: str
) -> None:
    """Other people, a part, or both counts side by side by one source: no conflict is told."""
    document, claim = later(body, quote, figure, "hospital", counted=counted)
    claims = [NINE, claim]
    if "4 soldiers" in body:
        part = quoted(document, "4 soldiers", "4", "hospital", counted="soldiers killed")
        claims.append(replace(part, scope=replace(part.scope, population="soldiers")))
    found = resolved(claims, [FIRST, document])
    assert between(found, NINE, claim) in ("unclear", "scope", "nothing")


def test_the_dead_of_two_sides_are_two_questions() -> None:
    """What an army says of its own dead is never set against what it says of the other side's."""
    text = "Kordan lost 12 soldiers and 40 Vesk soldiers were killed on the Tarn pass, the Kordan army said."
    document = report("orvo", text, "2031-01-07")
    own = quoted(document, "lost 12 soldiers", "12", "Kordan army", counted="Kordan soldiers killed")
    theirs = quoted(document, "40 Vesk soldiers were killed", "40", "Kordan army", counted="Vesk soldiers killed")
    answer = report("karsk", "Three soldiers were killed on the Tarn pass, the Vesk army said.", "2031-01-07")
    three = quoted(answer, "Three soldiers were killed", "3", "Vesk army", counted="Vesk soldiers killed")
    found = resolved([own, theirs, three], [document, answer])
    assert question_of(found, own) is not question_of(found, theirs)
    assert between(found, theirs, three) == "conflict"
    assert between(found, own, three) in ("scope", "nothing")
