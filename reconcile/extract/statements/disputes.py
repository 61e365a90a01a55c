"""What one source says and the next sentence has another deny: "Tenants said that …. The landlord denied this.\""""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.extract.names.naming import subject_before
from reconcile.extract.statements.statement import Statement
from reconcile.extract.voices.hearing import Heard
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.model import Section, Stance

STEMS = (
    *("denied", "denies", "rejected", "rejects", "disputed", "disputes", "dismissed", "dismisses"),
    *(
        " for that",
        " of that",
        " for this",
        " of this",
        " for it",
        "not true",
        "untrue",
        "is false",
        "nonsense",
        "a lie",
    ),
)
"""Pieces of words without one of which a sentence denies nothing."""

_DENIED = re.compile(
    r"[^;:“”\"]{2,80}? (?:(?:has|have|had|later|strongly|strenuously|firmly|flatly|also|promptly|categorically) ){0,2}"
    r"(?P<cue>denied|denies|rejected|rejects|disputed|disputes|dismissed|dismisses) "
    r"(?:this|that|it|the (?:claims?|allegations?|accusations?|assertions?|suggestions?|story|reports?))[.!]?\s*\Z"
)
_NO_EVIDENCE = re.compile(
    r"\b(?:no|any) (?:evidence|proof|signs?|indications?) (?:for|of) (?:that|this|it)\b|\b(?:that|this|it) (?:is|was) "
    r"(?:not true|untrue|false|nonsense|a lie)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\s*(?:\w+: )?Is it true (?:that )?(?P<what>[^?]{8,150})\?", re.IGNORECASE)
_OF_CAUSE = re.compile(r"\b(?:origin|cause|caused|source|to blame|behind|responsible)\b", re.IGNORECASE)
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b",
    re.IGNORECASE,
)
_LONGEST = 200
_SHORTEST = 3
"""Characters of what is denied; words that it needs."""


def disputes(
    numbers: Sequence[int],
    sentences: Sequence[Sentence],
    text: str,
    told: Sequence[Statement],
    said: Callable[[int], Sequence[Heard]],
) -> Iterator[Statement]:
    """The denials among some sentences, each with what it denies where no other reader has found that yet."""
    by_start: dict[int, Statement] = {}
    for each in told:
        by_start[each.sentence.start] = each
    for number in numbers:
        sentence = sentences[number]
        if number and (plain := _not_so(sentence, sentences[number - 1], by_start, text)) is not None:
            yield plain
            continue
        if number == 0 or sentence.section is not Section.BODY or sentence.paragraph != sentences[number - 1].paragraph:
            continue
        match = _DENIED.match(text[sentence.start : sentence.end])
        if match is None:
            continue
        before = by_start.get(sentences[number - 1].start)
        denied = before or _asserted(sentences[number - 1], text, said)
        if denied is None:
            continue
        if before is None:
            yield denied
        at, end = sentence.start + match.end("cue") + 2, _end(sentence)
        speaker = _speaker(sentence, sentence.start + match.start("cue"))
        turned = replace(
            denied, sentence=sentence, start=sentence.start, end=end, at=at, actor=speaker, heard_only=True
        )
        yield replace(turned, denied=not denied.denied, own_stance=True)


def _not_so(sentence: Sentence, before: Sentence, by_start: Mapping[int, Statement], text: str) -> Statement | None:
    """ "I have found no evidence for that", where the sentence before states something or asks whether it is so."""
    match = _NO_EVIDENCE.search(text[sentence.start : sentence.end])
    if match is None or sentence.section is not Section.BODY:
        return None
    start, end = sentence.start + match.start(), sentence.start + match.end()
    said = by_start.get(before.start)
    asked = _ASKED.match(text[before.start : before.end])
    if asked is not None and not _FIGURE.search(asked["what"]):
        words = " ".join(asked["what"].split())
        cause = _OF_CAUSE.search(words) is not None
        about = ("cause", "cause") if cause else ("state", f"whether {words}")
        return Statement(sentence, start, end, end - 1, about[0], words, about[1], denied=True, heard_only=True)
    if said is None or said.attribute == "status" or sentence.paragraph != before.paragraph:
        return None
    turned = replace(said, sentence=sentence, start=start, end=end, at=end - 1, actor=(), heard_only=True)
    return replace(turned, denied=not said.denied, own_stance=True)


def _speaker(sentence: Sentence, cue: int) -> tuple[Token, ...]:
    """Who denies it; nothing where a pronoun says so."""
    verb = next(index for index, word in enumerate(sentence.words) if word.start >= cue)
    subject = subject_before(sentence.words, verb, 0)
    return subject.naming.words if subject is not None and subject.naming.pronoun is None else ()


def _end(sentence: Sentence) -> int:
    return sentence.end - 1 if not sentence.words[-1].word else sentence.end


def _asserted(sentence: Sentence, text: str, said: Callable[[int], Sequence[Heard]]) -> Statement | None:
    """What a source says in a sentence, in its own clause; None where it gives a figure, which is read elsewhere."""
    voices = said(_end(sentence) - 1)
    if not voices or voices[0].source is None or voices[0].stance is Stance.DENIES:
        return None
    spans = [span for span in voices[0].content if sentence.start <= span.start and span.end <= sentence.end + 1]
    if len(spans) != 1:
        return None
    start, end = spans[0].start, min(spans[0].end, _end(sentence))
    words = text[start:end].strip()
    start = start + len(text[start:end]) - len(text[start:end].lstrip())
    if words.lower().startswith("that "):
        start, words = start + 5, words[5:]
    end = start + len(words)
    if len(words) > _LONGEST or len(words.split()) < _SHORTEST or _FIGURE.search(words) or words.endswith("?"):
        return None
    said_so = " ".join(words.split())
    return Statement(sentence, start, end, end - 1, "state", said_so, f"whether {said_so}", heard_only=True)
