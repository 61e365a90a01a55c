"""Parts: very many claims cut where no key meets another, so that each part is resolved by itself in little memory."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b

import numpy as np

from reconcile.resolve.columns.joining import Codes, Keys, components
from reconcile.resolve.keys import family


def parts(links: Iterable[tuple[str, int]], numbers: Iterable[int], most: int) -> Iterator[list[int]]:
    """The claims of these numbers, whole blocks together, about `most` at a time (a block is never cut).

    `links` are block keys and other ties with the numbers of the claims that have them; ties that begin with no
    kind of key tie all that have them.
    """
    rows = np.array(sorted(numbers), dtype=np.int64)
    label = components(len(rows), _met(links, rows))
    order = np.argsort(label, kind="stable")
    ends = np.flatnonzero(np.r_[label[order][1:] != label[order][:-1], True]) + 1 if len(order) else order
    start = 0
    while start < len(order):
        end = int(ends[min(int(np.searchsorted(ends, start + most)), len(ends) - 1)])
        yield rows[order[start:end]].tolist()
        start = end


def _met(links: Iterable[tuple[str, int]], rows: Codes) -> Keys:
    """The links by which rows meet: a key that only offers meets none unless somebody asks."""
    names, hubs, claims = array("q"), array("b"), array("q")
    for link, number in links:
        name, brings_together = family(link)
        names.append(_number(name))
        hubs.append(brings_together)
        claims.append(number)
    key, hub = np.frombuffer(names, dtype=np.int64), np.frombuffer(hubs, dtype=np.int8)
    claim = np.frombuffer(claims, dtype=np.int64)
    if not len(key) or not len(rows):
        return Keys(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))
    met = np.isin(key, np.unique(key[hub > 0]))
    place = np.minimum(np.searchsorted(rows, claim[met]), len(rows) - 1)
    here = rows[place] == claim[met]
    return Keys(place[here].astype(np.int64), key[met][here])


def _number(name: str) -> int:
    """A key as 64 bits: the keys of very many claims would not fit into memory as words."""
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), signed=True)
