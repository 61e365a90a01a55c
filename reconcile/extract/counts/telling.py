"""Whether a number says something that a desk would compare, and is no name, address, calibre or figure of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.extract.counts.attributes import attribute_at, attribute_near
from reconcile.extract.counts.numbered import numbered, one_of_several, one_who_says
from reconcile.extract.counts.quantities import Mention
from reconcile.extract.counts.scales import scale_of
from reconcile.extract.voices.cues import VERBS
from reconcile.extract.words.phrases import AUXILIARIES, DETERMINERS, plural, verbal
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import DEED_FORMS, DEEDS, human
from reconcile.model import Bound, Kind

_STANDS = frozenset(
    """
        of at to from by is was are were stands stood total totals totalled against than with be been reported
        reports report had has says said not or say count counts counted put puts claims claimed initial earlier
        it's that's previous first original final official number numbered totalling numbering total reach reached
        heard hear hears read reads drew draws attracted attracts
    """.split()
)
_LABELS = frozenset("block blocks caliber calibre gauge".split())
"""Nouns whose number is a name or a size: "the 6200 block", "a .40 caliber handgun"."""

_PRONOUNS = frozenset("them us you".split())


def says_something(
    mention: Mention, words: Sequence[Token], others: Sequence[tuple[int, int]], sentence: Sentence
) -> bool:
    value = mention.found.value
    after = words[mention.last].low if mention.last < len(words) else ""
    if value.kind is Kind.DURATION:
        return after != "ago" or not (mention.first == 0 or _beside_figure(words, mention.first, others))
    if value.unit == "degree" and words[mention.last - 1].low in _DEGREES:
        return False
    if value.unit == "mm" and _of_gun(mention, words):
        return False
    if value.kind is not Kind.NUMBER or value.unit:
        return True
    if value.bound is Bound.NONE and _says_nothing(mention, words):
        return False
    if (mention.head == "times" and _compares(words, mention.noun[1])) or "-point" in words[mention.last - 1].low:
        return False
    if value.low == value.high == 1 and (
        mention.head in _PRONOUNS or (not mention.head and after in {"where", "that", "who", "which"})
    ):
        return False
    named = after in _LABELS and value.bound is Bound.EXACT
    if (
        named
        or one_of_several(words, mention)
        or numbered(words, mention)
        or one_who_says(words, mention)
        or _in_one(mention, words)
        or _names(mention, words)
        or _of_speech(mention, words)
    ):
        return False
    if mention.head is not None or value.bound is not Bound.EXACT or sentence.key is not None:
        return True
    if others and _beside(mention, words):
        return True
    if _stands_alone(mention, words) or scale_of(words, mention) is not None:
        return True
    return attribute_near(words, mention, others, False) is not None


def _beside_figure(words: Sequence[Token], first: int, others: Sequence[tuple[int, int]]) -> bool:
    """ "25 four years ago", "66 percent a decade ago": when another figure held."""
    before = first - 1 if words[first - 1].low in {"%", "percent"} else first
    return any(words[start].text[0].isdigit() and stop in {first, before} for start, stop in others if start < first)


def _on_the_clock(mention: Mention, words: Sequence[Token]) -> bool:
    """ "They stopped selling tickets at six": an hour, and no figure that is put somewhere."""
    value, first = mention.found.value, mention.first
    last = mention.last >= len(words) or words[mention.last].text in '.,;”"’'
    if not (first > 1 and words[first - 1].low == "at" and last and value.bound is Bound.EXACT):
        return False
    near = {w.low for w in words[max(0, first - _DAY) : first]}
    return value.low in _HOURS and bool(near & _TIMED) and near.isdisjoint(_PUT)


_DAY = 8
_HOURS = frozenset(range(1, 13))
_TIMED = frozenset(
    """
        start starts started starting stop stops stopped begin begins began close closes closed finish finishes finished
        leave leaves left arrive arrives arrived woke wakes met meets landed sailed departed departs clocked knocked
        locked rang called came home
    """.split()
)
_PUT = frozenset("toll number count figure total deaths dead put puts stood stands estimated remained stayed".split())


def _in_one(mention: Mention, words: Sequence[Token]) -> bool:
    """ "There are 30 of us in one cell": where, and no count of cells."""
    before = words[mention.first - 1].low if mention.first else ""
    return before in _INSIDE and words[mention.first].low == "one" and mention.last - mention.first == 1


_INSIDE = frozenset("in on inside into onto near".split())


def _beside(mention: Mention, words: Sequence[Token]) -> bool:
    """ "nine wells on the near bank and 12 on the far one", "insists on 22", "Of the nine, four": others are near."""
    before = [w.low for w in words[max(0, mention.first - 2) : mention.first]]
    after = words[mention.last].low if mention.last < len(words) else ""
    if before[-1:] == ["and"] and after in {"on", "in", "at", "from", "near"}:
        return True
    insisted = before[:1] in (["insists"], ["insist"], ["insisted"]) and before[1:] == ["on"]
    return insisted or (before == ["of", "the"] and after == ",")


def _stands_alone(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a bare figure stands where one is told: behind a verb or "at", before an auxiliary, as "the nine"."""
    after = words[mention.last].low if mention.last < len(words) else ""
    if after in AUXILIARIES or after in DEEDS or [w.low for w in words[mention.last : mention.last + 2]] in _OF_THEM:
        return True
    if not mention.first:
        return False
    if {"whom", "which"}.intersection(w.low for w in words[max(0, mention.first - 3) : mention.first]):
        return True
    before = words[mention.first - 1]
    if before.low == "as" and any(w.low in _PUT | _FIGURES for w in words[max(0, mention.first - 4) : mention.first]):
        return True  # "gives the number as 40"
    if before.low in {"now", "already", "currently", "only", "just"} and mention.first > 1:
        before = words[mention.first - 2]
    if before.low == "us" and words[mention.first - 2].low == "told":
        return True
    if before.low in _TELLS or before.text in "(:" or verbal(before):
        return True
    if (
        before.low in {"another", "further"}
        or after == "more"
        or (before.low in {"others", "some"} and not after.isalpha())
    ):
        return True
    return after in DETERMINERS and before.low == "the"


_TELLS = frozenset((*_STANDS, *DEED_FORMS, *VERBS, "seen"))
_OF_THEM = (["of", "whom"], ["of", "which"], ["of", "those"], ["of", "these"])
_FIGURES = frozenset("numbers figures tally estimate losses casualties turnout attendance".split())


def _names(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether a number is part of a name: an address, a calibre, a channel, a picture, a telephone number."""
    number = words[mention.last - 1]
    if mention.first > 1 and words[mention.first - 1].low == "of" and words[mention.first - 2].low in _PARENTS:
        return mention.head is None  # "a mother of four"
    if _on_the_clock(mention, words):
        return True
    if not number.text[0].isdigit():
        return _compound(number.low) or _quoted_someone(words, mention)
    if words[mention.first].text == "." or re.fullmatch(r"\d+[A-Z][a-z]+", number.text):
        return True  # "a .270 rifle", "8News"
    before = words[mention.first - 1].low if mention.first else ""
    if number.text in _DIALLED and (
        before in _CALLED or (mention.last < len(words) and words[mention.last].low in _CALLED)
    ):
        return True
    if number.text.rpartition("-")[2].isupper() or _quoted_someone(words, mention):
        return True  # "call 528-CASH"
    if (
        before in _NUMBERED
        or (not human(mention.head) and _station(words[mention.first - 1] if mention.first else None))
        or (before == "." and mention.first and words[mention.first - 1].end == number.start)
    ):
        return True  # "Channel 5", "Image 3", ".40"
    if before == "at" and _CLOCK.fullmatch(number.text) and _DEPARTS & {w.low for w in words[: mention.first]}:
        return True
    if _compound(number.low) or _pictures(words, mention) or _dialled(words, mention):
        return True
    return _address(words, mention) or _house(words, mention) or _brand(words, mention)


_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_DEPARTS = frozenset(
    """
        left leaves departed departs arrived arrives landed lands took sailed began begins started starts opened opens
        ended struck happened rang called vanished derailed crashed exploded sank collapsed met due scheduled expected
        broadcast
    """.split()
)
"""What is done at a time of day: "left at 16.20"."""


def _dialled(words: Sequence[Token], mention: Mention) -> bool:
    """ "call 528-HELP (4357)", "text TIP to 51414", "396-2100": a number to ring or to write to."""
    number = words[mention.last - 1].text
    if re.fullmatch(r"\d{3}-(?:\d{3}-)?(?:\d{4}|[A-Za-z]{3,})", number):
        return True
    near = words[max(0, mention.first - 4) : mention.first]
    if number.isdigit() and len(number) >= _TEXTED and any(w.low in {"text", "texting", "texted"} for w in near):
        return True
    before = near[-2].text if len(near) > 1 and near[-1].text == "(" else ""
    return "-" in before and (before.rpartition("-")[2].isupper() or before[0].isdigit())


_TEXTED = 5


def _house(words: Sequence[Token], mention: Mention) -> bool:
    """ "at 3755 Maple Leaf", "Brell, 211 Falling Oak": a number of three to five digits and a name behind a place."""
    number, first = words[mention.last - 1].text, mention.first
    if not (number.isdigit() and _HOUSE[0] <= len(number) <= _HOUSE[1] and first and mention.head):
        return False
    before = words[first - 1]
    names = words[mention.last : mention.last + 1]
    placed = before.text == "," or before.low in {"at", "near", "of", "outside"}
    return placed and bool(names) and names[0].capital and not plural(mention.head) and not human(mention.head)


_HOUSE = (3, 5)


def _brand(words: Sequence[Token], mention: Mention) -> bool:
    """ "14 News", "a 9mm Brell": a channel, or a size of a gun."""
    after = words[mention.last : mention.last + 1]
    if len(words) > mention.last + 1 and after[0].text == "Action" and words[mention.last + 1].text == "News":
        return True
    return bool(after) and after[0].text in {"News", "Eyewitness", "Investigates", "NEWS"}


def _station(token: Token | None) -> bool:
    """Whether a word is the call sign of a station, which a number belongs to: "CBS 2 reports"."""
    return token is not None and (
        token.text in _STATIONS or (len(token.text) == 4 and token.text.isupper() and token.text[0] in "KW")
    )


def _of_gun(mention: Mention, words: Sequence[Token]) -> bool:
    """ "a 9mm pistol", "It was a 9 millimeter": a barrel."""
    if _GUNS & {w.low for w in words[mention.last : mention.last + 5]}:
        return True
    before = words[mention.first - 1].low if mention.first else ""
    return before in {"a", "his", "her"} and mention.head is None


_GUNS = frozenset(
    """
        handgun handguns pistol pistols rifle rifles gun guns round rounds bullet bullets casing casings ammunition
        semi-automatic semiautomatic glock ruger smith beretta taurus shell shells revolver weapon magazine luger
    """.split()
)
"""Words behind millimetres that measure a barrel: a name for a gun."""
_DEGREES = frozenset("first-degree second-degree third-degree fourth-degree fifth-degree".split())
_STATIONS = frozenset("CBS NBC ABC FOX CW PBS BBC ITV".split())


def _quoted_someone(words: Sequence[Token], mention: Mention) -> bool:
    """ "“It is sad,” said one of them": how many spoke is no claim."""
    before = words[max(0, mention.first - 2) : mention.first]
    return len(before) == 2 and before[1].low in {"said", "says"} and before[0].text in '”"'


_PARENTS = frozenset("mother father mum mom dad parent grandmother grandfather".split())
_DIALLED = frozenset("911 999 112 101 111 211 311 411 511".split())
_CALLED = frozenset(
    "call calls called calling dial dialled dialed dialing caller callers dispatcher dispatchers operator".split()
)
_NUMBERED = frozenset(
    """
        image photo picture slide fig. fig news newschannel channel region apartment apt apt. suite ste ste. room
        box precinct pct pct. zone interstate route highway hwy exit lot gate platform terminal page chapter section
        docket form bulletin battalion episode season volume vol. no. pier
    """.split()
)
"""Nouns before a number that is their name."""
_STREETS = frozenset(
    """
        street st st. avenue ave ave. road rd rd. drive dr dr. boulevard blvd blvd. lane ln ln. place pl
        pl. court ct ct. way highway hwy terrace parkway pkwy circle square trail pike
    """.split()
)


def _address(words: Sequence[Token], mention: Mention) -> bool:
    """ "84 West Park Place": capitalised words up to a word for a street."""
    for here in range(mention.last, min(mention.last + 5, len(words))):
        if not words[here].capital and not words[here].text[0].isdigit():
            return False
        if words[here].low in _STREETS and here > mention.last:
            return True
    return False


def _pictures(words: Sequence[Token], mention: Mention) -> bool:
    """The 32 of "Image 3 of 32"."""
    near = [w.low for w in words[max(0, mention.first - 4) : mention.first]]
    return (
        "of" in near and bool({"image", "photo", "slide", "picture"} & set(near)) and any(w[0].isdigit() for w in near)
    )


def _compound(low: str) -> bool:
    """ "a two-county chase": an adjective; "a three-man crew" counts."""
    first, dash, last = low.replace("‑", "-").partition("-")
    return bool(dash) and ((first in _SMALL and last in _KINDS) or last in _CALIBRES)


_CALIBRES = frozenset("caliber calibre gauge mm".split())
_SMALL = frozenset("one two three four five six seven eight nine ten eleven twelve 1 2 3 4 5 6 7 8 9 10 12".split())
_KINDS = frozenset(
    """
        county block door bedroom story storey room way lane part point car time count star page state seat wheel engine
        party alarm vehicle step tier game run family
    """.split()
)


def _of_speech(mention: Mention, words: Sequence[Token]) -> bool:
    """ "has one big advantage", "No parent should have to", "one of the men was arguing": nothing is counted."""
    value = mention.found.value
    stop = mention.noun[1]
    if value.bound is Bound.NONE:
        return stop < len(words) and words[stop].low in {"should", "ought", "must"} and stop > mention.last
    if value.low == value.high == 2 and mention.first and _of_two(mention, words):
        return True
    if value.low != 1 or value.high != 1 or words[mention.last - 1].low != "one":
        return False
    if mention.head in _ABSTRACT:
        return True
    after = words[mention.last : mention.last + 4]
    if [w.low for w in after[:2]] in (["of", "them"], ["of", "whom"]) and len(after) == 4 and after[2].text.isdigit():
        return not after[3].word  # "two men, one of them 17, were held": an age
    partitive = words[mention.last : mention.last + 1] and words[mention.last].low == "of"
    if not partitive or human(mention.head) is None:
        return bool(partitive) and not _told_of(words, stop)
    return not _told_of(words, stop)


def _of_two(mention: Mention, words: Sequence[Token]) -> bool:
    """ "The two sides"; "The ship broke in two", "cut the town in two"."""
    first = mention.first
    if mention.head in _TWO:
        return words[first - 1].low == "the"
    if mention.head:
        return False
    near = {w.low for w in words[max(0, first - 6) : first - 1]}
    return first > 1 and words[first - 1].low in {"in", "into"} and bool(near & _BREAKS)


_BREAKS = frozenset("break breaks broke broken breaking split splits cut cuts snapped snap torn tore sliced".split())
_TWO = frozenset("sides parties camps countries governments neighbours neighbors nations rivals armies leaders".split())
"""Those who are known to be two: "the two sides"."""
_ABSTRACT = frozenset(
    """
        advantage thing way reason point example idea question answer day time step problem goal side part hand moment
        issue word message lesson aspect chance night morning place kind sort type piece end exception
    """.split()
)
_FOLLOWING = 7


def _told_of(words: Sequence[Token], start: int) -> bool:
    """Whether something of the closed list is told behind a noun: "one of the passengers died"."""
    return any(attribute_at(words, i) is not None for i in range(start, min(start + _FOLLOWING, len(words))))


def _says_nothing(mention: Mention, words: Sequence[Token]) -> bool:
    """ "the dead nobody counts", "nobody knows": a habit, no figure."""
    after = words[mention.last] if mention.last < len(words) else None
    nobody = words[mention.last - 1].low in {"nobody", "one", "nothing"}
    habit = after is not None and after.low not in AUXILIARIES and _habit(after.low)
    if words[mention.last - 1].low in {"nobody", "one"} and mention.head is None and not _told_of(words, mention.last):
        return not (words[mention.last : mention.last + 1] and words[mention.last].low == "of")
    return nobody and habit and (mention.first > 0 or (after is not None and after.low == "counted"))


def _habit(low: str) -> bool:
    return low in {"counted", "knew"} or (low.endswith("s") and len(low) > 3)


def _compares(words: Sequence[Token], stop: int) -> bool:
    """ "six times the limit" is a ratio, "raised three times" counts."""
    return stop < len(words) and (
        words[stop].low in DETERMINERS or words[stop].low in {"as", "more", "higher", "greater", "that"}
    )
