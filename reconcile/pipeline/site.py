"""The site: everything that its pages show, fetched in bulk, handed to the report."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reconcile.errors import OutputProblem, UsageProblem, another_kind
from reconcile.model import Question
from reconcile.pipeline.dossiers import Shelves
from reconcile.pipeline.private import Labels
from reconcile.pipeline.records import Counts
from reconcile.report.site import publish as publish_site
from reconcile.report.views import Listed, SiteData, has_page
from reconcile.store import Store


def publish(store: Store, folder: Path, *, only: str | None = None) -> Counts:
    """Write the site into `folder`; `read` counts its files, `new` those written, `changed` those removed.

    `only` limits it to the page of one question. Raises `OutputProblem`.
    """
    with _alone(folder):
        with store.snapshot():
            site = site_data(store)
            page = only and _page(site, store, only)
        done = publish_site(site, folder, only=page)
    return Counts(read=done.written + done.same, new=done.written, same=done.same, changed=done.removed)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One writer of a folder at a time, so that pages are never put back to what another one read before.

    The folder itself is locked: nothing is left in it, and the kernel frees the lock of whoever is killed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise OutputProblem(
            error.strerror or str(error), where=str(folder), hint="name another with --reports"
        ) from None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _page(site: SiteData, store: Store, id: str) -> str:
    """The question on whose page a question or claim stands."""
    wanted = _question(store, id)
    for dossier in site.dossiers:
        if wanted in (dossier.question.id, *(part.id for part in dossier.parts)):
            return dossier.question.id
    raise UsageProblem("has no page of its own, it stands on the index", where=wanted)


def site_data(store: Store) -> SiteData:
    """What the report is given: a dossier for each page, the other questions, and the figures of the index."""
    labels = Labels.of(store)
    questions = {id: labels.question(question) for id, question in store.questions(store.question_ids()).items()}
    shelves = Shelves.of(store, questions)
    wholes = {id: _whole(questions, id) for id in questions}
    parts: dict[str, list[Question]] = {}
    for id, whole in wholes.items():
        if whole != id:
            parts.setdefault(whole, []).append(questions[id])
    tops = [question for question in questions.values() if wholes[question.id] == question.id]
    kept = shelves.verdicts.keys() | shelves.reopened.keys() | shelves.former.keys() | parts.keys()
    paged = [question for question in tops if has_page(question, decided=question.id in kept)]
    dossiers = tuple(shelves.dossier(question, parts.get(question.id, ())) for question in paged)
    listed = tuple(_listed(shelves, question) for question in tops if question not in paged)
    newest = max([*(d.revision for d in dossiers), *(one.revision for one in listed)], default=0)
    return SiteData(
        dossiers=dossiers,
        listed=listed,
        aliases={old: new for old, new in store.aliases().items() if new in questions},
        run=newest,
        changed_at=shelves.run_at(newest) or None,
        documents=store.count("documents"),
        claims=store.count("claims"),
        zone=store.settings().get("zone", "UTC"),
        audit_head=store.audit_head(),
        labels=labels.by_name,
    )


def _whole(questions: dict[str, Question], id: str) -> str:
    """The question whose page this one shares: itself, or the whole of which it is a part."""
    seen = {id}
    while (whole := questions[id].whole) is not None and whole in questions and whole not in seen:
        seen.add(whole)
        id = whole
    return id


def _question(store: Store, id: str) -> str:
    what, full = store.named(id)
    if what == "claim":
        return store.questions_of([full]).get(full, full)
    if what != "question":
        raise another_kind(what, "question", full)
    return full


def _listed(shelves: Shelves, question: Question) -> Listed:
    claim = shelves.claims[question.claims[0]]
    first, revision = shelves.runs_of([question])
    return Listed(
        question=question,
        claim=claim,
        document=shelves.documents[claim.document],
        revision=revision,
        changed_at=shelves.run_at(revision),
        note=shelves.notes.get(claim.source.name) if claim.source else None,
        created_run=first,
    )
