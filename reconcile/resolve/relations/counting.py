"""Counts that go on: whether a figure was given while people were still being counted, and who took the count over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reconcile.dates import order
from reconcile.model import RUNNING_ATTRIBUTES, Bound
from reconcile.resolve.entry import Entry
from reconcile.resolve.keys import day
from reconcile.resolve.origins.sourcewords import AUTHORITIES, COMPANIES, FORCES
from reconcile.resolve.origins.spokespeople import is_body, is_newsroom
from reconcile.resolve.relations.figures import fit_of, span_of
from reconcile.resolve.relations.sides import Side, comes_after, told_as_former
from reconcile.resolve.words.terms import WORD, plain
from reconcile.values import Fit

_MOVING = re.compile(
    r"\b(?:so far|rising|risen|rises|rose|climb\w*|expected to|"
    r"still (?:searching|missing|counting|being|at large|inside|unaccounted)|known to have|"
    r"have been recovered|toll stands|preliminary|initial|first report|to date|at this stage)\b",
    re.IGNORECASE,
)
"""Words of a figure that may still change."""
_GONE_ON = re.compile(
    r"\b(?:rising|risen|rises|rose|climb\w*|jump\w*|now|meanwhile|up from|(?:has|have) since|later died|"
    r"(?:bring|brings|bringing|brought|raising|raised|raises) (?:the|to)\b|latest|updated|final|"
    r"no longer|any longer)\b",
    re.IGNORECASE,
)
"""Words of a report that goes on from an older count."""


_ARMED = frozenset(("force", "attacker"))


_SPREADS = frozenset(("area", "damage", "home", "hous", "building"))
_SPREADING = re.compile(
    r"\b(?:burn\w*|scorch\w*|charred|blacken\w*|flood\w*|destroy\w*|collaps\w*|lost)\b", re.IGNORECASE
)
"""What a fire or a flood takes grows as long as it lasts, like the number of its victims."""


def in_motion(sides: Sequence[Side]) -> list[Side]:
    """The sides of a question, each knowing whether the count was still going on when it was given."""
    moments = sorted({side.replaced_at for side in sides if side.replaced_at})
    return [_with_movement(side, moments) for side in sides]


def _with_movement(side: Side, moments: Sequence[str]) -> Side:
    """A side and the moments at which any source replaced its figure."""
    if not runs_on(side.entry):
        return side
    told = side.value.bound in (Bound.AT_LEAST, Bound.MORE_THAN) or any(
        _MOVING.search(entry.claim.quote) for entry in side.members
    )
    revised = any(side.since and order(side.since, moment) == -1 for moment in reversed(moments))
    return replace(side, moving=True) if told or revised else side


def runs_on(entry: Entry) -> bool:
    """Whether a claim gives a count that is counted on while an event lasts, or a count that names nothing at all."""
    attribute = entry.claim.scope.attribute
    return attribute in RUNNING_ATTRIBUTES or (attribute is None and entry.sort == "count") or _spreads(entry)


def _spreads(entry: Entry) -> bool:
    return entry.facet in _SPREADS and _SPREADING.search(entry.sentence) is not None


def _one_count(old: Entry, new: Entry) -> bool:
    """Whether two claims give one running count; one of them may name nothing that is counted."""
    if old.facet == new.facet and (_spreads(old) or _spreads(new)):
        return True
    named = {old.claim.scope.attribute, new.claim.scope.attribute} & RUNNING_ATTRIBUTES
    return bool(named) and runs_on(old) and runs_on(new)


def overtaken(old: Side, new: Side) -> bool:
    """Whether a count was given before a higher one of another origin, and shown to have been still going on.

    What shows it: the words of either report, a revision by anyone, or that nobody who counts is a party to it, so
    that the later body has taken the count over from the earlier one. Those who are missing become fewer.
    """
    if not _one_count(old.entry, new.entry):
        return False
    if not comes_after(new, old) or fit_of(old.value, new.value) is not Fit.CONFLICT:
        return False
    shown = old.moving or old.replaced or told_as_former(old, new) or _taken_over(old, new) or _risen_since(old, new)
    return _beyond(old, new) and shown


def _attribute(old: Side, new: Side) -> str | None:
    return old.entry.claim.scope.attribute or new.entry.claim.scope.attribute


def _beyond(old: Side, new: Side) -> bool:
    """Whether the newer count lies where a count goes as time passes: higher, of the missing lower."""
    before, after = span_of(old.value), span_of(new.value)
    if _attribute(old, new) == "missing" or "larg" in old.entry.words:
        return True
    return before.high is not None and after.low is not None and before.high < after.low


def _taken_over(old: Side, new: Side) -> bool:
    """Whether nobody who counts is a party; where the dead are guards or gunmen, ministries are, newsrooms are not."""
    if _by_newsrooms(old) and _by_newsrooms(new):
        return True
    if not counts_for_all(old) or (old.entry.people | new.entry.people) & _ARMED:
        return False
    return counts_for_all(new) or _owns_up(new) or any(_GONE_ON.search(entry.sentence) for entry in new.members)


def _risen_since(old: Side, new: Side) -> bool:
    """Whether one who counts for everybody tells, a day later or more, that the count has risen to the new figure."""
    if not counts_for_all(new) or (old.entry.people | new.entry.people) & _ARMED:
        return False
    before, after = day(old.until), day(new.since)
    later = before is not None and after is not None and before < after
    return later and any(_RISEN_TO.search(entry.sentence) for entry in new.members)


_RISEN_TO = re.compile(
    r"\b(?:rose|risen|rising|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gone up|went up|increased|grown|grew) "
    r"(?:overnight |sharply |again |further )?(?:to|from)\b",
    re.IGNORECASE,
)


def _by_newsrooms(side: Side) -> bool:
    """Whether newsrooms give a count in their own voice."""
    sources = [entry.claim.source for entry in side.members]
    outlets = [entry.document.outlet or "" for entry in side.members]
    return all(
        not is_body(outlet) if source is None else is_newsroom(source.name)
        for source, outlet in zip(sources, outlets, strict=True)
    )


def _owns_up(new: Side) -> bool:
    """Whether a company, of which nobody thinks that it counts too many, gives the higher count in its own name."""
    names = (entry.claim.source.name if entry.claim.source else entry.document.outlet for entry in new.members)
    return all(COMPANIES.intersection(WORD.findall(plain(name))) for name in names)


def counts_as(side: Side) -> int:
    """All that these rules look at in who counts, as bits, each of which holds of a side where it holds of all claims.

    Columns (`resolve/columns/`) know a side's sources by these bits alone: what else a rule asks belongs here.
    """
    return counts_for_all(side) + 2 * _by_newsrooms(side) + 4 * _owns_up(side)


def counts_for_all(side: Side) -> bool:
    """Whether a side counts for everybody: rescuers, hospitals, officials, a newsroom; no party and no witness."""
    return all(_counts_for_all(entry) for entry in side.members)


def _counts_for_all(entry: Entry) -> bool:
    source, outlet = entry.claim.source, entry.document.outlet or ""
    if source is None:
        return not is_body(outlet) or _is_authority(outlet)
    return is_newsroom(source.name) or _is_authority(f"{source.name} {source.body or ''} {source.role or ''}")


def _is_authority(name: str) -> bool:
    words = set(WORD.findall(plain(name)))
    return bool(words & AUTHORITIES) and not words & FORCES
