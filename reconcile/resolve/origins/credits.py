"""Credits: whose wire a document prints, read from its dateline, its byline or its last line."""

from __future__ import annotations

import re
from functools import lru_cache

from reconcile.extract.voices.cues import AGENCIES
from reconcile.model import Document
from reconcile.resolve.words.terms import plain

_CALLED = re.compile(
    r"\b(?:wires?|news agency|agency|press agency|news service|press service|agencies|newswire)\b", re.I
)
_NAME = r"[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3}"
_DATELINE = re.compile(rf"\A[^\n]{{0,60}}?\(({_NAME})\)\s*[-–—]")
_LAST = re.compile(rf"(?:\(({_NAME})\)|[–—/-]\s?({_NAME}))[.\s]*\Z")
_TAIL = 80
"""Characters at the end of a text in which its credit stands."""
_BY = re.compile(r"\A(?:by|from|source:|credit:)\s+", re.IGNORECASE)
_PEOPLE_AND = re.compile(r"[,/|;]|\b(?:for|of|and|with)\b")


@lru_cache(maxsize=65536)
def wire_of(document: Document) -> str | None:
    """The agency whose report a document says it prints; None where it credits none, or only its own reporters.

    >>> wire_of(Document("d1", text="ORVO (Meridian Wire) - Six dockers were hurt.", outlet="Karsk Post"))
    'Meridian Wire'
    """
    text = document.text or ""
    dated, last = _DATELINE.match(text), _LAST.search(text, max(0, len(text) - _TAIL))
    named = [dated[1] if dated else None, *_of_byline(document.byline), (last[1] or last[2]) if last else None]
    return next((name for name in named if name and is_agency(name)), None)


def _of_byline(byline: str | None) -> list[str]:
    return [_BY.sub("", part.strip()).strip(" .") for part in _PEOPLE_AND.split(byline or "")]


def is_agency(name: str) -> bool:
    """Whether a name is that of a news agency: one of the known ones, or called a wire, an agency, a press service."""
    words = plain(name).replace(".", "").split()
    return bool(words) and (_CALLED.search(name) is not None or (len(words) < 3 and words[0] in AGENCIES))
