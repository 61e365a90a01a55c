"""Whether it was meant: fires set deliberately, deaths ruled a suicide, what police treat as arson, clefts.

"The fire was started deliberately", "the coroner ruled the death a suicide", "police are treating the blaze as
arson", "it was a candle that caused the fire".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.extract.names.naming import subject_before
from reconcile.extract.statements.causekinds import cause_kind
from reconcile.extract.statements.statement import Statement
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.model import Modality

STEMS = (
    *("deliberate", "intentional", "ruled the", "ruled his", "ruled her", "ruled a", "treating", "treated as"),
    *("it was ", "accident"),
)
"""Pieces of words without one of which a sentence tells nothing of the kind."""

_EVENT = (
    r"(?P<event>(?:wild)?fire|blaze|inferno|rupture|outage|blackout|leak|spill|sinking|accident|disaster|flood|outbreak|"
    r"explosion|blast|crash|collision|deaths?|shooting|drowning|fall|killing|derailment"
    r"|collapse)"
)
_MANNERS = r"(?:suicide|homicide|murder|accident|accidental|arson|sabotage|deliberate|natural causes)"
_BE = r"(?:was|were|is|had been|has been|have been)"
_NOT = r"(?P<no> not| never)?"
_MAYBE = r"(?P<may> probably| likely| apparently| possibly)?"
_SHAPES = (
    re.compile(
        rf"\b{_EVENT} {_BE}{_NOT}{_MAYBE} (?P<what>(?:set|started|lit|caused) (?:deliberately|intentionally)"
        r"|(?:deliberately|intentionally) (?:set|started|lit|caused)|deliberate|intentional|accidental|an accident)\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bruled (?:the|his|her) (?:\w+ )?{_EVENT}{_NOT} (?:as |to be )?(?:an? )?(?P<what>{_MANNERS})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_EVENT} {_BE}{_NOT} (?:ruled|declared|treated as) (?:as |to be )?(?:an? )?(?P<what>{_MANNERS})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<may>treating) (?:the|this|his|her) (?:\w+ )?{_EVENT} as (?:an? )?(?P<what>{_MANNERS})\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bit was(?P<no> not)? (?:an? |the )?(?P<what>[\w' -]{3,50}?),? that (?:caused|sparked|triggered|started) the "
        rf"{_EVENT}\b",
        re.IGNORECASE,
    ),
)
_IT_WAS = re.compile(
    r"\bit (?:was|is)(?P<no> not|n[’']t)? (?P<may>probably |likely )?(?P<what>arson|sabotage|an accident|murder|suicide"
    r"|deliberate|no accident|an act of sabotage)\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:if|unless|whether|could|would|should|before|until|after|not|no evidence)\b[^,;]{0,60}\Z", re.IGNORECASE
)


def _speaker(sentence: Sentence, start: int) -> tuple[Token, ...]:
    """Who rules or treats it so; nothing where a pronoun does."""
    verb = next(index for index, word in enumerate(sentence.words) if word.start >= start)
    subject = subject_before(sentence.words, verb, 0)
    return subject.naming.words if subject is not None and subject.naming.pronoun is None else ()


def intents(sentence: Sentence, source: str) -> Iterator[Statement]:
    """What one sentence tells of whether it was meant."""
    text = source[sentence.start : sentence.end]
    if text.rstrip("”\"’' ").endswith("?"):
        return
    for shape in (*_SHAPES, _IT_WAS):
        match = shape.search(text)
        if match is None or _UNREAL.search(text[: match.start()]) or cause_kind(match["what"]) is None:
            continue
        told = match.groupdict()
        start, end = sentence.start + match.start(), sentence.start + match.end()
        modality = Modality.POSSIBLE if told.get("may") and not told.get("no") else Modality.STATED
        yield Statement(
            sentence,
            start,
            end,
            end - 1,
            "cause",
            match["what"],
            f"cause of the {told['event'].lower()}" if told.get("event") else "cause",
            denied=bool(told.get("no")),
            heard_only=shape is _IT_WAS,
            modality=modality,
            actor=_speaker(sentence, start) if match.group().lower().startswith(("ruled", "treating")) else (),
        )
        return
