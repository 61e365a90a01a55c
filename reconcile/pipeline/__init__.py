"""What the command line, cron, notebooks and tests call: one function for each thing that a newsroom does.

Every function takes an open `Store` (`run` takes a path, since it holds the lock around opening) and plain
arguments, and gives back a dataclass of `records` or dicts in the order of their columns. Nothing is printed.
A write is one committed transaction with one run number; when a function returns, it is on the disk. Every
mistake that a user can make is raised as a `ReconcileError`. Ids may be given by a prefix that only one has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reconcile.pipeline.records import (
    CORRECTABLE,
    Added,
    Counts,
    Decision,
    Editor,
    Finding,
    Hit,
    IfLocked,
    ImportOptions,
    IngestOptions,
    NewClaim,
    Reject,
    RunOptions,
    RunOutcome,
    Shown,
)

if TYPE_CHECKING:
    from reconcile.model import Claim, Verdict
    from reconcile.store import Clock, Store

__all__ = [
    "CORRECTABLE",
    "EXPORTS",
    "LISTS",
    "Added",
    "Counts",
    "Decision",
    "Editor",
    "Finding",
    "Hit",
    "IfLocked",
    "ImportOptions",
    "IngestOptions",
    "NewClaim",
    "Reject",
    "RunOptions",
    "RunOutcome",
    "Shown",
    "accept",
    "add",
    "check",
    "correct",
    "decide",
    "export",
    "history",
    "import_claims",
    "ingest",
    "listing",
    "publish",
    "reject",
    "resolve",
    "run",
    "search",
    "show",
    "withdraw",
]

EXPORTS: Mapping[str, tuple[str, ...]] = {
    "claims": (),
    "relations": (),
    "questions": (),
    "discrepancies": (),
    "documents": (),
}
"""What can be exported, each with its column names in order (`docs/data-model.md`)."""

LISTS: Mapping[str, tuple[str, ...]] = {"questions": (), "claims": (), "documents": (), "sources": (), "runs": ()}
"""What can be listed, each with its column names in order."""


def ingest(store: Store, inputs: Iterable[str], options: IngestOptions, *, editor: Editor) -> Counts:
    """Read articles, store them and propose their claims. `inputs` are paths, folders, addresses or "-".

    What cannot be read comes back in `Counts.rejects` (also written to rejects.jsonl beside the database); the
    others are stored. The same input twice adds nothing.
    """
    raise NotImplementedError


def import_claims(store: Store, path: str, options: ImportOptions, *, editor: Editor) -> Counts:
    """Take a table of claims (.csv, .tsv, .jsonl or "-"), accepted; all or nothing unless `options.partial`.

    Raises `InputRejected` where a row is wrong and nothing was taken (the reasons and rows are in rejects.jsonl).
    """
    raise NotImplementedError


def add(store: Store, new: NewClaim, *, editor: Editor, dry_run: bool = False) -> Added:
    """Take one claim that was typed in. It is accepted from the start. Raises `UsageProblem` with what is wrong."""
    raise NotImplementedError


def correct(store: Store, claim: str, changes: Mapping[str, object], *, editor: Editor, note: str = "") -> Claim:
    """Set fields of a claim (`CORRECTABLE`, in words; None empties one). The former reading stays in its history."""
    raise NotImplementedError


def withdraw(store: Store, claim: str, *, editor: Editor, note: str = "") -> Claim:
    """Strike a claim through: it stays on the page and counts no more; a decision that rested on it is reopened."""
    raise NotImplementedError


def accept(store: Store, claims: Iterable[str], *, editor: Editor) -> Counts:
    """Accept claims that a reader proposed."""
    raise NotImplementedError


def reject(store: Store, claims: Iterable[str], *, editor: Editor, note: str = "") -> Counts:
    """Reject claims that a reader proposed; the spans stay rejected when a newer reader comes by."""
    raise NotImplementedError


def decide(store: Store, decision: Decision, *, editor: Editor) -> Verdict:
    """Record a named editor's verdict on a question. Raises `UsageProblem` without an editor's name."""
    raise NotImplementedError


def resolve(store: Store, *, editor: Editor, full: bool = False) -> Counts:
    """Group claims into questions and relate them: only what new or changed claims reach, or all (`full`)."""
    raise NotImplementedError


def publish(store: Store, folder: Path, *, only: str | None = None) -> Counts:
    """Write the site into `folder`; `read` counts its files, `new`, `same` and `changed` what was written.

    `only` limits it to the page of one question. Raises `OutputProblem`.
    """
    raise NotImplementedError


def run(database: Path, options: RunOptions, *, clock: Clock, editor: Editor) -> RunOutcome:
    """Ingest, resolve and publish under one lock: the cron command. Raises `LockHeld` (exit 75)."""
    raise NotImplementedError


def export(store: Store, what: str) -> Iterator[dict[str, object]]:
    """Rows of one of `EXPORTS`, keys in the promised order; lists and None as they are, numbers as int or float."""
    raise NotImplementedError


def listing(
    store: Store, what: str, *, status: str | None = None, limit: int | None = None
) -> Iterator[dict[str, object]]:
    """Rows of one of `LISTS`, those with the most to look at first; `status` filters questions or claims."""
    raise NotImplementedError


def show(store: Store, id: str) -> Shown:
    """A claim, document, question or run in full. Raises `UsageProblem` for an unknown or ambiguous id."""
    raise NotImplementedError


def search(store: Store, words: str, *, limit: int = 50) -> list[Hit]:
    """Claims and documents that hold all the words (in "…" as a phrase), best first."""
    raise NotImplementedError


def history(store: Store, id: str) -> list[dict[str, object]]:
    """What happened to a claim, document or question, oldest first: run, at, command, editor, event, note, changes."""
    raise NotImplementedError


def check(store: Store, *, deep: bool = False) -> list[Finding]:
    """Look for damage and contradictions: schema, foreign keys, quotes, hash chain, parts above their whole."""
    raise NotImplementedError
