"""Dates that are claims: the days on which something happened or will happen, not those on which it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reconcile.extract.phrases import COMMON_VERBS, DETERMINERS, PREPOSITIONS
from reconcile.extract.text import Sentence
from reconcile.extract.tokens import Token
from reconcile.extract.voices import Heard
from reconcile.model import Bound, Found, Section, Span

_TELLING = frozenset(
    """
        issue edition statement report letter order bulletin release interview version estimate article interview
        released published issued dated stated posted reported announced said told update updated study speaking
        signed quoted written figures data survey poll gave given emerged
    """.split()
)
_SPANS = frozenset("hours days week weeks month year quarter".split())
_SMALL = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_VAGUE = frozenset("today now tonight this morning afternoon week month year currently so far".split())
_STARTS = ("starting", "beginning", "effective", "as from", "as of")
_LONGEST_RANGE = 3
"""Days; a longer range is a window, unless it is a month that is named with its year."""
_NEAR_CUE = 70
"""Characters between a cue and the date on which it was said."""


def event_days(
    founds: Sequence[Found], text: str, sentence: Sentence, heard: Sequence[Heard], today: date | None
) -> list[Found]:
    """The dates of one sentence that are claims."""
    if sentence.section is Section.HEADLINE:
        return []
    dated = (_start_day(found, text) for found in founds)
    return [found for found in dated if _event(found, text, sentence, heard, today)]


def _start_day(found: Found, text: str) -> Found:
    """ "Starting 1 January" tells the day on which something starts."""
    low = found.value.low
    if found.value.high is None and isinstance(low, date) and text[found.start :].lower().startswith(_STARTS):
        return replace(found, value=replace(found.value, high=low, bound=Bound.EXACT))
    return found


def _event(found: Found, text: str, sentence: Sentence, heard: Sequence[Heard], today: date | None) -> bool:
    words = sentence.words
    index = next((i for i, w in enumerate(words) if w.end > found.start), len(words))
    before = [w.low for w in words[max(0, index - 4) : index]]
    if not _short(found, text) or text[found.end : found.end + 1] in {"’", "'"}:
        return False
    shown = set(text[found.start : found.end].lower().split())
    if shown <= _VAGUE or (
        shown == {"yesterday"} and index and (words[index - 1].text[0].isdigit() or words[index - 1].low in _SMALL)
    ):
        return False
    if (before and before[-1] in {"since", "against", "than", "from"}) or "edition" in before:
        return False
    if (
        before
        and before[-1] == "by"
        and (today is None or not isinstance(found.value.low, date) or found.value.low <= today)
    ):
        return False
    if (before[-1:] == ["to"] and set(before) & _SPANS) or _as_of(words, index):
        return False
    steps = [low for low in before if low[0].isalnum() and low not in PREPOSITIONS and low not in DETERMINERS][-1:]
    if (steps and steps[0] in _TELLING) or {"us", "by"} <= set(before):
        return False
    return not _said_then(found, heard)


def _as_of(words: Sequence[Token], index: int) -> bool:
    """ "stood at 23 on Monday": the day of the count, not of the event."""
    here = index - 1
    if here > 0 and words[here].low in PREPOSITIONS:
        here -= 1
    return here > 1 and words[here].text[0].isdigit() and words[here - 1].low in {"at", "to"}


def _short(found: Found, text: str) -> bool:
    low, high = found.value.low, found.value.high
    if not isinstance(low, date) or not isinstance(high, date):
        return low is None and isinstance(high, date)
    length = (high - low).days
    words = text[found.start : found.end]
    month = 27 <= length <= 30 and any(len(w) == 4 and w.isdigit() for w in words.split())
    return length < _LONGEST_RANGE or month


def _said_then(found: Found, heard: Sequence[Heard]) -> bool:
    """Whether the date tells when a source spoke: outside all that is said, near a cue."""
    if any(h.covers(found.start) for h in heard):
        return False
    return any(abs(h.cue.start - found.start) < _NEAR_CUE for h in heard)


def day_quote(found: Found, words: Sequence[Token]) -> Span:
    """The date with its preposition and the verb before it."""
    index = next((i for i, w in enumerate(words) if w.end > found.start), 0)
    start = index
    if start and words[start - 1].low in PREPOSITIONS:
        start -= 1
    if start and _verb(words[start - 1]):
        start -= 1
    return Span(min(words[start].start, found.start), found.end)


def day_of_what(found: Found, words: Sequence[Token]) -> str | None:
    """The verb or noun that the date belongs to: "died", "avalanche"."""
    index = next((i for i, w in enumerate(words) if w.end > found.start), 0)
    if index > 1 and words[index - 1].low == "of":
        return words[index - 2].text
    left = next((w for w in reversed(words[:index]) if _verb(w)), None)
    right = next((w for w in words[index:] if _verb(w)), None)
    chosen = left or right
    return chosen.text if chosen else None


def _verb(word: Token) -> bool:
    return word.low in COMMON_VERBS or (word.low.endswith("ed") and len(word.low) > 4)
