"""What stands on a page: the rules of `docs/reports.md`, state by state."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from report_cases import (
    BULLET,
    DOCTOR,
    GAZETTE,
    ISLAND,
    NINE,
    PHONE,
    QUESTION_ID,
    SECRETARY,
    UNION,
    all_accepted,
    exact,
    ferry,
    listed,
    many_accounts,
    on_hold,
    one_article,
    relation,
    settled,
    simple,
    site,
    small_site,
    span,
    states,
    struck_through,
)

from reconcile.model import (
    Claim,
    ClaimStatus,
    Document,
    DocumentKind,
    Modality,
    QuestionStatus,
    RelationKind,
    Scope,
    Source,
    Stance,
    VerdictKind,
)
from reconcile.report import wording
from reconcile.report.cards import side_by_side
from reconcile.report.cautions import panel, unread_chip, warnings
from reconcile.report.chart import chart
from reconcile.report.headline import facts, standing_line
from reconcile.report.moments import Wall, zone_of
from reconcile.report.outputs import OUTPUTS
from reconcile.report.pairs import pairs
from reconcile.report.passages import AROUND, quote, readings
from reconcile.report.records import as_csv, cell
from reconcile.report.render import template_folder
from reconcile.report.runs import Line, plain
from reconcile.report.sentence import sentence
from reconcile.report.sheet import Sheet, lay_out
from reconcile.report.site import files
from reconcile.report.timeline import timeline
from reconcile.report.views import Dossier, Reopened, SiteData, SourceNote

WALL = Wall(zone_of("UTC"))
NEVER = ("fake", "lie", "debunked", "true figure", "likely toll", "confidence", "admitted", "in truth")


class Page(HTMLParser):
    """The text, ids and links of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self._words: list[str] = []
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style", "title")
        for name, value in attrs:
            self.attributes.append((name, value or ""))
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style", "title")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    @property
    def text(self) -> str:
        """The words of the page, white space squeezed."""
        return " ".join("".join(self._words).split())


def sheet_of(dossier: Dossier) -> Sheet:
    """A dossier laid out in UTC."""
    return lay_out(dossier, WALL)


def page_of(dossier: Dossier) -> Page:
    """The page of a dossier."""
    return Page(html_of(dossier))


def html_of(dossier: Dossier) -> str:
    """The HTML of a dossier's page."""
    return OUTPUTS["html"](sheet_of(dossier), {}).decode()


def words_of(line: Line | None) -> str:
    """The bare text of a line."""
    assert line is not None
    return plain(line)


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


def printed(amount: int, outlet: str | None, day: str | None, who: str | None = None, **more: object) -> Dossier:
    """A question with one account in one document."""
    source: dict[str, object] = {"source": Source(who) if who else None}
    document = replace(Document(id=f"d1-{outlet}", outlet=outlet, published=day), **more)  # type: ignore[arg-type]
    return simple(f"p{amount}{outlet}", "How many?", [exact(amount)], document=document, claim=source)


def together(*dossiers: Dossier) -> Dossier:
    """The accounts of several questions as those of one."""
    questions = [one.question for one in dossiers]
    accounts = [
        replace(question.accounts[0], letter="ABCDEF"[place], origin=f"o-{place}", title=title)
        for place, question in enumerate(questions)
        for one in dossiers[place].claims.values()
        for title in [one.source.name if one.source else "Outlet"]
    ]
    return replace(
        dossiers[0],
        question=replace(
            questions[0], accounts=tuple(accounts), claims=tuple(id for one in questions for id in one.claims)
        ),
        claims={id: claim for one in dossiers for id, claim in one.claims.items()},
        documents={id: document for one in dossiers for id, document in one.documents.items()},
    )


OWN = {"kind": DocumentKind.OWN, "title": "phone, 9 in the morning"}


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


def two_figures() -> Dossier:
    """One office that holds two figures, and another that holds one."""
    made = simple("open", "How many boats were lost?", [exact(7), exact(12), exact(20)], attribute="boats lost")
    first, second, third = made.question.accounts
    joined = replace(first, claims=first.claims + second.claims, standing=first.standing + second.standing)
    claims = {**made.claims, second.claims[0]: replace(made.claims[second.claims[0]], source=Source("Office 1"))}
    return replace(made, claims=claims, question=replace(made.question, accounts=(joined, third)))


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


def test_warnings_tell_what_to_know_before_a_figure_is_used() -> None:
    """Unknown order, parties, a headline that goes further, what is taken for granted: each has its line."""
    told = [words_of(line) for line in warnings(sheet_of(ferry()))]
    assert [line.split(".")[0] for line in told] == [
        "The order of the statements is not known",
        "A is a party to the event",
        "The headline goes further than the text",
        "Taken for granted: “the losses” are taken to be deaths (A B C)",
    ]


def test_a_warning_is_said_once() -> None:
    """The same drift in two relations is one warning; what is taken for granted is said once with its accounts."""
    dossier = ferry()
    places = ("both are taken to be about Oru",)
    ways = tuple(
        replace(one, assumptions=places if one.kind is RelationKind.CONFLICT else one.assumptions)
        for one in dossier.question.relations
    )
    drift = [one for one in ways if one.kind is RelationKind.DRIFT]
    turned = relation(NINE, ISLAND, RelationKind.COMPATIBLE, "x", assumptions=("“a” and “b” are taken to be the same",))
    back = replace(turned, left=ISLAND.id, right=NINE.id, assumptions=("“b” and “a” are taken to be the same",))
    question = replace(dossier.question, relations=(*ways, *(replace(one, left="c1-x") for one in drift), turned, back))
    told = [words_of(line) for line in warnings(sheet_of(replace(dossier, question=question)))]
    assert len([line for line in told if "The headline goes further" in line]) == 1
    assert told[-1] == (
        "Taken for granted: all are taken to be about Oru (A B C D E); “a” and “b” are taken to be the same (A C)."
    )


def test_what_is_still_to_check_says_by_whom() -> None:
    """Every item can be done and begins with who does it."""
    todo = [words_of(line) for line in panel(sheet_of(ferry())).todo]
    assert todo
    assert all(line.startswith(("An editor: ", "The desk: ")) for line in todo)
    assert (
        "The desk: get the original statements of Harbour Authority, Deckhands’ Union and island committee of Oru"
        in todo
    )
    assert "The desk: ask whether what is taken for granted holds for A B and C" in todo
    assert len(todo) <= 6


def test_pairs_are_told_with_their_reason_contradictions_first() -> None:
    """Each pair has figures with letters, the result in the closed vocabulary and one reason."""
    rows = pairs(sheet_of(ferry()), {}).rows
    told = [(words_of(row.left), words_of(row.right), row.term.words, words_of(row.why)) for row in rows]
    assert told[0] == ("A 9", "B 25", "Cannot both be true", "9 and 25 are exact counts.")
    assert (
        "B 21",
        "B 25",
        "Replaced by its own source on 9 Jun 2031",
        "The union later gave 25 in place of 21.",
    ) in told
    assert ("25 in the bullet", "D up to 25") in [(left, right) for left, right, _, _ in told]
    looks = [row.term.words == "Cannot both be true" for row in rows]
    assert looks == sorted(looks, reverse=True)
    letters = [row.left[0].text for row in rows if row.term.words == "Cannot both be true"]
    assert letters == sorted(letters)
    assert all(row.why for row in rows)


def test_a_replaced_figure_is_compared_with_nothing_more() -> None:
    """The pair of a figure that its own source replaced has no row; the replacement itself has one."""
    dossier = ferry()
    past = relation(UNION, ISLAND, RelationKind.CONFLICT, "21 and 32 are exact counts.")
    made = replace(dossier, question=replace(dossier.question, relations=(past, *dossier.question.relations)))
    told = [words_of(row.why) for row in pairs(sheet_of(made), {}).rows]
    assert "21 and 32 are exact counts." not in told
    assert "The union later gave 25 in place of 21." in told


def test_a_headline_is_only_compared_with_its_own_text() -> None:
    """A bullet has a row where it goes further than its text; against other accounts it is not counted again."""
    dossier = ferry()
    against = relation(BULLET, NINE, RelationKind.CONFLICT, "25 and 9 are exact counts.", assumptions=("odd words",))
    made = replace(dossier, question=replace(dossier.question, relations=(*dossier.question.relations, against)))
    assert len(pairs(sheet_of(made), {}).rows) == len(pairs(sheet_of(dossier), {}).rows)
    assert "odd words" not in " ".join(words_of(line) for line in warnings(sheet_of(made)))


def test_rows_that_say_the_same_are_one_row() -> None:
    """Two claims of one account against a third, with one result and one reason, are told once."""
    dossier = ferry()
    again = relation(SECRETARY, ISLAND, RelationKind.CONFLICT, "25 and 32 are exact counts.")
    made = replace(dossier, question=replace(dossier.question, relations=(*dossier.question.relations, again)))
    assert len(pairs(sheet_of(made), {}).rows) == len(pairs(sheet_of(dossier), {}).rows)


@pytest.mark.parametrize(
    ("kind", "rule", "words"),
    [
        (RelationKind.SCOPE, "scope.population", "May both be true: not the same group of people"),
        (RelationKind.SCOPE, "scope.window", "Cannot compare: dates differ"),
        (RelationKind.SCOPE, "scope", "May both be true: not the same question"),
        (RelationKind.CONFLICT, "denial", "Denied"),
        (RelationKind.CONFLICT, "conflict", "Cannot both be true"),
        (RelationKind.COPY, "copy", "The same report, printed twice"),
        (RelationKind.UNCLEAR, "unclear", "Cannot tell"),
    ],
)
def test_relations_have_closed_names(kind: RelationKind, rule: str, words: str) -> None:
    """What a relation is called follows from its kind, for scope and denial from its rule."""
    assert wording.relation(kind, rule).words == words


def test_the_vocabulary_is_complete() -> None:
    """Every status, relation, verdict and firmness of the model has its words."""
    assert set(wording.STATUSES) == set(wording.LEADS) == set(wording.HOLDS_NOW) == set(QuestionStatus)
    assert set(wording.RELATIONS) == set(RelationKind)
    assert set(wording.VERDICTS) == set(VerdictKind)
    assert set(wording.FIRMNESS) == set(Modality)


def test_more_pairs_than_a_page_can_hold_are_counted_and_linked() -> None:
    """Of 1,770 pairs the first 60 are shown and the page says where the others stand."""
    told = pairs(sheet_of(many_accounts()), {})
    assert (len(told.rows), told.left_out) == (60, 1710)
    assert "1710 more pairs stand in q1-many60.json" in page_of(many_accounts()).text


def test_seven_accounts_leave_cards_for_the_extremes_and_a_table() -> None:
    """Up to six accounts each have a card; of more the extremes have one and the rest stand in a table."""
    assert html_of(states()["shapes"]).count('<article class="card ') == 6
    html = html_of(many_accounts(7))
    assert html.count('<article class="card ') == 4
    assert html.count('<table class="others">') == 1
    assert {"account-a", "account-g"} <= set(Page(html).ids)


def test_the_timeline_tells_what_is_not_stated() -> None:
    """A statement without a time is hollow and stands with the document that printed it."""
    moments = timeline(sheet_of(ferry()))
    hollow = [moment for moment in moments if moment.hollow]
    assert [moment.when for moment in hollow] == ["Time not stated, printed Sun 8 June 2031, 06:30 UTC"]
    assert moments[0].when == "7 June 2031"
    assert [moment.when for moment in moments][-2:] == ["Mon 9 June 2031", "Mon 9 June 2031, 11:00 UTC"]


def test_quotations_are_marked_exactly() -> None:
    """The marked words are the stored quotation, character by character, in their context."""
    told = quote(BULLET, GAZETTE)
    assert told is not None
    assert [run.text for run in told.line if run.style == "mark"] == ["killed 25"]
    assert words_of(told.line) == "• Union says blaze that killed 25 began in the engine room"


def test_context_is_cut_at_words_and_paragraphs() -> None:
    """Context never reaches into the next paragraph nor beyond 90 characters."""
    text = "First paragraph.\n" + "word " * 60 + "twelve dead" + " word" * 60 + "\nLast."
    document = Document(id="d1-long", text=text)
    start = text.index("twelve")
    claim = replace(BULLET, quote="twelve dead", span=replace(BULLET.span, start=start, end=start + 11))  # type: ignore[type-var]
    told = words_of(quote(claim, document).line)  # type: ignore[union-attr]
    assert told.startswith("…word ")
    assert told.endswith(" word…")
    assert len(told) <= 2 * AROUND + 13


def test_a_quotation_that_is_not_in_the_text_is_said_to_be_missing() -> None:
    """Where the stored text does not hold the quotation at its place, the page says so instead of guessing."""
    dossier = ferry()
    moved = {**dossier.documents, GAZETTE.id: replace(GAZETTE, text="Another text altogether.")}
    text = page_of(replace(dossier, documents=moved)).text
    assert "6 quotations not found where they should stand." in text


def test_passages_carry_the_letters_of_their_accounts() -> None:
    """Every paragraph that is used stands once, in its order, with the letters of the accounts that rest on it."""
    first, *_ = readings(sheet_of(ferry()))
    told = [(one.number, [tag.letter for tag in one.tags], one.skipped) for one in first.paragraphs]
    assert told == [
        ("¶ 1", ["D"], ""),
        ("¶ 2", [], ""),
        ("¶ 3", ["A"], ""),
        ("", [], "One paragraph left out"),
        ("¶ 5", ["B", "A1"], ""),
        ("¶ 6", ["C"], ""),
    ]


def test_withdrawn_and_corrected_claims_stay_struck_through() -> None:
    """Nothing disappears: the former figure is struck, with who did it, when and why."""
    html = html_of(struck_through())
    text = Page(html).text
    assert "<s><bdi>6</bdi></s>" in html
    assert "<s><bdi>40</bdi></s>" in html
    assert "Corrected 9 June 2031, 10:00 UTC by J. Quill: Misread at first" in text
    assert "Withdrawn 9 June 2031, 10:30 UTC by J. Quill: Wrong ship" in text
    assert "1 claim withdrawn and 1 claim corrected." in text


def test_part_and_whole_share_a_page() -> None:
    """A question that counts a part stands on the page of its whole, its accounts numbered apart."""
    text = page_of(ferry()).text
    assert "A part of the total" in text
    assert "How many of the passengers killed on the ferry Tessaly were children?" in text
    assert "A1" in text


def test_a_private_name_gives_way_to_its_public_label_everywhere() -> None:
    """Where the desk has put down a public label, the private name is in no file of the site."""
    assert DOCTOR.source is not None
    for name, content in files(small_site()):
        assert "Inna Vesk" not in content.decode(), name
    listed_one = replace(listed(), note=SourceNote(label="a nurse"))
    for name, content in files(SiteData(listed=(listed_one,))):
        assert "St Osk" not in content.decode(), name


def test_a_listed_question_shows_its_quotation_source_and_outlet() -> None:
    """A question with one claim has no page; the index shows what there is."""
    nurse = replace(listed(), note=SourceNote(label="a nurse"))
    index = Page(dict(files(replace(small_site(), listed=(nurse,))))["index.html"].decode())
    for words in ("How many people were injured", "We treated 40.", "a nurse", "phone, 23:10"):
        assert words in index.text
    assert "q1-ferryinjured.html" not in index.links


def test_the_index_tells_what_is_new_and_what_fell_silent() -> None:
    """Counts, what the last run changed, and inputs that have fallen silent."""
    index = Page(dict(files(site()))["index.html"].decode())
    assert "Silent: feeds/tribune.jsonl, nothing since 20 June 2031, 00:00 UTC" in index.text
    assert "0 questions new" in index.text
    assert "sha256:0f1e2d3c" in index.text


def test_json_keeps_numbers_and_csv_disarms_formulas() -> None:
    """Numbers are numbers in JSON; a cell that a spreadsheet would run gets a quote mark."""
    dossier = simple("cold", "How cold?", [exact(-12, "-12", unit="°C")], claim={"quote": "=1+1"})
    record = json.loads(OUTPUTS["json"](sheet_of(dossier), {}))
    assert record["claims"][0]["low"] == -12
    (row,) = csv.DictReader(io.StringIO(OUTPUTS["csv"](sheet_of(dossier), {}).decode()))
    assert row["quote"] == "'=1+1"
    assert row["low"] == "'-12"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])
def test_risky_cells_get_a_quote_mark(text: str) -> None:
    """A cell never begins with a sign that makes it a formula."""
    assert cell(text) == f"'{text}"


def test_csv_holds_line_breaks_and_quotes() -> None:
    """A cell with a line break, a comma or a quote comes back as it was."""
    (row,) = csv.DictReader(io.StringIO(as_csv([{"a": 'x, "y"\nz'}], ["a"]), newline=""))
    assert row["a"] == 'x, "y"\nz'


def linked(dossier: Dossier) -> list[dict[str, object]]:
    """The JSON-LD items of a page."""
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', html_of(dossier), re.DOTALL)
    assert match is not None
    items: list[dict[str, object]] = json.loads(match[1])["@graph"]
    return items


def test_claim_review_only_after_a_decision() -> None:
    """Claims are given to machines as `Claim`; a `ClaimReview` is there only once an editor has decided."""
    assert {item["@type"] for item in linked(ferry())} == {"Claim"}
    assert {item["@type"] for item in linked(settled())} == {"Claim", "ClaimReview"}


HOSTILE = (
    "<script>document.title='pwned'</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(2)</script>",
    "' onmouseover='alert(3)",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(4)",
    "<!-- --!><svg onload=alert(5)>",
    "&lt;b&gt;&amp;",
)


def everywhere(text: str) -> Dossier:
    """The ferry with a text in every field that somebody else wrote."""
    dossier = ferry(changed_at=text)

    def swap(claim: Claim) -> Claim:
        person = None if claim.document == PHONE.id else text  # the name of our own source would be taken out
        scope = replace(claim.scope, event=text, counted=text, population=text, place=text, definition=text)
        source = (
            replace(claim.source, name=f"{claim.id} {text}", body=text, role=text, person=person)
            if claim.source
            else None
        )
        return replace(claim, quote=text, span=None, scope=scope, source=source, via=(text,), said_at=text, as_of=text,
                       note=text, translation=text, value=replace(claim.value, words=text))  # fmt: skip

    def document(one: Document) -> Document:
        return replace(one, outlet=text, title=text, url=text, published=text, byline=text, lang=text, text=text)

    accounts = tuple(replace(one, title=text) for one in dossier.question.accounts)
    relations = tuple(replace(one, why=text, assumptions=(text,)) for one in dossier.question.relations)
    question = replace(dossier.question, title=text, name=text, accounts=accounts, relations=relations)
    return replace(
        dossier,
        question=question,
        parts=tuple(replace(part, title=text) for part in dossier.parts),
        claims={id: swap(one) for id, one in dossier.claims.items()},
        documents={id: document(one) for id, one in dossier.documents.items()},
        verdicts=tuple(replace(one, editor=text, note=text, at=text, would_settle=text) for one in settled().verdicts),
        history=tuple(replace(one, what=text, editor=text, note=text) for one in dossier.history),
        struck=tuple(replace(one, source=text, note=text) for one in struck_through().struck),
        sources={f"{NINE_ID} {text}": SourceNote(text, text, True)},
    )


NINE_ID = "c1-nine00000000"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_and_stay_texts(text: str) -> None:
    """Markup in any field appears literally and adds no element, attribute or link."""
    page, plain_page = page_of(everywhere(text)), page_of(everywhere("harmless"))
    assert " ".join(text.split()) in page.text
    assert [name for name, _ in page.attributes] == [name for name, _ in plain_page.attributes]
    assert sorted(page.ids) == sorted(plain_page.ids)
    assert not [link for link in page.links if link.casefold().startswith("javascript")]


def test_templates_escape_everything() -> None:
    """No template switches escaping off, sets a style or leaves a value outside quotes."""
    for path in sorted(template_folder().glob("*.html")):
        source = path.read_text("utf-8")
        assert "|safe" not in source.replace(" ", ""), path.name
        assert "autoescape" not in source, path.name
        assert "style=" not in source, path.name
        assert not re.search(r"=\{\{", source), path.name


def test_the_index_records_follow_the_index() -> None:
    """questions.json lists the questions in the order of the index, with the file of each page."""
    records = json.loads(dict(files(small_site()))["questions.json"])
    assert [(one["id"], one["page"]) for one in records] == [
        (QUESTION_ID, f"{QUESTION_ID}.html"),
        ("q1-ferryinjured", None),
    ]


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
