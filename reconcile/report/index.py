"""The index: every question of the database, the newest change first, 250 to a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.model import Claim, Question, QuestionStatus, VerdictKind
from reconcile.report import wording
from reconcile.report.cautions import Decision, panel
from reconcile.report.headline import Fact, chips, figures_line, one_article, standing_line, term
from reconcile.report.moments import Wall
from reconcile.report.pairs import Directory, Place
from reconcile.report.passages import Quote, quote
from reconcile.report.records import Record
from reconcile.report.runs import Line, Run, own, plain, said
from reconcile.report.sentence import range_of
from reconcile.report.sheet import Sheet, held, lay_out, machine_read
from reconcile.report.strip import Strip, strip
from reconcile.report.views import Dossier, Listed, SiteData
from reconcile.report.wording import Term

PER_PAGE = 250
MOST_PARTS = 4
_WITH_COLOUR = 24
_RANKS = {
    QuestionStatus.CONTESTED: 0,
    QuestionStatus.MOVING: 1,
    QuestionStatus.REVISED: 1,
    QuestionStatus.OPEN: 1,
    QuestionStatus.COMPATIBLE: 2,
    QuestionStatus.AGREED: 2,
    QuestionStatus.SINGLE_ORIGIN: 3,
}


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One question on the index."""

    id: str
    look: str
    chips: tuple[Term, ...]
    title: Run
    href: str | None
    say: Line
    parts: tuple[Line, ...]
    small: tuple[Line, ...]
    strip: Strip
    quote: Quote | None
    hold: Decision | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """A radio button: what it shows and how many."""

    look: str
    label: str
    count: str


@dataclass(frozen=True, slots=True)
class IndexPage:
    """One page of the index."""

    file: str
    number: int
    title: str
    lede: Line
    facts: tuple[Fact, ...]
    filters: tuple[Filter, ...]
    rows: tuple[IndexRow, ...]
    pages: tuple[tuple[str, str, bool], ...]
    news: Line
    changed: str
    changed_machine: str | None
    run: str
    silent: tuple[Line, ...]
    audit_head: str
    status_page: bool


def file_of(number: int) -> str:
    """The file of a page of the index."""
    return "index.html" if number == 1 else f"index-{number}.html"


def directory_of(site: SiteData, sheets: Sequence[Sheet]) -> dict[str, Place]:
    """Where every question of the site can be read."""
    places: dict[str, Place] = {}
    for sheet in sheets:
        whole = sheet.dossier.question.id
        places[whole] = Place(sheet.dossier.question.title, f"{whole}.html", term(sheet, sheet.dossier.question))
        for part in sheet.dossier.parts:
            places[part.id] = Place(part.title, f"{whole}.html#{part.id}", term(sheet, part))
    for one in site.listed:
        places[one.question.id] = Place(one.question.title, None, wording.STATUSES[one.question.status])
    return places


def ordered(site: SiteData, sheets: Sequence[Sheet]) -> list[Sheet | Listed]:
    """All questions, held ones first, then by the newest change; parts that stand alone among them."""
    parts = [_alone(sheet, part) for sheet in sheets for part in sheet.dossier.parts if stands_alone(sheet, part)]
    entries: list[Sheet | Listed] = [*sheets, *parts, *site.listed]
    return sorted(entries, key=_order)


def _order(entry: Sheet | Listed) -> tuple[bool, int, int, int, str]:
    """Held first, then the newest change; of one run the contested first, those that fit, then single accounts."""
    if isinstance(entry, Listed):
        return (True, -entry.revision, len(_RANKS), -1, entry.question.id)
    question = entry.dossier.question
    return (
        not held(entry.dossier),
        -entry.dossier.revision,
        _RANKS[question.status],
        -len(question.accounts),
        question.id,
    )


def index_pages(site: SiteData, sheets: Sequence[Sheet], wall: Wall) -> list[IndexPage]:
    """All pages of the index; one even where there is no question yet."""
    entries = ordered(site, sheets)
    wholes = {part.id: sheet.dossier.question for sheet in sheets for part in sheet.dossier.parts}
    rows = [_row(entry, wall, wholes) for entry in entries]
    starts = range(0, max(len(rows), 1), PER_PAGE)
    files = [file_of(place + 1) for place in range(len(starts))]
    tally = Counter(row.look for row in rows)
    return [
        IndexPage(
            file=files[place],
            number=place + 1,
            title="Where reports disagree",
            lede=_lede(site, len(rows), tally),
            facts=_facts(rows, tally, sheets),
            filters=_filters(rows[start : start + PER_PAGE]),
            rows=tuple(rows[start : start + PER_PAGE]),
            pages=tuple((file, f"{at + 1}", at == place) for at, file in enumerate(files)) if len(files) > 1 else (),
            news=_news(site, entries),
            changed=wall.words(site.changed_at) if site.changed_at else "",
            changed_machine=wall.machine(site.changed_at),
            run=f"{site.run:,}",
            silent=tuple((said(one.name), own(f", nothing since {wall.words(one.since)}")) for one in site.silent),
            audit_head=site.audit_head or "",
            status_page=site.status_page,
        )
        for place, start in enumerate(starts)
    ]


def _lede(site: SiteData, questions: int, tally: Counter[str]) -> Line:
    if not questions:
        return (own("No questions yet. Add a claim by hand (reconcile add) or read articles (reconcile ingest)."),)
    words = wording.upper_first(
        f"{wording.spelled(questions, 'question')} from {wording.spelled(site.documents, 'document')}. "
    )
    clash = tally["clash"]
    if not clash:
        return (own(f"{words}On none of them do the accounts contradict each other."),)
    return (own(f"{words}On {wording.word(clash)} of them the accounts cannot all be true."),)


def _facts(rows: Sequence[IndexRow], tally: Counter[str], sheets: Sequence[Sheet]) -> tuple[Fact, ...]:
    if not rows:
        return ()
    always = ("clash", "fits", "one")
    found = [
        Fact(f"{tally[look]:,}", words) for look, words in wording.TALLIES.items() if tally[look] or look in always
    ]
    decided = sum(bool(sheet.dossier.verdicts) for sheet in sheets)
    return (*found, Fact(f"{decided:,}", "decided by an editor"))


def _filters(rows: Sequence[IndexRow]) -> tuple[Filter, ...]:
    tally = Counter(row.look for row in rows)
    found = [Filter(look, label, f"{tally[look]:,}") for look, label in wording.FILTERS if tally[look]]
    return (Filter("all", "All", f"{len(rows):,}"), *found) if len(found) > 1 else ()


def _news(site: SiteData, entries: Sequence[Sheet | Listed]) -> Line:
    """What the last run that changed anything did to the questions."""
    known = [one.dossier if isinstance(one, Sheet) else one for one in entries]
    new = sum(one.created_run == site.run for one in known)
    changed = sum(one.revision == site.run and one.created_run != site.run for one in known)
    return (own(f"{wording.count(new, 'question')} new, {changed:,} changed."),)


def _row(entry: Sheet | Listed, wall: Wall, wholes: Mapping[str, Question]) -> IndexRow:
    if isinstance(entry, Listed):
        return _listed_row(entry, wall)
    whole = wholes.get(entry.dossier.question.id)
    return _part_row(entry, whole) if whole else _page_row(entry)


def stands_alone(sheet: Sheet, part: Question) -> bool:
    """Whether a part is listed in its own right: contested, on hold, or told by more than one account."""
    held_back = any(one.question == part.id and one.kind is VerdictKind.HOLD for one in sheet.dossier.verdicts)
    return held_back or part.status is QuestionStatus.CONTESTED or len(part.accounts) > 1


def _part_row(alone: Sheet, whole: Question) -> IndexRow:
    """A part in a row of its own, which leads to its place on the page of its whole."""
    row = _page_row(alone)
    lead: Line = (own("A part of: "), said(whole.title))
    return replace(row, href=f"{whole.id}.html#{row.id}", parts=(lead,))


def _alone(sheet: Sheet, part: Question) -> Sheet:
    """A part laid out by itself: its own claims, decisions and nothing of its whole."""
    verdicts = tuple(one for one in sheet.dossier.verdicts if one.question == part.id)
    reopened = tuple(one for one in sheet.dossier.reopened if one.verdict.question == part.id)
    bare = replace(
        sheet.dossier, question=part, parts=(), verdicts=verdicts, reopened=reopened, struck=(), withdrawn=()
    )
    return lay_out(bare, sheet.wall)


def _page_row(sheet: Sheet) -> IndexRow:
    question = sheet.dossier.question
    found = chips(sheet)
    decisions = [one for one in found if one.words != wording.NO_DECISION]
    return IndexRow(
        id=question.id,
        look=term(sheet, question).look,
        chips=tuple(decisions),
        title=said(question.title),
        href=f"{question.id}.html",
        say=figures_line(sheet, question) or standing_line(sheet, question),
        parts=tuple(_part(sheet, part) for part in _quiet(sheet)[:MOST_PARTS]),
        small=_small(sheet),
        strip=strip(_figures(sheet, question)),
        quote=None,
        hold=_hold(sheet),
    )


def _quiet(sheet: Sheet) -> list[Question]:
    return [part for part in sheet.dossier.parts if not stands_alone(sheet, part)]


def _part(sheet: Sheet, part: Question) -> Line:
    """A part in the row of its whole: what is asked, and every figure with its source."""
    disputed = own(f"{term(sheet, part).words}: ") if part.status is QuestionStatus.CONTESTED else own("")
    return (own("A part of it: "), said(part.title), own(" "), disputed, *figures_line(sheet, part))


def _hold(sheet: Sheet) -> Decision | None:
    if not held(sheet.dossier):
        return None
    return panel(sheet).decision


def _figures(sheet: Sheet, question: Question) -> list[tuple[Claim, str]]:
    return [
        (claim, sheet.tag(question, account).colour) for account in question.accounts for claim in sheet.told(account)
    ][:_WITH_COLOUR]


def _small(sheet: Sheet) -> tuple[Line, ...]:
    question = sheet.dossier.question
    outlets = {family for one in sheet.documents() if (family := sheet.family(one))}
    counts = f"{wording.count(len(question.accounts), 'account')}, {wording.count(len(outlets), 'outlet')}"
    newest = sheet.documents()[-1:] if sheet.documents() else []
    dated: list[Line] = [
        (said(sheet.outlet(one)), own(f", {sheet.wall.short(one.published) or 'date not stated'}")) for one in newest
    ]
    return ((own(counts),), *dated, (own(f"changed in run {sheet.dossier.revision:,}"),))


def _listed_row(one: Listed, wall: Wall) -> IndexRow:
    """A question with a single claim: its quotation, source and outlet stand on the index itself."""
    sheet = lay_out(as_dossier(one), wall)
    outlet: Line = (said(sheet.outlet(one.document)),)
    when = wall.short(one.claim.said_at or one.document.published) or "date not stated"
    read = machine_read(one.claim) and one.claim.status != "accepted"
    return IndexRow(
        id=one.question.id,
        look="one",
        chips=(wording.STATUSES[one.question.status], *((Term("machine-read, not checked", "plain"),) if read else ())),
        title=said(one.question.title),
        href=None,
        say=figures_line(sheet, one.question),
        parts=(),
        small=((own("1 account"),), (*outlet, own(f", {when}"))),
        strip=strip([(one.claim, "a")]),
        quote=quote(one.claim, one.document),
    )


def as_dossier(one: Listed) -> Dossier:
    """A listed question in the form of a dossier."""
    notes = {one.claim.source.name: one.note} if one.claim.source and one.note else {}
    return Dossier(
        question=one.question,
        claims={one.claim.id: one.claim},
        documents={one.document.id: one.document},
        revision=one.revision,
        changed_at=one.changed_at,
        sources=notes,
        created_run=one.created_run,
    )


def index_records(site: SiteData, sheets: Sequence[Sheet], wall: Wall, directory: Directory) -> list[Record]:
    """The questions as records, in the order of the index."""
    entries = [
        entry if isinstance(entry, Sheet) else lay_out(as_dossier(entry), wall) for entry in ordered(site, sheets)
    ]
    return [_record(sheet, directory) for sheet in entries]


COLUMNS = (
    *("id", "status", "title", "accounts", "outlets", "figures", "one_article", "lowest_to_highest", "event"),
    *("attribute", "population", "place", "window_from", "window_to", "verdict", "page", "revision", "changed_at"),
)
"""The columns of questions.csv."""


def _record(sheet: Sheet, directory: Directory) -> Record:
    question, scope = sheet.dossier.question, sheet.dossier.question.scope
    verdict = sheet.dossier.verdicts[-1].kind.value if sheet.dossier.verdicts else None
    place = directory.get(question.id)
    return {
        "id": question.id,
        "status": question.status.value,
        "title": question.title,
        "accounts": len(question.accounts),
        "outlets": len({family for one in sheet.documents() if (family := sheet.family(one))}),
        "figures": plain(figures_line(sheet, question)),
        "one_article": one_article(sheet),
        "lowest_to_highest": range_of([claim for claim, _ in _figures(sheet, question)]),
        "event": scope.event,
        "attribute": scope.attribute,
        "population": scope.population,
        "place": scope.place,
        "window_from": scope.window_from.isoformat() if scope.window_from else None,
        "window_to": scope.window_to.isoformat() if scope.window_to else None,
        "verdict": verdict,
        "page": place.href if place else None,
        "revision": sheet.dossier.revision,
        "changed_at": sheet.dossier.changed_at,
    }
