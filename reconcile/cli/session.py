"""What every command needs of the world outside: the database, the editor's name, the settings file, a voice."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reconcile.cli.voice import Voice
from reconcile.errors import UsageProblem

if TYPE_CHECKING:
    from reconcile.pipeline import Editor
    from reconcile.store import Store

GENERAL: dict[str, type] = {"editor": str, "reports": str, "log-format": str}
"""The settings of reconcile.toml that hold for every command which has them."""


class Session:
    """One call of the program. A shared option sets its attribute; flag goes before environment before file."""

    def __init__(self) -> None:
        self.db = Path(os.environ.get("RECONCILE_DB") or "claims.db")
        self.named = False
        self.quiet = False
        self.verbosity = 0
        self.log_format = ""
        self.no_color = bool(os.environ.get("NO_COLOR"))

    @property
    def voice(self) -> Voice:
        """How this call speaks on stderr."""
        return Voice(quiet=self.quiet, verbosity=self.verbosity, as_json=self.log_format == "json")

    @property
    def colour(self) -> bool:
        """Whether stdout is a terminal that wants colours."""
        return sys.stdout.isatty() and not self.no_color and os.environ.get("TERM") != "dumb"

    @property
    def settings_path(self) -> Path:
        """The settings file beside the database."""
        return self.db.parent / "reconcile.toml"

    def name_database(self, path: str) -> None:
        """The user named the database with --db, so that even the worked example may be written."""
        if not path:
            raise UsageProblem("the path is empty", where="--db")
        self.db, self.named = Path(path), True

    def defaults(self, command: str, commands: set[str]) -> tuple[dict[str, Any], dict[str, Any]]:
        """What reconcile.toml says in general, and for one command. Raises `UsageProblem` with the file's name."""
        path = self.settings_path
        if not path.is_file():
            return {}, {}
        settings = _read_toml(path)
        for key, value in settings.items():
            if not (key in commands and isinstance(value, dict)) and not isinstance(
                value, GENERAL.get(key, type(None))
            ):
                known = ", ".join([*GENERAL, "a table for each command"])
                raise UsageProblem(f"unknown setting {key!r}", where=str(path), hint=f"known are {known}")
        if not self.log_format:
            self.log_format = str(settings.get("log-format", ""))
        general = {key: value for key, value in settings.items() if key in GENERAL}
        return general, settings.get(command, {})

    def open(self, *, write: bool = False) -> Store:
        """Open the database; -v names it. Raises as `Store.open` does."""
        from reconcile.store import Store

        self.voice.detail(f"database {self.db.resolve()}, {'to write' if write else 'to read'}")
        return Store.open(self.db, write=write, named=self.named)

    def editor(self, name: str | None) -> Editor:
        """Who acts: by the flag, RECONCILE_EDITOR, reconcile.toml or git, and as whom the system knows them."""
        from reconcile.pipeline import Editor

        return Editor(name=(name or "").strip() or _name_from_git(), user=_user(), host=os.uname().nodename)


def _read_toml(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageProblem(f"is not TOML: {error}", where=str(path)) from error


def _user() -> str:
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def _name_from_git() -> str | None:
    import subprocess

    try:
        told = subprocess.run(["git", "config", "user.name"], capture_output=True, timeout=5, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return told.stdout.decode("utf-8", "replace").strip() or None
