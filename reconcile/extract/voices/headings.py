"""Speakers of headlines and bullets: "Mayor: 40 homes lost", "12 dead in bus crash – police"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.extract.names.naming import Naming
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import ROLES, SPEAKERS, VERBS, Force
from reconcile.extract.words.phrases import PREPOSITIONS, closes, verbal
from reconcile.extract.words.tokens import Token

TRIGGERS = frozenset(":–—-")
"""The marks that may stand between a speaker and what is said."""
_LONGEST = 5


def label(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """A speaker's noun alone before a colon with a clause behind it, or alone behind a colon or dash at the end."""
    if bounds.quoted:
        return
    if words[index].text == ":" and _speaker(words[bounds.start : index]):
        behind = words[index + 1 : bounds.stop]
        if behind and any(verbal(w) for w in behind):
            naming = Naming(tuple(words[bounds.start : index]))
            yield Cue(index, index, naming, bounds.start, None, (index + 1, bounds.stop), Force.SAYS, True)
    elif words[index].text == ":" and (titled := _titled(words[bounds.start : index])):
        yield Cue(index, index, titled, bounds.start, None, (index + 1, bounds.stop), Force.SAYS, True)
    elif words[index].text == ":" and words[index + 1 : index + 2] and words[index + 1].text in '“"‘«':
        if introduced := _introduced(words[bounds.start : index]):
            yield Cue(index, index, introduced, bounds.start, None, (index + 1, bounds.stop), Force.SAYS, True)
    elif index > bounds.start + 2 and words[index - 1].text in '”"’»' and (signed := _signed(words, index, bounds)):
        yield Cue(index, index, signed, index, (bounds.start, index), None, Force.SAYS, False)
    elif index > bounds.start + 2 and _speaker(words[index + 1 : bounds.stop]) and not _joined(words, index):
        naming = Naming(tuple(words[index + 1 : bounds.stop]))
        yield Cue(index, index, naming, index, (bounds.start, index), None, Force.SAYS, False)


def _titled(words: Sequence[Token]) -> Naming | None:
    """ "Airport spokeswoman Ada Holm: 200 flights cancelled": an office with the name of who holds it, or of a firm."""
    start = next((i for i, w in enumerate(words) if w.word and w.text[0].isalpha()), len(words))
    name = words[start:]
    office = max((i for i, w in enumerate(name) if w.low in _SPEAKERS_OR_ROLES), default=len(name))
    held = name[office + 1 :]
    if not held or len(name) > _LONGEST or not all(w.capital for w in held):
        return None
    if any(verbal(w) or not w.word or w.low in PREPOSITIONS for w in name):
        return None
    return Naming(tuple(name))


def _introduced(words: Sequence[Token]) -> Naming | None:
    """ "Captain Ada Holm of the navy: “We have …”", behind the hour of a live blog, too."""
    start = next((i for i, w in enumerate(words) if w.word and w.text[0].isalpha()), len(words))
    name = words[start:]
    stop = next((i for i, w in enumerate(name) if w.low in PREPOSITIONS), len(name))
    person = [w for w in name[:stop] if w.capital and w.low not in _SPEAKERS_OR_ROLES]
    if (
        len(person) < 2
        or len(name) > _INTRODUCED
        or not name[0].capital
        or any(verbal(w) or w.low in VERBS or not w.word for w in name)
    ):
        return None
    return Naming(tuple(name[:stop]))


_INTRODUCED = 9
"""Words of the longest "Deputy Governor Ada Holm of the western province"."""


_SPEAKERS_OR_ROLES = SPEAKERS | ROLES


def _signed(words: Sequence[Token], index: int, bounds: Bounds) -> Naming | None:
    """The mayor in "“We have 1,500 beds” – Mayor Ada Holm, speaking on the radio"."""
    if words[index].text == ":":
        return None
    stop = next((i for i in range(index + 1, bounds.stop) if closes(words[i])), bounds.stop)
    name = words[index + 1 : stop]
    told = any(w.low in _SPEAKERS_OR_ROLES for w in name) or (len(name) > 1 and all(w.capital for w in name))
    if not told or len(name) > _LONGEST or not name[0].capital or any(verbal(w) for w in name):
        return None
    return Naming(tuple(name))


def _speaker(words: Sequence[Token]) -> bool:
    """A few words without a verb or a number that end in a noun for a speaker."""
    return (
        0 < len(words) <= _LONGEST
        and all(w.word and w.text[0].isalpha() for w in words)
        and words[-1].low in _SPEAKERS_OR_ROLES
        and not any(verbal(w) or w.low in PREPOSITIONS for w in words)
    )


def _joined(words: Sequence[Token], index: int) -> bool:
    """A hyphen inside a word."""
    return words[index].text == "-" and words[index - 1].end == words[index].start
