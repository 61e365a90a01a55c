"""Tables of claims: what a row means, and the reason for each row or header that is not taken."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reconcile.errors import InputRejected, UsageProblem
from reconcile.model import Bound, ClaimStatus, Cumulative, DocumentKind, Kind, Measure, Modality, Span, Stance
from reconcile.readers import CLAIM_FIELDS, ClaimRow, Rejected, read_claims, template


def rows(
    folder: Path, data: str | bytes, ending: str = "csv", day_first: bool | None = None
) -> list[ClaimRow | Rejected]:
    """What the reader makes of a table with these contents."""
    path = folder / f"claims.{ending}"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(read_claims(path, day_first=day_first))


def table(*cells: dict[str, str]) -> str:
    """A table with the columns that the rows need, and a document in each row."""
    names = ["document", *dict.fromkeys(name for row in cells for name in row if name != "document")]
    out = io.StringIO()
    writer = csv.DictWriter(out, names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({"document": "d-1", **row} for row in cells)
    return out.getvalue()


def one(folder: Path, cells: dict[str, str]) -> ClaimRow:
    """The one row of a table, which must be taken."""
    (found,) = rows(folder, table(cells))
    assert isinstance(found, ClaimRow), str(found)
    return found


@pytest.mark.parametrize(
    ("cells", "kind", "low", "high", "bound", "unit"),
    [
        ({"value": "25"}, Kind.NUMBER, 25, 25, Bound.EXACT, None),
        ({"value": "up to 25"}, Kind.NUMBER, None, 25, Bound.UP_TO, None),
        ({"value": "9 to 25"}, Kind.NUMBER, 9, 25, Bound.RANGE, None),
        ({"value": "more than 15,000"}, Kind.NUMBER, 15000, None, Bound.MORE_THAN, None),
        ({"value": "12", "unit": "km"}, Kind.NUMBER, 12, 12, Bound.EXACT, "km"),
        ({"value": "12 km", "unit": "km"}, Kind.NUMBER, 12, 12, Bound.EXACT, "km"),
        ({"value": "34", "kind": "age", "unit": "year"}, Kind.AGE, 34, 34, Bound.EXACT, "year"),
        ({"value": "up to 25", "high": "25", "bound": "up_to"}, Kind.NUMBER, None, 25, Bound.UP_TO, None),
        ({"low": "9", "high": "9"}, Kind.NUMBER, 9, 9, Bound.EXACT, None),
        ({"low": "9", "high": "25"}, Kind.NUMBER, 9, 25, Bound.RANGE, None),
        ({"low": "9", "high": ""}, Kind.NUMBER, 9, None, Bound.AT_LEAST, None),
        ({"low": "", "high": "9"}, Kind.NUMBER, None, 9, Bound.AT_MOST, None),
        (
            {"low": "0.5", "high": "0.5", "unit": "percent"},
            *(Kind.PERCENT, Decimal("0.5"), Decimal("0.5"), None, "percent"),
        ),
        ({"low": "7", "high": "7", "unit": "USD"}, Kind.MONEY, 7, 7, Bound.EXACT, "USD"),
        ({"low": "-4", "high": "-4", "measure": "change"}, Kind.NUMBER, -4, -4, Bound.EXACT, None),
        ({"low": "0", "high": "0", "bound": "none"}, Kind.NUMBER, 0, 0, Bound.NONE, None),
        (
            {"kind": "date", "low": "2021-03-03", "high": "2021-03-03"},
            *(Kind.DATE, date(2021, 3, 3), date(2021, 3, 3), None, None),
        ),
        ({"kind": "date", "value": "3 March 2021"}, Kind.DATE, date(2021, 3, 3), date(2021, 3, 3), None, None),
        ({"value": "3 March 2021"}, Kind.DATE, date(2021, 3, 3), date(2021, 3, 3), None, None),
        (
            {"kind": "date", "value": "Tuesday", "said_at": "2021-03-04"},
            *(Kind.DATE, date(2021, 3, 2), date(2021, 3, 2), None, None),
        ),
        ({"kind": "text", "value": "a slope gave way"}, Kind.TEXT, None, None, Bound.EXACT, None),
    ],
)
def test_a_value_in_words_or_figures(
    tmp_path: Path,
    cells: dict[str, str],
    kind: Kind,
    low: object,
    high: object,
    bound: Bound | None,
    unit: str | None,
) -> None:
    """`value` in words stands for low, high, bound and unit; without it the figures do, and the bound follows."""
    value = one(tmp_path, cells).value
    assert (value.kind, value.low, value.high, value.unit) == (kind, low, high, unit)
    assert value.bound == (bound or Bound.EXACT)
    assert value.words


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"value": "25-ish"}, "25-ish"),
        ({"value": "a slope gave way"}, "a slope gave way"),
        ({"value": ""}, "no value"),
        ({"value": "25", "low": "26"}, '"low" is 26, but the value in words says 25'),
        ({"value": "25", "bound": "about"}, '"bound" is about, but the value in words says exact'),
        ({"value": "25 km", "unit": "mile"}, "\"unit\" is 'mile', but the value is in km"),
        ({"value": "25", "kind": "crowd"}, "\"kind\" is 'crowd'; use one of number, money"),
        ({"low": "NaN"}, "\"low\" is 'NaN', no plain number"),
        ({"low": "inf"}, "\"low\" is 'inf', no plain number"),
        ({"low": "007"}, "\"low\" is '007', no plain number"),
        ({"low": "1,300"}, "\"low\" is '1,300', no plain number"),
        ({"low": "1e5"}, "\"low\" is '1e5', no plain number"),
        ({"low": "9223372036854775808"}, '"low" is beyond 64 bit'),
        ({"low": "99999999999999999999"}, "\"low\" is '99999999999999999999', no plain number"),
        ({"low": "26", "high": "25"}, '"high" (25) is below "low" (26)'),
        ({"low": "9", "high": "25", "bound": "exact"}, '"bound" exact needs the same figure'),
        ({"low": "9", "bound": "up_to"}, '"bound" up_to needs "high"'),
        ({"high": "9", "bound": "at_least"}, '"bound" at_least needs "low"'),
        ({"kind": "date", "low": "2021-02-30"}, "\"low\" is '2021-02-30', no day"),
        ({"kind": "text", "value": "fire", "low": "1"}, "a text claim has no low and high"),
        ({"value": "5", "stance": "doubts"}, "\"stance\" is 'doubts'; use one of asserts, denies"),
        ({"value": "5", "score": "1.5"}, '"score" is 1.5, not between 0 and 1'),
        ({"value": "5", "start": "3"}, '"end" is missing beside "start"'),
        ({"value": "5", "start": "3", "end": "3"}, '"end" is not after "start"'),
        ({"value": "5", "start": "-3", "end": "3"}, "\"start\" is '-3', no character position"),
        (
            {"value": "5", "start": "0", "end": "3", "quote": "five"},
            '"start" and "end" are 3 characters apart, the quote has 4',
        ),
        ({"value": "5", "window_from": "2021-03-03", "window_to": "2021-03-02"}, '"window_to" is before "window_from"'),
        ({"value": "5", "said_at": "01/02/2021"}, ""),
        ({"value": "5", "document": ""}, "no document"),
        ({"value": "5", "source": "a\x00b"}, '"source" holds NUL'),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(tmp_path: Path, cells: dict[str, str], reason: str) -> None:
    """A bad row comes back with its line, the reason and its cells; the rows around it are taken."""
    good = {"value": "5"}
    first, bad, last = rows(tmp_path, table(good, cells, good))
    assert isinstance(first, ClaimRow)
    assert isinstance(last, ClaimRow)
    assert isinstance(bad, Rejected)
    assert bad.where == f"{tmp_path / 'claims.csv'}, line 3"
    assert reason in bad.reason
    assert isinstance(bad.raw, tuple)
    assert set(bad.raw) >= {cell for name, cell in cells.items() if name != "document"}
    assert "\n" not in str(bad)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"document,valeu\nd-1,5\n", "the column 'valeu' is not known"),
        (b"document,value,value\nd-1,5,5\n", "the column 'value' stands twice"),
        (b"document,Value,value\nd-1,5,5\n", "the column 'value' stands twice"),
        (b"document,,value\nd-1,,5\n", "column 2 has no name"),
        (b"document,source\nd-1,police\n", "no column for the value"),
        (b"document;value\nd-1;5\n", "columns must be separated by commas"),
        (b"d-1,5\n", "the column 'd-1' is not known"),
        (b'"document,value\nd-1,5\n', "a quotation mark is opened and never closed"),
        (b"PK\x03\x04\x00\x00", "not a table of text"),
        (b"\xff\xfe\xff", "not UTF-16"),
        (b"caf\xe9,value\n", "not UTF-8"),
    ],
)
def test_a_table_without_a_good_header_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    """Unknown, double and missing columns, and what is no table, are one line and nothing is read."""
    with pytest.raises(InputRejected) as refused:
        rows(tmp_path, data)
    assert reason in str(refused.value)
    assert str(refused.value).startswith(str(tmp_path / "claims.csv"))
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("d-1", "1 cells where the header has 2"),
        ("d-1,5,6", "3 cells where the header has 2"),
        ('d-1,"5"6', "not a table row"),
    ],
)
def test_a_broken_row_is_rejected_alone(tmp_path: Path, line: str, reason: str) -> None:
    """Short, long and misquoted rows are named with their line; the next row is taken."""
    bad, good = rows(tmp_path, f"document,value\n{line}\nd-2,7\n")
    assert isinstance(bad, Rejected)
    assert isinstance(good, ClaimRow)
    assert bad.where.endswith("line 2")
    assert bad.reason.startswith(reason)
    assert good.where.endswith("line 3")


def test_an_open_quotation_mark_is_found_where_it_stands(tmp_path: Path) -> None:
    """What an open quotation mark swallows comes back whole, under the line where it was opened."""
    first, bad = rows(tmp_path, 'document,value\nd-1,5\nd-2,"6\nd-3,7\n')
    assert isinstance(first, ClaimRow)
    assert isinstance(bad, Rejected)
    assert (bad.reason, bad.raw) == ("a quotation mark is opened and never closed", 'd-2,"6\nd-3,7\n')
    assert bad.where.endswith("line 3")


def test_a_row_in_the_wrong_encoding_is_rejected_alone(tmp_path: Path) -> None:
    """A line that is no UTF-8 is one rejected row."""
    first, bad, last = rows(tmp_path, b"document,value,source\nd-1,5,police\nd-1,6,caf\xe9\nd-1,7,police\n")
    assert isinstance(first, ClaimRow)
    assert isinstance(last, ClaimRow)
    assert isinstance(bad, Rejected)
    assert bad.reason.startswith("not UTF-8")
    assert bad.where.endswith("line 3")


EVERY = {
    "id": "c-9",
    "document": "w-17",
    "url": "https://w.example/17",
    "outlet": "Coast Wire",
    "start": "0",
    "end": "10",
    "quote": "Eight died",
    "value": "eight",
    "kind": "number",
    "low": "8",
    "high": "8",
    "bound": "exact",
    "unit": "",
    "counted": "people died",
    "attribute": "deaths",
    "measure": "level",
    "event": "Halm ferry",
    "population": "passengers",
    "place": "Halm",
    "window_from": "2021-03-02",
    "window_to": "2 March 2021",
    "definition": "confirmed",
    "cumulative": "cumulative",
    "said_at": "2021-03-03",
    "as_of": "2021-03-02",
    "source": "harbour master",
    "via": "Radio Halm; Coast Wire",
    "stance": "denies",
    "modality": "possible",
    "status": "proposed",
    "score": "0.5",
    "source_start": "20",
    "source_end": "34",
    "cue_start": "35",
    "cue_end": "39",
    "translation": "Eight died",
    "external_id": "007",
    "question": "Deaths, Halm ferry",
    "label": "a port official",
    "document_kind": "release",
    "title": "Ferry lost",
    "published": "3 March 2021",
    "asked": "Deaths, Halm ferry",
}


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl"])
def test_every_field_arrives(tmp_path: Path, ending: str) -> None:
    """Each field of a table is read into the claim, whatever the format; "007" stays text."""
    assert list(EVERY) == list(CLAIM_FIELDS)
    if ending == "jsonl":
        data = json.dumps({**EVERY, "via": ["Radio Halm", "Coast Wire"], "low": 8, "start": 0, "end": 10, "score": 0.5})
    else:
        data = table(EVERY) if ending == "csv" else table(EVERY).replace(",", "\t").replace('"', "")
        data = data.replace("Deaths\t Halm", "Deaths, Halm")
    (row,) = rows(tmp_path, data, ending)
    assert isinstance(row, ClaimRow), str(row)
    claim = row.claim("c1-x", "d1-y")
    assert (claim.id, claim.document, claim.quote, claim.span) == ("c1-x", "d1-y", "Eight died", Span(0, 10))
    assert (row.document, row.url, row.outlet, row.id) == ("w-17", "https://w.example/17", "Coast Wire", "c-9")
    assert (claim.value.low, claim.value.high, claim.value.words) == (Decimal(8), Decimal(8), "eight")
    scope = claim.scope
    assert (scope.counted, scope.attribute, scope.measure) == ("people died", "deaths", Measure.LEVEL)
    assert (scope.event, scope.population, scope.place) == ("Halm ferry", "passengers", "Halm")
    assert (scope.window_from, scope.window_to) == (date(2021, 3, 2), date(2021, 3, 2))
    assert (scope.definition, scope.cumulative) == ("confirmed", Cumulative.CUMULATIVE)
    assert claim.source is not None
    assert (claim.source.name, claim.via) == ("harbour master", ("Radio Halm", "Coast Wire"))
    assert (claim.said_at, claim.as_of) == ("2021-03-03", "2021-03-02")
    assert (claim.stance, claim.modality) == (Stance.DENIES, Modality.POSSIBLE)
    assert (claim.status, claim.score) == (ClaimStatus.PROPOSED, 0.5)
    assert (claim.source_span, claim.cue_span) == (Span(20, 34), Span(35, 39))
    assert (claim.translation, claim.external_id) == ("Eight died", "007")
    assert claim.question == "Deaths, Halm ferry"
    assert claim.source.label == "a port official"
    assert (row.document_kind, row.title, row.published) == (DocumentKind.RELEASE, "Ferry lost", "2021-03-03")


@pytest.mark.parametrize(
    ("question", "asked", "name"),
    [
        ("q1-0123456789ab", "Deaths", "Deaths"),
        ("q1-0123456789ab", "", None),
        ("", "Deaths", "Deaths"),
        ("Deaths", "Deaths", "Deaths"),
    ],
)
def test_the_name_of_a_question_comes_back_from_an_export(
    tmp_path: Path, question: str, asked: str, name: str | None
) -> None:
    """Exports have the id in one column and the user's own name in another; a table of one's own needs one only."""
    (row,) = rows(tmp_path, f"outlet,value,question,asked\nOsk Weekly,5,{question},{asked}\n")
    assert isinstance(row, ClaimRow), str(row)
    assert row.question == name


@pytest.mark.parametrize(
    ("cell", "quote"),
    [("'-12 degrees", "-12 degrees"), ("'=A1", "=A1"), ("'Twelve died'", "'Twelve died'"), ("- twelve", "- twelve")],
)
def test_the_guard_against_formulas_is_taken_off(tmp_path: Path, cell: str, quote: str) -> None:
    """The quote mark that exports put before = + - @ is no part of the words."""
    assert one(tmp_path, {"value": "12", "quote": cell}).quote == quote


@pytest.mark.parametrize(("cell", "name"), [("Deaths at Halm", "Deaths at Halm"), ("q1-qrntwsy7ch7b", None)])
def test_an_id_is_no_name_of_a_question(tmp_path: Path, cell: str, name: str | None) -> None:
    """Exports give the question's id; coming back it names nothing, and the claims are grouped anew."""
    assert one(tmp_path, {"value": "12", "question": cell}).question == name


def test_a_claim_of_a_table_is_accepted_from_the_start(tmp_path: Path) -> None:
    """A person made the table, so its claims count unless it says otherwise."""
    assert one(tmp_path, {"value": "5"}).claim("c", "d").status is ClaimStatus.ACCEPTED


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"document": "d", "value": "5", "mood": "grim"}', "the field 'mood' is not known"),
        ('{"document": "d", "low": 5, "low": 6}', 'the key "low" stands twice'),
        ('{"document": "d", "low": NaN}', "NaN is no number"),
        ('{"document": "d", "low": 1e400}', "is beyond 64 bit"),
        ('{"document": "d", "low": 1e999999999}', "is beyond 64 bit"),
        ('{"document": "d", "low": 1e-999999999}', "no plain number"),
        ('{"document": "d", "low": true}', '"low" is no number'),
        ('{"document": "d", "value": 5}', '"value" is not text'),
        ('{"document": 5, "value": "5"}', '"document" is not text'),
        ('{"document": "d", "value": "5", "source": "a\\ud800"}', '"source" holds half a character'),
    ],
)
def test_a_json_line_that_cannot_be_taken_says_why(tmp_path: Path, line: str, reason: str) -> None:
    """Claims in .jsonl are read as strictly as tables."""
    bad, good = rows(tmp_path, line + '\n{"document": "d", "value": "5"}\n', "jsonl")
    assert isinstance(bad, Rejected)
    assert isinstance(good, ClaimRow)
    assert reason in bad.reason
    assert bad.raw == line


@pytest.mark.parametrize("kind", ["csv", "tsv", "jsonl"])
def test_the_template_can_be_imported(tmp_path: Path, kind: str) -> None:
    """The example row of the template is a row that the reader takes."""
    (row,) = rows(tmp_path, template(kind), kind)
    assert isinstance(row, ClaimRow)
    assert (row.value.high, row.value.bound, row.external_id) == (Decimal(40), Bound.UP_TO, "example")


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path: Path, prefix: bytes) -> None:
    """Tables that a spreadsheet saved as UTF-8 begin with a mark; UTF-16 ones are read, too."""
    assert len(rows(tmp_path, prefix + table({"value": "5"}).encode())) == 1
    assert len(rows(tmp_path, table({"value": "5"}).encode("utf-16"))) == 1


def test_a_day_that_can_be_read_in_two_ways_needs_the_order(tmp_path: Path) -> None:
    """01/02/2021 is refused, and taken once the order of day and month is given."""
    data = table({"value": "5", "said_at": "01/02/2021"})
    assert isinstance(rows(tmp_path, data)[0], Rejected)
    (row,) = rows(tmp_path, data, day_first=True)
    assert isinstance(row, ClaimRow)
    assert row.said_at == "2021-02-01"


@pytest.mark.parametrize("name", ["claims.xlsx", "claims.txt", "claims"])
def test_another_ending_is_the_users_mistake(tmp_path: Path, name: str) -> None:
    """Only .csv, .tsv and .jsonl hold claims."""
    (tmp_path / name).write_text("document,value\nd-1,5\n", encoding="utf-8")
    with pytest.raises(UsageProblem, match=r"claims come as \.csv"):
        read_claims(tmp_path / name)


def test_a_long_table_is_read_row_by_row(tmp_path: Path) -> None:
    """Twenty thousand rows pass through half a megabyte of memory."""
    path = tmp_path / "claims.csv"
    path.write_text("document,low,high,quote\n" + "d-1,5,5,five died\n" * 20_000, encoding="utf-8")
    tracemalloc.start()
    count = sum(isinstance(found, ClaimRow) for found in read_claims(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 20_000
    assert peak < 500_000
