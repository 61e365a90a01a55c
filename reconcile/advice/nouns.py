"""What an advice is: answers in order, what speaks for each, and what would change the order. Never a verdict."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from reconcile.model import Value


class Says(StrEnum):
    """How one origin's report stands to a candidate."""

    GIVES = "gives"
    ALLOWS = "allows"
    EXCLUDES = "excludes"


class Change(StrEnum):
    """What would change the order: a report taken back, or further ones coming in."""

    WITHDRAWN = "withdrawn"
    FURTHER = "further"


class Plain(StrEnum):
    """How the plain figure beside the advice was counted."""

    MAJORITY = "majority"
    MEDIAN = "median"


@dataclass(frozen=True, slots=True)
class Support:
    """What one origin says of a candidate: it gives that answer, allows it (a bound, a range) or excludes it.

    `letter` and `title` are its account's, `claims` the ids of its standing claims that say so, `words` what they
    say, `worth` how much its report counts as an independent voice (1 = its own; copies share one).
    """

    letter: str
    title: str
    claims: tuple[str, ...]
    words: str
    says: Says
    worth: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible answer: `value` is one that a report gives or, `given` False, the range that bounds and ranges allow.

    `beside` is another measured figure within 2 % of it and as well supported, told in one breath with it. `reports`
    counts the claims that give or allow it, `origins` what they are worth as independent origins.
    """

    value: Value
    given: bool
    ledger: tuple[Support, ...]
    reports: int
    origins: float
    beside: Value | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A smallest change that makes `towards` as well supported: `letter` withdraws, or `further` reports come in."""

    change: Change
    towards: Value
    letter: str | None = None
    title: str | None = None
    further: int = 0


@dataclass(frozen=True, slots=True)
class Advice:
    """What is best supported so far on one question: the candidates in order, the best supported first.

    `unweighed` is the reason in words where there is nothing to weigh; then there are no candidates. `plain` is what
    most reports say, or their median where no answer has most of them; `differs` tells that it is not the first
    candidate. `level` is how many answers are as well supported as the first, itself included; `contested` tells that
    one more independent report would change the order. `denied` are claims that deny an answer without giving one:
    they are listed, not weighed.
    """

    question: str
    candidates: tuple[Candidate, ...] = ()
    plain: Value | None = None
    plain_by: Plain | None = None
    differs: bool = False
    level: int = 0
    contested: bool = False
    turns: tuple[Turn, ...] = ()
    denied: tuple[str, ...] = ()
    unweighed: str | None = None


@dataclass(frozen=True, slots=True)
class Ratings:
    """What the desk says of its sources, by the name of the source; it overrides what is learnt.

    `grades` are the letters A to F of the Admiralty scale, `parties` the sources that are a party to the event.
    """

    grades: Mapping[str, str] = field(default_factory=dict)
    parties: frozenset[str] = frozenset()
