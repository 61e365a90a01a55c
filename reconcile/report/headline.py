"""The top of a page and the row of the index: chips, one line with all figures and sources, the counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reconcile.model import Account, Claim, Question, QuestionStatus, VerdictKind
from reconcile.report import wording
from reconcile.report.cautions import unread_chip
from reconcile.report.figures import of_claim, sort_key
from reconcile.report.pairs import drifts
from reconcile.report.runs import Line, Run, listed, own, said
from reconcile.report.sentence import range_of
from reconcile.report.sheet import Sheet, original
from reconcile.report.wording import Term

MOST_FIGURES = 8
MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """A number and what it counts."""

    number: str
    words: str


def term(sheet: Sheet, question: Question) -> Term:
    """The status in the closed vocabulary."""
    if not question.claims:
        return wording.NO_CLAIM_LEFT
    if question.status is QuestionStatus.CONTESTED and one_article(sheet):
        return wording.DISAGREE_IN_ONE_ARTICLE
    return wording.STATUSES[question.status]


def one_article(sheet: Sheet) -> bool:
    """Whether everything on the page comes from one document."""
    return len(sheet.documents()) == 1


def chips(sheet: Sheet) -> tuple[Term, ...]:
    """The status chips, what the program found first, then what people did."""
    found = [term(sheet, sheet.dossier.question), *_verdict_chip(sheet)]
    if one_article(sheet):
        found.append(Term("One article only", "plain"))
    elif len({sheet.family(one) for one in sheet.documents()}) == 1 and sheet.documents():
        found.append(Term("One outlet only", "plain"))
    if unread := unread_chip(sheet):
        found.append(Term(unread, "plain"))
    found += marks_of(sheet)
    return tuple(found)


def _verdict_chip(sheet: Sheet) -> list[Term]:
    if not sheet.dossier.verdicts and sheet.dossier.reopened:
        return [Term(wording.REOPENED, "open")]
    if not sheet.dossier.verdicts:
        return [Term(wording.NO_DECISION, "plain")]
    newest = sheet.dossier.verdicts[-1]
    return [Term(wording.VERDICTS[newest.kind], "clash" if newest.kind is VerdictKind.HOLD else "done")]


def marks_of(sheet: Sheet) -> list[Term]:
    """Smaller things that a reader should know from the row of the index on."""
    found: list[Term] = []
    if any(drifts(question) for question in sheet.questions):
        found.append(Term("Headline differs from text", "plain"))
    if sheet.dossier.parts:
        found.append(Term("With parts of the total", "plain"))
    if sheet.dossier.struck:
        found.append(Term("Corrected", "plain"))
    if sheet.dossier.withdrawn:
        found.append(Term("Claim withdrawn", "plain"))
    return found


def standing_line(sheet: Sheet, question: Question) -> Line:
    """The line under the question: the status in words and every figure with its source, ascending."""
    if not question.claims:
        return (own("No claim belongs to this question any more. What belonged to it stands struck through below."),)
    lead = wording.LEADS[question.status]
    if question.status is QuestionStatus.CONTESTED and one_article(sheet):
        lead = "Accounts disagree"
    return (own(f"{lead}: "), *figures_line(sheet, question, more=" below"), own("."))


def figures_line(sheet: Sheet, question: Question, *, more: str = "") -> Line:
    """Every figure that stands with who gave it, ascending; of many the lowest and the highest, the rest counted."""
    groups: dict[Line, list[tuple[Account, Claim]]] = {}
    rows = [(account, claim) for account in question.accounts for claim in sheet.told(account)]
    for account, claim in sorted(rows, key=lambda row: (sort_key(row[1].value), row[0].letter)):
        groups.setdefault(_moved(sheet, account, claim), []).append((account, claim))
    parts = [(*shown, own(" ("), *_named(sheet, holders), own(")")) for shown, holders in groups.items()]
    left_out = len(parts) - MOST_FIGURES
    if left_out <= 0:
        return _dashed(parts)
    half = MOST_FIGURES // 2
    shown = _dashed([*parts[:half], (own("…"),), *parts[-half:]])
    return (*shown, own(f", and {wording.count(left_out, 'more figure')}{more}"))


def _dashed(parts: list[Line]) -> Line:
    out: list[Run] = []
    for place, part in enumerate(parts):
        out += [own(" – ")] if place else []
        out += part
    return tuple(out)


def _moved(sheet: Sheet, account: Account, claim: Claim) -> Line:
    """The figure that stands, behind the one that the same source gave before: "21 → 25, 21:40"."""
    now = said(of_claim(claim).plain, "bold")
    former = [one for one in sheet.replaced(account) if of_claim(one).plain != of_claim(claim).plain]
    if not former or claim is not sheet.main(account):
        return (now,)
    when = sheet.wall.time_or_day(sheet.stamp(claim), sheet.stamp(former[-1]))
    return (
        said(of_claim(former[-1]).plain, "struck"),
        own(" → "),
        now,
        *((own(f", {when}"),) if when else ()),
    )


def _named(sheet: Sheet, holders: list[tuple[Account, Claim]]) -> Line:
    """Who gives a figure; accounts of one name are named once with their number."""
    titles = Counter(sheet.title(account) for account, _ in holders)
    shown: list[Line] = [
        (said(title), own(f", {wording.count(often, 'account')}")) if often > 1 else (said(title),)
        for title, often in list(titles.items())[:MOST_NAMES]
    ]
    if len(titles) > MOST_NAMES:
        shown.append((own(wording.count(len(titles) - MOST_NAMES, "other")),))
    counted = any(often > 1 for often in titles.values())
    return listed(shown, between="; ", last="; ") if counted else listed(shown)


def facts(sheet: Sheet, question: Question) -> tuple[Fact, ...]:
    """Separate accounts, outlets, original statements, and the lowest to the highest figure."""
    families = {family for one in sheet.documents() if (family := sheet.family(one))}
    originals = sum(original(one) for one in sheet.documents())
    found = [
        _fact(len(question.accounts), "separate account"),
        _fact(len(families), "news outlet"),
        _fact(originals, "original statement seen", "original statements seen"),
    ]
    standing = [claim for account in question.accounts for claim in sheet.standing(account)]
    between = range_of(standing)
    if between:
        found.append(Fact(between, "lowest to highest:"))
    return tuple(found)


def _fact(amount: int, one: str, many: str | None = None) -> Fact:
    return Fact(f"{amount:,}", one if amount == 1 else many or f"{one}s")
