"""Very many claims as columns: what they resolve to is what the same claims resolve to one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from noted_cases import reports

from reconcile.model import Claim, Document, Question, Scope, Source
from reconcile.resolve import Desk, resolve
from reconcile.resolve.blocks import in_blocks
from reconcile.resolve.columns.events import sure_events
from reconcile.resolve.columns.joining import Keys, components
from reconcile.resolve.columns.pairs import KINDS, NAMES
from reconcile.resolve.columns.resolving import resolved
from reconcile.resolve.columns.table import Table, row_of
from reconcile.resolve.entry import in_context
from reconcile.resolve.events import events_in
from reconcile.resolve.origins.joining import origins_of
from reconcile.resolve.questions.grouping import grouped
from reconcile.resolve.questions.setting import setting_of
from reconcile.values import parse


def by_columns(told: Sequence[tuple[Claim, Document]]) -> tuple[set[frozenset[str]], set[tuple[Any, ...]], set[str]]:
    """Questions and relations from columns, and the claims that columns leave over."""
    table = Table(row for each in told if (row := row_of(*each)) is not None)
    found = resolved(table, Desk(ingested={each.id: place for place, (each, _) in enumerate(told)}))
    ids = [name.decode() for name in table.ids]
    groups: dict[int, set[str]] = {}
    for place in np.flatnonzero(~found.left_over).tolist():
        groups.setdefault(int(found.question[place]), set()).add(ids[place])
    ends = zip(found.left.tolist(), found.right.tolist(), found.kind.tolist(), found.rule.tolist(), strict=True)
    relations = {(ids[left], ids[right], KINDS[kind].value, NAMES[rule]) for left, right, kind, rule in ends}
    over = {ids[place] for place in np.flatnonzero(found.left_over).tolist()}
    return {frozenset(group) for group in groups.values()}, relations, over


def by_objects(told: Sequence[tuple[Claim, Document]]) -> tuple[Question, ...]:
    """Questions of the same claims as objects."""
    documents = {document.id: document for _, document in told}
    desk = Desk(ingested={each.id: place for place, (each, _) in enumerate(told)})
    return resolve([each for each, _ in told], documents, desk)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6))
def test_columns_and_objects_are_one_resolver(seed: int) -> None:
    """What columns are sure of is what objects give: the same groups, and between figures the same relations."""
    told = reports(seed)
    groups, relations, left = by_columns(told)
    questions = by_objects(told)
    assert groups == {frozenset(q.claims) for q in questions if not left & set(q.claims)}
    assert relations == {
        (each.left, each.right, each.kind.value, each.rule)
        for question in questions
        for each in question.relations
        if each.rule not in ("repeat", "copy") and each.left not in left
    }


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6))
def test_events_that_columns_are_sure_of_are_those_of_objects(seed: int) -> None:
    """Which claims are one event, which origin each of them has and what they are grouped to are the same."""
    told = reports(seed)
    documents = {document.id: document for _, document in told}
    desk = Desk(ingested={each.id: place for place, (each, _) in enumerate(told)})
    members = in_context({each.id: each for each, _ in told}, documents)
    sure, rest = sure_events(in_blocks(members), desk, {})
    for event in sure:
        block = [entry for entry in members if entry.id in event.origins]
        assert [[e.id for e in each] for each in events_in(block).events] == [[e.id for e in event.members]]
        assert event.groups == grouped(block, setting_of(block))
        assert event.origins == origins_of(block, desk)
    assert sum(len(event.members) for event in sure) + sum(map(len, rest)) == len(members)


def test_most_counts_are_resolved_in_columns() -> None:
    """The comparison with objects is not empty: of a hundred sets of reports columns resolve a good part."""
    told = [reports(seed) for seed in range(100)]
    found = [by_columns(each) for each in told]
    left = sum(len(over) for _, _, over in found)
    assert left < 0.7 * sum(map(len, told))
    assert sum(len(relations) for _, relations, _ in found) > 1000


def test_plain_counts_need_no_objects() -> None:
    """Two days of plain counts of a fire, by sources that cannot be one, are resolved in columns to the last."""
    day = date(2031, 3, 3)
    told = []
    for number, (source, figure) in enumerate((("the police", "9"), ("the health ministry", "9"), ("residents", "14"))):
        document = Document(f"d{number}", url=f"https://news.example/{number}", published=f"{day}T0{number}:00:00Z")
        scope = Scope(event="Karsk market fire", place="Karsk", attribute="deaths")
        claim = Claim(f"c{number}", document.id, f"{figure} killed", parse(figure), scope, source=Source(source))
        told.append((claim, document))
    groups, relations, left = by_columns(told)
    assert (groups, left) == ({frozenset(("c0", "c1", "c2"))}, set())
    assert ("c0", "c1", "agree", "agree") in relations


@pytest.mark.parametrize(
    "changed",
    [
        {"quote": "9 killed in 1998"},
        {"value": parse("9.5")},
        {"former": True},
        {"question": "The fire"},
        {"quote": "9 so far killed"},
    ],
    ids=["another year", "no whole count", "told as former", "the user's own question", "more than a figure"],
)
def test_what_columns_cannot_hold_is_left_to_objects(changed: dict[str, object]) -> None:
    """One claim that is no plain count takes its whole event with it."""
    documents = [Document(f"d{number}", published="2031-03-03") for number in (1, 2)]
    scope = Scope(event="Karsk market fire", place="Karsk", attribute="deaths")
    plain = Claim("c1", "d1", "9 killed", parse("9"), scope, source=Source("the police"))
    odd = replace(plain, id="c2", document="d2", **changed)  # type: ignore[arg-type]
    assert by_columns([(plain, documents[0]), (odd, documents[1])])[2] == {"c1", "c2"}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([], [0, 1, 2, 3]),
        ([(0, 7), (2, 7)], [0, 1, 0, 3]),
        ([(3, 1), (2, 1), (2, 5), (1, 5), (1, 9), (0, 9)], [0, 0, 0, 0]),
    ],
    ids=["no keys", "one key", "a chain"],
)
def test_rows_are_joined_by_chains_of_keys(keys: list[tuple[int, int]], expected: list[int]) -> None:
    """Each row is named by the first row that a chain of shared keys joins to it."""
    columns = np.array(keys, dtype=np.int64).reshape(-1, 2)
    assert components(4, Keys(columns[:, 0], columns[:, 1])).tolist() == expected
