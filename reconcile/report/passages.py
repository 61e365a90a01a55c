"""The source's own words: the passages that claims rest on, each claim's exact words marked, letters beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reconcile.model import Claim, Document, DocumentKind, Span, text_id
from reconcile.report import wording
from reconcile.report.runs import Line, Run, address, clean, gap, language, own, said
from reconcile.report.sheet import Sheet, Tag

AROUND = 90  # characters of context on each side of a quotation in a card
WINDOW = 700  # characters of a paragraph on each side of what is marked, before it is cut
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n")
_BREAKS = ".!?"


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation in its context: the words before, the exact words, the words after."""

    line: Line
    lang: str | None
    machine: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a document, or (`skipped`) how many were left out before the next."""

    anchor: str
    number: str
    tags: tuple[Tag, ...]
    line: Line
    skipped: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One document with the passages used, and what is known of it."""

    anchor: str
    title: Line
    meta: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    lang: str | None = None


@dataclass(slots=True)
class _Piece:
    start: int
    end: int
    claims: list[Claim] = field(default_factory=list)


def matches(claim: Claim, document: Document | None) -> bool:
    """Whether the quotation stands in the stored text exactly where the claim says."""
    text, span = document.text if document else None, claim.span
    return text is not None and span is not None and text[span.start : span.end] == claim.quote


def quote(claim: Claim, document: Document | None) -> Quote | None:
    """The quotation of a claim with a little of what stands around it; None where there is none."""
    lang = language(document.lang) if document else None
    if document and document.text is not None and claim.span and matches(claim, document):
        before, after = _context(document.text, claim.span)
        line = (*_words(before), Run(*_marked(claim.quote)), *_words(after))
        return Quote(line, lang)
    return Quote((Run(*_marked(claim.quote)),), lang) if claim.quote.strip() else None


def _marked(text: str) -> tuple[str, str, str | None]:
    run = said(text, "mark")
    return run.text, run.style, run.raw


def _words(text: str) -> tuple[Run, ...]:
    return (said(text, "quoted"),) if text else ()


def _context(text: str, span: Span) -> tuple[str, str]:
    """Up to `AROUND` characters before and after, within the paragraph, cut at sentences or words."""
    before = text[max(0, span.start - AROUND) : span.start].rsplit("\n", 1)[-1]
    after = text[span.end : span.end + AROUND].split("\n", 1)[0]
    cut = max((before.rfind(f"{sign} ") for sign in _BREAKS), default=-1)
    if cut >= 0:
        before = before[cut + 2 :]
    elif len(before) == AROUND:
        before = "…" + before[before.find(" ") + 1 :] if " " in before else "…" + before
    ends = [place for sign in _BREAKS if (place := after.find(f"{sign} ")) >= 0]
    if ends:
        after = after[: min(ends) + 1]
    elif len(after) == AROUND:
        after = after[: after.rfind(" ")] + "…" if " " in after else after + "…"
    return before, after


def readings(sheet: Sheet) -> tuple[Reading, ...]:
    """Every document on which the page rests, in the order published."""
    claims: dict[str, list[Claim]] = {}
    for claim in sheet.members():
        claims.setdefault(claim.document, []).append(claim)
    return tuple(_reading(sheet, document, claims[document.id]) for document in sheet.documents())


def _reading(sheet: Sheet, document: Document, claims: list[Claim]) -> Reading:
    heading: Line = (said(sheet.outlet(document)),)
    if document.title and document.kind is not DocumentKind.OWN:
        heading = (*heading, own(", “"), said(document.title), own("”"))
    return Reading(
        anchor=f"text-{document.id}",
        title=heading,
        meta=tuple(_meta(sheet, document, claims)),
        paragraphs=tuple(_paragraphs(sheet, document, claims)),
        lang=language(document.lang),
    )


def _meta(sheet: Sheet, document: Document, claims: list[Claim]) -> list[Line]:
    when = sheet.wall.words(document.published) if document.published else "date not stated"
    first: list[Run] = [said(when)]
    if document.byline:
        first += [own(". By "), said(document.byline)]
    link = address(document.url)
    if document.url:
        first += [own(". "), Run(clean(document.url), "link", href=link) if link else said(document.url)]
    elif document.kind is not DocumentKind.OWN:
        first += [own(". No web address recorded")]
    return [(*first, own(".")), _held(sheet, document, claims)]


def _held(sheet: Sheet, document: Document, claims: list[Claim]) -> Line:
    if document.text is None:
        return (own("Typed in; the text itself is not held."),)
    if document.id in sheet.dossier.veiled:
        return (own("Words in square brackets stand in place of a name that is kept private."),)
    placed = [claim for claim in claims if claim.span]
    wrong = sum(not matches(claim, document) for claim in placed)
    digest = text_id(document.text).removeprefix("sha256:")[:16]
    stored = own(f"Text as stored: {len(document.text):,} characters, SHA-256 ")
    line: Line = (stored, Run(f"{digest}…", "code"), own("."))
    if wrong:
        return (
            *line,
            own(" "),
            gap(f"{wording.count(wrong, 'quotation')} not found where {'it' if wrong == 1 else 'they'} should stand."),
        )
    return (*line, own(" Each quotation is matched to it character by character.")) if placed else line


def _paragraphs(sheet: Sheet, document: Document, claims: list[Claim]) -> list[Paragraph]:
    placed = [claim for claim in claims if claim.span and matches(claim, document)]
    loose = [claim for claim in claims if claim not in placed]
    out = [_loose(sheet, document, claim, place) for place, claim in enumerate(loose) if claim.quote.strip()]
    if document.text is None or not placed:
        return out
    bounds = _bounds(document.text)
    last = 0
    for number, (start, end) in enumerate(bounds, 1):
        inside = [claim for claim in placed if claim.span and start <= claim.span.start < end]
        if not inside:
            continue
        if skipped := number - last - 1:
            out.append(_left_out(document, number, skipped))
        out.append(_paragraph(sheet, document, (start, end), number, inside))
        last = number
    if rest := len(bounds) - last:
        out.append(_left_out(document, len(bounds) + 1, rest))
    return out


def _bounds(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs with words in them begin and end."""
    edges, start = [], 0
    for match in _PARAGRAPH.finditer(text):
        edges.append((start, match.start()))
        start = match.end()
    edges.append((start, len(text)))
    return [(first, last) for first, last in edges if text[first:last].strip()]


def _left_out(document: Document, number: int, skipped: int) -> Paragraph:
    words = wording.upper_first(wording.spelled(skipped, "paragraph")) + " left out"
    return Paragraph(f"p-{document.id}-{number}-gap", "", (), (), skipped=words)


def _loose(sheet: Sheet, document: Document, claim: Claim, place: int) -> Paragraph:
    tag = sheet.tag_of(claim.id)
    where = claim.section.value if document.text is not None else ""
    return Paragraph(f"p-{document.id}-q{place}", where, (tag,) if tag else (), (Run(*_marked(claim.quote)),))


def _paragraph(
    sheet: Sheet, document: Document, bounds: tuple[int, int], number: int, claims: list[Claim]
) -> Paragraph:
    tags = dict.fromkeys(tag for claim in claims if (tag := sheet.tag_of(claim.id)))
    line = _line(document.text or "", bounds, _pieces(claims))
    return Paragraph(f"p-{document.id}-{number}", f"¶ {number}", tuple(tags), line)


def _pieces(claims: list[Claim]) -> list[_Piece]:
    """The marked stretches, overlapping ones joined."""
    spans = sorted((claim.span.start, claim.span.end) for claim in claims if claim.span)
    pieces: list[_Piece] = []
    for start, end in spans:
        if pieces and start < pieces[-1].end:
            pieces[-1].end = max(pieces[-1].end, end)
        else:
            pieces.append(_Piece(start, end))
    return pieces


def _line(text: str, bounds: tuple[int, int], pieces: list[_Piece]) -> Line:
    start = max(bounds[0], pieces[0].start - WINDOW)
    stop = max(pieces[-1].end, min(bounds[1], pieces[-1].end + WINDOW))
    runs: list[Run] = [own("… ")] if start > bounds[0] else []
    at = start
    for piece in pieces:
        runs.extend(_words(text[at : piece.start]))
        runs.append(said(text[piece.start : piece.end], "mark"))
        at = piece.end
    runs.extend(_words(text[at:stop]))
    if stop < bounds[1]:
        runs.append(own(" …"))
    return tuple(runs)
