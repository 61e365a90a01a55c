"""What `reconcile.values.scan` finds, said as NewsQuant says it; all of the benchmark's conventions are here.

A counted noun is a unit there, in the singular and without a superlative; a share is "% homes"; an order word is a
range between two powers of ten; "from … to …" is one range even where it is a change; hours, minutes and seconds of
one duration are three quantities; an age is one only where it is worded in years or said of somebody ("will be 35").
The texts write £ as PS and ¥ as Y=.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from quantities.benchmark import Ends, Quantity
from quantities.changes import SHARE_WORDS, change
from quantities.multiples import Spans, besides, multiples, results
from quantities.nouns import noun
from quantities.units import HUNDREDTHS, TIMES, named, rate_at, spelled
from reconcile.model import Bound, Found, Kind
from reconcile.values import scan

Said = tuple[Found, Quantity]

SIGNS = ((re.compile(r"\bPS(?=\d)"), "£"), (re.compile(r"\bY=(?=\d)"), "¥"), (re.compile(r"\bS P (?=\d)"), "S&P "))
POWERS = re.compile(r"(?:hundreds|thousands|millions|billions|trillions|dozens|scores)", re.IGNORECASE)
THIRDS = {33.33: 1 / 3, 66.67: 2 / 3, 16.67: 1 / 6, 83.33: 5 / 6, 14.29: 1 / 7, 11.11: 1 / 9}
ROUGH = re.compile(r"\b(?:a\s)?(?:few|several|handful|couple)\b", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s\Z", re.IGNORECASE)
TO = re.compile(r"\s(?:[\w.]+\s){0,3}to\s\Z")
SAME_NOUN = re.compile(r"\A[^.;]{0,40}\b(?:from|to|against|with|versus|than|and|or)\s[^.;]{0,20}\Z")
REPEATED = re.compile(r"\A(?:\s\w+)?,?\sor\s\Z|\A\s\(\Z")
COMPOUND = re.compile(r"(?<=[a-z.]),?\s(?:and\s)?(?=\d|[a-z]+\s(?:hours?|minutes?|seconds?|inch|days?|ounces?)\b)")
SINGLE = re.compile(r"\bper\b|\bto\b|\bbetween\b|[-–]\d")
PERCENT = re.compile(r"%|per\s?cent|pct|point")
WORDED_AGE = re.compile(r"years?\b|months?\b|weeks?\b|days?\b|\bold\b", re.IGNORECASE)
PREDICATE = re.compile(r"\b(?:is|was|be|am|are|were|turn\w*|be\sjust|[’']s)\s\Z", re.IGNORECASE)


def quantities(text: str) -> list[Quantity]:
    """The quantities of a sentence in the benchmark's words."""
    for pattern, sign in SIGNS:
        text = pattern.sub(sign, text)
    times = list(multiples(text))
    said = _said(text, [(start, end) for start, end, _ in times])
    more = besides(text, [(found.start, found.end) for found, _ in said])
    return [*_joined(text, said), *(quantity for *_, quantity in times), *more]


def _said(text: str, times: Spans) -> list[Said]:
    """Each quantity in its words; a bare figure goes on with the noun or the change of the one before it."""
    said: list[Said] = []
    games = results(text)
    for found in _parted(text):
        bare = found.value.unit is None
        if bare and any(start <= found.number_start < end for start, end in (*games, *times)):
            continue
        if not _counted(text, found):
            continue
        unit = _unit(text, found)
        changed = change(text, found, share=_is_share(found))
        if said:
            unit, changed = _carried(text, said[-1], found, unit, changed)
        said.append((found, Quantity(_ends(found), unit, changed)))
    return said


def _parted(text: str) -> Iterator[Found]:
    """What is found, the parts of "six hours and twenty minutes" one by one."""
    for found in scan(text):
        pieces = [] if SINGLE.search(found.value.words) else COMPOUND.split(found.value.words)
        parts = [scan(piece) for piece in pieces]
        if len(parts) < 2 or any(len(part) != 1 or part[0].value.unit is None for part in parts):
            yield found
            continue
        start = found.start
        for piece, (part,) in zip(pieces, parts, strict=True):
            start = text.index(piece, start)
            moved = {at: getattr(part, at) + start for at in ("start", "end", "number_start", "number_end")}
            yield replace(part, **moved)


def _counted(text: str, found: Found) -> bool:
    value = found.value
    single = text[found.number_start : found.number_end].lower() in ("a", "an")
    if (
        (single and not value.words.endswith((" half", " quarter")))
        or value.bound is Bound.NONE
        or ROUGH.search(value.words)
    ):
        return False
    if value.kind is not Kind.AGE or WORDED_AGE.search(value.words):
        return True
    return bool(PREDICATE.search(text[max(0, found.start - 12) : found.start]))


def _carried(text: str, before: Said, found: Found, unit: str, changed: str) -> tuple[str, str]:
    first, quantity = before
    gap = text[first.end : found.start]
    bare = found.value.unit is None and found.value.kind is Kind.NUMBER and first.value.kind is Kind.NUMBER
    alike = first.value.unit is None or "." in found.value.words or not re.search(r"\b(?:and|or|with)\s", gap)
    if bare and alike and unit.startswith("-") and SAME_NOUN.match(gap) and quantity.unit != "-":
        unit = quantity.unit + unit[1:]
    told = changed == "=" or (changed == "~" and (gap.endswith("(") or quantity.change in ("up", "down")))
    if told and REPEATED.match(gap) and found.value.unit != first.value.unit:
        changed = quantity.change
    return unit, changed


def _joined(text: str, said: list[Said]) -> Iterator[Quantity]:
    """One range of "from … to …", one share of "one of four plans"."""
    index = 0
    while index < len(said):
        found, quantity = said[index]
        second = said[index + 1] if index + 1 < len(said) else None
        gap = text[found.end : second[0].start] if second else ""
        single = second is not None and len(quantity.ends) == len(second[1].ends) == 1
        index += 2
        if second and single and _ranges(text, found, gap):
            unit = quantity.unit if quantity.unit.startswith(second[1].unit + " per ") else second[1].unit
            yield Quantity(quantity.ends + second[1].ends, unit, "=")
        elif second and single and gap == " of " and _is_part(found, second[0]):
            yield Quantity((quantity.ends[0] / second[1].ends[0],), "% " + second[1].unit)
        else:
            index -= 1
            yield quantity


def _ranges(text: str, found: Found, gap: str) -> bool:
    return bool(FROM.search(text[max(0, found.start - 8) : found.start]) and TO.match(gap))


def _is_part(first: Found, second: Found) -> bool:
    """Whether it is like "one of four plans"."""
    low, high = first.value.low, second.value.low
    plain = first.value.unit is None and second.value.unit is None and first.value.kind is Kind.NUMBER
    return plain and isinstance(low, Decimal) and isinstance(high, Decimal) and low < high


def _is_share(found: Found) -> bool:
    words = found.value.words.lower()
    return found.value.kind is Kind.PERCENT and bool(SHARE_WORDS.search(words)) and not PERCENT.search(words)


def _ends(found: Found) -> Ends:
    value = found.value
    words = value.words.lower()
    ends = [float(end) for end in (value.low, value.high) if isinstance(end, Decimal)]
    if value.bound is Bound.ORDER or POWERS.search(words):
        return _power(ends[0], words)
    if _is_share(found):
        ends = [THIRDS.get(end, end / 100) for end in ends]
    name = spelled(found)
    if name in TIMES:
        ends = [end / TIMES[name] for end in ends]
    if name in HUNDREDTHS:
        ends = [end * 100 for end in ends]
    return tuple(ends[:1] if len(ends) == 2 and ends[0] == ends[1] else ends)


def _power(low: float, words: str) -> Ends:
    if "dozens" in words:
        return (12.0, 120.0)
    if "scores" in words:
        return (20.0, 200.0)
    power = 10.0 ** (len(str(int(low))) - 1)
    return (power, power * 10)


def _unit(text: str, found: Found) -> str:
    if _is_share(found):
        return "% " + noun(text, found, share=True)[0]
    if found.value.unit is not None:
        return named(text, found)
    name, end = noun(text, found)
    per = rate_at(text, end)
    return f"{name} per {per}" if per else name
