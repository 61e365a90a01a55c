"""Claims to questions: which claims answer the same question, and how they stand to each other. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reconcile.model import Claim, Document, Question, Relation
from reconcile.resolve.desk import Desk
from reconcile.resolve.keys import block_keys

__all__ = ["Desk", "aliases", "block_keys", "expand", "resolve"]


def resolve(claims: Sequence[Claim], documents: Mapping[str, Document], desk: Desk) -> tuple[Question, ...]:
    """The questions that the claims answer, in the order of their earliest claims."""
    return ()


def expand(question: Question) -> Iterator[Relation]:
    """The relations of a question as one line per pair of claims."""
    yield from question.relations


def aliases(before: Mapping[str, str], after: Iterable[Question]) -> dict[str, str]:
    """Where the ids of questions that are gone lead now; `before` maps claims to their old questions."""
    return {}
