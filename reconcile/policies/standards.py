"""Rules that record no single figure: the range of what is claimed, and what independent origins confirm."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from reconcile.model import Kind
from reconcile.policies.case import Case, Figure, Policy, Recorded, Step, by_letter
from reconcile.policies.wording import named, span
from reconcile.values import Fit, compare, render

_FIGURES = (Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.AGE)
_NO_FIGURES = "does not apply"


def lowest_to_highest(case: Case) -> Recorded:
    """The lowest and the highest figure that anyone gives, and the same without the parties to the event.

    Source: Iraq Body Count; Every Casualty, Standards for Casualty Recording, 2016, p. 25.
    """
    if case.kind not in _FIGURES:
        return Recorded(words=_NO_FIGURES, why="A range is made of figures; this question asks for something else.")
    if not case.figures:
        return Recorded(words="nothing", why="Nobody gives a figure.")
    low, high = _ends(case.figures)
    steps = [Step("From the lowest figure to the highest.", (low.claim, high.claim))]
    others = [f for f in case.figures if not f.party]
    why = f"Lowest: {named([low])}; highest: {named([high])}."
    if others and len(others) < len(case.figures):
        parties = [f for f in case.figures if f.party]
        without = span(*_ends(others))
        steps.append(Step(f"Without the parties to the event: {without}.", by_letter(others), by_letter(parties)))
        why += f" Without the parties to the event: {without}."
    return Recorded(_low(low), _high(high), None, span(low, high), why, (*steps,))


def _ends(figures: Sequence[Figure]) -> tuple[Figure, Figure]:
    return min(figures, key=lambda f: (_low(f), f.letter)), max(figures, key=lambda f: (_high(f), f.letter))


def _low(figure: Figure) -> Decimal:
    return next((end for end in (figure.low, figure.high) if end is not None), Decimal(0))


def _high(figure: Figure) -> Decimal:
    return next((end for end in (figure.high, figure.low) if end is not None), Decimal(0))


def confirmed_only(case: Case) -> Recorded:
    """Figures that two or more independent origins give; what only one gives is not recorded.

    Source: the two-source rule of newsrooms, with copies of one report counted once.
    """
    first: list[tuple[Figure, dict[str, Figure]]] = []
    for figure in case.figures:
        behind = next((b for one, b in first if compare(one.value, figure.value) is Fit.AGREE), None)
        if behind is None:
            first.append((figure, behind := {}))
        behind.setdefault(figure.origin, figure)
    confirmed = [(one, [*behind.values()]) for one, behind in first if len(behind) > 1]
    alone = [one for one, behind in first if len(behind) == 1]
    if not confirmed:
        step = Step("No figure has two independent origins.", (), by_letter(alone))
        return Recorded(words="nothing", why="No figure has two independent origins.", steps=(step,))
    told = [(render(one.value), behind) for one, behind in confirmed]
    steps = [Step(f"{words}: {len(behind)} independent origins.", by_letter(behind)) for words, behind in told]
    if alone:
        steps.append(Step("Given by one origin only.", (), by_letter(alone)))
    why = "; ".join(f"{words}: {named(behind)}" for words, behind in told) + "."
    only = confirmed[0][0] if len(confirmed) == 1 else None
    low, high = (only.low, only.high) if only else (None, None)
    return Recorded(low, high, None, ", ".join(w for w, _ in told), why, (*steps,))


STANDARDS = (
    Policy("range", "Iraq Body Count; Every Casualty, Standards 2016, p. 25", lowest_to_highest),
    Policy("confirmed-only", "the two-source rule, copies counted once", confirmed_only),
)
