"""Figures of some who are picked out of others: they contradict no figure of all, nor of some picked otherwise."""

from __future__ import annotations

import re

from reconcile.model import RUNNING_ATTRIBUTES
from reconcile.resolve.entry import Entry
from reconcile.resolve.terms import concepts

_SOME_OF = re.compile(
    r"(?: [\w,.’'-]+)? of (?:them|those|these|whom|the (?:dead|victims|injured|wounded|killed|survivors))\b",
    re.IGNORECASE,
)
_PREDICATE = 40
"""Characters after a figure in which it is told who is picked out: "four of the dead were Danes"."""
_SINGLED = re.compile(
    r"\A(?:one|a|an|1) (?:[\w-]+ )?(?:man|woman|boy|girl|male|female|person|victim|teenager|child|suspect),? "
    r"(?:,? ?(?:age|aged|\d)|was pronounced|is (?:in )?critical|and (?:one|a|an)\b)"
    r"|\A(?:one|a|an|1) \w+, (?:age|aged|\d)",
    re.IGNORECASE,
)
_BESIDE_ONE = re.compile(r"\b(?:one|a|an) [\w-]+ and\s*\Z", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:(?:non-?\s?)?life[- ]threatening|minor|serious\w*|critical\w*|grave\w*|stable|(?:on|at) the scene)\b", re.I
)
_MORE = re.compile(r"\A\s*(?:more|additional|further)\b", re.IGNORECASE)
_AFTER = 45


def marks_of(entry: Entry) -> frozenset[str]:
    """How a figure picks out some: by their state, as a single one of several, as those who came on top."""
    start = max(0, entry.sentence.find(entry.claim.quote))
    figure = entry.sentence.find(entry.claim.value.words, start)
    figure = start if figure < 0 else figure
    end = figure + len(entry.claim.value.words)
    near = entry.sentence[start : start + len(entry.claim.quote) + _AFTER]
    found = {match[0].casefold() for match in _STATE.finditer(near)}
    if _SINGLED.match(entry.sentence[figure:]) or _BESIDE_ONE.search(entry.sentence[max(0, figure - _AFTER) : figure]):
        found.add("one")
    if _MORE.match(entry.sentence[end:]) and entry.claim.scope.attribute not in RUNNING_ATTRIBUTES - {"arrested"}:
        found.add("more")
    return frozenset(found)


def picked_out(entry: Entry) -> frozenset[str] | None:
    """The words by which a figure picks some out of those who were just told of; None where it does not."""
    start = max(0, entry.sentence.find(entry.claim.quote))
    figure = entry.sentence.find(entry.claim.value.words, start)
    if figure < 0 or not _SOME_OF.match(entry.sentence, figure + len(entry.claim.value.words)):
        return None
    end = start + len(entry.claim.quote)
    return concepts(entry.sentence[end : end + _PREDICATE]) | entry.people


def picked_otherwise(left: Entry, right: Entry) -> bool:
    """Whether one figure picks out some whom the other does not, or picks them by other words."""
    one, other = picked_out(left), picked_out(right)
    if one is not None or other is not None:
        return one is None or other is None or not one & other
    return marks_of(left) != marks_of(right)
