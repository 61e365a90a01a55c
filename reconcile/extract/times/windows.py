"""The period that a figure counts: "in July four cyclists were killed", "since January", "against 58% in 2018".

A period belongs to a figure where nothing stands between the two that begins another thought; the period with which
a sentence opens holds for all its figures. Single days are no periods: they are the days of events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from reconcile.extract.counts.quantities import Mention
from reconcile.extract.words.phrases import ADVERBS, DETERMINERS, PREPOSITIONS
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.model import Bound, Found, Kind

_LONGEST_EVENT = 2
"""Days beyond which a range is a period rather than the days of one event."""
_FAR = 16
"""Words between a figure and its period."""
_OTHER_THOUGHT = frozenset("who which that whose whom because although though whereas while but unless if as".split())
_SAYING = frozenset("said says told announced reported added writes wrote according".split())
_NO_PERIOD = frozenset("by until till before after from than through".split())
_TURNS = frozenset("and or up down with by until till before after from than".split())
"""Words that behind a comma begin something else."""


def periods(dates: Sequence[Found], sentences: Sequence[Sentence]) -> dict[int, list[Found]]:
    """The periods that a sentence names: years, months, "since 1 June"; by the number of the sentence."""
    windows: dict[int, list[Found]] = {}
    index = 0
    for found in dates:
        while index < len(sentences) and sentences[index].end <= found.start:
            index += 1
        if index < len(sentences) and found.start >= sentences[index].start and _wide(found):
            windows.setdefault(index, []).append(found)
    return windows


def _wide(found: Found) -> bool:
    low, high, bound = found.value.low, found.value.high, found.value.bound
    if isinstance(low, date) and isinstance(high, date):
        stretch = found.value.words.lower().startswith(("the past ", "the last ")) and high > low
        return stretch or (high - low).days > _LONGEST_EVENT
    return isinstance(low, date) and bound is Bound.AT_LEAST and not found.value.words.lower().startswith("from")


def period_of(
    mention: Mention, siblings: Iterable[Mention], windows: Sequence[Found], words: Sequence[Token]
) -> Found | None:
    """The period of a figure: the one right behind it, else right before it, else the one that opens the sentence."""
    if not windows or mention.found.value.kind in (Kind.AGE, Kind.DURATION):
        return None
    fitting = [(window, *_place(window, words)) for window in windows]
    fitting = [each for each in fitting if not (each[1] and words[each[1] - 1].low in _NO_PERIOD)]
    following = min((o.first for o in siblings if o.first > mention.first), default=len(words))
    for window, start, _stop in fitting:
        if mention.last <= start <= following and not _apart(words, mention.last, start):
            return window
    before = [each for each in fitting if each[2] <= mention.first]
    if before and not _apart(words, before[-1][2], mention.first):
        return before[-1][0]
    return next(
        (
            window
            for window, start, stop in before
            if _opens(words, start) and not _contrast(words, stop, mention.first)
        ),
        None,
    )


def _place(window: Found, words: Sequence[Token]) -> tuple[int, int]:
    """The words of a period as a range of word numbers."""
    start = next((i for i, w in enumerate(words) if w.end > window.start), len(words))
    stop = next((i for i in range(start, len(words)) if words[i].start >= window.end), len(words))
    return start, stop


def _apart(words: Sequence[Token], start: int, stop: int) -> bool:
    """Whether another thought begins between a figure and a period."""
    if stop - start > _FAR:
        return True
    for index in range(start, stop):
        low = words[index].low
        if low in _OTHER_THOUGHT or low in _SAYING or low in {";", "(", ")", "—", "–", "with", "against", "compared"}:
            return True
        if low == ":" and index != stop - 1:
            return True
        if low == "," and index + 1 < stop and words[index + 1].low in _TURNS:
            return True
    return False


def _opens(words: Sequence[Token], start: int) -> bool:
    """Whether a period stands at the head of its sentence, behind at most a preposition and an adverb."""
    ahead = [word for word in words[:start] if word.word]
    return len(ahead) <= 3 and all(w.low in PREPOSITIONS or w.low in DETERMINERS or w.low in ADVERBS for w in ahead)


def _contrast(words: Sequence[Token], start: int, stop: int) -> bool:
    return any(word.low in {";", "while", "whereas", "but", "against", "compared"} for word in words[start:stop])
