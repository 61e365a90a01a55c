"""What is said of a person's legal status: arrested, charged, convicted, released …, or that it is not so.

Read are finite clauses: "X was arrested", "police have arrested X", "X pleaded guilty", in headlines "X arrested".
Left out are conditions, plans, questions and what only sets a time ("after he was arrested"). What is told of an
earlier year carries that year as its window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reconcile.extract.naming import subject_before
from reconcile.extract.persons import Described, Person, Persons, beside_ages, described, mentions_of, with_gloss
from reconcile.extract.phrases import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    TIME_WORDS,
    closes,
    plural,
    verbal,
)
from reconcile.extract.statement import Statement
from reconcile.extract.statuswords import (
    ACTIVE,
    BEFORE_NOW,
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
    SOMEBODY,
    UNREAL,
    WANTED,
    YEAR,
)
from reconcile.extract.text import Sentence
from reconcile.extract.tokens import Token
from reconcile.model import Section

_DISPLAYED = (Section.HEADLINE, Section.BULLET, Section.CAPTION)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A status in a sentence before its person is known: word indices of its person and of the words for it."""

    status: str
    person: tuple[int, int]
    first: int
    last: int
    denied: bool = False
    gloss: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    person: Person
    statement: Statement


class Cases:
    """The legal statuses of one article: the text first, then what headlines, bullets and captions make of it."""

    def __init__(self, text: str, today: date | None) -> None:
        self._persons = Persons(text)
        self._today = today
        self._told: list[_Told] = []

    def read(self, sentence: Sentence, number: int, source: str) -> None:
        """Take in the clauses of one sentence of `source`; those of the body must come before those of a headline."""
        asked = source[sentence.start : sentence.end].rstrip("”\"’' ").endswith("?")
        if asked or SOMEBODY.search(source, sentence.start, sentence.end):
            return
        words, ages = beside_ages(sentence.words)
        shown = sentence.section in _DISPLAYED
        for clause in (each for each in _clauses(words, shown) if not _of_one_charge(words, each)):
            start, end = _around(words, clause)
            near = source[words[start].start : words[end - 1].end]
            window = self._window(near)
            if window is not None or not BEFORE_NOW.search(near):
                self._take(clause, words, ages, number, sentence, window)

    def _window(self, near: str) -> tuple[date, date] | None:
        """The earlier year of which a clause tells, where it names one."""
        found = YEAR.search(near)
        if found and (self._today is None or int(found["year"]) < self._today.year):
            year = int(found["year"])
            return date(year, 1, 1), date(year, 12, 31)
        return None

    def _take(
        self,
        clause: _Clause,
        words: Sequence[Token],
        ages: dict[int, str],
        number: int,
        sentence: Sentence,
        window: tuple[date, date] | None,
    ) -> None:
        parts = [part for part in mentions_of(words[slice(*clause.person)]) if part]
        gloss = clause.gloss if len(parts) == 1 else ()
        told = [self._person((part, gloss), ages, number, sentence) for part in parts]
        if any(person is None for person, _ in told):
            return
        for person, (start, end) in told:
            if person is not None:
                person.cased = True
                self._told.append(_Told(person, _statement(clause, words, sentence, (start, end), window)))

    def _person(
        self, mention: tuple[Sequence[Token], Sequence[Token]], ages: dict[int, str], number: int, sentence: Sentence
    ) -> tuple[Person | None, tuple[int, int]]:
        part, gloss = mention
        span = part[0].start, part[-1].end
        if len(part) == 1 and part[0].low in {"he", "she", "him", "her"}:
            return self._persons.last("she" if part[0].low in {"she", "her"} else "he", number), span
        beside = frozenset(age for word in part if (age := ages.get(word.end)))
        told = with_gloss(described(part, beside), gloss)
        if told is None or _anybody(told):
            return None, span
        if sentence.section in _DISPLAYED:
            return self._persons.headed(told, number), span
        return self._persons.meant(told, number), span

    def note(self, sentence: Sentence, number: int) -> None:
        """Remember whom a sentence begins with, so that "he" in the next one means that person."""
        words, ages = beside_ages(sentence.words)
        verb = next((i for i, word in enumerate(words[:20]) if i and verbal(word) and word.low not in {"aged"}), None)
        subject = subject_before(words, verb, 0) if verb is not None else None
        if subject is None or subject.naming.pronoun:
            return
        beside = frozenset(age for word in subject.naming.words if (age := ages.get(word.end)))
        told = described(subject.naming.words, beside)
        if told is not None and 1 < len(told.names) <= 3 and not any(plural(name.lower()) for name in told.names):
            self._persons.meant(told, number)

    def found(self) -> Iterator[Statement]:
        """The statements, each under the name or description by which its person is known in the whole article."""
        labels: dict[str, int] = {}
        for told in self._told:
            label = told.person.label
            if labels.setdefault(label.casefold(), told.person.number) == told.person.number:
                yield replace(told.statement, population=label, counted=f"legal status of {label}")


def _anybody(told: Described) -> bool:
    return not told.known and not told.names and told.head in {"person", "individual", "adult"} and not told.ages


_COUNTS = re.compile(r"\s*(?:of|with) (?!any|a crime|an? offen[cs]e|anything|wrongdoing|the crime)\w", re.IGNORECASE)


def _of_one_charge(words: Sequence[Token], clause: _Clause) -> bool:
    """Whether only one charge is denied: "was not convicted of murder" leaves a conviction of theft standing."""
    behind = " ".join(word.text for word in words[clause.last + 1 : clause.last + 4])
    return clause.denied and _COUNTS.match(behind) is not None


def _around(words: Sequence[Token], clause: _Clause) -> tuple[int, int]:
    """The words from the mark before a clause to the mark behind it; a comma behind the first words is none."""
    start, end = min(clause.person[0], clause.first), max(clause.person[1], clause.last + 1)
    while start > 0 and words[start - 1].text not in ';“”"':
        start -= 1
    while end < len(words) and words[end].text not in ',;“”"':
        end += 1
    return start, end


def _statement(
    clause: _Clause,
    words: Sequence[Token],
    sentence: Sentence,
    mention: tuple[int, int],
    window: tuple[date, date] | None,
) -> Statement:
    start = min(mention[0], words[clause.first].start)
    end = max(mention[1], words[clause.last].end)
    at = words[clause.first].start
    return Statement(
        sentence, start, end, at, "status", clause.status, "legal status", denied=clause.denied, window=window
    )


def _clauses(words: Sequence[Token], shown: bool) -> Iterator[_Clause]:
    for index, word in enumerate(words):
        if word.low in PLEADED:
            yield from _plea(words, index)
            continue
        behind = _behind_be(words, index)
        if behind is not None:
            status, last = behind
            yield from _passive(words, index, last, status, shown)
        if word.low in ACTIVE:
            yield from _active(words, index, shown)
        elif word.low == "found" and behind is None and index:
            yield from _found(words, index)


def _plea(words: Sequence[Token], index: int) -> Iterator[_Clause]:
    lows = [word.low for word in words[index + 1 : index + 3]]
    status = {("guilty",): "pleaded guilty", ("not", "guilty"): "pleaded not guilty"}
    last = index + (1 if lows[:1] == ["guilty"] else 2)
    value = status.get(tuple(lows[: last - index]))
    chain = _chain(words, index)
    if value is None or chain is None or words[index - 1].low == "to":
        return
    yield from _with_subject(words, index, last, value, chain[1])


def _behind_be(words: Sequence[Token], index: int) -> tuple[str, int] | None:
    """The status that begins at a word, and its last word."""
    for phrase, status in PHRASES.items():
        if words[index].low == phrase[0] and tuple(word.low for word in words[index : index + len(phrase)]) == phrase:
            return status, index + len(phrase) - 1
    status_of_word = PASSIVE.get(words[index].low)
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


def _passive(words: Sequence[Token], index: int, last: int, status: str, shown: bool) -> Iterator[_Clause]:
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


def _opens(words: Sequence[Token], verb: int) -> bool:
    """Whether the subject of a bare participle opens the line or a clause of it, as in headlines: "X arrested"."""
    subject = subject_before(words, verb, 0)
    if subject is None:
        return False
    first = next(i for i, word in enumerate(words) if word.start == subject.naming.words[0].start)
    return first == 0 or not words[first - 1].word or words[first - 1].low in {"as", "and", "update"}


def _with_subject(words: Sequence[Token], verb: int, last: int, status: str, denied: bool) -> Iterator[_Clause]:
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
    person = first, first + len(subject.naming.words)
    yield _Clause(status, person, verb, last, denied, subject.naming.gloss)


def _inverted(words: Sequence[Token], first: int) -> bool:
    """Whether the clause hangs on a condition further to the left: "if, as expected, the man is charged"."""
    return any(word.low in {"if", "unless", "whether"} for word in words[:first])


def _active(words: Sequence[Token], index: int, shown: bool) -> Iterator[_Clause]:
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
        yield _Clause(ACTIVE[low], (index + 1, stop), index, index, denied, _apposed(words, stop))


def _by_law(words: Sequence[Token], index: int) -> bool:
    """Whether the subject of a verb is one who arrests, charges or convicts, in a clause that stands by itself."""
    subject = subject_before(words, index, 0)
    if subject is None or (subject.begin and words[subject.begin - 1].low in UNREAL):
        return False
    named = [word.low for word in subject.naming.words]
    head = next((i for i, low in enumerate(named) if i and low in PREPOSITIONS), len(named)) - 1
    return named[head] in LAW


def _found(words: Sequence[Token], index: int) -> Iterator[_Clause]:
    """ "A jury found the clerk guilty"."""
    guilty = next((i for i in range(index + 2, min(index + 12, len(words))) if words[i].low == "guilty"), None)
    if guilty is None or not _by_law(words, index):
        return
    cleared = words[guilty - 1].low == "not"
    stop = guilty - 1 if cleared else guilty
    if not any(closes(word) or verbal(word) for word in words[index + 1 : stop]):
        yield _Clause("acquitted" if cleared else "convicted", (index + 1, stop), index, guilty)


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
