"""From a text to its quantities: numbers, their units, ranges, hedges; and a single value from its words."""

from __future__ import annotations

import re
from decimal import Decimal

from reconcile.errors import UsageProblem
from reconcile.model import Bound, Found, Kind, Value
from reconcile.values import hedges, labels, suppress
from reconcile.values.draft import Draft, draft_of
from reconcile.values.joins import join_compounds, join_ratios, join_repeats, join_speeds
from reconcile.values.matters import is_matter
from reconcile.values.measures import age, decades, measure, singles
from reconcile.values.nothing import nothings
from reconcile.values.numbers import Numeral, numerals
from reconcile.values.ordinals import counts
from reconcile.values.ranges import join_ranges, without_scores
from reconcile.values.shares import share
from reconcile.values.sharing import bound_draft, share_bounds, share_units
from reconcile.values.units import UNITS

Spans = list[tuple[int, int]]


def scan(text: str) -> list[Found]:
    """All quantities of the text in order: numbers, money, percentages, durations, ages and measures.

    Dates, clock times, years, phone, page and route numbers, ordinals and scores are left out. A place in
    the text belongs to at most one quantity. Time grows with the length of the text.

    >>> [(found.value.bound.value, str(found.value.low)) for found in scan("At least 14 of the 60 climbers died.")]
    [('at_least', '14'), ('exact', '60')]
    """
    lives = decades(text)
    drafts = _measured(text, [(start, end) for start, end, _, _ in lives])
    drafts = join_compounds(text, join_ratios(text, join_repeats(text, drafts)))
    for draft in drafts:
        age(text, draft)
    drafts = join_ranges(text, without_scores(text, drafts))
    share_units(text, drafts)
    drafts = _ages_again(text, drafts)
    drafts = _hedged(text, join_speeds(text, drafts))
    share_bounds(text, drafts)
    found = [draft.found(text) for draft in drafts]
    found += [_decade(text, *life) for life in lives] + counts(text)
    return _merged(found, nothings(text))


def _measured(text: str, taken: Spans) -> list[Draft]:
    """The numbers that count something, each with its unit."""
    spans = suppress.masked(text)
    held = suppress.masked_spans(taken)
    drafts = []
    for numeral in numerals(text):
        if suppress.hidden(spans, numeral.start, numeral.end) or suppress.hidden(held, numeral.start, numeral.end):
            continue
        draft = _quantity(text, numeral)
        if draft is not None:
            drafts.append(draft)
    return _with_singles(text, drafts)


def _with_singles(text: str, drafts: list[Draft]) -> list[Draft]:
    out: list[Draft] = []
    for draft in sorted([*drafts, *singles(text)], key=lambda draft: (draft.start, -draft.end)):
        if not out or draft.start >= out[-1].end:
            out.append(draft)
    return out


def _quantity(text: str, numeral: Numeral) -> Draft | None:
    draft = draft_of(numeral)
    if numeral.share:
        return share(text, draft)
    measure(text, draft)
    _sign(text, draft)
    if draft.unit is None and (labels.is_year(text, numeral) or labels.is_pronoun(text, numeral)):
        return None
    if draft.unit in ("day", "week", "month") and _dated(text, draft):
        return None
    if draft.unit is None and numeral.suffix == "b":
        return None
    return None if labels.is_label(text, numeral, draft.start, measured=draft.unit is not None) else draft


_YEAR_BEFORE_UNIT = re.compile(r"(?:19|20)\d\d\s(?:day|week|month)\b")


def _dated(text: str, draft: Draft) -> bool:
    """Whether a year stands before a unit that it does not count: "World Cup 2018 day five"."""
    return bool(_YEAR_BEFORE_UNIT.match(text, draft.numeral.start))


_MINUS = re.compile(r"(?:(?<![\w)\].,%°])[-−–]|(?<!\bor\s)\bminus[\s-])\Z", re.IGNORECASE)
_BELOW = re.compile(r"(?:\s(?:degrees?|°[CF]?))?\sbelow\s(?:zero|nought)\b", re.IGNORECASE)


def _sign(text: str, draft: Draft) -> None:
    if draft.low is None or draft.low != draft.high or draft.numeral.bound is not Bound.EXACT:
        return
    if match := _MINUS.search(text[max(0, draft.start - 12) : draft.start]):
        draft.start -= len(match.group())
        draft.low = draft.high = -draft.low
    elif draft.unit in (None, "degree", "°C", "°F") and (match := _BELOW.match(text, draft.end)):
        draft.end, draft.unit = match.end(), draft.unit or "degree"
        draft.low = draft.high = -draft.low


_COUNTED = re.compile(r"\s(?:[a-z-]+\s)?(?:[a-z]{2,}s|men|women|children|people)\b(?<!was)(?<!years)")


def _ages_again(text: str, drafts: list[Draft]) -> list[Draft]:
    """Ages in pairs and ranges: "aged 29 and 52", "ages 18 to 24", "20- to 30-year-olds"."""
    for index, draft in enumerate(drafts):
        if draft.kind is None:
            age(text, draft)
        previous = drafts[index - 1] if index else None
        if (
            previous is None
            or previous.kind is not Kind.AGE
            or previous.spelled
            or draft.kind is not None
            or draft.unit is not None
        ):
            continue
        linked = text[previous.end : draft.start] in (" and ", ", ", " or ", ", and ")
        if linked and draft.low and draft.low < 125 and not _COUNTED.match(text, draft.end):
            draft.kind, draft.unit = Kind.AGE, previous.unit
    return drafts


_OVER_A_TIME = re.compile(
    r"\b(?:just|well|for|lasted|took|after|lasting|than|taken|of|aged?|women|men|people|anyone)\s\Z", re.IGNORECASE
)


def _hedged(text: str, drafts: list[Draft]) -> list[Draft]:
    """Take in the hedges on both sides, never past the neighbour."""
    edge = 0
    for index, draft in enumerate(drafts):
        limit = drafts[index + 1].start if index + 1 < len(drafts) else len(text)
        _hedge_before(text, draft, edge)
        _hedge_after(text, draft, limit)
        edge = draft.end
    return drafts


def _hedge_before(text: str, draft: Draft, edge: int) -> None:
    bound, start = hedges.before(text, draft.start)
    if bound is None or start < edge or not _hedge_holds(text, draft, text[start : draft.start].lower().split(), start):
        return
    draft.start = start
    bound_draft(draft, bound)


_LAYER = re.compile(
    r"\sof\s(?:snow|water|mud|rubble|earth|debris|ice|sand|ash|rock|concrete|silt|soil)\b", re.IGNORECASE
)


_MEASURED_BY = re.compile(r"\b(?:than|short of|shy of|above|below|exceed\w*|surpass\w*|topp\w*) the\Z")
"""Words that measure something by a known figure ("short of the 40 needed"), which they do not bound."""


def _hedge_holds(text: str, draft: Draft, words: list[str], start: int) -> bool:
    """Whether the bound holds: "over 14 months" is a period, not a bound; "within" bounds measures only."""
    if words[0] == "over" and draft.kind is None and draft.unit in ("day", "week", "month", "year"):
        return bool(_OVER_A_TIME.search(text[max(0, start - 10) : start]))
    if words[0] == "over" and is_matter(text, start, draft.end):
        return False
    if words[0] in ("within", "inside", "beyond"):
        return draft.unit is not None
    if words[-1] == "the" and _MEASURED_BY.search(" ".join(words)):
        return False
    if words[-1] in ("under", "over", "above", "below") and draft.unit in UNITS and _LAYER.match(text, draft.end):
        return False
    if words[-2:] == ["up", "to"] and _MOVED.search(text[max(0, start - 100) : start]):
        return False
    return not (words == ["mid"] and draft.kind is None)


_MOVED = re.compile(
    r"\b(?:revis|correct|adjust|updat|bump|nudg|ratchet)\w*\b(?:[^.;]{0,80}?\b(?:of|from)\s(?:[^.;]|\.\d){1,40}?)?\s\Z",
    re.IGNORECASE,
)
"""What moves a figure from one level "up to" the next: "revised its toll of 15 up to 24"."""


def _hedge_after(text: str, draft: Draft, limit: int) -> None:
    bound, end = hedges.after(text, draft.end, noun=True)
    if bound is None or end > limit:
        return
    draft.end = end
    bound_draft(draft, bound)


def _decade(text: str, start: int, end: int, low: int, high: int) -> Found:
    value = Value(Kind.AGE, Decimal(low), Decimal(high), Bound.RANGE, "year", text[start:end])
    return Found(start, end, value, start, end)


def _merged(found: list[Found], zeros: list[Found]) -> list[Found]:
    """In order; where two overlap the number wins over the word for nought."""
    out: list[Found] = []
    for item in sorted(found + zeros, key=lambda item: (item.start, item.value.bound is Bound.NONE)):
        if out and item.start < out[-1].end:
            continue
        out.append(item)
    return out


def parse(words: str) -> Value:
    """The one value that the words give ("up to 25", "between 9 and 25", "dozens", "no one", "$1.2bn").

    Raises `UsageProblem` where the words hold no value, several, or something besides it.
    """
    clean = words.strip().removesuffix(" of")
    found = [item for item in scan(clean) if item.start == 0 and item.end == len(clean)]
    if len(found) == 1:
        return found[0].value
    if plain := _parse_plain(clean):
        return plain
    if _runs_down(clean):
        raise UsageProblem(
            f"{clean[:60]!r} runs downwards", where="value", hint="a range runs from the lower to the higher"
        )
    raise UsageProblem(
        f"{clean[:60]!r} is no value that can be compared",
        where="value",
        hint='write a number and its bound in words, such as "25", "up to 25", "9 to 25", "dozens" or "$1.2m"',
    )


_RANGE = re.compile(r"(?:between |from )?(.{1,30}?)(?: to | and |\s?[-–]\s?)(.{1,30})", re.IGNORECASE)


def _runs_down(words: str) -> bool:
    """Whether the words are a range whose first figure is above its second."""
    if not (ends := _RANGE.fullmatch(words)):
        return False
    figures = [found.value for end in ends.groups() for found in scan(end) if found.end - found.start == len(end)]
    lows = [value.low for value in figures if isinstance(value.low, Decimal) and value.low == value.high]
    return len(lows) == 2 and lows[0] > lows[1]


_BARE_WORDS = {"none", "no", "nobody", "no one", "nil", "no-one", "nothing"}


def _parse_plain(words: str) -> Value | None:
    """What a text would not show to be a quantity, and a field does: "1987", "one", "zero", "a couple"."""
    if words.lower() in _BARE_WORDS:
        return Value(Kind.NUMBER, Decimal(0), Decimal(0), Bound.NONE, None, words)
    for filled in (f"{words} people", f"{words} of the people"):
        items = scan(filled)
        if len(items) == 1 and items[0].start == 0 and items[0].end >= len(words):
            value = items[0].value
            return Value(value.kind, value.low, value.high, value.bound, value.unit, words)
    drafts = list(numerals(words))
    if len(drafts) == 1 and (drafts[0].start, drafts[0].end) == (0, len(words)) and not drafts[0].share:
        value = draft_of(drafts[0]).found(words).value
        return value
    return None
