"""Dates: how many days of events are read right, beside what date parsers make of the same words.

usage: python benchmarks/dates.py [--dispatches FILE ...]

For each date claim of the sets (gold: words, first and last day) every reader gets the same words and the day of
publication. `reconcile` is shown three times: on the words alone, on the words in their article, and as proposed
claims, where a date that is no claim counts against it. A peer that is not installed is named as such. Prints Markdown.
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from dateutil import parser as dateutil_parser

from reconcile.dates import day_of, scan
from reconcile.extract import extract
from reconcile.model import Document, Kind

ROOT = Path(__file__).resolve().parent.parent
SETS = [ROOT.parent / "shared" / "eval" / "dev-set.json", ROOT / "benchmarks" / "stories-tuned.json"]
Days = tuple[date | None, date | None]
Reader = Callable[["Case"], Days | None]


@dataclass(frozen=True)
class Case:
    """The words of one gold claim, where they stand, and the days that they mean."""

    document: Document
    start: int
    end: int
    days: Days

    @property
    def words(self) -> str:
        """The quote of the claim."""
        return (self.document.text or "")[self.start : self.end]

    @property
    def published(self) -> date:
        """The day of publication."""
        return day_of(self.document.published or "")


def cases(path: Path) -> Iterator[Case]:
    """The date claims of a set."""
    for story in json.loads(path.read_text(encoding="utf-8"))["stories"]:
        documents = {
            each["id"]: Document(
                each["id"], each["text"], each["publisher"], each["title"], published=each["published"]
            )
            for each in story["documents"]
        }
        for claim in story["claims"]:
            if claim["kind"] == "date":
                days = tuple(claim[end] and date.fromisoformat(claim[end]) for end in ("low", "high"))
                yield Case(documents[claim["document"]], claim["start"], claim["end"], (days[0], days[1]))


def by_words(case: Case) -> Days | None:
    """`reconcile.dates` on the words alone."""
    found = scan(case.words, case.published)
    return _ends(found[0].value) if found else None


def in_article(case: Case) -> Days | None:
    """`reconcile.dates` on the words in their article."""
    found = scan(case.document.text or "", case.published)
    return next((_ends(each.value) for each in found if each.start < case.end and case.start < each.end), None)


def _ends(value: Any) -> Days:
    return value.low, value.high


def by_dateutil(case: Case) -> Days | None:
    """`dateutil.parser`, fuzzy, missing parts from the day of publication."""
    base = datetime.combine(case.published, datetime.min.time())
    try:
        day = dateutil_parser.parse(case.words, fuzzy=True, default=base).date()
    except (ValueError, OverflowError):
        return None
    return day, day


def dateparser_reader() -> Reader | None:
    """`dateparser.search`, relative to the day of publication, dates of the past preferred."""
    try:
        search_dates = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        return None

    def read(case: Case) -> Days | None:
        base = datetime.combine(case.published, datetime.min.time())
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        found = search_dates(case.words, languages=["en"], settings=settings)
        return (found[0][1].date(), found[0][1].date()) if found else None

    return read


def recognizers_reader() -> Reader | None:
    """Microsoft Recognizers-Text, the past one of its readings."""
    try:
        recognize_datetime = importlib.import_module("recognizers_date_time").recognize_datetime
    except ImportError:
        return None

    def read(case: Case) -> Days | None:
        base = datetime.combine(case.published, datetime.min.time())
        for found in recognize_datetime(case.words, "en-us", reference=base):
            for told in (found.resolution or {}).get("values", []):
                start = told.get("value") or told.get("start")
                if start and start[:4].isdigit() and len(start) >= 10:
                    end = told.get("end") or start
                    return date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
        return None

    return read


def share_right(read: Reader, gold: list[Case]) -> tuple[int, float]:
    """How many cases a reader has right, and the seconds for all."""
    begun = time.perf_counter()
    right = sum(read(case) == case.days for case in gold)
    return right, time.perf_counter() - begun


def proposed(path: Path, gold: list[Case]) -> tuple[int, int]:
    """How many date claims `reconcile` proposes for a set, and how many of them are in the gold with their days."""
    stories = json.loads(path.read_text(encoding="utf-8"))["stories"]
    open_cases = list(gold)
    found = right = 0
    for each in (document for story in stories for document in story["documents"]):
        document = Document(each["id"], each["text"], each["publisher"], each["title"], published=each["published"])
        for claim in extract(document):
            if claim.value.kind is not Kind.DATE or claim.span is None:
                continue
            found += 1
            span, days = claim.span, _ends(claim.value)
            fit = next(
                (
                    case
                    for case in open_cases
                    if case.document.id == document.id and span.start < case.end and case.start < span.end
                    if days == case.days
                ),
                None,
            )
            if fit is not None:
                open_cases.remove(fit)
                right += 1
    return found, right


def report(path: Path) -> None:
    """The table of one set."""
    gold = list(cases(path))
    readers: list[tuple[str, Reader | None]] = [
        ("reconcile, the words in their article", in_article),
        ("reconcile, the words alone", by_words),
        ("python-dateutil, fuzzy", by_dateutil),
        ("dateparser", dateparser_reader()),
        ("Recognizers-Text", recognizers_reader()),
    ]
    print(f"### {path.name}: {len(gold)} dates of events\n")
    print("| reader | right | share | seconds |\n|---|---|---|---|")
    for name, read in readers:
        if read is None:
            print(f"| {name} | not installed | | |")
            continue
        right, spent = share_right(read, gold)
        print(f"| {name} | {right} of {len(gold)} | {right / len(gold):.1%} | {spent:.3f} |")
    found, right = proposed(path, gold)
    print(
        f"\nProposed as claims: {found}, right {right}; precision {right / found:.1%}, recall {right / len(gold):.1%}\n"
    )


def main() -> None:
    """Read the command line and measure what is at hand."""
    arguments = argparse.ArgumentParser(description="Measure how dates are read, beside date parsers.")
    arguments.add_argument("--dispatches", type=Path, nargs="+", default=SETS, help="sets of articles with gold claims")
    for path in arguments.parse_args().dispatches:
        if path.exists():
            report(path)
        else:
            print(f"not at hand: {path}")


if __name__ == "__main__":
    main()
