"""Reprints: documents that print one report, in full, cut or a day later, found by the runs of words they share.

Every run of five words belongs to the first document that has it, so that a report which two hundred outlets
print is compared with its first print only, and the work grows with the words.
"""

from __future__ import annotations

import re
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
_DAYS = 7
"""A report that is printed again later than this is told as history."""
_TOLD = 0.5
_TOKEN = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of five words of the first 8,000 characters of a text, in small letters."""
    words = _TOKEN.findall(text[:_READ].lower())
    return frozenset(zip(*(words[place:] for place in range(_RUN)), strict=False))


def prints_of(documents: Iterable[Document]) -> dict[str, Document]:
    """For each document that prints a report its first print among `documents`, itself for the first one."""
    owner: dict[tuple[str, ...], Document] = {}
    first: dict[str, Document] = {}
    for document in documents:
        runs = runs_of(document.text or "")
        print_of = _first_print(document, runs, owner)
        for run in runs:
            owner.setdefault(run, document)
        if print_of is not None:
            first[document.id] = first.setdefault(print_of.id, print_of)
    return first


def _first_print(
    document: Document, runs: frozenset[tuple[str, ...]], owner: Mapping[tuple[str, ...], Document]
) -> Document | None:
    owners = Counter(owner[run].id for run in runs if run in owner)
    known = {owner[run].id: owner[run] for run in runs if run in owner}
    for name in sorted(owners, key=lambda name: (-owners[name], name)):
        other = known[name]
        if owners[name] < SHARED * _FEWEST:
            return None
        shorter = min(len(runs), len(runs_of(other.text or "")))
        if shorter >= _FEWEST and owners[name] >= SHARED * shorter and _close(document, other):
            return other
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
