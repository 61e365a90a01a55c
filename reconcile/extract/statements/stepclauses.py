"""The parts of a clause that names a step of a case: its auxiliaries, its subject, its object, who acts by law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.extract.names.naming import Subject, subject_before
from reconcile.extract.statements.statuswords import LAW, MODALS, UNREAL
from reconcile.extract.words.phrases import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS, TIME_WORDS, closes, verbal
from reconcile.extract.words.tokens import Token


@dataclass(frozen=True, slots=True)
class Clause:
    """A status in a sentence before its person is known: word indices of its person and of the words for it.

    No words are the person where a charge is told of and not whose; `loose` where only what was told before can
    show that a release is one from custody; `joined` where another verb of the subject stands before.
    """

    status: str
    person: tuple[int, int]
    first: int
    last: int
    denied: bool = False
    gloss: tuple[Token, ...] = ()
    active: bool = False
    loose: bool = False
    joined: bool = False


def chain_before(words: Sequence[Token], index: int) -> tuple[int, bool] | None:
    """Where the auxiliaries before a verb begin and whether they deny it; None where they make it unreal."""
    here, denied = index, False
    while here > 0:
        low = words[here - 1].low
        if low in MODALS:
            return None
        if low in {"not", "never"} or low.endswith("n't"):
            denied = True
        elif low == "to":
            if here < 2 or words[here - 2].low != "yet":
                return None
            here, denied = here - 2, True
            continue
        elif low not in AUXILIARIES | ADVERBS and not low.endswith("ly"):
            break
        here -= 1
    return here, denied


def with_subject(words: Sequence[Token], verb: int, last: int, status: str, denied: bool) -> Iterator[Clause]:
    chain = chain_before(words, verb)
    start, joined = chain[0] if chain else verb, False
    if start > 0 and words[start - 1].low == "who":
        stop = start - 2 if start > 1 and words[start - 2].text == "," else start - 1
        subject = subject_before(words, stop, 0) if stop > 0 else None
        begin = None
    else:
        subject = _before_and(words, start)
        joined = subject is not None
        subject = subject or _before_who(words, start) or (subject_before(words, start, 0) if start else None)
        begin = subject.begin if subject else None
    if subject is None or (begin and words[begin - 1].low in UNREAL):
        return
    first = next(i for i, word in enumerate(words) if word.start == subject.naming.words[0].start)
    if (first and words[first - 1].low in UNREAL) or inverted(words, first):
        return
    person = _list_start(words, first), first + len(subject.naming.words)
    yield Clause(status, person, verb, last, denied, subject.naming.gloss, joined=joined)


def _list_start(words: Sequence[Token], first: int) -> int:
    """Where a list of names begins of which only the last two are the subject's own words: "A, B and C were"."""
    while first > 2 and words[first - 1].text == "," and any(word.low == "and" for word in words[first : first + 9]):
        start = first - 1
        while start > 0 and words[start - 1].capital and words[start - 1].word:
            start -= 1
        if not 2 <= first - 1 - start <= 4:
            break
        first = start
    return first


def _before_and(words: Sequence[Token], start: int) -> Subject | None:
    """The subject of the verb before "and" or "but": "she denied the claims and had not been charged"."""
    if start < 3 or words[start - 1].low not in {"and", "but"}:
        return None
    for here in range(start - 2, max(0, start - REACH), -1):
        if closes(words[here]):
            return None
        if verbal(words[here]) and words[here - 1].low not in DETERMINERS:
            return subject_before(words, here, 0)
    return None


def _before_who(words: Sequence[Token], start: int) -> Subject | None:
    """The noun before a relative clause without commas: "the porter who was heard as a witness is not accused"."""
    here = start - 1
    while here > 0 and start - here <= REACH and words[here].word and words[here].low not in RELATIVE_STOPS:
        if words[here].low == "who":
            return subject_before(words, here, 0)
        here -= 1
    return None


RELATIVE_STOPS = frozenset("and but that said says if while when".split())


def inverted(words: Sequence[Token], first: int) -> bool:
    """Whether the clause hangs on a condition further to the left: "if, as expected, the man is charged"."""
    return any(word.low in {"if", "unless", "whether"} for word in words[:first])


def by_law(words: Sequence[Token], index: int) -> bool:
    """Whether the subject of a verb is one who arrests, charges or convicts, in a clause that stands by itself."""
    subject = subject_before(words, index, 0)
    if subject is None or (subject.begin and words[subject.begin - 1].low in UNREAL):
        return False
    named = [word.low for word in subject.naming.words]
    head = next((i for i, low in enumerate(named) if i and low in PREPOSITIONS), len(named)) - 1
    return named[head] in LAW


_CLAUSE_OPENERS = frozenset("who whom that when but while they he she it we i police".split())
"""Words with which a clause begins behind the noun: "a man they say fired", "a baker who sold"."""


def object_end(words: Sequence[Token], start: int) -> int:
    """Where the noun phrase behind a verb ends."""
    here = start
    while here < len(words):
        word = words[here]
        if closes(word) or verbal(word) or (word.low in TIME_WORDS and here > start):
            break
        if word.low in PREPOSITIONS - {"of", "from"} or word.low in _CLAUSE_OPENERS:
            break
        here += 1
    return here


def low_at(words: Sequence[Token], index: int) -> str:
    return words[index].low if 0 <= index < len(words) else ""


REACH = 16
"""Words between two verbs that share their subject."""
