"""Who takes the floor: speakers brought in without a statement of their own, whom "he said" means next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.extract.names.naming import speaks, subject_before
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import Force
from reconcile.extract.words.phrases import BE
from reconcile.extract.words.tokens import Token

_TELLS = frozenset("gave gives give tell tells told has have had paint paints painted offered offers".split())
_OTHERWISE = frozenset("different another other differing conflicting".split())
_VERSIONS = frozenset(
    "account accounts story stories version versions tale picture explanation figure figures number numbers".split()
)
_DIFFERS = frozenset("disagree disagrees disagreed differ differs differed demurred demurs".split())
_OUTLOOKS = frozenset("hopeful optimistic sure certain confident sanguine convinced worried gloomy".split())
TRIGGERS = _OTHERWISE | _DIFFERS | {"less"}
"""The words at which somebody may take the floor."""


def takes(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "A conductor gave a different account", "the coastguard was less hopeful": what follows may be theirs."""
    verb = _verb(words, index, bounds)
    found = subject_before(words, verb, bounds.start) if verb is not None else None
    if verb is not None and found is not None and found.naming.pronoun is None and speaks(found.naming):
        stop = min(index + 2, bounds.stop)
        yield Cue(verb, verb, found.naming, found.begin, None, (verb, stop), Force.MENTIONS, True)


def _verb(words: Sequence[Token], index: int, bounds: Bounds) -> int | None:
    low = words[index].low
    if low in _DIFFERS:
        return index
    follower = words[index + 1].low if index + 1 < bounds.stop else ""
    if low == "less":
        return index - 1 if index > bounds.start and words[index - 1].low in BE and follower in _OUTLOOKS else None
    if follower not in _VERSIONS:
        return None
    return next((i for i in range(index - 1, max(bounds.start, index - 4), -1) if words[i].low in _TELLS), None)
