"""Private names: in no file of the site, whatever text they stood in."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from report_cases import simple, small_site
from report_ferry import DOCTOR, GAZETTE, HURT_CLAIM, NINE, PHONE, QUESTION_ID, exact, ferry, listed

from reconcile.model import Account, Claim, Document, DocumentKind, Source, Span
from reconcile.report.private import UNNAMED, moved, veil_of, veiled
from reconcile.report.site import files
from reconcile.report.views import Dossier, HistoryEntry, SiteData, Struck

SECRET = "Dr Inna Vesk"
LABEL = "a surgeon at the hospital"


def telling() -> Dossier:
    """The ferry with a private name in every text that somebody wrote."""
    dossier = ferry()
    told = f"{SECRET} gave 14; Inna Vesk said so twice; Vesk again"
    text = f"Asked by telephone, {told}.\n\n{GAZETTE.text}"
    shift = len(text) - len(GAZETTE.text or "")

    def swap(claim: Claim) -> Claim:
        if claim.document != GAZETTE.id or claim.span is None:
            return replace(claim, note=told, quote=f"{claim.quote} {told}" if claim.span is None else claim.quote)
        moved_on = Span(claim.span.start + shift, claim.span.end + shift)
        return replace(claim, span=moved_on, cue_span=None, source_span=None, via=(SECRET,), note=told)

    claims = {id: swap(claim) for id, claim in dossier.claims.items()}
    relations = tuple(replace(one, why=told, assumptions=(told,)) for one in dossier.question.relations)
    return replace(
        dossier,
        question=replace(dossier.question, title=f"How many did {SECRET} count?", relations=relations),
        claims=claims,
        documents={**dossier.documents, GAZETTE.id: replace(GAZETTE, text=text, title=told, byline=told)},
        history=(HistoryEntry("2031-06-08T07:00:00+00:00", "correct", "J. Quill", NINE.id, told),),
        struck=(Struck(NINE.id, "2031-06-09T10:00:00+00:00", exact(6), SECRET, "J. Quill", told),),
    )


def test_no_file_holds_a_private_name_wherever_it_stood() -> None:
    """Name, person and last name of a labelled source are in no page, no data and no index."""
    for name, content in files(small_site(telling())):
        assert "vesk" not in content.decode().casefold(), name
    assert LABEL in dict(files(small_site(telling())))[f"{QUESTION_ID}.html"].decode()


def test_a_private_name_is_veiled_on_the_pages_of_others() -> None:
    """A name that is private on one page, or by the desk's list alone, is private on all."""
    other = simple("other", "How many?", [exact(3), exact(4)], claim={"quote": "Inna Vesk counted three"})
    site = replace(small_site(), dossiers=(ferry(), other))
    assert b"Vesk" not in b"".join(content for _, content in files(site))
    alone = SiteData(dossiers=(other,), labels={"Inna Vesk": "a surgeon"})
    assert b"[a surgeon] counted three" in dict(files(alone))["q1-other.html"]


def test_quotations_carry_the_label_in_brackets_and_still_match() -> None:
    """Within a quotation the label stands in square brackets, and the spans move along with the text."""
    text = "On Sunday Dr Inna Vesk said that 14 came in. Vesk was tired."
    quote = "Inna Vesk said that 14 came in"
    document = Document(id="d1-paper", outlet="Sall Gazette", text=text)
    span = Span(text.index(quote), text.index(quote) + len(quote))
    claim = replace(DOCTOR, document=document.id, quote=quote, span=span)
    dossier = replace(ferry(), claims={DOCTOR.id: claim}, documents={document.id: document})
    (shown,) = veiled(SiteData(dossiers=(dossier,))).dossiers
    told = shown.claims[DOCTOR.id]
    assert shown.documents[document.id].text == f"On Sunday [{LABEL}] said that 14 came in. [{LABEL}] was tired."
    assert told.quote == f"[{LABEL}] said that 14 came in"
    assert told.span is not None
    assert (shown.documents[document.id].text or "")[told.span.start : told.span.end] == told.quote


def test_places_in_a_veiled_text_are_not_given() -> None:
    """The offsets of a text that was veiled are left out of the data; those of other texts stay."""
    record = json.loads(dict(files(small_site(telling())))[f"{QUESTION_ID}.json"])
    by_id = {one["id"]: one for one in record["claims"]}
    assert by_id[NINE.id]["start"] is None
    assert by_id["c1-unionnow0000"]["start"] is not None


@pytest.mark.parametrize(
    ("span", "after"), [((0, 2), (0, 2)), ((0, 6), (0, 9)), ((5, 8), (3, 11)), ((4, 6), (3, 9)), ((8, 9), (11, 12))]
)
def test_spans_move_with_the_names_before_them(span: tuple[int, int], after: tuple[int, int]) -> None:
    """Three letters at 3 become six: a span that ends within a name takes the whole label."""
    assert moved(Span(*span), [(3, 6, 6)]) == Span(*after)


def test_own_reporting_without_a_label_names_nobody() -> None:
    """Own reporting whose source has no label is shown as such, never by its name, in any file."""
    (shown,) = veiled(SiteData(listed=(listed(),))).listed
    assert shown.claim.source == Source(UNNAMED, label=UNNAMED)
    for name, content in files(small_site(ferry(sources={}))):
        assert "Osk" not in content.decode(), name
        assert "Vesk" not in content.decode(), name


def test_a_name_that_is_printed_elsewhere_stays_there() -> None:
    """A ministry that a newspaper names keeps its name there; what it told us by phone names nobody."""
    phoned = replace(HURT_CLAIM, source=Source("Harbour Authority"))
    site = veiled(replace(small_site(), listed=(replace(listed(), claim=phoned),)))
    assert site.listed[0].claim.source == Source(UNNAMED, label=UNNAMED)
    assert site.dossiers[0].claims[NINE.id].source == Source("Harbour Authority")


def test_words_that_name_nobody_are_left_alone() -> None:
    """A source called "officials" with a label does not take the word out of the texts of others."""
    claim = replace(HURT_CLAIM, source=Source("officials", label="an official, by phone"))
    made = replace(small_site(), listed=(replace(listed(), claim=claim),))
    assert veil_of(made).words("officials said") == "officials said"
    assert veiled(made).listed[0].claim.source == Source("an official, by phone", label="an official, by phone")


def test_a_note_is_for_the_desk() -> None:
    """The note on a claim stands in no file."""
    added = HistoryEntry("2031-06-08T23:15:00+00:00", "add", "J. Quill", DOCTOR.id, "Asked twice.")
    for name, content in files(small_site(ferry(history=(added,)))):
        assert "Asked twice." not in content.decode(), name


def test_an_account_that_others_printed_keeps_its_title() -> None:
    """An account with claims of own reporting and of newspapers is titled by the name in print."""
    dossier = ferry(sources={})
    account = Account("A", "o-harbour", "Harbour Authority", (NINE.id, DOCTOR.id), (NINE.id, DOCTOR.id))
    told = replace(DOCTOR, source=Source("Harbour Authority"))
    made = replace(
        dossier,
        question=replace(dossier.question, accounts=(account,)),
        claims={**dossier.claims, DOCTOR.id: told},
        parts=(),
    )
    record = json.loads(dict(files(SiteData(dossiers=(made,))))[f"{QUESTION_ID}.json"])
    assert record["accounts"][0]["title"] == "Harbour Authority"
    assert PHONE.kind is DocumentKind.OWN
    assert [one["source"] for one in record["claims"] if one["id"] == DOCTOR.id] == [UNNAMED]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("recanted to Zora", "recanted to a nurse"),
        ("QUILL rang back", "a nurse rang back"),
        ("ask Ms. Marsh again", "ask Ms. a nurse again"),
        ("zora quill-marsh", "a nurse"),
        ("a quill and a marsh", "a quill and a marsh"),
    ],
)
def test_a_part_of_a_private_name_is_veiled_as_it_is_spelt(text: str, shown: str) -> None:
    """First names and the halves of a double name give way to the label; the same letters as a word do not."""
    phoned = replace(listed().claim, source=Source("Zora Quill-Marsh", label="a nurse"))
    site = replace(small_site(), listed=(replace(listed(), claim=phoned),))
    assert veil_of(site).words(text) == shown
