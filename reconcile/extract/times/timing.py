"""When it was said and for which moment it holds: the days of a text that are no event's.

"The board said on Sunday" dates the words; "as of Friday", "by Saturday night the toll stood at", "were still in
hospital on Sunday" date the figure. Only days that the text itself gives are filled in: a document without such
words leaves both open, and the day of publication is never taken for either.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from reconcile.extract.words.text import Sentence
from reconcile.model import Bound, Claim, Found, Kind, Section

if TYPE_CHECKING:
    from reconcile.extract.voices.hearing import Heard


@dataclass(frozen=True, slots=True)
class Told:
    """A text, its sentences and the day on which it was published."""

    text: str
    sentences: Sequence[Sentence]
    today: date | None


_NEAR = 60
"""Characters between a cue and the day on which it was said."""
_ELSEWHEN = re.compile(
    r"[;:—]|\b(?:after|before|since|following|until|by|from|of|when|where|during|who|which|for|against|in\sconnection)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"[;:—]|\b(?:who|which|whose|that|where|when|after|before|since|following)\b", re.IGNORECASE)
_BARE = re.compile(r"\s?(?:,\s)?(?:(?:late|early|later|earlier)\s)?(?:on\s)?\Z", re.IGNORECASE)
_OPENING = re.compile(
    r"\W{0,3}(?:(?:meanwhile|also|but|and|then|later|earlier|late|early),?\s)?(?:(?:late|early)\s)?(?:on\s|in\s|as\s)?\Z",
    re.IGNORECASE,
)
_UTTERANCE = re.compile(
    r"\b(?:statement|bulletin|report|letter|release|interview|briefing|conference|update|message|address|speech|broadcast"
    r"|tweet|post|note|order|filing|hearing|testimony|notice|communiqu[eé])\s(?:(?:issued|released|published|posted|dated"
    r"|made|given|sent|filed|held)\s)?(?:late\s|early\s)?(?:on\s|of\s)?\Z",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:issued|released|published|posted|dated|made|given|sent|filed)\s(?:late\s|early\s)?(?:on\s)?\Z", re.IGNORECASE
)
_RESTATES = frozenset("raised raises revised revises lowered cut updated increased reduced corrected".split())
"""Verbs with which who gives a figure changes it: the day of the change is the day on which it is said."""


def dated(claims: Sequence[Claim], dates: Sequence[Found], heard: Sequence[Heard], told: Told) -> list[Claim]:
    """The claims with the days on which they were said and for which they hold, where the text gives them."""
    days = _by_sentence(dates, told.sentences)
    if not days:
        return list(claims)
    said = _said(heard, days, told)
    holds = _Standing(days, told)
    return [_dated(claim, said, holds) for claim in claims]


def _dated(claim: Claim, said: Mapping[int, date], holds: _Standing) -> Claim:
    spoken = said.get(claim.cue_span.start) if claim.cue_span else None
    as_of = holds.at(claim.span.start) if claim.span and claim.value.kind not in (Kind.DATE, Kind.TEXT) else None
    if spoken is None and as_of is None:
        return claim
    return replace(claim, said_at=spoken.isoformat() if spoken else None, as_of=as_of.isoformat() if as_of else None)


def _by_sentence(dates: Sequence[Found], sentences: Sequence[Sentence]) -> dict[int, list[Found]]:
    """The single days that are named, by the number of their sentence."""
    days: dict[int, list[Found]] = {}
    index = 0
    for found in dates:
        value = found.value
        while index < len(sentences) and sentences[index].end <= found.start:
            index += 1
        if index == len(sentences):
            break
        if value.low is not None and value.low == value.high and value.bound is not Bound.ABOUT:
            days.setdefault(index, []).append(found)
    return days


def _said(heard: Sequence[Heard], days: Mapping[int, Sequence[Found]], told: Told) -> dict[int, date]:
    """The day on which each cue was said, by the offset of the cue; never one after publication.

    Who goes on speaking in the same paragraph ("he added") does so on the day that was told first.
    """
    said: dict[int, date] = {}
    last: tuple[Heard, date] | None = None
    for voice in sorted(heard, key=lambda each: each.cue.start):
        own = _own_day(voice, days.get(voice.sentence, ()), told)
        if own is not None:
            said.setdefault(voice.cue.start, own)
            last = voice, own
        elif last is not None and _goes_on(last[0], voice, told):
            said.setdefault(voice.cue.start, last[1])
            last = voice, last[1]
    return said


def _own_day(voice: Heard, days: Sequence[Found], told: Told) -> date | None:
    day = said_on(voice, days, told.sentences[voice.sentence], told.text) if days else None
    return day if day is None or told.today is None or day <= told.today else None


_BEFORE_THAT = re.compile(
    r"\b(?:had|has|have|earlier|previously|initially|originally|later|since|now|then)\s(?:\w+\s)?\Z"
)


def _goes_on(last: Heard, voice: Heard, told: Told) -> bool:
    """Whether a cue is the same source's next words: in its paragraph, at once, at no other time."""
    if last.source is None or voice.source != last.source or voice.sentence - last.sentence > 1:
        return False
    one, other = told.sentences[last.sentence], told.sentences[voice.sentence]
    return one.paragraph == other.paragraph and not _BEFORE_THAT.search(
        told.text[max(0, voice.cue.start - 24) : voice.cue.start]
    )


def spoken_then(voice: Heard, found: Found, sentence: Sentence, text: str) -> bool:
    """Whether a day is the one on which a cue was said, whether or not the day is known."""
    return _gap(voice, found, sentence, text) is not None


def said_on(voice: Heard, days: Sequence[Found], sentence: Sentence, text: str) -> date | None:
    """The day that the words beside a cue give: "said on Sunday", "on Sunday said", "in a statement on 3 May"."""
    best: tuple[int, date] | None = None
    for found in days:
        gap = _gap(voice, found, sentence, text)
        if gap is not None and isinstance(found.value.low, date) and (best is None or gap < best[0]):
            best = gap, found.value.low
    return best[1] if best else None


def _gap(voice: Heard, found: Found, sentence: Sentence, text: str) -> int | None:
    """How far a day stands from the cue whose saying it dates; None where it dates something else."""
    if text[found.end : found.end + 1] in {"’", "'"} or text[found.end : found.end + 3] == " of":
        return None
    if found.start >= voice.cue.end:
        return found.start - voice.cue.end if _after_cue(voice, found, text) else None
    left = text[max(sentence.start, found.number_start - 60) : found.number_start]
    between = text[found.end : voice.cue.start]
    if found.end > voice.cue.start or len(between) > _NEAR or _ELSEWHEN.search(between):
        return None
    if voice.covers(found.start):
        return None
    opens = _OPENING.fullmatch(text[sentence.start : found.number_start]) is not None
    beside = found.start >= voice.name.end and not _RELATIVE.search(text[voice.name.start : found.start])
    return len(between) if opens or beside or _UTTERANCE.search(left) else None


def _after_cue(voice: Heard, found: Found, text: str) -> bool:
    between = text[voice.cue.end : found.number_start]
    if _BARE.fullmatch(between) and not between.startswith(","):
        return True  # "said Sunday 14 people", though the rest is what was said
    if voice.covers(found.start):
        return _restated(voice, found, text) or _issued(voice, found, text)
    return len(between) <= _NEAR and not _ELSEWHEN.search(between)


def _restated(voice: Heard, found: Found, text: str) -> bool:
    """ "raised the toll to 31 on Monday": the day closes the words of who changes a figure."""
    last = max(span.end for span in voice.content if span.start <= found.start < span.end)
    own = text[voice.cue.end : found.start]
    return text[voice.cue.start : voice.cue.end].lower() in _RESTATES and last - found.end <= 2 and "," not in own


def _issued(voice: Heard, found: Found, text: str) -> bool:
    """ "according to a letter released on Monday, nine …": the day opens what follows the source."""
    return voice.content[0].start >= found.start - 4 and bool(
        _ISSUED.search(text[max(0, found.number_start - 30) : found.number_start])
    )


_AS_OF = re.compile(r"\bas\s(?:of|at)\b(?:[^,;()]|,(?=\d)){0,24}\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\s(?:late\s|early\s)?(?:on\s)?\Z", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|would|must|should|shall|may|might|could|expected|due|deadline|ordered|demanded|to\s(?:leave|be|pay|return))\b",
    re.IGNORECASE,
)
_STOOD = re.compile(r"\b(?:stood|stands|standing|remained|remains)\sat\s(?:[^,;()]|,(?=\d)){1,40}\Z", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:still\b|remain(?:s|ed)?\b|(?:was|were|is|are)\s(?:(?:in|at|on|without|under|behind)\s(?:hospital|custody|care|large"
    r"|intensive|critical|strike|board|power|water|treatment|bars|shelters)\b|missing\b|unaccounted\b)"
    r"|(?:held|housed|sheltered|hosted)\s(?:\S+\s){0,3}?\d)(?:[^,;()]|,(?=\d)){0,80}\Z",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"\b(?:after|before|since|following|when|during|from)\b", re.IGNORECASE)
""" "Still at large after the break-out on Friday": the day belongs to what follows the word."""
_AGAINST = re.compile(
    r"\b(?:(?:up|down|rise|rose|risen|fell|fallen|climbed|dropped|grew|grown|increased|raised|revised)\b[^,;()]{0,30}\sfrom|against|(?<!more\s)(?<!fewer\s)(?<!less\s)(?<!rather\s)than|compared\s(?:with|to))\s(?:[^,;()]|,(?=\d)){1,40}\Z",
    re.IGNORECASE,
)
_BORDER = re.compile(
    r"[;()—]|,(?!\d)|\b(?:which|who|while|but)\b"
    r"|\band\s(?=(?:[^\s,;]+\s){1,2}(?:of|were|was|had|remain(?:s|ed)?|still)\b)"
)
_HEADING = re.compile(
    r"\W*(?:(?:the|latest|daily|current)\s)?(?:situation|status|figures?|toll|casualties|update|data|counts?|numbers|position"
    r"|sitrep|bulletin)\b[^.!?]{0,60}\Z",
    re.IGNORECASE,
)
_HAS_STATE = re.compile(
    r",?\s(?:[^,;()]|,(?=\d)){1,60}?\b(?:(?:was|were|are|is)\s(?:still|missing|unaccounted|without|in\shospital|at\slarge)|still"
    r"|remained|stood\sat)\b",
    re.IGNORECASE,
)
""" "On Friday, 31 people were missing": a state on the day with which the sentence opens."""
_GIVEN = re.compile(r"\b(?:gave|given|said|told|reported|announced|put)\b|\sto\s(?:\w+\s){0,3}\d", re.IGNORECASE)
_SEGMENT = 400


def reach(found: Found, sentence: Sentence, text: str, today: date | None) -> tuple[int, int] | None:
    """The stretch of a sentence whose figures hold for the day: offsets, None where the day dates no figure."""
    day = found.value.low if isinstance(found.value.low, date) else None
    if text[found.end : found.end + 1] in {"’", "'"}:
        return None
    left = text[max(sentence.start, found.number_start - _SEGMENT) : found.number_start]
    base = found.number_start - len(left)
    start = base + left.rfind(";") + 1
    stop = text.find(";", found.end, sentence.end)
    stop = sentence.end if stop < 0 else stop
    if _AS_OF.search(left):
        return start, stop
    if day is not None and today is not None and day > today:
        return None
    if _BY.search(left) and not _TO_COME.search(text, start, stop):
        return start, stop
    if match := _AGAINST.search(left):
        return (base + match.start(), found.start) if _counts(match[0]) and not _GIVEN.search(match[0]) else None
    if _OPENING.fullmatch(left) and _HAS_STATE.match(text, found.end, stop):
        return start, min(stop, _border(text, found.end + 1, stop))
    state = _STOOD.search(left) or _STATE.search(left)
    if state and not _OTHERWISE.search(state[0]):
        return base + max((each.end() for each in _BORDER.finditer(left)), default=0), found.start
    return None


def _border(text: str, start: int, stop: int) -> int:
    match = _BORDER.search(text, start, stop)
    return match.start() if match and match.start() > start + 1 else stop


def _counts(words: str) -> bool:
    return any(each.isdigit() for each in words.rsplit(" on ", 1)[0])


class _Standing:
    """The stretches of a text whose figures hold for a day that is named, found by offset."""

    def __init__(self, days: Mapping[int, Sequence[Found]], told: Told) -> None:
        self._by_sentence: dict[int, list[tuple[int, int, date]]] = {}
        self._starts = [sentence.start for sentence in told.sentences]
        for number in sorted(days):
            for found in days[number]:
                day, sentence = found.value.low, told.sentences[number]
                span = reach(found, sentence, told.text, told.today)
                if isinstance(day, date) and span is not None:
                    self._by_sentence.setdefault(number, []).append((*span, day))
                if isinstance(day, date) and _heads(found, sentence, told.text):
                    for below in _listed(told.sentences, number):
                        here = told.sentences[below]
                        self._by_sentence.setdefault(below, []).append((here.start, here.end, day))

    def at(self, offset: int) -> date | None:
        """The day for which a figure at an offset holds: that of the narrowest stretch."""
        number = bisect_right(self._starts, offset) - 1
        found = [each for each in self._by_sentence.get(number, ()) if each[0] <= offset < each[1]]
        return min(found, key=lambda each: each[1] - each[0])[2] if found else None


_LONGEST_LIST = 50
"""Lines that a heading may stand above, so that many headings in a row take no time by their square."""


def _heads(found: Found, sentence: Sentence, text: str) -> bool:
    """Whether the day closes a heading: "Situation at 15:00 on 29 September", "Toll (as of 12 May):"."""
    behind = text[found.end : sentence.end].strip(" ):.\n")
    return not behind and _HEADING.fullmatch(text[sentence.start : found.number_start]) is not None


def _listed(sentences: Sequence[Sentence], number: int) -> Iterator[int]:
    """The lines of a list under its heading, and the heading itself."""
    yield number
    for below in range(number + 1, min(len(sentences), number + _LONGEST_LIST)):
        if sentences[below].key is None and sentences[below].section is not Section.BULLET:
            return
        yield below
