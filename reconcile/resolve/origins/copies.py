"""Copies: reports that are one report, printed by several outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reconcile.resolve.entry import Entry
from reconcile.resolve.origins.credits import wire_of
from reconcile.resolve.origins.joining import via_of
from reconcile.resolve.origins.sources import is_nobody
from reconcile.resolve.words.terms import WORD, likeness, plain

NEAR_IDENTICAL = 0.8
"""Share of words of two sentences that makes them one passage; reports written apart share less than half."""
LONG_ENOUGH = 12
"""Words that a sentence needs before its likeness proves anything: "the council put the count at six" proves none."""


def is_copy(left: Entry, right: Entry) -> bool:
    """Whether two claims of one figure in two documents are one report: a shared wire, or one passage of words."""
    if left.document.id == right.document.id:
        return False
    if left.document.outlet is not None and left.document.outlet == right.document.outlet:
        return False
    return bool(_wires(left) & _wires(right)) or same_passage(left, right)


def _wires(entry: Entry) -> frozenset[str]:
    """Who passed a claim on, whose wire is credited, and the outlet, which may be the wire that another one credits."""
    named = (wire_of(entry.document), entry.document.outlet)
    return via_of(entry.claim) | {plain(name) for name in named if name}


def same_passage(left: Entry, right: Entry) -> bool:
    """Whether the two sentences are near-identical."""
    mine, theirs = _words(left), _words(right)
    if min(len(mine), len(theirs)) < LONG_ENOUGH:
        return False
    return likeness(mine, theirs) >= NEAR_IDENTICAL


def _words(entry: Entry) -> list[str]:
    return WORD.findall(plain(entry.sentence))


def joined(members: Sequence[Entry], origins: dict[str, str]) -> dict[str, str]:
    """The origins once near-identical passages count as one origin, in outlets' own voices and by unnamed sources.

    Each pair of neighbouring words around a figure belongs to the first passage that has it; a passage is compared
    with the one that it shares most pairs with. The next day's figure in the same words is another report.
    """
    found = dict(origins)
    owner: dict[tuple[str, ...], Entry] = {}
    for entry in members:
        words = _words(entry) if entry.document.text and _is_nobodys(entry) else []
        if len(words) < LONG_ENOUGH:
            continue
        pairs = [(_teller(entry), _figure(entry), *pair) for pair in pairwise(words)]
        votes = Counter(owner[pair].id for pair in pairs if pair in owner)
        known = {owner[pair].id: owner[pair] for pair in pairs if pair in owner}
        best = min(votes, key=lambda name: (-votes[name], name), default=None)
        if best is not None and same_passage(entry, known[best]):
            found[entry.id] = found[best]
        for pair in pairs:
            owner.setdefault(pair, entry)
    return found


def _figure(entry: Entry) -> str:
    """The figure of a claim as a word, in whatever words it was told."""
    value = entry.claim.value
    return f"{value.kind} {value.low} {value.high} {value.unit}"


def _is_nobodys(entry: Entry) -> bool:
    source = entry.claim.source
    return source is None or (not source.label and is_nobody(source))


def _teller(entry: Entry) -> str:
    return plain(entry.claim.source.name) if entry.claim.source else ""
