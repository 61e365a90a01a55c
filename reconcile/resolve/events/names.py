"""Words written with a capital, the likeliest names: each by itself, and those that stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from reconcile.resolve.events.rarity import weight_of_word
from reconcile.resolve.words.names import WIDE, names_of
from reconcile.resolve.words.terms import plain, word_set

_CAPITALISED = re.compile(r"[A-ZÀ-ÞŁŚŻĆŠŽČĐİ][\w’'-]*")
_SMALL = re.compile(r"(?<![\w’'])[a-zà-þłśżćšžčđ]+")
_TELLING = 12
_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
)


def telling_names(title: str | None, text: str, outlet: str | None) -> frozenset[str]:
    """The rare single names that a report is about, most telling first: at most 12."""
    found = (name for name in names_of(title, text, outlet) if " " not in name and name not in WIDE)
    return frozenset(islice((name for name in found if weight_of_word(name) == 1.0), _TELLING))


def named_in(title: str, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The capitalised words of a title and a text that are no common words, and the pairs of neighbours.

    A word that the text also writes small is no name; nor is a common word that only opens sentences, or that
    stands in a title, where every word may have its capital.
    """
    small = frozenset(_SMALL.findall(text))
    words: set[str] = set()
    pairs: set[str] = set()
    for run, opens in _runs(text):
        words.update(word for word in run if _is_name(word, small, opens and len(run) == 1))
        pairs.update(f"{left} {right}" for left, right in pairwise(run) if not (left in small and right in small))
    for run, _ in _runs(title):
        words.update(word for word in run if _is_name(word, small, True))
    return frozenset(words), frozenset(pairs)


def _is_name(word: str, small: frozenset[str], doubtful: bool) -> bool:
    if len(word) < 2 or word in small or word in _CALENDAR:
        return False
    return not doubtful or weight_of_word(word) == 1.0


def _runs(text: str) -> Iterator[tuple[list[str], bool]]:
    """Capitalised words side by side, in small letters, initials left out; whether the run opens a sentence."""
    run: list[str] = []
    opens = False
    end = -1
    for match in _CAPITALISED.finditer(text):
        gap = text[end : match.start()] if end >= 0 else ""
        if run and gap != " " and not (gap == ". " and len(run[-1]) == 1):
            yield [word for word in run if len(word) > 1], opens
            run = []
        if not run:
            before = text[max(0, match.start() - 4) : match.start()].rstrip(" “\"'‘(–-")
            opens = not before or before[-1] in ".!?:\n”"
        run.append(plain(match.group()).strip("'-"))
        end = match.end()
    if run:
        yield [word for word in run if len(word) > 1], opens
