"""The words of a cause: where they end, whether they are denied or supposed, and whether they name people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.extract.names.naming import subject_before
from reconcile.extract.names.speakers import BODY_WORDS
from reconcile.extract.statements.causekinds import cause_kind
from reconcile.extract.statements.statement import Statement
from reconcile.extract.words.phrases import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    closes,
    plural,
    verbal,
)
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import EVENTS, human
from reconcile.model import Modality

HAPPENINGS = EVENTS | frozenset(
    """
        blaze inferno blackout stampede crush derailment disaster tragedy deaths death shutdown outbreak illness
        sickness poisoning contamination spill rupture burst bursting breakdown failure sinking capsizing subsidence
        damage break-in burglary killing killings murder murders shootings attacks bombings strikes raids explosions
        blasts fires crashes unrest violence power-cut cut delays accident accidents incident incidents
        cuts closure closures layoffs losses bankruptcy insolvency shortage shortages epidemic pandemic disease cholera
        typhoid wildfire wildfires flood floods flooding landslide avalanche riot riots power-outage
    """.split()
)
"""Nouns for what has a cause."""
_SUPPOSED = frozenset(
    """
        may might could possibly perhaps probably likely believed thought suspected suspect suspects apparently
        reportedly presumably probable possible suspected seems appears believe believes think thinks
    """.split()
)
SIGNS = frozenset("evidence sign signs indication indications suggestion proof hint".split())
NOT = frozenset("not never nor neither no".split())
_UNREAL = frozenset("if unless whether would should will shall what".split())
UNKNOWN = frozenset(
    """
        unknown unclear undetermined undisclosed not still being under yet that what how to known investigated
        uncertain unexplained never mystery established determined immediately
    """.split()
)
_INSIDE = frozenset("of in with at from to between on".split())
"""Prepositions that may stand inside the words for a cause."""


@dataclass(frozen=True, slots=True)
class Named:
    """A cause in a sentence: word indices of its words, of the cue, and of the words for what it caused.

    `sure` tells that the clause can only name a cause, so that its words need be of no known kind;
    `thing` that they name no people who did it.
    """

    first: int
    stop: int
    cue: int
    last: int
    event: str | None = None
    denied: bool = False
    possible: bool = False
    speaker: tuple[Token, ...] = ()
    sure: bool = False
    thing: bool = False


def manner_of(words: Sequence[Token], index: int) -> tuple[bool, bool] | None:
    """Whether the clause that ends in a word denies or supposes; None where it is unreal."""
    denied = possible = False
    here = index - 1
    while here >= 0 and not (closes(words[here]) and words[here].text not in ",-"):
        low = words[here].low
        if low in _UNREAL:
            return None
        if low in {"that", "of"} and here > 1 and words[here - 1].low in SIGNS:
            denied = denied or words[here - 2].low in {"no", "any", "little"}
        chained = low in AUXILIARIES | ADVERBS or low.endswith("ly")
        denied = denied or (low in NOT and index - here <= 4) or (low.endswith("n't") and index - here <= 4)
        possible = possible or (low in _SUPPOSED and words[here].text != "May" and (chained or index - here <= 6))
        here -= 1
    return denied, possible


def stated_cause(named: Named, sentence: Sentence) -> Statement | None:
    words = sentence.words
    first, stop = _trimmed(words, named.first, named.stop)
    if stop <= first:
        return None
    text = words_of(words, first, stop)
    by_people = not named.thing and is_actor(words[first:stop])
    if not by_people and cause_kind(text) is None and not (named.sure and _thing(words[first:stop])):
        return None
    event = named.event if named.event not in (None, "it") else None
    attribute = "responsibility" if by_people else "cause"
    begin, end = min(named.first, named.cue), max(named.stop - 1, named.last)
    return Statement(
        sentence,
        words[begin].start,
        words[end].end,
        words[first].start,
        attribute,
        text,
        f"{attribute if attribute == 'cause' else 'responsibility'} {_of(attribute)} the {event}"
        if event
        else attribute,
        None,
        named.denied,
        Modality.POSSIBLE if named.possible and not named.denied else Modality.STATED,
        actor=named.speaker,
    )


_NO_THINGS = UNKNOWN | frozenset(
    "it this that these those they he she we you there who which what nobody nothing someone something anything".split()
)


def _thing(words: Sequence[Token]) -> bool:
    """Whether some words of no known kind name a thing: "a fallen line"; not "it", nor another happening."""
    lows = {word.low for word in words if word.word}
    return bool(lows) and len(lows) <= _LONGEST and not lows & (_NO_THINGS | HAPPENINGS)


_LONGEST = 12
"""Words of one cause."""


def _of(attribute: str) -> str:
    return "of" if attribute == "cause" else "for"


def is_actor(words: Sequence[Token]) -> bool:
    """Whether some words name people or a body that can have done it: "the rebels", "the Red Front"."""
    core = [word for word in words if word.word and word.low not in DETERMINERS]
    head = core[: next((i for i, word in enumerate(core) if word.low in PREPOSITIONS and i), len(core))]
    if head and head[-1].low in _GROUPS:
        return True
    if not head or head[-1].low == "others" or cause_kind(" ".join(word.text for word in head)):
        return False
    last = head[-1].low
    if last in BODY_WORDS or last in _GROUPS or human(last) is True:
        return True
    if last in HAPPENINGS or last in TIME_WORDS:
        return False
    inner = any((human(word.low) is True and plural(word.low)) or word.low in _GROUPS for word in core)
    return inner or (head[-1].capital and head[-1].text[1:].islower() and len(head[-1].text) > 2)


def is_group(words: Sequence[Token]) -> bool:
    """Whether some words name a group or a body that may be behind an attack: no person, no single name."""
    core = [word for word in words if word.word and word.low not in DETERMINERS]
    if not is_actor(words) or not core:
        return False
    named = core[-1].low in _GROUPS | BODY_WORDS
    return named or (len(core) > 1 and all(word.capital for word in core) and human(core[0].low) is not True)


_GROUPS = frozenset(
    """
        rebels militants insurgents gunmen jihadists separatists extremists guerrillas militia militias gang gangs
        cartel forces troops army navy police group groups cell network faction front brigade infiltrators defectors
        bandits pirates hackers terrorists government regime protesters mercenaries paramilitaries smugglers
        saboteurs arsonists bombers vandals attackers fighters poachers drones
    """.split()
)


def _trimmed(words: Sequence[Token], first: int, stop: int) -> tuple[int, int]:
    """Without articles at the start and days at the end."""
    while first < stop and (words[first].low in DETERMINERS | {"either"} or not words[first].word):
        first += 1
    while stop > first and (words[stop - 1].low in TIME_WORDS or words[stop - 1].low in PREPOSITIONS):
        stop -= 1
    return first, stop


def phrase_end(words: Sequence[Token], start: int, inside: frozenset[str] = _INSIDE) -> int:
    """Where the noun phrase that begins at a word ends."""
    here = start
    while here < len(words):
        word = words[here]
        if closes(word) and word.text not in "“”\"’'":
            break
        if word.low in AUXILIARIES or word.low == "such" or word.low in SUBORDINATORS - {"how"}:
            break
        if here > start and (
            word.low in PREPOSITIONS - inside
            or (verbal(word) and words[here - 1].low not in DETERMINERS and not word.low.endswith("ed"))
        ):
            break
        here += 1
    return here


def place_of(words: Sequence[Token], token: Token) -> int:
    return next(i for i, word in enumerate(words) if word.start == token.start)


def words_of(words: Sequence[Token], first: int, stop: int) -> str:
    """The words as they stand, in one line."""
    return " ".join(word.text for word in words[first:stop] if word.word)


def speaker_of_verb(words: Sequence[Token], verb: int) -> tuple[Token, ...]:
    """The subject of a verb by which it says something itself; nothing where it is a pronoun."""
    subject = subject_before(words, verb, 0)
    return subject.naming.words if subject is not None and subject.naming.pronoun is None else ()
