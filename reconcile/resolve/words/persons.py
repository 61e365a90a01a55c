"""Whom a report names: persons with the age that it gives them, and other persons; officials name a place at most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reconcile.resolve.words.places import REGION_WORDS
from reconcile.resolve.words.terms import plain, word_set

Person = tuple[str, str]
"""First and last name in small letters."""

_NAME = r"[A-ZÀ-ÞŁŚŻĆŠŽČĐİ][\w'’-]*"
_INITIAL = r"(?:[A-Z]\. )?"
_GIVEN_AGE = re.compile(
    rf"((?:{_NAME} {_INITIAL}){{1,3}}{_NAME}),? (?:[JS]r\.?,? |I{{2,3}},? )?"
    r"(?:\(?(\d{1,2})\)?[,.)\s]|(?:who (?:is|was) )?aged? (\d{1,2})\b)"
)
_AGE_FIRST = re.compile(rf"\b\d{{1,2}}[- ]years?[- ]old ((?:{_NAME} {_INITIAL}){{1,2}}{_NAME})")
_NAMED = re.compile(rf"(?:\b([\w.]+) )?\b({_NAME} (?:{_INITIAL}|[\"“][A-Z]\w+[\"”] )(?:{_NAME} )?{_NAME})")
_AGE = re.compile(
    rf"((?:{_NAME} ){{1,3}}{_NAME}),? (?:[JS]r\.?,? |I{{2,3}},? )?"
    r"(?:\(?(\d{1,2})\)?[,.)\s]|(?:who (?:is|was) )?aged? (\d{1,2})\b)"
)
_AGE_FIRST = re.compile(rf"\b\d{{1,2}}[- ]years?[- ]old ((?:{_NAME} ){{1,2}}{_NAME})")
_NAMED = re.compile(rf"(?:\b([\w.]+) )?\b({_NAME} (?:[A-Z]\.? |[\"“][A-Z]\w+[\"”] )?(?:{_NAME} )?{_NAME})")
_AGE = re.compile(
    r"\b(\d{1,3})[- ](?:years?|yr)[- ]olds?\b|[a-z’'],\s(\d{1,2})[,.;]|\b(?:aged?|ages)\s(\d{1,3})\b|\((\d{1,2})\)"
    r"|,\s(\d{1,2})\s+(?:of|was|and)\b"
)
_OFFICE = word_set(
    "sgt lt capt chief sheriff officer judge attorney mayor detective prosecutor spokesman spokeswoman spokesperson "
    "deputy cpl det dr doctor councilman councilwoman pastor rev sen rep gov governor president commander commissioner "
    "inspector cmdr major principal superintendent lieutenant sergeant captain trooper agent reporter coroner "
    "solicitor investigator photo minister secretary ambassador professor director general colonel col gen adm admiral "
    "bishop senator representative chairman chairwoman manager editor photographer"
)
_NO_PERSON = word_set(
    "police department county parish city school high street avenue road drive lane boulevard parkway court way place "
    "hospital medical center centre "
    "university college church park court district state office fire news action channel north south east west new "
    "united january february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday club bar inn hotel apartments house home homes complex the a crime "
    "stoppers lab unit division press associated first second third degree man woman boy girl teen killed charged "
    "arrested dead injured murder general island beach lake river hills heights valley creek air force facebook "
    "twitter youtube instagram media group inc llc corp company all rights copyright reserved national federal highway "
    "interstate grill restaurant market store mall station memorial regional health bureau investigation enforcement "
    "image source story report live video local breaking ministry government council committee board agency airport "
    "port bridge railway line express airlines bank party union league army navy guard service services authority "
    "association foundation institute museum society trust festival square tower dam mine plant"
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The persons of a report: `aged` are told with an age, `others` without one, no officials among them."""

    aged: frozenset[Person]
    others: frozenset[Person]

    @property
    def everyone(self) -> frozenset[Person]:
        """All of them."""
        return self.aged | self.others


NO_CAST = Cast(frozenset(), frozenset())


def cast_of(text: str) -> Cast:
    """The persons that a text names in full; an office before a name makes it an official's."""
    aged = {person for words in _with_age(text) if (person := _person(words))}
    officials: set[Person] = set()
    named: set[Person] = set()
    for match in _NAMED.finditer(text):
        before = (match.group(1) or "").lower().strip(".")
        words = match.group(2).split()
        while words and _bare(words[0]) in _OFFICE:
            before = _bare(words.pop(0))
        if person := _person(" ".join(words)):
            (officials if before in _OFFICE else named).add(person)
    return Cast(frozenset(aged - officials), frozenset(named - officials - aged))


def _with_age(text: str) -> Iterator[str]:
    yield from (match.group(1) for match in _GIVEN_AGE.finditer(text))
    yield from (match.group(1) for match in _AGE_FIRST.finditer(text))


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    return plain(word).strip(".,'\"“”-")


def _person(name: str) -> Person | None:
    words = [bare for word in name.split() if len(bare := _bare(word)) > 1 and bare not in ("jr", "sr")]
    while len(words) > 2 and words[0] in _NO_PERSON:
        del words[0]
    if len(words) < 2 or any(word in _NO_PERSON or word in REGION_WORDS for word in words):
        return None
    return words[0], words[-1]


def ages_of(text: str) -> frozenset[int]:
    """The ages that a text gives."""
    found = (int(age) for match in _AGE.findall(text) for age in match if age)
    return frozenset(age for age in found if 0 < age < 120)
