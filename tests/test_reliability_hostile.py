"""Words made to come alive on a page, to run in a spreadsheet or to move a cursor, in every field that takes words."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import ROOT, Desk
from harness.markup import read_page

from reconcile.readers import CLAIM_FIELDS

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "\"><svg onload=alert(3)>",
    "' autofocus onfocus='alert(4)",
    "</title></style></textarea><iframe src=//e.example>",
    "{{ 7 * 7 }}{% raw %}${7 * 7}",
    "<!-- <p> -->",
    "=HYPERLINK(\"http://e.example\")",
    "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "</script><script>alert(5)//",
    "a\u202eb\u2066c",
    "]]><![CDATA[",
)  # fmt: skip
FREE = ("outlet", "quote", "counted", "event", "population", "place", "definition", "source", "via", "translation")
SHOWN = ("outlet", "quote", "source")


def table() -> str:
    """One row for each hostile text, which stands in every free field, and a second source so that pages are made."""
    assert set(FREE) <= set(CLAIM_FIELDS)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["value", "question", "document", *FREE])
    for number, words in enumerate(HOSTILE):
        for value, source in (("9", ""), ("25", "other ")):
            cells = [f"{source if name == 'source' else ''}{words}" for name in FREE]
            writer.writerow([value, f"{words} asked {number}", f"javascript:alert({number})", *cells])
    return out.getvalue()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk whose every word is hostile, with its pages written."""
    desk = Desk(tmp_path_factory.mktemp("hostile"))
    desk.ok("init")
    desk.ok("import", "-", "--format", "csv", stdin=table())
    lines = [
        {"id": words, "publisher": words, "title": f"{words} title", "byline": words, "url": "javascript:alert(1)"}
        | {"text": f"{words}\n\nAt least {number + 2} people were hurt at {words}, said {words}."}
        for number, words in enumerate(HOSTILE)
    ]
    desk.ok("ingest", "-", stdin="\n".join(map(json.dumps, lines)))
    desk.ok("resolve")
    desk.ok("report")
    return desk


def pages(desk: Desk) -> list[Path]:
    """All pages of the site."""
    found = sorted((desk.folder / "reports").rglob("*.html"))
    assert len(found) > len(HOSTILE)
    return found


def test_nothing_on_a_page_comes_alive(site: Desk) -> None:
    """No page holds a frame, a form that leads away, an event handler or a link that is none."""
    assert {path.name: read_page(path).alive for path in pages(site) if read_page(path).alive} == {}


def test_no_script_but_ours_is_on_a_page(site: Desk) -> None:
    """The one script that a page loads is the file that lies among the templates; none is written into a page."""
    names = {name for path in pages(site) for name in read_page(path).scripts}
    ours = (ROOT / "templates" / "report.js").read_bytes()
    assert [name for name in names if (site.folder / "reports" / name).read_bytes() != ours] == []
    assert len(names) == 1


@pytest.mark.parametrize("words", [words for words in HOSTILE if words.isprintable()])
def test_every_word_is_shown_as_it_is(site: Desk, words: str) -> None:
    """Hostile words stand on the pages as words, none dropped and none changed."""
    shown = "\n".join("".join(read_page(path).words) for path in pages(site))
    assert shown.count(words) >= len(SHOWN)


def test_nothing_turns_the_direction_of_a_line(site: Desk) -> None:
    """Characters that turn or hide text reach neither a page nor the terminal."""
    turning = set("\u202a\u202b\u202d\u202e\u2066\u2067\x1b\x00")
    for path in pages(site):
        assert set("".join(read_page(path).words)) & turning == set(), path.name
    assert set(site.ok("list", "claims", "--format", "table")) & turning == set()


def test_no_file_is_named_by_a_text(site: Desk) -> None:
    """Names of files are made of ids alone."""
    names = {path.name for path in (site.folder / "reports").rglob("*") if path.is_file()}
    assert [name for name in names if not name.replace("-", "").replace(".", "").replace("_", "").isalnum()] == []


def test_no_cell_is_a_formula(site: Desk) -> None:
    """In exported tables no cell begins as a formula does."""
    for row in csv.reader(io.StringIO(site.ok("export", "claims", "--format", "csv"))):
        assert [cell for cell in row if cell.startswith(("=", "+", "@", "\t"))] == []


def test_the_database_keeps_the_words_as_they_came(site: Desk) -> None:
    """Cleaning is for display: exports of data hold every hostile text exactly."""
    claims = [json.loads(line) for line in site.ok("export", "claims").splitlines()]
    assert {claim["outlet"] for claim in claims} >= set(HOSTILE)
    assert {claim["quote"] for claim in claims} >= set(HOSTILE)
