"""The fields of a claim in a table: one name, one check. `export claims` writes the same names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from reconcile import dates
from reconcile.errors import InputRejected, UsageProblem
from reconcile.model import Span
from reconcile.readers.encoding import fault

CLAIM_FIELDS = {
    "id": "the sender's own id of the claim; kept as the external id where there is no other",
    "document": "the id that the document's .jsonl gave, else its address, else our id of it",
    "url": "the document's address",
    "outlet": "who printed it",
    "start": "where the quote begins in the document's text, in characters from 0",
    "end": "where it ends (the character after the last)",
    "quote": "the words of the document that hold the claim, exactly",
    "value": "the value in words (up to 25; 9 to 25; dozens); import only, stands for low, high, bound and unit",
    "kind": "number, money, percent, duration, age, date or text",
    "low": "the lower end, a number or YYYY-MM-DD; empty where open",
    "high": "the upper end; empty where open",
    "bound": "exact, about, at_least, more_than, at_most, less_than, up_to, range, order or none",
    "unit": "an ISO 4217 code for money, else km, tonne, percent, year …; empty for a plain count",
    "counted": "the words for what is counted",
    "attribute": "deaths, injured, missing …, or free words",
    "measure": "level, change, limit or share",
    "event": "which event it is about",
    "population": "who or what is counted (police officers)",
    "place": "where",
    "window_from": "first day of the period that is counted",
    "window_to": "last day of it",
    "definition": "what counts as one (confirmed, suspected)",
    "cumulative": "cumulative or new; empty where it does not apply",
    "said_at": "when the source said it",
    "as_of": "the moment that the figure speaks of",
    "source": "who said it; empty for the article's own voice",
    "via": "who passed it on, nearest to the source first; in tables with semicolons between them",
    "stance": "asserts or denies",
    "modality": "stated, possible or unconfirmed",
    "status": "proposed, accepted, rejected or withdrawn; empty means accepted, since a person made the table",
    "score": "strength of a proposal from 0 to 1; empty for claims made by hand",
    "source_start": "where the source's name begins in the document's text",
    "source_end": "where it ends",
    "cue_start": "where the reporting words begin",
    "cue_end": "where they end",
    "translation": "the quote in English",
    "external_id": "an id in somebody else's system, as text (007 stays 007)",
    "question": "the user's own name for what is asked; claims with the same one belong together",
    "label": "what a reader sees in place of a private source",
    "document_kind": "article, release, post or own (the desk's own reporting); empty means article",
    "title": "the document's title; of own reporting, how it was got",
    "published": "when the document was published",
    "asked": "the user's own name for what is asked, where question has an id, as exports have it",
}
"""The fields that `import` takes, in the order of the template, with what they mean."""

_Choice = TypeVar("_Choice", bound=StrEnum)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,18})(?:\.\d{1,12})?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"0|[1-9]\d{0,8}")

Cells = Mapping[str, object]
"""One row by field name: strings in tables; numbers, lists and null as well in .jsonl."""


def words(cells: Cells, name: str, *, kept: bool = False) -> str | None:
    """A field's words without outer blanks (with them where `kept`), None where empty."""
    value = cells.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputRejected(f'"{name}" is not text', hint="put it in quotes")
    if problem := fault(value):
        raise InputRejected(f'"{name}" {problem}')
    return (value if kept else value.strip()) if value.strip() else None


def choice(cells: Cells, name: str, of: type[_Choice]) -> _Choice | None:
    """A field that takes one of a few words."""
    given = words(cells, name)
    if given is None:
        return None
    try:
        return of(given.lower())
    except ValueError:
        raise InputRejected(f'"{name}" is {given[:40]!r}', hint=f"use one of {', '.join(of)}") from None


def number(cells: Cells, name: str) -> Decimal | None:
    """A plain number within 64 bit: no thousands marks, no exponent, no leading zero."""
    value = cells.get(name)
    if isinstance(value, bool):
        raise InputRejected(f'"{name}" is no number')
    if isinstance(value, (int, Decimal)):
        value = _digits(Decimal(value), name)
    given = words({name: value}, name)
    if given is None:
        return None
    if not _NUMBER.fullmatch(given):
        hint = "digits and a point only, such as 1200 or 0.5; words go into the field value"
        raise InputRejected(f'"{name}" is {given[:40]!r}, no plain number', hint=hint)
    return _small(Decimal(given), name)


def _digits(found: Decimal, name: str) -> str:
    """A JSON number without exponent, its size looked at first (1e999999999 would fill the memory)."""
    exponent = _small(found, name).as_tuple().exponent
    return str(found) if isinstance(exponent, int) and exponent < -12 else format(found, "f")


def _small(found: Decimal, name: str) -> Decimal:
    if not -(2**63) < found < 2**63:
        raise InputRejected(f'"{name}" is beyond 64 bit')
    return found


def whole(cells: Cells, name: str) -> int | None:
    """A count of characters."""
    value = cells.get(name)
    given = words({name: str(value) if isinstance(value, int) and not isinstance(value, bool) else value}, name)
    if given is None:
        return None
    if not _WHOLE.fullmatch(given):
        raise InputRejected(f'"{name}" is {given[:40]!r}, no character position')
    return int(given)


def day(cells: Cells, name: str, day_first: bool | None) -> date | None:
    """A day: YYYY-MM-DD, or another shape that can be read in one way only."""
    given = words(cells, name)
    if given is None:
        return None
    try:
        return date.fromisoformat(given) if _DAY.fullmatch(given) else dates.day_of(_time(given, name, day_first))
    except ValueError:
        raise InputRejected(f'"{name}" is {given[:40]!r}, no day', hint="write it as YYYY-MM-DD") from None


def moment(cells: Cells, name: str, day_first: bool | None) -> str | None:
    """A day or moment as ISO 8601."""
    given = words(cells, name)
    return _time(given, name, day_first) if given else None


def _time(given: str, name: str, day_first: bool | None) -> str:
    try:
        return dates.parse_moment(given, day_first=day_first)
    except UsageProblem as problem:
        raise InputRejected(f'"{name}": {problem.message}', hint=problem.hint) from None


def names(cells: Cells, name: str) -> tuple[str, ...]:
    """A list: with semicolons between its items in a table, a list of strings in .jsonl."""
    value = cells.get(name)
    if isinstance(value, list | tuple):
        items = [words({name: item}, name) for item in value]
    else:
        items = [item.strip() for item in (words(cells, name) or "").split(";")]
    return tuple(item for item in items if item)


def span(cells: Cells, start: str, end: str) -> Span | None:
    """Two positions that belong together; neither or both must be there."""
    a, b = whole(cells, start), whole(cells, end)
    if a is None and b is None:
        return None
    if a is None or b is None:
        raise InputRejected(f'"{start if a is None else end}" is missing beside "{end if a is None else start}"')
    if a >= b:
        raise InputRejected(f'"{end}" is not after "{start}"')
    return Span(a, b)


def share(cells: Cells, name: str) -> float | None:
    """A number from 0 to 1."""
    found = number(cells, name)
    if found is not None and not 0 <= found <= 1:
        raise InputRejected(f'"{name}" is {found}, not between 0 and 1')
    return None if found is None else float(found)
