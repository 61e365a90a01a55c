"""Evidence that two documents report one event: named terms, each worth points, whose sum decides.

Every measure of `MEASURES` looks at two sketches and gives how much there is of one kind of evidence. What one of
the two does not tell is no evidence; where both tell and differ it speaks against. A toll that differs does not:
reports of one event are compared because their figures differ. Points are in `weights`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from reconcile.resolve.events.moments import covers, is_year
from reconcile.resolve.events.rarity import cosine
from reconcile.resolve.events.sketch import Sketch
from reconcile.resolve.events.weights import POINTS, START

Measured = Callable[[Sketch, Sketch], float]

_ALIKE = 0.35
"""Likeness of words beyond which more of it tells less: pages of one outlet share their furniture."""
_PERSONS, _TOWNS, _TELLING, _FIGURES = 3, 3, 4, 2
"""What is counted at most, so that long articles prove no more than short ones."""
_SOON, _LATE, _PAST_MONTH, _PAST_YEAR = 6, 14, 20, 40
_HOUR = 60


def words_alike(left: Sketch, right: Sketch) -> float:
    """The likeness of their words, from 0 to 0.35."""
    return min(cosine(left.words, right.words), _ALIKE)


def titles_alike(left: Sketch, right: Sketch) -> float:
    """The likeness of their titles, from 0 to 1."""
    return cosine(left.title, right.title)


def telling_names_shared(left: Sketch, right: Sketch) -> float:
    """How many of the rare names that they are about they share, at most 4."""
    return float(min(_TELLING, len(left.telling & right.telling)))


def persons_shared(left: Sketch, right: Sketch) -> float:
    """How many persons both name in full, at most 3."""
    return float(min(_PERSONS, len(left.cast.everyone & right.cast.everyone)))


def person_with_age(left: Sketch, right: Sketch) -> float:
    """1 where a person told with an age in one has the last name of a person in the other."""
    return float(bool(_last_names(left, right)))


def _last_names(left: Sketch, right: Sketch) -> frozenset[str]:
    mine, theirs = ({last for _, last in each.cast.aged} for each in (left, right))
    all_mine, all_theirs = ({last for _, last in each.cast.everyone} for each in (left, right))
    return frozenset((mine & all_theirs) | (theirs & all_mine))


def other_persons(left: Sketch, right: Sketch) -> float:
    """1 where both tell persons with ages, and neither names any of the other's."""
    mine, theirs = ({last for _, last in each.cast.aged} for each in (left, right))
    told = bool(mine and theirs) and not _last_names(left, right)
    return float(told and not mine & right.names and not theirs & left.names)


def other_ages(left: Sketch, right: Sketch) -> float:
    """1 where both give ages and none is the same, 1.5 where both give several."""
    if not left.ages or not right.ages or left.ages & right.ages:
        return 0.0
    return 1.5 if min(len(left.ages), len(right.ages)) > 1 else 1.0


def region_shared(left: Sketch, right: Sketch) -> float:
    """1 where both name a region."""
    return float(bool(left.regions & right.regions))


def other_region(left: Sketch, right: Sketch) -> float:
    """1 where both name regions and none is the same."""
    return float(bool(left.regions and right.regions) and not left.regions & right.regions)


def towns_shared(left: Sketch, right: Sketch) -> float:
    """How many towns they share, at most 3."""
    return float(min(_TOWNS, len(left.towns & right.towns)))


def other_town(left: Sketch, right: Sketch) -> float:
    """1 where both surely name towns or counties, and none of the one's is named in the other."""
    if not left.seats or not right.seats or left.towns & right.towns:
        return 0.0
    mine, theirs = ({word for town in each.seats for word in town.split()} for each in (left, right))
    return float(not mine & right.names and not theirs & left.names)


def street_shared(left: Sketch, right: Sketch) -> float:
    """1 where both name a street."""
    return float(bool(left.streets & right.streets))


def other_street(left: Sketch, right: Sketch) -> float:
    """1 where both name streets and none is the same."""
    return float(bool(left.streets and right.streets) and not left.streets & right.streets)


def other_block(left: Sketch, right: Sketch) -> float:
    """1 where both number blocks and none is the same."""
    return float(bool(left.blocks and right.blocks) and not left.blocks & right.blocks)


def other_hour(left: Sketch, right: Sketch) -> float:
    """1 where both give hours of the clock and none of the one's is within the hour of the other's."""
    mine, theirs = left.times.minutes, right.times.minutes
    return float(bool(mine and theirs) and min(abs(a - b) for a in mine for b in theirs) > _HOUR)


def _days_apart(left: Sketch, right: Sketch) -> int | None:
    """Days between the nearest two days that both tell."""
    mine, theirs = left.times.days, right.times.days
    return min((abs((a - b).days) for a in mine for b in theirs), default=None)


def same_day(left: Sketch, right: Sketch) -> float:
    """1 where both tell of the same day."""
    return float(_days_apart(left, right) == 0)


def days_apart(left: Sketch, right: Sketch) -> float:
    """1 where both tell of days, and the nearest are three days apart or more; 2 from ten on."""
    apart = _days_apart(left, right)
    return 0.0 if apart is None or apart < 3 else 1.0 if apart < 10 else 2.0


def _gap(left: Sketch, right: Sketch) -> int | None:
    """Days between their publications."""
    if left.published is None or right.published is None:
        return None
    return abs((left.published - right.published).days)


def _ordered(left: Sketch, right: Sketch) -> tuple[date, Sketch]:
    """The day on which the first of two was published, and the one that came later; both days must be known."""
    early, late = sorted((left, right), key=lambda each: (each.published or date.max, each.id))
    return early.published or date.max, late


def day_of_the_first(left: Sketch, right: Sketch) -> float:
    """1 where the later one tells, a week or more back, of the day on which the first appeared or just before."""
    gap = _gap(left, right)
    if gap is None or gap <= _SOON:
        return 0.0
    day, late = _ordered(left, right)
    told = [each for each in late.times.days if late.published and (late.published - each).days > _SOON]
    return float(any(-1 <= (day - each).days <= 3 for each in told))


def month_of_the_first(left: Sketch, right: Sketch) -> float:
    """1 where the later one tells of the month in which the first appeared."""
    gap = _gap(left, right)
    if gap is None or gap <= _PAST_MONTH:
        return 0.0
    day, late = _ordered(left, right)
    return float(any(covers(span, day) for span in late.times.spans))


def year_of_the_first(left: Sketch, right: Sketch) -> float:
    """1 where the later one tells of the year in which the first appeared."""
    gap = _gap(left, right)
    if gap is None or gap <= _PAST_YEAR:
        return 0.0
    day, late = _ordered(left, right)
    return float(any(is_year(span) and span[0] <= day <= span[1] for span in late.times.spans))


def other_month(left: Sketch, right: Sketch) -> float:
    """1 where the later one tells of months, but not of the one in which the first appeared."""
    gap = _gap(left, right)
    if gap is None or gap <= _PAST_MONTH or month_of_the_first(left, right):
        return 0.0
    _, late = _ordered(left, right)
    return float(any(not is_year(span) for span in late.times.spans))


def hurt_shared(left: Sketch, right: Sketch) -> float:
    """1 where both count the same number of hurt."""
    return float(any(kind == "hurt" for kind, _ in left.tolls & right.tolls))


def event_named_alike(left: Sketch, right: Sketch) -> float:
    """1 where the desk gave both events one name."""
    return float(bool(left.event & right.event))


def figures_shared(left: Sketch, right: Sketch) -> float:
    """How many larger figures of one attribute the claims of both give, at most 2."""
    return float(min(_FIGURES, len(left.figures & right.figures)))


def _published(low: int, high: int, back: bool | None = None) -> Measured:
    """A measure of the days between publications, from `low` to `high`, the later looking back or not."""

    def measured(left: Sketch, right: Sketch) -> float:
        gap = _gap(left, right)
        if gap is None or not low <= gap <= high:
            return 0.0
        return float(back is None or _ordered(left, right)[1].times.looks_back is back)

    return measured


@dataclass(frozen=True, slots=True)
class Measure:
    """One kind of evidence: its name, how it is measured, and whether it speaks for (1), against (-1) or either (0)."""

    name: str
    of: Measured
    sign: int


MEASURES = (
    Measure("words alike", words_alike, 1),
    Measure("titles alike", titles_alike, 1),
    Measure("telling names shared", telling_names_shared, 1),
    Measure("persons shared", persons_shared, 1),
    Measure("person with age", person_with_age, 1),
    Measure("other persons", other_persons, -1),
    Measure("other ages", other_ages, -1),
    Measure("region shared", region_shared, 1),
    Measure("other region", other_region, -1),
    Measure("towns shared", towns_shared, 1),
    Measure("other town", other_town, -1),
    Measure("street shared", street_shared, 1),
    Measure("other street", other_street, -1),
    Measure("other block", other_block, -1),
    Measure("other hour", other_hour, -1),
    Measure("same day", same_day, 1),
    Measure("days apart", days_apart, -1),
    Measure("day of the first", day_of_the_first, 1),
    Measure("month of the first", month_of_the_first, 1),
    Measure("year of the first", year_of_the_first, 1),
    Measure("other month", other_month, -1),
    Measure("hurt shared", hurt_shared, 1),
    Measure("published the same day", _published(0, 0), 0),
    Measure("published a day apart", _published(1, 1), 0),
    Measure("published 2 to 4 days apart", _published(2, 4), 0),
    Measure("published 15 to 45 days apart", _published(15, 45, False), 0),
    Measure("published 46 to 200 days apart", _published(46, 200, False), 0),
    Measure("published more than 200 days apart", _published(201, 99_999, False), 0),
    Measure("looking back 15 to 45 days", _published(15, 45, True), 0),
    Measure("looking back 46 to 200 days", _published(46, 200, True), 0),
    Measure("looking back more than 200 days", _published(201, 99_999, True), 0),
)
"""The kinds of evidence whose points are fitted, in the order in which they are told."""

GIVEN = (Measure("event named alike", event_named_alike, 1), Measure("figures shared", figures_shared, 1))
"""The kinds whose points are set by hand: reports without claims have neither."""


def measured(left: Sketch, right: Sketch) -> tuple[float, ...]:
    """How much there is of each kind of evidence, in the order of `MEASURES`."""
    return tuple(measure.of(left, right) for measure in MEASURES)


def likeness_of(left: Sketch, right: Sketch) -> float:
    """Points for two documents reporting one event: log-odds, as far as a sum of terms can tell them."""
    return START + sum(POINTS[each.name] * each.of(left, right) for each in (*GIVEN, *MEASURES))
