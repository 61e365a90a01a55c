"""The rules of comparison, one function each, in the order in which they decide.

A rule takes two sides of one question, the first one given first, and says how they stand, or nothing. Its
docstring is the sentence that editors read; a rule without one does not start. `docs/rules.md` has a heading
for each with an example.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from reconcile.dates import order
from reconcile.model import Bound, Kind, Modality, RelationKind, Stance, Value
from reconcile.resolve.keys import day
from reconcile.resolve.questions.doubts import picks_out
from reconcile.resolve.questions.signs import converted
from reconcile.resolve.relations import wording
from reconcile.resolve.relations.counting import overtaken
from reconcile.resolve.relations.figures import fit_of, span_of
from reconcile.resolve.relations.ladder import HELD, contrary, implies, so_far, step_of, still_held, uninvolved
from reconcile.resolve.relations.predicates import foretold
from reconcile.resolve.relations.sides import Side, comes_after, excludes, same_figure, told_as_former
from reconcile.resolve.relations.statements import another_said, leaves_no_room, same_said, same_words
from reconcile.resolve.words.terms import plain
from reconcile.values import Fit, convert

MORE = Decimal("1.1")
"""How far above a minimum a later count of the same source must lie to replace it, and not only to name it exactly."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: how the two stand, and why in one plain sentence; `swapped` puts the second one first."""

    kind: RelationKind
    why: str
    swapped: bool = False


Rule = Callable[[Side, Side], Finding | None]
"""A rule of comparison between two sides of one question."""


def drift(left: Side, right: Side) -> Finding | None:
    """The headline, bullet or caption goes further than the text of its own article."""
    if left.entry.display == right.entry.display or left.entry.document.id != right.entry.document.id:
        return None
    shown, told = (left, right) if left.entry.display else (right, left)
    further = _goes_further(shown, told) or _firmer(shown, told) or foretold(shown.entry, told.entry)
    if not (further or _further_step(shown, told)):
        return None
    return Finding(RelationKind.DRIFT, wording.drift(shown, told), swapped=shown is right)


def _goes_further(shown: Side, told: Side) -> bool:
    bare, hedged = shown.value.bound, told.value.bound
    return bare is Bound.EXACT and hedged not in (Bound.EXACT, Bound.RANGE, Bound.NONE) and same_figure(shown, told)


def _firmer(shown: Side, told: Side) -> bool:
    firm = shown.entry.claim.modality is Modality.STATED and told.entry.claim.modality is not Modality.STATED
    return firm and same_figure(shown, told)


def _further_step(shown: Side, told: Side) -> bool:
    above, below = step_of(shown.entry.claim), step_of(told.entry.claim)
    if above is None or below is None or shown.stance is Stance.DENIES:
        return False
    return above == below if told.stance is Stance.DENIES else above > max(below, HELD)


def birthday(left: Side, right: Side) -> Finding | None:
    """One person, and a birthday between the two reports."""
    for young, old in ((left, right), (right, left)):
        if _has_had_birthdays(young, old):
            return Finding(RelationKind.COMPATIBLE, wording.birthday(young, old), swapped=young is right)
    return None


def _has_had_birthdays(young: Side, old: Side) -> bool:
    """Whether the difference of two ages is the number of birthdays between the days on which they were given."""
    before, after = day(young.until), day(old.since)
    ages = (young.value.low, old.value.low)
    if before is None or after is None or {side.value.kind for side in (young, old)} != {Kind.AGE}:
        return False
    if not (isinstance(ages[0], Decimal) and isinstance(ages[1], Decimal) and ages[0] < ages[1]):
        return False
    exact = all(side.value.bound is Bound.EXACT and side.value.unit == "year" for side in (young, old))
    whole_years = Decimal((after - before).days // _YEAR)
    return exact and (after - before).days >= _WEEK and whole_years <= ages[1] - ages[0] <= whole_years + 1


_YEAR, _WEEK = 365, 7
"""Days; two reports of one week hardly have a birthday between them."""


def revision(left: Side, right: Side) -> Finding | None:
    """The same source later gave another figure; the newest stands and the older ones stay visible."""
    if left.origin != right.origin:
        return None
    if left.entry.claim.value.kind is Kind.TEXT:
        return _taken_back(left, right)
    for old, new in ((left, right), (right, left)):
        if _revises(new, old):
            return Finding(RelationKind.REVISION, wording.revision(old, new), swapped=old is right)
    return None


def _taken_back(left: Side, right: Side) -> Finding | None:
    """A source that first denies and later says it, or the other way round; steps of a case have their own rule."""
    mine, theirs = left.entry.claim, right.entry.claim
    if left.stance is right.stance or step_of(mine) is not None or not same_said(mine, theirs):
        return None
    for old, new in ((left, right), (right, left)):
        if comes_after(new, old):
            return Finding(RelationKind.REVISION, wording.taken_back(old, new), swapped=old is right)
    return None


def _revises(new: Side, old: Side) -> bool:
    if old.stance is Stance.DENIES or not comes_after(new, old):
        return False
    if new.stance is Stance.DENIES:
        return excludes(new, old)
    fit = _fit(new, old)
    if fit is Fit.COMPATIBLE:
        return not same_figure(new, old) and (_raised(old, new) or told_as_former(old, new))
    return fit is Fit.CONFLICT


def _raised(old: Side, new: Side) -> bool:
    """Whether a minimum was replaced by a count that lies more than a tenth above it."""
    if old.value.bound not in (Bound.AT_LEAST, Bound.MORE_THAN) or new.value.bound is not Bound.EXACT:
        return False
    least, count = span_of(old.value).low, span_of(new.value).low
    return least is not None and count is not None and count > least * MORE


def earlier(left: Side, right: Side) -> Finding | None:
    """Another source's lower count, given while the count was still going on; both may have been right when said."""
    if left.origin == right.origin or Stance.DENIES in (left.stance, right.stance):
        return None
    for old, new in ((left, right), (right, left)):
        if overtaken(old, new):
            return Finding(RelationKind.EARLIER, wording.earlier(old, new), swapped=old is right)
    return None


def ladder(left: Side, right: Side) -> Finding | None:
    """Steps of one legal case fit together, whichever was reported first; opposite ends of one step do not."""
    mine, theirs = step_of(left.entry.claim), step_of(right.entry.claim)
    if mine is None or theirs is None:
        return None
    if left.stance is not right.stance:
        return _denied_step(left, right)
    if left.stance is Stance.ASSERTS and contrary(left.entry.claim, right.entry.claim):
        return _opposite(left, right)
    if left.stance is Stance.ASSERTS and (_not_overtaken(left, right) or _not_overtaken(right, left)):
        return Finding(RelationKind.CONFLICT, wording.opposite(left, right))
    if mine == theirs:
        return Finding(RelationKind.AGREE, wording.same_step(left, right))
    return Finding(RelationKind.COMPATIBLE, wording.steps(left, right))


def _opposite(left: Side, right: Side) -> Finding | None:
    """Convicted and acquitted: a conflict of two sources at one time; weeks later it may be a higher court."""
    mine, theirs = day(left.since), day(right.since)
    later = mine is not None and theirs is not None and abs((mine - theirs).days) > _APPEAL
    if left.origin == right.origin or later:
        return None
    return Finding(RelationKind.CONFLICT, wording.opposite(left, right))


def _not_overtaken(one: Side, other: Side) -> bool:
    """Whether one side's state was told when the other had been: held though freed, a witness though charged."""
    if one.origin == other.origin:
        return False
    mine, theirs = one.entry.claim, other.entry.claim
    return (uninvolved(mine, theirs) or still_held(mine, theirs)) and order(one.until, other.since) != -1


_APPEAL = 14
"""Days after which another verdict may be that of a higher court."""


def _denied_step(left: Side, right: Side) -> Finding | None:
    """A step that one says was taken and another that it was not; what was still to come may have come since."""
    denied, said = (left, right) if left.stance is Stance.DENIES else (right, left)
    not_taken, taken = step_of(denied.entry.claim), step_of(said.entry.claim)
    if not_taken is None or taken is None:
        return None
    if taken > not_taken and not implies(said.entry.claim, denied.entry.claim):
        return None
    if taken < not_taken or contrary(denied.entry.claim, said.entry.claim):
        return Finding(RelationKind.COMPATIBLE, wording.not_denied(denied, said))
    if so_far(denied.entry.claim) and order(denied.until, said.since) == -1:
        return Finding(RelationKind.COMPATIBLE, wording.taken_since(denied, said))
    if left.origin == right.origin:
        return None
    return Finding(RelationKind.CONFLICT, wording.denied(denied, said))


def denial(left: Side, right: Side) -> Finding | None:
    """One denies what the other says; a denial speaks against that figure only, or the open end it names."""
    if left.stance is right.stance:
        return None
    denied, said = (left, right) if left.stance is Stance.DENIES else (right, left)
    if left.value.kind is Kind.TEXT:
        return _denied_words(denied, said)
    if picks_out(denied.entry):
        return Finding(RelationKind.COMPATIBLE, wording.picked_out(denied))
    if excludes(denied, said):
        if left.origin == right.origin:
            return None
        return Finding(RelationKind.CONFLICT, wording.denied(denied, said))
    return Finding(RelationKind.COMPATIBLE, wording.not_denied(denied, said))


def _denied_words(denied: Side, said: Side) -> Finding | None:
    if step_of(denied.entry.claim) is not None:
        return None
    if not same_said(denied.entry.claim, said.entry.claim):
        other = another_said(denied.entry.claim, said.entry.claim)
        return Finding(RelationKind.COMPATIBLE, wording.not_denied(denied, said)) if other else None
    if denied.origin == said.origin:
        return None
    return Finding(RelationKind.CONFLICT, wording.denied(denied, said))


def cause(left: Side, right: Side) -> Finding | None:
    """Two causes of kinds that leave no room for each other, such as arson and lightning; one kind fits itself."""
    mine, theirs = left.entry.claim, right.entry.claim
    if left.stance is not right.stance or left.stance is Stance.DENIES:
        return None
    if leaves_no_room(mine, theirs) and left.origin != right.origin:
        return Finding(RelationKind.CONFLICT, wording.other_cause(left, right))
    if same_said(mine, theirs) and plain(mine.value.words) != plain(theirs.value.words):
        kind = RelationKind.AGREE if same_words(mine, theirs) else RelationKind.COMPATIBLE
        return Finding(kind, wording.same_cause(left, right))
    return None


def agree(left: Side, right: Side) -> Finding | None:
    """Both give the same figure, or the same words."""
    if left.stance is not right.stance:
        return None
    if left.origin == right.origin and converted(left.entry, right.entry):
        return Finding(RelationKind.AGREE, wording.agree(left, right))
    if _fit(left, right) is not Fit.AGREE:
        return None
    return Finding(RelationKind.AGREE, wording.agree(left, right))


def bounds(left: Side, right: Side) -> Finding | None:
    """Some figure satisfies both: a bound, a range or an approximation leaves room for the other."""
    if left.stance is not right.stance or _fit(left, right) is not Fit.COMPATIBLE:
        return None
    return Finding(RelationKind.COMPATIBLE, wording.bounds(left, right))


def rounding(left: Side, right: Side) -> Finding | None:
    """One figure is the other rounded to the unit in which it is given."""
    if left.stance is not right.stance or _fit(left, right) is not Fit.CONFLICT:
        return None
    for coarse, fine in ((left, right), (right, left)):
        if _rounds_to(fine, coarse):
            return Finding(RelationKind.COMPATIBLE, wording.rounding(coarse, fine))
    return None


def _rounds_to(fine: Side, coarse: Side) -> bool:
    exact, rough = fine.value.low, coarse.value.low
    if (
        not isinstance(exact, Decimal)
        or not isinstance(rough, Decimal)
        or exact != fine.value.high
        or rough != coarse.value.high
    ):
        return False
    if fine.value.unit and coarse.value.unit and fine.value.unit != coarse.value.unit:
        there = convert(exact, fine.value.unit, coarse.value.unit)
        return (
            rough >= 2 and abs(rough) > abs(exact) * 0 and _finer(fine, coarse) and _to_step(there, Decimal(1)) == rough
        )
    step = _step(coarse.value, rough)
    return step is not None and exact != rough and _to_step(exact, step) == rough and exact % step != 0


def _finer(fine: Side, coarse: Side) -> bool:
    """Whether the first unit is the smaller one."""
    return convert(Decimal(1), str(fine.value.unit), str(coarse.value.unit)) < 1


def _to_step(number: Decimal, step: Decimal) -> Decimal:
    return (number / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _step(coarse: Value, rough: Decimal) -> Decimal | None:
    """The last place that a figure gives, to which a finer one is rounded (ISO 80000-1, annex B).

    "1.2 million" gives hundreds of thousands, "8.5 percent" tenths, "9 tonnes" tonnes; a plain count that is written
    out is not rounded.
    """
    words = coarse.words.casefold()
    size = next((size for word, size in _SIZES if word in words), 0)
    places = min(int(rough.scaleb(-size).normalize().as_tuple().exponent), 0)
    if size == 0 and places == 0 and coarse.unit is None:
        return None
    return Decimal(1).scaleb(size + places)


_SIZES = (("billion", 9), ("bn", 9), ("million", 6), ("thousand", 3))


def conflict(left: Side, right: Side) -> Finding | None:
    """No figure satisfies both, and both were held at the same time."""
    if left.stance is not right.stance or _fit(left, right) is not Fit.CONFLICT or not held_together(left, right):
        return None
    if left.origin == right.origin and not left.entry.display and not right.entry.display:
        return None
    if any(side.entry.claim.modality is not Modality.STATED for side in (left, right)):
        return None
    return Finding(RelationKind.CONFLICT, wording.conflict(left, right))


def held_together(left: Side, right: Side) -> bool:
    """Whether neither figure had been replaced by its own source when the other was given.

    Two that both gave way later did exclude each other, unless they did so within hours; that neither stands is told
    by the status of the question.
    """
    if left.replaced and right.replaced and not _both_lasted(left, right):
        return False
    for old, new in ((left, right), (right, left)):
        if old.replaced and (old.replaced_at is None or new.since is None or order(new.since, old.replaced_at) != -1):
            return False
    return True


def _both_lasted(left: Side, right: Side) -> bool:
    """Whether two figures of which neither stands had stood beside each other for more than a day."""
    given = [day(side.since) for side in (left, right)]
    gone = [day(side.replaced_at) for side in (left, right)]
    days = [(end - start).days for end in gone for start in given if end is not None and start is not None]
    return len(days) == len(given) * len(gone) and min(days) > 1


def unclear(left: Side, right: Side) -> Finding | None:
    """Nothing in the words decides; a person has to say how the two stand."""
    if left.value.kind is Kind.TEXT or right.value.kind is Kind.TEXT:
        return Finding(RelationKind.UNCLEAR, wording.unclear_text(left, right))
    if not held_together(left, right):
        return None
    return Finding(RelationKind.UNCLEAR, wording.unclear(left, right))


def _fit(left: Side, right: Side) -> Fit:
    return fit_of(left.value, right.value)


RULES: dict[str, Rule] = {
    rule.__name__: rule
    for rule in (drift, birthday, revision, earlier, ladder, denial, cause, agree, bounds, rounding, conflict, unclear)
}
"""The rules between two sides of one question, in the order in which they decide."""

for _name, _rule in RULES.items():
    if not _rule.__doc__:
        raise TypeError(f"the rule {_name} has no sentence for editors")


SENTENCES: dict[str, str] = {
    "copy": "The same report, printed by another outlet: a shared wire or one passage of words; it is counted once.",
    "repeat": "The same source gives the same figure again; it is counted once.",
    "headline": "A headline, bullet or caption is compared with the text of its own article only.",
    "part_of": "One counts a part of what the other counts.",
    "scope": "They look alike but count different people, places or times, so they answer different questions.",
    "could_differ": "The figures exclude each other, but too little tells that both are about the same thing.",
    "person": "A named person said how the two stand; that goes before every rule.",
    **{name: (rule.__doc__ or "").strip() for name, rule in RULES.items()},
}
"""The sentence of every rule by its id, also of those that need more than two sides to decide."""


def decide(left: Side, right: Side) -> tuple[str, Finding] | None:
    """The first rule that says how two sides stand, by its id, and what it says."""
    for name, rule in RULES.items():
        finding = rule(left, right)
        if finding is not None:
            return name, finding
    return None
