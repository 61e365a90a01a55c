"""Mentions of quantities: each value with its place among the words of a sentence, what is counted, and its quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.extract.voices.cues import VERBS
from reconcile.extract.words.phrases import (
    ADVERBS,
    AUXILIARIES,
    COMMON_VERBS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    closes,
    plural,
    verbal,
)
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import DEEDS, PARTICLES, STATES, passive
from reconcile.model import Found, Kind, Span

_PARTICIPLE_LEFT = ("ing", "ed")
_MORE = frozenset("more new additional further other others".split()) - {"others"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A value in its sentence: the words `first:last` are the value, `noun` the counted phrase as a word range."""

    found: Found
    sentence: int
    first: int
    last: int
    noun: tuple[int, int]
    head: str | None
    span: Span


_LONGEST_PROSE = 8_000


def mentions(founds: Sequence[Found], sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Join the values of a text with the sentences in which they stand; both in order of offset.

    A "sentence" of more than 8,000 characters is cut at 400 words, so it is no prose: figures run together without
    blanks, encoded data. Nothing is read from it.
    """
    index = 0
    for found in founds:
        while index < len(sentences) and sentences[index].end <= found.start:
            index += 1
        if index == len(sentences):
            return
        sentence = sentences[index]
        prose = sentence.end - sentence.start <= _LONGEST_PROSE
        if prose and sentence.start <= found.start and found.end <= sentence.end:
            mention = _mention(found, index, sentences[index].words)
            if mention is not None:
                yield mention


def _mention(found: Found, sentence: int, words: Sequence[Token]) -> Mention | None:
    first = next((i for i, t in enumerate(words) if t.end > found.start), None)
    if first is None:
        return None
    last = first
    while last < len(words) and words[last].start < found.end:
        last += 1
    noun = counted(words, last, words[last - 1] if last else None)
    head = _head(words, noun)
    return Mention(found, sentence, first, last, noun, head, _quote(found, words, first, last, noun))


def counted(words: Sequence[Token], last: int, value: Token | None = None) -> tuple[int, int]:
    """The words that name what is counted, behind a number that ends before `words[last]`."""
    start = last
    if (
        start < len(words)
        and words[start].low == "("
        and value
        and start + 2 < len(words)
        and words[start + 2].text == ")"
    ):
        start += 3  # the figure repeated in brackets: "fourteen (14) workers"
    if start + 2 < len(words) and words[start].text == "," and words[start + 1].low == "of":
        start += words[start + 2].low not in _POINTING  # "dozens, perhaps hundreds, of convicts"
    if start < len(words) and words[start].low == "of":
        start += 1
    partitive = start > last or (value is not None and value.low == "half")
    while start < len(words) and (words[start].low in _MORE or (partitive and words[start].low in DETERMINERS)):
        start += 1
    stop = start
    while stop < len(words) and stop < start + 8 and not _ends_noun(words, start, stop):
        stop += 1
    return _to_head(words, start, stop)


_POINTING = frozenset("whom which them these those whose".split())


def _ends_noun(words: Sequence[Token], start: int, here: int) -> bool:
    token = words[here]
    low = token.low
    if closes(token) or low in PREPOSITIONS or low in SUBORDINATORS or low in ADVERBS or low in AUXILIARIES:
        return True
    if low == "nor":
        return True
    if low in {"and", "or"}:
        return not (here > start and not plural(words[here - 1].low) and _adds_noun(words[here + 1 : here + 4]))
    if here > start and (_gerund(words, here) or low in _VERB_ONLY or low in {"ages", "aged"}):
        return True
    if here == start and low in _HOW_SURE and here + 1 < len(words) and plural(words[here + 1].low):
        return False  # "eight confirmed cases"
    if (low in DETERMINERS and not (here == start and low == "such")) or low in TIME_WORDS:
        return True
    if here > start and plural(words[here - 1].low) and (verbal(token) or low in VERBS):
        return True
    if low.endswith("ed") and len(low) > 4 and _verb_like(words, start, here):
        return True
    return here == start and (_finite(words, here) or low in _VERB_ONLY_OR_OPENS_NO_NOUN)


def _gerund(words: Sequence[Token], here: int) -> bool:
    """Whether a word in -ing goes on with a verb ("six men holding"), not a noun ("40 public housing estates")."""
    if not words[here].low.endswith("ing") or words[here - 1].capital:
        return False
    following = words[here + 1].low if here + 1 < len(words) else ""
    return plural(words[here - 1].low) or not plural(following)


_HOW_SURE = frozenset("confirmed suspected reported registered recorded alleged".split())


def _adds_noun(words: Sequence[Token]) -> bool:
    """Whether "and" goes on with an adjective and its noun: "male and female nurses", not "a clerk and hurting"."""
    first = words[0] if words else None
    if first is None or first.text[0].isdigit() or first.low.endswith("ing") or first.low in DETERMINERS:
        return False
    return any(plural(w.low) for w in words)


def _finite(words: Sequence[Token], here: int) -> bool:
    """Whether the word right behind a number is a verb: "12 live there", but not "no live rounds" or "12 votes"."""
    low = words[here].low
    following = words[here + 1].low if here + 1 < len(words) else ""
    if low in DEEDS and not plural(following) and (not following[:1].isalpha() or following in _BEHIND_DEED):
        return True
    if low not in COMMON_VERBS:
        return low == "flee"
    if low.endswith("s") and low not in _NO_NOUN:
        return following in _BEHIND_VERB  # "a count of 18 skips the rest"
    return not (low in _ADJECTIVES and plural(following))


_BEHIND_DEED = PREPOSITIONS | DETERMINERS | ADVERBS | TIME_WORDS | {"as", "to", "after"}
_BEHIND_VERB = (DETERMINERS - {"other", "such", "both", "all", "each"}) | {"out", "off", "behind"}
_NO_NOUN = frozenset("becomes brings comes dies gets goes includes keeps needs remains sees sinks".split())
_ADJECTIVES = frozenset("live left shut cut burnt sunk".split())
_OPENS_NO_NOUN = frozenset(
    """
        hostage captive lower higher greater larger smaller cheaper ages aged age given left held found shot taken open
        closed still worth
    """.split()
)
_VERB_ONLY = frozenset(word for word in VERBS if word.endswith("ed")) - {"reported", "claimed", "estimated"}


_PREPOSITIONS_OR_ADVERBS_OR_DETERMINERS = PREPOSITIONS | ADVERBS | DETERMINERS


def _verb_like(words: Sequence[Token], start: int, here: int) -> bool:
    """Whether a word in -ed is a verb: behind a name, or with no noun to follow ("six remained at")."""
    if here > start:
        return words[here - 1].capital
    following = words[here + 1] if here + 1 < len(words) else None
    ends = following is None or not following.word or following.low in _PREPOSITIONS_OR_ADVERBS_OR_DETERMINERS
    return words[here].low not in _HURT and ends


_HURT = frozenset("injured wounded unarmed unemployed detained arrested".split())


def _to_head(words: Sequence[Token], start: int, stop: int) -> tuple[int, int]:
    """Cut the run behind its first plural noun, or the last of several in a row."""
    for index in range(start, stop):
        if plural(words[index].low) and not (index + 1 < stop and plural(words[index + 1].low)):
            return start, index + 1
    return start, stop


def _head(words: Sequence[Token], noun: tuple[int, int]) -> str | None:
    return words[noun[1] - 1].low if noun[1] > noun[0] else None


def _quote(found: Found, words: Sequence[Token], first: int, last: int, noun: tuple[int, int]) -> Span:
    """From the verb before the number to the verb behind what is counted."""
    start, stop = first, max(last, noun[1])
    if start and words[start - 1].low in DETERMINERS and words[start - 1].low != "that":
        start -= 1
    reach = 4 if found.value.kind is Kind.DURATION or noun[1] == noun[0] else 1
    if noun[1] == noun[0] and start and words[start - 1].low == "at":
        reach = 9  # "put the number of dead at"
    start = _back_to_verb(words, start, reach)
    if found.value.kind is not Kind.DURATION and (
        noun[1] > noun[0] or (stop < len(words) and (words[stop].low in AUXILIARIES or verbal(words[stop])))
    ):
        limit = min(len(words), stop + 5)
        while stop < limit and _says(words, stop):
            stop += 1
    elif stop < len(words) and words[stop].low == "ago":
        stop += 1
    return Span(min(words[start].start, found.start), max(words[stop - 1].end, found.end))


def _says(words: Sequence[Token], index: int) -> bool:
    """Whether a word goes on the verb group behind the noun: auxiliary, adverb, participle, state, particle."""
    low = words[index].low
    if low in AUXILIARIES or low in ADVERBS or verbal(words[index]) or passive(words[index]) or low in STATES:
        return True
    particle = low in PARTICLES and (passive(words[index - 1]) or verbal(words[index - 1]))
    return (particle and not _opens_phrase(words, index)) or _at_large(words, index)


_ADVERBS_OR_PREPOSITIONS = ADVERBS | PREPOSITIONS


def _opens_phrase(words: Sequence[Token], index: int) -> bool:
    """Whether "in" or "on" has a noun behind it: "killed in the raid", but not "kept in overnight"."""
    following = words[index + 1] if index + 1 < len(words) else None
    return following is not None and following.word and following.low not in _ADVERBS_OR_PREPOSITIONS


def _at_large(words: Sequence[Token], index: int) -> bool:
    """ "in hospital", "at large", "in custody": a state in two words, behind an auxiliary or adverb."""
    pair = tuple(w.low for w in words[index : index + 2])
    if pair in _PAIRS:
        return True
    return index > 0 and tuple(w.low for w in words[index - 1 : index + 1]) in _PAIRS


_PAIRS = frozenset(
    {("in", "hospital"), ("at", "large"), ("in", "custody"), ("on", "strike"), ("took", "part"), ("taken", "part")}
)


def _back_to_verb(words: Sequence[Token], start: int, reach: int) -> int:
    """The nearest verb up to `reach` words back, not over a mark; else only a preposition."""
    for here in range(start - 1, max(-1, start - 1 - reach), -1):
        if closes(words[here]) or words[here].low in SUBORDINATORS or words[here].low in {"and", "or"}:
            break
        if _acts(words[here]):
            return here
    if start and words[start - 1].low in {"of", "at", "to", "by", "from", "in", "for"}:
        return start - 1
    return start


_AUXILIARIES_OR_PUT = AUXILIARIES | {"put", "puts", "set"}


def _acts(token: Token) -> bool:
    return token.low.endswith(_PARTICIPLE_LEFT) or token.low in _AUXILIARIES_OR_PUT or verbal(token)


def is_count(mention: Mention) -> bool:
    """Whether it is a plain count of something."""
    return mention.found.value.kind is Kind.NUMBER and mention.found.value.unit is None


_VERB_ONLY_OR_OPENS_NO_NOUN = _VERB_ONLY | _OPENS_NO_NOUN
