"""What looks like a quantity and is none: dates, clock times, years, phone, page and route numbers, names."""

from __future__ import annotations

import re
from bisect import bisect_right

from reconcile.values.numbers import Numeral

_MONTH = (
    r"(?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[0-9]|20|21)\d\d(?!\d)"
_CLOCK_END = r"(?:\s?(?:a\.m\.|p\.m\.|am\b|pm\b|hrs\b|hours\b(?=\s(?:local|GMT|UTC))|o[’']clock))"
_MASKS = re.compile(
    rf"\b{_MONTH}\s{{1,2}}{_DAY}(?:\s?(?:-|–|to|and|or)\s?{_DAY}(?!\s?(?:%|per|[a-z]{{4,}})))?(?:,?\s{_YEAR})?(?![\w%])"
    rf"|\b{_DAY}(?:\s?(?:-|–|to|and|or)\s?{_DAY})?\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR}(?![\w,.]*\d))?"
    rf"|\b{_MONTH},?\s(?:of\s)?{_YEAR}"
    r"|\b\d{4}-\d\d-\d\d(?:T[\d:.+Z-]+)?\b"
    r"|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b"
    rf"|\b\d{{1,2}}[.:]\d\d(?::\d\d)?{_CLOCK_END}|\b\d{{1,2}}:\d\d(?::\d\d)?(?:\.\d+)?\b"
    rf"|\b\d{{1,2}}(?:\s?(?:-|–|to)\s?\d{{1,2}})?{_CLOCK_END}|\b(?:[01]\d|2[0-3])[0-5]\d\s(?:GMT|UTC|hrs|hours|local)\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:o[’']clock|a\.m\.|p\.m\.|[ap]m\b)"
    r"|\b(?:half|quarter|\d{1,2}|[a-z]{3,6})\s(?:past|to)\s(?=(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|midnight|noon)\b(?!\s\w+s\b))(?<=past\s)\w+|\bhalf\spast\b"
    r"|\b(?:the\s)?(?:(?:early|mid|late)[\s-])?(?:1[0-9]|20)\d0s\b"
    r"|\b(?:1[5-9]|20|21)\d\d\s?(?:-|–|/|to|and|or)\s?(?:(?:1[5-9]|20|21)\d\d|\d\d)\b(?!\s?(?:%|per\s?cent|people|[€$£]))"
    r"|\b24/7\b|\b9/11\b|\b7/7\b|\b50[/-]50\b|\b\d{1,5}/(?:1[89]|20)\d\d\b|\b(?:1[89]|20)\d\d/\d{1,4}\b|\bone-on-one\b"
    r"|\+\d{1,3}[\s-]?\(?\d[\d\s()-]{5,16}\d|\(\d{3}\)\s?\d{3}-\d{4}|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\b\d{3}-\d{4}\b"
    r"|\b\d+(?:\.\d+){2,}\b(?<!\d{3}\.\d{3}\.\d{3})"
    r"|\bhttps?://\S+|\bwww\.\S+|[\w.+-]+@\w[\w.-]+"
    r"|\b\d{1,4}(?:st|nd|rd|th)\b"
    r"|(?:(?<=\n)|\A)\s{0,4}\d{1,3}[.)]\s"
    r"|[’']\d\ds?\b(?!\s?(?:%|per))"
    r"|\bone\sanother\b|\bone-(?:off|sided|way|time|third|quarter|half)\b(?<!third)(?<!quarter)(?<!half)"
    r"|\bA\.?D\.?\s\d+(?:\sand\s\d+)?|\b\d+\s(?:BC|AD|BCE|CE)\b",
    re.IGNORECASE,
)

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


_NUMBERED = frozenset(
    """no no. nr nr. number numbers nos nos. n° nº № section sections page pages p. pp. chapter article articles route
    routes highway interstate motorway road km flight gate gates platform room rooms ward seat row line lines bus tram
    train channel station phase version part volume vol. figure fig. table act paragraph clause annex appendix
    schedule step stage level category grade class type group zone area sector district precinct block unit building
    apartment apt suite box studio season episode series round week day game match lane exit pier terminal hall court
    resolution directive regulation rule formula covid covid-19 boeing airbus iphone galaxy windows android ios model
    apollo soyuz falcon starship artemis pixel playstation xbox mark mk order bill proposition prop. amendment
    size camp checkpoint runway hangar dock berth pump reactor well mine shaft unit tier rank point points
    fortune ftse nikkei top big division dan ak mig su m i a e b n agenda item act scene kw q bus
    """.split()
) - frozenset("line bus train well mine points m i a e b n series order top rank".split())  # fmt: skip
_LAST_WORD = re.compile(r"([\w.°º№&’'-]+)[\s#]{1,2}\Z")
_STUCK = re.compile(r"(?:[A-Za-z_#@]|[A-Za-z]{2,}[-–]|\d[-–./])\Z")
_STUCK_BUT = re.compile(
    r"(?:\b(?:mid|sub|pre|post|to|over|under|minus|plus|near|some|from)[-–]|[a-z][-–]to[-–])\Z", re.IGNORECASE
)
_MODEL_AFTER = re.compile(r"[A-Za-z]\d|[A-Z]{1,3}\b|[-/]\d*[A-Za-z]\d")


def is_label(text: str, numeral: Numeral, start: int) -> bool:
    """Whether the number names something ("Route 16", "page 14", "Flight 204", "No. 7", "A4").

    `start` is where the number or the currency before it begins.
    """
    if not numeral.digits:
        return _label_in_words(text, numeral)
    left = text[max(0, start - 16) : start]
    if start == numeral.start and _STUCK.search(left) and not _STUCK_BUT.search(left):
        return not _after_number(left)
    word = _LAST_WORD.search(left)
    return bool(word) and word is not None and _names(word[1], text, numeral)


def _after_number(left: str) -> bool:
    return bool(re.search(r"\d[-–]\Z", left))


_COUNTED_AFTER = re.compile(r"\s?(?:%|°|[a-z]{2,}s\b|people|per\b|km|mm|mg|tonnes?|million|billion|metres?|feet)")
_ALWAYS = frozenset("no no. nr nr. number nos nos. n° nº № page pages p. pp. flight route gate highway covid".split())


def _names(word: str, text: str, numeral: Numeral) -> bool:
    low = word.lower()
    if low not in _NUMBERED:
        return False
    if low in ("no", "number") and not word[0].isupper() and low == "no":
        return False
    if low in _ALWAYS:
        return True
    if numeral.end - numeral.start > 6 or not (word[0].isupper() or low in ("km", "page", "section", "level")):
        return False
    return not _COUNTED_AFTER.match(text, numeral.end)


_WORD_LABELS = re.compile(
    r"\b(?:Number|Phase|Chapter|Article|Part|Section|Gate|Platform|Act|Stage|Level|Category|Group|Formula|Channel|Week"
    r"|Day|Game|Round|Big|Pier|Terminal|Unit|Block|Zone)\s\Z"
)


def _label_in_words(text: str, numeral: Numeral) -> bool:
    return bool(_WORD_LABELS.search(text[max(0, numeral.start - 12) : numeral.start]))


_YEAR_FORM = re.compile(r"(?:1[5-9]|20|21)\d\d\Z")
_COUNT_HEDGES = re.compile(
    r"\b(?:more than|fewer than|less than|at least|at most|up to|about|nearly|almost|roughly|approximately|some|over"
    r"|an estimated|as many as|no fewer than|another|all|the other|additional|total of|than)\s\Z",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|of|by|from|until|till|before|after|during|year|early|late|mid|to|through|spring|summer|autumn"
    r"|winter|fall|the|his|her|and|between|for|season|christmas|ending|ended|or|circa|around|about)[\s-]\Z",
    re.IGNORECASE,
)
_PLURAL_AFTER = re.compile(r"\s(?:[a-z-]+\s)?(?:[a-z]{3,}s|people|men|women|children|police)\b(?<!ss)")


def is_year(text: str, numeral: Numeral) -> bool:
    """Whether four bare digits are a year: newspapers write other thousands with a comma or count something."""
    written = text[numeral.start : numeral.end]
    if not _YEAR_FORM.match(written):
        return False
    left = text[max(0, numeral.start - 20) : numeral.start]
    if _COUNT_HEDGES.search(left) and not re.search(r"\b(?:about|over)\s\Z", left):
        return False
    if not _PLURAL_AFTER.match(text, numeral.end):
        return True
    return bool(_YEAR_BEFORE.search(left))


_PRONOUN_BEFORE = re.compile(
    r"(?:\b(?:no|any|every|some|each|this|that|which|another|the|not|loved|little|big|new|old|good|right|wrong|only|first"
    r"|last|next|number|square|day|single|is|as|it|mean|like|be|for|than)|-)[\s-]\Z",
    re.IGNORECASE,
)
_ONE_OF = re.compile(
    r"\s(?:of\s(?:the|its|his|her|our|their|my|your|those|these|several|many|only|few)\b)", re.IGNORECASE
)
_ONE_AFTER = re.compile(
    r"\s(?:another|who|whom|that|which|can|could|would|should|must|might|may|to|in\s(?:the|a|which)|on\b|for|by|at|from|with|as"
    r"|if|up|thing|side|hand|way|is|and\s(?:only|all|the)|or\sthe|-)\b|[,.;:!?)’'”\"]|\s?\Z|-",
    re.IGNORECASE,
)


def is_pronoun(text: str, numeral: Numeral) -> bool:
    """Whether "one" stands for somebody or something and counts nothing."""
    if text[numeral.start : numeral.end].lower() != "one":
        return False
    if _PRONOUN_BEFORE.search(text[max(0, numeral.start - 12) : numeral.start]):
        return True
    return bool(_ONE_AFTER.match(text, numeral.end))
