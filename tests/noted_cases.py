"""Made-up counts of a few events, noted without texts, for the tests of very many claims and of batches."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from reconcile.model import Claim, Document, Scope, Source
from reconcile.values import parse

EVENTS = ("Karsk market fire", "the blaze at Karsk market", "Karsk depot fire", "Tornby ferry crash", None)
PLACES = (None, "Karsk", "Karsk, Orvo province", "Orvo province", "Tornby")
SOURCES = (
    *(None, "the police", "Karsk police", "the mayor of Karsk", "residents", "the health ministry", "the army"),
    *("the fire service", "Karsk Post", "a union leader", "the Karsk district police"),
)
TOLD = {
    "deaths": ("{} killed", "{} dead"),
    "injured": ("{} injured", "{} people hurt"),
    "displaced": ("{} displaced", "{} people displaced"),
    "evacuated": ("{} evacuated",),
    "missing": ("{} missing",),
}
PEOPLE = (None, None, None, None, "passengers", "crew", "police officers", "soldiers")
ODD = ("{} so far dead", "{} still missing", "{} of the victims were pupils", "{} dead in March")
HEDGED = ("{}", "{}", "{}", "at least {}", "about {}", "up to {}", "more than {}")
OUTLETS = (None, "Karsk Post", "Tornby Echo", "Daily Wire")


def reports(seed: int) -> list[tuple[Claim, Document]]:
    """Some dozens of counts of up to four events, told in many ways; few of them in ways that columns cannot hold."""
    chance = random.Random(seed)
    events = chance.sample(EVENTS, chance.randint(1, 4))
    dated = chance.random() < 0.2
    people = PEOPLE if chance.random() < 0.3 else PEOPLE[:1]
    attributes = chance.sample(sorted(TOLD), chance.randint(1, len(TOLD)))
    told: list[tuple[Claim, Document]] = []
    for number in range(chance.randint(2, 60)):
        if told and chance.random() < 0.03:
            document = told[-1][1]
        else:
            published = f"2031-03-{chance.randint(1, 12):02d}"
            published += "" if dated else f"T{chance.randint(0, 23):02d}:00:00Z"
            url = f"https://news.example/{number}" if chance.random() < 0.7 else None
            document = Document(f"d{number}", outlet=chance.choice(OUTLETS), url=url, published=published)
        told.append((_count(number, document, (events, attributes, people), chance), document))
    chance.shuffle(told)
    return told


def _count(number: int, document: Document, of: tuple[Sequence[Any], ...], chance: random.Random) -> Claim:
    event, attribute, people = (chance.choice(each) for each in of)
    words = chance.choice(HEDGED).format(chance.choice((9, 10, 12, 14, 20, 41)))
    source, place = chance.choice(SOURCES), chance.choice(PLACES)
    return Claim(
        id=f"c{number:03d}",
        document=document.id,
        quote=chance.choice(ODD if chance.random() < 0.01 else TOLD[attribute]).format(words),
        value=parse(words),
        scope=Scope(
            event=event,
            place=place or (None if event else "Karsk"),
            attribute=attribute,
            population=people,
        ),
        source=Source(source) if source else None,
    )
