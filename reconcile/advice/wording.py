"""An advice in plain sentences. No share, no percentage, no verdict: an order and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.advice.nouns import Advice, Candidate, Change, Plain, Says, Support, Turn
from reconcile.model import Value
from reconcile.values import render

HEADING = "best supported so far (not a verdict)"
_SAYS = {Says.GIVES: "for it", Says.ALLOWS: "allows it", Says.EXCLUDES: "against it"}
_PLAIN = {Plain.MAJORITY: "most reports say", Plain.MEDIAN: "the middle of all reports is"}


def advice_lines(advice: Advice) -> Iterator[str]:
    """The advice line by line, the ledger indented under each answer."""
    if advice.unweighed:
        yield f"{HEADING}: nothing is advised, since {advice.unweighed}"
        return
    yield f"{HEADING}: {leading_words(advice)}"
    yield f"  {plain_words(advice)}"
    if advice.contested and advice.level < 2:
        yield f"  contested: {answer_words(advice.candidates[1])} is close behind"
    for candidate in advice.candidates:
        yield f"  {answer_words(candidate)}: {count_words(candidate)}"
        yield from (f"      {support_words(support)}" for support in candidate.ledger)
    yield from (f"  {turn_words(turn)}" for turn in advice.turns)
    if advice.denied:
        yield f"  not weighed: {_plural(len(advice.denied), 'denial')} without a figure of its own"


def leading_words(advice: Advice) -> str:
    """What leads; where several answers are equally well supported, all of them, and that none does."""
    level = [answer_words(candidate) for candidate in advice.candidates[: advice.level]]
    if len(level) < 2:
        return answer_words(advice.candidates[0])
    return " or ".join(level) + (", neither ahead of the other" if len(level) == 2 else ", none ahead of the others")


def answer_words(candidate: Candidate) -> str:
    """A candidate in short words: "25", "between 14 and 20", "62.8 and 63"."""
    value = candidate.value
    if not candidate.given:
        return _between(value)
    return _value(value) if candidate.beside is None else f"{_value(value)} and {_value(candidate.beside)}"


def count_words(candidate: Candidate) -> str:
    """How many reports fit a candidate, and what they are worth as independent origins."""
    if not candidate.reports:
        return "no report fits it"
    return f"{_plural(candidate.reports, 'report')} worth {_amount(candidate.origins)}"


def _amount(origins: float) -> str:
    return "1 independent origin" if f"{origins:.1f}" == "1.0" else f"{origins:.1f} independent origins"


def plain_words(advice: Advice) -> str:
    """The plain count beside the advice, and whether it says the same."""
    if advice.plain is None or advice.plain_by is None:
        return "no answer has most of the reports"
    if advice.plain_by is Plain.MEDIAN and advice.plain.low != advice.plain.high:
        told, same = f"the middle of all reports lies {_between(advice.plain)}", ""
    else:
        told, same = f"{_PLAIN[advice.plain_by]} {_value(advice.plain)}", ", too"
    return f"{told}: not the same" if advice.differs else told + same


def support_words(support: Support) -> str:
    """One line of the ledger: who says what, and how much of an independent voice that is."""
    shared = "" if support.worth >= 0.95 else f", counted as {support.worth:.1f} of an independent report"
    return f"{_SAYS[support.says]}: {support.letter} {support.title}, {support.words}{shared}"


def turn_words(turn: Turn) -> str:
    """What would change the order."""
    if turn.change is Change.WITHDRAWN:
        return (
            f"if {turn.title} ({turn.letter}) took its answer back, {_value(turn.towards)} would be as well supported"
        )
    return f"{_more(turn.further)} of {_value(turn.towards)} would change the order"


def _more(count: int) -> str:
    return "one more independent report" if count == 1 else f"{count} more independent reports"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _between(value: Value) -> str:
    words = render(value)
    return "between " + words.replace("–", " and ", 1) if "–" in words else words


def _value(value: Value) -> str:
    return render(value)
