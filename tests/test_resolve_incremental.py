"""Adding claims batch by batch gives the same groups as all at once, and touches only what new claims reach."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from resolve_cases import article, quoted

from reconcile.model import Claim, Document, Question
from reconcile.resolve import Desk, block_keys, resolve

TOWNS = ("Orvo", "Karsk", "Tornby", "Vellin")
KINDS = ("train derailed", "ferry sank", "mine collapsed")
SOURCES = ("the police", "the county hospital", "the operator", "union leader Mara Voss", "officials")


@st.composite
def reports(draw: st.DrawFn) -> tuple[Document, list[Claim]]:
    """A report of an accident: town, kind, day, and up to three figures."""
    town, kind = draw(st.sampled_from(TOWNS)), draw(st.sampled_from(KINDS))
    day = draw(st.integers(1, 28))
    source = draw(st.sampled_from(SOURCES))
    dead, hurt = draw(st.integers(1, 12)), draw(st.integers(13, 40))
    number = draw(st.integers(0, 10**9))
    text = f"A {kind} near {town} this week. {dead} people were killed and {hurt} were injured, {source} said."
    document = article(
        f"d-{number}", text, title=f"{kind} at {town}", outlet=f"{town} Post", published=f"2031-03-{day:02d}"
    )
    claims = [quoted(document, f"{dead} people were killed", str(dead), source, counted="people")]
    if draw(st.booleans()):
        claims.append(quoted(document, f"{hurt} were injured", str(hurt), source, attribute="injured"))
    return document, claims


def groups(questions: Iterable[Question]) -> set[frozenset[str]]:
    """The claims of each question."""
    return {frozenset(question.claims) for question in questions}


def closure(new: Sequence[Claim], stored: Sequence[Claim], documents: dict[str, Document]) -> list[Claim]:
    """The claims that new ones reach through shared keys, as the pipeline fetches them."""
    keys = {each.id: set(block_keys(each, documents[each.document])) for each in (*stored, *new)}
    reached = {each.id for each in new}
    known = set().union(*(keys[each] for each in reached))
    while True:
        more = {each.id for each in stored if each.id not in reached and keys[each.id] & known}
        if not more:
            return [each for each in (*stored, *new) if each.id in reached]
        reached |= more
        known = known.union(*(keys[each] for each in more))


@settings(max_examples=60, deadline=None)
@given(st.lists(reports(), min_size=1, max_size=8, unique_by=lambda each: each[0].id), st.data())
def test_batches_in_any_order_give_the_groups_of_all_at_once(
    given_reports: list[tuple[Document, list[Claim]]], data: st.DataObject
) -> None:
    """Each batch is resolved with only what it reaches; in the end every question is as if all had come at once."""
    documents = {document.id: document for document, _ in given_reports}
    claims = [each for _, made in data.draw(st.permutations(given_reports)) for each in made]
    stored: list[Claim] = []
    joined: dict[str, str] = {}
    ingested: dict[str, int] = {}
    while len(stored) < len(claims):
        size = data.draw(st.integers(1, 4))
        batch = claims[len(stored) : len(stored) + size]
        ingested |= {each.id: len(stored) + place for place, each in enumerate(batch)}
        touched = closure(batch, stored, documents)
        for question in resolve(touched, documents, Desk(joined=joined, ingested=ingested)):
            joined |= dict.fromkeys(question.claims, question.id)
        stored += batch
    at_once = resolve(claims, documents, Desk(ingested=ingested))
    kept: dict[str, set[str]] = {}
    for each, name in joined.items():
        kept.setdefault(name, set()).add(each)
    assert {frozenset(members) for members in kept.values()} == groups(at_once)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(reports(), min_size=1, max_size=6, unique_by=lambda each: each[0].id), st.randoms(use_true_random=False)
)
def test_the_order_of_the_input_does_not_matter(
    given_reports: list[tuple[Document, list[Claim]]], random: object
) -> None:
    """Shuffled claims and documents give the same questions, relations and letters."""
    documents = {document.id: document for document, _ in given_reports}
    claims = [each for _, made in given_reports for each in made]
    desk = Desk(ingested={each.id: place for place, each in enumerate(claims)})
    shuffled = sorted(claims, key=lambda each: each.id[::-1])
    turned = dict(sorted(documents.items(), reverse=True))
    assert resolve(shuffled, turned, desk) == resolve(claims, documents, desk)


SCRIPT = """
import sys; sys.path.insert(0, {tests!r})
from test_resolve_questions import night
from resolve_cases import resolved
claims, documents = night()
for question in resolved(claims, documents):
    print(question.id, question.title, question.status, *question.claims)
    for relation in question.relations:
        print(relation)
"""


def test_the_answer_does_not_depend_on_the_hash_seed() -> None:
    """Two runs under different hash seeds print the same bytes."""
    tests = str(Path(__file__).resolve().parent)
    printed = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT.format(tests=tests)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "4711")
    ]
    assert printed[0] == printed[1] != b""
