"""Reporting verbs: which words are one here, who is their subject, what do they report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.extract.constructions import owns
from reconcile.extract.cue import Bounds, Cue
from reconcile.extract.cues import (
    AMBIGUOUS,
    BY_AGENT,
    FIGURE_OBJECTS,
    FINDERS,
    GIVES,
    LOGS,
    MOVES,
    NEED_CLAUSE,
    NO_SPEECH_OBJECTS,
    NOBODIES,
    OF_ONLY,
    REFUSED,
    RESEARCH,
    SELF,
    SPEAKERS,
    TOLD,
    VERBS,
    Force,
)
from reconcile.extract.naming import Naming, name_after, speaks, subject_before
from reconcile.extract.phrases import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    adverbial,
    closes,
    plural,
    verbal,
)
from reconcile.extract.tokens import Token

_ADDRESSEES = frozenset(
    """
        reporters reporter journalists journalist us me him her them news conference agency agencies parliament
        lawmakers television tv radio state local a an the this newspaper paper newspapers by media broadcaster
    """.split()
)
_QUOTES = frozenset("“”\"„«»‘’'")


def reported(words: Sequence[Token], index: int, bounds: Bounds, before: list[Cue]) -> Iterator[Cue]:
    token, force = words[index], VERBS[words[index].low]
    if _no_verb(words, index, bounds):
        return
    following = {w.low for w in words[index + 1 : index + 5]}
    if following & NO_SPEECH_OBJECTS or (force is Force.DENIES and following & REFUSED):
        return
    inverted = _inverted(words, index, bounds, force)
    if inverted:
        yield inverted
        return
    subject = _subject(words, index, bounds, before)
    if subject is None:
        return
    naming, begin = subject
    first = naming.words[0].low
    if (first in NOBODIES and len(naming.words) == 1) or (
        bounds.quoted and (naming.pronoun in SELF or first in {"our", "my"})
    ):
        return
    of_what = token.low in OF_ONLY and index + 1 < bounds.stop and words[index + 1].low == "of"
    if first in {"a", "an"} and len(naming.words) > 2 and naming.words[1].low in FIGURE_OBJECTS | {"claim", "sum"}:
        return
    if (force in {Force.FINDS, Force.MENTIONS} or token.low in AMBIGUOUS) and not (speaks(naming) or of_what):
        return
    if token.low in NEED_CLAUSE and not _clause_or_quote(words, index, bounds, begin):
        return
    if token.low in {"found", "find", "finds"} | RESEARCH and not _finds(words, index, naming):
        return
    if token.low in LOGS and not any(w.low in SPEAKERS for w in naming.words) and naming.pronoun is None:
        return
    if token.low in OF_ONLY and not of_what:
        return
    cue = _with_content(words, index, bounds, naming, begin, force)
    moves = token.low in MOVES and not {w.low for w in words[index + 1 : index + 6]} & FIGURE_OBJECTS
    gives = token.low in GIVES and not token.low.startswith("offer") and not (cue.right and cue.right[1] <= index)
    gives = gives and "as" not in [w.low for w in words[index + 1 : index + 7]]
    yield replace(cue, force=Force.MENTIONS) if moves or gives else cue


def _clause_or_quote(words: Sequence[Token], index: int, bounds: Bounds, begin: int) -> bool:
    """Whether "that", a participle or a quotation follows the verb, or a statement with its comma stands before."""
    follower = words[index + 1] if index + 1 < bounds.stop else None
    if follower is None or closes(follower):
        return begin > bounds.start and words[begin - 1].text in ',”"’»'
    return follower.low in {"that", "how"} or (follower.low.endswith("ing") and len(follower.low) > 4)


def _finds(words: Sequence[Token], index: int, naming: Naming) -> bool:
    """Whether "found" reports a result rather than a body or a key."""
    following = words[index + 1].low if index + 1 < len(words) else ""
    return following == "that" or any(w.low.removesuffix("'s") in FINDERS for w in naming.words)


def _no_verb(words: Sequence[Token], index: int, bounds: Bounds) -> bool:
    """Passives, adjectives and nouns that only look like reporting verbs."""
    low = words[index].low
    if index == bounds.start or words[index].capital:
        return True
    previous = words[index - 1].low
    if (
        previous in DETERMINERS
        or previous in PREPOSITIONS
        or words[index - 1].text[0].isdigit()
        or words[index - 1].text in "$€£("
    ):
        return True
    step = index - 1
    while step > bounds.start and adverbial(words[step]):
        step -= 1
    if words[step].low in BE and not low.endswith("ing"):
        return True
    if low.endswith("ing"):
        return not (words[step].low in BE or words[index - 1].text == "," or words[index - 1].text in _QUOTES)
    if low in AMBIGUOUS and _noun_here(words, index, bounds):
        return True
    if index + 2 >= bounds.stop or words[index + 1].low != "by" or low not in BY_AGENT:
        return False
    agent = name_after(words, index + 2, bounds.stop)
    return agent is not None and speaks(agent[0])


def _noun_here(words: Sequence[Token], index: int, bounds: Bounds) -> bool:
    """Whether an ambiguous form is a noun: "the health reports", "a UN report warned"."""
    low, previous = words[index].low, words[index - 1]
    follower = words[index + 1] if index + 1 < bounds.stop else None
    if not previous.word or (previous.low in VERBS and previous.low not in AMBIGUOUS):
        return not (previous.text in ",)" and low.endswith(("s", "ed", "put")))
    if (
        follower is None
        or follower.low in AUXILIARIES
        or follower.low in {"of"}
        or (follower.low in VERBS and follower.low not in AMBIGUOUS)
    ):
        return True
    if low.endswith("s") or low in {"thought", "found", "knew", "saw", "put", "set"}:
        return owns(previous) or (
            low != "put" and low != "set" and low.endswith("s") and plural(previous.low) and not previous.capital
        )
    if previous.low in {
        "they",
        "we",
        "i",
        "you",
        "to",
        "will",
        "would",
        "can",
        "could",
        "may",
        "not",
        "also",
        "now",
        "did",
        "does",
        "do",
    }:
        return False
    if follower.low in DETERMINERS or follower.low == "that" or follower.text[0].isdigit():
        return not any(plural(w.low) for w in words[max(bounds.start, index - 8) : index])
    return not plural(previous.low)


def _inverted(words: Sequence[Token], index: int, bounds: Bounds, force: Force) -> Cue | None:
    """ ", said X" and "” added X"."""
    if force not in {Force.SAYS, Force.DENIES} or words[index - 1].text not in "”\"’',»" or index + 1 >= bounds.stop:
        return None
    if words[index].low.endswith("ing") or (words[index].low in TOLD and words[index - 1].text == ","):
        return None
    following = words[index + 1]
    if (
        following.low in PREPOSITIONS
        or closes(following)
        or following.low in {"that", "it", "in", "on", "at"}
        or following.low in TIME_WORDS
    ):
        return None
    if words[index - 1].text == "," and subject_before(words, index, bounds.start):
        return None
    found = name_after(words, index + 1, bounds.stop)
    if not found:
        return None
    naming, after = found
    more = (after, bounds.stop) if _goes_on(words, after, bounds) else None
    return Cue(index, index, naming, index, (bounds.start, index), more, force, False)


def _goes_on(words: Sequence[Token], after: int, bounds: Bounds) -> bool:
    """Whether a statement goes on behind the name of its speaker: "…, said X, but one was missing"."""
    if after >= bounds.stop - 2 or words[after].text != ",":
        return False
    rest = words[after + 1 : bounds.stop]
    if rest[0].low in RELATIVES or (rest[0].text[0].isdigit() and len(rest) > 1 and not rest[1].word):
        return any(w.text in '“"' for w in rest)
    return any(w.text in '“"' or verbal(w) for w in rest)


def _subject(words: Sequence[Token], index: int, bounds: Bounds, before: list[Cue]) -> tuple[Naming, int] | None:
    """The name before the verb, or the one shared with the cue before it."""
    step = index - 1
    while step > bounds.start and (words[step].low in ADVERBS or words[step].low in AUXILIARIES):
        step -= 1
    shared = words[step].low in {"and", "but", "or"} or words[index].low.endswith("ing")
    if shared and words[step].low not in BE:
        if before:
            return before[0].naming if words[index].low.endswith("ing") else before[-1].naming, step
        return _first_name(words, bounds, step)
    found = subject_before(words, index, bounds.start)
    return (found.naming, found.begin) if found else None


def _first_name(words: Sequence[Token], bounds: Bounds, stop: int) -> tuple[Naming, int] | None:
    """The subject of the sentence for a verb further on: "The insurgents, putting deaths at 32, …"."""
    for index in range(bounds.start + 1, stop):
        if verbal(words[index]) and words[index - 1].low not in DETERMINERS:
            found = subject_before(words, index, bounds.start)
            return (found.naming, stop) if found else None
    mark = next((i for i in range(bounds.start + 1, stop + 1) if closes(words[i])), None)
    found = subject_before([*words[:mark], words[stop]], mark, bounds.start) if mark else None
    return (found.naming, stop) if found else None


def _with_content(words: Sequence[Token], index: int, bounds: Bounds, naming: Naming, begin: int, force: Force) -> Cue:
    after = _behind_addressee(words, index, bounds)
    if words[index].low in OF_ONLY:
        return Cue(index, index, naming, begin, None, (after, bounds.stop), force, True)
    left = (bounds.start, begin) if _says_before(words, bounds, begin) else None
    if left and begin > bounds.start and words[index].low.endswith("ing"):
        left = None
    trailing, resume = _trails(words, after, bounds, left is not None)
    if left and trailing:
        right = (resume, bounds.stop) if resume < bounds.stop - 1 else None
        return Cue(index, index, naming, begin, left, right, force, False)
    if not trailing and after < resume < bounds.stop and words[resume].low == "that":
        after = resume
    right = (after, bounds.stop) if after < bounds.stop else None
    if force is Force.FINDS and right is None:
        right = _given_before(words, naming)
    elif force is Force.FINDS and trailing:
        given = _given_before(words, naming)
        right = given or right
    return Cue(index, index, naming, begin, None, right, force, True)


def _given_before(words: Sequence[Token], naming: Naming) -> tuple[int, int] | None:
    """ "the 57 the port gave": the number right before the subject."""
    start = next((i for i, w in enumerate(words) if w is naming.words[0]), 0)
    if start and words[start - 1].low in DETERMINERS:
        start -= 1
    if start and words[start - 1].text[0].isdigit():
        return start - 1, start
    return None


def _behind_addressee(words: Sequence[Token], index: int, bounds: Bounds) -> int:
    after = index + 1
    if words[index].low not in TOLD:
        return after
    while (
        after < bounds.stop
        and after < index + 8
        and (words[after].low in _ADDRESSEES or (words[after].capital and words[after].low not in DETERMINERS))
    ):
        after += 1
    return after


def _says_before(words: Sequence[Token], bounds: Bounds, begin: int) -> bool:
    """Whether a statement stands before the subject: a mark, and a verb, a number or a quotation before it."""
    if begin <= bounds.start:
        return False
    mark = words[begin - 1]
    before = words[bounds.start : begin - 1]
    if mark.text in _QUOTES:
        return bool(before)
    if mark.text not in ",—–;:" or not before:
        return False
    opening = before[0].low in PREPOSITIONS or before[0].low in SUBORDINATORS or before[0].low in ADVERBS
    adjunct = opening and not (before[0].low == "there" and any(w.low in BE for w in before[1:3]))
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
    if first.text in "–—":
        return True, bounds.stop
    if first.text in ".;!?)" or first.text in ",":
        quote = after + 1 < bounds.stop and words[after + 1].text in _QUOTES and not left
        return not quote, after + 1 if first.text == "," else bounds.stop
    if not (
        first.low in PREPOSITIONS - {"over", "under", "above", "below", "about", "up", "between", "near"}
        or first.low in TIME_WORDS
        or first.low in ADVERBS
        or first.low == "without"
    ):
        return False, after
    for here in range(after, bounds.stop):
        if words[here].low == "that" or words[here].text in '“":':
            return False, here
        if words[here].text == ",":
            return True, here + 1
        if words[here].text in ";.!?":
            return True, bounds.stop
    return True, bounds.stop
