"""Which of two figures of one source is the later one: by the day on which it spoke, then by when it was printed."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Document, Kind, RelationKind
from reconcile.resolve import resolve
from reconcile.resolve.desk import Desk

FIRST = "The mine at Aldo Pit collapsed on Friday. Mayor Ulla Dorn said on {day} that {count} miners had been killed."


def revisions(*told: tuple[str, str, str]) -> list[tuple[str, str]]:
    """The revisions between reports, each (published, day said, count), as pairs of the older and the newer figure."""
    documents = {
        f"d{number}": Document(
            f"d{number}",
            FIRST.format(day=day, count=count),
            f"Paper {number}",
            "Mine at Aldo Pit collapses",
            published=published,
        )
        for number, (published, day, count) in enumerate(told)
    }
    claims = [claim for document in documents.values() for claim in extract(document)]
    figures = {claim.id: str(claim.value.low) for claim in claims if claim.value.kind is Kind.NUMBER}
    questions = resolve(claims, documents, Desk(ingested={claim.id: n for n, claim in enumerate(claims)}))
    related = [relation for question in questions for relation in question.relations]
    return [
        (figures[relation.left], figures[relation.right])
        for relation in related
        if relation.kind is RelationKind.REVISION and relation.left in figures
    ]


CASES = [
    (("2024-05-11T20:00Z", "Saturday", "12"), ("2024-05-12T20:00Z", "Sunday", "17")),
    (("2024-05-14T20:00Z", "Saturday", "12"), ("2024-05-12T20:00Z", "Sunday", "17")),
    (("2024-05-11T20:00Z", "Saturday", "12"), ("2024-05-12T09:00Z", "Saturday", "17")),
    (("2024-05-11T20:00Z", "Saturday", "12"), ("2024-05-11T22:00Z", "Saturday", "17")),
]


@pytest.mark.parametrize(("older", "newer"), CASES)
def test_the_later_words_stand(older: tuple[str, str, str], newer: tuple[str, str, str]) -> None:
    """What was said on a later day replaces what was said before, even where the old words are printed last."""
    assert revisions(older, newer) == [("12", "17")]
    assert revisions(newer, older) == [("12", "17")]
