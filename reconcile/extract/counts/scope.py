"""What each figure is about: attribute, what is counted, population, place, window, measure, cumulative or new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from reconcile.extract.counts.antecedents import Counted, Place
from reconcile.extract.counts.carried import Measured, carried
from reconcile.extract.counts.counting import count_of
from reconcile.extract.counts.definitions import definition_of
from reconcile.extract.counts.manner import cumulative_of, measure_of
from reconcile.extract.counts.measured import is_turnout, measured, share_of, the, time_of, whose_age
from reconcile.extract.counts.nouns import CONTINUING
from reconcile.extract.counts.parts import bare_share
from reconcile.extract.counts.quantities import Mention
from reconcile.extract.counts.scales import is_capacity, scale_of
from reconcile.extract.times.windows import period_of
from reconcile.extract.words.phrases import TIME_WORDS
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import human
from reconcile.model import Found, Kind, Measure, Scope

_PLACED = frozenset("in at near off outside around from".split())
_OWNED = frozenset(
    """factory mill plant works brewery bakery refinery depot warehouse company firm shipyard yard foundry sawmill
    tannery workshop mine store shop supermarket""".split()
)
"""Sites that bear the name of a firm: "at the Hollin paper mill" tells no place."""
_MOST_SIBLINGS = 50


def scopes(
    found: Sequence[Mention],
    sentences: Sequence[Sentence],
    wholes: Mapping[int, int],
    windows: Mapping[int, Sequence[Found]],
) -> list[Scope]:
    """The scope of each mention in order; a bare figure goes on from the count that it is nearest to."""
    result: list[Scope] = []
    told: dict[int, Counted] = {}
    before: Measured | None = None
    scaled: tuple[str, str | None] | None = None
    for place, mention in enumerate(found):
        sentence = sentences[mention.sentence]
        siblings = _siblings(found, place)
        words = sentence.words
        about: tuple[str | None, str | None, str | None]
        scaled = scale_of(words, mention) or (scaled if _instead(mention, found[place - 1 : place], words) else None)
        if scaled is not None:
            about = (*scaled, None)
        elif _counts(mention, words):
            told[place] = count_of(Place(found, place, sentence, siblings, wholes.get(place)), told)
            about = (told[place].attribute, told[place].counted, told[place].population)
        else:
            about = _measure(mention, words)
            if mention.found.value.kind not in (Kind.AGE, Kind.DURATION):
                before = carried(words, Measured(mention, about[0], about[1]), before)
                about = (before.attribute, before.counted, None)
        window = period_of(mention, siblings, windows.get(mention.sentence, ()), words)
        scope = _scope(mention, words, about, window)
        definition = _definition(mention, siblings, words)
        result.append(replace(scope, definition=definition) if definition is not None else scope)
    return result


def _instead(mention: Mention, before: Sequence[Mention], words: Sequence[Token]) -> bool:
    """ "Licensed for 208 guests, not 280": another figure for just what was told."""
    bare = mention.head is None and mention.first > 0 and words[mention.first - 1].low == "not"
    return bare and bool(before) and before[0].sentence == mention.sentence


def _definition(mention: Mention, siblings: Sequence[Mention], words: Sequence[Token]) -> str | None:
    """By what definition a count is made; measures have none."""
    if not _counts(mention, words):
        return None
    following = min((o.first for o in siblings if o.first > mention.first), default=len(words))
    return definition_of(words, mention, following)


def _counts(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether it counts people or things, as a number or as a share of them ("half of the guests", "Half survived")."""
    value = mention.found.value
    if value.kind is Kind.PERCENT:
        if is_turnout(words, mention):
            return False
        return bool(mention.head and mention.head not in CONTINUING) or bare_share(mention, words)
    return value.kind is Kind.NUMBER and value.unit is None


def _measure(mention: Mention, words: Sequence[Token]) -> tuple[str | None, str | None, str | None]:
    """Attribute, description and population of what is measured rather than counted."""
    kind = mention.found.value.kind
    if kind is Kind.AGE:
        who = whose_age(words, mention)
        return "age", f"age of {the(who)}" if who else None, who
    if kind is Kind.DURATION:
        return "duration", time_of(words, mention), None
    attribute, counted = share_of(words, mention) if kind is Kind.PERCENT else measured(words, mention)
    return attribute, counted, None


def _siblings(found: Sequence[Mention], place: int) -> list[Mention]:
    """The mentions of one sentence, at most so many to each side that a list of figures takes no time by its square."""
    near = found[max(0, place - _MOST_SIBLINGS) : place + _MOST_SIBLINGS + 1]
    return [mention for mention in near if mention.sentence == found[place].sentence]


def _scope(
    mention: Mention,
    words: Sequence[Token],
    told: tuple[str | None, str | None, str | None],
    window: Found | None,
) -> Scope:
    low, high = (window.value.low, window.value.high) if window else (None, None)
    attribute, counted, population = told
    return Scope(
        attribute=attribute,
        counted=counted,
        population=population,
        place=_place(words, mention),
        window_from=low if isinstance(low, date) else None,
        window_to=high if isinstance(high, date) else None,
        cumulative=cumulative_of(mention, words),
        measure=Measure.LIMIT if is_capacity(words, mention) else measure_of(mention, words),
    )


def _place(words: Sequence[Token], mention: Mention) -> str | None:
    """The first place name behind the number in its clause, "near Oro Chico", else the one that opens the sentence."""
    for index in range(mention.last, len(words) - 1):
        if words[index].text in ":;" or words[index].low in {"while", "whereas"}:
            break
        if words[index].low in _PLACED and not (words[index].low == "from" and human(words[index - 1].low)):
            name = _proper(words, index + 1)
            if name:
                return name
    return _opening_place(words, mention.first)


def _opening_place(words: Sequence[Token], first: int) -> str | None:
    """ "In Dorn, nine people", "At a school near Dorn, six children"."""
    if not words or words[0].low not in _PLACED - {"from"}:
        return None
    comma = next((i for i in range(1, min(first, _OPENING)) if words[i].text == ","), None)
    if comma is None:
        return None
    for index in range(comma - 1, -1, -1):
        if words[index].low in _PLACED:
            return _proper(words[:comma], index + 1)
    return None


_OPENING = 12


def _proper(words: Sequence[Token], start: int) -> str | None:
    index = start
    while index < len(words) and index < start + 6 and not words[index].capital and words[index].word:
        if words[index].text[0].isdigit() or _of_time(words[index]):
            return None
        index += 1
    if index < len(words) and _of_time(words[index]):
        return None
    stop = index
    while stop < len(words) and (
        words[stop].capital or (words[stop].low in {"de", "la", "al", "el", "of"} and stop > index)
    ):
        stop += 1
    if stop > index and _owned(words, stop):
        return None
    name = [w.text for w in words[index:stop] if w.low not in TIME_WORDS]
    while name and name[-1] in {"of", "de", "la", "al", "el"}:
        name.pop()
    return " ".join(name).removesuffix("’s") or None


def _owned(words: Sequence[Token], stop: int) -> bool:
    """Whether a name is that of a firm's site: "Hollin mill", "Hollin paper mill"."""
    behind = words[stop : stop + 3]
    return any(
        word.low in _OWNED and all(w.word and not w.capital for w in behind[:n]) for n, word in enumerate(behind)
    )


def _of_time(token: Token) -> bool:
    return token.low.removesuffix("'s") in TIME_WORDS
