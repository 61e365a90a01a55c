"""What the command line, cron, notebooks and tests call: one function for each thing that a newsroom does.

Every function takes an open `Store` (`run` takes a path, since it holds the lock around opening) and plain
arguments, and gives back a dataclass of `records` or dicts in the order of their columns. Nothing is printed.
A write is one committed transaction with one run number; when a function returns, it is on the disk. Every
mistake that a user can make is raised as a `ReconcileError`. Ids may be given by a prefix that only one has.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from reconcile.pipeline.columns import EXPORTS, LISTS
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
    Ruling,
    RunOptions,
    RunOutcome,
    Shown,
)

if TYPE_CHECKING:
    from reconcile.pipeline.checks import check
    from reconcile.pipeline.cron import run
    from reconcile.pipeline.deciding import decide, given_by
    from reconcile.pipeline.exports import export
    from reconcile.pipeline.hand import accept, add, correct, reject, tried, withdraw
    from reconcile.pipeline.intake import ingest
    from reconcile.pipeline.judging import different, relate, retitle, same, undo
    from reconcile.pipeline.looks import history, listing, search, show, waiting
    from reconcile.pipeline.naming import SourceFacts, describe_source, name_event, name_outlet, name_place, unborne
    from reconcile.pipeline.questions import preview, resolve
    from reconcile.pipeline.site import publish
    from reconcile.pipeline.tables import import_claims

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
    "Ruling",
    "RunOptions",
    "RunOutcome",
    "Shown",
    "SourceFacts",
    "accept",
    "add",
    "check",
    "correct",
    "decide",
    "describe_source",
    "different",
    "export",
    "given_by",
    "history",
    "import_claims",
    "ingest",
    "listing",
    "name_event",
    "name_outlet",
    "name_place",
    "preview",
    "publish",
    "reject",
    "relate",
    "resolve",
    "retitle",
    "run",
    "same",
    "search",
    "show",
    "tried",
    "unborne",
    "undo",
    "waiting",
    "withdraw",
]

_HOME = {
    "SourceFacts": "naming",
    "accept": "hand",
    "add": "hand",
    "check": "checks",
    "correct": "hand",
    "decide": "deciding",
    "describe_source": "naming",
    "different": "judging",
    "export": "exports",
    "given_by": "deciding",
    "history": "looks",
    "import_claims": "tables",
    "ingest": "intake",
    "listing": "looks",
    "name_event": "naming",
    "name_outlet": "naming",
    "name_place": "naming",
    "preview": "questions",
    "publish": "site",
    "reject": "hand",
    "relate": "judging",
    "resolve": "questions",
    "retitle": "judging",
    "run": "cron",
    "same": "judging",
    "search": "looks",
    "show": "looks",
    "tried": "hand",
    "unborne": "naming",
    "undo": "judging",
    "waiting": "looks",
    "withdraw": "hand",
}
"""Each function's module, imported when the function is first asked for: a listing needs no reader and no page."""


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(f"reconcile.pipeline.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
