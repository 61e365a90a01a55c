"""The peers that read quantities, each with its answers said in the benchmark's words.

quantulum3 gives a value, a unit and an uncertainty, which is read as a range; its classifier of ambiguous units is
off, since it needs packages that no one else needs. Recognizers-Text gives numbers, sums, dimensions, temperatures,
ages and percentages one by one: a plain number inside one with a unit or inside a date is left out. Neither tells a
change or names what is counted, so a plain count has the unit "-".
"""

from __future__ import annotations

import contextlib
import importlib
import re
import warnings
from collections.abc import Callable, Iterator
from typing import Any

from quantities.benchmark import Quantity

Reader = Callable[[str], list[Quantity]]
Spanned = tuple[int, int, Quantity]


def peers() -> Iterator[tuple[str, Reader | None, str]]:
    """Name, reader and, where it is missing, why."""
    for name, open_reader in (("quantulum3", _quantulum), ("Recognizers-Text", _recognizers)):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield name, open_reader(), ""
        except ImportError as error:
            yield name, None, str(error)


def _quantulum() -> Reader:
    parse = importlib.import_module("quantulum3.parser").parse
    vars(importlib.import_module("quantulum3.classifier"))["USE_CLF"] = False

    def read(text: str) -> list[Quantity]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return [_from_quantulum(found) for found in parse(text)]
            except Exception:  # it fails on some sentences; it then has found nothing
                return []

    return read


def _from_quantulum(found: Any) -> Quantity:
    value, around = float(found.value), found.uncertainty
    ends = (value - float(around), value + float(around)) if around else (value,)
    unit = str(found.unit.name).lower()
    return Quantity(ends, "-" if unit in ("dimensionless", "") else _QUANTULUM.get(unit, unit))


_QUANTULUM = {
    "degree celsius": "celsius", "degree fahrenheit": "fahrenheit", "degree angle": "degree", "foot ": "foot",
    "parts-per-million": "part per million",
}  # fmt: skip

_UNITS = {
    "united states dollar": "dollar", "us dollar": "dollar", "c": "celsius", "f": "fahrenheit",
    "pound": "pound sterling", "japanese yen": "japanese yen", "british pound": "pound sterling",
    "kilometer": "kilometre", "meter": "metre", "centimeter": "centimetre", "millimeter": "millimetre",
    "kilometer per hour": "kilometre per hour", "liter": "litre", "square meter": "square metre",
    "square kilometer": "square kilometre", "cubic meter": "cubic metre", "metric ton": "metric ton",
    "year": "year of age", "month": "month of age", "week": "week of age", "day": "day of age",
}  # fmt: skip
_SECONDS = {31536000: "year", 2592000: "month", 604800: "week", 86400: "day", 3600: "hour", 60: "minute", 1: "second"}


def _recognizers() -> Reader:
    suite = importlib.import_module("recognizers_suite")
    english = suite.Culture.English
    names = ("percentage", "currency", "dimension", "temperature", "age")
    with_units = [getattr(suite, f"recognize_{name}") for name in names]

    def read(text: str) -> list[Quantity]:
        taken: list[Spanned] = []
        for recognise in with_units:
            for found in recognise(text, english):
                _take(taken, found.start, found.end, _with_unit(found))
        for found in suite.recognize_datetime(text, english):
            _take(taken, found.start, found.end, _duration(found))
        for found in suite.recognize_number(text, english):
            _take(taken, found.start, found.end, _number(found.resolution["value"], "-"))
        return [quantity for _, _, quantity in sorted(taken, key=lambda each: each[0]) if quantity.ends]

    return read


def _take(taken: list[Spanned], start: int, end: int, quantity: Quantity) -> None:
    """Keep it unless something longer stands there already; what has no ends only keeps its place."""
    if all(end < other_start or start > other_end for other_start, other_end, _ in taken):
        taken.append((start, end, quantity))


def _with_unit(found: Any) -> Quantity:
    value = str(found.resolution["value"])
    if found.type_name == "percentage":
        return _number(value.removesuffix("%"), "percentage")
    unit = str(found.resolution.get("unit", "-")).lower()
    if found.type_name != "age" and unit in ("year", "month", "week", "day"):
        return _number(value, unit)
    return _number(value, _UNITS.get(unit, unit))


def _duration(found: Any) -> Quantity:
    """A duration in the unit that it is worded in; dates and times keep their place and count nothing."""
    if not found.type_name.endswith(".duration") or not found.resolution:
        return Quantity(())
    seconds = float(found.resolution["values"][0]["value"])
    for size, unit in _SECONDS.items():
        if re.search(rf"\b{unit}s?\b", found.text, re.IGNORECASE):
            return Quantity((seconds / size,), unit)
    return Quantity(())


def _number(value: str, unit: str) -> Quantity:
    with contextlib.suppress(ValueError):
        return Quantity((float(value),), unit)
    return Quantity(())
