"""The clauses of a sentence that name a step of a legal case: who, which step, denied or not.

Finite clauses, in headlines bare participles: "X was arrested", "police have arrested X", "X pleaded guilty",
"X arrested and charged", "X faces charges".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.extract.naming import subject_before
from reconcile.extract.phrases import ADVERBS, AUXILIARIES, BE, DETERMINERS, PREPOSITIONS, TIME_WORDS, closes, verbal
from reconcile.extract.statuswords import (
    ACTIVE,
    CHARGED,
    CHARGES_OF_PRICE,
    CUSTODY,
    FINITE,
    HELD,
    LAW,
    MODALS,
    NOUNS,
    PASSIVE,
    PHRASES,
    PLEADED,
    UNREAL,
    WANTED,
)
from reconcile.extract.tokens import Token


@dataclass(frozen=True, slots=True)
class Clause:
    """A status in a sentence before its person is known: word indices of its person and of the words for it."""

    status: str
    person: tuple[int, int]
    first: int
    last: int
    denied: bool = False
    gloss: tuple[Token, ...] = ()
    active: bool = False


def clauses(words: Sequence[Token], shown: bool) -> Iterator[Clause]:
    """The steps that a sentence tells of; `shown` where it may be a headline, without auxiliaries."""
    before: Clause | None = None
    for index in range(len(words)):
        found = list(_at(words, index, shown))
        if not found and before is not None:
            found = list(_shared(words, index, before))
        for clause in found:
            if not _at_another_time(words, clause):
                before = clause
                yield clause


def _at(words: Sequence[Token], index: int, shown: bool) -> Iterator[Clause]:
    """The clauses whose verb is the word at an index."""
    low = words[index].low
    if low in PLEADED:
        yield from _plea(words, index)
        return
    behind = _behind_be(words, index)
    if behind is not None:
        yield from _passive(words, index, behind[1], behind[0], shown)
    if low in ACTIVE:
        yield from _active(words, index, shown)
    elif low == "found" and behind is None and index:
        yield from _found(words, index)
    elif low in {"faces", "face", "facing", "faced"}:
        yield from _facing(words, index)


def _shared(words: Sequence[Token], index: int, before: Clause) -> Iterator[Clause]:
    """A second verb of the clause before: "was arrested and charged", "arrested a man and charged him"."""
    object_ = index + 1 < len(words) and words[index + 1].low in {"him", "her"}
    given = ACTIVE.get(words[index].low)
    behind = (given, index) if object_ and given else _behind_be(words, index)
    start = index
    while start > 0 and (words[start - 1].low in ADVERBS or words[start - 1].low.endswith("ly")):
        start -= 1
    if behind is None or start < 1 or words[start - 1].low != "and" or not before.last < start <= before.last + _REACH:
        return
    if any(closes(word) and word.text not in ",-" for word in words[before.last : start]):
        return
    if before.active and object_:
        yield Clause(behind[0], (index + 1, index + 2), index, index, active=True)
    elif not before.active and not object_:
        yield replace(before, status=behind[0], first=index, last=behind[1], denied=before.denied)


_REACH = 16
"""Words between two verbs that share their subject."""


def _facing(words: Sequence[Token], index: int) -> Iterator[Clause]:
    """ "She faces two counts of fraud": has been charged."""
    near = [word.low for word in words[index + 1 : index + 7]]
    stop = next((i for i, low in enumerate(near) if low in {"charge", "charges", "count", "counts"}), None)
    chain = _chain(words, index)
    if stop is None or chain is None or not words[index + 1].word or {"new", "possible", "potential"} & set(near):
        return
    if any(low in PREPOSITIONS - {"of"} or not low[0].isalnum() for low in near[:stop]):
        return
    if words[index].low == "facing" and not {word.low for word in words[chain[0] : index]} & FINITE:
        return
    if words[index].low == "faced":
        return
    yield from _with_subject(words, index, index + 1 + stop, "charged", chain[1])


_ANOTHER_TIME = re.compile(r"\s*(?:because|at the time|at that time|then|that (?:night|day)|in the past)\b")


def _at_another_time(words: Sequence[Token], clause: Clause) -> bool:
    """Whether only an earlier occasion is denied: "was not arrested because the quarrel was civil"."""
    behind = " ".join(word.low for word in words[clause.last + 1 : clause.last + 5])
    return clause.denied and _ANOTHER_TIME.match(behind) is not None


def _plea(words: Sequence[Token], index: int) -> Iterator[Clause]:
    lows = [word.low for word in words[index + 1 : index + 3]]
    status = {("guilty",): "pleaded guilty", ("not", "guilty"): "pleaded not guilty"}
    last = index + (1 if lows[:1] == ["guilty"] else 2)
    value = status.get(tuple(lows[: last - index]))
    chain = _chain(words, index)
    if value is None or chain is None or words[index - 1].low == "to":
        return
    yield from _with_subject(words, index, last, value, chain[1])


_TERM = re.compile(
    r"\s*for (?:life|(?:at least |up to |more than )?[\w-]+ (?:and a half )?(?:year|month|week|day)s?)\b"
)
"""What tells that "jailed" is a sentence; alone it may only mean locked up."""


def _behind_be(words: Sequence[Token], index: int) -> tuple[str, int] | None:
    """The status that begins at a word, and its last word."""
    for phrase, status in PHRASES.items():
        if words[index].low == phrase[0] and tuple(word.low for word in words[index : index + len(phrase)]) == phrase:
            return status, index + len(phrase) - 1
    status_of_word = PASSIVE.get(words[index].low)
    if words[index].low == "jailed" and not _TERM.match(" ".join(word.low for word in words[index + 1 : index + 5])):
        status_of_word = "detained"
    if status_of_word is None or not _legal(words, index):
        return None
    return status_of_word, index


def _legal(words: Sequence[Token], index: int) -> bool:
    """Whether a word with other senses is meant in its legal one."""
    low = words[index].low
    after = " ".join(word.text for word in words[index + 1 : index + 6])
    if low == "charged":
        return bool(CHARGED.match(after)) and not CHARGES_OF_PRICE.match(after)
    if low == "held":
        return bool(HELD.match(after))
    if low == "cleared":
        return after.startswith("of ")
    if low == "wanted":
        return bool(WANTED.match(after))
    return low not in {"released", "freed"} or _freed(words)


def _freed(words: Sequence[Token]) -> bool:
    """Whether a sentence that speaks of a release tells of custody, and of no hospital and no hostage."""
    whole = " ".join(word.text for word in words)
    return bool(CUSTODY.search(whole)) and not re.search(r"\bhospital|\bhostage|\bkidnap", whole, re.IGNORECASE)


def _chain(words: Sequence[Token], index: int) -> tuple[int, bool] | None:
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


def _passive(words: Sequence[Token], index: int, last: int, status: str, shown: bool) -> Iterator[Clause]:
    chain = _chain(words, index)
    if chain is None:
        return
    start, denied = chain
    auxiliaries = {word.low for word in words[start:index]}
    finite = auxiliaries & FINITE
    bare = shown and not auxiliaries & AUXILIARIES and index > 0 and words[index - 1].low not in DETERMINERS
    trial = status == "on trial" and index and words[index - 1].low in {"went", "goes", "stands", "stood", "is", "was"}
    stays = index and words[index - 1].low in {"remains", "remained"}
    if not (finite or bare or trial or stays):
        return
    verb = index - 1 if (trial or stays) and not finite else index
    if not (finite or trial or stays) and not _opens(words, index):
        return
    yield from _with_subject(words, verb, last, status, denied)


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


def _opens(words: Sequence[Token], verb: int) -> bool:
    """Whether the subject of a bare participle opens the line or a clause of it, as in headlines: "X arrested"."""
    subject = subject_before(words, verb, 0)
    if subject is None:
        return False
    first = next(i for i, word in enumerate(words) if word.start == subject.naming.words[0].start)
    return first == 0 or not words[first - 1].word or words[first - 1].low in {"as", "and", "update"}


def _with_subject(words: Sequence[Token], verb: int, last: int, status: str, denied: bool) -> Iterator[Clause]:
    chain = _chain(words, verb)
    start = chain[0] if chain else verb
    if start > 0 and words[start - 1].low == "who":
        stop = start - 2 if start > 1 and words[start - 2].text == "," else start - 1
        subject = subject_before(words, stop, 0) if stop > 0 else None
        begin = None
    else:
        subject = subject_before(words, start, 0) if start else None
        begin = subject.begin if subject else None
    if subject is None or (begin and words[begin - 1].low in UNREAL):
        return
    first = next(i for i, word in enumerate(words) if word.start == subject.naming.words[0].start)
    if (first and words[first - 1].low in UNREAL) or _inverted(words, first):
        return
    person = _list_start(words, first), first + len(subject.naming.words)
    yield Clause(status, person, verb, last, denied, subject.naming.gloss)


def _inverted(words: Sequence[Token], first: int) -> bool:
    """Whether the clause hangs on a condition further to the left: "if, as expected, the man is charged"."""
    return any(word.low in {"if", "unless", "whether"} for word in words[:first])


def _active(words: Sequence[Token], index: int, shown: bool) -> Iterator[Clause]:
    low = words[index].low
    if low.endswith("ing") or index == 0 or index + 1 >= len(words):
        return
    chain = _chain(words, index)
    if chain is None:
        return
    start, denied = chain
    auxiliaries = {word.low for word in words[start:index]}
    if ACTIVE[low] == "released" and not _freed(words):
        return
    if auxiliaries & BE or (low in NOUNS and not shown) or start == 0:
        return
    if not _by_law(words, index):
        return
    stop = _object_end(words, index + 1)
    if stop > index + 1 and not _inverted(words, index):
        yield Clause(ACTIVE[low], (index + 1, stop), index, index, denied, _apposed(words, stop), active=True)


def _by_law(words: Sequence[Token], index: int) -> bool:
    """Whether the subject of a verb is one who arrests, charges or convicts, in a clause that stands by itself."""
    subject = subject_before(words, index, 0)
    if subject is None or (subject.begin and words[subject.begin - 1].low in UNREAL):
        return False
    named = [word.low for word in subject.naming.words]
    head = next((i for i, low in enumerate(named) if i and low in PREPOSITIONS), len(named)) - 1
    return named[head] in LAW


def _found(words: Sequence[Token], index: int) -> Iterator[Clause]:
    """ "A jury found the clerk guilty"."""
    guilty = next((i for i in range(index + 2, min(index + 12, len(words))) if words[i].low == "guilty"), None)
    if guilty is None or not _by_law(words, index):
        return
    cleared = words[guilty - 1].low == "not"
    stop = guilty - 1 if cleared else guilty
    if not any(closes(word) or verbal(word) for word in words[index + 1 : stop]):
        yield Clause("acquitted" if cleared else "convicted", (index + 1, stop), index, guilty)


def _apposed(words: Sequence[Token], stop: int) -> tuple[Token, ...]:
    """The name behind a comma: "arrested the driver, Joe Moll, on Monday"."""
    if stop + 2 >= len(words) or words[stop].text != ",":
        return ()
    end = stop + 1
    while end < len(words) and words[end].capital:
        end += 1
    bounded = end == len(words) or closes(words[end])
    return tuple(words[stop + 1 : end]) if bounded and 2 <= end - stop - 1 <= 3 else ()


_CLAUSE_OPENERS = frozenset("who whom that when but while they he she it we i police".split())
"""Words with which a clause begins behind the noun: "a man they say fired", "a baker who sold"."""


def _object_end(words: Sequence[Token], start: int) -> int:
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
