"""What a source's name tells: the person, the body, the office; and whether two names may mean one source.

A role alone never tells who somebody is: two doctors, two mayors or a mayor and a deputy mayor are different
people, and so are different names. Only a body that is stated the same for both makes one source of two people
who speak for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache

from reconcile.model import Source
from reconcile.resolve.origins.sourcewords import (
    AREAS,
    BODY_SAID,
    BODY_WORDS,
    BY_RANK,
    FILLERS,
    FIRMS,
    FORMS,
    KIND,
    MANY,
    NOBODY,
    OFFICES,
    ORDINALS,
    RANKS,
    ROLES,
    SORTS,
    SPEAKERS,
    TITLES,
)
from reconcile.resolve.words.terms import plain, stem

_TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")


class Tie(IntEnum):
    """Whether two names mean one source: never, nothing tells, where no other fits, surely."""

    NEVER = 0
    NOTHING = 1
    MAY = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a source is: the words of a person's name, of the body or office, its ranks (deputy), its speaking roles.

    `of_body` tells that a body is stated for which several people can speak; `documents` are those in which
    the name stands. `initials` are those of a body that is written out ("ndma" of the National Disaster Management
    Authority). `described` tells that the body is told in common words ("state railway"), `for_itself` that somebody
    at the body speaks, but not for it ("a clerk at the city hospital"), `by_rank` that only a rank tells the service.
    """

    person: frozenset[str]
    body: frozenset[str]
    ranks: frozenset[str]
    roles: frozenset[str]
    of_body: bool
    documents: frozenset[str]
    initials: str = ""
    described: bool = False
    for_itself: bool = False
    by_rank: bool = False


@lru_cache(maxsize=65536)
def is_nobody(source: Source) -> bool:
    """Whether a source is no one in particular: "officials", "US officials", "residents of Orvo", "a doctor"."""
    if source.person or person_in(source.name):
        return False
    words = [word for word in _tokens(source.name) if word not in FILLERS and word not in AREAS]
    if any((KIND.get(word) or word) in BODY_WORDS or word in OFFICES for word in words):
        return False
    if _SPOKEN_FOR.search(source.name):
        return False
    return (not source.body and any(word in NOBODY for word in words)) or not words


_SPOKEN_FOR = re.compile(r"\bspokes(?:man|woman|person)\b.*\b[A-Z]{3,}\b|\b[A-Z]{3,} spokes(?:man|woman|person)\b")
"""Who speaks for a body that goes by its initials: "a spokesman for the NDMA"."""


def identity_of(source: Source, documents: Iterable[str]) -> Identity:
    """What the name of a source, and what reading found of it, tell of who it is."""
    return replace(_identity(source), documents=frozenset(documents))


@lru_cache(maxsize=65536)
def _identity(source: Source) -> Identity:
    person = person_words(source)
    said = [word for word in _tokens(source.name) if word not in FILLERS and stem(word) not in person]
    stated = [word for word in _tokens(source.body or "") if word not in FILLERS and stem(word) not in person]
    body = _body(said) | _body(stated)
    if plain(source.name).startswith(("city of ", "county of ", "town of ", "municipality of ")):
        body |= {"government"}
    roles = frozenset(word for word in said if word in SPEAKERS or KIND.get(word) or word in TITLES)
    service = _service(said) if person and not body else frozenset()
    known = any(word in BODY_WORDS for word in body) or bool(stated) or bool(roles and _proper(source.name, body))
    return Identity(
        person=person,
        body=body | service,
        ranks=RANKS.intersection(said),
        roles=roles,
        of_body=known and not body - AREAS <= OFFICES,
        documents=frozenset(),
        initials=_initials(source, person),
        described=bool(body) and _in_common_words(source.name),
        for_itself=not person and _speaks_for_itself(source.name),
        by_rank=bool(service),
    )


def _in_common_words(name: str) -> bool:
    """Whether nothing but the first word of a name is capitalised, and that word is a common one where it is alone."""
    words = _TOKEN.findall(name)
    if len(words) == 1:
        return words[0].islower() or plain(words[0]) in BODY_WORDS | KIND.keys()
    return not any(word[0].isupper() for word in words[1:])


def _service(said: Iterable[str]) -> frozenset[str]:
    """The service whose rank a person has: an admiral of whom no navy is stated."""
    return frozenset(BY_RANK[word] for word in said if word in BY_RANK)


def _speaks_for_itself(name: str) -> bool:
    """Whether a name is that of somebody at a body who holds no office there: "sources within the museum"."""
    if _tokens(name)[-1:] == ("official",):
        return True
    head = _tokens(_AT.split(name)[0])[-1:]
    return bool(head) and _AT.search(name) is not None and head[0] in NOBODY - {"officials", "official"}


_AT = re.compile(r"\s(?:at|in|within|inside|from|of|close to|with)\s")


def _initials(source: Source, person: frozenset[str]) -> str:
    """The initials of three or more capitalised words of a body's name; empty where there are fewer."""
    name = source.body or source.name.partition(",")[0]
    words = [word for word in _TOKEN.findall(name) if word[0].isupper() and stem(plain(word)) not in person]
    return "".join(word[0].lower() for word in words) if len(words) >= _SHORTEST_SHORT else ""


_SHORTEST_SHORT = 3
"""Letters of a short form that is believed to be somebody's initials."""


def _proper(name: str, body: frozenset[str]) -> bool:
    """Whether a proper name is among the words for a body: "Taliban spokesman", not "rebel leader"."""
    return any(word[:1].isupper() and stem(plain(word)) in body for word in _TOKEN.findall(name))


def _body(words: Sequence[str]) -> frozenset[str]:
    kept = [word for word in words if word not in TITLES and word not in RANKS and word not in FORMS]
    named = [word for word in kept if word not in SPEAKERS]
    firm = FORMS.intersection(words) | FIRMS.intersection(named)
    told = frozenset(ORDINALS.get(word) or KIND.get(word) or stem(word) for word in named)
    return told | {"company"} if firm and named else told


@lru_cache(maxsize=65536)
def _tokens(name: str) -> tuple[str, ...]:
    """The words and numbers of a name; single letters only where they number something ("Ward B") or are initials."""
    found = _TOKEN.findall((name or "").replace("’", "'"))
    letter = found[-1].lower() if found and _numbers(found, len(found) - 1) else ""
    kept = (word for word in found if len(word) > 1 or word.isdigit())
    told = [token for word in kept for token in _TOKEN.findall(plain(word))]
    return (*told, f"no. {letter}") if letter else tuple(told)


def _numbers(words: list[str], place: int) -> bool:
    return place > 0 and len(words[place]) == 1 and words[place].isupper() and len(words[place - 1]) > 1


@lru_cache(maxsize=65536)
def person_words(source: Source) -> frozenset[str]:
    """The words of the name of the person who speaks, titles left out; empty where none is named."""
    person = source.person or person_in(source.name)
    if person and not source.person and plain(person) in plain(source.body):
        return frozenset()
    words = (word for word in _TOKEN.findall(plain(person)) if word not in TITLES)
    return frozenset(stem(word) for word in words)


@lru_cache(maxsize=65536)
def person_in(name: str) -> str | None:
    """The person in "Alison Frome, headteacher", "prosecutor Anna Greif", "Dr Tom Roe of City Hospital".

    Two capitalised words alone may be a company as well: they name no person.
    """
    head, comma, tail = name.partition(",")
    if not comma:
        before, joint, _ = _partition(head)
        return _after_role(before) or (_titled(before) if joint else None)
    if BODY_SAID.intersection(_tokens(tail)[-1:]) and SPEAKERS.isdisjoint(_tokens(tail)):
        return None
    head = _partition(head)[0]
    words = [word for word in head.split() if not _is_role(word)]
    if any(plain(word) in BODY_WORDS for word in words):
        return None
    capitals = all(word.strip("(.)")[:1].isupper() for word in words if word.strip("(.)"))
    return " ".join(words) if 0 < len(words) <= 4 and capitals and _fits_person(words, tail) else None


def _fits_person(words: list[str], tail: str) -> bool:
    """One bare word is a person only beside a role: "F., deputy governor", not "Defence, Kabul"."""
    return len(words) > 1 or any(_is_role(word) or plain(word) in NOBODY for word in tail.split())


def _partition(head: str) -> tuple[str, str, str]:
    match = re.search(r" (?:of|from|at|for|with) | \(", head)
    return (head[: match.start()], match.group(), head[match.end() :]) if match else (head, "", "")


def _titled(head: str) -> str | None:
    words = head.split()
    rest = [word for word in words if not _is_role(word)]
    named = rest and len(rest) < len(words) and all(word[:1].isupper() for word in rest)
    return " ".join(rest) if named and not any(plain(word) in BODY_WORDS for word in rest) else None


def _after_role(name: str) -> str | None:
    """The person in "prosecutor Anna Greif" or "Chief Inspector Karin Moser": capitalised words after a role."""
    words = name.replace("’", "'").split()
    place = len(words)
    while place and words[place - 1][0].isupper() and not _is_role(words[place - 1]):
        place -= 1
    several = 0 < place <= len(words) - 2 and _is_role(words[place - 1])
    return " ".join(words[place:]) if several else None


def _is_role(word: str) -> bool:
    return plain(word).strip("().,") in ROLES


def tie_of(left: Identity, right: Identity) -> Tie:
    """Whether two names mean one source."""
    if left.person and right.person:
        return _persons(left, right)
    if left.person or right.person:
        named, other = (left, right) if left.person else (right, left)
        if other.body and not other.ranks and within(other.body, named.person):
            return Tie.MAY
        return min(_bodies(named, other), Tie.MAY)
    return _bodies(left, right)


def nothing_shared(left: Identity, right: Identity) -> bool:
    """Whether two names of bodies or offices have nothing by which `tie_of` could tie them: no word, no initials."""
    if left.person or right.person or not left.body.isdisjoint(right.body):
        return False
    return not (_abbreviates(left, right) or _abbreviates(right, left))


@lru_cache(maxsize=65536)
def words_of_body(source: Source) -> frozenset[str] | None:
    """All words by which the name of a body might be tied to another; None where more than its words can tie it.

    Two names with such words that share none are never tied. It takes a small part of the time of `identity_of`.
    """
    if source.body or source.person or source.role or person_in(source.name):
        return None
    said = _tokens(source.name)
    lettered = sum(word[0].isupper() for word in _TOKEN.findall(source.name)) >= _SHORTEST_SHORT
    if lettered or "of" in said[1:2] or not (FORMS.isdisjoint(said) and FIRMS.isdisjoint(said)):
        return None
    return frozenset(ORDINALS.get(word) or KIND.get(word) or stem(word) for word in said if word not in FILLERS)


def is_shorter(left: Identity, right: Identity) -> bool:
    """Whether the one name may stand for the other, fuller one: "the council" for "Lena Moss, head of the council"."""
    if left.person and right.person:
        return within(left.person, right.person) or left.body <= right.body
    if left.person:
        return left.body <= right.body if left.by_rank else left.body < right.body
    return left.body <= right.body or within(left.body, right.person) or _abbreviates(left, right)


def _abbreviates(short: Identity, full: Identity) -> bool:
    """Whether one name is the initials of the other: "NDMA"."""
    return bool(full.initials) and short.body == {stem(full.initials)}


def _persons(left: Identity, right: Identity) -> Tie:
    """Two people: one name in full or in part, or else two who speak for one stated body."""
    if within(left.person, right.person) or within(right.person, left.person):
        return Tie.SURE if left.person == right.person else Tie.MAY
    if left.by_rank or right.by_rank:
        return Tie.NOTHING if left.body & right.body else Tie.NEVER
    if not (left.of_body and right.of_body):
        return Tie.NEVER
    tie = _bodies(left, right)
    shorter = min(left.body, right.body, key=lambda body: (len(body), sorted(body)))
    unnamed = not shorter - MANY - AREAS
    if tie is Tie.NOTHING or (unnamed and not left.documents & right.documents):
        return Tie.NEVER
    return tie


def within(part: frozenset[str], whole: frozenset[str]) -> bool:
    """Whether every word of a name stands in another one, an initial for its word."""
    return bool(part) and all(
        word in whole or any(other[0] == word[0] for other in whole if 1 in (len(other), len(word))) for word in part
    )


def _bodies(left: Identity, right: Identity) -> Tie:
    """Two bodies or offices: of the same words, or one with words that the other lacks, never both."""
    if not left.body or not right.body:
        return Tie.NOTHING
    if left.ranks != right.ranks and left.roles & right.roles:
        return Tie.NEVER
    if left.ranks != right.ranks and not (left.of_body and right.of_body):
        return Tie.NEVER
    if left.for_itself is not right.for_itself:
        return Tie.NEVER
    if left.body == right.body:
        return Tie.SURE
    if _abbreviates(left, right) or _abbreviates(right, left):
        return Tie.MAY
    if not (left.body < right.body or right.body < left.body):
        return Tie.NOTHING if _name_and_description(left, right) else Tie.NEVER
    small, large = (left, right) if left.body < right.body else (right, left)
    return _narrower(small, large)


def _narrower(small: Identity, large: Identity) -> Tie:
    """A shorter name of a body: not where the longer one tells of another sort of body, a union of the police."""
    added = (large.body - small.body) & SORTS
    if added and small.body & (BODY_WORDS | {"company"}):
        return Tie.NEVER
    if added and not small.documents & large.documents:
        return Tie.NOTHING
    if small.body <= AREAS:
        return Tie.NOTHING
    return Tie.MAY


def _name_and_description(left: Identity, right: Identity) -> bool:
    """Whether one is a proper name and the other common words that tell another thing of it: "NRB", "state railway"."""
    return left.described is not right.described and not left.body & right.body
