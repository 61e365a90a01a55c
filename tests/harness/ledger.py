"""What a database must hold after a mishap: all that was acknowledged, nothing that was never asked for, once each."""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Ledger:
    """Which ids were asked for, which were acknowledged, and what is wrong with what was found.

    A write of several rows (`rows` > 1) goes by one id; its rows are called id-0, id-1 and so on, and must all
    be there or none.
    """

    database: Path
    sql: str
    rows: int = 1
    asked: set[str] = field(default_factory=set)
    acknowledged: set[str] = field(default_factory=set)
    findings: list[str] = field(default_factory=list)

    def look(self) -> None:
        """Open the database as a stranger would, and compare."""
        with contextlib.closing(sqlite3.connect(self.database, timeout=30)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                self.findings.append("corrupt")
            if connection.execute("PRAGMA foreign_key_check").fetchall():
                self.findings.append("foreign keys")
            self._compare(str(row[0]) for row in connection.execute(self.sql))

    def _compare(self, found: Iterable[str]) -> None:
        names = Counter(found)
        whole = Counter(name.rsplit("-", 1)[0] if self.rows > 1 else name for name in names)
        self._note("lost", self.acknowledged - set(whole))
        self._note("never asked for", set(whole) - self.asked)
        self._note("doubled", {name for name, count in names.items() if count > 1})
        self._note("torn", {name for name, count in whole.items() if count != self.rows})

    def _note(self, what: str, names: set[str]) -> None:
        self.findings.extend(f"{what}: {name}" for name in sorted(names))
