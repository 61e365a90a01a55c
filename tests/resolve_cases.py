"""One-line makers of claims and documents for the tests of the resolver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from reconcile.model import Claim, Document, Kind, Question, Relation, Scope, Section, Source, Span, Stance, Value
from reconcile.resolve import Desk, expand, resolve
from reconcile.values import parse

_NUMBER = count(1)


def claim(
    words: str,
    source: str | None = None,
    *,
    document: str = "d1",
    attribute: str | None = "deaths",
    counted: str | None = None,
    place: str | None = None,
    said: str | None = None,
    question: str | None = None,
    stance: str = "asserts",
) -> Claim:
    """A claim typed in: the value in words, the source by its name."""
    return Claim(
        id=f"c1-{next(_NUMBER):06d}",
        document=document,
        quote=words,
        value=parse(words),
        scope=Scope(attribute=attribute, counted=counted, place=place),
        source=Source(source) if source else None,
        said_at=said,
        stance=Stance(stance),
        question=question,
    )


def said_in_words(words: str, source: str, document: str, attribute: str) -> Claim:
    """A claim whose value is words, on a question that the user named after its attribute."""
    made = claim("1", source, document=document, attribute=attribute, question=f"the {attribute}")
    return replace(made, quote=words, value=Value(Kind.TEXT, words=words))


def article(
    name: str, text: str, *, title: str = "", outlet: str | None = None, published: str = "2031-03-02"
) -> Document:
    """An article with its text."""
    return Document(id=name, text=text, title=title or None, outlet=outlet, published=published)


def quoted(
    document: Document,
    quote: str,
    words: str,
    source: str | None = None,
    *,
    attribute: str | None = "deaths",
    counted: str | None = None,
    section: str = "body",
) -> Claim:
    """A claim that stands in an article: its quotation is looked up in the text, the first place counts."""
    start = (document.text or "").find(quote)
    made = claim(words, source, document=document.id, attribute=attribute, counted=counted)
    span = Span(start, start + len(quote)) if start >= 0 else None
    return replace(made, quote=quote, span=span, section=Section(section))


def resolved(
    claims: Sequence[Claim], documents: Sequence[Document] = (), desk: Desk | None = None
) -> tuple[Question, ...]:
    """The questions of some claims; documents that are not given are known by their id alone."""
    known = {each.document: Document(id=each.document) for each in claims} | {each.id: each for each in documents}
    numbered = Desk(ingested={each.id: place for place, each in enumerate(claims)})
    return resolve(claims, known, desk or numbered)


def pairs(questions: Sequence[Question]) -> dict[frozenset[str], Relation]:
    """Every relation of some questions by its pair of claims; no pair may stand twice."""
    found: dict[frozenset[str], Relation] = {}
    for question in questions:
        for relation in expand(question):
            key = frozenset((relation.left, relation.right))
            assert len(key) == 2
            assert key not in found
            found[key] = relation
    return found


def between(questions: Sequence[Question], left: Claim, right: Claim) -> str:
    """How two claims stand, as a word; "nothing" where no relation names them."""
    relation = pairs(questions).get(frozenset((left.id, right.id)))
    return relation.kind.value if relation else "nothing"


def question_of(questions: Sequence[Question], each: Claim) -> Question:
    """The question in which a claim stands."""
    return next(question for question in questions if each.id in question.claims)
