"""What somebody asks for, hopes or is sure of, without a verb of saying: whoever does it gives the figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.extract.names.naming import Naming, Subject, speaks, subject_before
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import FIGURE_NOUNS, Force
from reconcile.extract.words.phrases import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    TIME_WORDS,
    adverbial,
    closes,
)
from reconcile.extract.words.tokens import Token

_ASKS = frozenset("asked asks asking called calls calling pressed lobbied appealed".split())
_SEEKS = frozenset("sought seeks seeking".split())
_HOPES = frozenset("hopes hoped hoping".split())
_HOLDS = frozenset("held holds accepted accepts".split())
"""What courts and inquiries do with a fact: "held that", "accepted it as proved that"."""
_SURE = frozenset("sure certain convinced adamant positive confident satisfied".split())
_LISTS = frozenset("records lists books papers files log logs list register registers manifest ledger".split())
"""What has a figure in it: "the port's records have 109"."""
HAS = frozenset("have has had".split())
_TELLERS = frozenset("they he she there we it".split())
_STICKS = {
    "stick": "to", "sticks": "to", "sticking": "to", "stuck": "to", "clings": "to", "clung": "to",
    "stand": "by", "stands": "by", "standing": "by", "stood": "by",
}  # fmt: skip
_CREDITS = frozenset("credit credits credited".split())
_LISTED = frozenset("list lists register figures names tally tallies roll table count statistics data".split())
_PUBLISHES = frozenset("publishes published releases released issues issued compiled".split())
TRIGGERS = _ASKS | _SEEKS | _HOPES | _SURE | _HOLDS | _PUBLISHES | _CREDITS | _STICKS.keys() | {"went", "goes"}
"""The words at which a construction of this module may begin."""
_FIGURE = 9
"""Words behind "asked for" among which its figure stands."""
_NUMBERS = NUMERALS | frozenset("one half dozens dozen hundreds thousands none no a".split())


def wished(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "The owner had asked for £9,000", "she is sure that three men fled", "…, he went on"."""
    low = words[index].low
    if low in {"went", "goes"}:
        yield from _went_on(words, index, bounds)
        return
    behind = _wish(words, index, bounds)
    if behind is None:
        return
    found = subject_before(words, index, bounds.start)
    if found is not None and speaks(found.naming) and found.naming.pronoun != "it":
        yield Cue(index, behind - 1, found.naming, found.begin, None, (behind, bounds.stop), Force.FINDS, True)


def _wish(words: Sequence[Token], index: int, bounds: Bounds) -> int | None:
    """Where what is wished begins; None where the word is something else."""
    low, after = words[index].low, index + 1
    if after + 1 >= bounds.stop:
        return None
    follower = words[after].low
    before = _auxiliary(words, index, bounds)
    if low in _HOLDS:
        return _held(words, after, bounds) if before not in BE else None
    if low in _STICKS or low in _CREDITS:
        return _kept(words, index, bounds)
    if low in _PUBLISHES:
        return _published(words, after, bounds) if before not in BE else None
    if low in _SURE:
        told = follower == "that" or follower in _TELLERS
        return after + (follower == "that") if before in BE and told else None
    if (before in BE) != low.endswith("ing"):
        return None
    if low in _ASKS:
        return after + 1 if follower == "for" and _figure(words, after + 1, bounds) else None
    if low in _HOPES:
        return after + 1 if follower in {"to", "for", "that"} else None
    return after if _figure(words, after, bounds) else None


def _held(words: Sequence[Token], after: int, bounds: Bounds) -> int | None:
    """Where what was held begins: behind "that", or behind "it proved beyond doubt that"."""
    near = [w.low for w in words[after : min(after + _FIGURE, bounds.stop)]]
    if "that" not in near or near[0] not in {"that", "it", "as"}:
        return None
    that = near.index("that")
    if near[that + 1 : that + 2] and near[that + 1] in TIME_WORDS:
        return None  # "held that night"
    return after + that + 1 if that == 0 or not _PROVED.isdisjoint(near[:that]) else None


_PROVED = frozenset("proved proven established likely probable possible clear plausible unlikely fact".split())


def _kept(words: Sequence[Token], index: int, bounds: Bounds) -> int | None:
    """ "Are sticking to a toll of nine", "stood by its figure of 12", "credits her with 300 votes"."""
    near = [w.low for w in words[index + 1 : min(index + _FIGURE, bounds.stop)]]
    if words[index].low in _CREDITS:
        given = near.index("with") if "with" in near[:_LIST] else None
        return index + 2 + given if given is not None and _figure(words, index + 2 + given, bounds) else None
    figure = near[:1] == [_STICKS[words[index].low]] and not FIGURE_NOUNS.isdisjoint(near[1:_LIST]) and "of" in near
    return index + 2 if figure else None


def _published(words: Sequence[Token], after: int, bounds: Bounds) -> int | None:
    """Where the content of a list or of figures begins: "published a list of 64 names", "released figures showing"."""
    for here in range(after, min(after + _LIST, bounds.stop - 1)):
        if words[here].low in _LISTED and words[here + 1].low in {"of", "showing", "with", "which", "that", "for"}:
            return here + 1
        if closes(words[here]) or words[here].low in PREPOSITIONS:
            return None
    return None


_LIST = 5
"""Words behind "published" among which the list stands."""


def _auxiliary(words: Sequence[Token], index: int, bounds: Bounds) -> str:
    here = index - 1
    while here > bounds.start and adverbial(words[here]):
        here -= 1
    return words[here].low if here >= bounds.start and words[here].low in AUXILIARIES else ""


def _figure(words: Sequence[Token], start: int, bounds: Bounds) -> bool:
    """Whether an amount is the object: "sought twelve years", not "sought a flat for his nine children"."""
    for word in words[start : min(start + _FIGURE, bounds.stop)]:
        if word.text[0].isdigit() or word.text in "$€£" or word.low.split("-")[0] in _NUMBERS - {"a"}:
            return True
        if closes(word) or (word.low in PREPOSITIONS and word.low not in {"of", "up", "than", "about", "over"}):
            return False
    return False


def _went_on(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "…, she went on." and "… , the captain went on: “…”"."""
    last = index + 1
    if last >= bounds.stop or words[last].low != "on" or (last + 1 < bounds.stop and not closes(words[last + 1])):
        return
    found = subject_before(words, index, bounds.start)
    if found is None or not speaks(found.naming) or found.begin <= bounds.start:
        return
    if words[found.begin - 1].text in ',”"’»':
        yield Cue(index, last, found.naming, found.begin, (bounds.start, found.begin), None, Force.SAYS, False)


def has(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "The firm's gate records have 109", "independent monitors have it at 20"."""
    at = [w.low for w in words[index + 1 : index + 3]] == ["it", "at"]
    listed = index > 0 and words[index - 1].low in _LISTS and index + 1 < bounds.stop
    if not at and not (listed and words[index + 1].text[0].isdigit()):
        return
    found = subject_before(words, index, bounds.start)
    if found is None:
        return
    if at and speaks(found.naming):
        yield Cue(index, index + 2, found.naming, found.begin, None, (index + 2, bounds.stop), Force.FINDS, True)
    elif listed and not at:
        yield from _listed(words, index, bounds, found)


def _listed(words: Sequence[Token], index: int, bounds: Bounds, found: Subject) -> Iterator[Cue]:
    owner = next((i for i, w in enumerate(found.naming.words) if w.low.endswith(("'s", "s'"))), None)
    naming = found.naming if owner is None else Naming(found.naming.words[: owner + 1])
    if words[found.begin].low in DETERMINERS or owner is not None:
        yield Cue(index, index, naming, found.begin, None, (index + 1, bounds.stop), Force.FINDS, True)
