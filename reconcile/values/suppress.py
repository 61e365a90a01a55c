"""Places that hold no quantity whatever stands in them: dates, clock times, phone numbers, addresses."""

from __future__ import annotations

import re
from bisect import bisect_right

_MONTH = (
    r"(?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[0-9]|20|21)\d\d(?!\d)"
_LINK = r"\s?(?:-|–|to|and|or)\s?"
_COUNTED = r"\s?(?:%|per\b|people\b|[a-z]+s\b(?<!was))"
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK_END = r"(?:\s?(?:a\.m\.|p\.m\.|am\b|pm\b|hrs\b|hours\b(?=\s(?:local|GMT|UTC))|o[’']clock))"
_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}"
_PLACES: dict[str, tuple[str, ...]] = {
    "dates": (
        rf"\b{_MONTH}\s{{1,2}}{_DAY}(?!,\d{{3}})(?:{_LINK}{_DAY}(?!{_COUNTED}))?(?:,?\s{_YEAR})?(?![\w%])",
        rf"\b{_DAY}(?:{_LINK}{_DAY})?\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR}(?![\w,.]*\d))?",
        rf"\b{_MONTH},?\s(?:of\s)?{_YEAR}",
        r"\b\d{4}-\d\d-\d\d(?:T[\d:.+Z-]+)?\b",
        r"\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b",
    ),
    "years and decades": (
        r"\b(?:the\s)?(?:(?:early|mid|late)[\s-])?(?:1[0-9]|20)\d0s\b",
        rf"\b(?:1[5-9]|20|21)\d\d(?:{_LINK}|/)(?:(?:1[5-9]|20|21)\d\d|\d\d)\b(?!{_COUNTED}|\s?[€$£])",
        r"[’']\d\d(?:[’']?s)?\b(?!\s?(?:%|per))",
        r"\bA\.?D\.?\s\d+(?:\sand\s\d+)?",
        r"\b\d+\s(?:BC|AD|BCE|CE)\b",
    ),
    "clock times": (
        rf"\b\d{{1,2}}[.:]\d\d(?::\d\d)?{_CLOCK_END}",
        r"\b\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\b",
        rf"\b\d{{1,2}}(?:\s?(?:-|–|to)\s?\d{{1,2}})?{_CLOCK_END}",
        r"\b(?:[01]\d|2[0-3])[0-5]\d\s(?:GMT|UTC|hrs|hours|local)\b",
        rf"\b{_HOUR}\s(?:o[’']clock|a\.m\.|p\.m\.|[ap]m\b)",
        rf"\b(?:half|quarter|\d{{1,2}}|five|ten|twenty)\spast\s(?:{_HOUR}|midnight|noon)\b(?!\s\w+s\b)",
        r"\bhalf\spast\b",
        rf"\b(?:since|until|till)\s{_HOUR}(?=[,.;])",
        rf"\b{_HOUR}\s(?=(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b)",
        rf"\b{_WEEKDAY}(?:\s?[-–]\s?{_WEEKDAY})?,?\s\d{{1,2}}\s?[-–]\s?\d{{1,2}}\b",
    ),
    "phone numbers": (
        r"\+\d{1,3}[\s-]?\(?\d[\d\s()-]{5,16}\d",
        r"\(\d{3}\)\s?\d{3}-\d{4}",
        r"\b\d{3}[-.]\d{3}[-.]\d{4}\b",
        r"\b\d{3}-\d{4}\b",
        r"\b0\d{2,4}(?:[\s/-]\d{2,5}){1,3}\b(?!,\d)",
        r"\b\d{3}\s\d{3}\s\d{4}\b",
        r"\b(?:tel|phone|fax|hotline|newsdesk|helpline|switchboard|whatsapp)\b\.?:?\s(?:on\s)?[\d(+][\d\s()+-]{2,20}",
        r"\b(?:911|999|112)\s(?:call|dispatch|operator)\w*",
    ),
    "addresses": (
        r"\b\d{1,5}\s(?-i:(?:[A-Z]\w{1,20}\s|\d{1,3}(?:st|nd|rd|th)\s){1,3}"
        r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Lane)\b)",
        r"\b(?-i:(?:Calle|Via|Rue|Rua|Plaza|Avenida|Boulevard)(?:\s[A-Z]\w+){1,3}),?\s\d{1,4}\b",
        r"\b(?-i:[A-Z]\w{1,40}(?:stra(?:ß|ss)e|gasse|platz|gata|straat)),?\s\d{1,4}\b",
        r"\bhttps?://\S+",
        r"\bwww\.\S+",
        r"(?<![\w.+-])[\w.+-]{1,64}@\w[\w.-]+",
    ),
    "numbers of things": (
        r"\b(?:nos\.?|pages|pp\.|rooms|routes|sections|articles|chapters|gates|platforms|flights|paragraphs|columns)"
        r"\s\d{1,4}(?:(?:,\s|\sand\s|\sto\s|-|–|\sor\s)\d{1,4}\b)*",
        r"\b\d{13,}\b",
        r"\b\d{1,5}/\d{3,6}\b",
        r"\b\d+(?:\.\d+){2,}\b(?<!\d{3}\.\d{3}\.\d{3})",
        r"(?:(?<=\n)|\A)\s{0,4}\d{1,3}[.)]\s",
        r"\b\d{1,4}(?:st|nd|rd|th)\b",
    ),
    "multiples and turns of phrase": (
        r"\b[\w.]{1,12}\stimes\s(?=(?:the|as|more|higher|larger|bigger|greater|that|its|their|what|over)\b)",
        r"\b\w{1,12}-point\sscale\b",
        r"\b[\w.]{1,12}-?fold\b",
        r"\b24/7\b|\b9/11\b|\b7/7\b|\b50[/-]50\b|\bGround\sZero\b",
        r"\bone\sanother\b|\bone-(?:off|sided|way|time|on-one)\b",
    ),
}
"""What stands there → the shapes in which it is written, in the order in which they are tried."""
_MASKS = re.compile("|".join(pattern for patterns in _PLACES.values() for pattern in patterns), re.IGNORECASE)

Spans = tuple[list[int], list[int]]


def masked(text: str) -> Spans:
    """Where dates, clock times, phone numbers and the like stand: their starts and their ends."""
    starts, ends = [], []
    for match in _MASKS.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
    return starts, ends


def masked_spans(spans: list[tuple[int, int]]) -> Spans:
    """The same for places already known, in order."""
    return [start for start, _ in spans], [end for _, end in spans]


def hidden(spans: Spans, start: int, end: int) -> bool:
    """Whether any of the masked places overlaps `start:end`."""
    starts, ends = spans
    index = bisect_right(starts, start)
    return (index > 0 and ends[index - 1] > start) or (index < len(starts) and starts[index] < end)
