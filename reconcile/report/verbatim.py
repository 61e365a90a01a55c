"""The words to copy of statements in words: each passage as it was printed, with who said it and who printed it.

A status, a cause or a culprit in our short form would lose the doubt or the denial that stands beside it, so the
sentence gives the passage itself, and tells in words of ours where it is a denial or only a possibility.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.model import Account, Claim, Document, Modality, Question, Stance
from reconcile.report import wording
from reconcile.report.credits import Credit, credit_of, joined
from reconcile.report.passages import matches
from reconcile.report.runs import Line, Run, own, said
from reconcile.report.sheet import Sheet
from reconcile.resolve.entry import sentence_of

_FIRMNESS = {Modality.STATED: "", Modality.POSSIBLE: "as a possibility", Modality.UNCONFIRMED: "as unconfirmed"}
_INNER = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True)
class Statement:
    """A passage with the claim that rests on it and those who printed it."""

    claim: Claim
    passage: str
    credit: Credit


def statements(sheet: Sheet, question: Question) -> list[Statement]:
    """What the accounts of a question say, each passage of a source once, in the order of their letters."""
    found: dict[tuple[object, ...], list[tuple[Account, Claim]]] = {}
    for account, claim, passage in _told(sheet, question):
        who = sheet.source(claim).casefold() if claim.source else None
        found.setdefault((who, passage, claim.stance, claim.modality), []).append((account, claim))
    return [Statement(held[0][1], str(key[1]), _credit(sheet, held)) for key, held in found.items()]


def _told(sheet: Sheet, question: Question) -> Iterator[tuple[Account, Claim, str]]:
    for account in question.accounts:
        for claim in sheet.told(account):
            if passage := passage_of(claim, sheet.document(claim)):
                yield account, claim, passage


def _credit(sheet: Sheet, held: list[tuple[Account, Claim]]) -> Credit:
    """Who printed this very passage."""
    first = passage_of(held[0][1], sheet.document(held[0][1]))
    printed = [
        claim
        for account, _ in held
        for claim in sheet.standing(account)
        if passage_of(claim, sheet.document(claim)) == first
    ]
    return joined([credit_of(sheet, printed or [claim for _, claim in held])])


def passage_of(claim: Claim, document: Document | None) -> str:
    """The sentence in which a claim stands, else its quotation, else the words of its value; "" where all are empty.

    Its full stop is left to the sentence that quotes it, and double quotation marks within it become single ones.
    """
    words = sentence_of(claim, document) if document and matches(claim, document) else claim.quote
    plain = " ".join((words if words.strip() else claim.value.words).split()).rstrip(".")
    return plain.translate(_INNER)


def in_its_words(sheet: Sheet, told: Statement) -> Line:
    """A sentence without its full stop: "Police said, as a denial, Alpha reported on 1 May: “He was not charged”"."""
    claim, credit = told.claim, told.credit
    how = "as a denial" if claim.stance is Stance.DENIES else _FIRMNESS[claim.modality]
    quoted = (own(": “"), said(told.passage), own("”"))
    if claim.source is None and credit.reported:
        return (*credit.reported_by(f"reported {how}".strip()), *quoted)
    if claim.source is None:
        return (own_voice(sheet, claim), own(f" says{f', {how}' if how else ''}"), *quoted)
    name = sheet.source(claim)
    comma = "," if ", " in name else ""
    article = (own("the "),) if has_article(sheet, claim) and not name.casefold().startswith("the ") else ()
    return (*article, said(name), own(f"{comma} said{f', {how}' if how else ''}"), *credit.line(), *quoted)


def own_voice(sheet: Sheet, claim: Claim) -> Run:
    """The outlet in whose own voice something is told, as the subject of a sentence."""
    name = sheet.own_voice(claim)
    return own(f"An article ({name})") if name == wording.OUTLET_NOT_STATED else said(name)


def has_article(sheet: Sheet, claim: Claim) -> bool:
    """Whether the text itself puts "the" before the source."""
    if claim.source is None or sheet.note(claim).label:
        return False
    document = sheet.document(claim)
    text = document.text if document else None
    if not text:
        return False
    if claim.source_span:
        start, end = claim.source_span.start, claim.source_span.end
        if text[start:end].casefold().endswith(claim.source.name.casefold()):
            return "the " in (text[max(0, start - 4) : start].casefold(), text[start:end][:4].casefold())
    return f"the {claim.source.name}".casefold() in text.casefold()
