"""Statements in words that were read by the machine: which of them are about one thing, and which leave no room.

A legal status is asked of one person; persons are the same by their names, or by a description that fits one of
either document alone. A cause and a culprit are asked of one event, a state of the thing that is named.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reconcile.extract.evidence import STATED
from reconcile.extract.statements.causekinds import ONE_THING, cause_kind, kinds_exclude
from reconcile.extract.words.wordforms import GENERIC, human
from reconcile.model import Claim, Kind, Modality
from reconcile.resolve.words.terms import concepts, plain

_AGE = re.compile(r"\b(\d{1,3})(?:-year-old|\b(?!th|st|nd|rd))")
_BEFORE_NAME = frozenset("de da del der den van von al el bin ibn la le di du".split())
_EVENTS = {
    word: name
    for name, words in {
        "fire": "fire fires blaze inferno wildfire wildfires",
        "explosion": "explosion explosions blast blasts",
        "crash": "crash crashes collision derailment wreck",
        "attack": "attack attacks assault assaults raid raids bombing bombings shooting shootings ambush massacre "
        "killing killings murder murders strike strikes shelling stabbing assassination",
        "leak": "leak spill release contamination",
        "collapse": "collapse subsidence landslide",
        "outage": "blackout outage cut cuts shutdown",
        "theft": "theft robbery heist burglary break-in",
        "illness": "outbreak illness sickness poisoning disease infection infections epidemic cholera typhoid pandemic",
        "cuts": "cuts closure closures layoffs losses",
        "sinking": "sinking capsizing",
        "flood": "flood floods flooding",
        "death": "death deaths drowning",
    }.items()
    for word in words.split()
}
"""Nouns for what happened that may name one event, by one of them."""
_MAY_BE_ONE = (
    {"fire", "explosion"},
    {"fire", "attack"},
    {"explosion", "attack"},
    {"explosion", "leak"},
    {"explosion", "collapse"},
    {"death", "attack"},
    {"death", "crash"},
)
_ANY = frozenset("accident accidents incident incidents disaster tragedy".split())
"""Nouns that may stand for any of these."""


def is_stated(claim: Claim) -> bool:
    """Whether a claim was read from a statement in words, so that its words and its person are of the closed kinds."""
    return claim.value.kind is Kind.TEXT and STATED in claim.evidence


def about_person(claim: Claim) -> bool:
    """Whether a claim tells a person's legal status."""
    return is_stated(claim) and claim.scope.attribute == "status" and claim.scope.population is not None


def persons_of(claims: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    """The persons of whom each document tells a legal status, by the document's id, in one order."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        if about_person(claim) and claim.scope.population:
            found.setdefault(claim.document, set()).add(claim.scope.population)
    return {document: tuple(sorted(labels)) for document, labels in found.items()}


def one_topic(left: Claim, right: Claim, persons: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether two statements are about one thing: one person's status, one event's cause, one thing's state."""
    mine, theirs = left.scope, right.scope
    if mine.attribute != theirs.attribute or bool(mine.window_from) is not bool(theirs.window_from):
        return False
    if mine.attribute == "state":
        return mine.counted == theirs.counted
    if mine.attribute in ("cause", "responsibility"):
        return _one_event(_event(left), _event(right))
    return _one_person(left, right, persons)


def _event(claim: Claim) -> str | None:
    words = (claim.scope.counted or "").split(" the ")
    return words[1] if len(words) == 2 else None


def _one_event(mine: str | None, theirs: str | None) -> bool:
    if mine is None or theirs is None or mine == theirs or mine in _ANY or theirs in _ANY:
        return True
    one, other = _EVENTS.get(mine), _EVENTS.get(theirs)
    return one is not None and other is not None and (one == other or {one, other} in _MAY_BE_ONE)


@dataclass(frozen=True, slots=True)
class _Who:
    """A person as a label tells it: the names, or the head noun and the words beside it; the age."""

    names: tuple[str, ...]
    head: str
    words: frozenset[str]
    age: str | None


@lru_cache(maxsize=4096)
def _who(label: str) -> _Who:
    age = _AGE.search(label)
    words = re.sub(r",\s\d{1,3}s?\Z|\b\d{1,3}-year-old\b", "", label).strip(" ,").split()
    named = len(words) > 1 and all(word[:1].isupper() or word in _BEFORE_NAME for word in words)
    if len(words) == 1 and words[0][:1].isupper() and human(words[0].lower()) is not True:
        named = words[0].lower() not in GENERIC
    if named:
        return _Who(tuple(words), "", frozenset(), age[1] if age else None)
    core = words[
        : next((i for i, word in enumerate(words) if i and word in {"of", "in", "from", "at", "with"}), len(words))
    ]
    head = core[-1].lower() if core else ""
    return _Who((), head, frozenset(word.lower() for word in core[:-1]), age[1] if age else None)


def _one_person(left: Claim, right: Claim, persons: Mapping[str, tuple[str, ...]]) -> bool:
    mine, theirs = left.scope.population or "", right.scope.population or ""
    if left.document == right.document:
        return mine == theirs
    if mine == theirs and left.quote == right.quote:
        return True
    if not _fits(_who(mine), _who(theirs)):
        return False
    others = [label for label in persons.get(right.document, ()) if _fits(_who(mine), _who(label))]
    own = [label for label in persons.get(left.document, ()) if _fits(_who(theirs), _who(label))]
    return others == [theirs] and own == [mine]


def _fits(one: _Who, other: _Who) -> bool:
    """Whether two labels of different documents can mean one person, and not only by chance."""
    if one.age and other.age and one.age != other.age:
        return False
    if one.names and other.names:
        short, long = sorted((one.names, other.names), key=len)
        return short[-1] == long[-1] and short[0] in long
    same_age = one.age is not None and one.age == other.age
    if one.names or other.names:
        return same_age
    generic = one.head in GENERIC | {""} or other.head in GENERIC | {""}
    if same_age:
        return one.head == other.head or generic
    return not generic and one.head == other.head and (one.words <= other.words or other.words <= one.words)


def same_said(left: Claim, right: Claim) -> bool:
    """Whether two statements say one thing, so that who denies the one contradicts who says the other.

    Culprits are the same where one's name holds the other's, causes where they are of one kind and share a word.
    """
    mine, theirs = plain(left.value.words), plain(right.value.words)
    if mine == theirs:
        return True
    if not (is_stated(left) and is_stated(right)):
        return False
    one, other = concepts(mine), concepts(theirs)
    if left.scope.attribute == right.scope.attribute == "responsibility":
        return bool(one and other) and (one <= other or other <= one)
    if left.scope.attribute == right.scope.attribute == "cause":
        kind = cause_kind(mine)
        if kind is None or cause_kind(theirs) is None:
            return bool(one and other) and (one <= other or other <= one)
        return kind is not None and kind == cause_kind(theirs) and (kind in ONE_THING or bool(one & other))
    return False


def same_words(left: Claim, right: Claim) -> bool:
    """Whether one cause or culprit is the other in fewer words: "imports" and "cheap imports"."""
    one, other = concepts(plain(left.value.words)), concepts(plain(right.value.words))
    return bool(one and other) and (one <= other or other <= one)


def another_said(left: Claim, right: Claim) -> bool:
    """Whether two statements name another culprit, or a cause of another kind, so that one can be denied alone."""
    if not (is_stated(left) and is_stated(right) and left.scope.attribute == right.scope.attribute):
        return False
    if left.scope.attribute == "responsibility":
        return True
    kinds = {cause_kind(left.value.words), cause_kind(right.value.words)}
    return left.scope.attribute == "cause" and None not in kinds and len(kinds) == 2


def leaves_no_room(left: Claim, right: Claim) -> bool:
    """Whether two asserted causes are of kinds that exclude each other, or two culprits are of two camps.

    Two mere possibilities never do.
    """
    if not (is_stated(left) and is_stated(right) and left.scope.attribute == right.scope.attribute):
        return False
    if left.modality is not Modality.STATED and right.modality is not Modality.STATED:
        return False
    if left.scope.attribute == "responsibility":
        return not same_said(left, right) and _two_camps(left, right)
    if left.scope.attribute != "cause":
        return False
    return kinds_exclude(cause_kind(left.value.words), cause_kind(right.value.words))


_STATE = re.compile(
    r"\b(?:army|police|government|secret service|intelligence|navy|air force|troops|soldiers|regime|ministry)\b",
    re.IGNORECASE,
)


def _two_camps(left: Claim, right: Claim) -> bool:
    """Whether two culprits are a state's force and a group, or two named groups of which not both claim it."""
    mine, theirs = left.value.words, right.value.words
    if bool(_STATE.search(mine)) is not bool(_STATE.search(theirs)):
        return True
    named = all(any(word[:1].isupper() for word in words.split()) for words in (mine, theirs))
    return named and not (_of_itself(left) and _of_itself(right))


def _of_itself(claim: Claim) -> bool:
    """Whether who claims responsibility is who is named."""
    return claim.source is not None and bool(concepts(plain(claim.source.name)) & concepts(plain(claim.value.words)))
