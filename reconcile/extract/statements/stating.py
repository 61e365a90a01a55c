"""All statements in words of an article and of the title that is kept apart from it, as claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from reconcile.extract.evidence import STATED
from reconcile.extract.names.naming import Naming
from reconcile.extract.names.speakers import speaker_of
from reconcile.extract.statements import (
    blame,
    causeclauses,
    causes,
    disputes,
    faults,
    intent,
    states,
    statuses,
    statuswords,
)
from reconcile.extract.statements.statement import Statement
from reconcile.extract.statements.stems import Finder
from reconcile.extract.voices.hearing import Heard
from reconcile.extract.words.text import Sentence, headline
from reconcile.model import Claim, Document, Kind, Modality, Scope, Section, Span, Stance, Value, proposed_claim_id

Said = Callable[[int], Sequence[Heard]]
"""The voices that cover an offset, the narrowest first."""

_READERS: tuple[tuple[tuple[str, ...], Callable[[Sentence, str], Iterator[Statement]]], ...] = (
    (causes.STEMS, causes.causes),
    (causeclauses.STEMS, causeclauses.clauses_of_cause),
    (faults.STEMS, faults.faults),
    (blame.STEMS, blame.blame),
    (states.STEMS, states.states),
    (intent.STEMS, intent.intents),
)
"""A reader and the pieces of words without one of which it has nothing to read."""
_FINDER = Finder([statuswords.STEMS, disputes.STEMS, *(stems for stems, _ in _READERS)])

_ORDER = ("status", "responsibility", "cause", "state")


def stated(
    document: Document, sentences: Sequence[Sentence], title: str | None, said: Said, today: date | None
) -> Iterator[tuple[Claim, Sequence[Heard]]]:
    """The statements of a text and of a title kept apart from it as claims, each with the voices that say it.

    What only somebody's word can carry is left out where nobody says it. The claims still lack their source.
    """
    text = document.text or ""
    heading = headline(title) if title else ()
    told, above, disputing = statements(text, sentences, title, heading, today)
    for place, statement in enumerate(above):
        if statement.words and not statement.heard_only:
            claim = _claim(document, title or "", statement)
            yield replace(claim, id=proposed_claim_id(document.id, None, Kind.TEXT, place), span=None), ()
    denials = disputes.disputes(disputing, sentences, text, told, said)
    for statement in (*told, *denials):
        voices = _with_own(statement, said(statement.at))
        if not statement.words:
            statement = _of_speaker(statement, voices)
        if statement.words and (not statement.heard_only or (voices and voices[0].source is not None)):
            yield _voiced(_claim(document, text, statement), statement, voices), voices


def _of_speaker(statement: Statement, voices: Sequence[Heard]) -> Statement:
    """What a group says of itself as "it": its own name is the value; a person speaks for no group by "it"."""
    source = voices[0].source if voices else None
    if source is None or source.role is None:
        return replace(statement, words=source.name) if source is not None else statement
    body = source.body or _SPOKEN_FOR.sub("", source.name)
    return replace(statement, words=body) if body != source.name else statement


_SPOKEN_FOR = re.compile(r"\A(?:an? |the )?(?:spokes(?:man|woman|person)|official) (?:for|of) (?:the )?", re.IGNORECASE)


def _with_own(statement: Statement, voices: Sequence[Heard]) -> Sequence[Heard]:
    """The voices of a statement that its own subject makes ("the Red Front claimed responsibility"), that one first."""
    if not statement.actor:
        return voices
    span = Span(statement.actor[0].start, statement.actor[-1].end)
    within = [voice for voice in voices if statement.start <= voice.cue.start < statement.end]
    source = within[0].source if within else speaker_of(Naming(statement.actor)).source
    own = Heard(0, source, span, Span(span.end, statement.at), (), Stance.ASSERTS, Modality.STATED)
    return [own, *(voice for voice in voices if voice not in within)]


def _voiced(claim: Claim, statement: Statement, voices: Sequence[Heard]) -> Claim:
    """The claim with the stance and the firmness of the voice that says it."""
    if not voices:
        return claim
    if voices[0].stance is Stance.DENIES and not statement.own_stance:
        claim = replace(claim, stance=Stance.ASSERTS if statement.denied else Stance.DENIES)
    if voices[0].modality is not Modality.STATED:
        claim = replace(claim, modality=voices[0].modality)
    return claim


def _claim(document: Document, text: str, statement: Statement) -> Claim:
    """The claim of a statement, still without its source."""
    span = Span(statement.start, statement.end)
    start, end = statement.window or (None, None)
    scope = Scope(
        attribute=statement.attribute,
        counted=statement.counted,
        population=statement.population,
        window_from=start,
        window_to=end,
    )
    return Claim(
        id=proposed_claim_id(document.id, span, Kind.TEXT, _ORDER.index(statement.attribute)),
        document=document.id,
        quote=text[span.start : span.end],
        value=Value(Kind.TEXT, words=statement.words),
        scope=scope,
        span=span,
        section=statement.sentence.section,
        stance=Stance.DENIES if statement.denied else Stance.ASSERTS,
        modality=statement.modality,
        evidence=(STATED,),
    )


def statements(
    text: str, sentences: Sequence[Sentence], title: str | None, heading: Sequence[Sentence], today: date | None
) -> tuple[list[Statement], list[Statement], list[int]]:
    """The statements of a text, those of a title kept apart from it, and the sentences that may dispute one.

    Persons of the title are looked for in the text: what a headline says of one of two is said of neither.
    """
    with_case, disputing, *plain = _FINDER.marked(text, sentences)
    case_above, _, *plain_above = _FINDER.marked(title or "", heading)
    told = [*_plain(text, sentences, plain)]
    above = [*_plain(title, heading, plain_above)] if title else []
    cases, over = _cases((text, sentences, with_case), (title or "", heading, case_above), today)
    return _once([*told, *cases]), _once([*above, *over]), disputing


def _once(statements: Sequence[Statement]) -> list[Statement]:
    """Statements in the order of the text; where two are made of the same words about the same, the first."""
    kept: dict[tuple[int, int, str], Statement] = {}
    for statement in sorted(statements, key=lambda each: (each.start, each.end)):
        kept.setdefault((statement.start, statement.end, statement.attribute), statement)
    return list(kept.values())


def _plain(text: str, sentences: Sequence[Sentence], marked: Sequence[Sequence[int]]) -> Iterator[Statement]:
    """Statements that need no more than their sentence."""
    for (_, reader), places in zip(_READERS, marked, strict=True):
        for number in places:
            yield from reader(sentences[number], text)


_Marked = tuple[str, Sequence[Sentence], Sequence[int]]
"""A text, its sentences and which of them may tell of a case."""


def _cases(body: _Marked, title: _Marked, today: date | None) -> tuple[list[Statement], list[Statement]]:
    """The legal statuses: those of the text first, then what headlines, bullets, captions and the title make of it."""
    text, sentences, places = body
    over, heading, above = title
    if not places and not above:
        return [], []
    cases = statuses.Cases(text, today)
    with_case = frozenset(places)
    noted = {near for place in places for near in (place - 2, place - 1, place) if near >= 0}
    for number in sorted(noted):
        if sentences[number].section is Section.BODY:
            cases.note(sentences[number], number)
            if number in with_case:
                cases.read(sentences[number], number, text)
    for number in places:
        if sentences[number].section is not Section.BODY:
            cases.read(sentences[number], number, text)
    for number in above:
        cases.read(heading[number], number, over)
    found = list(cases.found())
    above_text = [any(each.sentence is one for one in heading) for each in found]
    return (
        [each for each, shown in zip(found, above_text, strict=True) if not shown],
        [each for each, shown in zip(found, above_text, strict=True) if shown],
    )
