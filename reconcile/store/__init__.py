"""claims.db: the only place that holds SQL. `Store` opens it; methods take and return the nouns of the model."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

Clock: TypeAlias = Callable[[], datetime]
"""Tells the time, aware and in UTC."""


def system_clock() -> datetime:
    """Now, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


class Store:
    """An open claims.db. Use it as a context manager: `with Store.open(path) as store: ...`."""

    path: Path
    clock: Clock

    @classmethod
    def create(cls, path: Path, *, clock: Clock = system_clock, worked_example: bool = False) -> Store:
        """Make a new database, whole or not at all. Raises `UsageProblem` where the path exists already
        (`DatabaseProblem` where it is another application's file), `OutputProblem` where it cannot be written.
        """
        raise NotImplementedError

    @classmethod
    def open(cls, path: Path, *, clock: Clock = system_clock, write: bool = False, named: bool = False) -> Store:
        """Open a database that `create` made.

        `named` tells that the user named the file (`--db`); the worked example is otherwise not opened for
        writing. Raises `UsageProblem` (no such file: "run reconcile init"), `DatabaseProblem` (not ours,
        damaged, newer than this program), `StorageProblem`.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Close the connection; what was not committed is rolled back."""
        raise NotImplementedError

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def settings(self) -> dict[str, str]:
        """All settings by name."""
        raise NotImplementedError
