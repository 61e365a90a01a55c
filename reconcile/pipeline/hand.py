"""Claims by hand: add one, correct it, strike it through, accept or reject what a reader proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from reconcile.errors import InputRejected, UsageProblem, another_kind
from reconcile.model import (
    Claim,
    ClaimStatus,
    Cumulative,
    Document,
    DocumentKind,
    Kind,
    Measure,
    Modality,
    Scope,
    Source,
    Stance,
    content_id,
    text_id,
)
from reconcile.pipeline.causes import cause
from reconcile.pipeline.filling import Made, filled
from reconcile.pipeline.placing import Named, Shelf, is_address, meant, placed, typed_id, unasked
from reconcile.pipeline.private import spilt
from reconcile.pipeline.records import CORRECTABLE, Added, Counts, Editor, NewClaim
from reconcile.readers.claim_fields import choice, day, moment, names, words
from reconcile.readers.claim_values import value_of
from reconcile.store import Change, Store

Cells = dict[str, object]


def add(store: Store, new: NewClaim, *, editor: Editor, as_given: bool = False, dry_run: bool = False) -> Added:
    """Take one claim that was typed in. It is accepted from the start. Raises `UsageProblem` with what is wrong.

    What it leaves open is read in the text at its quote, unless taken `as_given`.
    """
    if not (new.question or new.document or new.outlet or new.title or new.own):
        raise UsageProblem("no document", where="add", hint="give --document, --outlet or --own, at least --question")
    with _as_typed():
        document = _document(Shelf(store), new)
        claim = placed(_claim(new, document), document)
    claim = replace(claim, whole=new.whole and claim_id(store, new.whole))
    claim = meant(replace(claim, id=typed_id(claim)), document)
    _keep_private(claim, document)
    held = store.claims([claim.id]).get(claim.id)
    if held is None and not as_given:
        given = frozenset(name for name in ("measure", "modality") if getattr(new, name))
        [claim] = filled([Made(claim, given)], store.claims_of(document.id), document)
    counts = Counts(read=1, new=int(held is None), same=int(held is not None))
    if held is None and not dry_run:
        counts = _write(store, claim, document, editor)
    return Added(held or claim, document, counts)


def tried(store: Store, new: NewClaim) -> Document | None:
    """Read what was typed so far, as `add` will; the document where it is named. Raises `UsageProblem`."""
    with _as_typed():
        document = _document(Shelf(store), new) if new.document else None
        claim = _claim(new, document or Document(id=""))
        if document and new.quote:
            claim = placed(claim, document)
    _keep_private(claim, document or Document(id="", title=new.title))
    if new.whole:
        claim_id(store, new.whole)
    return document


@contextmanager
def _as_typed() -> Iterator[None]:
    """What a table would reject is a mistake of the line here."""
    try:
        yield
    except InputRejected as problem:
        raise UsageProblem(problem.message, where=problem.where, hint=problem.hint) from None


def _keep_private(claim: Claim, document: Document) -> None:
    """A private name stands nowhere but in the source, and own reporting has words for its source."""
    if document.kind is DocumentKind.OWN and not (claim.source and claim.source.label):
        raise UsageProblem("own reporting needs --label", hint='give the public words for the source: "an official"')
    if where := spilt(claim, document):
        raise UsageProblem(f"{where} holds the private name", hint="give the words without it")


def _write(store: Store, claim: Claim, document: Document, editor: Editor) -> Counts:
    with store.write(cause("add", editor, claim.note)) as change:
        change.add_document(document)
        new = change.add_claims([claim], where="add")
        change.count(read=1, new=new, same=1 - new)
    return Counts(read=1, new=new, same=1 - new, run=change.run if change.touched else None)


def _document(shelf: Shelf, new: NewClaim) -> Document:
    """The document that holds the claim: a held one, a file that is read now, an address, or by who printed it when."""
    said = moment({"said": new.said}, "said", new.day_first)
    printed = moment({"published": new.published}, "published", new.day_first)
    if not (new.document or new.outlet or new.title):
        return _nowhere(shelf.store, new, printed or said)
    name = new.document or ""
    held = shelf.store.documents_named(name)
    if name and not held and not is_address(name):
        if Path(name).is_file():
            return _from_file(shelf.store, new, printed)
        held = shelf.store.documents_named(_id_of_document(shelf.store, name))
    if held:
        return _held(held, new, printed)
    return shelf.find(Named(name or None, None, new.outlet, new.title, printed or said, _kind(new)))


def _nowhere(store: Store, new: NewClaim, printed: str | None) -> Document:
    """A document of its own for a claim that names none: nobody knows that two of them are one."""
    id = content_id("d1", ["typed", *(getattr(new, each.name) for each in fields(NewClaim) if each.name != "note")])
    made = Document(id=id, published=printed, kind=_kind(new))
    return store.documents([id]).get(id, made)


def _kind(new: NewClaim) -> DocumentKind:
    return DocumentKind.OWN if new.own else DocumentKind.ARTICLE


def _held(held: list[Document], new: NewClaim, printed: str | None) -> Document:
    """The one of the held documents of a name that is as the line says, first one that holds the quote."""
    fitting = [document for document in held if not _otherwise(document, new, printed)]
    if not fitting:
        what, given, stored = _otherwise(held[0], new, printed)[0]
        told = f"the document is held with the {what} {stored!r}" if stored else f"the document is held without {what}"
        raise UsageProblem(told, where=f"--{what} {given}", hint="leave it out, or name another document")
    holding = [document for document in fitting if new.quote and new.quote in (document.text or "")]
    return (holding or fitting)[0]


def _otherwise(document: Document, new: NewClaim, printed: str | None) -> list[tuple[str, str, str | None]]:
    """What the line says otherwise than the document that is held: the field, what was given, what is stored."""
    found: list[tuple[str, str, str | None]] = []
    for what, given, stored in (("outlet", new.outlet, document.outlet), ("title", new.title, document.title)):
        if given and given.strip().casefold() != (stored or "").casefold():
            found.append((what, given, stored))
    if printed and not (document.published or "").startswith(printed):
        found.append(("published", printed, document.published))
    return found


def _id_of_document(store: Store, name: str) -> str:
    try:
        what, id = store.named(name)
    except UsageProblem:
        what, id = "", name
    if what != "document":
        raise UsageProblem("no file, address or id of a document", where=f"--document {name}")
    return id


def _from_file(store: Store, new: NewClaim, printed: str | None) -> Document:
    """The article of a file; the held one where it was read before under another spelling of its path."""
    from reconcile.readers import ReadOptions, Rejected, read

    path = str(new.document)
    how = ReadOptions(outlet=new.outlet, title=new.title, published=printed, day_first=new.day_first)
    found = list(read(path, how))
    for each in found:
        if isinstance(each, Rejected):
            raise UsageProblem(each.reason, where=each.where)
    documents = [each for each in found if isinstance(each, Document)]
    holding = [each for each in documents if new.quote and new.quote in (each.text or "")]
    if len(documents) > 1 and len(holding) != 1:
        raise UsageProblem(f"holds {len(documents)} articles", where=path, hint="give a quote that only one has")
    found_here = (holding or documents)[0]
    sql = "SELECT id FROM documents WHERE path IS NOT NULL AND text = ? ORDER BY number DESC"
    same = store.documents(row["id"] for row in store.rows(sql, [text_id(found_here.text or "")]))
    held = [each for each in same.values() if Path(str(each.path)).resolve() == Path(path).resolve()]
    return _held(held, new, printed) if held else found_here


def _claim(new: NewClaim, document: Document) -> Claim:
    """The claim as typed, its fields read and checked; the id comes when it is placed."""
    cells: Cells = {name: getattr(new, name) for name in CORRECTABLE}
    quote = words({"quote": new.quote}, "quote", kept=True) or ""
    said = moment(cells, "said", new.day_first)
    anchor = said or document.published
    return Claim(
        id="",
        document=document.id,
        quote=quote,
        value=value_of(cells, quote, anchor, new.day_first),
        scope=_scope(cells, new.day_first),
        source=_source(cells),
        via=names(cells, "via"),
        stance=choice(cells, "stance", Stance) or Stance.ASSERTS,
        modality=choice(cells, "modality", Modality) or Modality.STATED,
        said_at=said,
        as_of=moment(cells, "as_of", new.day_first),
        status=ClaimStatus.ACCEPTED,
        question=words(cells, "question"),
        translation=words(cells, "translation"),
        external_id=words({"external_id": new.external_id}, "external_id"),
        note=words(cells, "note"),
    )


def _scope(cells: Cells, day_first: bool | None) -> Scope:
    return Scope(
        event=words(cells, "event"),
        attribute=words(cells, "attribute"),
        counted=words(cells, "counted"),
        population=words(cells, "population"),
        place=words(cells, "place"),
        window_from=day(cells, "window_from", day_first),
        window_to=day(cells, "window_to", day_first),
        definition=words(cells, "definition"),
        cumulative=choice(cells, "cumulative", Cumulative),
        measure=choice(cells, "measure", Measure) or Measure.LEVEL,
    )


def _source(cells: Cells) -> Source | None:
    name = words(cells, "source") or words(cells, "person") or words(cells, "body") or words(cells, "label")
    if name is None:
        return None
    return Source(name, *(words(cells, part) for part in ("body", "role", "person", "label")))


def correct(
    store: Store,
    claim: str,
    changes: Mapping[str, object],
    *,
    editor: Editor,
    note: str = "",
    accept: bool = False,
    dry_run: bool = False,
) -> Claim:
    """Set fields of a claim (`CORRECTABLE`, in words; None empties one). The former reading stays in its history.

    A proposal whose value or source is corrected is accepted with it, since somebody has looked at it; another
    correction leaves it proposed unless told to `accept`.
    """
    id = claim_id(store, claim)
    with store.write(cause("correct", editor, note)) as change:
        before = store.claims([id])[id]
        _refuse_struck(before)
        after = _corrected(store, before, changes)
        if accept:
            after = replace(after, status=ClaimStatus.ACCEPTED)
        if after != before:
            change.revise_claim(after, "claim corrected", note or None)
            _reopen(store, change, [id], "a claim was corrected")
            change.count(changed=1)
        change.touched = change.touched and not dry_run
    return after


def _corrected(store: Store, before: Claim, changes: Mapping[str, object]) -> Claim:
    if unknown := sorted(set(changes) - set(CORRECTABLE)):
        raise UsageProblem(f"{unknown[0]} cannot be corrected", hint=f"these can: {', '.join(CORRECTABLE)}")
    document = store.documents([before.document])[before.document]
    try:
        after = _reread(before, document, changes)
    except InputRejected as problem:
        raise UsageProblem(problem.message, where=problem.where or before.id, hint=problem.hint) from None
    if not spilt(before, document):
        _keep_private(after, document)
    return after


def _reread(before: Claim, document: Document, changes: Mapping[str, object]) -> Claim:
    """The claim with the changes; body, role and person are those of the former source and go with its name."""
    parts = dict.fromkeys(("body", "role", "person") if "source" in changes else ())
    cells: Cells = {**_typed(unasked(before, document) if "question" in changes else before), **parts, **changes}
    said = moment(cells, "said", None)
    value = before.value
    if {"value", "kind"} & set(changes):
        if cells["kind"] != Kind.TEXT.value and "kind" not in changes:
            cells["kind"] = None
        value = value_of(cells, before.quote, said or document.published, None)
        if "kind" not in changes and value.unit is None and value.kind is Kind.NUMBER and before.value.unit:
            value = replace(value, kind=before.value.kind, unit=before.value.unit)  # a bare figure keeps the unit
    after = replace(
        before,
        value=value,
        scope=_scope(cells, None),
        source=_source(cells),
        via=names(cells, "via"),
        stance=choice(cells, "stance", Stance) or Stance.ASSERTS,
        modality=choice(cells, "modality", Modality) or Modality.STATED,
        said_at=said,
        as_of=moment(cells, "as_of", None),
        status=ClaimStatus.ACCEPTED if _LOOKED_AT & set(changes) else before.status,
        question=words(cells, "question"),
        translation=words(cells, "translation"),
        note=words(cells, "note"),
        source_span=None if "source" in changes else before.source_span,
        cue_span=None if "source" in changes else before.cue_span,
    )
    return meant(after, document) if "question" in changes else after


_LOOKED_AT = frozenset({"value", "kind", "source", "body", "role", "person"})
"""Who corrects one of these has looked at what the program read."""


def _typed(claim: Claim) -> Cells:
    """A claim's fields as somebody would have typed them."""
    source = claim.source or Source("")
    scope: dict[str, Any] = {name: getattr(claim.scope, name) for name in Scope.__slots__}
    return {
        **{name: None if value is None else str(value) for name, value in scope.items()},
        "value": claim.value.words,
        "kind": claim.value.kind.value,
        "source": source.name or None,
        "body": source.body,
        "role": source.role,
        "person": source.person,
        "label": source.label,
        "via": list(claim.via),
        "said": claim.said_at,
        "as_of": claim.as_of,
        "stance": claim.stance.value,
        "modality": claim.modality.value,
        "question": claim.question,
        "translation": claim.translation,
        "note": claim.note,
    }


def withdraw(store: Store, claim: str, *, editor: Editor, note: str = "", dry_run: bool = False) -> Claim:
    """Strike a claim through: it stays on the page and counts no more; a decision that rested on it is reopened."""
    id = claim_id(store, claim)
    with store.write(cause("withdraw", editor, note)) as change:
        before = store.claims([id])[id]
        if before.status is ClaimStatus.WITHDRAWN:
            return before
        after = change.set_status(before, ClaimStatus.WITHDRAWN, note or None)
        _reopen(store, change, [id], "a claim was withdrawn")
        change.count(changed=1)
        change.touched = not dry_run
    return after


def accept(store: Store, claims: Iterable[str], *, editor: Editor, dry_run: bool = False) -> Counts:
    """Accept claims that a reader proposed."""
    return _set_status(store, claims, ClaimStatus.ACCEPTED, editor, "", dry_run)


def reject(store: Store, claims: Iterable[str], *, editor: Editor, note: str = "", dry_run: bool = False) -> Counts:
    """Reject claims that a reader proposed; the spans stay rejected when a newer reader comes by."""
    return _set_status(store, claims, ClaimStatus.REJECTED, editor, note, dry_run)


def _set_status(
    store: Store, claims: Iterable[str], status: ClaimStatus, editor: Editor, note: str, dry_run: bool
) -> Counts:
    ids = list(dict.fromkeys(claim_id(store, claim) for claim in claims))
    command = "accept" if status is ClaimStatus.ACCEPTED else "reject"
    with store.write(cause(command, editor, note)) as change:
        todo = [claim for claim in store.claims(ids).values() if claim.status is not status]
        for claim in todo:
            _refuse_struck(claim)
            change.set_status(claim, status, note or None)
        if status is ClaimStatus.REJECTED:
            _reopen(store, change, [claim.id for claim in todo], "a claim was rejected")
        change.count(read=len(ids), changed=len(todo), same=len(ids) - len(todo))
        change.touched = change.touched and not dry_run
    run = change.run if change.touched else None
    return Counts(read=len(ids), changed=len(todo), same=len(ids) - len(todo), run=run)


def _refuse_struck(claim: Claim) -> None:
    if claim.status is ClaimStatus.WITHDRAWN:
        raise UsageProblem("this claim was withdrawn", where=claim.id, hint="add it anew")


def _reopen(store: Store, change: Change, claims: list[str], reason: str) -> None:
    """Reopen the decisions on the questions of these claims, each with a notice."""
    old: dict[str, list[str]] = {}
    for former, now in store.aliases().items():
        old.setdefault(now, []).append(former)
    for claim, question in sorted(store.questions_of(claims).items()):
        reopened = [change.reopen(each, reason) for each in (question, *old.get(question, ()))]
        if any(reopened):
            change.notice("reopened", f"The decision is open again: {reason}", question=question, claim=claim)


def claim_id(store: Store, id: str) -> str:
    """The full id of a claim. Raises `UsageProblem` where it is unknown, ambiguous or something else's."""
    what, full = store.named(id)
    if what != "claim":
        raise another_kind(what, "claim", full)
    return full
