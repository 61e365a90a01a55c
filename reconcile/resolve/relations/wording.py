"""Why two figures stand as they do, in the words that editors read: plain sentences with the figures in them."""

from __future__ import annotations

import re

from reconcile.model import Bound, Kind, Modality, Stance, Value
from reconcile.resolve.relations.sides import Side
from reconcile.values import render

_SORT = {
    Bound.EXACT: "an exact figure",
    Bound.NONE: "an exact figure",
    Bound.ABOUT: "an approximate figure",
    Bound.AT_LEAST: "a minimum",
    Bound.MORE_THAN: "a lower limit",
    Bound.AT_MOST: "a maximum",
    Bound.LESS_THAN: "an upper limit",
    Bound.UP_TO: "a ceiling",
    Bound.RANGE: "a range",
    Bound.ORDER: "an order of size",
}
_EXACT = (Bound.EXACT, Bound.NONE)
_SAME = {
    "deaths": "the same deaths",
    "injured": "the same injured people",
    "missing": "the same missing people",
    "arrested": "the same arrests",
    "hospitalised": "the same people in hospital",
    "age": "the same age",
    "date": "the same day",
    "duration": "the same length of time",
}


def figure(value: Value) -> str:
    """A value in short words, as the resolver's sentences give it."""
    return f"“{value.words}”" if value.kind is Kind.TEXT else render(value)


def _figures(left: Side, right: Side) -> tuple[str, str]:
    return figure(left.value), figure(right.value)


def _thing(left: Side, right: Side) -> str:
    attribute = left.entry.claim.scope.attribute or right.entry.claim.scope.attribute or ""
    return _SAME.get(attribute, "the same thing")


def _sort(side: Side) -> str:
    return _SORT[side.value.bound]


def _says(side: Side) -> str:
    return f"{side.title} {'say' if _several(side) else 'says'}"


def _denies(side: Side) -> str:
    return f"{side.title} {'deny' if _several(side) else 'denies'}"


def _several(side: Side) -> bool:
    """Whether a source is told by a plural noun, "owners", "residents of the quarter"; names take one verb."""
    words = _NOUN.split(side.title, maxsplit=1)[0].split()
    last = words[-1] if words else ""
    return last == "police" or (last.islower() and last.endswith("s") and not last.endswith(_ONE))


_NOUN = re.compile(r",| (?:of|in|at|from|for|on|with|who)\b")
_ONE = ("ss", "us", "is", "news")


def conflict(left: Side, right: Side) -> str:
    """Two figures that exclude each other."""
    first, second = _figures(left, right)
    if left.value.bound in _EXACT and right.value.bound in _EXACT:
        counts = "exact counts" if left.value.kind is Kind.NUMBER and not left.value.unit else "exact figures"
        return f"{first} and {second} are {counts} of {_thing(left, right)}."
    return (
        f"{first} is {_sort(left)} and {second} is {_sort(right)}, of {_thing(left, right)}: no figure satisfies both."
    )


def bounds(left: Side, right: Side) -> str:
    """Two figures of which one leaves room for the other."""
    first, second = _figures(left, right)
    if left.value.bound in _EXACT or right.value.bound in _EXACT:
        exact, loose = (left, right) if left.value.bound in _EXACT else (right, left)
        return f"{figure(loose.value)} is {_sort(loose)} and leaves room for {figure(exact.value)}."
    return f"{first} is {_sort(left)} and {second} is {_sort(right)}: some figure satisfies both."


def agree(left: Side, right: Side) -> str:
    """Two figures that are the same."""
    first, second = _figures(left, right)
    if left.value.kind is Kind.TEXT:
        return f"Both say {first}."
    return f"Both give {first}." if first == second else f"{first} and {second} are the same."


def rounding(coarse: Side, fine: Side) -> str:
    """A figure that is another one rounded."""
    return f"{figure(coarse.value)} is {figure(fine.value)} rounded."


def revision(old: Side, new: Side) -> str:
    """A figure that its own source replaced."""
    if new.stance.value == "denies":
        own = "have taken back their own" if _several(new) else "has taken back its own"
        return f"{new.title} {own} {figure(old.value)}."
    return f"{new.title} first gave {figure(old.value)} and later {figure(new.value)}."


def earlier(old: Side, new: Side) -> str:
    """A lower count of another source, given while the count went on."""
    return f"{figure(old.value)} was given before {figure(new.value)}, while the count was still going on."


def drift(shown: Side, told: Side) -> str:
    """A headline, bullet or caption beside the text that it stands over."""
    part = shown.entry.claim.section.value
    if shown.entry.claim.modality is Modality.STATED and told.entry.claim.modality is not Modality.STATED:
        return f"The {part} gives as a fact what the text gives only as {told.entry.claim.modality.value}."
    if shown.value.kind is Kind.TEXT:
        if told.stance is Stance.DENIES:
            return f"The {part} says {figure(shown.value)}, which {_denies(told)} in the text."
        return f"The {part} says {figure(shown.value)}, the text only {figure(told.value)}."
    return f"The {part} says {figure(shown.value)} where the text says {figure(told.value)}."


def same_step(left: Side, right: Side) -> str:
    """Two reports of one step of a case."""
    return f"Both name the same step of the case: {figure(left.value)}, {figure(right.value)}."


def steps(left: Side, right: Side) -> str:
    """Two steps of one case."""
    return f"{figure(left.value)} and {figure(right.value)} are different steps of one case and can follow each other."


def denied(denial: Side, said: Side) -> str:
    """A denial and the figure that it denies."""
    return f"{_denies(denial)} {figure(denial.value)}; {_says(said)} {figure(said.value)}."


def not_denied(denial: Side, said: Side) -> str:
    """A denial and a figure that it leaves standing."""
    return f"Denying {figure(denial.value)} leaves room for {figure(said.value)}."


def picked_out(denied: Side) -> str:
    """A denial of how many are of an age, which leaves the age itself standing."""
    return f"{figure(denied.value)} tells which people are meant; what is denied is how many they were."


def unclear(left: Side, right: Side) -> str:
    """Two figures that nothing in the words decides between."""
    first, second = _figures(left, right)
    for side in (left, right):
        if side.entry.claim.modality is not Modality.STATED:
            return f"{figure(side.value)} is given only as {side.entry.claim.modality.value}."
    return f"Nothing tells how {first} and {second} stand to each other."


def could_differ(left: Side, right: Side) -> str:
    """Two figures of which too little tells that they are about the same thing."""
    first, second = _figures(left, right)
    return f"{first} and {second} cannot both be true of one thing, but they may be about different things."


def unclear_text(left: Side, right: Side) -> str:
    """Two statements in words."""
    return "Two statements in words: a person has to say how they stand to each other."


def opposite(left: Side, right: Side) -> str:
    """Two ends of one step of a case, of which only one can have come."""
    return f"{_says(left)} {figure(left.value)}, {right.title} {figure(right.value)}: only one can be."


def taken_since(denied: Side, said: Side) -> str:
    """A step that was still to come when the one was said, and had come when the other was."""
    return f"{figure(denied.value)} was still to come when {denied.title} spoke; {said.title} told of it later."


def other_cause(left: Side, right: Side) -> str:
    """Two causes that leave no room for each other."""
    for side in (left, right):
        if side.entry.claim.modality is not Modality.STATED:
            other = right if side is left else left
            possible, said = f"{figure(side.value)} ({side.title})", f"{figure(other.value)} ({other.title})"
            return f"{possible} is told only as a possibility, {said} is not."
    return f"{_says(left)} {figure(left.value)}, {right.title} {figure(right.value)}: {_sorts(left)}."


def _sorts(side: Side) -> str:
    return "different culprits" if side.entry.claim.scope.attribute == "responsibility" else "causes of different kinds"


def same_cause(left: Side, right: Side) -> str:
    """Two statements of which one is put more closely than the other."""
    return f"{figure(left.value)} and {figure(right.value)} name one thing in different words."


def taken_back(old: Side, new: Side) -> str:
    """A source that came to say the opposite."""
    first, then = ("denied", "said") if old.stance is Stance.DENIES else ("said", "denied")
    return f"{new.title} first {first} {figure(old.value)} and later {then} it."


def birthday(young: Side, old: Side) -> str:
    """Two ages of one person, some time apart."""
    one, other = _figures(young, old)
    return f"{one} then and {other} later fit one person with a birthday between the two reports."
