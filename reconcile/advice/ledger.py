"""From scores to an advice: what speaks for each answer, the plain count beside it, and what would change the order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

import numpy as np

from reconcile.advice.nouns import Advice, Candidate, Change, Plain, Says, Support, Turn
from reconcile.advice.reports import Floats, Ints
from reconcile.advice.rows import Row, Rows, is_of_steps
from reconcile.advice.weighing import Weighed
from reconcile.model import Bound, Kind, Question, Value
from reconcile.values import interval, render
from reconcile.values.units import convert

MOST = 6
"""How many candidates an advice tells."""
LEVEL = 0.1
"""A lead of less than this part of a report is none: both answers are told as level."""
DECIDED = "a person has decided this question"
"""Why there is no advice on a question with a verdict that closes it."""
FAR = 3
"""How many further reports are worth telling as what would change the order."""


@dataclass(frozen=True)
class Ledger:
    """The weighed rows, looked up by question."""

    rows: Rows
    weighed: Weighed

    @cached_property
    def _rows(self) -> dict[int, list[int]]:
        return _grouped(self.rows.reports.question)

    @cached_property
    def _candidates(self) -> dict[int, list[int]]:
        return _grouped(self.weighed.candidates.question)

    @cached_property
    def _links(self) -> dict[int, list[int]]:
        return _grouped(self.weighed.links.candidate)

    def advice(self, number: int, question: Question) -> Advice:
        """The advice on one question, or why there is none."""
        rows = self._rows.get(number, [])
        denied = self.rows.denied[question.id]
        reason = self._nothing(number, rows, question)
        if reason:
            return Advice(question.id, denied=denied, unweighed=reason)
        told = self._told(number, rows)
        candidates = tuple(self._candidate(places, rows, question) for places in told[:MOST])
        plain, by = self._plain(rows, question)
        lead = self._lead(told)
        return Advice(
            question=question.id,
            candidates=candidates,
            plain=plain,
            plain_by=by,
            differs=plain is not None and not any(_fits(plain, each) for each in _answers(candidates[0])),
            level=self._level(told),
            contested=lead <= 1.0,
            turns=tuple(self._turns(told, rows, question, lead)),
            denied=denied,
        )

    def _nothing(self, number: int, rows: Sequence[int], question: Question) -> str | None:
        if self.rows.reports.settled[number] >= 0:
            return DECIDED
        origins = {self.rows.rows[row].account.origin for row in rows}
        if not rows:
            return unsaid(question)
        if len(origins) < 2:
            return "only one origin reports, so there is nothing to weigh"
        if len({self.rows.rows[row].key for row in rows}) < 2:
            return "all origins say the same, so there is nothing to weigh"
        return None

    def _ranked(self, number: int) -> list[int]:
        """The candidates of a question in order: by score, then the lower figure, then the first."""
        found, score = self.weighed.candidates, self.weighed.score
        places = self._candidates[number]
        return sorted(
            places, key=lambda place: (-round(float(score[place]), 9), _number(float(found.low[place])), place)
        )

    def _told(self, number: int, rows: Sequence[int]) -> list[list[int]]:
        """The candidates that are told, each as the places that make it up, in order.

        What leads is told with the measured figure beside it; where only bounds and ranges allow it, as all that the
        same reports allow. Further down, only answers that some report gives are told.
        """
        ranked = self._ranked(number)
        first = self._with_all_alike(ranked, rows)
        span = int(self.weighed.span[number])
        if span != ranked[0] and ranked[0] == int(self.weighed.pick[number]):
            first = [*first, span]
        return [first, *([place] for place in ranked if place not in first and self._is_given(place, rows))]

    def _with_all_alike(self, ranked: Sequence[int], rows: Sequence[int]) -> list[int]:
        """A candidate that no report gives, with all others that the very same reports allow."""
        if self._is_given(ranked[0], rows):
            return [ranked[0]]
        allow = self._fitting(ranked[0])
        return [place for place in ranked if self._fitting(place) == allow and not self._is_given(place, rows)]

    def _fitting(self, place: int) -> frozenset[int]:
        links = self.weighed.links
        return frozenset(int(links.report[link]) for link in self._links.get(place, []) if links.fits[link])

    def _is_given(self, place: int, rows: Sequence[int]) -> bool:
        return any(self._gives(place, row) for row in rows)

    def _lead(self, told: Sequence[Sequence[int]]) -> float:
        """By how many average independent reports the first of the told candidates is ahead of the next."""
        if len(told) < 2:
            return float("inf")
        score = self.weighed.score
        return float(score[told[0][0]] - score[told[1][0]]) / self.weighed.voice

    def _level(self, told: Sequence[Sequence[int]]) -> int:
        """How many of the told candidates are as well supported as the first, itself included."""
        score, slack = self.weighed.score, LEVEL * self.weighed.voice
        return sum(float(score[told[0][0]] - score[places[0]]) < slack for places in told)

    def _candidate(self, places: Sequence[int], rows: Sequence[int], question: Question) -> Candidate:
        ledger = tuple(self._supports(places, rows))
        told = [support for support in ledger if support.says is not Says.EXCLUDES]
        given = self._is_given(places[0], rows)
        return Candidate(
            value=self._value(places[:1] if given else places, rows),
            given=given,
            ledger=ledger,
            reports=sum(len(support.claims) for support in told),
            origins=round(sum(support.worth for support in told), 2),
            beside=self._value(places[1:], rows) if given and len(places) > 1 else None,
        )

    def _supports(self, places: Sequence[int], rows: Sequence[int]) -> Iterator[Support]:
        """What each row says of a candidate: those that give it first, then those that allow it."""
        order = list(Says)
        says = {row: min((self._says(place, row) for place in places), key=order.index) for row in rows}
        for row in sorted(rows, key=lambda row: (order.index(says[row]), row)):
            it = self.rows.rows[row]
            worth = round(float(self.weighed.weight[row]), 2)
            yield Support(it.account.letter, it.account.title, it.claims, render(it.value), says[row], worth)

    def _says(self, place: int, row: int) -> Says:
        if self._gives(place, row):
            return Says.GIVES
        links, words = self.weighed.links, bool(np.isnan(self.weighed.candidates.low[place]))
        near = (link for link in self._links.get(place, []) if links.report[link] == row)
        return Says.ALLOWS if any(words or links.fits[link] for link in near) else Says.EXCLUDES

    def _gives(self, place: int, row: int) -> bool:
        """Whether a row states the candidate itself, not a bound or a range around it, nor a wider answer."""
        it, found = self.rows.rows[row], self.weighed.candidates
        low, high = float(found.low[place]), float(found.high[place])
        if np.isnan(low):
            return bool(self.weighed.value[place] == self.rows.reports.value[row])
        return it.low == it.high and low == high and abs(it.low - low) < 1e-9

    def _value(self, places: Sequence[int], rows: Sequence[int]) -> Value:
        """A candidate as a value: as one of the reports puts it, else its bare figure or the range that it spans."""
        for row in rows:
            if self._gives(places[0], row):
                return self.rows.rows[row].value
        found = self.weighed.candidates
        low, high = min(float(found.low[each]) for each in places), max(float(found.high[each]) for each in places)
        for row in rows:
            if (self.rows.rows[row].low, self.rows.rows[row].high) == (low, high):
                return self.rows.rows[row].value
        return _figure(low, high, self.rows.rows[rows[0]].value)

    def _plain(self, rows: Sequence[int], question: Question) -> tuple[Value | None, Plain | None]:
        """What most claims say; where no answer has most of them, the middle figure; for words nothing."""
        said = [self.rows.rows[row] for row in rows for _ in self.rows.rows[row].claims]
        (key, most), *others = Counter(row.key for row in said).most_common()
        if not others or most > others[0][1]:
            return next(row.value for row in said if row.key == key), Plain.MAJORITY
        if question.kind is Kind.TEXT:
            return None, None
        figures = sorted(_middle(row) for row in said)
        half = len(figures) // 2
        low = figures[half] if len(figures) % 2 else figures[half - 1]
        as_said = (row.value for row in said if (row.low, row.high) == (low, figures[half]))
        return next(as_said, _figure(low, figures[half], said[0].value)), Plain.MEDIAN

    def _turns(
        self, told: Sequence[Sequence[int]], rows: Sequence[int], question: Question, lead: float
    ) -> Iterator[Turn]:
        """The smallest changes: one account taking its answer back, or a few further reports of the next answer."""
        if len(told) < 2 or lead < LEVEL:
            return
        score, slack = self.weighed.score, LEVEL * self.weighed.voice
        for row in rows:
            left = [float(score[places[0]]) - self._said(places[0], row) for places in told]
            best = max(range(1, len(told)), key=lambda number: (left[number], -number))
            if left[best] > left[0] - slack:
                account = self.rows.rows[row].account
                towards = self._value(told[best], rows)
                yield Turn(Change.WITHDRAWN, towards, account.letter, account.title)
                break
        needed = int(np.floor(lead)) + 1
        if needed <= FAR:
            yield Turn(Change.FURTHER, self._value(told[1], rows), further=needed)

    def _said(self, place: int, row: int) -> float:
        """What a row adds to the score of a candidate."""
        links = self.weighed.links
        return sum(float(links.amount[link]) for link in self._links.get(place, []) if links.report[link] == row)


def unsaid(question: Question) -> str:
    """Why there is no report to weigh on a question."""
    if is_of_steps(question):
        return "the steps of a legal case follow each other and are not weighed"
    return "no standing report gives an answer"


def _grouped(keys: Ints) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for place, key in enumerate(keys.tolist()):
        found.setdefault(key, []).append(place)
    return found


def _number(figure: float) -> float:
    return -np.inf if np.isnan(figure) else float(figure)


def _middle(row: Row) -> float:
    ends: Floats = np.array([end for end in (row.low, row.high) if np.isfinite(end)])
    return float(ends.mean())


def _figure(low: float, high: float, like: Value) -> Value:
    """A figure given in the base unit, of the kind and in the unit of another value."""
    bound = Bound.EXACT if low == high else Bound.RANGE
    return Value(like.kind, _end(low, like), _end(high, like), bound, like.unit)


def _end(figure: float, like: Value) -> Decimal | date:
    if like.kind is Kind.DATE:
        return date.fromordinal(round(figure))
    base, exact = interval(like).unit_base, Decimal(repr(figure))
    if base is not None and like.unit is not None and base != like.unit:
        exact = convert(exact, base, like.unit)
    exact = round(exact, 6)
    whole = exact.to_integral_value()
    return whole if whole == exact else exact.normalize()


def _answers(candidate: Candidate) -> list[Value]:
    return [candidate.value] if candidate.beside is None else [candidate.value, candidate.beside]


def _fits(plain: Value, answer: Value) -> bool:
    """Whether the plain figure is the answer, or the range in which it lies holds it."""
    if plain.kind is Kind.TEXT:
        return plain.words.casefold().split() == answer.words.casefold().split()
    one, other = interval(plain), interval(answer)
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return (one.low, one.high) == (other.low, other.high)
    return one.low <= other.low and other.high <= one.high
