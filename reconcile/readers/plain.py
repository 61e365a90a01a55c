"""Plain text into documents: one article a file, or several where titles and "Updated" lines show it.

The pattern of a file with several articles is a title line, a line "Updated 3 March 2021" or "Published …" near
the top, and the title once more; the next article begins at its own title line. Texts are exact slices of the
file, and the slices together are the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reconcile.dates.headers import LINES, Header, header
from reconcile.model import Document
from reconcile.readers.assembly import Stated, document, moment
from reconcile.readers.reading import ReadOptions, Rejected, Tell

_STAMP = re.compile(
    r"(?:(?:first|last|originally)[ ]{1,3})?(?P<word>updated|published|posted|modified)"
    r"(?:[ ]{1,3}(?:on|at))?[ ]{0,3}:?[ ]{1,3}(?P<when>\S.{2,60})",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[^\W\d_][\w .,'’()/-]{1,60}?[ ,(](?P<when>\d{1,2}[ ][A-Z][a-z]{2,8}\.?,?[ ]\d{4}"
    r"|[A-Z][a-z]{2,8}\.?[ ]\d{1,2},[ ]\d{4}|\d{4}-\d{2}-\d{2})\)?[ ]{0,2}(?:\([\w .&'’/-]{2,40}\)[ ]{0,2})?[—–:-]"
)
_CAPITAL = r"[A-Z](?:[\w&'’-]|\.(?=\w)){0,30}"
_NAME = rf"(?P<name>(?:[Tt]he )?{_CAPITAL}(?: (?:of |the |and |& )?{_CAPITAL}){{0,5}})"
_OUTLETS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:©|\(c\)|[Cc]opyright)(?: ©)? ?(?:\d{{4}} ?)?(?:by )?{_NAME}",
        rf"(?:[Ff]irst|[Oo]riginally) (?:published|appeared) (?:by|in|on|at) {_NAME}",
        rf"(?:Publisher|Outlet): {_NAME}",
        rf"(?:Get|Receive|Have) {_NAME} (?:stories|news|headlines|articles|updates|newsletters?)\b",
        rf"(?:Subscribe to|Follow) {_NAME} (?:on|at|for|by|today|newsletters?)\b",
    )
)
_NEAR_THE_TOP = 8
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: where it begins and ends, and its words."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A line "Updated …": its place among the lines, its first word and its time as ISO 8601."""

    place: int
    word: str
    when: str


def read_text(text: str, name: str, options: ReadOptions, tell: Tell) -> Iterator[Document | Rejected]:
    """Each article of a decoded file as a document, in the file's order."""
    slices = [text] if options.one else split_articles(text, options.day_first)
    if len(slices) > 1 and (options.title or options.url):
        reason = f"holds {len(slices)} articles, so one title or address cannot fit; use --one or split the file"
        yield Rejected(name, reason)
        return
    for part in slices:
        yield document(_stated(part, options.day_first), options, name, tell)


def split_articles(text: str, day_first: bool | None = None) -> list[str]:
    """The slices of a text that are articles of their own; joined they are the text.

    An article begins at the line that stands again right after an "Updated" line within eight lines below it.
    Words before the first such title are an article, too.
    """
    found = _lines(text)
    titles = (_title_above(found, stamp) for stamp in _stamps(found, day_first))
    starts = sorted({start for start in titles if start is not None})
    if not starts:
        return [text]
    if not text[: starts[0]].strip():
        starts[0] = 0
    return [text[a:b] for a, b in pairwise([*sorted({0, *starts}), len(text)])]


def _lines(text: str) -> list[_Line]:
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        if words := " ".join(line.split()):
            found.append(_Line(start, start + len(line), words))
        start += len(line)
    return found


def _stamps(lines: list[_Line], day_first: bool | None) -> list[_Stamp]:
    found = []
    for place, line in enumerate(lines):
        if len(line.words) < 100 and (match := _STAMP.fullmatch(line.words)):
            shorter = (match["when"], match["when"].split("|")[0], match["when"].rsplit(",", 1)[0])
            if when := next((day for words in shorter if (day := moment(words, day_first))), None):
                found.append(_Stamp(place, match["word"].lower(), when))
    return found


def _title_above(lines: list[_Line], stamp: _Stamp) -> int | None:
    """Where the title begins that the line below the stamp repeats; several stamps may stand together."""
    below = stamp.place + 1
    while below < len(lines) and _STAMP.fullmatch(lines[below].words):
        below += 1
    if below == len(lines):
        return None
    for place in range(stamp.place - 1, max(-1, stamp.place - 1 - _NEAR_THE_TOP), -1):
        if lines[place].words == lines[below].words:
            return lines[place].start
    return None


def _stated(text: str, day_first: bool | None) -> Stated:
    lines = _lines(text)
    top = lines[: _NEAR_THE_TOP + 2]
    outlet = _outlet(lines[-3:]) or next((found.outlet for found in _headers(top) if found.outlet), None)
    return Stated(text=text, title=_title(lines), published=_published(top, day_first), outlet=outlet)


def _headers(top: list[_Line]) -> list[Header]:
    """The first lines that hold nothing but names and a date."""
    return [found for line in top[:LINES] if (found := header(line.words))]


def _title(lines: list[_Line]) -> str | None:
    """The first line, where more follows and it does not end as a sentence does."""
    if len(lines) < 2:
        return None
    words = lines[0].words
    repeated = any(line.words == words for line in lines[1 : _NEAR_THE_TOP + 2])
    stamp = header(words)
    if stamp and (stamp.outlet or words.startswith(stamp.when)):
        return None
    headline = len(words) <= _LONGEST_TITLE and not words.endswith((".", ":", ";", ",", "”", '"'))
    return words if (repeated or headline) and not _DATELINE.match(words) else None


def _published(top: list[_Line], day_first: bool | None) -> str | None:
    """From "Published …", else "Updated …", else a line with names and a date, else a dateline that gives the year."""
    stamps = _stamps(top, day_first)
    for first in [stamp for stamp in stamps if stamp.word in ("published", "posted")] + stamps:
        return first.when
    if when := next((day for found in _headers(top) if (day := moment(found.when, day_first))), None):
        return when
    datelines = (_DATELINE.match(line.words[:200]) for line in top)
    days = (moment(match["when"], day_first) for match in datelines if match)
    return next((day for day in days if day), None)


def _outlet(last: list[_Line]) -> str | None:
    """The outlet that the last lines name: a copyright line, "first published by", "Get … stories sent to you"."""
    for line in reversed(last):
        for pattern in _OUTLETS:
            if match := pattern.search(line.words[:1000]):
                return match["name"]
    return None
