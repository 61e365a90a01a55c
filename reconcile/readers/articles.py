"""Which reader takes an input, and folders of inputs."""

from __future__ import annotations

import codecs
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from reconcile import dates
from reconcile.errors import InputRejected, ReconcileError, StorageProblem, UsageProblem
from reconcile.model import Document
from reconcile.readers.encoding import decode, name_of, open_source, read_bytes, reason
from reconcile.readers.json_lines import read_documents
from reconcile.readers.plain import read_text
from reconcile.readers.reading import ReadOptions, Rejected, Tell, say_nothing
from reconcile.readers.web_page import read_page

Reader = Callable[[BinaryIO, str, ReadOptions, Tell], Iterator[Document | Rejected]]
"""Reads an open file with the given name; yields its documents and what it does not take."""


def _text_file(file: BinaryIO, name: str, options: ReadOptions, tell: Tell) -> Iterator[Document | Rejected]:
    return read_text(decode(read_bytes(file, name), name), name, options, tell)


def _page_file(file: BinaryIO, name: str, options: ReadOptions, tell: Tell) -> Iterator[Document | Rejected]:
    return read_page(read_bytes(file, name), name, options, tell)


READERS: dict[str, Reader] = {"text": _text_file, "html": _page_file, "jsonl": read_documents}
"""The readers of articles by kind."""

ENDINGS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""The kind of a file by the ending of its name."""


_AS_IT_STANDS = ReadOptions()


def read(
    source: str | Path, options: ReadOptions = _AS_IT_STANDS, tell: Tell = say_nothing
) -> Iterator[Document | Rejected]:
    """The documents of a file, of a folder's known files in the order of their names, or of stdin ("-").

    An input that cannot be taken comes as `Rejected`. Raises `UsageProblem` at once for a path that does not
    exist and for options that cannot be right, `StorageProblem` where the disk fails.
    """
    options = _checked(options)
    if str(source).lower().startswith(("http://", "https://")):
        hint = "save the page and ingest the file with --url"
        raise UsageProblem("addresses cannot be fetched", where=str(source), hint=hint)
    path = Path(source)
    if str(source) != "-" and path.is_dir():
        return _folder(path, options, tell)
    return _read_one(open_source(source), name_of(source), options, tell)


def _checked(options: ReadOptions) -> ReadOptions:
    if options.kind and options.kind not in READERS:
        raise UsageProblem(f"no reader for {options.kind!r}", hint=f"use one of {', '.join(READERS)}")
    if options.published is None:
        return options
    return replace(options, published=dates.parse_moment(options.published, day_first=options.day_first))


def _folder(folder: Path, options: ReadOptions, tell: Tell) -> Iterator[Document | Rejected]:
    closed: list[OSError] = []
    for path in sorted(_files(folder, closed.append)):
        if path.exists() and not path.is_file():
            tell(f"{path}: not read, since it is no file")
        elif not (options.kind or path.suffix.lower() in ENDINGS):
            tell(f"{path}: not read, since its ending is not known")
        else:
            yield from _read_path(path, options, tell)
    for error in closed:
        yield Rejected(str(error.filename), f"cannot be read ({reason(error)})")


def _files(folder: Path, closed: Callable[[OSError], None]) -> Iterator[Path]:
    """What lies in a folder and in those below it, hidden ones left out; `closed` hears of those that do not open."""
    for place, folders, names in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if Path(place, name).is_symlink()]  # os.walk does not follow them
        yield from (Path(place, name) for name in [*names, *links] if not name.startswith("."))


def _read_path(path: Path, options: ReadOptions, tell: Tell) -> Iterator[Document | Rejected]:
    """One file of a folder; one that does not open is rejected, so that the others are taken."""
    try:
        file = open_source(path)
    except ReconcileError as problem:
        yield Rejected(name_of(path), problem.message)
    else:
        yield from _read_one(file, name_of(path), options, tell)


def _read_one(file: BinaryIO, name: str, options: ReadOptions, tell: Tell) -> Iterator[Document | Rejected]:
    with file:
        try:
            yield from READERS[options.kind or _kind(file, name)](file, name, options, tell)
        except InputRejected as problem:
            yield Rejected(problem.where or name, problem.reason)


def _kind(file: BinaryIO, name: str) -> str:
    """By the ending of the name, else by the first character: a brace, a pointed bracket, anything else."""
    if kind := ENDINGS.get(Path(name).suffix.lower()):
        return kind
    try:
        start = file.peek(4096) if isinstance(file, io.BufferedReader) else b""
    except OSError:
        raise StorageProblem("cannot be read", where=name) from None
    first = start.removeprefix(codecs.BOM_UTF8).lstrip()
    return "jsonl" if first.startswith(b"{") else "html" if first.startswith(b"<") else "text"
