"""Claims noted without the text of their document: which tell of one event, and that busy places form no chain."""

from __future__ import annotations

from dataclasses import replace

import pytest
from resolve_cases import article, claim, quoted, resolved

from reconcile.model import Claim, Document
from reconcile.resolve.blocks import in_blocks
from reconcile.resolve.entry import in_context


def noted(
    words: str, event: str | None, place: str | None, day: int, *, attribute: str = "deaths", url: str | None = None
) -> tuple[Claim, Document]:
    """A claim in a document of its own, or in that of an address, published on a day of March 2031."""
    made = claim(words, "the police", attribute=attribute)
    document = Document(id=f"of {url or made.id}", url=url, published=f"2031-03-{day:02d}")
    return replace(made, document=document.id, scope=replace(made.scope, event=event, place=place)), document


def together(*told: tuple[Claim, Document]) -> list[list[int]]:
    """Which of the claims share a question, by their places."""
    questions = resolved([each for each, _ in told], [document for _, document in told])
    place = {each.id: number for number, (each, _) in enumerate(told)}
    return sorted(sorted(place[name] for name in question.claims) for question in questions)


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("Karsk market fire", "Karsk", 3), ("the fire at Karsk market", "Karsk", 9), True),
        (("Karsk market fire", "Karsk", 3), ("Karsk market blaze", None, 3), True),
        (("Karsk market fire", "Karsk", 3), ("Karsk depot fire", "Karsk", 3), False),
        (("Storm 4", "Karsk", 3), ("Storm 5", "Karsk", 4), False),
        (("Karsk market fire", "Karsk", 3), (None, "Karsk", 5), True),
        (("Karsk market fire", "Karsk, Orvo province", 3), (None, "Orvo province", 5), True),
        (("Karsk market fire", "Karsk", 3), (None, "Karsk", 25), False),
        (("Karsk market fire", "Karsk", 3), (None, "Tornby", 3), False),
        ((None, "Karsk", 3), (None, "Karsk", 4), True),
        ((None, "Karsk", 3), (None, "Karsk", 24), False),
    ],
)
def test_claims_without_texts_meet_by_what_they_name(
    one: tuple[str | None, str | None, int], other: tuple[str | None, str | None, int], joined: bool
) -> None:
    """An event named alike is one event; a claim that names none goes by its place and day."""
    assert together(noted("9", *one), noted("9", *other)) == ([[0, 1]] if joined else [[0], [1]])


def test_a_claim_that_fits_two_events_joins_neither() -> None:
    """A market and a depot burned in Karsk on one day: "nine dead in Karsk" could be of either."""
    fires = (noted("9", "Karsk market fire", "Karsk", 3), noted("4", "Karsk depot fire", "Karsk", 3))
    assert together(*fires, noted("9", None, "Karsk", 3)) == [[0], [1], [2]]


def test_a_claim_that_names_no_event_goes_with_the_one_of_its_own_report_first() -> None:
    """Of two fires in Karsk, the report that tells of the depot means the depot in its next figure, too."""
    told = (
        noted("9", "Karsk market fire", "Karsk", 3),
        noted("4", "Karsk depot fire", "Karsk", 3, url="https://post.example/depot"),
        noted("4", None, "Karsk", 3, url="https://post.example/depot"),
    )
    assert together(*told) == [[0], [1, 2]]


def test_a_busy_place_is_no_block() -> None:
    """A town with an event every day for a month: events that are named apart are looked at apart."""
    told = [noted("9", f"Karsk fire {day}{nth}", "Karsk", day) for day in range(1, 29) for nth in (1, 2)]
    entries = in_context({each.id: each for each, _ in told}, {document.id: document for _, document in told})
    assert len(in_blocks(entries)) == len(told)


def test_a_claim_without_a_text_still_meets_the_reports_whose_text_is_held() -> None:
    """What was heard on the telephone of the fire in Karsk stands beside what was printed of it."""
    text = "A fire destroyed the market of Karsk on Monday. The mayor of Karsk said that 9 people were killed."
    printed = article("fire", text, title="Karsk market destroyed by fire", published="2031-03-03")
    read = quoted(printed, "9 people were killed", "9", "the mayor of Karsk", counted="people")
    heard, call = noted("14", "fire at Karsk market", "Karsk", 3)
    questions = resolved([read, heard], [printed, call])
    assert [len(question.claims) for question in questions] == [2]


def test_two_kinds_of_people_given_for_two_claims_are_two_questions() -> None:
    """Four passengers and four of the crew, each stated as such: the same verb and figure make them no one count."""
    fires = [noted("4", "Karsk ferry fire", "Karsk", 3) for _ in range(2)]
    people = ("passengers", "crew")
    told = [
        (replace(each, scope=replace(each.scope, population=who)), document)
        for (each, document), who in zip(fires, people, strict=True)
    ]
    assert together(*told) == [[0], [1]]
