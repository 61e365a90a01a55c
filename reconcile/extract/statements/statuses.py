"""What is said of a person's legal status: arrested, charged, convicted, released …, or that it is not so.

Read are finite clauses: "X was arrested", "police have arrested X", "X pleaded guilty", in headlines "X arrested".
Left out are conditions, plans, questions and what only sets a time ("after he was arrested"). What is told of an
earlier year carries that year as its window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reconcile.extract.names.naming import subject_before
from reconcile.extract.statements.mentions import beside_ages, mentions_of
from reconcile.extract.statements.persons import (
    Described,
    Person,
    Persons,
    described,
    with_gloss,
)
from reconcile.extract.statements.statement import Statement
from reconcile.extract.statements.statuswords import BEFORE_NOW, IN_A_CASE, SOMEBODY, YEAR
from reconcile.extract.statements.stepclauses import Clause
from reconcile.extract.statements.steps import clauses, without_asides
from reconcile.extract.words.phrases import (
    plural,
    verbal,
)
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import GENERIC
from reconcile.model import Section

_DISPLAYED = (Section.HEADLINE, Section.BULLET, Section.CAPTION)


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement and its person; `nameless` in a headline that gives no name, `loose` where it only says "man"."""

    person: Person
    statement: Statement
    nameless: bool = False
    loose: bool = False


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
        words, ages = beside_ages(without_asides(sentence.words))
        shown = sentence.section in _DISPLAYED
        for clause in (each for each in clauses(words, shown) if not _of_one_charge(words, each)):
            start, end = _around(words, clause)
            near = source[words[start].start : words[end - 1].end]
            window = self._window(near)
            if clause.loose and not self._held_before(source, sentence.start):
                continue
            if window is not None or not BEFORE_NOW.search(near):
                self._take(clause, words, ages, number, sentence, window)

    def _held_before(self, source: str, start: int) -> bool:
        """Whether the text just before tells last of custody, and not of a hostage or a patient."""
        near = source[max(0, start - _NEAR) : start]
        held = max((match.start() for match in IN_A_CASE.finditer(near)), default=-1)
        return held > max((match.start() for match in _CAPTIVES.finditer(near)), default=-1)

    def _window(self, near: str) -> tuple[date, date] | None:
        """The earlier year of which a clause tells, where it names one."""
        found = YEAR.search(near)
        if found and (self._today is None or int(found["year"]) < self._today.year):
            year = int(found["year"])
            return date(year, 1, 1), date(year, 12, 31)
        return None

    def _take(
        self,
        clause: Clause,
        words: Sequence[Token],
        ages: dict[int, str],
        number: int,
        sentence: Sentence,
        window: tuple[date, date] | None,
    ) -> None:
        if clause.person[0] == clause.person[1]:
            self._take_charge(clause, words, sentence, number, window)
            return
        parts = [part for part in mentions_of(words[slice(*clause.person)]) if part]
        gloss = clause.gloss if len(parts) == 1 else ()
        told = [self._person((part, gloss), ages, number, sentence, denied=clause.denied) for part in parts]
        if any(person is None for person, _, _ in told):
            return
        shown = sentence.section in _DISPLAYED
        for person, span, about in told:
            if person is not None:
                person.cased = True
                nameless = shown and about is not None and not about.names
                loose = nameless and about is not None and about.head in GENERIC and not about.ages
                self._told.append(_Told(person, _statement(clause, words, sentence, span, window), nameless, loose))

    def _take_charge(
        self, clause: Clause, words: Sequence[Token], sentence: Sentence, number: int, window: tuple[date, date] | None
    ) -> None:
        """ "The fraud charge was dropped": that of the one person of whose case the text tells."""
        cased = [person for person in self._persons.all if person.cased]
        if len(cased) == 1:
            span = words[clause.person[0]].start, words[clause.last].end
            cased[0].seen = max(cased[0].seen, number)
            self._told.append(_Told(cased[0], _statement(clause, words, sentence, span, window)))

    def _client(self, part: Sequence[Token], sentence: Sentence, number: int) -> Person | None:
        """ "Ada Roon's lawyer says his client": the person before "lawyer"; else the only one with a case."""
        words = sentence.words
        here = next((i for i, word in enumerate(words) if i and word.low in _LAWYERS), None)
        if here is not None and words[here - 1].low.endswith(("'s", "’s")) and words[here - 1].start < part[0].start:
            first = here - 1
            while first > 0 and words[first - 1].capital and words[first - 1].word:
                first -= 1
            told = described([*words[first : here - 1], _bare(words[here - 1])], frozenset())
            return self._persons.meant(told, number) if told is not None and told.names else None
        cased = [person for person in self._persons.all if person.cased]
        return cased[0] if len(cased) == 1 else None

    def _person(
        self,
        mention: tuple[Sequence[Token], Sequence[Token]],
        ages: dict[int, str],
        number: int,
        sentence: Sentence,
        *,
        denied: bool,
    ) -> tuple[Person | None, tuple[int, int], Described | None]:
        part, gloss = mention
        span = part[0].start, part[-1].end
        if len(part) == 1 and part[0].low in {"he", "she", "him", "her"}:
            if _quoted(sentence, part[0]):
                return self._persons.only_cased(part[0].low in {"she", "her"}), span, None
            return self._persons.last("she" if part[0].low in {"she", "her"} else "he", number), span, None
        if len(part) == 2 and part[1].low == "client":
            return self._client(part, sentence, number), span, None
        beside = frozenset(age for word in part if (age := ages.get(word.end)))
        told = with_gloss(described(part, beside), gloss)
        if told is None or _anybody(told) or (denied and not (told.known or told.names or told.ages)):
            return None, span, None
        if sentence.section in _DISPLAYED:
            return self._persons.headed(told, number), span, told
        return self._persons.meant(told, number), span, told

    def note(self, sentence: Sentence, number: int) -> None:
        """Remember whom a sentence begins with, so that "he" in the next one means that person."""
        words, ages = beside_ages(sentence.words)
        verb = next((i for i, word in enumerate(words[:20]) if i and verbal(word) and word.low not in {"aged"}), None)
        subject = subject_before(words, verb, 0) if verb is not None else None
        if subject is None or subject.naming.pronoun or any(word.low == "and" for word in subject.naming.words):
            return
        beside = frozenset(age for word in subject.naming.words if (age := ages.get(word.end)))
        told = described(subject.naming.words, beside)
        if told is not None and 1 < len(told.names) <= 3 and not any(plural(name.lower()) for name in told.names):
            self._persons.meant(told, number)

    def found(self) -> Iterator[Statement]:
        """The statements, each under the name or description by which its person is known in the whole article."""
        labels: dict[str, int] = {}
        firm: dict[str, dict[int, Person]] = {}
        for told in self._told:
            if not told.nameless:
                firm.setdefault(told.statement.words, {})[told.person.number] = told.person
        for told in self._told:
            if told.nameless and self._goes_too_far(told, firm):
                continue
            label = told.person.label
            if labels.setdefault(label.casefold(), told.person.number) == told.person.number:
                yield replace(told.statement, population=label, counted=f"legal status of {label}")

    def _goes_too_far(self, told: _Told, firm: Mapping[str, Mapping[int, Person]]) -> bool:
        """Whether a headline without a name says what the text does not say of that person, but may of another.

        "Man" and "suspect" may be anyone; any other description may be that of a person whom the text names.
        """
        alike = firm.get(told.statement.words, {})
        if not firm or told.person.number in alike:
            return False
        return told.loose or any(person.names for person in alike.values())


_NEAR = 500
"""Characters before a release in which custody is told of."""
_CAPTIVES = re.compile(r"\bhostage|\bkidnap|\bcaptiv|\bhospital|\babduct", re.IGNORECASE)
_LAWYERS = frozenset("lawyer attorney barrister solicitor counsel advocate".split())


def _quoted(sentence: Sentence, word: Token) -> bool:
    """Whether a word stands behind a quotation mark of its sentence: "he" in a quotation is not who speaks."""
    return any(each.text in '“"„«' for each in sentence.words if each.start < word.start)


def _bare(word: Token) -> Token:
    """ "Roon" of "Roon's"."""
    return word._replace(text=word.text[:-2], low=word.low[:-2], end=word.end - 2)


def _anybody(told: Described) -> bool:
    return not told.known and not told.names and told.head in {"person", "individual", "adult"} and not told.ages


_COUNTS = re.compile(r"\s*(?:of|with) (?!any|a crime|an? offen[cs]e|anything|wrongdoing|the crime)\w", re.IGNORECASE)


def _of_one_charge(words: Sequence[Token], clause: Clause) -> bool:
    """Whether only one charge is denied: "was not convicted of murder" leaves a conviction of theft standing."""
    behind = " ".join(word.text for word in words[clause.last + 1 : clause.last + 4])
    return clause.denied and _COUNTS.match(behind) is not None


def _around(words: Sequence[Token], clause: Clause) -> tuple[int, int]:
    """The words from the mark before a clause to the mark behind it; a comma behind the first words is none."""
    start, end = min(clause.person[0], clause.first), max(clause.person[1], clause.last + 1)
    while start > 0 and words[start - 1].text not in ';“”"':
        start -= 1
    while end < len(words) and words[end].text not in ',;“”"':
        end += 1
    return start, end


def _statement(
    clause: Clause,
    words: Sequence[Token],
    sentence: Sentence,
    mention: tuple[int, int],
    window: tuple[date, date] | None,
) -> Statement:
    start = min(mention[0], words[clause.first].start)
    end = max(mention[1], words[clause.last].end)
    at = mention[0] if clause.joined else words[clause.first].start
    return Statement(
        sentence, start, end, at, "status", clause.status, "legal status", denied=clause.denied, window=window
    )
