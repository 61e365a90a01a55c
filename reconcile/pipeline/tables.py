"""Tables of claims in: all or nothing, or what can be taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace

from reconcile.errors import InputRejected, ReconcileError
from reconcile.model import Claim, Document, Scope
from reconcile.pipeline.causes import cause
from reconcile.pipeline.filling import EXPORTED, Made, as_told, fields_read, filled
from reconcile.pipeline.placing import Named, Shelf, meant, placed, typed_id
from reconcile.pipeline.private import Labels, spilt
from reconcile.pipeline.records import Counts, Editor, ImportOptions, Reject
from reconcile.pipeline.rejects import keep, rejects_path
from reconcile.readers import ClaimRow, Rejected, exported, is_example, read_claims
from reconcile.store import Store

Taken = tuple[Claim, Document, ClaimRow]


def import_claims(store: Store, path: str, options: ImportOptions, *, editor: Editor) -> Counts:
    """Take a table of claims (.csv, .tsv, .jsonl or "-"), accepted; all or nothing unless `options.partial`.

    Raises `InputRejected` where a row is wrong and nothing was taken (the reasons and rows are in rejects.jsonl).
    """
    table = read_claims(path, kind=options.format, day_first=options.day_first)
    shelf, rejects = Shelf(store), list[Reject]()
    taken: dict[str, Taken] = {}
    read, told = 0, list[str]()
    for row in table:
        if isinstance(row, ClaimRow) and is_example(row):
            told.append(f"{row.where}: the example row of the template is left out")
            continue
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
    if not options.as_given:
        new = _filled(store, new)
        if left_open := fields_read(claim for claim, _, _ in new):
            told.append(as_told(left_open))
    counts = Counts(read=read, new=len(new), same=read - len(new) - len(rejects), rejected=len(rejects))
    if not options.dry_run:
        counts = _write(store, shelf, new, counts, editor)
        keep(store.path, rejects)
    return replace(counts, rejects=tuple(rejects), told=(*told, *_unheard(taken.values(), Labels.of(store))))


def _filled(store: Store, new: Sequence[Taken]) -> list[Taken]:
    """The claims, in their order, with what their rows leave open and their texts tell.

    In a row of an export what is empty is empty, but for parts and earlier figures, which it has no columns for.
    """
    by_document: dict[str, list[Taken]] = {}
    for claim, document, row in new:
        if document.text is not None:
            by_document.setdefault(document.id, []).append((claim, document, row))
    read: dict[str, Claim] = {}
    for id, takens in by_document.items():
        made = [Made(claim, EXPORTED if exported(row) else row.given) for claim, _, row in takens]
        read |= {claim.id: claim for claim in filled(made, store.claims_of(id), takens[0][1])}
    return [(read.get(claim.id, claim), document, row) for claim, document, row in new]


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
        if back := _come_back(store, shelf, row):
            return back
        document = shelf.find(_named(row))
        claim = placed(row.claim("", document.id), document)
        claim = replace(claim, question=claim.question or options.question)
        if where := spilt(claim, document):
            raise InputRejected(f"{where} holds the private name", hint="give the words without it")
        return meant(replace(claim, id=typed_id(claim)), document), document, row
    except ReconcileError as problem:
        return Reject(row.where, problem.reason, row.raw)


def _named(row: ClaimRow) -> Named:
    """The time said stands for the time printed only where nothing else tells two documents of an outlet apart."""
    nameless = not (row.document or row.url)
    printed = row.published or (row.said_at if nameless else None)
    return Named(row.document, row.url, row.outlet, row.title, printed, row.document_kind)


def _come_back(store: Store, shelf: Shelf, row: ClaimRow) -> Taken | None:
    """The held claim that a row of our own export names, at the place where it stands."""
    held = store.claims([row.id]).get(row.id) if row.id else None
    if held is None or held.quote != row.quote or row.span not in (None, held.span):
        return None
    document = shelf.home(held, row.document)
    return (held, document, row) if document else None


def _unheard(taken: Iterable[Taken], labels: Labels) -> tuple[str, ...]:
    """One line for the rows of our own export that come back changed: an import adds claims, it changes none."""
    other = [(row, what) for claim, _, row in taken if row.id == claim.id and (what := _other(claim, row, labels))]
    if not other:
        return ()
    row, what = other[0]
    told = f"{row.where}: {row.id} is held with another {what}, which stays; correct, accept, reject or withdraw it"
    return (told if len(other) == 1 else f"{told} (so are {len(other) - 1} more rows)",)


def _other(held: Claim, row: ClaimRow, labels: Labels) -> str | None:
    """The first thing that a row says otherwise than the claim held under its id."""
    told = row.claim(held.id, held.document)
    names = (labels.name(one.source.name) if one.source else None for one in (held, told))
    pairs = {
        "value": (replace(held.value, words=""), replace(told.value, words="")),
        "source": tuple(names),
        **{name: (getattr(held, name), getattr(told, name)) for name in ("stance", "modality", "said_at", "as_of")},
        "status": (held.status, told.status),
        **{one.name: (getattr(held.scope, one.name), getattr(told.scope, one.name)) for one in fields(Scope)},
    }
    return next((name for name, (one, other) in pairs.items() if one != other), None)


def _write(store: Store, shelf: Shelf, new: list[Taken], counts: Counts, editor: Editor) -> Counts:
    if not new:
        return counts
    with store.write(cause("import", editor)) as change:
        for document in _documents(shelf, new):
            change.add_document(document)
        added = sum(change.add_claims([claim], where=row.where) for claim, _, row in new)
        counts = replace(counts, new=added, same=counts.same + counts.new - added)
        change.count(read=counts.read, new=counts.new, same=counts.same, rejected=counts.rejected)
    return replace(counts, run=change.run) if change.touched else counts


def _documents(shelf: Shelf, new: list[Taken]) -> Iterator[Document]:
    wanted = {document.id for _, document, _ in new}
    return (document for document in shelf.made.values() if document.id in wanted)
