"""What a desk wants to be warned of: totals that fell, parts above their whole, figures that a document does not hold.

Pure functions over what was resolved; none says which figure is right. The names in `ALERTS` are those by which a
person excepts one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from reconcile import dates, values
from reconcile.model import Claim, Cumulative, Document, Kind, Question, Relation, RelationKind, Stance, Value
from reconcile.resolve.keys import day
from reconcile.resolve.relations.figures import fit_of, span_of
from reconcile.resolve.relations.wording import figure
from reconcile.resolve.words.terms import concepts, kinds_of_people
from reconcile.values import Fit

ALERTS: dict[str, str] = {
    "fell": "A running total fell, and the newer report does not say that the older figure was corrected.",
    "parts": "A part, or the sum of parts that leave no one counted twice, is more than its whole.",
    "unsupported": "The document that is cited holds neither the figure nor the quotation.",
}
"""The alerts by name, each with the sentence that editors read."""

ONLY_RISE = frozenset(("deaths", "injured", "arrested", "rescued", "cases", "escaped"))
"""Attributes whose running total cannot fall of itself: the missing are found and the displaced go home."""
_CORRECTED = re.compile(
    r"\b(?:correct\w*|revis\w*|earlier|initial\w*|previous\w*|at first|mistak\w*|error|duplicat\w*|double[- ]count\w*|"
    r"counted (?:twice|more than once)|lower(?:ed|ing)?|reduc\w*|down from|instead of|rather than|and not|"
    r"recount\w*|clarif\w*|fewer than (?:first|before|earlier)|no longer|updated|out of date|wrong\w*)\b",
    re.IGNORECASE,
)
"""Words by which a report says that a figure replaces another one."""
_REACH = 200
"""Characters on either side of a figure that are read for such words."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing to look at: the name of the alert, the question, the claims that it rests on, one plain sentence.

    The first of `claims` is the one to look at first: the newer total, the part, the claim whose document is cited.
    """

    name: str
    question: str | None
    claims: tuple[str, ...]
    why: str


def fallen_totals(
    question: Question, claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> Iterator[Alert]:
    """Totals of people that one source let fall without saying that it corrected itself.

    Only counts that cannot fall of themselves are looked at, and no count of what is new since the last report.
    """
    for relation in question.relations:
        if relation.kind is not RelationKind.REVISION:
            continue
        older, newer = claims[relation.left], claims[relation.right]
        if _fell(older, newer) and not _says_corrected(older, newer, claims, documents):
            why = f"{figure(older.value)} fell to {figure(newer.value)}, and the report does not say why."
            yield Alert("fell", question.id, (newer.id, older.id), why)


def _fell(older: Claim, newer: Claim) -> bool:
    running = older.scope.attribute in ONLY_RISE and newer.scope.attribute in ONLY_RISE
    if not running or Stance.DENIES in (older.stance, newer.stance):
        return False
    if Cumulative.NEW in (older.scope.cumulative, newer.scope.cumulative):
        return False
    return _under(newer.value, older.value)


def _under(low: Value, high: Value) -> bool:
    """Whether all that one value allows lies under all that the other allows."""
    small, large = span_of(low), span_of(high)
    return small.unit_base == large.unit_base and None not in (small.high, large.low) and small.high < large.low  # type: ignore[operator]


def _says_corrected(older: Claim, newer: Claim, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> bool:
    """Whether the report of the newer total tells of the older one, denies it, or speaks of a correction."""
    if _CORRECTED.search(_around(newer, documents.get(newer.document))):
        return True
    beside = (each for each in claims.values() if each.document == newer.document and each.id != newer.id)
    told = (each for each in beside if each.former or each.stance is Stance.DENIES)
    return any(fit_of(each.value, older.value) is Fit.AGREE for each in told)


def _around(claim: Claim, document: Document | None) -> str:
    if claim.span is None or document is None or not document.text:
        return claim.quote
    return document.text[max(0, claim.span.start - _REACH) : claim.span.end + _REACH]


def parts_above_whole(questions: Iterable[Question], claims: Mapping[str, Claim]) -> Iterator[Alert]:
    """Parts that are more than their whole, one by one and added up.

    Parts are added up only where one document gives them of one whole and nobody can be in two of them: other kinds
    of people (guards and prisoners), or other places. Bounds count for what they leave open: "at least 9" of 8 is an
    alert, "up to 9" of 8 is none.
    """
    for question in questions:
        told: dict[str, list[Relation]] = {}
        for relation in question.relations:
            if relation.kind is RelationKind.PART_OF:
                told.setdefault(relation.left, []).append(relation)
        for whole, relations in told.items():
            yield from _above(question.id, claims[whole], [claims[relation.right] for relation in relations])


def _above(question: str, whole: Claim, parts: Sequence[Claim]) -> Iterator[Alert]:
    top = span_of(whole.value).high
    fitting = [part for part in parts if span_of(part.value).unit_base == span_of(whole.value).unit_base]
    if top is None or whole.stance is Stance.DENIES:
        return
    for part in fitting:
        if _least(part) > top:
            why = f"{figure(part.value)} is more than the whole of which it is a part ({figure(whole.value)})."
            yield Alert("parts", question, (part.id, whole.id), why)
    several = _apart([part for part in fitting if part.document == whole.document and _least(part) <= top])
    if len(several) > 1 and sum(map(_least, several)) > top:
        sums = " + ".join(figure(part.value) for part in several)
        why = f"{sums} is more than the whole of which they are parts ({figure(whole.value)})."
        yield Alert("parts", question, (*(part.id for part in several), whole.id), why)


def _least(part: Claim) -> Decimal:
    low = span_of(part.value).low
    return Decimal(0) if low is None or part.stance is Stance.DENIES else low


_AGES_AND_SEXES = frozenset(("child", "woman"))
_CALLINGS = frozenset(
    ("force", "worker", "crew", "traveller", "civilian", "rescuer", "attacker", "protester", "driver")
)
"""Kinds of people of which nobody is two at once, within either set: a woman can be a guard, a guard no prisoner."""


def _apart(parts: Sequence[Claim]) -> list[Claim]:
    """Parts of which nobody can be in two: all of other kinds of people, or all of other places."""
    kinds = [(part, kinds_of_people(f"{part.scope.counted or ''} {part.scope.population or ''}")) for part in parts]
    places = [(part, concepts(part.scope.place)) for part in parts]
    for told in (
        [(part, kind) for part, kind in kinds if kind and kind <= _AGES_AND_SEXES],
        [(part, kind) for part, kind in kinds if kind and kind <= _CALLINGS],
        [(part, place) for part, place in places if place],
    ):
        if len(told) > 1 and not any(one & other for (_, one), (_, other) in combinations(told, 2)):
            return [part for part, _ in told]
    return []


def not_in_document(claim: Claim, document: Document) -> Alert | None:
    """Whether the document that a claim cites holds its figure; None where it does, or where nobody can tell.

    A document whose text is not held tells nothing. A figure is held where a figure of the text has the same ends,
    in whatever unit; a day where a date of the text is that day; words where the quotation stands in the text.
    """
    if not document.text:
        return None
    if claim.value.kind is Kind.TEXT:
        held = _squeezed(claim.quote) in _squeezed(document.text)
        what = f"“{' '.join(claim.quote.split())}”"
    else:
        held, what = _holds(claim.value, document), figure(claim.value)
    if held:
        return None
    return Alert("unsupported", claim.question, (claim.id,), f"The document that is cited does not hold {what}.")


def _squeezed(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def _holds(value: Value, document: Document) -> bool:
    text = document.text or ""
    if value.kind is Kind.DATE:
        return any(_same_ends(found.value, value) for found in dates.scan(text, day(document.published)))
    if value.low is None and value.high is None:
        return True
    return any(_same_ends(found.value, value) for found in values.scan(text))


def _same_ends(found: Value, wanted: Value) -> bool:
    """Whether two values name the same numbers, whatever their bounds; in other units within two hundredths."""
    ends = {found.low, found.high} - {None}
    if found.unit == wanted.unit or None in (found.unit, wanted.unit):
        return ends >= {wanted.low, wanted.high} - {None}
    return fit_of(found, wanted) is Fit.AGREE
