"""What stands beside a name between marks: an apposition that tells who it is, or something else."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.voices.cues import (
    AMBIGUOUS,
    ROLES,
    SPEAKERS,
    VERBS,
)
from reconcile.extract.words.phrases import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    closes,
    plural,
)
from reconcile.extract.words.tokens import Token

_NUMBERS = NUMERALS | {"dozens", "scores", "hundreds", "thousands"}
"""Words that begin a count: "according to the divers, five bodies remained"."""


_RELATIVES_OR_SUBORDINATORS = RELATIVES | SUBORDINATORS


def gloss_of(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """An apposition, or nothing where the words between the commas are something else."""
    relative = next((i for i, w in enumerate(words) if i > 1 and w.low in {"who", "which", "whose"}), len(words))
    words = words[:relative]  # "a vet at the zoo who was there"
    if not words or words[0].low in _RELATIVES_OR_SUBORDINATORS or words[0].low.endswith("ing") or len(words) > 14:
        return ()
    if (
        (words[0].low in PREPOSITIONS and not words[0].capital)
        or words[0].text[0].isdigit()
        or words[0].low.split("-")[0] in _NUMBERS
        or any(_predicates(words, i) for i in range(len(words)))
    ):
        return ()
    return words


_MET = frozenset("met interviewed reached saw contacted asked quoted".split())


def without_meeting(words: Sequence[Token], stop: int, floor: int) -> int:
    """Without "I met", "we spoke to" behind a name: "A nurse I spoke to said"."""
    lows = [w.low for w in words[max(floor, stop - 3) : stop]]
    if len(lows) == 3 and lows[0] in {"i", "we"} and lows[1] in {"spoke", "talked"} and lows[2] in {"to", "with"}:
        return stop - 3 if stop - 3 > floor else stop
    return stop - 2 if lows[-2:-1] in (["i"], ["we"]) and lows[-1] in _MET and stop - 2 > floor else stop


def seen_it(words: Sequence[Token], stop: int, floor: int) -> bool:
    """Whether "it" is the object of a relative clause: "four people who have seen it said"."""
    near = words[max(floor, stop - 6) : stop - 1]
    if words[stop - 1].low != "it" or len(near) < 3 or near[-1].low not in _HANDLED:
        return False
    return any(w.low == "who" for w in near)


_HANDLED = frozenset("seen read saw heard reviewed signed wrote written drafted attended compiled".split())


def aside(words: tuple[Token, ...]) -> bool:
    """A relative clause, a participle, an age or a place between a name and its verb."""
    low = words[0].low if words else ""
    if low in PREPOSITIONS and any(w.low in AUXILIARIES and w.text != "May" for w in words):
        return False  # a clause: "Up in the hills, as many as 400 may be hungry"
    if low in RELATIVES or low in PREPOSITIONS or low in ADVERBS or low in _INTERJECTED:
        return True
    return bool(low) and (low.endswith(("ing", "ed")) or low[0].isdigit())


_INTERJECTED = frozenset({"though", "too"})
_NOUNS = frozenset(
    "lead march run work return cut strike use hold walk stay drive support fall rise vote stand".split()
)
"""Verbs that an apposition may end in as nouns."""


def _predicates(words: Sequence[Token], index: int) -> bool:
    """Whether a word makes a clause of what looked like an apposition ("based in" does not)."""
    low = words[index].low
    last = index == len(words) - 1 and index > 0 and low in _NOUNS  # "clinical lead": a clause would go on
    if low in AUXILIARIES or (low in COMMON_VERBS and not last) or (low in VERBS and low not in AMBIGUOUS):
        return True
    follower = words[index + 1].low if index + 1 < len(words) else ""
    if index and words[index - 1].low in DETERMINERS and follower:
        return False  # "a detained teacher"
    return low.endswith("ed") and len(low) > 4 and index > 0 and follower not in PREPOSITIONS


_NAMED = 5
"""Words of the longest name in apposition."""


_SPEAKERS_OR_ROLES = SPEAKERS | ROLES


def gloss_after(words: Sequence[Token], end: int, stop: int) -> tuple[tuple[Token, ...], int]:
    """An apposition behind a name: ", a medic" up to the next mark."""
    if end >= stop or words[end].text != ",":
        return (), end
    close = end + 1
    while close < stop and (not closes(words[close]) or words[close].text in "()"):
        close += 1
    gloss = tuple(w for w in words[end + 1 : close] if w.text not in "()" and w.low != "ret.")
    gloss = gloss[: next((i for i, w in enumerate(gloss) if i > 1 and w.low in {"who", "which", "that"}), len(gloss))]
    bounded = close >= stop or words[close].text in ",.;"
    described = (
        len(gloss) <= 8
        and gloss[:1]
        and gloss[0].low in {"a", "an", "the", "another"}
        and end - 2 >= 0
        and words[end - 1].capital
        and words[end - 2].capital
    )
    named = all(t.capital for t in gloss) and 2 <= len(gloss) <= 5 and not words[end - 1].capital
    office = end > 2 and words[end - 2].low in {"of", "for"} and words[end - 3].low in _SPEAKERS_OR_ROLES
    named = named or (office and all(t.capital for t in gloss) and 2 <= len(gloss) <= _NAMED)
    named = named or (len(gloss) == 1 and gloss[0].capital and words[end - 1].low in SPEAKERS and close < stop)
    of_several = any(words[i].low == "one" and words[i + 1].low == "of" for i in range(max(0, end - 5), end - 1))
    named = named and (of_several or not plural(words[end - 1].low))
    if not gloss or not bounded or not gloss_of(gloss) or not (named or described or _apposes(gloss)):
        return (), end
    return gloss, close


def _apposes(gloss: tuple[Token, ...]) -> bool:
    lows = [t.low for t in gloss]
    return (lows[0] in {"a", "an", "the", "another", "one"} or lows[0] in SPEAKERS or not gloss[0].capital) and any(
        low in SPEAKERS for low in lows
    )
