"""A worked example: ten dispatches of five outlets and a county on one breaking night, then an eleventh.

`tests/cases/breaking_night.jsonl` holds them, all invented. The toll rises from "at least four" to 13, told by five
bodies; what the desk needs to see is the one quarrel in them, not a wall of figures that were overtaken.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.model import Claim, Question, Relation, RelationKind
from reconcile.pipeline import Editor, IngestOptions
from reconcile.resolve import expand
from reconcile.store import Store

NIGHT = Path(__file__).parent / "cases" / "breaking_night.jsonl"


class Night:
    """The desk's file after so many of the dispatches, as `ingest` and `resolve` leave it."""

    def __init__(self, folder: Path, dispatches: int) -> None:
        lines = NIGHT.read_text(encoding="utf-8").splitlines()[:dispatches]
        feed = folder / "feed.jsonl"
        feed.write_text("\n".join(lines) + "\n", encoding="utf-8")
        with Store.create(folder / "claims.db", clock=lambda: datetime(2031, 3, 4, 12, tzinfo=UTC)) as store:
            editor = Editor("Night Desk")
            pipeline.ingest(store, [str(feed)], IngestOptions(), editor=editor)
            pipeline.resolve(store, editor=editor)
            self.questions: list[Question] = list(store.questions(store.question_ids()).values())
            self.claims: dict[str, Claim] = store.claims({id for each in self.questions for id in each.claims})

    def on(self, attribute: str) -> Question:
        """The question with the most claims on an attribute."""
        told = [each for each in self.questions if self.claims[each.claims[0]].scope.attribute == attribute]
        return max(told, key=lambda each: len(each.claims))

    def relations(self) -> list[Relation]:
        """Every relation between two claims of one question."""
        return [each for question in self.questions for each in expand(question) if each.rule != "scope"]

    def quarrels(self) -> set[frozenset[str]]:
        """The figures that are told to exclude each other."""
        told = (each for each in self.relations() if each.kind is RelationKind.CONFLICT)
        return {frozenset(self.claims[id].value.words for id in (each.left, each.right)) for each in told}


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Night:
    """The ten dispatches until nine in the morning."""
    return Night(tmp_path_factory.mktemp("night"), 10)


def test_a_breaking_night_is_one_question_of_the_dead(night: Night) -> None:
    """All counts of the dead, from ten dispatches of six outlets, stand on one page, and it is called moving."""
    dead = night.on("deaths")
    assert len({night.claims[id].document for id in dead.claims}) >= 9
    assert dead.status.value == "moving"


def test_a_breaking_night_is_no_wall_of_conflicts(night: Night) -> None:
    """Of well over 80 pairs of figures only those exclude each other that two parties hold against each other."""
    assert night.quarrels() == {frozenset(("12", "20"))}
    kinds = Counter(each.kind for each in night.relations())
    assert kinds[RelationKind.EARLIER] + kinds[RelationKind.REVISION] > 40
    assert kinds[RelationKind.UNCLEAR] == 0


def test_every_overtaken_count_lies_below_the_one_that_overtook_it(night: Night) -> None:
    """A relation `earlier` of the dead and injured names the lower figure first, of the missing the higher one."""
    for each in night.relations():
        if each.kind is RelationKind.EARLIER:
            left, right = (night.claims[id] for id in (each.left, each.right))
            older, newer = (int(str(value.low)) for value in (left.value, right.value))
            fell = "missing" in (left.scope.attribute, right.scope.attribute)
            assert older > newer if fell else older < newer


def test_a_party_that_disputes_the_toll_is_told_in_the_same_night(tmp_path: Path) -> None:
    """The union's 19 against the county's 13 is a quarrel, although 19 is higher and later."""
    night = Night(tmp_path, 11)
    toll = {pair for pair in night.quarrels() if pair != frozenset(("12", "20"))}
    assert all("19" in pair for pair in toll)
    assert frozenset(("13", "19")) in toll
    assert night.on("deaths").status.value == "contested"
