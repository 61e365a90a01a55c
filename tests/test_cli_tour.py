"""What a newcomer does on the first evening, through the command line and on real files."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from conftest import Desk

WIRE = """Ferry hits pier at Lindow

Updated 3 May 2024

Ferry hits pier at Lindow

LINDOW: Nine passengers were injured when a ferry hit a pier at Lindow on Friday, the harbour office said.

Up to 15 passengers were injured in the crash, according to the fire service.
"""

EVENING = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Seventeen hurt at Lindow pier</title>
<meta property="og:site_name" content="Evening Ledger">
<meta property="article:published_time" content="2024-05-03T19:00:00Z"></head>
<body><article><h1>Seventeen hurt at Lindow pier</h1>
<p>The regional hospital said that 17 passengers were injured when a ferry hit a pier at Lindow on Friday.</p>
</article></body></html>
"""

TABLE = """question,value,source,outlet,said_at,quote
"Passengers hurt, Lindow ferry, 3 May 2024","at least 8",a deckhand,Dale Post,2024-05-03,"Eight at least, I saw them."
"""


@pytest.fixture
def told(desk: Desk) -> Desk:
    """A desk whose database has read two articles."""
    desk.write("wire.txt", WIRE)
    desk.write("evening.html", EVENING)
    desk.ok("init")
    desk.ok("ingest", "wire.txt", "--outlet", "Coast Wire")
    desk.ok("ingest", "evening.html")
    return desk


def rows(desk: Desk, *words: str) -> list[dict[str, Any]]:
    """The rows that a command prints as JSON Lines."""
    return [json.loads(line) for line in desk.ok(*words, "--format", "jsonl").splitlines()]


def pages(desk: Desk) -> dict[str, bytes]:
    """Every file of the site."""
    folder = desk.folder / "reports"
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_articles_become_pages(told: Desk) -> None:
    """init, ingest, resolve, report: the figures stand side by side with their sources on one page."""
    told.ok("resolve")
    told.ok("report")
    question = rows(told, "list", "questions")[0]
    page = pages(told)[f"{question['id']}.html"].decode()
    for words in ("harbour office", "fire service", "regional hospital", "17", "Evening Ledger", "Coast Wire"):
        assert words in page, words
    assert b"Lindow" in pages(told)["index.html"]


def test_what_was_read_is_proposed_until_somebody_accepts_it(told: Desk) -> None:
    """A claim that the program read is proposed; accept makes it the desk's own."""
    assert {each["status"] for each in rows(told, "export", "claims")} == {"proposed"}
    ids = [each["id"] for each in rows(told, "export", "claims")]
    told.ok("accept", ids[0])
    told.ok("reject", ids[1], "--note", "not about this")
    by_id = {each["id"]: each["status"] for each in rows(told, "export", "claims")}
    assert (by_id[ids[0]], by_id[ids[1]]) == ("accepted", "rejected")


def test_ids_can_be_piped_into_accept(told: Desk) -> None:
    """`accept -` takes ids from stdin, one a line."""
    ids = "\n".join(each["id"] for each in rows(told, "export", "claims"))
    told.ok("accept", "-", stdin=ids + "\n")
    assert {each["status"] for each in rows(told, "export", "claims")} == {"accepted"}


def test_the_same_input_twice_changes_nothing(told: Desk) -> None:
    """Read, resolved and written again, nothing is new and no file of the site changes."""
    told.ok("resolve")
    told.ok("report")
    database, site = (told.folder / "claims.db").read_bytes(), pages(told)
    again = told("ingest", "wire.txt", "--outlet", "Coast Wire")
    assert "new 0" in again.stderr
    told.ok("resolve")
    told.ok("report")
    assert (told.folder / "claims.db").read_bytes() == database
    assert pages(told) == site


def test_an_evening_at_the_desk(told: Desk) -> None:
    """Read, typed, imported, corrected, withdrawn and decided claims stand on one page, and nothing disappears."""
    told.write("more.csv", TABLE)
    told.ok("import", "more.csv")
    typed = ("--question", "Passengers hurt, Lindow ferry, 3 May 2024", "--outlet", "Dale Post", "--said", "3 May 2024")
    four = told.ok("add", *typed, "--value", "4", "--source", "the mayor").strip()
    gone = told.ok("add", *typed, "--value", "40", "--source", "a bystander").strip()
    told.ok("resolve")
    told.ok("correct", four, "--value", "14", "--note", "misheard")
    told.ok("withdraw", gone, "--note", "took it back")
    told.ok("resolve")
    [asked] = [each for each in rows(told, "list", "questions") if each["title"] == typed[1]]
    told.ok(
        "decide", asked["id"], "--verdict", "unresolved", "--note", "No list of names", "--would-settle", "the list"
    )
    told.ok("report")
    page = pages(told)[f"{asked['id']}.html"].decode()
    for words in ("at least 8", "a deckhand", "14", "The mayor", "a bystander", "No list of names", "Ida Lund"):
        assert words in page, words
    for words in ("Nine passengers", "17 passengers", "Harbour office", "Regional hospital", "Fire service"):
        assert words in page, words
    assert "<s><bdi>40</bdi></s>" in page, "the withdrawn figure is struck through"
    assert "<s><bdi>4</bdi></s>" in page, "the corrected figure is struck through"
    told_history = told.ok("history", four, "--format", "json")
    assert "misheard" in told_history
    assert "Ida Lund" in told_history


def test_a_correction_changes_only_what_it_names(told: Desk) -> None:
    """correct sets the fields that are given, empties those given as "", and keeps id, quote and place."""
    [before, *_] = rows(told, "export", "claims")
    told.ok("correct", before["id"], "--value", "up to 12", "--place", "Lindow harbour", "--note", "heard again")
    [after] = [each for each in rows(told, "export", "claims") if each["id"] == before["id"]]
    changed = {name for name in before if before[name] != after[name]} - {"status", "score"}
    assert changed <= {"low", "high", "bound", "place", "measure", "unit", "question"}
    assert (after["high"], after["bound"], after["place"]) == (12, "up_to", "Lindow harbour")
    told.ok("correct", before["id"], "--place", "")
    [emptied] = [each for each in rows(told, "export", "claims") if each["id"] == before["id"]]
    assert emptied["place"] is None


@pytest.mark.parametrize("what", ["questions", "claims", "documents", "sources", "runs"])
def test_everything_can_be_listed(told: Desk, what: str) -> None:
    """Each listing has rows, the same ones in every format."""
    told.ok("resolve")
    listed = rows(told, "list", what)
    assert listed
    table = list(csv.DictReader(io.StringIO(told.ok("list", what, "--format", "csv"))))
    assert [row["id" if "id" in row else next(iter(row))] for row in table] == [
        str(row["id" if "id" in row else next(iter(row))]) for row in listed
    ]
    assert len(told.ok("list", what).splitlines()) == len(listed) + 1


PROMISED = (
    "id document url outlet start end quote kind low high bound unit counted attribute measure event population place "
    "window_from window_to definition cumulative said_at as_of source via stance modality status score source_start "
    "source_end cue_start cue_end translation external_id question label document_kind title published asked"
)


def test_the_export_keeps_its_promise(told: Desk) -> None:
    """Claims come out with the promised fields in their order, and each quote stands where it says."""
    told.ok("resolve")
    texts = {each["id"]: each["text"] for each in rows(told, "export", "documents")}
    by_url = {each["url"]: each["text"] for each in rows(told, "export", "documents") if each["url"]}
    for claim in rows(told, "export", "claims"):
        assert " ".join(claim) == PROMISED
        text = texts.get(claim["document"]) or by_url[claim["document"]]
        assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_relations_come_out_one_line_a_pair(told: Desk) -> None:
    """Each relation names two claims, the rule and the reason; no pair twice, none with itself."""
    told.ok("resolve")
    relations = rows(told, "export", "relations")
    assert list(relations[0]) == ["left", "right", "relation", "rule", "why", "left_question", "right_question"]
    pairs = [frozenset((each["left"], each["right"])) for each in relations]
    assert len(pairs) == len(set(pairs))
    assert all(len(pair) == 2 for pair in pairs)
    assert {"conflict", "compatible"} <= {each["relation"] for each in relations}


def test_an_export_can_be_imported(told: Desk, tmp_path: Any) -> None:
    """What export writes as CSV, import takes into another database."""
    table = told.ok("export", "claims", "--format", "csv")
    told.write("out.csv", table)
    told.ok("--db", "second.db", "init")
    done = told("--db", "second.db", "import", "out.csv")
    assert done.returncode == 0, done.stderr
    first, second = rows(told, "export", "claims"), rows(told, "--db", "second.db", "export", "claims")
    figures = [[(each["quote"], each["low"], each["high"], each["bound"]) for each in side] for side in (first, second)]
    assert sorted(figures[0], key=str) == sorted(figures[1], key=str)


def test_the_template_can_be_imported(desk: Desk) -> None:
    """`import --template` prints a table that import takes; its example row, told, becomes no claim."""
    desk.ok("init")
    for form in ("csv", "tsv", "jsonl"):
        desk.write(f"table.{form}", desk.ok("import", "--template", "--format", form))
        desk.ok("import", f"table.{form}", "--dry-run")
    told = desk("import", "table.csv")
    assert (told.returncode, rows(desk, "export", "claims")) == (0, [])
    assert "line 2: the example row of the template is left out" in told.stderr
    table = desk.ok("import", "--template").splitlines()
    desk.write("mine.csv", "\n".join([*table, table[1].replace("up to 40", "9").replace("example", "7", 2)]) + "\n")
    desk.ok("import", "mine.csv")
    assert [each["low"] for each in rows(desk, "export", "claims")] == [9]


def test_a_thing_can_be_shown_by_the_start_of_its_id(told: Desk) -> None:
    """show takes a claim, a document or a question, by as much of its id as is needed."""
    told.ok("resolve")
    claim = rows(told, "export", "claims")[0]
    assert claim["quote"][:20] in told.ok("show", claim["id"])
    assert told.ok("show", claim["id"][:10]) == told.ok("show", claim["id"])
    question = rows(told, "list", "questions")[0]
    assert "harbour office" in told.ok("show", question["id"])
    document = rows(told, "list", "documents")[0]
    assert json.loads(told.ok("show", document["id"], "--format", "json"))["what"] == "document"


@pytest.mark.parametrize(
    ("words", "found"), [(["harbour", "office"], True), (['"harbour office"'], True), (["volcano"], False)]
)
def test_words_are_found(told: Desk, words: list[str], found: bool) -> None:
    """search finds claims and documents that hold all the words; that nothing was found is no error."""
    assert bool(rows(told, "search", *words)) is found


def test_search_takes_any_word(told: Desk) -> None:
    """What a search language would trip over is looked for as it stands."""
    for words in ('"', "AND", "a*", "(", "NEAR/2", "-x", "col:y"):
        assert told("search", "--", words).returncode == 0, words


def test_a_sound_database_passes_its_check(told: Desk) -> None:
    """check finds nothing in what the program wrote."""
    told.ok("resolve")
    assert told.ok("check") == ""
    assert told.ok("check", "--deep") == ""


def test_one_page_can_be_written_alone(told: Desk) -> None:
    """report --only writes the page of one question, as the whole site would have it, and leaves the others alone."""
    told.ok("resolve")
    told.ok("report")
    whole = pages(told)
    question = rows(told, "list", "questions")[0]["id"]
    (told.folder / "reports" / f"{question}.html").unlink()
    told.ok("report", "--only", question)
    assert pages(told) == whole
    told.ok("report", "--only", question, "--reports", "elsewhere")
    written = {path.name for path in (told.folder / "elsewhere").iterdir()}
    assert {name for name in written if name.endswith(".html")} == {f"{question}.html"}
