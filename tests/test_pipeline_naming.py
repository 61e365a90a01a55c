"""What the desk calls sources, outlets, places and events: obeyed at once, for exactly the claims that it touches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.errors import UsageProblem
from reconcile.pipeline import Editor, IngestOptions, NewClaim, SourceFacts
from reconcile.store import Store

IDA = Editor("Ida Lund")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "claims.db", clock=lambda: datetime(2024, 6, 1, 9, tzinfo=UTC)) as opened:
        yield opened


def noted(
    store: Store,
    value: str,
    source: str | None,
    *,
    place: str | None = None,
    event: str | None = None,
    question: str | None = None,
    outlet: str = "Osk Weekly",
    said: str = "2024-03-01",
) -> str:
    """The id of a claim that was noted without a text, on the dead."""
    new = NewClaim(
        value=value,
        source=source,
        place=place,
        event=event,
        question=question,
        outlet=outlet,
        title=f"{outlet} on {said}, {source}",
        said=said,
        attribute="deaths",
        counted="people killed",
    )
    return pipeline.add(store, new, editor=IDA).claim.id


def resolved(store: Store) -> dict[str, str]:
    """The question of each claim, after resolving."""
    pipeline.resolve(store, editor=IDA)
    return store.questions_of(row["id"] for row in store.rows("SELECT id FROM claims"))


def settled(store: Store) -> None:
    """A full resolve changes nothing, and nothing stored contradicts the log."""
    assert pipeline.resolve(store, editor=IDA, full=True).run is None
    assert pipeline.check(store, deep=True) == []


def test_two_names_of_a_source_are_one_account(store: Store) -> None:
    """What the second name said later revises what the first one said, until the name is taken back."""
    noted(store, "14", "Water Board", question="Dead in Osk")
    noted(store, "16", "Dam Authority", question="Dead in Osk", said="2024-03-02", outlet="Hill Post")
    [question] = set(resolved(store).values())
    assert len(store.questions([question])[question].accounts) == 2
    assert store.conflicts() == 1
    [name] = pipeline.describe_source(store, "Water Board", SourceFacts(), aliases=["Dam Authority"], editor=IDA).new
    assert [account.title for account in store.questions([question])[question].accounts] == ["Water Board"]
    assert [relation.kind for relation in store.questions([question])[question].relations] == ["revision"]
    settled(store)
    pipeline.undo(store, name, editor=IDA)
    assert store.conflicts() == 1
    settled(store)


def test_outlets_of_one_family_are_one_account_in_their_own_voice(store: Store) -> None:
    """Who owns an outlet decides how many accounts there are; another family takes the place of the first."""
    noted(store, "14", None, question="Dead in Osk")
    noted(store, "14", None, question="Dead in Osk", outlet="Hill Post")
    [question] = set(resolved(store).values())
    assert len(store.questions([question])[question].accounts) == 2
    for outlet in ("Osk Weekly", "Hill Post"):
        pipeline.name_outlet(store, outlet, "Vesper Media", editor=IDA)
    assert len(store.questions([question])[question].accounts) == 1
    settled(store)
    pipeline.name_outlet(store, "Hill Post", "Hill Press", editor=IDA)
    assert len(store.questions([question])[question].accounts) == 2
    families = {row["name"]: row["family"] for row in pipeline.listing(store, "outlets")}
    assert families == {"Osk Weekly": "Vesper Media", "Hill Post": "Hill Press"}
    pipeline.name_outlet(store, "Hill Post", "", editor=IDA)
    assert [row["undone"] is None for row in pipeline.listing(store, "names")] == [False, False, True]
    settled(store)


def test_two_names_of_a_place_are_one_place(store: Store) -> None:
    """Claims that name a place otherwise are compared under the desk's name, also beside a wider one."""
    one = noted(store, "14", "mayor", place="Osk, Vale province")
    other = noted(store, "31", "army", place="Oskburg, Vale province", outlet="Hill Post")
    far = noted(store, "3", "vicar", place="Tarn")
    before = resolved(store)
    assert before[one] != before[other]
    done = pipeline.name_place(store, "Osk", ["Oskburg"], editor=IDA)
    after = resolved(store)
    assert after[one] == after[other] != after[far]
    assert done.counts.read == 2
    assert [row for row in pipeline.listing(store, "places") if row["name"] == "Osk, Vale province"]
    settled(store)
    pipeline.undo(store, done.new[0], editor=IDA)
    assert resolved(store) == before
    settled(store)


def test_an_event_has_other_names(store: Store) -> None:
    """Claims that call the event so are of it, those that come later, too; its title is the desk's."""
    one = noted(store, "14", "mayor", event="Osk dam burst", place="Osk")
    other = noted(store, "31", "army", event="the great flood", place="Vale", outlet="Hill Post", said="2024-03-04")
    before = resolved(store)
    assert before[one] != before[other]
    event = {row["id"] for row in pipeline.listing(store, "events")}
    [first] = [row["id"] for row in pipeline.listing(store, "events") if row["title"] == "Osk dam burst"]
    done = pipeline.name_event(store, str(first), aliases=["The Great Flood"], title="Dam burst, Osk", editor=IDA)
    later = noted(store, "33", "police", event="the great flood", place="Vale", outlet="Vale Mirror", said="2024-03-05")
    resolved(store)
    [row] = pipeline.listing(store, "events")
    assert (row["id"], row["title"], row["claims"]) == (first, "Dam burst, Osk", 3)
    assert later in store.questions_of([later])
    settled(store)
    for id in done.new:
        pipeline.undo(store, id, editor=IDA)
    assert {row["id"] for row in pipeline.listing(store, "events")} == event
    settled(store)


def test_facts_about_a_source_are_kept_and_told(store: Store) -> None:
    """Kind, party and grade stand in the list; a source that no claim names is refused."""
    noted(store, "14", "Dam Authority", question="Dead in Osk")
    facts = SourceFacts(kind="public company", party=True, reliability="B")
    pipeline.describe_source(store, "Dam Authority", facts, aliases=["the Authority"], editor=IDA, note="owner")
    [row] = pipeline.listing(store, "sources")
    assert (row["kind"], row["party"], row["reliability"]) == ("public company", 1, "B")
    assert row["aliases"] == ["the Authority"]
    pipeline.describe_source(store, "Dam Authority", SourceFacts(party=False), editor=IDA)
    [row] = pipeline.listing(store, "sources")
    assert (row["kind"], row["party"]) == ("public company", 0)
    with pytest.raises(UsageProblem, match="no claim names this source"):
        pipeline.describe_source(store, "Nobody", facts, editor=IDA)
    assert pipeline.check(store, deep=True) == []


WRONG = [
    (("Osk", ["Oskburg"]), ("Tarn", ["oskburg"]), "is another name of Osk already"),
    (("Osk", ["Oskburg"]), ("Oskburg", ["Osk"]), "would be another name of itself"),
    (("Osk", ["Oskburg"]), ("Osk", ["osk"]), "would be another name of itself"),
    (("Osk", ["Oskburg"]), ("Osk", [" "]), "the name is empty"),
]


@pytest.mark.parametrize(("before", "new", "told"), WRONG)
def test_a_name_means_one_thing(
    store: Store, before: tuple[str, list[str]], new: tuple[str, list[str]], told: str
) -> None:
    """A name that means another thing already, or itself, is refused; the hint tells how to take the old one back."""
    pipeline.name_place(store, *before, editor=IDA)
    run = store.newest_run()
    with pytest.raises(UsageProblem, match=told):
        pipeline.name_place(store, *new, editor=IDA)
    assert store.newest_run() == run


def test_a_dry_run_writes_nothing(store: Store) -> None:
    """Trying out names, facts and families leaves the database as it was."""
    noted(store, "14", "Dam Authority", place="Osk")
    resolved(store)
    run, head = store.newest_run(), store.audit_head()
    facts = SourceFacts(kind="public company")
    pipeline.describe_source(store, "Dam Authority", facts, aliases=["DA"], family="V", editor=IDA, dry_run=True)
    pipeline.name_place(store, "Osk", ["Oskburg"], editor=IDA, dry_run=True)
    pipeline.name_outlet(store, "Osk Weekly", "Vesper Media", editor=IDA, dry_run=True)
    [event] = pipeline.listing(store, "events")
    pipeline.name_event(store, str(event["id"]), aliases=["the flood"], title="Flood", editor=IDA, dry_run=True)
    assert (store.newest_run(), store.audit_head()) == (run, head)


def test_two_events_of_one_name_are_parted_for_good(store: Store) -> None:
    """Fires that are named alike and a month apart stay two where somebody said so, whatever is told between them."""
    first = noted(store, "2", "mayor", event="Karsk fire", place="Karsk", said="2024-03-01")
    second = noted(store, "5", "mayor", event="Karsk fire", place="Karsk", said="2024-04-20", outlet="Hill Post")
    resolved(store)
    one, other = (row["id"] for row in pipeline.listing(store, "events"))
    pipeline.different(store, str(one), str(other), editor=IDA)
    days = [("2024-03-12", first), ("2024-03-23", first), ("2024-04-02", second), ("2024-04-12", second)]
    between = [(noted(store, "3", "army", event="Karsk fire", place="Karsk", said=day), near) for day, near in days]
    resolved(store)
    sql = "SELECT claim, event_id FROM question_claims JOIN questions ON questions.id = question"
    event = {row["claim"]: row["event_id"] for row in store.rows(sql)}
    assert event[first] != event[second]
    assert [event[claim] == event[near] for claim, near in between] == [True] * 4
    settled(store)


def test_reports_that_name_a_place_otherwise_meet(store: Store, tmp_path: Path) -> None:
    """Two articles on one blast, in which the town is called otherwise, are one event once the desk says so."""
    told = (
        (
            "a",
            "Vale Mirror",
            "Eleven people were killed when a gas bottle exploded in Oskburg on Friday, the mayor said.",
        ),
        (
            "b",
            "Hill Post",
            "Nine traders died in Osk on Friday, a witness told reporters. Stalls burnt out after a bang.",
        ),
    )
    for name, outlet, text in told:
        (tmp_path / f"{name}.txt").write_text(f"{outlet}\n\n{text}\n", encoding="utf-8")
        options = IngestOptions(outlet=outlet, published="2024-03-02")
        pipeline.ingest(store, [str(tmp_path / f"{name}.txt")], options, editor=IDA)
    resolved(store)
    assert (len(list(pipeline.listing(store, "events"))), store.conflicts()) == (2, 0)
    pipeline.name_place(store, "Osk", ["Oskburg"], editor=IDA)
    assert (len(list(pipeline.listing(store, "events"))), store.conflicts()) == (1, 1)
    settled(store)


def test_a_title_that_is_refused_leaves_no_name_behind(store: Store) -> None:
    """Names and title of an event are put down together or not at all; a title needs who gave it."""
    claim = noted(store, "14", "mayor", event="Dam burst at Osk")
    pipeline.resolve(store, editor=IDA)
    event = store.questions([store.questions_of([claim])[claim]]).popitem()[1].event_id
    with pytest.raises(UsageProblem, match="a title needs a name"):
        pipeline.name_event(store, str(event), aliases=["the flood"], title="Flood", editor=Editor(None))
    assert store.rows("SELECT * FROM names") == []
