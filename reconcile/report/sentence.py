"""The sentence to copy: each source with its own verb and hedge, lowest first, outlet and date last.

Numerals as the AP writes them (words below ten). "said" and "put … at", never "claimed" or "admitted", and
never "between 9 and 32" as if somebody had said so.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reconcile.model import Account, Bound, Claim, DocumentKind, Kind, Modality, Question, Stance
from reconcile.report import wording
from reconcile.report.figures import Figure, figure, sort_key, with_unit
from reconcile.report.runs import Line, Run, clean, listed, own, plain, said
from reconcile.report.sheet import Sheet

MOST_SOURCES = 6
_PUT_AT = re.compile(r"\b(put|putting|puts)\b", re.IGNORECASE)
_PLAIN_NOUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}")
_DIGITS = "zero one two three four five six seven eight nine".split()


def sentence(sheet: Sheet, question: Question) -> Line | None:
    """The sentence, None where there is nothing to say or more sources than one sentence can hold."""
    rows = [(account, claim) for account in question.accounts if (claim := sheet.main(account))]
    if not rows or len(rows) > MOST_SOURCES:
        return None
    rows.sort(key=lambda row: (sort_key(row[1].value), row[0].letter))
    clauses: dict[str, Line] = {}
    for account, claim in rows:
        clause = _clause(sheet, question, account, claim, first=not clauses)
        clauses.setdefault(plain(clause), clause)
    return (*_raised(listed(clauses.values())), *_printed(sheet, [claim for _, claim in rows]), own("."))


def used(sheet: Sheet, question: Question) -> list[Claim]:
    """The claims whose figures the sentence gives."""
    return [claim for account in question.accounts if (claim := sheet.main(account))]


def _raised(line: Line) -> Line:
    first, *rest = line
    return (Run(wording.upper_first(first.text), first.style, first.raw), *rest)


def _clause(sheet: Sheet, question: Question, account: Account, claim: Claim, *, first: bool) -> Line:
    who = _who(sheet, account, claim)
    verb = "denied that" if claim.stance is Stance.DENIES else "said"
    predicate = wording.PREDICATES.get(question.scope.attribute or "")
    if claim.value.kind is Kind.TEXT:
        return (*who, own(f" {verb}: “"), said(claim.value.words), own("”"))
    told = _told(claim)
    if predicate and claim.value.unit is None:
        if claim.stance is Stance.ASSERTS and _puts(sheet, claim):
            return (*who, own(f" put the number {predicate} at "), said(told))
        noun = _noun(question) if first else ""
        return (*who, own(f" {verb} "), said(f"{told} {noun}".strip()), own(f" {_were(claim, predicate)}"))
    what = _what(question, claim)
    verb = f"put {what} at" if claim.value.bound is Bound.EXACT else f"said {what} was"
    if claim.stance is Stance.DENIES:
        verb = f"denied that {what} was"
    return (*who, own(f" {verb} "), said(told))


def _were(claim: Claim, predicate: str) -> str:
    one = claim.value.low == claim.value.high == 1
    if claim.modality is Modality.POSSIBLE:
        return f"may have been {predicate}"
    tail = " (unconfirmed)" if claim.modality is Modality.UNCONFIRMED else ""
    return f"{'was' if one else 'were'} {predicate}{tail}"


def _noun(question: Question) -> str:
    population = question.scope.population or ""
    return clean(population) if _PLAIN_NOUN.fullmatch(population) else ""


def _what(question: Question, claim: Claim) -> str:
    attribute = question.scope.attribute or ""
    named = {"age": "the age", "date": "the date", "duration": "the duration", "attendance": "attendance"}
    return named.get(attribute, "the number" if claim.value.kind is Kind.NUMBER else "the figure")


def _told(claim: Claim) -> str:
    """The figure without its stance, in AP numerals."""
    shown = figure(claim.value)
    if claim.value.bound is Bound.NONE and claim.value.high == 0:
        return "none"
    return Figure(shown.before, _numeral(claim, shown.number), shown.after, "").plain.replace("–", " to ")


def _numeral(claim: Claim, shown: str) -> str:
    small = claim.value.kind is Kind.NUMBER and claim.value.unit is None
    return _DIGITS[int(shown)] if small and shown.isdecimal() and len(shown) == 1 else shown


def _puts(sheet: Sheet, claim: Claim) -> bool:
    """Whether the text itself says that the source put the figure at something; hedges read better with "said"."""
    document, cue = sheet.document(claim), claim.cue_span
    words = document.text[cue.start : cue.end] if document and document.text and cue else ""
    return bool(_PUT_AT.search(words)) and claim.value.bound is Bound.EXACT


def _who(sheet: Sheet, account: Account, claim: Claim) -> Line:
    if claim.source is None:
        return (said(sheet.own_voice(claim)),)
    name = sheet.source(claim)
    article = "the " if _article(sheet, claim) and not name.casefold().startswith("the ") else ""
    return (own(article), said(name)) if article else (said(name),)


def _article(sheet: Sheet, claim: Claim) -> bool:
    """Whether the text itself puts "the" before the source."""
    if claim.source is None or sheet.note(claim).label:
        return False
    document = sheet.document(claim)
    text = document.text if document else None
    if not text:
        return False
    if claim.source_span:
        start, end = claim.source_span.start, claim.source_span.end
        return "the " in (text[max(0, start - 4) : start].casefold(), text[start:end][:4].casefold())
    return f"the {claim.source.name}".casefold() in text.casefold()


def _printed(sheet: Sheet, claims: list[Claim]) -> Line:
    """ "…, Arab News reported on 16 December 2019"; several outlets each with their date."""
    prints: dict[str, str | None] = {}
    for claim in claims:
        document = sheet.document(claim)
        if document and document.outlet and document.kind is not DocumentKind.OWN:
            prints.setdefault(document.outlet, sheet.wall.day(document.published))
    if not prints:
        return ()
    dated = [(said(outlet), own(f" on {when}" if when else " (date not stated)")) for outlet, when in prints.items()]
    if len(dated) > 1:
        return (own(", according to reports by "), *listed(dated))
    (outlet, when), *_ = dated
    return (own(", "), outlet, own(" reported"), when)


def range_of(claims: list[Claim]) -> str | None:
    """The lowest and the highest figure that anybody gave: "9 to 32"; None where there are fewer than two."""
    values = [claim.value for claim in claims if claim.stance is Stance.ASSERTS]
    ends = [edge for value in values for edge in (value.low, value.high) if isinstance(edge, Decimal)]
    if len(set(ends)) < 2 or len({value.unit for value in values}) != 1:
        return None
    return f"{with_unit(values[0], min(ends))} to {with_unit(values[0], max(ends))}"
