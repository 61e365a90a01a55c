"""Copies: the reprint of a wire report adds no account, whoever prints it, when, and however much is cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from resolve_cases import article, between, quoted, resolved

from reconcile.model import Claim, Document, Question
from reconcile.resolve.origins.support import support_of

LEAD = "A footbridge over the Sauer at Ilvand gave way on Saturday evening while a brass band was crossing it."
TOLL = "Seven musicians were killed and officials said 19 people had been taken to hospital in Ilvand and Tarn."
MORE = "The bridge was built in 1961 and had last been inspected four years before, according to the town's records."
LAST = "Divers went on looking for a tuba player through the night, and the festival was called off on Sunday."
OWN = "The Ilvand Gazette counted 23 ambulances at the bridge."
WIRE = article(
    "wire",
    f"ILVAND - {LEAD} {TOLL} {MORE} {LAST}",
    title="Footbridge collapse kills seven musicians",
    outlet="Meridian Wire",
    published="2031-06-08T20:00:00Z",
)
ELSEWHERE = (
    "Officials said 25 people were being treated after the footbridge at Ilvand fell into the Sauer on Saturday."
)


def reprint(name: str, text: str, published: str = "2031-06-08T22:00:00Z") -> Document:
    """The wire's report as another outlet prints it, under a heading of its own."""
    return article(name, text, title="Band falls into river", outlet=f"{name.title()} Gazette", published=published)


def in_hospital(document: Document) -> Claim:
    """The number of people in hospital, as unnamed officials give it in the report."""
    quote = "19 people had been taken to hospital"
    return quoted(document, quote, "19", "officials", attribute="hospitalised", counted="people")


def dead(document: Document) -> Claim:
    """The number of the dead, which the report gives in its own voice."""
    return quoted(document, "Seven musicians were killed", "7", attribute="deaths", counted="musicians")


def found_in(*documents: Document) -> tuple[tuple[Question, ...], list[Claim]]:
    """The questions that the toll and the hospital figures of some prints of the report answer."""
    claims = [make(document) for document in documents for make in (dead, in_hospital)]
    return resolved(claims, documents), claims


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (WIRE.text or "", "2031-06-08T22:00:00Z"),
        (f"{LEAD} {TOLL} {MORE}", "2031-06-08T22:00:00Z"),
        (f"{LEAD} {TOLL}", "2031-06-09T09:00:00Z"),
        (f"{OWN} {LEAD} {TOLL} {MORE} {LAST}", "2031-06-10T09:00:00Z"),
    ],
    ids=["in full", "cut at the end", "cut to the lead, a day later", "with a sentence of its own, two days later"],
)
def test_a_reprint_is_one_account_with_the_wire_also_for_what_unnamed_officials_say(text: str, published: str) -> None:
    """The print of a wire report is the wire's event, question and account, in its own voice and by "officials"."""
    found, (wire_dead, wire_hurt, dead_again, hurt_again) = found_in(WIRE, reprint("tarn", text, published))
    assert [len(question.accounts) for question in found] == [1, 1]
    assert between(found, wire_dead, dead_again) == "copy"
    assert between(found, wire_hurt, hurt_again) == "copy"


def test_a_report_that_many_outlets_print_is_one_account() -> None:
    """Thirty prints of one report are one account of the toll."""
    prints = [reprint(f"paper{number:02d}", f"{LEAD} {TOLL} {MORE}") for number in range(30)]
    found, _ = found_in(WIRE, *prints)
    assert [len(question.accounts) for question in found] == [1, 1]


def test_unnamed_officials_of_an_outlet_that_writes_its_own_report_stay_apart() -> None:
    """Two outlets that each speak of "officials" and share no passage may have asked different people."""
    other = article("other", ELSEWHERE, title="Ilvand footbridge", outlet="Tarn Echo", published="2031-06-08T21:00:00Z")
    ours = in_hospital(WIRE)
    theirs = quoted(
        other, "25 people were being treated", "25", "Officials", attribute="hospitalised", counted="people"
    )
    found = resolved([ours, theirs], [WIRE, other])
    assert between(found, ours, theirs) not in ("copy", "revision", "agree")
    assert sum(len(question.accounts) for question in found) == 2


def test_what_an_outlet_adds_to_a_reprint_is_its_own() -> None:
    """A sentence that the wire does not have is told by the outlet that added it."""
    mixed = reprint("ilvand", f"{LEAD} {TOLL} {MORE} {LAST} {OWN}")
    counted = quoted(mixed, "counted 23 ambulances", "23", attribute="ambulances", counted="ambulances")
    found = resolved([dead(WIRE), dead(mixed), counted], [WIRE, mixed])
    titles = {account.title for question in found for account in question.accounts}
    assert titles == {"Meridian Wire", "Ilvand Gazette"}


def test_one_passage_with_another_figure_is_another_report() -> None:
    """Near-identical words with a later figure are no copy."""
    later = reprint(
        "karsk", f"{LEAD} Nine musicians were killed and officials said 19 people had been taken to hospital."
    )
    nine = quoted(later, "Nine musicians were killed", "9", counted="musicians")
    seven = dead(reprint("tarn", f"{LEAD} {TOLL}"))
    found = resolved([seven, nine], [reprint("tarn", f"{LEAD} {TOLL}"), later])
    assert between(found, seven, nine) != "copy"


def test_a_credit_of_the_wire_makes_a_copy_of_the_wire_itself() -> None:
    """A claim passed on by the agency and the agency's own report with the same figure of one source are one."""
    printed = replace(in_hospital(reprint("tarn", f"{LEAD} {TOLL}")), via=("Meridian Wire",))
    first = in_hospital(WIRE)
    found = resolved([first, printed], [WIRE, reprint("tarn", f"{LEAD} {TOLL}")])
    assert between(found, first, printed) == "copy"


CREDITED = "Six musicians were rescued from the Sauer on Saturday evening."
RETOLD = "From the river at Ilvand six musicians were pulled alive on Saturday, soaked but singing."


def rescued(document: Document) -> Claim:
    """The number of the rescued, in the document's own voice."""
    words = "Six musicians were rescued" if "Six musicians" in (document.text or "") else "six musicians were pulled"
    return quoted(document, words, "6", attribute="rescued", counted="musicians")


@pytest.mark.parametrize(
    ("one", "other", "accounts"),
    [
        ({"text": f"ILVAND (Meridian Wire) - {CREDITED}"}, {"text": f"ILVAND (Meridian Wire) – {RETOLD}"}, 1),
        ({"text": f"{CREDITED} (Meridian Wire)"}, {"text": f"{RETOLD} – Meridian Wire"}, 1),
        ({"text": CREDITED, "byline": "By Ann Lee, Meridian Wire"}, {"text": RETOLD, "byline": "Meridian Wire"}, 1),
        ({"text": CREDITED, "byline": "Reuters"}, {"text": f"{RETOLD} (Reuters)"}, 1),
        ({"text": CREDITED, "byline": "Reuters"}, {"text": RETOLD, "byline": "AFP"}, 2),
        ({"text": CREDITED, "byline": "By Ann Lee"}, {"text": RETOLD, "byline": "By Ann Lee"}, 2),
        ({"text": CREDITED}, {"text": RETOLD}, 2),
    ],
    ids=["dateline", "last line", "byline", "byline and last line", "two agencies", "one reporter", "no credit"],
)
def test_what_outlets_credit_to_one_agency_is_one_account(
    one: dict[str, str], other: dict[str, str], accounts: int
) -> None:
    """A wire credit in the dateline, the byline or the last line makes one voice of two outlets, whatever the words."""
    made = [
        replace(article(name, "", title="Rescue at Ilvand", outlet=outlet, published="2031-06-08T22:00:00Z"), **told)  # type: ignore[arg-type]
        for name, outlet, told in (("d1", "Tarn Gazette", one), ("d2", "Karsk Post", other))
    ]
    found = resolved([replace(rescued(document), question="the rescued") for document in made], made)
    assert [len(question.accounts) for question in found] == [accounts]


def test_a_reprint_under_a_translated_title_is_the_same_report() -> None:
    """The heading tells nothing: the words below it do."""
    foreign = replace(reprint("flussbote", f"{LEAD} {TOLL} {MORE}"), title="Sieben Musiker sterben bei Brückeneinsturz")
    found, (wire_dead, _, dead_again, _) = found_in(WIRE, foreign)
    assert between(found, wire_dead, dead_again) == "copy"


def test_an_updated_report_keeps_what_it_took_over_and_adds_its_own() -> None:
    """The wire's second version with a new toll: the hospital figure is the same report, the toll a later one."""
    second = replace(
        WIRE,
        id="wire2",
        text=f"ILVAND - {LEAD} {(TOLL).replace('Seven', 'Nine')} {MORE} {LAST}",
        published="2031-06-09T06:00:00Z",
    )
    hurt, again = in_hospital(WIRE), in_hospital(second)
    seven, nine = dead(WIRE), quoted(second, "Nine musicians were killed", "9", counted="musicians")
    found = resolved([hurt, again, seven, nine], [WIRE, second])
    assert between(found, hurt, again) == "agree"
    assert between(found, seven, nine) == "revision"
    assert [len(question.accounts) for question in found] == [1, 1]


def test_two_agencies_that_quote_one_statement_are_two_reports_of_one_source() -> None:
    """Shared quotations make no copy of two reports; the figure that both quote is its speaker's, counted once."""
    quote = "“We have counted seven dead musicians, and we shall go on until every chair is accounted for,”"
    reports = [
        article(
            "d1",
            f"ILVAND (Reuters) - {quote} harbour master Ida Holm said after the footbridge fell on Saturday evening.",
            title="Seven dead in footbridge collapse",
            outlet="Tarn Gazette",
            published="2031-06-08T22:00:00Z",
        ),
        article(
            "d2",
            f"ILVAND (AFP) - Divers worked on at the broken bridge. {quote} said Ida Holm, the harbour master.",
            title="Search goes on at Ilvand",
            outlet="Karsk Post",
            published="2031-06-08T23:00:00Z",
        ),
    ]
    claims = [
        replace(quoted(each, "seven dead musicians", "7", "Ida Holm, harbour master"), question="the dead")
        for each in reports
    ]
    (question,) = found = resolved(claims, reports)
    assert len(question.accounts) == 1
    assert between(found, *claims) == "agree"


def test_articles_copies_and_origins_are_told_apart() -> None:
    """Four prints of one report and one paper of its own: five articles, three of them copies, two origins."""
    prints = [reprint(name, f"{LEAD} {TOLL} {MORE}") for name in ("tarn", "karsk", "lund")]
    own = article("own", "Seven musicians are dead, the Ilvand police said.", title="Seven dead", outlet="Ilvand Post")
    told = [replace(dead(each), question="the dead") for each in (WIRE, *prints)]
    police = replace(quoted(own, "Seven musicians are dead", "7", "Ilvand police"), question="the dead")
    (question,) = resolved([*told, police], [WIRE, *prints, own])
    support = support_of(question, {each.id: each for each in (*told, police)})
    assert (support.articles, support.copies, support.origins) == (5, 3, 2)
    assert str(support) == "5 articles (3 of them copies), 2 origins"


def test_one_article_is_one_article() -> None:
    """Nothing is put in the plural that is alone, and nothing is called a copy."""
    claim = replace(dead(WIRE), question="the dead")
    (question,) = resolved([claim], [WIRE])
    assert str(support_of(question, {claim.id: claim})) == "1 article, 1 origin"
