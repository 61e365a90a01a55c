"""Sides: what one origin says on one question, one figure at a time, and how long it stood by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.dates import order
from reconcile.model import Bound, Stance, Value
from reconcile.resolve.entry import Entry
from reconcile.resolve.origins.joining import title_of
from reconcile.resolve.relations.figures import fit_of, span_of
from reconcile.values import Fit


@dataclass(frozen=True, slots=True)
class Side:
    """One figure of one origin: the claims that give it, and when.

    `since` and `until` are the first and the last moment at which it was given as the figure that holds,
    None where that is not known. `replaced` tells that the origin gave another figure later, `replaced_at`
    when. `moving` tells that the count was still going on when the figure was given, `restated` are the
    documents that give the figure as one which the same source gave before.
    """

    origin: str
    title: str
    members: tuple[Entry, ...]
    since: str | None
    until: str | None
    replaced: bool = False
    replaced_at: str | None = None
    moving: bool = False
    restated: frozenset[str] = frozenset()

    @property
    def entry(self) -> Entry:
        """The first of its claims."""
        return self.members[0]

    @property
    def value(self) -> Value:
        """The figure."""
        return self.entry.claim.value

    @property
    def stance(self) -> Stance:
        """Whether the figure is asserted or denied."""
        return self.entry.claim.stance


def sides_of(members: Sequence[Entry], origins: Mapping[str, str]) -> list[Side]:
    """The sides of a question, in the order of their first claims."""
    grouped: dict[tuple[object, ...], list[Entry]] = {}
    for entry in members:
        grouped.setdefault((origins[entry.id], *figure_key(entry)), []).append(entry)
    first = [_side(origins[group[0].id], group) for group in grouped.values()]
    given = _by_origin(first)
    dated = [_as_first_given(replace(side, restated=_restated(side, given[side.origin])), first) for side in first]
    given = _by_origin(dated)
    return [_with_fate(side, given[side.origin]) for side in dated]


def _by_origin(sides: Sequence[Side]) -> dict[str, list[Side]]:
    found: dict[str, list[Side]] = {}
    for side in sides:
        found.setdefault(side.origin, []).append(side)
    return found


def figure_key(entry: Entry) -> tuple[object, ...]:
    """What makes two figures of one source the same: value, bound, unit, stance and how firmly it is said."""
    value = entry.claim.value
    words = value.words.casefold() if value.low is None and value.high is None else ""
    return (value.kind, value.low, value.high, value.bound, value.unit, words, entry.claim.stance, entry.claim.modality)


def _side(origin: str, group: Sequence[Entry]) -> Side:
    current = [entry for entry in group if not entry.claim.former]
    moments = [entry.moment for entry in current if entry.moment]
    return Side(
        origin=origin,
        title=title_of(group[0]),
        members=tuple(group),
        since=_extreme(moments, -1),
        until=_extreme(moments, 1),
        replaced=not current,
    )


def _restated(side: Side, all_sides: Sequence[Side]) -> frozenset[str]:
    alike = [
        other for other in all_sides if other is side or (other.origin == side.origin and same_figure(side, other))
    ]
    return frozenset(entry.document.id for other in alike for entry in other.members if entry.claim.former)


def _as_first_given(side: Side, all_sides: Sequence[Side]) -> Side:
    """A figure told only as an earlier one, dated as its own source gave it, hedged or not."""
    if side.since is not None or not side.replaced:
        return side
    given = (other for other in all_sides if other is not side and other.origin == side.origin and other.since)
    model = next((other for other in given if same_figure(side, other)), None)
    return side if model is None else replace(side, since=model.since, until=model.until, replaced=False)


def _extreme(moments: Sequence[str], wanted: int) -> str | None:
    """The first (-1) or last (1) of some moments, as far as they can be put in order."""
    best: str | None = None
    for moment in moments:
        if best is None or order(moment, best) == wanted:
            best = moment
    return best


def _with_fate(side: Side, all_sides: Sequence[Side]) -> Side:
    """The side, knowing whether and when its own origin gave another figure."""
    later = [other for other in all_sides if other is not side and replaces(other, side)]
    moments = [other.since for other in later if other.since]
    if not later:
        return side
    return replace(side, replaced=True, replaced_at=_extreme(moments, -1))


def replaces(newer: Side, older: Side) -> bool:
    """Whether one side is what the same origin gave in place of the other."""
    if newer.origin != older.origin or newer.since is None:
        return False
    if older.stance is Stance.DENIES or not comes_after(newer, older):
        return False
    return excludes(newer, older) if newer.stance is Stance.DENIES else not same_figure(newer, older)


def excludes(denied: Side, said: Side) -> bool:
    """Whether no figure is left that the one asserts and the other does not deny."""
    fit = fit_of(denied.value, said.value)
    if fit in (Fit.INCOMPARABLE, Fit.CONFLICT):
        return False
    if denied.value.bound in (Bound.EXACT, Bound.NONE):
        return fit is Fit.AGREE or (said.value.bound in (Bound.ABOUT, Bound.AT_LEAST) and same_figure(denied, said))
    if denied.value.bound is Bound.UP_TO:
        return same_figure(denied, said)
    return fit is Fit.AGREE or _inside(said, denied)


def _inside(inner: Side, outer: Side) -> bool:
    small, large = span_of(inner.value), span_of(outer.value)
    low = large.low is None or (
        small.low is not None
        and (small.low > large.low or (small.low == large.low and small.low_open >= large.low_open))
    )
    high = large.high is None or (
        small.high is not None
        and (small.high < large.high or (small.high == large.high and small.high_open >= large.high_open))
    )
    return low and high


def same_figure(left: Side, right: Side) -> bool:
    """Whether two sides name the same numbers, whatever their bounds."""
    mine, theirs = left.value, right.value
    ends = {mine.low, mine.high} - {None}
    return mine.unit == theirs.unit and bool(ends) and ends == {theirs.low, theirs.high} - {None}


def comes_after(newer: Side, older: Side) -> bool:
    """Whether one side was given after the other was last given as the figure that holds."""
    if _is_former(older):
        return not _is_former(newer)
    if _is_former(newer):
        return False
    told = order(older.until, newer.since)
    return told == -1 or (told is None and _printed_after(newer, older))


def _printed_after(newer: Side, older: Side) -> bool:
    """Of two figures said on one day, the one printed later is taken for the later one."""
    if newer.since is None or older.until is None or newer.since[:10] != older.until[:10]:
        return False
    first = [entry.document.published for entry in newer.members if entry.document.published and not entry.claim.former]
    last = [entry.document.published for entry in older.members if entry.document.published and not entry.claim.former]
    return order(_extreme(last, 1), _extreme(first, -1)) == -1


def _is_former(side: Side) -> bool:
    """Whether a figure is told only as an earlier one."""
    return all(entry.claim.former for entry in side.members)


def told_as_former(older: Side, newer: Side) -> bool:
    """Whether a report of the newer figure gives the older one as what was said before."""
    return any(entry.document.id in older.restated for entry in newer.members)
