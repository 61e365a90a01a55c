"""Tables of claims in: all or nothing, or what can be taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reconcile.errors import InputRejected, ReconcileError
from reconcile.model import Claim, Document
from reconcile.pipeline.causes import cause
from reconcile.pipeline.placing import Named, Shelf, meant, placed, typed_id
from reconcile.pipeline.records import Counts, Editor, ImportOptions, Reject
from reconcile.pipeline.rejects import keep, rejects_path
from reconcile.readers import ClaimRow, Rejected, read_claims
from reconcile.store import Store

Taken = tuple[Claim, Document, ClaimRow]


def import_claims(store: Store, path: str, options: ImportOptions, *, editor: Editor) -> Counts:
    """Take a table of claims (.csv, .tsv, .jsonl or "-"), accepted; all or nothing unless `options.partial`.

    Raises `InputRejected` where a row is wrong and nothing was taken (the reasons and rows are in rejects.jsonl).
    """
    table = read_claims(path, kind=options.format, day_first=options.day_first)
    shelf, rejects = Shelf(store), list[Reject]()
    taken: dict[str, Taken] = {}
    read = 0
    for row in table:
        read += 1
        found = _taken(store, shelf, row, options)
        if isinstance(found, Reject):
            rejects.append(found)
        else:
            taken.setdefault(found[0].id, found)
    if rejects and not options.partial:
        if not options.dry_run:
            keep(store.path, rejects)
        raise _refusal(store, path, rejects, read)
    held = store.claims(taken)
    new = [each for id, each in taken.items() if id not in held]
    counts = Counts(read=read, new=len(new), same=read - len(new) - len(rejects), rejected=len(rejects))
    if not options.dry_run:
        counts = replace(counts, run=_write(store, shelf, new, counts, editor))
        keep(store.path, rejects)
    return replace(counts, rejects=tuple(rejects))


def _refusal(store: Store, path: str, rejects: list[Reject], read: int) -> InputRejected:
    first = rejects[0]
    hint = f"all reasons are in {rejects_path(store.path)}; --partial takes the others"
    if len(rejects) == 1:
        return InputRejected(f"{first.reason}; none of {read} rows was taken", where=first.where, hint=hint)
    message = f"{len(rejects)} of {read} rows are wrong, so none was taken; the first: {first.reason}"
    return InputRejected(message, where=first.where or path, hint=hint)


def _taken(store: Store, shelf: Shelf, row: ClaimRow | Rejected, options: ImportOptions) -> Taken | Reject:
    if isinstance(row, Rejected):
        return Reject(row.where, row.reason, row.raw)
    try:
        document = shelf.find(_named(row))
        claim = placed(row.claim("", document.id), document)
        claim = replace(claim, question=claim.question or options.question)
        return meant(_known(store, row, claim), document), document, row
    except ReconcileError as problem:
        return Reject(row.where, problem.reason, row.raw)


def _named(row: ClaimRow) -> Named:
    """The time said stands for the time printed only where nothing else tells two documents of an outlet apart."""
    nameless = not (row.document or row.url)
    return Named(row.document, row.url, row.outlet, published=row.said_at if nameless else None)


def _known(store: Store, row: ClaimRow, claim: Claim) -> Claim:
    """Under the id of a claim of ours that the row names (our own export coming back), else under a new one."""
    if row.id and (held := store.claims([row.id]).get(row.id)):
        same_place = held.quote == claim.quote and held.document == claim.document
        return held if same_place else replace(claim, id=typed_id(claim))
    return replace(claim, id=typed_id(claim))


def _write(store: Store, shelf: Shelf, new: list[Taken], counts: Counts, editor: Editor) -> int | None:
    if not new:
        return None
    with store.write(cause("import", editor)) as change:
        for document in _documents(shelf, new):
            change.add_document(document)
        for claim, _, row in new:
            change.add_claims([claim], where=row.where)
        change.count(read=counts.read, new=counts.new, same=counts.same, rejected=counts.rejected)
    return change.run if change.touched else None


def _documents(shelf: Shelf, new: list[Taken]) -> Iterator[Document]:
    wanted = {document.id for _, document, _ in new}
    return (document for document in shelf.made.values() if document.id in wanted)
