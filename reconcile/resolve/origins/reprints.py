"""Reprints: documents that print one report, in full, cut or a day later, found by the runs of words they share.

A sample of the runs of five words finds who may print whom; each sampled run belongs to the first document that has
it, so that a report which two hundred outlets print is compared with its first print only, and the work grows with
the words. All runs of the two texts then decide.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from reconcile.model import Document
from reconcile.resolve.keys import day

SHARED = 0.7
"""Share of the runs of the shorter text that makes it a print of the other; accounts written apart share few."""
_RUN = 5
_FEWEST = 25
_READ = 8_000
"""Runs that a text needs before its likeness proves anything; characters that are read."""
_SAMPLED = 4
"""One word out of so many begins a run that is kept for finding prints."""
_LOOKED_AT = 5
"""How many documents a text is compared with: those that have most of its sample first."""
_DAYS = 7
"""A report that is printed again later than this is told as history."""
_TOLD = 0.5
_TOKEN = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of five words of the first 8,000 characters of a text, in small letters."""
    words = _TOKEN.findall(text[:_READ].lower())
    return frozenset(zip(*(words[place:] for place in range(_RUN)), strict=False))


def marks_of(text: str) -> frozenset[int]:
    """A sample of a text's runs of five words, as numbers: those that begin with one word out of four.

    The sample depends on the words alone, so that whatever two texts share is sampled in both (Manber 1994). Two runs
    may have one number; who is compared because of it is then told apart by the runs themselves.
    """
    words = _TOKEN.findall(text[:_READ].lower())
    places = (place for place in range(len(words) - _RUN + 1) if _is_sampled(words[place]))
    return frozenset(zlib.crc32(" ".join(words[place : place + _RUN]).encode()) for place in places)


@lru_cache(maxsize=65536)
def _is_sampled(word: str) -> bool:
    return zlib.crc32(word.encode()) % _SAMPLED == 0


def prints_of(documents: Iterable[Document]) -> dict[str, Document]:
    """For each document that prints a report its first print among `documents`, itself for the first one."""
    known: dict[str, Document] = {}
    owner: dict[int, str] = {}
    first: dict[str, Document] = {}
    for document in documents:
        marks = marks_of(document.text or "")
        print_of = _first_print(document, Counter(owner[mark] for mark in marks if mark in owner), known)
        known[document.id] = document
        for mark in marks:
            owner.setdefault(mark, document.id)
        if print_of is not None:
            first[document.id] = first.setdefault(print_of.id, print_of)
    return first


def _first_print(document: Document, owners: Mapping[str, int], known: Mapping[str, Document]) -> Document | None:
    """The document that one prints: the first of those that share most of its sample."""
    runs = runs_of(document.text or "")
    for name in sorted(owners, key=lambda name: (-owners[name], name))[:_LOOKED_AT]:
        theirs = runs_of(known[name].text or "")
        shorter = min(len(runs), len(theirs))
        if shorter >= _FEWEST and len(runs & theirs) >= SHARED * shorter and _close(document, known[name]):
            return known[name]
    return None


def _close(left: Document, right: Document) -> bool:
    mine, theirs = day(left.published), day(right.published)
    return mine is None or theirs is None or abs((mine - theirs).days) <= _DAYS


def stands_in(sentence: str, document: Document) -> bool:
    """Whether a sentence is, by at least half of its runs, a sentence of a document."""
    runs = runs_of(sentence)
    return bool(runs) and len(runs & runs_of(document.text or "")) >= _TOLD * len(runs)


def joined_by_print(documents: Sequence[Document]) -> list[tuple[str, str]]:
    """Pairs of documents that print one report: each print with the first."""
    return [(name, first.id) for name, first in prints_of(documents).items() if name != first.id]
