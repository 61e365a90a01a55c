"""The words to copy: each source with its own verb and hedge, lowest first, with the outlets that printed it.

Numerals as the AP writes them (words below ten). "said" and "put … at", never "claimed" or "admitted", and
never "between 9 and 32" as if somebody had said so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from reconcile.model import Account, Bound, Claim, Kind, Modality, Question, Stance
from reconcile.report import wording
from reconcile.report.credits import Credit, credit_of, joined
from reconcile.report.figures import Figure, figure, of_claim, sort_key, with_unit
from reconcile.report.runs import Line, Run, clean, listed, own, plain, said
from reconcile.report.sheet import Sheet, not_named
from reconcile.report.verbatim import has_article, in_its_words, own_voice, statements

MOST_SOURCES = 6
_PUT_AT = re.compile(r"\b(put|putting|puts)\b", re.IGNORECASE)
_PLAIN_NOUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}")
_AT = " at "
_DIGITS = "zero one two three four five six seven eight nine".split()


@dataclass(frozen=True, slots=True)
class _Clause:
    """What one source says, or several unnamed ones of one title in one wording, and who printed it."""

    account: Account
    claim: Claim
    credit: Credit
    reports: int = 1


def sentence(sheet: Sheet, question: Question) -> Line | None:
    """One sentence for each outlet and day; None where there is nothing to say or more than a paragraph can hold."""
    if _is_in_words(sheet, question):
        return _statements(sheet, question)
    clauses = _clauses(sheet, question)
    if not clauses or len(clauses) > MOST_SOURCES:
        return None
    groups: dict[tuple[Credit, bool], list[_Clause]] = {}
    for clause in clauses:
        groups.setdefault((clause.credit, clause.claim.source is None), []).append(clause)
    out: list[Run] = []
    for place, group in enumerate(groups.values()):
        out += [own(" ")] if place else []
        out += _raised(_told_by(sheet, question, group, first=not place))
        out.append(own("."))
    return tuple(out)


def _is_in_words(sheet: Sheet, question: Question) -> bool:
    told = (claim for account in question.accounts for claim in sheet.told(account))
    return any(claim.value.kind is Kind.TEXT for claim in told)


def _statements(sheet: Sheet, question: Question) -> Line | None:
    """One sentence for each passage of a question that is answered in words."""
    told = statements(sheet, question)
    if not told or len(told) > MOST_SOURCES:
        return None
    lines = [(*_raised(in_its_words(sheet, one)), own(".")) for one in told]
    return listed(lines, between=" ", last=" ")


def _clauses(sheet: Sheet, question: Question) -> list[_Clause]:
    """One clause for each figure that an account holds, lowest first; unnamed sources of one wording together."""
    rows = [
        (account, claim) for account in question.accounts for claim in sheet.figures(account) if _can_be_told(claim)
    ]
    rows.sort(key=lambda row: (sort_key(row[1].value), row[0].letter))
    found: dict[tuple[object, ...], list[tuple[Account, Claim]]] = {}
    for account, claim in rows:
        same = (sheet.title(account).casefold(), _told(claim), claim.stance, claim.modality)
        found.setdefault(same if not_named(claim) else (account, claim.id), []).append((account, claim))
    return [
        _Clause(*held[0], joined([credit_of(sheet, _prints(sheet, *row)) for row in _by_day(sheet, held)]), len(held))
        for held in found.values()
    ]


def _by_day(sheet: Sheet, held: list[tuple[Account, Claim]]) -> list[tuple[Account, Claim]]:
    published = {claim.id: getattr(sheet.document(claim), "published", None) for _, claim in held}
    return sorted(held, key=lambda row: sheet.wall.key(published[row[1].id]))


def _prints(sheet: Sheet, account: Account, claim: Claim) -> list[Claim]:
    """The claims by which a standing figure of an account was printed."""
    return [one for one in sheet.standing(account) if of_claim(one).plain == of_claim(claim).plain] or [claim]


def _told_by(sheet: Sheet, question: Question, group: list[_Clause], *, first: bool) -> Line:
    """A sentence without its full stop: what the sources said, then who printed it and when."""
    credit = group[0].credit
    if group[0].claim.source is None and credit.reported:
        verb = "denied" if group[0].claim.stance is Stance.DENIES else "reported"
        told = listed([_predicate(question, one, noun=first and not place) for place, one in enumerate(group)])
        return (*credit.reported_by(verb), own(" that "), *told)
    clauses: dict[str, Line] = {}
    for one in group:
        clause = _clause(sheet, question, one, first=first and not clauses, again=any(_AT in put for put in clauses))
        clauses.setdefault(plain(clause), clause)
    return (*listed(clauses.values()), *credit.line())


def used(sheet: Sheet, question: Question) -> list[Claim]:
    """The claims whose figures the sentence gives."""
    if _is_in_words(sheet, question):
        return [one.claim for one in statements(sheet, question)]
    return [claim for account in question.accounts for claim in sheet.figures(account) if _can_be_told(claim)]


def _can_be_told(claim: Claim) -> bool:
    """Whether a sentence can give the value: a day that is not known ("yesterday") is left out of it."""
    return claim.value.kind is Kind.TEXT or claim.value.low is not None or claim.value.high is not None


def _raised(line: Line) -> Line:
    first, *rest = line
    return (Run(wording.upper_first(first.text), first.style, first.raw), *rest)


def _clause(sheet: Sheet, question: Question, told: _Clause, *, first: bool, again: bool) -> Line:
    claim = told.claim
    who = _who(sheet, told)
    denied = claim.stance is Stance.DENIES
    predicate = wording.PREDICATES.get(question.scope.attribute or "")
    counted = predicate and claim.value.unit is None
    noun = _noun(question, claim) if first and counted else ""
    if not denied and claim.value.bound is Bound.EXACT and (not counted or _puts(sheet, claim)):
        what = f"the number {f'of {noun} ' if noun else ''}{predicate}" if counted else _what(question, claim)
        what = "it" if again else what
        return (*who, own(f" put {what}{_AT}"), said(_told(claim)))
    verb = "denied that " if denied else "said " if counted else "said that "
    return (*who, own(f" {verb}"), *_predicate(question, told, noun=first))


def _predicate(question: Question, told: _Clause, *, noun: bool) -> Line:
    """What is said without who says it: "21 soldiers were killed", "the number was 2"."""
    claim = told.claim
    predicate = wording.PREDICATES.get(question.scope.attribute or "")
    if predicate and claim.value.unit is None:
        counted = f"{_told(claim)} {_noun(question, claim) if noun else ''}".strip()
        return (said(counted), own(f" {_were(claim, predicate)}"))
    return (own(f"{_what(question, claim)} was "), said(_told(claim)))


def _were(claim: Claim, predicate: str) -> str:
    one = claim.value.low == claim.value.high == 1
    if claim.modality is Modality.POSSIBLE:
        return f"may have been {predicate}"
    tail = " (unconfirmed)" if claim.modality is Modality.UNCONFIRMED else ""
    return f"{'was' if one else 'were'} {predicate}{tail}"


def _noun(question: Question, claim: Claim) -> str:
    """Who is counted, where that is a plain noun and no more than the claim itself says."""
    population = question.scope.population or ""
    if population != (claim.scope.population or ""):
        return ""
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


def _who(sheet: Sheet, told: _Clause) -> Line:
    """The source; several unnamed ones with their number: "officials, in three reports,"."""
    claim = told.claim
    if claim.source is None:
        return (own_voice(sheet, claim),)
    name = sheet.source(claim)
    article = "the " if has_article(sheet, claim) and not name.casefold().startswith("the ") else ""
    line: Line = (own(article), said(name)) if article else (said(name),)
    if ", " in name and told.reports == 1:
        return (*line, own(","))
    return (*line, own(f", in {wording.spelled(told.reports, 'report')},")) if told.reports > 1 else line


def range_of(claims: list[Claim]) -> str | None:
    """The lowest and the highest figure that anybody gave: "9 to 32"; None where there are fewer than two."""
    values = [claim.value for claim in claims if claim.stance is Stance.ASSERTS]
    ends = [edge for value in values for edge in (value.low, value.high) if isinstance(edge, Decimal)]
    if len(set(ends)) < 2 or len({value.unit for value in values}) != 1:
        return None
    return f"{with_unit(values[0], min(ends))} to {with_unit(values[0], max(ends))}"
