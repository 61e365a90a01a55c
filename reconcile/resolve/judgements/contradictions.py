"""Contradictions between judgements, found when one is entered, with the whole chain that causes them.

Two chains are looked for. Of questions: what is the same, step by step, may nowhere be different. Of events: claims of
one question are of one event, so what belongs to two events cannot be.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.model import Judgement, Level


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain: two claims and the judgement on them, or (None) the `place` in which both stand.

    `same` tells whether the step holds the two together.
    """

    left: str
    right: str
    same: bool
    judgement: Judgement | None = None
    place: str = ""


def contradiction(
    new: Judgement,
    standing: Sequence[Judgement],
    questions: Mapping[str, str] | None = None,
) -> tuple[Step, ...]:
    """The shortest chain that tells against a judgement, in the order of its steps; () where it fits.

    `standing` are the judgements that were not undone, at least all those that a chain from the new one's claims
    reaches. `questions` maps claims to the questions that are being judged as they are now, so that nobody can join
    two questions of which some claims were put apart.
    """
    if other := _other_word(new, standing):
        return (Step(other.left[0], other.right[0], other.joins, other),)
    chain: tuple[Step, ...] = ()
    if new.level is not Level.EVENT:
        held = questions if new.level is Level.QUESTION and new.joins else None
        chain = _chain(new, [each for each in standing if each.level is not Level.EVENT], held or {})
    if not chain and (new.joins or new.level is Level.EVENT):
        chain = _chain(new, [each for each in standing if each.joins or each.level is Level.EVENT], {})
    return chain


def said_already(new: Judgement, standing: Sequence[Judgement]) -> Judgement | None:
    """The standing judgement that says the very same of the same things."""
    return next((each for each in standing if _told(each) == _told(new)), None)


def _told(judgement: Judgement) -> tuple[object, ...]:
    """What a judgement says; who stands left matters only for a relation."""
    ends = [judgement.left[0], judgement.right[0]]
    return (judgement.word, judgement.level, *(ends if judgement.relation else sorted(ends)))


def _other_word(new: Judgement, standing: Sequence[Judgement]) -> Judgement | None:
    """A standing judgement that gives the same two claims another relation."""
    if new.relation is None:
        return None
    ends = {new.left[0], new.right[0]}
    alike = (each for each in standing if each.relation and {each.left[0], each.right[0]} == ends)
    return next((each for each in alike if _told(each) != _told(new)), None)


def _chain(new: Judgement, standing: Sequence[Judgement], places: Mapping[str, str]) -> tuple[Step, ...]:
    near = _Near([each for each in standing if each.joins], places)
    left, right = new.left[0], new.right[0]
    mine = near.reached(left)
    if not new.joins:
        return tuple(_path(mine, right)) if right in mine else ()
    theirs = near.reached(right)
    best: tuple[Step, ...] = ()
    for each in (one for one in standing if not one.joins):
        for one, other in ((each.left[0], each.right[0]), (each.right[0], each.left[0])):
            if one in mine and other in theirs:
                back = [Step(step.right, step.left, True, step.judgement, step.place) for step in _path(theirs, other)]
                found = (*_path(mine, one), Step(one, other, False, each), *reversed(back))
                best = found if not best or len(found) < len(best) else best
    return best


Tree = Mapping[str, Step | None]
"""By claim the step by which it was first reached, None for the one where the search began."""


class _Near:
    """Which claims each claim is held together with: by judgements, and by a place that they share."""

    def __init__(self, judgements: Sequence[Judgement], places: Mapping[str, str]) -> None:
        self.places = places
        self.steps: dict[str, list[Step]] = {}
        self.inside: dict[str, list[str]] = {}
        for each in judgements:
            left, right = each.left[0], each.right[0]
            self.steps.setdefault(left, []).append(Step(left, right, True, each))
            self.steps.setdefault(right, []).append(Step(right, left, True, each))
        for claim, place in places.items():
            self.inside.setdefault(place, []).append(claim)

    def reached(self, start: str) -> Tree:
        """Everything that the steps reach, the nearest first."""
        tree: dict[str, Step | None] = {start: None}
        todo, entered = deque([start]), set[str]()
        while todo:
            for step in self._on(todo.popleft(), entered):
                if step.right not in tree:
                    tree[step.right] = step
                    todo.append(step.right)
        return tree

    def _on(self, claim: str, entered: set[str]) -> Iterator[Step]:
        """The steps that lead on from a claim; a place is entered once."""
        yield from self.steps.get(claim, ())
        place = self.places.get(claim)
        if place is not None and place not in entered:
            entered.add(place)
            yield from (Step(claim, other, True, None, place) for other in self.inside[place] if other != claim)


def _path(tree: Tree, end: str) -> list[Step]:
    """The steps from the start of a search to one claim."""
    path: list[Step] = []
    while (step := tree[end]) is not None:
        path.append(step)
        end = step.left
    return path[::-1]


def in_words(chain: Sequence[Step]) -> str:
    """A chain as one line: "c1-a = c1-b (j1-…, Ida Lund, 2026-11-22), c1-b ≠ c1-c (…)"."""
    return ", ".join(_told_steps(chain))


def _told_steps(chain: Sequence[Step]) -> Iterator[str]:
    for step in chain:
        if step.judgement is None:
            yield f"{step.left} and {step.right} stand in {step.place}"
            continue
        told = step.judgement
        sign = f" {told.word} " if told.relation else " = " if step.same else " ≠ "
        yield f"{step.left}{sign}{step.right} ({told.id}, {told.editor}, {told.at})"
