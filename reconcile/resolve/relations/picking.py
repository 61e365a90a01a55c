"""Figures of some who are picked out of others: they contradict no figure of all, nor of some picked otherwise."""

from __future__ import annotations

import re

from reconcile.model import RUNNING_ATTRIBUTES
from reconcile.resolve.entry import Entry
from reconcile.resolve.words.terms import concepts

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
_WITH_ATTACKER = re.compile(
    r"\bincluding the (?:gunman|shooter|attacker|bomber|assailant|suspect|killer)\b|"
    r"\b(?:and|then|before) (?:taking his own life|took his own life|(?:turned|turning) the gun on|"
    r"(?:killing|killed|shooting|shot) (?:him|her)self)\b",
    re.IGNORECASE,
)
_THE_OTHERS = re.compile(r"\bthe (?:other|remaining)\s+\Z", re.IGNORECASE)
_MORE = re.compile(r"\A\s*(?:more|additional|further)\b", re.IGNORECASE)
_ADDED_TO = RUNNING_ATTRIBUTES - {"arrested", "released"}
"""Attributes of which "nine more" may well be all: five died, nine more were hurt."""
_AFTER = 45
_CLAUSE = 120
"""Characters after a figure in which words for a state stand; in which it is told whether the attacker is counted."""


def marks_of(entry: Entry) -> frozenset[str]:
    """How a figure picks out some: by their state, as one of several, as those who came on top, with the attacker."""
    start = max(0, entry.sentence.find(entry.claim.quote))
    figure = entry.sentence.find(entry.claim.value.words, start)
    figure = start if figure < 0 else figure
    end = figure + len(entry.claim.value.words)
    near = entry.sentence[start : start + len(entry.claim.quote) + _AFTER]
    found = {match[0].casefold() for match in _STATE.finditer(near)}
    if _SINGLED.match(entry.sentence[figure:]) or _BESIDE_ONE.search(entry.sentence[max(0, figure - _AFTER) : figure]):
        found.add("one")
    if _MORE.match(entry.sentence[end:]) and entry.claim.scope.attribute not in _ADDED_TO:
        found.add("more")
    if _THE_OTHERS.search(entry.sentence[max(0, figure - _AFTER) : figure]):
        found.add("the others")
    if _WITH_ATTACKER.search(entry.sentence[figure : end + _CLAUSE]):
        found.add("the attacker")
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
