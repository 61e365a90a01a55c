"""Block keys: which claims must be looked at together. Stored and indexed beside each claim.

Two claims can only answer the same question where a chain of shared keys joins them, so the claims that a
new claim can touch are found by following keys, and nothing else need be read. Keys come from one claim and
its document alone, never from how often a word occurs elsewhere: the same claim has the same keys for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations, islice

from reconcile.model import Claim, Document
from reconcile.resolve.common import EVERYWHERE, OFTEN
from reconcile.resolve.names import WIDE, names_of
from reconcile.resolve.terms import WORD, concept, concepts, plain

NAMES = 8
"""How many of a document's most telling names become keys; the test articles share one of the first eight."""
DAYS = 28
"""Length of a time bucket; buckets overlap by half, so reports at most 14 days apart share one."""


def block_keys(claim: Claim, document: Document) -> tuple[str, ...]:
    """The keys of a claim, sorted: its document, the user's question, and names that stand in it by time.

    A rare name is a key by itself, a name that stands in very many reports only together with another.
    """
    own = scope_names(claim)
    named = _telling(names_of(document.title, document.text, document.outlet)) if document.text or not own else ()
    keys = {f"d:{document.id}", *_dated(_tying((*own, *named)), day_of(claim, document))}
    if claim.question:
        keys.add(f"q:{plain(claim.question)}")
    return tuple(sorted(keys))


def _telling(names: Sequence[str]) -> tuple[str, ...]:
    """The first names that are no common words: "sheriff" and "medical center" tie nothing together."""
    return tuple(islice((name for name in names if not _is_common(name)), NAMES))


@lru_cache(maxsize=65536)
def _is_common(name: str) -> bool:
    return all(concept(word) in EVERYWHERE or concept(word) in OFTEN for word in name.split())


def scope_names(claim: Claim) -> tuple[str, ...]:
    """What a claim's own scope names: the event and the place, where they are given; and the user's question."""
    scope = claim.scope
    given = (name for name in (_name(scope.event), _name(scope.place)) if name)
    return tuple(dict.fromkeys((*given, *(names_of(claim.question, None) if claim.question else ()))))


@lru_cache(maxsize=65536)
def _name(words: str | None) -> str:
    """An event or a place as a key: its words in one order, function words left out."""
    return " ".join(sorted(word for word in WORD.findall(plain(words)) if concepts(word)))


def _tying(names: tuple[str, ...]) -> Iterator[str]:
    """The names that tie reports together: rare ones alone, common ones in pairs."""
    wide = [name for name in names if _is_wide(name)]
    yield from (name for name in names if name not in wide)
    yield from ("+".join(sorted(pair)) for pair in combinations(wide[:4], 2))


def _is_wide(name: str) -> bool:
    return any(word in WIDE for word in name.split())


def _dated(names: Iterator[str], day: date | None) -> Iterator[str]:
    if day is None:
        yield from (f"n:{name}" for name in names)
        return
    buckets = (f"{day.toordinal() // DAYS}a", f"{(day.toordinal() + DAYS // 2) // DAYS}b")
    yield from (f"n:{name}:{bucket}" for name in names for bucket in buckets)


def day_of(claim: Claim, document: Document) -> date | None:
    """The day by which a claim is filed: when its document was published, when it was said, else the one it counts."""
    return day(document.published) or day(claim.said_at) or day(claim.as_of) or claim.scope.window_from


@lru_cache(maxsize=65536)
def day(moment: str | None) -> date | None:
    """The day of an ISO 8601 date or moment; None where there is none."""
    try:
        return date.fromisoformat(moment[:10]) if moment else None
    except ValueError:
        return None
