"""The files of one question by their suffix. A further form is one function here and a line in OUTPUTS."""

from __future__ import annotations

from collections.abc import Callable

from reconcile.report.page import question_page
from reconcile.report.pairs import Directory
from reconcile.report.records import as_csv, as_json, claim_records, question_record
from reconcile.report.render import question_html
from reconcile.report.sheet import Sheet

Output = Callable[[Sheet, Directory], bytes]


def html(sheet: Sheet, directory: Directory) -> bytes:
    """The page that an editor opens."""
    return question_html(question_page(sheet, directory))


def json(sheet: Sheet, directory: Directory) -> bytes:
    """Question, accounts, claims, relations and decisions as one object."""
    return as_json(question_record(sheet)).encode("utf-8", "replace")


def csv(sheet: Sheet, directory: Directory) -> bytes:
    """The claims, one row each."""
    records = claim_records(sheet)
    return as_csv(records, records[0] if records else ["id"]).encode("utf-8", "replace")


OUTPUTS: dict[str, Output] = {"html": html, "json": json, "csv": csv}
