"""`run`: ingest, resolve and publish under one lock that the kernel frees, also after a crash."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from reconcile.errors import LockHeld, StorageProblem
from reconcile.pipeline.intake import ingest
from reconcile.pipeline.questions import resolve
from reconcile.pipeline.records import Counts, Editor, IfLocked, RunOptions, RunOutcome
from reconcile.pipeline.rejects import put
from reconcile.pipeline.site import publish
from reconcile.store import Clock, Store


def run(database: Path, options: RunOptions, *, clock: Clock, editor: Editor) -> RunOutcome:
    """Ingest, resolve and publish under one lock: the cron command.

    Raises `LockHeld` (exit 75) where another run is at work and `options.if_locked` is fail, `UsageProblem`
    where there is no database.
    """
    Store.open(database, clock=clock, write=True, named=options.named).close()
    with ExitStack() as held:
        try:
            held.enter_context(locked(database, wait=options.if_locked is IfLocked.WAIT))
        except LockHeld:
            if options.if_locked is IfLocked.SKIP:
                return RunOutcome(skipped=True)
            raise
        return _run(database, options, clock, editor)


@contextmanager
def locked(database: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the lock of a database, `claims.db.lock` beside the file itself, not beside a link to it.

    Raises `LockHeld` unless told to `wait`.
    """
    file = database.resolve()
    path = file.with_name(file.name + ".lock")
    try:
        handle = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise StorageProblem(f"cannot be made: {error.strerror}", where=str(path)) from error
    try:
        _take(handle, path, wait)
        yield
    finally:
        os.close(handle)


def _take(handle: int, path: Path, wait: bool) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise LockHeld("another run is at work", where=str(path), hint="see --if-locked") from None


def _run(database: Path, options: RunOptions, clock: Clock, editor: Editor) -> RunOutcome:
    with Store.open(database, clock=clock, write=True, named=options.named) as store:
        seen = store.newest_notice()
        ingested = ingest(store, options.inputs, options.ingest, editor=editor) if options.inputs else Counts()
        resolved = resolve(store, editor=editor)
        pages = publish(store, options.reports)
        outcome = RunOutcome(
            ingested=ingested,
            resolved=resolved,
            pages_written=pages.new,
            pages_same=pages.same,
            pages_removed=pages.changed,
            notices=tuple(store.notices_after(seen)),
        )
        _write_status(options.reports / "status.json", store, options, outcome)
    return outcome


def _write_status(path: Path, store: Store, options: RunOptions, outcome: RunOutcome) -> None:
    """The one file that every run rewrites: when it ran, on what, and what came of it."""
    status = {
        "at": store.clock().isoformat(timespec="seconds"),
        "run": store.newest_run(),
        "inputs": list(options.inputs),
        "ingested": dict(outcome.ingested.items()),
        "resolved": dict(outcome.resolved.items()),
        "pages": {"written": outcome.pages_written, "same": outcome.pages_same, "removed": outcome.pages_removed},
        "notices": list(outcome.notices),
        "rejected": [f"{reject.where}: {reject.reason}" for reject in outcome.ingested.rejects],
    }
    put(path, json.dumps(status, ensure_ascii=False, indent=1) + "\n")
