"""What a number in its sentence turns out to be: an age, a figure in the unit of the one before, or nothing at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from reconcile.extract.counts.quantities import Mention
from reconcile.extract.counts.secondlook import reread
from reconcile.extract.counts.telling import says_something
from reconcile.extract.words.phrases import AUXILIARIES, BE, TIME_WORDS, plural
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import PEOPLE, human
from reconcile.model import Bound, Kind, Value

_LIMITS = frozenset({Bound.MORE_THAN, Bound.LESS_THAN, Bound.AT_LEAST, Bound.AT_MOST})
_OLDEST = 115
_NO_NAME = TIME_WORDS | frozenset("it this that there here what".split())
_JOINS = frozenset("and or".split())
_UNITLESS = AUXILIARIES | {"on", "aboard", "inside", "in"}
"""Behind these words a figure has no unit of its own: "nine were", "with nine on board"."""


def refine(found: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Mention]:
    """Ages and elliptic units read from the words around; numbers that count nothing left out."""
    kept: list[Mention] = []
    for place, mention in enumerate(found):
        words = sentences[mention.sentence].words
        mention = _sharing(reread(mention, words), found, place, words)
        mention = _points(_gone_to(mention, words), found, place, words)
        mention = (
            _aged(mention, words)
            or _no_age(mention, words, kept)
            or _elliptic(mention, words, kept, sentences)
            or mention
        )
        others = [
            (o.first, o.last)
            for o in found[max(0, place - 6) : place + 7]
            if o.sentence == mention.sentence and o is not mention
        ]
        if says_something(mention, words, others, sentences[mention.sentence]):
            kept.append(mention)
    return kept


def _sharing(mention: Mention, found: Sequence[Mention], place: int, words: Sequence[Token]) -> Mention:
    """ "700 and 450 nurses", "12 wells as safe and four as foul": the noun stands with the other one."""
    if mention.head or mention.found.value.unit:
        return mention
    after = found[place + 1] if place + 1 < len(found) else None
    if after and after.sentence == mention.sentence and after.head and _joined(words, mention, after):
        return replace(mention, noun=after.noun, head=after.head)
    before = found[place - 1] if place else None
    joined = mention.first > 0 and words[mention.first - 1].low in _JOINS and mention.last < len(words)
    if (
        before
        and before.sentence == mention.sentence
        and joined
        and _continues(words[mention.last].low, before, mention)
    ):
        return replace(mention, noun=before.noun, head=before.head or "")
    return mention


def _gone_to(mention: Mention, words: Sequence[Token]) -> Mention:
    """ "The toll has passed 40" is more than 40; "has gone up to 29" no bound but the way to 29."""
    value, first = mention.found.value, mention.first
    before = words[first - 1].low if first else ""
    if value.bound is Bound.UP_TO and before in _WENT and words[first].low == "up":
        changed = replace(value, low=value.high, bound=Bound.EXACT)
    elif value.bound is Bound.EXACT and before in _PASSED and _of_figure(words, first - 1):
        changed = replace(value, high=None, bound=Bound.MORE_THAN)
    else:
        return mention
    return replace(mention, found=replace(mention.found, value=changed))


_WENT = frozenset("gone went goes go going shot crept jumped moved inched ticked edged".split())
_PASSED = frozenset("passed passes pass passing crossed crosses cross top tops topped past through surpassed".split())
_LEVEL = frozenset("number numbers toll tally count total figure figures turnout attendance cases losses".split())
_NEAR = 10


def _of_figure(words: Sequence[Token], verb: int) -> bool:
    """Whether it is a figure that passes another: "the number of arrests has passed", not "the convoy passed"."""
    near = words[max(0, verb - _NEAR) : verb]
    return any(w.low in _LEVEL or w.low in _COUNTS for w in near)


_COUNTS = frozenset(
    """
        deaths injuries arrests infections fatalities casualties evacuations detentions redundancies layoffs abductions
        admissions sales claims damages profits debts visitors votes signatures
    """.split()
)


def _points(mention: Mention, found: Sequence[Mention], place: int, words: Sequence[Token]) -> Mention:
    """ "slipped 2.2 points to 18.4%": points of a percentage."""
    after = found[place + 1] if place + 1 < len(found) else None
    value = mention.found.value
    if mention.head not in {"point", "points"} or value.unit:
        return mention
    if _from_share(mention, found[place - 1] if place else None, words):
        return replace(mention, found=replace(mention.found, value=replace(value, kind=Kind.PERCENT, unit=_POINT)))
    if after is None or after.sentence != mention.sentence:
        return mention
    between = [w.low for w in words[mention.noun[1] : after.first] if w.text != ","]
    if after.found.value.unit != "percent" or between not in (["to"], ["at"], ["from"]):
        return mention
    value = replace(value, kind=Kind.PERCENT, unit=_POINT)
    return replace(mention, found=replace(mention.found, value=value))


_POINT = "percentage point"


def _from_share(mention: Mention, before: Mention | None, words: Sequence[Token]) -> bool:
    """ "Turnout was 61%, down seven points": points of the percentage before; "the margin of error was two points"."""
    if any(w.low == "margin" for w in words[max(0, mention.first - _NEAR) : mention.first]):
        return True
    if before is None or before.sentence != mention.sentence or before.found.value.unit != "percent":
        return False
    between = [w.low for w in words[before.last : mention.first] if w.word]
    return len(between) <= 2 and between[-1:] in (["down"], ["up"], ["by"], ["or"])


def _joined(words: Sequence[Token], mention: Mention, after: Mention) -> bool:
    """Whether a number is joined to the next: "700 and 450 nurses", "dozens, and possibly scores, of marchers"."""
    between = [w.low for w in words[mention.last : after.first]]
    if between[-1:] and between[-1] in _JOINS and len(between) == 1:
        return True
    guessed = bool(_GUESSES.intersection(between)) and mention.found.value.bound is Bound.ORDER
    return guessed and len(between) <= _GUESSED and _GUESSES.union(_JOINS, {",", "even", "not"}).issuperset(between)


_GUESSES = frozenset("possibly perhaps maybe probably potentially if".split())
_GUESSED = 4
"""Words and marks between two guesses: ", and possibly"."""


def _continues(follower: str, before: Mention, mention: Mention) -> bool:
    """Whether the number behind "and" goes on counting what the one before counts."""
    if before.found.value.unit or before.found.value.kind is not mention.found.value.kind:
        return False
    return follower == "as" or before.last == mention.first - 1


def _aged(mention: Mention, words: Sequence[Token]) -> Mention | None:
    """ "men over 70", "two were under 30", "a porter, 58, who": ages without a word for years."""
    value = mention.found.value
    if value.kind is Kind.DURATION and _of_infant(mention, words):
        return replace(mention, found=replace(mention.found, value=replace(value, kind=Kind.AGE)))
    if value.kind is not Kind.NUMBER or value.unit or mention.head or not _plausible(mention):
        return None
    before = words[mention.first - 1] if mention.first else None
    if before is None:
        return None
    limited = value.bound in _LIMITS and (
        before.low in PEOPLE
        or (human(before.low) and (plural(before.low) or words[max(0, mention.first - 2)].low in _ANY))
        or (before.low in BE and _people_before(words, mention.first))
    )
    limited = limited or (value.bound in _LIMITS and value.words.endswith((" or younger", " or older")))
    told = limited or _between_commas(mention, words) or _of_one(mention, words) or _died_at(mention, words)
    return _as_age(mention) if told else None


_ANY = frozenset("no any every each".split())


def _of_infant(mention: Mention, words: Sequence[Token]) -> bool:
    """ "A baby of eight months", "a girl of six weeks"."""
    before = [w.low for w in words[max(0, mention.first - 2) : mention.first]]
    return len(before) == 2 and before[0] in _ONE_CHILD and before[1] == "of"


def _died_at(mention: Mention, words: Sequence[Token]) -> bool:
    """ "The pilot died at 96", "as young as 14"."""
    before = [w.low for w in words[max(0, mention.first - 3) : mention.first]]
    ends = mention.last >= len(words) or not words[mention.last].word
    return (before[-2:] in (["dies", "at"], ["died", "at"]) and ends) or before in (
        ["as", "young", "as"],
        ["as", "old", "as"],
    )


def _of_one(mention: Mention, words: Sequence[Token]) -> bool:
    """ "a boy of seven", "The guard who was hurt is 41", "the oldest 67": one person, and nothing that is counted."""
    if mention.found.value.bound is not Bound.EXACT or mention.last - mention.first > 1:
        return False
    after = words[mention.last] if mention.last < len(words) else None
    before = words[mention.first - 1].low
    child = before == "of" and mention.first > 1 and words[mention.first - 2].low in _ONE_CHILD
    if child and (after is None or after.low in AUXILIARIES):
        return True
    if after is not None and (after.word and after.low not in {"and", "when", "while", "but"}):
        return False
    if before in {"them", "whom"} and [w.low for w in words[mention.first - 3 : mention.first - 1]] == ["one", "of"]:
        return True  # "one of them 17"
    if child or (before == "be" and _thought_to_be(words, mention.first - 1)):
        return True
    if before == "of":
        return False
    if before in {"oldest", "youngest", "eldest"}:
        return True
    if before in BE and mention.first > 1 and words[mention.first - 2].low == "who":
        return True  # "three who were 17"
    if before in {"is", "was", "he's", "she's"} and mention.first > 1 and _one_name(words, mention.first - 2):
        return True
    return before in {"is", "was"} and _one_person(words, mention.first - 1)


def _thought_to_be(words: Sequence[Token], be: int) -> bool:
    """Whether one person is "believed to be" of an age: "The gunman, believed to be 26", "he is thought to be"."""
    if be < 3 or words[be - 1].low != "to" or words[be - 2].low not in _THOUGHT:
        return False
    here = be - 3
    if words[here].text == ",":
        return human(words[here - 1].low) is True and not plural(words[here - 1].low)
    return words[here].low in BE and (_one_name(words, here - 1) or _one_person(words, here))


_THOUGHT = frozenset("believed thought reported said understood estimated reportedly".split())


def _one_name(words: Sequence[Token], index: int) -> bool:
    """Whether a clause begins with a name or "he" that ends at `index`: "Brell was 35", not "the toll in Vell was"."""
    if words[index].low in {"he", "she"}:
        return True
    start = index
    while start >= 0 and words[start].capital and words[start].low not in _NO_NAME:
        start -= 1
    if start == index or plural(words[index].low) or (start < 0 and index == 0):
        return False
    return start < 0 or not words[start].word or words[start].low in {"that", "said", "says", "and", "but", "because"}


_BEFORE_SUBJECT = frozenset("and but that said says say told added".split())
_ONE_CHILD = frozenset("boy girl child man woman son daughter lad infant baby".split())
_KIN = _ONE_CHILD | frozenset("father mother brother sister wife husband nephew niece grandson cousin twin".split())
_SUBJECT = 3
"""Words of "the missing man"."""
_AGED = frozenset("oldest youngest eldest".split())


def _one_person(words: Sequence[Token], verb: int) -> bool:
    """Whether the subject of a clause is one person: "The guard who was hurt", "The youngest of the fugitives"."""
    start = verb
    if words[verb - 1].low in _LEVEL:
        return False  # "the correct figure was two"
    if words[verb - 1].text == ",":  # "The youngest, we are told, is nine"
        verb = next((i for i in range(verb - 2, max(0, verb - 8), -1) if words[i].text == ","), verb)
        start = verb
    while start > 0 and words[start - 1].word and words[start - 1].low not in _BEFORE_SUBJECT:
        start -= 1
    lead = [w.low for w in words[start : min(verb, start + 4)]]
    if _AGED & set(lead):
        return True
    opened = words[start].low in {"the", "his", "her", "a"} and 1 < verb - start <= _SUBJECT
    if opened and human(words[verb - 1].low) and all(w.text.islower() for w in words[start + 1 : verb]):
        return not plural(words[verb - 1].low)
    singular = [low for low in lead if low in PEOPLE or low in _KIN or human(low)]
    singular = singular or (lead[1:2] if lead[2:3] == ["who"] else [])
    return (
        lead[:1] in (["the"], ["his"], ["her"], ["my"], ["our"], ["their"])
        and bool(singular)
        and not plural(singular[0])
    )


def _plausible(mention: Mention) -> bool:
    value = mention.found.value
    ends = [end for end in (value.low, value.high) if isinstance(end, Decimal)]
    return bool(ends) and all(1 <= end <= _OLDEST and end == int(end) for end in ends)


def _people_before(words: Sequence[Token], index: int) -> bool:
    return any(w.low in PEOPLE for w in words[max(0, index - 4) : index])


def _between_commas(mention: Mention, words: Sequence[Token]) -> bool:
    first, last = mention.first, mention.last
    if last - first != 1 or first < 2 or words[first - 1].text != "," or not words[first].text.isdigit():
        return False
    if last < len(words) and words[last].text not in ",.;)":
        return False
    name = words[first - 2]
    return (
        name.word
        and not name.text[0].isdigit()
        and (name.capital or name.low in PEOPLE or _article_before(words, first - 2))
    )


def _article_before(words: Sequence[Token], index: int) -> bool:
    return any(w.low in {"a", "an", "the", "his", "her"} for w in words[max(0, index - 3) : index])


def _no_age(mention: Mention, words: Sequence[Token], kept: Sequence[Mention]) -> Mention | None:
    """The 63 of "Ada Holm is 61, not 63": the age that she is not."""
    before = kept[-1] if kept and kept[-1].sentence == mention.sentence else None
    if before is None or before.found.value.kind is not Kind.AGE or mention.head or mention.found.value.unit:
        return None
    between = [w.low for w in words[before.last : mention.first]]
    near = between[-1:] == ["not"] and len(between) <= _GUESSED and set(between) <= {",", "and", "not", "years", "old"}
    return _as_age(mention) if near and mention.found.value.kind is Kind.NUMBER else None


def _as_age(mention: Mention) -> Mention:
    value = replace(mention.found.value, kind=Kind.AGE, unit="year")
    return replace(mention, found=replace(mention.found, value=value))


def _elliptic(
    mention: Mention, words: Sequence[Token], before: Sequence[Mention], sentences: Sequence[Sentence]
) -> Mention | None:
    """ "eight minutes, not six", "under the limit of 0.05", "The rules allow seven": the unit of the measure before."""
    value = mention.found.value
    across = mention.head in _ACROSS and bool(before) and before[-1].sentence == mention.sentence
    named = mention.head is not None and not across
    if value.kind is not Kind.NUMBER or value.unit or named or value.bound is Bound.NONE or not mention.first:
        return None
    if not before or not 0 <= mention.sentence - before[-1].sentence <= 1:
        return None
    model = before[-1].found.value
    if model.kind is Kind.DURATION and _then(before[-1], sentences):
        return None
    if model.unit is None or model.kind in {Kind.AGE, Kind.PERCENT}:
        return None
    told = _goes_on(mention, words, model)
    if not across and not told and not _takes_unit(mention, words, before[-1].sentence == mention.sentence):
        return None
    changed = replace(value, kind=model.kind, unit=model.unit)
    if across:
        mention = replace(mention, noun=(mention.last, mention.last), head=None)
    return replace(mention, found=replace(mention.found, value=changed))


_ACROSS = frozenset("wide long high tall deep thick across".split())
"""Words behind a bare figure that make it a length: "40 feet long and 12 wide"."""


def _then(mention: Mention, sentences: Sequence[Sentence]) -> bool:
    """Whether a time only tells when: "Two days later"."""
    after = sentences[mention.sentence].words[mention.last : mention.last + 1]
    return bool(after) and after[0].low in {"later", "earlier", "ago", "after", "before", "on"}


def _goes_on(mention: Mention, words: Sequence[Token], model: Value) -> bool:
    """ "They asked for 500 million", "the shift lasted nine": in the unit of the amount or the time before."""
    value = mention.found.value
    if model.kind is Kind.MONEY:
        after = words[mention.last] if mention.last < len(words) else None
        return value.words.endswith(("million", "billion", "bn")) and not (after and after.low in AUXILIARIES)
    return model.kind is Kind.DURATION and words[mention.first - 1].low in {"lasted", "lasting", "took"}


_PERMITTED = tuple([be, low] for be in ("is", "was") for low in ("allowed", "permitted", "legal"))


def _takes_unit(mention: Mention, words: Sequence[Token], same_sentence: bool) -> bool:
    lows = [w.low for w in words[max(0, mention.first - 4) : mention.first]]
    if lows[-1:] == ["where"] and [w.low for w in words[mention.last : mention.last + 2]] in _PERMITTED:
        return same_sentence  # "doing 90 mph where 40 is allowed"
    if mention.last < len(words) and (words[mention.last].word and words[mention.last].low in _UNITLESS):
        day = words[mention.last].low in {"on", "in"} and words[mention.last + 1 : mention.last + 2]
        if not day or not (day[0].low in TIME_WORDS or day[0].text[0].isdigit()):
            return False
    if {"limit", "average", "allows", "allowed", "maximum", "minimum", "estimate", "figure"} & set(lows):
        return True
    if lows[-2:-1] == [","] and lows[-1] in {"perhaps", "maybe", "possibly"} and same_sentence:
        return True  # "36 hours, perhaps 40"
    if same_sentence and lows[-2:] in (["than", "the"], ["from", "the"]) and mention.head is None:
        return True  # "less than the 62,000 it reported"
    return same_sentence and lows[-1:] in (["not"], ["from"], ["to"], ["than"], ["against"], ["with"])
