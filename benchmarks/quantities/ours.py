"""What `reconcile.values.scan` finds, said as NewsQuant says it; all of the benchmark's conventions are here.

A counted noun is a unit there, in the singular and without a superlative; a share is "% homes"; an order word is a
range between two powers of ten; "from … to …" is one range even where it is a change; a change is told by a verb or
by "up" and "down" right before the figure, never by a noun ("a 5 per cent drop"). The texts write £ as PS and ¥ as Y=.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from quantities.benchmark import Ends, Quantity
from quantities.nouns import noun
from quantities.units import named, rate_at
from reconcile.model import Bound, Found, Kind
from reconcile.values import scan

SIGNS = ((re.compile(r"\bPS(?=\d)"), "£"), (re.compile(r"\bY=(?=\d)"), "¥"), (re.compile(r"\bS P (?=\d)"), "S&P "))
POWERS = re.compile(r"(?:hundreds|thousands|millions|billions|trillions|dozens|scores)", re.IGNORECASE)
THIRDS = {33.33: 1 / 3, 66.67: 2 / 3, 16.67: 1 / 6, 83.33: 5 / 6, 14.29: 1 / 7, 11.11: 1 / 9}
SHARE = re.compile(r"half|halves|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|\bin\b|\bof\b")
ROUGH = re.compile(r"\b(?:a\s)?(?:few|several|handful|couple)\b", re.IGNORECASE)
FROM = re.compile(r"\bfrom\s\Z", re.IGNORECASE)
TO = re.compile(r"\s(?:[\w.]+\s){0,3}to\s\Z")
SAME_NOUN = re.compile(r"\A[^.;]{0,40}\b(?:from|to|against|with|versus|than|and|or)\s[^.;]{0,20}\Z")

CHANGES = {
    Bound.ABOUT: "~", Bound.AT_LEAST: ">", Bound.MORE_THAN: ">", Bound.AT_MOST: "<", Bound.LESS_THAN: "<",
    Bound.UP_TO: "<",
}  # fmt: skip
_UP = (
    r"(?:up|r[oi]se[sn]?|rising|gain(?:s|ed|ing)?|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|increas(?:e|es|ed|ing)"
    r"|grew|grow(?:s|n|ing)?|surg(?:e|es|ed|ing)|add(?:s|ed|ing)|advanc(?:e|es|ed|ing)|soar(?:s|ed|ing)?|rall(?:y|ied)"
    r"|spik(?:e|ed)|boost(?:s|ed|ing)?|expand(?:s|ed|ing)?|swell(?:s|ed)?|rebound(?:s|ed)?)"
)
_DOWN = (
    r"(?:down|fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|los(?:e|es|t|ing)|lower(?:s|ed|ing)?"
    r"|slid|slid(?:es?|ing)|slump(?:s|ed|ing)?|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|decreas(?:e|es|ed|ing)"
    r"|shr[aiu]nk|tumbl(?:e|es|ed|ing)|s[aiu]nk|dip(?:s|ped)?|eas(?:e|es|ed|ing)|shed(?:s|ding)?|reduc(?:e|es|ed|ing)"
    r"|slip(?:s|ped|ping)?|retreat(?:s|ed)?)"
)
_BETWEEN = (
    r"\s(?:(?:\w+\s){1,4}by\s)?(?:by\s|a\s(?=further)|another\s|as\smuch\sas\s|further\s|nearly\s|about\s|around\s|just\s"
    r"|some\s|more\sthan\s)*\Z"
)
UP, DOWN = (re.compile(rf"\b{verb}{_BETWEEN}", re.IGNORECASE) for verb in (_UP, _DOWN))
ROUNDED = re.compile(r"\b(?:by\s)?(?:about|around|nearly|almost|roughly|approximately)\s", re.IGNORECASE)
SCORE = re.compile(r"(?<![\w.:/$£€-])(\d{1,2})[-–](\d{1,2})(?![\w:/%-]|\.\d)")
RESULT = re.compile(
    r"\s(lead|record|win|loss|victory|defeat|start|run|deficit|series|advantage|margin|draw|tie|vote)\b"
)
AVERAGE = re.compile(r"\baverag(?:ed|ing)\s\Z")
REPEATED = re.compile(r"\A(?:\s\w+)?,?\sor\s\Z|\A\s\(\Z")


def quantities(text: str) -> list[Quantity]:
    """The quantities of a sentence in the benchmark's words."""
    for pattern, sign in SIGNS:
        text = pattern.sub(sign, text)
    said = _said(text)
    return [*_joined(text, said), *_scores(text, [(found.start, found.end) for found, _ in said])]


def _scores(text: str, taken: list[tuple[int, int]]) -> Iterator[Quantity]:
    """Results of games, which are no quantities to us and ranges there ("a 9-2 lead"; "2-2" is one figure)."""
    for match in SCORE.finditer(text):
        if all(match.end() <= start or match.start() >= end for start, end in taken):
            ends = (float(match[1]), float(match[2]))
            behind = RESULT.match(text, match.end())
            yield Quantity(ends[:1] if ends[0] == ends[1] else ends, behind[1] if behind else "-")


def _said(text: str) -> list[tuple[Found, Quantity]]:
    """Each quantity in its words; a bare figure goes on with the noun or the change of the one before it."""
    said: list[tuple[Found, Quantity]] = []
    for found in scan(text):
        if not _counted(text, found):
            continue
        unit, change = _unit(text, found), _change(text, found)
        if said:
            unit, change = _carried(text, said[-1], found, unit, change)
        said.append((found, Quantity(_ends(found), unit, change)))
    return said


def _counted(text: str, found: Found) -> bool:
    single = text[found.number_start : found.number_end].lower() in ("a", "an")
    return not single and found.value.bound is not Bound.NONE and not ROUGH.search(found.value.words)


def _carried(text: str, before: tuple[Found, Quantity], found: Found, unit: str, change: str) -> tuple[str, str]:
    first, quantity = before
    gap = text[first.end : found.start]
    bare = found.value.unit is None and found.value.kind is Kind.NUMBER and first.value.kind is Kind.NUMBER
    alike = first.value.unit is None or "." in found.value.words or not re.search(r"\b(?:and|or|with)\s", gap)
    if bare and alike and unit.startswith("-") and SAME_NOUN.match(gap) and quantity.unit != "-":
        unit = quantity.unit + unit[1:]
    if change in "=~" and REPEATED.match(gap) and found.value.unit != first.value.unit:
        change = quantity.change
    return unit, change


def _joined(text: str, said: list[tuple[Found, Quantity]]) -> Iterator[Quantity]:
    waiting: tuple[Found, Quantity] | None = None
    for found, quantity in said:
        if waiting is not None:
            first, before = waiting
            waiting = None
            if TO.match(text[first.end : found.start]) and len(before.ends) == len(quantity.ends) == 1:
                yield Quantity(before.ends + quantity.ends, quantity.unit, "=")
                continue
            yield before
        if FROM.search(text[max(0, found.start - 8) : found.start]):
            waiting = found, quantity
        else:
            yield quantity
    if waiting is not None:
        yield waiting[1]


def _ends(found: Found) -> Ends:
    value = found.value
    words = value.words.lower()
    ends = [float(end) for end in (value.low, value.high) if isinstance(end, Decimal)]
    if value.bound is Bound.ORDER or POWERS.search(words):
        return _power(ends[0], words)
    if value.kind is Kind.PERCENT and SHARE.search(words):
        ends = [THIRDS.get(end, end / 100) for end in ends]
    if re.search(r"\bdecades?\b", words):
        ends = [end / 10 for end in ends]
    if re.search(r"(?<!per )\b(?:cents?|pence|sen)\b|\dp$", words):
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
    value = found.value
    if value.kind is Kind.PERCENT and SHARE.search(value.words.lower()):
        return "% " + noun(text, found)[0]
    if value.unit is None:
        name, end = noun(text, found)
        per = rate_at(text, end)
        return f"{name} per {per}" if per else name
    return named(text, found)


def _change(text: str, found: Found) -> str:
    """The verb of a change goes before "about", and every other bound before the verb."""
    value = found.value
    left = text[max(0, found.start - 40) : found.start]
    step = "up" if UP.search(left) else "down" if DOWN.search(left) else "="
    if value.bound is Bound.RANGE:
        return "="
    if value.bound is Bound.ABOUT and step != "=" and not left.lower().endswith(("up ", "down ")):
        return step
    if value.bound is Bound.ABOUT and value.words.lower().startswith(("some ", "almost ")):
        return "="
    if AVERAGE.search(left) and value.bound is Bound.EXACT:
        return "~"
    if value.words.lower().startswith(("within ", "inside ")):
        return "="
    if value.kind is Kind.PERCENT and SHARE.search(value.words.lower()) and not ROUNDED.match(value.words):
        return "="
    return CHANGES.get(value.bound, step)
