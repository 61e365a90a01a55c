"""What the tagger sees of each word of a sentence: names of features, the same when it is trained and when it reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reconcile.extract.attribution import Attribution
from reconcile.extract.cues import SPEAKERS, TITLES
from reconcile.extract.naming import subject_before
from reconcile.extract.phrases import TIME_WORDS
from reconcile.extract.stances import CLASSES
from reconcile.extract.tokens import Token
from reconcile.model import Span

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
    subjects: Sequence[str]
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
    """The features of every word; `lexicon` gives a word its likeliest part of speech."""
    words = sentence.words
    kinds = [kind(word, lexicon, number == 0) for number, word in enumerate(words)]
    cues = [CLASSES.get(word.low, "") for word in words]
    places = _places(words, cues, kinds)
    commas = list(accumulate(int(word.text == ",") for word in words))
    seen = _Seen(sentence, kinds, cues, _subjects(words, places), commas)
    left, right = _nearest(len(words), places)
    spoken = "said" if "B-C" in sentence.guess else "mute"
    quotes = "q" if any(sentence.quoted) else "p"
    return [
        [
            *_word(word, kinds[here], cues[here]),
            *_around(seen, here),
            *_ruled(seen, here, spoken),
            *_quotes(seen, here, quotes),
            *_reach(seen, here, "L", left[here]),
            *_reach(seen, here, "R", right[here]),
            f"@{min(here, 3)}{min(len(words) - here, 3)}",
        ]
        for here, word in enumerate(words)
    ]


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


def _at(values: Sequence[str], index: int, otherwise: str) -> str:
    return values[index] if 0 <= index < len(values) else otherwise


def _word(word: Token, tag: str, cue: str) -> list[str]:
    low = word.low
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


def _around(seen: _Seen, here: int) -> list[str]:
    words, kinds, cues = seen.view.words, seen.kinds, seen.cues
    tag = kinds[here]
    before, after = _at(kinds, here - 1, "^"), _at(kinds, here + 1, "$")
    low_before = words[here - 1].low if here else "^"
    low_after = words[here + 1].low if here + 1 < len(words) else "$"
    return [
        f"-w={low_before}",
        f"+w={low_after}",
        f"-2w={words[here - 2].low if here > 1 else '^'}",
        f"+2w={words[here + 2].low if here + 2 < len(words) else '$'}",
        f"-p={before}|{tag}",
        f"+p={tag}|{after}",
        f"-2p={_at(kinds, here - 2, '^')}|{before}|{tag}",
        f"+2p={tag}|{after}|{_at(kinds, here + 2, '$')}",
        f"-+p={before}|{tag}|{after}",
        f"-c={_at(cues, here - 1, '')}|{tag}",
        f"+c={tag}|{_at(cues, here + 1, '')}",
        f"+cw={cues[here]}|{low_after}",
        f"-cw={low_before}|{cues[here]}",
    ]


def _ruled(seen: _Seen, here: int, spoken: str) -> list[str]:
    guess = seen.view.guess
    mine = guess[here]
    return [
        f"r={mine}|{spoken}",
        f"-r={_at(guess, here - 1, '^')}|{mine}",
        f"+r={mine}|{_at(guess, here + 1, '$')}",
        f"rp={mine}|{seen.kinds[here]}",
    ]


def _quotes(seen: _Seen, here: int, quotes: str) -> list[str]:
    quoted, subjects = seen.view.quoted, seen.subjects
    before = here > 0 and quoted[here - 1]
    after = here + 1 < len(quoted) and quoted[here + 1]
    return [
        f"Q{quoted[here]:d}{quotes}{before:d}{after:d}",
        f"J{subjects[here]}|{seen.kinds[here]}",
        f"J{subjects[here]}{_at(subjects, here - 1, '_')}{_at(subjects, here + 1, '_')}",
    ]


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


def _reach(seen: _Seen, here: int, side: str, cue: int) -> list[str]:
    """How a word lies to the nearest possible cue on one side."""
    if cue < 0:
        return [f"{side}none"]
    words, quoted = seen.view.words, seen.view.quoted[here]
    low = words[cue].low
    name = seen.cues[cue] or low
    distance = abs(here - cue)
    far = str(distance) if distance < 4 else "4+" if distance < 8 else "8+" if distance < 16 else "16+"
    between = min(abs(seen.commas[here] - seen.commas[cue]), 2)
    beside = cue + 1 if side == "L" else cue - 1
    turn = words[beside].low if 0 <= beside < len(words) else "$"
    return [
        f"{side}{name}|{far}",
        f"{side}{low[:5]}|{quoted:d}",
        f"{side}{name}|{between}|{quoted:d}",
        f"{side}{name}<{turn if turn in _TURNS else 'x'}|{min(distance, 3)}|{between}",
    ]
