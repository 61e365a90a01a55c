"""The value of a claim in a table: from words, or from low, high, bound and unit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reconcile import dates, values
from reconcile.errors import InputRejected, ReconcileError
from reconcile.model import Bound, Kind, Value
from reconcile.readers.claim_fields import Cells, choice, day, number, words

_ONLY_LOW = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_ONLY_HIGH = frozenset({Bound.AT_MOST, Bound.LESS_THAN, Bound.UP_TO})
_ONE_FIGURE = frozenset({Bound.EXACT, Bound.NONE})

End = Decimal | date | None


def value_of(cells: Cells, quote: str, said: str | None, day_first: bool | None) -> Value:
    """The value of a row; the words win, and figures beside them must say the same.

    `said` is when the source said it (ISO 8601), from which "Saturday" is counted back.
    """
    kind, given = choice(cells, "kind", Kind), words(cells, "value")
    if kind is Kind.TEXT:
        return _text(cells, given or quote)
    if given is None:
        return _from_figures(cells, kind, day_first)
    found = _with_unit(_in_words(given, kind, said), words(cells, "unit"))
    _check_kind(found, kind)
    _check_figures(found, cells, day_first)
    return replace(found, kind=kind or found.kind, words=given)


def _text(cells: Cells, given: str) -> Value:
    if words(cells, "low") or words(cells, "high"):
        raise InputRejected("a text claim has no low and high", hint="put its words into value")
    if not given:
        raise InputRejected("a text claim without words", hint="put them into value")
    return Value(Kind.TEXT, words=given)


def _in_words(given: str, kind: Kind | None, said: str | None) -> Value:
    anchor = dates.day_of(said) if said else None
    if kind is Kind.DATE:
        return dates.parse(given, anchor)
    try:
        return values.parse(given)
    except ReconcileError as problem:
        if kind is None:
            try:
                return dates.parse(given, anchor)
            except ReconcileError:
                pass
        raise InputRejected(problem.message, hint=problem.hint or "words that are no figure need kind text") from None


def _with_unit(found: Value, unit: str | None) -> Value:
    if unit is None or unit == found.unit:
        return found
    if found.unit is not None:
        raise InputRejected(f'"unit" is {unit[:20]!r}, but the value is in {found.unit}')
    return replace(found, unit=unit, kind=_kind_of(unit))


def _kind_of(unit: str | None) -> Kind:
    if unit in ("percent", "percentage point"):
        return Kind.PERCENT
    return Kind.MONEY if unit and len(unit) == 3 and unit.isupper() else Kind.NUMBER


def _check_kind(found: Value, kind: Kind | None) -> None:
    close = {Kind.AGE, Kind.DURATION, Kind.NUMBER}
    if kind not in (None, found.kind) and not (kind in close and found.kind in close):
        raise InputRejected(f'"kind" is {kind}, but the value is a {found.kind}')


def _check_figures(found: Value, cells: Cells, day_first: bool | None) -> None:
    for name, stated in (("low", found.low), ("high", found.high)):
        figure = _end(cells, name, found.kind, day_first)
        if figure is not None and figure != stated:
            raise InputRejected(f'"{name}" is {figure}, but the value in words says {stated}', hint="leave one empty")
    bound = choice(cells, "bound", Bound)
    if bound not in (None, found.bound):
        raise InputRejected(f'"bound" is {bound}, but the value in words says {found.bound}', hint="leave one empty")


def _end(cells: Cells, name: str, kind: Kind | None, day_first: bool | None) -> End:
    return day(cells, name, day_first) if kind is Kind.DATE else number(cells, name)


def _from_figures(cells: Cells, kind: Kind | None, day_first: bool | None) -> Value:
    low, high = _end(cells, "low", kind, day_first), _end(cells, "high", kind, day_first)
    if low is None and high is None:
        raise InputRejected("no value", hint="give value in words, or low and high")
    if low is not None and high is not None and _below(high, low):
        raise InputRejected(f'"high" ({high}) is below "low" ({low})')
    bound = choice(cells, "bound", Bound) or _bound_of(low, high)
    _check_bound(bound, low, high)
    unit = words(cells, "unit")
    found = Value(kind or _kind_of(unit), low, high, bound, unit)
    return replace(found, words=values.render(found))


def _below(left: End, right: End) -> bool:
    return bool(left < right)  # type: ignore[operator]  # both are numbers, or both days


def _bound_of(low: End, high: End) -> Bound:
    if low is None:
        return Bound.AT_MOST
    if high is None:
        return Bound.AT_LEAST
    return Bound.EXACT if low == high else Bound.RANGE


def _check_bound(bound: Bound, low: End, high: End) -> None:
    if bound in _ONLY_LOW and (low is None or high is not None):
        raise InputRejected(f'"bound" {bound} needs "low" and an empty "high"')
    if bound in _ONLY_HIGH and high is None:
        raise InputRejected(f'"bound" {bound} needs "high"')
    if bound in _ONE_FIGURE and low != high:
        raise InputRejected(f'"bound" {bound} needs the same figure in "low" and "high"')
    if bound in (Bound.RANGE, Bound.ORDER) and (low is None or high is None):
        raise InputRejected(f'"bound" {bound} needs "low" and "high"')
    if bound is Bound.NONE and low != 0:
        raise InputRejected('"bound" none means 0')
