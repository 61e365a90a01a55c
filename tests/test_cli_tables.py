"""Rows on stdout: aligned for people, faithful for programs, harmless for terminals and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from reconcile.cli.clean import displayable, escaped, one_line
from reconcile.cli.tables import write_rows

ROWS: list[dict[str, Any]] = [
    {"id": "c1-a", "low": 9, "source": "Ministry", "via": ["wire", "radio"], "note": None},
    {"id": "c1-b", "low": None, "source": "大臣", "via": [], "note": None},
]
COLUMNS = ("id", "low", "source", "via", "note")


def written(form: str, rows: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]) -> str:
    """What `write_rows` puts on stdout."""
    assert write_rows(rows, COLUMNS, form) == len(rows)
    return capsys.readouterr().out


def test_a_table_is_aligned(capsys: pytest.CaptureFixture[str]) -> None:
    """Figures stand to the right, wide letters count double, a column without any entry is left out."""
    assert written("table", ROWS, capsys).splitlines() == [
        "id    low  source    via",
        "c1-a    9  Ministry  wire, radio",
        "c1-b       大臣",
    ]


def test_json_lines_hold_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """jsonl is one object a line, keys in their order, lists and null as they are."""
    lines = written("jsonl", ROWS, capsys).splitlines()
    assert [json.loads(line) for line in lines] == ROWS
    assert list(json.loads(lines[0])) == list(COLUMNS)


def test_a_list_of_changes_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Fields with their values stand in a table as words; places in the text are left to programs."""
    write_rows([{"changes": {"source": "mayor", "source_end": 12}}], ("changes",), "table")
    assert capsys.readouterr().out.splitlines() == ["changes", "source mayor"]


@pytest.mark.parametrize("rows", [ROWS, ROWS[:1], []])
def test_json_is_one_list(rows: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]) -> None:
    """json is one list of all rows, also where there is none."""
    assert json.loads(written("json", rows, capsys)) == rows


@pytest.mark.parametrize(("form", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_csv_has_its_head_even_without_rows(form: str, delimiter: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The first line names the columns; null is empty, a list is joined."""
    assert written(form, [], capsys) == delimiter.join(COLUMNS) + "\n"
    table = list(csv.reader(io.StringIO(written(form, ROWS, capsys)), delimiter=delimiter))
    assert table[1] == ["c1-a", "9", "Ministry", "wire; radio", ""]


@pytest.mark.parametrize(
    ("cell", "in_csv"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-5", "'-5"),
        ("@name", "'@name"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        (-5, "-5"),
        (-2.5, "-2.5"),
        ("5 = 5", "5 = 5"),
    ],
)
def test_a_spreadsheet_takes_no_cell_for_a_formula(
    cell: object, in_csv: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words that begin like a formula get a quote mark before them; figures stay figures."""
    text = written("csv", [{"id": cell}], capsys)
    assert list(csv.reader(io.StringIO(text, newline="")))[1][0] == in_csv


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("plain – “text” 大臣 é", "plain – “text” 大臣 é"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]0;title\x07", "]0;title"),
        ("abc\u202edef", "abcdef"),
        ("\u2066abc\u2069", "abc"),
        ("a\x00b\x9bc", "abc"),
        ("two\nlines", "two\nlines"),
        ("\ufeffmark", "mark"),
    ],
)
def test_a_terminal_obeys_no_text(raw: str, shown: str) -> None:
    """Control characters, escapes and marks that turn the writing direction do not reach the terminal."""
    assert displayable(raw) == shown


def test_a_message_is_one_line() -> None:
    """Line breaks in a message become spaces."""
    assert one_line("a\r\n b\u2028c\t d\n") == "a b c d"


@pytest.mark.parametrize("raw", ["\x1b[31m", "a\u202eb", "\x9b", "\u2028", "plain é 大"])
def test_json_keeps_every_character_as_an_escape(raw: str) -> None:
    """What a terminal would obey is written as an escape, so that nothing is lost to a program."""
    text = escaped(json.dumps({"quote": raw}, ensure_ascii=False))
    assert json.loads(text) == {"quote": raw}
    assert displayable(text) == text
