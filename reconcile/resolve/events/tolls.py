"""How many a report counts as dead and as hurt, as far as a glance at its first lines tells."""

from __future__ import annotations

import re

_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
_READ = 2_500
_COUNT = re.compile(
    rf"\b(\d{{1,3}}|{'|'.join(_NUMBERS)})\b"
    r"(?:\s(?:people|men|women|persons|teens?|others?|children|victims|young|man|woman|boy|girl|more|person|teenagers?|"
    r"juveniles?|boys|girls|were|was|are|have been|have|has been|is|in|shot|and|fatally)){0,4}"
    r"\s(killed|dead|died|slain|drowned|injured|wounded|hurt|shot|hospitali[sz]ed)\b",
    re.IGNORECASE,
)
_DEAD = frozenset({"killed", "dead", "died", "slain", "drowned"})

Toll = tuple[str, int]
"""What is counted, "dead" or "hurt", and the figure."""


def tolls_of(text: str) -> frozenset[Toll]:
    """The tolls that the first lines of a text give."""
    return frozenset(
        ("dead" if word.lower() in _DEAD else "hurt", int(number) if number.isdigit() else _NUMBERS[number.lower()])
        for number, word in _COUNT.findall(text[:_READ])
    )
