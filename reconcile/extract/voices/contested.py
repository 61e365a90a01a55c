"""Figures that somebody denies in passing: "…, a number teachers call too high", "– a number disputed by the union"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.extract.names.naming import Naming, name_after, speaks, subject_before
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import VERBS, Force
from reconcile.extract.words.phrases import BE, DETERMINERS, NUMERALS, RELATIVES, adverbial, closes, plural
from reconcile.extract.words.tokens import Token

NOUNS = frozenset(
    """
        claim claims report reports figure figures number numbers toll total count estimate tally sum assertion
        statement calculation projection total amount
    """.split()
)
"""Nouns that take a figure up again."""
FALSE = frozenset(
    """
        high low fanciful absurd misleading unrealistic overblown improbable ridiculous exaggeration exaggerated false
        untrue wrong baseless fabricated fabrication inflated nonsense lie lies propaganda incorrect inaccurate invented
        fiction fantasy fantastical bogus rubbish laughable implausible overstated understated preposterous outlandish
        far-fetched groundless unfounded impossible grotesque hogwash bunk mistaken fictitious invention myth hype
        deceptive distorted overestimate underestimate wishful fake untenable ludicrous incredible unreliable flawed
        optimistic conservative hyperbole dishonest bloated unbelievable
    """.split()
)
"""What a figure is called by those who deny it."""
_CALLS = frozenset(
    """
        call calls called calling consider considers considered deem deems deemed describe describes described label
        labels labelled labeled brand brands branded regard regards regarded view views viewed see sees saw find finds
        found think thinks thought believe believes believed term terms termed dub dubbed
    """.split()
)
_CALLED = _CALLS | VERBS.keys()
_DISPUTES = frozenset(
    """
        dispute disputes disputed reject rejects rejected contest contests contested doubt doubts doubted challenge
        challenges challenged deny denies denied dismiss dismisses dismissed refute refutes refuted question questions
        questioned ridicule ridicules ridiculed mock mocks mocked deride derides derided
    """.split()
)
_NUMBERS = NUMERALS | frozenset(
    "one hundred thousand million billion dozen dozens scores hundreds thousands millions half".split()
)
_REACH = 12
_BEFORE = 40
"""Words of the aside up to its verb; words before it among which the figure stands."""


def disputed_aside(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """Somebody denies the number that stands right before an aside whose noun is at `index`."""
    begin = index - 1 if words[index - 1].low in DETERMINERS else index
    if words[index].low not in NOUNS or begin < bounds.start + 2 or not closes(words[begin - 1]):
        return
    start = index + 2 if index + 1 < bounds.stop and words[index + 1].low in RELATIVES else index + 1
    for here in range(start, min(start + _REACH, bounds.stop)):
        if closes(words[here]):
            return
        called = words[here].low in _CALLED and _as_false(words, here, bounds)
        if called or words[here].low in _DISPUTES:
            naming = _who(words, start, here, bounds)
            if naming is not None and naming.pronoun is None and (speaks(naming) or plural(naming.words[-1].low)):
                figure = _figure(words, begin - 1, bounds)
                yield Cue(here, here, naming, begin, figure, None, Force.DENIES, True, counter=True)
            return


def _as_false(words: Sequence[Token], verb: int, bounds: Bounds) -> bool:
    for here in range(verb + 1, min(verb + 8, bounds.stop)):
        if closes(words[here]) and words[here].text not in "“”‘’\"'":
            return False
        if words[here].low in FALSE or [w.low for w in words[here : here + 2]] == ["made", "up"]:
            return True
    return False


def _who(words: Sequence[Token], start: int, verb: int, bounds: Bounds) -> Naming | None:
    """The subject of the verb, or the agent of "disputed by the union"."""
    here = verb - 1
    while here >= start and (words[here].low in BE or adverbial(words[here]) or words[here].low in {"has", "have"}):
        here -= 1
    if here < start:
        by = next((i for i in range(verb + 1, min(verb + 7, bounds.stop)) if words[i].low == "by"), None)
        found = name_after(words, by + 1, bounds.stop) if by is not None else None
        return found[0] if found else None
    subject = subject_before(words, verb, start)
    return subject.naming if subject else None


def _figure(words: Sequence[Token], stop: int, bounds: Bounds) -> tuple[int, int]:
    """The words of the nearest number before the aside."""
    for here in range(stop - 1, max(bounds.start - 1, stop - _BEFORE), -1):
        if _numeral(words[here]):
            first = here
            while first > bounds.start and (_numeral(words[first - 1]) or words[first - 1].text in "$€£"):
                first -= 1
            return first, here + 1
    return stop - 1, stop


def _numeral(token: Token) -> bool:
    return token.text[0].isdigit() or token.low.split("-")[0] in _NUMBERS
