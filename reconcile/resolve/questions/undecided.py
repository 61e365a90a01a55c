"""Figures that tell neither what they count nor what happened to it, and that more than one question would fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.model import Relation, RelationKind
from reconcile.resolve.entry import Entry
from reconcile.resolve.questions.evidence import points_for
from reconcile.resolve.questions.grouping import ENOUGH, FEW, apart, fit_of_points, is_bare
from reconcile.resolve.questions.setting import Setting
from reconcile.resolve.relations.parts import SCOPE

_MEMBERS = 24
"""Claims of a question that such a figure is compared with."""


def could_be(groups: Sequence[Sequence[Entry]], setting: Setting, question_of: Mapping[str, str]) -> Iterator[Relation]:
    """For each bare figure that stands alone though two questions would fit it: a line to either of them.

    It is not put under either, since nothing tells which; a person may say so (`reconcile same`). Of an event with very
    many questions nothing is told.
    """
    bare = [group[0] for group in groups if len(group) == 1 and is_bare(group[0])]
    told = [group for group in groups if not all(is_bare(entry) for entry in group)]
    if len(bare) + len(told) > FEW:
        return
    for entry in bare:
        fits = [(fit, -place) for place, group in enumerate(told) if (fit := _fit(entry, group, setting)) >= ENOUGH]
        if len(fits) < 2:
            continue
        one, other = (told[-place] for _, place in sorted(fits, reverse=True)[:2])
        either = f"“{_counts(one)}” or “{_counts(other)}”"
        why = f"“{entry.claim.value.words}” does not tell what it counts: it could be {either}."
        for group in (one, other):
            ids = (question_of[group[0].id], question_of[entry.id])
            yield Relation(group[0].id, entry.id, RelationKind.SCOPE, SCOPE, why, *ids)


def _fit(entry: Entry, group: Sequence[Entry], setting: Setting) -> float:
    """How well a figure fits a question: below nought where it cannot answer it."""
    near = [each for each in group if not is_bare(each)][:_MEMBERS]
    if any(each.sort != entry.sort or each.aside != entry.aside or apart(entry, each) for each in near) or not near:
        return -1.0
    return fit_of_points([points_for(entry, each, setting) for each in near])


def _counts(group: Sequence[Entry]) -> str:
    """What a question counts, in its own words."""
    scopes = [entry.claim.scope for entry in group]
    return next((told for scope in scopes if (told := scope.counted or scope.attribute or scope.population)), "another")
