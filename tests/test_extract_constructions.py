"""Every construction that names a source, with many sources: the figure is found and given to the right one."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Claim, Document, Kind, Stance

SOURCES = [
    "the governor",
    "officials",
    "police",
    "Health Minister Ana Brek",
    "the coastguard",
    "a spokeswoman for the ministry",
    "rescue workers",
    "the Border Service",
    "local residents",
    "Col. Tomas Vey",
    "the rebel group",
    "state media",
    "two witnesses",
    "the city’s fire department",
    "Red Crescent volunteers",
]
FIGURES = {"nine": 9, "14": 14, "112": 112, "1,250": 1250, "twenty-one": 21}
CONSTRUCTIONS = [
    "At least {n} miners died, {s} said.",
    "{S} said {n} miners died.",
    "{S} said on Sunday that {n} miners had died.",
    "According to {s}, {n} miners were killed.",
    "{n} miners were killed, according to {s}.",
    "{S} put the toll at {n}.",
    "{S} put the number of dead at {n}.",
    "{S} told reporters {n} people had been injured.",
    "{S} told Channel Four that {n} people had been injured.",
    "“We counted {n} bodies,” said {s}.",
    "“We counted {n} bodies,” {s} said.",
    '"We counted {n} bodies," {s} told the Daily Mail.',
    "{S} confirmed {n} deaths.",
    "{S} reported {n} deaths.",
    "The blast killed {n} miners, {s} announced late on Monday.",
    "The blast killed {n} miners and wounded 30 others, {s} told a news conference.",
    "{S} estimated that {n} homes were destroyed.",
    "{S} raised the death toll to {n}.",
    "In a statement, {s} said {n} miners were missing.",
    "On Monday {s} said {n} miners were missing.",
    "Hours later, {s} said {n} miners were missing.",
    "After the blast, {s} said {n} miners were missing.",
    "{S} added that {n} miners were missing.",
    "The strike killed {n} miners, {s} said, while the union claimed 300 were hurt.",
    "While the union said 300 were hurt, {s} claimed {n} had died.",
    "The army put the figure at 300, but {s} said only {n} had died.",
    "{S} says the number of dead has risen to {n}.",
    "The dead, {s} said, numbered {n}.",
    "{S}, putting deaths at {n}, called for help.",
]


def figures(sentence: str) -> list[Claim]:
    """The counts of one sentence."""
    claims = extract(Document(id="x", text=sentence, published="2024-03-12"))
    return [claim for claim in claims if claim.value.kind is Kind.NUMBER]


def named(words: str) -> set[str]:
    """The words of a name without articles and possessive."""
    return set(words.lower().replace("’s", "").replace(".", "").split()) - {"the", "a"}


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
@pytest.mark.parametrize("source", SOURCES)
def test_a_construction_names_its_source(construction: str, source: str) -> None:
    """The figure that the sentence attributes is read once and its source is the one named, whole and alone."""
    words, figure = list(FIGURES.items())[(SOURCES.index(source) + CONSTRUCTIONS.index(construction)) % len(FIGURES)]
    initial = words[0].upper() + words[1:] if construction.startswith("{n}") else words
    sentence = construction.format(n=initial, s=source, S=source[0].upper() + source[1:])
    (claim,) = [each for each in figures(sentence) if figure in (each.value.low, each.value.high)]
    assert claim.source is not None
    assert named(claim.source.name) <= named(source)
    assert len(named(source) - named(claim.source.name)) <= 1
    assert claim.via == ()
    assert claim.stance is Stance.ASSERTS


@pytest.mark.parametrize("owner", ["The ministry", "The rebel group", "Orrin Hydro", "The nurses’ union"])
@pytest.mark.parametrize("figure", ["figure of 41 dead was disputed.", "own count is 41.", "toll of 41 is the lowest."])
def test_who_owns_a_figure_is_its_source(owner: str, figure: str) -> None:
    """ "The ministry's figure of 41" is what the ministry says."""
    (claim,) = figures(f"{owner}’s {figure}")
    assert claim.source is not None
    assert named(claim.source.name) == named(owner)


@pytest.mark.parametrize("source", SOURCES)
def test_a_denial_is_no_assertion(source: str) -> None:
    """What a source denies is kept as its denial."""
    (claim,) = figures(f"{source[0].upper()}{source[1:]} denied that 32 miners had been killed.")
    assert claim.source is not None
    assert claim.stance is Stance.DENIES


@pytest.mark.parametrize("relay", SOURCES)
@pytest.mark.parametrize("first", ["hospital records", "army officers", "the harbour master", "survivors"])
def test_whom_a_source_cites_comes_first(first: str, relay: str) -> None:
    """ "X, citing Y, said": Y is the source, X passes it on."""
    (claim,) = figures(f"{relay[0].upper()}{relay[1:]}, citing {first}, said 41 sailors had died.")
    assert claim.source is not None
    assert named(claim.source.name) == named(first)
    assert [named(each) <= named(relay) for each in claim.via] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "The blaze injured 30 workers.",
        "Twelve people drowned on Sunday.",
        "We counted 19 bodies at the gate.",
        "Some say 40 died, others 50.",
        "The toll stands at 57.",
        "Video footage shows 12 men at the gate.",
    ],
)
def test_the_article_speaks_for_itself(sentence: str) -> None:
    """Without a source of its own a figure is the article's; "we", "some" and pictures are no sources."""
    claims = figures(sentence)
    assert claims
    assert [claim.source for claim in claims] == [None] * len(claims)
