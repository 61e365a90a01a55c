"""What was said when: the event, every figure at the time it was given, every publication."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model import Claim, Document, DocumentKind, Question
from reconcile.report.figures import of_claim, span_of_days
from reconcile.report.runs import Line, own, said
from reconcile.report.sheet import Sheet, over_the_text

Key = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True)
class Moment:
    """A point on the timeline; `hollow` marks a time that is not stated but bounded by the publication."""

    when: str
    machine: str | None
    hollow: bool
    lines: tuple[Line, ...]
    note: str = ""


def timeline(sheet: Sheet) -> tuple[Moment, ...]:
    """All moments of a page from the earliest on; what has no time at all comes last."""
    found = [*_event(sheet.dossier.question), *_statements(sheet), *_publications(sheet)]
    return tuple(moment for _, moment in sorted(found, key=lambda pair: pair[0]))


def _event(question: Question) -> list[tuple[Key, Moment]]:
    start, end = question.scope.window_from, question.scope.window_to
    if start is None and end is None:
        return []
    first, last = start or end, end or start
    assert first is not None
    assert last is not None
    words = question.scope.event or question.scope.place
    line: Line = (said(words),) if words else (own("The period that is counted"),)
    moment = Moment(span_of_days(first, last), first.isoformat(), False, (line,), "the event, or the period counted")
    return [((first.toordinal(), -2, 0, ""), moment)]


def _statements(sheet: Sheet) -> list[tuple[Key, Moment]]:
    """The claims by the time said; where that is not stated, with the document in which they were printed."""
    told: dict[str, list[Claim]] = {}
    printed: dict[str, list[Claim]] = {}
    for claim in sheet.members():
        if claim.said_at:
            told.setdefault(claim.said_at, []).append(claim)
        else:
            printed.setdefault(claim.document, []).append(claim)
    return [
        *(_spoken(sheet, stamp, claims) for stamp, claims in told.items()),
        *(_printed(sheet, sheet.dossier.documents.get(one), claims) for one, claims in printed.items()),
    ]


def _spoken(sheet: Sheet, stamp: str, claims: list[Claim]) -> tuple[Key, Moment]:
    lines = dict.fromkeys(_said(sheet, claim) for claim in claims)
    day, second, _ = sheet.wall.key(stamp)
    moment = Moment(sheet.wall.weekday(stamp), sheet.wall.machine(stamp), False, tuple(lines))
    return (day, second, 2, stamp), moment


def _printed(sheet: Sheet, document: Document | None, claims: list[Claim]) -> tuple[Key, Moment]:
    stamp = document.published if document else None
    when = f"Time not stated, printed {sheet.wall.weekday(stamp)}" if stamp else "Time not stated, nor when printed"
    lines = dict.fromkeys((_heading(sheet, document), *(_said(sheet, claim) for claim in claims)))
    day, second, _ = sheet.wall.key(stamp)
    return (day, second, 1, document.id if document else ""), Moment(when, None, True, tuple(lines))


def _heading(sheet: Sheet, document: Document | None) -> Line:
    line: Line = (said(sheet.outlet(document)),)
    if document and document.title and document.kind is not DocumentKind.OWN:
        line = (*line, own(": “"), said(document.title), own("”"))
    return line


def _said(sheet: Sheet, claim: Claim) -> Line:
    held, figure = sheet.holders.get(claim.id), of_claim(claim).plain
    if held is None:
        where = f" in the {claim.section.value}" if over_the_text(claim) else ""
        return (said(figure, "bold"), own(f"{where} "), said(sheet.source(claim)))
    shown = said(figure, "struck" if claim in sheet.replaced(held[1]) else "bold")
    return (sheet.tag(*held).run, own(" "), shown, own(" "), said(sheet.full_title(held[1])))


def _publications(sheet: Sheet) -> list[tuple[Key, Moment]]:
    """The documents all of whose figures have a time of their own; the others stand with their figures."""
    undated = {claim.document for claim in sheet.members() if not claim.said_at}
    out: list[tuple[Key, Moment]] = []
    for document in sheet.documents():
        stamp = document.published
        if not stamp or document.kind is DocumentKind.OWN or document.id in undated:
            continue
        day, second, _ = sheet.wall.key(stamp)
        lines = (_heading(sheet, document),)
        moment = Moment(sheet.wall.weekday(stamp), sheet.wall.machine(stamp), False, lines, "published")
        out.append(((day, second, 3, document.id), moment))
    return out
