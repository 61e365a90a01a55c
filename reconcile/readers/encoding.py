"""Bytes into text, or one reason why not: UTF-8, UTF-16 with its mark, nothing guessed."""

from __future__ import annotations

import codecs
import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from reconcile.errors import InputRejected, StorageProblem, UsageProblem

MOST_BYTES = 32 * 1024 * 1024
"""An article file larger than this is refused: the longest articles known are a hundredth of it."""
MOST_LINE = 16 * 1024 * 1024
"""A line of a .jsonl or table longer than this many bytes is refused, so that one line cannot fill the memory."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def open_source(source: str | Path) -> BinaryIO:
    """The bytes of a file, or of stdin for "-"; a missing file is a `UsageProblem`, an unreadable one storage."""
    if str(source) == "-":
        given = sys.stdin.buffer
        return given if isinstance(given, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, given))
    try:
        return Path(source).open("rb")
    except FileNotFoundError:
        raise UsageProblem("no such file", where=str(source), hint="check the path") from None
    except IsADirectoryError:
        raise UsageProblem("a folder, not a file", where=str(source)) from None
    except (OSError, ValueError) as problem:
        raise StorageProblem(f"cannot be read ({reason(problem)})", where=str(source)) from None


def reason(problem: Exception) -> str:
    """The words of an operating system's error, without its number and path."""
    return str(getattr(problem, "strerror", None) or problem)


def read_bytes(file: BinaryIO, where: str, most: int = MOST_BYTES) -> bytes:
    """All bytes of a file; `InputRejected` where they are more than `most`."""
    try:
        data = file.read(most + 1)
    except OSError as problem:
        raise StorageProblem(f"cannot be read ({reason(problem)})", where=where) from None
    if len(data) > most:
        raise InputRejected(f"larger than {most // 2**20} MB", where=where, hint="split it")
    return data


def name_of(source: str | Path) -> str:
    """How an input is called in messages and as a document's path; bytes that are no UTF-8 as escapes (\\xff)."""
    return "stdin" if str(source) == "-" else os.fsencode(source).decode("utf-8", "backslashreplace")


def decode(data: bytes, where: str) -> str:
    """The text of a file, its byte-order mark left out; nothing else is changed.

    Raises `InputRejected` for an empty file, a binary one and an unknown encoding.
    """
    if not data.strip():
        raise InputRejected("empty", where=where)
    text = _decoded(data, where)
    if not text.strip():
        raise InputRejected("empty", where=where)
    if found := _CONTROL.search(text):
        raise InputRejected(f"not a text: {control(found[0])} at character {found.start()}", where=where)
    return text


def _decoded(data: bytes, where: str) -> str:
    encoding = _marked(data)
    if encoding == "utf-8" and b"\x00" in data:
        raise InputRejected("not a text: NUL byte", where=where, hint="is it a picture, an office file or an archive?")
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        name = "UTF-16" if encoding == "utf-16" else "UTF-8"
        raise InputRejected(f"not {name} (byte {problem.start})", where=where, hint="save it as UTF-8") from None


def _marked(data: bytes) -> str:
    return "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"


def control(character: str) -> str:
    """A control character by its name in messages."""
    return "NUL" if character == "\x00" else f"control character U+{ord(character):04X}"


def fault(text: str) -> str | None:
    """What keeps a field from being stored: NUL, half a surrogate pair; None if nothing.

    Other control characters are kept as they came; what shows them cleans them.
    """
    if "\x00" in text:
        return "holds NUL"
    if found := _SURROGATE.search(text):
        return f"holds half a character (lone surrogate U+{ord(found[0]):04X})"
    return None


def lines(file: BinaryIO, where: str) -> Iterator[tuple[int, str | InputRejected]]:
    """Numbered lines with their ends, one in memory at a time; one that cannot be decoded comes as its reason."""
    first = file.readline(MOST_LINE + 1)
    if _marked(first) == "utf-16":
        yield from _wide_lines(first, file, where)
        return
    number, line = 1, first.removeprefix(codecs.BOM_UTF8)
    while line:
        yield number, _line(line, file, f"{where}, line {number}")
        number, line = number + 1, file.readline(MOST_LINE + 1)


def _line(line: bytes, file: BinaryIO, where: str) -> str | InputRejected:
    if len(line) > MOST_LINE and not line.endswith(b"\n"):
        while (rest := file.readline(MOST_LINE)) and not rest.endswith(b"\n"):
            pass
        return InputRejected(f"longer than {MOST_LINE // 2**20} MB", where=where)
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as problem:
        return InputRejected(f"not UTF-8 (byte {problem.start} of the line)", where=where, hint="save it as UTF-8")


def _wide_lines(first: bytes, file: BinaryIO, where: str) -> Iterator[tuple[int, str | InputRejected]]:
    """UTF-16 is read whole, up to the size of an article file, since its lines do not end at a byte."""
    data = first + file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise InputRejected(f"UTF-16 and larger than {MOST_BYTES // 2**20} MB", where=where, hint="save it as UTF-8")
    yield from enumerate(decode(data, where).splitlines(keepends=True), start=1)
