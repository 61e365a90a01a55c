"""Documents as .jsonl: which lines are taken, and the reason for each that is not."""

from __future__ import annotations

import io
import json
import sys
import tracemalloc
from pathlib import Path

import pytest

from reconcile.model import Document
from reconcile.readers import ReadOptions, Rejected, read

LINE = {"id": "w-17", "publisher": "Coast Wire", "published": "2021-03-03T06:00:00Z", "text": "Eight died off Halm."}


def take(folder: Path, *lines: str | bytes, options: ReadOptions | None = None) -> list[Document | Rejected]:
    """What the reader makes of a file with these lines."""
    path = folder / "wire.jsonl"
    path.write_bytes(b"".join((line.encode() if isinstance(line, str) else line) + b"\n" for line in lines))
    return list(read(path, options or ReadOptions()))


def test_a_line_is_a_document(tmp_path: Path) -> None:
    """Each field of a line arrives in the document; its own id is kept as the external id."""
    (found,) = take(
        tmp_path,
        json.dumps({**LINE, "url": "https://w.example/17", "title": "Ferry", "byline": "Ana Roth", "lang": "en-GB"}),
    )
    assert isinstance(found, Document)
    assert (found.external_id, found.outlet, found.text) == ("w-17", "Coast Wire", "Eight died off Halm.")
    assert (found.url, found.title, found.byline, found.lang) == ("https://w.example/17", "Ferry", "Ana Roth", "en-GB")
    assert found.published is not None
    assert found.published.startswith("2021-03-03T06:00:00")


def test_options_fill_in_what_a_line_leaves_out(tmp_path: Path) -> None:
    """What a line says stands above the options."""
    first, second = take(
        tmp_path, json.dumps(LINE), json.dumps({"text": "Nine died."}), options=ReadOptions(outlet="Halm Gazette")
    )
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.outlet, second.outlet) == ("Coast Wire", "Halm Gazette")


@pytest.mark.parametrize(
    "names", [{"outlet": "Halm Gazette"}, {"publisher": "Halm Gazette", "outlet": "Halm Gazette"}, {"outlet": ""}]
)
def test_the_outlet_goes_by_either_name(tmp_path: Path, names: dict[str, str]) -> None:
    """`outlet` is read as `publisher` is, and nothing is said of an unknown field."""
    told: list[str] = []
    path = tmp_path / "wire.jsonl"
    path.write_text(json.dumps({"text": "Nine died.", **names}), encoding="utf-8")
    (found,) = read(path, ReadOptions(), told.append)
    assert isinstance(found, Document)
    assert (found.outlet, told) == (names["outlet"] or None, [])


@pytest.mark.parametrize("text", [" \n Eight died.\r\n", "Eight\x1b[31m died", "Eight \u202edied\x07"])
def test_the_text_is_kept_exactly(tmp_path: Path, text: str) -> None:
    """Outer blanks, line ends and control characters of a text stay; cleaning is for display."""
    (found,) = take(tmp_path, json.dumps({"text": text}))
    assert isinstance(found, Document)
    assert found.text == text


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no JSON"),
        ('["text"]', "not a JSON object"),
        ('{"text": "a", "text": "b"}', 'the key "text" stands twice'),
        ('{"text": "a", "score": NaN}', "NaN is no number"),
        ('{"text": "a", "score": -Infinity}', "-Infinity is no number"),
        ('{"text": "a", "n": 9223372036854775808}', "the number 9223372036854775808 is beyond 64 bit"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "the number 9999"),
        ('{"text": "a\\u0000b"}', '"text" holds NUL'),
        ('{"text": "a\\ud800b"}', '"text" holds half a character (lone surrogate U+D800)'),
        ('{"text": 7}', '"text" is not text'),
        ('{"id": 7, "text": "a"}', '"id" is not text'),
        ('{"text": "a", "publisher": "Coast Wire", "outlet": "Halm Gazette"}', '"publisher" (Coast Wire) and "outlet"'),
        ("{}", "no text"),
        ('{"text": "  "}', "no text"),
        ('{"text": "a", "published": "01/02/2021"}', ""),
        ('{"text": "a", "published": "soon"}', ""),
        (b'{"text": "caf\xe9"}', "not UTF-8"),
        ('{"a":' * 100_000, "nested too deep"),
    ],
)
def test_a_line_that_cannot_be_taken_says_why(tmp_path: Path, line: str | bytes, reason: str) -> None:
    """A bad line is named with its number and reason; the lines around it are taken."""
    good = json.dumps(LINE)
    first, bad, last = take(tmp_path, good, line, good)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, Rejected)
    assert bad.where == f"{tmp_path / 'wire.jsonl'}, line 2"
    assert bad.reason.startswith(reason)
    assert "\n" not in str(bad)


def test_unknown_fields_are_told_once(tmp_path: Path) -> None:
    """A field that no document has is not read, and the user hears of it once."""
    path = tmp_path / "wire.jsonl"
    path.write_text(json.dumps({**LINE, "mood": "grim"}) + "\n" + json.dumps({**LINE, "mood": "x"}), encoding="utf-8")
    told: list[str] = []
    assert len(list(read(path, ReadOptions(), told.append))) == 2
    assert told == [f"{path}, line 1: the field 'mood' is not known and was not read"]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (json.dumps(LINE).encode(), "w-17"),
        (b"\xef\xbb\xbf" + json.dumps(LINE).encode(), "w-17"),
        (b"<!doctype html><p>Eight died off Halm when a ferry sank, the harbour master said.</p>", None),
        (b"Ferry sinks\n\nEight died off Halm.\n", None),
    ],
)
def test_the_kind_of_stdin_is_seen_from_its_start(
    monkeypatch: pytest.MonkeyPatch, data: bytes, kind: str | None
) -> None:
    """A brace begins .jsonl, a pointed bracket a page, anything else is text."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
    (found,) = read("-")
    assert isinstance(found, Document)
    assert found.external_id == kind
    assert found.path == "stdin"
    assert found.text is not None
    assert "Eight died" in found.text
    assert "<" not in found.text


def test_an_empty_file_is_rejected(tmp_path: Path) -> None:
    """A file without a line is one rejected input."""
    (found,) = take(tmp_path, "", "")
    assert isinstance(found, Rejected)
    assert found.reason == "empty"


def test_a_long_file_is_read_line_by_line(tmp_path: Path) -> None:
    """Five megabytes of documents pass through one megabyte of memory."""
    path = tmp_path / "long.jsonl"
    line = json.dumps({**LINE, "text": "Eight died off Halm, the harbour master said. " * 400}) + "\n"
    path.write_text(line * (5_000_000 // len(line)), encoding="utf-8")
    tracemalloc.start()
    count = sum(isinstance(found, Document) for found in read(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 5_000_000 // len(line)
    assert peak < 1_000_000
