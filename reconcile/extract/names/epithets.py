"""People and firms called by what they are rather than by name: "the mother of four", "the Scot", "the maker of"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from enum import Enum

from reconcile.extract.names.genders import fits
from reconcile.extract.names.naming import OCCUPATION, Naming
from reconcile.extract.names.speakers import BODY_WORDS
from reconcile.extract.voices.cues import ROLES, TITLES
from reconcile.extract.words.phrases import DETERMINERS, PREPOSITIONS, TIME_WORDS
from reconcile.extract.words.tokens import Token, tokens
from reconcile.extract.words.wordforms import human


class Epithet(Enum):
    """What sort of name an epithet stands for."""

    PERSON = "person"
    FIRM = "firm"


_AGED = re.compile(r"(?:\w+-year-old|\d+)$")
_PARENT = re.compile(r"(?:mum|mom|mother|father|dad|grandmother|grandfather|gran|grandad)-of-\w+$")
_PEOPLE = frozenset(
    """
        pensioner teenager newcomer veteran striker
        midfielder defender goalkeeper winger forward skipper hooker scrum-half fly-half batsman bowler
        sprinter swimmer golfer boxer jockey rider cyclist actor actress singer star comedian billionaire tycoon
        millionaire entrepreneur politician lawmaker democrat republican conservative liberal socialist incumbent
        challenger frenchman englishman scotsman welshman irishman dutchman spaniard scot dane swede finn briton
        pole turk serb croat texan londoner glaswegian newlywed divorcee
    """.split()
)
_DEMONYM = re.compile(r"(?:ian|ese|can|ish)$")
_FIRMS = frozenset(
    """
        maker manufacturer retailer carrier airline lender brewer chain automaker carmaker drugmaker chipmaker
        planemaker shipbuilder miner producer supplier giant start-up startup insurer utility operator
    """.split()
)


def epithet(naming: Naming) -> Epithet | None:
    """Whether a name is only a description with "the": of a person, of a firm ("the maker of Lumo bars")."""
    words = naming.words
    if naming.gloss or len(words) < 2 or words[0].low != "the":
        return None
    cut = next((i for i, word in enumerate(words) if i and word.low in PREPOSITIONS), len(words))
    head, low = words[cut - 1], words[cut - 1].low
    before = words[1 : cut - 1]
    if any((word.capital and "-based" not in word.low) or word.low.endswith(("'s", "s'")) for word in before):
        return None
    aged = any(_AGED.match(word.low) for word in before) and somebody(low)
    if aged or _AGED.match(low) or _PARENT.match(low) or low in _PEOPLE:
        return Epithet.PERSON
    if low in {"mother", "father", "grandmother"} and cut < len(words) and words[cut].low == "of":
        return Epithet.PERSON
    if head.capital and not before and cut == len(words) and _DEMONYM.search(low):
        return Epithet.PERSON
    based = any(word.low.endswith("-based") for word in before) and (low in _FIRMS or low in _OWN_WORDS)
    return Epithet.FIRM if based or (low in _FIRMS and cut < len(words) and words[cut].low == "of") else None


_OWN_WORDS = frozenset("group company firm business bank brewery insurer broker".split())


_PERSONS = frozenset("official source parent relative politician youth guest cook lead rep boss aide dad mum".split())


def somebody(noun: str) -> bool:
    """Whether a noun may mean a person: "a clerk", "a security source"; a canton is "it"."""
    return human(noun) is True or noun in _PERSONS or OCCUPATION.search(noun) is not None


_RELATIVE = 6
"""Words behind a name among which "who" tells that it is a person's: "Ada Holm of the Reef Trust, who"."""
_QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?|„[^“”\n]*[“”]?|«[^»\n]*»?")


def introduced(text: str, start: int, end: int, pronoun: str, known: Collection[str] = ()) -> list[Naming]:
    """The people whom a stretch of text names outside quotations and whom the pronoun may mean, each once.

    `known` are the last names of those who are known to be people.
    """
    spoken = [match.span() for match in _QUOTED.finditer(text, start, end)]
    quoted = [first for first, _ in spoken]
    words = []
    for word in tokens(text, start, end):
        before = bisect_left(quoted, word.start) - 1
        if before < 0 or word.start >= spoken[before][1]:
            words.append(word)
    found: dict[str, Naming] = {}
    for naming in _people(words, known):
        if fits(pronoun, [word.low.rstrip(".") for word in naming.words]):
            found.setdefault(naming.words[-1].low, naming)
    return list(found.values())


_TITLES_OR_ROLES = TITLES | ROLES


def _people(words: Sequence[Token], known: Collection[str]) -> Iterator[Naming]:
    """Capitalised runs that something beside them tells to be people: an age, a title, a role, a given name."""
    here = 0
    while here < len(words):
        stop = here
        while stop < len(words) and _part(words[stop]):
            stop += 1
        plain = [w for w in words[here:stop] if w.low.rstrip(".") not in _TITLES_OR_ROLES]
        titled = len(plain) < stop - here
        if plain and (_told(words, here, stop, plain, titled) or (stop - here == 1 and plain[0].text in known)):
            start = here
            while start and words[start - 1].low in ROLES:
                start -= 1
            yield Naming(tuple(words[start:stop]))
        here = max(stop, here + 1)


_NO_NAMES = DETERMINERS | TIME_WORDS | PREPOSITIONS


def _part(word: Token) -> bool:
    return word.capital and word.low not in _NO_NAMES and not word.low.endswith("'s")


def _told(words: Sequence[Token], here: int, stop: int, plain: Sequence[Token], titled: bool) -> bool:
    if any(w.low in BODY_WORDS for w in plain) or len(plain) > 3:
        return False
    if here and words[here - 1].low in {"of", "at", "in"}:
        return False
    if titled:
        return True
    if len(plain) < 2:
        return False
    aged = stop + 1 < len(words) and words[stop].text == "," and words[stop + 1].text.isdigit()
    beside = here - 2 if here > 1 and words[here - 1].text == "," else here - 1
    role = beside >= 0 and (words[beside].low in ROLES or human(words[beside].low) is True)
    if any(word.low == "who" for word in words[stop : stop + _RELATIVE]):
        return True
    lows = [word.low for word in plain]
    return aged or role or fits("he", lows) != fits("she", lows)
