"""What was said when: the event, every figure at the time it was given, every publication."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model import Claim, DocumentKind, Question
from reconcile.report.figures import of_claim, span_of_days
from reconcile.report.runs import Line, Run, own, said
from reconcile.report.sheet import Sheet

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
    """The claims by the time said; where that is not stated, by the day on which they were printed."""
    groups: dict[tuple[str | None, bool], list[Claim]] = {}
    for claim in sheet.members():
        document = sheet.document(claim)
        stamp = claim.said_at or (document.published if document else None)
        groups.setdefault((stamp, claim.said_at is None), []).append(claim)
    return [_statement(sheet, stamp, hollow, claims) for (stamp, hollow), claims in groups.items()]


def _statement(sheet: Sheet, stamp: str | None, hollow: bool, claims: list[Claim]) -> tuple[Key, Moment]:
    when = sheet.wall.weekday(stamp)
    if hollow:
        when = f"Time not stated, printed by {when}" if stamp else "Time not stated"
    lines = dict.fromkeys(_said(sheet, claim) for claim in claims)
    day, second, _ = sheet.wall.key(stamp)
    moment = Moment(when, None if hollow else sheet.wall.machine(stamp), hollow, tuple(lines))
    return (day, second, 1 if hollow else 2, stamp or ""), moment


def _said(sheet: Sheet, claim: Claim) -> Line:
    held, figure = sheet.holders.get(claim.id), of_claim(claim).plain
    if held is None:
        return (said(figure), own(" "), said(sheet.source(claim)))
    stands = claim.id in held[1].standing
    shown = said(figure, "bold" if stands else "struck")
    return (sheet.tag(*held).run, own(" "), shown, own(" "), said(sheet.title(held[1])))


def _publications(sheet: Sheet) -> list[tuple[Key, Moment]]:
    out: list[tuple[Key, Moment]] = []
    for document in sheet.documents():
        if not document.published or document.kind is DocumentKind.OWN:
            continue
        day, second, _ = sheet.wall.key(document.published)
        line: tuple[Run, ...] = (said(sheet.outlet(document)),)
        if document.title:
            line = (*line, own(": “"), said(document.title), own("”"))
        moment = Moment(
            sheet.wall.weekday(document.published), sheet.wall.machine(document.published), False, (line,), "published"
        )
        out.append(((day, second, 3, document.id), moment))
    return out
