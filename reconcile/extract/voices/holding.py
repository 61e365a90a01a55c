"""Who a figure or a name is from without a report: "what both sides call a drought of six years", "gave the figure"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.extract.names.naming import Naming, name_after, speaks, subject_before
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import FIGURE_NOUNS, Force
from reconcile.extract.words.phrases import DETERMINERS, NUMERALS
from reconcile.extract.words.tokens import Token

_CALLS = frozenset("call calls called describe describes described term terms termed".split())
GIVES = frozenset("gave gives released issued provided supplied announced published confirmed disclosed".split())
"""Verbs that may have a figure told elsewhere for their object."""
_THE = frozenset("the that this those these".split())
_OF = frozenset("of for from by that".split())
_NOBODY = frozenset("is was were are we you i they he she it people some many locals".split())
TRIGGERS = GIVES | {"what"}
"""The words at which somebody may hold a figure."""
_NEAR = 6
"""Words of the longest name between "what" and its verb."""


def holds(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """The cue of who calls or gives a figure, where the word at `index` begins one."""
    if words[index].low == "what":
        yield from _called(words, index, bounds)
    elif gives(words, index, bounds.stop):
        found = subject_before(words, index, bounds.start)
        if found is not None and speaks(found.naming):
            yield Cue(index, index, found.naming, found.begin, None, (index + 1, bounds.stop), Force.SAYS, True)


def gives(words: Sequence[Token], index: int, stop: int) -> bool:
    """Whether a verb has a figure for its object that stands elsewhere: "gave the figure this morning"."""
    near = words[index + 1 : min(index + 4, stop)]
    if words[index].low not in GIVES or len(near) < 2 or near[0].low not in _THE:
        return False
    noun = next((i for i, word in enumerate(near) if word.low in FIGURE_NOUNS), None)
    if noun is None:
        return False
    rest = words[index + 2 + noun : stop]
    return not any(_number(word) for word in rest) and (not rest or rest[0].low not in _OF)


def _number(word: Token) -> bool:
    return word.text[0].isdigit() or word.low in NUMERALS


def _called(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "After what both sides call a drought of six years": both sides."""
    near = words[index + 1 : min(index + 1 + _NEAR, bounds.stop)]
    verb = next((i for i, word in enumerate(near) if word.low in _CALLS), None)
    if not verb or near[0].low in _NOBODY or not all(word.word for word in near[:verb]):
        return
    stop = index + 1 + verb
    found = name_after(words, index + 1, stop)
    name = tuple(near[:verb]) if near[0].low in DETERMINERS else found[0].words if found else ()
    behind = next((i for i in range(stop + 1, bounds.stop) if words[i].text == ","), bounds.stop)
    if name and stop + 1 < behind:
        yield Cue(stop, stop, Naming(name), index, None, (stop + 1, behind), Force.FINDS, True)
