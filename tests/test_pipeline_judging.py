"""Judgements in the store: obeyed at once and for ever, refused where they contradict, and taken back at will."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.errors import UsageProblem
from reconcile.pipeline import Editor, IngestOptions, NewClaim
from reconcile.resolve.judgements.judged import Classes
from reconcile.store import Store
from reconcile.store.judgements import judgements_where, standing_judgements

IDA, BO = Editor("Ida Lund"), Editor("Bo Falk")
ASKED = NewClaim(value="14", source="mayor", question="Dead in Osk", outlet="Osk Weekly", said="2024-03-01")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "claims.db", clock=lambda: datetime(2024, 6, 1, 9, tzinfo=UTC)) as opened:
        yield opened


def typed(
    store: Store, value: str, source: str, question: str, *, outlet: str = "Osk Weekly", said: str = "2024-03-01"
) -> str:
    """The id of a claim that was typed in."""
    new = replace(ASKED, value=value, source=source, question=question, outlet=outlet, said=said)
    return pipeline.add(store, new, editor=IDA).claim.id


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


def question(store: Store, claim: str) -> str:
    """The id of the question in which a claim stands."""
    return store.questions_of([claim])[claim]


def together(store: Store, *claims: str) -> bool:
    """Whether claims stand in one question."""
    return len({question(store, claim) for claim in claims}) == 1


def dump(store: Store) -> list[object]:
    """All that resolving made."""
    tables = ("questions", "question_claims", "accounts", "account_claims", "relations")
    return [sorted(map(repr, map(tuple, store.rows(f"SELECT * FROM {table}")))) for table in tables]


def settled(store: Store) -> None:
    """A full resolve changes nothing, and nothing stored contradicts the log."""
    before = dump(store)
    assert pipeline.resolve(store, editor=IDA, full=True).run is None
    assert dump(store) == before
    assert pipeline.check(store, deep=True) == []


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


def say(store: Store, word: str, left: str, right: str, *, later: bool = False) -> tuple[str, ...]:
    """Enter one judgement; the ids of what is new."""
    if word == "same":
        return pipeline.same(store, [left, right], editor=IDA, later=later).new
    if word == "different":
        return pipeline.different(store, left, right, editor=IDA, later=later).new
    return pipeline.relate(store, left, right, word, editor=IDA).new


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


RELATIONS = ["copy", "drift", "revision", "earlier", "agree", "compatible", "conflict", "unclear"]


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


DAM, FERRY = "A dam burst above Osk on Friday.", "A ferry sank off Tarn on Tuesday."
STORIES = [
    ("a1", "Osk Weekly", "2024-03-01T08:00:00Z", f"{DAM} The mayor said 14 people were killed."),
    ("b1", "Vale Mirror", "2024-03-01T09:00:00Z", f"{DAM} Police said 11 people were killed."),
    ("c1", "Coast Herald", "2024-05-01T09:00:00Z", f"{FERRY} The owner said 3 people were killed."),
    (
        "a2",
        "Osk Weekly",
        "2024-03-02T08:00:00Z",
        "The burst dam in Osk killed 16 people, the mayor said. 40 were hurt.",
    ),
    ("d1", "Tarn Gazette", "2024-05-02T09:00:00Z", f"{FERRY} Five people were killed, police said."),
    ("e1", "Hill Post", "2024-03-02T18:00:00Z", "Officials put the dead of the dam in Osk at between 11 and 18."),
    ("f1", "Hill Post", "2024-05-03T18:00:00Z", "The ferry off Tarn killed six people and injured 20, the owner said."),
]


def read_in(store: Store, folder: Path, stories: list[tuple[str, str, str, str]]) -> None:
    """Ingest some articles."""
    lines = (
        json.dumps({"id": id, "url": f"https://news.example/{id}", "publisher": by, "published": at, "text": text})
        for id, by, at, text in stories
    )
    path = folder / "stories.jsonl"
    path.write_text("\n".join(lines) + "\n")
    pipeline.ingest(store, [str(path)], IngestOptions(), editor=IDA)


def events(store: Store) -> dict[str, str]:
    """The event of each claim."""
    sql = "SELECT claim, event_id FROM question_claims JOIN questions ON questions.id = question ORDER BY claim"
    return {row["claim"]: row["event_id"] for row in store.rows(sql)}


def test_events_that_are_one_are_united_and_given_back(store: Store, tmp_path: Path) -> None:
    """The younger id leads to the older; what each event's questions were comes back with undo."""
    read_in(store, tmp_path, STORIES[:3])
    pipeline.resolve(store, editor=IDA)
    before, state = events(store), dump(store)
    dam, ferry = dict.fromkeys(before.values()) if len(set(before.values())) == 2 else ("", "")
    [judgement] = pipeline.same(store, [dam, ferry], editor=IDA).new
    assert len(set(events(store).values())) == 1
    assert {store.named(dam), store.named(ferry)} == {("event", next(iter(events(store).values())))}
    settled(store)
    pipeline.undo(store, judgement, editor=IDA)
    assert (events(store), dump(store)) == (before, state)
    settled(store)


def test_events_that_are_two_stay_two(store: Store, tmp_path: Path) -> None:
    """Two events that somebody put apart are not joined by whatever report comes in, nor by their claims."""
    read_in(store, tmp_path, [STORIES[0], STORIES[2]])
    pipeline.resolve(store, editor=IDA)
    dam, ferry = sorted(set(events(store).values()), key=list(events(store).values()).index)
    pipeline.different(store, dam, ferry, editor=IDA)
    with pytest.raises(UsageProblem, match="cannot be the same, since"):
        pipeline.same(store, [dam, ferry], editor=IDA)
    one, other = (next(claim for claim, event in events(store).items() if event == each) for each in (dam, ferry))
    with pytest.raises(UsageProblem, match="cannot be the same, since"):
        pipeline.same(store, [one, other], editor=IDA)
    settled(store)


def test_a_claim_told_in_passing_moves_alone(store: Store, tmp_path: Path) -> None:
    """An article on one thing that recalls another: its one figure joins the other event, the rest stays."""
    recalls = "A ferry sank off Tarn on Tuesday. The owner said 3 people were killed. Last year 14 died in Osk."
    read_in(store, tmp_path, [STORIES[0], ("c1", "Coast Herald", "2024-05-01T09:00:00Z", recalls)])
    pipeline.resolve(store, editor=IDA)
    by_words = {claim.quote: id for id, claim in store.claims(events(store)).items()}
    dam = next(id for quote, id in by_words.items() if "14 people" in quote)
    recalled = next(id for quote, id in by_words.items() if quote.startswith("14 died"))
    ferry = next(id for quote, id in by_words.items() if quote.startswith("3 people"))
    pipeline.same(store, [dam, recalled], editor=IDA)
    found = events(store)
    assert found[dam] == found[recalled] != found[ferry]
    assert together(store, dam, recalled)
    settled(store)


@pytest.mark.parametrize("seed", range(6))
def test_step_by_step_gives_what_all_at_once_gives(store: Store, tmp_path: Path, seed: int) -> None:
    """Articles, judgements on claims, questions and events, and undoing, in any order: a full resolve changes nothing.

    In the end every judgement on claims that stands is obeyed.
    """
    dice = random.Random(seed)
    stories = dice.sample(STORIES, len(STORIES))
    for _ in range(24):
        if stories and dice.random() < 0.4:
            read_in(store, tmp_path, [stories.pop()])
            pipeline.resolve(store, editor=IDA)
        _judge_something(store, dice)
        before = dump(store)
        assert pipeline.resolve(store, editor=IDA, full=True).run is None
        assert dump(store) == before
    assert pipeline.check(store, deep=True) == []
    standing = judgements_where(store, "undone_run IS NULL AND level = 'claim'")
    classes = Classes((each.left[0], each.right[0]) for each in standing if each.joins)
    homes = {claim: question(store, claim) for each in standing for claim in (each.left[0], each.right[0])}
    assert all((homes[a] == homes[b]) for a in homes for b in homes if classes.of(a) == classes.of(b))
    assert all(homes[each.left[0]] != homes[each.right[0]] for each in standing if not each.joins)


def _judge_something(store: Store, dice: random.Random) -> None:
    """One random judgement or undoing; a contradiction is refused."""
    claims = sorted(events(store))
    asked = sorted({question(store, claim) for claim in claims})
    happened = sorted(set(events(store).values()))
    told = sorted(each.id for each in judgements_where(store, "undone_run IS NULL"))
    things = dice.choice([claims, claims, asked, happened])
    if dice.random() < 0.25 and told:
        pipeline.undo(store, dice.choice(told), editor=BO)
        return
    if len(things) < 2:
        return
    left, right = dice.sample(things, 2)
    with suppress(UsageProblem):
        if dice.random() < 0.6:
            pipeline.same(store, [left, right], editor=IDA)
        elif things is claims and dice.random() < 0.4:
            pipeline.relate(store, left, right, dice.choice(RELATIONS), editor=IDA)
        else:
            pipeline.different(store, left, right, editor=IDA)


def test_three_hundred_judgements_hold_transitively(store: Store) -> None:
    """Against a plain table of classes; each refusal names a chain, and resolving at the end obeys them all."""
    claims = [typed(store, str(number + 1), "mayor", f"Question {number}") for number in range(40)]
    pipeline.resolve(store, editor=IDA)
    dice, group, apart = random.Random(5), {claim: {claim} for claim in claims}, list[tuple[str, str]]()
    refused = 0
    for _ in range(300):
        left, right = dice.sample(claims, 2)
        mine, theirs = group[left], group[right]
        word = "same" if dice.random() < 0.2 else "different"
        foes = any(
            (group[a] is mine and group[b] is theirs) or (group[a] is theirs and group[b] is mine) for a, b in apart
        )
        wrong = (mine is not theirs and foes) if word == "same" else mine is theirs
        if wrong:
            with pytest.raises(UsageProblem, match=r"since .*\(j1-"):
                say(store, word, left, right, later=True)
            refused += 1
            continue
        say(store, word, left, right, later=True)
        if word == "same":
            mine |= theirs
            group.update(dict.fromkeys(theirs, mine))
        else:
            apart += [(left, right), (right, left)]
    assert refused > 30
    pipeline.resolve(store, editor=IDA)
    assert all((question(store, a) == question(store, b)) is (group[a] is group[b]) for a in claims for b in claims)
    settled(store)
