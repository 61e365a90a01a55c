"""What a measure is of: the value of the jewels, the weight of the pool, the age of the driver, the time it lasted."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.counts.freenames import free_attribute
from reconcile.extract.counts.nouns import CONTINUING, label, noun_after, noun_before, phrase, subject
from reconcile.extract.counts.predicates import behind
from reconcile.extract.counts.quantities import Mention
from reconcile.extract.counts.sums import sum_of
from reconcile.extract.words.phrases import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    DETERMINERS,
    SUBORDINATORS,
    TIME_WORDS,
    closes,
    plural,
    verbal,
)
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import human, passive
from reconcile.model import Kind

_DIMENSION = {
    "wide": "width",
    "width": "width",
    "across": "width",
    "long": "length",
    "length": "length",
    "high": "height",
    "tall": "height",
    "height": "height",
    "deep": "depth",
    "depth": "depth",
    "thick": "thickness",
    "altitude": "altitude",
    "away": "distance",
}
_SIZES = {
    word: name
    for name, words in {
        "height": "dam tower wall walls fence building statue wave waves mast crane tree cliff flames plume surge",
        "length": "ladder ship vessel tanker ferry boat yacht barge trawler bridge tunnel pipeline pier rope queue",
        "depth": "snow water mud rubble hole trench well shaft pit ravine ash silt",
        "width": "crater",
    }.items()
    for word in words.split()
}
"""What a length given beside a thing is of it: a 34-metre dam is as high, a 180-metre ship as long."""
_BEARINGS = frozenset(
    "off from north south east west north-east north-west south-east south-west northeast northwest southeast "
    "southwest downstream upstream outside inland offshore".split()
)
_BETWEEN = frozenset("of at some about up to worth valued , estimated".split())
_TOLD_TIME = 9


def measured(words: Sequence[Token], mention: Mention) -> tuple[str | None, str | None]:
    """The attribute and the description of a measure with a unit: length, weight, speed, temperature, money."""
    value = mention.found.value
    if value.kind is Kind.MONEY:
        return sum_of(words, mention)
    attribute = free_attribute(None, value.unit)
    thing = label(words, mention.first) or _thing(words, mention)
    if attribute == "distance":
        return _distance(words, mention, thing)
    if attribute is None:
        return (thing.split()[-1].lower() if thing else None), thing
    if attribute == "speed" and (_windy(thing) or _windy(_words_before(words, mention))):
        return attribute, "wind speed"
    if thing is None or thing.lower() in _AMOUNTS:
        shown = behind(words, mention.last, len(words))
        told = shown is not None and not shown.active and shown.start == mention.last
        return attribute, f"{attribute} {' '.join(shown.words)}" if shown and told else attribute
    if thing.split()[-1].lower().startswith(attribute):
        return attribute, thing
    return attribute, f"{attribute} of the {thing}"


def _words_before(words: Sequence[Token], mention: Mention) -> str:
    return " ".join(w.low for w in words[max(0, mention.first - 5) : mention.first])


def _windy(told: str | None) -> bool:
    return bool(_WINDS & set((told or "").lower().split()))


_AMOUNTS = frozenset(("loss", "losses", "amount", "quantity", "volume", "weight", "total", "size"))
"""Nouns that only say that there is so much: "the yield came to 31 tonnes"."""
_WINDS = frozenset("wind winds gust gusts gusting gale gales".split())


def _thing(words: Sequence[Token], mention: Mention) -> str | None:
    """What is measured: "90 tonnes of diesel", "a 34-metre dam", "the pool weighed"."""
    own = phrase(words, *mention.noun) if mention.noun[1] > mention.noun[0] else None
    if own and own.split()[0].lower() not in _DIMENSION and own.lower() not in _BEARINGS:
        return own
    found = subject(words, mention.first) or _compared(words, mention.first)
    if found is None or words[found[1] - 1].low in CONTINUING:
        return None
    return phrase(words, *found)


def _compared(words: Sequence[Token], first: int) -> tuple[int, int] | None:
    """The noun right before a measure: "a breach about 90 metres wide", "lead of 0.03 mg/l"."""
    here = first
    while here > 0 and words[here - 1].low in _BETWEEN:
        here -= 1
    return noun_before(words, here)


def _distance(words: Sequence[Token], mention: Mention, thing: str | None) -> tuple[str, str]:
    start = _behind_brackets(words, mention.last)
    for token in words[start : start + 2]:
        if token.low in _DIMENSION:
            name = _DIMENSION[token.low]
            return name, f"{name} of the {thing}" if thing else name
    place = _bearing(words, mention.last)
    if place:
        return "distance", f"distance from {place}"
    if mention.noun[1] > mention.noun[0] and thing:
        size = _SIZES.get(thing.split(" of ")[0].split()[-1].lower())
        return size or "distance", f"{size or 'size'} of the {thing}"
    before = words[max(0, mention.first - 2) : mention.first]
    if (
        mention.first
        and before[-1].low in {"at", "altitude", "around"}
        and mention.found.value.unit in {"metre", "foot"}
    ):
        return "altitude", "altitude"
    verb = next((w for w in reversed(before) if passive(w) or w.low in COMMON_VERBS), None)
    if mention.last < len(words) and words[mention.last].low in _BEARINGS - {"from", "off"}:
        return "distance", f"distance {words[mention.last].low}"
    return "distance", f"distance {verb.low}" if verb else "distance"


def _behind_brackets(words: Sequence[Token], start: int) -> int:
    """Where the words go on behind a conversion in brackets: "60 feet (18 metres) deep"."""
    if start < len(words) and words[start].text == "(":
        return next((i + 1 for i in range(start, min(start + 6, len(words))) if words[i].text == ")"), start)
    return start


def _bearing(words: Sequence[Token], start: int) -> str | None:
    """The place from which a distance is told: "85 miles south of Cape Tavo"."""
    here = start
    while here < len(words) and here < start + 5 and (words[here].low in _BEARINGS | {"of", "the"} or here == start):
        here += 1
    if here == start or words[here - 1].low not in _BEARINGS | {"of", "the"}:
        return None
    name: list[str] = []
    while here < len(words) and words[here].capital and len(name) < 4:
        name.append(words[here].text)
        here += 1
    return " ".join(name) or None


def share_of(words: Sequence[Token], mention: Mention) -> tuple[str | None, str | None]:
    """The attribute and description of a percentage: "turnout", "share of the vote"."""
    if is_turnout(words, mention):
        return "turnout", "turnout"
    named = label(words, mention.first)
    if named:
        return ("share" if named[0].isupper() else named.split()[-1].lower()), named
    if words[mention.last : mention.last + 1] and words[mention.last].low == "of":
        whole = noun_after(words, mention.last + 1)
        if whole is not None and words[whole[1] - 1].low not in CONTINUING and words[whole[0] - 1].low != "those":
            own = phrase(words, *whole)
            return free_attribute(words[whole[1] - 1].low, None), f"share of the {own}"
    found = subject(words, mention.first)
    if found is not None and words[found[1] - 1].low in _STEP_UNITS:
        found = _before_the_step(words, found[0])
    if found is None or words[found[1] - 1].low in CONTINUING:
        return None, None
    return words[found[1] - 1].low, phrase(words, *found)


def is_turnout(words: Sequence[Token], mention: Mention) -> bool:
    """ "A turnout of 61 percent", "61 percent of those entitled to vote did so"."""
    if [w.low for w in words[max(0, mention.first - 2) : mention.first]] == ["turnout", "of"]:
        return True
    after = [w.low for w in words[mention.last : mention.last + _ENTITLED]]
    entitled = after[:2] == ["of", "those"] and after[2:3] and after[2] in _ENTITLING and after[3:5] == ["to", "vote"]
    voters = after[:1] == ["of"] and after[1:2] and after[1] in _ENTITLING and after[2:3] in (["voters"], ["electors"])
    return bool(entitled or voters) and any(low in _VOTED for low in after)


_ENTITLED = 9
"""Words behind a share that tell of whom it is one and what they did."""
_ENTITLING = frozenset("entitled eligible registered allowed".split())
_VOTED = frozenset("voted vote did cast turned went".split()) - {"vote"}
_STEP_UNITS = frozenset("points point percent cents cent pence".split())


def _before_the_step(words: Sequence[Token], start: int) -> tuple[int, int] | None:
    """What moved in "the vacancy rate rose 0.3 percentage points to 4 percent": the subject of the step."""
    while start > 0 and not words[start].text[0].isdigit():
        start -= 1
    return subject(words, start) if start else None


def whose_age(words: Sequence[Token], mention: Mention) -> str | None:
    """Whose age it is: "the pilot, aged 48", "a 33-year-old sapper", "Ona Brell, 77"."""
    if mention.noun[1] > mention.noun[0]:
        return _set_beside(words, mention) or phrase(words, mention.noun[0], _owner_end(words, mention.noun))
    here = _told_age(words, mention.first)
    if here > 1 and words[here - 1].low in _SUFFIXES and words[here - 2].text == ",":
        here -= 2  # "Emerson Ware, Jr., 26"
    if here > 1 and "aka" in (words[here - 2].low, words[max(0, here - 3)].low):
        comma = next((i for i in range(here - 1, max(-1, here - 6), -1) if words[i].text == ","), None)
        here = comma if comma is not None else here  # "Tony Brandt, aka Blue, 26"
    found = noun_before(words, here)
    if found is None:
        return None
    start = found[0]
    while start < found[1] - 1 and (words[start].low in _COUNTING or words[start].text[0].isdigit()):
        start += 1
    while start < found[1] - 1 and words[start].low in {"more", "other", "others"}:
        start += 1
    who = " ".join(w.text for w in words[start : found[1]] if w.word)
    low = who[0].lower() + who[1:]
    return None if low in _COUNTING or low in CONTINUING else low if start == 0 and human(low.split()[-1]) else who


def _told_age(words: Sequence[Token], first: int) -> int:
    """Back over the words that tell an age: ", aged", "was about", "all in their"."""
    here = _before_right_age(words, first)
    while here > 0 and (words[here - 1].text in ",(" or words[here - 1].low in _AGE_WORDS):
        here -= 1
    return here


def _before_right_age(words: Sequence[Token], first: int) -> int:
    """From the 63 of "is 61, not 63" back to 61."""
    if not first or words[first - 1].low != "not":
        return first
    here = first - 1
    while here and words[here - 1].low in {",", "and", "years", "old"}:
        here -= 1
    return here - 1 if here and words[here - 1].text[0].isdigit() else first


_AGE_WORDS = frozenset(
    "aged age ages of was is over under were all both in his her their early mid late about who".split()
)
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())


def _owner_end(words: Sequence[Token], noun: tuple[int, int]) -> int:
    """The end of the one whose age it is: "an 89-year-old father's account", "a 9-year-old girl found"."""
    for index in range(*noun):
        verb = index + 1 < noun[1] and (passive(words[index + 1]) or words[index + 1].low in COMMON_VERBS)
        if words[index].low.endswith("'s") or (verb and human(words[index].low)):
            return index + 1
    return noun[1]


def _set_beside(words: Sequence[Token], mention: Mention) -> str | None:
    """ "The baker, a 61-year-old widow, survived": the driver's; never a name or another person's."""
    start, stop = mention.noun
    if words[stop - 1].low not in {"man", "woman", "boy", "girl"} or stop >= len(words) or words[stop].text != ",":
        return None
    opening = start - 1
    while opening > 0 and (words[opening].low in {"a", "an"} or opening >= mention.first):
        opening -= 1
    if words[opening].text != ",":
        return None
    found = noun_before(words, opening)
    who = phrase(words, *found) if found else None
    return who if who and human(who.split()[-1]) and not plural(who.split()[-1].lower()) else None


_COUNTING = frozenset("one two three four five six seven eight nine ten eleven twelve them".split())


def time_of(words: Sequence[Token], mention: Mention) -> str | None:
    """What took or lasted so long: the verb before the figure with its subject, "time the shelling lasted"."""
    own = phrase(words, *mention.noun) if mention.noun[1] > mention.noun[0] else None
    if own and own.lower() not in _NO_THING:
        return f"time of the {own}"
    verb = mention.first - 1
    while verb >= 0 and mention.first - verb <= _TOLD_TIME and not _verb(words[verb]):
        if closes(words[verb]) or words[verb].low in SUBORDINATORS:
            return None
        verb -= 1
    if verb < 0 or mention.first - verb > _TOLD_TIME:
        return None
    told = [w.text for w in words[verb : mention.first] if w.low not in AUXILIARIES | _LEFT_OUT][:3]
    start = verb
    while start > 0 and (words[start - 1].low in AUXILIARIES or words[start - 1].low in ADVERBS):
        start -= 1
    found = noun_before(words, start)
    who = phrase(words, *found) if found and words[found[1] - 1].low not in CONTINUING else None
    happening = _happening(words, mention, who, told)
    if happening is not None:
        return f"time {happening} lasted"
    return " ".join(["time", *([the(who)] if who else []), *told])


def _happening(words: Sequence[Token], mention: Mention, who: str | None, told: Sequence[str]) -> str | None:
    """What lasted so long, by one name whatever it is called: a fire, the fighting, an outage; None for other times."""
    after = {w.low for w in words[mention.last : mention.last + _TOLD_TIME]}
    lows = {each.lower() for each in told}
    if {"put", "out"} <= after or "extinguish" in after or ("fought" in lows and lows & _FIRES):
        return "the fire"
    if lows & _FOUGHT and not lows & _FIRES:
        return "the fighting"
    last = who.split()[-1].lower() if who else ""
    if who is None and lows & _LASTS:
        return next(
            (
                _ONE_NAME[w.low]
                for w in reversed(words[max(0, mention.first - _SENTENCE) : mention.first])
                if w.low in _ONE_NAME
            ),
            None,
        )
    if last in _CURRENT:
        return "the outage"
    if who is None or not (told[:1] == ["lasted"] or _goes_on(told, who)):
        return None
    return "it" if last in _HAPPENING else _ONE_NAME.get(last) or the(who)


_FOUGHT = frozenset("shelled bombarded clashed skirmished".split())
_CURRENT = frozenset("power electricity current cut".split())
_SENTENCE = 40
"""Words before a time in which the happening that took it may stand."""
_LASTS = frozenset("raged lasted burned continued".split())
_ONE_NAME = {
    word: name
    for name, words in {
        "the fire": "fire blaze flames wildfire inferno",
        "the fighting": "fighting clash clashes exchange battle gunfight firefight skirmish shelling bombardment",
        "the trouble": "riot riots rioting unrest disorder disturbance disturbances violence trouble",
        "the outage": "outage blackout failure",
    }.items()
    for word in words.split()
}
"""One name for what outlets call by several when they tell how long it lasted."""


def _goes_on(told: Sequence[str], who: str) -> bool:
    """Whether it is told in other words how long a happening lasted: a fire burned, fighting went on."""
    lows = [each.lower() for each in told]
    happening = who.split()[-1].lower()
    if lows[:1] in (["burned"], ["burnt"]):
        return happening in _FIRES
    return lows[:1] in (["raged"], ["continued"]) or lows[:2] in (["went", "on"], ["dragged", "on"], ["carried", "on"])


_FIRES = frozenset("fire blaze flames wildfire inferno".split())
_HAPPENING = frozenset(
    """
        incident operation it ordeal drama chaos disruption
    """.split()
)
"""Words for a happening that do not tell which."""


def the(who: str) -> str:
    return who if who[0].isupper() else f"the {who}"


def _verb(token: Token) -> bool:
    return verbal(token) or passive(token) or (token.low.endswith("ing") and len(token.low) > 5)


_NO_THING = frozenset("past later earlier after before old".split())
_LEFT_OUT = DETERMINERS | ADVERBS | TIME_WORDS | frozenset("for in within after at of to over from about".split())
