"""What a count is about: the words that make it deaths, injured, missing and so on, by their distance from the number.

The closed list of attributes is `reconcile.model.CLOSED_ATTRIBUTES`; a count with none of these words near is named
after what is counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.counts.attributewords import ATTRIBUTE_OF, PHRASES_BY_START
from reconcile.extract.counts.fates import COMES, SUFFERS, came, suffered
from reconcile.extract.counts.quantities import Mention
from reconcile.extract.counts.rises import RISES
from reconcile.extract.words.phrases import AUXILIARIES, BE, DETERMINERS
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import human

THINGS = frozenset(
    """
        attacks attack incidents houses house homes vehicles vehicle cars car trucks buses bus fish dogs dog trains
        train ambulances helicopters boats ships shelters buckets schools school villages towns provinces districts
        countries nations cities buildings building bridges pieces objects items samples windows doors engines tents
        visits calls times rounds floors storeys wells trees hectares centres centers flights shops showcases
        diamonds skiffs nights trams lorries vans planes jets ferries tanks groups denominations
        organisations organizations materials fuse fuses counts count charges charge locations location bullets shots
        casings caskets lanes blocks
    """.split()
)
BURNS = frozenset("burn burns burned burnt burning".split())
"""What hurts people and destroys things: "six kiosks burned"."""
_REACH = 40
"""Words to either side that are looked at; an aside between commas may be long."""
FAR = 14
"""Steps (words, marks, other numbers counted more) beyond which a word says nothing about a number any more."""


def attribute_near(
    words: Sequence[Token], mention: Mention, others: Sequence[tuple[int, int]], keyed: bool
) -> tuple[str, int] | None:
    """The attribute whose word stands nearest to the number of `mention`, and how far that is.

    `others` are the other numbers of the sentence as word ranges; `keyed` tells of a "Dead: 17" line.
    """
    if mention.head is None and (_of_toll(words, mention.first) or _of_far_toll(words, mention.first)):
        return "deaths", 1
    best: tuple[str, int] | None = None
    charged = mention.first - 2 if mention.first > 1 and words[mention.first - 1].low == "over" else -1
    for index in range(max(0, mention.first - _REACH), min(len(words), mention.last + _REACH)):
        if mention.first <= index < mention.last or index == charged:
            continue  # who is "charged over 31 deaths" is not counted
        attribute = attribute_at(words, index)
        if _speaks(words, index):
            continue
        if attribute is None or (words[index].low in BURNS and _of_things(words, index, mention)):
            continue
        distance = _distance(words, mention, index, others, keyed) + _penalty(words, index, mention)
        if best is None or distance < best[1]:
            best = attribute, distance
    if best is None or best[1] > FAR or (mention.head in THINGS and best[0] != "attendance"):
        return None
    return best


def _of_things(words: Sequence[Token], index: int, mention: Mention) -> bool:
    """Whether it is things that burn: "six kiosks burned", "the area burned"."""
    return bool(mention.head and not human(mention.head)) or (index > 0 and words[index - 1].low in _LAND)


_LAND = frozenset("area acreage land forest scrub".split())


def _speaks(words: Sequence[Token], index: int) -> bool:
    """Whether a word names who speaks and not who is counted: "Survivors spoke of more than 40"."""
    return words[index].low in WHOM and index + 1 < len(words) and words[index + 1].low in _SPEAKING


_SPEAKING = frozenset(
    "said say says spoke speak spoken told tell reported estimated estimate described recalled".split()
)


def _of_toll(words: Sequence[Token], first: int) -> bool:
    """ "The toll had gone up to eight", whatever the sentence goes on with."""
    for here in range(first - 1, max(-1, first - _TOLL), -1):
        if words[here].low == "toll":
            return True
        if not words[here].word or words[here].text[0].isdigit() or words[here].low in {"and", "of"}:
            return False
    return False


_TOLL = 7
"""Words from the toll to its figure."""


def _of_far_toll(words: Sequence[Token], first: int) -> bool:
    """ "The toll of Tuesday's blast in the pit, the third in two years, rose from four": the subject is far away."""
    here = first - 1
    if here < 1 or words[here].low not in {"to", "at", "from", "past", "by"}:
        return False
    moved = any(w.low in RISES or w.low in _STOOD for w in words[max(0, here - 3) : here])
    if not moved:
        return False
    toll = next((i for i in range(here, max(0, here - _REACH), -1) if words[i].low == "toll"), None)
    if toll is None or toll + 1 >= len(words) or words[toll + 1].low not in {"of", "from", "in"}:
        return False
    return not any(
        words[i].text in ";:." or (words[i].low in AUXILIARIES and words[i - 1].low not in {"which", "that", "who"})
        for i in range(toll, here)
    )


_STOOD = frozenset("stood stands stand stayed remained jumped passed".split())


def attribute_at(words: Sequence[Token], index: int, whole_phrase: bool = False) -> str | None:
    """The attribute that the word at `index`, or the phrase that begins there, names.

    With `whole_phrase` a single word counts only where it takes no object: who "died" is dead, who "killed" is not.
    """
    low = words[index].low
    if low == "alive" and index and words[index - 1].low in {"buried", "burned", "burnt", "roasted"}:
        return None
    for phrase, attribute in PHRASES_BY_START.get(low, ()):
        if whole_phrase and phrase in _DONE_TO_OTHERS:
            continue  # "three guests brought out knives"
        if phrase in _BREAKS and _no_escape(words, index):
            continue
        if tuple(w.low for w in words[index : index + len(phrase)]) == phrase:
            return attribute
    told = suffered(words, index) if low in SUFFERS else came(words, index) if low in COMES else None
    if told is not None:
        return told
    if low == "posts" and index and words[index - 1].low in _MANNED:
        return None
    if low == "positions":
        return "jobs" if _at_work(words, index) else None
    if low == "admitted" and not _taken_in(words, index):
        return None
    if low in _CARED_IN and not _in_care(words, index):
        return None
    if low == "losses" and index and words[index - 1].low in _LOST:
        return _LOST[words[index - 1].low]
    return ATTRIBUTE_OF.get(low) if not whole_phrase or low in _ALONE else None


def _at_work(words: Sequence[Token], index: int) -> bool:
    """Whether positions are jobs: "cut 300 positions", "reduce its workforce by 90 positions", not "shelled 9"."""
    return any(w.low in _CUT for w in words[max(0, index - _NEAR_WORK) : index + _NEAR_WORK])


_NEAR_WORK = 8
"""Words to either side of positions that tell of work."""
_CUT = frozenset(
    """
        workforce payroll headcount staff employees cut cuts cutting axe axed axing shed sheds shedding eliminate
        eliminates eliminated eliminating scrap scrapped abolish abolished full-time part-time redundancies layoffs
    """.split()
)
_CARED_IN = frozenset("hospital hospitals clinic ward wards ambulance".split())


def _in_care(words: Sequence[Token], index: int) -> bool:
    """Whether people are there: "in the city's main hospital", "by ambulance", not "the hospital said"."""
    for here in range(index - 1, max(-1, index - 7), -1):
        if words[here].low in {"in", "on", "to", "into", "at", "by", "inside", "from", "need", "needed", "attended"}:
            return True
        if not words[here].word or (words[here].low in DETERMINERS and here + 4 < index):
            return False
    return False


def _taken_in(words: Sequence[Token], index: int) -> bool:
    """Whether "admitted" tells of patients: "were admitted", "admitted 16 patients", not "the ministry admitted"."""
    before = words[index - 1].low if index else ""
    after = words[index + 1] if index + 1 < len(words) else None
    if before in BE or before in {"been", "patients", "people"}:
        return True
    return after is not None and (after.text[0].isdigit() or after.low in {"to", "more", "another", "patients"})


_BREAKS = frozenset({("broke", "out"), ("broken", "out")})


def _no_escape(words: Sequence[Token], index: int) -> bool:
    """Whether it is a fire or a fight that breaks out: "since it broke out", "after a riot had broken out"."""
    here = index - 1
    while here > 0 and words[here].low in {"has", "had", "have", "first"}:
        here -= 1
    before = words[here].low if here >= 0 else ""
    return not (before in _RUNNERS or human(before) or before[:1].isdigit())


_RUNNERS = frozenset("who they them men convicts all both others".split())
_LOST: dict[str, str | None] = {"job": "jobs", "crop": None, "harvest": None, "financial": None, "trading": None}
"""What is lost in "job losses", "crop losses"."""
_DONE_TO_OTHERS = frozenset(
    {
        ("brought", "out"),
        ("pulled", "out"),
        ("pulled", "from"),
        ("dug", "out"),
        ("rounded", "up"),
        ("gunned", "down"),
        ("driven", "out"),
        ("shot", "dead"),
        ("found", "dead"),
        ("found", "alive"),
        ("laid", "off"),
        ("held", "hostage"),
    }
)
"""Phrases that tell nothing of their subject where an object follows."""
_MANNED = frozenset("border army police guard command observation military customs trading aid".split())
"""Words before posts that are places and not jobs."""


_ALONE = frozenset(
    """
        alive attended dead demonstrated die died dies disappeared drowned dying escaped fled fleeing homeless ill
        marched missing perished protested rallied shelter shelters sick succumbed suffocated survived unaccounted
        vanished starved
    """.split()
)
"""Words that say what happened to their own subject."""


def _distance(
    words: Sequence[Token], mention: Mention, index: int, others: Sequence[tuple[int, int]], keyed: bool
) -> int:
    """Steps from the number to the word at `index`; an aside between commas behind the noun is stepped over."""
    if index >= mention.last:
        start, stop = mention.last, index
        aside = _aside(words, mention)
        skipped = range(*aside) if aside and index >= aside[1] else range(0)
    else:
        start, stop, skipped = index + 1, mention.first, range(0)
    colon = (
        max((i for i in range(start, stop) if words[i].text == ":"), default=start)
        if keyed and index < mention.first
        else start
    )
    distance = 0
    for here in range(colon, stop):
        if here not in skipped:
            distance += _step(words[here], keyed)
    return distance + sum(5 for a, _ in others if colon <= a < stop and a not in skipped)


def _step(token: Token, keyed: bool) -> int:
    if token.text == ":" and keyed:
        return 1
    if token.text in ";:—–.":
        return 6
    if token.low in {"and", "but", "while", "or"}:
        return 4
    return 3 if token.text == "," else 1


def _aside(words: Sequence[Token], mention: Mention) -> tuple[int, int] | None:
    """The words between two commas right behind the counted noun: ", aged 29 and 52,"."""
    opening = max(mention.last, mention.noun[1])
    if opening >= len(words) or words[opening].text != ",":
        return None
    closing = next((i for i in range(opening + 1, min(opening + 14, len(words))) if words[i].text == ","), None)
    return (opening, closing + 1) if closing and closing + 1 < len(words) else None


def _penalty(words: Sequence[Token], index: int, mention: Mention) -> int:
    """Words that name whom rather than what happened count less: "three of the injured died"."""
    low = words[index].low
    start, stop = mention.noun
    partitive = any(w.low == "of" for w in words[mention.last : start])
    inside = start <= index < stop
    return (5 if inside and (partitive or low in WHOM) else 0) + _WEAK.get(low, 0)


WHOM = frozenset(
    """
        demonstrators protesters marchers spectators visitors visitor attendees worshippers passengers survivors
        refugees evacuees hostages captives detainees escapees
    """.split()
)
"""Nouns for people that a verb of the same clause outweighs: "46 demonstrators were detained"."""

_WEAK = (
    dict.fromkeys(
        """
        fled fleeing toll rescue rescuers turned case shelter carried carrying ambulance clinic ward
    """.split(),
        2,
    )
    | dict.fromkeys("passengers losses survivors toll searching buried fallen seized".split(), 3)
    | dict.fromkeys(("hospital", "hospitals"), 6)
    | {"crowd": 7}
)
