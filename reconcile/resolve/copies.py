"""Copies: reports that are one report, printed by several outlets."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.resolve.entry import Entry, sentence_of
from reconcile.resolve.origins import via_of
from reconcile.resolve.terms import WORD, likeness, plain

NEAR_IDENTICAL = 0.8
"""Share of words of two sentences that makes them one passage; reports written apart share less than half."""
LONG_ENOUGH = 8
"""Words that a sentence needs before its likeness proves anything."""


def is_copy(left: Entry, right: Entry) -> bool:
    """Whether two claims of one figure in two documents are one report: a shared wire, or one passage of words."""
    if left.document.id == right.document.id:
        return False
    if left.document.outlet is not None and left.document.outlet == right.document.outlet:
        return False
    return bool(via_of(left.claim) & via_of(right.claim)) or same_passage(left, right)


def same_passage(left: Entry, right: Entry) -> bool:
    """Whether the two sentences are near-identical."""
    mine, theirs = _words(left), _words(right)
    if min(len(mine), len(theirs)) < LONG_ENOUGH:
        return False
    return likeness(mine, theirs) >= NEAR_IDENTICAL


def _words(entry: Entry) -> list[str]:
    return WORD.findall(plain(sentence_of(entry.claim, entry.document)))


def joined(members: Sequence[Entry], origins: dict[str, str]) -> dict[str, str]:
    """The origins once near-identical passages in the outlets' own voices count as one origin."""
    voices = [entry for entry in members if entry.claim.source is None and entry.document.text]
    found = dict(origins)
    by_words: dict[frozenset[str], str] = {}
    for entry in voices:
        words = frozenset(_words(entry))
        if len(words) < LONG_ENOUGH:
            continue
        same = next((origin for other, origin in by_words.items() if likeness(words, other) >= NEAR_IDENTICAL), None)
        if same is None:
            by_words[words] = found[entry.id]
        else:
            found[entry.id] = same
    return found
