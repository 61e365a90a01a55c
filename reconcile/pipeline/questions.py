"""Claims to questions: what new and changed claims reach is resolved again, and only what differs is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice

from reconcile import __version__
from reconcile.model import Claim, ClaimStatus, Document, Question, QuestionStatus, RelationKind
from reconcile.pipeline.causes import cause
from reconcile.pipeline.changes import Causes, Changed, changes
from reconcile.pipeline.private import Labels
from reconcile.pipeline.records import Counts, Editor
from reconcile.resolve import Desk, aliases, as_called, block_keys, event_aliases
from reconcile.resolve import resolve as resolve_claims
from reconcile.resolve.keys import met_by
from reconcile.store import Change, Store
from reconcile.store.judgements import (
    aliases_of,
    families_of,
    places_of,
    standing_judgements,
    standing_names,
    standing_titles,
    struck_of,
)
from reconcile.store.rebuild import add_aliases, rebuild
from reconcile.store.rows import claim_of

_COUNTED = (ClaimStatus.PROPOSED, ClaimStatus.ACCEPTED)


@dataclass(frozen=True, slots=True)
class _Reach:
    """All that one resolve looks at."""

    claims: Sequence[Claim]
    documents: Mapping[str, Document]
    desk: Desk
    before: Mapping[str, str]
    struck: frozenset[str]


def resolve(store: Store, *, editor: Editor, full: bool = False) -> Counts:
    """Group claims into questions and relate them: only what new or changed claims reach, or all (`full`).

    The result is the same either way. Everything is looked at again after an update of the program.
    """
    with store.write(cause("resolve", editor)) as change:
        counts = brought_up(store, change, full=full)
    return counts if change.touched else replace(counts, run=None)


class _Undone(Exception):
    """Ends a write of which nothing is to stay."""


def preview(store: Store, *, editor: Editor, full: bool = False) -> list[Changed]:
    """What `resolve` would change, and why, without changing it: done in full within a write that is dropped."""
    told: list[Changed] = []
    with suppress(_Undone), store.write(cause("resolve", editor)) as change:
        brought_up(store, change, full=full, told=told)
        raise _Undone
    return told


def brought_up(store: Store, change: Change, *, full: bool = False, told: list[Changed] | None = None) -> Counts:
    """Bring the questions up to what is stored, within a write that may have changed it.

    What became of each question, and why, goes into the log, and is put into `told`.
    """
    settings = store.settings()
    other_program = settings.get("resolved_by") != __version__
    everything = full or other_program
    pending = store.changed_since(int(settings.get("resolved_run", "0")))
    if not pending and not everything:
        return Counts()
    reached = store.changed_since(0) if everything else pending
    left = set() if everything else store.reached(store.keyed(pending), met_by)  # whom they met by their old keys
    _renew_keys(store, change, reached)
    causes = Causes.of(store, pending, int(settings.get("resolved_run", "0")))
    numbers = reached if everything else left | store.reached(reached, met_by)
    counts = Counts()
    for part in _parts(store, numbers):
        counts = _summed(counts, _resolve(store, change, part, causes, told))
    counts = _counted(store, change, counts, everything=everything)
    if pending or change.touched or (numbers and other_program):
        _mark(change)
    return counts


_AT_ONCE = 20_000
"""Claims that are held in memory at a time."""


def _parts(store: Store, numbers: set[int]) -> Iterator[set[int]]:
    """The claims in parts that have nothing to do with each other."""
    if len(numbers) <= _AT_ONCE:
        yield numbers
        return
    from reconcile.resolve.columns.parts import parts

    yield from map(set, parts(store.links(), numbers, _AT_ONCE))


def _summed(one: Counts, other: Counts) -> Counts:
    return Counts(
        read=one.read + other.read,
        new=one.new + other.new,
        changed=one.changed + other.changed,
        same=one.same + other.same,
        questions=one.questions + other.questions,
        relations=one.relations + other.relations,
        conflicts=one.conflicts + other.conflicts,
    )


def _counted(store: Store, change: Change, counts: Counts, *, everything: bool) -> Counts:
    """The counts of a run, with what the database holds after it.

    That is what it held after the last run that told it, and by how much that grew: counting takes long.
    """
    before = None if everything else store.last_counts(*_HELD)
    if before is None:
        now = (store.count("questions"), store.count("relations"), store.conflicts())
    else:
        now = (before[0] + counts.questions, before[1] + counts.relations, before[2] + counts.conflicts)
    found = replace(counts, questions=now[0], relations=now[1], conflicts=now[2], run=change.run)
    change.count(**{**dict(found.items()), **dict(zip(_HELD, now, strict=True))})
    return found


_HELD = ("questions", "relations", "conflicts")
"""The figures of a run that tell what the database holds."""


def _mark(change: Change) -> None:
    """Remember how far and by which program was resolved."""
    sql = "INSERT INTO settings VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
    change.execute(sql, ["resolved_by", __version__])
    change.execute(sql, ["resolved_run", str(change.run)])


def derived_afresh(store: Store) -> tuple[Question, ...] | None:
    """What a full resolve would give now, without writing it; None while claims wait to be resolved."""
    settings = store.settings()
    if settings.get("resolved_by") != __version__ or store.changed_since(int(settings.get("resolved_run", "0"))):
        return None
    reach = _reach(store, store.changed_since(0))
    return resolve_claims(reach.claims, reach.documents, reach.desk)


def _renew_keys(store: Store, change: Change, numbers: set[int]) -> None:
    """Store the block keys by which new and changed claims meet others."""
    ordered = iter(sorted(numbers))
    while some := set(islice(ordered, _AT_ONCE)):
        change.set_block_keys(_keys(store, some))


def _keys(store: Store, numbers: set[int]) -> Iterator[tuple[str, str]]:
    claims = as_called([claim_of(row) for row in store.numbered_claims(numbers)], places_of(store))
    documents = store.documents({claim.document for claim in claims})
    return ((claim.id, key) for claim in claims for key in block_keys(claim, documents[claim.document]))


def keys_afresh(store: Store) -> set[tuple[str, str]]:
    """The block keys (key, claim id) that the stored claims have by this program."""
    return {(key, claim) for claim, key in _keys(store, store.changed_since(0))}


def _resolve(store: Store, change: Change, numbers: set[int], causes: Causes, told: list[Changed] | None) -> Counts:
    reach = _reach(store, numbers)
    questions = resolve_claims(reach.claims, reach.documents, reach.desk)
    former = set(reach.before.values())
    known = store.questions(former)
    conflicts = _conflicts(known.values())
    leavers = {claim: reach.before[claim] for claim in sorted(reach.struck) if claim in reach.before}
    moved = aliases(reach.before, questions)
    kept = list(_emptied(known, questions, moved, leavers))
    changed = rebuild(store, change, (*questions, *kept), former, leavers)
    add_aliases(change, moved)
    add_aliases(change, event_aliases(known.values(), questions), "event")
    changed_here = list(changes(known, questions, moved, causes))
    _log(change, changed_here, known)
    if told is not None:
        told += changed_here
    labels = Labels.of(store)
    _tell(change, questions, conflicts, {claim.id: _told(claim, labels) for claim in reach.claims})
    return Counts(
        read=len(reach.claims),
        new=len({q.id for q in questions} - former),
        changed=len(changed & former),
        same=len({q.id for q in questions} & former - changed),
        questions=len({q.id for q in (*questions, *kept)}) - len(known),
        relations=len(_pairs(questions)) - len(_pairs(known.values())),
        conflicts=len(_pairs(questions, RelationKind.CONFLICT)) - len(_pairs(known.values(), RelationKind.CONFLICT)),
    )


def _pairs(questions: Iterable[Question], kind: RelationKind | None = None) -> set[tuple[str, str]]:
    """The pairs of claims that are related, or related in one way."""
    return {(r.left, r.right) for q in questions for r in q.relations if kind is None or r.kind is kind}


def _log(change: Change, told: Iterable[Changed], known: Mapping[str, Question]) -> None:
    """One event for each question that was there and is no longer what it was."""
    for each in told:
        if each.question in known:
            reason = f"{each.what} ({each.cause})"
            change.log.write("question changed", each.question, {"cause": each.cause, "reason": reason})


def _emptied(
    known: Mapping[str, Question], questions: Sequence[Question], moved: Mapping[str, str], leavers: Mapping[str, str]
) -> Iterator[Question]:
    """Questions all of whose claims were withdrawn or rejected: they stay, without claims, so that no page vanishes."""
    gone = set(leavers.values()) - {question.id for question in questions} - moved.keys()
    for id in sorted(gone & known.keys()):
        yield replace(known[id], claims=(), accounts=(), relations=(), status=QuestionStatus.OPEN, whole=None)


def _reach(store: Store, numbers: set[int]) -> _Reach:
    rows = store.numbered_claims(numbers)
    claims = [claim_of(row) for row in rows]
    counted = [claim for claim in claims if claim.status in _COUNTED]
    by_id = [claim.id for claim in claims]
    before = store.questions_of(claim.id for claim in claims)
    joined = {**store.former_questions_of(claim.id for claim in claims), **before}
    judgements, titles = standing_judgements(store, by_id), standing_titles(store, by_id)
    names = tuple(each for each in standing_names(store) if each.kind == "event")
    desk = Desk(
        families=families_of(store),
        aliases=aliases_of(store),
        letters=store.letters(set(joined.values())),
        joined={claim.id: joined[claim.id] for claim in counted if claim.id in joined},
        ingested={row["id"]: row["number"] for row in rows},
        parties=store.parties(),
        judgements=judgements,
        titles=titles,
        places=places_of(store),
        names=names,
        struck=struck_of(store, (*judgements, *titles, *names)),
    )
    documents = store.documents({claim.document for claim in counted})
    struck = frozenset(claim.id for claim in claims if claim.status not in _COUNTED)
    return _Reach(counted, documents, desk, before, struck)


def _conflicts(questions: Iterable[Question]) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for question in questions:
        pairs = {(r.left, r.right) for r in question.relations if r.kind is RelationKind.CONFLICT}
        found[question.id] = pairs
    return found


def _tell(
    change: Change,
    questions: Sequence[Question],
    before: Mapping[str, set[tuple[str, str]]],
    claims: Mapping[str, str],
) -> None:
    """One notice for each question in which claims contradict each other that did not before."""
    known = {pair for pairs in before.values() for pair in pairs}
    for question in questions:
        new = [r for r in question.relations if r.kind is RelationKind.CONFLICT and (r.left, r.right) not in known]
        if new:
            left, right = claims[new[0].left], claims[new[0].right]
            more = f" (and {len(new) - 1} more)" if len(new) > 1 else ""
            message = f"{question.title} Cannot both be true: {left}, {right}{more}"
            change.notice("conflict", message, question=question.id, claim=new[0].right)


def _told(claim: Claim, labels: Labels) -> str:
    name = labels.name(claim.source.name) if claim.source else "the article itself"
    return f"{claim.value.words} ({name})"
