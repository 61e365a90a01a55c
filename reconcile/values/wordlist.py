"""Lists of words, written as one line of text so that they stay easy to read and to extend."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping


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


_TOGETHER = 8
"""First letters that are told apart at once."""


def opening(beginnings: Mapping[str, str]) -> str:
    """A pattern for the beginning of a word from its first letter, big or small, and what may follow it.

    For a search that goes over a whole text: most words are passed over by a look at their first letter.

    >>> opening({"a": "pr|ug", "m": "ay"})
    '(?-i:(?=[aAmM]))(?:(?-i:[aA])(?:pr|ug)|(?-i:[mM])(?:ay))'
    """
    letters = sorted(beginnings)
    groups = [letters[place : place + _TOGETHER] for place in range(0, len(letters), _TOGETHER)]
    return "|".join(
        f"(?-i:(?=[{''.join(letter + letter.upper() for letter in group)}]))"
        f"(?:{'|'.join(f'(?-i:[{letter}{letter.upper()}])(?:{beginnings[letter]})' for letter in group)})"
        for group in groups
    )


def spotted(spots: re.Pattern[str], shape: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The places of a shape in a text, as `shape.finditer` gives them, tried only where `spots` finds its beginning.

    A pattern of spots that begins with a set of characters is searched for many times as fast as a word border.
    """
    end = 0
    for spot in spots.finditer(text):
        if spot.start() >= end and (found := shape.match(text, spot.start())):
            end = found.end()
            yield found
