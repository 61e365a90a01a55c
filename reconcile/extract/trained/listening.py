"""Where the rules hear nobody: attributions that the trained tagger is certain of, in the form of the rules' own."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reconcile.extract.names.naming import Naming, speaks
from reconcile.extract.trained.features import view
from reconcile.extract.trained.stances import CLASSES
from reconcile.extract.voices.attribution import Attribution
from reconcile.extract.voices.cue import Bounds
from reconcile.extract.voices.cues import FINDERS, MANNERS, NEED_CLAUSE, NO_SPEECH_OBJECTS, SELF
from reconcile.extract.voices.denials import REJECTS
from reconcile.extract.voices.reporting import orders
from reconcile.extract.words.phrases import ADVERBS, BE, DETERMINERS, NUMERALS, PREPOSITIONS, SUBORDINATORS
from reconcile.extract.words.tokens import Token
from reconcile.model import Span, Stance

if TYPE_CHECKING:
    from reconcile.extract.trained.tagger import Piece, Tagged, Tagger

_NOBODY = SELF | SUBORDINATORS | frozenset("you them me us this it whom and".split())
_TELLING = frozenset({"says", "denies"})
_PAPERS = FINDERS | frozenset(
    """
        data figures statistics records documents census surveys polls reports studies papers memo letter filings
        estimate estimates count counts
    """.split()
)
"""Sources of which a figure right behind the verb is a statement: "the study found 31 cases"."""
_CLAUSES = frozenset("that how why whether when where what".split())
_QUOTES = frozenset("“\"‘'„«")
_SPEAKING = frozenset({"says", "denies", "speak"})
_WITHIN = frozenset({"in", "by"})
"""What a paper may follow: "in a survey of skippers, 12 …", "by one count"."""
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS | BE
"""Behind these a word is a noun or a passive, no cue."""
_NEAR = 4
"""Words behind "claimed" among which "lives" or "victims" tell that it is no report."""
_NOT = frozenset("not never nor cannot".split())
_NEEDS = frozenset("need needs needed needing require requires required".split())
_CHARGES = frozenset("accuse accuses accused accusing".split())
_NUMBERS = NUMERALS | frozenset(
    """
        one hundred thousand million billion hundreds thousands millions billions dozen dozens half third quarter none
        nobody
    """.split()
)


@dataclass(frozen=True, slots=True)
class Listener:
    """A tagger, and how far it is believed.

    `certainty` is what an attribution needs at the least, from 0 to 1; with `figures` only sentences with a number
    that no rule gives to a source are looked at, and only cues that report something.
    """

    tagger: Tagger
    certainty: float = 0.8
    figures: bool = True

    def overheard(
        self, words: Sequence[Token], quoted: Sequence[bool], found: Sequence[Attribution]
    ) -> list[Attribution]:
        """The attributions of a sentence beside those that the rules found."""
        if self.figures and not _worth_asking(words, quoted, found):
            return []
        tagged = [each for each in self.tagger.tag(view(words, quoted, found)) if each.certainty >= self.certainty]
        heard = [_attribution(words, each) for each in tagged if not quoted[each.cue[0]]]
        return [each for each in heard if each and self._fits(each, words, found)]

    def _fits(self, each: Attribution, words: Sequence[Token], found: Sequence[Attribution]) -> bool:
        naming = each.naming
        if (
            naming is None
            or naming.words[0].low in _NOBODY
            or any(one.content and _overlap(each.cue, one.cue) for one in found)
        ):
            return False
        if not self.figures:
            return True
        return _reports(words, each, naming)


def _reports(words: Sequence[Token], each: Attribution, naming: Naming) -> bool:
    """Whether a cue tells something that could be checked, rather than a wish, a deed or what was done to somebody."""
    cue = [word.low for word in words if each.cue.start <= word.start < each.cue.end]
    behind = [word.low for word in words if word.start >= each.content[0].start]
    first = behind[0] if behind else ""
    told = [name for low in cue if (name := CLASSES.get(low)) is not None]
    if cue[-1] == "admitted" and first[:1].isdigit():
        return False  # "the hospitals admitted 16, 23 and eight patients"
    if cue[-1].startswith("claim") and NO_SPEECH_OBJECTS & set(behind[:_NEAR]):
        return False
    if not told:
        return _paper(naming) if cue[0] in _WITHIN else first == "that" and speaks(naming)
    passive = BE & set(cue[:-1]) and not cue[-1].endswith("ing")
    if cue[-1] in _NEEDS:
        return False  # "the team will need nine weeks"
    if told[-1] == "noun" or passive or set(cue) & REJECTS or any(low in _NOT or low.endswith("n't") for low in cue):
        return False
    if first in _CLAUSES or (first in _QUOTES and told[-1] in _SPEAKING):
        return True
    last = next(i for i, word in enumerate(words) if word.end == each.cue.end)
    if set(cue) & (NEED_CLAUSE | MANNERS) or orders(words, last, Bounds(0, len(words))):
        return False
    if told[-1] in _TELLING or cue[-1] in _CHARGES:
        return speaks(naming) and first not in PREPOSITIONS
    return _paper(naming)


def _paper(naming: Naming) -> bool:
    return any(word.low in _PAPERS for word in naming.words)


def _worth_asking(words: Sequence[Token], quoted: Sequence[bool], found: Sequence[Attribution]) -> bool:
    """Whether a sentence has a figure without a source and what `_reports` asks of an attribution to it."""
    if not any(_open(word, found) for word in words):
        return False
    taken = [each.cue for each in found if each.content]
    return _may_report(words, {word.low for word in words}, taken) and _cued(words, quoted, taken)


_LEADS = _CLAUSES | _PAPERS
_TELLERS = frozenset(low for low, name in CLASSES.items() if name in _TELLING) | _CHARGES
_SPEAKERS = frozenset(low for low, name in CLASSES.items() if name in _SPEAKING)


def _may_report(words: Sequence[Token], lows: Set[str], taken: Sequence[Span]) -> bool:
    """Whether any attribution in a sentence could hold: there is a clause, a paper, or a word that tells or speaks."""
    if not lows.isdisjoint(_LEADS):
        return True
    cues = _TELLERS if lows.isdisjoint(_QUOTES) else _TELLERS | _SPEAKERS
    return not lows.isdisjoint(cues) and any(word.low in cues and not _taken(word, taken) for word in words)


def _cued(words: Sequence[Token], quoted: Sequence[bool], taken: Sequence[Span]) -> bool:
    """Whether a word that may be a cue is left over by the rules; it is no use asking the tagger otherwise."""
    return any(
        word.low in _CUES
        and not quoted[here]
        and not (here and words[here - 1].low in _BEFORE_NOUNS)
        and not _taken(word, taken)
        for here, word in enumerate(words)
    )


_CUES = frozenset(low for low, name in CLASSES.items() if name != "noun")


def _taken(word: Token, cues: Sequence[Span]) -> bool:
    return any(cue.start <= word.start < cue.end for cue in cues)


def _open(word: Token, found: Sequence[Attribution]) -> bool:
    """Whether a word is a number that no rule gives to a source."""
    return _number(word.low) and not any(each.covers(word.start) for each in found)


@lru_cache(maxsize=1 << 15)
def _number(low: str) -> bool:
    return low[0].isdigit() or low.split("-")[0] in _NUMBERS


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _attribution(words: Sequence[Token], tagged: Tagged) -> Attribution | None:
    naming = _naming(words, tagged.source)
    if naming is None:
        return None
    cue = words[tagged.cue[0] : tagged.cue[1]]
    denies = any(CLASSES.get(word.low) == "denies" for word in cue)
    return Attribution(
        Span(cue[0].start, cue[-1].end),
        naming,
        tuple(Span(words[first].start, words[last - 1].end) for first, last in tagged.content),
        Stance.DENIES if denies else Stance.ASSERTS,
        leading=tagged.cue[0] < tagged.content[0][0],
    )


def _naming(words: Sequence[Token], source: Piece) -> Naming | None:
    """The name up to a comma, what stands behind it as its apposition."""
    named = list(words[source[0] : source[1]])
    while named and named[-1].text == ",":
        named.pop()
    while named and (named[0].low in ADVERBS or named[0].low.endswith("ly")):
        named.pop(0)
    cut = next((here for here, word in enumerate(named) if not word.word and word.text in ",("), len(named))
    if not cut or not any(word.word for word in named[:cut]):
        return None
    return Naming(tuple(named[:cut]), tuple(word for word in named[cut + 1 :] if word.text not in "()"))


@lru_cache(maxsize=1)
def trained_listener() -> Listener:
    """The listener with the weights of the package, which are read at the first call."""
    from reconcile.extract.trained.tagger import shipped

    return Listener(shipped())
