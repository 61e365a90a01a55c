"""Resolving: only what new claims reach, with the result of a full one; and what the desk is told of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.pipeline import Editor, IngestOptions, NewClaim
from reconcile.pipeline.site import site_data
from reconcile.resolve.columns.parts import parts
from reconcile.resolve.keys import met_by
from reconcile.store import Store

ANN = Editor("Ann Boss")
OSK = NewClaim(value="14", source="mayor", question="Dead in Osk", outlet="Osk Weekly", said="2024-03-01")

STORIES = [
    (
        "a1",
        "Osk Weekly",
        "2024-03-01T08:00:00Z",
        "A dam burst above Osk on Friday. The mayor said 14 people were killed.",
    ),
    (
        "b1",
        "Vale Mirror",
        "2024-03-01T09:00:00Z",
        "A dam burst above Osk on Friday. Police said 11 people were killed.",
    ),
    (
        "c1",
        "Coast Herald",
        "2024-05-01T09:00:00Z",
        "A ferry sank off Tarn on Tuesday. The owner said 3 people were killed.",
    ),
    (
        "a2",
        "Osk Weekly",
        "2024-03-02T08:00:00Z",
        "The burst dam in Osk killed 16 people, the mayor said. 40 people were injured.",
    ),
    (
        "d1",
        "Tarn Gazette",
        "2024-05-02T09:00:00Z",
        "Five people were killed when a ferry sank off Tarn on Tuesday, police said.",
    ),
    ("e1", "Hill Post", "2024-03-02T18:00:00Z", "Officials put the dead of the burst dam in Osk at between 11 and 18."),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "claims.db", clock=lambda: datetime(2024, 6, 1, tzinfo=UTC)) as opened:
        yield opened


def read_in(store: Store, folder: Path, stories: list[tuple[str, str, str, str]]) -> None:
    path = folder / "stories.jsonl"
    documents = (
        {
            "id": id,
            "url": f"https://news.example/{id}",
            "publisher": by,
            "title": f"Story {id}",
            "published": at,
            "text": t,
        }
        for id, by, at, t in stories
    )
    path.write_text("".join(json.dumps(document) + "\n" for document in documents))
    pipeline.ingest(store, [str(path)], IngestOptions(), editor=ANN)


def groups(store: Store) -> set[frozenset[str]]:
    return {frozenset(question.claims) for question in store.questions(store.question_ids()).values()}


def dump(store: Store) -> list[object]:
    tables = ("questions", "question_claims", "accounts", "account_claims", "relations")
    return [[tuple(row) for row in store.rows(f"SELECT * FROM {table}")] for table in tables]


@pytest.mark.parametrize("order", [[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [2, 0, 4, 1, 5, 3]], ids=str)
def test_step_by_step_gives_what_a_full_resolve_gives(store: Store, tmp_path: Path, order: list[int]) -> None:
    """After each article only what it reaches is resolved; a full resolve then finds nothing to change."""
    for place in order:
        read_in(store, tmp_path, [STORIES[place]])
        pipeline.resolve(store, editor=ANN)
    stepwise = dump(store)
    assert pipeline.resolve(store, editor=ANN, full=True).run is None
    assert dump(store) == stepwise
    with Store.create(tmp_path / "at-once.db") as other:
        read_in(other, tmp_path, [STORIES[place] for place in order])
        pipeline.resolve(other, editor=ANN)
        assert groups(other) == groups(store)


def test_only_what_new_claims_reach_is_looked_at(store: Store, tmp_path: Path) -> None:
    """An article on another event leaves the questions of this one alone."""
    read_in(store, tmp_path, STORIES[:2])
    whole = pipeline.resolve(store, editor=ANN).read
    pipeline.add(store, replace(OSK, question="Ferries late", value="3"), editor=ANN)
    counts = pipeline.resolve(store, editor=ANN)
    assert whole >= 2
    assert (counts.read, counts.new) == (1, 1)


def test_a_name_given_by_the_user_joins(store: Store) -> None:
    """Claims with the same question of the user's stand together, others apart."""
    for value, question in (("14", "Dead in Osk"), ("11", "Dead in Osk"), ("14", "Dead in Tarn")):
        pipeline.add(store, replace(OSK, value=value, question=question), editor=ANN)
    pipeline.resolve(store, editor=ANN)
    found = {(q.name, len(q.claims)) for q in store.questions(store.question_ids()).values()}
    assert found == {("Dead in Osk", 2), ("Dead in Tarn", 1)}


def test_a_new_conflict_is_told_once(store: Store) -> None:
    """The first pair that cannot both be true leaves a notice; resolving again does not repeat it."""
    pipeline.add(store, OSK, editor=ANN)
    pipeline.resolve(store, editor=ANN)
    assert store.notices_after(0) == []
    pipeline.add(store, replace(OSK, value="31", source="army"), editor=ANN)
    pipeline.resolve(store, editor=ANN)
    pipeline.resolve(store, editor=ANN, full=True)
    [notice] = store.notices_after(0)
    assert "Cannot both be true" in notice
    assert "14 (mayor)" in notice
    assert "31 (army)" in notice


def test_a_private_name_is_not_told(store: Store) -> None:
    """A notice names a private source by its label."""
    pipeline.add(store, OSK, editor=ANN)
    pipeline.add(store, replace(OSK, value="31", source="J. Doe", label="a doctor", own=True), editor=ANN)
    pipeline.resolve(store, editor=ANN)
    [notice] = store.notices_after(0)
    assert "31 (a doctor)" in notice
    assert "Doe" not in notice


def test_letters_are_given_once(store: Store) -> None:
    """An account keeps its letter when others come and go; a letter is never given to another."""
    claims = {}
    for value, source in (("14", "mayor"), ("31", "army"), ("22", "police")):
        claims[source] = pipeline.add(store, replace(OSK, value=value, source=source), editor=ANN).claim.id
        pipeline.resolve(store, editor=ANN)
    pipeline.withdraw(store, claims["army"], editor=ANN)
    pipeline.resolve(store, editor=ANN)
    pipeline.add(store, replace(OSK, value="19", source="hospital"), editor=ANN)
    pipeline.resolve(store, editor=ANN)
    [question] = store.questions(store.question_ids()).values()
    letters = {account.title: account.letter for account in question.accounts}
    assert letters == {"mayor": "A", "police": "C", "hospital": "D"}


def test_a_questions_id_stays_when_claims_join_it(store: Store) -> None:
    """Old links go on working."""
    pipeline.add(store, OSK, editor=ANN)
    pipeline.resolve(store, editor=ANN)
    before = store.question_ids()
    pipeline.add(store, replace(OSK, value="31", source="army"), editor=ANN)
    pipeline.resolve(store, editor=ANN)
    assert store.question_ids() == before


def test_a_question_that_joins_another_leaves_an_alias(store: Store) -> None:
    """When a correction moves the only claim of a question, the old id leads to the new one."""
    pipeline.add(store, OSK, editor=ANN)
    mine = pipeline.add(store, replace(OSK, value="31", source="army", question="Dead at Osk"), editor=ANN).claim.id
    pipeline.resolve(store, editor=ANN)
    old = store.questions_of([mine])[mine]
    pipeline.correct(store, mine, {"question": "Dead in Osk"}, editor=ANN)
    pipeline.resolve(store, editor=ANN)
    new = store.questions_of([mine])[mine]
    assert old != new
    assert store.named(old) == ("question", new)


def test_a_question_that_lost_all_its_claims_keeps_its_page(store: Store, tmp_path: Path) -> None:
    """Withdrawing the last claim empties the question; its page stays and shows what was struck out."""
    mine = pipeline.add(store, OSK, editor=ANN).claim.id
    pipeline.resolve(store, editor=ANN)
    before = store.question_ids()
    pipeline.withdraw(store, mine, editor=ANN)
    pipeline.resolve(store, editor=ANN)
    assert store.question_ids() == before
    [dossier] = site_data(store).dossiers
    assert (dossier.question.claims, dossier.withdrawn, tuple(dossier.claims)) == ((), (mine,), (mine,))
    pipeline.publish(store, tmp_path / "reports")
    assert (tmp_path / "reports" / f"{before[0]}.html").exists()
    assert pipeline.resolve(store, editor=ANN, full=True).run is None
    assert pipeline.check(store, deep=True) == []
    pipeline.add(store, replace(OSK, value="31", source="army"), editor=ANN)
    pipeline.resolve(store, editor=ANN)
    assert pipeline.check(store, deep=True) == []


def test_the_dossier_of_a_question_holds_all_that_its_page_shows(store: Store) -> None:
    """Members, documents, struck-out readings, withdrawn claims, verdicts and history stand together."""
    first = pipeline.add(store, OSK, editor=ANN).claim.id
    second = pipeline.add(store, replace(OSK, value="31", source="army"), editor=ANN).claim.id
    third = pipeline.add(store, replace(OSK, value="40", source="J. Doe", label="a doctor"), editor=ANN).claim.id
    pipeline.resolve(store, editor=ANN)
    pipeline.correct(store, first, {"value": "15"}, editor=ANN, note="typo")
    pipeline.withdraw(store, third, editor=ANN)
    pipeline.resolve(store, editor=ANN)
    pipeline.decide(store, pipeline.Decision(second, "hold", "waiting for the list"), editor=ANN)
    site = site_data(store)
    [dossier] = site.dossiers
    assert set(dossier.claims) == {first, second, third}
    assert set(dossier.documents) == {claim.document for claim in dossier.claims.values()}
    assert dossier.withdrawn == (third,)
    assert [(one.claim, one.value and one.value.words, one.note) for one in dossier.struck] == [(first, "14", "typo")]
    assert [verdict.kind for verdict in dossier.verdicts] == ["hold"]
    assert [entry.what for entry in dossier.history] == ["add", "add", "add", "correct", "withdraw", "decide"]
    assert dossier.sources["J. Doe"].label == "a doctor"
    assert (dossier.created_run, dossier.revision, site.run) == (4, store.newest_run(), store.newest_run())
    assert (site.documents, site.claims, site.audit_head) == (1, 3, store.audit_head())


def test_publishing_twice_changes_no_file(store: Store, tmp_path: Path) -> None:
    """The second time every file is found as it was."""
    for value, source in (("14", "mayor"), ("31", "army")):
        pipeline.add(store, replace(OSK, value=value, source=source), editor=ANN)
    pipeline.resolve(store, editor=ANN)
    first = pipeline.publish(store, tmp_path / "reports")
    second = pipeline.publish(store, tmp_path / "reports")
    assert first.new == first.read > 0
    assert (second.new, second.same, second.changed) == (0, first.read, 0)


def test_the_verdict_given_last_stands_whatever_the_clock_said(store: Store) -> None:
    """A clock that was set back between two decisions does not bring the former one back, on no page and in no list."""
    id = pipeline.add(store, OSK, editor=ANN).claim.id
    pipeline.resolve(store, editor=ANN)
    for verdict, year in (("hold", 2034), ("unresolved", 2024)):
        store.clock = partial(datetime, year, 6, 2, tzinfo=UTC)
        question = pipeline.decide(store, pipeline.Decision(id, verdict, "so"), editor=ANN).question
    (dossier,) = site_data(store).dossiers
    assert [each.kind for each in dossier.verdicts] == ["hold", "unresolved"]
    assert [each.kind for each in pipeline.show(store, question).verdicts] == ["hold", "unresolved"]
    assert [row["verdict"] for row in pipeline.export(store, "questions")] == ["unresolved"]


def test_the_counts_of_a_run_are_those_of_the_database(store: Store, tmp_path: Path) -> None:
    """What a resolve tells of questions, relations and conflicts is kept by addition, and stays what is stored."""
    for number, story in enumerate(STORIES):
        (tmp_path / str(number)).mkdir()
        read_in(store, tmp_path / str(number), [story])
        counts = pipeline.resolve(store, editor=ANN)
        assert (counts.questions, counts.relations) == (store.count("questions"), store.count("relations"))
        assert counts.conflicts == store.conflicts()


def test_parts_of_a_database_have_nothing_to_do_with_each_other(store: Store, tmp_path: Path) -> None:
    """Cut into the smallest parts, each holds all that its claims reach, and together they hold every claim once."""
    read_in(store, tmp_path, STORIES)
    pipeline.resolve(store, editor=ANN)
    found = [set(part) for part in parts(store.links(), store.changed_since(0), 1)]
    assert len(found) > 1
    assert sorted(number for part in found for number in part) == sorted(store.changed_since(0))
    assert all(store.reached(part, met_by) == part for part in found)
