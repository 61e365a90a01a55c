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

    Words of one first letter stand together, so that a search tries few of them at each place.

    >>> one_of(["sq m", "ha", "square metre"])
    'h(?:a)|s(?:quare[\\\\s-]metre|q[\\\\s-]m)'
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(choices, key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"[\s-]"))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(by_first.items()))
