"""Shares of a total: who is picked out by other words, or stands beside others, is no contradiction."""

from __future__ import annotations

import pytest
from resolve_cases import article, pairs, quoted, resolved

from reconcile.extract import extract
from reconcile.model import Claim, Document, RelationKind, Section

WIRE = article(
    "wire",
    "Nine guards were killed in the raid on the Orvel depot on Friday, the Interior Ministry said. It said that four "
    "of the dead were officers. Six guards were wounded, the ministry said.",
    title="Nine guards killed in raid on Orvel depot",
    outlet="Coast Wire",
    published="2031-03-08",
)
LOCAL = article(
    "local",
    "Twenty guards were killed in the raid on the Orvel depot on Friday, the town council said. Eleven of them came "
    "from Orvel, it said. The district hospital said that 17 people were wounded, including five civilians.",
    title="Orvel mourns guards killed in raid on depot",
    outlet="Orvel Courier",
    published="2031-03-09",
)


def in_text(document: Document) -> list[Claim]:
    """The claims that are read in the text itself, not in its title."""
    return [each for each in extract(document) if each.section is Section.BODY]


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("Nine guards", "Twenty guards", True),
        ("four of the dead", "Eleven of them", False),
        ("Six guards", "17 people", False),
    ],
)
def test_a_share_contradicts_only_the_same_share(one: str, other: str, conflict: bool) -> None:
    """Officers are not those from the town, and soldiers are not all the wounded where civilians are among them."""
    claims = [*in_text(WIRE), *in_text(LOCAL)]
    found = pairs(resolved(claims, [WIRE, LOCAL]))

    def with_words(words: str) -> Claim:
        return next(each for each in claims if words in each.quote)

    relation = found.get(frozenset((with_words(one).id, with_words(other).id)))
    assert (relation is not None and relation.kind is RelationKind.CONFLICT) is conflict


def test_the_dead_are_the_whole_of_some_of_the_dead() -> None:
    """ "Four of the dead" counts a part of the toll that was just given."""
    claims = in_text(WIRE)
    part = next(each for each in claims if "four of the dead" in each.quote)
    whole = next(each for each in claims if "Nine guards" in each.quote)
    assert part.whole == whole.id


def test_an_undated_earlier_event_is_another_one() -> None:
    """The toll of the blast two weeks before does not contradict the toll of today's."""
    bomb = article(
        "bomb",
        "A bomb at the Selby market killed 12 people on Monday, police said. It comes two weeks after a blast there "
        "killed 30 people.",
        title="Market bomb kills 12",
        published="2031-03-04",
    )
    now, before = (next(each for each in in_text(bomb) if words in each.quote) for words in ("12", "30"))
    assert pairs(resolved([now, before], [bomb]))[frozenset((now.id, before.id))].kind is RelationKind.SCOPE


@pytest.mark.parametrize(
    ("words", "quote", "conflict"),
    [
        ("The rector said 22 of the dead were pupils.", "22 of the dead were pupils", False),
        ("The rector said 22 of those killed were pupils.", "22 of those killed were pupils", False),
        ("There were 22 people killed, the rector said.", "22 people killed", True),
    ],
)
def test_some_of_the_dead_contradict_no_toll_of_another_text(words: str, quote: str, conflict: bool) -> None:
    """ "22 of the dead were pupils" leaves every toll as it is, even where its text gives none."""
    mine = article(
        "mine", f"A bus fell from a bridge at Orlen on Friday. {words}", title="Bus falls from bridge at Orlen"
    )
    theirs = article(
        "theirs",
        "A bus fell from a bridge at Orlen on Friday, and 26 people were killed, police said.",
        title="Bus falls from bridge at Orlen on Friday",
    )
    counted = "people killed" if conflict else "pupils killed"
    part = quoted(mine, quote, "22", "rector", counted=counted)
    whole = quoted(theirs, "26 people were killed", "26", "police", counted="people killed")
    found = pairs(resolved([part, whole], [mine, theirs])).get(frozenset((part.id, whole.id)))
    assert (found is not None and found.kind is RelationKind.CONFLICT) is conflict
