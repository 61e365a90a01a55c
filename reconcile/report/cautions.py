"""Before a figure is used: the warnings, what holds now, the editor's decision, what is still to check."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reconcile.model import Account, Claim, ClaimStatus, Modality, Question, QuestionStatus, RelationKind, Verdict
from reconcile.report import wording
from reconcile.report.figures import figure
from reconcile.report.pairs import assumptions, drifts
from reconcile.report.runs import Line, clean, listed, own, plain, said, strong
from reconcile.report.sentence import sentence, used
from reconcile.report.sheet import MOST_TAGS, Sheet, checked, held, machine_read, names, not_named, original
from reconcile.report.views import Reopened

MOST_ASKED = 4
_PANEL_WIDE = 36  # characters of a line of the panel
LEGAL = frozenset({"legal status", "status", "charge", "charges", "responsibility"})


@dataclass(frozen=True, slots=True)
class Decision:
    """What a named editor decided, with everything that he or she put down."""

    words: str
    by: Line
    note: Line
    rows: tuple[tuple[str, Line], ...]
    reopened: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """ "If you use this": what holds now, the sentence, the decision, what is still to check."""

    holds_now: str
    sentence: Line | None
    no_sentence: str
    unchecked: bool
    checks: str
    decision: Decision | None
    earlier: tuple[Decision, ...]
    command: tuple[str, ...]
    todo: tuple[Line, ...]

    @property
    def height(self) -> int:
        """About how many lines of its column the panel takes, without what is still to check."""
        told = len(plain(self.sentence)) if self.sentence else 40
        decisions = [one for one in (self.decision, *self.earlier) if one]
        noted = sum(5 + len(plain(one.note)) // _PANEL_WIDE + len(one.rows) for one in decisions)
        noted += sum(3 for one in decisions if one.reopened)
        button = 2 if self.sentence and not self.unchecked else 0
        return 16 + told // _PANEL_WIDE + noted + button

    @property
    def todo_height(self) -> int:
        """About how many lines of the panel the list of what is still to check takes."""
        return sum(2 + len(plain(item)) // _PANEL_WIDE for item in self.todo)


def rivals(question: Question) -> list[Account]:
    """The accounts that stand in a conflict, in the order of their letters."""
    clashing = {
        one
        for relation in question.relations
        if relation.kind is RelationKind.CONFLICT
        for one in (relation.left, relation.right)
    }
    return [account for account in question.accounts if clashing & set(account.standing)]


def warnings(sheet: Sheet) -> tuple[Line, ...]:
    """The warnings of a page, the most general first."""
    question = sheet.dossier.question
    found = [
        *_one_outlet(sheet),
        *_order(sheet, question),
        *_parties(sheet, question),
        *_headlines(sheet),
        *_assumed(sheet),
        *_unconfirmed(sheet, question),
        *_legal(question),
        *_struck(sheet),
    ]
    return tuple(found)


def _one_outlet(sheet: Sheet) -> list[Line]:
    documents = [one for one in sheet.documents() if sheet.family(one)]
    families = {sheet.family(one) for one in documents}
    if len(families) != 1 or len(documents) < len(sheet.documents()) or len(sheet.dossier.question.accounts) < 2:
        return []
    outlet = said(sheet.outlet(documents[0]), "bold")
    what = " article." if len(documents) == 1 else f": {wording.count(len(documents), 'article')} of one outlet."
    head = (strong("Everything here comes from one "), outlet, strong(what))
    if len(documents) > 1:
        head = (strong("Everything here comes from "), outlet, strong(what))
    if any(original(sheet.document(claim)) for claim in sheet.members()):
        return [head]
    accounts = wording.spelled(len(sheet.dossier.question.accounts), "account")
    return [(*head, own(f" The {accounts} are separate, but none has been checked against an original statement."))]


def _order(sheet: Sheet, question: Question) -> list[Line]:
    undated = [
        account for account in rivals(question) if any(claim.said_at is None for claim in sheet.standing(account))
    ]
    if len(rivals(question)) < 2 or not undated:
        return []
    return [
        (
            strong("The order of the statements is not known."),
            own(" When "),
            *names(sheet, question, undated),
            own(" gave the figure is not stated; none can be treated as an update of another."),
        )
    ]


def _parties(sheet: Sheet, question: Question) -> list[Line]:
    parties = [
        account
        for account in question.accounts
        if any(sheet.note(claim).party for claim in sheet.standing(account) or sheet.all_of(account))
    ]
    if not parties:
        return []
    are = " is a party to the event." if len(parties) == 1 else " are parties to the event."
    return [(*names(sheet, question, parties), strong(are))]


def _headlines(sheet: Sheet) -> list[Line]:
    reasons = dict.fromkeys(one.why for question in sheet.questions for one in drifts(question))
    return [(strong("The headline goes further than the text. "), said(why)) for why in list(reasons)[:MOST_ASKED]]


def _assumed(sheet: Sheet) -> list[Line]:
    """What is taken for granted, each once, with the accounts that it concerns."""
    found: list[Line] = []
    for words, tags in assumptions(sheet).items():
        letters = listed([(tag.run,) for tag in tags[:MOST_TAGS]], between=" ", last=" ")
        found.append((said(words), own(" ("), *letters, own(" …)" if len(tags) > MOST_TAGS else ")")))
    return [(strong("Taken for granted: "), *listed(found, between="; ", last="; "), own("."))] if found else []


def _unconfirmed(sheet: Sheet, question: Question) -> list[Line]:
    soft = [
        account
        for account in question.accounts
        if any(claim.modality is not Modality.STATED for claim in sheet.standing(account))
    ]
    if not soft:
        return []
    verb = " gives its figure" if len(soft) == 1 else " give their figures"
    return [(*names(sheet, question, soft), strong(f"{verb} as possible or unconfirmed, not as fact."))]


def _legal(question: Question) -> list[Line]:
    if (question.scope.attribute or "").casefold() not in LEGAL:
        return []
    return [
        (
            strong("A legal status: naming the wrong one may do harm."),
            own(" Steps of a case fit together when each has its date."),
        )
    ]


def _struck(sheet: Sheet) -> list[Line]:
    gone, mended = len(sheet.dossier.withdrawn), len({one.claim for one in sheet.dossier.struck})
    parts = [wording.count(gone, "claim") + " withdrawn"] if gone else []
    parts += [wording.count(mended, "claim") + " corrected"] if mended else []
    if not parts:
        return []
    return [
        (
            strong(f"{wording.upper_first(' and '.join(parts))}."),
            own(" What was said before stands struck through below."),
        )
    ]


def panel(sheet: Sheet) -> Panel:
    """The panel "If you use this"."""
    question, verdicts = sheet.dossier.question, sheet.dossier.verdicts
    figures = used(sheet, question)
    line = None if held(sheet.dossier) else sentence(sheet, question)
    decisions = [_decision(sheet, one) for one in verdicts]
    undone = [_undone(sheet, one) for one in sheet.dossier.reopened]
    return Panel(
        holds_now=_holds_now(question),
        sentence=line,
        no_sentence="" if line else _why_none(sheet, question),
        unchecked=any(claim.status is not ClaimStatus.ACCEPTED for claim in figures),
        checks=_checks(figures),
        decision=decisions[-1] if decisions else None,
        earlier=tuple(reversed([*undone, *decisions[:-1]])),
        command=("reconcile", "decide", question.id, "--verdict", "unresolved", "--note", '"…"'),
        todo=tuple(_todo(sheet)),
    )


def _holds_now(question: Question) -> str:
    if not question.claims:
        return "No claim belongs to this question any more."
    return wording.HOLDS_NOW[question.status]


def _why_none(sheet: Sheet, question: Question) -> str:
    if held(sheet.dossier):
        return "The sentence is hidden while the question is on hold."
    if not question.claims:
        return "No claim is left to quote."
    if not used(sheet, question):
        return "Nothing here can be told in a sentence: which figure or day is meant is not known."
    return "More accounts than one sentence can hold: choose from the table below and name each source."


def _checks(claims: list[Claim]) -> str:
    done = sum(claim.status is ClaimStatus.ACCEPTED for claim in claims)
    if done == len(claims):
        return "Every figure in it has been accepted by an editor."
    return f"{done} of {wording.count(len(claims), 'figure')} accepted. It can be copied once all are."


def _undone(sheet: Sheet, one: Reopened) -> Decision:
    """A decision that no longer stands, with the day and the reason."""
    because = f" because {clean(one.reason)}" if one.reason else ""
    told = _decision(sheet, one.verdict)
    value = f" at {figure(one.verdict.value).plain}" if one.verdict.value else ""
    return replace(
        told,
        words=f"{wording.upper_first(wording.DECIDED[one.verdict.kind])}{value}, then reopened",
        rows=tuple(row for row in told.rows if row[0] != "Figure"),
        reopened=f"Reopened{because} on {sheet.wall.words(one.at)}.",
    )


def _decision(sheet: Sheet, verdict: Verdict) -> Decision:
    rows: list[tuple[str, Line]] = []
    if verdict.value:
        rows.append(("Figure", (said(figure(verdict.value).plain, "bold"),)))
    if verdict.would_settle:
        rows.append(("Would settle it", (said(verdict.would_settle),)))
    if verdict.review_by:
        rows.append(("Review by", (said(sheet.wall.words(verdict.review_by)),)))
    by: Line = (said(verdict.editor), own(f", {sheet.wall.words(verdict.at)}"))
    return Decision(wording.VERDICTS[verdict.kind], by, (said(verdict.note),) if verdict.note else (), tuple(rows))


def _todo(sheet: Sheet) -> list[Line]:
    """What can still be done, each item saying by whom."""
    question = sheet.dossier.question
    out: list[Line] = []
    done, read = checked(sheet.members())
    if done < read:
        left = wording.count(read - done, "machine-read figure")
        out.append((own(f"An editor: hold {left} against the quotation, then accept or correct it"),))
    out += [*_ask_sources(sheet, question), *_ask_assumed(sheet), *_ask_when(sheet, question)]
    if _one_outlet(sheet):
        out.append((own("The desk: look for a second outlet’s report"),))
    if sheet.dossier.verdicts and (settles := sheet.dossier.verdicts[-1].would_settle):
        out.append((own("Would settle it: "), said(settles)))
    return out


def _ask_sources(sheet: Sheet, question: Question) -> list[Line]:
    """The rivals whose own statement nobody has seen, in one item."""
    asked: dict[str, Line] = {}
    for account in rivals(question):
        seen = any(original(sheet.document(claim)) for claim in sheet.all_of(account))
        main = sheet.main(account)
        if main and main.source and not seen and not not_named(main):
            asked.setdefault(sheet.title(account), (said(sheet.title(account)),))
    if not asked:
        return []
    shown = list(asked.values())[:MOST_ASKED]
    more = len(asked) - len(shown)
    named = listed([*shown, (own(wording.count(more, "other")),)] if more else shown)
    return [(own(f"The desk: get the original statement{'s' if len(asked) > 1 else ''} of "), *named)]


def _ask_assumed(sheet: Sheet) -> list[Line]:
    tags = dict.fromkeys(tag for found in assumptions(sheet).values() for tag in found)
    if not tags:
        return []
    ask = "The desk: ask whether what is taken for granted holds"
    if len(tags) > MOST_TAGS or set(sheet.tags.values()) <= set(tags):
        return [(own(ask),)]
    return [(own(f"{ask} for "), *listed([(tag.run,) for tag in tags], between=" "))]


def _ask_when(sheet: Sheet, question: Question) -> list[Line]:
    if question.status not in (QuestionStatus.CONTESTED, QuestionStatus.MOVING, QuestionStatus.OPEN):
        return []
    undated = [account for account in question.accounts if any(not claim.said_at for claim in sheet.standing(account))]
    if len(undated) < 2:
        return []
    if len(undated) == len(question.accounts):
        return [(own("The desk: find out when each account gave its figure"),)]
    return [(own("The desk: find out when "), *names(sheet, question, undated), own(" gave their figures"))]


def unread_chip(sheet: Sheet) -> str:
    """ "machine-read, 0 of 5 checked"; empty where no claim was read by a machine."""
    claims = sheet.members()
    done, read = checked(claims)
    if not read:
        return ""
    every = "" if all(machine_read(claim) for claim in claims) else f", {len(claims) - read} by hand"
    return f"machine-read, {done} of {read} checked{every}"
