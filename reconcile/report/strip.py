"""The small picture in a row of the index: all figures of a question on one line, the outer ones labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from reconcile.model import Bound, Claim
from reconcile.report.chart import Mark, mark, on_one_axis, percent, scale_of
from reconcile.report.figures import mark_kind, of_claim

_PER_SIGN = Decimal("2.9")  # width of a digit of 13 px in percent of a strip of 272 px
_GAP = Decimal(3)
MOST_MARKS = 24
_SMALL = ("exact", "about", "denied")  # drawn last, over the bars
_SHORT = {"ceiling": "≤", "floor": "≥", "about": "≈", "denied": "≠"}
_OPEN = {("floor", Bound.MORE_THAN): ">", ("ceiling", Bound.LESS_THAN): "<"}


@dataclass(frozen=True, slots=True)
class Label:
    """A figure above the line: its place in percent, its text and where the text is anchored."""

    at: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Strip:
    """The picture: marks and labels, or (`big`) one figure, or (`words`) what is said in words."""

    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    alt: str
    big: str = ""
    words: str = ""


def strip(claims: Sequence[tuple[Claim, str]]) -> Strip:
    """The picture of claims with the colour of each."""
    alt = "; ".join(of_claim(claim).plain for claim, _ in claims)
    told = list(dict.fromkeys(of_claim(claim).plain for claim, _ in claims))
    drawn = on_one_axis([claim for claim, _ in claims][:MOST_MARKS])
    scale = scale_of([claim.value for claim in drawn]) if drawn else None
    if not drawn or scale is None or any(of_claim(claim).words for claim, _ in claims):
        return Strip((), (), alt, words="In words: " + " – ".join(f"“{one}”" for one in told[:3]) if told else "")
    if len(told) == 1 and mark_kind(drawn[0].value, drawn[0].stance) in ("exact", "about", "denied"):
        return Strip((), (), alt, big=told[0])
    found = [(mark(claim, scale, colour), claim) for claim, (_, colour) in zip(drawn, claims, strict=False)]
    marks = tuple(sorted((one for one, _ in found if one), key=lambda one: one.shape in _SMALL))
    ends = [(Decimal(place), text) for one, claim in found if one for place, text in _ends(one, claim)]
    return Strip(marks, labels(ends), alt)


def _ends(one: Mark, claim: Claim) -> list[tuple[str, str]]:
    """Where the figure of a mark is written: at both ends of a range, else at its one end."""
    shown = of_claim(claim).number
    if one.shape == "range" and "–" in shown:
        low, high = shown.split("–", 1)
        return [(one.left, low), (one.right, high)]
    return [(one.right if one.shape == "ceiling" else one.left, f"{_sign(one, claim)}{shown}")]


def _sign(one: Mark, claim: Claim) -> str:
    """The sign before a figure; "more than" and "less than" leave the figure itself out."""
    return _OPEN.get((one.shape, claim.value.bound)) or _SHORT.get(one.shape, "")


def labels(wanted: Sequence[tuple[Decimal, str]]) -> tuple[Label, ...]:
    """The labels that fit beside each other; the lowest and the highest are always kept."""
    places = sorted(dict.fromkeys(wanted))
    if not places:
        return ()
    last = places[-1]
    kept = [places[0]]
    for place in places[1:-1]:
        if _apart(kept[-1], place) and _apart(place, last):
            kept.append(place)
    if len(places) > 1:
        kept.append(last)
    tight = len(kept) == 2 and not _apart(kept[0], kept[1])
    if tight and not _beside(kept):
        both = f"{kept[0][1]} · {kept[1][1]}"
        return (Label(percent(kept[1][0]), both, _anchor(kept[1][0], both)),)
    anchors = ["end", "start"] if tight else [_anchor(*one) for one in kept]
    return tuple(Label(percent(at), text, side) for (at, text), side in zip(kept, anchors, strict=True))


def _beside(pair: Sequence[tuple[Decimal, str]]) -> bool:
    """Whether two close labels can stand to the left and to the right of their places."""
    (left, one), (right, other) = pair
    return left != right and left - _PER_SIGN * len(one) >= 0 and right + _PER_SIGN * len(other) <= 100


def _anchor(at: Decimal, text: str) -> str:
    """Centred over its place, or to the side where it would leave the picture."""
    half = _PER_SIGN * len(text) / 2
    return "start" if at < half else "end" if at + half > 100 else "middle"


def _apart(left: tuple[Decimal, str], right: tuple[Decimal, str]) -> bool:
    half = _PER_SIGN * (len(left[1]) + len(right[1])) / 2
    return right[0] - left[0] >= half + _GAP
