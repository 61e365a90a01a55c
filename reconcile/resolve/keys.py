"""Block keys: which claims must be looked at together. Stored and indexed beside each claim.

Two claims can only answer the same question where a chain of keys that meet joins them, so the claims that a
new claim can touch are found by following keys, and nothing else need be read. Keys come from one claim and
its document alone, never from how often a word occurs elsewhere: the same claim has the same keys for ever.

A claim without a text that names its event meets those that name it alike (`e:`), not all that happened in its
town that month: it only offers its place, day and attribute (`o:`) to claims that do not name theirs and ask for
one (`a:`), and its names (`t:`) to reports whose text is held (`n:`). Busy places therefore form no chain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations, islice

from reconcile.model import Claim, Document
from reconcile.resolve.words.everyday import EVERYWHERE, OFTEN
from reconcile.resolve.words.names import WIDE, names_of
from reconcile.resolve.words.persons import cast_of
from reconcile.resolve.words.terms import WORD, concept, concepts, plain

_READ, _EARLY = 4_000, 1_000
"""Characters of a text in which persons with ages are sought, and those without."""
NAMES = 8
"""How many of a document's most telling names become keys; the test articles share one of the first eight."""
DAYS = 28
"""Length of a time bucket; buckets overlap by half, so reports at most 14 days apart share one."""
DAYS_ASKED = 4
"""The same for claims that do not name their event: at most 2 days from one that does."""
_MEETS = {"n": "nt", "t": "n", "a": "ao", "o": "a", "p": "pm", "m": "p"}
"""Which kinds of keys a kind meets; any other kind meets itself."""
_FAMILY = {"o": "a", "t": "n", "m": "p"}
_JOINTS = frozenset("the a an of in on at near by and".split())
_TOKEN = re.compile(r"[^\W_]+")


def block_keys(claim: Claim, document: Document) -> tuple[str, ...]:
    """The keys of a claim, sorted: its document, the user's question, and names that stand in it by time.

    A rare name is a key by itself, a name that stands in very many reports only together with another. A person told
    with an age is a key at any time: the trial comes years after the attack.
    """
    own = scope_names(claim)
    today = day_of(claim, document)
    if is_noted(claim, document):
        keys = {*_dated("t", _tying(_named_in_texts(claim)), today), *noted_keys(claim, today)}
    else:
        named = _telling(names_of(document.title, document.text, document.outlet)) if document.text or not own else ()
        keys = {*_dated("n", _tying((*own, *named)), today), *_persons(document.text or "")}
    if not is_noted(claim, document) or is_one_report(document):
        keys.add(f"d:{document.id}")
    if claim.question:
        keys.add(f"q:{plain(claim.question)}")
    return tuple(sorted(keys))


@lru_cache(maxsize=4096)
def _persons(text: str) -> frozenset[str]:
    """The persons of a text as keys: those told with ages (`p:`), who meet each other and those named early (`m:`).

    Officials and others who are in the news often are told without: they form no chain.
    """
    told = frozenset(f"p:{' '.join(person)}" for person in cast_of(text[:_READ]).aged)
    return told.union(f"m:{' '.join(person)}" for person in cast_of(text[:_EARLY]).others)


def _named_in_texts(claim: Claim) -> tuple[str, ...]:
    """The names by which reports with a text would tell of the event of a claim without one."""
    event, place = claim.scope.event, plain(claim.scope.place).split(",")[0].strip()
    named = names_of(event, None) if event else ()
    found = tuple(dict.fromkeys(name for name in (place, *named[:2]) if name and not _is_common(name)))
    return found or (plain(event),)


def met_by(key: str) -> tuple[str, ...]:
    """The keys that a key meets: itself, or those of another kind that say the same."""
    kind, _, rest = key.partition(":")
    return tuple(f"{other}:{rest}" for other in _MEETS.get(kind, kind))


def family(key: str) -> tuple[str, bool]:
    """What keys that meet have in common, and whether this one brings together all that have it.

    A key that only offers (`o:`, `t:`, `m:`) brings nobody together unless somebody asks.
    """
    kind, _, rest = key.partition(":")
    return f"{_FAMILY.get(kind, kind)}:{rest}", kind not in _FAMILY


def is_noted(claim: Claim, document: Document) -> bool:
    """Whether a claim was noted without the text of its document, and names its event or its place."""
    return not document.text and bool(claim.scope.event or claim.scope.place)


def is_one_report(document: Document) -> bool:
    """Whether a document is one report, not merely what an outlet told on a day."""
    return bool(document.text or document.title or document.url)


def noted_keys(claim: Claim, today: date | None) -> Iterator[str]:
    """The keys by which claims without a text find the others on their event."""
    scope, places = claim.scope, places_named(claim.scope.place)
    if scope.event:
        yield from _in_buckets(f"e:{event_words(scope.event)}", today, DAYS)
    for place in places if scope.event else places[:1]:
        yield from _in_buckets(f"{'o' if scope.event else 'a'}:{place}|{plain(scope.attribute)}", today, DAYS_ASKED)


@lru_cache(maxsize=65536)
def event_words(event: str) -> str:
    """The words by which an event is named, as concepts in one order: "the blaze at Karsk" is "Karsk fire"."""
    name = plain(event)
    words = {concept(word) for word in _TOKEN.findall(name) if word not in _JOINTS}
    return " ".join(sorted(words)) or name


@lru_cache(maxsize=65536)
def places_named(place: str | None) -> tuple[str, ...]:
    """The places that "Karsk, Orvo province" names, the nearest first."""
    return tuple(name for part in (place or "").split(",") if (name := _name(part)))


def _in_buckets(name: str, today: date | None, days: int) -> tuple[str, ...]:
    """A name in the two buckets of its day, so that names at most half a bucket apart share one."""
    if today is None:
        return (name,)
    number = today.toordinal()
    return f"{name}:{number // days}a", f"{name}:{(number + days // 2) // days}b"


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


def _dated(kind: str, names: Iterable[str], today: date | None) -> Iterator[str]:
    for name in names:
        yield from _in_buckets(f"{kind}:{name}", today, DAYS)


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
