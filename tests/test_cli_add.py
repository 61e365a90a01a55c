"""add: a claim typed in by hand, alone, on a terminal, or one after another."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import Desk
from terminal import at_terminal

QUESTION = "Passengers hurt, Lindow ferry, 3 May 2024"


def claims(desk: Desk) -> list[dict[str, Any]]:
    """The claims of the database, as exported."""
    return [json.loads(line) for line in desk.ok("export", "claims").splitlines()]


def figures(desk: Desk) -> list[tuple[Any, ...]]:
    """Each claim as low, high, bound and source."""
    return [(each["low"], each["high"], each["bound"], each["source"]) for each in claims(desk)]


@pytest.mark.parametrize(
    ("line", "value", "source"),
    [
        ("32, Ministry", "32", "Ministry"),
        ("32 Ministry", "32", "Ministry"),
        ("up to 25 officials", "up to 25", "officials"),
        ("up to 25, officials, by phone", "up to 25", "officials, by phone"),
        ("dozens local council", "dozens", "local council"),
        ("between 9 and 25 the council", "between 9 and 25", "the council"),
        ("1,200 hospital", "1,200", "hospital"),
        ("dozens", "dozens", None),
    ],
)
def test_a_line_is_split_into_value_and_source(line: str, value: str, source: str | None) -> None:
    """The value is what can be read as one; the source is the rest, or what follows the first comma."""
    from reconcile.cli.adding import split

    assert split(line) == (value, source)


def test_the_value_is_read_and_echoed_back(desk: Desk) -> None:
    """The id of the claim is on stdout; how it was understood is on stderr."""
    desk.ok("init")
    done = desk("add", "--question", QUESTION, "--value", "up to 25", "--source", "officials", "--outlet", "Dale Post")
    assert done.returncode == 0
    assert [each["id"] for each in claims(desk)] == done.stdout.split()
    assert "up to 25 · officials · Dale Post" in done.stderr


def test_all_that_was_typed_is_kept(desk: Desk) -> None:
    """Every field of the claim comes out of the export as it was typed."""
    desk.ok("init")
    typed = {
        "source": "Nils Abel", "attribute": "injured", "counted": "passengers hurt", "event": "ferry collision",
        "population": "passengers", "place": "Lindow", "definition": "confirmed", "cumulative": "new",
        "measure": "level", "stance": "denies", "modality": "possible", "quote": "No four were hurt, he says.",
        "translation": "No four were hurt.", "said": "2024-05-03", "as_of": "2024-05-03", "outlet": "Dale Post",
        "window_from": "2024-05-03", "window_to": "2024-05-04", "external_id": "007",
    }  # fmt: skip
    flags = [word for name, given in typed.items() for word in (f"--{name.replace('_', '-')}", given)]
    desk.ok("add", "--value", "4", "--via", "Wire A", "--via", "Radio B", "--question", QUESTION, *flags)
    [claim] = claims(desk)
    typed["said_at"] = typed.pop("said")
    assert {name: claim[name] for name in typed} == typed
    assert (claim["low"], claim["high"], claim["bound"], claim["via"]) == (4, 4, "exact", ["Wire A", "Radio B"])
    assert claim["status"] == "accepted"


def test_the_same_claim_twice_is_there_once(desk: Desk) -> None:
    """Typed in again word for word, the claim is the same one."""
    desk.ok("init")
    words = ("add", "--question", QUESTION, "--value", "4", "--source", "hospital", "--outlet", "Dale Post")
    assert desk.ok(*words) == desk.ok(*words)
    assert len(claims(desk)) == 1


def test_a_loop_takes_one_claim_a_line(desk: Desk) -> None:
    """--loop needs no more than value and source for each further claim on the question; blank lines are none."""
    desk.ok("init")
    told = desk.ok(
        "add", "--loop", "--question", QUESTION, "--outlet", "Dale Post", stdin="4 hospital\n\nup to 7, police\n"
    )
    assert len(told.split()) == 2
    assert sorted(figures(desk), key=str) == [(4, 4, "exact", "hospital"), (None, 7, "up_to", "police")]
    assert len({each["question"] for each in claims(desk)}) == 1


def test_a_loop_goes_on_after_a_line_it_cannot_read(desk: Desk) -> None:
    """A line that is no claim is told and counted (exit 3); the lines after it are taken."""
    desk.ok("init")
    done = desk(
        "add", "--loop", "--question", QUESTION, "--outlet", "Dale Post", stdin="4 hospital\n7-ish police\n9 mayor\n"
    )
    assert done.returncode == 3
    assert "7-ish police" in done.stderr
    assert sorted(figure[0] for figure in figures(desk)) == [4, 9]


def test_own_reporting_hides_the_private_name(desk: Desk) -> None:
    """--own keeps the private name in the database and puts only the label on the pages."""
    desk.ok("init")
    desk.ok(
        "add", "--question", QUESTION, "--value", "4", "--own", "phone, 23:10",
        "--source", "Marit Solem", "--label", "a nurse, by phone", "--said", "2024-05-03",
    )  # fmt: skip
    desk.ok("add", "--question", QUESTION, "--value", "7", "--source", "police", "--outlet", "Dale Post")
    desk.ok("resolve")
    desk.ok("report")
    pages = "".join(path.read_text("utf-8") for path in (desk.folder / "reports").rglob("*") if path.is_file())
    assert "a nurse, by phone" in pages
    assert "Solem" not in pages


def test_on_a_terminal_it_asks_for_what_is_missing(desk: Desk) -> None:
    """What the line does not say is asked, a figure that cannot be read is asked for again."""
    desk.ok("init")
    code, data, screen = at_terminal(
        desk,
        ["add", "--question", QUESTION],
        ("The figure", "25-ish\n"),
        ("The figure", "25\n"),
        ("Who said it", "hospital\n"),
        ("The article", "\n"),
        ("Who printed it", "Dale Post\n"),
        ("When it was said", "3 May 2024\n"),
        ("The very words", "Twenty-five were hurt.\n"),
    )
    assert code == 0, screen
    [claim] = claims(desk)
    assert data.split() == [claim["id"]]
    assert [claim[name] for name in ("low", "source", "outlet", "said_at", "quote")] == [
        *(25, "hospital", "Dale Post", "2024-05-03", "Twenty-five were hurt.")
    ]


def test_on_a_terminal_the_loop_takes_two_words_a_claim(desk: Desk) -> None:
    """After the question and the document, each claim is a value and a source; an empty line ends."""
    desk.ok("init")
    code, _, screen = at_terminal(
        desk,
        ["add", "--loop", "--question", QUESTION],
        ("The article", "\n"),
        ("Who printed it", "Dale Post\n"),
        ("When it was said", "3 May 2024\n"),
        ("value, source", "4 hospital\n"),
        ("value, source", "7 police\n"),
        ("value, source", "\n"),
    )
    assert code == 0, screen
    assert sorted(figure[0] for figure in figures(desk)) == [4, 7]


def test_ctrl_c_at_a_question_takes_nothing(desk: Desk) -> None:
    """Stopped half-way through the questions, the command exits 130 and has written nothing."""
    desk.ok("init")
    code, data, screen = at_terminal(
        desk, ["add", "--question", QUESTION], ("The figure", "25\n"), ("Who said it", "\x03")
    )
    assert (code, data) == (130, "")
    assert "stopped" in screen
    assert claims(desk) == []


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    """--dry-run says how the claim would be understood and leaves the database as it is."""
    desk.ok("init")
    before = (desk.folder / "claims.db").read_bytes()
    done = desk(
        "add", "--dry-run", "--question", QUESTION, "--value", "up to 25", "--source", "officials", "--outlet", "D"
    )
    assert done.returncode == 0
    assert "up to 25" in done.stderr
    assert (desk.folder / "claims.db").read_bytes() == before


def test_on_a_terminal_each_answer_is_checked_at_once(desk: Desk) -> None:
    """What cannot be taken is asked again with the reason, right there; what was answered before is kept."""
    desk.ok("init")
    desk.write("ferry.txt", "Ferry hits pier\n\nNine people were hurt, the harbour office said.\n")
    code, _, screen = at_terminal(
        desk,
        ["add", "--question", QUESTION],
        ("The figure", "\n"),
        ("The figure", "9\n"),
        ("Who said it", "harbour office\n"),
        ("The article", "nowhere.txt\n"),
        ("The article", "ferry.txt\n"),
        ("When it was said", "01/02/2020\n"),
        ("When it was said", "1 Feb 2020\n"),
        ("The very words", "Ten people\n"),
        ("The very words", "\n"),
        ("The very words", "Nine people were hurt\n"),
    )
    assert code == 0, screen
    [claim] = claims(desk)
    assert (claim["low"], claim["source"], claim["quote"]) == (9, "harbour office", "Nine people were hurt")
    assert claim["said_at"] == "2020-02-01"
    for reason in ("needed", "no file, address or id", "--day-first", "does not stand in", "give the words in it"):
        assert reason in screen, reason


def test_on_a_terminal_the_loop_looks_at_the_figure_first(desk: Desk) -> None:
    """A line that is no claim says why before anything else is asked; the loop goes on and ends with exit 3."""
    desk.ok("init")
    code, data, screen = at_terminal(
        desk,
        ["add", "--loop", "--question", QUESTION, "--outlet", "Dale Post", "--said", "3 May 2024"],
        ("The article", "\n"),
        ("value, source", "9-ish\n"),
        ("value, source", "9\n"),
        ("Who said it", "mayor\n"),
        ("value, source", "\n"),
    )
    assert code == 3, screen
    assert len(data.split()) == 1
    assert screen.count("Who said it") == 1
    assert "not taken: 9-ish" in screen
    assert "9-ish" in (desk.folder / "rejects.jsonl").read_text(encoding="utf-8")


def test_on_a_terminal_own_reporting_asks_for_its_label(desk: Desk) -> None:
    """With --own the public words are asked for, and a private name in another field is refused there."""
    desk.ok("init")
    code, _, screen = at_terminal(
        desk,
        ["add", "--question", QUESTION, "--own", "phone, 23:10", "--value", "9"],
        ("Who said it", "Marit Solem\n"),
        ("What a reader sees", "\n"),
        ("What a reader sees", "a nurse\n"),
        ("When it was said", "3 May 2024\n"),
        ("The very words", "Solem counted nine.\n"),
        ("The very words", "I counted nine.\n"),
    )
    assert code == 0, screen
    [claim] = claims(desk)
    assert (claim["source"], claim["quote"], claim["document_kind"]) == ("a nurse", "I counted nine.", "own")
    assert "the quotation holds the private name" in screen
