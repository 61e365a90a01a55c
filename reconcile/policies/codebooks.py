"""What three codebooks of conflict events would record, by our reading of the rules they have published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from reconcile.model import Bound
from reconcile.policies.case import Case, Figure, Policy, Recorded, Step, by_letter
from reconcile.policies.wording import lower, named, span
from reconcile.values import render

_QUESTIONABLE = ("D", "E")
"""Grades by which a desk says that it does not usually trust a source (Admiralty scale)."""
_TRUSTED = ("A", "B")
_ACLED_ORDERS = {20: 10, 24: 12, 40: 20, 200: 100, 2_000: 1_000}
"""What ACLED records for "tens", "dozens", "scores", "hundreds" and "thousands", by their least in our values."""


def _counts_deaths(case: Case, also: Sequence[str] = ()) -> bool:
    return case.attribute in ("deaths", *also)


def _not_its_matter(whose: str, what: str) -> Recorded:
    return Recorded(words="does not apply", why=f"{whose} records {what}; this question asks for something else.")


def gtd_2017(case: Case) -> Recorded:
    """The most recent source; of several, what most independent ones say; failing that, the lowest figure.

    Sources of questionable validity and claims of the group that did it are set aside while any other is left.
    "At least 11" is recorded as 11; words without a figure leave the field blank.
    Source: GTD Codebook, June 2017, pp. 44-51.
    """
    if not _counts_deaths(case, ("injured",)):
        return _not_its_matter("GTD", "people killed and wounded")
    steps: list[Step] = []
    left = _with_figures(case.figures, steps)
    left = _set_aside(left, [f for f in left if f.responsible or f.party], "claims of those who did it", steps)
    left = _set_aside(left, [f for f in left if f.reliability in _QUESTIONABLE], "sources graded D or E", steps)
    if not left:
        return Recorded(
            words="blank", why="No source gives a figure: left blank, which is not nought.", steps=(*steps,)
        )
    recent = _most_recent(left, steps)
    return _majority(recent, steps) or _lowest(recent, steps)


def _with_figures(figures: Sequence[Figure], steps: list[Step]) -> list[Figure]:
    """The figures with a lower end that is a number; "dozens" and "up to 25" give none to a codebook."""
    kept = [f for f in figures if f.low is not None and f.value.bound is not Bound.ORDER]
    vague = [f for f in figures if f not in kept]
    if vague:
        words = ", ".join(f"“{render(f.value)}”" for f in vague)
        steps.append(Step(f"Set aside as giving no number to record: {words}.", (), by_letter(vague)))
    return kept


def _set_aside(figures: list[Figure], out: list[Figure], what: str, steps: list[Step]) -> list[Figure]:
    """All but some figures; all where nothing else would be left."""
    kept = [f for f in figures if f not in out]
    if not out:
        return figures
    if not kept:
        steps.append(Step(f"Only {what} give a figure, so they are used.", by_letter(out)))
        return figures
    steps.append(Step(f"Set aside as {what}: {named(out)}.", (), by_letter(out)))
    return kept


def _most_recent(figures: list[Figure], steps: list[Step]) -> list[Figure]:
    """The figures of the latest day; those of an unknown day are kept, since they may be as recent."""
    days = [f.day for f in figures if f.day]
    if not days:
        return figures
    latest = max(days)
    recent = [f for f in figures if f.day in (latest, None)]
    older = [f for f in figures if f not in recent]
    rule = f"Most recent: {latest}." + (" Figures without a date are taken to be as recent." if None in days else "")
    steps.append(Step(rule, by_letter(recent), by_letter(older)))
    return recent


def _majority(figures: list[Figure], steps: list[Step]) -> Recorded | None:
    """The figure that more than half of the independent sources give."""
    origins: dict[Decimal, dict[str, Figure]] = {}
    for figure in figures:
        if figure.low is not None:
            origins.setdefault(figure.low, {}).setdefault(figure.origin, figure)
    count = Counter({low: len(by_origin) for low, by_origin in origins.items()})
    low, most = count.most_common(1)[0]
    if 2 * most <= len({f.origin for f in figures}):
        return None
    behind = list(origins[low].values())
    rule = "The only source left." if len(figures) == 1 else f"{most} of {count.total()} independent sources give it."
    steps.append(Step(rule, by_letter(behind)))
    return Recorded(low, low, low, lower(behind[0]), f"{rule} {named(behind)}.", (*steps,))


def _lowest(figures: list[Figure], steps: list[Step]) -> Recorded:
    """The lowest of several figures none of which most sources give."""
    lowest = _least(figures)
    why = "Several equally recent, none with most sources behind it: the lowest."
    aside = by_letter([f for f in figures if f is not lowest])
    steps.append(Step(why, (lowest.claim,), aside))
    return Recorded(lowest.low, lowest.low, lowest.low, lower(lowest), f"{why} {named([lowest])}.", (*steps,))


def _least(figures: Sequence[Figure]) -> Figure:
    return min(figures, key=lambda f: (f.low if f.low is not None else Decimal("Infinity"), f.letter))


def acled_2024(case: Case) -> Recorded:
    """The most conservative figure given; "tens" count as 10, "dozens" as 12, "hundreds" as 100.

    Source: ACLED, frequently asked questions on fatalities, as of May 2024.
    """
    if not _counts_deaths(case):
        return _not_its_matter("ACLED", "people killed")
    told = [(f, number) for f in case.figures if (number := _acled_number(f)) is not None]
    aside = [f for f in case.figures if all(f is not one for one, _ in told)]
    if not told:
        return Recorded(words="nothing", why="No source gives a figure to start from.")
    least, number = min(told, key=lambda pair: (pair[1], pair[0].letter))
    words = f"{number:,f}" if number != least.low else lower(least)
    order = f", recorded for “{render(least.value)}”" if least.value.bound is Bound.ORDER else ""
    rule = f"The most conservative of {len(told)} figures{order}." if len(told) > 1 else f"The only figure{order}."
    rest = by_letter([f for f, _ in told if f is not least] + aside)
    return Recorded(number, number, number, words, f"{rule} {named([least])}.", (Step(rule, (least.claim,), rest),))


def _acled_number(figure: Figure) -> Decimal | None:
    if figure.value.bound is not Bound.ORDER or figure.low is None:
        return figure.low
    return Decimal(_ACLED_ORDERS.get(int(figure.low), int(figure.low)))


def ucdp_19_1(case: Case) -> Recorded:
    """The most conservative figure as the low estimate, the highest that a reliable source gives as the high one.

    A best estimate is recorded only where the desk has graded one source above all others.
    Source: UCDP GED Codebook 19.1, sections 2 and 5.
    """
    if not _counts_deaths(case):
        return _not_its_matter("UCDP", "people killed")
    steps: list[Step] = []
    told = [f for f in case.figures if f.low is not None or f.high is not None]
    if not told:
        return Recorded(words="nothing", why="No source gives a figure.")
    lows = [f for f in told if f.low is not None]
    low = _least(lows) if lows else None
    if low is not None:
        steps.append(Step("Low: the most conservative figure.", (low.claim,)))
    doubtful = [f for f in told if f.party or f.responsible or f.reliability in _QUESTIONABLE]
    reliable = _set_aside(told, doubtful, "parties and sources graded D or E, for the high estimate", steps)
    high = max(reliable, key=lambda f: (_most(f), f.letter))
    steps.append(Step("High: the highest figure of a reliable source.", (high.claim,)))
    best = _best(told, steps)
    words = span(low or high, high) + (f", best {lower(best)}" if best else "")
    why = "Lowest to highest reliable figure; no best estimate, since nobody marked a source as the most reliable."
    if best:
        why = f"Lowest to highest reliable figure; best is that of {named([best])}, graded above the others."
    return Recorded(low.low if low else None, _most(high), best.low if best else None, words, why, (*steps,))


def _most(figure: Figure) -> Decimal:
    end = figure.high if figure.high is not None else figure.low
    return end if end is not None else Decimal(0)


def _best(figures: Sequence[Figure], steps: list[Step]) -> Figure | None:
    """The one figure whose source the desk trusts and has graded above every other."""
    graded = sorted((f for f in figures if f.reliability in _TRUSTED), key=lambda f: f.reliability or "")
    if not graded or (len(graded) > 1 and graded[0].reliability == graded[1].reliability):
        return None
    steps.append(Step(f"Best: the source that the desk graded {graded[0].reliability}.", (graded[0].claim,)))
    return graded[0]


CODEBOOKS = (
    Policy("gtd-2017", "GTD Codebook, June 2017, pp. 44–51", gtd_2017),
    Policy("acled-2024", "ACLED, FAQ on fatalities, May 2024", acled_2024),
    Policy("ucdp-19.1", "UCDP GED Codebook 19.1, sections 2 and 5", ucdp_19_1),
)
