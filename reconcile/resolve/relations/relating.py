"""Relations within one question: between the figures of its origins, each pair decided by the first rule that fits.

What is stored grows with the figures, not with the claims: a claim that repeats a figure of its own source
hangs on the first one that gave it, and `expand` spells the pairs of claims out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import combinations

from reconcile.model import RUNNING_ATTRIBUTES, Bound, Kind, Relation, RelationKind
from reconcile.resolve.entry import Entry
from reconcile.resolve.judgements.judged import PERSON
from reconcile.resolve.origins.copies import is_copy
from reconcile.resolve.relations import wording
from reconcile.resolve.relations.counting import in_motion
from reconcile.resolve.relations.figures import span_of
from reconcile.resolve.relations.moods import may_stand_beside
from reconcile.resolve.relations.rules import Finding, decide
from reconcile.resolve.relations.sides import Side
from reconcile.resolve.words.terms import WORD, plain

REPEAT, COPY, HEADLINE, COULD_DIFFER = "repeat", "copy", "headline", "could_differ"
_ALL_PAIRS = 150
"""Figures of one question that are all set beside each other; more than any page could show."""
_LOOKED_AT = 5
"""How many claims of one figure are looked at before two figures are called doubtful."""


Sure = Callable[[Entry, Entry], bool]
"""Whether enough speaks for two claims being about the same thing to call them a conflict."""


def relations_of(question: str, sides: Sequence[Side], shown: Sequence[Side], sure: Sure) -> Iterator[Relation]:
    """The relations of one question, in the order of the sides.

    `sides` are the figures of its accounts; `shown` are headlines, bullets and captions that stand over
    a text which has a figure of its own.
    """
    sides = in_motion(sides)
    for side in sides:
        yield from _repeats(question, side)
    for left, right in _compared(sides):
        decided = _doubted(decide(left, right), left, right, sure)
        if decided is not None:
            yield _relation(question, left.entry, right.entry, *decided)
    for headline in shown:
        yield from _under(question, headline, sides, sure)


def _compared(sides: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """Every two figures of a question; of very many, each with the lowest, the highest and its source's last one."""
    if len(sides) <= _ALL_PAIRS:
        yield from combinations(sides, 2)
        return
    ends = sorted(range(len(sides)), key=lambda place: (_size(sides[place]), place))
    last: dict[str, int] = {}
    pairs: set[tuple[int, int]] = set()
    for place, side in enumerate(sides):
        beside = {ends[0], ends[-1], last.get(side.origin, place)} - {place}
        pairs |= {(min(place, other), max(place, other)) for other in beside}
        last[side.origin] = place
    yield from ((sides[one], sides[other]) for one, other in sorted(pairs))


def _size(side: Side) -> float:
    end = side.value.low if side.value.low is not None else side.value.high
    return float(end.toordinal() if isinstance(end, date) else end or 0)


def _doubted(decided: tuple[str, Finding] | None, left: Side, right: Side, sure: Sure) -> tuple[str, Finding] | None:
    """A conflict is called unclear where too little tells that both figures are about the same thing."""
    if decided is None or decided[0] not in ("conflict", "denial") or decided[1].kind is not RelationKind.CONFLICT:
        return decided
    if decided[0] == "denial" and left.value.kind is Kind.TEXT:
        return decided
    pairs = [(one, other) for one in left.members[:_LOOKED_AT] for other in right.members[:_LOOKED_AT]]
    beside = all(may_stand_beside(one, other) for one, other in pairs)
    if not beside and (
        decided[0] == "denial"
        or none_against_some(left.entry, right.entry)
        or any(sure(one, other) for one, other in pairs)
    ):
        return decided
    return COULD_DIFFER, Finding(RelationKind.UNCLEAR, wording.could_differ(left, right))


def none_against_some(left: Entry, right: Entry) -> bool:
    """Whether one says that nobody came to harm and the other counts some who did, whoever they are."""
    return _none_against_some(left, right) or _none_against_some(right, left)


def _none_against_some(none: Entry, some: Entry) -> bool:
    if none.claim.value.bound is not Bound.NONE or none.facet != some.facet or none.facet not in RUNNING_ATTRIBUTES:
        return False
    least = span_of(some.claim.value).low
    of_all = not none.qualified and (not none.people or bool(none.people & some.people))
    everywhere = none.claim.scope.place in (None, some.claim.scope.place)
    return of_all and everywhere and least is not None and least > 0


def _repeats(question: str, side: Side) -> Iterator[Relation]:
    """Each later claim of one figure of one source, hung on the first."""
    first = side.entry
    for entry in side.members[1:]:
        if is_copy(first, entry):
            why = f"The same report stands in {_place(first)} and in {_place(entry)}; it is counted once."
            kind, rule = RelationKind.COPY, COPY
        else:
            why, kind, rule = (
                f"{side.title} gives this figure more than once; it is counted once.",
                RelationKind.AGREE,
                REPEAT,
            )
        yield Relation(first.id, entry.id, kind, rule, why, question, question)


def _place(entry: Entry) -> str:
    return entry.document.outlet or "an outlet that is not stated"


def _under(question: str, shown: Side, sides: Sequence[Side], sure: Sure) -> Iterator[Relation]:
    """A headline against each claim that its own article's text makes on the question.

    Where the text has the very figure, the headline agrees with it, and nothing is left to a person.
    """
    found = []
    for side in sides:
        for entry in side.members:
            if entry.document.id != shown.entry.document.id:
                continue
            told = Side(side.origin, side.title, (entry,), side.since, side.until, side.replaced, side.replaced_at)
            decided = _doubted(decide(shown, told), shown, told, sure)
            if decided is not None:
                found.append((entry, *decided))
    same = any(finding.kind is RelationKind.AGREE for _, _, finding in found)
    for entry, rule, finding in found:
        in_words = entry.claim.value.kind is Kind.TEXT
        if same and (finding.kind is RelationKind.UNCLEAR or (in_words and rule == "drift")):
            continue
        yield _relation(question, shown.entry, entry, rule if rule == "drift" else HEADLINE, finding)


def _relation(question: str, left: Entry, right: Entry, rule: str, finding: Finding) -> Relation:
    first, second = (right, left) if finding.swapped else (left, right)
    assumed = assumptions(first, second) if finding.kind is not RelationKind.UNCLEAR else ()
    why = finding.why[:1].upper() + finding.why[1:]
    return Relation(first.id, second.id, finding.kind, rule, why, question, question, assumed)


def assumptions(left: Entry, right: Entry) -> tuple[str, ...]:
    """What has to be taken for granted for two claims to be compared, each as a clause of its own."""
    if left.claim.value.kind is Kind.TEXT or left.claim.question == right.claim.question is not None:
        return ()
    found = []
    mine, theirs = left.claim.scope, right.claim.scope
    if (left.people or left.words) != (right.people or right.words) and not (
        left.words & right.words and left.people == right.people
    ):
        one, other = _counted(left), _counted(right)
        if one and other and one != other:
            found.append(_taken(one, other, left, right))
    if bool(mine.place) != bool(theirs.place):
        found.append(f"both are taken to be about {mine.place or theirs.place}")
    return tuple(found)


def _taken(one: str, other: str, left: Entry, right: Entry) -> str:
    """Which people or things are taken to be which: "the deaths" to be the soldiers killed."""
    general = [not entry.people and not entry.words for entry in (left, right)]
    if general == [True, False]:
        return f"“{one}” are taken to be {_the(other)}"
    if general == [False, True]:
        return f"“{other}” are taken to be {_the(one)}"
    return f"“{one}” and “{other}” are taken to be the same"


def _the(words: str) -> str:
    return words if words.lower().startswith(("the ", "a ", "an ", "all ")) else f"the {words}"


def _counted(entry: Entry) -> str:
    words = entry.claim.scope.counted or entry.claim.scope.population or ""
    return " ".join(words.split()) if WORD.search(plain(words)) else ""


def expanded(relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations of one question as one line per pair of claims, each pair once, no claim with itself.

    A relation between two figures holds between all claims that give them; what is said of a headline or of
    two questions holds for that pair alone.
    """
    first_of: dict[str, str] = {}
    classes: dict[str, list[str]] = {}
    for relation in relations:
        if _hangs(relation):
            classes.setdefault(relation.left, [relation.left]).append(relation.right)
            first_of[relation.right] = relation.left
    seen: set[frozenset[str]] = set()
    for relation in (*relations, *_within(relations, classes)):
        for left, right in _pairs(relation, classes):
            pair = frozenset((left, right))
            if len(pair) == 2 and pair not in seen:
                seen.add(pair)
                yield _for_pair(relation, left, right)


def _hangs(relation: Relation) -> bool:
    """Whether the right claim repeats the figure of the left one, by the rules or by what a person said of it."""
    return relation.rule in (REPEAT, COPY) or (relation.rule == PERSON and relation.kind is RelationKind.COPY)


def _within(relations: Sequence[Relation], classes: dict[str, list[str]]) -> Iterator[Relation]:
    """The pairs among the later claims of one figure."""
    told = {relation.left: relation for relation in relations if _hangs(relation)}
    for first, members in classes.items():
        for left, right in combinations(members[1:], 2):
            model = told[first]
            yield Relation(
                left, right, RelationKind.AGREE, REPEAT, model.why, model.left_question, model.right_question
            )


def _pairs(relation: Relation, classes: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    between = relation.left_question != relation.right_question
    if between or _hangs(relation) or relation.rule in (HEADLINE, "drift"):
        yield relation.left, relation.right
        return
    for left in classes.get(relation.left, [relation.left]):
        for right in classes.get(relation.right, [relation.right]):
            yield left, right


def _for_pair(relation: Relation, left: str, right: str) -> Relation:
    if (left, right) == (relation.left, relation.right):
        return relation
    return Relation(
        left,
        right,
        relation.kind,
        relation.rule,
        relation.why,
        relation.left_question,
        relation.right_question,
        relation.assumptions,
    )
