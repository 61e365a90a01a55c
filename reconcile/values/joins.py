"""Joining numbers that belong together: ranges, "one in four", "eight hours and thirty minutes"."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from reconcile.model import Bound, Kind
from reconcile.values.draft import Draft
from reconcile.values.units import TIME, UNITS, convert, kind_of

_SOFT = r"(?:(?:about|around|nearly|almost|some|perhaps|possibly|maybe|even|as\smany\sas|up\sto|just|roughly)\s)?"
_DASH = re.compile(r"\s?[-–‐‑]\s?\Z|—\Z")
_TO = re.compile(rf"(?:\s|-|-\s)to[\s-]{_SOFT}\Z", re.IGNORECASE)
_AND = re.compile(rf"\sand\s{_SOFT}\Z", re.IGNORECASE)
_OR = re.compile(r"\sor\s\Z", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:anywhere\s|somewhere\s)?between\s(?:about\s|an\sestimated\s|roughly\s|around\s|some\s)?\Z", re.IGNORECASE
)
_FROM = re.compile(
    r"\b(?:anywhere\s)?from\s(?:about\s|an\sestimated\s|roughly\s|around\s|some\s|an\sinitial\s|just\s|only\s)?\Z",
    re.IGNORECASE,
)
_CHANGE = (
    r"(?:r[aio]se[sn]?|rais(?:e[sd]?|ing)|rising|f[ae]ll(?:s|en|ing)?|increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|gr[eo]w(?:s|n|ing)?"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|drop(?:s|ped|ping)?|revis(?:e[sd]?|ing|ion)|updat(?:e[sd]?|ing)|chang(?:e[sd]?|ing)"
    r"|correct(?:s|ed|ing)|lower(?:s|ed|ing)?|cut(?:s|ting)?|reduc(?:e[sd]?|ing)|up|down|slid(?:e[sd]?|ing)?|slipp?(?:ed|ing)"
    r"|surg(?:e[sd]?|ing)|doubl(?:e[sd]?|ing)|shr[aiu]nk|expand(?:s|ed|ing)?|boost(?:s|ed|ing)?|went|go(?:es|ing|ne)?|move[sd]?"
    r"|plung(?:e[sd]?|ing)|tumbl(?:e[sd]?|ing)|swell(?:s|ed|ing)?|put|extend(?:s|ed|ing)?|gain(?:s|ed|ing)?|add(?:s|ed|ing)?"
    r"|soar(?:s|ed|ing)?|eas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|los[et](?:s|ing)?|advanc(?:e[sd]?|ing)|improv(?:e[sd]?|ing)"
    r"|upgrad(?:e[sd]?|ing)|downgrad(?:e[sd]?|ing)|amend(?:s|ed|ing)|plummet(?:s|ed|ing)?|shift(?:s|ed|ing)?|volume)"
)
_CHANGED = re.compile(rf"\b{_CHANGE}\b[^.;!?]*\Z", re.IGNORECASE)
_STEP = _CHANGE.replace("|went|go(?:es|ing|ne)?|move[sd]?", "").replace("|put|", "|").replace("|volume", "")
_BY = re.compile(rf"\b(?:by|{_STEP})\s(?:about\s|some\s|another\s|just\s|nearly\s|a\sfurther\s)?\Z", re.IGNORECASE)
_SPORT = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|en|ing)?|victory|defeat\w*|dr[ae]w|lost|los[es]|lead(?:s|ing)?|led|loss|vot(?:e[sd]?|ing)|scor\w+"
    r"|tie[ds]?|rul(?:ed|ing)|decision|record|goals?|half-?time|match|cup|league|sets?|thrash\w*|edged|odds|final)\b",
    re.IGNORECASE,
)


_RESPECTIVELY = re.compile(r"[^.;]{0,80}?\brespectively\b", re.IGNORECASE)
_TIGHT_DASH = re.compile(r"[-–]|-to-|\sto\s")


def without_scores(text: str, drafts: list[Draft]) -> list[Draft]:
    """Leave out results of games and votes: "won 3-1", "2-2", "a 5–4 ruling"."""
    scores: set[int] = set()
    for index, (first, second) in enumerate(itertools.pairwise(drafts)):
        if _TIGHT_DASH.fullmatch(text[first.end : second.start]) and _is_result(text, first, second):
            scores |= {index, index + 1}
    return [draft for index, draft in enumerate(drafts) if index not in scores]


def _is_result(text: str, first: Draft, second: Draft) -> bool:
    figures = (first.numeral.raw, second.numeral.raw)
    if first.unit or second.unit or max(figures) > 200 or any(figure % 1 for figure in figures):
        return False
    left = _SENTENCE_END.split(text[max(0, first.start - 40) : first.start])[-1]
    if text[first.end] == " ":
        return figures[0] >= figures[1] and bool(_SPORT.search(left[-12:]))
    return figures[0] >= figures[1] or _is_score(text, first, second, left)


def join_ranges(text: str, drafts: list[Draft]) -> list[Draft]:
    """Make one range of "180 to 250", "€90m–€110m", "between nine and 25", and hand units back in pairs."""
    out: list[Draft] = []
    index = 0
    while index < len(drafts):
        first, second = drafts[index], drafts[index + 1] if index + 1 < len(drafts) else None
        if second is not None and second.start - first.end <= 24 and _joined(text, first, second):
            out.append(_range(text, first, second))
            index += 2
            continue
        out.append(first)
        index += 1
    return out


def _joined(text: str, first: Draft, second: Draft) -> bool:
    """Whether the two are the ends of one range; scale, currency and unit are shared on the way."""
    if not first.plain or not second.plain or not _kinds_agree(first, second):
        return False
    gap = text[first.end : second.start]
    left = _SENTENCE_END.split(text[max(0, first.start - 60) : first.start])[-1]
    if _AND.match(gap):
        return bool(_BETWEEN.search(left)) and _share(text, first, second)
    if _TO.match(gap):
        return _joined_by_to(text, first, second, left)
    if _DASH.match(gap) or _OR.match(gap):
        return _joined_by_dash(text, first, second, left, gap)
    return False


_SENTENCE_END = re.compile(r"[.!?;]\s")


def _kinds_agree(first: Draft, second: Draft) -> bool:
    """An age hands its unit on ("aged 18 to 24"); other settled kinds must be the same."""
    return first.kind is None or first.unit == second.unit or (first.kind is Kind.AGE and second.unit is None)


def _joined_by_to(text: str, first: Draft, second: Draft, left: str) -> bool:
    if _FROM.search(left) and _CHANGED.search(left[: _FROM.search(left).start()]):  # type: ignore[union-attr]
        _share(text, first, second)
        return False
    if _BY.search(left) and not _FROM.search(left):
        return False
    if _is_score(text, first, second, left):
        return False
    return _share(text, first, second)


def _joined_by_dash(text: str, first: Draft, second: Draft, left: str, gap: str) -> bool:
    if " " in gap.strip(" ") or (gap.strip() == "-" and gap != "-" and not _same_style(first, second)):
        return False
    if _is_score(text, first, second, left):
        return False
    if _OR.match(gap) and _RESPECTIVELY.match(text, second.end):
        return False
    if _OR.match(gap) and not (first.unit in (None, second.unit) and _near(first, second)):
        return False
    return _share(text, first, second)


def _same_style(first: Draft, second: Draft) -> bool:
    return first.numeral.digits and second.numeral.digits


def _near(first: Draft, second: Draft) -> bool:
    """ "30 or 40": close enough to be one guess."""
    low, high = first.numeral.raw, second.numeral.raw
    return low < high <= 2 * low


def _is_score(text: str, first: Draft, second: Draft, left: str) -> bool:
    if second.unit is not None or first.unit is not None or max(first.numeral.raw, second.numeral.raw) > 200:
        return False
    return bool(_SPORT.search(left[-30:]) or _SPORT.match(text[second.end : second.end + 12].lstrip(" -,")))


def _share(text: str, first: Draft, second: Draft) -> bool:
    """Give each end what only the other spells out; true where the ends then rise."""
    _share_unit(first, second)
    _share_scale(first, second)
    if first.unit != second.unit and not _same_dimension(first, second):
        return False
    return _ends(first, second) is not None


def _share_unit(first: Draft, second: Draft) -> None:
    if first.unit is None and second.unit is not None:
        _hand(second, first)
    elif second.unit is None and first.unit is not None and _hands_on(first):
        _hand(first, second)


def _hands_on(first: Draft) -> bool:
    return first.kind is Kind.AGE or kind_of(first.unit) in (Kind.MONEY, Kind.PERCENT)


def _hand(giver: Draft, taker: Draft) -> None:
    taker.unit, taker.kind, taker.carried, taker.spelled = giver.unit, giver.kind, True, giver.spelled


def _share_scale(first: Draft, second: Draft) -> None:
    """ "70 to 85 million", "two or three hundred", "from 1.2 million to 1.9"."""
    a, b = first.numeral, second.numeral
    if a.scale == 1 and b.scale > 1 and a.raw < 1000 and a.raw < b.raw:
        _multiply(first, b.scale)
    elif b.scale == 1 and a.scale > 1000 and "." in str(b.raw) and b.raw > a.raw:
        _multiply(second, a.scale)


def _multiply(draft: Draft, scale: Decimal) -> None:
    if draft.low is not None and draft.high is not None:
        draft.low, draft.high = draft.low * scale, draft.high * scale


def _same_dimension(first: Draft, second: Draft) -> bool:
    a, b = first.unit, second.unit
    return a in UNITS and b in UNITS and UNITS[a].base == UNITS[b].base if a and b else False


def _ends(first: Draft, second: Draft) -> tuple[Decimal, Decimal] | None:
    """The ends in the second one's unit, where the first is the lower."""
    if first.low is None or second.high is None:
        return None
    low = first.low
    if first.unit != second.unit and first.unit and second.unit:
        low = convert(low, first.unit, second.unit)
    return (low, second.high) if low < second.high else None


def _range(text: str, first: Draft, second: Draft) -> Draft:
    ends = _ends(first, second)
    assert ends is not None, "a range was joined whose ends do not rise"
    left = text[max(0, first.start - 60) : first.start]
    lead = _BETWEEN.search(left) or _FROM.search(left)
    second.low, second.high = ends
    second.bound = Bound.RANGE
    second.start = first.start - len(left) + lead.start() if lead else first.start
    second.numeral = first.numeral
    second.kind = second.kind or first.kind
    return second


_COMPOUND_GAP = re.compile(r"(?:\sand\s|,\s|,\sand\s|\s)?\Z", re.IGNORECASE)


def join_compounds(text: str, drafts: list[Draft]) -> list[Draft]:
    """Add up "eight hours and thirty minutes" (510 minutes) and "six feet four inches"."""
    out: list[Draft] = []
    for draft in drafts:
        if out and _continues(text, out[-1], draft):
            _add(out[-1], draft)
        else:
            out.append(draft)
    return out


def join_repeats(text: str, drafts: list[Draft]) -> list[Draft]:
    """Count "fourteen (14)" once."""
    out: list[Draft] = []
    for draft in drafts:
        if out and _repeats(text, out[-1], draft):
            out[-1].end = draft.end + 1
        else:
            out.append(draft)
    return out


def _repeats(text: str, first: Draft, second: Draft) -> bool:
    return (
        _bracketed(text, first, second)
        and second.unit in (None, first.unit)
        and first.plain
        and first.low == second.low
    )


def _bracketed(text: str, first: Draft, second: Draft) -> bool:
    return text[first.end : second.start] == " (" and text[second.end : second.end + 1] == ")"


_PER_HOUR = re.compile(r"\)?\s(?:per|an)\shour\b", re.IGNORECASE)
_SPEEDS = {"km": "km/h", "mile": "mph", "nautical mile": "knot"}


def join_speeds(text: str, drafts: list[Draft]) -> list[Draft]:
    """Read "210 kilometers (130 miles) per hour" as two speeds."""
    for first, second in itertools.pairwise(drafts):
        if first.unit not in _SPEEDS or second.unit not in _SPEEDS or not _bracketed(text, first, second):
            continue
        if match := _PER_HOUR.match(text, second.end):
            first.unit, second.unit, second.end = _SPEEDS[first.unit], _SPEEDS[second.unit], match.end()
    return drafts


def share_bounds(text: str, drafts: list[Draft]) -> None:
    """A figure repeated in brackets in another unit has the bound of the first: "up to 200 feet (61 m)"."""
    for first, second in itertools.pairwise(drafts):
        follows = text[first.end : second.start] == " (" and second.bound is Bound.EXACT and second.plain
        if follows and first.bound in _HANDED_ON and _converts(first, second):
            bound_draft(second, first.bound)


def _converts(first: Draft, second: Draft) -> bool:
    both_money = kind_of(first.unit) is Kind.MONEY and kind_of(second.unit) is Kind.MONEY
    return first.unit != second.unit and (both_money or _same_dimension(first, second))


_HANDED_ON = frozenset({Bound.ABOUT, Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN, Bound.UP_TO})


def bound_draft(draft: Draft, bound: Bound) -> None:
    """Bound the figure; ranges and order words keep the end that the words do not open."""
    if bound is Bound.ABOUT:
        draft.bound = Bound.ABOUT if draft.low == draft.high else draft.bound
    elif bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        draft.bound, draft.high = bound, None
    else:
        draft.bound, draft.low = bound, None


_STEPS = {"year": "month", "month": "week day", "week": "day", "day": "hour", "hour": "minute", "minute": "second",
          "foot": "inch", "stone": "pound", "pound": "ounce"}  # fmt: skip


def _continues(text: str, first: Draft, second: Draft) -> bool:
    gap = text[first.end : second.start]
    if len(gap) > 6 or not _COMPOUND_GAP.match(gap) or not first.plain or not second.plain:
        return False
    if first.unit == "hour" and second.spelled == "m" and first.spelled == "h":
        second.unit = "minute"
        if second.numeral.suffix == "m" and second.numeral.scale == second.numeral.low:
            return False
    return second.unit is not None and second.unit in _STEPS.get(first.unit or "", "").split() and not first.carried


def _add(first: Draft, second: Draft) -> None:
    assert first.unit, "only measures add up"
    assert second.unit, "only measures add up"
    total = convert(first.figure, first.unit, second.unit) + second.figure
    first.low = first.high = total
    first.unit, first.end, first.number_end = second.unit, second.end, second.number_end
    first.kind = second.kind


_IN = re.compile(r"\s(?:in|out\sof)\s(?:every\s)?\Z", re.IGNORECASE)
_RATIO_BASES = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000, 2})


def join_ratios(text: str, drafts: list[Draft]) -> list[Draft]:
    """Make shares of "one in four" and "nine out of ten"."""
    out: list[Draft] = []
    index = 0
    while index < len(drafts):
        first, second = drafts[index], drafts[index + 1] if index + 1 < len(drafts) else None
        if second is not None and _is_ratio(text, first, second):
            out.append(_ratio(first, second))
            index += 2
            continue
        out.append(first)
        index += 1
    return out


def _is_ratio(text: str, first: Draft, second: Draft) -> bool:
    gap = text[first.end : second.start]
    if len(gap) > 14 or not _IN.match(gap) or not first.plain or not second.plain or first.unit or second.unit:
        return False
    return first.figure < second.figure and second.figure in _RATIO_BASES


def _ratio(first: Draft, second: Draft) -> Draft:
    set_share(first, first.figure / second.figure)
    first.end, first.number_end = second.end, second.number_end
    return first


def set_share(draft: Draft, share: Decimal) -> None:
    """Make the draft a percentage; one that needs more than two decimals is "about"."""
    percent = share * 100
    rounded = percent.quantize(Decimal("0.01"))
    if percent != rounded:
        draft.bound = Bound.ABOUT
    draft.low = draft.high = rounded
    draft.unit, draft.kind = "percent", Kind.PERCENT


_LINKS = (" and ", " or ", "- and ", "- or ", " by ", " x ", " × ", "x", "×")


def share_units(text: str, drafts: list[Draft]) -> None:
    """Give the unit of the last one back along "four and six weeks" and "12, 14 and 16 km"."""
    _share_with_the_denied(text, drafts)
    linked = False
    for first, second in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        gap = text[first.end : second.start]
        listed = gap in _LINKS or (linked and gap == ", ")
        linked = listed and first.unit is None and second.unit is not None and first.plain
        if linked:
            _hand(second, first)
            if first.numeral.scale == 1 and "." in str(first.numeral.raw) and second.numeral.scale > 1:
                _multiply(first, second.numeral.scale)


_NOT = re.compile(r",?\s(?:and\s)?not\s\Z", re.IGNORECASE)


def _share_with_the_denied(text: str, drafts: list[Draft]) -> None:
    """ "nine minutes, not four": the second counts minutes, too."""
    for first, second in itertools.pairwise(drafts):
        gap = text[first.end : second.start]
        if len(gap) < 12 and _NOT.match(gap) and second.unit is None and first.unit is not None:
            _hand(first, second)


__all__ = [
    "TIME",
    "bound_draft",
    "join_compounds",
    "join_ranges",
    "join_ratios",
    "join_repeats",
    "join_speeds",
    "set_share",
    "share_bounds",
    "share_units",
]
