"""Figures that somebody asks for, hopes for or is sure of: theirs, although no verb of saying stands there."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reconcile.extract import extract
from reconcile.model import Document

CASES = [
    ("The widow had asked for £30,000 in damages.", "£30,000", "widow"),
    ("The defence sought six months.", "six months", "defence"),
    ("The pilots' union is seeking $400 a flight.", "$400", "pilots’ union"),
    ("A waiter is certain that he saw four masked men.", "four masked men", "waiter"),
    ("The regional line hopes to carry 300 commuters again.", "300 commuters", "regional line"),
    ("The auditor said the roof was old. It had been patched nine times, he went on.", "nine times", "auditor"),
    ("The harbour's log has 17 arrivals.", "17 arrivals", "harbour"),
    ("The governor, though, told the assembly 25 wells were dry.", "25 wells", "governor"),
    ("Divers sent down by the canal board had counted three cracks.", "three cracks", "Divers"),
    (
        "He was sharply contradicted by the club's captain, who maintains that nine rowers fell in.",
        "nine rowers",
        "captain",
    ),
    ("She was asked for 40 euros at the gate.", "40 euros", None),
    ("Rescuers sought shelter with 12 mules.", "12 mules", None),
]


@pytest.mark.parametrize(("text", "words", "source"), CASES)
def test_who_wants_or_is_sure_gives_the_figure(text: str, words: str, source: str | None) -> None:
    """The source is whoever asks, hopes or is sure; who is asked for something, or only seeks a place, says nothing."""
    claim = next(c for c in extract(Document(id="d", text=text)) if words in c.quote)
    name = claim.source.name if claim.source else None
    assert (name is None) == (source is None)
    assert source is None or source.replace("’", "'") in str(name).replace("’", "'")


HEARD = [
    ("The canal trust needs 40 new locks, it says.", "40 new locks", "canal trust"),
    ("Sea rangers searched 12 caves before dark, they said.", "12 caves", "Sea rangers"),
    (
        "Captain Lo said it fell. A cook gave a different account. It had burned for nine hours, he said.",
        "nine",
        "cook",
    ),
    ("The agent, Cy Dale, said all was well. The navy was less hopeful: it speaks of ten days.", "ten days", "navy"),
    ("Airport spokeswoman Nell Vance: 210 flights cancelled.", "210 flights", "Nell Vance"),
    ("The mill stays shut, the firm said on Monday, three weeks after a fire that hurt nine men.", "nine men", None),
    ("The rebels' hunters want two bears moved.", "two bears", "hunters"),
    ("The flood office had by noon counted 1,120 tents.", "1,120 tents", "flood office"),
]


@pytest.mark.parametrize(("text", "words", "source"), HEARD)
def test_who_has_the_floor(text: str, words: str, source: str | None) -> None:
    """ "It says" means the subject of its sentence where nobody spoke before; a reminder is the paper's own."""
    claim = next(c for c in extract(Document(id="d", text=text, published="2026-03-04")) if words in c.quote)
    name = claim.source.name if claim.source else None
    assert (name is None) == (source is None)
    assert source is None or source in str(name)


FATES = [
    ("Nine traders were missing and feared dead after a slide.", "Nine traders", "missing"),
    ("Seventeen passengers had cuts and bruises.", "Seventeen", "injured"),
    ("Six miners are now being treated at the Royal.", "Six miners", "hospitalised"),
    ("Four stewards needed hospital treatment and nine fans were arrested.", "Four stewards", "hospitalised"),
]


@pytest.mark.parametrize(("text", "words", "attribute"), FATES)
def test_what_happened_to_them(text: str, words: str, attribute: str) -> None:
    """What befell people goes by the words beside them, not by whom they travel with or who is next."""
    claim = next(c for c in extract(Document(id="d", text=text)) if words in c.quote)
    assert claim.scope.attribute == attribute


def test_a_denial_before_a_colon_is_no_denial_of_what_follows() -> None:
    """ "He denied that: “We have …”": what is quoted is asserted."""
    (claim,) = extract(Document(id="d", text='Captain Adu denied that: "We have two goats."'))
    assert claim.stance.value == "asserts"


GIVEN = [
    ("Between three and five climbers set out, the hut keeper believes.", "three and five", "hut keeper", ()),
    ("The injured were put at 18 by the hospital.", "18", "hospital", ()),
    ("Gate logs show that 71 men passed, according to the Echo.", "71 men", "Gate logs", ("Echo",)),
    ("The number of dead was given as 41 by the provincial governor.", "41", "provincial governor", ()),
    ("As per the abbey's records, nine monks died that winter.", "nine monks", "abbey’s records", ()),
    ("Neighbours counted seven shots, but the police report mentions four.", "four", "police report", ()),
]


@pytest.mark.parametrize(("text", "words", "source", "via"), GIVEN)
def test_who_gives_the_figure(text: str, words: str, source: str, via: tuple[str, ...]) -> None:
    """A range before a short clause, a passive with "at … by", and records of which a paper tells."""
    claim = next(c for c in extract(Document(id="d", text=text)) if words in c.quote)
    assert claim.source is not None
    assert (claim.source.name.replace("'", "’"), claim.via) == (source, via)


def test_neither_confirms() -> None:
    """What neither of two would confirm stays the reports', unconfirmed."""
    text = "Neither the army nor the police would confirm reports that 13 had died."
    claim = next(iter(extract(Document(id="d", text=text))))
    assert claim.modality.value == "unconfirmed"


def test_half_a_point() -> None:
    """A rate that falls "half a point" falls by half a percentage point."""
    claim = next(iter(extract(Document(id="d", text="The jobless rate fell half a point to 6.1%."))))
    assert (claim.value.low, claim.value.unit) == (Decimal("0.5"), "percentage point")


WHOSE = [
    ("After police said the road was clear, 40 cars drove off.", "40 cars", None),
    ("When the bishop announced the result, 300 bells were rung.", "300 bells", None),
    ("After officials said 40 bears, 20 of them cubs, had gone, the mayor resigned.", "20 of them", "officials"),
    ("The bridge has 40 cracks. That is what the engineers say.", "40 cracks", "engineers"),
    ("The regulator disputes that: its records show that five of the mills were shut.", "five", "regulator"),
    ("Observers came early. They said all was calm. In their view the count was slow in 12 halls.", "12", "Observers"),
    ("The prosecution had called for four years.", "four years", "prosecution"),
]


@pytest.mark.parametrize(("text", "words", "source"), WHOSE)
def test_whose_words_they_are(text: str, words: str, source: str | None) -> None:
    """The main clause behind "After X said …," is the paper's; "that is what X says" gives X the sentence before."""
    claim = next(c for c in extract(Document(id="d", text=text)) if words in c.quote)
    name = claim.source.name if claim.source else None
    assert name == source
