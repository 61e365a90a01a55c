"""Blocks: claims that a chain of shared keys joins. Nothing outside a block can change what is found in it."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.resolve.entry import Entry
from reconcile.resolve.keys import block_keys


def in_blocks(members: Sequence[Entry]) -> list[list[Entry]]:
    """The claims by block, each block in the order of `members`."""
    parent = list(range(len(members)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    first: dict[str, int] = {}
    for place, entry in enumerate(members):
        for key in block_keys(entry.claim, entry.document):
            one, other = sorted((root(place), root(first.setdefault(key, place))))
            parent[other] = one
    found: dict[int, list[Entry]] = {}
    for place, entry in enumerate(members):
        found.setdefault(root(place), []).append(entry)
    return list(found.values())
