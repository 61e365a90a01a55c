"""Numbers that count nothing because they name a thing or stand for a pronoun: "Hydrofoil 2", "a second one"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.counts.attributes import attribute_at
from reconcile.extract.counts.quantities import Mention
from reconcile.extract.words.phrases import AUXILIARIES, plural, verbal
from reconcile.extract.words.tokens import Token
from reconcile.model import Bound


def one_who_says(words: Sequence[Token], mention: Mention) -> bool:
    """ "One blog says 33": a source, and no count of blogs."""
    if mention.first == 0 and mention.head is not None:
        behind = [w.low for w in words[mention.noun[1] : mention.noun[1] + 5]]
        if _OPEN.intersection(behind) and _UNWILLING.intersection(behind):
            return True  # "Two ministers declined to confirm reports of"
    if mention.found.value.low != 1 or words[mention.last - 1].low != "one":
        return False
    near = words[mention.last + 1 : mention.last + 4]
    stop = next((i for i, w in enumerate(near) if not w.word), len(near))
    return any(w.low in _SAYING for w in near[:stop])


_OPEN = frozenset({"confirm", "verify", "comment", "deny"})
_UNWILLING = frozenset("declined refused unable not neither cannot".split())
_SAYING = frozenset("says say said claims claimed tells told puts put writes wrote speaks spoke insists gives".split())


def numbered(words: Sequence[Token], mention: Mention) -> bool:
    """ "Hydrofoil 2, with 58 aboard", "Cable car 11 with nine skiers": a sentence opens with a thing and its number."""
    first, last = mention.first, mention.last
    if not 0 < first < _OPENING or mention.found.value.bound is not Bound.EXACT or not words[first].text.isdigit():
        return False
    if not all(w.word and (w.capital or i) for i, w in enumerate(words[:first])) or plural(words[first - 1].low):
        return False
    if attribute_at(words, first - 1) or any(w.low in AUXILIARIES or verbal(w) for w in words[:first]):
        return False
    behind = [w.low for w in words[last : last + 2]]
    return behind[:1] in (["with"], ["carrying"]) or behind in ([",", "with"], [",", "carrying"], [",", "which"])


_OPENING = 4


def one_of_several(words: Sequence[Token], mention: Mention) -> bool:
    """ "A second one killed five", "the last one": a pronoun."""
    if words[mention.last - 1].low != "one" or mention.last - mention.first > 1 or mention.found.value.low != 1:
        return False
    return mention.first > 0 and words[mention.first - 1].low in _WHICH_ONE


_WHICH_ONE = frozenset(
    """
        first second third fourth fifth sixth last next new old latest previous other earlier later
        similar different same big bigger small smaller larger deadly worst best
    """.split()
)
