"""What is said of those who are counted: the verb group, state or place behind the noun, or the verb before the number.

"Three demonstrators were shot dead", "killing at least six guests", "13 are at large", "two dogs, still missing".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.extract.voices.cues import VERBS
from reconcile.extract.words.phrases import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COMMON_VERBS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    closes,
)
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import DEEDS, PARTICLES, STATES, participle, passive

_FAR = 9
"""Words between a counted noun and its verb: "five tenants of a burnt hostel had died"."""
_COMPLEMENT = 4
_LESS = frozenset("known reported said believed feared thought confirmed to".split())
_STANDS = frozenset("in at on under without inside still among behind with".split())
_DONE = frozenset(
    "found finding dismissed dismissing dismisses charged charging charges identified named admitted admits".split()
)
"""Verbs of telling that are deeds where a number follows: "found 12 bodies"."""
_SKIPPED_BACK = DETERMINERS | frozenset("some about only just nearly around least most at by for".split())
_SEARCHED = frozenset("searching search searched looking look hunting".split())
_LEVELS = frozenset(
    """
        rose risen rise rises rising climbed climbing climb fell fallen falling fall falls stands stood stand remains
        remained put puts putting raised raising raises lowered revised revising reached reaches reaching totalled
        totaled numbered number brought bring bringing brings gave given gives giving give counted counting count
        counts spoke spoken speaks gone went jumped grew grown dropped was were became come came comes
        set sets appeared
    """.split()
)
"""Verbs that tell the level of a count and not what happened to those counted."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """The words `start:stop` say what happened; `active` where those who are counted did something to another.

    `words` are its telling words in lower case, the verb of a passive or object as a participle.
    """

    words: tuple[str, ...]
    start: int
    stop: int
    before: bool = False
    active: bool = False


def predicate_of(words: Sequence[Token], first: int, end: int, stops: Sequence[int]) -> Predicate | None:
    """The predicate of a count that begins at `first` and whose noun ends at `end`.

    `stops` are the places where the later numbers of its sentence begin.
    """
    limit = min([*stops, len(words)])
    after = behind(words, end, limit)
    front = _before(words, first)
    if after is not None and (front is None or _bound(words, after, end)):
        return after
    return front or after


def _bound(words: Sequence[Token], after: Predicate, end: int) -> bool:
    """Whether a predicate stands close enough behind the noun to be preferred to the verb before the number."""
    return after.start - end <= 1 and (words[end].low in AUXILIARIES or words[end].low in STATES)


_OPENING = {",": ",", "(": ")", "–": "–", "—": "—", "-": "-"}
LONGEST_ASIDE = 24


def past_aside(words: Sequence[Token], start: int) -> int | None:
    """Where the verb stands behind an aside that opens at `start`: "30 people, including two brothers, were hurt".

    None where no mark opens one, none closes it, or the word behind it is no verb.
    """
    mark = words[start].text if start < len(words) else ""
    if mark not in _OPENING:
        return None
    for here in range(start + 2, min(start + LONGEST_ASIDE, len(words) - 1)):
        if words[here].text in ".;:":
            return None
        if words[here].text == _OPENING[mark]:
            after = here + 1
            while after + 1 < len(words) and words[after].low in ADVERBS:
                after += 1
            if words[after].low in AUXILIARIES:
                return after
            if not words[here + 1].word or words[after].low in VERBS or words[after - 1].low in SUBORDINATORS:
                continue
            if passive(words[after]) or words[after].low in COMMON_VERBS or _adverb(words, after):
                return after
    return None


def past_relative(words: Sequence[Token], start: int) -> int | None:
    """Where the verb of the main clause stands behind a relative clause or participle that opens at `start`.

    "None of the nine guards seized by the gang has been freed", "None of those who fell ill has died".
    """
    if start >= len(words) or not (words[start].low in RELATIVES or passive(words[start])):
        return None
    told = passive(words[start]) and words[start].low not in RELATIVES
    for here in range(start + 1, min(start + LONGEST_ASIDE, len(words))):
        token = words[here]
        if closes(token) and token.text != ",":
            return None
        if token.low in AUXILIARIES and told and words[here - 1].low not in AUXILIARIES | RELATIVES | SUBORDINATORS:
            return here
        if told and token.low in SUFFERED and words[here - 1].low not in AUXILIARIES | RELATIVES | SUBORDINATORS:
            return here
        told = told or passive(token) or token.low in COMMON_VERBS or token.low in AUXILIARIES
    return None


SUFFERED = frozenset("died drowned survived escaped fled perished returned surrendered resigned vanished".split())
"""Verbs that tell the fate of their subject without an auxiliary."""


def behind(words: Sequence[Token], start: int, limit: int) -> Predicate | None:
    """The predicate that follows a noun that ends at `start`, before `limit`."""
    here = start
    while here < limit and here - start <= _FAR:
        token = words[here]
        if token.low in {"who", "which", "that"} or (token.text == "," and _relative(words, here)):
            here += 1
        elif closes(token) or token.low in SUBORDINATORS or token.low in {"and", "or", "but"}:
            return None
        elif token.low in AUXILIARIES:
            return _group(words, here, limit)
        elif here == start and token.low in DEEDS:
            return Predicate((token.low,), here, here + 1)
        elif (passive(token) or token.low in COMMON_VERBS) and words[here - 1].low not in PREPOSITIONS:
            return _bare_verb(words, here, limit)
        elif here == start and token.low in STATES:
            return _taken(words, here, limit, [token.low])
        elif here == start and token.low in _STANDS and token.low != "on":
            placed = _placed(words, here, limit)
            if placed is not None and _no_verb_follows(words, placed.stop, limit):
                return placed
            here += 1
        else:
            here += 1
    return None


def _relative(words: Sequence[Token], comma: int) -> bool:
    return comma + 1 < len(words) and words[comma + 1].low in RELATIVES


def _no_verb_follows(words: Sequence[Token], start: int, limit: int) -> bool:
    for token in words[start : min(limit, start + _FAR)]:
        if closes(token) or token.low in SUBORDINATORS or token.low == "and":
            return True
        if token.low in AUXILIARIES or passive(token):
            return False
    return True


def _group(words: Sequence[Token], start: int, limit: int) -> Predicate | None:
    """Auxiliaries, then a participle, a state or a place: "were shot dead", "are still in hospital"."""
    here = start
    kept: list[str] = []
    be = False
    while here < limit and (
        words[here].low in AUXILIARIES
        or words[here].low in ADVERBS
        or _adverb(words, here)
        or words[here].text in "“‘\"'"
        or words[here].low in _LESS
    ):
        be = be or words[here].low in BE
        if words[here].low in {"not", "never", "still", "overnight"}:
            kept.append(words[here].low)
        here += 1
    if here >= limit:
        return None
    token = words[here]
    free = token.low == "set" and [w.low for w in words[here + 1 : here + 2]] == ["free"]
    if free or passive(token) or token.low in COMMON_VERBS or token.low.endswith(("ing", "en")):
        found = _taken(words, here, limit, [*kept, token.low])
        active = not be and not _ends_here(words, here + 1, limit)
        told = (*found.words, *_object(words, found.stop, limit)) if active else found.words
        return Predicate(told, start, found.stop, active=active)
    if token.low in STATES:
        return Predicate((*kept, token.low), start, here + 1)
    if be and token.low in _STANDS:
        placed = _placed(words, here, limit)
        return placed and Predicate((*kept, *placed.words), start, placed.stop)
    return None


def _adverb(words: Sequence[Token], here: int) -> bool:
    return words[here].low.endswith("ly") and len(words[here].low) > 4


def _bare_verb(words: Sequence[Token], here: int, limit: int) -> Predicate | None:
    """A verb without auxiliary: "five servicemen killed", "30 inmates escaped", "900 villagers fled"."""
    if words[here].low in VERBS and not passive(words[here]):
        return None
    found = _taken(words, here, limit, [words[here].low])
    active = not _ends_here(words, here + 1, limit)
    told = (*found.words, *_object(words, found.stop, limit)) if active else found.words
    return Predicate(told, here, found.stop, active=active)


def _object(words: Sequence[Token], start: int, limit: int) -> list[str]:
    """The object of a verb, up to three words: "power" in "lost power"."""
    kept: list[str] = []
    for token in words[start : min(limit, start + 4)]:
        if closes(token) or token.low in PREPOSITIONS or token.low in SUBORDINATORS or token.low == "and":
            break
        if token.low not in DETERMINERS and token.low not in ADVERBS:
            kept.append(token.text)
    return kept[:3]


def _ends_here(words: Sequence[Token], index: int, limit: int) -> bool:
    """Whether no object follows a verb: a mark, a preposition, an adverb, a day or nothing does."""
    if index >= limit:
        return True
    token = words[index]
    return (
        closes(token)
        or token.low in PREPOSITIONS
        or token.low in ADVERBS
        or token.low in TIME_WORDS
        or token.low in SUBORDINATORS
        or token.low in PARTICLES
        or token.low in {"and", "or"}
        or _adverb(words, index)
    )


def _taken(words: Sequence[Token], here: int, limit: int, kept: list[str]) -> Predicate:
    """A verb with its particle, and the place or object that stands right behind it."""
    stop = here + 1
    while stop < limit and words[stop].low in PARTICLES and not _opens_noun(words, stop, limit):
        kept.append(words[stop].low)
        stop += 1
    return Predicate(tuple(kept), here, stop)


def _opens_noun(words: Sequence[Token], index: int, limit: int) -> bool:
    """Whether "in" or "on" opens a phrase of its own: "killed in the raid", but "kept in overnight"."""
    if words[index].low not in {"in", "on", "over", "up", "off", "out", "down"} or index + 1 >= limit:
        return False
    following = words[index + 1]
    if words[index].low in {"off", "out", "up", "down", "over"}:
        return following.text[0].isdigit()
    return following.word and following.low not in ADVERBS and following.low not in PREPOSITIONS


def _placed(words: Sequence[Token], here: int, limit: int) -> Predicate | None:
    """A place or state given by a preposition: "in hospital", "at large", "without power", "on ventilators"."""
    stop = here + 1
    kept = [words[here].low]
    while stop < limit and stop - here <= _COMPLEMENT:
        token = words[stop]
        if closes(token) or token.low in AUXILIARIES or token.low in SUBORDINATORS or token.low in TIME_WORDS:
            break
        if (token.low in PREPOSITIONS and stop > here + 1) or token.low == "and" or token.text[0].isdigit():
            break
        if token.capital:
            return None  # a place is no state
        if token.low not in DETERMINERS:
            kept.append(token.low)
        stop += 1
    return Predicate(tuple(kept), here, stop) if len(kept) > 1 else None


def _before(words: Sequence[Token], first: int) -> Predicate | None:
    """The verb of which the number is the object: "arrested 12 people", "looking for another 31"."""
    if first and words[first - 1].low == "over":
        return None  # "charged over 31 deaths"
    here = first - 1
    while here >= 0 and first - here <= 4 and words[here].low in _SKIPPED_BACK:
        here -= 1
    if here < 0 or first - here > 4 or words[here].low in AUXILIARIES:
        return None
    if any(words[i].low in {"for", "at"} for i in range(here + 1, first)) and words[here].low not in _SEARCHED:
        return None
    says = words[here].low in VERBS and words[here].low not in _DONE and not words[here].low.endswith("held")
    if words[here].low in _LEVELS or says:
        return None
    if words[here].low in PARTICLES and here and participle(words[here - 1].low):
        done = participle(words[here - 1].low)
        return Predicate((done or "", words[here].low), here - 1, here + 1, before=True)
    done = participle(words[here].low)
    if done is None or words[here].low in PREPOSITIONS | {"including", "included", "includes"}:
        return None
    if words[here].low in _SEARCHED and any(words[i].low == "for" for i in range(here + 1, first)):
        done = "sought"
    by = any(words[i].low == "by" for i in range(here + 1, first))
    return Predicate((done,), here, here + 1, before=True, active=by)
