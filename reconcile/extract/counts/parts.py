"""Figures that belong together: parts and wholes, and figures that the text itself gives as earlier ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from reconcile.extract.counts.portions import half_of
from reconcile.extract.counts.quantities import Mention, is_count
from reconcile.extract.words.phrases import AUXILIARIES, BE, DETERMINERS
from reconcile.extract.words.tokens import Token
from reconcile.model import Bound, Kind

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
        words = sentences[mention.sentence]
        if not is_count(mention):
            whole = _of_share(mentions, place, sentences)
            if whole is not None:
                found[place] = whole
            continue
        ways = (
            _of_the(mentions, place, words),
            _named_before(mentions, place, sentences),
            _added_to(mentions, place, words),
            _rest_of(mentions, place, words, found),
            _still_there(mentions, place, sentences),
        )
        whole = next((way for way in ways if way is not None and way != place), None)
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
    if half_of(mentions[place], between):
        return place + 1
    if between == ["out", "of"] or (between[-2:] == ["among", "the"] and len(between) <= _FEW):
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
    pointing = pointing or after[:2] in _OF_THEM or _among_them(before) or _among_others(words, mention.first)
    pointing = pointing or (after[:2] == ["of", "the"] and bool(_GROUPS & set(after[2:])))
    pointing = pointing or _except(before) or _characterised(mention, words) or _of_the_dead(before)
    if place and mentions[place - 1].sentence == mention.sentence and _opens_with_of(mentions[place - 1], words):
        return place - 1
    if not pointing and not (before[-1:] == ["and"] and place and _sibling(mentions, place, words)):
        return None
    if not pointing:
        return _named_before(mentions, place - 1, sentences)
    return _whole_before(mentions, place, sentences)


_OF_THEM = (["of", "them"], ["of", "these"], ["of", "those"], ["of", "whom"], ["of", "which"])
_FEW = 6
"""Words between "including" and a number behind others of the list: "including the driver and 12 pupils"."""


def _among_others(words: Words, first: int) -> bool:
    for here in range(first - 1, max(-1, first - _FEW), -1):
        if words[here].low in _INSIDE:
            return words[first - 1].low in {"and", ","} or words[first - 1].low.endswith("'s")
        if words[here].text in ".;:" or words[here].text[0].isdigit() or words[here].low in AUXILIARIES:
            return False
    return False


def _rest_of(mentions: Sequence[Mention], place: int, words: Words, found: Mapping[int, int]) -> int | None:
    """The 21 of "Eighteen of the 21 got out. The remaining three …": the whole of the part told before."""
    before = [w.low for w in words[max(0, mentions[place].first - 2) : mentions[place].first]]
    if before[-1:] != ["remaining"] and before != ["the", "other"]:
        return None
    for other in range(place - 1, max(-1, place - 4), -1):
        if mentions[place].sentence - mentions[other].sentence > 1:
            return None
        if other in found:
            return found[other]
    return None


_THERE = (
    frozenset("hospital hospitals admitted treated treatment ward wards clinic hospitalised hospitalized".split()),
    frozenset("arrested detained custody jailed held".split()),
)
"""Words for where people are taken and where some of them still are."""
_CLAUSE = 10


def _still_there(mentions: Sequence[Mention], place: int, sentences: Sequence[Words]) -> int | None:
    """ "Forty were taken to hospital; six are still on its wards": of those forty."""
    mention, words = mentions[place], sentences[mentions[place].sentence]
    after = {w.low for w in words[mention.last : mention.last + _CLAUSE]}
    if mention.head is not None or not after & _REMAIN:
        return None
    whole = _whole_before(mentions, place, sentences)
    if whole is None or not _larger(mentions[whole], mention):
        return None
    told = sentences[mentions[whole].sentence]
    stop = mention.first if mentions[whole].sentence == mention.sentence else len(told)
    near = {w.low for w in told[max(0, mentions[whole].first - _CLAUSE) : min(stop, mentions[whole].last + _CLAUSE)]}
    return whole if any(near & where and after & where for where in _THERE) else None


_REMAIN = frozenset("still remain remains remained".split())


def _larger(whole: Mention, part: Mention) -> bool:
    most, few = _most(whole), _most(part)
    return most is not None and few is not None and most > few


def _of_share(mentions: Sequence[Mention], place: int, sentences: Sequence[Words]) -> int | None:
    """The whole of a share: "half of the 88 boats", "Half had left"."""
    mention, words = mentions[place], sentences[mentions[place].sentence]
    if mention.found.value.kind is not Kind.PERCENT:
        return None
    if bare_share(mention, words) and not is_same(mention, words):
        return _whole_before(mentions, place, sentences)
    return _of_the(mentions, place, words)


def bare_share(mention: Mention, words: Words) -> bool:
    """ "A third of them had gone", "That is three in four": a share of those told of before."""
    following = words[mention.last].low if mention.last < len(words) else ""
    if mention.found.value.kind is not Kind.PERCENT or mention.head is not None:
        return False
    return following in AUXILIARIES or is_same(mention, words)


def is_same(mention: Mention, words: Words) -> bool:
    """ "That is three in four": the count before as a share, no part of it."""
    lead = [w.low for w in words[max(0, mention.first - 4) : mention.first] if w.low not in {"about", "some"}]
    return lead[-2:] in (["that", "is"], ["that", "was"], ["which", "is"], ["that", "means"], ["this", "is"])


def _added_to(mentions: Sequence[Mention], place: int, words: Words) -> int | None:
    """ "Three of the injured died, taking the count of dead to 26": the new ones are in the total that follows."""
    for other in range(place + 1, min(place + 3, len(mentions))):
        if mentions[other].sentence != mentions[place].sentence:
            return None
        if not is_count(mentions[other]):
            continue
        between = words[mentions[place].last : mentions[other].first]
        lows = [w.low for w in between]
        brings = next((i for i, low in enumerate(lows) if low in _BRINGING), None)
        if brings is None or "from" in lows[brings:] or not {"to", "at"} & set(lows[brings:]):
            return None
        part, whole = _most(mentions[place]), _most(mentions[other])
        return (
            other
            if part is not None and whole is not None and part < whole and _SUMMED & _near(words, mentions[other])
            else None
        )
    return None


def _near(words: Words, mention: Mention) -> set[str]:
    return {w.low for w in words[max(0, mention.first - 8) : mention.last + 4]}


_BRINGING = frozenset("bringing taking raising pushing lifting brings takes raises brought took raised".split())
_SUMMED = frozenset("total totals toll number count tally deaths dead cases figure".split())


def _except(before: Sequence[str]) -> bool:
    """ "All are sailors, except for two cooks"."""
    return before[-1:] == ["except"] or _pair(before[-3:], ("except", "for")) or _pair(before[-3:], ("apart", "from"))


def _characterised(mention: Mention, words: Words) -> bool:
    """ "Two of the men were under 30", "Three of the men were foreigners": what some of those told of before were."""
    after = [w.low for w in words[mention.last : mention.noun[1] + 3]]
    if len(after) < 2 or (mention.head not in _ANYBODY and mention.head is not None):
        return False
    verb = next((i for i, low in enumerate(after) if low in BE), None)
    return verb is not None and verb + 1 < len(after) and after[verb + 1] in _AGES


_ANYBODY = frozenset("people persons men women children boys girls victims them".split())
_AGES = frozenset("under over below aged younger older".split())


def _of_the_dead(before: Sequence[str]) -> bool:
    """ "The dead include four children"."""
    return any(group in _GROUPS and verb in {"include", "included", "includes"} for group, verb in pairwise(before))


def _opens_with_of(whole: Mention, words: Words) -> bool:
    """ "Of the 2,318 patients, 1,904 …": the whole stands first."""
    return is_count(whole) and whole.first <= 3 and words[0].low in {"of", "among"}


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


def _whole_before(mentions: Sequence[Mention], place: int, sentences: Sequence[Words]) -> int | None:
    """The nearest earlier count, of this sentence or the one before, that is large enough to hold it.

    Not one that the text gives as an earlier figure, nor one that stands in brackets in another sentence.
    """
    part = _most(mentions[place])
    for other in range(place - 1, -1, -1):
        if mentions[place].sentence - mentions[other].sentence > 1:
            return None
        told = sentences[mentions[other].sentence]
        if _former(mentions, other, told) or _bracketed(mentions[other], mentions[place], told):
            continue
        if is_count(mentions[other]) and mentions[other].found.value.bound is not Bound.NONE:
            most = _most(mentions[other])
            if part is None or most is None or most >= part:
                return other
    return None


def _bracketed(other: Mention, part: Mention, words: Words) -> bool:
    """Whether a figure of an earlier sentence stands in brackets, but for one that only repeats its number."""
    if other.sentence == part.sentence:
        return False
    before = [w.text for w in words[max(0, other.first - 6) : other.first]]
    return "(" in before and ")" not in before[before.index("(") :] and before[-1] != "("


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
        return _to_follows(mentions, place, words) or _came_from(mentions, place, words)
    if _had_told(plain) or _first_put(plain):
        return True
    revised = plain[-1:] == ["of"] and not _REVISED.isdisjoint(w.low for w in words[: mention.first])
    if revised and _moved_to(mentions, place, words):
        return True
    if plain[-1:] == ["against"]:
        after = words[mention.last : mention.last + 5]
        return not any(w.low in _PERIODS or (w.text.isdigit() and len(w.text) == 4) for w in after)
    if "(" in before or "of" in before[-1:] or (plain[-1:] and plain[-1] in _FORMER):
        former = _FORMER if {"from", "than", "against", "to"} & set(before) else _FORMER - {"preliminary"}
        return bool(set(before) & former) and not set(before) & _PERIODS
    return False


def _came_from(mentions: Sequence[Mention], place: int, words: Words) -> bool:
    """Whether "fell to 40 from 52" stands there, and this is the 52."""
    if not place or mentions[place - 1].sentence != mentions[place].sentence:
        return False
    goal = mentions[place - 1]
    near = [w.low for w in words[max(0, goal.first - 6) : goal.first]]
    behind = words[goal.last : mentions[place].first]
    marks = [w.text for w in behind if not w.word]
    return near[-1:] == ["to"] and bool(_MOVING.intersection(near)) and len(behind) <= 4 and marks in ([], [","])


_MOVING = frozenset(
    """
        rose rise risen rising fell fall fallen falling dropped drop grew grow grown climbed climb increased decreased
        declined jumped surged slipped shrank shrunk sank slid cut reduced lowered raised revised upgraded downgraded
    """.split()
)


def _had_told(before: Sequence[str]) -> bool:
    """ "The office had reported two deaths", "at first it had spoken of nine": what was said before."""
    for at, low in enumerate(before):
        rest = [word for word in before[at + 1 :] if word not in _SINCE]
        if low == "had" and rest and rest[0] in _TOLD and set(rest[1:]) <= _TELLING_OF:
            return True
    return False


def _first_put(before: Sequence[str]) -> bool:
    """ "The toll, first put at 40"."""
    near = set(before[-4:])
    return before[-1:] == ["at"] and bool(near & _FORMER) and bool(near & _TOLD) and "had" not in near


_SINCE = frozenset("earlier previously initially originally first at only".split())
_TOLD = frozenset("reported spoken put given announced counted estimated listed told claimed".split())
_TELLING_OF = frozenset("of at the toll number figure dead deaths it its a".split())
_REVISED = frozenset(
    "revise revises revised revising correct corrects corrected adjust adjusts adjusted update updates updated lower "
    "lowers lowered raise raises raised cut cuts reduce reduces reduced increase increases increased".split()
)


def _moved_to(mentions: Sequence[Mention], place: int, words: Words) -> bool:
    """ "revised its forecast of 2.1% down to 1.4%"."""
    if place + 1 >= len(mentions) or mentions[place + 1].sentence != mentions[place].sentence:
        return False
    between = [w.low for w in words[mentions[place].last : mentions[place + 1].first]]
    return "to" in between[-2:] and len(between) <= _FEW and not set(between) & AUXILIARIES


def _to_follows(mentions: Sequence[Mention], place: int, words: Words) -> bool:
    """ "from 9 to 25" but not "from 3 villages"."""
    if place + 1 >= len(mentions) or mentions[place + 1].sentence != mentions[place].sentence:
        return any(w.low == "to" for w in words[mentions[place].last : mentions[place].last + 2])
    return any(w.low == "to" for w in words[mentions[place].last : mentions[place + 1].first])
