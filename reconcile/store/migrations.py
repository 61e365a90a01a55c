"""The schema's history, one numbered step after the other, and the schema that a whole file must have.

| version | what it does |
|---|---|
| 1 | the first tables |
| 2 | judgements on questions and events, titles by people, other names of things |
| 3 | exceptions to alerts |
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache

from reconcile.store.m001_first_tables import SQL as m001_first_tables
from reconcile.store.m002_judgements import SQL as m002_judgements
from reconcile.store.m003_exceptions import SQL as m003_exceptions

APPLICATION_ID = 0x52434C4D
"""The four letters RCLM in the file's header: this file is ours."""

MIGRATIONS: tuple[str, ...] = (m001_first_tables, m002_judgements, m003_exceptions)
"""One script for each version, from 1 on."""

VERSION = len(MIGRATIONS)
"""The schema that this program writes."""


def statements(script: str) -> Iterator[str]:
    """The single statements of a script (a trigger's body holds semicolons of its own)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Run every step after `version` inside the caller's transaction."""
    for script in MIGRATIONS[version:]:
        for statement in statements(script):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")


@cache
def expected_schema() -> tuple[tuple[str, str, str], ...]:
    """What `sqlite_schema` holds after all migrations: type, name and SQL."""
    connection = sqlite3.connect(":memory:")
    try:
        migrate(connection, 0)
        return tuple(schema(connection))
    finally:
        connection.close()


def schema(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Type, name and SQL of everything in the file that our migrations made, by name."""
    sql = """SELECT type, name, sql FROM sqlite_schema
        WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_stat*' ORDER BY type, name"""
    return [(kind, name, statement) for kind, name, statement in connection.execute(sql)]
