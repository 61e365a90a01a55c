"""Sentences of our own, made from our own words: who says, shows, wants or denies what, marked in the text.

A pattern (`patterns.txt`) holds marks: `[S …]` the source, `[C …]` the cue, `[X …]` what is said; `<name>` is replaced
by a phrase of that name (`phrases.txt`). `<name->` takes it without its marks, `<name!>` makes it an owner ("the
port's"), `<name.>` is the same as `<name>`. Some phrases can be given from elsewhere, to be drawn in their stead.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
BORROWED = 0.7
"""The share of a phrase that is drawn from elsewhere where there is one."""
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and its marked spans: role, start, end."""

    text: str
    spans: tuple[tuple[str, int, int], ...]


def phrases() -> dict[str, list[str]]:
    """The phrases of phrases.txt by name."""
    text = re.sub(r"\n +", " ", (FOLDER / "phrases.txt").read_text(encoding="utf-8"))
    rows = [line.partition(": ") for line in text.splitlines() if line and not line.startswith("#")]
    return {name: rest.split(" | ") for name, _, rest in rows}


def patterns() -> list[str]:
    """The patterns of patterns.txt, each as often as its number says."""
    lines = (FOLDER / "patterns.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.partition(" ") for line in lines if line and not line.startswith("#")]
    return [pattern for count, _, pattern in rows for _ in range(int(count))]


class Maker:
    """Draws sentences; the same seed and the same phrases give the same sentences everywhere."""

    def __init__(self, seed: int, elsewhere: Mapping[str, Sequence[str]]) -> None:
        self._random = random.Random(seed)
        self._phrases = phrases()
        self._patterns = patterns()
        self._elsewhere = elsewhere

    def sentence(self) -> Marked:
        """One sentence, or two of a quotation that goes on."""
        return read(_capitalised(self._filled(self._pick(self._patterns), 0)))

    def _pick(self, options: Sequence[str]) -> str:
        return options[int(self._random.random() * len(options))]

    def _phrase(self, name: str) -> str:
        lent = self._elsewhere.get(name)
        return self._pick(lent if lent and self._random.random() < BORROWED else self._phrases[name])

    def _filled(self, pattern: str, depth: int) -> str:
        def fill(match: re.Match[str]) -> str:
            name, how = match.group(1), match.group(2)
            text = self._phrase(name)
            if "<" in text:
                text = self._filled(text, depth + 1)
            if how == "-":
                return re.sub(r"\[S |\]|,(?=\])", "", text)
            return f"{text[:-1].rstrip(',')}'s] [C " if how == "!" else text

        if depth > _DEEPEST:
            return pattern
        return re.sub(r"<([\w-]*\w)([.!-]?)>", fill, pattern).replace("[C [S", "[S")


def _capitalised(text: str) -> str:
    """A capital where a sentence begins."""
    start = r"(^(?:\[\w )*[“\"]?|[.!?][”\"]?\]? (?:\[\w )*[“\"]?)([a-z])"
    return re.sub(start, lambda match: match[1] + match[2].upper(), text)


def read(marked: str) -> Marked:
    """Take the marks out of a text and note where they stood."""
    plain: list[str] = []
    length = 0
    opened: list[tuple[str, int]] = []
    spans: list[tuple[str, int, int]] = []
    for piece in re.split(r"(\[[SCX] |\])", marked):
        if re.fullmatch(r"\[[SCX] ", piece):
            opened.append((piece[1], length))
        elif piece == "]":
            role, start = opened.pop()
            spans.append((role, start, length))
        else:
            plain.append(piece)
            length += len(piece)
    return Marked("".join(plain), tuple(sorted(spans, key=lambda span: span[1])))


def sentences(count: int, seed: int, elsewhere: Mapping[str, Sequence[str]]) -> Iterator[Marked]:
    """So many sentences."""
    maker = Maker(seed, elsewhere)
    for _ in range(count):
        yield maker.sentence()
