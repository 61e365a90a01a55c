"""Questions: which claims of one event answer the same question.

Every two claims of an event get points for and against (`evidence`); claims are joined from the most points
down. Two groups are joined where the points between them are enough, on the mean and between their closest two, and
never where that would put two claims together that cannot answer one question.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from reconcile.model import CLOSED_ATTRIBUTES, Claim, Cumulative, Kind, Measure, Scope, Stance
from reconcile.resolve.entry import Entry
from reconcile.resolve.judgements.judged import NOBODY, Judged, in_places
from reconcile.resolve.questions.evidence import NEIGHBOURS, one_sentence, points_for, source_of
from reconcile.resolve.questions.setting import Setting
from reconcile.resolve.relations.figures import fit_of
from reconcile.resolve.relations.statements import about_person, is_stated, one_topic
from reconcile.resolve.words.terms import descriptions, plain, word_set
from reconcile.values import Fit

ONE_TOPIC = 5.0
"""Points for two statements in words about one thing; those about two things stay apart."""
ENOUGH = 0.0
"""Points from which two claims, and on the mean two groups, are taken to answer one question."""
CLEAR = 0.2
"""By how many points a figure that does not tell what it counts must fit one group better than any other."""
CLOSEST = 0.35
"""What the closest pair of two groups weighs beside the mean of all their pairs, from 0 to 1."""
FEW = 240
"""Claims of one event that are compared pair by pair; far more than the reports of one event have on one thing."""
_LOOKED_AT = 8


def grouped(members: Sequence[Entry], setting: Setting, judged: Judged = NOBODY) -> list[list[Entry]]:
    """The claims of one event as groups, each the claims of one question, in the order of `members`.

    What people judged goes first: claims that are to be together are joined before any other, groups with claims that
    are to be apart are never joined.
    """
    models, others = _models(members, judged)
    groups = _grouped(models, setting, judged)
    home = {entry.id: group for group in groups for entry in group}
    for entry, model in others:
        group = home[model.id]
        if any(apart(entry, known) for known in group[:_LOOKED_AT]):
            groups.append([entry])
        else:
            group.append(entry)
    place = {entry.id: number for number, entry in enumerate(members)}
    ordered = [sorted(group, key=lambda entry: place[entry.id]) for group in groups]
    return sorted(ordered, key=lambda group: place[group[0].id])


def _models(members: Sequence[Entry], judged: Judged) -> tuple[list[Entry], list[tuple[Entry, Entry]]]:
    """The claims that are compared pair by pair, and those that follow one that is described in the same words.

    All are compared where an event has few enough; of more, only some of each description, named, judged and first.
    """
    if len(members) <= FEW:
        return list(members), []
    models: list[Entry] = []
    others: list[tuple[Entry, Entry]] = []
    first: dict[tuple[object, ...], list[Entry]] = {}
    for entry in members:
        alike = first.setdefault(_description(entry), [])
        told = entry.claim.question or entry.id in judged
        if told or not alike or (len(alike) < _LOOKED_AT and len(models) < FEW):
            alike.append(entry)
            models.append(entry)
        else:
            others.append((entry, alike[0]))
    return models, others


def _description(entry: Entry) -> tuple[object, ...]:
    scope = entry.claim.scope
    told = (entry.sort, entry.aside, entry.facet, entry.words, entry.people, entry.named, entry.qualified)
    return (*told, scope.window_from, scope.window_to, scope.measure, entry.claim.question)


def _grouped(members: Sequence[Entry], setting: Setting, judged: Judged) -> list[list[Entry]]:
    points = dict(_scored(members, setting))
    place = {entry.id: number for number, entry in enumerate(members)} if judged.links else {}
    groups = _Groups(len(members), points, in_places(judged.apart, place))
    tied = in_places(judged.together, place)
    for here, there in (*tied, *_named_alike(members)):
        groups.force(here, there)
    groups.join_best_first(points)
    found = [*groups.members.values()]
    free = {place for place, entry in enumerate(members) if is_bare(entry) and entry.id not in judged}
    return [[members[place] for place in places] for places in _parted(found, points, free)]


def joined_places(size: int, points: dict[tuple[int, int], float]) -> list[list[int]]:
    """The places of so many claims as groups, by the points of their pairs; pairs without points stay apart."""
    groups = _Groups(size, points)
    groups.join_best_first(points)
    return [*groups.members.values()]


def _parted(groups: list[list[int]], points: dict[tuple[int, int], float], bare: set[int]) -> Iterator[list[int]]:
    """The groups, without the figures of `bare` that fit another group nearly as well: each of those is alone."""
    told = [[place for place in group if place not in bare] for group in groups]
    for number, group in enumerate(groups):
        others = [*told[:number], *told[number + 1 :]]
        out = [
            place for place in group if place in bare and told[number] and _torn(place, told[number], others, points)
        ]
        yield from ([place] for place in out)
        if left := [place for place in group if place not in out]:
            yield left


def _torn(place: int, own: list[int], others: Sequence[list[int]], points: dict[tuple[int, int], float]) -> bool:
    """Whether a figure fits another group at least as well as its own, or not clearly worse."""
    fits = [_fit(place, other, points) for other in others if other]
    return any(fit >= ENOUGH and fit > _fit(place, own, points) - CLEAR for fit in fits)


def _fit(place: int, group: Sequence[int], points: dict[tuple[int, int], float]) -> float:
    amounts = [points.get((min(place, other), max(place, other)), -math.inf) for other in group]
    return fit_of_points(amounts)


def fit_of_points(amounts: Sequence[float]) -> float:
    """How well two groups fit by the points of all their pairs: their mean, and the closest pair."""
    return (1 - CLOSEST) * sum(amounts) / len(amounts) + CLOSEST * max(amounts)


def is_bare(entry: Entry) -> bool:
    """Whether a count tells neither its attribute nor what it counts."""
    return entry.sort == "count" and not (entry.facet or entry.words or entry.people or entry.claim.question)


class _Groups:
    """Groups of places, and the points between every two of them that may be joined.

    `between` holds the sum of the points of all pairs across two groups, and the most that one pair has; where it
    holds none, the two must stay apart.
    """

    def __init__(self, size: int, points: dict[tuple[int, int], float], apart: Sequence[tuple[int, int]] = ()) -> None:
        self.apart = apart
        self.of = list(range(size))
        self.members = {place: [place] for place in range(size)}
        self.between: dict[int, dict[int, tuple[float, float]]] = {place: {} for place in range(size)}
        for (here, there), amount in points.items():
            self.between[here][there] = self.between[there][here] = (amount, amount)

    def join_best_first(self, points: dict[tuple[int, int], float]) -> None:
        """Join groups of places where they fit together, the pairs with most points first."""
        for here, there in sorted(points, key=lambda pair: (-points[pair], pair)):
            if points[here, there] < ENOUGH:
                break
            self.join(here, there)

    def join(self, here: int, there: int) -> None:
        """Join the groups of two places where they fit together on the whole."""
        one, other = self.of[here], self.of[there]
        tie = self.between[one].get(other)
        if one == other or tie is None or self._hostile(one, other):
            return
        mean = tie[0] / (len(self.members[one]) * len(self.members[other]))
        if (1 - CLOSEST) * mean + CLOSEST * tie[1] >= ENOUGH:
            keep = self.between[one].keys() & self.between[other].keys()
            self._merge(one, other, sorted(keep))

    def force(self, here: int, there: int) -> None:
        """Join the groups of two places because the user said so; either may bring further claims in."""
        one, other = self.of[here], self.of[there]
        if one != other and not self._hostile(one, other):
            keep = (self.between[one].keys() | self.between[other].keys()) - {one, other}
            self._merge(one, other, sorted(keep))

    def _hostile(self, one: int, other: int) -> bool:
        """Whether a person put two claims of two groups apart."""
        return any({self.of[left], self.of[right]} == {one, other} for left, right in self.apart)

    def _merge(self, one: int, other: int, neighbours: Sequence[int]) -> None:
        stays, goes = sorted((one, other))
        mine, theirs = self.between[stays], self.between.pop(goes)
        joint = {each: _sum(mine.get(each), theirs.get(each)) for each in neighbours}
        for each in mine.keys() | theirs.keys():
            if each in self.between and each != stays:
                self.between[each].pop(goes, None)
                self.between[each].pop(stays, None)
        for each, tie in joint.items():
            self.between[each][stays] = tie
        self.between[stays] = joint
        for place in self.members[goes]:
            self.of[place] = stays
        self.members[stays] = sorted(self.members[stays] + self.members.pop(goes))


def _sum(mine: tuple[float, float] | None, theirs: tuple[float, float] | None) -> tuple[float, float]:
    """The points between a group and two others that become one."""
    if mine is None or theirs is None:
        return mine or theirs or (0.0, 0.0)
    return mine[0] + theirs[0], max(mine[1], theirs[1])


def _named_alike(members: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    """Places of claims that the user has given one question: one name always joins."""
    first: dict[str, int] = {}
    for place, entry in enumerate(members):
        if entry.claim.question:
            yield first.setdefault(plain(entry.claim.question), place), place


def _scored(members: Sequence[Entry], setting: Setting) -> Iterator[tuple[tuple[int, int], float]]:
    """The points of all pairs that need not stay apart, by their places."""
    cells: dict[tuple[str, str | None], list[int]] = {}
    for place, entry in enumerate(members):
        cells.setdefault((entry.sort, entry.aside), []).append(place)
    for cell in cells.values():
        named = [members[place] for place in cell if _full_name(members[place].claim)]
        for left, right in near_pairs(cell, FEW):
            mine, theirs = members[left], members[right]
            if apart(mine, theirs):
                continue
            if is_stated(mine.claim) and is_stated(theirs.claim):
                if _one_thing(mine, theirs, named, setting):
                    yield (left, right), ONE_TOPIC
            else:
                yield (left, right), points_for(mine, theirs, setting)


def _one_thing(left: Entry, right: Entry, persons: Sequence[Entry], setting: Setting) -> bool:
    """Whether two statements are of one thing, or of one person whom a third one calls by name and describes."""
    mine, theirs = left.claim, right.claim
    if one_topic(mine, theirs, setting.persons):
        return True
    names = _full_name(mine), _full_name(theirs)
    if not (about_person(mine) and about_person(theirs)) or bool(names[0]) is bool(names[1]):
        return False
    bare, name = (mine, names[1]) if names[1] else (theirs, names[0])
    return {_full_name(each.claim) for each in persons if one_topic(bare, each.claim, setting.persons)} == {name}


def _full_name(claim: Claim) -> str:
    """The name of the person of whose legal status a claim tells, without the age; empty where there is none."""
    if not (is_stated(claim) and about_person(claim)):
        return ""
    name = (claim.scope.population or "").partition(",")[0]
    return name if len(name.split()) > 1 and all(word[:1].isupper() for word in name.split()) else ""


def near_pairs(places: Sequence[int], most: int) -> Iterator[tuple[int, int]]:
    """Every two of some places; of more than `most`, each with the next few only."""
    reach = len(places) if len(places) <= most else max(1, most * most // (2 * len(places)))
    for number, place in enumerate(places):
        for other in places[number + 1 : number + 1 + reach]:
            yield place, other


def apart(left: Entry, right: Entry) -> bool:
    """Whether two claims cannot answer one question, whatever else they share."""
    mine, theirs = left.claim, right.claim
    if mine.question and theirs.question:
        return plain(mine.question) != plain(theirs.question)
    if left.sort != right.sort or left.aside != right.aside or mine.whole == theirs.id or theirs.whole == mine.id:
        return True
    if _two_persons(mine, theirs) or _two_populations(left, right) or _other_certainty(left, right):
        return True
    if left.sort == "age" and fit_of(mine.value, theirs.value) is Fit.CONFLICT and not (_whose(left) and _whose(right)):
        return True
    return _scopes_apart(mine.scope, theirs.scope) or (
        left.document.id == right.document.id and (_in_one_breath(left, right) or _left_out(left, right))
    )


def _two_persons(mine: Claim, theirs: Claim) -> bool:
    """Whether two statements of one document tell of the legal status of two persons."""
    told = about_person(mine) and about_person(theirs) and mine.document == theirs.document
    return told and mine.scope.population != theirs.scope.population


def _two_populations(left: Entry, right: Entry) -> bool:
    """Whether two claims without texts were given other kinds of people as those who are counted."""
    if left.document.text or right.document.text or not (left.claim.scope.population and right.claim.scope.population):
        return False
    return bool(left.people and right.people) and not (left.people & right.people or left.words & right.words)


def _other_certainty(left: Entry, right: Entry) -> bool:
    """Whether one counts cases that are confirmed, the other those that are suspected or probable."""
    mine, theirs = left.words & CERTAINTIES, right.words & CERTAINTIES
    return bool(mine and theirs) and not mine & theirs


CERTAINTIES = word_set("confirm suspect probabl")
"""How sure it is that a case is one, as stems: health services count each by itself."""


def _whose(entry: Entry) -> bool:
    """Whether anything tells whose age a claim gives."""
    return bool(entry.people or entry.words or entry.named)


def _other_attribute(mine: str | None, theirs: str | None) -> bool:
    """Whether one attribute has a fixed name, and the other is another; words that only name people are none."""
    if (
        {mine, theirs} in NEIGHBOURS
        or not mine
        or not theirs
        or mine == theirs
        or not CLOSED_ATTRIBUTES & {mine, theirs}
    ):
        return False
    return all(each in CLOSED_ATTRIBUTES or descriptions(each) for each in (mine, theirs))


def _scopes_apart(mine: Scope, theirs: Scope) -> bool:
    if _other_attribute(mine.attribute, theirs.attribute):
        return True
    if (mine.measure is Measure.CHANGE) is not (theirs.measure is Measure.CHANGE) and not _are_changes(mine, theirs):
        return True
    if {mine.cumulative, theirs.cumulative} == {Cumulative.NEW, Cumulative.CUMULATIVE}:
        return True
    if Measure.LIMIT in (mine.measure, theirs.measure) and mine.measure is not theirs.measure:
        return True
    if mine.window_to and theirs.window_from and mine.window_to < theirs.window_from:
        return True
    if mine.window_from and theirs.window_to and theirs.window_to < mine.window_from:
        return True
    return bool(mine.definition and theirs.definition and plain(mine.definition) != plain(theirs.definition))


def _are_changes(mine: Scope, theirs: Scope) -> bool:
    """Whether the attribute itself is a change: the jobs that go are those by which a workforce shrinks."""
    return mine.attribute == theirs.attribute == "jobs"


def _left_out(left: Entry, right: Entry) -> bool:
    """Whether a sentence says that its first figure leaves out those whom the second one counts."""
    if not one_sentence(left, right):
        return False
    start, end = sorted((each.claim.span for each in (left, right) if each.claim.span), key=lambda span: span.start)
    return _OMITS.search((left.document.text or "")[start.end : end.start]) is not None


_OMITS = re.compile(
    r"\b(?:leav(?:es?|ing) out|left out|omit\w*|exclud\w+|(?:does|do|did) not (?:count|include)|"
    r"not (?:count|includ)ing)\b"
)


def _in_one_breath(left: Entry, right: Entry) -> bool:
    """Whether one voice says in one document what cannot hold of one thing, and neither as an earlier figure.

    Two figures that exclude each other are such, and a figure that it denies here and gives there.
    """
    mine, theirs = left.claim, right.claim
    if mine.former or theirs.former or left.display != right.display or mine.value.kind is Kind.TEXT:
        return False
    if source_of(left) != source_of(right):
        return False
    fit = fit_of(mine.value, theirs.value)
    if Stance.DENIES in (mine.stance, theirs.stance):
        return mine.stance is not theirs.stance and fit is Fit.AGREE
    return fit is Fit.CONFLICT or (fit is Fit.COMPATIBLE and left.words != right.words and one_sentence(left, right))
