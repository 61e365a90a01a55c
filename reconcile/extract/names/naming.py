"""Where the name of a source begins and ends: the subject before a reporting verb, the name behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reconcile.extract.names.appositions import aside, gloss_after, gloss_of, seen_it, without_meeting
from reconcile.extract.names.reduced import PARTICLES, doing, participle, past_inside, reduced
from reconcile.extract.names.released import put_out, without_release
from reconcile.extract.voices.cues import (
    AMBIGUOUS,
    HE_OR_SHE,
    MESSAGES,
    ROLES,
    SELF,
    SILENT_WITNESSES,
    SPEAKERS,
    THINGS,
    TITLES,
    VERBS,
)
from reconcile.extract.words.phrases import (
    AUXILIARIES,
    COMMON_VERBS,
    DETERMINERS,
    INNER_PREPOSITIONS,
    NUMERALS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    adverbial,
    closes,
    plural,
    trim_left,
)
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import PEOPLE, human, singular

OCCUPATION = re.compile(r"(?:[^l]ist|ician|woman|women|[a-z]sman|[a-z]smen|eer|ator|essor|utor|ologer|keeper)s?$")
_NUMBERS = NUMERALS | {"dozens", "several"}
_UNNAMED = frozenset("police officials authorities prosecutors investigators detectives officers witnesses".split())
_SOUGHT = frozenset(
    "suspect suspects man men woman women boy boys girl girls teen teens teenager gunman gunmen shooter driver people "
    "person victim victims child children couple".split()
)
_PIECES = frozenset(
    "article report study story statement survey poll review analysis inquiry investigation audit research".split()
)
_SUBJECT_PRONOUNS = frozenset("he she it they we i".split())
LONGEST = 16
"""Words in the longest name of a source that is believed; a longer run is a sentence misread."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How a sentence names a source: its words, and an apposition beside it ("Estela Roca", "the governor")."""

    words: tuple[Token, ...]
    gloss: tuple[Token, ...] = ()

    @property
    def pronoun(self) -> str | None:
        """The pronoun where the name is nothing else."""
        low = self.words[0].low
        return low if len(self.words) == 1 and low in HE_OR_SHE | THINGS | SELF else None


@dataclass(frozen=True, slots=True)
class Subject:
    """A name before its verb and the index of the first word that belongs to it (with what was trimmed)."""

    naming: Naming
    begin: int


def subject_before(words: Sequence[Token], verb: int, floor: int) -> Subject | None:
    """The subject of the verb at `verb`, looking no further left than `floor`."""
    stop = _before_auxiliaries(words, verb, floor)
    if stop <= floor:
        return None
    gloss: tuple[Token, ...] = ()
    if words[stop - 1].low in _SUBJECT_PRONOUNS and not seen_it(words, stop, floor):
        return Subject(Naming((words[stop - 1],)), _run_left(words, stop, floor)[0] if stop - 1 > floor else stop - 1)
    if words[stop - 1].text == ",":
        opening = _comma_before(words, stop - 1, floor)
        if opening is None:
            return None
        gloss, stop = tuple(words[opening + 1 : stop - 1]), opening
        if not gloss_of(gloss) and not aside(gloss):
            return None
        if stop - 2 > floor and words[stop - 1].text.isdigit() and words[stop - 2].text == ",":
            stop -= 2  # an age before the aside: "Ada Corr, 58, who was there, said"
    if words[stop - 1].text == ")":
        stop = next((i for i in range(stop - 1, floor, -1) if words[i].text == "("), stop)
    stop = without_meeting(words, stop, floor)
    begin, end = _run_left(words, stop, floor)
    start, stop = _narrowed(words, (begin, end), stop)
    if not 0 < stop - start <= LONGEST or not any(t.word for t in words[start:stop]):
        return None
    if words[begin].low in _OWNERS and stop - begin <= _OWNED and words[stop - 1].low in _THEIRS_TO_TELL:
        return Subject(Naming((words[begin]._replace(low=_OWNERS[words[begin].low]),)), begin)
    return Subject(Naming(tuple(words[start:stop]), gloss_of(gloss)), begin)


_OWNERS = {"its": "it", "their": "they"}
_THEIRS_TO_TELL = MESSAGES | frozenset("records logs books files papers documents".split())
"""What says what its owner says: "its records show"."""
_OWNED = 4
"""Words of "its very first statement", which says what its owner says."""


def _narrowed(words: Sequence[Token], run: tuple[int, int], whole: int) -> tuple[int, int]:
    """The words of a run that name somebody; `whole` is where the run ended with its participles."""
    start = trim_left(words, *run)
    stop = run[1]
    if stop - start > 1 and words[start].low in {"less", "more"} and words[start + 1].capital:
        start += 1  # a button that was left in the text
    if stop - start > 2 and words[start].low == "according":
        start += 2  # the clause behind "according to Ada Corr, a vet, who"
    stop = _without_time(words, start, stop)
    if stop - start > 1 and words[stop - 1].low in _UNNAMED and words[stop - 2].low in _SOUGHT:
        start = stop - 1  # "the suspect police believe fled"
    if stop - start == 1 and words[start].low.split("-")[0] in _NUMBERS:
        stop = _without_time(words, start, whole)  # "Six accused of fraud" is more than six
    return start, stop


def _without_time(words: Sequence[Token], start: int, stop: int) -> int:
    """Drop "on Monday" and the like from the end of a name."""
    end = stop
    while end > start and (words[end - 1].low in TIME_WORDS or words[end - 1].text.isdigit()):
        if words[end - 1].text == "May" and end - 2 >= start and words[end - 2].capital:
            break  # a surname
        end -= 1
    if end < stop and end > start and words[end - 1].low in {"on", "in"}:
        end -= 1
    return end if end > start else stop


def _before_auxiliaries(words: Sequence[Token], verb: int, floor: int) -> int:
    stop = verb
    while stop > floor and words[stop - 1].text != "May" and _before_verb(words[stop - 1]):
        if stop > floor + 1 and words[stop - 1].capital and words[stop - 2].capital:
            break  # the Reef Now group, Justice Now
        stop -= 1
        if stop > floor + 1 and words[stop].low in {"first", "last"} and words[stop - 1].low == "at":
            stop -= 1
    timed = stop > floor + 2 and words[stop - 1].low in _HOURS and words[stop - 2].low in _UNTIL
    if timed and words[stop - 3].low in AUXILIARIES:
        return _before_auxiliaries(words, stop - 2, floor)
    if stop > floor + 2 and words[stop - 1].low == "first" and words[stop - 2].low == "at":
        return _before_auxiliaries(words, stop - 2, floor)
    return stop


_UNTIL = frozenset({"by", "at", "until", "before"})
_HOURS = TIME_WORDS | frozenset("noon midday midnight dawn dusk nightfall daybreak sunset now then lunchtime".split())


_REFLEXIVES = frozenset({"himself", "herself", "itself", "themselves"})


def _before_verb(word: Token) -> bool:
    return word.low in AUXILIARIES or word.low in _REFLEXIVES or adverbial(word)


def _comma_before(words: Sequence[Token], index: int, floor: int) -> int | None:
    for here in range(index - 1, floor, -1):
        if words[here].text == ",":
            return here
        if closes(words[here]):
            return None
    return None


def _run_left(words: Sequence[Token], stop: int, floor: int) -> tuple[int, int]:
    """The run of words that may be a noun phrase ending at `stop`: (first word, end without relative clauses)."""
    end, verb_seen = stop, False
    here = stop - 1
    while here >= floor:
        token = words[here]
        low = token.low
        if closes(token):
            return here + 1, end
        if low == "that" and here + 1 < end and words[here + 1].low in TIME_WORDS:
            here -= 1  # "who were on duty that night"
            continue
        if low in RELATIVES and (verb_seen or (low != "that" and past_inside(words, here + 1, end))):
            end, verb_seen = here, False
        elif participle(words, here, end):
            end = here
        elif low in PREPOSITIONS and (doing(words, here - 1, floor) or reduced(words, here, floor)):
            here -= 2 if words[here - 1].low in PARTICLES else 1
            end = here
        elif (
            low in SUBORDINATORS
            or (low in {"and", "or"} and _verb_between(words, floor, here))
            or (
                low in PREPOSITIONS
                and low not in INNER_PREPOSITIONS
                and not (low in {"about", "on", "by"} and _article_of(words, here, floor))
                and not (here > floor and words[here - 1].low in _LINKED)
                and not (low == "to" and here > floor and words[here - 1].low in _ATTACHED)
                and not (low == "by" and put_out(words, here, floor))
                and not (low in _WHERE and here > floor and words[here - 1].low in _PEOPLE)
                and not (words[here].capital and here > floor and words[here - 1].capital)
            )
        ):
            if low in SUBORDINATORS or low in {"and", "or"} or not _relative_before(words, here, floor):
                return here + 1, end
            verb_seen = True
        elif _finite(words, here):
            if not _relative_before(words, here, floor):
                return here + 1, end
            verb_seen = True
        here -= 1
    return floor, end


def _article_of(words: Sequence[Token], here: int, floor: int) -> bool:
    """Whether a report or article about something stands before: "an article about the crash"."""
    return any(w.low in _PIECES for w in words[max(floor, here - 5) : here])


_LINKED = frozenset("close familiar briefed according loyal opposed linked".split())
"""Words that hold a preposition inside a name: "sources close to the family"."""
_WHERE = frozenset("inside outside aboard behind across along around".split())
_PEOPLE = SPEAKERS | ROLES | frozenset("member members people man woman men women person".split())
_ATTACHED = frozenset(
    "aide aides adviser advisers advisor advisors ambassador ambassadors envoy envoys secretary assistant assistants "
    "delegate delegates delegation party witness witnesses heir counsel spokesman mission representative".split()
)
"""Nouns that hold "to" inside a name: "two aides to the president"."""


def _finite(words: Sequence[Token], here: int) -> bool:
    low = words[here].low
    if words[here].text == "May" and here and words[here - 1].capital:
        return False  # a surname
    if low in AUXILIARIES:
        return True
    if here and (words[here].capital or words[here - 1].low in DETERMINERS | PREPOSITIONS):
        return False
    return low in COMMON_VERBS or (low in VERBS and low not in AMBIGUOUS and not low.endswith("ing"))


def _relative_before(words: Sequence[Token], here: int, floor: int) -> bool:
    for index in range(here - 1, max(floor, here - 10) - 1, -1):
        if closes(words[index]):
            return False
        if words[index].low in RELATIVES and words[index].low != "that":
            return True
    return False


def _verb_between(words: Sequence[Token], floor: int, stop: int) -> bool:
    """Whether a verb stands between the last mark and `stop`, so that "and" joins clauses, not names."""
    for index in range(stop - 1, floor - 1, -1):
        if closes(words[index]):
            return False
        if _finite(words, index) or (words[index].low.endswith("ed") and len(words[index].low) > 4):
            return True
    return False


def name_after(words: Sequence[Token], start: int, stop: int) -> tuple[Naming, int] | None:
    """The name that begins at `start` ("according to …", "said …") and the index behind it."""
    end = start
    while end < stop and not _name_ends(words, start, end):
        end += 1
    if end == start or end - start > LONGEST:
        return None
    core = tuple(words[start:end])
    core = without_release(core)
    gloss, after = gloss_after(words, end, stop)
    if not core or all(not t.word for t in core):
        return None
    return Naming(core, gloss), after


def _name_ends(words: Sequence[Token], start: int, here: int) -> bool:
    token = words[here]
    if token.text == "," and here + 1 < len(words):  # the comma of a date: "March 9, 2031 edition"
        following = words[here + 1].text
        return not (len(following) == 4 and following.isdigit() and words[here - 1].text.isdigit())
    if closes(token):
        return True
    if here == start:
        return False
    low = token.low
    if token.text in _SAYING:
        return True  # "a survey seen by this newspaper says 22"
    if low.endswith("ly") and adverbial(token) and (here + 1 >= len(words) or closes(words[here + 1])):
        return True
    if low in SUBORDINATORS or low in AUXILIARIES or (low in {"and"} and _clause_follows(words, here)):
        return True
    if low in PREPOSITIONS - INNER_PREPOSITIONS:
        if token.capital and words[here - 1].capital:
            return False  # "Doctors Without Borders"
        return not (low == "by" and put_out(words, here, start))
    if (low in _BASE_VERBS and plural(words[here - 1].low)) or _counts(words, here):
        return True
    if token.capital and words[here - 1].low in _FILES:
        return True  # "according to court papers Lund hid them"
    if (
        low in {"on", "in", "at"}
        and here + 1 < len(words)
        and (words[here + 1].low in TIME_WORDS or words[here + 1].text[0].isdigit())
    ):
        return True
    return low in TIME_WORDS and not token.capital and low not in {"late", "this", "last", "night"}


_SAYING = frozenset("says said say shows".split())
_FILES = frozenset("documents records reports papers filings affidavits".split())
_BASE_VERBS = frozenset("include includes remain remains die died live lives lived began went came took".split())


def _counts(words: Sequence[Token], here: int) -> bool:
    """Whether a number counts what follows rather than names: "according to Frontex 3,000 migrants had arrived"."""
    follower = words[here + 1] if here + 1 < len(words) else None
    number = words[here].text[0].isdigit() or words[here].low.split("-")[0] in _NUMBERS
    if not number or follower is None or follower.capital or not plural(follower.low):
        return False
    return words[here - 1].low not in DETERMINERS | PREPOSITIONS


def _clause_follows(words: Sequence[Token], here: int) -> bool:
    return any(w.low in AUXILIARIES for w in words[here + 1 : here + 6])


def speaks(naming: Naming) -> bool:
    """Whether a name can be a speaker by its words alone: a known noun, a pronoun or a proper name."""
    if naming.pronoun:
        return True
    core = _core(naming.words)
    if core and core[0].low in MESSAGES | DETERMINERS and any(t.low in MESSAGES for t in core):
        return len(core) < len(naming.words) or core[-1].low in SPEAKERS
    lows = [t.low.removesuffix("'s").removesuffix("'") for t in core]
    if any(low in SILENT_WITNESSES for low in lows):
        return False
    if any(low in SPEAKERS or OCCUPATION.search(low) for low in lows):
        return True
    last = core[-1]
    if singular(lows[-1]) in SPEAKERS or singular(lows[-1]) in ROLES:
        return True
    if human(lows[-1]) and lows[-1] not in PEOPLE and not (len(core) > 1 and core[0].low.endswith("ing")):
        return True
    if not last.capital or last.low in TIME_WORDS or last.low in DETERMINERS:
        return False
    return len(core) > 1 or not plural(last.low) or last.low in TITLES


def _core(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words before the first preposition: "trends" in "trends in Asia"."""
    cut = next((i for i, t in enumerate(words) if i and t.low in PREPOSITIONS), len(words))
    return words[:cut]
