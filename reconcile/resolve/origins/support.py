"""How much stands behind a question: the articles that tell of it, the reports they are, and the first sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.model import Claim, Question, RelationKind


@dataclass(frozen=True, slots=True)
class Support:
    """How many articles tell of a question, how many of them copy another one, and how many origins they trace to.

    Ten prints of one wire report that quotes the police are ten articles, nine of them copies, and one origin.
    """

    articles: int
    copies: int
    origins: int

    def __str__(self) -> str:
        """In words: "5 articles (3 of them copies), 2 origins"."""
        copied = f" ({self.copies} of them {'a copy' if self.copies == 1 else 'copies'})" if self.copies else ""
        return f"{_count(self.articles, 'article')}{copied}, {_count(self.origins, 'origin')}"


def _count(amount: int, noun: str) -> str:
    return f"{amount:,} {noun}" if amount == 1 else f"{amount:,} {noun}s"


def support_of(question: Question, claims: Mapping[str, Claim]) -> Support:
    """What stands behind a question by its claims, its accounts and its relations `copy`.

    An article counts as a copy where it copies another one; of those that copy each other all but one do. Own
    reporting counts as an article, too.
    """
    told = {id: claims[id].document for id in question.claims if id in claims}
    first = {document: document for document in told.values()}
    for relation in question.relations:
        if relation.kind is RelationKind.COPY and relation.left in told and relation.right in told:
            one, other = (_root(first, told[end]) for end in (relation.left, relation.right))
            first[max(one, other)] = min(one, other)
    copies = sum(first[document] != document for document in first)
    return Support(len(first), copies, len(question.accounts))


def _root(first: Mapping[str, str], document: str) -> str:
    while first[document] != document:
        document = first[document]
    return document
