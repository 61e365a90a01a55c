"""Ranges, and what only looks like one: changes "from 9 to 25" and results such as "3-1"."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from reconcile.model import Bound, Kind
from reconcile.values.draft import Draft
from reconcile.values.sharing import multiply, same_dimension, share_scale, share_unit
from reconcile.values.units import PERCENT, convert, kind_of
from reconcile.values.wordlist import words

_SOFT = r"(?:(?:about|around|nearly|almost|some|perhaps|possibly|maybe|even|as\smany\sas|up\sto|just|roughly)\s)?"
_DASH = re.compile(r"\s?[-–‐‑]\s?\Z|—\Z")
_TO = re.compile(rf"(?:\s|-|-\s)(?:(?:all\sthe\sway\s)?to|through|thru)[\s-]{_SOFT}\Z", re.IGNORECASE)
_UP_TO = re.compile(rf"\s(?:all\sthe\sway\s)?up\sto\s{_SOFT}\Z", re.IGNORECASE)
_AND = re.compile(rf"\sand\s{_SOFT}\Z", re.IGNORECASE)
_OR = re.compile(r"\sor\s\Z", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\b(?:anywhere\s|somewhere\s)?between\s(?:the\sages\sof\s|ages\s|about\s|an\sestimated\s|roughly\s|around\s|some\s)?\Z",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:anywhere\s)?from\s(?:about\s|an\sestimated\s|roughly\s|around\s|some\s|an\sinitial\s|just\s|only\s)?\Z",
    re.IGNORECASE,
)
_STEPS = frozenset(
    words(
        """
        rise rises rose risen rising raise raises raised raising fall falls fell fallen falling increase
        increases increased increasing decrease decreases decreased decreasing grow grows grew grown growing
        climb climbs climbed climbing jump jumps jumped jumping drop drops dropped dropping reduce reduces
        reduced reducing up down slid slide slides sliding slip slips slipped slipping surge surges surged
        surging shrink shrank shrunk boost boosts boosted boosting plunge plunges plunged plunging tumble
        tumbles tumbled tumbling swell swells swelled swelling gain gains gained gaining soar soars soared
        soaring ease eases eased easing decline declines declined declining advance advances advanced advancing
        improve improves improved improving plummet plummets plummeted plummeting
        """
    )
)
"""Words for a step: "rose 12 to 57" gives the step and the new level."""
_CHANGES = _STEPS | frozenset(
    words(
        """
        revise revises revised revising revision update updates updated updating change changes changed changing
        correct corrects corrected correcting lower lowers lowered lowering cut cuts cutting double doubled
        doubling expand expands expanded went go goes going gone move moved moves put extend extends extended
        add adds added adding lose loses lost losing upgrade upgraded downgrade downgraded amend amended shift
        shifted volume
        """
    )
)
"""Words after which "from 9 to 25" tells two figures, one after the other."""
_STEP_BEFORE = re.compile(
    r"([A-Za-z]+)\s(?:(?:about|some|another|just|nearly|almost|roughly|around|approximately"
    r"|over|more\sthan|at\sleast|a\sfurther|an\sestimated|only)\s)?\Z"
)
_CLAUSE_START = re.compile(r"[.;!?]")
_LETTERS = re.compile(r"[a-z]+")
_SPORT = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|beat(?:s|en|ing)?|victory|defeat\w*|dr[ae]w|lost|los[es]|lead(?:s|ing)?|led|loss|vot(?:e[sd]?|ing)|scor\w+"
    r"|tie[ds]?|rul(?:ed|ing)|decision|record|goals?|half-?time|match|cup|league|sets?|thrash\w*|edged|odds|final|margin|majority|ratio|split)\b",
    re.IGNORECASE,
)


_RESPECTIVELY = re.compile(r"[^.;]{0,80}?\brespectively\b", re.IGNORECASE)
_TIGHT_DASH = re.compile(r"\s?[-–]\s?|-to-|\sto\s")


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
    if text[first.end] == " " and text[first.end + 1] in "-–":
        return figures[0] >= figures[1]
    if text[first.end] == " ":
        return figures[0] >= figures[1] and bool(_SPORT.search(left[-12:]))
    return figures[0] >= figures[1] or _is_score(text, first, second, left)


def join_ranges(text: str, drafts: list[Draft]) -> list[Draft]:
    """Make one range of "180 to 250", "€70m–€80m", "between nine and 25", and hand units back in pairs."""
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
    if _UP_TO.match(gap):
        return bool(_FROM.search(left)) and _joined_by_to(text, first, second, left)
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
    start = _FROM.search(left)
    if start and _CHANGES.intersection(_LETTERS.findall(_CLAUSE_START.split(left[: start.start()])[-1].lower())):
        _share(text, first, second)
        return False
    if start is None and first.unit == PERCENT and second.unit is None and second.figure > 100:
        return False  # "0.3% to 7,012"
    if first.unit and second.unit and first.unit != second.unit and not same_dimension(first, second):
        return False  # "12 percent to $48 million"
    if start is None and (_is_step(left) or _is_sum_and_level(first, second, left)):
        return False
    if _is_score(text, first, second, left):
        return False
    return _share(text, first, second)


def _is_step(left: str) -> bool:
    """Whether "by 12" or "rose 12" stands there, so that "to 57" is the new level."""
    word = _STEP_BEFORE.search(left)
    return word is not None and (word[1].lower() == "by" or word[1].lower() in _STEPS)


def _is_sum_and_level(first: Draft, second: Draft, left: str) -> bool:
    """Whether "added 15 cents to $2.70" stands there: two sums, written in two ways, behind a change."""
    word = _STEP_BEFORE.search(left)
    unlike = bool(first.spelled and second.spelled) and first.spelled != second.spelled
    return unlike and word is not None and word[1].lower() in _CHANGES


def _joined_by_dash(text: str, first: Draft, second: Draft, left: str, gap: str) -> bool:
    if " " in gap.strip(" ") or (gap.strip() == "-" and gap != "-" and not _same_style(first, second)):
        return False
    if not _OR.match(gap) and _is_score(text, first, second, left):
        return False
    if _OR.match(gap) and _RESPECTIVELY.match(text, second.end):
        return False
    if _OR.match(gap) and not (first.unit in (None, second.unit) and _near(first, second)):
        return False
    return _share(text, first, second)


def _same_style(first: Draft, second: Draft) -> bool:
    return first.numeral.digits and second.numeral.digits


def _near(first: Draft, second: Draft) -> bool:
    """Whether the two are like "30 or 40": close enough to be one guess."""
    low, high = first.numeral.raw, second.numeral.raw
    return low < high <= 2 * low


_THINGS_AFTER = re.compile(
    r"\s(?:[a-z-]+\s)?(?!goals|votes|points|sets|wins|was|has|is|as)(?:[a-z-]{2,}s\b|people|men|women|children|staff|crew)"
)


def _is_score(text: str, first: Draft, second: Draft, left: str) -> bool:
    if second.unit is not None or first.unit is not None or max(first.numeral.raw, second.numeral.raw) > 200:
        return False
    if first.figure < second.figure and _THINGS_AFTER.match(text, second.end):
        return False
    return bool(_SPORT.search(left[-30:]) or _SPORT.match(text[second.end : second.end + 12].lstrip(" -,")))


def _share(text: str, first: Draft, second: Draft) -> bool:
    """Give each end what only the other spells out; true where the ends then rise."""
    if second.numeral.suffix == "m" and second.spelled == "m" and kind_of(first.unit) is Kind.MONEY:
        _millions(second)
    share_unit(first, second)
    share_scale(first, second)
    if _in_thousands(text, first, second):
        multiply(first, Decimal(1000))
    if first.unit != second.unit and not same_dimension(first, second):
        return False
    return _ends(first, second) is not None


def _in_thousands(text: str, first: Draft, second: Draft) -> bool:
    """Whether the first end leaves out its thousands: "20-30,000 tents"."""
    if not (text[second.numeral.start : second.numeral.end].endswith(",000") and first.numeral.digits):
        return False
    tight = text[first.numeral.end : second.numeral.start] in ("-", "–", "-to-")
    return tight and first.figure < 1000 and first.figure * 1000 < second.figure and first.figure % 1 == 0


def _millions(draft: Draft) -> None:
    """Take back that the "m" of "£1.5-2m" is a metre."""
    multiply(draft, draft.numeral.scale)
    draft.unit, draft.spelled, draft.number_end = None, "", draft.end


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
