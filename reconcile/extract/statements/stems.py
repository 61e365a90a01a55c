"""Which sentences hold one of some pieces of words: a cheap look before the readers of statements read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from reconcile.extract.words.text import Sentence

_TYPES = 1 << 16
"""Words of which it is remembered what they hold: the same few thousand make up most of any text."""


class Finder:
    """Finds the sentences with one of several pieces of words ("arrest", "set free"), for several readers at once.

    A piece may hold blanks: then one of its words is looked for, and the piece where that word stands.
    """

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._groups = [tuple(group) for group in groups]
        pieces = {piece: _longest(piece) for group in self._groups for piece in group}
        self._pieces = tuple(pieces.items())
        self._held = lru_cache(maxsize=_TYPES)(self._held_by)

    def _held_by(self, word: str) -> tuple[str, ...]:
        """The pieces that a word holds, by their longest word."""
        return tuple(piece for piece, part in self._pieces if part in word)

    def marked(self, text: str, sentences: Sequence[Sentence]) -> list[list[int]]:
        """For each group the numbers of the sentences that hold one of its pieces, in order."""
        holding: dict[str, list[int]] = {}
        for number, sentence in enumerate(sentences):
            for piece in self._in(text, sentence):
                holding.setdefault(piece, []).append(number)
        return [sorted({number for piece in group for number in holding.get(piece, ())}) for group in self._groups]

    def _in(self, text: str, sentence: Sentence) -> set[str]:
        found = {piece for word in sentence.words for piece in self._held(word.low)}
        if not found:
            return found
        low = text[sentence.start : sentence.end + 1].lower()
        return {piece for piece in found if piece in low}


def _longest(piece: str) -> str:
    """The longest word of a piece, by which it is looked for."""
    return max(piece.split(), key=len)
