"""Places that hold no quantity whatever stands in them: dates, clock times, phone numbers, addresses."""

from __future__ import annotations

import re
from bisect import bisect_right

from reconcile.values.wordlist import opening

_MONTH = (
    r"(?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[0-9]|20|21)\d\d(?!\d)"
_LINK = r"\s?(?:-|–|to|and|or)\s?"
_COUNTED = r"\s?(?:%|per\b|percent|people\b|[a-z]+s\b(?<!was))"
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_CLOCK_END = r"(?:\s?(?:a\.m\.|p\.m\.|am\b|pm\b|hrs\b|hours\b(?=\s(?:local|GMT|UTC))|o[’']clock))"
_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}"
_DIGIT, _CAPITAL = r"\d", r"(?-i:[A-Z])"
_PLACES: dict[str, dict[str, tuple[str, ...]]] = {
    "dates": {
        _CAPITAL: (
            rf"{_MONTH}\s{{1,2}}{_DAY}(?!,\d{{3}})(?:{_LINK}{_DAY}(?!{_COUNTED}))?(?:,?\s{_YEAR})?(?![\w%])",
            rf"{_MONTH},?\s(?:of\s)?{_YEAR}",
        ),
        _DIGIT: (
            rf"{_DAY}(?:{_LINK}{_DAY})?\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR}(?![\w,.]*\d))?",
            r"\d{4}-\d\d-\d\d(?:T[\d:.+Z-]+)?\b",
            r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b",
        ),
    },
    "years and decades": {
        _DIGIT: (
            r"(?:1[0-9]|20)\d0s\b",
            r"[2-9]0[’']s\b",
            rf"(?:1[5-9]|20|21)\d\d(?:{_LINK}|/)(?:(?:1[5-9]|20|21)\d\d|\d\d)\b(?!{_COUNTED}|\s?[€$£])",
            r"\d+\s(?:BC|AD|BCE|CE)\b",
        ),
        "[teml]": (r"(?:the\s)?(?:(?:early|mid|late)[\s-])?(?:1[0-9]|20)\d0s\b",),
        "a": (r"A\.?D\.?\s\d+(?:\sand\s\d+)?",),
    },
    "clock times": {
        _DIGIT: (
            rf"\d{{1,2}}[.:]\d\d(?::\d\d)?{_CLOCK_END}",
            r"\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?\b",
            r"\d{1,2}:\d\b(?![.,]\d)",
            rf"\d{{1,2}}(?:\s?(?:-|–|to)\s?\d{{1,2}})?(?!\s?hrs\b){_CLOCK_END}",
            r"9[\s-]to[\s-]5\b",
            r"\d{1,2}h[0-5]\d\b",
            r"(?<=[Aa]t\s)(?:0\d\.[0-5]\d\b|(?:1\d|2[0-3])\.[0-5]\d(?=\son\s[A-Z]))",
            r"(?:[01]\d|2[0-3])[0-5]\d\s(?:GMT|UTC|hrs|hours|local)\b",
            rf"\d{{1,2}}\spast\s(?:{_HOUR}|midnight|noon)\b(?!\s\w+s\b)",
        ),
        "[efnost]": (
            rf"{_HOUR}\s(?:o[’']clock|a\.m\.|p\.m\.|[ap]m\b)",
            rf"{_HOUR}\s(?=(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)\b)",
        ),
        "[fhqt]": (
            rf"(?:half|quarter|five|ten|twenty)\spast\s(?:{_HOUR}|midnight|noon)\b(?!\s\w+s\b)",
            r"half\spast\b",
        ),
        "[tmaen]": (
            rf"(?:tonight|today|tomorrow|morning|afternoon|evening|noon|midnight)\sat\s(?:\d{{1,2}}|{_HOUR})\b"
            r"(?!\s[a-z]{2,}s\b)",
            r"at\s\d{1,2}\s(?=(?:tonight|this\s(?:morning|afternoon|evening)|in\sthe\s(?:morning|afternoon|evening))\b)",
        ),
        "[stu]": (rf"(?:since|until|till)\s{_HOUR}(?=[,.;])",),
        "[fmstw]": (rf"{_WEEKDAY}(?:\s?[-–]\s?{_WEEKDAY})?,?\s\d{{1,2}}\s?[-–]\s?\d{{1,2}}\b",),
    },
    "phone numbers": {
        _DIGIT: (
            r"\d{3}[-.]\d{3}[-.]\d{4}\b",
            r"\d{3}-\d{4}\b",
            r"0\d{2,4}(?:[\s/-]\d{2,5}){1,3}\b(?!,\d)",
            r"\d{3}\s\d{3}\s\d{4}\b",
            r"(?:911|999|112)\s(?:call|dispatch|operator)\w*",
        ),
        "[fhnpstw]": (
            r"(?:tel|phone|fax|hotline|newsdesk|helpline|switchboard|whatsapp)\b\.?:?\s(?:on\s)?[\d(+][\d\s()+-]{2,20}",
        ),
    },
    "addresses": {
        _DIGIT: (
            r"\d{1,5}\s(?-i:(?:[A-Z]\w{1,20}\s|\d{1,3}(?:st|nd|rd|th)\s){1,3}"
            r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Lane)\b)",
        ),
        _CAPITAL: (
            r"(?-i:Group\sof)\s(?:Seven|Eight|Ten|Twenty|7|8|10|20|77)\b",
            r"(?-i:CVE|ISBN|ISSN|DOI)[-\s:]{0,2}\d[\d-]*",
            r"(?-i:(?:Calle|Via|Rue|Rua|Plaza|Avenida|Boulevard)(?:\s[A-Z]\w+){1,3}),?\s\d{1,4}\b",
        ),
        "[hw]": (r"https?://\S+", r"www\.\S+"),
    },
    "numbers of things": {
        "[acfgnprs]": (
            r"(?:nos\.?|pages|pp\.|rooms|routes|sections|articles|chapters|gates|platforms|flights|paragraphs|columns)"
            r"\s\d{1,4}(?:(?:,\s|\sand\s|\sto\s|-|–|\sor\s)\d{1,4}\b)*",
        ),
        _DIGIT: (
            r"\d{13,}\b",
            r"\d{1,5}/\d{3,6}\b",
            r"\d+(?:\.\d+){2,}\b(?<!\d\.\d{3}\.\d{3})",
            r"\d{1,4}(?:st|nd|rd|th)\b",
            r"1[\s-]in[\s-](?:a[\s-])?[\d,]{1,9}[\s-]years?\b",
            r"[1-9]\d/[1-9]\d\b",
            r"24/7\b|9/11\b|7/7\b|50[/-]50\b",
            r"\d{1,2}-(?:for|of)-\d{1,2}\b|4x4(?:00)?m?\b|4x[12]00m?\b|7-Eleven\b|401\(k\)s?|529\splans?\b",
            r"(?:480|720|1080|1440|2160)[pi]\b|[458]K\b(?=\s(?:TVs?|televisions?|videos?|resolution|displays?|screens?|HDR|Ultra|UHD))",
        ),
        "[efnst]": (
            r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-](?:first|second|third|fourth|fifth|sixth|seventh"
            r"|eighth|ninth)\b",
        ),
        "[fiop]": (
            r"(?:per|(?:for|of|in)\severy)\s(?:\d{1,3}(?:,000)+|\d{1,3}000|a\s(?:hundred|thousand|million)"
            r"|(?:100\s)?thousand|million)\b(?!\s[$€£])",
        ),
    },
    "multiples and turns of phrase": {
        _DIGIT: (
            r"\d{1,4}\s(?:to|or)\s\d{1,4}\stimes\s(?=(?:as|more|higher|larger|bigger|greater|over)\b)",
            r"\d{1,4}-time\b(?=\s[a-z]+)",
        ),
        "[efnst]": (
            r"(?:two|three|four|five|six|seven|eight|nine|ten)-time\b(?=\s[a-z]+)",
            r"(?:five|six|seven|eight|nine|ten)[\s-]figures?\b",
        ),
        "f": (r"f/\d[\d.]*",),
        "b": (r"baker[’']s\sdozen\b",),
        "h": (r"high[\s-]fives?\b",),
        "t": (r"the\s7[0-8]7s?\b(?=\s(?:is|was|were|are|has|had|will|jet|jets|plane|fleet|Max|MAX|flight)|[.,])",),
        "[go]": (
            r"Ground\sZero\b",
            r"on\s(?:the\s)?one\shand\b|one\sanother\b|one-in-a-(?:million|thousand|billion)\b|one-(?:off|sided|way|time|on-one)\b",
        ),
    },
}
"""What stands there → its first character → the shapes in which it is written, in the order in which they are tried.

The first character lets the search pass over a word at a glance.
"""


_LETTERS = {
    "a": r"pr|ug|fternoon\s|rticles|t\s\d|\.?D\.?\s|venida",
    "b": r"aker|oulevard",
    "c": r"ve|alle|hapters|olumns",
    "d": r"ec|oi[-:\s\d]",
    "e": r"ight|leven|arly\W|vening\s",
    "f": r"eb|or\severy|i(?:ve|fty)|our|orty|ri|ax|lights|/",
    "g": r"roup\sof|round\s|ates\s",
    "h": r"alf\s|otline|ttps?:|elpline|igh[\s-]f",
    "i": r"sbn|ssn|n\severy",
    "j": r"an|u[nl]",
    "l": r"ate\W",
    "m": r"a[ry]|on|id|orning\s",
    "n": r"ov|ine|inety|oon\s|os|ewsdesk",
    "o": r"ct|n[e\s]|f\severy",
    "p": r"hone|ages|p\.|latforms|aragraphs|er\s|laza",
    "q": r"uarter\s",
    "r": r"ooms|outes|u[ea]\s",
    "s": r"ep|ix|even|ince\s|at|un|witchboard|ections",
    "t": r"w[oe]|hree|en|hirty|o(?:day|night|morrow)\s|ill\s|ue|hu|el|he\s(?:early|mid|late|\d)",
    "u": r"ntil\s",
    "v": r"ia\s",
    "w": r"ed|ww|hatsapp",
}
"""How the places begin that begin with a letter, by that letter: the search passes over other words at a glance."""


def _mask() -> re.Pattern[str]:
    by_first: dict[str, list[str]] = {}
    for shapes in _PLACES.values():
        for first, patterns in shapes.items():
            by_first.setdefault(first, []).extend(patterns)
    words = (rf"(?={first})(?:{'|'.join(patterns)})" for first, patterns in by_first.items())
    return re.compile(rf"\b(?=(?-i:\d)|{opening(_LETTERS)})(?:{'|'.join(words)})", re.IGNORECASE)


_MASKS = _mask()

_SIGNS = re.compile(
    r"[’'+(\[\n](?:"
    r"(?<=[’'])\d\d(?:[’']?[sS])?\b(?!\s?(?:%|(?i:per)))"  # '68, the ’90s
    r"|(?<=\+)\d{1,3}[\s-]?\(?\d[\d\s()-]{5,16}\d"  # +44 20 …
    r"|(?<=\()\d{3}\)\s?\d{3}-\d{4}"  # (555) 555-0100
    r"|(?<=\n)\s{0,4}\d{1,3}[.)]\s"  # the numbers of a list
    r"|(?<=\[)\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,20}\]"  # [12]
    r")"
)
"""The same for what begins with a sign or on a new line."""
_FIRST_LINE = re.compile(r"\s{0,4}\d{1,3}[.)]\s")

_ENDS = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"\stimes\s(?=(?:the|as|more|higher|larger|bigger|greater|that|its|their|what|over)\b)",
        r"-point\sscale\b",
        r"fold\b",
        r"@\w[\w.-]+",
    )
)
"""What shows only by its end that it holds no quantity: "six times the limit", "tenfold", addresses of mail."""
_STEM = re.compile(r"[\w.+-]{1,64}\Z")

_STREET_ENDS = ("straße", "strasse", "gasse", "platz", "gata", "straat")
_STREETS = re.compile(rf"\b[A-Z]\w{{1,40}}(?:{'|'.join(_STREET_ENDS)}),?\s\d{{1,4}}\b")
"""Streets with their number: "Lange Gasse 12" by the ending of its name."""

Spans = tuple[list[int], list[int]]


def masked(text: str) -> Spans:
    """Where dates, clock times, phone numbers and the like stand: their starts and their ends."""
    spans = [match.span() for match in _MASKS.finditer(text)]
    signs = [match.span() for match in _SIGNS.finditer(text)]
    if first := _FIRST_LINE.match(text):
        signs.append(first.span())
    if signs:
        spans = _merged(sorted(spans + signs))
    if any(end in text for end in _STREET_ENDS):
        spans = _merged(sorted(spans + [match.span() for match in _STREETS.finditer(text)]))
    if behind := [span for shape in _ENDS for match in shape.finditer(text) for span in _with_stem(text, match)]:
        spans = _merged(sorted(spans + behind))
    return masked_spans(spans)


def _with_stem(text: str, match: re.Match[str]) -> list[tuple[int, int]]:
    """The place of an ending with the word before it; none where no word stands there."""
    stem = _STEM.search(text[max(0, match.start() - 64) : match.start()])
    return [(match.start() - len(stem.group()), match.end())] if stem else []


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def masked_spans(spans: list[tuple[int, int]]) -> Spans:
    """The same for places already known, in order."""
    return [start for start, _ in spans], [end for _, end in spans]


def hidden(spans: Spans, start: int, end: int) -> bool:
    """Whether any of the masked places overlaps `start:end`."""
    starts, ends = spans
    index = bisect_right(starts, start)
    return (index > 0 and ends[index - 1] > start) or (index < len(starts) and starts[index] < end)
