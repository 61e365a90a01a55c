"""The index, the records beside the pages, and texts that try to be more than texts."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from report_cases import settled, simple, site, small_site, struck_through
from report_ferry import PHONE, QUESTION_ID, exact, ferry
from report_pages import Page, linked, page_of, sheet_of

from reconcile.model import (
    Claim,
    Document,
)
from reconcile.report.outputs import OUTPUTS
from reconcile.report.records import as_csv, cell
from reconcile.report.render import template_folder
from reconcile.report.site import files
from reconcile.report.views import Dossier, SourceNote


def test_the_index_tells_what_is_new_and_what_fell_silent() -> None:
    """Counts, what the last run changed, and inputs that have fallen silent."""
    index = Page(dict(files(site()))["index.html"].decode())
    assert "Silent: feeds/tribune.jsonl, nothing since 20 June 2031, 00:00 UTC" in index.text
    assert "0 questions new" in index.text
    assert "sha256:0f1e2d3c" in index.text


def test_json_keeps_numbers_and_csv_disarms_formulas() -> None:
    """Numbers are numbers in JSON; a cell that a spreadsheet would run gets a quote mark."""
    dossier = simple("cold", "How cold?", [exact(-12, "-12", unit="°C")], claim={"quote": "=1+1"})
    record = json.loads(OUTPUTS["json"](sheet_of(dossier), {}))
    assert record["claims"][0]["low"] == -12
    (row,) = csv.DictReader(io.StringIO(OUTPUTS["csv"](sheet_of(dossier), {}).decode()))
    assert row["quote"] == "'=1+1"
    assert row["low"] == "'-12"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
def test_risky_cells_get_a_quote_mark(text: str) -> None:
    """A cell never begins with a sign that makes it a formula."""
    assert cell(text) == f"'{text}"


def test_csv_holds_line_breaks_and_quotes() -> None:
    """A cell with a line break, a comma or a quote comes back as it was."""
    (row,) = csv.DictReader(io.StringIO(as_csv([{"a": 'x, "y"\nz'}], ["a"]), newline=""))
    assert row["a"] == 'x, "y"\nz'


def test_claim_review_only_after_a_decision() -> None:
    """Claims are given to machines as `Claim`; a `ClaimReview` is there only once an editor has decided."""
    assert {item["@type"] for item in linked(ferry())} == {"Claim"}
    assert {item["@type"] for item in linked(settled())} == {"Claim", "ClaimReview"}


HOSTILE = (
    "<script>document.title='pwned'</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(2)</script>",
    "' onmouseover='alert(3)",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(4)",
    "<!-- --!><svg onload=alert(5)>",
    "&lt;b&gt;&amp;",
)


def everywhere(text: str) -> Dossier:
    """The ferry with a text in every field that somebody else wrote."""
    dossier = ferry(changed_at=text)

    def swap(claim: Claim) -> Claim:
        person = None if claim.document == PHONE.id else text  # the name of our own source would be taken out
        scope = replace(claim.scope, event=text, counted=text, population=text, place=text, definition=text)
        source = (
            replace(claim.source, name=f"{claim.id} {text}", body=text, role=text, person=person)
            if claim.source
            else None
        )
        return replace(claim, quote=text, span=None, scope=scope, source=source, via=(text,), said_at=text, as_of=text,
                       note=text, translation=text, value=replace(claim.value, words=text))  # fmt: skip

    def document(one: Document) -> Document:
        return replace(one, outlet=text, title=text, url=text, published=text, byline=text, lang=text, text=text)

    accounts = tuple(replace(one, title=text) for one in dossier.question.accounts)
    relations = tuple(replace(one, why=text, assumptions=(text,)) for one in dossier.question.relations)
    question = replace(dossier.question, title=text, name=text, accounts=accounts, relations=relations)
    return replace(
        dossier,
        question=question,
        parts=tuple(replace(part, title=text) for part in dossier.parts),
        claims={id: swap(one) for id, one in dossier.claims.items()},
        documents={id: document(one) for id, one in dossier.documents.items()},
        verdicts=tuple(replace(one, editor=text, note=text, at=text, would_settle=text) for one in settled().verdicts),
        history=tuple(replace(one, what=text, editor=text, note=text) for one in dossier.history),
        struck=tuple(replace(one, source=text, note=text) for one in struck_through().struck),
        sources={f"{NINE_ID} {text}": SourceNote(text, text, True)},
    )


NINE_ID = "c1-nine00000000"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_and_stay_texts(text: str) -> None:
    """Markup in any field appears literally and adds no element, attribute or link."""
    page, plain_page = page_of(everywhere(text)), page_of(everywhere("harmless"))
    assert " ".join(text.split()) in page.text
    assert [name for name, _ in page.attributes] == [name for name, _ in plain_page.attributes]
    assert sorted(page.ids) == sorted(plain_page.ids)
    assert not [link for link in page.links if link.casefold().startswith("javascript")]


def test_templates_escape_everything() -> None:
    """No template switches escaping off, sets a style or leaves a value outside quotes."""
    for path in sorted(template_folder().glob("*.html")):
        source = path.read_text("utf-8")
        assert "|safe" not in source.replace(" ", ""), path.name
        assert "autoescape" not in source, path.name
        assert "style=" not in source, path.name
        assert not re.search(r"=\{\{", source), path.name


def test_the_index_records_follow_the_index() -> None:
    """questions.json lists the questions in the order of the index, with the file of each page."""
    records = json.loads(dict(files(small_site()))["questions.json"])
    assert [(one["id"], one["page"]) for one in records] == [
        (QUESTION_ID, f"{QUESTION_ID}.html"),
        ("q1-ferryinjured", None),
    ]
