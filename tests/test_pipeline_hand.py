"""By hand: what a fact-checker types is understood, kept, corrected and struck through, and never lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from threading import Thread

import pytest
from hand_cases import ANN, ARTICLE, NOBODY, QUAY

from reconcile import pipeline
from reconcile.errors import UsageProblem
from reconcile.model import Bound, ClaimStatus, Kind, Measure, Span, Stance, VerdictKind
from reconcile.pipeline import Decision, Editor, NewClaim
from reconcile.store import Cause, Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "claims.db", clock=lambda: datetime(2024, 3, 2, 9, tzinfo=UTC)) as opened:
        yield opened


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "quay.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("words", "kind", "low", "high", "bound"),
    [
        ("up to 18", Kind.NUMBER, None, Decimal(18), Bound.UP_TO),
        ("between 9 and 25", Kind.NUMBER, Decimal(9), Decimal(25), Bound.RANGE),
        ("dozens", Kind.NUMBER, Decimal(24), Decimal(99), Bound.ORDER),
        ("$1.2 million", Kind.MONEY, Decimal(1200000), Decimal(1200000), Bound.EXACT),
        ("14 December 2019", Kind.DATE, date(2019, 12, 14), date(2019, 12, 14), Bound.EXACT),
    ],
)
def test_the_value_is_read_from_words(
    store: Store, words: str, kind: Kind, low: object, high: object, bound: Bound
) -> None:
    """A figure is typed as a person says it, and kept with those words."""
    value = pipeline.add(store, replace(QUAY, value=words), editor=ANN).claim.value
    assert (value.kind, value.low, value.high, value.bound, value.words) == (kind, low, high, bound, words)


def test_a_text_claim_keeps_its_words(store: Store) -> None:
    """With kind text the words are the value."""
    claim = pipeline.add(store, replace(QUAY, value="a rotten beam", kind="text"), editor=ANN).claim
    assert (claim.value.kind, claim.value.words) == (Kind.TEXT, "a rotten beam")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"value": "25-ish"}, "25-ish"),
        ({"value": "lots and lots"}, "lots"),
        ({"value": "nan"}, "nan"),
        ({"said": "01/02/2019"}, "01/02/2019"),
        ({"said": "when it rained"}, "when it rained"),
        ({"kind": "colour"}, "colour"),
        ({"stance": "shrugs"}, "shrugs"),
        ({"window_from": "soon"}, "soon"),
        ({"document": "no-such-file.txt"}, "no file, address or id"),
        ({"whole": "c1-unknown"}, "c1-unknown"),
        ({"note": "a\x00b"}, "NUL"),
    ],
    ids=lambda each: next(iter(each)) if isinstance(each, dict) else "",
)
def test_what_cannot_be_understood_is_refused_in_one_line(store: Store, wrong: dict[str, str], told: str) -> None:
    """A mistake in any field names what is wrong, with exit code 2, and stores nothing."""
    with pytest.raises(UsageProblem) as caught:
        pipeline.add(store, replace(QUAY, **wrong), editor=ANN)  # type: ignore[arg-type]
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (store.count("claims"), store.count("documents"), store.count("runs")) == (0, 0, 0)


def test_the_same_claim_twice_is_one(store: Store) -> None:
    """A claim typed in is known by all that was typed: the second time adds nothing."""
    first = pipeline.add(store, QUAY, editor=ANN)
    second = pipeline.add(store, QUAY, editor=ANN)
    assert (first.counts.new, second.counts.new, second.counts.same) == (1, 0, 1)
    assert first.claim == second.claim
    assert store.newest_run() == 1


def test_a_dry_run_stores_nothing(store: Store) -> None:
    """The claim comes back as understood; the database stays as it was."""
    assert pipeline.add(store, QUAY, editor=ANN, dry_run=True).counts.new == 1
    assert store.count("claims") == 0


def test_claims_of_one_outlet_and_day_share_a_document(store: Store) -> None:
    """A document that is only known by outlet and day is made once, without a text."""
    pipeline.add(store, QUAY, editor=ANN)
    pipeline.add(store, replace(QUAY, value="11", source="port"), editor=ANN)
    [document] = store.all_documents()
    assert (document.outlet, document.published, document.text) == ("Osk Weekly", "2024-03-01", None)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("The port spoke of eleven", "The port spoke of eleven"),
        ('"up to 18 dockers"', "“up to 18 dockers”"),
        ("must go. The port", "must go.\nThe port"),
    ],
)
def test_a_quote_is_found_in_the_file(store: Store, article: str, quote: str, found: str) -> None:
    """The file is stored with the claim; straight quotation marks and blanks stand for what a keyboard cannot type."""
    added = pipeline.add(store, replace(QUAY, document=article, quote=quote), editor=ANN)
    start = ARTICLE.index(found)
    assert (added.claim.quote, added.claim.span) == (found, Span(start, start + len(found)))
    assert added.document.text == ARTICLE


@pytest.mark.parametrize("quote", ["twelve dockers", None])
def test_a_quote_that_does_not_stand_in_the_text_is_refused(store: Store, article: str, quote: str | None) -> None:
    """Where the text is held, the quote must stand in it."""
    with pytest.raises(UsageProblem, match="quote"):
        pipeline.add(store, replace(QUAY, document=article, quote=quote), editor=ANN)
    assert store.count("documents") == 0


def test_a_correction_keeps_the_former_reading(store: Store) -> None:
    """Only the fields named change, the id stays, and history tells what was before, by whom and why."""
    id = pipeline.add(store, QUAY, editor=ANN).claim.id
    changes = {"value": "18", "measure": "change", "stance": "denies", "via": "Osk Wire"}
    after = pipeline.correct(store, id[:8], changes, editor=ANN, note="no hedge in print")
    assert (after.id, after.value.bound, after.scope.measure) == (id, Bound.EXACT, Measure.CHANGE)
    assert (after.stance, after.via, after.said_at) == (Stance.DENIES, ("Osk Wire",), "2024-03-01")
    added, corrected = pipeline.history(store, id)
    assert (added["event"], corrected["event"]) == ("claim added", "claim corrected")
    assert (corrected["editor"], corrected["note"]) == ("Ann Boss", "no hedge in print")
    assert '"words":["up to 18","18"]' in str(corrected["changes"])


@pytest.mark.parametrize("changes", [{"value": "up to 18"}, {}, {"source": "dock union", "note": None}])
def test_a_correction_that_changes_nothing_is_no_run(store: Store, changes: dict[str, object]) -> None:
    """Saying the same again leaves no revision."""
    id = pipeline.add(store, QUAY, editor=ANN).claim.id
    pipeline.correct(store, id, changes, editor=ANN)
    assert store.newest_run() == 1


@pytest.mark.parametrize("changes", [{"quote": "else"}, {"value": "25-ish"}, {"colour": "red"}])
def test_a_wrong_correction_is_refused(store: Store, changes: dict[str, object]) -> None:
    """The quote stays as it is, values are checked as in add, unknown fields are named."""
    id = pipeline.add(store, QUAY, editor=ANN).claim.id
    with pytest.raises(UsageProblem):
        pipeline.correct(store, id, changes, editor=ANN)


def test_a_withdrawn_claim_stays_and_counts_no_more(store: Store) -> None:
    """Striking through takes a claim out of its question; the claim, its quote and its question's page know of it."""
    mine = pipeline.add(store, QUAY, editor=ANN).claim.id
    other = pipeline.add(store, replace(QUAY, value="31", source="port"), editor=ANN).claim.id
    pipeline.resolve(store, editor=ANN)
    [question] = store.question_ids()
    assert pipeline.withdraw(store, mine, editor=ANN, note="misheard").status is ClaimStatus.WITHDRAWN
    pipeline.resolve(store, editor=ANN)
    shown = pipeline.show(store, question)
    assert shown.questions[0].claims == (other,)
    assert {claim.id for claim in shown.claims} == {mine, other}
    with pytest.raises(UsageProblem, match="withdrawn"):
        pipeline.correct(store, mine, {"value": "3"}, editor=ANN)


def test_withdrawing_reopens_the_decision(store: Store) -> None:
    """A decision that rested on a withdrawn claim is open again, and a notice says so."""
    id = pipeline.add(store, QUAY, editor=ANN).claim.id
    pipeline.resolve(store, editor=ANN)
    pipeline.decide(store, Decision(id, "settled", "saw the list", value="18"), editor=ANN)
    assert next(pipeline.export(store, "questions"))["verdict"] == "settled"
    pipeline.withdraw(store, id, editor=ANN)
    assert "The decision is open again: a claim was withdrawn" in store.notices_after(0)
    assert store.verdicts(standing=True) == {}


def test_a_verdict_is_an_editors(store: Store) -> None:
    """The decision keeps kind, figure, reason, name and time."""
    id = pipeline.add(store, QUAY, editor=ANN).claim.id
    pipeline.resolve(store, editor=ANN)
    decision = Decision(
        id, "range", "two lists", value="11 to 18", would_settle="the payroll", review_by="5 March 2024"
    )
    verdict = pipeline.decide(store, decision, editor=ANN)
    assert (verdict.kind, verdict.editor, verdict.review_by) == (VerdictKind.RANGE, "Ann Boss", "2024-03-05")
    assert verdict.value is not None
    assert (verdict.value.low, verdict.value.high) == (Decimal(11), Decimal(18))
    assert pipeline.show(store, verdict.question).verdicts == (verdict,)


@pytest.mark.parametrize(
    ("editor", "decision", "told"),
    [
        (NOBODY, Decision("", "hold", "wait"), "needs a name"),
        (ANN, Decision("", "hold", " "), "needs its reason"),
        (ANN, Decision("", "perhaps", "x"), "no such verdict"),
        (ANN, Decision("", "settled", "x"), "needs a figure"),
        (ANN, Decision("", "settled", "x", value="25-ish"), "25-ish"),
        (ANN, Decision("q1-none", "hold", "x"), "nothing here has the id"),
    ],
)
def test_a_decision_without_what_it_needs_is_refused(
    store: Store, editor: Editor, decision: Decision, told: str
) -> None:
    """Name, reason, a known verdict and question, and for settled a figure."""
    id = pipeline.add(store, QUAY, editor=ANN).claim.id
    pipeline.resolve(store, editor=ANN)
    with pytest.raises(UsageProblem, match=told):
        pipeline.decide(store, replace(decision, question=decision.question or id), editor=editor)
    assert store.count("verdicts") == 0


def test_proposals_are_accepted_and_rejected(store: Store, article: str) -> None:
    """A rejected proposal leaves its question and does not come back when the article is read again."""
    pipeline.ingest(store, [article], pipeline.IngestOptions(published="2024-03-01"), editor=ANN)
    first, *others = (claim.id for claim in store.claims_of(next(store.all_documents()).id))
    assert pipeline.accept(store, others, editor=ANN).changed == len(others)
    assert pipeline.reject(store, [first], editor=ANN, note="a page number").changed == 1
    assert pipeline.reject(store, [first], editor=ANN).same == 1
    pipeline.resolve(store, editor=ANN)
    assert first not in store.questions_of([first, *others])
    again = pipeline.ingest(store, [article], pipeline.IngestOptions(published="2024-03-01"), editor=ANN)
    assert again.same == 1
    assert store.claims([first])[first].status is ClaimStatus.REJECTED


def test_a_corrected_source_leaves_nothing_of_the_former_one(store: Store) -> None:
    """Body, role and person belong to the former name; with another name they are gone, unless given with it."""
    id = pipeline.add(store, replace(QUAY, source="Jo Falk", body="Osk union", role="head"), editor=ANN).claim.id
    source = pipeline.correct(store, id, {"source": "port", "role": "speaker"}, editor=ANN).source
    assert source is not None
    assert (source.name, source.body, source.role) == ("port", None, "speaker")
    assert pipeline.correct(store, id, {"source": None}, editor=ANN).source is None


@pytest.mark.parametrize(
    ("before", "words", "kind", "unit"),
    [
        ("34 years old", "43", Kind.AGE, "year"),
        ("12 percent", "about 21", Kind.PERCENT, "percent"),
        ("12 percent", "21 km", Kind.NUMBER, "km"),
        ("12", "21", Kind.NUMBER, None),
    ],
)
def test_a_corrected_bare_figure_keeps_its_unit(
    store: Store, before: str, words: str, kind: Kind, unit: str | None
) -> None:
    """Who corrects "34 years old" to "43" means years; a unit in the new words stands above the former one."""
    id = pipeline.add(store, replace(QUAY, value=before), editor=ANN).claim.id
    value = pipeline.correct(store, id, {"value": words}, editor=ANN).value
    assert (value.kind, value.unit, value.words) == (kind, unit, words)


def test_who_passed_it_on_can_be_corrected(store: Store) -> None:
    """The relays come as a list, as the command line gives them."""
    id = pipeline.add(store, QUAY, editor=ANN).claim.id
    assert pipeline.correct(store, id, {"via": ("Coast Wire", "Radio Osk")}, editor=ANN).via == (
        "Coast Wire",
        "Radio Osk",
    )


def test_a_label_given_afterwards_is_not_lost(store: Store) -> None:
    """The same claim with a label, a body or a whole is another claim: what was typed is never passed over."""
    first = pipeline.add(store, QUAY, editor=ANN).claim.id
    again = [replace(QUAY, label="a docker"), replace(QUAY, body="Osk union"), replace(QUAY, whole=first)]
    added = [pipeline.add(store, new, editor=ANN) for new in again]
    assert [one.counts.new for one in added] == [1, 1, 1]
    assert pipeline.add(store, QUAY, editor=ANN).counts.same == 1


def test_a_change_is_made_to_what_stands_there_now(store: Store, tmp_path: Path) -> None:
    """What another editor corrects while a withdrawal waits for the write lock is not undone by it."""
    claim = pipeline.add(store, QUAY, editor=ANN).claim

    def withdraw() -> None:
        with Store.open(tmp_path / "claims.db", write=True) as other:
            pipeline.withdraw(other, claim.id, editor=ANN)

    waiting = Thread(target=withdraw)
    with store.write(Cause("correct")) as change:
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive()
        change.revise_claim(replace(claim, note="by phone"), "claim corrected")
    waiting.join()
    after = store.claims([claim.id])[claim.id]
    assert (after.note, after.status) == ("by phone", ClaimStatus.WITHDRAWN)


def test_another_question_asks_for_other_things(store: Store) -> None:
    """What the former question gave a claim (place, day, what is counted) goes with it; what was typed stays."""
    first, second = "People killed in Osk, 3 May 2024", "People injured in Tarn, 4 May 2024"
    typed = replace(QUAY, value="9", question=first, population="dockers")
    id = pipeline.add(store, typed, editor=ANN).claim.id
    scope = pipeline.correct(store, id, {"question": second}, editor=ANN).scope
    assert scope == pipeline.add(store, replace(typed, question=second), editor=ANN).claim.scope
    assert (scope.attribute, scope.place, scope.population) == ("injured", "Tarn", "dockers")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"outlet": "Hill Post"}, "--outlet Hill Post: the document is held with the outlet 'Osk Weekly'"),
        ({"title": "Quay shut"}, "--title Quay shut: the document is held without title"),
        ({"published": "2024-03-02"}, "--published 2024-03-02: the document is held with the published '2024-03-01'"),
    ],
)
def test_a_held_document_is_not_described_anew(store: Store, other: dict[str, str], told: str) -> None:
    """What the line says otherwise than the document that is held is refused, not passed over."""
    there = replace(QUAY, document="https://osk.example/quay")
    pipeline.add(store, there, editor=ANN)
    assert pipeline.add(store, replace(there, value="11", outlet="osk weekly"), editor=ANN).counts.new == 1
    with pytest.raises(UsageProblem, match=re.escape(told)):
        pipeline.add(store, replace(there, **other), editor=ANN)  # type: ignore[arg-type]


def test_claims_without_any_document_share_none(store: Store) -> None:
    """Nobody knows that two claims typed in without outlet or article stood in one; the same claim twice is one."""
    bare = NewClaim(value="9", source="mayor", question="Dead in Vale")
    added = [pipeline.add(store, each, editor=ANN) for each in (bare, replace(bare, source="army"), bare)]
    assert [one.counts.new for one in added] == [1, 1, 0]
    assert store.count("documents") == 2


def test_a_claim_of_nothing_is_refused(store: Store) -> None:
    """Neither a question nor a document: nobody could ever find it again."""
    with pytest.raises(UsageProblem, match="no document; give --document, --outlet or --own"):
        pipeline.add(store, NewClaim(value="9", source="mayor"), editor=ANN)


@pytest.mark.parametrize(
    ("changes", "accept", "status"),
    [
        ({"question": "Dockers sent home"}, False, ClaimStatus.PROPOSED),
        ({"note": "see page 2", "place": "Osk"}, False, ClaimStatus.PROPOSED),
        ({"question": "Dockers sent home"}, True, ClaimStatus.ACCEPTED),
        ({"value": "17"}, False, ClaimStatus.ACCEPTED),
        ({"source": "port"}, False, ClaimStatus.ACCEPTED),
    ],
)
def test_only_who_looked_at_a_proposal_accepts_it(
    store: Store, article: str, changes: dict[str, object], accept: bool, status: ClaimStatus
) -> None:
    """A proposal whose question is named stays proposed; a corrected value or source is accepted with it."""
    pipeline.ingest(store, [article], pipeline.IngestOptions(published="2024-03-01"), editor=ANN)
    read = store.claims_of(next(store.all_documents()).id)[0].id
    assert pipeline.correct(store, read, changes, editor=ANN, accept=accept).status is status


def test_a_file_read_before_is_known_by_any_spelling_of_its_path(store: Store, article: str) -> None:
    """The same file is no second document, and another outlet for it is refused."""
    pipeline.ingest(store, [article], pipeline.IngestOptions(outlet="Osk Weekly", published="2024-03-01"), editor=ANN)
    again = str(Path(article).parent / "." / ".." / Path(article).parent.name / "quay.txt")
    typed = replace(QUAY, document=again, quote="The port spoke of eleven", value="11", source="port")
    pipeline.add(store, typed, editor=ANN)
    assert store.count("documents") == 1
    with pytest.raises(UsageProblem, match="held with the outlet 'Osk Weekly'"):
        pipeline.add(store, replace(typed, outlet="Hill Post"), editor=ANN)
