"""How the accounts relate, pair by pair: the result in the closed vocabulary, and always the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.model import Question, Relation, RelationKind
from reconcile.report import wording
from reconcile.report.cards import carded
from reconcile.report.figures import of_claim
from reconcile.report.runs import Line, Run, own, said
from reconcile.report.sheet import Sheet
from reconcile.report.wording import Term

MOST_PAIRS = 60


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question of the site can be read: its title, its page (None where it has none) and its status."""

    title: str
    href: str | None
    term: Term


Directory = Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: the two figures with their letters, the result, the reason, and what had to be assumed."""

    left: Line
    right: Line
    term: Term
    why: Line
    assumptions: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The rows shown, and how many more stand in the data files."""

    rows: tuple[Pair, ...]
    left_out: int


def pairs(sheet: Sheet, directory: Directory) -> Pairs:
    """The relations of the page's questions, those between the accounts that have a card first."""
    found: dict[tuple[str, str, RelationKind], Relation] = {}
    for question in sheet.questions:
        for relation in question.relations:
            found.setdefault((relation.left, relation.right, relation.kind), relation)
    ranked = sorted(found.values(), key=lambda one: _rank(sheet, one))
    shown = ranked[:MOST_PAIRS]
    return Pairs(tuple(_pair(sheet, one, directory) for one in shown), len(ranked) - len(shown))


def _rank(sheet: Sheet, relation: Relation) -> tuple[object, ...]:
    """Between cards first, then by letters, then in the order in which the resolver decides."""
    sides = [sheet.holders.get(one) for one in (relation.left, relation.right)]
    on_cards = all(held and held[1] in carded(sheet, held[0]) for held in sides)
    letters = sorted(held[1].letter if held else "~" for held in sides)
    here = all(held and held[0].id == sheet.dossier.question.id for held in sides)
    order = list(RelationKind).index(relation.kind)
    return (not on_cards, not here, letters, order, relation.left, relation.right)


def _pair(sheet: Sheet, relation: Relation, directory: Directory) -> Pair:
    return Pair(
        left=_side(sheet, relation.left, relation.left_question, directory),
        right=_side(sheet, relation.right, relation.right_question, directory),
        term=_term(sheet, relation),
        why=(said(relation.why),),
        assumptions=tuple((said(words),) for words in relation.assumptions),
    )


def _term(sheet: Sheet, relation: Relation) -> Term:
    term = wording.relation(relation.kind, relation.rule)
    later = sheet.claim(relation.right)
    if relation.kind is not RelationKind.REVISION or later is None:
        return term
    document = sheet.document(later)
    stamp = later.said_at or (document.published if document else None)
    when = sheet.wall.time_or_day(stamp)
    return Term(f"{term.words} {'at' if when and ':' in when else 'on'} {when}", term.look) if when else term


def _side(sheet: Sheet, claim_id: str, question_id: str, directory: Directory) -> Line:
    claim, tag = sheet.claim(claim_id), sheet.tag_of(claim_id)
    figure = said(of_claim(claim).plain) if claim else own("")
    if tag:
        return (tag.run, own(" "), figure)
    source = (own(" ("), said(sheet.source(claim)), own(")")) if claim else ()
    return (figure, *source, *_elsewhere(sheet, question_id, directory))


def _elsewhere(sheet: Sheet, question_id: str, directory: Directory) -> Line:
    place = directory.get(question_id)
    if place is None or question_id in {question.id for question in sheet.questions}:
        return ()
    title = said(place.title)
    return (own(", on: "), Run(title.text, "link" if place.href else "name", title.raw, place.href))


def drifts(question: Question) -> list[Relation]:
    """Where a headline, bullet or caption goes further than the text."""
    return [relation for relation in question.relations if relation.kind is RelationKind.DRIFT]
