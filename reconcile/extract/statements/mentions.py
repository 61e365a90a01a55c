"""Mentions of persons as they stand beside each other: ages between commas, the parts of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reconcile.extract.words.phrases import ADVERBS, AUXILIARIES
from reconcile.extract.words.tokens import Token


def beside_ages(words: Sequence[Token]) -> tuple[list[Token], dict[int, str]]:
    """The words without ages set off by commas, and those ages by the end of the word before: "the cook, 46, was"."""
    kept: list[Token] = []
    ages: dict[int, str] = {}
    index = 0
    while index < len(words):
        length = _age_at(words, index) if kept and words[index].text == "," else 0
        if kept and words[index].low == "aged" and _AGE.fullmatch(_text_at(words, index + 1)):
            length = 2
        if length:
            ages[kept[-1].end] = next(w.text for w in words[index + 1 :] if w.text[0].isdigit())
            index += length
        else:
            kept.append(words[index])
            index += 1
    return kept, ages


_AGE = re.compile(r"\d{1,2}s?")


def _text_at(words: Sequence[Token], index: int) -> str:
    return words[index].text if index < len(words) else ""


def _age_at(words: Sequence[Token], comma: int) -> int:
    """How many words from a comma on are an age: ", 46," or ", aged 46,"; 0 where there is none."""
    here = comma + 1
    if here < len(words) and words[here].low in {"aged", "age"}:
        here += 1
    elif here + 1 < len(words) and words[here].low == "in" and words[here + 1].low in {"his", "her", "their"}:
        here += 2
    if here >= len(words) or not _AGE.fullmatch(words[here].text):
        return 0
    close = here + 1
    if close < len(words) and words[close].text == ",":
        verb = close + 1 == len(words) or _verb(words[close + 1])
        return close + (1 if verb else 0) - comma
    return here + 1 - comma if close == len(words) or not words[close].low[0].isalnum() or _verb(words[close]) else 0


_AUXILIARIES_OR_ADVERBS_OR_AND = AUXILIARIES | ADVERBS | {"and", "who"}


def _verb(word: Token) -> bool:
    return word.low in _AUXILIARIES_OR_ADVERBS_OR_AND or word.low.endswith(("ed", "ly"))


def mentions_of(phrase: Sequence[Token]) -> Iterator[list[Token]]:
    """The single mentions of a list: "Ana Sool and Joe Moll" are two."""
    part: list[Token] = []
    for word in phrase:
        if word.low == "and" or word.text == ",":
            yield part
            part = []
        else:
            part.append(word)
    yield part
