"""Claims noted without a text as columns: what resolving needs of them, as codes and numbers.

A plain count is a number of people, told as a fact, with its event or its place. Everything else (articles,
statements, money, denials, parts, named questions), and whatever shares an event with it, is resolved as objects.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import count, islice
from typing import Any, Generic, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from reconcile.model import (
    RUNNING_ATTRIBUTES,
    Bound,
    Claim,
    Document,
    DocumentKind,
    Kind,
    Measure,
    Modality,
    Section,
    Stance,
)
from reconcile.resolve.columns.joining import Codes
from reconcile.resolve.keys import day, is_noted, is_one_report

FIELDS = (
    *("id", "document", "published", "said_at", "outlet", "one_report", "event", "place", "attribute", "counted"),
    *("population", "low", "high", "bound", "words", "quote", "source", "source_body", "source_role", "plain"),
)
"""What a row holds, in this order; `low` and `high` as text, `one_report` 1 for a document with title or address.

`plain` is 0 for a claim that is no plain count: it takes part in finding events, and its event is left to objects.
"""

Row: TypeAlias = Sequence[Any]
Thing = TypeVar("Thing")
Bytes: TypeAlias = NDArray[np.bytes_]
_AT_ONCE = 50_000
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|\+00:00))?\Z")
_COUNT = re.compile(r"[1-9]\d{0,11}\Z")
_YEAR = re.compile(r"\b(?:in|of|the|from|since)\s(?:\w+\.?\s)?(?:18|19|20)\d\d\b", re.IGNORECASE)
_LARGE = re.compile(r"thousand|million|billion|bn", re.IGNORECASE)


class Coded(defaultdict[Thing, int], Generic[Thing]):
    """A whole number for each thing, in the order in which they come."""

    def __init__(self) -> None:
        super().__init__(count().__next__)


class Table:
    """Noted claims in the order of their arrival, one number for each in every column.

    `days` are ordinals of the day by which a claim is filed, `seconds` the moment at which it was said (UTC),
    `form` the length of that moment's text: a day, or a time on it. `events`, `places`, `tellings`, `values` and
    `speakers` hold what the codes stand for; code -1 stands for none. A telling is (attribute, counted, population,
    quote without figures), a value (bound, low, high), a speaker (source, body, role, outlet).
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self.events: Coded[str] = Coded()
        self.places: Coded[str] = Coded()
        self.tellings: Coded[tuple[str | None, ...]] = Coded()
        self.values: Coded[tuple[str, str | None, str | None]] = Coded()
        self.speakers: Coded[tuple[str | None, ...]] = Coded()
        parts = list(self._parts(iter(rows)))
        columns = [np.concatenate(part) for part in zip(*parts, strict=True)] if parts else _EMPTY
        self.ids, self.documents, self.moments, self.days, self.form = columns[:5]
        self.one_report, self.plain, self.event, self.place, self.telling, self.value, self.speaker = columns[5:]
        self.seconds: Codes = _seconds(self.moments)

    def __len__(self) -> int:
        return len(self.ids)

    def _parts(self, rows: Iterator[Row]) -> Iterator[tuple[NDArray[Any], ...]]:
        bare = _Bare()
        while some := list(islice(rows, _AT_ONCE)):
            given = dict(zip(FIELDS, zip(*some, strict=True), strict=True))
            moments = list(map(_moment, given["published"], given["said_at"]))
            filed = (published or said for published, said in zip(given["published"], given["said_at"], strict=True))
            quotes = map(bare.__getitem__, given["quote"])
            tellings = zip(given["attribute"], given["counted"], given["population"], quotes, strict=True)
            voices = (None if name else outlet for name, outlet in zip(given["source"], given["outlet"], strict=True))
            speakers = zip(given["source"], given["source_body"], given["source_role"], voices, strict=True)
            yield (
                np.array(given["id"], dtype=np.bytes_),
                np.array(given["document"], dtype=np.bytes_),
                np.array(moments, dtype=np.bytes_),
                np.array([_ORDINALS[each[:10]] for each in filed], dtype=np.int64),
                np.array([len(each) for each in moments], dtype=np.int8),
                np.array(given["one_report"], dtype=np.bool_),
                np.array(given["plain"], dtype=np.bool_),
                _codes_or_none(self.events, given["event"]),
                _codes_or_none(self.places, given["place"]),
                _codes(self.tellings, tellings),
                _codes(self.values, zip(given["bound"], given["low"], given["high"], strict=True)),
                _codes(self.speakers, speakers),
            )


_EMPTY: list[NDArray[Any]] = [
    *(np.empty(0, dtype=np.bytes_) for _ in range(3)),
    np.empty(0, dtype=np.int64),
    np.empty(0, dtype=np.int8),
    *(np.empty(0, dtype=np.bool_) for _ in range(2)),
    *(np.empty(0, dtype=np.int64) for _ in range(5)),
]


class _Ordinals(dict[str, int]):
    """The number of each day."""

    def __missing__(self, text: str) -> int:
        self[text] = found = date.fromisoformat(text).toordinal()
        return found


_ORDINALS = _Ordinals()


def _codes(coded: Coded[Any], things: Iterable[Any]) -> Codes:
    return np.fromiter(map(coded.__getitem__, things), dtype=np.int64)


def _codes_or_none(coded: Coded[Any], things: Iterable[Any]) -> Codes:
    return np.fromiter((-1 if thing is None else coded[thing] for thing in things), dtype=np.int64)


class _Bare(dict[str, str]):
    """Quotations with 1 in place of every figure."""

    def __missing__(self, quote: str) -> str:
        self[quote] = bare = _DIGITS.sub("1", quote)
        return bare


def _moment(published: str | None, said: str | None) -> str:
    """When a count was said; the time of publication is finer than the day on which both fall."""
    if said and published and len(said) == len("2024-01-13") and said == published[:10]:
        return published
    return said or published or ""


def _seconds(moments: Bytes) -> Codes:
    """Moments as seconds; those without a time of day as the beginning of their day."""
    if not len(moments):
        return np.empty(0, dtype=np.int64)
    bare = moments.astype("S19").astype(np.str_)
    return np.asarray(bare.astype("datetime64[s]").astype(np.int64))


def row_of(claim: Claim, document: Document) -> Row | None:
    """A claim as a row; None where it was not noted without a text, or on no day that is known."""
    noted = is_noted(claim, document) and claim.id.isascii() and document.id.isascii()
    if not noted or not (day(document.published) or day(claim.said_at)):
        return None
    scope, source, value = claim.scope, claim.source, claim.value
    low, high = (format(end, "f") if isinstance(end, Decimal) else None for end in (value.low, value.high))
    plain = _is_plain_document(document) and _is_plain(claim) and value.kind is Kind.NUMBER and not value.unit
    return checked(
        (
            *(claim.id, document.id, document.published, claim.said_at, document.outlet),
            *(int(is_one_report(document)), scope.event or None, scope.place or None, scope.attribute),
            *(scope.counted, scope.population, low, high, value.bound.value, value.words, claim.quote),
            *((source.name, source.body, source.role) if source else (None, None, None)),
            int(plain),
        )
    )


def checked(row: Row) -> Row:
    """The row, not plain where its times or figures are such as columns cannot hold.

    They hold whole counts, days, and moments in UTC; a year in the words may tell of another occasion.
    """
    published, said, low, high = row[2], row[3], row[11], row[12]
    words, quote = row[14], row[15]
    ends = [end for end in (low, high) if end is not None]
    whole = bool(ends) and all(_COUNT.match(end) for end in ends) and not _LARGE.search(words)
    timed = all(_MOMENT.match(each) for each in (published, said) if each)
    if row[-1] and whole and timed and not _YEAR.search(quote):
        return row
    filed = next(found for each in (published, said) if (found := day(each)))
    return (*row[:2], filed.isoformat(), None, *row[4:11], "1", "1", Bound.EXACT.value, *row[14:-1], 0)


def _is_plain_document(document: Document) -> bool:
    return not document.text and not document.title and document.kind is not DocumentKind.OWN


def _is_plain(claim: Claim) -> bool:
    """Whether a claim is told as a fact, by nobody whose name is kept back, and stands for itself."""
    scope, source = claim.scope, claim.source
    as_fact = claim.stance is Stance.ASSERTS and claim.modality is Modality.STATED and claim.section is Section.BODY
    by_itself = not (claim.former or claim.whole or claim.question or claim.span)
    open_to_all = source is None or not (source.person or source.label)
    return as_fact and by_itself and open_to_all and bool(scope.event or scope.place) and _is_plain_scope(claim)


def _is_plain_scope(claim: Claim) -> bool:
    scope = claim.scope
    whenever = scope.window_from is None and scope.window_to is None and scope.definition is None
    level = scope.measure is Measure.LEVEL and scope.cumulative is None
    return whenever and level and scope.attribute in RUNNING_ATTRIBUTES
