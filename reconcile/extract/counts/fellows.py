"""What stands between those who are counted and their verb: their ages, others who share it, other counts."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.counts.antecedents import Place
from reconcile.extract.counts.predicates import LONGEST_ASIDE, SUFFERED
from reconcile.extract.counts.quantities import Mention
from reconcile.extract.words.phrases import AUXILIARIES, COMMON_VERBS, SUBORDINATORS, plural
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import human

_AGE_MARKS = frozenset({",", "-", "–", "and", "or", "to", "between", "from", "about", "around", "over", "under"})
_DECADES = frozenset("early mid late mid- his her their the".split())


def past_ages(words: Sequence[Token], start: int) -> int:
    """Where the ages end that stand right behind a noun: "aged 14, 15 and 17", "in their late 20s"."""
    if start + 1 >= len(words) or words[start].low not in {"aged", "ages", "in"}:
        return start
    last, allowed = start, _DECADES if words[start].low == "in" else _AGE_MARKS
    for here in range(start + 1, min(start + LONGEST_ASIDE, len(words))):
        low = words[here].low
        number = low[0].isdigit() or low in _AGE_WORDS
        if not number and low not in allowed:
            break
        last = here + 1 if number else last
    if words[start].low == "in":
        return last if last > start and words[start + 1].low in {"his", "her", "their"} else start
    return last


def past_fellows(words: Sequence[Token], end: int) -> int:
    """Where the others end who share the verb: "37 monks and nuns", "two women and a man in his 50s"."""
    if end + 1 < len(words) and words[end].low == "from":
        return _past_origin(words, end)
    if end + 1 >= len(words) or words[end].low not in {"and", "or"}:
        return end
    if human(words[end + 1].low):
        return end + 2
    if words[end + 1].low not in _FELLOW:
        return end
    for here in range(end + 2, min(end + 6, len(words))):
        if not words[here].word or words[here].low in AUXILIARIES or words[here].low in SUBORDINATORS:
            return end
        if human(words[here].low):
            after = past_ages(words, here + 1)
            following = words[after] if after < len(words) else None
            told = following is not None and (following.low in AUXILIARIES or following.low in SUFFERED)
            return after if told else end
    return end


_FELLOW = frozenset("a an the his her their one".split())
_AGE_WORDS = frozenset(
    """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenties thirties forties fifties sixties seventies eighties nineties teens
    """.split()
)
"""Ages in words, and the decades of a life."""


def past_own_aside(words: Sequence[Token], first: int, end: int) -> int:
    """Where the sentence goes on behind "one in ten, or about 600 passengers," that ends at `end`."""
    if end + 1 >= len(words) or words[end].text not in ",)" or first < 2:
        return end
    opened = words[first - 1].low in {"or", "around", "about"} and words[first - 2].text in ",("
    return end + 1 if opened or words[first - 1].text == "(" else end


def first_of_row(place: Place) -> int:
    """Where the first number of a row begins: "lost 44 and 12 soldiers", "rescued 11, 27 and 40 villagers"."""
    first, words = place.mention.first, place.sentence.words
    for other in reversed([each for each in place.siblings if each.first < first]):
        if other.last != first - 1 or words[first - 1].low not in {",", "and", "or"}:
            break
        first = other.first
    return first


_FAR = 8
"""Words of where those who are counted come from."""


def _past_origin(words: Sequence[Token], end: int) -> int:
    """Behind "from over a dozen jails" where the verb of those who come from there follows."""
    for here in range(end + 2, min(end + _FAR, len(words) - 1)):
        if not words[here].word or words[here].low in SUBORDINATORS:
            return end
        follower = words[here + 1]
        if plural(words[here].low) and (follower.low in AUXILIARIES or follower.low in COMMON_VERBS):
            return here + 1
    return end


def points_back(words: Sequence[Token], mention: Mention) -> bool:
    """Whether a count only points to those told of before: "others", "of them", "put the number at nine"."""
    after = [w.low for w in words[mention.last : mention.last + 2]]
    before = words[mention.first - 1].low if mention.first else ""
    if before == "at" and mention.first > 1 and words[mention.first - 2].low in {"number", "figure", "total"}:
        return True
    near = [w.low for w in words[max(0, mention.first - 4) : mention.first] if w.word]
    return (
        before in {"another", "further"}
        or near[-2:] in (["it", "at"], ["it", "as"], ["it", "to"])
        or after[:1] == ["others"]
        or after in (["of", "them"], ["of", "these"], ["of", "those"], ["of", "whom"])
    )
