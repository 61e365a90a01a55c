"""What the text around makes of a count: what was told before of those whom it counts again, or in part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.extract.counts.antecedents import Counted, Place
from reconcile.extract.counts.attributes import attribute_at
from reconcile.extract.counts.freenames import SORT_OF
from reconcile.extract.counts.predicates import Predicate
from reconcile.extract.words.phrases import AUXILIARIES, BE
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import human, passive

_RECENT = 8
"""Counts before one that tell what its text is about."""
_SUSPECTED = frozenset(
    "men suspects suspect gunmen attackers assailants robbers raiders fugitives convicts boys inmates".split()
)
_FORCES = frozenset("policemen police officers soldiers troops gendarmes stewards guards".split())
_KEPT = frozenset({"arrested", "hostages", "escaped"})


def in_its_text(
    found: str | None, place: Place, told: Mapping[int, Counted], shown: Predicate | None, head: str | None
) -> str | None:
    """What the counts before make of an attribute: those freed from where they were trapped are rescued."""
    recent = {told[n].attribute for n in range(max(0, place.number - _RECENT), place.number) if n in told}
    kept = recent & _KEPT
    if found == "released" and not kept and recent & {"trapped", "missing", "rescued"}:
        return "rescued"
    if found == "sent home" and "arrested" in recent:
        return "released"
    if found == "sought" and not kept and head not in _SUSPECTED and recent & {"missing", "rescued", "deaths"}:
        return "missing"
    if "hostages" in recent and found in {None, "displaced", "hostages"} and _ran(shown):
        return "escaped"
    if found == "attendance" and (SORT_OF.get(head or "") == "personnel" or head in _FORCES):
        return "personnel"  # "1,150 monitors watched the vote", "400 policemen took part"
    if found is None and "jobs" in recent and shown is not None and human(head) is not False:
        return "jobs" if shown.words[-1] in {"go", "cut"} else None
    return found


def _ran(shown: Predicate | None) -> bool:
    """ "Managed to flee", "got away", "slipped away"."""
    if shown is None or shown.before:
        return False
    return bool({"flee", "fled", "managed"} & set(shown.words)) or shown.words[:2] in {
        ("got", "away"),
        ("slipped", "away"),
    }


def of_those(words: Sequence[Token], last: int) -> str | None:
    """What happened to those of whom they are a part, from behind the number: "some 40 of those arrested".

    What is said of the part itself goes before it: "nine of those rescued are in hospital".
    """
    for here in range(last, min(last + 3, len(words) - 1)):
        if words[here].low == "those" and passive(words[here + 1]):
            return _said_of_part(words, here + 2) or attribute_at(words, here + 1)
    return None


def _said_of_part(words: Sequence[Token], start: int) -> str | None:
    if start + 1 >= len(words) or words[start].low not in BE:
        return None
    while start + 1 < len(words) and (words[start].low in AUXILIARIES or words[start].low in {"still", "now"}):
        start += 1
    return attribute_at(words, start)


def of_their_number(words: Sequence[Token], first: int) -> str | None:
    """ "Those treated at the roadside are not counted; crews put their number at 40": what those before suffered."""
    near = {w.low for w in words[max(0, first - _NUMBER) : first]}
    if not near >= {"their", "number"}:
        return None
    for here in range(first - 2, max(-1, first - _CLAUSES), -1):
        if words[here].low == "those" and passive(words[here + 1]):
            return "injured" if words[here + 1].low == "treated" else attribute_at(words, here + 1)
    return None


_NUMBER = 6
"""Words from "their number" to the figure."""
_CLAUSES = 40
"""Words before it in which those stand whose number it is."""
