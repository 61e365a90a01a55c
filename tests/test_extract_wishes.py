"""Figures that somebody asks for, hopes for or is sure of: theirs, although no verb of saying stands there."""

from __future__ import annotations

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
