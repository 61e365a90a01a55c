"""What a claim made by hand leaves open is read at its quote; what was given is never changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reconcile import pipeline
from reconcile.model import Claim, Scope
from reconcile.pipeline import Counts, Editor, ImportOptions, IngestOptions, NewClaim
from reconcile.store import Store

ANN = Editor("Ann Boss")
QUAY = {
    "id": "quay-1",
    "publisher": "Tern Courier",
    "title": "Quay collapses in Ostrand",
    "published": "2025-06-12T09:00:00Z",
    "text": (
        "A quay in the port of Ostrand gave way on Tuesday. The port authority said 14 dockers were killed, up from 9. "
        "Altogether 31 people were injured, including 12 passengers, the hospital reported on Wednesday. "
        "Divers may have found 3 cars."
    ),
}
HEAD = "document,quote,value,attribute,population,measure,source\n"
TOLL = 'quay-1,"14 dockers were killed",14,deaths,,,port authority\n'
BEFORE = 'quay-1,"up from 9",9,deaths,,,port authority\n'
HURT = 'quay-1,"31 people were injured",31,injured,,,hospital\n'
SOME = 'quay-1,"12 passengers",12,injured,,,hospital\n'


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(QUAY) + "\n", encoding="utf-8")
    with Store.create(tmp_path / "claims.db", clock=lambda: datetime(2025, 6, 13, tzinfo=UTC)) as opened:
        pipeline.ingest(opened, [str(path)], IngestOptions(documents_only=True), editor=ANN)
        yield opened


def take(store: Store, rows: str, *, as_given: bool = False, dry_run: bool = False) -> Counts:
    path = store.path.with_name("table.csv")
    path.write_text(rows, encoding="utf-8")
    options = ImportOptions(as_given=as_given, dry_run=dry_run)
    return pipeline.import_claims(store, str(path), options, editor=ANN)


def by_value(store: Store) -> dict[str, Claim]:
    document = next(store.all_documents()).id
    return {str(claim.value.low): claim for claim in store.claims_of(document)}


@pytest.mark.parametrize(
    ("row", "value", "field", "read"),
    [
        (TOLL, "14", "population", "dockers"),
        (SOME, "12", "population", "passengers"),
        (BEFORE, "9", "former", True),
        (SOME, "12", "said_at", "2025-06-11"),
        ('quay-1,"found 3 cars",3,cars found,,,\n', "3", "modality", "possible"),
        ('quay-1,"14 dockers",14,,,,port authority\n', "14", "attribute", "deaths"),
    ],
)
def test_what_a_row_leaves_open_is_read_at_its_quote(
    store: Store, row: str, value: str, field: str, read: object
) -> None:
    """Whom a figure counts, when it was said, whether it is an earlier one: the words around the quote tell it."""
    take(store, HEAD + row)
    claim = by_value(store)[value]
    assert getattr(claim, field, None) == read or getattr(claim.scope, field, None) == read
    assert f"{field} read" in claim.evidence


@pytest.mark.parametrize("order", [HURT + SOME, SOME + HURT])
def test_a_part_finds_its_whole_among_the_rows(store: Store, order: str) -> None:
    """Twelve of the 31 injured: the row of the twelve belongs to the row of the 31, whichever comes first."""
    take(store, HEAD + order)
    claims = by_value(store)
    assert claims["12"].whole == claims["31"].id
    assert claims["31"].whole is None


def test_a_part_finds_a_whole_that_is_held_already(store: Store) -> None:
    """The whole may have come with an earlier table."""
    take(store, HEAD + HURT)
    take(store, HEAD + SOME)
    claims = by_value(store)
    assert claims["12"].whole == claims["31"].id


GIVEN = 'quay-1,"14 dockers were killed",14,injured,crane drivers,change,a union\n'


def test_what_a_row_gives_stays_as_given(store: Store) -> None:
    """A value, source, attribute, population or measure that the row gives is kept, even against the text."""
    take(store, HEAD + GIVEN)
    claim = by_value(store)["14"]
    assert (claim.scope.attribute, claim.scope.population, claim.scope.measure) == (
        "injured",
        "crane drivers",
        "change",
    )
    assert (claim.source and claim.source.name, claim.via) == ("a union", ())
    assert claim.value.low == claim.value.high == 14
    assert claim.value.words == "14"


def test_a_level_that_is_given_is_not_open(store: Store) -> None:
    """A row that says level or stated has said so, though an empty field would mean the same."""
    take(store, HEAD.replace("measure", "modality") + 'quay-1,"found 3 cars",3,cars found,,stated,\n')
    assert by_value(store)["3"].modality == "stated"


def test_taken_as_given_nothing_is_read(store: Store) -> None:
    """With --as-given a row says all that the claim says."""
    counts = take(store, HEAD + TOLL + BEFORE, as_given=True)
    claims = by_value(store)
    assert counts.told == ()
    assert (claims["14"].scope, claims["9"].former) == (Scope(attribute="deaths"), False)
    assert claims["14"].evidence == claims["9"].evidence == ()


def test_what_was_read_is_told(store: Store) -> None:
    """One line tells of how many claims each field was read, also where nothing is written."""
    dry = take(store, HEAD + TOLL + SOME, dry_run=True)
    assert "population of 2" in dry.told[0]
    assert "--as-given" in dry.told[0]
    assert take(store, HEAD + TOLL + SOME).told == dry.told
    assert take(store, HEAD + TOLL + SOME).told == ()


def test_the_same_table_twice_adds_nothing(store: Store) -> None:
    """A claim is known by what its row says, whatever was read: taken as given or not, it is the same claim."""
    for as_given in (False, False, True):
        counts = take(store, HEAD + TOLL + BEFORE + HURT + SOME, as_given=as_given)
    assert (counts.new, counts.same) == (0, 4)


def test_an_export_that_comes_back_has_nothing_open(store: Store) -> None:
    """A row with the id of a claim comes from an export: what is empty there stays empty in another database."""
    rows = "id," + HEAD + "c1-0123456789ab," + TOLL
    assert take(store, rows).told == ()
    assert by_value(store)["14"].scope.population is None


def test_parts_and_earlier_figures_survive_an_export(store: Store) -> None:
    """An export has no columns for the whole of a part and for an earlier figure: they are read again."""
    rows = [f"c1-0123456789a{number},{row}" for number, row in enumerate((HURT, SOME, BEFORE))]
    take(store, "id," + HEAD + "".join(rows))
    claims = by_value(store)
    assert claims["12"].whole == claims["31"].id
    assert claims["9"].former
    assert claims["12"].scope.population is None


def test_a_figure_that_stands_elsewhere_tells_nothing(store: Store) -> None:
    """Only the same figure at the same place is read: another one in the quote gives this one no population."""
    take(store, HEAD + 'quay-1,"14 dockers were killed, up from 9",23,deaths,,,\n')
    assert by_value(store)["23"].evidence == ()


def test_a_claim_typed_in_is_read_alike(store: Store) -> None:
    """`add` reads what is left open, too, unless told to take the claim as given."""
    new = NewClaim(value="14", source="port authority", quote="14 dockers were killed", document="quay-1")
    bare = pipeline.add(store, new, editor=ANN, as_given=True, dry_run=True).claim
    read = pipeline.add(store, new, editor=ANN).claim
    assert (bare.scope, read.id) == (Scope(), bare.id)
    assert (read.scope.attribute, read.scope.population) == ("deaths", "dockers")
    assert pipeline.add(store, new, editor=ANN).counts.same == 1


def test_a_private_name_is_not_read_into_the_scope(store: Store) -> None:
    """What is read must not show the name that a label stands for."""
    given = "document,quote,value,attribute,source,label\n"
    take(store, given + 'quay-1,"14 dockers were killed",14,deaths,Dockers,a worker\n')
    claim = by_value(store)["14"]
    assert all("docker" not in str(getattr(claim.scope, each.name)).lower() for each in fields(Scope))


def test_a_window_is_read_whole_or_not_at_all(store: Store, tmp_path: Path) -> None:
    """A row that gives one end of its period keeps the other end open."""
    text = "Between 3 June and 9 June the clinic treated 60 patients."
    path = tmp_path / "clinic.jsonl"
    path.write_text(json.dumps({"id": "clinic", "published": "2025-06-12", "text": text}) + "\n", encoding="utf-8")
    pipeline.ingest(store, [str(path)], IngestOptions(documents_only=True), editor=ANN)
    head, quote = "document,quote,value,window_from\n", "the clinic treated 60 patients"
    take(store, f"{head}clinic,{quote},60,\n")
    take(store, f"{head}clinic,{quote},60,2025-06-01\n")
    windows = {
        (c.scope.window_from, c.scope.window_to) for c in store.claims(store_ids(store)).values() if c.value.low == 60
    }
    assert windows == {(date(2025, 6, 3), date(2025, 6, 9)), (date(2025, 6, 1), None)}


def store_ids(store: Store) -> list[str]:
    return [row["id"] for row in store.claim_rows()]
