"""Articles in: read, store, propose their claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from reconcile.errors import InputRejected, UsageProblem
from reconcile.model import Claim, Document
from reconcile.pipeline.causes import cause
from reconcile.pipeline.records import Counts, Editor, IngestOptions, Reject
from reconcile.pipeline.rejects import keep
from reconcile.readers import ReadOptions, Rejected, Tell, is_read, read
from reconcile.store import Change, Store
from reconcile.store.border import refusal

READER = "extract 1"
"""The name under which the database remembers who searched a document for claims."""


@dataclass(slots=True)
class _Article:
    """One document and what was proposed of it; None where it is not searched for claims."""

    document: Document
    claims: list[Claim] | None


@dataclass(slots=True)
class _Batch:
    """What one ingest has read so far."""

    read: int = 0
    same: int = 0
    unread: int = 0
    articles: list[_Article] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def ingest(store: Store, inputs: Iterable[str], options: IngestOptions, *, editor: Editor) -> Counts:
    """Read articles, store them and propose their claims. `inputs` are paths, folders, addresses or "-".

    What cannot be read comes back in `Counts.rejects` (also written to rejects.jsonl beside the database); the
    others are stored. The same input twice adds nothing. Reading happens before the write lock is taken.
    """
    names = list(inputs)
    for name in names:
        _must_exist(name)
    batch = _read_all(store, names, options)
    counts = Counts(
        read=batch.read,
        new=len(batch.articles),
        same=batch.same,
        rejected=len(batch.rejects),
        unread=batch.unread,
        claims=sum(len(article.claims or ()) for article in batch.articles),
    )
    if not options.dry_run:
        counts = _write(store, batch, counts, editor)
        keep(store.path, batch.rejects)
    return replace(counts, rejects=tuple(batch.rejects), told=tuple(batch.told))


def _must_exist(name: str) -> None:
    address = name.lower().startswith(("http://", "https://"))
    if name != "-" and not address and not Path(name).exists():
        raise UsageProblem("no such file or folder", where=name)


def _read_all(store: Store, names: list[str], options: IngestOptions) -> _Batch:
    batch = _Batch()
    seen: set[str] = set()
    documents = 0
    for found in _documents(names, options, batch.told.append):
        batch.read += 1
        documents += isinstance(found, Document)
        if documents > 1:
            _must_hold_for_all(options)
        if isinstance(found, Rejected):
            batch.rejects.append(Reject(found.where, found.reason, found.raw))
        elif found.id in seen or _done(store, found, options):
            batch.same += 1
        else:
            seen.add(found.id)
            batch.articles.append(_Article(found, None))
    if not options.documents_only:
        _search(batch)
    batch.unread = sum(article.claims is None for article in batch.articles)
    return batch


def _must_hold_for_all(options: IngestOptions) -> None:
    """An address and a title are those of one article: on several they would make versions of each other."""
    for what, given in (("--url", options.url), ("--title", options.title)):
        if given:
            hint = "read the articles one by one, or leave it out"
            raise UsageProblem("is for one article, and there are several", where=f"{what} {given}", hint=hint)


def _documents(names: list[str], options: IngestOptions, tell: Tell) -> Iterator[Document | Rejected]:
    how = ReadOptions(
        one=options.one,
        published=options.published,
        outlet=options.outlet,
        title=options.title,
        url=options.url,
        lang=options.lang,
        day_first=options.day_first,
    )
    for name in names:
        yield from read(name, how, tell)


def _done(store: Store, document: Document, options: IngestOptions) -> bool:
    """Held already, and searched for claims or not to be searched now."""
    if not store.held([document.id]):
        return False
    return options.documents_only or not is_read(document) or bool(store.read_already([document.id]))


def _search(batch: _Batch) -> None:
    """Give the articles that can be read their claims."""
    from reconcile.pipeline.searching import searched

    articles = [article for article in batch.articles if is_read(article.document)]
    for article, claims in zip(articles, searched([each.document for each in articles]), strict=True):
        document, article.claims = article.document, []
        for claim in claims:
            if reason := _unfit(claim, document.text or ""):
                batch.told.append(f"{document.title or document.id}: a claim was dropped, {reason}: {claim.quote}")
            else:
                article.claims.append(claim)


def _unfit(claim: Claim, text: str) -> str | None:
    """Why a proposed claim cannot be stored, None where it can."""
    if claim.span and text[claim.span.start : claim.span.end] != claim.quote:
        return "its quote is not in the text"
    reasons = (refusal(end) for end in (claim.value.low, claim.value.high))
    return next((f"its figure {reason}" for reason in reasons if reason), None)


def _write(store: Store, batch: _Batch, counts: Counts, editor: Editor) -> Counts:
    new = claims = 0
    with store.write(cause("ingest", editor)) as change:
        for article in list(batch.articles):
            try:
                new += change.add_document(_linked(store, article.document))
            except InputRejected as problem:
                batch.rejects.append(Reject(problem.where, problem.message))
                continue
            claims += _add_claims(store, change, article)
        rejected = len(batch.rejects)
        same = counts.read - new - rejected
        change.count(read=counts.read, new=new, same=same, rejected=rejected, claims=claims)
    run = change.run if change.touched else None
    return replace(counts, new=new, same=same, rejected=rejected, claims=claims, run=run)


def _linked(store: Store, document: Document) -> Document:
    """With the id of the version before it: the same address or file with other words."""
    if document.path == "stdin" and not (document.url or document.external_id):
        return document  # what comes in there next is another article
    return replace(document, replaces=document.replaces or store.latest_version(document))


def _add_claims(store: Store, change: Change, article: _Article) -> int:
    if article.claims is None or store.read_already([article.document.id]):
        return 0
    change.add_read(article.document.id, READER, len(article.claims))
    return change.add_claims(article.claims)
