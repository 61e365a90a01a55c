"""What somebody put out, behind the name of a source: "figures released on Thursday", "a count by the union"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.voices.cues import MESSAGES
from reconcile.extract.words.phrases import PREPOSITIONS
from reconcile.extract.words.tokens import Token

_RELEASED = frozenset("released published issued obtained seen posted carried speaking cited quoted made".split())


def put_out(words: Sequence[Token], here: int, floor: int) -> bool:
    """Whether "by" names the author of figures or a statement: "a count by the union", "a roll call made by"."""
    return any(w.low in MESSAGES for w in words[max(floor, here - 2) : here])


def without_release(core: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words of a name without "released on Thursday" and the like at its end."""
    for index in range(1, len(core)):
        low = core[index].low
        if index + 2 < len(core) and core[index + 1].low == "by" and put_out(core, index + 1, 0):
            continue
        if low.endswith("ed") and len(low) > 4 and index + 1 < len(core) and core[index + 1].low in PREPOSITIONS:
            return core[:index]
        if low in _RELEASED:
            return core[:index]
    return core
