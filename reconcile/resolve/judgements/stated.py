"""What people stated of claims, put in place of what the rules found: relations, copies and titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reconcile.model import GivenTitle, Judgement, Level, Question, Relation, RelationKind
from reconcile.resolve.judgements.judged import PERSON, Judged, first_of, told_by
from reconcile.resolve.relations.sides import Side

ACROSS = (RelationKind.PART_OF, RelationKind.SCOPE)
"""Relations between claims of two questions; all others stand in one."""


def copied(origins: Mapping[str, str], judged: Judged) -> dict[str, str]:
    """The origins, once what people call a copy shares the origin of the claim that it copies."""
    found = dict(origins)
    for each in judged.relations.values():
        if each.relation is RelationKind.COPY and each.left[0] in found and each.right[0] in found:
            found[each.right[0]] = found[each.left[0]]
    return found


def as_stated(
    question: str, relations: Sequence[Relation], sides: Sequence[Side], judged: Judged
) -> tuple[Relation, ...]:
    """The relations of one question, those that people stated in place of what a rule decided on the same figures.

    What is said of two claims holds for the figures that their sources give with them. Where two people judged two
    pairs of the same figures, the newest word holds for the figures, the other for its own pair of claims.
    """
    inside = [each for each in judged.relations.values() if each.relation not in ACROSS]
    if not inside:
        return tuple(relations)
    first = {entry.id: side.entry.id for side in sides for entry in side.members}
    stated: dict[frozenset[str], Relation] = {}
    for each in reversed(inside):
        left, right = each.left[0], each.right[0]
        if left not in first or right not in first:
            continue
        ends = first[left], first[right]
        if ends[0] == ends[1] or frozenset(ends) in stated:
            ends = left, right
        stated.setdefault(frozenset(ends), _relation(each, *ends, question, question))
    kept = (relation for relation in relations if frozenset((relation.left, relation.right)) not in stated)
    return (*stated.values(), *kept)


def _relation(judgement: Judgement, left: str, right: str, one: str, other: str) -> Relation:
    return Relation(left, right, RelationKind(judgement.word), PERSON, told_by(judgement), one, other)


def across_as_stated(questions: Sequence[Question], judged: Judged) -> list[Question]:
    """The questions with the parts and scopes that people stated between claims of two of them."""
    stated = {pair: each for pair, each in judged.relations.items() if each.relation in ACROSS}
    if not stated:
        return list(questions)
    home = {claim: question.id for question in questions for claim in question.claims}
    found = {question.id: _without(question, stated) for question in questions}
    for pair, each in stated.items():
        left = next(claim for claim in each.left if claim in pair)
        right = next(claim for claim in each.right if claim in pair)
        one, other = home.get(left), home.get(right)
        if one is None or other is None or one == other:
            continue
        relation = _relation(each, left, right, one, other)
        found[one] = replace(found[one], relations=(*found[one].relations, relation))
        if relation.kind is RelationKind.PART_OF and other not in _upwards(one, found):
            found[other] = replace(found[other], whole=one)
    return list(found.values())


def _without(question: Question, stated: Mapping[frozenset[str], Judgement]) -> Question:
    """A question without what a rule said of the claims that people judged."""
    kept = tuple(each for each in question.relations if frozenset((each.left, each.right)) not in stated)
    return question if kept == question.relations else replace(question, relations=kept)


def _upwards(question: str, questions: Mapping[str, Question]) -> Iterator[str]:
    """A question and all of which it counts a part."""
    seen: set[str] = set()
    following: str | None = question
    while following is not None and following not in seen:
        seen.add(following)
        yield following
        following = questions[following].whole if following in questions else None


def titled(titles: Sequence[GivenTitle], questions: Sequence[Question], struck: frozenset[str]) -> list[Question]:
    """The questions under the titles that people gave them: of several the newest, by its first claim not struck."""
    asked = [each for each in titles if each.level is Level.QUESTION]
    if not asked:
        return list(questions)
    home = {claim: question.id for question in questions for claim in question.claims}
    given: dict[str, str | None] = {}
    for each in asked:
        anchor = first_of(each.claims, struck)
        if anchor in home:
            given[home[anchor]] = each.title
    return [replace(question, title=given.get(question.id) or question.title) for question in questions]
