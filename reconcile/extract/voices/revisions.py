"""Who moves a figure: "increased the toll to 16", "was raised to 31 by the ministry", "Putting the dead at 26, …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.extract.names.naming import name_after, speaks, subject_before
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import FIGURE_OBJECTS, MOVES, SELF, VERBS, Force
from reconcile.extract.words.phrases import ADVERBS, AUXILIARIES, BE, COMMON_VERBS, closes
from reconcile.extract.words.tokens import Token

_VERBS = frozenset(
    """
        increase increases increased increasing reduce reduces reduced reducing cut cuts cutting adjust adjusts
        adjusted adjusting amend amends amended amending double doubles doubled doubling halve halves halved halving
        upgrade upgrades upgraded upgrading downgrade downgrades downgraded downgrading bump bumps bumped bumping trim
        trims trimmed trimming hike hikes hiked hiking push pushes pushed pushing boost boosts boosted boosting bring
        brings brought bringing lift lifts lifted lifting scale scales scaled scaling change changes changed changing
    """.split()
)
"""Verbs that report only where a figure is their object and a number follows."""
_OPENING = frozenset(verb for verb in VERBS.keys() | _VERBS if verb.endswith("ing"))
TRIGGERS = _VERBS | MOVES | _OPENING | frozenset("put pegged estimated reckoned assessed calculated".split())
"""The words at which a construction of this module may begin."""
_PUT = frozenset("put pegged estimated reckoned assessed calculated".split())
_NEAR = 7
"""Words behind a verb within which the figure stands that it moves."""
_FAR = 16
"""Words behind a participle within which its "by" stands."""


_VERBS_OR_MOVES_OR_PUT = _VERBS | MOVES | _PUT


def moved(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """The cue of a verb that moves a figure, active or passive, or of a participle that opens the sentence."""
    low = words[index].low
    if index == bounds.start and low in _OPENING:
        yield from _opening(words, index, bounds)
    elif low in _VERBS_OR_MOVES_OR_PUT and _passive(words, index, bounds):
        yield from _moved_by(words, index, bounds)
    elif low in _VERBS:
        yield from _moves(words, index, bounds)


def _passive(words: Sequence[Token], index: int, bounds: Bounds) -> bool:
    here = index - 1
    while here > bounds.start and (words[here].low in ADVERBS or words[here].low.endswith("ly")):
        here -= 1
    return here > bounds.start and words[here].low in BE


def _moves(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "Authorities increased the death toll from seven to 16"."""
    subject = subject_before(words, index, bounds.start)
    if subject is None or not speaks(subject.naming) or (subject.naming.pronoun or "") in SELF:
        return
    if subject.naming.words[-1].low in FIGURE_OBJECTS:
        return  # "The new deaths increased the toll"
    figure = next((i for i in range(index + 1, min(index + _NEAR, bounds.stop)) if words[i].low in _FIGURES), None)
    if figure is None or words[index + 1].low in {"by", "to"}:
        return
    if any(w.low in {"to", "by", "at"} for w in words[figure + 1 : min(figure + _FAR, bounds.stop)]):
        yield Cue(index, index, subject.naming, subject.begin, None, (index + 1, bounds.stop), Force.FINDS, True)


_FIGURES = FIGURE_OBJECTS - {"it", "them", "value", "cost", "damage", "dead"}


def _moved_by(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "The toll was raised from 14 to 31 by the ministry"."""
    start = max((i + 1 for i in range(bounds.start, index) if words[i].text in ".;:"), default=bounds.start)
    if not any(w.low in FIGURE_OBJECTS for w in words[start:index]):
        return
    by = next((i for i in range(index + 1, min(index + _FAR, bounds.stop - 1)) if words[i].low == "by"), None)
    found = name_after(words, by + 1, bounds.stop) if by is not None else None
    if by is not None and found and speaks(found[0]) and not words[by + 1].text[0].isdigit():
        level = found[1] < bounds.stop and words[found[1]].low in {"to", "at", "from"}
        right = (found[1], bounds.stop) if level else None
        yield Cue(index, by, found[0], index, (start, by), right, Force.FINDS, False)


def _opening(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "Putting the death toll at 26, the prime minister declared three days of mourning"."""
    if index + 2 >= bounds.stop or closes(words[index + 1]):
        return
    for comma in range(index + 2, bounds.stop - 2):
        if words[comma].text in ".;:":
            return
        if words[comma].text != ",":
            continue
        if not any(w.text[0].isdigit() for w in words[index + 1 : comma]):
            return
        verb = _main_verb(words, comma, bounds)
        subject = subject_before(words, verb, comma + 1) if verb is not None else None
        if subject is not None and speaks(subject.naming):
            force = Force.DENIES if VERBS.get(words[index].low) is Force.DENIES else Force.FINDS
            yield Cue(index, index, subject.naming, index, None, (index + 1, comma), force, False)
            return


def _main_verb(words: Sequence[Token], comma: int, bounds: Bounds) -> int | None:
    for here in range(comma + 2, min(comma + _FAR, bounds.stop)):
        low = words[here].low
        if words[here].text in ".;:":
            return None
        if low in AUXILIARIES or low in VERBS or low in COMMON_VERBS or (low.endswith("ed") and len(low) > 4):
            return here
    return None
