"""What a policy is given, and what it gives back: the accounts of one question, and a figure with its trace."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from reconcile.model import Bound, Claim, Document, Kind, Question, Stance, Value
from reconcile.resolve.words.terms import concepts
from reconcile.values import interval


@dataclass(frozen=True, slots=True)
class Figure:
    """One standing figure of one account: what a codebook would look at.

    `letter` is the account's, `title` its source as the page names it. `low` and `high` are the ends of the
    figure in the base unit of its kind, None where the words leave that side open. `day` is the day on which it was
    said or printed ("2031-03-07"), None where nobody knows. `origin` is what copies of one report share. `party`
    tells whether the source is a party to the event, `responsible` whether it claims responsibility for it,
    `reliability` the desk's grade from A to F, None where nobody graded.
    """

    claim: str
    letter: str
    origin: str
    title: str
    value: Value
    low: Decimal | None
    high: Decimal | None
    day: str | None
    party: bool = False
    responsible: bool = False
    reliability: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A question as a codebook reads it: what is counted, and the standing figures of its accounts by letter."""

    attribute: str | None
    kind: Kind
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One rule as it was applied: its words, the claims it used and those it set aside."""

    rule: str
    used: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a codebook would record by our reading of it: a figure (low = high), a range, or nothing.

    `best` is the one figure that a codebook prefers within its range, None where it has none. `words` are the
    figure as a table shows it, `why` what it rests on in one sentence, `steps` the trace.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    best: Decimal | None = None
    words: str = "nothing"
    why: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Policy:
    """What a codebook writes down where reports differ, as a function: its name, where it is published, how it decides.

    `name` is what commands call it, `cites` the publication and the pages, `apply` the rule itself: a pure
    function that never invents a figure that no source gave.
    """

    name: str
    cites: str
    apply: Callable[[Case], Recorded]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the desk knows of the sources, by the name of the source: who is a party, and how far they are trusted."""

    parties: frozenset[str] = frozenset()
    responsible: frozenset[str] = frozenset()
    grades: Mapping[str, str] = field(default_factory=dict)


def case_of(
    question: Question, claims: Mapping[str, Claim], documents: Mapping[str, Document], standing: Standing
) -> Case:
    """The case that a question makes: one figure for each account that asserts a level and still holds it."""
    figures = []
    for account in question.accounts:
        held = [claims[each] for each in account.standing if each in claims]
        asserted = [claim for claim in held if claim.stance is Stance.ASSERTS]
        for claim in _distinct(asserted):
            figures.append(_figure(claim, account.letter, account.origin, account.title, documents, standing))
    return Case(question.scope.attribute, question.kind, tuple(figures))


def _distinct(claims: Iterable[Claim]) -> list[Claim]:
    """The first claim of each figure: an account that repeats itself counts once."""
    first: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        first.setdefault((claim.value.low, claim.value.high, claim.value.bound), claim)
    return list(first.values())


def _figure(
    claim: Claim,
    letter: str,
    origin: str,
    title: str,
    documents: Mapping[str, Document],
    standing: Standing,
) -> Figure:
    name = claim.source.name if claim.source else None
    low, high = _ends(claim.value)
    return Figure(
        claim=claim.id,
        letter=letter,
        origin=origin,
        title=title,
        value=claim.value,
        low=low,
        high=high,
        day=_day(claim, documents.get(claim.document)),
        party=name in standing.parties,
        responsible=name in standing.responsible,
        reliability=standing.grades.get(name or ""),
    )


def _ends(value: Value) -> tuple[Decimal | None, Decimal | None]:
    """The ends as they were printed, in the base unit: "about 40" is 40 to a codebook, "up to 25" has no lower end."""
    span = interval(replace(value, bound=Bound.RANGE) if value.bound is Bound.ABOUT else value)
    return span.low, span.high


def _day(claim: Claim, document: Document | None) -> str | None:
    moment = claim.said_at or (document.published if document else None)
    return moment[:10] if moment else None


def by_letter(figures: Sequence[Figure]) -> tuple[str, ...]:
    """The claims of some figures, as a trace names them."""
    return tuple(figure.claim for figure in figures)


def claim_it(claims: Iterable[Claim]) -> frozenset[str]:
    """The sources that claim responsibility for an event themselves, among the statements in words on it."""
    return frozenset(
        claim.source.name
        for claim in claims
        if claim.source and claim.scope.attribute == "responsibility" and claim.stance is Stance.ASSERTS
        if concepts(claim.source.name) & concepts(claim.value.words)
    )
