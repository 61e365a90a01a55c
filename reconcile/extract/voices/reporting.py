"""Reporting verbs: who is their subject, what do they report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.extract.names.naming import Naming, name_after, speaks, subject_before
from reconcile.extract.voices.contents import content_of
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import (
    FIGURE_OBJECTS,
    GIVES,
    MANNERS,
    MOVES,
    TOLD,
    VERBS,
    Force,
)
from reconcile.extract.voices.unsaid import raised
from reconcile.extract.voices.verbs import no_verb, reports, speechless, still_to_come
from reconcile.extract.words.phrases import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    closes,
    verbal,
)
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import EVENTS

_TOLLS = frozenset("toll figure number count estimate total tally".split())
"""What is given by who counts: "gave a toll of nine"."""


def reported(words: Sequence[Token], index: int, bounds: Bounds, before: list[Cue]) -> Iterator[Cue]:
    """The cue of a reporting verb with its subject, unless the word is something else here."""
    force = VERBS[words[index].low]
    if (raised(words, index) == index and no_verb(words, index, bounds)) or speechless(words, index, force):
        return
    inverted = _inverted(words, index, bounds, force)
    if inverted:
        yield inverted
        return
    subject = _subject(words, index, bounds, before)
    if subject is None:
        return
    naming, begin = subject
    if reports(words, index, bounds, naming, begin):
        yield from _said(words, index, bounds, naming, begin)


def _said(words: Sequence[Token], index: int, bounds: Bounds, naming: Naming, begin: int) -> Iterator[Cue]:
    token, force = words[index], VERBS[words[index].low]
    cue = content_of(words, index, bounds, naming, begin, force)
    if words[begin].low in {"who", "which"}:
        cue = _within_commas(words, cue, bounds)
    elif begin == index and cue.right:
        cue = replace(cue, right=(cue.right[0], _comma_behind(words, cue.right[0], bounds)))
    elif raised(words, index) == index and still_to_come(words, index, bounds, cue):
        return
    if force is Force.DENIES and index + 2 < bounds.stop and words[index + 2].text == ":":
        cue = replace(cue, left=None, right=(index + 1, index + 3))  # "denied that: “We have two”"
    moves = token.low in MOVES and not {w.low for w in words[index + 1 : index + 8]} & FIGURE_OBJECTS
    if token.low in MOVES and cue.right:
        cue = replace(cue, right=(cue.right[0], _forecast_end(words, cue.right)))
    near = _figure_near(words, index, bounds)
    gives = token.low in GIVES and not (token.low.startswith("offer") and near)
    gives = gives and not (cue.right and cue.right[1] <= index)
    gives = gives or (token.low in _WANTS and not near)
    gives = gives and not {w.low for w in words[index + 1 : index + 4]} & _TOLLS
    gives = gives and "as" not in [w.low for w in words[index + 1 : index + 7]]
    yield replace(cue, force=Force.MENTIONS) if moves or gives or orders(words, index, bounds) else cue


def _forecast_end(words: Sequence[Token], right: tuple[int, int]) -> int:
    """Where a forecast that was moved ends: "raised its profit forecast after sales had grown by 8%"."""
    lows = [w.low for w in words[right[0] : right[1]]]
    moved = next((i for i, low in enumerate(lows[:6]) if low in _FORECASTS), None)
    ends = (i for i, low in enumerate(lows) if moved is not None and i > moved and low in _BECAUSE)
    ends = (i for i in ends if not _MANY.intersection(lows[i - 1 : i + 2]))  # "to as many as 500"
    return right[0] + next(ends, len(lows))


_MANY = frozenset("many much high low few large".split())
_FORECASTS = frozenset("forecast forecasts projection estimate outlook guidance".split())
_BECAUSE = frozenset("after as when because following while since amid".split())


def _within_commas(words: Sequence[Token], cue: Cue, bounds: Bounds) -> Cue:
    """A relative clause between commas reports only up to the second one."""
    if cue.right is None or words[cue.begin - 1].text != ",":
        return replace(cue, left=None)
    return replace(cue, left=None, right=(cue.right[0], _comma_behind(words, cue.right[0], bounds)))


def _comma_behind(words: Sequence[Token], start: int, bounds: Bounds) -> int:
    return next((i for i in range(start, bounds.stop) if words[i].text == ","), bounds.stop)


def _inverted(words: Sequence[Token], index: int, bounds: Bounds, force: Force) -> Cue | None:
    """ ", said X" and "” added X"."""
    if force not in {Force.SAYS, Force.DENIES} or words[index - 1].text not in "”\"’',»" or index + 1 >= bounds.stop:
        return None
    if words[index].low.endswith("ing") or (words[index].low in TOLD and words[index - 1].text == ","):
        return None
    following = words[index + 1]
    if (
        following.low in PREPOSITIONS
        or closes(following)
        or following.low in {"that", "it", "in", "on", "at"}
        or following.low in TIME_WORDS
    ):
        return None
    found = name_after(words, index + 1, bounds.stop)
    if not found:
        return None
    naming, after = found
    if words[index - 1].text == "," and (words[index].low in MANNERS or subject_before(words, index, bounds.start)):
        last = after >= bounds.stop - 1 and sum(w.capital for w in naming.words) > 1 and speaks(naming)
        if not last or words[index].low in MANNERS:
            return None  # "Ada Holm, 20, said two cars …", but not "…, and Ada Holm, 20, said Sgt. Per Vik."
    if naming.words[-1].low in EVENTS or (naming.words[-1].low in VERBS and not naming.words[-1].capital):
        return None  # "putting deaths at “more than 40”, claimed the raid"
    if words[index - 1].text == "," and after < bounds.stop and words[after].low in AUXILIARIES:
        return None  # a subject of its own: ", said the road would close"
    more = (after, bounds.stop) if _goes_on(words, after, bounds) else None
    return Cue(index, index, naming, index, (bounds.start, index), more, force, False)


def _goes_on(words: Sequence[Token], after: int, bounds: Bounds) -> bool:
    """Whether a statement goes on behind the name of its speaker: "…, said X, but one was missing"."""
    if after < bounds.stop - 2 and words[after].text == ":":
        return True
    if after >= bounds.stop - 2 or words[after].text != ",":
        return False
    rest = words[after + 1 : bounds.stop]
    if rest[0].low in RELATIVES or (rest[0].text[0].isdigit() and len(rest) > 1 and not rest[1].word):
        return any(w.text in '“"' for w in rest)
    return any(w.text in '“"' or verbal(w) for w in rest)


def _subject(words: Sequence[Token], index: int, bounds: Bounds, before: list[Cue]) -> tuple[Naming, int] | None:
    """The name before the verb, or the one shared with the cue before it."""
    if (governor := raised(words, index)) != index:
        found = subject_before(words, governor, bounds.start)
        return (found.naming, found.begin) if found else None
    step = index - 1
    while step > bounds.start and (words[step].low in ADVERBS or words[step].low in AUXILIARIES):
        step -= 1
    progressive = any(w.low in BE for w in words[step + 1 : index])
    shared = (
        words[index - 1].low == "having"
        or words[step].low in {"and", "but", "or"}
        or (words[index].low.endswith("ing") and not progressive)
    )
    if shared and words[step].low not in BE:
        if before:
            return before[0].naming if words[index].low.endswith("ing") else before[-1].naming, step
        return _first_name(words, bounds, step)
    if words[step].low in {"who", "which"} and step > bounds.start + 1:
        return _antecedent(words, step, index, bounds)
    if words[index].low.endswith("ing") and not any(w.word for w in words[bounds.start : index]):
        return _behind_comma(words, index, bounds)
    found = subject_before(words, index, bounds.start)
    return (found.naming, found.begin) if found else None


def _figure_near(words: Sequence[Token], index: int, bounds: Bounds) -> bool:
    """Whether a number is the object: "offered a reward of $9", not "offered prayers at a shrine where 9 died"."""
    for word in words[index + 1 : min(index + 8, bounds.stop)]:
        if word.text[0].isdigit() or word.low in _SPELT or word.low in {"between", "up"}:
            return True
        if word.low in SUBORDINATORS or word.low in PREPOSITIONS - {"of", "about"}:
            return False
    return False


_SPELT = NUMERALS | {"dozens", "hundreds", "thousands", "half", "none"}
_WANTS = frozenset("want wants wanted wanting".split())
_ORDERS = TOLD | frozenset("warn warns warned ask asks asked".split())


def orders(words: Sequence[Token], index: int, bounds: Bounds) -> bool:
    """Whether somebody is only told to do something: "told 90 pupils to stay at home"."""
    if words[index].low not in _ORDERS:
        return False
    for here in range(index + 2, min(index + 8, bounds.stop - 1)):
        if closes(words[here]) or words[here].low in SUBORDINATORS or verbal(words[here]):
            return False
        if words[here].low == "to":
            return words[here + 1].text[0].islower() and words[here + 1].low not in DETERMINERS
    return False


def _antecedent(words: Sequence[Token], relative: int, index: int, bounds: Bounds) -> tuple[Naming, int] | None:
    """ "the commission, which has put the cost at two million, …": the commission."""
    stop = relative - 1 if words[relative - 1].text == "," else relative
    found = subject_before([*words[:stop], words[index]], stop, bounds.start)
    if found and found.naming.words[0].low in {"a", "an"} and found.begin > 1 and words[found.begin - 1].text == ",":
        comma = found.begin - 1  # an apposition: "the Archive, a charity, which lists 40"
        outer = subject_before([*words[:comma], words[index]], comma, bounds.start)
        return (Naming(outer.naming.words, found.naming.words), relative) if outer else None
    return (_last_name(found.naming), relative) if found else None


def _last_name(naming: Naming) -> Naming:
    """The name that ends a clause read as one: "The deal covers 90 pilots at Oster Air, which offered 3%"."""
    words = naming.words
    if not words[-1].capital or not any(w.text[0].isdigit() for w in words):
        return naming
    start = next((i + 1 for i in range(len(words) - 1, -1, -1) if not words[i].capital), 0)
    return Naming(words[start:], naming.gloss)


def _behind_comma(words: Sequence[Token], index: int, bounds: Bounds) -> tuple[Naming, int] | None:
    """ "Putting the loss at nine boats, the harbour master called for help": the harbour master."""
    comma = next((i for i in range(index + 1, bounds.stop - 1) if words[i].text == ","), None)
    verb = comma and next((i for i in range(comma + 2, min(comma + 12, bounds.stop)) if verbal(words[i])), None)
    found = subject_before(words, verb, comma + 1) if comma and verb else None
    return (found.naming, index) if found else None


def _first_name(words: Sequence[Token], bounds: Bounds, stop: int) -> tuple[Naming, int] | None:
    """The subject of the sentence for a verb further on: "The union, putting losses at 48, …"."""
    for index in range(bounds.start + 1, stop):
        if verbal(words[index]) and words[index - 1].low not in DETERMINERS:
            found = subject_before(words, index, bounds.start)
            return (found.naming, stop) if found else None
    mark = next((i for i in range(bounds.start + 1, stop + 1) if closes(words[i])), None)
    found = subject_before([*words[:mark], words[stop]], mark, bounds.start) if mark else None
    return (found.naming, stop) if found else None
