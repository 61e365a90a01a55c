"""The weighing: reports to scored candidates of every question, whatever kind of answer it has."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reconcile.advice.amounts import Candidates, Links, compare_figures
from reconcile.advice.exact import Learnt, learn, vote_of
from reconcile.advice.reports import NOBODY, WORDS, Facts, Floats, Ints, Reports, pairs, summed
from reconcile.advice.scale import scale_of

ALIKE = 0.02
"""How far apart two measured figures may be and still be told as one span: the rule for figures after conversion."""
EVENLY = 0.75
"""How much of the other's support the lesser of two such figures must have."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Candidates of all questions with their scores, and what each report says for each.

    `value` is the code of a candidate in words, `NOBODY` for figures. `pick` is the candidate that leads in each
    question (`NOBODY` where there is none), `span` the other figure that is told with it, or the pick itself. `lead`
    is how many average independent reports it is ahead of the next one. `voice` is what one such report is worth.
    """

    candidates: Candidates
    value: Ints
    score: Floats
    links: Links
    weight: Floats
    rate: Floats
    voice: float
    pick: Ints
    span: Ints
    lead: Floats


def weigh(reports: Reports) -> Weighed:
    """Weigh all reports at once: learn the sources, then score the candidates of each question."""
    facts = Facts(reports)
    learnt = learn(reports, facts)
    parts = [_in_words(reports, facts, learnt)]
    family = reports.family[reports.question]
    for number in np.unique(family[family != WORDS]):
        rows = np.flatnonzero(family == number)
        rows = rows[np.argsort(reports.question[rows], kind="stable")]
        found, links = compare_figures(reports, facts, learnt, rows)
        parts.append((found, np.full(len(found.low), NOBODY), links))
    candidates, value, links = _joined(parts)
    score = candidates.prior + summed(links.candidate, links.amount, len(candidates.prior))
    voice = float(vote_of(np.array([min(max(learnt.pool, 0.55), 0.95)]), learnt.together)[0])
    pick, lead = _leading(reports, candidates, score, voice)
    return Weighed(
        candidates=candidates,
        value=value,
        score=score,
        links=links,
        weight=learnt.weight,
        rate=learnt.rate,
        voice=voice,
        pick=pick,
        span=_spans(reports, candidates, links, learnt, pick),
        lead=lead,
    )


def _in_words(reports: Reports, facts: Facts, learnt: Learnt) -> tuple[Candidates, Ints, Links]:
    """The facts of questions in words as candidates; a report also speaks for what lies in its value."""
    chosen = np.flatnonzero(reports.family[facts.question] == WORDS)
    place = np.full(facts.count, NOBODY)
    place[chosen] = np.arange(len(chosen))
    rows = np.flatnonzero(place[facts.of] != NOBODY)
    own = vote_of(learnt.rate, learnt.together)[reports.source] + learnt.credit
    own = learnt.weight * own
    inside = learnt.within
    heard = learnt.vote[inside.general] > 0
    order = np.argsort(facts.of, kind="stable")
    link, spot = pairs(inside.general[heard], facts.of[order], facts.count)
    general = order[spot]
    report = np.concatenate([rows, general])
    candidate = np.concatenate([place[facts.of[rows]], place[inside.special[heard][link]]])
    amount = np.concatenate([own[rows], own[general] * inside.degree[heard][link]])
    empty = np.full(len(chosen), np.nan)
    found = Candidates(facts.question[chosen], empty, empty, np.ones(len(chosen), bool), np.zeros(len(chosen)))
    fits = np.concatenate([np.ones(len(rows), bool), np.zeros(len(general), bool)])
    return found, facts.value[chosen], Links(report, candidate, amount, fits)


def _joined(parts: list[tuple[Candidates, Ints, Links]]) -> tuple[Candidates, Ints, Links]:
    """The candidates and links of all families, candidates numbered on."""
    starts = np.cumsum([0, *(len(part[1]) for part in parts)])
    found = [part[0] for part in parts]
    links = [part[2] for part in parts]
    return (
        Candidates(
            question=np.concatenate([each.question for each in found]),
            low=np.concatenate([each.low for each in found]),
            high=np.concatenate([each.high for each in found]),
            given=np.concatenate([each.given for each in found]),
            prior=np.concatenate([each.prior for each in found]),
        ),
        np.concatenate([part[1] for part in parts]),
        Links(
            report=np.concatenate([each.report for each in links]),
            candidate=np.concatenate([each.candidate + start for each, start in zip(links, starts, strict=False)]),
            amount=np.concatenate([each.amount for each in links]),
            fits=np.concatenate([each.fits for each in links]),
        ),
    )


def _leading(reports: Reports, found: Candidates, score: Floats, voice: float) -> tuple[Ints, Floats]:
    """The candidate of the highest score of each question (the lower figure of equals), and its lead."""
    order = np.lexsort((found.low, -np.round(score, 9), found.question))
    question = found.question[order]
    first = np.concatenate([[True], question[1:] != question[:-1]]) if len(order) else np.zeros(0, bool)
    pick = np.full(reports.questions, NOBODY)
    pick[question[first]] = order[first]
    lead = np.full(reports.questions, np.inf)
    second = np.flatnonzero(first[:-1] & ~first[1:]) + 1
    lead[question[second]] = (score[order[second - 1]] - score[order[second]]) / voice
    return pick, lead


def _spans(reports: Reports, found: Candidates, links: Links, learnt: Learnt, pick: Ints) -> Ints:
    """The figure that is told with the pick: measured, nearly the same, and about as well supported."""
    span = pick.copy()
    family = reports.family[reports.question]
    measured = np.zeros(int(reports.family.max(initial=0)) + 1, dtype=bool)
    for number in np.unique(family[family != WORDS]):
        rows = family == number
        known = int(number) in reports.measured
        measured[number] = scale_of(reports.low[rows], reports.high[rows], measured=known).measured
    held = summed(links.candidate, np.where(links.fits, learnt.weight[links.report], 0.0), len(found.question))
    rows = np.flatnonzero(measured[reports.family[found.question]] & found.given)
    top = pick[found.question[rows]]
    gap = np.abs(found.low[rows] - found.low[top])
    near = (gap <= ALIKE * np.abs(found.low[rows] + found.low[top]) / 2) & (gap > 0)
    rows, top = rows[near & (held[rows] >= EVENLY * held[top])], top[near & (held[rows] >= EVENLY * held[top])]
    order = np.lexsort((found.low[rows], -held[rows], found.question[rows]))
    question, first = np.unique(found.question[rows][order], return_index=True)
    span[question] = rows[order][first]
    return span
