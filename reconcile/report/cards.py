"""The accounts side by side: what each holds, in its own words, how firmly, and how it reached us."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.extract.evidence import doubts
from reconcile.model import Account, Claim, ClaimStatus, DocumentKind, Kind, Question, RelationKind, Stance
from reconcile.report import wording
from reconcile.report.figures import Figure, figure, of_claim, sort_key
from reconcile.report.passages import Quote, quote
from reconcile.report.runs import Line, Run, gap, listed, own, plain, said
from reconcile.report.sheet import Sheet, Tag, checked, machine_read, not_named, original

MOST_CARDS = 6
CARDS_AMONG_MANY = 4
MOST_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A label and what it says."""

    label: str
    line: Line


@dataclass(frozen=True, slots=True)
class Former:
    """A figure that no longer stands, and what became of it."""

    figure: str
    line: Line


@dataclass(frozen=True, slots=True)
class Card:
    """One account: everything that an editor must see before using its figure."""

    tag: Tag
    title: Run
    role: Line
    figure: Figure | None
    beside: tuple[Line, ...]
    former: tuple[Former, ...]
    quotes: tuple[Quote, ...]
    rows: tuple[Row, ...]
    chain: Line
    foot: tuple[Line, ...]
    ids: tuple[str, ...]
    unread: bool


@dataclass(frozen=True, slots=True)
class TableRow:
    """One account in a row of the table that takes over beyond six accounts."""

    tag: Tag
    title: Run
    figure: str
    outlet: Run
    when: str
    quote: Quote | None
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The accounts of a question: cards, and a table of those that have no card."""

    cards: tuple[Card, ...]
    table: tuple[TableRow, ...]
    columns: str


def side_by_side(sheet: Sheet, question: Question) -> SideBySide:
    """Cards for up to six accounts; beyond that for the extremes and the most printed, the rest as a table."""
    accounts = list(question.accounts)
    if len(accounts) > MOST_CARDS:
        accounts = carded(sheet, question)
    rest = [account for account in question.accounts if account not in accounts]
    cards = tuple(card(sheet, question, account) for account in accounts)
    columns = {1: "n1", 2: "n2", 4: "n4"}.get(len(cards), "n3")
    return SideBySide(cards, tuple(_table_row(sheet, question, one) for one in rest), columns)


def carded(sheet: Sheet, question: Question) -> list[Account]:
    """The accounts that get a card: all up to six, else the lowest, the highest and those most widely printed."""
    if len(question.accounts) <= MOST_CARDS:
        return list(question.accounts)
    ranked = sorted(question.accounts, key=lambda one: (_value_key(sheet, one), one.letter))
    chosen = [ranked[0], ranked[-1]]
    by_reach = sorted(question.accounts, key=lambda one: -len(_families(sheet, one)))
    chosen += [one for one in by_reach if one not in chosen][: CARDS_AMONG_MANY - len(chosen)]
    return [one for one in ranked if one in chosen]


def _value_key(sheet: Sheet, account: Account) -> tuple[object, ...]:
    main = sheet.main(account)
    return sort_key(main.value) if main else (2,)


def _families(sheet: Sheet, account: Account) -> set[str]:
    documents = [sheet.document(claim) for claim in sheet.all_of(account)]
    return {family for document in documents if document and (family := sheet.family(document))}


def card(sheet: Sheet, question: Question, account: Account) -> Card:
    """The card of one account."""
    standing, claims = sheet.standing(account), sheet.all_of(account)
    main = sheet.main(account)
    return Card(
        tag=sheet.tag(question, account),
        title=said(wording.upper_first(sheet.full_title(account))),
        role=_role(sheet, account, main or (claims[-1] if claims else None)),
        figure=of_claim(main) if main else None,
        beside=tuple(_beside(sheet, account)),
        former=_former_figures(sheet, account),
        quotes=_quotes(sheet, standing or claims),
        rows=tuple(_rows(sheet, main)) if main else (),
        chain=_chain(sheet, main) if main else (),
        foot=tuple(_foot(sheet, claims, main)),
        ids=account.claims,
        unread=_unread(standing),
    )


def _unread(claims: list[Claim]) -> bool:
    return any(machine_read(claim) and claim.status is not ClaimStatus.ACCEPTED for claim in claims)


def _beside(sheet: Sheet, account: Account) -> list[Line]:
    """Other figures that the same account holds, and what it denies."""
    others = dict.fromkeys(of_claim(claim).plain for claim in sheet.figures(account)[1:])
    denied = dict.fromkeys(figure(claim.value).plain for claim in sheet.denials(account))
    lines: list[Line] = [(own("also stands at "), said(one, "bold")) for one in others]
    return lines + [(own("denies "), said(one, "bold")) for one in denied]


def _role(sheet: Sheet, account: Account, claim: Claim | None) -> Line:
    """What is known of the source beside its name: who spoke, what it is, whether it is a party."""
    if claim is None:
        return ()
    note, source = sheet.note(claim), claim.source
    parts: list[Line] = []
    if source is None:
        parts.append((own("The article’s own words, no source named"),))
    elif not note.label:
        known = (source.person, source.role, source.body)
        told = [word for word in known if word and _bare(word) not in _bare(source.name)]
        parts += [(said(word),) for word in told]
        nobody = all(not_named(one) for one in sheet.all_of(account))
        if nobody and "," not in account.title and "not named" not in account.title.casefold():
            parts.append((own("not named"),))
    if note.kind:
        parts.append((said(note.kind),))
    if note.party:
        parts.append((own("a party to the event"),))
    return listed(parts, between="; ", last="; ")


def _bare(name: str) -> str:
    """A name as it is compared: a union's apostrophe makes no other body of it."""
    return name.casefold().replace("'", "").replace("’", "")


def _quotes(sheet: Sheet, claims: list[Claim]) -> tuple[Quote, ...]:
    """The quotations of an account, each wording once."""
    found: dict[str, Quote] = {}
    for claim in claims:
        told = quote(claim, sheet.document(claim))
        if told:
            found.setdefault("".join(run.text for run in told.line), told)
    return tuple(found.values())[:MOST_QUOTES]


def _rows(sheet: Sheet, claim: Claim) -> list[Row]:
    rows = [Row("What is counted", _counted(sheet, claim)), Row("How firmly", _firmly(sheet, claim))]
    said_at = (own(sheet.wall.words(claim.said_at)),) if claim.said_at else (gap(wording.TIME_NOT_STATED),)
    rows.append(Row("When it was said", said_at))
    if claim.as_of:
        rows.append(Row("As of", (said(sheet.wall.words(claim.as_of)),)))
    if claim.scope.definition:
        rows.append(Row("As defined", (said(claim.scope.definition),)))
    if claim.status is not ClaimStatus.ACCEPTED and (against := doubts(claim)):
        rows.append(Row("Doubts in reading", listed([(own(name),) for name in against], between="; ", last="; ")))
    if claim.translation:
        rows.append(Row("Translation", (said(claim.translation),)))
    return [row for row in rows if row.line]


def _counted(sheet: Sheet, claim: Claim) -> Line:
    """What is counted: the claim's own words in quotes, words of ours without, or that it is not stated."""
    scope = claim.scope
    named = (_dated(claim, scope.counted), scope.population)
    words = list(dict.fromkeys(word for word in named if word))
    if len(words) == 2 and words[1].casefold() in words[0].casefold():
        words = words[:1]
    if not words:
        return (gap("not stated"),)
    passage = quote(claim, sheet.document(claim))
    text = plain(passage.line).casefold() if passage else ""
    line = listed([_own_words(word) if word.casefold() in text else (said(word),) for word in words], last=", ")
    return (*line, own(", "), said(scope.place)) if scope.place else line


def _dated(claim: Claim, counted: str | None) -> str | None:
    """What is counted; of a day only a thing or a sentence with its subject ("date of the raid", not "date raided")."""
    if claim.value.kind not in (Kind.DATE, Kind.DURATION) or not counted or claim.score is None:
        return counted
    head, _, rest = counted.partition(" ")
    whole = rest.startswith(("of ", "the ", "a ", "an ")) or rest[:1].isupper()
    if claim.value.kind is Kind.DATE:
        return counted if head != "date" or whole else None
    return counted if head != "time" else None


def _own_words(words: str) -> Line:
    return (own("“"), said(words), own("”"))


def _firmly(sheet: Sheet, claim: Claim) -> Line:
    line: list[Run] = [own("Denied" if claim.stance is Stance.DENIES else wording.FIRMNESS[claim.modality])]
    document, cue = sheet.document(claim), claim.cue_span
    if cue and document and document.text:
        words = document.text[cue.start : cue.end].strip()
        if 0 < len(words) <= 60 and words.casefold() not in ("say", "says", "said"):
            line += [own(", in the words “"), said(words), own("”")]
    return tuple(line)


def _chain(sheet: Sheet, claim: Claim) -> Line:
    """From the first source to the outlet; a step that nobody stated is said to be missing."""
    document = sheet.document(claim)
    if document and document.kind is DocumentKind.OWN:
        return (said(sheet.source(claim)), own("told us"), said(sheet.outlet(document)))
    end = said(sheet.outlet(document)) if document and document.outlet else gap(wording.OUTLET_NOT_STATED)
    if claim.source is None:
        return (*(said(step) for step in claim.via), end)
    if original(document):
        return (said(sheet.source(claim)), own("its own statement"), end)
    steps: list[Run] = [said(step) for step in claim.via] or [gap(wording.CHANNEL_NOT_STATED)]
    if _told_directly(sheet, claim):
        steps = [own("told")]
    return (said(sheet.source(claim)), *steps, end)


def _told_directly(sheet: Sheet, claim: Claim) -> bool:
    document, cue = sheet.document(claim), claim.cue_span
    if not (document and document.text and document.outlet and cue):
        return False
    after = document.text[cue.start : cue.end + len(document.outlet) + 8].casefold()
    return after.startswith("told") and document.outlet.casefold() in after


def _foot(sheet: Sheet, claims: list[Claim], main: Claim | None) -> list[Line]:
    lines: list[Line] = []
    outlets = list(dict.fromkeys(sheet.outlet(sheet.document(claim)) for claim in claims))
    same = [claim for claim in claims if main and of_claim(claim).plain == of_claim(main).plain]
    if len(same) > 1:
        lines.append((own(f"Stated {wording.times(len(same))}, counted once."),))
    if len(outlets) > 1:
        lines.append((own("Printed by "), *listed((said(one),) for one in outlets), own(".")))
    done, read = checked(claims)
    if read:
        lines.append((own(f"Machine-read, {done} of {read} checked."),))
    if not any(original(sheet.document(claim)) for claim in claims):
        lines.append((own(wording.NO_ORIGINAL),))
    return lines


def _former_figures(sheet: Sheet, account: Account) -> tuple[Former, ...]:
    """Each figure that no longer holds, once, with the first time it was given."""
    first: dict[str, Claim] = {}
    for claim in sheet.replaced(account):
        first.setdefault(of_claim(claim).plain, claim)
    return tuple(_former(sheet, claim) for claim in first.values())


def _former(sheet: Sheet, claim: Claim) -> Former:
    when = sheet.wall.words(claim.said_at or _published(sheet, claim))
    later = _successor(sheet, claim)
    stamp = (later.said_at or _published(sheet, later)) if later else None
    line: list[Run] = [own(f"given {when}")]
    if stamp:
        line.append(own(f"; replaced by its own source {sheet.wall.words(stamp)}"))
    return Former(of_claim(claim).plain, tuple(line))


def _successor(sheet: Sheet, claim: Claim) -> Claim | None:
    """The claim by which its own source replaced this one."""
    for question in sheet.questions:
        for relation in question.relations:
            if relation.kind is RelationKind.REVISION and relation.left == claim.id:
                return sheet.claim(relation.right)
    return None


def _published(sheet: Sheet, claim: Claim) -> str | None:
    document = sheet.document(claim)
    return document.published if document else None


def _table_row(sheet: Sheet, question: Question, account: Account) -> TableRow:
    main = sheet.main(account)
    document = sheet.document(main) if main else None
    return TableRow(
        tag=sheet.tag(question, account),
        title=said(wording.upper_first(sheet.full_title(account))),
        figure="; ".join(of_claim(one).plain for one in sheet.figures(account)),
        outlet=said(sheet.outlet(document)),
        when=sheet.wall.short((main.said_at if main else None) or (document.published if document else None)) or "",
        quote=quote(main, document) if main else None,
        ids=account.claims,
    )
