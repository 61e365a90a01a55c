"""Batches, corrections, withdrawals and judgements in any order end where resolving everything at once ends."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from noted_cases import reports

from reconcile import pipeline
from reconcile.errors import UsageProblem
from reconcile.model import Claim, ClaimStatus, Document
from reconcile.pipeline import Editor
from reconcile.pipeline.questions import derived_afresh
from reconcile.store import Cause, Store
from reconcile.store.rebuild import differing
from reconcile.values import parse

ANN = Editor("Ann Boss")


@contextmanager
def database() -> Iterator[Store]:
    """An empty database of its own."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.create(Path(folder) / "claims.db", clock=lambda: datetime(2031, 6, 1, tzinfo=UTC)) as store,
    ):
        yield store


def add(store: Store, told: list[tuple[Claim, Document]]) -> None:
    """Store claims with their documents."""
    with store.write(Cause("test")) as change:
        for _, document in told:
            change.add_document(document)
        change.add_claims([claim for claim, _ in told])


def change_one(store: Store, chance: random.Random) -> None:
    """Correct, withdraw or take back in one of the claims that are stored."""
    claims = store.claims(row["id"] for row in store.claim_rows())
    claim = claims[chance.choice(sorted(claims))]
    with store.write(Cause("test")) as change:
        if chance.random() < 0.5:
            change.revise_claim(replace(claim, value=parse(str(chance.randint(1, 60)))), "claim corrected")
        elif claim.status is ClaimStatus.WITHDRAWN:
            change.set_status(claim, ClaimStatus.ACCEPTED)
        else:
            change.set_status(claim, ClaimStatus.WITHDRAWN)


def judge_two(store: Store, chance: random.Random) -> None:
    """Say of two claims that they answer one question, or that they do not, where that contradicts nothing."""
    left, right = chance.sample(sorted(row["id"] for row in store.claim_rows()), 2)
    with suppress(UsageProblem):
        if chance.random() < 0.5:
            pipeline.same(store, [left, right], editor=ANN, later=chance.random() < 0.5)
        else:
            pipeline.different(store, left, right, editor=ANN, later=chance.random() < 0.5)


def groups(store: Store) -> set[frozenset[str]]:
    """The claims of each question that has some."""
    return {frozenset(each) for each in store.members(store.question_ids()).values()}


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.booleans())
def test_batches_corrections_and_withdrawals_end_like_all_at_once(seed: int, judged: bool) -> None:
    """Every table says what a full resolve says: questions, their ids, relations, accounts and letters."""
    chance = random.Random(seed)
    told = reports(seed)
    with database() as store:
        left = list(told)
        while left:
            size = chance.randint(1, 12)
            add(store, left[:size])
            del left[:size]
            if chance.random() < 0.4:
                change_one(store, chance)
            if judged and chance.random() < 0.4 and store.count("claims") > 1:
                judge_two(store, chance)
            pipeline.resolve(store, editor=ANN)
        fresh = derived_afresh(store)
        assert fresh is not None
        assert differing(store, fresh) == []
        assert pipeline.resolve(store, editor=ANN, full=True).changed == 0


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_the_order_of_batches_makes_no_other_groups(seed: int) -> None:
    """The same claims in another order, in other batches, are grouped and related alike."""
    chance, told = random.Random(seed), reports(seed)
    with database() as one, database() as other:
        add(one, told)
        pipeline.resolve(one, editor=ANN)
        left = chance.sample(told, len(told))
        while left:
            size = chance.randint(1, 20)
            add(other, left[:size])
            del left[:size]
            pipeline.resolve(other, editor=ANN)
        assert groups(one) == groups(other)
