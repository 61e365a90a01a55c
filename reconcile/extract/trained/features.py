"""What the tagger sees of each word of a sentence: names of features, the same when it is trained and when it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from reconcile.extract.names.naming import subject_before
from reconcile.extract.trained.stances import CLASSES
from reconcile.extract.voices.attribution import Attribution
from reconcile.extract.voices.cues import SPEAKERS, TITLES
from reconcile.extract.words.phrases import TIME_WORDS
from reconcile.extract.words.tokens import Token
from reconcile.model import Span

T = TypeVar("T")

_PRONOUNS = frozenset("i you he she it we they who me him her us them everyone nobody someone".split())
_TURNS = frozenset(', “ ” " : that to of for on about by the in and .'.split())
_ENDINGS = {
    "'s": "POS",
    "ing": "VBG",
    "ed": "VBD",
    "ly": "RB",
    "ous": "JJ",
    "ful": "JJ",
    "al": "JJ",
    "ive": "JJ",
    "able": "JJ",
    "ic": "JJ",
    "less": "JJ",
    "s": "NNS",
}
"""Parts of speech of words that the lexicon does not have, by how they end."""


@dataclass(frozen=True, slots=True)
class View:
    """A sentence as the tagger sees it.

    `quoted` tells which words stand in quotation marks, `guess` the label that the rules give each word: B- and I-
    with S (source), C (cue) or X (content), or O.
    """

    words: Sequence[Token]
    quoted: Sequence[bool]
    guess: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is worked out once for a sentence."""

    view: View
    kinds: Sequence[str]
    cues: Sequence[str]
    commas: Sequence[int]


def view(words: Sequence[Token], quoted: Sequence[bool], found: Sequence[Attribution]) -> View:
    """A sentence with what the rules found in it."""
    spans: list[tuple[str, Span]] = []
    for each in found:
        if each.content and each.naming is not None:
            spans.extend(("X", span) for span in each.content)
    for each in found:
        if each.content and each.naming is not None:
            spans.append(("S", Span(each.naming.words[0].start, each.naming.words[-1].end)))
            spans.append(("C", each.cue))
    return View(words, quoted, labels(words, spans))


def labels(words: Sequence[Token], spans: Sequence[tuple[str, Span]]) -> list[str]:
    """Spans as a label for each word; of spans that overlap the later ones hold."""
    marks = ["O"] * len(words)
    for role, span in spans:
        first = True
        for here, word in enumerate(words):
            if word.start < span.end and word.end > span.start:
                marks[here] = f"{'B' if first else 'I'}-{role}"
                first = False
    for here, mark in enumerate(marks):
        if mark[0] == "I" and (here == 0 or marks[here - 1][2:] != mark[2:]):
            marks[here] = f"B{mark[1:]}"
    return marks


def features(sentence: View, lexicon: Mapping[str, str]) -> list[list[str]]:
    """The names of the features of every word; `lexicon` gives a word its likeliest part of speech."""
    return looked_at(sentence, lexicon, lambda group, *seen: group(*seen))


def looked_at(sentence: View, lexicon: Mapping[str, str], told: Callable[..., Iterable[T]]) -> list[list[T]]:
    """What is told of the features of every word, group by group.

    `told` takes a group and what it looks at, from which the group makes the names of its features: who reads can keep
    what it needs of them for each word, tag and so on that it has met.
    """
    words, quoted = sentence.words, sentence.quoted
    kinds = [kind(word, lexicon, number == 0) for number, word in enumerate(words)]
    cues = [CLASSES.get(word.low, "") for word in words]
    places = _places(words, cues, kinds)
    commas = list(accumulate(int(word.text == ",") for word in words))
    seen = _Seen(sentence, kinds, cues, commas)
    left, right = _nearest(len(words), places)
    spoken = "said" if "B-C" in sentence.guess else "mute"
    quotes = "q" if any(quoted) else "p"
    # each with two neighbours beyond both ends, so that word `here` stands at here + 2
    lows = ["^", "^", *(word.low for word in words), "$", "$"]
    tags = ["^", "^", *kinds, "$", "$"]
    marks = ["", "", *cues, "", ""]
    rules = ["^", "^", *sentence.guess, "$", "$"]
    subjects = ["_", "_", *_subjects(words, places), "_", "_"]
    spans = [False, False, *quoted, False, False]
    found = []
    for here in range(len(words)):
        before2, before, low, after, after2 = lows[here : here + 5]
        tag_before2, tag_before, tag, tag_after, tag_after2 = tags[here : here + 5]
        mark_before, mark, mark_after = marks[here + 1 : here + 4]
        found.append(
            [
                *told(_word, low, tag, mark),
                *told(_named, "-w=", before),
                *told(_named, "+w=", after),
                *told(_named, "-2w=", before2),
                *told(_named, "+2w=", after2),
                *told(_beside, tag_before, tag, tag_after),
                *told(_behind, tag_before2, tag_before, tag),
                *told(_ahead, tag, tag_after, tag_after2),
                *told(_between, tag_before, tag, tag_after),
                *told(_cued, mark_before, tag, mark_after),
                *told(_cue_before, mark, after),
                *told(_cue_behind, before, mark),
                *told(_ruled, *rules[here + 1 : here + 4], spoken, tag),
                *told(_quotes, *spans[here + 1 : here + 4], quotes, *subjects[here + 1 : here + 4], tag),
                *_reach(seen, here, "L", left[here], told),
                *_reach(seen, here, "R", right[here], told),
                *told(_placed, min(here, 3), min(len(words) - here, 3)),
            ]
        )
    return found


def kind(word: Token, lexicon: Mapping[str, str], first: bool) -> str:
    """The likeliest part of speech: from the lexicon, else from the shape of the word."""
    if not word.word:
        return word.text
    known = lexicon.get(word.text) or lexicon.get(word.low)
    if word.capital and not first and (known is None or known[:2] not in {"NN", "PR"} or word.text not in lexicon):
        return "NNP"
    if known:
        return known
    if word.low[0].isdigit():
        return "CD"
    if word.capital:
        return "NNP" if len(word.low) > 1 else "SYM"
    return next((tag for end, tag in _ENDINGS.items() if word.low.endswith(end)), "NN")


def _word(low: str, tag: str, cue: str) -> list[str]:
    found = ["b", f"w={low}", f"p={tag}", f"c={cue}|{tag}", f"s={low[-3:]}", f"t={low[:5]}|{cue != ''}"]
    if low.removesuffix("'s") in SPEAKERS:
        found.append("speaker")
    if low.rstrip(".") in TITLES:
        found.append("title")
    if low in _PRONOUNS:
        found.append("pronoun")
    if low in TIME_WORDS:
        found.append("time")
    return found


def _named(side: str, low: str) -> list[str]:
    return [side + low]


def _beside(before: str, tag: str, after: str) -> list[str]:
    return [f"-p={before}|{tag}", f"+p={tag}|{after}"]


def _behind(before2: str, before: str, tag: str) -> list[str]:
    return [f"-2p={before2}|{before}|{tag}"]


def _ahead(tag: str, after: str, after2: str) -> list[str]:
    return [f"+2p={tag}|{after}|{after2}"]


def _between(before: str, tag: str, after: str) -> list[str]:
    return [f"-+p={before}|{tag}|{after}"]


def _cued(before: str, tag: str, after: str) -> list[str]:
    return [f"-c={before}|{tag}", f"+c={tag}|{after}"]


def _cue_before(cue: str, after: str) -> list[str]:
    return [f"+cw={cue}|{after}"]


def _cue_behind(before: str, cue: str) -> list[str]:
    return [f"-cw={before}|{cue}"]


def _ruled(before: str, mine: str, after: str, spoken: str, tag: str) -> list[str]:
    return [f"r={mine}|{spoken}", f"-r={before}|{mine}", f"+r={mine}|{after}", f"rp={mine}|{tag}"]


def _quotes(
    before: bool, quoted: bool, after: bool, quotes: str, last: str, subject: str, following: str, tag: str
) -> list[str]:
    return [f"Q{quoted:d}{quotes}{before:d}{after:d}", f"J{subject}|{tag}", f"J{subject}{last}{following}"]


def _placed(first: int, last: int) -> list[str]:
    return [f"@{first}{last}"]


def _places(words: Sequence[Token], cues: Sequence[str], kinds: Sequence[str]) -> list[int]:
    """Where a cue may stand: words of the tables that are no nouns here, "according", a colon."""
    return [
        here
        for here, word in enumerate(words)
        if word.low == "according"
        or (word.text == ":" and here)
        or (cues[here] and not kinds[here].startswith(("NN", "JJ", "IN", "DT")))
    ]


def _subjects(words: Sequence[Token], places: Sequence[int]) -> list[str]:
    """Which words are the subject of a possible cue, as the rules would cut it: B, I, the cue V, or O."""
    marks = ["O"] * len(words)
    for here in places:
        if not here or words[here].capital or not words[here].word:
            continue
        marks[here] = "V"
        subject = subject_before(words, here, 0)
        if subject is None:
            continue
        first, last = subject.naming.words[0].start, subject.naming.words[-1].end
        for index in range(subject.begin, here):
            if first <= words[index].start and words[index].end <= last and marks[index] == "O":
                marks[index] = "B" if words[index].start == first else "I"
    return marks


def _nearest(length: int, places: Sequence[int]) -> tuple[list[int], list[int]]:
    """For each word the nearest possible cue before and behind it; -1 where there is none."""
    left, right = [-1] * length, [-1] * length
    for first, second in zip([-1, *places], [*places, length], strict=True):
        for here in range(first + 1, min(second + 1, length)):
            left[here] = first
        for here in range(max(first, 0), second):
            right[here] = second if second < length else -1
    return left, right


def _reach(seen: _Seen, here: int, side: str, cue: int, told: Callable[..., Iterable[T]]) -> Iterable[T]:
    """How a word lies to the nearest possible cue on one side."""
    if cue < 0:
        return told(_alone, side)
    words = seen.view.words
    low = words[cue].low
    between = min(abs(seen.commas[here] - seen.commas[cue]), 2)
    beside = cue + 1 if side == "L" else cue - 1
    turn = words[beside].low if 0 <= beside < len(words) else "$"
    turn = turn if turn in _TURNS else "x"
    name, distance, quoted = seen.cues[cue] or low, min(abs(here - cue), 16), seen.view.quoted[here]
    return told(_away, side, low, name, distance, between, quoted, turn)


def _alone(side: str) -> list[str]:
    return [f"{side}none"]


def _away(side: str, low: str, name: str, distance: int, between: int, quoted: bool, turn: str) -> list[str]:
    far = str(distance) if distance < 4 else "4+" if distance < 8 else "8+" if distance < 16 else "16+"
    return [
        f"{side}{name}|{far}",
        f"{side}{low[:5]}|{quoted:d}",
        f"{side}{name}|{between}|{quoted:d}",
        f"{side}{name}<{turn}|{min(distance, 3)}|{between}",
    ]
