"""What caused a mishap, and who is said to be behind an attack: what or whom its source names or rules out.

"caused by X", "X caused the fire", "the cause was X", "blamed X for the fire", "blamed the fire on X", "due to X",
"X is ruled out", "no sign of X". That a cause is unknown or being looked into states none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.extract.causekinds import cause_kind
from reconcile.extract.naming import subject_before
from reconcile.extract.phrases import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    closes,
    plural,
    verbal,
)
from reconcile.extract.speakers import BODY_WORDS
from reconcile.extract.statement import Statement
from reconcile.extract.text import Sentence
from reconcile.extract.tokens import Token
from reconcile.extract.wordforms import EVENTS, human
from reconcile.model import Modality

STEMS = (
    *("cause", "sparked by", "triggered by", "triggered the", "sparked the", "started by", "started the", "blame"),
    *("due to", "attributed", "result of", "resulted from", "ruled out", "rule out", "ruling out", "no evidence of"),
    *("no sign of", "no signs of", "no indication of", "put down to", "traced to", "ignited"),
)
"""Pieces of words without one of which a sentence names no cause."""

_HAPPENINGS = EVENTS | frozenset(
    """
        blaze inferno blackout stampede crush derailment disaster tragedy deaths death shutdown outbreak illness
        sickness poisoning contamination spill rupture burst bursting breakdown failure sinking capsizing subsidence
        damage break-in burglary killing killings murder murders shootings attacks bombings strikes raids explosions
        blasts fires crashes unrest violence power-cut cut delays accident accidents incident incidents
    """.split()
)
"""Nouns for what has a cause."""
_CAUSED = frozenset("caused sparked triggered ignited started provoked".split())
_CAUSES = _CAUSED | {"causes", "cause", "triggers", "sparks"}
_BLAMES = frozenset("blame blames blamed blaming".split())
_SUPPOSED = frozenset(
    """
        may might could possibly perhaps probably likely believed thought suspected suspect suspects apparently
        reportedly presumably probable possible suspected seems appears believe believes think thinks
    """.split()
)
_NOT = frozenset("not never nor neither no".split())
_UNREAL = frozenset("if unless whether would should will shall what".split())
_UNKNOWN = frozenset(
    """
        unknown unclear undetermined undisclosed not still being under yet that what how to known investigated
        uncertain unexplained never mystery established determined immediately
    """.split()
)
_SIGNS = frozenset("evidence sign signs indication indications suggestion proof hint".split())
_INSIDE = frozenset("of in with at from to between on".split())
"""Prepositions that may stand inside the words for a cause."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A cause in a sentence: word indices of its words, of the cue, and of the words for what it caused."""

    first: int
    stop: int
    cue: int
    last: int
    event: str | None = None
    denied: bool = False
    possible: bool = False
    speaker: tuple[Token, ...] = ()


def causes(sentence: Sentence, source: str) -> Iterator[Statement]:
    """The causes, and those behind an attack, that one sentence names."""
    words = sentence.words
    if source[sentence.start : sentence.end].rstrip("”\"’' ").endswith("?"):
        return
    for index, word in enumerate(words):
        for named in _read(words, index, word.low):
            stated = _stated(named, sentence)
            if stated is not None:
                yield stated
    if sentence.key is not None and re.fullmatch(
        r"(?:probable |likely )?cause(?: of (?:the )?\w+)?", sentence.key, re.I
    ):
        yield from _keyed(sentence)


def _read(words: Sequence[Token], index: int, low: str) -> Iterator[_Named]:
    following = words[index + 1].low if index + 1 < len(words) else ""
    if low in _CAUSED and following == "by":
        yield from _caused_by(words, index)
    elif low in _CAUSES and index:
        yield from _causing(words, index)
    if low == "cause" and index:
        yield from _the_cause(words, index)
    elif low in _BLAMES:
        yield from _blamed(words, index)
    elif (low, following) in {("due", "to"), ("resulted", "from"), ("traced", "to"), ("attributed", "to")}:
        yield from _because(words, index, index + 2)
    elif (low, following) == ("result", "of") and words[index - 1].low in {"the", "a"}:
        yield from _because(words, index - 1, index + 2)
    elif low in {"rule", "ruled", "rules", "ruling"} and following == "out":
        yield from _ruled_out(words, index)
    elif low in _SIGNS and following == "of" and index and words[index - 1].low == "no":
        stop = _phrase_end(words, index + 2)
        if cause_kind(_text(words, index + 2, stop)):
            yield _Named(index + 2, stop, index - 1, stop - 1, denied=True)


def _manner(words: Sequence[Token], index: int) -> tuple[bool, bool] | None:
    """Whether the clause that ends in a word denies or supposes; None where it is unreal."""
    denied = possible = False
    here = index - 1
    while here >= 0 and not (closes(words[here]) and words[here].text not in ",-"):
        low = words[here].low
        if low in _UNREAL:
            return None
        chained = low in AUXILIARIES | ADVERBS or low.endswith("ly")
        denied = denied or (low in _NOT and index - here <= 4) or (low.endswith("n't") and index - here <= 4)
        possible = possible or (low in _SUPPOSED and words[here].text != "May" and (chained or index - here <= 6))
        here -= 1
    return denied, possible


def _caused_by(words: Sequence[Token], index: int) -> Iterator[_Named]:
    manner = _manner(words, index)
    event = _event_before(words, index)
    stop = _phrase_end(words, index + 2)
    if manner is None or event is None or stop == index + 2:
        return
    yield _Named(index + 2, stop, index, stop - 1, event, *manner)


def _event_before(words: Sequence[Token], index: int) -> str | None:
    """What happened, in the subject of a verb or right before it; "it" and "that" are taken to be the event."""
    lows = [word.low for word in words[max(0, index - 14) : index]]
    event = next((low for low in reversed(lows) if low in _HAPPENINGS), None)
    if event is not None:
        return event
    subject = subject_before(words, index, 0)
    return "it" if subject is not None and subject.naming.words[-1].low in {"it", "this", "that"} else None


def _causing(words: Sequence[Token], index: int) -> Iterator[_Named]:
    """ "A gas leak caused the blast": what it caused must be the one that the report is about."""
    lows = [word.low for word in words[index + 1 : index + 6]]
    if not lows or lows[0] not in {"the", "this", "that", "it"}:
        return
    event = next((low for low in lows if low in _HAPPENINGS), None)
    subject = subject_before(words, index, 0)
    manner = _manner(words, index)
    if event is None or subject is None or manner is None or subject.naming.pronoun:
        return
    first = _place(words, subject.naming.words[0])
    stop = first + len(subject.naming.words)
    if words[first].low not in _UNKNOWN and cause_kind(_text(words, first, stop)):
        yield _Named(first, stop, index, index, event, *manner)


def _the_cause(words: Sequence[Token], index: int) -> Iterator[_Named]:
    """ "The cause of the fire was X", "X was the cause"."""
    before = [word.low for word in words[max(0, index - 4) : index]]
    if not before or not set(before) & {"the", "probable", "likely", "main", "immediate"}:
        return
    event = next((word.low for word in words[index + 1 : index + 8] if word.low in _HAPPENINGS), None)
    be = next((i for i in range(index + 1, min(index + 10, len(words))) if words[i].low in {"was", "is", "were"}), None)
    be_before = next((i for i in range(index - 1, max(-1, index - 5), -1) if words[i].low in BE), None)
    if be_before is not None:
        subject = subject_before(words, be_before, 0)
        manner = _manner(words, index)
        if subject is not None and manner is not None and not subject.naming.pronoun:
            first = _place(words, subject.naming.words[0])
            if words[first].low not in _UNKNOWN | {"there", "this"}:
                yield _Named(first, first + len(subject.naming.words), be_before, index, event, *manner)
        return
    manner = _manner(words, index) if be is not None else None
    if be is None or manner is None:
        return
    start = be + 1
    while start < len(words) and (words[start].low in {"likely", "probably", "most", "apparently"}):
        start += 1
    stop = _phrase_end(words, start)
    if stop > start and not {w.low for w in words[be + 1 : start + 2]} & _UNKNOWN:
        supposed = manner[1] or start > be + 1
        yield _Named(start, stop, index, stop - 1, event, manner[0], supposed)


def _blamed(words: Sequence[Token], index: int) -> Iterator[_Named]:
    """ "blamed X for the fire", "blamed the fire on X", "X was blamed for the fire"."""
    manner = _manner(words, index)
    if manner is None or index + 2 >= len(words):
        return
    stop = _phrase_end(words, index + 1, frozenset({"of", "in", "at"}))
    link = words[stop].low if stop < len(words) else ""
    event = next((word.low for word in words[stop : stop + 8] if word.low in _HAPPENINGS), None)
    passive = any(word.low in BE for word in words[max(0, index - 3) : index])
    if stop == index + 1 and passive and words[index + 1].low == "for" and event is not None:
        subject = subject_before(words, index, 0)
        if subject is not None and not subject.naming.pronoun:
            first = _place(words, subject.naming.words[0])
            yield _Named(first, first + len(subject.naming.words), index, index, event, *manner)
    elif link == "for" and event is not None and stop > index + 1 and words[index + 1].low not in _UNKNOWN:
        yield _Named(index + 1, stop, index, stop - 1, event, *manner)
    elif link == "on" or (passive and words[index + 1].low == "on"):
        start = stop + 1 if link == "on" else index + 2
        happened = next((word.low for word in words[index + 1 : stop] if word.low in _HAPPENINGS), None)
        happened = happened or (_event_before(words, index) if passive else None)
        end = _phrase_end(words, start)
        if happened is not None and end > start:
            yield _Named(start, end, index, end - 1, happened, *manner)


def _because(words: Sequence[Token], cue: int, start: int) -> Iterator[_Named]:
    """ "The fire was due to X", "resulted from X", "was the result of X"."""
    manner = _manner(words, cue)
    event = _event_before(words, cue)
    stop = _phrase_end(words, start)
    linked = words[cue].low == "resulted" or any(word.low in BE for word in words[max(0, cue - 4) : cue])
    if manner is None or event is None or not linked or stop == start or _any_such(words, cue):
        return
    if cause_kind(_text(words, start, stop)):
        yield _Named(start, stop, cue, stop - 1, event, *manner)


def _any_such(words: Sequence[Token], cue: int) -> bool:
    """Whether a rule for any such case is told, and not what happened: "a death is attributed to heat where …"."""
    return words[0].low in {"a", "an", "any", "every", "each"} and words[cue - 1].low in {"is", "are", "be"}


def _ruled_out(words: Sequence[Token], index: int) -> Iterator[_Named]:
    """ "ruled out arson", "arson is ruled out"; who cannot rule it out supposes it."""
    before = [word.low for word in words[max(0, index - 6) : index]]
    if set(before) & {"if", "whether", "until", "after"}:
        return
    open_ = bool(set(before) & (_NOT | {"cannot", "declined", "refused"})) or any(low.endswith("n't") for low in before)
    stop = _phrase_end(words, index + 2)
    first, speaker = index + 2, _speaker(words, index)
    if any(low in BE for low in before[-3:]):
        subject = subject_before(words, index, 0)
        if subject is None or subject.naming.pronoun:
            return
        first, speaker = _place(words, subject.naming.words[0]), ()
        stop = first + len(subject.naming.words)
    if stop > first and cause_kind(_text(words, first, stop)):
        yield _Named(first, stop, index, max(index + 1, stop - 1), None, not open_, open_, speaker)


def _speaker(words: Sequence[Token], verb: int) -> tuple[Token, ...]:
    """The subject of a verb by which it says something itself; nothing where it is a pronoun."""
    subject = subject_before(words, verb, 0)
    return subject.naming.words if subject is not None and subject.naming.pronoun is None else ()


def _keyed(sentence: Sentence) -> Iterator[Statement]:
    words = sentence.words
    colon = next((i for i, word in enumerate(words) if word.text == ":"), None)
    if colon is None or colon + 1 >= len(words):
        return
    stop = _phrase_end(words, colon + 1)
    if stop > colon + 1 and words[colon + 1].low not in _UNKNOWN and cause_kind(_text(words, colon + 1, stop)):
        stated = _stated(_Named(colon + 1, stop, 0, stop - 1), sentence)
        if stated is not None:
            yield stated


def _stated(named: _Named, sentence: Sentence) -> Statement | None:
    words = sentence.words
    first, stop = _trimmed(words, named.first, named.stop)
    if stop <= first:
        return None
    text = _text(words, first, stop)
    by_people = is_actor(words[first:stop])
    if not by_people and cause_kind(text) is None:
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


def _of(attribute: str) -> str:
    return "of" if attribute == "cause" else "for"


def is_actor(words: Sequence[Token]) -> bool:
    """Whether some words name people or a body that can have done it: "the rebels", "the Red Front"."""
    core = [word for word in words if word.word and word.low not in DETERMINERS]
    head = core[: next((i for i, word in enumerate(core) if word.low in PREPOSITIONS and i), len(core))]
    if not head or head[-1].low == "others" or cause_kind(" ".join(word.text for word in head)):
        return False
    last = head[-1].low
    if last in BODY_WORDS or last in _GROUPS or human(last) is True:
        return True
    if last in _HAPPENINGS or last in TIME_WORDS:
        return False
    inner = any((human(word.low) is True and plural(word.low)) or word.low in _GROUPS for word in core)
    return inner or (head[-1].capital and head[-1].text[1:].islower() and len(head[-1].text) > 2)


_GROUPS = frozenset(
    """
        rebels militants insurgents gunmen jihadists separatists extremists guerrillas militia militias gang gangs
        cartel forces troops army navy police group groups cell network faction front brigade infiltrators defectors
        bandits pirates hackers terrorists government regime protesters mercenaries paramilitaries smugglers
    """.split()
)


def _trimmed(words: Sequence[Token], first: int, stop: int) -> tuple[int, int]:
    """Without articles at the start and days at the end."""
    while first < stop and (words[first].low in DETERMINERS | {"either"} or not words[first].word):
        first += 1
    while stop > first and (words[stop - 1].low in TIME_WORDS or words[stop - 1].low in PREPOSITIONS):
        stop -= 1
    return first, stop


def _phrase_end(words: Sequence[Token], start: int, inside: frozenset[str] = _INSIDE) -> int:
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


def _place(words: Sequence[Token], token: Token) -> int:
    return next(i for i, word in enumerate(words) if word.start == token.start)


def _text(words: Sequence[Token], first: int, stop: int) -> str:
    """The words as they stand, in one line."""
    return " ".join(word.text for word in words[first:stop] if word.word)
