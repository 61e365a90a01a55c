"""Slips of a hand at a keyboard: told in one line, nothing silently lost, nothing silently changed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import Desk

QUESTION = "Passengers hurt, Lindow ferry, 3 May 2024"
TYPED = ("add", "--question", QUESTION, "--outlet", "Dale Post", "--said", "3 May 2024")
FERRY = "Ferry hits pier at Lindow\n\nNine passengers were injured when a ferry hit a pier, the harbour office said.\n"
STORM = "Storm over Halm\n\nFour sailors were injured when a storm came over Halm, the coast guard said.\n"


@pytest.fixture
def ready(desk: Desk) -> Desk:
    """A desk with an empty database and two articles."""
    desk.ok("init")
    desk.write("ferry.txt", FERRY)
    desk.write("storm.txt", STORM)
    return desk


def rows(desk: Desk, *words: str) -> list[dict[str, Any]]:
    """The rows that a command prints as JSON Lines."""
    return [json.loads(line) for line in desk.ok(*words, "--format", "jsonl").splitlines()]


@pytest.mark.parametrize("option", [("--url", "https://wire.example/1"), ("--title", "Ferry hits pier")])
@pytest.mark.parametrize("command", ["ingest", "run"])
def test_what_belongs_to_one_article_is_not_put_on_several(ready: Desk, command: str, option: tuple[str, str]) -> None:
    """--url and --title with two articles are refused (exit 2) before anything is stored; with one they hold."""
    done = ready(command, "ferry.txt", "storm.txt", *option)
    assert done.returncode == 2
    assert f"{option[0]} {option[1]}: is for one article, and there are several" in done.stderr
    assert done.stderr.count("\n") == 1
    assert rows(ready, "list", "documents") == []
    ready.ok(command, "ferry.txt", *option)
    [document] = rows(ready, "list", "documents")
    assert option[1] in (document["url"], document["title"])


def test_two_articles_through_a_pipe_are_two(ready: Desk) -> None:
    """What comes in by stdin later is no newer version of what came before."""
    ready.ok("ingest", "-", stdin=FERRY)
    ready.ok("ingest", "-", stdin=STORM)
    assert [each["replaces"] for each in rows(ready, "export", "documents")] == [None, None]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--value", "7 to 3"], "a range runs from the lower to the higher"),
        (["--value", "between 25 and 9"], "a range runs from the lower to the higher"),
        (["--value", "4", "--said", "01/02/2020"], "--day-first or --month-first, or write 2020-02-01 or 2020-01-02"),
    ],
)
def test_the_hint_is_about_what_was_typed(ready: Desk, words: list[str], told: str) -> None:
    """A range that runs down and a day that may be two are told with what to type instead."""
    done = ready("add", "--question", QUESTION, "--outlet", "Dale Post", *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


NEXT = "next: reconcile resolve, then reconcile report"


def test_what_is_next_is_said_once(ready: Desk) -> None:
    """After claims came in or changed one line says what brings them to the pages; -q and a repetition say nothing."""
    first = ready(*TYPED, "--value", "4", "--source", "hospital")
    claim = first.stdout.strip()
    loop = ready(*TYPED, "--loop", stdin="7 police\n9 mayor\n")
    read = ready("ingest", "ferry.txt")
    changed = ready("correct", claim, "--value", "5")
    assert [done.stderr.count(NEXT) for done in (first, loop, read, changed)] == [1, 1, 1, 1]
    again = [ready(*TYPED, "--value", "7", "--source", "police"), ready("ingest", "ferry.txt")]
    assert [done.stderr.count(NEXT) for done in again] == [0, 0]
    assert ready("withdraw", claim, "-q").stderr == ""


def test_claims_that_wait_are_told_of(ready: Desk) -> None:
    """list and show say that claims are not in the questions yet; after resolve they say no more."""
    claim = ready.ok(*TYPED, "--value", "4", "--source", "hospital").strip()
    assert "claims that wait for reconcile resolve: 1" in ready("list").stderr
    assert "claims that wait for reconcile resolve: 1" in ready("show", claim).stderr
    ready.ok("resolve")
    assert ready("list").stderr == ""
    assert ready("show", claim).stderr == ""


def test_rejected_lines_of_a_loop_are_kept(ready: Desk) -> None:
    """A line of --loop that is no claim is in rejects.jsonl with its reason; the run exits 3."""
    done = ready(*TYPED, "--loop", stdin="7-ish police\n9 mayor\n")
    assert done.returncode == 3
    [kept] = [json.loads(line) for line in (ready.folder / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (kept["where"], kept["raw"]) == ("add --loop, line 1", "7-ish police")
    assert "7-ish" in kept["reason"]


def test_a_claim_of_nothing_is_refused(ready: Desk) -> None:
    """A figure without question and document, and own reporting without a label: one line, exit 2."""
    bare = ready("add", "--value", "4", "--source", "hospital")
    own = ready("add", "--value", "4", "--question", QUESTION, "--own", "phone, 23:10", "--source", "Marit Solem")
    assert (bare.returncode, own.returncode) == (2, 2)
    assert "no document; give --document, --outlet or --own" in bare.stderr
    assert "own reporting needs --label" in own.stderr
    assert (bare.stderr.count("\n"), own.stderr.count("\n")) == (1, 1)
    assert rows(ready, "list", "claims") == []


def test_naming_the_question_of_a_proposal_accepts_nothing(ready: Desk) -> None:
    """correct --question leaves a proposal proposed and says so; --accept accepts it with the name."""
    ready.ok("ingest", "ferry.txt")
    claim = rows(ready, "list", "claims")[0]["id"]
    assert "corrected question; it stays proposed" in ready("correct", claim, "--question", QUESTION).stderr
    assert "proposed" not in ready("correct", claim, "--question", "Hurt", "--accept").stderr
    assert rows(ready, "list", "claims")[0]["status"] == "accepted"
    ready.ok("correct", claim, "--said", "01/02/2020", "--day-first")
    assert rows(ready, "list", "claims")[0]["said_at"] == "2020-02-01"


@pytest.fixture
def decided(ready: Desk) -> tuple[Desk, str, str]:
    """A desk with a decided question, that question, and a claim behind the decision."""
    claim = ready.ok(*TYPED, "--value", "4", "--source", "hospital").strip()
    ready.ok(*TYPED, "--value", "9", "--source", "mayor")
    ready.ok("resolve")
    question = rows(ready, "list")[0]["id"]
    ready.ok("decide", question, "--verdict", "settled", "--value", "4", "--note", "saw the list")
    return ready, question, claim


def test_history_tells_the_verdict_and_its_reopening(decided: tuple[Desk, str, str]) -> None:
    """The history of a question has kind, figure and note of each verdict, why it was opened again, and old → new."""
    desk, question, claim = decided
    desk.ok("correct", claim, "--value", "5")
    told = {each["event"]: each for each in rows(desk, "history", question)}
    assert told["verdict: settled 4"]["note"] == "saw the list"
    assert told["decision reopened"]["note"] == "a claim was corrected"
    assert told[f"claim corrected: {claim}"]["changes"]["words"] == ["4", "5"]
    assert "words 4 → 5" in desk.ok("history", question)
    shown = desk.ok("show", question)
    assert "verdict: settled 4, Ida Lund" in shown
    assert "[open again]" in shown
    assert json.loads(desk.ok("show", question, "--format", "json"))["verdicts"][0]["reopened"] is True


def test_what_is_shown_to_the_desk_has_the_label_beside_the_name(decided: tuple[Desk, str, str]) -> None:
    """show is for the desk: it names the private source, how it was got, and what a reader sees instead."""
    desk, question, _ = decided
    own = ("--own", "phone, 23:10", "--source", "Marit Solem", "--label", "a nurse")
    claim = desk.ok("add", "--question", QUESTION, "--said", "3 May 2024", "--value", "7", *own).strip()
    desk.ok("resolve")
    assert "shown as   a nurse" in desk.ok("show", claim)
    assert "7 · Marit Solem · phone, 23:10" in desk.ok("show", question)


def test_a_relation_names_both_sides(decided: tuple[Desk, str, str]) -> None:
    """show lists each relation with figure and source of both claims."""
    desk, question, _ = decided
    [told] = [line for line in desk.ok("show", question).splitlines() if line.startswith("conflict: ")]
    assert told.split(": ")[1] in ("4 (hospital) – 9 (mayor)", "9 (mayor) – 4 (hospital)")


@pytest.mark.parametrize(("value", "told"), [("99", True), ("9", False), ("4 to 9", False)])
def test_a_figure_that_no_account_gives_is_told(decided: tuple[Desk, str, str], value: str, told: bool) -> None:
    """An editor may decide on a figure of his own; that nobody else gives it is said."""
    desk, question, _ = decided
    done = desk("decide", question, "--verdict", "settled", "--value", value, "--note", "n")
    assert done.returncode == 0
    assert ("no account gives 99" in done.stderr) is told
    assert ("no account" in done.stderr) is told


def test_a_claim_is_withdrawn_once(decided: tuple[Desk, str, str]) -> None:
    """A second withdrawal says so and leaves no trace; a decision on a withdrawn claim is pointed to its question."""
    desk, question, claim = decided
    desk.ok("withdraw", claim)
    desk.ok("resolve")
    before = len(rows(desk, "history", claim))
    again = desk("withdraw", claim)
    assert (again.returncode, again.stderr) == (0, "reconcile: already withdrawn\n")
    assert len(rows(desk, "history", claim)) == before
    done = desk("decide", claim, "--verdict", "hold", "--note", "n")
    assert done.returncode == 2
    assert f"this claim was withdrawn; decide on its question, {question}" in done.stderr


def test_a_run_that_fails_on_conflict_has_something_to_mail(ready: Desk) -> None:
    """The standing conflicts are printed, also where nothing is new; an input not taken exits 3 and hides none."""
    wire = (
        "How many were hurt is not clear.\n\nNine passengers were injured when a ferry hit a pier at Lindow on Friday,"
    )
    ready.write("wire.txt", f"Ferry hits pier\n\n{wire} the harbour office said.\n\n{'The pier is shut. ' * 3}\n")
    for value, source in (("4", "hospital"), ("9", "mayor"), ("12", "police")):
        ready.ok(*TYPED, "--value", value, "--source", source)
    first, second = (ready("run", "wire.txt", "--fail-on", "conflict", "--fail-on", "new") for _ in range(2))
    assert (first.returncode, second.returncode) == (1, 1)
    assert f"reconcile: new: {QUESTION} " in first.stderr
    assert f"reconcile: {QUESTION} " in second.stderr
    assert any(source in second.stderr for source in ("hospital", "mayor", "police"))
    assert "articles that were not there: 1" in first.stderr
    assert "articles that were not there" not in second.stderr
    ready.write("empty.txt", "")
    third = ready("run", "empty.txt", "--fail-on", "conflict")
    assert third.returncode == 3
    assert f"reconcile: {QUESTION} " in third.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["show", "a1-4z7m"], "nothing here has the id 'a1-4z7m'; list alerts tells the question of it"),
        (["show", "q1-4z7m"], "nothing here has the id 'q1-4z7m'; list shows what there is"),
    ],
)
def test_where_to_look_for_an_id_is_told(ready: Desk, words: list[str], told: str) -> None:
    """An alert has no page of its own: the hint leads to the list in which its question stands."""
    assert ready(*words).stderr == f"reconcile: {told}\n"


def test_an_event_is_called_an_event(ready: Desk) -> None:
    """A decision is on a question; an event's id is refused with its article right."""
    ready.ok("ingest", "ferry.txt", "--published", "2024-05-03")
    ready.ok("resolve")
    event = rows(ready, "list", "events")[0]["id"]
    done = ready("decide", event, "--verdict", "hold", "--note", "no")
    assert (done.returncode, done.stderr) == (2, f"reconcile: {event}: this is an event, not a question\n")
