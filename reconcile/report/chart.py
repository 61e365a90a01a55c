"""The chart: one row of real text per account, a small drawing beside it, everything in percent of its width.

The axis of counts begins at 0. It is logarithmic only where the highest figure is more than `LOG_BEYOND`
times the lowest, and the page says so. There is never a mean line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from reconcile.errors import ReconcileError
from reconcile.model import Account, Claim, Kind, Question, Value
from reconcile.report import wording
from reconcile.report.figures import Figure, as_number, mark_kind, number, of_claim, sort_key
from reconcile.report.moments import short_day
from reconcile.report.runs import Run, said
from reconcile.report.sheet import Sheet, Tag
from reconcile.report.wording import upper_first
from reconcile.values.units import convert

LOG_BEYOND = 50
LEFT, RIGHT = Decimal(2), Decimal(96)
MOST_LANES = 24
_SIGNS_WIDE = 36  # characters of 13 px that fit beside each other under the narrowest chart
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its shape, and where it begins, ends and how wide it is, in percent of the row."""

    shape: str
    left: str
    right: str
    width: str
    colour: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis with its label."""

    at: str
    label: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One account in the chart with the figure that now stands, and others that it holds beside it."""

    tag: Tag
    title: Run
    figure: Figure
    marks: tuple[Mark, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole drawing: rows, axis, the key to the shapes used, and what a reader must know of the scale."""

    caption: str
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    key: tuple[tuple[str, str], ...]
    scale_note: str
    left_out: int


@dataclass(frozen=True, slots=True)
class Scale:
    """Where a number lies on the row, in percent; `log` scales keep 0 at the left edge.

    `step` is the distance of two lines of the axis.
    """

    low: Decimal
    high: Decimal
    log: bool
    step: Decimal = Decimal(1)

    def at(self, amount: Decimal) -> Decimal:
        """The place of a number in percent."""
        if self.log:
            return self._log_at(amount)
        width = self.high - self.low
        share = (amount - self.low) / width if width else Decimal("0.5")
        return LEFT + (RIGHT - LEFT) * min(max(share, Decimal(0)), Decimal(1))

    def _log_at(self, amount: Decimal) -> Decimal:
        if amount < self.low:
            return LEFT
        share = (amount / self.low).log10() / (self.high / self.low).log10()
        start = LEFT + Decimal(6)  # room for a 0 at the left edge
        return start + (RIGHT - start) * min(share, Decimal(1))


def percent(amount: Decimal) -> str:
    """A place for a template: two decimals at most, no exponent."""
    return f"{amount:.2f}".rstrip("0").rstrip(".")


def scale_of(values: Sequence[Value]) -> Scale | None:
    """The scale that takes all these values, None where there is no number among them."""
    ends = [end for value in values for edge in (value.low, value.high) if (end := as_number(edge)) is not None]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    if values[0].kind is Kind.DATE:
        return Scale(low, high, log=False)
    positive = [end for end in ends if end > 0]
    if low >= 0 and positive and max(positive) > LOG_BEYOND * min(positive):
        return Scale(_power(min(positive), ROUND_FLOOR), _power(high, ROUND_CEILING), log=True)
    low, high = min(low, Decimal(0)), max(high, Decimal(0))
    step = _step(high - low)
    if all(end == end.to_integral_value() for end in ends):
        step = max(step, Decimal(1))  # no halves of a person
    top = _round(high, step, ROUND_CEILING) if high > low else low + step
    return Scale(_round(low, step, ROUND_FLOOR), top, False, step)


def _power(amount: Decimal, way: str) -> Decimal:
    return Decimal(10) ** int(amount.log10().to_integral_value(rounding=way))


def _round(amount: Decimal, step: Decimal, way: str) -> Decimal:
    return (amount / step).to_integral_value(rounding=way) * step


def _step(width: Decimal) -> Decimal:
    """The distance of two ticks so that four or five of them span the width."""
    if not width:
        return Decimal(1)
    base = Decimal(10) ** ((width / 4).adjusted())
    return next(base * step for step in _STEPS if base * step * 4 >= width)


def ticks_of(scale: Scale, kind: Kind) -> tuple[Tick, ...]:
    """The lines of the axis."""
    if kind is Kind.DATE:
        ends = dict.fromkeys((scale.low, scale.high))
        return tuple(Tick(percent(scale.at(end)), short_day(date.fromordinal(int(end)))) for end in ends)
    if scale.log:
        first, last = scale.low.adjusted(), scale.high.adjusted()
        longest = max(len(number(Decimal(10) ** power)) for power in range(first, last + 1))
        stride = -(-(last - first) * (longest + 2) // _SIGNS_WIDE) or 1
        amounts = [Decimal(10) ** power for power in range(first, last + 1, stride)]
    else:
        step = scale.step
        amounts = [scale.low + step * place for place in range(int((scale.high - scale.low) / step) + 1)]
    return tuple(Tick(percent(scale.at(amount)), number(amount)) for amount in amounts)


def mark(claim: Claim, scale: Scale, colour: str) -> Mark | None:
    """The mark of one claim, None where it has no number."""
    low, high = as_number(claim.value.low), as_number(claim.value.high)
    shape = mark_kind(claim.value, claim.stance)
    if low is None and high is None:
        return None
    left = scale.at(low) if low is not None and shape != "ceiling" else LEFT
    right = scale.at(high) if high is not None and shape != "floor" else Decimal(100)
    if shape == "denied":
        left = right = scale.at(high if low is None or high is None else low) if high is not None else left
    if shape == "about":
        left = right = (left + right) / 2
    return Mark(shape, percent(left), percent(right), percent(max(right - left, Decimal(0))), colour)


def chart(sheet: Sheet, question: Question) -> Chart | None:
    """The chart of a question, None where its claims hold no numbers that can stand on one axis."""
    rows = [(account, claim) for account in question.accounts if (claim := sheet.main(account))]
    numbered = [row for row in rows if sort_key(row[1].value)[0] == 0]
    numbered.sort(key=lambda row: (sort_key(row[1].value), row[0].letter))
    half = MOST_LANES // 2
    shown = numbered if len(numbered) <= MOST_LANES else numbered[:half] + numbered[-half:]
    drawable = on_one_axis([claim for _, claim in shown])
    if not drawable:
        return None
    rows_drawn = [
        on_one_axis([drawn, *sheet.figures(account)[1:], *sheet.denials(account)]) or [drawn]
        for (account, _), drawn in zip(shown, drawable, strict=True)
    ]
    scale = scale_of([claim.value for row in rows_drawn for claim in row])
    if scale is None:
        return None
    lanes = [
        _lane(sheet, sheet.tag(question, account), account, drawn, scale)
        for (account, _), drawn in zip(shown, rows_drawn, strict=True)
    ]
    used = {found.shape for lane in lanes for found in lane.marks}
    return Chart(
        caption=f"{wording.CAPTIONS.get(question.scope.attribute or '', 'Figures reported')}, by account",
        lanes=tuple(lanes),
        ticks=ticks_of(scale, drawable[0].value.kind),
        key=tuple((shape, words) for shape, words in wording.MARKS if shape in used),
        scale_note=_scale_note(scale, drawable),
        left_out=len(rows) - len(shown),
    )


def _lane(sheet: Sheet, tag: Tag, account: Account, drawn: Sequence[Claim], scale: Scale) -> Lane:
    told = sheet.main(account) or drawn[0]
    marks = tuple(found for one in drawn if (found := mark(one, scale, tag.colour)))
    beside = tuple(of_claim(one).plain for one in sheet.figures(account) if one is not told)
    return Lane(tag, said(upper_first(sheet.full_title(account))), of_claim(told), marks, beside)


def _scale_note(scale: Scale, claims: Sequence[Claim]) -> str:
    unit = claims[0].value.unit
    notes = ["Each step of the scale is ten times the one before."] if scale.log else []
    if unit and claims[0].value.kind is not Kind.AGE and unit != "percent":
        notes.append(f"Scale in {unit}.")
    return " ".join(notes)


def on_one_axis(claims: Sequence[Claim]) -> list[Claim] | None:
    """The claims with their values in one unit, that of the first; None where units cannot be converted."""
    if not claims:
        return None
    first = claims[0].value
    if any(claim.value.kind is not first.kind for claim in claims) or first.kind is Kind.TEXT:
        return None
    converted = []
    for claim in claims:
        value = _converted(claim.value, first.unit)
        if value is None:
            return None
        converted.append(claim if value is claim.value else replace(claim, value=value))
    return converted


def _converted(value: Value, unit: str | None) -> Value | None:
    if value.unit == unit:
        return value
    if value.unit is None or unit is None:
        return None
    try:
        low = convert(value.low, value.unit, unit) if isinstance(value.low, Decimal) else value.low
        high = convert(value.high, value.unit, unit) if isinstance(value.high, Decimal) else value.high
    except (ReconcileError, ValueError, KeyError):
        return None
    return replace(value, low=low, high=high, unit=unit)
