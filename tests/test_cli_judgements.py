"""same, different, relate, undo, retitle, source, outlet, place, event, and dry runs, at a shell."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk

from reconcile import pipeline
from reconcile.pipeline import Editor, ImportOptions
from reconcile.store import Store

HEAD = "value,source,question,outlet,said_at\n"
TABLE = HEAD + "14,mayor,Dead in Osk,Osk Weekly,2024-03-01\n31,army,Dead at the dam,Osk Weekly,2024-03-01\n"
TABLE += "9,police,Dead in the flood,Osk Weekly,2024-03-01\n"


def rows(desk: Desk, *words: str) -> list[dict[str, Any]]:
    """The rows that a command prints as JSON Lines."""
    return [json.loads(line) for line in desk.ok(*words, "--format", "jsonl").splitlines()]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with three claims of three questions."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "claims.csv").write_text(TABLE, encoding="utf-8")
    with Store.create(folder / "claims.db") as store:
        pipeline.import_claims(store, str(folder / "claims.csv"), ImportOptions(), editor=Editor("Ida Lund"))
        pipeline.resolve(store, editor=Editor("Ida Lund"))
    return folder / "claims.db"


@pytest.fixture
def ready(desk: Desk, prepared: Path) -> Desk:
    """A desk of its own with that database."""
    shutil.copy(prepared, desk.folder / "claims.db")
    return desk


@pytest.fixture
def claims(prepared: Path) -> list[str]:
    """The ids of the claims, in the order of the table."""
    with Store.open(prepared) as store:
        return [row["id"] for row in store.rows("SELECT id FROM claims ORDER BY number")]


def runs(desk: Desk) -> int:
    """The number of the last run."""
    with Store.open(desk.folder / "claims.db") as store:
        return store.newest_run()


def test_judging_prints_ids_and_counts(ready: Desk, claims: list[str]) -> None:
    """Data on stdout, everything else on stderr; the beginning of an id is enough."""
    done = ready("same", *(id[:8] for id in claims), "--note", "one dam")
    assert done.returncode == 0
    judgements = done.stdout.split()
    assert all(re.fullmatch(r"j1-\w{12}", id) for id in judgements)
    assert "questions 1" in done.stderr
    assert "next: reconcile report" in done.stderr
    [question] = rows(ready, "list")
    assert (question["claims"], question["status"]) == (3, "contested")
    listed = rows(ready, "list", "judgements")
    assert [row["id"] for row in listed] == judgements[::-1]
    assert {(row["judgement"], row["editor"], row["note"]) for row in listed} == {("same", "Ida Lund", "one dam")}
    assert ready("same", *claims[:2]).stderr == f"reconcile: {judgements[0]} was said before\n"


def test_a_contradiction_is_one_line_and_exit_code_2(ready: Desk, claims: list[str]) -> None:
    """The line names what was said, by whom and when, and what to do; nothing changes."""
    first = ready.ok("same", *claims[:2]).strip()
    second = ready.ok("different", *claims[1:]).strip()
    done = ready("same", claims[2], claims[0], "--editor", "Bo Falk")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    at = r"\d{4}-\d\d-\d\dT[\d:]+\+00:00"
    assert re.fullmatch(
        rf"reconcile: {claims[2]} and {claims[0]} cannot be the same, since "
        rf"{claims[2]} ≠ {claims[1]} \({second}, Ida Lund, {at}\), "
        rf"{claims[1]} = {claims[0]} \({first}, Ida Lund, {at}\); undo one of these first\n",
        done.stderr,
    )
    assert len(rows(ready, "list")) == 2


def test_undo_takes_back_and_keeps_the_history(ready: Desk, claims: list[str]) -> None:
    """The questions are as they were; show, list and history tell who judged and who took it back."""
    before = rows(ready, "list")
    id = ready.ok("same", *claims[:2]).strip()
    ready.ok("undo", id, "--note", "two towns", "--editor", "Bo Falk")
    kept = [{name: given for name, given in row.items() if name != "changed"} for row in before]
    assert [{name: row[name] for name in kept[0]} for row in rows(ready, "list")] == kept
    told = ready.ok("show", id)
    assert "undone by  Bo Falk" in told
    assert [row["event"] for row in rows(ready, "history", id)] == [
        f"judgement: {claims[0]} same {claims[1]}",
        f"judgement undone: {claims[0]} same {claims[1]}",
    ]
    assert ready("undo", id).stderr == f"reconcile: {id} was taken back before\n"


def test_what_a_person_says_stands_on_the_page(ready: Desk, claims: list[str]) -> None:
    """Name, day and note of a relation, a join and a title are on the page, in the export and in show."""
    ready.ok("same", *claims[:2], "--note", "one and the same dam")
    ready.ok("relate", claims[0], claims[1], "compatible", "--note", "the army counts soldiers")
    ready.ok("retitle", claims[0], "The dam at Osk")
    ready.ok("report")
    question = next(row["id"] for row in rows(ready, "list") if row["claims"] == 2)
    page = (ready.folder / "reports" / f"{question}.html").read_text(encoding="utf-8")
    assert "<bdi>The dam at Osk</bdi></h1>" in page
    assert "Ida Lund says that both can be true" in page
    assert "the army counts soldiers" in page
    assert "one and the same dam" in page
    assert "Joined, as answers to one question" in page
    shown = ready.ok("show", question)
    assert "Ida Lund says that both can be true" in shown
    assert re.search(
        rf"judgement j1-\w+: {claims[0]} same {claims[1]}, Ida Lund, 20[^ ]+: one and the same dam\n", shown
    )
    [row] = [row for row in rows(ready, "export", "relations") if row["rule"] == "person"]
    assert row["why"].endswith(": “the army counts soldiers”")


WRONG = [
    (["same", "{0}"], "needs two ids or more"),
    (["same", "{0}", "c1-nowhere"], "nothing here has the id"),
    (["relate", "{0}", "{1}", "rival"], "'rival' is not one of"),
    (["different", "{0}", "{0}"], "named twice"),
    (["undo", "{0}"], "this is a claim"),
    (["source", "mayor"], "nothing to put down"),
    (["source", "nobody", "--party"], "no claim names this source"),
    (["source", "mayor", "--reliability", "G"], "'G' is not one of"),
    (["place", "Osk"], "nothing to put down"),
    (["place", "", "--alias", "Osk"], "the name is empty"),
    (["event", "{0}", "--title", "Flood"], "this is a claim, not an event"),
]


@pytest.mark.parametrize(("words", "told"), WRONG)
def test_slips_are_told_in_one_line(ready: Desk, claims: list[str], words: list[str], told: str) -> None:
    """What cannot be meant ends with exit code 2, one line, and nothing written."""
    done = ready(*(word.format(*claims) for word in words))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert told in done.stderr


def test_a_judgement_needs_a_name(ready: Desk, claims: list[str]) -> None:
    """Without an editor's name nothing is judged."""
    nobody = {"RECONCILE_EDITOR": "", "PATH": "/nowhere"}
    done = ready("same", *claims[:2], env=nobody)
    assert done.returncode == 2
    assert "a judgement needs a name; give --editor or set RECONCILE_EDITOR" in done.stderr


DRY = [
    ["same", "{0}", "{1}"],
    ["different", "{0}", "{1}"],
    ["relate", "{0}", "{1}", "conflict"],
    ["retitle", "{0}", "The dam"],
    ["source", "mayor", "--alias", "the mayor of Osk", "--party"],
    ["outlet", "Osk Weekly", "--family", "Vesper Media"],
    ["place", "Osk", "--alias", "Oskburg"],
    ["event", "{event}", "--alias", "the flood", "--title", "Flood"],
    ["correct", "{0}", "--value", "15"],
    ["withdraw", "{0}"],
    ["reject", "{0}"],
    ["decide", "{0}", "--verdict", "unresolved", "--note", "no list seen"],
]


@pytest.mark.parametrize("words", DRY, ids=lambda words: words[0])
def test_a_dry_run_writes_nothing(ready: Desk, claims: list[str], words: list[str]) -> None:
    """The command tells what it would do, exits 0, and leaves no run behind; without --dry-run it leaves one."""
    with Store.open(ready.folder / "claims.db") as store:
        event = next(pipeline.listing(store, "events"))["id"]
    given = [word.format(*claims, event=event) for word in words]
    before = runs(ready)
    done = ready(*given, "--dry-run")
    assert (done.returncode, runs(ready)) == (0, before)
    assert done.stderr
    ready.ok(*given)
    assert runs(ready) > before


def test_names_are_listed_and_taken_back(ready: Desk) -> None:
    """list sources, outlets, places and names tell what was put down, and undo takes it back."""
    ids = [
        ready.ok("source", "mayor", "--alias", "the mayor of Osk", "--kind", "official", "--no-party").strip(),
        ready.ok("outlet", "Osk Weekly", "--family", "Vesper Media").strip(),
        ready.ok("place", "Osk", "--alias", "Oskburg", "--alias", "Osk town").splitlines()[0],
    ]
    assert next(row for row in rows(ready, "list", "sources") if row["name"] == "mayor")["aliases"] == [
        "the mayor of Osk"
    ]
    assert rows(ready, "list", "outlets") == [
        {"name": "Osk Weekly", "family": "Vesper Media", "documents": 1, "claims": 3}
    ]
    assert rows(ready, "list", "places") == [{"name": "Osk", "aliases": ["Osk town", "Oskburg"], "claims": 1}]
    for id in ids:
        ready.ok("undo", id)
    assert [row["name"] for row in rows(ready, "list", "names") if not row["undone"]] == ["Osk town"]
    assert "means" in ready.ok("show", ids[0])
    ready.ok("check", "--deep")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["outlet", "Osk Weekley", "--family", "Vesper Media"], "no outlet is called 'Osk Weekley' here so far"),
        (["outlet", "Osk Weekly", "--family", "Vesper Media"], ""),
        (["source", "army", "--alias", "polise"], "no source is called 'polise' here so far"),
        (["source", "army", "--alias", "Police"], ""),
        (["place", "Osk", "--alias", "Oskborg"], "no place is called 'Oskborg' here so far"),
    ],
)
def test_a_name_that_nothing_bears_does_not_pass_in_silence(ready: Desk, words: list[str], told: str) -> None:
    """It is put down, since its first report may be still to come, and told, since it may be a slip."""
    done = ready(*words)
    assert done.returncode == 0
    assert (told in done.stderr) if told else ("so far" not in done.stderr)
