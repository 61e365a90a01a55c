"""What only looks like a report, and what is one though it looks like a deed: tables, stores, findings of a court."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.names.naming import Naming
from reconcile.extract.voices.cue import Bounds
from reconcile.extract.voices.cues import SPEAKERS, VERBS, Force
from reconcile.extract.words.phrases import plural, verbal
from reconcile.extract.words.tokens import Token

_HOLDS = frozenset("count counts counted list lists listed record records recorded estimate".split())
_HOLDINGS = frozenset(
    """
        fleet fleets collection collections herd herds flock flocks library stock portfolio holdings inventory
        catalogue catalog repertoire menu network estate empire shelves
    """.split()
)
"""What holds things and tells nothing: "the airline's fleet counts 45 planes"."""
_LINE = 6
"""Words behind the colon of a line of a table."""
_SHOWN = frozenset("proved proven established likely probable possible clear plausible unlikely".split())


def holds(naming: Naming, verb: str) -> bool:
    """Whether a store has what it is said to count."""
    return verb in _HOLDS and naming.words[-1].low in _HOLDINGS


def tabled(words: Sequence[Token], index: int, bounds: Bounds) -> bool:
    """Whether a mere figure stands behind a colon: "Guests admitted: 203" is a line of a table."""
    behind = words[index + 2 : bounds.stop]
    if not behind or words[index + 1].text != ":":
        return False
    if VERBS[words[index].low] is Force.FINDS:
        return True  # "Stations counted: about 90"
    if not behind[0].text[0].isdigit():
        return False
    return len(behind) <= _LINE and not any(verbal(w) for w in behind)


def proved(words: Sequence[Token], index: int) -> bool:
    """ "Found it established beyond doubt that": what a court says of a fact."""
    lows = [w.low for w in words[index + 1 : index + 8]]
    return lows[:1] == ["it"] and bool(lows[1:2]) and lows[1] in _SHOWN and "that" in lows[2:]


_GOES_ON = frozenset("continue continues continued".split())
_WENT = frozenset("go goes went going".split())
_ASKED = frozenset("asked asks wants wanted requested".split())
_KEEPS = frozenset("keep keeps kept".split())


def raised(words: Sequence[Token], index: int) -> int:
    """The verb that has the subject of a reporting verb: "continues to deny", "went on to say", "keeps insisting"."""
    before = [w.low for w in words[max(0, index - 3) : index]]
    if before[-1:] == ["to"] and before[-2:-1] and before[-2] in _GOES_ON:
        return index - 2
    if before[1:] == ["on", "to"] and before[0] in _WENT:
        return index - 3
    if before[1:] in (["us", "to"], ["me", "to"]) and before[0] in _ASKED:
        return index - 3  # "has asked us to point out"
    return index - 1 if words[index].low.endswith("ing") and before[-1:] and before[-1] in _KEEPS else index


def belongs(words: Sequence[Token], index: int) -> bool:
    """Whether a plural before a verb only tells whose speaker it is: "a lawyer for the fans puts", "head of sales"."""
    for here in range(index - 2, max(0, index - 5), -1):
        if words[here].low in {"for", "of", "at", "from"}:
            return words[here - 1].low in SPEAKERS and not plural(words[here - 1].low)
    return False
