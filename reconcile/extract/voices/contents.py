"""What a reporting verb reports: which words of the sentence are the statement."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.names.naming import Naming
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import (
    ADDRESSED,
    OF_ONLY,
    SPEAKERS,
    Force,
)
from reconcile.extract.voices.verbs import span_later
from reconcile.extract.words.phrases import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    closes,
    verbal,
)
from reconcile.extract.words.tokens import Token

_ADDRESSEES = frozenset(
    """
        reporters reporter journalists journalist us me him her them news conference agency agencies parliament
        lawmakers television tv radio state local a an the this newspaper paper newspapers by media broadcaster
    """.split()
)
_QUOTES = frozenset("“”\"„«»‘’'")


def content_of(words: Sequence[Token], index: int, bounds: Bounds, naming: Naming, begin: int, force: Force) -> Cue:
    """The cue of a reporting verb with the spans it reports: before the subject, behind the verb, or around both."""
    after = _behind_addressee(words, index, bounds)
    if words[index].low in OF_ONLY:
        return Cue(index, index, naming, begin, None, (after, bounds.stop), force, True)
    left = (bounds.start, begin) if _says_before(words, bounds, begin) else None
    if left is None and begin > bounds.start + 2 and words[begin - 1].low == "as" and force is not Force.FINDS:
        left = (_not_before(words, begin - 1, bounds), begin - 1) if _trails(words, after, bounds, True)[0] else None
    if left and begin > bounds.start and words[index].low.endswith("ing"):
        left = None
    if left is None and force is Force.SAYS and after < bounds.stop and words[after].low in _THEY_DO:
        held = _number_before(words, naming, begin)
        if held:
            return Cue(index, index, held[0], begin, held[1], (after, bounds.stop), force, True)
    trailing, resume = _trails(words, after, bounds, left is not None)
    if left is None and trailing and (given := _relative(words, begin, bounds)) is not None:
        return Cue(index, index, naming, begin, given, None, force, True)
    if left and trailing:
        if _tallied(words, after, bounds):
            return Cue(index, index, naming, begin, left, (after, bounds.stop), force, False)
        right = (resume, bounds.stop) if resume < bounds.stop - 1 and not _time_since(words, resume) else None
        return Cue(index, index, naming, begin, left, right, force, False)
    if not trailing and after < resume < bounds.stop and words[resume].low == "that":
        after = resume
    after = _past_aside(words, index, bounds) or _past_day(words, after, bounds)
    right = (after, bounds.stop) if after < bounds.stop else None
    if force is Force.FINDS and right is None:
        right = _given_before(words, naming)
    elif force is Force.FINDS and trailing:
        given = _given_before(words, naming)
        right = given or right
    return Cue(index, index, naming, begin, None, right, force, True)


_TALLIES = frozenset(
    "counting checking examining reviewing analysing analyzing testing surveying inspecting tallying polling verifying "
    "interviewing recounting sampling screening".split()
)


def _tallied(words: Sequence[Token], after: int, bounds: Bounds) -> bool:
    """ "…, the board said after counting 84 percent of the votes": what its figure rests on, told by itself."""
    return after + 1 < bounds.stop and words[after].low in {"after", "upon"} and words[after + 1].low in _TALLIES


def _time_since(words: Sequence[Token], here: int) -> bool:
    """ "…, the firm said on Monday, three weeks after a fire that …": the outlet's own reminder."""
    span = [word.low.rstrip("s") for word in words[here + 1 : here + 3]]
    spans = ("day", "week", "month", "year", "hour", "minute")
    return any(low in spans and words[here + 2 + n].low in {"after", "before"} for n, low in enumerate(span[:1]))


_THEY_DO = frozenset("it they he she was were is are had has have will would could may might can died".split())


def _number_before(words: Sequence[Token], naming: Naming, begin: int) -> tuple[Naming, tuple[int, int]] | None:
    """ "the 20 million experts say it costs", "the 40 people police say were hurt": the speaker behind the number."""
    stop = next((i + 1 for i, w in enumerate(words) if w is naming.words[-1]), 0)
    number = next((i for i in range(stop - 2, max(begin - 1, stop - 6), -1) if words[i].text[0].isdigit()), None)
    if number is None or words[stop - 1].low not in SPEAKERS or words[stop - 2].low in SPEAKERS | DETERMINERS:
        return None
    return Naming((words[stop - 1],)), (number, stop - 1)


def _relative(words: Sequence[Token], begin: int, bounds: Bounds) -> tuple[int, int] | None:
    """The figure of "the 63 percent that the board had reported on Monday"; not what nobody but it tells of."""
    if begin - 2 <= bounds.start or words[begin - 1].low not in {"that", "which"}:
        return None
    for here in range(begin - 2, max(bounds.start, begin - _PHRASE), -1):
        if closes(words[here]) or verbal(words[here]):
            return None
        if words[here].text[0].isdigit() and words[here - 1].low in {"the", "a", "an"}:
            return here, begin - 1
    return None


_PHRASE = 7
"""Words of "the 63.4 percent of the votes" before its relative clause."""


def _not_before(words: Sequence[Token], stop: int, bounds: Bounds) -> int:
    """Where what "as the mayor had said" goes back to begins: behind "not" where that stands before."""
    return next((i for i in range(stop - 1, bounds.start - 1, -1) if words[i].low == "not"), bounds.start)


def _given_before(words: Sequence[Token], naming: Naming) -> tuple[int, int] | None:
    """ "the 57 the port gave": the number right before the subject."""
    start = next((i for i, w in enumerate(words) if w is naming.words[0]), 0)
    if start and words[start - 1].low in DETERMINERS:
        start -= 1
    if start and words[start - 1].text[0].isdigit():
        return start - 1, start
    return None


def _behind_addressee(words: Sequence[Token], index: int, bounds: Bounds) -> int:
    """Where the report goes on behind whoever is told: "told reporters …"."""
    after = index + 1
    if words[index].low not in ADDRESSED:
        return after
    while (
        after < bounds.stop
        and after < index + 8
        and (words[after].low in _ADDRESSEES or (words[after].capital and words[after].low not in DETERMINERS))
    ):
        after += 1
    return _behind_noun(words, after, bounds)


def _behind_noun(words: Sequence[Token], after: int, bounds: Bounds) -> int:
    """Past an addressee of several words that nothing follows: "villagers told a local radio station."."""
    if words[after - 1].low in _WHOLE:
        return after
    for here in range(after, min(after + _ADDRESSEE, bounds.stop)):
        if closes(words[here]) or (words[here].low == "that" and here > after):
            return here
        if verbal(words[here]) or words[here].text[0].isdigit() or words[here].low in SUBORDINATORS:
            return after
    return after


def _there_is(words: Sequence[Token], here: int) -> bool:
    """Whether a clause begins: "told me there were nine"."""
    return words[here].low == "there" and here + 1 < len(words) and words[here + 1].low in AUXILIARIES


_WHOLE = frozenset("me us him her them reporters journalists".split())
"""Addressees that no noun follows: "told me there were nine"."""
_ADDRESSEE = 8
"""Words of the longest addressee."""


def _past_aside(words: Sequence[Token], index: int, bounds: Bounds) -> int | None:
    """Where "that" stands behind an aside: "said on Friday, two days after the crash, that", "told …, which sat, that".

    The aside is a relative clause or holds no verb; what stands in it is the outlet's own.
    """
    limit = min(index + _ASIDE, bounds.stop - 2)
    comma = next((i for i in range(index + 1, min(index + _ADDRESSEE, limit)) if _marked(words[i])), None)
    if comma is None or words[comma].text != "," or words[index + 1].text[0].isdigit():
        return None
    inside = words[comma + 1].low in RELATIVES
    for here in range(comma + 1, limit):
        if words[here].text == "," and words[here + 1].low == "that":
            return here + 1
        if words[here].text in _NO_ASIDE or words[here].low == "that" or (not inside and _predicates(words[here])):
            return None
    return None


_ASIDE = 24
"""Words from a verb of saying to its "that" behind an aside."""
_NO_ASIDE = _QUOTES | frozenset(";.:!?")


def _marked(token: Token) -> bool:
    return closes(token) or token.low == "that" or _predicates(token)


def _predicates(token: Token) -> bool:
    return token.low in AUXILIARIES or (verbal(token) and not token.low.endswith("ing"))


def _past_day(words: Sequence[Token], after: int, bounds: Bounds) -> int:
    """Past the day of speaking, "said on Friday 31 people had died"; "said Friday was quiet" tells of the day."""
    here = after
    while here < bounds.stop and (
        words[here].low in TIME_WORDS or (words[here].low in {"on", "late", "early"} and here == after)
    ):
        here += 1
    if here >= bounds.stop - 1 or here == after or words[here - 1].low in {"on", "late", "early", "may", "march"}:
        return after
    return after if words[here].low in AUXILIARIES or words[here - 1].low.endswith("'s") else here


_COUNTS = frozenset("nobody none no dozens scores hundreds thousands millions several".split())
_BOUNDED = frozenset(
    {("at", "least"), ("at", "most"), ("up", "to"), ("as", "many"), ("as", "much"), ("no", "one"), ("between", "two")}
)
"""Words that begin a figure and so a statement, however short."""
_LIMITS = frozenset({"between", "over", "under", "above", "below", "around", "about"})


def _says_before(words: Sequence[Token], bounds: Bounds, begin: int) -> bool:
    """Whether a statement stands before the subject: a mark, and a verb, a number or a quotation before it."""
    if begin <= bounds.start:
        return False
    mark = words[begin - 1]
    before = words[bounds.start : begin - 1]
    if mark.text in _QUOTES:
        return bool(before) and words[begin].low not in {"and", "or"}
    if mark.text not in ",—–;:" or not before:
        return False
    opening = before[0].low in PREPOSITIONS or before[0].low in SUBORDINATORS or before[0].low in ADVERBS
    adjunct = opening and not (before[0].low == "there" and any(w.low in BE for w in before[1:3]))
    bounded = (
        before[0].low in _LIMITS and len(before) > 1 and (before[1].low in NUMERALS or before[1].text[0].isdigit())
    )
    if bounded or before[0].low in _COUNTS or tuple(w.low for w in before[:2]) in _BOUNDED:
        return True  # "At least 44 houses, the brigade said, burned"
    if adjunct and len(before) <= 4:
        return False
    return (len(before) > 4 and not adjunct) or any(
        verbal(w) or w.text[0].isdigit() or w.low.endswith("ing") for w in before
    )


def _trails(words: Sequence[Token], after: int, bounds: Bounds, left: bool) -> tuple[bool, int]:
    """Whether nothing is said behind the verb but when and where; and where the sentence goes on after that."""
    if after >= bounds.stop:
        return True, bounds.stop
    first = words[after]
    if tuple(w.low for w in words[after : after + 2]) in _BOUNDED:
        return False, after  # "said as many as 70 were below"
    if first.text in "–—":
        return True, bounds.stop
    if first.text in ".;!?)" or first.text in ",":
        quote = after + 1 < bounds.stop and words[after + 1].text in _QUOTES and not left
        return not quote, after + 1 if first.text in ",;" else bounds.stop
    if not (
        first.low in PREPOSITIONS - {"over", "under", "above", "below", "about", "up", "between", "near"}
        or first.low in TIME_WORDS
        or (first.low in ADVERBS and not _there_is(words, after))
        or first.low == "without"
        or span_later(words, after)
    ):
        return False, after
    for here in range(after, bounds.stop):
        if (words[here].low == "that" and words[here - 1].low != "condition") or words[here].text in '“":':
            return False, here
        if words[here].text == ",":
            return True, here + 1
        if words[here].text in ";.!?":
            return True, bounds.stop
    return True, bounds.stop
