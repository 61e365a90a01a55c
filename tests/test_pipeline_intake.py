"""Articles and tables in: stored once, as they came, all or nothing, with what was not taken kept and told."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.cli.tables import write_rows
from reconcile.errors import InputRejected, UsageProblem
from reconcile.model import ClaimStatus
from reconcile.pipeline import EXPORTS, Counts, Editor, ImportOptions, IngestOptions, NewClaim
from reconcile.store import Store

ANN = Editor("Ann Boss")
AS_IT_STANDS = IngestOptions()
SLIP = {
    "id": "slip-1",
    "url": "https://vale.example/slip",
    "publisher": "Vale Mirror",
    "title": "Slope gives way",
    "published": "2024-05-06T08:00:00Z",
    "text": "A slope above Vale gave way on Sunday. The mayor said 14 people were killed. Police put the dead at 11.",
}
GERMAN = {
    **SLIP,
    "id": "slip-2",
    "url": "https://tal.example/rutsch",
    "lang": "de",
    "text": "Ein Hang über dem Tal ist abgerutscht. Der Bürgermeister sprach von 14 Toten.",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "claims.db", clock=lambda: datetime(2024, 5, 7, tzinfo=UTC)) as opened:
        yield opened


def lines(tmp_path: Path, *documents: dict[str, str], name: str = "in.jsonl") -> str:
    path = tmp_path / name
    path.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
    return str(path)


def table(tmp_path: Path, text: str, name: str = "claims.csv") -> str:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / name)


def ingest(store: Store, *paths: str, options: IngestOptions = AS_IT_STANDS) -> Counts:
    return pipeline.ingest(store, paths, options, editor=ANN)


def size(store: Store) -> dict[str, int]:
    return {name: store.count(name) for name in ("runs", "texts", "documents", "claims", "events", "reads", "sources")}


def test_an_article_is_stored_and_its_claims_are_proposed(store: Store, tmp_path: Path) -> None:
    """Every claim stands word for word in the text and waits for somebody to accept it."""
    counts = ingest(store, lines(tmp_path, SLIP))
    claims = store.claims_of(next(store.all_documents()).id)
    assert (counts.read, counts.new, counts.claims) == (1, 1, len(claims))
    assert {claim.value.low for claim in claims} >= {14, 11}
    assert {claim.status for claim in claims} == {ClaimStatus.PROPOSED}
    assert all(claim.span and SLIP["text"][claim.span.start : claim.span.end] == claim.quote for claim in claims)


def test_the_same_input_twice_adds_no_row(store: Store, tmp_path: Path) -> None:
    """The second ingest, resolve and import find all there: no new row in any table."""
    path, rows = lines(tmp_path, SLIP, GERMAN), table(tmp_path, "outlet,value,quote\nVale Mirror,14,x\n")
    for _ in range(2):
        counts = ingest(store, path)
        pipeline.import_claims(store, rows, ImportOptions(), editor=ANN)
        resolved = pipeline.resolve(store, editor=ANN)
        before, after = size(store) if not counts.new else {}, size(store)
    assert (counts.new, counts.same, counts.run, resolved.run) == (0, 2, None, None)
    assert before == after
    assert after["runs"] == 3


def test_an_article_given_twice_in_one_go_is_one(store: Store, tmp_path: Path) -> None:
    """A file named twice counts as the same document."""
    path = lines(tmp_path, SLIP)
    counts = ingest(store, path, path)
    assert (counts.read, counts.new, counts.same) == (2, 1, 1)


def test_another_language_is_stored_and_said_to_be_unread(store: Store, tmp_path: Path) -> None:
    """No claim is proposed from a text that the program cannot read."""
    counts = ingest(store, lines(tmp_path, GERMAN))
    assert (counts.new, counts.unread, counts.claims) == (1, 1, 0)
    assert "German" in counts.told[0]


def test_documents_only_proposes_nothing_and_can_be_made_up_for(store: Store, tmp_path: Path) -> None:
    """Stored without reading first, the article is read when it comes again without that wish."""
    path = lines(tmp_path, SLIP)
    assert ingest(store, path, options=IngestOptions(documents_only=True)).unread == 1
    assert store.count("claims") == 0
    assert ingest(store, path).claims == store.count("claims") > 0
    assert store.count("documents") == 1


def test_other_words_at_the_same_address_are_a_new_version(store: Store, tmp_path: Path) -> None:
    """The newer document names the one that it replaces; both texts are kept."""
    ingest(store, lines(tmp_path, SLIP))
    ingest(store, lines(tmp_path, {**SLIP, "text": SLIP["text"].replace("14", "15")}))
    old, new = store.all_documents()
    assert (old.replaces, new.replaces) == (None, old.id)


def test_other_words_in_the_same_file_are_a_new_version(store: Store, tmp_path: Path) -> None:
    """A text file that was edited is a version of the one before."""
    for words in ("Eleven dockers were hurt.", "Twelve dockers were hurt."):
        ingest(store, table(tmp_path, words, "note.txt"))
    old, new = store.all_documents()
    assert new.replaces == old.id


def test_a_dry_run_tells_and_stores_nothing(store: Store, tmp_path: Path) -> None:
    """The counts are those of the real thing."""
    path = lines(tmp_path, SLIP)
    dry = ingest(store, path, options=IngestOptions(dry_run=True))
    assert store.count("documents") == 0
    wet = ingest(store, path)
    assert (dry.new, dry.claims) == (wet.new, wet.claims)


def test_a_path_that_is_not_there_stops_before_anything_is_read(store: Store, tmp_path: Path) -> None:
    """A wrong path is a mistake on the command line; the right ones beside it are not taken either."""
    with pytest.raises(UsageProblem, match=r"no-such.txt: no such file"):
        ingest(store, lines(tmp_path, SLIP), "no-such.txt")
    assert store.count("documents") == 0


def test_what_cannot_be_read_is_kept_and_the_rest_is_taken(store: Store, tmp_path: Path) -> None:
    """A binary file is rejected with its reason in rejects.jsonl; the article beside it is stored."""
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    counts = ingest(store, str(tmp_path / "photo.txt"), lines(tmp_path, SLIP))
    assert (counts.rejected, counts.new) == (1, 1)
    kept = json.loads((tmp_path / "rejects.jsonl").read_text())
    assert kept["where"] == str(tmp_path / "photo.txt")
    assert kept["reason"] == counts.rejects[0].reason != ""


GOOD = "outlet,quote,value,source,question\nVale Mirror,14 dead,14,mayor,Dead in Vale\n"


def test_a_figure_that_cannot_be_stored_keeps_nothing_else_back(store: Store, tmp_path: Path) -> None:
    """A claim whose figure is too large for the database is dropped and told; the article and its others are taken."""
    text = "The fund lost 99,999,999,999,999,999,999,999 dollars, officials said. Police said 12 people were killed."
    counts = ingest(
        store, lines(tmp_path, SLIP, {**SLIP, "id": "slip-3", "url": "https://vale.example/f", "text": text})
    )
    assert (counts.new, counts.rejected) == (2, 0)
    assert len(counts.told) == 1
    assert "a claim was dropped, its figure is larger than 64 bit: " in counts.told[0]
    assert any(row["quote"] for row in store.claim_rows("low = 12"))


def test_a_table_of_claims_is_taken_as_accepted(store: Store, tmp_path: Path) -> None:
    """A row on an article that is not held makes a document without text."""
    counts = pipeline.import_claims(store, table(tmp_path, GOOD), ImportOptions(), editor=ANN)
    [claim] = store.claims(row["id"] for row in store.claim_rows()).values()
    [document] = store.all_documents()
    assert (counts.read, counts.new) == (1, 1)
    assert (claim.status, claim.question, claim.value.words) == (ClaimStatus.ACCEPTED, "Dead in Vale", "14")
    assert (document.outlet, document.text) == ("Vale Mirror", None)


def test_one_wrong_row_stops_the_whole_table(store: Store, tmp_path: Path) -> None:
    """All or nothing: the row and its reason are in rejects.jsonl, the database is as it was."""
    path = table(tmp_path, GOOD + "Vale Mirror,many,25-ish,police,Dead in Vale\n")
    with pytest.raises(InputRejected, match=r"line 3.*25-ish.*none of 2 rows was taken"):
        pipeline.import_claims(store, path, ImportOptions(), editor=ANN)
    assert size(store) == dict.fromkeys(size(store), 0)
    kept = json.loads((tmp_path / "rejects.jsonl").read_text())
    assert kept["raw"] == ["Vale Mirror", "many", "25-ish", "police", "Dead in Vale"]


def test_partial_takes_what_can_be_taken(store: Store, tmp_path: Path) -> None:
    """With partial the good rows are stored and the wrong ones counted."""
    path = table(tmp_path, GOOD + "Vale Mirror,many,25-ish,police,Dead in Vale\n")
    counts = pipeline.import_claims(store, path, ImportOptions(partial=True), editor=ANN)
    assert (counts.read, counts.new, counts.rejected, store.count("claims")) == (2, 1, 1, 1)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("slip-1,15 people were killed,15,,", "the quote does not stand in the document"),
        ("slip-1,14 people were killed,14,3,24", "the text reads"),
        ("slip-1,,14,,", "no quote"),
    ],
    ids=["not in the text", "not at that place", "no quote"],
)
def test_a_quote_that_is_not_in_the_held_text_is_refused(store: Store, tmp_path: Path, cells: str, told: str) -> None:
    """Where the document's text is known, the quote must stand in it, at the place given."""
    ingest(store, lines(tmp_path, SLIP))
    path = table(tmp_path, f"document,quote,value,start,end\n{cells}\n")
    with pytest.raises(InputRejected, match=told):
        pipeline.import_claims(store, path, ImportOptions(), editor=ANN)


@pytest.mark.parametrize("name", ["slip-1", "https://vale.example/slip"])
def test_a_row_finds_its_document_by_any_of_its_names(store: Store, tmp_path: Path, name: str) -> None:
    """The id that the .jsonl gave, or the address; the span is found."""
    ingest(store, lines(tmp_path, SLIP), options=IngestOptions(documents_only=True))
    path = table(tmp_path, f"document,quote,value\n{name},14 people,14\n")
    pipeline.import_claims(store, path, ImportOptions(), editor=ANN)
    [claim] = store.claims_of(next(store.all_documents()).id)
    assert claim.span
    assert SLIP["text"][claim.span.start : claim.span.end] == "14 people"


@pytest.mark.parametrize("form", ["jsonl", "csv", "tsv"])
def test_an_export_that_comes_back_adds_nothing(store: Store, tmp_path: Path, form: str) -> None:
    """Claims exported and imported again are the same claims, also those of an older version of an article."""
    ingest(store, lines(tmp_path, SLIP))
    ingest(store, lines(tmp_path, {**SLIP, "text": "A slope slid. Police now say 12 people were killed."}))
    pipeline.add(store, NewClaim(value="-5 °C", source="J. Doe", label="a nurse", quote="'=-5", own=True), editor=ANN)
    pipeline.resolve(store, editor=ANN)
    out = io.StringIO()
    with redirect_stdout(out):
        write_rows(pipeline.export(store, "claims"), EXPORTS["claims"], form)
    counts = pipeline.import_claims(store, table(tmp_path, out.getvalue(), f"back.{form}"), ImportOptions(), editor=ANN)
    assert (counts.new, counts.same, counts.told) == (0, store.count("claims"), ())


def test_an_export_that_was_edited_and_comes_back_is_told(store: Store, tmp_path: Path) -> None:
    """An import adds claims and changes none; that a row says otherwise than the held claim is not passed over."""
    ingest(store, lines(tmp_path, SLIP))
    edited = [{**row, "status": "accepted"} for row in pipeline.export(store, "claims")]
    path = table(tmp_path, "".join(json.dumps(row) + "\n" for row in edited), "back.jsonl")
    counts = pipeline.import_claims(store, path, ImportOptions(), editor=ANN)
    assert counts.new == 0
    (told,) = counts.told
    assert f"line 1: {edited[0]['id']} is held with another status, which stays" in told
    assert f"{len(edited) - 1} more rows" in told
