"""The page of a question, filled before any template sees it: order and rules of `docs/reports.md`."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model import ClaimStatus, Question
from reconcile.report import wording
from reconcile.report.cards import SideBySide, side_by_side
from reconcile.report.cautions import Decision, Panel, panel, warnings
from reconcile.report.chart import Chart, chart
from reconcile.report.figures import figure, of_claim, span_of_days
from reconcile.report.headline import Fact, chips, facts, standing_line, term
from reconcile.report.pairs import Directory, Pairs, Place, pairs
from reconcile.report.passages import Reading, quote, readings
from reconcile.report.records import Record, linked_data
from reconcile.report.runs import Line, Run, own, plain, said
from reconcile.report.sentence import sentence, used
from reconcile.report.sheet import Sheet, held
from reconcile.report.timeline import Moment, timeline
from reconcile.report.views import HistoryEntry, Struck
from reconcile.report.wording import Term

SHORT_TITLE = 70
_FOR_THE_DESK = ("add", "import")  # whose note is that of the claim
MOST_BESIDE = 10  # rows of a chart beyond which it takes the whole width, below the panel


@dataclass(frozen=True, slots=True)
class Part:
    """A question that counts a part of the page's question."""

    anchor: str
    title: Run
    term: Term
    stand: Line
    chart: Chart | None
    sentence: Line | None
    unchecked: bool
    accounts: SideBySide


@dataclass(frozen=True, slots=True)
class Other:
    """Another question on the same event."""

    title: Run
    href: str | None
    term: Term


@dataclass(frozen=True, slots=True)
class StruckLine:
    """A claim, or a part of one, that no longer holds: shown struck through with what became of it."""

    anchor: str
    line: Line
    note: Line


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """Everything that the template of a question prints, in the order of the page."""

    id: str
    title: Run
    crumb: Run
    chips: tuple[Term, ...]
    hold: Decision | None
    stand: Line
    facts: tuple[Fact, ...]
    chart: Chart | None
    warnings: tuple[Line, ...]
    panel: Panel
    accounts: SideBySide
    parts: tuple[Part, ...]
    struck: tuple[StruckLine, ...]
    pairs: Pairs
    timeline: tuple[Moment, ...]
    others: tuple[Other, ...]
    readings: tuple[Reading, ...]
    history: tuple[Moment, ...]
    linked: Record
    todo_place: str
    chart_below: bool
    revision: str
    changed: str
    changed_machine: str | None


def question_page(sheet: Sheet, directory: Directory) -> QuestionPage:
    """The page of a dossier."""
    dossier, question = sheet.dossier, sheet.dossier.question
    told, drawn, warned = panel(sheet), chart(sheet, question), warnings(sheet)
    lanes = len(drawn.lanes) if drawn else 0
    return QuestionPage(
        id=question.id,
        title=said(question.title),
        crumb=said(_crumb(question)),
        chips=chips(sheet),
        hold=told.decision if held(dossier) else None,
        stand=standing_line(sheet, question),
        facts=facts(sheet, question),
        chart=drawn,
        warnings=warned,
        panel=told,
        accounts=side_by_side(sheet, question),
        parts=tuple(_part(sheet, one) for one in dossier.parts),
        struck=tuple(struck(sheet)),
        pairs=pairs(sheet, directory),
        timeline=timeline(sheet),
        others=tuple(_other(one, directory) for one in dossier.event),
        readings=readings(sheet),
        history=history(sheet),
        linked=linked_data(sheet),
        todo_place=_todo_place(sheet, told, warned, 0 if lanes > MOST_BESIDE else lanes),
        chart_below=lanes > MOST_BESIDE,
        revision=f"{dossier.revision:,}",
        changed=sheet.wall.words(dossier.changed_at),
        changed_machine=sheet.wall.machine(dossier.changed_at),
    )


def _todo_place(sheet: Sheet, told: Panel, warned: tuple[Line, ...], lanes: int) -> str:
    """Where the list of what is to check goes, so that neither column ends long before the other.

    Into the panel, at the end of the left column where the panel is the longer one even without it, or below both.

    Heights are guessed in lines of text, from the number of characters and of rows in the chart beside it.
    """
    question = sheet.dossier.question
    left = 8 + 2 * (len(question.title) // 36) + len(plain(standing_line(sheet, question))) // 52
    left += (6 + 3 * lanes // 2 if lanes else 0) + (3 if warned else 0)
    left += sum(1 + len(plain(line)) // 70 for line in warned)
    if told.height + told.todo_height <= left + 1:
        return "panel"
    return "left" if told.height >= left + 2 else "below"


def _crumb(question: Question) -> str:
    """The question in a few words: its name, its event, or its place and day."""
    scope = question.scope
    start, end = scope.window_from or scope.window_to, scope.window_to or scope.window_from
    days = [span_of_days(start, end)] if start and end else []
    return question.name or scope.event or ", ".join([*filter(None, [scope.place]), *days]) or _short(question.title)


def _short(title: str) -> str:
    return title if len(title) <= SHORT_TITLE else title[:SHORT_TITLE].rsplit(" ", 1)[0] + " …"


def _part(sheet: Sheet, question: Question) -> Part:
    return Part(
        anchor=question.id,
        title=said(question.title),
        term=term(sheet, question),
        stand=standing_line(sheet, question),
        sentence=sentence(sheet, question) if len(question.accounts) > 1 and not held(sheet.dossier) else None,
        unchecked=any(claim.status is not ClaimStatus.ACCEPTED for claim in used(sheet, question)),
        chart=chart(sheet, question) if len(question.accounts) > 1 else None,
        accounts=side_by_side(sheet, question),
    )


def _other(question: Question, directory: Directory) -> Other:
    place = directory.get(question.id) or Place(question.title, None, wording.STATUSES[question.status])
    return Other(said(place.title), place.href, place.term)


def struck(sheet: Sheet) -> list[StruckLine]:
    """The corrected and the withdrawn claims of a page."""
    out = [_corrected(sheet, one, place) for place, one in enumerate(sheet.dossier.struck)]
    return out + [_withdrawn(sheet, one) for one in sheet.dossier.withdrawn if one in sheet.dossier.claims]


def _corrected(sheet: Sheet, one: Struck, place: int) -> StruckLine:
    line: list[Run] = []
    claim, tag = sheet.claim(one.claim), sheet.tag_of(one.claim)
    line += [tag.run, own(" ")] if tag else []
    if one.value:
        line.append(said(figure(one.value).plain, "struck"))
        line += [own(" → "), said(of_claim(claim).plain, "bold")] if claim else []
    if one.source:
        line += [own(" "), said(one.source, "struck")]
        line += [own(" → "), said(sheet.source(claim), "bold")] if claim else []
    return StruckLine(f"corrected-{place}", tuple(line), _done(sheet, "Corrected", one.at, one.editor, one.note))


def _withdrawn(sheet: Sheet, claim_id: str) -> StruckLine:
    claim = sheet.dossier.claims[claim_id]
    told = quote(claim, sheet.document(claim))
    line: list[Run] = [said(of_claim(claim).plain, "struck"), own(" "), said(sheet.source(claim))]
    if told:
        line += [
            own(": “"),
            *(said(run.raw or run.text, "struck") for run in told.line if run.style == "mark"),
            own("”"),
        ]
    entry = next(
        (
            one
            for one in reversed(sheet.dossier.history)
            if one.claim == claim_id and one.what in ("withdraw", "reject")
        ),
        None,
    )
    word = "Rejected" if claim.status == "rejected" else "Withdrawn"
    note = _done(sheet, word, entry.at, entry.editor, entry.note) if entry else (own(f"{word}."),)
    anchor = f"withdrawn-{claim_id}" if claim_id in sheet.holders else claim_id
    return StruckLine(anchor, tuple(line), note)


def _done(sheet: Sheet, word: str, at: str, editor: str | None, note: str | None) -> Line:
    line: Line = (own(f"{word} {sheet.wall.words(at)}"),)
    if editor:
        line = (*line, own(" by "), said(editor))
    return (*line, own(": "), said(note)) if note else (*line, own("."))


def history(sheet: Sheet) -> tuple[Moment, ...]:
    """What was done to this question, the newest first."""
    return tuple(_deed(sheet, entry) for entry in reversed(sheet.dossier.history))


def _deed(sheet: Sheet, entry: HistoryEntry) -> Moment:
    deed = wording.DEEDS.get(entry.what)
    if deed is None:
        line: list[Run] = [said(entry.what)]
    elif deed[0].isupper():
        line = [own(deed)]
    elif entry.what == "decide":
        line = [own("Decision recorded")]
    else:
        line = [own(f"{wording.count(entry.count, 'claim')} {deed}")]
    claim = sheet.claim(entry.claim) if entry.claim else None
    if claim:
        line += [own(": "), said(of_claim(claim).plain), own(" "), said(sheet.source(claim))]
    if entry.editor:
        line += [own(", by "), said(entry.editor)]
    if entry.note and entry.what not in _FOR_THE_DESK:
        line += [own(" – "), said(entry.note)]
    return Moment(sheet.wall.words(entry.at), sheet.wall.machine(entry.at), False, (tuple(line),))
