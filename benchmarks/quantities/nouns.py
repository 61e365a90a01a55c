"""The noun that a plain count counts, in the words of NewsQuant: singular, no articles, no superlatives.

Its adjectives and nouns are the unit, its participles are not ("300 recorded songs" are songs); where one of them
names a unit of CQE's list, that is the unit ("517 rushing yards" are yards, "40 league games" leagues).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quantities.singulars import DEGREES, singular, superlative
from reconcile.extract.counts.quantities import counted
from reconcile.extract.words.phrases import AUXILIARIES, COMMON_VERBS, DETERMINERS, PREPOSITIONS, plural
from reconcile.extract.words.tokens import Token, tokens
from reconcile.model import Found

DROPPED = frozenset(
    """
    the a an this that these those its his her their my your our some any all more others another and or combined past
    last most least such total whopping mere of respectively further
    """.split()
)
LEADS = frozenset("new other additional extra".split())
PARTITIVE = frozenset("of the a an all its his her my their your our these those".split())
GERUND_NOUNS = frozenset(
    """
    housing building banking training shipping parking engineering manufacturing trading shopping wedding evening
    morning meeting painting funding hearing listing ruling spending marketing advertising clothing lighting opening
    filing pricing ending offering briefing sitting gathering sibling king ring wing string spring thing being viking
    swimming mining fishing drawing rating holding landing crossing sighting killing stabbing shooting bombing reading
    """.split()
)
LAST = frozenset("last past next first remaining top".split())
HURT = frozenset("injured wounded dead unemployed accused".split())
NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen".split())
NUMERAL = re.compile(rf"(?:\d|(?:one|{'|'.join(sorted(NUMBERS))})(?:-|$))")
LISTED = {
    "league": "league", "point": "point", "rebound": "rebound", "assist": "assist", "steal": "steal", "time": "count",
    "instance": "count", "piece": "set", "pack": "set", "set": "set", "pair": "pair", "cycle": "turn",
    "revolution": "turn", "circle": "turn", "turn": "turn", "yard": "yard", "mile": "mile", "cent": "cent",
    "year": "year", "month": "month", "week": "week", "day": "day", "hour": "hour", "minute": "minute",
    "EV": "exavolt", "WAR": "win above replacement", "OPS": "on-base plus slugging", "OBP": "on-base percentage",
    "PTS": "point", "PPG": "point per game", "RPG": "rebound per game", "APG": "assist per game",
}  # fmt: skip
"""Words that the list has for units, as they are written."""
SINGULAR_VERBS = COMMON_VERBS - frozenset(
    """
    cost costs vote votes work live cut cuts use uses support escape spread hit hits run runs need needs lead leads
    fall falls rise rises stand stands hold holds want wants walk walks drive drives strike strikes break breaks burns
    march marches return returns face faces reach shut light left swim fly feel sink lie lies crosses
    """.split()
)
VAGUE = frozenset("many few several other own same very more most such only roughly nearly almost about around".split())
"""Words that CQE leaves out behind "one of"."""
SAID = frozenset("said say says told agreed believed thought think felt feel".split())
SUBJECT = re.compile(r"(?:i|you|he|she|we|they|it)(?:[’']\w+)?\Z")
SHORT = re.compile(r"[A-Z]{2,5}s")
HYPHENED = re.compile(r"-(?P<noun>(?!under\b|over\b|plus\b|odd\b)[a-z]{3,})\b(?!-)")
OF_NOUN = re.compile(
    r" of (?P<noun>(?!the\b|a\b|an\b|its\b|his\b|her\b|their\b|th|our\b|my\b|which\b)[a-z]+(?: [a-z]+)?)"
)
PRONOUNS = frozenset("them us which whom it they we you i he she those these".split())
_NO_NOUN = PREPOSITIONS | AUXILIARIES | frozenset("and or that who which".split())


def noun(text: str, found: Found, *, share: bool = False) -> tuple[str, int]:
    """What is counted and where its words end, "-" where the sentence does not say it right behind the figure."""
    words = tokens(text, 0, len(text))
    if compound := HYPHENED.match(text, found.end):
        return _compound(words, compound)
    last = next((index for index, word in enumerate(words) if word.start >= found.end), len(words))
    here = _past(words, last)
    if here < len(words) and here and words[here - 1].low == "those" and words[here].low.endswith("ed"):
        return "-", found.end  # "a third of those screened"
    start, stop = counted(words, here, words[here - 1] if here else None)
    stop = _cut(words, start, stop, single=share or found.value.low == 1)
    partitive = here > last and words[last].low == "of"
    kept = _kept([word for word in words[start:stop] if not (partitive and word.low in VAGUE)])
    if not kept or kept[-1][0].isdigit() or (stop < len(words) and words[stop].low == "than"):
        return "-", found.end
    if unit := _listed(words[start:stop]):
        return unit, words[stop - 1].end
    kept[-1] = singular(kept[-1])
    leads = [] if partitive else [word.low for word in words[last:start] if word.low in LEADS]
    name = [*_lead(words, found), *leads, *kept]
    of = [] if share else _of(text, words[stop - 1].end)
    return " ".join([*name, *of, *_best_in(words, start, stop)]), words[stop - 1].end


def _compound(words: Sequence[Token], match: re.Match[str]) -> tuple[str, int]:
    """ "A 16-member panel" counts member panels, "a three-point lead" points, which are in the list."""
    head = singular(match["noun"])
    after = next((index for index, word in enumerate(words) if word.start >= match.end()), len(words))
    start, stop = counted(words, after, None)
    if head in LISTED or start == stop or start > after:
        return LISTED.get(head, head), match.end()
    kept = _kept(words[start:stop])
    return " ".join([head, *kept[:-1], singular(kept[-1])] if kept else [head]), match.end()


def _cut(words: Sequence[Token], start: int, stop: int, *, single: bool) -> int:
    """Where the phrase ends at the latest: before the verb of a singular ("one worker died"), or of no noun at all."""
    stop = next((at for at in range(start + 1, stop) if SUBJECT.match(words[at].low)), stop)
    if single:
        stop = next((at for at in range(start + 1, stop) if words[at].low in SINGULAR_VERBS), stop)
    verb = stop - start > 1 and not single and not any(plural(word.low) for word in words[start:stop])
    alone = verb or stop - start == 1 or (stop - start > 1 and not single and words[start + 1].low[0].isdigit())
    if words[start:stop] and (words[start].low in PRONOUNS or (single and words[start].low in SAID)):
        return start
    return start if alone and words[start].low.endswith("ed") and words[start].low not in HURT else stop


def _lead(words: Sequence[Token], found: Found) -> list[str]:
    """The "top" of "the top three seeds"."""
    first = next((index for index, word in enumerate(words) if word.end > found.start), 0)
    return [words[first - 1].low] if first and words[first - 1].low == "top" else []


def _listed(words: Sequence[Token]) -> str | None:
    """The unit that a word of the phrase names in CQE's list."""
    for word in words:
        if unit := LISTED.get(word.text) or LISTED.get(singular(word.text)):
            return unit
    return None


def _of(text: str, end: int) -> list[str]:
    """The bare noun behind "of", which is a part of the unit: "30 minutes of extra time"."""
    match = OF_NOUN.match(text, end)
    if match is None:
        return []
    nouns = match["noun"].split()
    if nouns[0] in DETERMINERS | PRONOUNS:
        return []
    nouns = nouns[:1] if nouns[-1] in _NO_NOUN or plural(nouns[0]) else nouns
    return [*nouns[:-1], singular(nouns[-1])]


def _best_in(words: Sequence[Token], start: int, stop: int) -> list[str]:
    """The place behind a superlative, which is a part of the unit: "one of the oldest bridges in the county"."""
    best = any(word.low == "most" or word.low in DEGREES or word.low.endswith("est") for word in words[start:stop])
    following = [word.low for word in words[stop : stop + 2]]
    if not best or following[:1] != ["in"] or following[1:] == ["this"]:
        return []
    here = stop + 1
    while here < len(words) and words[here].low in PARTITIVE:
        here += 1
    place = [word.low for word in words[here : here + 2] if word.capital]
    return place or [singular(word.low) for word in words[here : here + 1] if word.word]


def _kept(words: Sequence[Token]) -> list[str]:
    """Without figures, articles and participles before the noun ("charging stations", "recorded songs")."""
    lows = [word.low[:-1] if SHORT.fullmatch(word.text) else word.low for word in words if word.word]
    *before, head = lows or [""]
    kept = [low for low in before if not NUMERAL.match(low) and not _participle(low)]
    return [superlative(low) for low in [*kept, head] if low and low not in DROPPED]


def _participle(low: str) -> bool:
    return low.endswith("ing") and low not in GERUND_NOUNS


def _past(words: Sequence[Token], last: int) -> int:
    """Past the "of" and the article or possessive of "one of their", "half the", and the "recorded" of songs."""
    while last < len(words) and (
        words[last].low in PARTITIVE or (words[last - 1].low in PARTITIVE | LAST and words[last].low in LAST | NUMBERS)
    ):
        last += 1
    if last + 1 < len(words) and words[last].low.endswith("ed") and plural(words[last + 1].low):
        last += 1
    return last
