"""Whose people are counted: "four of its soldiers", said by Kessar's army, are Kessari soldiers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from reconcile.model import CLOSED_ATTRIBUTES, Claim

_OWN = re.compile(r"\b(?:[Ii]ts|[Oo]ur)\s+(?:own\s+)?[a-z]")
_ADJECTIVE = re.compile(r"\b([A-Z][a-zà-ÿ]{3,})\s+[a-z]")
_NAME = re.compile(r"\b[A-Z][a-zà-ÿ]{3,}")
_ENDINGS = ("an", "i", "ish", "ese", "ic", "ch")
_STEM = 4
"""Letters that the name of a country and its adjective share."""
_READ = 20_000
"""Characters of a text that are looked through for adjectives."""

_BEFORE = 24
"""Characters before a quote in which "its own losses" may begin."""


def owned(claim: Claim, text: str, outlet: str | None) -> Claim:
    """The claim with the nation or body of its own speaker before the people it calls "its" or "our".

    The adjective is the one that the text uses; only names in -ia, which all take an n, need not be in it.
    """
    scope = claim.scope
    if claim.span is None or scope.counted is None or scope.attribute not in CLOSED_ATTRIBUTES:
        return claim
    if not _OWN.search(text[max(0, claim.span.start - _BEFORE) : claim.span.end]):
        return claim
    adjective = _adjective(claim.source.name if claim.source else outlet or "", text)
    if adjective is None or adjective in scope.counted:
        return claim
    people = f"{adjective} {scope.population}" if scope.population else f"{adjective} people"
    counted = f"{adjective} {scope.counted}"
    return replace(claim, scope=replace(scope, counted=counted, population=people))


def _adjective(owner: str, text: str) -> str | None:
    """The adjective for a nation which the owner's name holds: the text's own, else that of a name in -ia."""
    names: list[str] = _NAME.findall(owner)
    found: Counter[str] = Counter(
        word
        for word in _ADJECTIVE.findall(text[:_READ])
        if word.endswith(_ENDINGS) and any(word[:_STEM] == name[:_STEM] and word != name for name in names)
    )
    if found:
        return min(found, key=lambda word: (-found[word], word))
    return next((f"{name}n" for name in names if name.endswith("ia") and name not in _NO_COUNTRY), None)


_NO_COUNTRY = frozenset("Media Militia Maria Sofia Julia Victoria Academia Virginia Georgia".split())
