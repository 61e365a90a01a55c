"""Other clauses that name a cause: where an outbreak started, who or what was to blame, what the evidence points to.

"The illness came from a leaking pit", "cheap imports were to blame", "the reason was X", "it was the cable that did
it", "there is no sign that our pumps were involved", "the samples point to X", "the crash happened because of X".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.extract.names.naming import subject_before
from reconcile.extract.statements.causewords import (
    HAPPENINGS,
    Named,
    manner_of,
    phrase_end,
    place_of,
    stated_cause,
)
from reconcile.extract.statements.statement import Statement
from reconcile.extract.words.phrases import BE
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token

STEMS = (
    *("from ", "originated", "to blame", "the reason", "at fault", "did it", "involved", "a part in", "a role in"),
    *(
        "points to",
        "pointed to",
        "point to",
        "pointing to",
        "because of",
        "set off ",
        "the fault of",
        "brought about",
        "brought on",
    ),
    *("started with", "began with", "was the origin", "was the source", "led to the", "stemmed"),
)
"""Pieces of words without one of which a sentence holds no such clause."""

_DISEASES = frozenset(
    """
        outbreak disease illness infection infections epidemic cholera typhoid dysentery norovirus salmonella
        legionella listeria measles contamination poisoning sickness pollution virus bacteria
    """.split()
)
_STARTS = frozenset("started began originated stemmed arose resulted".split())
_COMES = frozenset("come came comes spread".split())
_EVIDENCE = frozenset(
    """
        evidence sample samples test tests finding findings clue clues investigation inquiry results traces analysis
        wreckage footage
    """.split()
)
_NO_SIGN = re.compile(
    r"\b(?:no|any|little) (?:evidence|signs?|indications?|proof|suggestion) (?:that|of) (?P<what>[^,;“”\"]{3,60}?) "
    r"(?:(?:was|were|is|had been|has been|being) (?:involved|to blame|at fault|the (?:cause|origin|source)|responsible)"
    r"|(?:had )?(?:played a (?:role|part)|caused it|did it|started it))\b",
    re.IGNORECASE,
)
_CLEFT = re.compile(
    r"\bit (?:was|is)(?P<no> not|n[’']t)? (?P<what>(?!not\b|that\b|this\b|possible|clear|likely)[\w’' -]{3,50}?),? "
    r"(?:that|which|who) (?:did it|did this|was to blame|were to blame|was at fault|killed (?:them|him|her)"
    r"|(?:caused|started|sparked|triggered) (?:it|this|all this))\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(r"\b(?:if|unless|whether|would|should|could)\b[^,;]{0,50}\Z", re.IGNORECASE)


def clauses_of_cause(sentence: Sentence, source: str) -> Iterator[Statement]:
    """The causes that one sentence names in such clauses."""
    text = source[sentence.start : sentence.end]
    if text.rstrip("”\"’' ").endswith("?"):
        return
    words = sentence.words
    for index in range(1, len(words)):
        for named in _read(words, index):
            stated = stated_cause(named, sentence)
            if stated is not None:
                yield stated
    for pattern, denied in ((_NO_SIGN, True), (_CLEFT, False)):
        match = pattern.search(text)
        if match is not None and not _UNREAL.search(text[: match.start()]):
            yield from _matched(sentence, match, denied or bool(match.groupdict().get("no")))


def _matched(sentence: Sentence, match: re.Match[str], denied: bool) -> Iterator[Statement]:
    """The cause that a pattern found, by the words of the sentence."""
    words = sentence.words
    begin, end = sentence.start + match.start("what"), sentence.start + match.end("what")
    inside = [i for i, word in enumerate(words) if begin <= word.start and word.end <= end]
    last = max((i for i, word in enumerate(words) if word.end <= sentence.start + match.end()), default=0)
    if inside:
        named = Named(inside[0], inside[-1] + 1, inside[0], max(last, inside[-1]), None, denied, sure=True)
        stated = stated_cause(named, sentence)
        if stated is not None:
            yield stated


def _read(words: Sequence[Token], index: int) -> Iterator[Named]:
    low, following = words[index].low, words[index + 1].low if index + 1 < len(words) else ""
    if low in _STARTS | _COMES and following in {"from", "in", "with"}:
        yield from _origin(words, index, following)
    elif (low, following) in {("to", "blame"), ("at", "fault"), ("the", "reason"), ("the", "origin")}:
        yield from _to_blame(words, index)
    elif low in {"points", "pointed", "point", "pointing"} and following == "to":
        yield from _pointed(words, index)
    elif (low, following) in {("because", "of"), ("brought", "about"), ("brought", "on")} or _set_off_by(words, index):
        yield from _because_of(words, index)
    elif (low == "led" and following == "to") or (low == "set" and following == "off"):
        yield from _led_to(words, index)
    elif (low, following) == ("fault", "of") and words[index - 1].low == "the":
        yield from _fault_of(words, index)


def _origin(words: Sequence[Token], index: int, link: str) -> Iterator[Named]:
    """ "The outbreak started from a tainted well", "the illness had come from the canteen"."""
    low = words[index].low
    if (link == "in" and low != "originated") or (link == "with" and low not in {"started", "began"}):
        return
    event = next((word.low for word in reversed(words[max(0, index - 20) : index]) if word.low in HAPPENINGS), None)
    event = event or next((w.low for w in words[max(0, index - 20) : index] if w.low in _DISEASES), None)
    manner = manner_of(words, index)
    if low == "spread" and event not in _DISEASES:
        return
    if event is None or manner is None or not _about(words, index, event, low in _COMES or link == "with"):
        return
    stop = phrase_end(words, index + 2)
    if stop > index + 2 and not any(word.text[0].isdigit() for word in words[index + 2 : stop]):
        yield Named(
            index + 2, stop, index, stop - 1, event, *manner, sure=event in _DISEASES or link == "with", thing=True
        )


def _about(words: Sequence[Token], index: int, event: str, strict: bool) -> bool:
    """Whether the event is what came from somewhere; for the plainest verbs the very subject."""
    subject = subject_before(words, index, 0)
    if subject is None:
        return not strict
    lows = {word.low for word in subject.naming.words}
    return event in lows if strict or not lows & {"it", "and"} else True


def _to_blame(words: Sequence[Token], index: int) -> Iterator[Named]:
    """ "Imports were to blame", "X is the reason", "the reason was X"."""
    be = next((i for i in range(index - 1, max(-1, index - 4), -1) if words[i].low in BE), None)
    event = next((word.low for word in words[index + 2 : index + 8] if word.low in HAPPENINGS), None)
    if be is None:
        if words[index + 1].low == "reason":
            yield from _the_reason(words, index, event)
        return
    subject, manner = subject_before(words, be, 0), manner_of(words, index)
    if subject is None or manner is None or subject.naming.pronoun:
        return
    first = place_of(words, subject.naming.words[0])
    stop = first + len(subject.naming.words)
    if words[first].low not in _NOT_BLAMED and {"partly", "also"}.isdisjoint(w.low for w in words[be:index]):
        last = index + 1
        yield Named(first, stop, be, last, event, *manner, sure=True)


_NOT_BLAMED = frozenset("no nobody none one this that which who what there here part it they and everyone".split())


def _the_reason(words: Sequence[Token], index: int, event: str | None) -> Iterator[Named]:
    """ "The reason for the blast was a leak"."""
    be = next((i for i in range(index + 2, min(index + 9, len(words))) if words[i].low in {"was", "is", "were"}), None)
    manner = manner_of(words, index)
    if be is None or manner is None or event is None:
        return
    stop = phrase_end(words, be + 1)
    if stop > be + 1:
        yield Named(be + 1, stop, index, stop - 1, event, *manner, sure=True)


def _pointed(words: Sequence[Token], index: int) -> Iterator[Named]:
    """ "The samples point to a broken pipe"."""
    subject, manner = subject_before(words, index, 0), manner_of(words, index)
    if subject is None or manner is None or not {w.low for w in subject.naming.words} & _EVIDENCE:
        return
    stop = phrase_end(words, index + 2)
    if stop > index + 2 and {"that", "a", "an", "the", "human"} & {w.low for w in words[index + 2 : index + 4]}:
        yield Named(index + 2, stop, index, stop - 1, None, *manner, sure=stop - index <= _SHORT, thing=True)


_SHORT = 11
"""Words of a clause on what evidence points to; a longer one tells of more than a cause."""
_HAPPENED = frozenset("happened occurred broke started began crashed collapsed derailed sank capsized exploded".split())


def _because_of(words: Sequence[Token], index: int) -> Iterator[Named]:
    """ "The crash happened because of X", "the blast was set off by X"."""
    start = index + 2 if words[index].low == "because" else index + 3
    if start >= len(words) or (start == index + 3 and words[index + 2].low != "by"):
        return
    before = [word.low for word in words[max(0, index - 12) : index]]
    linked = set(before[-5:]) & (_HAPPENED | BE | {"had", "been"})
    event = next((low for low in reversed(before) if low in HAPPENINGS), None)
    manner = manner_of(words, index)
    stop = phrase_end(words, start)
    if event is not None and manner is not None and linked and stop > start:
        yield Named(start, stop, index, stop - 1, event, *manner, sure=True, thing=True)


def _set_off_by(words: Sequence[Token], index: int) -> bool:
    return [word.low for word in words[index : index + 3]] == ["set", "off", "by"]


def _fault_of(words: Sequence[Token], index: int) -> Iterator[Named]:
    """ "The closure is the fault of the board"."""
    event = next((word.low for word in words[max(0, index - 8) : index] if word.low in HAPPENINGS), None)
    manner = manner_of(words, index)
    stop = phrase_end(words, index + 2)
    if event is not None and manner is not None and stop > index + 2 and words[index - 2].low in BE | {"not"}:
        yield Named(index + 2, stop, index, stop - 1, event, *manner, sure=True)


def _led_to(words: Sequence[Token], index: int) -> Iterator[Named]:
    """ "A short circuit had led to the fire"."""
    lows = [word.low for word in words[index + 2 : index + 6]]
    event = next((low for low in lows if low in HAPPENINGS), None)
    subject, manner = subject_before(words, index, 0), manner_of(words, index)
    if event is None or lows[0] != "the" or subject is None or manner is None or subject.naming.pronoun:
        return
    first = place_of(words, subject.naming.words[0])
    sure = words[index].low == "set"
    yield Named(first, first + len(subject.naming.words), index, index + 1, event, *manner, sure=sure)
