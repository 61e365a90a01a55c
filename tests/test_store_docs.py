"""The page on the data model tells of every table, column and export."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from reconcile.pipeline import EXPORTS
from reconcile.store.migrations import migrate

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "data-model.md").read_text(encoding="utf-8")
CODE = set(re.findall(r"`([^`\n]+)`", PAGE))


def columns() -> list[tuple[str, str]]:
    connection = sqlite3.connect(":memory:")
    migrate(connection, 0)
    sql = """SELECT tables.name, columns.name FROM pragma_table_list AS tables
        JOIN pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' AND tables.name NOT GLOB 'sqlite_*'"""
    found = connection.execute(sql).fetchall()
    connection.close()
    return found


@pytest.mark.parametrize(("table", "column"), columns())
def test_every_column_is_documented(table: str, column: str) -> None:
    """Each table and each of its columns is named on the page."""
    assert re.search(rf"(### |\| |`){table}\b", PAGE)
    assert column in CODE


@pytest.mark.parametrize("what", EXPORTS)
def test_the_columns_of_an_export_stand_in_their_order(what: str) -> None:
    """The page lists the columns of each export in the order in which they are written."""
    promised = PAGE[PAGE.index("## What `export` promises") : PAGE.index("## The file")]
    [row] = re.findall(rf"^\| {what} \| (.*) \|$", promised, re.MULTILINE)
    assert tuple(re.findall(r"`([a-z_]+)`", row)) == EXPORTS[what]
