"""The lexer: numbers in a text, in digits or words, before anyone asks what they count.

`numerals` finds "1,300", "1.2m", "3 1/2", "three hundred and eighteen", "a dozen", "half a million",
"dozens", "tens of thousands", "a third" and "three-quarters", each with its place. What a number is part of
(a date, a page number, a name) is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reconcile.model import Bound
from reconcile.values.numberwords import GLYPHS, ONES, ORDERS, PARTS, SCALES, SMALL, SUFFIXES, TENS
from reconcile.values.wordlist import opening


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written at `text[start:end]`.

    `low` and `high` differ for order words only. `raw` is the number before its scale ("1.2" in "1.2
    million"), `scale` the factor. `digits` tells figures from words, `suffix` is a letter glued to the
    figures ("m"), `share` marks a fraction of something ("a third"): its number is then between 0 and 1.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    raw: Decimal
    scale: Decimal = Decimal(1)
    bound: Bound = Bound.EXACT
    digits: bool = False
    suffix: str = ""
    share: bool = False


_GAP = r"(?:[ \t\u00a0\u202f\u2009]{1,2}|[ ]?\r?\n[ ]?)"
_SCALE_WORDS = "|".join(SCALES)
_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])"  # 1,234,567.8
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"  # 10,00,000
    r"|\d{1,3}(?:[\u00a0\u202f\u2009 ]\d{3})+(?![\d,])(?:\.\d+)?"  # 1 234 567
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)|[1-9]\d{0,2}\.000(?!\d)"  # 1.234.567, 12.000
    r"|\d{1,3}(?:[’']\d{3})+(?!\d)"  # 1'234'567
    r"|\d{1,3},\d{1,2}(?=\s?(?:million|billion|trillion|mn\b|bn\b|mio\b|%|per\scent|percent))"  # 3,5 million
    r"|\d+(?:\.\d+)?|\.\d+"
)
_WORDS = "|".join(sorted([*ONES, *TENS, *SCALES], key=len, reverse=True))
_BEGINNINGS = {"a": {r"n?[\s-]"}}
for _word in (*ONES, *TENS, *SCALES, *ORDERS, *SMALL, *PARTS, "couple"):
    _BEGINNINGS.setdefault(_word[0], set()).add(_word[1:4])
_OPENING = opening({first: "|".join(sorted(rest)) for first, rest in _BEGINNINGS.items()})
"""How words for numbers begin, by their first letters: the search passes over the other words at a glance."""
_FIGURE_SPOTS = re.compile(r"[\d.½¼¾⅓⅔⅕⅛](?:(?<!\.)|(?=\d))")
_FIGURE = re.compile(
    rf"(?P<digits>(?<![\w.])(?:{_DIGITS})|(?<=[a-zA-Z$£€¥₹])(?<!\w\w\w\w)(?:{_DIGITS})|(?<=[^\w\s][.])\d+)"
    rf"|(?P<glyph>[½¼¾⅓⅔⅕⅛])",
    re.IGNORECASE,
)
_WORD = re.compile(
    rf"\b(?={_OPENING})(?:(?P<order>{'|'.join(ORDERS)})\b"
    rf"|(?P<small>(?:a{_GAP})?couple|(?:a{_GAP})few|several|(?:a{_GAP})?handful)\b"
    rf"|(?P<halfof>(?:one{_GAP}|a{_GAP})?half[ -]an?{_GAP}(?:{_SCALE_WORDS})|(?:a[ -])?half[ -](?:{_SCALE_WORDS}))\b"
    rf"|(?P<part>(?:(?:an?|one|two|three|four|five|six|seven|eight|nine)[ -])?(?:half|halves|thirds?|quarters?"
    rf"|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieths?|hundredths?))\b"
    rf"|(?P<article>an?{_GAP}(?=(?:{_SCALE_WORDS})\b))"
    rf"|(?P<word>(?:{_WORDS}))\b)",
    re.IGNORECASE,
)
_NEXT_WORD = re.compile(rf"(?P<gap>-|,?{_GAP}and{_GAP}|,{_GAP}|{_GAP})(?P<word>(?:{_WORDS}))\b(?!')", re.IGNORECASE)
_SCALE_AFTER = re.compile(
    rf"(?:{_GAP}|-)?(?P<scale>{_SCALE_WORDS})(?:(?<=lakh)s|(?<=crore)s|(?<=million)s|(?<=billion)s)?\b", re.IGNORECASE
)
_SUFFIX_AFTER = re.compile(
    r"(?P<suffix>k|mn|mln|mio|m|bn|bln|b|tn|trn|cr)(?![\w²³/])|[ ](?P<spaced>mn|mln|mio|bn|bln|tn|trn|cr)\b"
    r"|[ ](?P<capital>(?-i:[BM]))(?=\s(?:in|of|people|[a-z]{2,}s)\b)",
    re.IGNORECASE,
)
_FRACTION_AFTER = re.compile(r"(?:[ ](?P<up>\d{1,2})/(?P<down>\d{1,2})(?![\d/])|[ ]?(?P<glyph>[½¼¾⅓⅔⅕⅛]))")
_AND_A_HALF = re.compile(
    rf"(?:{_GAP}|-)and(?:{_GAP}|-)(?:an?|one|three)[ -](?P<part>half|quarters?)(?:{_GAP}(?P<scale>{_SCALE_WORDS}))?\b",
    re.IGNORECASE,
)
_POINT = re.compile(rf"{_GAP}point(?P<places>(?:{_GAP}(?:{'|'.join(list(ONES)[:10])})\b)+)", re.IGNORECASE)
_OF_ORDER = re.compile(rf"{_GAP}of{_GAP}(?P<scale>hundreds|thousands|millions|billions|trillions)\b", re.IGNORECASE)
_OF_SCALE = re.compile(rf"{_GAP}(?:of{_GAP})?(?P<scale>{_SCALE_WORDS})s?\b", re.IGNORECASE)
_MAX_DIGITS = 40
_MORE: dict[str, str] = {"a": "nd"}
for _word in (*SCALES, *SUFFIXES):
    _MORE[_word[0]] = "|".join(filter(None, (_MORE.get(_word[0]), _word[1:3] or r"(?![a-z]{2})")))
_FRACTION = re.compile(
    r"(?P<up>[1-9])/(?P<down>[234568]|10)(?:ths?)?(?=\s(?:of|the|an?|majority|mile|hour|inch|cup|pound|acre|way)\b|-)"
)
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d{1,2}\Z)")
_POWER_OF_TEN = re.compile(r"\s?[×x]\s?10\s?\^?(?P<sign>[-−–+]?)(?P<power>\d{1,2})(?!\d)")


def numerals(text: str) -> Iterator[Numeral]:
    """All numbers of the text, left to right, never overlapping; time grows with the length of the text."""
    figure, word = _figure(text, 0), _WORD.search(text)
    while match := _first(figure, word):
        found = _read(text, match)
        position = match.end() if found is None else max(found.end, match.end())
        if figure is not None and figure.start() < position:
            figure = _figure(text, position)
        if word is not None and word.start() < position:
            word = _WORD.search(text, position)
        if found is not None:
            yield found


def _figure(text: str, position: int) -> re.Match[str] | None:
    """The next number in digits from a position on."""
    spots = _FIGURE_SPOTS.finditer(text, position)
    return next((match for spot in spots if (match := _FIGURE.match(text, spot.start()))), None)


def _first(figure: re.Match[str] | None, word: re.Match[str] | None) -> re.Match[str] | None:
    if figure is None or (word is not None and word.start() < figure.start()):
        return word
    return figure


def _read(text: str, match: re.Match[str]) -> Numeral | None:
    group = match.lastgroup or ""
    return _READERS[group](text, match)


def _plain(start: int, end: int, number: Decimal) -> Numeral:
    return Numeral(start, end, number, number, number)


def _scaled(found: Numeral, scale: Decimal, end: int, suffix: str = "") -> Numeral:
    return replace(
        found, end=end, low=found.low * scale, high=found.high * scale, scale=found.scale * scale, suffix=suffix
    )


def _read_digits(text: str, match: re.Match[str]) -> Numeral | None:
    written = match["digits"]
    if len(written) > _MAX_DIGITS:
        return None
    number = _worth(written)
    found = Numeral(match.start(), match.end(), number, number, number, digits=True)
    if not _GOES_ON.match(text, match.end()):
        return found
    if slash := _FRACTION.match(text, match.start()):
        return _fraction(found, slash)
    found = _with_scale(text, _with_fraction(text, found))
    half = _AND_A_HALF.match(text, found.end)
    return _and_a_half(text, found, half) if half else found


_GOES_ON = re.compile(rf"/|[\s-]{{0,4}}(?:[\d{''.join(GLYPHS)}×x]|{opening(_MORE)})", re.IGNORECASE)
"""What must stand behind digits that may be a part of a longer number: a fraction, a scale, "and a half"."""


def _worth(written: str) -> Decimal:
    """The number that digits with their commas, points and blanks give."""
    if written.isdecimal():
        return Decimal(written)
    clean = re.sub(r"[,\s'’]", "", _DECIMAL_COMMA.sub(".", written))
    return Decimal(clean.replace(".", "") if clean.count(".") > 1 or clean.endswith(".000") else clean)


def _fraction(found: Numeral, slash: re.Match[str]) -> Numeral | None:
    """Read "2/3 of the fleet": a share; None for what is no proper fraction ("60/40")."""
    up, down = int(slash["up"]), int(slash["down"])
    if not 0 < up < down:
        return None
    number = Decimal(up) / Decimal(down)
    return replace(found, end=slash.end(), low=number, high=number, raw=number, share=True)


def _with_fraction(text: str, found: Numeral) -> Numeral:
    """Read "3 1/2" and "3½"."""
    if not (more := _FRACTION_AFTER.match(text, found.end)):
        return found
    up, down = GLYPHS[more["glyph"]] if more["glyph"] else (int(more["up"]), int(more["down"]))
    if not 0 < up < down:
        return found
    number = found.low + Decimal(up) / Decimal(down)
    return replace(found, end=more.end(), low=number, high=number, raw=number)


def _with_scale(text: str, found: Numeral) -> Numeral:
    """Read "1.2 million", "10 lakh", "£5bn", "2k", "1.9×10^30"; up to two scale words ("2 lakh crore")."""
    if power := _POWER_OF_TEN.match(text, found.end):
        sign = -1 if power["sign"] in ("-", "−", "–") and power["sign"] else 1
        return _scaled(found, Decimal(10) ** (sign * int(power["power"])), power.end())
    if glued := _SUFFIX_AFTER.match(text, found.end):
        suffix = (glued["suffix"] or glued["spaced"] or glued["capital"] + "n").lower()
        return _scaled(found, Decimal(SUFFIXES[suffix]), glued.end(), suffix)
    for _ in range(2):
        if not (word := _SCALE_AFTER.match(text, found.end)):
            break
        found = _scaled(found, Decimal(SCALES[word["scale"].lower()]), word.end())
    if "dozen" in text[found.start : found.end].lower():
        return replace(found, bound=Bound.ABOUT)
    return found


def _read_glyph(text: str, match: re.Match[str]) -> Numeral:
    up, down = GLYPHS[match["glyph"]]
    return replace(_plain(match.start(), match.end(), Decimal(up) / Decimal(down)), digits=True)


def _read_order(text: str, match: re.Match[str]) -> Numeral:
    low, high = (Decimal(end) for end in ORDERS[match["order"].lower()])
    found = Numeral(match.start(), match.end(), low, high, low, bound=Bound.ORDER)
    if more := _OF_ORDER.match(text, found.end):
        return _higher_order(found, match["order"].lower(), more)
    return found


def _higher_order(found: Numeral, word: str, more: re.Match[str]) -> Numeral:
    """An order of an order: "tens of thousands" reaches from 20,000 to 99,999."""
    scale = Decimal(SCALES[more["scale"].lower().removesuffix("s")])
    times = {"tens": 1, "dozens": 2, "scores": 4, "hundreds": 10, "thousands": 100}.get(word, 1000)
    low = {"dozens": 24, "scores": 40}.get(word, 20 * times if times != 1 else 20)
    top = 100 if times <= 4 else 100 * times
    return replace(found, end=more.end(), low=low * scale, high=top * scale - 1, raw=Decimal(low), scale=scale)


def _read_small(text: str, match: re.Match[str]) -> Numeral | None:
    word = match["small"].lower().split()[-1]
    if word == "couple":
        return _read_couple(text, match)
    low, high = (Decimal(end) for end in SMALL[word])
    found = Numeral(match.start(), match.end(), low, high, low, bound=Bound.ORDER)
    if more := _OF_SCALE.match(text, found.end):
        return _scaled(found, Decimal(SCALES[more["scale"].lower()]), more.end())
    return found


_COUPLE_OF = re.compile(
    rf"{_GAP}of\b|{_GAP}(?=(?:more|days|weeks|months|years|hours|minutes|hundred|thousand|dozen|million)\b)",
    re.IGNORECASE,
)


def _read_couple(text: str, match: re.Match[str]) -> Numeral | None:
    """A couple: "a couple of soldiers" counts two or so, "a couple" is two people who are together."""
    if not _COUPLE_OF.match(text, match.end()):
        return None
    found = replace(_plain(match.start(), match.end(), Decimal(2)), bound=Bound.ABOUT)
    if more := _OF_SCALE.match(text, found.end):
        return _scaled(found, Decimal(SCALES[more["scale"].lower()]), more.end())
    return found


def _read_half_of(text: str, match: re.Match[str]) -> Numeral:
    scale = re.split(r"[\s-]", match["halfof"].lower())[-1]
    number = Decimal(SCALES[scale]) / 2
    found = _plain(match.start(), match.end(), number)
    found = replace(found, raw=Decimal("0.5"), scale=Decimal(SCALES[scale]))
    return replace(found, bound=Bound.ABOUT) if scale == "dozen" else found


def _read_part(text: str, match: re.Match[str]) -> Numeral:
    *count, part = re.split(r"[ -]", match["part"].lower())
    part = part if part in PARTS else part.removesuffix("s")
    times = ONES.get(count[0], 1) if count else 1
    number = Decimal(times) / PARTS[part]
    return replace(_plain(match.start(), match.end(), number), share=True)


def _read_article(text: str, match: re.Match[str]) -> Numeral | None:
    """Read "a hundred", "a dozen"."""
    word = _SCALE_AFTER.match(text, match.end() - 1) or _SCALE_AFTER.match(text, match.end())
    if word is None:
        return None
    return _continue(text, _scaled(_plain(match.start(), match.end(), Decimal(1)), _scale_of(word), word.end()))


def _scale_of(word: re.Match[str]) -> Decimal:
    return Decimal(SCALES[word["scale"].lower()])


def _read_word(text: str, match: re.Match[str]) -> Numeral:
    word = match["word"].lower()
    if word in SCALES:
        return _continue(
            text, _scaled(_plain(match.start(), match.end(), Decimal(1)), Decimal(SCALES[word]), match.end())
        )
    return _continue(text, _plain(match.start(), match.end(), Decimal(ONES.get(word, TENS.get(word, 0)))))


@dataclass(slots=True)
class _Run:
    """A number in words as it is read: what is closed, what still grows, and the last scale that closed it."""

    closed: int
    growing: int
    scale: int

    @property
    def total(self) -> int:
        return self.closed + self.growing

    def take(self, word: str, gap: str) -> bool:
        """Add the next word, or say that it begins another number."""
        if word in SCALES:
            return self._take_scale(word, gap)
        number = ONES.get(word, TENS.get(word, 0))
        return self._take_number(number, gap)

    def _take_scale(self, word: str, gap: str) -> bool:
        size = SCALES[word]
        if "and" in gap or "," in gap or self.growing == 0:
            return False
        if size == 100:
            if self.growing >= 100:
                return False
            self.growing *= 100
            return True
        if self.scale and size >= self.scale:
            return False
        self.closed, self.growing, self.scale = self.closed + self.growing * size, 0, size
        return True

    def _take_number(self, number: int, gap: str) -> bool:
        if self.growing == 0:
            fits = self.scale > 12 and number > 0
        elif self.growing % 100 == 0:
            fits = 0 < number < 100 and gap != "-" and "," not in gap
        else:
            fits = self.growing % 10 == 0 and self.growing % 100 >= 20 and 0 < number < 10 and gap.strip() in ("", "-")
        if fits:
            self.growing += number
        return fits


def _continue(text: str, found: Numeral) -> Numeral:
    """Read on through "hundred and eighteen thousand"."""
    first = int(found.low)
    scaled = found.scale >= 1000 or found.scale == 12
    run = _Run(first, 0, int(found.scale)) if scaled else _Run(0, first, 0)
    end, scale = found.end, found.scale
    while (word := _NEXT_WORD.match(text, end)) and run.take(word["word"].lower(), word["gap"].lower()):
        end = word.end()
        scale = Decimal(SCALES.get(word["word"].lower(), 1)) if word["word"].lower() in SCALES else Decimal(1)
    total = Decimal(run.total)
    found = replace(found, end=end, low=total, high=total, raw=total / scale, scale=scale)
    return _rounded_out(text, found)


def _rounded_out(text: str, found: Numeral) -> Numeral:
    """Take in "and a half", "point five" and the vagueness of a dozen."""
    if places := _POINT.match(text, found.end):
        digits = "".join(str(ONES[word.lower()]) for word in places["places"].split())
        number = Decimal(f"{found.low}.{digits}")
        return _with_scale(text, _plain(found.start, places.end(), number))
    if half := _AND_A_HALF.match(text, found.end):
        found = _and_a_half(text, found, half)
    if "dozen" in text[found.start : found.end].lower():
        return replace(found, bound=Bound.ABOUT)
    return found


def _and_a_half(text: str, found: Numeral, half: re.Match[str]) -> Numeral:
    times = 3 if "three" in half.group().lower() else 1
    part = Decimal(times) / PARTS[half["part"].lower().removesuffix("s")]
    scale = _scale_of(half) if half["scale"] else found.scale if found.scale >= 12 else Decimal(1)
    number = (found.low + part) * scale if half["scale"] else found.low + part * scale
    return replace(found, end=half.end(), low=number, high=number, raw=number / scale, scale=scale)


_READERS = {
    "digits": _read_digits,
    "glyph": _read_glyph,
    "order": _read_order,
    "small": _read_small,
    "halfof": _read_half_of,
    "part": _read_part,
    "article": _read_article,
    "word": _read_word,
}
