"""Words and marks with their offsets: what every later step of the extraction looks at."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

ABBREVIATIONS = frozenset(
    "dr mr mrs ms prof rev hon lt capt cpt col gen maj sgt cpl adm cmdr supt insp det sen rep gov pres fr sr jr st ste "
    """
        mt no nos vs approx est dept jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp bros ret art
        fig brig
    """.split()
)
"""Words whose full stop does not end a sentence (without the stop, lower case)."""

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    r"|\d+(?:[.,]\d+)*[^\W_]*(?:[’'\-‑][^\W_]+)*"  # 1,500  4.5  45th  20-year-old
    r"|[^\W_]+(?:[’'\-‑&][^\W_]+)*[’']?(?=\s)"  # drivers’ (before a space)
    r"|[^\W_]+(?:[’'\-‑&][^\W_]+)*"
    r"|[^\w\s]|_"
)


class Token(NamedTuple):
    """One word or mark: `text == source[start:end]`, `low` is the same in lower case with a plain apostrophe.

    `word` tells a word or a number from a mark, `capital` whether it begins with a capital letter.
    """

    start: int
    end: int
    text: str
    low: str
    word: bool
    capital: bool

    def respelled(self, text: str, low: str) -> Token:
        """The same place with other words."""
        return Token(self.start, self.end, text, low, *_shape(text))


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of `text[start:end]`, abbreviations and initials with their full stop."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        piece = match.group()
        begin, stop = match.span()
        if piece == "." and found and found[-1].end == begin and _abbreviates(found[-1]):
            last = found.pop()
            found.append(Token(last.start, stop, last.text + ".", last.low + ".", last.word, last.capital))
        else:
            found.append(_token(Token, (begin, stop, *_spelled(piece))))
    return found


_token = tuple.__new__
"""Makes a token of its fields without a look at each: there is one for every word of a text."""


@lru_cache(maxsize=1 << 15)
def _spelled(piece: str) -> tuple[str, str, bool, bool]:
    """What a token tells of its letters; the same few thousand words make up most of any text."""
    low = piece.lower().replace("’", "'")
    return piece, _ACRONYMS.get(piece, low), *_shape(piece)


def _shape(text: str) -> tuple[bool, bool]:
    return text[0].isalnum(), text[0].isupper()


_ACRONYMS = {"WHO": "w.h.o."}
"""Names in capitals that are another word in small letters."""


def _abbreviates(token: Token) -> bool:
    """Titles, months and the like in the spelling that takes a stop, and single initials."""
    return (token.low in ABBREVIATIONS and (token.capital or token.low == "ret")) or (
        len(token.text) == 1 and token.capital and token.low != "i"
    )
