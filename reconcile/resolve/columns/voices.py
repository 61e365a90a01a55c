"""Origins of a table: which rows of one event trace to one first source, by the rules for single claims.

Names that could not be one source whatever else is told are origins of their own; the few events in which two
names might be one are put before the rules with one stand-in for each name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from reconcile.resolve.columns.groups import Flags, pairs_within
from reconcile.resolve.columns.joining import Codes, Keys, components, packed
from reconcile.resolve.columns.standins import StandIns
from reconcile.resolve.columns.table import Coded, Table
from reconcile.resolve.desk import Desk
from reconcile.resolve.origins.joining import origin_by_itself, origins_of
from reconcile.resolve.relations.counting import counts_as
from reconcile.resolve.relations.sides import Side


@dataclass(frozen=True, slots=True)
class Voices:
    """What is known of every speaker of a table by itself.

    `name` is the code of its name as an origin, `lone` tells that it is known within one document only, `counting`
    as what it counts (`counts_as`). `codes` are the names by themselves.
    """

    name: Codes
    lone: Flags
    counting: Codes
    codes: Coded[str]


def voices_of(table: Table, asked: StandIns) -> Voices:
    """What the rules make of each speaker by itself."""
    coded = Coded[str]()
    names, lone, counting = [], [], []
    for speaker in range(len(table.speakers)):
        entry = asked.heard(speaker)
        name = origin_by_itself(entry, asked.desk)
        names.append(coded[name])
        lone.append(name.endswith(f"@{entry.document.id}"))
        counting.append(counts_as(Side(name, "", (entry,), None, None)))
    return Voices(
        np.array(names, dtype=np.int64),
        np.array(lone, dtype=np.bool_),
        np.array(counting, dtype=np.int64),
        coded,
    )


def origins_in(table: Table, asked: StandIns, voices: Voices, rows: Codes, event: Codes) -> tuple[Codes, Flags]:
    """The origin of some rows, as a number that rows of one origin of an event share; and whether it is sure.

    `event` are the events of the rows, sorted. The number is the name's code; beyond the names, a document's.
    """
    speaker = table.speaker[rows]
    documents = np.unique(table.documents[rows], return_inverse=True)[1].astype(np.int64).reshape(-1)
    lone = voices.lone[speaker]
    alone = len(voices.codes) + documents * len(voices.codes) + voices.name[speaker]
    origin = np.where(lone, alone, voices.name[speaker])
    heard = np.stack((event[~lone], speaker[~lone]))
    met = heard[:, np.unique(packed(*heard), return_index=True)[1]]
    pairs = pairs_within(met[0])
    left, right = met[1][pairs.left], met[1][pairs.right]
    size = len(voices.codes) + len(table.speakers) + 1
    couples, back = np.unique(np.minimum(left, right) * size + np.maximum(left, right), return_inverse=True)
    ties = [asked.tied(int(key) // size, int(key) % size) for key in couples.tolist()]
    tied, nearer = np.array(ties, dtype=np.bool_).reshape(-1, 2).T
    back = back.reshape(-1)
    doubted = met[0][pairs.left[nearer[back]]]
    sure = ~(np.isin(event, doubted) & np.isin(event, event[_shared(documents)]))
    near = np.flatnonzero(tied[back])
    clique = components(met.shape[1], Keys(np.r_[pairs.left[near], pairs.right[near]], np.r_[near, near]))
    for members in _cliques(clique):
        here = np.arange(*np.searchsorted(event, (met[0][members[0]], met[0][members[0]] + 1)))
        here = here[np.isin(speaker[here], met[1][members]) & ~lone[here]]
        origin[here] = _together(asked, voices, rows[here], speaker[here])
    return origin, sure


def _cliques(clique: Codes) -> Iterator[Codes]:
    """The places of each number that stands more than once."""
    order = np.argsort(clique, kind="stable")
    starts = np.flatnonzero(np.r_[True, clique[order][1:] != clique[order][:-1]]) if len(order) else order
    sizes = np.diff(np.r_[starts, len(order)])
    yield from (order[starts[each] : starts[each] + sizes[each]] for each in np.flatnonzero(sizes > 1).tolist())


def _shared(documents: Codes) -> Flags:
    """Rows of documents that hold several."""
    return np.asarray(np.bincount(documents)[documents] > 1) if len(documents) else np.empty(0, dtype=np.bool_)


def _together(asked: StandIns, voices: Voices, rows: Codes, speaker: Codes) -> Codes:
    """The origins of the rows of some speakers of one event that might be one source."""
    told = list(dict.fromkeys(speaker[np.argsort(rows, kind="stable")].tolist()))
    if len(told) == 2:
        names = [voices.name[told[0]]] * 2 if asked.one_source(*told) else [voices.name[each] for each in told]
    else:
        entries = [asked.heard(each) for each in told]
        order = {entry.id: place for place, entry in enumerate(entries)}
        found = origins_of(entries, Desk(asked.desk.families, asked.desk.aliases, ingested=order))
        names = [voices.codes[found[entry.id]] for entry in entries]
    origin = dict(zip(told, names, strict=True))
    return np.array([origin[each] for each in speaker.tolist()], dtype=np.int64)
