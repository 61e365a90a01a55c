"""By hand: the name of a source that the desk keeps to itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hand_cases import ANN, ARTICLE, QUAY

from reconcile import pipeline
from reconcile.errors import InputRejected, UsageProblem
from reconcile.model import DocumentKind
from reconcile.pipeline import ImportOptions, NewClaim
from reconcile.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "claims.db", clock=lambda: datetime(2024, 3, 2, 9, tzinfo=UTC)) as opened:
        yield opened


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "quay.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def test_own_reporting_keeps_the_name_to_the_desk(store: Store) -> None:
    """The private name and the public label stand apart."""
    new = replace(QUAY, outlet=None, own=True, title="phone, 23:10", source="J. Doe", label="a docker")
    added = pipeline.add(store, new, editor=ANN)
    source = added.claim.source
    assert added.document.kind is DocumentKind.OWN
    assert source is not None
    assert (source.name, source.label) == ("J. Doe", "a docker")


PHONED = NewClaim(
    value="25", source="Farid Osk, deputy governor", label="an official", own=True, title="phone, 23:10",
    question="Dead in the slide at Vale", said="2024-03-01", quote="Twenty-five bodies, I counted them.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"label": None}, "own reporting needs --label"),
        ({"quote": "I, Farid Osk, counted them."}, "the quotation holds the private name; give the words without it"),
        ({"quote": "Mr Osk counted them."}, "the quotation holds the private name"),
        ({"title": "phone with farid osk, 23:10"}, "the title holds the private name"),
        ({"label": "an aide of Farid Osk"}, "the label holds the private name"),
        ({"note": "Farid rings back"}, "the note holds the private name"),
        ({"source": "the deputy", "person": "Farid Osk", "quote": "Osk: 25"}, "the quotation holds the private name"),
        ({"own": False, "outlet": "Osk Post", "title": None}, "the outlet holds the private name"),
    ],
)
def test_a_private_name_is_typed_as_the_source_only(store: Store, typed: dict[str, object], told: str) -> None:
    """Own reporting needs public words, and no other field may hold the name that these stand for."""
    with pytest.raises(UsageProblem, match=told):
        pipeline.add(store, replace(PHONED, **typed), editor=ANN)  # type: ignore[arg-type]
    assert store.count("claims") == 0
    assert pipeline.add(store, PHONED, editor=ANN).counts.new == 1


def test_a_published_quotation_may_hold_the_name(store: Store, article: str) -> None:
    """What stands in a published text is public; the quote of a typed claim is not."""
    named = replace(QUAY, document=article, quote="The union said “up to 18", source="The union", label="an official")
    assert pipeline.add(store, named, editor=ANN).counts.new == 1
    with pytest.raises(UsageProblem, match="the quotation holds"):
        pipeline.add(store, replace(named, document=None), editor=ANN)


def test_a_correction_gives_no_private_name_away(store: Store) -> None:
    """A label that makes a name private is refused where the claim's own words hold that name."""
    id = pipeline.add(store, replace(QUAY, source="Jo Falk", quote="Falk said: up to 18"), editor=ANN).claim.id
    with pytest.raises(UsageProblem, match="the quotation holds the private name"):
        pipeline.correct(store, id, {"label": "a docker"}, editor=ANN)


def test_private_names_stay_private_through_an_export(store: Store, tmp_path: Path) -> None:
    """A table of own reporting keeps label, kind, title and question in another database, and never holds the name."""
    pipeline.add(store, PHONED, editor=ANN)
    pipeline.resolve(store, editor=ANN)
    [row] = pipeline.export(store, "claims")
    assert "Farid" not in str(row)
    path = tmp_path / "out.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    with Store.create(tmp_path / "other.db") as other:
        pipeline.import_claims(other, str(path), ImportOptions(), editor=ANN)
        [back] = pipeline.export(other, "claims")
        [document] = other.all_documents()
    names = ("label", "document_kind", "title", "published", "asked")
    assert {name: back[name] for name in names} == {name: row[name] for name in names}
    assert (back["source"], back["label"], back["asked"]) == ("an official", "an official", PHONED.question)
    assert (document.kind, document.title) == (DocumentKind.OWN, "phone, 23:10")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("own,a nurse,Marit Solem,Solem counted nine,9", "the quotation holds the private name"),
        ("own,,Marit Solem,I counted nine,9", "own reporting without a label"),
        ("own,a nurse,Marit Solem,I counted nine,9", None),
    ],
)
def test_a_table_keeps_private_names_as_typing_does(store: Store, tmp_path: Path, row: str, told: str | None) -> None:
    """Own reporting in a spreadsheet needs its label, and the name stands in no other cell."""
    path = tmp_path / "own.csv"
    path.write_text(f"document_kind,label,source,quote,value,title\n{row},ward call\n", encoding="utf-8")
    if told is None:
        assert pipeline.import_claims(store, str(path), ImportOptions(), editor=ANN).new == 1
        return
    with pytest.raises(InputRejected, match=told):
        pipeline.import_claims(store, str(path), ImportOptions(), editor=ANN)
    assert store.count("claims") == 0
