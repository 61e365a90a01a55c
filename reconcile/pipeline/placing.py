"""Putting a claim that a person typed into its document: which one it is, and where the quote stands in it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import lru_cache
from typing import Any

from reconcile.errors import InputRejected
from reconcile.model import Claim, Document, DocumentKind, Kind, Scope, Section, Span, content_id, document_id
from reconcile.store import Store

_ALIKE = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ", "\r": " ", "‑": "-"}
)
"""Characters that a keyboard or a spreadsheet changes; one for one, so that offsets stay."""


@dataclass(frozen=True, slots=True)
class Named:
    """A document as somebody names it: by id or address, else by who printed what when."""

    name: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    kind: DocumentKind = DocumentKind.ARTICLE

    def known_as(self) -> tuple[str, ...]:
        """The names under which it may be held."""
        return tuple(key for key in (self.name, self.url) if key)


@dataclass(slots=True)
class Shelf:
    """The documents that the claims of one write are about: held ones, and those that it makes."""

    store: Store
    made: dict[str, Document] = field(default_factory=dict)
    _by_name: dict[Named, Document] = field(default_factory=dict)
    _by_id: dict[str, Document] = field(default_factory=dict)

    def find(self, named: Named) -> Document:
        """The held document of that name, its newest version first, else a new one without text."""
        if named not in self._by_name:
            self._by_name[named] = self._held(named) or self._make(named)
        return self._by_name[named]

    def home(self, claim: Claim, name: str | None) -> Document | None:
        """The document of a held claim, whichever version it is of; None where it does not go by that name."""
        if claim.document not in self._by_id:
            self._by_id |= self.store.documents([claim.document])
        document = self._by_id[claim.document]
        return document if name in (document.external_id, document.url, document.id) else None

    def _held(self, named: Named) -> Document | None:
        for key in named.known_as():
            if found := self.store.documents_named(key):
                return found[0]
            if made := next((d for d in self.made.values() if key in (d.external_id, d.url)), None):
                return made
        return None

    def _make(self, named: Named) -> Document:
        address = named.url or (named.name if is_address(named.name) else None)
        id = document_id(
            outlet=named.outlet,
            url=address or (named.name and f"id:{named.name}"),
            published=named.published,
            title=named.title,
            text=None,
        )
        made = Document(
            id=id,
            outlet=named.outlet,
            title=named.title,
            url=address,
            published=named.published,
            kind=named.kind,
            external_id=None if named.name == address else named.name,
        )
        held = self.store.documents([id])
        self.made[id] = held.get(id, made)
        return self.made[id]


def is_address(name: str | None) -> bool:
    """Whether a name is an address on the web."""
    return bool(name) and str(name).lower().startswith(("http://", "https://"))


def placed(claim: Claim, document: Document) -> Claim:
    """The claim with its span in the document's text; without one where the text is not held or the title has it.

    Raises `InputRejected` where the quote does not stand in the text or not where it is said to stand.
    """
    if document.text is None:
        return replace(claim, span=None)
    if not claim.quote:
        raise InputRejected("no quote, though the document's text is held", hint="give the words that hold the figure")
    if claim.span:
        found = document.text[claim.span.start : claim.span.end]
        if found != claim.quote:
            raise InputRejected(f"at {claim.span.start} the text reads {_short(found)!r}, not the quote")
        return claim
    start, quote = document.text.find(claim.quote), claim.quote.strip()
    if start < 0:
        start = document.text.translate(_ALIKE).find(quote.translate(_ALIKE))
        claim = replace(claim, quote=document.text[start : start + len(quote)])
    if start < 0 and quote in (document.title or ""):
        return replace(claim, quote=quote, section=Section.HEADLINE)
    if start < 0:
        hint = f"the text of {document.title or document.url or document.id} does not hold these words"
        raise InputRejected("the quote does not stand in the document", hint=hint)
    return replace(claim, span=Span(start, start + len(claim.quote)))


def _short(words: str) -> str:
    return words if len(words) <= 40 else words[:39] + "…"


def meant(claim: Claim, document: Document) -> Claim:
    """The claim with what its question asks for, where its own fields leave it open: that makes it comparable."""
    if not claim.question or claim.scope.attribute or claim.value.kind is not Kind.NUMBER:
        return claim
    told = _asked(claim.question, document.published or claim.said_at)
    said = {each.name: getattr(claim.scope, each.name) for each in fields(Scope)}
    return replace(claim, scope=replace(told, **{name: given for name, given in said.items() if given is not None}))


def unasked(claim: Claim, document: Document) -> Claim:
    """The claim without what its question gave it: another question asks for other things."""
    if not claim.question or claim.value.kind is not Kind.NUMBER:
        return claim
    told = _asked(claim.question, document.published or claim.said_at)
    given = [one.name for one in fields(Scope) if one.name != "measure"]
    theirs: dict[str, Any] = {name: None for name in given if getattr(claim.scope, name) == getattr(told, name)}
    return replace(claim, scope=replace(claim.scope, **theirs))


@lru_cache(maxsize=1024)
def _asked(question: str, day: str | None) -> Scope:
    """A table asks one question in many rows."""
    from reconcile.extract import asked

    return asked(question, day)


def typed_id(claim: Claim) -> str:
    """A claim typed in is known by all that was typed."""
    value, scope = claim.value, claim.scope
    parts = (
        *("typed", claim.document, claim.quote, claim.span and claim.span.start, value.kind, value.low, value.high),
        *(value.bound, value.unit, value.words, scope.event, scope.attribute, scope.counted, scope.population),
        *(scope.place, scope.window_from, scope.window_to, scope.definition, scope.cumulative, scope.measure),
        *(claim.source and claim.source.name, *claim.via, claim.stance, claim.modality, claim.said_at, claim.as_of),
        *(claim.question, claim.external_id, claim.translation),
    )
    more = {"whole": claim.whole} | {name: getattr(claim.source, name, None) for name in _PARTS}
    return content_id("c1", [*parts, *(f"{name}: {given}" for name, given in more.items() if given)])


_PARTS = ("body", "role", "person", "label")
"""What may be typed of a source besides its name; an id holds only those that were."""
