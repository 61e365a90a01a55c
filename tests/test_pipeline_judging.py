"""Judgements in the store: obeyed at once and for ever, refused where they contradict, and taken back at will."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from judging_cases import BO, IDA, RELATIONS, dump, question, say, settled, together, typed

from reconcile import pipeline
from reconcile.errors import UsageProblem
from reconcile.pipeline import Editor
from reconcile.store import Store
from reconcile.store.judgements import standing_judgements


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "claims.db", clock=lambda: datetime(2024, 6, 1, 9, tzinfo=UTC)) as opened:
        yield opened


@pytest.fixture
def trio(store: Store) -> tuple[str, str, str]:
    """Three claims of three questions, resolved."""
    ids = (
        typed(store, "14", "mayor", "Dead in Osk"),
        typed(store, "31", "army", "Dead at the dam"),
        typed(store, "9", "police", "Dead in the flood"),
    )
    pipeline.resolve(store, editor=IDA)
    return ids


def test_claims_that_are_the_same_are_one_question_at_once(store: Store, trio: tuple[str, str, str]) -> None:
    """The older id stays, the younger ones lead to it; what contradicts within is told."""
    before = [question(store, claim) for claim in trio]
    done = pipeline.same(store, trio, editor=IDA, note="one dam")
    assert len(done.new) == 2
    assert {question(store, claim) for claim in trio} == {before[0]}
    assert [store.named(id) for id in before] == [("question", before[0])] * 3
    assert done.counts.conflicts == 3
    settled(store)


def test_undone_judgements_leave_everything_as_it_was(store: Store, trio: tuple[str, str, str]) -> None:
    """Each question has its id back, no alias is left, and the judgement stays in the history."""
    before = dump(store)
    done = pipeline.same(store, trio, editor=IDA, note="one dam")
    for id in done.new:
        pipeline.undo(store, id, editor=BO, note="two dams")
    assert dump(store) == before
    assert store.aliases() == {}
    assert standing_judgements(store, trio) == ()
    rows = list(pipeline.listing(store, "judgements"))
    assert [row["undone"] for row in rows] == ["2024-06-01T09:00:00+00:00"] * 2
    told = [(row["command"], row["editor"], row["note"]) for row in pipeline.history(store, trio[1])]
    assert told[1:] == [("same", "Ida Lund", "one dam"), ("undo", "Bo Falk", "two dams")]
    assert pipeline.undo(store, done.new[0], editor=BO).new == ()
    settled(store)


CHAINS = [
    ([("same", 0, 1), ("same", 1, 2)], ("different", 0, 2), "{0} = {1} ({j0}, Ida Lund, {at}), {1} = {2} ({j1}"),
    ([("same", 0, 1), ("different", 1, 2)], ("same", 0, 2), "{0} = {1} ({j0}, Ida Lund, {at}), {1} ≠ {2} ({j1}"),
    ([("conflict", 0, 1)], ("different", 0, 1), "{0} conflict {1} ({j0}"),
    ([("conflict", 0, 1)], ("agree", 0, 1), "{0} conflict {1} ({j0}"),
    ([("different", 0, 1)], ("conflict", 1, 0), "{1} ≠ {0} ({j0}"),
]


@pytest.mark.parametrize(("before", "new", "chain"), CHAINS)
def test_a_contradiction_is_refused_with_its_chain(
    store: Store,
    trio: tuple[str, str, str],
    before: list[tuple[str, int, int]],
    new: tuple[str, int, int],
    chain: str,
) -> None:
    """One line names every judgement of the chain, who made it and when; nothing is written."""
    ids = [say(store, word, trio[left], trio[right])[0] for word, left, right in before]
    state, run = dump(store), store.newest_run()
    word, left, right = new
    with pytest.raises(UsageProblem) as caught:
        say(store, word, trio[left], trio[right])
    told = chain.format(*trio, at="2024-06-01T09:00:00+00:00", **{f"j{n}": id for n, id in enumerate(ids)})
    assert told in str(caught.value)
    assert str(caught.value).endswith("undo one of these first")
    assert "\n" not in str(caught.value)
    assert (dump(store), store.newest_run()) == (state, run)


def test_a_judgement_holds_for_what_comes_later(store: Store, trio: tuple[str, str, str]) -> None:
    """Claims that join one of two questions which are one come along; those put apart stay apart."""
    pipeline.same(store, [question(store, trio[0]), question(store, trio[1])], editor=IDA)
    pipeline.different(store, trio[0], trio[2], editor=IDA)
    later = typed(store, "16", "coroner", "Dead at the dam", said="2024-03-02")
    pipeline.resolve(store, editor=IDA)
    assert together(store, trio[0], trio[1], later)
    assert not together(store, trio[0], trio[2])
    with pytest.raises(UsageProblem, match="cannot be the same"):
        pipeline.same(store, [later, trio[2], trio[0]], editor=IDA)
    settled(store)


def test_a_question_that_is_joined_takes_its_claims_along_and_gives_them_back(store: Store) -> None:
    """What is said of a question holds for the claims that the program puts in it, as they come and go."""
    first = [typed(store, value, source, "Dead in Osk") for value, source in (("14", "mayor"), ("15", "army"))]
    second = [typed(store, value, source, "Dead at the dam") for value, source in (("9", "police"), ("8", "vicar"))]
    pipeline.resolve(store, editor=IDA)
    ids = question(store, first[0]), question(store, second[0])
    [judgement] = pipeline.same(store, ids, editor=IDA).new
    assert together(store, *first, *second)
    pipeline.withdraw(store, second[0], editor=IDA)
    pipeline.resolve(store, editor=IDA)
    assert together(store, *first, second[1])
    settled(store)
    pipeline.undo(store, judgement, editor=IDA)
    assert (question(store, first[1]), together(store, *first)) == (ids[0], True)
    assert not together(store, first[0], second[1])


def test_two_questions_are_not_joined_over_the_head_of_whoever_put_their_claims_apart(store: Store) -> None:
    """The chain names the questions in which the claims stand now."""
    first = [typed(store, value, source, "Dead in Osk") for value, source in (("14", "mayor"), ("15", "army"))]
    second = [typed(store, value, source, "Dead at the dam") for value, source in (("9", "police"), ("8", "vicar"))]
    pipeline.resolve(store, editor=IDA)
    pipeline.different(store, first[1], second[1], editor=BO)
    one, other = question(store, first[0]), question(store, second[0])
    with pytest.raises(UsageProblem) as caught:
        pipeline.same(store, [one, other], editor=IDA)
    assert f"{first[0]} and {first[1]} stand in {one}, {first[1]} ≠ {second[1]} (j1-" in str(caught.value)
    pipeline.same(store, [first[0], second[0]], editor=IDA)
    assert together(store, first[0], second[0])
    assert not together(store, first[1], second[1])
    settled(store)


@pytest.mark.parametrize("word", RELATIONS)
def test_what_a_person_says_of_two_claims_overrides_every_rule(
    store: Store, trio: tuple[str, str, str], word: str
) -> None:
    """The relation is the person's, with name, day and note, after every resolve, until it is undone."""
    [id] = pipeline.relate(store, trio[0], trio[1], word, editor=IDA, note="seen both").new
    settled(store)
    [row] = [row for row in pipeline.export(store, "relations") if row["rule"] == "person"]
    assert (row["left"], row["right"], row["relation"]) == (trio[0], trio[1], word)
    assert str(row["why"]).startswith("Ida Lund says that ")
    assert str(row["why"]).endswith(" (2024-06-01): “seen both”")
    pipeline.undo(store, id, editor=IDA)
    assert [row for row in pipeline.export(store, "relations") if row["rule"] == "person"] == []


@pytest.mark.parametrize("word", ["part_of", "scope"])
def test_parts_and_scopes_stand_between_two_questions(store: Store, trio: tuple[str, str, str], word: str) -> None:
    """The first one is the whole; a part shares the page of its whole."""
    pipeline.relate(store, trio[0], trio[2], word, editor=IDA)
    pipeline.relate(store, question(store, trio[1]), question(store, trio[0]), word, editor=IDA)
    assert not together(store, trio[0], trio[1])
    rows = [row for row in pipeline.export(store, "relations") if row["rule"] == "person"]
    assert [(row["left"], row["right"], row["relation"]) for row in rows] == [
        (trio[0], trio[2], word),
        (trio[1], trio[0], word),
    ]
    wholes = {row["id"]: row["whole"] for row in pipeline.export(store, "questions")}
    assert wholes[question(store, trio[2])] == (question(store, trio[0]) if word == "part_of" else None)
    settled(store)


def test_a_relation_holds_for_the_figures_in_whichever_report(store: Store) -> None:
    """Where a source repeats its figure, what is said of one report is said of the figure."""
    first = typed(store, "14", "mayor", "Dead in Osk")
    again = typed(store, "14", "mayor", "Dead in Osk", outlet="Vale Mirror")
    other = typed(store, "31", "army", "Dead in Osk")
    pipeline.resolve(store, editor=IDA)
    pipeline.relate(store, again, other, "compatible", editor=IDA, note="civilians only")
    rows = {(row["left"], row["right"]): row["rule"] for row in pipeline.export(store, "relations")}
    assert rows == {(first, again): "repeat", (first, other): "person", (again, other): "person"}
    assert store.conflicts() == 0
    settled(store)


def test_a_copy_belongs_to_the_account_that_it_copies(store: Store) -> None:
    """Five reports of one figure are one account where somebody knows that they are copies."""
    one, other = typed(store, "14", "mayor", "Dead in Osk"), typed(store, "14", "radio", "Dead in Osk")
    pipeline.resolve(store, editor=IDA)
    assert len(store.questions([question(store, one)])[question(store, one)].accounts) == 2
    pipeline.relate(store, one, other, "copy", editor=IDA, note="the radio read it out")
    [account] = store.questions([question(store, one)])[question(store, one)].accounts
    assert set(account.claims) == {one, other}
    settled(store)


def test_a_title_by_a_person_stays(store: Store, trio: tuple[str, str, str]) -> None:
    """Through joins and later claims, before the user's own name of the question, until it is taken back."""
    [first] = pipeline.retitle(store, question(store, trio[0]), "The dam at  Osk", editor=IDA).new
    pipeline.same(store, trio, editor=IDA)
    assert pipeline.show(store, trio[0]).questions[0].title == "The dam at Osk"
    pipeline.retitle(store, trio[2], "The Osk dam disaster", editor=BO)
    assert pipeline.show(store, trio[0]).questions[0].title == "The Osk dam disaster"
    assert pipeline.show(store, trio[0]).questions[0].name == "Dead in Osk"
    settled(store)
    pipeline.retitle(store, trio[2], "", editor=IDA)
    assert pipeline.show(store, trio[0]).questions[0].title == "Dead in Osk"
    pipeline.undo(store, first, editor=IDA)
    settled(store)


WRONG = [
    (lambda store, ids: pipeline.same(store, ids[:2], editor=Editor(None)), "a judgement needs a name"),
    (lambda store, ids: pipeline.same(store, [ids[0], ids[0]], editor=IDA), "named twice"),
    (
        lambda store, ids: pipeline.same(store, [ids[0], question(store, ids[1])], editor=IDA),
        "is a claim, .* a question",
    ),
    (lambda store, ids: pipeline.relate(store, ids[0], ids[1], "rival", editor=IDA), "no such relation: rival"),
    (
        lambda store, ids: pipeline.relate(
            store, question(store, ids[0]), question(store, ids[1]), "conflict", editor=IDA
        ),
        "conflict holds between two claims",
    ),
    (lambda store, ids: pipeline.undo(store, ids[0], editor=IDA), "this is a claim"),
    (lambda store, ids: pipeline.retitle(store, ids[0], "Dead", editor=Editor("")), "a title needs a name"),
    (lambda store, ids: pipeline.same(store, ["c1-nowhere", ids[0]], editor=IDA), "nothing here has the id"),
    (lambda store, ids: pipeline.same(store, [ids[0], document_of(store, ids[1])], editor=IDA), "this is a document"),
]


def document_of(store: Store, claim: str) -> str:
    """The document in which a claim stands."""
    return store.claims([claim])[claim].document


@pytest.mark.parametrize(("act", "told"), WRONG)
def test_slips_are_refused_in_one_line(store: Store, trio: tuple[str, str, str], act: object, told: str) -> None:
    """What cannot be meant is refused, and nothing is written."""
    run = store.newest_run()
    with pytest.raises(UsageProblem, match=told):
        act(store, trio)  # type: ignore[operator]
    assert store.newest_run() == run


def test_a_struck_claim_is_not_judged(store: Store, trio: tuple[str, str, str]) -> None:
    """Nobody judges a claim that counts no more; what was judged before still holds the others together."""
    pipeline.same(store, trio, editor=IDA)
    pipeline.withdraw(store, trio[1], editor=IDA)
    pipeline.resolve(store, editor=IDA)
    assert together(store, trio[0], trio[2])
    settled(store)
    with pytest.raises(UsageProblem, match="this claim was withdrawn"):
        pipeline.different(store, trio[0], trio[1], editor=IDA)


def test_a_contradiction_is_found_by_the_claims_that_stand_for_a_question_now(store: Store) -> None:
    """The first claim of a joined question is withdrawn: the next one stands for it, in chains as in resolving."""
    first = [typed(store, value, source, "Dead in Osk") for value, source in (("14", "mayor"), ("15", "army"))]
    second = [typed(store, value, source, "Dead at the dam") for value, source in (("9", "police"), ("8", "vicar"))]
    pipeline.resolve(store, editor=IDA)
    pipeline.same(store, [question(store, first[0]), question(store, second[0])], editor=IDA)
    pipeline.withdraw(store, first[0], editor=IDA)
    pipeline.resolve(store, editor=IDA)
    with pytest.raises(UsageProblem, match=rf"since {first[1]} = {second[0]} \(j1-"):
        pipeline.different(store, first[1], second[0], editor=BO)
    assert together(store, first[1], *second)
    settled(store)


def test_a_joined_question_keeps_the_title_it_was_asked_under_first(store: Store) -> None:
    """Id and title are those of the question whose claim came first, whatever was said earlier in the day."""
    older = typed(store, "14", "mayor", "Dead in Osk", said="2024-03-02")
    younger = typed(store, "9", "police", "Dead at the dam", said="2024-03-01")
    pipeline.resolve(store, editor=IDA)
    kept = question(store, older)
    pipeline.same(store, [older, younger], editor=IDA)
    assert question(store, younger) == kept
    assert store.questions([kept])[kept].title == "Dead in Osk"
    settled(store)


def test_the_same_judgement_is_kept_once(store: Store, trio: tuple[str, str, str]) -> None:
    """Saying it again writes nothing and names the judgement that stands."""
    first = pipeline.same(store, trio[:2], editor=IDA)
    again = pipeline.same(store, [trio[1], trio[0]], editor=BO)
    assert (again.new, again.same, again.counts.run) == ((), first.new, None)


def test_a_dry_run_tells_what_would_be_and_writes_nothing(store: Store, trio: tuple[str, str, str]) -> None:
    """The counts are those of the real thing."""
    before, run, audit = dump(store), store.newest_run(), store.audit_head()
    tried = pipeline.same(store, trio, editor=IDA, dry_run=True)
    assert (dump(store), store.newest_run(), store.audit_head()) == (before, run, audit)
    done = pipeline.same(store, trio, editor=IDA)
    assert replace(tried.counts, run=done.counts.run) == done.counts
