"""Blocks: claims that a chain of keys joins. Nothing outside a block can change what is found in it."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.resolve.entry import Entry
from reconcile.resolve.keys import block_keys, met_by


def in_blocks(members: Sequence[Entry]) -> list[list[Entry]]:
    """The claims by block, each block in the order of `members`."""
    parent = list(range(len(members)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    def join(left: int, right: int) -> None:
        one, other = sorted((root(left), root(right)))
        parent[other] = one

    filed: dict[str, list[int]] = {}
    for place, entry in enumerate(members):
        for key in block_keys(entry.claim, entry.document):
            filed.setdefault(key, []).append(place)
    for key, places in filed.items():
        for met in met_by(key):
            for other in filed.get(met, ()) if met != key else places[1:]:
                join(places[0], other)
    here = {entry.id: place for place, entry in enumerate(members)}
    for place, entry in enumerate(members):
        if (whole := here.get(entry.claim.whole or "")) is not None:
            join(place, whole)
    found: dict[int, list[Entry]] = {}
    for place in range(len(members)):
        found.setdefault(root(place), []).append(members[place])
    return list(found.values())
