"""`extract`: from a document to its claims, in numbered steps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reconcile.dates import day_of
from reconcile.dates import scan as scan_dates
from reconcile.extract.counts.manner import contradicted, in_question, modality_of, no_evidence, stance_of, unchecked
from reconcile.extract.counts.owners import owned
from reconcile.extract.counts.parts import formers, wholes
from reconcile.extract.counts.quantities import Mention, mentions
from reconcile.extract.counts.refine import refine
from reconcile.extract.counts.scope import scopes
from reconcile.extract.counts.secondlook import apart
from reconcile.extract.pieces import moved, pieces
from reconcile.extract.scoring import scored
from reconcile.extract.statements.stating import stated
from reconcile.extract.times.days import day_of_what, day_quote, event_days, unresolved
from reconcile.extract.times.timing import Told, dated
from reconcile.extract.times.windows import periods
from reconcile.extract.trained.listening import Listener, trained_listener
from reconcile.extract.voices.corrections import misprinted
from reconcile.extract.voices.hearing import Heard, hear
from reconcile.extract.voices.sourcing import agency_of, denied_by, disputed, sourced
from reconcile.extract.voices.wires import agency_parts
from reconcile.extract.words.text import Layout, Sentence, headline, lay_out
from reconcile.model import (
    Claim,
    Document,
    Found,
    Kind,
    Modality,
    Scope,
    Source,
    Span,
    Stance,
    proposed_claim_id,
)
from reconcile.values import scan


@dataclass(frozen=True, slots=True)
class _Article:
    """What the steps share: the document, its shape and its voices, sorted for look-up by sentence."""

    document: Document
    text: str
    layout: Layout
    heard: Sequence[Heard]
    voices: _Voices
    today: date | None
    agency: Source | None
    wired: Sequence[Span] = ()

    def agency_at(self, offset: int) -> Source | None:
        """The agency where its report goes on at `offset`, rather than the outlet's own."""
        return self.agency if any(span.start <= offset < span.end for span in self.wired) else None


def extract(document: Document, *, trained: bool = True) -> list[Claim]:
    """The claims of a document: figures, ages, days and statements in words, each with its source.

    1. Lay out: sections, sentences, quotations, the agency that is credited (`text`).
    2. Hear: cues, sources, pronouns and short names resolved, quotations given to speakers (`voices`); where the
       rules give a number to nobody, the trained tagger, unless `trained` is False (`listening`).
    3. Scan: values and their units (`reconcile.values`) and dates (`reconcile.dates`).
    4. Join each value with what it counts; read ages and elliptic units, drop what counts nothing (`quantities`,
       `refine`).
    5. Keep the dates on which something happened (`days`), and what is stated in words of the closed kinds: legal
       status, who is behind an attack, causes, states that sources dispute (`stating`).
    6. Parts and wholes, earlier figures (`parts`).
    7. Scope: attribute, population, place, window, measure (`scope`).
    8. Source, relay, stance, modality for each (`manner`), the agency of a wire copy.
    9. What each rests on, by name, and its score (`scoring`).
    10. Claims in the order of the text, those of a title kept apart first.

    Pure: the same document gives the same claims. Time grows with the length of the text, and what is beyond
    `pieces.LONGEST` characters is read piece by piece.
    """
    return [claim for part in parts_of(document) for claim in read_part(part, trained=trained)]


Part = tuple[Document, int]
"""What is read by itself: a document, or a piece of one, and the offset at which its text begins."""


def parts_of(document: Document) -> Iterator[Part]:
    """The document as it is; a text beyond `pieces.LONGEST` in pieces, which may be read in any order or at once."""
    text = document.text
    if text is None:
        yield document, 0
        return
    for offset, piece in pieces(text):
        part = replace(document, text=piece)
        yield part, offset
        if not offset and len(piece) < len(text):
            document = replace(document, title=None, byline=document.byline or lay_out(part).agency)


def read_part(part: Part, *, trained: bool = True) -> list[Claim]:
    """The claims of a part, with the places that they have in the whole text."""
    document, offset = part
    claims = _title_claims(document, document.text or "")
    if document.text is None:
        return claims
    found = _read(document, trained_listener() if trained else None)
    return claims + (moved(found, offset) if offset else found)


def _read(document: Document, listener: Listener | None) -> list[Claim]:
    """Steps 1 to 10 for the text."""
    text = document.text or ""
    layout = lay_out(document)
    today = day_of(document.published) if document.published else None
    heard = hear(document, layout, listener)
    article = _Article(document, text, layout, heard, _Voices(heard), today, *_wire(document, layout))
    dates = scan_dates(text, today, unresolved=True)
    title = _own_title(document, text)
    days = _days(article, dates)
    claims = [claim for claim in _counts(article, dates) if not _a_day(claim, days)] + days
    for claim, said in stated(document, layout.sentences, title, article.voices.at, today):
        claims.append(sourced(claim, said, article.agency_at(claim.span.start if claim.span else 0)))
    claims = dated(claims, dates, article.heard, Told(text, layout.sentences, today))
    claims = scored(claims, text, layout.sentences, article.heard)
    claims.sort(key=lambda claim: (claim.span.start, claim.span.end) if claim.span else (0, 0))
    return claims


def _a_day(claim: Claim, days: Sequence[Claim]) -> bool:
    """Whether a time only tells a day that is read as such: "two days earlier"."""
    if claim.value.kind is not Kind.DURATION or claim.span is None:
        return False
    end = claim.span.end
    return any(
        day.span is not None and day.span.start < end < day.span.end and day.quote.endswith(_TELLS_DAY) for day in days
    )


_TELLS_DAY = (" earlier", " later", " before")


def _wire(document: Document, layout: Layout) -> tuple[Source | None, Sequence[Span]]:
    """The agency that is credited, and what of the text is its report."""
    agency = agency_of(document, layout)
    return agency, agency_parts(document, layout, agency.name) if agency else ()


def _counts(article: _Article, dates: Sequence[Found]) -> list[Claim]:
    """Steps 4, 6, 7 and 8 for everything but dates."""
    sentences, voices = article.layout.sentences, article.voices
    sources = sorted((h.name.start, h.name.end) for h in article.heard if h.content)
    found = [
        mention
        for mention in refine(list(mentions(list(apart(scan(article.text), article.text)), sentences)), sentences)
        if not _within(mention.found.number_start, sources) and not _in_question(article, mention)
    ]
    words = [sentence.words for sentence in sentences]
    whole_of = wholes(found, words)
    former = formers(found, words)
    scoped = scopes(found, sentences, whole_of, periods(dates, sentences))
    ids = _ids(article.document.id, found)
    claims = [
        _claim(article, mention, scope, ids, (place, whole_of.get(place), place in former))
        for place, (mention, scope) in enumerate(zip(found, scoped, strict=True))
    ]
    for mention, claim in list(zip(found, claims, strict=True)):
        sentence = sentences[mention.sentence]
        if _refuted(article.text, sentence, mention, voices.at(mention.found.number_start)):
            behind = voices.at(min(sentence.end + 2, len(article.text)))
            claims.append(denied_by(claim, behind[0] if behind else None, sum(c.span == claim.span for c in claims)))
    return claims + disputed(claims[: len(found)], [m.found.number_start for m in found], article.heard)


def _in_question(article: _Article, mention: Mention) -> bool:
    sentence = article.layout.sentences[mention.sentence]
    offset = mention.found.number_start
    return in_question(article.text, sentence.start, offset) or any(
        voice.asked for voice in article.voices.at(offset)[:1]
    )


def _within(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset lies in one of the spans, sorted by their starts, that may overlap a little."""
    place = bisect_right(spans, (offset, len(spans) and spans[-1][1]))
    return any(start <= offset < end for start, end in spans[max(0, place - _OVERLAPPING) : place])


_OVERLAPPING = 8
"""Names of sources that may hold one another."""


def _ids(document: str, found: Sequence[Mention]) -> list[str]:
    """An id for each mention: its span and kind, and a count where one span holds several of a kind."""
    seen: dict[tuple[Span, str], int] = {}
    ids = []
    for mention in found:
        key = mention.span, mention.found.value.kind
        ids.append(proposed_claim_id(document, mention.span, mention.found.value.kind, seen.get(key, 0)))
        seen[key] = seen.get(key, 0) + 1
    return ids


class _Voices:
    """The voices of an article, found by offset without going through all of them."""

    def __init__(self, heard: Sequence[Heard]) -> None:
        self._cells: dict[int, list[Heard]] = {}
        spans = (span for voice in heard if voice.content for span in (voice.name, voice.source_span))
        self.name_ends = frozenset(span.end for span in spans)
        for voice in heard:
            for span in () if voice.counter else voice.content:
                for cell in range(span.start >> 9, (span.end >> 9) + 1):
                    self._cells.setdefault(cell, []).append(voice)

    def at(self, offset: int) -> list[Heard]:
        """The voices that cover an offset, the narrowest first."""
        found: list[Heard] = []
        for voice in self._cells.get(offset >> 9, ()):
            if voice.covers(offset) and voice not in found:
                found.append(voice)
        return sorted(found, key=lambda voice: voice.rank)


def _claim(
    article: _Article,
    mention: Mention,
    scope: Scope,
    ids: Sequence[str],
    place: tuple[int, int | None, bool],
) -> Claim:
    voices, (number, whole, former) = article.voices, place
    sentence = article.layout.sentences[mention.sentence]
    said = voices.at(mention.found.number_start)
    stance, modality = _manner(article, mention, sentence, said)
    if mention.found.value.kind is Kind.AGE and mention.found.start - 2 in voices.name_ends:
        said = []  # the age beside a speaker's name is the article's own
    if stance is Stance.DENIES and said and said[0].owns_figure:
        said = said[1:]  # who calls another's figure untrue denies it; the owner of the figure does not
    claim = Claim(
        id=ids[number],
        document=article.document.id,
        quote=article.text[mention.span.start : mention.span.end],
        value=mention.found.value,
        scope=scope,
        span=mention.span,
        section=sentence.section,
        stance=stance,
        modality=modality,
        whole=ids[whole] if whole is not None else None,
        former=former,
    )
    claim = sourced(claim, said, article.agency_at(mention.span.start))
    return owned(claim, article.text, article.document.outlet)


def _manner(article: _Article, mention: Mention, sentence: Sentence, said: Sequence[Heard]) -> tuple[Stance, Modality]:
    text, offset = article.text, mention.found.number_start
    denied = bool(said) and said[0].stance is Stance.DENIES
    denied = denied or no_evidence(text, sentence.start, offset)
    denied = denied or (_called_wrong(text, sentence, mention) and not _refuted(text, sentence, mention, said))
    stance = misprinted(text, sentence.start, offset) or stance_of(mention, sentence.words, denied)
    modality = modality_of(mention, sentence.words)
    if unchecked(text, sentence.start, offset):
        modality = Modality.UNCONFIRMED
    if said and said[0].modality is not Modality.STATED:
        modality = said[0].modality
    return stance, modality


_FOLLOWING = 60
"""Characters behind a sentence in which it is called wrong: "That is false."."""


def _called_wrong(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether the clause of a figure, or the sentence behind it, calls it untrue."""
    following = text[sentence.end : sentence.end + _FOLLOWING]
    return contradicted(text, *_clause_offsets(sentence, mention), following)


def _refuted(text: str, sentence: Sentence, mention: Mention, said: Sequence[Heard]) -> bool:
    """Whether somebody gives the figure and the next sentence alone calls it wrong: two voices, not one."""
    given = bool(said) and said[0].source is not None and said[0].stance is Stance.ASSERTS
    here = given and sentence.start <= said[0].cue.start < sentence.end
    return (
        here
        and _called_wrong(text, sentence, mention)
        and not contradicted(text, *_clause_offsets(sentence, mention), "")
    )


_CUTS = frozenset(";:—")


def _clause_offsets(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    """The words between the semicolons, colons or dashes around a mention."""
    words = sentence.words
    start = next((i + 1 for i in range(mention.first - 1, -1, -1) if words[i].text in _CUTS), 0)
    stop = next((i for i in range(mention.last, len(words)) if words[i].text in _CUTS), len(words))
    return words[start].start, words[stop - 1].end


def _days(article: _Article, dates: Sequence[Found]) -> list[Claim]:
    """Step 5 and 8: the days on which something happened."""
    claims: list[Claim] = []
    by_sentence: dict[int, list[Heard]] = {}
    for voice in article.heard:
        if not voice.content:
            continue
        by_sentence.setdefault(voice.sentence, []).append(voice)
    index = 0
    sentences = article.layout.sentences
    for found in dates:
        while index < len(sentences) and sentences[index].end <= found.start:
            index += 1
        if index == len(sentences):
            break
        sentence = sentences[index]
        if found.start < sentence.start:
            continue
        heard = by_sentence.get(index, [])
        for day in event_days([found], article.text, sentence, heard, article.today):
            claims.append(_day_claim(article, day, sentence))
    return claims


def _day_claim(article: _Article, found: Found, sentence: Sentence) -> Claim:
    span = day_quote(found, sentence.words)
    claim = Claim(
        id=proposed_claim_id(article.document.id, span, found.value.kind),
        document=article.document.id,
        quote=article.text[span.start : span.end],
        value=found.value,
        scope=Scope(attribute="date", counted=day_of_what(found, sentence.words)),
        span=span,
        section=sentence.section,
        evidence=unresolved(found, article.today),
    )
    return sourced(claim, article.voices.at(found.start), article.agency_at(found.start))


def _own_title(document: Document, text: str) -> str | None:
    """The title where it stands apart from the text."""
    title = document.title
    return None if not title or text.lstrip().startswith(title.strip()) else title


def _title_claims(document: Document, text: str) -> list[Claim]:
    """The claims of a title that stands apart from the text: no span, section headline."""
    title = _own_title(document, text)
    if title is None:
        return []
    sentences = headline(title)
    found = refine(list(mentions(scan(title), sentences)), sentences)
    if not found:
        return []
    scoped = scopes(found, sentences, {}, {})
    heard = hear(replace(document, text=title), Layout(sentences, ()))
    article = _Article(document, title, Layout(sentences, ()), heard, _Voices(heard), None, None)
    ids = [proposed_claim_id(document.id, None, m.found.value.kind, n) for n, m in enumerate(found)]
    claims = []
    for place, (mention, scope) in enumerate(zip(found, scoped, strict=True)):
        claim = _claim(article, mention, scope, ids, (place, None, False))
        claims.append(claim)
    claims = scored(claims, title, sentences, heard)
    return [replace(claim, span=None, source_span=None, cue_span=None) for claim in claims]
