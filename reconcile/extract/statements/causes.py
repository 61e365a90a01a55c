"""What caused a mishap, and who is said to be behind an attack: what or whom its source names or rules out.

"caused by X", "X caused the fire", "the cause was X", "blamed X for the fire", "blamed the fire on X", "due to X",
"X is ruled out", "no sign of X". That a cause is unknown or being looked into states none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.extract.names.naming import subject_before
from reconcile.extract.statements.causekinds import cause_kind
from reconcile.extract.statements.causewords import (
    HAPPENINGS,
    NOT,
    SIGNS,
    UNKNOWN,
    Named,
    is_group,
    manner_of,
    phrase_end,
    place_of,
    speaker_of_verb,
    stated_cause,
    words_of,
)
from reconcile.extract.statements.statement import Statement
from reconcile.extract.words.phrases import (
    BE,
    closes,
)
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token

STEMS = (
    *("cause", "sparked by", "triggered by", "triggered the", "sparked the", "started by", "started the", "blame"),
    *("due to", "attributed", "result of", "resulted from", "ruled out", "rule out", "ruling out", "no evidence of"),
    *("no sign of", "no signs of", "no indication of", "put down to", "traced to", "ignited"),
)
"""Pieces of words without one of which a sentence names no cause."""

_CAUSED = frozenset("caused sparked triggered ignited started provoked".split())
_CAUSES = _CAUSED | {"causes", "cause", "triggers", "sparks"}
_BLAMES = frozenset("blame blames blamed blaming".split())


def causes(sentence: Sentence, source: str) -> Iterator[Statement]:
    """The causes, and those behind an attack, that one sentence names."""
    words = sentence.words
    if source[sentence.start : sentence.end].rstrip("”\"’' ").endswith("?"):
        return
    for index, word in enumerate(words):
        for named in _read(words, index, word.low):
            stated = stated_cause(named, sentence)
            if stated is not None:
                yield stated
    if sentence.key is not None and re.fullmatch(
        r"(?:probable |likely )?cause(?: of (?:the )?\w+)?", sentence.key, re.I
    ):
        yield from _keyed(sentence)


def _read(words: Sequence[Token], index: int, low: str) -> Iterator[Named]:
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
    elif low in SIGNS and following == "of" and index and words[index - 1].low == "no":
        stop = phrase_end(words, index + 2)
        if cause_kind(words_of(words, index + 2, stop)):
            yield Named(index + 2, stop, index - 1, stop - 1, denied=True)


def _caused_by(words: Sequence[Token], index: int) -> Iterator[Named]:
    manner = manner_of(words, index)
    event = _event_before(words, index)
    stop = phrase_end(words, index + 2)
    if manner is None or event is None or stop == index + 2:
        return
    yield Named(index + 2, stop, index, stop - 1, event, *manner, sure=event != "it")


def _event_before(words: Sequence[Token], index: int) -> str | None:
    """What happened, in the subject of a verb or right before it; "it" and "that" are taken to be the event."""
    lows = [word.low for word in words[max(0, index - 14) : index]]
    event = next((low for low in reversed(lows) if low in HAPPENINGS), None)
    if event is not None:
        return event
    subject = subject_before(words, index, 0)
    return "it" if subject is not None and subject.naming.words[-1].low in {"it", "this", "that"} else None


def _causing(words: Sequence[Token], index: int) -> Iterator[Named]:
    """ "A gas leak caused the blast": what it caused must be the one that the report is about."""
    lows = [word.low for word in words[index + 1 : index + 6]]
    if not lows or lows[0] not in {"the", "this", "that", "it"} or words[index - 1].low == "having":
        return
    event = next((low for low in lows if low in HAPPENINGS), None)
    subject = subject_before(words, index, 0)
    manner = manner_of(words, index)
    if event is None or subject is None or manner is None or subject.naming.pronoun:
        return
    first = place_of(words, subject.naming.words[0])
    stop = first + len(subject.naming.words)
    if words[first].low not in UNKNOWN and not words[first].text.isdigit():
        yield Named(first, stop, index, index, event, *manner, sure=event not in _HARM)


_HARM = frozenset("deaths death damage delays killing killings losses".split())
"""What an accident itself causes."""


def _the_cause(words: Sequence[Token], index: int) -> Iterator[Named]:
    """ "The cause of the fire was X", "X was the cause"."""
    before = [word.low for word in words[max(0, index - 4) : index]]
    if not before or not set(before) & {"the", "probable", "likely", "main", "immediate"}:
        return
    event = next((word.low for word in words[index + 1 : index + 8] if word.low in HAPPENINGS), None)
    be = next((i for i in range(index + 1, min(index + 10, len(words))) if words[i].low in {"was", "is", "were"}), None)
    be_before = next((i for i in range(index - 1, max(-1, index - 5), -1) if words[i].low in BE), None)
    if be_before is not None:
        subject = subject_before(words, be_before, 0)
        manner = manner_of(words, index)
        if subject is not None and manner is not None and not subject.naming.pronoun:
            first = place_of(words, subject.naming.words[0])
            if words[first].low not in UNKNOWN | {"there", "this"}:
                yield Named(first, first + len(subject.naming.words), be_before, index, event, *manner, sure=True)
        return
    manner = manner_of(words, index) if be is not None else None
    if be is None or manner is None:
        return
    start = be + 1
    while start < len(words) and (words[start].low in {"likely", "probably", "most", "apparently"}):
        start += 1
    stop = phrase_end(words, start)
    if stop > start and not {w.low for w in words[be + 1 : start + 2]} & UNKNOWN:
        supposed = manner[1] or start > be + 1
        yield Named(start, stop, index, stop - 1, event, manner[0], supposed)


def _blamed(words: Sequence[Token], index: int) -> Iterator[Named]:
    """ "blamed X for the fire", "blamed the fire on X", "X was blamed for the fire"."""
    manner = manner_of(words, index)
    if manner is None or index + 2 >= len(words):
        return
    stop = phrase_end(words, index + 1, frozenset({"of", "in", "at"}))
    link = words[stop].low if stop < len(words) else ""
    event = next((word.low for word in words[stop : stop + 8] if word.low in HAPPENINGS), None)
    passive = any(word.low in BE for word in words[max(0, index - 3) : index])
    if stop == index + 1 and passive and words[index + 1].low == "for" and event is not None:
        subject = subject_before(words, index, 0)
        if subject is not None and not subject.naming.pronoun:
            first = place_of(words, subject.naming.words[0])
            yield Named(first, first + len(subject.naming.words), index, index, event, *manner)
    elif link == "for" and event is not None and stop > index + 1 and words[index + 1].low not in UNKNOWN:
        yield Named(index + 1, stop, index, stop - 1, event, *manner)
    elif not passive and stop > index + 1 and _ends_there(words, stop) and _blamable(words, index + 1, stop):
        yield Named(index + 1, stop, index, stop - 1, event, *manner, speaker=speaker_of_verb(words, index))
    elif link == "on" or (passive and words[index + 1].low == "on"):
        start = stop + 1 if link == "on" else index + 2
        happened = next((word.low for word in words[index + 1 : stop] if word.low in HAPPENINGS), None)
        happened = happened or (_event_before(words, index) if passive else None)
        end = phrase_end(words, start)
        if happened is not None and end > start:
            yield Named(start, end, index, end - 1, happened, *manner, sure=True)


def _blamable(words: Sequence[Token], first: int, stop: int) -> bool:
    return is_group(words[first:stop]) or cause_kind(words_of(words, first, stop)) is not None


def _ends_there(words: Sequence[Token], stop: int) -> bool:
    """Whether a clause ends at a mark: "the ministry blamed the Red Front, a banned group"."""
    return stop == len(words) or (closes(words[stop]) and words[stop].text in ',.;”"')


def _because(words: Sequence[Token], cue: int, start: int) -> Iterator[Named]:
    """ "The fire was due to X", "resulted from X", "was the result of X"."""
    manner = manner_of(words, cue)
    event = _event_before(words, cue)
    stop = phrase_end(words, start)
    linked = words[cue].low == "resulted" or any(word.low in BE for word in words[max(0, cue - 4) : cue])
    if manner is None or event is None or not linked or stop == start or _any_such(words, cue):
        return
    if cause_kind(words_of(words, start, stop)):
        yield Named(start, stop, cue, stop - 1, event, *manner)


def _any_such(words: Sequence[Token], cue: int) -> bool:
    """Whether a rule for any such case is told, and not what happened: "a fire is put down to arson where …"."""
    return words[0].low in {"a", "an", "any", "every", "each"} and words[cue - 1].low in {"is", "are", "be"}


def _ruled_out(words: Sequence[Token], index: int) -> Iterator[Named]:
    """ "ruled out arson", "arson is ruled out"; who cannot rule it out supposes it."""
    before = [word.low for word in words[max(0, index - 6) : index]]
    if set(before) & {"if", "whether", "until", "after"}:
        return
    open_ = bool(set(before) & (NOT | {"cannot", "declined", "refused"})) or any(low.endswith("n't") for low in before)
    stop = phrase_end(words, index + 2)
    first, speaker = index + 2, speaker_of_verb(words, index)
    if any(low in BE for low in before[-3:]):
        subject = subject_before(words, index, 0)
        if subject is None or subject.naming.pronoun:
            return
        first, speaker = place_of(words, subject.naming.words[0]), ()
        stop = first + len(subject.naming.words)
    if stop > first and cause_kind(words_of(words, first, stop)):
        yield Named(first, stop, index, max(index + 1, stop - 1), None, not open_, open_, speaker)


def _keyed(sentence: Sentence) -> Iterator[Statement]:
    words = sentence.words
    colon = next((i for i, word in enumerate(words) if word.text == ":"), None)
    if colon is None or colon + 1 >= len(words):
        return
    stop = phrase_end(words, colon + 1)
    if stop > colon + 1 and words[colon + 1].low not in UNKNOWN and cause_kind(words_of(words, colon + 1, stop)):
        stated = stated_cause(Named(colon + 1, stop, 0, stop - 1), sentence)
        if stated is not None:
            yield stated
