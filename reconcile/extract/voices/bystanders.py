"""Whom a sentence without a cue is about: "he said" in the next one may mean them, or somebody beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.extract.names.naming import Naming, Subject, speaks, subject_before
from reconcile.extract.names.speakers import BODY_WORDS
from reconcile.extract.voices.cue import Cue
from reconcile.extract.voices.cues import ROLES, SPEAKERS, TITLES, Force
from reconcile.extract.words.phrases import DETERMINERS, PREPOSITIONS, TIME_WORDS, closes, trim_left, verbal
from reconcile.extract.words.tokens import Token

_FIRST = 14
"""Words of a sentence among which its verb is looked for."""
_NO_PEOPLE = frozenset(
    """
        street road avenue lane park river lake bay county city town village island hill school college church
        hospital hotel bridge station square house cup league prize act states kingdom republic america
        north south east west new saint san los las united
    """.split()
)
_WITH = frozenset("with by and for".split())


def mentioned(words: Sequence[Token]) -> Iterator[Cue]:
    """The subject of a sentence without a cue, and the others in it whom "he" may mean."""
    subject, verb = _subject(words)
    if subject is None or subject.naming.pronoun is not None or subject.begin > 3:
        return
    if speaks(subject.naming):
        others = tuple(_people(words, verb))
        yield Cue(verb, verb, subject.naming, subject.begin, None, None, Force.MENTIONS, True, rivals=others)


def _subject(words: Sequence[Token]) -> tuple[Subject | None, int]:
    """The subject before the first verb that is known, else the name that the sentence begins with."""
    opening = _opening(words)
    verb = next(
        (
            i
            for i in range(1, min(len(words), _FIRST))
            if verbal(words[i])
            and not (words[i].capital and words[i - 1].capital)
            and words[i - 1].low not in DETERMINERS
            and words[i].low not in SPEAKERS
        ),
        None,
    )
    if opening and (verb is None or opening[1] < verb):
        naming, after = opening
        return Subject(naming, 0), after
    if verb is None:
        return None, 0
    return subject_before(words, verb, 0), verb


_LINKS = PREPOSITIONS | {"and", "or"}
_SPEAKERS_BUT_MET = SPEAKERS - {"met"}
_SPEAKERS_OR_ROLES = SPEAKERS | ROLES
_BEHIND_NOUNS = PREPOSITIONS | {"and", "or", "who", "which", "that"}


def _opening(words: Sequence[Token]) -> tuple[Naming, int] | None:
    """A person's name or "the …" with a noun for a speaker at the head of a sentence, a lower-case word behind it."""
    start = trim_left(words, 0, min(len(words), _FIRST))
    stop = start
    while stop < len(words) and words[stop].capital and words[stop].low not in DETERMINERS:
        stop += 1
    if stop - start >= 2 and stop + 2 < len(words) and words[stop].low == "and" and words[stop + 2].capital:
        stop += 1
        while stop < len(words) and words[stop].capital:
            stop += 1
    if stop - start >= 2 and stop < len(words) and words[stop].word and words[stop].text[0].islower():
        naming = Naming(tuple(words[start:stop]))
        known = words[stop].low not in _LINKS
        return (naming, stop) if known and words[stop].low not in _SPEAKERS_BUT_MET else None
    if start < len(words) and words[start].low in {"the", "a", "an"}:
        for here in range(start + 1, min(start + 5, len(words) - 1)):
            if closes(words[here]) or words[here].low in PREPOSITIONS:
                return None
            if words[here].low in _SPEAKERS_OR_ROLES:
                follower = words[here + 1]
                ends = follower.word and follower.text[0].islower() and follower.low not in _SPEAKERS_OR_ROLES
                nouns = follower.low in _BEHIND_NOUNS
                return (Naming(tuple(words[start : here + 1])), here + 1) if ends and not nouns else None
    return None


_PREPOSITIONS_BUT_WITH = PREPOSITIONS - _WITH


def _people(words: Sequence[Token], start: int) -> Iterator[Naming]:
    """Names of two or three capitalised words that are likely people's, behind the subject."""
    here = start
    while here < len(words):
        stop = here
        while stop < len(words) and words[stop].capital:
            stop += 1
        run = words[here:stop]
        if len(run) in {2, 3, 4} and _person(run) and words[here - 1].low not in _PREPOSITIONS_BUT_WITH:
            yield Naming(tuple(run))
        here = max(stop, here + 1)


_NO_NAMES = _NO_PEOPLE | BODY_WORDS | SPEAKERS | TIME_WORDS | DETERMINERS


def _person(run: Sequence[Token]) -> bool:
    lows = [w.low.removesuffix("'s").rstrip(".") for w in run]
    if any(low in TITLES for low in lows[:-1]):
        return True
    return not any(low in _NO_NAMES for low in lows)
