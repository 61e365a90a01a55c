"""Where a question stands by its claims alone: computed from its accounts and relations, never edited."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Account, QuestionStatus, Relation, RelationKind

_TALKING = (RelationKind.AGREE, RelationKind.COMPATIBLE)


def status_of(accounts: Sequence[Account], relations: Sequence[Relation]) -> QuestionStatus:
    """The status of a question, the most pressing one first.

    Contested: two standing claims exclude each other. Moving: a count was overtaken while it went on.
    Revised: a source replaced its own figure. Then agreed or compatible between origins; single-origin
    where one origin alone speaks; open where several speak and nothing is decided between them.
    """
    standing = {claim for account in accounts for claim in account.standing}
    kinds = {relation.kind for relation in relations}
    clashes = any(r.kind is RelationKind.CONFLICT and {r.left, r.right} <= standing for r in relations)
    if clashes:
        return QuestionStatus.CONTESTED
    if RelationKind.EARLIER in kinds:
        return QuestionStatus.MOVING
    if RelationKind.REVISION in kinds:
        return QuestionStatus.REVISED
    if len(accounts) < 2:
        return QuestionStatus.SINGLE_ORIGIN
    between = {r.kind for r in relations if r.left_question == r.right_question} - {RelationKind.COPY}
    if between == {RelationKind.AGREE}:
        return QuestionStatus.AGREED
    return QuestionStatus.COMPATIBLE if between and between <= set(_TALKING) else QuestionStatus.OPEN
