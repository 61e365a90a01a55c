"""What stands on a page: the rules of `docs/reports.md`, state by state."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from report_cases import all_accepted, many_accounts, on_hold, settled, simple, small_site, states
from report_ferry import ISLAND, QUESTION_ID, exact, ferry, listed
from report_pages import NEVER, Page, html_of, linked, page_of, sheet_of

from reconcile.model import (
    ClaimStatus,
    QuestionStatus,
)
from reconcile.report.cautions import panel
from reconcile.report.outputs import OUTPUTS
from reconcile.report.site import files
from reconcile.report.views import Dossier, Reopened, SiteData


@pytest.mark.parametrize("name", list(states()))
def test_every_state_has_a_page(name: str) -> None:
    """Each state is shown with its question as the one h1, every id once, and a place for every account."""
    dossier = states()[name]
    page = page_of(dossier)
    assert html_of(dossier).count("<h1") == 1
    assert len(page.ids) == len(set(page.ids))
    sheet = sheet_of(dossier)
    assert {tag.anchor for tag in sheet.tags.values()} <= set(page.ids)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


@pytest.mark.parametrize("name", list(states()))
def test_no_page_carries_style_attributes_or_handlers(name: str) -> None:
    """No style=, no on…= and nothing from elsewhere is needed to read a page."""
    page = page_of(states()[name])
    assert not [attribute for attribute, _ in page.attributes if attribute == "style" or attribute.startswith("on")]
    loaded = [link for link in page.links if link.endswith((".css", ".js"))]
    assert all(re.fullmatch(r"report-[0-9a-f]{12}\.(css|js)", link) for link in loaded)


def test_accepted_figures_can_be_copied() -> None:
    """Once every figure is accepted the copy button is there and [unchecked] is gone."""
    html = html_of(all_accepted())
    assert "[unchecked]" not in html
    assert 'data-copy="sentence"' in html


def test_one_unread_figure_is_enough_to_hold_the_button_back() -> None:
    """A single proposed figure among accepted ones keeps the sentence unchecked."""
    dossier = all_accepted()
    claims = {**dossier.claims, ISLAND.id: replace(dossier.claims[ISLAND.id], status=ClaimStatus.PROPOSED)}
    assert panel(sheet_of(replace(dossier, claims=claims))).unchecked


def test_a_hold_hides_the_sentence_and_stands_at_the_top() -> None:
    """A question on hold shows why and until when before anything else, and no sentence at all."""
    page = page_of(on_hold())
    assert "said 25 were killed" not in page.text
    assert page.text.index("On hold: do not use") < page.text.index("How many passengers were killed in the fire", 500)
    assert "Families are not told yet." in page.text
    assert "12 June 2031" in page.text
    index = Page(dict(files(small_site(on_hold())))["index.html"].decode())
    assert index.text.index("On hold: do not use") < index.text.index("How many passengers")


def test_a_decision_stands_above_with_its_reason_and_the_older_one_below() -> None:
    """The newest verdict is shown with editor, time, reason, figure; the one before it stays visible."""
    text = page_of(settled()).text
    for words in ("Settled by an editor", "J. Quill", "Both lists were compared by name.", "The coroner’s list"):
        assert words in text
    assert text.index("Both lists were compared by name.") < text.index("Waiting for the list of passengers.")


def test_a_reopened_decision_is_shown_with_what_became_of_it() -> None:
    """A decision whose claim was withdrawn does not stand, but its words, its editor and the reason stay."""
    verdict = settled().verdicts[-1]
    undone = Reopened(verdict, "2031-06-11T09:00:00+00:00", "a claim was withdrawn")
    dossier = ferry(reopened=(undone,))
    text = page_of(dossier).text
    assert "Decision reopened" in text
    assert "Settled at 25, then reopened" in text
    assert "J. Quill, 10 June 2031, 08:00 UTC" in text
    assert "Reopened because a claim was withdrawn on 11 June 2031, 09:00 UTC." in text
    assert "None stands now." in text
    assert "None recorded" not in text
    assert {item["@type"] for item in linked(dossier)} == {"Claim"}
    record = json.loads(OUTPUTS["json"](sheet_of(dossier), {}))
    assert (record["verdicts"], record["reopened"][0]["reason"]) == ([], "a claim was withdrawn")


def test_the_program_recommends_nothing() -> None:
    """Without a decision the page says so and gives the command to record one; it never advises a figure."""
    text = page_of(ferry()).text
    assert "None recorded." in text
    assert f"reconcile decide {QUESTION_ID} --verdict unresolved" in text
    assert not [word for word in ("recommend", "advice", "What to publish") if word in text]


@pytest.mark.parametrize("name", list(states()))
def test_forbidden_words_are_never_ours(name: str) -> None:
    """No page says of itself that something is a lie, the true figure or likely."""
    text = page_of(states()[name]).text.casefold()
    assert not [word for word in NEVER if re.search(rf"\b{word}\b", text)]


@pytest.mark.parametrize(("amount", "beside"), [(7, True), (20, False)])
def test_a_long_chart_takes_the_whole_width(amount: int, beside: bool) -> None:
    """Beyond ten accounts the chart stands below the panel, so that no column ends long before the other."""
    html = html_of(many_accounts(amount))
    assert (html.index('<figure class="chart"') < html.index('<aside class="panel"')) is beside


def test_what_is_to_check_leaves_a_panel_that_would_be_too_long() -> None:
    """The list stands in the panel, but outside it where the panel would end long after the other column."""
    places = []
    for dossier in (many_accounts(9), settled()):
        html = html_of(dossier)
        places.append(html.index('<aside class="panel"') < html.index("Still to check") < html.index("</aside>"))
    assert places == [True, False]


def test_the_index_begins_with_what_is_held_then_what_is_new_then_what_is_disputed() -> None:
    """Held questions first, then the newest change; of one run the contested, those that fit, single accounts."""
    agreed, single = QuestionStatus.AGREED, QuestionStatus.SINGLE_ORIGIN
    old = replace(simple("old", "Old?", [exact(1), exact(2)]), revision=1)
    made = [
        replace(listed(), revision=5, question=replace(listed().question, id="q1-listed")),
        old,
        simple("single", "Single?", [exact(4)], status=single),
        simple("b", "B?", [exact(1), exact(1)], status=agreed),
        simple("a", "A?", [exact(1), exact(1)], status=agreed),
        simple("clash", "Clash?", [exact(1), exact(2)]),
        replace(on_hold(), revision=1),
    ]
    dossiers = tuple(one for one in made if isinstance(one, Dossier))
    index = dict(files(SiteData(dossiers=dossiers, listed=(made[0],))))["index.html"].decode()  # type: ignore[arg-type]
    assert re.findall(r'<article class="q [^"]*" id="([^"]+)"', index) == [
        *(QUESTION_ID, "q1-clash", "q1-a", "q1-b", "q1-single", "q1-listed", "q1-old"),
    ]
