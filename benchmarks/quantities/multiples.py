"""Quantities of NewsQuant that are none to us: multiples ("four times the price"), results of games, generations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quantities.benchmark import Quantity
from quantities.changes import change
from quantities.units import rate_at
from reconcile.model import Found
from reconcile.values import scan

Spans = list[tuple[int, int]]

TIMES = re.compile(r"(?<=[\w.])(?:\s(?=times\b)|[\s-]?(?=fold\b))(?:times|fold)\b(?!\s(?:of\syear|the\s\w+\sin)\b)")
SCORE = re.compile(r"(?<![\w.:/$£€-])(\d{1,3})[-–](\d{1,3})(?![\w:/%-]|\.\d)")
RESULT = re.compile(
    r"\s(lead|record|win|loss|victory|defeat|start|run|deficit|series|advantage|margin|draw|tie|vote|triumph|thrashing)\b"
)
AT = re.compile(r"\b(?:at|to|is|was|it|up|down)\s\Z", re.IGNORECASE)
ONE = re.compile(
    r"(?<!\w)(?<!-)one\s(?P<noun>thing|way|side|more\sthing|good\sthing)\b(?!\s(?:or|and)\s)", re.IGNORECASE
)
ANY_ONE = re.compile(r"\b(?:the|no|any|this|that|which|every|each|some)\s\Z", re.IGNORECASE)
GENERATION = re.compile(r"(?<![\w.])([2-6])G\b")


def besides(text: str, taken: Spans) -> Iterator[Quantity]:
    """What else the benchmark counts, outside of the places taken."""
    for start, end, quantity in (*scores(text), *_generations(text), *_ones(text)):
        if all(end <= first or start >= last for first, last in taken):
            yield quantity


def multiples(text: str) -> Iterator[tuple[int, int, Quantity]]:
    """ "More than four times", "sixfold": the count is that of so many blows."""
    for match in TIMES.finditer(text):
        base = max(0, match.start() - 60)
        left = text[base : match.start()]
        found = next((each for each in scan(left + " blows") if each.number_end == len(left)), None)
        if found is None or found.value.unit is not None:
            continue
        per = rate_at(text, match.end())
        unit = f"count per {per}" if per else "count"
        ends = tuple(float(str(end)) for end in (found.value.low, found.value.high) if end is not None)
        ends = ends[:1] if len(ends) == 2 and ends[0] == ends[1] else ends
        moved = _moved(found, base)
        yield moved.start, match.end(), Quantity(ends, unit, change(text, moved, share=False))


def _moved(found: Found, by: int) -> Found:
    return replace(found, start=found.start + by, end=found.end + by)


def scores(text: str) -> Iterator[tuple[int, int, Quantity]]:
    """Results of games, ranges there where they stand at something ("a 9-2 lead", "at 2-2", which is one figure)."""
    for match in SCORE.finditer(text):
        behind = RESULT.match(text, match.end())
        if behind or AT.search(text[max(0, match.start() - 6) : match.start()]):
            ends = (float(match[1]), float(match[2]))
            unit = behind[1] if behind else "-"
            yield *match.span(), Quantity(ends[:1] if ends[0] == ends[1] else ends, unit)


def results(text: str) -> Spans:
    """Where results of games and votes stand, which count nothing by themselves ("won 114-98")."""
    return [match.span() for match in SCORE.finditer(text) if int(match[1]) >= int(match[2])]


def _ones(text: str) -> Iterator[tuple[int, int, Quantity]]:
    """ "One thing", "one way": turns of phrase to us, and counts there."""
    for match in ONE.finditer(text):
        if not ANY_ONE.search(text[max(0, match.start() - 8) : match.start()]):
            yield *match.span(), Quantity((1.0,), match["noun"].split()[-1].lower())


def _generations(text: str) -> Iterator[tuple[int, int, Quantity]]:
    for match in GENERATION.finditer(text):
        yield *match.span(), Quantity((float(match[1]),), "generation wireless")
