"""How much a word tells: the words and names of a report weighed by how common they are in news reports.

The classes are constants (`resolve.words.everyday`), so that two reports compare alike whatever else is stored.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from reconcile.resolve.words.everyday import EVERYWHERE, OFTEN
from reconcile.resolve.words.terms import concept, concepts, plain

EVERYWHERE_WEIGHT, OFTEN_WEIGHT = 0.05, 0.4
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SUFFIX = re.compile(r"\s(?:[-|–—:]|\.\.\.)\s")
_FEWEST = 4
"""Words that a title keeps when what follows a dash is cut off as the outlet's name."""


@lru_cache(maxsize=65536)
def weight_of(stem: str) -> float:
    """What a stem tells, from 0 to 1: by its class of common words, 1 for a rare word."""
    if stem in EVERYWHERE:
        return EVERYWHERE_WEIGHT
    return OFTEN_WEIGHT if stem in OFTEN else 1.0


@lru_cache(maxsize=65536)
def weight_of_word(word: str) -> float:
    """What a word tells, function words next to nothing."""
    return weight_of(concept(word)) if concepts(word) else EVERYWHERE_WEIGHT


@lru_cache(maxsize=65536)
def _stem(word: str) -> str | None:
    return concept(word) if concepts(word) else None


def stems_of(text: str) -> Counter[str]:
    """How often each telling stem stands in a text."""
    found = (_stem(word) for word in _WORD.findall(plain(text)))
    return Counter(stem for stem in found if stem is not None)


def headline(title: str | None) -> str:
    """A title without the name of the outlet behind a dash or a bar."""
    parts = _SUFFIX.split(title or "")
    kept = parts[0]
    for part in parts[1:]:
        if len(kept.split()) >= _FEWEST:
            break
        kept += f" {part}"
    return kept


def vector(counted: Mapping[str, int] | Iterable[str]) -> dict[str, float]:
    """Stems as a vector of length one, each weighed by its rarity and, gently, by how often it stands there."""
    often = counted if isinstance(counted, Mapping) else dict.fromkeys(counted, 1)
    raw = {stem: (1 + math.log(count)) * weight_of(stem) for stem, count in often.items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {stem: value / length for stem, value in raw.items()}


def cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """How alike two vectors of length one are, from 0 to 1."""
    small, large = (left, right) if len(left) <= len(right) else (right, left)
    return sum(value * large[stem] for stem, value in small.items() if stem in large)
