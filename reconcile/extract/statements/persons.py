"""Persons of an article: who is meant by a name, a description or a pronoun, and who is kept apart from whom.

A person is a full name, or a description with one human head noun ("the hotel's manager", "a 34-year-old man").
Where a short name or a description could mean two persons, it means nobody: harm follows from a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reconcile.extract.names.speakers import BODY_WORDS
from reconcile.extract.voices.cues import TITLES
from reconcile.extract.words.phrases import DETERMINERS, PREPOSITIONS, TIME_WORDS, plural
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import GENERIC, human

_ROLES = frozenset(
    """
        teen chief captain priest guard pilot cook nurse boss student pupil mayor nun monk mother father brother
        sister son daughter wife husband youth master official national citizen accused surgeon thief head clerk
        skipper accountant aide cleric imam coach chef technician bishop deputy senator lawmaker mp politician
        businessman tycoon magnate millionaire celebrity star actor singer footballer rapper model chairman chairwoman
        president minister premier general colonel major sergeant lieutenant judge lawyer partner boyfriend girlfriend
        stepfather stepmother uncle aunt nephew niece cousin neighbour neighbor landlord tenant immigrant migrant
        refugee asylum-seeker activist warden headmistress principal waitress mason mechanic secretary consultant vicar
        rabbi vet analyst architect constable recruit conscript sheriff diplomat envoy attache spy agent informant
        landlady restaurateur lumberjack poet
    """.split()
)
_WOMEN = frozenset(
    """
        woman girl mother sister daughter wife girlfriend stepmother aunt niece nun chairwoman actress widow she her
    """.split()
)
_MEN = frozenset(
    """
        man boy father brother son husband boyfriend stepfather uncle nephew monk priest businessman chairman gunman
        widower he him his fisherman policeman fireman
    """.split()
)
_NOBODY = frozenset(
    """
        no nobody none neither both each any many several some few one two three all every them they we us it i you me
        what which who whom everyone everybody anyone anybody someone somebody
    """.split()
)
_COLLECTIVE = frozenset("crew staff police personnel family team gang band troops public press".split())
_THINGS = frozenset("caliber calibre weather character chapter quarter shooter-game member-state interior".split())
"""Nouns that only look like those of persons."""
_OLD = re.compile(r"(\d{1,3})-year-olds?\Z")
_PARTICLES = frozenset("de da del der den van von al el bin ibn la le di du".split())
_NO_NAMES = TIME_WORDS | BODY_WORDS | {"i"}


@dataclass(frozen=True, slots=True)
class Described:
    """How one mention describes a person; `words` are the describing words in lower case, places left out."""

    names: tuple[str, ...]
    head: str
    words: frozenset[str]
    ages: frozenset[str]
    known: bool
    label: str
    titled: bool = False

    @property
    def woman(self) -> bool | None:
        """Whether the words tell that it is a woman; None where they tell nothing."""
        told = self.words | {self.head}
        return True if told & _WOMEN else False if told & _MEN else None


def described(words: Sequence[Token], ages: frozenset[str]) -> Described | None:
    """What a noun phrase tells of one person; None where it is no single person.

    `ages` are those that stand beside it ("Ana Sool, 41"); one inside it ("a 41-year-old baker") is read here.
    """
    words = [word for word in words if word.text not in '“”"‘’()']
    if not words or words[0].low in _NOBODY or (words[0].text[0].isdigit() and not _OLD.match(words[0].low)):
        return None
    known = words[0].low in DETERMINERS and words[0].low not in {"a", "an", "another"}
    core = [word for word in words if word.word and word.low not in DETERMINERS]
    inside = frozenset(match[1] for word in core if (match := _OLD.match(word.low)))
    phrase = core[: next((i for i, word in enumerate(core) if word.low in PREPOSITIONS and i), len(core))]
    if not phrase or not {word.low for word in phrase}.isdisjoint(_NOBODY):
        return None
    names = _names(phrase)
    head = phrase[-1].low
    rest = frozenset(word.low.removesuffix("'s") for word in phrase if word.text not in names)
    if names:
        titled = any(word.low.rstrip(".") in _TITLES for word in phrase)
        return Described(names, "", rest, ages | inside, True, " ".join(names), titled)
    if _OLD.match(head):
        head = ""
    elif not _one_human(head):
        return None
    return Described((), head, rest - {head}, ages | inside, known, " ".join(word.text for word in core))


def with_gloss(told: Described | None, gloss: Sequence[Token]) -> Described | None:
    """A description with what stands beside it: "the baker, Joe Moll" and "Joe Moll, a baker" are one person."""
    beside = described(gloss, frozenset()) if gloss else None
    if told is None or beside is None or (told.names and beside.names):
        return told
    named = told if told.names else beside
    head, words = told.head or beside.head, told.words | beside.words
    label = named.label if named.names else told.label
    return Described(named.names, head, words, told.ages | beside.ages, told.known or bool(named.names), label)


def _one_human(head: str) -> bool:
    if head in _COLLECTIVE | _THINGS or head in BODY_WORDS - {"operator", "owner"}:
        return False
    return head in GENERIC | _ROLES or (human(head) is True and not plural(head))


def _names(phrase: Sequence[Token]) -> tuple[str, ...]:
    """The person's name at the end of a phrase: "Joe Moll" in "bus driver Joe Moll"; a lone one, too."""
    run: list[str] = []
    for word in reversed(phrase):
        low = word.low.rstrip(".")
        if run and word.low in _PARTICLES:
            run.append(word.text)
            continue
        if (
            not word.capital
            or low.endswith("year-old")
            or low in _TITLES
            or word.low.endswith(("'s", "s'"))
            or low in _NO_NAMES
        ):
            break
        if _one_human(low) and (not run or low in GENERIC | _ROLES):
            break
        run.append(word.text)
    return tuple(reversed(run))


@dataclass(slots=True)
class Person:
    """One person of an article, as far as it has been described; `cased` where a legal status is told of it."""

    number: int
    first: Described
    seen: int
    names: tuple[str, ...] = ()
    ages: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    cased: bool = False

    def add(self, told: Described, sentence: int) -> None:
        """Take in another mention."""
        self.names = max(self.names, told.names, key=len)
        self.ages |= told.ages
        self.words |= told.words | ({told.head} if told.head else set())
        self.seen = max(self.seen, sentence)

    @property
    def woman(self) -> bool | None:
        """Whether it is a woman; None where nothing tells."""
        return True if self.words & _WOMEN else False if self.words & _MEN else None

    @property
    def human(self) -> bool:
        """Whether anything besides a name tells that it is a person and no firm: an age, a role, a legal case."""
        return self.cased or bool(self.ages or self.words)

    @property
    def label(self) -> str:
        """Name or description, then the age: "Joe Moll, 34", "baker, 41", "34-year-old man"."""
        words = " ".join(self.names) or self.first.label
        age = min(self.ages) if len(self.ages) == 1 else None
        return words if age is None or age in words else f"{words}, {age}"


class Persons:
    """The persons of one article, in the order in which they are told of."""

    def __init__(self, text: str) -> None:
        self.all: list[Person] = []
        self._text = text
        self._runs: dict[str, set[tuple[str, ...]]] | None = None

    def meant(self, told: Described, sentence: int) -> Person | None:
        """The person of a mention in the body of the text; None where it could be one or another."""
        if told.names:
            return self._named(told, sentence)
        fits = [person for person in self.all if _fits(person, told)]
        if told.known and told.head in GENERIC and not told.ages:
            return self._noted(self._latest(told, sentence), told, sentence)
        if told.known or (told.ages and any(told.ages & person.ages for person in fits)):
            if len(fits) > 1:
                return None
            if fits:
                return self._noted(fits[0], told, sentence)
        if any(person.label.casefold() == told.label.casefold() for person in self.all):
            return None
        return self._new(told, sentence)

    def headed(self, told: Described, sentence: int) -> Person | None:
        """The person of a mention in a headline, bullet or caption, where the text has told of it; else a new one.

        None where it could be one or another of them.
        """
        cased = [person for person in self.all if person.cased]
        fits = [person for person in cased if _fits(person, told) or _shares(person, told)]
        if not told.names and told.head in GENERIC and not told.ages and cased:
            if len(cased) > 1 and not fits:
                return None
            fits = fits or [person for person in cased if person.woman in (None, told.woman) or told.woman is None]
        if told.names:
            full = self._full(told)
            fits = [person for person in self.all if full and person.names and _same_name(person.names, full)] or [
                person for person in self.all if not person.names and _shares(person, told)
            ]
        if len(fits) == 1:
            return fits[0]
        if fits or (told.names and not self._full(told)):
            return None
        return self._new(told, sentence)

    def last(self, pronoun: str, sentence: int) -> Person | None:
        """Whom "he" or "she" means: the one person of the sentence itself or of those just before, that fits."""
        for back in range(0, 3):
            near = [person for person in self.all if person.seen == sentence - back and person.human]
            fits = [person for person in near if person.woman in (None, pronoun == "she")]
            if near:
                return fits[0] if len(fits) == 1 else None
        return None

    def only_cased(self, woman: bool) -> Person | None:
        """The one person with a legal case whom "he" or "she" may mean; None where there are several."""
        fits = [person for person in self.all if person.cased and person.woman in (None, woman)]
        return fits[0] if len(fits) == 1 else None

    def _named(self, told: Described, sentence: int) -> Person | None:
        full = self._full(told)
        if full is None:
            return None
        for person in self.all:
            if person.names and _same_name(person.names, full):
                return self._noted(person, told, sentence)
        return self._new(_renamed(told, full), sentence)

    def _full(self, told: Described) -> tuple[str, ...] | None:
        """The full name where the text has one for a surname; None where it has none or several."""
        if len(told.names) > 1:
            return told.names
        if self._runs is None:
            self._runs = _runs(self._text)
        found = self._runs.get(told.names[0], set())
        firsts = {names[-1] for names in found}
        if len(firsts) == 1:
            return (*max(found, key=lambda names: (len(names) == 1, names)), told.names[0])
        return told.names if told.titled and not found else None

    def _latest(self, told: Described, sentence: int) -> Person | None:
        """Whom "the man" means: the only person so far, else the one of the last sentence that tells of any."""
        fits = [p for p in self.all if told.woman is None or p.woman in (None, told.woman)]
        if len(fits) < 2:
            return fits[0] if fits else self._new(told, sentence) if not self.all else None
        last = max(person.seen for person in fits)
        near = [person for person in fits if person.seen == last]
        return near[0] if len(near) == 1 and sentence - last <= _MEMORY else None

    def _noted(self, person: Person | None, told: Described, sentence: int) -> Person | None:
        if person is not None:
            person.add(told, sentence)
        return person

    def _new(self, told: Described, sentence: int) -> Person | None:
        if len(self.all) >= _MOST:
            return None
        person = Person(len(self.all), told, sentence)
        person.add(told, sentence)
        self.all.append(person)
        return person


_MOST = 150
"""Persons of one article; a text with more is a list of names, and no place to tell them apart."""
_MEMORY = 4
"""Sentences after which "the suspect" may mean another of several."""


_RUN = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)+")


def _runs(text: str) -> dict[str, set[tuple[str, ...]]]:
    """What stands before each capitalised word that follows another one: one or two names, without titles."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for match in _RUN.finditer(text):
        words = match.group().split(" ")
        for index in range(1, len(words)):
            last = re.sub(r"(?:[’']s|[.’'-])$", "", words[index])
            names = _without_titles(words[max(0, index - 2) : index])
            if names:
                found.setdefault(last, set()).add(names)
    return found


def _renamed(told: Described, names: tuple[str, ...]) -> Described:
    return Described(names, told.head, told.words, told.ages, True, " ".join(names), told.titled)


_FOREIGN_TITLES = frozenset("madame monsieur mme herr frau signor signora senor senora señor señora".split())
_TITLES = TITLES | _FOREIGN_TITLES
_OPENERS = frozenset("and but or so with is was did has what who when why how if then".split())
_BEFORE_NAMES = _TITLES | _NO_NAMES | _ROLES | DETERMINERS | _OPENERS
"""Capitalised words before a surname that are no given name."""


def _without_titles(names: Sequence[str]) -> tuple[str, ...]:
    kept = [name for name in names if name.lower().rstrip(".") not in _BEFORE_NAMES]
    return tuple(kept) if kept and not plural(kept[-1].lower()) else ()


def _same_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """One full name, or a shorter form of it: a middle name left out."""
    return one[-1] == other[-1] and (one[0] == other[0] or len(one) == 1 or len(other) == 1)


def _fits(person: Person, told: Described) -> bool:
    """Whether a description may mean a person of whom the same role or the same age has been told."""
    if told.ages and person.ages and not told.ages & person.ages:
        return False
    if told.woman is not None and person.woman is not None and told.woman is not person.woman:
        return False
    if told.ages & person.ages:
        return True
    return bool(told.head) and told.head not in GENERIC and told.head in person.words


_SHORTEST_STEM = 5


def _shares(person: Person, told: Described) -> bool:
    """Whether a headline's word is that of the person or its stem: "Kordian" of "a man of Kordia" is none."""
    if told.ages and person.ages and not told.ages & person.ages:
        return False
    mine = {word for word in (*told.words, *(name.lower() for name in told.names)) if word not in GENERIC}
    return any(_stems(one, other) for one in mine for other in person.words)


def _stems(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST_STEM and long.startswith(short)
