"""Lists of words, written as one line of text so that they stay easy to read and to extend."""

from __future__ import annotations


def words(line: str) -> tuple[str, ...]:
    """The words of the line, in order.

    >>> words("one two")
    ('one', 'two')
    """
    return tuple(line.split())
