"""review: what was read by a machine, one claim after another, the most doubtful first."""

from __future__ import annotations

import json

import pytest
from conftest import Desk
from terminal import at_terminal

ARTICLE = """The ministry said 14 dockers were hurt.

He put the number of dead at nine.

“We counted 30 bodies,” said Nils Abel, a crane driver.
"""


@pytest.fixture
def read(desk: Desk) -> Desk:
    """A desk with one article, of which nobody has looked at a claim."""
    desk.ok("init")
    desk.write("quay.txt", ARTICLE)
    desk.ok("ingest", "quay.txt", "--outlet", "Dale Post", "--published", "2024-05-03")
    return desk


def status(desk: Desk) -> dict[str, tuple[str, float, str | None]]:
    """Each quote with the status, the figure and the source of its claim."""
    claims = [json.loads(line) for line in desk.ok("export", "claims").splitlines()]
    return {each["quote"]: (each["status"], each["low"], each["source"]) for each in claims}


def test_in_a_pipe_it_lists_what_waits_the_lowest_score_first(read: Desk) -> None:
    """The speaker who is only "He" comes first, with the reason; nothing is written."""
    rows = [json.loads(line) for line in read.ok("review", "--format", "jsonl").splitlines()]
    assert [row["score"] for row in rows] == sorted(row["score"] for row in rows)
    assert {row["quote"] for row in rows} == set(status(read))
    assert "speaker not resolved" in rows[0]["doubts"]
    assert all(told == "proposed" for told, _, _ in status(read).values())


def test_a_limit_a_score_and_an_id_keep_the_queue_short(read: Desk) -> None:
    """--limit, --below and the id of a claim leave out the others."""
    rows = [json.loads(line) for line in read.ok("review", "--format", "jsonl").splitlines()]
    first = rows[0]
    assert json.loads(read.ok("review", "--format", "jsonl", "--limit", "1")) == first
    below = read.ok("review", "--format", "jsonl", "--below", str(rows[-1]["score"]))
    assert [json.loads(line)["id"] for line in below.splitlines()] == [
        row["id"] for row in rows if row["score"] < rows[-1]["score"]
    ]
    assert json.loads(read.ok("review", "--format", "jsonl", first["id"])) == first
    assert read("review", "c1-nosuchclaim0").returncode == 2


def test_on_a_terminal_one_letter_decides_and_each_decision_is_kept(read: Desk) -> None:
    """Correct the first, reject the second, accept the third: as answered, under the editor's name."""
    order = [json.loads(line)["quote"] for line in read.ok("review", "--format", "jsonl").splitlines()]
    code, data, screen = at_terminal(
        read,
        ["review"],
        ("[q]uit", "x\n"),
        ("[q]uit", "c\n"),
        ("The figure", "\n"),
        ("Who said it", "port doctor\n"),
        ("What is counted", "\n"),
        ("asserts or denies", "\n"),
        ("Why", "asked the desk\n"),
        ("[q]uit", "r\n"),
        ("Why", "no count\n"),
        ("[q]uit", "a\n"),
    )
    assert (code, data) == (0, ""), screen
    told = status(read)
    assert told[order[0]][0] == "accepted"
    assert told[order[0]][2] == "port doctor"
    assert [told[quote][0] for quote in order[1:3]] == ["rejected", "accepted"]
    assert f"»{order[0]}«" in screen
    assert "a  the reading is right" in screen
    assert "· port doctor" in screen[screen.index("now reads: 9") :].splitlines()[0]
    assert "decided 3, left 0" in screen


def test_quitting_leaves_the_rest_as_it_was(read: Desk) -> None:
    """What was decided before stays decided; the next sitting goes on with the rest."""
    code, _, screen = at_terminal(read, ["review"], ("[q]uit", "s\n"), ("[q]uit", "a\n"), ("[q]uit", "q\n"))
    assert code == 0, screen
    assert sorted(told for told, _, _ in status(read).values()) == ["accepted", "proposed", "proposed"]
    assert len(read.ok("review", "--format", "jsonl").splitlines()) == 2


def test_an_answer_that_cannot_be_taken_is_asked_again(read: Desk) -> None:
    """A figure that nobody can read is refused with the reason, and the claim waits on."""
    code, _, screen = at_terminal(
        read,
        ["review", "--limit", "1"],
        ("[q]uit", "c\n"),
        ("The figure", "25-ish\n"),
        ("Who said it", "\n"),
        ("What is counted", "\n"),
        ("asserts or denies", "\n"),
        ("Why", "\n"),
        ("[q]uit", "q\n"),
    )
    assert code == 0, screen
    assert "25-ish" in screen
    assert all(told == "proposed" for told, _, _ in status(read).values())


def test_nothing_to_review_is_said(desk: Desk) -> None:
    """An empty queue is no error."""
    desk.ok("init")
    assert desk.ok("review", "--format", "jsonl") == ""
    code, _, screen = at_terminal(desk, ["review"])
    assert code == 0
    assert "nothing waits for review" in screen


def test_a_page_names_the_doubts_until_somebody_accepts(read: Desk) -> None:
    """The card of the claim says what tells against its reading; accepted, it does not."""

    def pages() -> str:
        read.ok("resolve")
        read.ok("report")
        return "".join(path.read_text(encoding="utf-8") for path in (read.folder / "reports").rglob("*.html"))

    first = json.loads(read.ok("review", "--format", "jsonl", "--limit", "1"))
    assert "Doubts in reading" in pages()
    assert "speaker not resolved" in pages()
    read.ok("accept", first["id"])
    assert "speaker not resolved" not in pages()
