"""The database as a file: backups, and the step to a newer schema."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reconcile.errors import UsageProblem
from reconcile.pipeline.causes import cause
from reconcile.pipeline.records import Editor
from reconcile.store import Store, system_clock, system_salt, upkeep
from reconcile.store.migrations import VERSION


@dataclass(frozen=True, slots=True)
class Migrated:
    """A database that was brought to a newer schema: from which, to which, and where its copy from before lies."""

    before: int
    after: int
    backup: Path


def migrate(path: Path, *, editor: Editor, dry_run: bool = False) -> Migrated | None:
    """Bring a database to this program's schema, with a backup beside it first; None where it has it already.

    Raises `UsageProblem` where there is none, `DatabaseProblem` where it is damaged, newer or not ours.
    """
    before = upkeep.version_of(path)
    if before == VERSION:
        return None
    backup = _free(path.with_name(f"{path.name}.schema-{before}"))
    if not dry_run:
        upkeep.back_up(path, backup)
        upkeep.upgrade(path, cause("migrate", editor), system_clock, system_salt)
        Store.open(path, named=True).close()
    return Migrated(before, VERSION, backup)


def _free(path: Path) -> Path:
    """The path, or the first of PATH-2, PATH-3 … that is not taken."""
    names = (path, *(path.with_name(f"{path.name}-{number}") for number in range(2, 100)))
    return next((name for name in names if not name.exists()), names[-1])


def back_up(path: Path, target: Path) -> None:
    """Copy a database while others may write. Raises `UsageProblem` where the target is there already."""
    if target.is_dir():
        raise UsageProblem("is a folder", where=str(target), hint="name a file in it")
    upkeep.back_up(path, target)
