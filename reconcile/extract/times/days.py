"""Dates that are claims: the days on which something happened or will happen, not those on which it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reconcile.extract.counts.measured import the
from reconcile.extract.counts.nouns import noun_before, phrase
from reconcile.extract.evidence import NO_PUBLICATION, TWO_READINGS
from reconcile.extract.times.timing import reach, spoken_then
from reconcile.extract.words.phrases import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    SUBORDINATORS,
    closes,
    plural,
    verbal,
)
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import EVENTS, PAST, passive
from reconcile.model import Bound, Found, Section, Span

if TYPE_CHECKING:
    from reconcile.extract.voices.hearing import Heard

_TELLING = frozenset(
    """
        issue edition statement report letter order bulletin release interview version estimate article
        released published issued dated stated posted reported announced said told update updated study
        speaking signed quoted written figures data survey poll gave given emerged rejected condemned
        welcomed dismissed comments remarks statements tweet tweets speech spoke reporters heard accused
        denied insisted warned confirmed urged called
    """.split()
)
_SPANS = frozenset("hours days week weeks month year quarter".split())
_SMALL = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_VAGUE = frozenset("today now tonight this morning afternoon week month year currently so far".split())
_STARTS = ("starting", "beginning", "effective", "as from", "as of")
_LONGEST_START = max(map(len, _STARTS))
_STRETCH = re.compile(
    r"the\s(?:past|last|next|coming)\s(?!day\b|morning|afternoon|evening|night|\w+day\b)\w+", re.IGNORECASE
)
""" "The last six hours": a window, however short."""
_LONGEST_RANGE = 3
"""Days; a longer range is a window, unless it is a month that is named with its year."""
_NEAR_CUE = 70
"""Characters between a cue and the date on which it was said."""


def event_days(
    founds: Sequence[Found], text: str, sentence: Sentence, heard: Sequence[Heard], today: date | None
) -> list[Found]:
    """The dates of one sentence that are claims."""
    if sentence.section is Section.HEADLINE:
        return [found for found in founds if _of_event(found, sentence.words) and _short(found, text)]
    dated = (_start_day(found, text) for found in founds)
    return [found for found in dated if _event(found, text, sentence, heard, today)]


def _of_event(found: Found, words: Sequence[Token]) -> bool:
    """Whether a date stands right behind its event: "the election of 22 October"."""
    index = next((i for i, w in enumerate(words) if w.end > found.start), 0)
    return index > 1 and words[index - 1].low == "of" and words[index - 2].low in EVENTS


def _owns_event(found: Found, words: Sequence[Token]) -> bool:
    """ "Sunday's presidential election"."""
    stop = next((i for i, w in enumerate(words) if w.start >= found.end), len(words))
    return any(w.low in EVENTS for w in words[stop : stop + 4])


def _start_day(found: Found, text: str) -> Found:
    """ "Starting 1 January" tells the day on which something starts."""
    low = found.value.low
    if (
        found.value.high is None
        and isinstance(low, date)
        and text[found.start : found.start + _LONGEST_START].lower().startswith(_STARTS)
    ):
        return replace(found, value=replace(found.value, high=low, bound=Bound.EXACT))
    return found


def _event(found: Found, text: str, sentence: Sentence, heard: Sequence[Heard], today: date | None) -> bool:
    words = sentence.words
    index = next((i for i, w in enumerate(words) if w.end > found.start), len(words))
    before = [w.low for w in words[max(0, index - 4) : index]]
    if not _short(found, text) or _dates_a_figure(found, text, sentence, today):
        return False
    if text[found.end : found.end + 1] in {"’", "'"}:
        return _owns_event(found, words)
    following = next((w.low for w in words[index:] if w.start >= found.end), "")
    if before[-1:] == ["on"] and following in _TELLING and following.endswith("ed"):
        return False  # "the party on Wednesday rejected the result"
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
    if (steps and steps[0] in _TELLING and not {"will", "be"} <= set(before)) or {"us", "by"} <= set(before):
        return False
    return not _said_then(found, text, sentence, heard)


def _dates_a_figure(found: Found, text: str, sentence: Sentence, today: date | None) -> bool:
    """Whether the day is the one for which a figure of its sentence holds."""
    span = reach(found, sentence, text, today)
    if span is None:
        return False
    figures = (w for w in sentence.words if w.text[0].isdigit() or w.low.split("-")[0] in _FIGURES)
    return any(span[0] <= w.start < span[1] and not found.start <= w.start < found.end for w in figures)


_FIGURES = NUMERALS | frozenset("one dozens hundreds thousands scores dozen none nobody".split())


_LASTING = frozenset("still remain remained remains".split())


def _as_of(words: Sequence[Token], index: int) -> bool:
    """ "stood at 23 on Monday", "were still missing on Monday": the day of the count, not of the event."""
    lasting = not _LASTING.isdisjoint(w.low for w in words[max(0, index - 5) : index])
    if lasting and words[index - 1].low == "on":
        return True
    here = index - 1
    if here > 0 and words[here].low in PREPOSITIONS:
        here -= 1
    if here > 2 and words[here].low in _HOURS and words[here - 1].low in {"by", "at", "before", "after"}:
        here -= 2  # "31 by dusk on Tuesday"
    figure = here > 1 and (words[here].text[0].isdigit() or words[here].low.split("-")[0] in _FIGURES)
    return figure and words[here - 1].low in {"at", "to", "from"}


_HOURS = frozenset("dusk dawn noon midday midnight nightfall sunset sunrise lunchtime daybreak".split())


def _short(found: Found, text: str) -> bool:
    low, high = found.value.low, found.value.high
    if low is None and high is None:
        return True  # a day that nothing tells
    if _STRETCH.match(text, found.start) or (low is None and text[found.start : found.end].endswith("ago")):
        return False
    if not isinstance(low, date) or not isinstance(high, date):
        return low is None and isinstance(high, date)
    length = (high - low).days
    words = text[found.start : found.end]
    month = 27 <= length <= 30 and any(len(w) == 4 and w.isdigit() for w in words.split())
    return length < _LONGEST_RANGE or month


def _said_then(found: Found, text: str, sentence: Sentence, heard: Sequence[Heard]) -> bool:
    """Whether the date tells when a source spoke: beside a cue, or near one and outside all that is said."""
    if any(spoken_then(each, found, sentence, text) for each in heard):
        return True
    if any(h.covers(found.start) for h in heard):
        return False
    return any(abs(h.cue.start - found.start) < _NEAR_CUE for h in heard)


def unresolved(found: Found, today: date | None) -> tuple[str, ...]:
    """The evidence that says why a day could not be told; nothing where it could."""
    if found.value.low is not None or found.value.high is not None:
        return ()
    numeric = found.value.words[:1].isdigit() and not any(c.isalpha() for c in found.value.words)
    return (NO_PUBLICATION,) if today is None and not numeric else (TWO_READINGS,)


def day_quote(found: Found, words: Sequence[Token]) -> Span:
    """The date with its preposition and the verb before it."""
    index = next((i for i, w in enumerate(words) if w.end > found.start), 0)
    stop = next((i for i in range(index, len(words)) if words[i].start >= found.end), len(words))
    if text_owns(words, stop):
        event = next((w for w in words[stop : stop + 4] if w.low in EVENTS), words[stop - 1])
        return Span(found.start, max(event.end, found.end))  # "Sunday's presidential election"
    start = index
    if start and words[start - 1].low in PREPOSITIONS:
        start -= 1
    if start and (
        words[start - 1].low in COMMON_VERBS or (words[start - 1].low.endswith("ed") and len(words[start - 1].low) > 4)
    ):
        start -= 1
    return Span(min(words[start].start, found.start), found.end)


def day_of_what(found: Found, words: Sequence[Token]) -> str | None:
    """What happened on the day: "date of the avalanche", "date the hotel collapsed"."""
    index = next((i for i, w in enumerate(words) if w.end > found.start), 0)
    stop = next((i for i in range(index, len(words)) if words[i].start >= found.end), len(words))
    if text_owns(words, stop):
        noun = next((w.low for w in words[stop : stop + 4] if w.low in EVENTS), None)
        return f"date of the {noun}" if noun else None
    noun = _event_noun(words, index)
    if noun is not None:
        return f"date of the {noun}"
    verb = _nearest_verb(words, index, stop)
    if verb is None:
        return None
    start = verb
    while start > 0 and (words[start - 1].low in AUXILIARIES or words[start - 1].low in ADVERBS):
        start -= 1
    subject = noun_before(words, start)
    who = _who(words, *subject) if subject and start - subject[1] <= _EVENT_FAR else None
    if who is not None and who.split()[-1].lower() in EVENTS and verb < index:
        return f"date of the {who}"
    told = [w.text for w in words[start : verb + 1] if w.low not in ADVERBS and w.low not in _AS_TOLD]
    tail = words[index - 1].low if words[index - 1].low in {"until", "by", "from"} and index else None
    return " ".join(
        ["date", *([who if who.lower() in _PRONOUNS else the(who)] if who else []), *told, *([tail] if tail else [])]
    )


def _who(words: Sequence[Token], start: int, stop: int) -> str | None:
    """A noun as it is named in the middle of a sentence; one bare word that is no plural is a name."""
    bare = stop - start == 1 and words[start].capital and not plural(words[start].low)
    if bare and words[start].low in _PRONOUNS:
        return words[start].low
    return words[start].text if bare else phrase(words, start, stop)


_PRONOUNS = frozenset("it he she they we i you this that these those which who one".split())


def text_owns(words: Sequence[Token], stop: int) -> bool:
    """Whether the date has a possessive: "Sunday's"."""
    return stop > 0 and words[stop - 1].low.endswith("'s")


_AS_TOLD = frozenset("has have had been being".split())
_EVENT_FAR = 12


def _event_noun(words: Sequence[Token], index: int) -> str | None:
    """The noun for the event right before the date ("the accident of"), or in the clause that it closes."""
    if index > 1 and words[index - 1].low in {"of", "on"} and words[index - 2].low in EVENTS:
        return words[index - 2].low
    here = index - 1
    while here >= 0 and index - here <= _EVENT_FAR and not (closes(words[here]) and words[here].text != ","):
        if words[here].low in EVENTS and not verbal(words[here]):
            return words[here].low
        if _verb(words[here]) or words[here].low in SUBORDINATORS:
            return None
        here -= 1
    return None


def _nearest_verb(words: Sequence[Token], index: int, stop: int) -> int | None:
    """The place of the main verb: the nearest one before the date that is no participle of an aside, else behind it."""
    before = [i for i in range(index) if _verb(words[i])]
    after = [i for i in range(stop, len(words)) if _verb(words[i])]
    return before[-1] if before else after[0] if after else None


def _verb(word: Token) -> bool:
    return (
        not word.capital
        and word.low not in AUXILIARIES
        and (word.low in COMMON_VERBS or passive(word) or word.low in PAST)
    )
