"""Lists of words, written as one line of text so that they stay easy to read and to extend."""

from __future__ import annotations

import re
from collections.abc import Iterable


def words(line: str) -> tuple[str, ...]:
    """The words of the line, in order.

    >>> words("one two")
    ('one', 'two')
    """
    return tuple(line.split())


def one_of(choices: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a blank in them also stands for a hyphen.

    >>> one_of(["sq m", "square metre"])
    'square[\\\\s-]metre|sq[\\\\s-]m'
    """
    longest_first = sorted(choices, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in longest_first)
