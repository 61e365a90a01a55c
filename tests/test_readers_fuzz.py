"""Readers against inputs that nobody thought of: an answer or a reason, never a traceback, nothing lost or changed."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reconcile.errors import InputRejected
from reconcile.model import Document
from reconcile.readers import CLAIM_FIELDS, READERS, ClaimRow, ReadOptions, Rejected, read_claims
from reconcile.readers.plain import split_articles

EXAMPLES = 20_000 if "--torture" in sys.argv else 60
QUICK = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

MARKUP = st.sampled_from(
    "<p>|</p>|<article>|<nav>|<script>|</script>|<!--|-->|<|>|\"|'|=|&|&#|;|<a href=|<meta |content=|<title>|<li>|"
    ']]>|<![CDATA[|9 dead| |\n|é|{|}|[[[|<script type="application/ld+json">|{"@type":"NewsArticle"|'
    ',"headline":["a"]|,"author":{"name":7}'.split("|")
)
LINES = st.sampled_from(
    "Head|Updated 3 March 2021|Published: soon|Updated 99 March 2021||  |• Eight dead|HALM, 1 May —|\ufeff|\u2028|\x85|"
    "© 2021 The Coast Herald|Updated 3 March 2021, 14:05 GMT|Updated 01/02/2021".split("|")
)
CELLS = st.sampled_from(
    '|5|up to 25|25-ish|NaN|1e9|-0|007|"|2021-03-03|2021-02-30|money|USD|none|7;8|asserts|\x07|１２|٣|²|'
    "0.0000000000001|Saturday|half a|range|true|'-1|99999999999999999999".split("|")
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | CELLS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


def answers(kind: str, data: bytes) -> list[Document | Rejected]:
    """What a reader makes of bytes; a refusal of the whole input counts as an answer."""
    told: list[str] = []
    try:
        found = list(READERS[kind](io.BytesIO(data), "input", ReadOptions(), told.append))
    except InputRejected as refused:
        found = [Rejected(refused.where, refused.message)]
    assert all("\n" not in str(item) for item in found if isinstance(item, Rejected))
    return found


@pytest.mark.torture
@pytest.mark.parametrize("kind", READERS)
@QUICK
@given(data=st.binary(max_size=400))
def test_any_bytes_have_an_answer(kind: str, data: bytes) -> None:
    """Bytes of any kind are read or refused with a reason of one line."""
    assert answers(kind, data)


@pytest.mark.torture
@QUICK
@given(parts=st.lists(MARKUP | st.text(max_size=5), max_size=40))
def test_any_markup_has_an_answer(parts: list[str]) -> None:
    """Tags in any order and state are read or refused."""
    assert len(answers("html", "".join(parts).encode("utf-8", "replace"))) == 1


@pytest.mark.torture
@QUICK
@given(lines=st.lists(LINES | st.text(max_size=20), max_size=20))
def test_any_lines_are_cut_without_loss(lines: list[str]) -> None:
    """However titles and dates stand, the slices of a text are the text, and the documents hold it all."""
    text = "\n".join(lines)
    assert "".join(split_articles(text)) == text
    found = answers("text", text.encode("utf-8", "replace"))
    if all(isinstance(item, Document) for item in found):
        whole = "".join(item.text or "" for item in found if isinstance(item, Document))
        assert whole == text.encode("utf-8", "replace").decode().removeprefix("\ufeff")


@pytest.mark.torture
@QUICK
@given(document=st.dictionaries(st.sampled_from(["text", "id", "published", "lang", "x"]), JSON, max_size=5))
def test_any_object_has_an_answer(document: dict[str, object]) -> None:
    """A JSON object of any shape is a document or a rejected line."""
    (found,) = answers("jsonl", json.dumps(document).encode())
    assert isinstance(found, Rejected) or found.text == document["text"]


def table_answers(path: Path, data: bytes) -> list[ClaimRow | Rejected]:
    """What the reader of claims makes of a file with these bytes."""
    path.write_bytes(data)
    try:
        return list(read_claims(path))
    except InputRejected as refused:
        return [Rejected(refused.where, refused.message)]


@pytest.mark.torture
@QUICK
@given(names=st.lists(st.sampled_from(list(CLAIM_FIELDS)), min_size=1, max_size=6, unique=True), data=st.data())
def test_any_table_row_has_an_answer(tmp_path: Path, names: list[str], data: st.DataObject) -> None:
    """Cells of any kind under known columns make a claim or a rejected row, and as many of these as rows."""
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(names), max_size=len(names)), min_size=1, max_size=3))
    out = io.StringIO()
    csv.writer(out).writerows([[*names, "outlet"], *([*row, "Coast Herald"] for row in rows)])
    if "outlet" not in names:
        found = table_answers(tmp_path / "claims.csv", out.getvalue().encode())
        assert len(found) == (len(rows) if {"value", "low", "high"} & set(names) else 1)


@pytest.mark.parametrize("ending", ["csv", "tsv", "jsonl"])
@pytest.mark.torture
@QUICK
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(lambda words: words.encode("utf-8", "replace")))
def test_any_table_has_an_answer(tmp_path: Path, ending: str, data: bytes) -> None:
    """A file of any bytes is read, or refused with reasons of one line."""
    found = table_answers(tmp_path / f"claims.{ending}", b"value,outlet\n" + data)
    assert all("\n" not in str(item) for item in found if isinstance(item, Rejected))


GOOD = {
    "claims.jsonl": b'{"document": "d", "value": "up to 25", "via": ["a"], "said_at": "2021-03-03", "score": 0.5}\n'
    * 3,
    "claims.csv": b'document,value,quote,said_at\nd,up to 25,"eight, died",2021-03-03\nd,7,x,\n',
}


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.torture
@QUICK
@given(at=st.integers(0, 150), byte=st.integers(0, 255), cut=st.integers(0, 20))
def test_a_damaged_table_has_an_answer(tmp_path: Path, name: str, at: int, byte: int, cut: int) -> None:
    """A good table with a byte changed or a piece cut out is still read or refused."""
    good = GOOD[name]
    assert table_answers(tmp_path / name, good[:at] + bytes([byte]) + good[at + cut :])
