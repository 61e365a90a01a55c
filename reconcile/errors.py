"""What can go wrong, said in one line, and the exit code that goes with it.

Every error that a user can cause is a `ReconcileError`: what is wrong, where, and what to do about it. The
command line prints that line and exits with the error's code; anything else that escapes is a bug of ours.
"""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes that scripts may rely on (`docs/exit-codes.md`)."""

    DONE = 0
    """Done, also when there was nothing to do."""
    ASKED = 1
    """A condition that the user asked about with `--fail-on` holds."""
    USAGE = 2
    """The words on the command line: a bad value, an unknown id, a path that does not exist, no database."""
    REJECTED = 3
    """One or more inputs were not taken; the others were."""
    DATABASE = 65
    """The database is not ours, damaged, newer than the program, or `check` found something."""
    BUG = 70
    """A mistake of the program."""
    OUTPUT = 73
    """The output cannot be written."""
    STORAGE = 74
    """Reading or writing failed: I/O error, disk full."""
    LOCKED = 75
    """Another run holds the lock."""
    INTERRUPTED = 130
    """Stopped by the user."""


class ReconcileError(Exception):
    """A problem that a user can act on.

    `message` says what is wrong, `where` names the file, line, field or id, `hint` says what to do.
    """

    exit_code = Exit.USAGE

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    @property
    def reason(self) -> str:
        """What is wrong and what to do, without the place."""
        return f"{self.message}; {self.hint}" if self.hint else self.message

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}" if self.where else self.reason


class UsageProblem(ReconcileError):
    """A bad value, an unknown id, a missing path: the words on the command line."""


def another_kind(what: str, wanted: str, where: str) -> UsageProblem:
    """An id that names another kind of thing than the command takes: "this is an event, not a claim"."""
    return UsageProblem(f"this is {with_article(what)}, not {with_article(wanted)}", where=where)


def with_article(noun: str) -> str:
    """A noun with its article: "an event", "a claim"."""
    return f"{'an' if noun[:1] in 'aeio' else 'a'} {noun}"


class InputRejected(ReconcileError):
    """One input (a file, an article, a row) cannot be taken as it is."""

    exit_code = Exit.REJECTED


class DatabaseProblem(ReconcileError):
    """The database file is not ours, damaged, or newer than this program."""

    exit_code = Exit.DATABASE


class OutputProblem(ReconcileError):
    """A page, an export or a folder cannot be written."""

    exit_code = Exit.OUTPUT


class StorageProblem(ReconcileError):
    """The disk is full, the file system refuses, or reading failed half-way."""

    exit_code = Exit.STORAGE


class LockHeld(ReconcileError):
    """Another run is at work on the same database."""

    exit_code = Exit.LOCKED
