"""Rows on stdout: as a table for people, as JSON, CSV or TSV for programs."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from reconcile.cli.clean import displayable, escaped, one_line

FORMATS = ("table", "json", "jsonl", "csv", "tsv")
GAP = "  "
NARROWEST = 8
_FOR_PROGRAMS = ("_start", "_end", "_exact")
"""Ends of field names that a table for people leaves out of a list of changes."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = Mapping[str, Any]


def write_rows(rows: Iterable[Row], columns: Sequence[str], form: str, *, bold: bool = False) -> int:
    """Write the rows to stdout in one of `FORMATS`; gives back how many there were."""
    if form == "table":
        return _write_table(list(rows), columns, bold=bold)
    if form == "json":
        return _write_json(rows)
    if form == "jsonl":
        return _write_json_lines(rows)
    return _write_csv(rows, columns, "\t" if form == "tsv" else ",")


def json_text(thing: object, *, indent: int | None = None) -> str:
    """JSON in UTF-8, keys in their order, characters that a terminal would obey as escapes."""
    return escaped(json.dumps(thing, ensure_ascii=False, allow_nan=False, default=str, indent=indent))


def _write_json_lines(rows: Iterable[Row]) -> int:
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007
        sys.stdout.write(json_text(dict(row)) + "\n")
    return count


def _write_json(rows: Iterable[Row]) -> int:
    count = 0
    for count, row in enumerate(rows, 1):
        sys.stdout.write(("[\n " if count == 1 else ",\n ") + json_text(dict(row)))
    sys.stdout.write("\n]\n" if count else "[]\n")
    return count


def _write_csv(rows: Iterable[Row], columns: Sequence[str], delimiter: str) -> int:
    safe = displayable if sys.stdout.isatty() else str
    sys.stdout.write(_csv_line(columns, delimiter))
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007
        sys.stdout.write(_csv_line([_csv_cell(row.get(column), safe) for column in columns], delimiter))
    return count


def _csv_line(cells: Sequence[object], delimiter: str) -> str:
    """One row; made with CR LF as its end, since a lone CR in a cell is put in quotes only then."""
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="\r\n").writerow(cells)
    return line.getvalue()[:-2] + "\n"


def _csv_cell(value: object, safe: Callable[[str], str]) -> object:
    """A cell that no spreadsheet takes for a formula, nor `import` for a guarded one; figures stay figures."""
    if value is None or isinstance(value, int | float):
        return value
    words = safe(_as_words(value, "; "))
    return f"'{words}" if words.lstrip("'").startswith(_FORMULA) else words


def _write_table(rows: list[Row], columns: Sequence[str], *, bold: bool) -> int:
    cells = [[_table_cell(row.get(column)) for column in columns] for row in rows]
    shown = [index for index in range(len(columns)) if any(line[index] for line in cells)]
    if not rows or not shown:
        return len(rows)
    heads = [columns[index].replace("_", " ") for index in shown]
    body = [[line[index] for index in shown] for line in cells]
    widths = _fitted([max(map(_width, column)) for column in zip(heads, *body, strict=True)])
    numeric = [all(_is_figure(row.get(columns[index])) for row in rows) for index in shown]
    head = _line(heads, widths, numeric)
    sys.stdout.write(f"\x1b[1m{head}\x1b[0m\n" if bold else f"{head}\n")
    for line in body:
        sys.stdout.write(_line(line, widths, numeric) + "\n")
    return len(rows)


def _table_cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        value = {name: given for name, given in value.items() if not name.endswith(_FOR_PROGRAMS)}
    return one_line(_as_words(value, ", "))


def _as_words(value: object, between: str) -> str:
    if isinstance(value, Mapping):
        return between.join(f"{name} {_change(given)}" for name, given in value.items())
    return between.join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _change(given: object) -> object:
    """A former and a new value as "old → new"."""
    return " → ".join("–" if each is None else str(each) for each in given) if isinstance(given, list) else given


def _is_figure(value: object) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def _fitted(widths: list[int]) -> list[int]:
    """The widths of the columns, the widest ones narrowed until the line fits the terminal; a pipe takes all."""
    if not sys.stdout.isatty():
        return widths
    room = shutil.get_terminal_size().columns - len(GAP) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > NARROWEST:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    padded = (
        " " * (width - _width(cell)) + cell if figure else cell + " " * (width - _width(cell))
        for cell, width, figure in zip(
            (_cut(c, w) for c, w in zip(cells, widths, strict=True)), widths, numeric, strict=True
        )
    )
    return GAP.join(padded).rstrip()


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(unicodedata.combining(letter) > 0 for letter in text)


def _cut(text: str, width: int) -> str:
    if _width(text) <= width:
        return text
    while _width(text) > width - 1:
        text = text[:-1]
    return text + "…"
