"""Figures on a scale and figures of what there is room for: magnitudes, ratings, scores; seats, beds, licences."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.counts.nouns import CONTINUING, noun_before, phrase
from reconcile.extract.counts.quantities import Mention, is_count
from reconcile.extract.words.phrases import AUXILIARIES
from reconcile.extract.words.tokens import Token
from reconcile.model import Bound

_QUAKES = frozenset("earthquake quake tremor aftershock shock foreshock temblor".split())
_GRADES = frozenset("rating score magnitude grade mark ranking".split())
_ROOM = {
    ("licensed", "for"),
    ("licensed", "to", "carry"),
    ("certified", "for"),
    ("certified", "to", "carry"),
    ("built", "for"),
    ("built", "to", "hold"),
    ("designed", "for"),
    ("designed", "to", "hold"),
    ("meant", "for"),
    ("equipped", "for"),
    ("approved", "for"),
    ("allowed", "to", "carry"),
    ("licence", "was", "for"),
    ("licence", "is", "for"),
    ("license", "was", "for"),
    ("licence", "for"),
    ("room", "for"),
    ("space", "for"),
    ("beds", "for"),
    ("seats", "for"),
    ("capacity", "of"),
    ("capacity", "for"),
    ("seats",),
    ("seated",),
    ("seating",),
    ("accommodates",),
}
"""What stands before the number of those for whom there is room."""


def scale_of(words: Sequence[Token], mention: Mention) -> tuple[str, str | None] | None:
    """The attribute and the description of a figure on a scale or of a capacity; None for any other count."""
    if not is_count(mention) or mention.found.value.bound is Bound.NONE:
        return None
    return _magnitude(words, mention) or _grade(words, mention) or _capacity(words, mention)


def is_capacity(words: Sequence[Token], mention: Mention) -> bool:
    """Whether a count is of those for whom there is room: a limit, not how many there were."""
    return is_count(mention) and _capacity(words, mention) is not None


def _magnitude(words: Sequence[Token], mention: Mention) -> tuple[str, str | None] | None:
    """ "magnitude 6.1", "a 5.4-magnitude tremor", "measured 6.3 on the Richter scale"."""
    before = [w.low for w in words[max(0, mention.first - 3) : mention.first]]
    after = [w.low for w in words[mention.last : mention.last + 5]]
    inside = words[mention.last - 1].low.endswith("-magnitude")
    if not (inside or "magnitude" in before or "magnitude" in after[:1] or "richter" in after):
        return None
    near = words[max(0, mention.first - 8) : mention.last + 4]
    quake = next((w.low for w in near if w.low in _QUAKES), None)
    return "magnitude", f"magnitude of the {quake}" if quake else "magnitude"


def _grade(words: Sequence[Token], mention: Mention) -> tuple[str, str | None] | None:
    """ "a comfort rating of 3", "stage 2 on a four-step scale"."""
    first = mention.first
    if mention.noun[1] > mention.noun[0] or first < 2:
        return None
    after = [w.low for w in words[mention.last : mention.last + 5]]
    if words[first - 1].low == "level" and "scale" in after:
        return "level", "level"
    if words[first - 1].low != "of" or words[first - 2].low not in _GRADES:
        return None
    found = noun_before(words, first - 1, outermost=False)
    thing = phrase(words, *found) if found else None
    return words[first - 2].low, thing


def _capacity(words: Sequence[Token], mention: Mention) -> tuple[str, str | None] | None:
    """ "licensed for 64 guests", "built for 350", "The hall seats 400"."""
    lows = tuple(w.low for w in words[max(0, mention.first - 3) : mention.first])
    lead = next((len(lows[-n:]) for n in (3, 2, 1) if lows[-n:] in _ROOM), 0)
    if not lead:
        return None
    start = mention.first - lead
    while start > 0 and (words[start - 1].low in AUXILIARIES or words[start - 1].low in {"only", "has", "had"}):
        start -= 1
    found = noun_before(words, start)
    thing = phrase(words, *found) if found and words[found[1] - 1].low not in CONTINUING else None
    return "capacity", f"capacity of the {thing}" if thing else "capacity"
