"""One JSON object a line, read strictly; documents as .jsonl."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import BinaryIO

from reconcile import dates
from reconcile.errors import InputRejected, ReconcileError
from reconcile.model import Document
from reconcile.readers.assembly import Stated, document
from reconcile.readers.encoding import fault, lines
from reconcile.readers.reading import ReadOptions, Rejected, Tell

DOCUMENT_FIELDS = {
    "id": "the sender's own id, kept as the external id",
    "url": "the address",
    "publisher": "the outlet",
    "outlet": "the same as `publisher`",
    "title": "the headline",
    "published": "ISO 8601: a date, or a moment with its offset",
    "text": "the words, kept exactly; the only field that must be there",
    "byline": "the author's line",
    "lang": "the language, such as en",
}
"""The fields of a document in .jsonl and what they mean."""


_EXPORTED = frozenset(("kind", "external_id", "path", "replaces", "document"))  # of `export documents`, passed over


class _Repeated(ValueError):
    """A key stands twice in one object."""


def strict_object(line: str) -> Mapping[str, object]:
    """The object of one line; `InputRejected` with the reason where it is none or could be read in two ways.

    Numbers with a point come as `Decimal`, so that 0.1 stays 0.1. NaN, infinities, integers beyond 64 bit, keys
    that stand twice, NUL and lone surrogates are refused (RFC 8259 leaves all of them open).
    """
    try:
        found = json.loads(
            line,
            object_pairs_hook=_pairs,
            parse_constant=_constant,
            parse_float=Decimal,
            parse_int=_integer,
        )
    except _Repeated as problem:
        raise InputRejected(str(problem)) from None
    except json.JSONDecodeError as problem:
        raise InputRejected(f"no JSON ({problem.msg} at character {problem.pos + 1})") from None
    except RecursionError:
        raise InputRejected("nested too deep") from None
    if not isinstance(found, dict):
        raise InputRejected("not a JSON object", hint="one object in braces a line")
    return found


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Repeated(f'the key "{next(name for name in names if names.count(name) > 1)}" stands twice')
    return found


def _constant(name: str) -> object:
    raise InputRejected(f"{name} is no number")


def _integer(digits: str) -> int:
    if len(digits) > 20 or abs(int(digits)) >= 2**63:
        raise InputRejected(f"the number {digits[:24]} is beyond 64 bit")
    return int(digits)


def objects(file: BinaryIO, name: str) -> Iterator[tuple[str, str, Mapping[str, object] | InputRejected]]:
    """Each line that is not blank: where it stands, the line, and its object or the reason why it has none."""
    with file:
        for number, line in lines(file, name):
            where = f"{name}, line {number}"
            if isinstance(line, InputRejected):
                yield where, "", line
            elif line.strip():
                yield where, line.rstrip("\r\n"), _object_or_reason(line)


def _object_or_reason(line: str) -> Mapping[str, object] | InputRejected:
    try:
        return strict_object(line.strip())
    except InputRejected as problem:
        return problem


def read_documents(file: BinaryIO, name: str, options: ReadOptions, tell: Tell) -> Iterator[Document | Rejected]:
    """Each line as a document; what a line leaves out is filled in from the options."""
    unknown: set[str] = set()
    empty = True
    for where, raw, found in objects(file, name):
        empty = False
        if isinstance(found, InputRejected):
            yield Rejected(found.where or where, found.message, raw or None)
            continue
        for key in sorted(set(found) - set(DOCUMENT_FIELDS) - _EXPORTED - unknown):
            unknown.add(key)
            tell(f"{where}: the field {key[:40]!r} is not known and was not read")
        try:
            stated = _stated(found, options)
        except ReconcileError as problem:
            yield Rejected(where, problem.message, raw)
        else:
            yield document(stated, _filled(stated, options), name, tell)
    if empty:
        yield Rejected(name, "empty")


def _filled(stated: Stated, options: ReadOptions) -> ReadOptions:
    """The options, the line's own words before them."""
    return replace(
        options,
        title=stated.title or options.title,
        url=stated.url or options.url,
        outlet=stated.outlet or options.outlet,
        published=stated.published or options.published,
        lang=stated.lang or options.lang,
    )


def _stated(found: Mapping[str, object], options: ReadOptions) -> Stated:
    given = {name: _string(found, name) for name in DOCUMENT_FIELDS}
    text = found.get("text")
    if not isinstance(text, str) or not given["text"]:
        raise InputRejected("no text")
    return Stated(
        text=text,
        title=given["title"],
        url=given["url"],
        outlet=_outlet(given["publisher"], given["outlet"]),
        published=_published(given["published"], options.day_first),
        byline=given["byline"],
        lang=given["lang"],
        external_id=given["id"],
    )


def _outlet(publisher: str | None, outlet: str | None) -> str | None:
    if publisher and outlet and publisher.strip() != outlet.strip():
        raise InputRejected(
            f'"publisher" ({publisher[:40]}) and "outlet" ({outlet[:40]}) differ', hint="they are one field; give one"
        )
    return publisher or outlet


def _published(words: str | None, day_first: bool | None) -> str | None:
    return dates.parse_moment(words, day_first=day_first) if words else None


def _string(found: Mapping[str, object], name: str) -> str | None:
    """A field's words, None where it is missing, null or blank; "007" stays as it is, 7 is no text."""
    value = found.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputRejected(f'"{name}" is not text', hint="put it in quotes")
    if problem := fault(value):
        raise InputRejected(f'"{name}" {problem}')
    return value if value.strip() else None
