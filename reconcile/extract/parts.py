"""Figures that belong together: parts and wholes, and figures that the text itself gives as earlier ones."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.phrases import DETERMINERS
from reconcile.extract.quantities import Mention, is_count
from reconcile.extract.tokens import Token
from reconcile.model import Bound

_INSIDE = frozenset("including among".split())
_FORMER = frozenset(
    "earlier previous initial original first former preliminary initially originally previously".split()
)
_GROUPS = frozenset("dead killed injured wounded missing victims survivors arrested detained hostages".split())
"""People named by what happened to them: "four of the dead"."""
_PERIODS = frozenset("week month year day night season quarter decade".split())
Words = Sequence[Token]


def wholes(mentions: Sequence[Mention], sentences: Sequence[Words]) -> dict[int, int]:
    """Which mention counts a part of which other one, by their places in `mentions`."""
    found: dict[int, int] = {}
    for place, mention in enumerate(mentions):
        if not is_count(mention):
            continue
        whole = _of_the(mentions, place, sentences[mention.sentence]) or _named_before(mentions, place, sentences)
        if whole is not None:
            found[place] = whole
    for place in range(len(mentions)):
        for part in _listed(mentions, place, sentences):
            found.setdefault(part, place)
    return found


def _of_the(mentions: Sequence[Mention], place: int, words: Words) -> int | None:
    """ "three of the 17", "none of the 52 guests", "310 of some 900"."""
    if (
        place + 1 >= len(mentions)
        or mentions[place + 1].sentence != mentions[place].sentence
        or not is_count(mentions[place + 1])
    ):
        return None
    if _most(mentions[place]) == 0 and mentions[place + 1].first - mentions[place].last > 4:
        return None
    between = [w.low for w in words[mentions[place].last : mentions[place + 1].first]]
    if between == ["out", "of"]:
        return place + 1
    if (
        1 <= len(between) <= 5
        and between[0] == "of"
        and (all(low in DETERMINERS for low in between[1:]) or between[-1].endswith(("'s", "s'")))
    ):
        return place + 1
    return None


def _named_before(mentions: Sequence[Mention], place: int, sentences: Sequence[Words]) -> int | None:
    """The whole that "including", "of whom", "of these", "of them" and "of the dead" point back to."""
    mention = mentions[place]
    words = sentences[mention.sentence]
    before = [w.low for w in words[max(0, mention.first - 5) : mention.first]]
    after = [w.low for w in words[mention.last : mention.last + 3]]
    pointing = bool(set(before[-2:]) & _INSIDE) or _pair(before, ("of", "whom")) or _pair(before, ("of", "which"))
    pointing = (
        pointing or _pair(before, ("of", "these")) or _pair(before, ("of", "those")) or _pair(before, ("of", "them"))
    )
    pointing = pointing or after[:2] in (["of", "them"], ["of", "these"]) or _among_them(before)
    pointing = pointing or (after[:2] == ["of", "the"] and bool(_GROUPS & set(after[2:])))
    if place and mentions[place - 1].sentence == mention.sentence and _opens_with_of(mentions[place - 1], words):
        return place - 1
    if not pointing and not (before[-1:] == ["and"] and place and _sibling(mentions, place, words)):
        return None
    if not pointing:
        return _named_before(mentions, place - 1, sentences)
    return _whole_before(mentions, place)


def _opens_with_of(whole: Mention, words: Words) -> bool:
    """ "Of the 2,318 patients, 1,904 …": the whole stands first."""
    return is_count(whole) and whole.first <= 3 and words[0].low == "of"


def _pair(before: Sequence[str], pair: tuple[str, str]) -> bool:
    return any(tuple(before[i : i + 2]) == pair for i in range(len(before) - 1))


def _among_them(before: Sequence[str]) -> bool:
    return _pair(before, ("among", "them")) or _pair(before, ("among", "those"))


def _sibling(mentions: Sequence[Mention], place: int, words: Words) -> bool:
    """Whether the number before stands in the same "including nine boys and three girls"."""
    previous = mentions[place - 1]
    if previous.sentence != mentions[place].sentence or not is_count(previous):
        return False
    between = words[previous.last : mentions[place].first]
    return (
        len(between) <= 5
        and not any(w.text in ",;." for w in between)
        and not any(w.low.endswith("ed") for w in between)
    )


def _whole_before(mentions: Sequence[Mention], place: int) -> int | None:
    """The nearest earlier count, of this sentence or the one before, that is large enough to hold it."""
    part = _most(mentions[place])
    for other in range(place - 1, -1, -1):
        if mentions[place].sentence - mentions[other].sentence > 1:
            return None
        if is_count(mentions[other]) and mentions[other].found.value.bound is not Bound.NONE:
            most = _most(mentions[other])
            if part is None or most is None or most >= part:
                return other
    return None


def _most(mention: Mention) -> float | None:
    value = mention.found.value
    end = value.high if value.high is not None else value.low
    return float(end) if end is not None and not hasattr(end, "year") else None


def _listed(mentions: Sequence[Mention], place: int, sentences: Sequence[Words]) -> list[int]:
    """The parts of "60 people: 54 guests and six cooks": they follow a colon and add up to the whole."""
    whole = mentions[place]
    if not is_count(whole):
        return []
    words = sentences[whole.sentence]
    colon = next((i for i in range(whole.last, min(whole.last + 8, len(words))) if words[i].text == ":"), None)
    if colon is None:
        return []
    parts: list[int] = []
    total = 0.0
    for other in range(place + 1, len(mentions)):
        if mentions[other].sentence != whole.sentence or not is_count(mentions[other]):
            break
        parts.append(other)
        total += _most(mentions[other]) or 0.0
        if len(parts) > 1 and total == _most(whole):
            return parts
    return []


def formers(mentions: Sequence[Mention], sentences: Sequence[Words]) -> set[int]:
    """The mentions that the text itself gives as earlier figures: "from 9 to 25", "against nine yesterday"."""
    return {place for place, mention in enumerate(mentions) if _former(mentions, place, sentences[mention.sentence])}


def _former(mentions: Sequence[Mention], place: int, words: Words) -> bool:
    mention = mentions[place]
    before = [w.low for w in words[max(0, mention.first - 6) : mention.first]]
    if not before:
        return False
    plain = [low for low in before if low not in DETERMINERS and low not in {"about", "some", "around"}]
    if plain[-2:] in (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"]):
        return True
    if plain[-1:] == ["from"]:
        return _to_follows(mentions, place, words)
    if plain[-1:] == ["against"]:
        after = words[mention.last : mention.last + 5]
        return not any(w.low in _PERIODS or (w.text.isdigit() and len(w.text) == 4) for w in after)
    if "(" in before or "of" in before[-1:] or (plain[-1:] and plain[-1] in _FORMER):
        return bool(set(before) & _FORMER) and not set(before) & _PERIODS
    return False


def _to_follows(mentions: Sequence[Mention], place: int, words: Words) -> bool:
    """ "from 9 to 25" but not "from 3 villages"."""
    if place + 1 >= len(mentions) or mentions[place + 1].sentence != mentions[place].sentence:
        return any(w.low == "to" for w in words[mentions[place].last : mentions[place].last + 2])
    return any(w.low == "to" for w in words[mentions[place].last : mentions[place + 1].first])
