"""The clauses of a sentence that name a step of a legal case: who, which step, denied or not.

Finite clauses, in headlines bare participles: "X was arrested", "police have arrested X", "X pleaded guilty",
"X arrested and charged", "X faces charges".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.extract.names.naming import subject_before
from reconcile.extract.statements.clearing import dropped, uninvolved
from reconcile.extract.statements.statuswords import (
    ACTIVE,
    CHARGED,
    CHARGES_OF_PRICE,
    CUSTODY,
    DROPPED,
    FINITE,
    HELD,
    NOUNS,
    PASSIVE,
    PHRASES,
    PLEADED,
    QUESTIONED,
    WALKED,
    WANTED,
)
from reconcile.extract.statements.stepclauses import (
    REACH,
    Clause,
    by_law,
    chain_before,
    inverted,
    object_end,
    with_subject,
)
from reconcile.extract.words.phrases import ADVERBS, AUXILIARIES, BE, DETERMINERS, PREPOSITIONS, closes, verbal
from reconcile.extract.words.tokens import Token


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


_SAYS = frozenset("said says according added adds insisted insists confirmed reported told".split())
_LONGEST_ASIDE = 9


def without_asides(words: Sequence[Token]) -> list[Token]:
    """The words without who says it between commas: "Lind, the lawyer said, remains in custody"."""
    kept = list(words)
    for index in range(len(kept) - 1, 0, -1):
        if kept[index].low in _SAYS:
            first = next((i for i in range(index - 1, max(-1, index - _LONGEST_ASIDE), -1) if closes(kept[i])), -1)
            last = next((i for i in range(index + 1, min(len(kept), index + _LONGEST_ASIDE)) if closes(kept[i])), -1)
            if first > 0 and last > 0 and kept[first].text == kept[last].text == "," and not _lists(kept, last):
                del kept[first : last + 1]
                return kept
    return kept


def _lists(words: Sequence[Token], last: int) -> bool:
    """Whether a finite clause ends before the first comma, so that the words between belong to no aside."""
    behind = words[last + 1].low if last + 1 < len(words) else ""
    return behind not in AUXILIARIES | {"remains", "remained", "faces", "pleaded"}


def _at(words: Sequence[Token], index: int, shown: bool) -> Iterator[Clause]:
    """The clauses whose verb is the word at an index."""
    low = words[index].low
    if low in PLEADED:
        yield from _plea(words, index)
        return
    if low in DROPPED or low in {"witness", "suspect", "accused"}:
        yield from dropped(words, index) if low in DROPPED else uninvolved(words, index)
        return
    walked = _phrase(_WALKED, words, index)
    if walked is not None:
        yield from _passive(words, index, walked[1], walked[0], shown, acted=True)
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
    if behind is None or start < 1 or words[start - 1].low != "and" or not before.last < start <= before.last + REACH:
        return
    if any(closes(word) and word.text not in ",-" for word in words[before.last : start]):
        return
    if before.active and object_:
        yield Clause(behind[0], (index + 1, index + 2), index, index, active=True)
    elif not before.active and not object_:
        yield replace(before, status=behind[0], first=index, last=behind[1], denied=before.denied)


def _facing(words: Sequence[Token], index: int) -> Iterator[Clause]:
    """ "She faces two counts of fraud": has been charged."""
    near = [word.low for word in words[index + 1 : index + 7]]
    stop = next((i for i, low in enumerate(near) if low in {"charge", "charges", "count", "counts"}), None)
    chain = chain_before(words, index)
    if stop is None or chain is None or not words[index + 1].word or {"new", "possible", "potential"} & set(near):
        return
    if any(low in PREPOSITIONS - {"of"} or not low[0].isalnum() for low in near[:stop]):
        return
    if words[index].low == "facing" and not {word.low for word in words[chain[0] : index]} & FINITE:
        return
    if words[index].low == "faced":
        return
    yield from with_subject(words, index, index + 1 + stop, "charged", chain[1])


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
    chain = chain_before(words, index)
    if value is None or chain is None or words[index - 1].low == "to":
        return
    yield from with_subject(words, index, last, value, chain[1])


_TERM = re.compile(
    r"\s*for (?:life|(?:at least |up to |more than )?[\w-]+ (?:and a half )?(?:year|month|week|day)s?)\b"
)
"""What tells that "jailed" is a sentence; alone it may only mean locked up."""


def _behind_be(words: Sequence[Token], index: int) -> tuple[str, int] | None:
    """The status that begins at a word, and its last word."""
    phrase = _phrase(_PHRASES, words, index)
    if phrase is not None:
        return phrase if words[index].low != "let" or _out(words, phrase[1]) else None
    status_of_word = PASSIVE.get(words[index].low)
    if words[index].low == "jailed" and not _TERM.match(" ".join(word.low for word in words[index + 1 : index + 5])):
        status_of_word = "detained"
    if status_of_word is None or not _legal(words, index):
        return None
    return status_of_word, index


_Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def _by_first_word(table: Mapping[tuple[str, ...], str]) -> _Phrases:
    firsts = {phrase[0] for phrase in table}
    return {first: [(phrase, name) for phrase, name in table.items() if phrase[0] == first] for first in firsts}


_WALKED = _by_first_word(WALKED)
_PHRASES = _by_first_word(PHRASES)


def _phrase(table: _Phrases, words: Sequence[Token], index: int) -> tuple[str, int] | None:
    """The status that a phrase of a table names at a word, and its last word."""
    for phrase, status in table.get(words[index].low, ()):
        if tuple(word.low for word in words[index : index + len(phrase)]) == phrase:
            return status, index + len(phrase) - 1
    return None


_PLACES_OF_CUSTODY = frozenset("jail prison custody detention cell cells".split())


def _out(words: Sequence[Token], last: int) -> bool:
    """Whether "let out of" is followed by a place of custody; "let go" may mean work, and what stands before tells."""
    return words[last].low != "of" or any(word.low in _PLACES_OF_CUSTODY for word in words[last + 1 : last + 4])


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
    if low == "questioned":
        return bool(QUESTIONED.search(" ".join(word.text for word in words)))
    return True


def _freed(words: Sequence[Token]) -> bool:
    """Whether a sentence that speaks of a release tells of custody, and of no hospital and no hostage."""
    whole = " ".join(word.text for word in words)
    return bool(CUSTODY.search(whole)) and not re.search(r"\bhospital|\bhostage|\bkidnap", whole, re.IGNORECASE)


def _passive(
    words: Sequence[Token], index: int, last: int, status: str, shown: bool, *, acted: bool = False
) -> Iterator[Clause]:
    chain = chain_before(words, index)
    if chain is None:
        if status == "charged" and [word.low for word in words[max(0, index - 2) : index]] == ["will", "be"]:
            yield from with_subject(words, index - 2, last, "to be charged", False)
        return
    start, denied = chain
    auxiliaries = {word.low for word in words[start:index]}
    finite = auxiliaries & FINITE
    bare = shown and not auxiliaries & AUXILIARIES and index > 0 and words[index - 1].low not in DETERMINERS
    trial = status == "on trial" and index and words[index - 1].low in {"went", "goes", "stands", "stood", "is", "was"}
    stays = index and words[index - 1].low in {"remains", "remained", "stays", "stayed"}
    if not (finite or bare or trial or stays or acted):
        return
    verb = index - 1 if (trial or stays) and not finite else index
    if not (finite or trial or stays or acted) and not _opens(words, index):
        return
    loose = status == "released" and not acted and not _freed(words)
    for clause in with_subject(words, verb, last, status, denied):
        yield replace(clause, loose=loose)


def _opens(words: Sequence[Token], verb: int) -> bool:
    """Whether the subject of a bare participle opens the line or a clause of it, as in headlines: "X arrested"."""
    subject = subject_before(words, verb, 0)
    if subject is None:
        return False
    first = next(i for i, word in enumerate(words) if word.start == subject.naming.words[0].start)
    return first == 0 or not words[first - 1].word or words[first - 1].low in {"as", "and", "update"}


def _active(words: Sequence[Token], index: int, shown: bool) -> Iterator[Clause]:
    low = words[index].low
    if low.endswith("ing") or index == 0 or index + 1 >= len(words):
        return
    chain = chain_before(words, index)
    if chain is None:
        return
    start, denied = chain
    auxiliaries = {word.low for word in words[start:index]}
    if ACTIVE[low] == "released" and not _freed(words):
        return
    if ACTIVE[low] == "questioned" and not _by_police(words, index):
        return
    if auxiliaries & BE or (low in NOUNS and not shown) or start == 0:
        return
    if not by_law(words, index):
        return
    stop = object_end(words, index + 1)
    if stop > index + 1 and not inverted(words, index):
        yield Clause(ACTIVE[low], (index + 1, stop), index, index, denied, _apposed(words, stop), active=True)


def _by_police(words: Sequence[Token], index: int) -> bool:
    subject = subject_before(words, index, 0)
    return subject is not None and subject.naming.words[-1].low in {"police", "detectives", "officers", "investigators"}


def _found(words: Sequence[Token], index: int) -> Iterator[Clause]:
    """ "A jury found the clerk guilty"."""
    guilty = next((i for i in range(index + 2, min(index + 12, len(words))) if words[i].low == "guilty"), None)
    if guilty is None or not by_law(words, index):
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
