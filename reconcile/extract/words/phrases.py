"""Closed classes of words and the borders of noun phrases, as far as a newsroom sentence needs them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reconcile.extract.words.tokens import Token

DETERMINERS = frozenset(
    """
        the a an this that these those its his her their our my your some any no every each all both another such
        other
    """.split()
)
PREPOSITIONS = frozenset(
    """
        of in on at by for from to with within without into onto over under above below after before during between
        among against about across along around behind beside beyond despite near off out outside inside since
        through throughout toward towards until till upon via per as than like up down
    """.split()
)
INNER_PREPOSITIONS = frozenset("of for from in at within with on near".split())
"""Prepositions that may stand inside the name of a source: "sources within the museum"."""

NUMERALS = frozenset(
    """
        two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
        nineteen twenty thirty forty fifty sixty seventy eighty ninety
    """.split()
)
"""Numbers in words that make a plural and begin a count: "three", "forty-one" by its first half."""

AUXILIARIES = frozenset(
    """
        is are was were be been being am has have had having do does did will would can could may might must shall
        should isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
        cannot
    """.split()
)
BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
SUBORDINATORS = frozenset(
    """
        that while but because after before when although though as if since where whether until unless so yet
        whereas whose which who whom what how why or than
    """.split()
)
RELATIVES = frozenset("who which that whose whom where".split())
CONTRASTS = frozenset("while but whereas although though yet".split())
ADVERBS = frozenset(
    """
        also now later earlier still already again only just even then meanwhile however therefore not never ever
        soon today yesterday tomorrow so far once since too first finally originally initially previously currently
        repeatedly publicly officially recently further there here abroad ashore alone together each apart away
        offshore nearby overnight always often sometimes alive respectively altogether overall annually ago aboard
    """.split()
)
TIME_WORDS = frozenset(
    """
        monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight late early last
        this next earlier later morning afternoon evening night week month year january february march april may
        june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov.
        dec.
    """.split()
)
COMMON_VERBS = frozenset(
    """
        remain remains die dies died gone kill kills killed hid hide leave leaves left live lives go goes went come
        comes came run runs ran get gets got take takes took make makes made need needs needed stand stands stood fall
        falls fell rise rises rose hit hits lose loses lost hold holds held keep keeps kept flee flees fled begin
        begins began attend attends attended lie lies lay pay pays paid meet meets met stay stays sleep slept work
        works lead leads led win wins won burn burns break breaks broke strike strikes struck cost costs become
        becomes became bring brings brought send sends sent see sees saw sat sit sits cross crosses crossed spread
        spreads cut cuts shut sink sank seek seeks sought join joins grow grows grew use uses reach reaches escape
        escapes include includes support want wants face faces receive receives suffer suffers suffered survive
        survives walk walks drown drowns vanish return returns march marches live work vote votes voted belong
        appear appears depend depends drive drives drove fly flies flew swim swam throw threw carry carries follow
        follows feel feels felt
    """.split()
)

_IRREGULAR_PLURALS = frozenset(
    """
        people men women children staff police dead crew personnel cattle sheep fish aircraft youths mice teeth feet
        youth policemen firemen fishermen gunmen policewomen servicemen seamen clergymen wounded injured missing
        others kg km data media criteria livestock troops servicewomen lives wives grandchildren salmon deer police
        offspring migrants
    """.split()
)
_NOT_PLURAL = frozenset(
    """
        has is was says its his this as us ss less across his plus perhaps always towards besides sometimes
        afterwards
    """.split()
)


_NO_MEN = frozenset("specimen regimen abdomen acumen stamen ramen yemen cyclamen semen bitumen hymen amen".split())


@lru_cache(maxsize=1 << 15)
def plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    if word in _IRREGULAR_PLURALS or word.endswith("people"):
        return True
    if word.endswith("men") and len(word) > 4 and word not in _NO_MEN:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "ous"))
        and word not in _NOT_PLURAL
    )


def verbal(token: Token) -> bool:
    """Whether a word can only, or nearly always, be a finite verb here."""
    return token.low in AUXILIARIES or token.low in COMMON_VERBS or (token.low.endswith("ed") and len(token.low) > 4)


_NO_ADVERBS = frozenset(
    "family assembly supply reply ally bully jury anomaly homily belly rally monopoly daily weekly monthly "
    "quarterly elderly gully folly orderly butterfly".split()
)


def adverbial(token: Token) -> bool:
    """Whether a word may stand between a subject and its verb: "now", "publicly"; neither "family" nor "Italy"."""
    return token.low in ADVERBS or (token.low.endswith("ly") and not token.capital and token.low not in _NO_ADVERBS)


def closes(token: Token) -> bool:
    """Marks at which every phrase ends."""
    return not token.word and token.text not in "-‑&$£€¥₹₦₺₩₽₴฿₫₱%°§#/"


_SPANS = frozenset("moments minutes hours days weeks months years shortly soon".split())
_LATER = frozenset("later earlier after afterwards before ago".split())


def _time_pair(first: str, second: str) -> bool:
    """ "4 May", "minutes later"."""
    return (first[0].isdigit() and second in TIME_WORDS) or (first in _SPANS and second in _LATER)


def trim_left(words: Sequence[Token], start: int, stop: int) -> int:
    """Skip adverbs, conjunctions and time phrases before a noun phrase: "On Thursday the office" begins at "the"."""
    while start < stop:
        low = words[start].low
        if start + 2 < stop and _time_pair(low, words[start + 1].low):
            start += 2
        elif start + 3 < stop and words[start + 1].low.rstrip("s") + "s" in _SPANS and words[start + 2].low in _LATER:
            start += 3  # "two weeks ago", "an hour later"
        elif low in PREPOSITIONS and low not in {"about", "over", "around"}:
            following = _after_adjunct(words, start + 1, stop)
            if following is None:
                return start + 1 if low == "as" else start
            start = following
        elif (
            low in ADVERBS
            or low in SUBORDINATORS
            or low in {"and", "nor", "both"}
            or low in TIME_WORDS
            or not words[start].word
        ):
            if low == "that" and start + 1 < stop and not words[start + 1].capital and start == 0:
                return start
            start += 1
        else:
            return start
    return start


def _after_adjunct(words: Sequence[Token], start: int, stop: int) -> int | None:
    """Where the subject begins behind "on Thursday", "in 2019", "in a statement"; None where there is none."""
    here = start
    while here < stop and (
        words[here].low in TIME_WORDS
        or words[here].low[0].isdigit()
        or (words[here].low in {"a", "an", "the"} and here == start)
    ):
        here += 1
    if (
        here < stop
        and here > start
        and (here > start + 1 or words[start].low in TIME_WORDS or words[start].low[0].isdigit())
    ):
        return here
    for index in range(start + 1, stop):
        if words[index].low in DETERMINERS and words[index - 1].low not in PREPOSITIONS:
            return index
    return None
