"""How a call ends: every error becomes one line on stderr and the exit code that belongs to it."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable

import click

from reconcile.cli.session import Session
from reconcile.errors import Exit, ReconcileError

_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EISDIR, errno.ENOTDIR, errno.ENOENT, errno.EEXIST}


def guarded(work: Callable[[], None], session: Session) -> int:
    """Do the work; the exit code is that of what came of it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _worked(work)
        sys.stdout.flush()
    except BrokenPipeError:
        return _unheard(Exit.DONE)
    except (KeyboardInterrupt, EOFError, click.Abort):
        session.voice.error("stopped", code=int(Exit.INTERRUPTED))
        return _unheard(Exit.INTERRUPTED)
    except Exception as error:
        return _told(error, session)
    return code


def _worked(work: Callable[[], None]) -> int:
    try:
        work()
    except click.exceptions.Exit as end:
        return end.exit_code
    return Exit.DONE


def _told(error: Exception, session: Session) -> int:
    code, message = _verdict(error)
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        print(error.format_message(), file=sys.stderr)
        return code
    if code == Exit.BUG and session.verbosity >= 2:
        import traceback

        traceback.print_exception(error)
    hint = {"where": error.where, "hint": error.hint} if isinstance(error, ReconcileError) else {}
    session.voice.error(message, code=int(code), **{name: words for name, words in hint.items() if words})
    return _unheard(code)


def _verdict(error: Exception) -> tuple[Exit, str]:
    """The exit code and the line for an error."""
    if isinstance(error, ReconcileError):
        return error.exit_code, str(error)
    if isinstance(error, click.UsageError):
        return Exit.USAGE, _usage(error)
    if isinstance(error, click.ClickException):
        return Exit.USAGE, error.format_message()
    if isinstance(error, OSError):
        return _from_system(error)
    if type(error).__module__ == "sqlite3":
        return _from_sqlite(error)
    return Exit.BUG, (
        f"a mistake of the program, nothing was left half done: {type(error).__name__}: {error}; "
        "run again with -vv and report what it says"
    )


def _usage(error: click.UsageError) -> str:
    message = error.format_message().rstrip(".")
    if error.ctx is None:
        return message
    command = error.ctx.info_name if error.ctx.parent else None
    return (
        f"{command}: {message}; see {error.ctx.command_path} --help" if command else f"{message}; see reconcile --help"
    )


def _from_system(error: OSError) -> tuple[Exit, str]:
    where = f"{error.filename}: " if error.filename else ""
    code = Exit.OUTPUT if error.errno in _FORBIDDEN else Exit.STORAGE
    return code, f"{where}{error.strerror or error}"


def _from_sqlite(error: Exception) -> tuple[Exit, str]:
    words = str(error)
    if "locked" in words or "busy" in words:
        return Exit.LOCKED, f"the database is in use: {words}; try again"
    if "full" in words or "I/O" in words or "readonly" in words:
        return Exit.STORAGE, f"the database could not be written: {words}"
    return Exit.DATABASE, f"the database: {words}; run reconcile check"


def _unheard(code: Exit) -> int:
    """Let nothing more be written to stdout: who read it is gone, or what is left of it is of no use."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
