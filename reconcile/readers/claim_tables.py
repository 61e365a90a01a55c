"""Claims as .csv, .tsv and .jsonl into checked rows, one row in memory at a time."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from reconcile.errors import InputRejected, ReconcileError, UsageProblem
from reconcile.model import ClaimStatus, Cumulative, DocumentKind, Measure, Modality, Scope, Source, Stance
from reconcile.readers.claim_fields import CLAIM_FIELDS, Cells, choice, day, moment, names, share, span, words
from reconcile.readers.claim_row import ClaimRow
from reconcile.readers.claim_values import value_of
from reconcile.readers.encoding import fault, lines, name_of, open_source
from reconcile.readers.json_lines import objects
from reconcile.readers.reading import Rejected

SEPARATORS = {"csv": ",", "tsv": "\t"}
KINDS = ("csv", "tsv", "jsonl")

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

RawRow = tuple[str, str | tuple[str, ...], Cells | InputRejected]
"""Where a row stands, the row as it came, and its cells by field name or the reason why there are none."""


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """A table of claims: its fields, and its rows as an iteration that may be run once."""

    name: str
    kind: str
    fields: tuple[str, ...]
    rows: Iterator[RawRow]
    day_first: bool | None = None

    def __iter__(self) -> Iterator[ClaimRow | Rejected]:
        for where, raw, cells in self.rows:
            if isinstance(cells, InputRejected):
                yield Rejected(where, cells.reason, raw or None)
            else:
                yield self._row(where, raw, cells)

    def _row(self, where: str, raw: str | tuple[str, ...], cells: Cells) -> ClaimRow | Rejected:
        try:
            return checked_row(where, raw, cells, self.day_first)
        except ReconcileError as problem:
            return Rejected(where, problem.reason, raw)


def read_claims(source: str | Path, *, kind: str | None = None, day_first: bool | None = None) -> ClaimTable:
    """The claims of a file or of stdin ("-"); the kind comes from the name, else from the content.

    Raises `UsageProblem` for a missing file or an unknown kind, `InputRejected` where nothing can be read at all:
    empty, binary, a header that is missing, double or unknown. A row that cannot be taken comes as `Rejected`.
    """
    name = name_of(source)
    file = open_source(source)
    try:
        kind = kind or _kind(file, name)
        if kind not in KINDS:
            hint = "articles go to reconcile ingest"
            raise UsageProblem("claims come as .csv, .tsv or .jsonl", where=name, hint=hint)
        return _json_table(file, name, day_first) if kind == "jsonl" else _cell_table(file, name, kind, day_first)
    except ReconcileError:
        file.close()
        raise


def _kind(file: BinaryIO, name: str) -> str:
    """By the ending of the name; on stdin by the first line: a brace, a tab, else commas."""
    if name != "stdin":
        ending = Path(name).suffix.lower().removeprefix(".")
        return "jsonl" if ending == "ndjson" else ending
    start = file.peek(4096) if isinstance(file, io.BufferedReader) else b""
    first = start.removeprefix(codecs.BOM_UTF8).lstrip().split(b"\n")[0]
    return "jsonl" if first.startswith(b"{") else "tsv" if b"\t" in first else "csv"


def _json_table(file: BinaryIO, name: str, day_first: bool | None) -> ClaimTable:
    return ClaimTable(name, "jsonl", tuple(CLAIM_FIELDS), _json_rows(file, name), day_first)


def _json_rows(file: BinaryIO, name: str) -> Iterator[RawRow]:
    empty = True
    for where, line, found in objects(file, name):
        empty = False
        if not isinstance(found, InputRejected) and (unknown := sorted(set(found) - set(CLAIM_FIELDS))):
            found = InputRejected(f"the field {unknown[0][:40]!r} is not known")
        yield where, line, found
    if empty:
        raise InputRejected("empty", where=name)


@dataclass(slots=True)
class _Feed:
    """Lines for the csv module, which goes on after an exception; remembers the lines of the row at hand."""

    lines: Iterator[tuple[int, str | InputRejected]]
    taken: list[str] = field(default_factory=list)
    first: int = 1
    number: int = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.number, line = next(self.lines)
        if isinstance(line, InputRejected):
            raise line
        self.taken.append(line)
        return line

    def new_row(self) -> None:
        """What comes now belongs to the next row."""
        self.taken, self.first = [], self.number + 1


def _cell_table(file: BinaryIO, name: str, kind: str, day_first: bool | None) -> ClaimTable:
    feed = _Feed(lines(file, name))
    rows = csv.reader(feed, delimiter=SEPARATORS[kind], strict=True)
    header = _header(_first_row(rows, name), name)
    feed.new_row()
    return ClaimTable(name, kind, header, _closing(file, _cell_rows(rows, feed, header, name)), day_first)


def _closing(file: BinaryIO, rows: Iterator[RawRow]) -> Iterator[RawRow]:
    with file:
        yield from rows


def _first_row(rows: Iterator[list[str]], name: str) -> list[str]:
    try:
        return next(row for row in rows if any(cell.strip() for cell in row))
    except StopIteration:
        raise InputRejected("empty", where=name) from None
    except csv.Error as problem:
        raise InputRejected(_csv_reason(problem), where=f"{name}, line 1") from None


def _header(cells: Sequence[str], name: str) -> tuple[str, ...]:
    where = f"{name}, line 1"
    fields = tuple(cell.strip().lower() for cell in cells)
    if any(fault(cell) for cell in fields):
        raise InputRejected("not a table of text", where=name)
    for place, cell in enumerate(fields, start=1):
        if not cell:
            raise InputRejected(f"column {place} has no name", where=where)
        if cell not in CLAIM_FIELDS:
            hint = "columns must be separated by commas" if ";" in cell else "see reconcile import --template"
            raise InputRejected(f"the column {cell[:40]!r} is not known", where=where, hint=hint)
        if fields.index(cell) != place - 1:
            raise InputRejected(f"the column {cell!r} stands twice", where=where)
    if not {"value", "low", "high"} & set(fields):
        raise InputRejected("no column for the value", where=where, hint="add one named value")
    return fields


def _cell_rows(rows: Iterator[list[str]], feed: _Feed, header: tuple[str, ...], name: str) -> Iterator[RawRow]:
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            yield f"{name}, line {feed.first}", "".join(feed.taken), InputRejected(_csv_reason(problem))
        except InputRejected as problem:
            yield f"{name}, line {feed.number}", "".join(feed.taken), problem
        else:
            if row:
                yield f"{name}, line {feed.first}", tuple(row), _cells(row, header)
        feed.new_row()


def _cells(row: list[str], header: tuple[str, ...]) -> Cells | InputRejected:
    if len(row) != len(header):
        return InputRejected(f"{len(row)} cells where the header has {len(header)}")
    return {name: _unguarded(cell) for name, cell in zip(header, row, strict=True)}


def _unguarded(cell: str) -> str:
    """Without the quote mark that exports put before what a spreadsheet would take for a formula."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell


def _csv_reason(problem: csv.Error) -> str:
    words = str(problem)
    if "unexpected end of data" in words:
        return "a quotation mark is opened and never closed"
    if "field larger" in words:
        return f"a cell is longer than {csv.field_size_limit()} characters; is a quotation mark left open?"
    if "new-line character" in words:
        return "line ends of an old kind; save the table with Unix or Windows line ends"
    return f"not a table row ({words.replace(chr(34), 'quotation mark')})"


def checked_row(where: str, raw: str | tuple[str, ...], cells: Cells, day_first: bool | None = None) -> ClaimRow:
    """One row as a claim, every field checked; `InputRejected` or another `ReconcileError` names the field."""
    quote = words(cells, "quote", kept=True) or ""
    said = moment(cells, "said_at", day_first)
    row = ClaimRow(
        where=where,
        value=value_of(cells, quote, said, day_first),
        quote=quote,
        scope=_scope(cells, day_first),
        span=span(cells, "start", "end"),
        source=_source(cells),
        source_span=span(cells, "source_start", "source_end"),
        cue_span=span(cells, "cue_start", "cue_end"),
        via=names(cells, "via"),
        stance=choice(cells, "stance", Stance) or Stance.ASSERTS,
        modality=choice(cells, "modality", Modality) or Modality.STATED,
        said_at=said,
        as_of=moment(cells, "as_of", day_first),
        status=choice(cells, "status", ClaimStatus),
        score=share(cells, "score"),
        given=frozenset(name for name in _WITH_DEFAULT if words(cells, name)),
        raw=raw,
        question=_question_name(cells),
        document_kind=choice(cells, "document_kind", DocumentKind) or DocumentKind.ARTICLE,
        published=moment(cells, "published", day_first),
        **{name: words(cells, name) for name in _WORDS},
    )
    _check_row(row)
    return row


_WORDS = ("id", "document", "url", "outlet", "title", "translation", "external_id")
_WITH_DEFAULT = ("measure", "modality")
_QUESTION_ID = re.compile(r"q\d{1,2}-[0-9a-z]{12}")


def _question_name(cells: Cells) -> str | None:
    """What the user calls the question; an id, as exports have it, is no name: the resolver groups such claims."""
    given, asked = words(cells, "question"), words(cells, "asked")
    if given is None or _QUESTION_ID.fullmatch(given):
        return asked
    if asked not in (None, given):
        raise InputRejected(f'"asked" is {asked[:40]!r}, but "question" is another name', hint="leave one empty")
    return given


def _source(cells: Cells) -> Source | None:
    name, label = words(cells, "source"), words(cells, "label")
    return Source(name or label or "", label=label) if name or label else None


def _scope(cells: Cells, day_first: bool | None) -> Scope:
    window = day(cells, "window_from", day_first), day(cells, "window_to", day_first)
    if window[0] and window[1] and window[1] < window[0]:
        raise InputRejected('"window_to" is before "window_from"')
    return Scope(
        event=words(cells, "event"),
        attribute=words(cells, "attribute"),
        counted=words(cells, "counted"),
        population=words(cells, "population"),
        place=words(cells, "place"),
        window_from=window[0],
        window_to=window[1],
        definition=words(cells, "definition"),
        cumulative=choice(cells, "cumulative", Cumulative),
        measure=choice(cells, "measure", Measure) or Measure.LEVEL,
    )


def _check_row(row: ClaimRow) -> None:
    own = row.document_kind is DocumentKind.OWN
    if not (row.document or row.url or row.outlet or (own and row.title)):
        raise InputRejected("no document", hint="fill in document, url or outlet")
    if own and not (row.source and row.source.label):
        raise InputRejected("own reporting without a label", hint="give label, the public words for the source")
    if row.span and row.span.end - row.span.start != len(row.quote):
        length = row.span.end - row.span.start
        raise InputRejected(f'"start" and "end" are {length} characters apart, the quote has {len(row.quote)}')


_EXAMPLE = {
    "document": "https://news.example/harbour-fire",
    "outlet": "The Coast Herald",
    "quote": "up to 40 dockers were hurt, the port authority said",
    "value": "up to 40",
    "counted": "dockers hurt",
    "attribute": "injured",
    "event": "Harbour fire",
    "population": "dockers",
    "place": "Port Amsel",
    "window_from": "2021-03-03",
    "window_to": "2021-03-03",
    "said_at": "2021-03-04",
    "source": "port authority",
    "via": "Coast Wire; Radio Amsel",
    "stance": "asserts",
    "modality": "stated",
    "external_id": "example",
    "question": "Dockers hurt, harbour fire, 3 March 2021",
}
_COMPUTED = frozenset(
    {
        "id",
        "start",
        "end",
        "source_start",
        "source_end",
        "cue_start",
        "cue_end",
        "score",
        "status",
        "low",
        "high",
        "bound",
        "asked",
    }
)


_OUR_ID = re.compile(r"c\d{1,2}-[0-9a-z]{12}")


def exported(row: ClaimRow) -> bool:
    """Whether a row comes from an export of claims, which has every field that there is to say."""
    return row.id is not None and _OUR_ID.fullmatch(row.id) is not None


def is_example(row: ClaimRow) -> bool:
    """Whether a row is the example of the template, which nobody means as a claim."""
    return all(getattr(row, name) == _EXAMPLE[name] for name in ("external_id", "document", "quote"))


def template(kind: str = "csv") -> str:
    """An empty table with one example row, to be overwritten; the columns that a program fills in are left out."""
    fields = [name for name in CLAIM_FIELDS if name not in _COMPUTED]
    if kind == "jsonl":
        example: dict[str, object] = {**_EXAMPLE, "via": _EXAMPLE["via"].split("; ")}
        return json.dumps(example, ensure_ascii=False) + "\n"
    if kind not in SEPARATORS:
        raise UsageProblem(f"no template for {kind!r}", hint=f"use one of {', '.join(KINDS)}")
    out = io.StringIO()
    rows = csv.writer(out, delimiter=SEPARATORS[kind], lineterminator="\n")
    rows.writerow(fields)
    rows.writerow([_EXAMPLE.get(name, "") for name in fields])
    return out.getvalue()
