"""How the accounts relate, pair by pair: the result in the closed vocabulary, and always the reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reconcile.model import Question, Relation, RelationKind
from reconcile.report import wording
from reconcile.report.cards import carded
from reconcile.report.figures import of_claim
from reconcile.report.runs import Line, Run, own, said
from reconcile.report.sheet import Sheet, Tag, over_the_text
from reconcile.report.wording import Term

MOST_PAIRS = 60
BESIDE = 14  # rows beyond which nothing stands beside the table
_WORST_FIRST = (
    *(RelationKind.CONFLICT, RelationKind.DRIFT, RelationKind.REVISION, RelationKind.EARLIER, RelationKind.UNCLEAR),
    *(RelationKind.COMPATIBLE, RelationKind.AGREE, RelationKind.PART_OF, RelationKind.SCOPE, RelationKind.COPY),
)
_EVEN = (RelationKind.CONFLICT, RelationKind.COMPATIBLE, RelationKind.AGREE, RelationKind.UNCLEAR)
_CLASHING = (RelationKind.CONFLICT,)
_QUOTED = re.compile("“[^”]*”")
_FITTING = (RelationKind.AGREE, RelationKind.COMPATIBLE)


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

    @property
    def long(self) -> bool:
        """Whether the table takes the whole width, or is not there at all."""
        return not self.rows or len(self.rows) > BESIDE


def pairs(sheet: Sheet, directory: Directory) -> Pairs:
    """The relations of the page's questions, contradictions first, then by letters.

    Of more than a page can hold those between accounts with a card are shown.
    """
    found: dict[object, Relation] = {}
    for question in sheet.questions:
        for relation in question.relations:
            if not _idle(sheet, relation) and not _past(sheet, relation):
                found.setdefault(_same_row(sheet, relation), relation)
    carded_ones = {(one.id, account.letter) for one in sheet.questions for account in carded(sheet, one)}
    ranked = sorted(found.values(), key=lambda one: (one.kind not in _CLASHING, not _on_cards(sheet, one, carded_ones)))
    shown = sorted(ranked[:MOST_PAIRS], key=lambda one: _rank(sheet, one))
    return Pairs(tuple(_pair(sheet, one, directory) for one in shown), len(ranked) - len(shown))


def _idle(sheet: Sheet, relation: Relation) -> bool:
    """What needs no row: a source that repeats or fits itself, a headline other than where it goes too far."""
    ends = [sheet.claim(one) for one in (relation.left, relation.right)]
    if any(one and over_the_text(one) and one.id not in sheet.holders for one in ends):
        return relation.kind is not RelationKind.DRIFT
    fits = relation.kind in _FITTING
    held = [sheet.holders.get(one) for one in (relation.left, relation.right)]
    alone = held[0] is not None and held[0] == held[1]
    return relation.rule == "repeat" or (fits and (alone or relation.rule == "headline"))


def _past(sheet: Sheet, relation: Relation) -> bool:
    """Whether one end is a figure that its own source has replaced: it is compared with nothing any more."""
    held = [sheet.holders.get(one) for one in (relation.left, relation.right)]
    gone = {claim.id for one in held if one for claim in sheet.replaced(one[1])}
    return relation.kind in _EVEN and not gone.isdisjoint((relation.left, relation.right))


def _same_row(sheet: Sheet, relation: Relation) -> object:
    """Rows of the same two accounts with the same result and reason are one row."""
    ends = [sheet.tag_of(one) for one in (relation.left, relation.right)]
    letters = [tag.letter if tag else one for tag, one in zip(ends, (relation.left, relation.right), strict=True)]
    if relation.kind is RelationKind.COPY:
        letters = [_printer(sheet, one) for one in (relation.left, relation.right)]
    if relation.kind in _EVEN:
        letters.sort()
    return (*letters, relation.kind, wording.relation(relation.kind, relation.rule).words, relation.why)


def _on_cards(sheet: Sheet, relation: Relation, carded_ones: set[tuple[str, str]]) -> bool:
    sides = [sheet.holders.get(one) for one in (relation.left, relation.right)]
    return all(held and (held[0].id, held[1].letter) in carded_ones for held in sides)


def _rank(sheet: Sheet, relation: Relation) -> tuple[object, ...]:
    """Contradictions first, the whole before its parts, then by letters, those who share them by the result."""
    ends = (relation.left, relation.right)
    sides = [sheet.holders.get(one) for one in ends]
    here = all(held and held[0].id == sheet.dossier.question.id for held in sides)
    letters = sorted(_letter(sheet, one) for one in ends)
    order = _WORST_FIRST.index(relation.kind)
    return (relation.kind not in _CLASHING, not here, letters, order, relation.left, relation.right)


def assumptions(sheet: Sheet) -> dict[str, list[Tag]]:
    """What the shown relations of the page take for granted, each once, with the accounts that it concerns.

    Two that differ only in the order of the words they quote are one.
    """
    told: dict[object, tuple[str, dict[Tag, None]]] = {}
    every = (one for question in sheet.questions for one in question.relations)
    shown = [one for one in every if not _past(sheet, one) and not _idle(sheet, one)]
    for relation in shown:
        for words in relation.assumptions:
            key = (tuple(sorted(_QUOTED.findall(words))), _QUOTED.sub("", words))
            tags = told.setdefault(key, (words, {}))[1]
            tags.update((tag, None) for one in (relation.left, relation.right) if (tag := sheet.tag_of(one)))
    ordered = ((words, sorted(tags, key=lambda tag: (len(tag.letter), tag.letter))) for words, tags in told.values())
    return {_of_all(words) if len(tags) > 2 else words: tags for words, tags in ordered}


def _of_all(words: str) -> str:
    """What is taken for granted of each pair, said of more than two accounts."""
    return "all are " + words.removeprefix("both are ") if words.startswith("both are ") else words


def _pair(sheet: Sheet, relation: Relation, directory: Directory) -> Pair:
    left, right = relation.left, relation.right
    if relation.kind in _EVEN and _letter(sheet, right) < _letter(sheet, left):
        left, right = right, left
    return Pair(
        left=_side(sheet, relation, left, directory),
        right=_side(sheet, relation, right, directory),
        term=_term(sheet, relation),
        why=(said(wording.upper_first(relation.why)),),
        assumptions=tuple((said(words),) for words in relation.assumptions),
    )


def _letter(sheet: Sheet, claim_id: str) -> tuple[int, str]:
    tag = sheet.tag_of(claim_id)
    return (len(tag.letter), tag.letter) if tag else (9, "")


def _term(sheet: Sheet, relation: Relation) -> Term:
    term = wording.relation(relation.kind, relation.rule)
    earlier, later = sheet.claim(relation.left), sheet.claim(relation.right)
    if relation.kind is not RelationKind.REVISION or later is None:
        return term
    when = sheet.wall.time_or_day(sheet.stamp(later), sheet.stamp(earlier) if earlier else None)
    return Term(f"{term.words} {'at' if when and ':' in when else 'on'} {when}", term.look) if when else term


def _side(sheet: Sheet, relation: Relation, claim_id: str, directory: Directory) -> Line:
    """A figure with its letter; of a report printed twice the outlet, for the figure is the same."""
    claim, tag = sheet.claim(claim_id), sheet.tag_of(claim_id)
    question_id = relation.left_question if claim_id == relation.left else relation.right_question
    figure = said(of_claim(claim).plain, "bold") if claim else own("")
    if relation.kind is RelationKind.COPY:
        return (said(_printer(sheet, claim_id)),)
    if tag:
        return (tag.run, own(" "), figure)
    if claim and over_the_text(claim):
        return (figure, own(f" in the {claim.section.value}"))
    source = (own(" ("), said(sheet.source(claim)), own(")")) if claim else ()
    return (figure, *source, *_elsewhere(sheet, question_id, directory))


def _printer(sheet: Sheet, claim_id: str) -> str:
    claim = sheet.claim(claim_id)
    return sheet.outlet(sheet.document(claim)) if claim else ""


def _elsewhere(sheet: Sheet, question_id: str, directory: Directory) -> Line:
    place = directory.get(question_id)
    if place is None or question_id in {question.id for question in sheet.questions}:
        return ()
    title = said(place.title)
    return (own(", on: "), Run(title.text, "link" if place.href else "name", title.raw, place.href))


def drifts(question: Question) -> list[Relation]:
    """Where a headline, bullet or caption goes further than the text."""
    return [relation for relation in question.relations if relation.kind is RelationKind.DRIFT]
