"""Judgements on events, and many judgements one after the other: what holds, holds transitively."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from judging_cases import BO, IDA, RELATIONS, dump, question, say, settled, together, typed

from reconcile import pipeline
from reconcile.errors import UsageProblem
from reconcile.pipeline import IngestOptions
from reconcile.resolve.judgements.judged import Classes
from reconcile.store import Store
from reconcile.store.judgements import judgements_where


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "claims.db", clock=lambda: datetime(2024, 6, 1, 9, tzinfo=UTC)) as opened:
        yield opened


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
