"""What each figure is about: attribute, what is counted, population, place, window, measure, cumulative or new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reconcile.extract.attributes import ATTRIBUTE_OF, attribute_near, free_attribute
from reconcile.extract.manner import cumulative_of, measure_of
from reconcile.extract.phrases import TIME_WORDS
from reconcile.extract.quantities import Mention
from reconcile.extract.text import Sentence
from reconcile.extract.tokens import Token
from reconcile.model import Found, Kind, Scope

_OF_KIND = {Kind.AGE: "age", Kind.DURATION: "duration", Kind.MONEY: "money", Kind.DATE: "date"}
_PLACED = frozenset("in at near off outside around from".split())
_PRONOUNS = frozenset("them whom us these those which".split())
_CARRIED_FAR = 6
_MOST_SIBLINGS = 50
"""Sentences over which a bare figure ("the toll stood at 31") may take its attribute from an earlier count."""


@dataclass(frozen=True, slots=True)
class _Carried:
    attribute: str | None
    counted: str | None
    sentence: int


def scopes(
    found: Sequence[Mention],
    sentences: Sequence[Sentence],
    wholes: Mapping[int, int],
    windows: Mapping[int, Sequence[Found]],
) -> list[Scope]:
    """The scope of each mention in order; a bare figure takes the attribute of the count that it goes on from."""
    result: list[Scope] = []
    last: _Carried | None = None
    for place, mention in enumerate(found):
        words = sentences[mention.sentence].words
        siblings = _siblings(found, place)
        others = [(o.first, o.last) for o in siblings if o is not mention]
        counted = _counted(words, mention)
        whole = result[wholes[place]] if wholes.get(place, place) < place else None
        attribute = _attribute(mention, words, others, sentences[mention.sentence].key is not None)
        if attribute is None and whole is not None:
            attribute = whole.attribute
        if (
            attribute is None
            and _bare(mention)
            and _carries(mention)
            and last
            and mention.sentence - last.sentence <= _CARRIED_FAR
        ):
            attribute, counted = last.attribute, counted or last.counted
        if attribute is None:
            attribute = free_attribute(
                mention.head if mention.head not in _PRONOUNS else None, mention.found.value.unit
            )
        elif mention.found.value.kind is Kind.NUMBER and mention.found.value.unit is None:
            last = _Carried(attribute, counted, mention.sentence)
        result.append(
            _scope(
                mention,
                words,
                attribute,
                counted,
                _window(mention, siblings, windows.get(mention.sentence, ())),
            )
        )
    return result


def _siblings(found: Sequence[Mention], place: int) -> list[Mention]:
    """The mentions of one sentence, at most so many to each side that a list of figures takes no time by its square."""
    near = found[max(0, place - _MOST_SIBLINGS) : place + _MOST_SIBLINGS + 1]
    return [mention for mention in near if mention.sentence == found[place].sentence]


def _window(mention: Mention, siblings: Sequence[Mention], windows: Sequence[Found]) -> Found | None:
    """The period right behind a figure, else the one that the sentence begins with."""
    following = min((o.found.start for o in siblings if o.found.start > mention.found.start), default=None)
    for window in windows:
        if window.start > mention.found.start and (following is None or window.start < following):
            return window
    first = min(o.found.start for o in siblings)
    return next((window for window in windows if window.start < first), None)


def _scope(
    mention: Mention, words: Sequence[Token], attribute: str | None, counted: str | None, window: Found | None
) -> Scope:
    low, high = (window.value.low, window.value.high) if window else (None, None)
    return Scope(
        attribute=attribute,
        counted=counted,
        population=_population(counted),
        place=_place(words, mention),
        window_from=low if isinstance(low, date) else None,
        window_to=high if isinstance(high, date) else None,
        cumulative=cumulative_of(mention, words),
        measure=measure_of(mention, words),
    )


def _attribute(mention: Mention, words: Sequence[Token], others: Sequence[tuple[int, int]], keyed: bool) -> str | None:
    value = mention.found.value
    if value.kind in _OF_KIND:
        return _OF_KIND[value.kind]
    if value.unit not in (None, "percent"):
        return free_attribute(mention.head, value.unit)
    near = attribute_near(words, mention, others, keyed)
    return near[0] if near else None


def _carries(mention: Mention) -> bool:
    """Whether a figure can go on from a count: counts and shares in words, no percentages."""
    return mention.found.value.unit is None or not any(c.isdigit() for c in mention.found.value.words)


def _bare(mention: Mention) -> bool:
    return mention.head is None or mention.head in _PRONOUNS


def _counted(words: Sequence[Token], mention: Mention) -> str | None:
    start, stop = mention.noun
    while start < stop and (not words[start].word or words[start].low in _PRONOUNS):
        start += 1
    return " ".join(w.text for w in words[start:stop] if w.word) or None


def _population(counted: str | None) -> str | None:
    """Who or what is counted, without the words that only say what happened to them."""
    if counted is None:
        return None
    kept = [
        w
        for w in counted.split()
        if w.lower() not in ATTRIBUTE_OF and w.lower() not in {"people", "persons", "others", "them"}
    ]
    return " ".join(kept) or None


def _place(words: Sequence[Token], mention: Mention) -> str | None:
    """The first place name behind the number: "in the town of Ranipur", "near Oro Chico"."""
    for index in range(mention.last, len(words) - 1):
        if words[index].low in _PLACED:
            name = _proper(words, index + 1)
            if name:
                return name
    return None


def _proper(words: Sequence[Token], start: int) -> str | None:
    index = start
    while index < len(words) and index < start + 6 and not words[index].capital and words[index].word:
        if words[index].text[0].isdigit() or words[index].low in TIME_WORDS:
            return None
        index += 1
    stop = index
    while stop < len(words) and (
        words[stop].capital or (words[stop].low in {"de", "la", "al", "el", "of"} and stop > index)
    ):
        stop += 1
    name = [w.text for w in words[index:stop] if w.low not in TIME_WORDS]
    while name and name[-1] in {"of", "de", "la", "al", "el"}:
        name.pop()
    return " ".join(name).removesuffix("’s") or None
