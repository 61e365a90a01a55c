"""Names that the desk keeps to itself: no text of the site holds one.

1. The private names are those of every labelled source: its name, its person, and the person's last name.
2. In our own sentences the public label takes the place of such a name.
3. In quotations and texts of others it stands in square brackets, as an editor's word; spans move along.
4. Own reporting whose source has no label is shown without any name.
5. A note on a claim is for the desk: it is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from reconcile.model import Claim, Document, DocumentKind, Source, Span
from reconcile.report.views import Dossier, Listed, SiteData, SourceNote

Thing = TypeVar("Thing")
UNNAMED = "own reporting, source not named"
SHORTEST = 3  # letters of a name that is looked for in the texts of others
_BODIES = frozenset(
    {
        *("agency", "army", "authority", "bank", "board", "brigade", "bureau", "centre", "center", "command"),
        *("commission", "committee", "company", "council", "court", "department", "force", "forces", "front"),
        *("government", "group", "guard", "hospital", "institute", "ministry", "movement", "office", "party"),
        *("police", "service", "society", "station", "union", "university", "officials", "authorities"),
    }
)
_FORMS_OF_ADDRESS = re.compile(r"^(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir|Dame|Col|Gen|Capt|Maj|Lt|Sgt)\.?\s+)+")


@dataclass(frozen=True, slots=True)
class Veil:
    """What stands in place of each private name, and the pattern that finds these names in a text.

    `sources` maps the names of private sources to their labels, `labels` every form of such a name.
    """

    sources: Mapping[str, str]

    labels: Mapping[str, str]
    pattern: re.Pattern[str] | None

    def words(self, text: str) -> str:
        """The text with labels in place of private names."""
        return self.pattern.sub(lambda found: self._label(found.group()), text) if self.pattern else text

    def quoted(self, text: str) -> tuple[str, tuple[tuple[int, int, int], ...]]:
        """Somebody's words with labels in brackets; where each name stood and how long its label is."""
        if self.pattern is None:
            return text, ()
        out: list[str] = []
        moves: list[tuple[int, int, int]] = []
        at = 0
        for found in self.pattern.finditer(text):
            told = f"[{self._label(found.group())}]"
            out += [text[at : found.start()], told]
            moves.append((found.start(), found.end(), len(told)))
            at = found.end()
        return "".join([*out, text[at:]]), tuple(moves)

    def _label(self, name: str) -> str:
        return self.labels.get(" ".join(name.split()).casefold(), UNNAMED)

    def name(self, name: str) -> str:
        """The name of a source as a reader may see it."""
        return self.sources.get(name) or self.words(name)


def veil_of(site: SiteData) -> Veil:
    """The names that nothing of the site may show."""
    labels: dict[str, str] = {}
    sources: dict[str, str] = {}
    parts: dict[str, str] = {}
    for name, source, label in _private(site):
        sources.setdefault(name, label)
        for word in _forms(name, source):
            if word.casefold() not in label.casefold():
                labels.setdefault(" ".join(word.split()).casefold(), label)
        for word in _parts(name, source):
            parts |= {word: label, word.upper(): label}
    whole = [r"\s+".join(map(re.escape, name.split())) for name in _longest_first(labels)]
    searched = whole + [f"(?-i:{part})" for part in _longest_first(parts)]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(searched)})(?!\w)", re.IGNORECASE) if searched else None
    return Veil(sources, {part.casefold(): label for part, label in parts.items()} | labels, pattern)


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


def _private(site: SiteData) -> Iterator[tuple[str, Source | None, str]]:
    """Each private name with what is known of its source, and what stands in its place."""
    yield from ((name, None, label) for name, label in site.labels.items())
    public = {claim.source.name for claim, document in _claims(site) if claim.source and not _own(document)}
    for claim, document in _claims(site):
        if claim.source and (label := _label_of(claim.source, _notes(site))):
            yield claim.source.name, claim.source, label
        elif claim.source and _own(document) and claim.source.name not in public:
            yield claim.source.name, claim.source, UNNAMED


def _notes(site: SiteData) -> dict[str, SourceNote]:
    notes = {name: note for dossier in site.dossiers for name, note in dossier.sources.items()}
    return notes | {one.claim.source.name: one.note for one in site.listed if one.claim.source and one.note}


def _claims(site: SiteData) -> Iterator[tuple[Claim, Document | None]]:
    for dossier in site.dossiers:
        yield from ((claim, dossier.documents.get(claim.document)) for claim in dossier.claims.values())
    yield from ((one.claim, one.document) for one in site.listed)


def _own(document: Document | None) -> bool:
    return document is not None and document.kind is DocumentKind.OWN


def _label_of(source: Source, notes: Mapping[str, SourceNote]) -> str | None:
    note = notes.get(source.name)
    label = (note.label if note else None) or source.label
    return label if label and label != source.name else None


def _forms(name: str, source: Source | None) -> list[str]:
    """The ways in which a text may give a private name: in full, without a form of address, by the last name."""
    told = list(dict.fromkeys([name, *([source.person] if source and source.person else [])]))
    bare = [_FORMS_OF_ADDRESS.sub("", one) for one in told]
    last = [words[-1] for one in bare if 2 <= len(words := one.split()) <= 4 and _of_a_person(words)]
    return [one for one in dict.fromkeys([*told, *bare, *last]) if _telling(one)]


def _parts(name: str, source: Source | None) -> list[str]:
    """First names and the halves of double names, which are looked for as they are spelt: "will" is no Will."""
    told = [_FORMS_OF_ADDRESS.sub("", one).split() for one in (name.partition(",")[0], source and source.person) if one]
    words = [word for each in told if 2 <= len(each) <= 4 and _of_a_person(each) for word in each]
    pieces = [piece for word in words for piece in (word, *word.split("-"))]
    return [piece for piece in dict.fromkeys(pieces) if len(piece) >= SHORTEST and piece.isalpha()]


def _of_a_person(words: list[str]) -> bool:
    return all(word[:1].isupper() for word in words) and words[-1].casefold() not in _BODIES


def _telling(name: str) -> bool:
    """Whether a name tells who it is; "officials" alone does not."""
    return len(name) >= SHORTEST and (name != name.lower() or " " in name.strip() or not name.isascii())


def veiled(site: SiteData) -> SiteData:
    """The site without private names and without what is for the desk alone."""
    veil = veil_of(site)
    if not veil.sources and not any(_own(document) for _, document in _claims(site)):
        return site
    return replace(
        _walked(veil, replace(site, dossiers=(), listed=(), labels={})),
        dossiers=tuple(_dossier(veil, one, _notes(site)) for one in site.dossiers),
        listed=tuple(_listed(veil, one) for one in site.listed),
    )


def _dossier(veil: Veil, dossier: Dossier, notes: Mapping[str, SourceNote]) -> Dossier:
    moved = {id: _document(veil, one) for id, one in dossier.documents.items()}
    claims = {
        id: _claim(veil, claim, dossier.documents.get(claim.document), moved.get(claim.document), notes)
        for id, claim in dossier.claims.items()
    }
    hidden = {id for id, one in moved.items() if one.text != dossier.documents[id].text}
    return replace(
        _walked(veil, replace(dossier, claims={}, documents={}, sources={})),
        claims=claims,
        documents=moved,
        sources=_shown_notes(dossier.claims.values(), claims, notes),
        veiled=frozenset(hidden),
    )


def _shown_notes(
    before: Iterable[Claim], after: Mapping[str, Claim], notes: Mapping[str, SourceNote]
) -> dict[str, SourceNote]:
    """What is known of the sources under the names that they are shown by."""
    found: dict[str, SourceNote] = {}
    for claim in before:
        shown = after[claim.id].source
        if claim.source and shown:
            note = notes.get(claim.source.name) or SourceNote()
            found[shown.name] = replace(note, label=shown.label, kind=None if shown.label == UNNAMED else note.kind)
    return found


def _listed(veil: Veil, one: Listed) -> Listed:
    notes = {one.claim.source.name: one.note} if one.claim.source and one.note else {}
    document = _document(veil, one.document)
    claim = _claim(veil, one.claim, one.document, document, notes)
    note = _shown_notes([one.claim], {one.claim.id: claim}, notes).get(claim.source.name) if claim.source else None
    question = _walked(veil, one.question)
    return replace(one, question=question, claim=claim, document=document, note=note)


def _document(veil: Veil, document: Document) -> Document:
    text = veil.quoted(document.text)[0] if document.text is not None else None
    return replace(_walked(veil, replace(document, text=None)), text=text)


def _claim(
    veil: Veil, claim: Claim, before: Document | None, after: Document | None, notes: Mapping[str, SourceNote]
) -> Claim:
    moves = veil.quoted(before.text)[1] if before and before.text is not None else ()
    span = moved(claim.span, moves)
    quote = veil.quoted(claim.quote)[0]
    if before and before.text and after and after.text and claim.span and span:
        exact = before.text[claim.span.start : claim.span.end] == claim.quote
        quote = after.text[span.start : span.end] if exact else quote
    source = claim.source and _source(veil, claim.source, notes, own=_own(before))
    told = _walked(veil, replace(claim, quote="", span=None, source=None, via=(), note=None))
    return replace(
        told,
        quote=quote,
        span=span,
        source=source,
        via=tuple(map(veil.name, claim.via)),
        source_span=moved(claim.source_span, moves),
        cue_span=moved(claim.cue_span, moves),
    )


def _source(veil: Veil, source: Source, notes: Mapping[str, SourceNote], *, own: bool) -> Source:
    label = _label_of(source, notes) or veil.sources.get(source.name) or (UNNAMED if own and not source.label else None)
    if label or source.label:
        return Source(label or source.label or "", label=label or source.label)
    return _walked(veil, source)


def moved(span: Span | None, moves: Iterable[tuple[int, int, int]]) -> Span | None:
    """Where a span lies once names were replaced; an end within a name takes its whole label."""
    if span is None:
        return None
    return Span(_moved(span.start, moves, to_end=False), _moved(span.end, moves, to_end=True))


def _moved(place: int, moves: Iterable[tuple[int, int, int]], *, to_end: bool) -> int:
    shift = 0
    for start, end, length in moves:
        if place <= start:
            break
        if place < end:
            return start + shift + (length if to_end else 0)
        shift += length - (end - start)
    return place + shift


def _walked(veil: Veil, thing: Thing) -> Thing:
    """The same thing with every text in it veiled, whatever it is made of."""
    told: Thing = _walk(veil, thing)
    return told


def _walk(veil: Veil, thing: Any) -> Any:
    if isinstance(thing, str) and not isinstance(thing, Enum):
        return veil.words(thing)
    if isinstance(thing, tuple):
        return tuple(_walk(veil, one) for one in thing)
    if isinstance(thing, Mapping):
        return {veil.words(name): _walk(veil, one) for name, one in thing.items()}
    if is_dataclass(thing) and not isinstance(thing, type):
        told = {one.name: getattr(thing, one.name) for one in fields(thing)}
        changed = {name: new for name, old in told.items() if (new := _walk(veil, old)) != old}
        return replace(thing, **changed) if changed else thing
    return thing
