"""Measure `reconcile.values.scan` on NewsQuant (Almasian et al., EMNLP 2023).

usage: python benchmarks/newsquant.py [--newsquant PATH] [--found FOUND.jsonl] [--errors]

PATH is the benchmark's JSON file (by default ../shared/data/newsquant/dev.json); it is not part of this
project, and without it the script says so. Prints the F1 of values, of values with their units and of values
with their change, each in per cent with precision and recall. The benchmark's words for units, changes and
vague numbers differ from ours; all of them are here and none in the package.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from reconcile.model import Bound, Found, Kind
from reconcile.values import scan
from reconcile.values.wordlist import words

Ends = tuple[float, ...]

UNIT_NAMES = {
    "percent": "percentage", "°C": "celsius", "°F": "fahrenheit", "km": "kilometre", "mm": "millimetre",
    "cm": "centimetre", "kg": "kilogram", "mg": "milligram", "ha": "hectare", "m2": "square metre",
    "km2": "square kilometre", "m3": "cubic metre", "ml": "millilitre", "mph": "mile per hour",
    "km/h": "kilometre per hour", "tonne": "metric ton", "pound": "pound-mass", "ppm": "part per million",
    "ppb": "parts-per-billion", "revolution per minute": "revolutions per minute",
    "milliampere hour": "milliampere-hour", "USD": "dollar", "EUR": "euro", "GBP": "pound sterling",
    "JPY": "japanese yen", "CNY": "chinese yuan", "INR": "indian rupee", "MYR": "malaysian ringgit",
    "HKD": "hong kong dollar", "AUD": "australian dollar", "CAD": "canadian dollar", "ILS": "shekel",
    "CHF": "swiss franc", "KRW": "south korean won", "RUB": "russian ruble", "ZAR": "south african rand",
}  # fmt: skip
POWERS = re.compile(r"(?:hundreds|thousands|millions|billions|trillions|dozens|scores)", re.IGNORECASE)
CHANGES = {
    Bound.ABOUT: "~", Bound.AT_LEAST: ">", Bound.MORE_THAN: ">", Bound.AT_MOST: "<", Bound.LESS_THAN: "<",
    Bound.UP_TO: "<",
}  # fmt: skip
THIRDS = {33.33: 1 / 3, 66.67: 2 / 3, 16.67: 1 / 6, 83.33: 5 / 6, 14.29: 1 / 7, 11.11: 1 / 9}
UP = (
    r"(?:up|rose|risen|rise[sn]?|rising|gain(?:s|ed|ing)?|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|increas(?:e|es|ed|ing)"
    r"|grew|grow(?:s|n|ing|th)?|surg(?:e|es|ed|ing)|add(?:s|ed|ing)|advanc(?:e|es|ed|ing)|soar(?:s|ed|ing)?|higher"
    r"|rall(?:y|ied)|spik(?:e|ed)|boost(?:s|ed)?|raise[sd]?|expand(?:s|ed)?|improvement|ahead)"
)
DOWN = (
    r"(?:down|fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|los[et]s?|losing|lower(?:s|ed)?"
    r"|slid(?:es?|ing)?|slump(?:s|ed)?|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|decreas(?:e|es|ed|ing)|shrank"
    r"|tumbl(?:e|es|ed|ing)|sank|dip(?:s|ped)?|eas(?:e|es|ed|ing)|shed|cut|reduc(?:e|es|ed|ing)|off|slip(?:s|ped)?"
    r"|retreat(?:s|ed)?)"
)
BETWEEN = r"\s(?:by\s|a\s|an\s|another\s|as\smuch\sas\s|of\s|from\s|further\s|nearly\s|about\s|more\sthan\s|just\s)*\Z"
UP_BEFORE, DOWN_BEFORE = (re.compile(rf"\b{words}{BETWEEN}", re.IGNORECASE) for words in (UP, DOWN))
UP_AFTER = re.compile(r"\s(?:\w+\s)?(?:higher|increase|rise|jump|gain|growth|improvement|more\sthan\slast)\b")
DOWN_AFTER = re.compile(r"\s(?:\w+\s)?(?:lower|drop|decline|decrease|fall|slump|loss|discount)\b")
NOUN = re.compile(
    r"\s(?:of\s(?:the\s|its\s|his\s|her\s|their\s|our\s)?|(?:more|other|additional|new)\s)?((?:[A-Za-z][\w’'-]*\s?){1,4})"
)
STOP = frozenset(
    words("""
    of in at on for to and or but the a an by from with as is was were are be been has have had that this which who
    will would could can may it its he she they his her their than then after before when while during since until
    into over out up down off between about against per more less fewer not no so if one most also yet just each
    were worth through across because around""")
)
PER = re.compile(r"(?:\s?/\s?|\sper\s|\s(?:a|an)\s)(barrel|day|gallon|year|month|week|share|gram|hour|litre)\b")
SHARE = re.compile(r"half|third|quarter|fifth|sixth|eighth|ninth|tenth|\bin\b|\bof\b")
ROUGH = re.compile(r"\b(?:a\s)?(?:few|several|handful|couple)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Quantity:
    """A quantity in the benchmark's words."""

    ends: Ends
    unit: str
    change: str


FROM = re.compile(r"\bfrom\s\Z", re.IGNORECASE)
TO = re.compile(r"\s(?:[\w.]+\s){0,3}to\s\Z")


def quantities(text: str) -> Iterator[Quantity]:
    """What `scan` finds, said as the benchmark says it; a change "from … to …" is one range there."""
    waiting: tuple[Found, Quantity] | None = None
    for found in _counted(text):
        quantity = Quantity(_ends(found), _unit(text, found), _change(text, found))
        if waiting is not None:
            first, before = waiting
            waiting = None
            if TO.match(text[first.end : found.start]) and len(before.ends) == len(quantity.ends) == 1:
                yield Quantity(before.ends + quantity.ends, quantity.unit, before.change)
                continue
            yield before
        if FROM.search(text[max(0, found.start - 8) : found.start]):
            waiting = found, quantity
        else:
            yield quantity
    if waiting is not None:
        yield waiting[1]


def _counted(text: str) -> Iterator[Found]:
    for found in scan(text):
        single = text[found.number_start : found.number_end].lower() in ("a", "an")
        if not single and found.value.bound is not Bound.NONE and not ROUGH.search(found.value.words):
            yield found


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
    if re.search(r"(?<!per )\b(?:cents?|pence)\b|\dp$", words):
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
    if value.kind is Kind.AGE:
        return f"{value.unit} of age"
    if value.kind is Kind.PERCENT and SHARE.search(value.words.lower()):
        return ("% " + _noun(text, found.end)).strip()
    if value.unit is None:
        return _noun(text, found.end) or "-"
    name = _word_for(value.words.lower(), value.unit)
    per = PER.match(text, found.end)
    return f"{name} per {per[1]}" if per and value.kind in (Kind.MONEY, Kind.NUMBER) else name


def _word_for(words: str, unit: str) -> str:
    for word in ("cent", "decade", "basis point"):
        if re.search(rf"(?<!per )\b{word}s?\b", words):
            return word
    return UNIT_NAMES.get(unit, unit)


def _noun(text: str, end: int) -> str:
    match = NOUN.match(text, end)
    if not match:
        return "-"
    words: list[str] = []
    for word in match[1].split():
        if word.lower() in STOP or (words and word.endswith(("ed", "ing"))):
            break
        words.append(word)
        if (word.endswith("s") and not word.endswith("ss")) or word in ("people", "men", "women", "children"):
            break
    return " ".join([*words[:-1], _singular(words[-1])]).lower() if words else "-"


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ch|sh|x|ss)es$", word):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def _change(text: str, found: Found) -> str:
    bound = CHANGES.get(found.value.bound)
    if bound:
        return bound
    left = text[max(0, found.start - 40) : found.start]
    if UP_BEFORE.search(left):
        return "up"
    if DOWN_BEFORE.search(left):
        return "down"
    if found.value.kind is Kind.PERCENT:
        if UP_AFTER.match(text, found.end):
            return "up"
        return "down" if DOWN_AFTER.match(text, found.end) else "="
    return "="


def _gold_ends(written: str) -> Ends:
    pair = re.fullmatch(r"\s*(\d[\d.]*)\s*-\s*(\d[\d.]*)\s*", written)
    return (float(pair[1]), float(pair[2])) if pair else (float(written),)


def gold(quantity: dict[str, Any]) -> Quantity:
    """A quantity of the benchmark's file."""
    return Quantity(_gold_ends(str(quantity["value"])), quantity["normalized_unit"].lower(), quantity["change"])


def _close(a: Ends, b: Ends) -> bool:
    return len(a) == len(b) and all(abs(x - y) <= 1e-8 + 1e-5 * abs(x) for x, y in zip(a, b, strict=True))


MEASURES: dict[str, Callable[[Quantity, Quantity], bool]] = {
    "value": lambda g, f: _close(g.ends, f.ends),
    "value_unit": lambda g, f: _close(g.ends, f.ends) and g.unit == f.unit,
    "value_change": lambda g, f: _close(g.ends, f.ends) and g.change == f.change,
}


def matched(
    golds: list[Quantity], founds: list[Quantity], same: Callable[[Quantity, Quantity], bool]
) -> tuple[int, list[Quantity], list[Quantity]]:
    """How many pair up one to one, and what is left on either side."""
    missed, left = [], list(founds)
    for wanted in golds:
        hit = next((found for found in left if same(wanted, found)), None)
        if hit is None:
            missed.append(wanted)
        else:
            left.remove(hit)
    return len(golds) - len(missed), missed, left


def report(sentences: list[dict[str, Any]], errors: bool) -> Iterator[str]:
    """One line for each measure, and with `errors` one for each sentence that is not read right."""
    pairs = [([gold(q) for q in s["quantities"]], list(quantities(s["text"]))) for s in sentences]
    for name, same in MEASURES.items():
        hits = sum(matched(golds, founds, same)[0] for golds, founds in pairs)
        precision = hits / max(1, sum(len(founds) for _, founds in pairs))
        recall = hits / max(1, sum(len(golds) for golds, _ in pairs))
        f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
        yield f"newsquant {name} {100 * f1:.1f}  (precision {100 * precision:.1f}, recall {100 * recall:.1f})"
    for sentence, (golds, founds) in zip(sentences, pairs, strict=True) if errors else ():
        _, missed, extra = matched(golds, founds, MEASURES["value"])
        if missed or extra:
            yield f"{sentence['text']}\n    missed {missed}\n    extra {extra}"


def main() -> int:
    """Print the measures."""
    parser = argparse.ArgumentParser(description="Score reconcile.values on NewsQuant.")
    parser.add_argument("--newsquant", type=Path, default=Path("../shared/data/newsquant/dev.json"))
    parser.add_argument("--found", type=Path, help="also write what was found, one JSON object a sentence")
    parser.add_argument("--errors", action="store_true", help="print the sentences that are not read right")
    options = parser.parse_args()
    if not options.newsquant.is_file():
        print(f"newsquant: no file at {options.newsquant}; give its place with --newsquant PATH")
        return 0
    sentences = json.loads(options.newsquant.read_text(encoding="utf-8"))
    if options.found:
        lines = [json.dumps({"quantities": [_record(q) for q in quantities(s["text"])]}) for s in sentences]
        options.found.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for line in report(sentences, options.errors):
        print(line)
    return 0


def _record(quantity: Quantity) -> dict[str, Any]:
    value = list(quantity.ends) if len(quantity.ends) > 1 else quantity.ends[0]
    return {"value": value, "unit": quantity.unit, "change": quantity.change}


if __name__ == "__main__":
    sys.exit(main())
