"""The line, the counts and the sentence of a page: every figure with its source, nothing more than was said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from report_cases import many_accounts, one_article, simple
from report_ferry import exact, ferry, span
from report_pages import OWN, html_of, page_of, printed, sheet_of, together, two_figures, words_of

from reconcile.model import (
    Document,
    DocumentKind,
    Modality,
    Scope,
    Source,
    Stance,
)
from reconcile.report.cards import side_by_side
from reconcile.report.cautions import unread_chip, warnings
from reconcile.report.chart import chart
from reconcile.report.headline import facts, standing_line
from reconcile.report.sentence import sentence
from reconcile.report.views import Dossier


def test_the_line_names_every_figure_with_its_source_ascending() -> None:
    """All standing figures stand in one line from the lowest on, a replaced one struck before the newer one."""
    line = words_of(standing_line(sheet_of(ferry()), ferry().question))
    assert line == (
        "Reports disagree: 9 (Harbour Authority) – at least 14 (a surgeon at the hospital) – 21 → 25, 9 Jun 2031 "
        "(Deckhands’ Union) – up to 25 (Officials, not named) – 32 (island committee of Oru)."
    )


def test_one_article_holds_accounts_rather_than_reports() -> None:
    """Where everything stands in one article, accounts disagree, not reports; and a warning says so."""
    sheet = sheet_of(one_article())
    assert words_of(standing_line(sheet, sheet.dossier.question)).startswith("Accounts disagree: 3 (Office 1) – 5 ")
    assert "Everything here comes from one Sall Gazette article." in words_of(warnings(sheet)[0])


def test_many_figures_are_told_by_their_extremes() -> None:
    """Up to eight figures stand in the line; of more the four lowest and the four highest, and how many are left."""
    eight = words_of(standing_line(sheet_of(many_accounts(8)), many_accounts(8).question))
    assert eight.count("(Office") == 8
    assert "more" not in eight
    line = words_of(standing_line(sheet_of(many_accounts()), many_accounts().question))
    assert line == (
        "Accounts disagree: 1 (Office 1) – 4 (Office 2) – 7 (Office 3) – 10 (Office 4) – … – 169 (Office 57) – "
        "172 (Office 58) – 175 (Office 59) – 178 (Office 60), and 52 more figures below."
    )


def test_counts_tell_accounts_outlets_originals_and_range() -> None:
    """Separate accounts, outlets, original statements, and the lowest to the highest figure."""
    told = [f"{fact.words} {fact.number}" for fact in facts(sheet_of(ferry()), ferry().question)]
    assert told == ["separate accounts 5", "news outlets 2", "original statement seen 1", "lowest to highest: 9 to 32"]


def test_outlets_of_one_family_count_once() -> None:
    """Two outlets of one owner are one outlet in the counts."""
    dossier = ferry(families={"Sall Gazette": "Sall Media", "Oru Tribune": "Sall Media"})
    assert facts(sheet_of(dossier), dossier.question)[1].number == "1"


def test_the_sentence_gives_each_source_its_verb_lowest_first() -> None:
    """Each source has its own verb and hedge, numbers below ten are words, outlets and dates come last."""
    assert words_of(sentence(sheet_of(ferry()), ferry().question)) == (
        "The Harbour Authority put the number of passengers killed at nine, officials said up to 25 were killed and "
        "the island committee of Oru said 32 were killed, Sall Gazette reported on 8 June 2031. A surgeon at the "
        "hospital said at least 14 were killed, according to our own reporting by phone on 8 June 2031. The "
        "Deckhands’ Union said 25 were killed, Oru Tribune reported on 9 June 2031."
    )


@pytest.mark.parametrize(
    ("dossiers", "told"),
    [
        (
            [printed(9, "Beta Times", "2024-05-03", "police"), printed(12, None, "2024-05-04", "A nurse", **OWN)],
            "Police said nine were killed, Beta Times reported on 3 May 2024. "
            "A nurse said 12 were killed, according to our own reporting by phone on 4 May 2024.",
        ),
        (
            [
                printed(25, name, f"2024-05-0{day}", "officials")
                for day, name in enumerate(("Alpha", "Beta", "Gamma"), 1)
            ],
            "Officials, in three reports, said 25 were killed, Alpha reported on 1 May 2024, Beta on 2 May 2024 and "
            "Gamma on 3 May 2024.",
        ),
        (
            [printed(25, name, "2024-05-01", "officials") for name in ("Alpha", "Beta")],
            "Officials, in two reports, said 25 were killed, Alpha and Beta reported on 1 May 2024.",
        ),
        (
            [printed(12, "Alpha", "2024-05-01")],
            "Alpha reported on 1 May 2024 that 12 were killed.",
        ),
        (
            [printed(12, "the ministry", "2024-05-01", "the ministry", kind=DocumentKind.RELEASE)],
            "The ministry said 12 were killed, in a statement on 1 May 2024.",
        ),
    ],
)
def test_each_figure_is_credited_to_those_who_printed_it(dossiers: list[Dossier], told: str) -> None:
    """Outlets are named with their own figures and days only, own reporting apart; equal unnamed sources join."""
    made = together(*dossiers)
    assert words_of(sentence(sheet_of(made), made.question)) == told


def test_a_title_behind_a_name_ends_with_a_comma_and_a_pronoun_hides_no_article() -> None:
    """ "Tam Orlo, head of the union, said"; and "the" stands before a body that the text names with it."""
    head = printed(9, "Alpha", "2024-05-01", "Tam Orlo, head of the union")
    assert words_of(sentence(sheet_of(head), head.question)).startswith("Tam Orlo, head of the union, said nine")
    text = "The guild met. It said that 9 died."
    meant = printed(9, "Alpha", "2024-05-01", "guild", text=text)
    (claim,) = meant.claims.values()
    claim = replace(claim, source_span=span(next(iter(meant.documents.values())), "It"))
    meant = replace(meant, claims={claim.id: claim})
    assert words_of(sentence(sheet_of(meant), meant.question)) == (
        "The guild said nine were killed, Alpha reported on 1 May 2024."
    )


def test_two_open_figures_of_one_account_are_both_shown() -> None:
    """Chart, card, line and sentence give every figure that an account holds."""
    dossier = two_figures()
    sheet = sheet_of(dossier)
    line = words_of(standing_line(sheet, dossier.question))
    assert line == "Accounts disagree: 7 (Office 1) – 12 (Office 1) – 20 (Office 3)."
    drawn = chart(sheet, dossier.question)
    assert drawn is not None
    assert [(len(lane.marks), lane.figure.plain, lane.beside) for lane in drawn.lanes] == [
        (2, "12", ("7",)),
        (1, "20", ()),
    ]
    assert "also stands at 7" in page_of(dossier).text
    assert words_of(sentence(sheet, dossier.question)).startswith(
        "Office 1 put the number at seven, Office 1 put it at 12 and"
    )


def test_accounts_that_share_a_title_carry_their_outlet() -> None:
    """Unnamed officials of two newspapers are told apart by the newspaper; a title of its own stays bare."""
    made = together(
        *(printed(25, name, "2024-05-01", "officials") for name in ("Alpha", "Beta")),
        printed(9, "Alpha", "2024-05-01", "the guild"),
    )
    cards = side_by_side(sheet_of(made), made.question).cards
    assert [card.title.text for card in cards] == ["Officials (Alpha)", "Officials (Beta)", "The guild"]


@pytest.mark.parametrize(
    ("name", "person", "told"),
    [("officials", None, True), ("Tam Orlo, union spokesman", None, False), ("spokesman", "Tam Orlo", False)],
)
def test_not_named_never_stands_under_a_name(name: str, person: str | None, told: bool) -> None:
    """ "not named" is said of a kind of people, never of a person."""
    dossier = simple("who", "How many?", [exact(3)], claim={"source": Source(name, person=person)})
    assert ("not named" in page_of(dossier).text) is told


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        (Scope(counted="sheep drowned"), "“sheep drowned”"),
        (Scope(counted="animals"), "animals"),
        (Scope(attribute="deaths"), "not stated"),
        (Scope(population="sheep", place="Oru"), "“sheep”, Oru"),
    ],
)
def test_what_is_counted_is_quoted_only_in_the_claim_s_own_words(scope: Scope, told: str) -> None:
    """Words of the claim stand in quotes, words of ours without, and what is not stated is said to be so."""
    dossier = simple("sheep", "How many?", [exact(3)], claim={"scope": scope, "quote": "Three sheep drowned on Oru"})
    rows = {row.label: words_of(row.line) for row in side_by_side(sheet_of(dossier), dossier.question).cards[0].rows}
    assert rows["What is counted"] == told


@pytest.mark.parametrize(
    ("dossier", "told"),
    [
        (simple("one", "How many?", [exact(1)]), "Office 1 said one was killed, Sall Gazette reported on 1 July 2031."),
        (
            simple("deny", "How many?", [exact(32)], claim={"stance": Stance.DENIES}),
            "Office 1 denied that 32 were killed, Sall Gazette reported on 1 July 2031.",
        ),
        (
            simple("may", "How many?", [exact(3)], claim={"modality": Modality.POSSIBLE}),
            "Office 1 said three may have been killed, Sall Gazette reported on 1 July 2031.",
        ),
        (
            simple("age", "How old?", [exact(20, unit="year")], attribute="age"),
            "Office 1 put the age at 20 years, Sall Gazette reported on 1 July 2031.",
        ),
        (
            simple("bare", "How many?", [exact(3)], document=Document(id="d1-bare")),
            "Office 1 said three were killed.",
        ),
    ],
)
def test_sentences_of_one_source(dossier: Dossier, told: str) -> None:
    """A sentence keeps denial, possibility and unit, and names the outlet only where it is stated."""
    assert words_of(sentence(sheet_of(dossier), dossier.question)) == told


def test_unread_figures_cannot_be_copied_by_a_click() -> None:
    """Until every figure of the sentence is accepted it says [unchecked] and has no copy button."""
    html = html_of(ferry())
    assert "[unchecked]" in html
    assert "data-copy" not in html
    assert unread_chip(sheet_of(ferry())) == "machine-read, 0 of 8 checked, 1 by hand"
