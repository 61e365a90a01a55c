"""What scripts depend on, and what `check` finds: names in their order, and every edit by another program."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.errors import UsageProblem
from reconcile.pipeline import EXPORTS, LISTS, Editor, IngestOptions, NewClaim
from reconcile.pipeline.checks import CHECKS
from reconcile.readers import CLAIM_FIELDS
from reconcile.store import Store

ANN = Editor("Ann Boss")
STORY = {
    "id": "dam-1",
    "url": "https://osk.example/dam",
    "publisher": "Osk Weekly",
    "title": "Dam bursts",
    "published": "2024-03-01T08:00:00Z",
    "text": "A dam burst above Osk. The mayor said at least 14 people were killed. Police spoke of 11 dead.",
}
CLAIMS = """
    id document url outlet start end quote kind low high bound unit counted attribute measure event population place
    window_from window_to definition cumulative said_at as_of source via stance modality status score source_start
    source_end cue_start cue_end translation external_id question
"""
MORE = "label document_kind title published asked"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a read article, two typed claims, a verdict, a judgement, a title, a name and questions."""
    folder = tmp_path_factory.mktemp("example")
    (folder / "in.jsonl").write_text(json.dumps(STORY) + "\n")
    with Store.create(folder / "claims.db", clock=lambda: datetime(2024, 3, 2, tzinfo=UTC)) as store:
        pipeline.ingest(store, [str(folder / "in.jsonl")], IngestOptions(), editor=ANN)
        typed = NewClaim(value="14", source="mayor", question="Dead", outlet="Vale Mirror", said="2024-03-01")
        id = pipeline.add(store, typed, editor=ANN).claim.id
        other = pipeline.add(store, replace(typed, value="31.50", source="army"), editor=ANN).claim.id
        pipeline.resolve(store, editor=ANN)
        pipeline.relate(store, id, other, "conflict", editor=ANN, note="one list")
        pipeline.retitle(store, id, "Dead", editor=ANN)
        pipeline.name_place(store, "Osk", ["Oskburg"], editor=ANN)
        pipeline.decide(store, pipeline.Decision(id, "hold", "wait"), editor=ANN)
        read = next(row["id"] for row in store.claim_rows() if row["status"] == "proposed")
        pipeline.correct(store, read, {"note": "seen"}, editor=ANN, accept=True)
        pipeline.resolve(store, editor=ANN)
    return folder / "claims.db"


@pytest.fixture
def filled(example: Path, tmp_path: Path) -> Path:
    """A copy of the example for one test."""
    return Path(shutil.copy(example, tmp_path / "claims.db"))


def test_claims_have_the_promised_names_in_the_promised_order() -> None:
    """The columns of the claims export are a promise to scripts; import takes the same names."""
    assert list(EXPORTS["claims"]) == [*CLAIMS.split(), *MORE.split()]
    assert set(EXPORTS["claims"]) <= set(CLAIM_FIELDS)


def test_relations_have_the_promised_names() -> None:
    """The columns of the relations export are a promise to scripts."""
    assert " ".join(EXPORTS["relations"]) == "left right relation rule why left_question right_question"


@pytest.mark.parametrize("what", EXPORTS)
def test_every_export_keeps_to_its_columns(filled: Path, what: str) -> None:
    """Each row has exactly the columns of its export, in their order, and can be written as JSON."""
    with Store.open(filled) as store:
        rows = list(pipeline.export(store, what))
    assert rows
    assert all(tuple(row) == EXPORTS[what] for row in rows)
    json.dumps(rows, allow_nan=False)


@pytest.mark.parametrize("what", LISTS)
def test_every_list_keeps_to_its_columns(filled: Path, what: str) -> None:
    """Each row of a list has its columns in their order; a limit is kept."""
    with Store.open(filled) as store:
        assert all(tuple(row) == LISTS[what] for row in pipeline.listing(store, what))
        assert len(list(pipeline.listing(store, what, limit=1))) == 1


def test_a_claim_is_exported_as_it_stands(filled: Path) -> None:
    """The document by its own id, whole numbers as int, spans into the text, the question by its id."""
    with Store.open(filled) as store:
        rows = list(pipeline.export(store, "claims"))
        read = next(row for row in rows if row["document"] == "dam-1")
        typed = next(row for row in rows if row["source"] == "army")
        assert STORY["text"][int(str(read["start"])) : int(str(read["end"]))] == read["quote"]
        assert (read["low"], read["high"], read["bound"], read["status"]) == (14, None, "at_least", "accepted")
        assert isinstance(read["low"], int)
        assert (typed["low"], typed["start"], typed["via"], typed["status"]) == (31.5, None, [], "accepted")
        assert typed["question"] in store.question_ids()


@pytest.mark.parametrize(
    ("what", "status"), [("questions", "mended"), ("claims", "contested"), ("runs", "open"), ("cats", None)]
)
def test_an_unknown_list_or_status_is_refused(filled: Path, what: str, status: str | None) -> None:
    """A status that the list does not have is a mistake on the command line."""
    with Store.open(filled) as store, pytest.raises(UsageProblem):
        list(pipeline.listing(store, what, status=status))


def test_a_status_filters(filled: Path) -> None:
    """Only the claims of that status are listed."""
    with Store.open(filled) as store:
        assert {row["status"] for row in pipeline.listing(store, "claims", status="accepted")} == {"accepted"}


@pytest.mark.parametrize("what", ["claim", "document", "question", "run"])
def test_each_kind_of_thing_can_be_shown(filled: Path, what: str) -> None:
    """By the beginning of its id, runs by their number."""
    with Store.open(filled) as store:
        ids = {
            "claim": next(iter(store.claim_rows()))["id"],
            "document": next(store.all_documents()).id,
            "question": store.question_ids()[0],
            "run": "1",
        }
        shown = pipeline.show(store, ids[what])
    assert (shown.what, shown.id) == (what, ids[what])
    assert shown.claims or shown.fields


def test_history_tells_who_did_what(filled: Path) -> None:
    """The history of a question goes from the first claim to the verdict."""
    with Store.open(filled) as store:
        question = next(iter(store.verdicts()))
        events = pipeline.history(store, question)
    assert [event["command"] for event in events] == ["add", "add", "relate", "retitle", "decide"]
    assert {event["editor"] for event in events} == {"Ann Boss"}


def test_a_sound_database_has_no_finding(filled: Path) -> None:
    """Nothing is found where nothing is wrong."""
    with Store.open(filled) as store:
        assert pipeline.check(store, deep=True) == []


EDITS = {
    "UPDATE claims SET low = 3 WHERE number = 1": "values",
    "UPDATE claims SET low = 3, low_exact = '3' WHERE number = 1": "log",
    "UPDATE claims SET quote = 'else' WHERE number = 1": "quotes",
    "UPDATE claims SET source = NULL WHERE number = 1": "log",
    "UPDATE claims SET status = 'rejected' WHERE number = 1": "log",
    'UPDATE claims SET "start" = "start" + 1, "end" = "end" + 1 WHERE number = 1': "quotes",
    "UPDATE claims SET document = 'd1-none' WHERE number = 1": "foreign-keys",
    "UPDATE texts SET text = text || '.'": "texts",
    "UPDATE documents SET published = '2020-01-01' WHERE number = 1": "log",
    "UPDATE documents SET outlet = NULL WHERE number = 2": "log",
    "UPDATE verdicts SET note = 'settled by me'": "history",
    "UPDATE verdicts SET editor = 'Somebody'": "history",
    "DELETE FROM question_claims WHERE claim = (SELECT id FROM claims WHERE number = 1)": "derived",
    "UPDATE questions SET title = 'Who is lying?' WHERE named = 'Dead'": "derived",
    "UPDATE relations SET relation = 'agree' WHERE relation = 'conflict'": "derived",
    "UPDATE accounts SET title = 'Nobody' WHERE title = 'army'": "derived",
    "DELETE FROM texts": "foreign-keys",
    "UPDATE runs SET editor = 'Somebody' WHERE run = 1": "history",
    "UPDATE reads SET claims = 99": "history",
    "DELETE FROM reads": "history",
    "UPDATE notices SET message = 'all is well'": "history",
    "DELETE FROM notices": "history",
    "UPDATE claim_revisions SET note = 'as agreed'": "history",
    "INSERT INTO settings VALUES ('zone', 'Mars')": "settings",
    "INSERT INTO aliases SELECT 'q1-old', id, 1 FROM questions LIMIT 1": "settings",
    "INSERT INTO verdicts (question, verdict, editor, at, note, run) SELECT 'q', 'hold', 'x', 'y', 'z', 1": "history",
    "INSERT INTO relations VALUES ('c1-a', 'c1-b', 'conflict', 'r', 'w', 'q', 'q', '[]')": "foreign-keys",
    "UPDATE claims SET run = 2 WHERE number = 1": "log",
    "UPDATE claims SET changed_run = run": "log",
    "UPDATE sources SET label = 'somebody' WHERE name = 'army'": "sources",
    "UPDATE sources SET party = 1, reliability = 'F' WHERE name = 'army'": "sources",
    "INSERT INTO sources (name, run) VALUES ('nobody', 1)": "sources",
    "UPDATE verdicts SET reopened_run = run": "decisions",
    "UPDATE account_letters SET letter = 'Z' WHERE letter = 'B'": "resolved",
    "UPDATE question_log SET changed_run = 1": "resolved",
    "INSERT INTO former_members SELECT id, 'q1-gone' FROM claims WHERE number = 1": "resolved",
    "INSERT INTO judgements SELECT 9, 'j', a.id, b.id, 'same', 'x', NULL, 1, NULL, 'claim' FROM claims a, claims b "
    "WHERE a.number = 1 AND b.number = 2": "history",
    "UPDATE judgements SET editor = 'Somebody'": "history",
    "UPDATE judgements SET undone_run = 1": "judged",
    "UPDATE judged_claims SET position = 7 WHERE side = 'right'": "judged",
    "UPDATE titles SET title = 'Who is lying?'": "history",
    "UPDATE names SET means = 'Tarn'": "history",
    "UPDATE names SET undone_run = run": "judged",
    "DELETE FROM block_keys WHERE claim = 1": "derived",
}


@pytest.mark.parametrize("sql", EDITS)
def test_an_edit_by_another_program_is_found(filled: Path, sql: str) -> None:
    """Whatever plain sqlite3 changes in claims, documents, texts, verdicts and questions, `check` names."""
    connection = sqlite3.connect(filled)
    connection.execute(sql)
    connection.commit()
    connection.close()
    with Store.open(filled) as store:
        findings = pipeline.check(store, deep=True)
    assert EDITS[sql] in {finding.check for finding in findings}
    assert all(finding.where and finding.message and "\n" not in finding.message for finding in findings)


def test_parts_above_their_whole_are_found(tmp_path: Path) -> None:
    """Five officers among three people cannot be."""
    with Store.create(tmp_path / "claims.db") as store:
        whole = pipeline.add(store, NewClaim(value="3", quote="3 people", outlet="Osk Weekly"), editor=ANN).claim.id
        part = pipeline.add(store, NewClaim(value="5", quote="5 officers", outlet="Osk Weekly"), editor=ANN).claim.id
        pipeline.relate(store, whole, part, "part_of", editor=ANN)
        [finding] = pipeline.check(store)
    assert (finding.check, finding.where) == ("parts", part)


def test_the_view_of_discrepancies_reads_like_a_sentence(filled: Path) -> None:
    """Whoever opens the file in another program finds the contradictions, with figures, sources and reason."""
    connection = sqlite3.connect(filled)
    connection.row_factory = sqlite3.Row
    [row] = connection.execute("SELECT * FROM discrepancies WHERE left_outlet = 'Vale Mirror'").fetchall()
    connection.close()
    assert {row["left_value"], row["right_value"]} == {"14", "31.50"}
    assert {row["left_source"], row["right_source"]} == {"mayor", "army"}
    assert row["why"]


def test_a_private_name_leaves_the_desk_nowhere(tmp_path: Path) -> None:
    """In every page, export and notice the label stands in place of the name, in sentences and corrections, too."""
    asked = NewClaim(value="9", source="mayor", question="Dead in Osk", outlet="Osk Weekly", said="2024-03-01")
    with Store.create(tmp_path / "claims.db") as store:
        phoned = replace(asked, value="25", outlet=None, title="phone, 23:10", own=True, label="a nurse, by phone")
        phoned = replace(phoned, source="Inna Vesk", person="Inna Vesk", body="Osk Vesk")
        typo = replace(phoned, value="31", source="Ina Vesk", said="2024-03-02")
        wrong = [pipeline.add(store, new, editor=ANN).claim.id for new in (asked, phoned, typo)][2]
        pipeline.add(store, replace(asked, value="12", outlet="Hill Post", via=("Inna Vesk",)), editor=ANN)
        pipeline.resolve(store, editor=ANN)
        pipeline.correct(store, wrong, {"source": "Inna Vesk"}, editor=ANN)
        pipeline.add(store, replace(asked, value="40", source="Inna Vesk", said="2024-03-03"), editor=ANN)
        pipeline.resolve(store, editor=ANN)
        pipeline.publish(store, tmp_path / "reports")
        told = [*store.notices_after(0), *(str(row) for what in EXPORTS for row in pipeline.export(store, what))]
        found = pipeline.search(store, "Vesk")
    files = [path.read_text() for path in sorted((tmp_path / "reports").iterdir())]
    assert any("a nurse, by phone first gave" in line.casefold() for line in told)
    assert not [words for words in [*told, *files, *(hit.title for hit in found)] if "Vesk" in words]
    assert len(found) == 3


def test_a_write_during_a_check_is_no_damage(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What two checks saw of two moments is looked at again; what stays is told."""
    with Store.open(filled) as store, Store.open(filled, write=True) as other:
        typed = NewClaim(value="17", source="coroner", question="Dead", outlet="Vale Mirror")
        moments = iter([store.newest_run()])

        def claims_are_as_many_as_before(_: Store) -> Iterator[tuple[str, str]]:
            if next(moments, None):
                pipeline.add(other, typed, editor=ANN)
                yield "claims", "one more than a moment ago"

        monkeypatch.setitem(CHECKS, "count", claims_are_as_many_as_before)
        assert pipeline.check(store) == []
