"""What goes in comes out again; what SQLite would change is refused; what was done is logged and cannot be undone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from reconcile.errors import InputRejected, UsageProblem
from reconcile.model import (
    Bound,
    Claim,
    ClaimStatus,
    Cumulative,
    Document,
    DocumentKind,
    Kind,
    Measure,
    Modality,
    Scope,
    Section,
    Source,
    Span,
    Stance,
    Value,
    Verdict,
    VerdictKind,
)
from reconcile.store import Cause, Store
from reconcile.store.audit import chain_findings
from reconcile.store.search import found_claims, found_documents, match_words

TEXT = "Wardens in Osk said up to 12 hikers were lost. The rescue service put it at nine."
ARTICLE = Document(
    id="d1-article",
    text=TEXT,
    outlet="Osk Weekly",
    title="Hikers lost",
    url="https://osk.example/hikers",
    published="2024-02-03T10:00:00+01:00",
    byline="Ada Rühl",
    lang="en",
    external_id="007",
    path="in/hikers.txt",
)
FULL = Claim(
    id="c1-full",
    document="d1-article",
    quote="up to 12 hikers",
    value=Value(Kind.NUMBER, None, Decimal("12"), Bound.UP_TO, None, "up to 12"),
    scope=Scope(
        event="avalanche",
        attribute="missing",
        counted="hikers",
        population="hikers",
        place="Osk",
        window_from=date(2024, 2, 2),
        window_to=date(2024, 2, 3),
        definition="reported",
        cumulative=Cumulative.CUMULATIVE,
        measure=Measure.LEVEL,
    ),
    span=Span(20, 35),
    section=Section.BODY,
    source=Source("Wardens in Osk", "Park service", "wardens", "Ida", "a warden"),
    source_span=Span(0, 14),
    cue_span=Span(15, 19),
    via=("Osk Wire", "Radio Osk"),
    stance=Stance.DENIES,
    modality=Modality.UNCONFIRMED,
    said_at="2024-02-03",
    as_of="2024-02-03T09:00:00+01:00",
    status=ClaimStatus.PROPOSED,
    score=0.75,
    evidence=("cue:said", "hedge:up to"),
    former=True,
    question="Hikers lost",
    translation="up to twelve hikers",
    external_id="0012",
    note="check the list",
)
BARE = Claim(id="c1-bare", document="d1-article", quote="nine", value=Value(Kind.TEXT, words="nine"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    clock = iter(datetime(2024, 2, 4, 12, minute, tzinfo=UTC) for minute in range(60))
    with Store.create(tmp_path / "claims.db", clock=lambda: next(clock)) as opened:
        yield opened


def put(store: Store, *claims: Claim) -> None:
    with store.write(Cause("test", "Ann")) as change:
        change.add_document(ARTICLE)
        change.add_claims(claims)


@pytest.mark.parametrize(
    "claim", [FULL, BARE, replace(FULL, whole="c1-bare")], ids=["every field", "no field", "a part"]
)
def test_a_claim_comes_back_as_it_went_in(store: Store, claim: Claim) -> None:
    """Every field of a claim survives storing, exactly."""
    put(store, BARE, claim)
    assert store.claims([claim.id]) == {claim.id: claim}


@pytest.mark.parametrize(
    "value",
    [
        Value(Kind.NUMBER, Decimal("0.1"), Decimal("0.1"), words="0.1"),
        Value(Kind.NUMBER, Decimal("1200000"), Decimal("1200000"), words="1.2m"),
        Value(Kind.NUMBER, Decimal("33.333333333333"), None, Bound.AT_LEAST, "percent", "at least a third"),
        Value(Kind.NUMBER, Decimal("9223372036854775807"), Decimal("9223372036854775807"), words="a lot"),
        Value(Kind.NUMBER, Decimal("1.50"), Decimal("1.50"), Bound.EXACT, "EUR", "€1.50"),
        Value(Kind.NUMBER, Decimal("-4"), Decimal("-4"), Bound.EXACT, "°C", "four below"),
        Value(Kind.DATE, date(2024, 2, 1), date(2024, 2, 29), Bound.RANGE, None, "in February"),
        Value(Kind.DATE, date(1066, 10, 14), None, Bound.AT_LEAST, None, "since Hastings"),
        Value(Kind.TEXT, words="arrested — “on suspicion”"),
    ],
    ids=lambda value: value.words,
)
def test_a_value_stays_exact(store: Store, value: Value) -> None:
    """Decimals, days and words come back to the last digit."""
    put(store, replace(BARE, value=value))
    assert store.claims(["c1-bare"])["c1-bare"].value == value


def test_a_document_comes_back_as_it_went_in(store: Store) -> None:
    """A text is kept as it came: line ends, blanks and odd characters included."""
    odd = replace(
        ARTICLE, id="d1-odd", text="  Zeile\r\n\u202eבלה\u202c 🏔\n\n ", kind=DocumentKind.OWN, replaces="d1-article"
    )
    with store.write(Cause("test")) as change:
        change.add_document(ARTICLE)
        change.add_document(odd)
    assert store.documents(["d1-odd", "d1-article", "d1-unknown"]) == {"d1-article": ARTICLE, "d1-odd": odd}


def test_two_outlets_that_print_one_text_share_it(store: Store) -> None:
    """One text, two documents."""
    with store.write(Cause("test")) as change:
        change.add_document(ARTICLE)
        change.add_document(replace(ARTICLE, id="d1-other", outlet="Vale Mirror"))
    assert (store.count("texts"), store.count("documents")) == (1, 2)


def test_what_is_held_is_not_stored_again(store: Store) -> None:
    """The same document and claim twice: no row and no run the second time."""
    put(store, FULL)
    put(store, FULL)
    assert (store.count("claims"), store.count("documents"), store.newest_run()) == (1, 1, 1)


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (replace(BARE, note="a\x00b"), "note holds a NUL character"),
        (replace(BARE, quote="\ud800"), "quote holds half of a character"),
        (replace(BARE, via=("\udfff",)), "via holds half of a character"),
        (replace(BARE, score=float("nan")), "score is not a number"),
        (replace(BARE, score=float("inf")), "score is not a number"),
        (replace(BARE, value=Value(Kind.NUMBER, Decimal("NaN"), None, words="x")), "low is not a number"),
        (replace(BARE, value=Value(Kind.NUMBER, Decimal(2) ** 63, None, words="x")), "low is larger than 64 bit"),
        (replace(BARE, value=Value(Kind.NUMBER, None, Decimal("-1e30"), words="x")), "high is larger than 64 bit"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_sqlite_would_change_is_refused(store: Store, claim: Claim, reason: str) -> None:
    """NaN, infinity, figures beyond 64 bit, NUL and lone surrogates are refused with the field's name."""
    with pytest.raises(InputRejected, match=reason):
        put(store, claim)
    assert (store.count("claims"), store.count("documents"), store.count("runs")) == (0, 0, 0)


def test_a_text_with_a_nul_is_refused(store: Store) -> None:
    """A document that SQLite would cut at the NUL is not taken."""
    with (
        pytest.raises(InputRejected, match="its text holds a NUL"),
        store.write(Cause("test")) as change,
    ):
        change.add_document(replace(ARTICLE, text="a\x00b"))


def test_a_revision_keeps_the_former_state(store: Store) -> None:
    """After a correction the old reading stands in the history, the new one in the table."""
    put(store, FULL)
    corrected = replace(FULL, source=Source("rescue service"))
    with store.write(Cause("correct", "Ann")) as change:
        change.revise_claim(corrected, "claim corrected", "wrong body")
    assert store.claims(["c1-full"])["c1-full"] == corrected
    [row] = store.revisions_of(["c1-full"])
    assert (row["revision"], row["note"], row["editor"]) == (1, "wrong body", "Ann")
    assert '"source":"Wardens in Osk"' in row["before"]


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM events",
        "UPDATE events SET subject = 'x'",
        "UPDATE events SET payload = '{}'",
        "DELETE FROM claims",
        "DELETE FROM claim_revisions",
        "DELETE FROM verdicts",
        "DELETE FROM account_letters",
    ],
)
def test_history_is_not_rewritten(store: Store, sql: str) -> None:
    """Claims, verdicts, letters and the log refuse to be deleted or rewritten, whoever asks."""
    put(store, FULL)
    with store.write(Cause("test")) as change:
        change.revise_claim(replace(FULL, note="x"), "claim corrected")
        change.add_verdict(Verdict("q1-x", VerdictKind.HOLD, "Ann", "2024-02-04T12:00:00+00:00", "wait"))
        change.connection.execute("INSERT INTO account_letters VALUES ('q1-x', 'o', 'A', 1)")
    with pytest.raises(sqlite3.IntegrityError):
        store.connection.execute(sql)


def test_a_payload_can_be_redacted_and_the_chain_stays_whole(store: Store) -> None:
    """Emptying what an event said is the only change that the log allows, and the chain still holds."""
    put(store, FULL, BARE)
    store.connection.execute("UPDATE events SET payload = NULL, salt = NULL WHERE number = 2")
    assert list(chain_findings(store.connection)) == []


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE events SET payload = '{}' WHERE number = 2", "what it says was altered"),
        ("UPDATE events SET subject = 'c1-x' WHERE number = 2", "the chain of hashes breaks here"),
        ("UPDATE events SET run = 2 WHERE number = 1", "the chain of hashes breaks here"),
        ("DELETE FROM events WHERE number = 2", "the log has a gap after event 1"),
    ],
)
def test_a_tampered_log_is_found(store: Store, sql: str, told: str) -> None:
    """Whoever removes the guards and edits the log is found out."""
    put(store, FULL, BARE)
    with store.write(Cause("test")) as change:
        change.set("zone", "UTC")
    store.connection.executescript(f"DROP TRIGGER events_stay; DROP TRIGGER events_are_final; {sql}")
    assert told in {sentence for _, sentence in chain_findings(store.connection)}


def test_the_salt_hides_what_was_logged(tmp_path: Path) -> None:
    """Two databases with the same content have different hashes, unless the salt is fixed."""

    def head(name: str, salt: str) -> str | None:
        clock = datetime(2024, 1, 1, tzinfo=UTC)
        with Store.create(tmp_path / name, clock=lambda: clock, salt=lambda: salt) as store:
            put(store, FULL)
            return store.audit_head()

    assert head("a", "one") == head("b", "one") != head("c", "two")


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("flood dam", '"flood" "dam"'),
        ('"burst dam" town', '"burst dam" "town"'),
        ("flood OR dam", '"flood" "OR" "dam"'),
        ("NEAR(a b) text:x -y *", '"NEAR(a" "b)" "text:x" "-y"'),
        ('5" pipe', '"5""" "pipe"'),
        ('""', ""),
        ("* - ( )", ""),
    ],
)
def test_every_word_of_a_search_is_quoted(words: str, expression: str) -> None:
    """No word of the user is search syntax."""
    assert match_words(words) == expression


@pytest.mark.parametrize(
    ("words", "claims", "documents"),
    [
        ("hikers", ["c1-full"], ["d1-article"]),
        ("nine", ["c1-bare"], ["d1-article"]),
        ('"put it at nine"', [], ["d1-article"]),
        ("ruhl", [], ["d1-article"]),
        ("avalanche", ["c1-full"], []),
        ("hikers nowhere", [], []),
        ("", [], []),
    ],
)
def test_search_finds_all_words(store: Store, words: str, claims: list[str], documents: list[str]) -> None:
    """Claims are found by quote, source, event and place, documents by title, byline and text; accents do not count."""
    put(store, FULL, BARE)
    assert [id for id, _, _ in found_claims(store.connection, words, 9)] == claims
    assert [id for id, _, _ in found_documents(store.connection, words, 9)] == documents


def test_search_follows_a_correction(store: Store) -> None:
    """The old words of a corrected claim are no longer found, the new ones are."""
    put(store, FULL)
    with store.write(Cause("test")) as change:
        change.revise_claim(replace(FULL, source=Source("Mountain guides")), "claim corrected")
    assert not found_claims(store.connection, "wardens", 9)
    assert found_claims(store.connection, "guides", 9)


@pytest.mark.parametrize(
    ("id", "named"),
    [("c1-full", ("claim", "c1-full")), ("c1-f", ("claim", "c1-full")), ("d1", ("document", "d1-article"))],
)
def test_the_beginning_of_an_id_is_enough(store: Store, id: str, named: tuple[str, str]) -> None:
    """An id may be cut short while only one begins so."""
    put(store, FULL, BARE)
    assert store.named(id) == named


@pytest.mark.parametrize(
    ("id", "told"), [("c1-", "beginning of several ids"), ("c1-z", "nothing here"), ("%", "nothing here")]
)
def test_an_id_that_names_nothing_or_two_things_is_a_mistake(store: Store, id: str, told: str) -> None:
    """An unknown or ambiguous id is refused with what there is."""
    put(store, FULL, BARE)
    with pytest.raises(UsageProblem, match=told):
        store.named(id)


@pytest.mark.parametrize(
    ("newer", "replaces"),
    [
        (replace(ARTICLE, id="d1-new", text="Ten."), "d1-article"),
        (replace(ARTICLE, id="d1-new", url="https://osk.example/other"), None),
        (replace(ARTICLE, id="d1-new", url=None, path="in/other.txt"), None),
    ],
    ids=["same address", "another address", "another file"],
)
def test_the_version_before_is_known_by_its_address(store: Store, newer: Document, replaces: str | None) -> None:
    """The same address with other words is a new version."""
    put(store)
    assert store.latest_version(newer) == replaces


def test_sources_are_listed_once(store: Store) -> None:
    """Each name of a source has one row, with the label that stands for it."""
    put(store, FULL, replace(FULL, id="c1-two"))
    assert [(row["name"], row["label"]) for row in store.rows("SELECT * FROM sources")] == [
        ("Wardens in Osk", "a warden")
    ]
