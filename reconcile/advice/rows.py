"""Questions and claims as reports: one voice for each account, one row for each answer that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reconcile.advice.nouns import Ratings
from reconcile.advice.reports import NOBODY, WORDS, Reports
from reconcile.advice.words import words_inside
from reconcile.model import Account, Claim, Kind, Modality, Question, Stance, Value
from reconcile.values import interval

GRADES = {"A": 0.95, "B": 0.85, "C": 0.7, "D": 0.5, "E": 0.3}
"""How often a source of each grade is taken to give the very value that is right. F, "cannot be judged", is learnt."""
PARTY = 0.5
"""The most that a party to the event is trusted with its own figures."""
RESERVED = 0.5
"""What a report weighs that its source gives as possible or unconfirmed."""

Key = tuple[int, float | str, float | str]


@dataclass(frozen=True, slots=True)
class Row:
    """One answer that one account holds: its claims, its figures in the base unit, and how much it weighs."""

    question: int
    account: Account
    claims: tuple[str, ...]
    value: Value
    key: Key
    weight: float

    @property
    def low(self) -> float:
        """The lower end; minus infinity where it is open, NaN for words."""
        return self.key[1] if isinstance(self.key[1], float) else np.nan

    @property
    def high(self) -> float:
        """The upper end; infinity where it is open, NaN for words."""
        return self.key[2] if isinstance(self.key[2], float) else np.nan


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows, in the order of the reports; the same as arrays; and the claims that only deny."""

    rows: tuple[Row, ...]
    reports: Reports
    denied: Mapping[str, tuple[str, ...]]


def rows_of(
    questions: Sequence[Question], claims: Mapping[str, Claim], ratings: Ratings, settled: Mapping[str, Value]
) -> Rows:
    """The reports on all questions. Only standing claims speak; denials are kept apart."""
    families: dict[tuple[Kind, str | None], int] = {}
    family = [families.setdefault(_scale_of(question, claims), len(families) + 1) for question in questions]
    family = [WORDS if q.kind is Kind.TEXT else number for q, number in zip(questions, family, strict=True)]
    rows = [row for number, q in enumerate(questions) for row in _of_question(number, family[number], q, claims)]
    decided = [settled.get(question.id) for question in questions]
    keys: dict[Key, int] = {}
    value = [keys.setdefault(row.key, len(keys)) for row in rows]
    marks = [
        NOBODY if it is None else keys.setdefault(_key(it, number), len(keys))
        for it, number in zip(decided, family, strict=True)
    ]
    sources: dict[str, int] = {}
    source = [sources.setdefault(row.account.origin, len(sources)) for row in rows]
    words = [str(key[1]) if key[0] == WORDS else "" for key in keys]
    reports = Reports(
        question=np.array([row.question for row in rows], dtype=np.int64),
        source=np.array(source, dtype=np.int64),
        value=np.array(value, dtype=np.int64),
        low=np.array([row.low for row in rows], dtype=float),
        high=np.array([row.high for row in rows], dtype=float),
        weight=np.array([row.weight for row in rows], dtype=float),
        bundle=np.full(len(rows), NOBODY),
        family=np.array(family, dtype=np.int64),
        settled=np.array(marks, dtype=np.int64),
        prior=_priors(rows, sources, claims, ratings),
        inside=words_inside(words),
        measured=frozenset(number for scale, number in families.items() if _is_measured(*scale)),
    )
    return Rows(tuple(rows), reports, {q.id: _denials(q, claims) for q in questions})


def _is_measured(kind: Kind, unit: str | None) -> bool:
    """Whether figures of a scale are measured or paid, so that two nearly alike may be one; people are counted."""
    return unit is not None and kind in (Kind.NUMBER, Kind.MONEY, Kind.DURATION)


def _scale_of(question: Question, claims: Mapping[str, Claim]) -> tuple[Kind, str | None]:
    """Questions whose figures share a scale are learnt from together: the same kind in the same base unit."""
    units = {interval(claims[each].value).unit_base for each in question.claims if each in claims}
    return (question.kind, min(units, key=lambda unit: (unit is None, unit or ""), default=None))


def _of_question(number: int, family: int, question: Question, claims: Mapping[str, Claim]) -> Iterator[Row]:
    """The rows of one question, account by account; an account that holds several answers splits its voice."""
    if is_of_steps(question):
        return
    for account in question.accounts:
        held: dict[Key, list[Claim]] = {}
        for claim in _speaking(account, claims):
            held.setdefault(_key(claim.value, family), []).append(claim)
        for key, group in held.items():
            firm = max(1.0 if claim.modality is Modality.STATED else RESERVED for claim in group)
            ids = tuple(claim.id for claim in group)
            yield Row(number, account, ids, group[0].value, key, firm / len(held))


def is_of_steps(question: Question) -> bool:
    """Whether the answers are steps that follow each other, as "arrested" and "charged": nothing for a scale."""
    return question.kind is Kind.TEXT and question.scope.attribute == "status"


def _speaking(account: Account, claims: Mapping[str, Claim]) -> list[Claim]:
    standing = (claims[each] for each in account.standing if each in claims)
    return [claim for claim in standing if claim.stance is Stance.ASSERTS and _has_answer(claim.value)]


def _has_answer(value: Value) -> bool:
    return bool(value.words.strip()) if value.kind is Kind.TEXT else value.low is not None or value.high is not None


def _denials(question: Question, claims: Mapping[str, Claim]) -> tuple[str, ...]:
    standing = (each for account in question.accounts for each in account.standing)
    return tuple(each for each in standing if each in claims and claims[each].stance is Stance.DENIES)


def _key(value: Value, family: int) -> Key:
    """What makes two answers the same: their words, or both ends in the base unit."""
    if family == WORDS:
        words = " ".join(value.words.casefold().split())
        return (family, words, "")
    span = interval(value)
    step = 1.0 if span.unit_base in (None, "date") else 0.0
    low = -np.inf if span.low is None else float(span.low) + step * span.low_open
    high = np.inf if span.high is None else float(span.high) - step * span.high_open
    return (family, low, high)


def _priors(
    rows: Sequence[Row], sources: Mapping[str, int], claims: Mapping[str, Claim], ratings: Ratings
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The rate that the desk gives each source; NaN where it says nothing."""
    prior = np.full(len(sources), np.nan)
    for row in rows:
        place = sources[row.account.origin]
        for claim in row.claims:
            source = claims[claim].source
            name = row.account.title if source is None else source.name
            rate = GRADES.get(ratings.grades.get(name, ""), np.nan)
            if name in ratings.parties:
                rate = PARTY if np.isnan(rate) else min(rate, PARTY)
            prior[place] = rate if np.isnan(prior[place]) else np.fmin(prior[place], rate)
    return prior
