"""What a desk is warned of: totals that fell, parts above their whole, figures that a document does not hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from resolve_cases import article, claim, quoted, resolved

from reconcile.model import Bound, Claim, Document, Kind, Relation, RelationKind, Value
from reconcile.resolve.relations.alerts import ALERTS, Alert, fallen_totals, not_in_document, parts_above_whole
from reconcile.values import parse


def fallen(older: tuple[str, str], newer: tuple[str, str], attribute: str = "deaths") -> list[Alert]:
    """The alerts on two reports of one harbour office, each a figure and the sentence around it."""
    made = []
    for day, (figure, text) in enumerate((older, newer), 2):
        document = article(f"d{day}", text, outlet="Harbour Office", published=f"2031-03-0{day}T09:00:00Z")
        made.append((document, quoted(document, figure, figure, attribute=attribute, counted="dockers")))
    claims = [replace(each, question="the crane") for _, each in made]
    questions = resolved(claims, [document for document, _ in made])
    known = {each.id: each for each in claims}
    return [alert for question in questions for alert in fallen_totals(question, known, {d.id: d for d, _ in made})]


@pytest.mark.parametrize(
    ("newer", "names"),
    [
        ("9 dockers are dead.", ["fell"]),
        ("9 dockers are dead, the office said in a corrected statement.", []),
        ("9 dockers are dead and not 14, the office said.", []),
        ("At first it had counted some of the dockers twice; 9 dockers are dead.", []),
        ("17 dockers are dead.", []),
        ("14 dockers are dead.", []),
    ],
    ids=["no word of why", "corrected", "and not 14", "counted twice", "it rose", "it stayed"],
)
def test_a_total_of_the_dead_that_fell_is_told_unless_the_report_says_why(newer: str, names: list[str]) -> None:
    """14 dead on Monday, 9 on Tuesday from the same office: somebody erred, and the report does not say who."""
    found = fallen(("14", "14 dockers are dead."), (newer.split()[0] if newer[0] in "19" else "9", newer))
    assert [alert.name for alert in found] == names


def test_the_missing_may_become_fewer() -> None:
    """People who are missing are found, so a lower figure is news, not a slip."""
    assert fallen(("14", "14 dockers are missing."), ("9", "9 dockers are missing."), attribute="missing") == []


def test_a_fallen_total_names_both_figures_and_the_newer_claim_first() -> None:
    """The sentence can stand in a mail, and the claim to look at is the newer one."""
    (alert,) = fallen(("14", "14 dockers are dead."), ("9", "9 dockers are dead."))
    assert alert.why == "14 fell to 9, and the report does not say why."
    assert len(alert.claims) == 2


def parts(whole: str, *told: tuple[str, str], place: bool = False) -> list[Alert]:
    """The alerts on a whole and its parts, each given by its figure and whom, or where, it counts."""
    total = claim(whole, "governor", counted="people rescued", attribute="rescued")
    scopes = [{"place": who} if place else {"counted": f"{who} rescued"} for _, who in told]
    made = [
        claim(figure, "governor", attribute="rescued", **scope) for (figure, _), scope in zip(told, scopes, strict=True)
    ]
    (question, *_) = resolved([total])
    relations = tuple(
        Relation(total.id, each.id, RelationKind.PART_OF, "part_of", "A part.", question.id, "q") for each in made
    )
    known: dict[str, Claim] = {each.id: each for each in (total, *made)}
    return list(parts_above_whole([replace(question, relations=relations)], known))


@pytest.mark.parametrize(
    ("whole", "told", "counted"),
    [
        ("52", [("11", "children")], []),
        ("52", [("60", "children")], [2]),
        ("52", [("up to 60", "children")], []),
        ("about 52", [("55", "children")], []),
        ("at least 52", [("60", "children")], []),
        ("52", [("30", "passengers"), ("20", "crew")], []),
        ("52", [("30", "passengers"), ("25", "crew")], [3]),
        ("52", [("30", "passengers"), ("25", "women")], []),
        ("52", [("30", "women"), ("25", "children")], [3]),
        ("52", [("40", "children"), ("40", "schoolchildren")], []),
        ("52", [("60", "passengers"), ("20", "crew")], [2]),
    ],
)
def test_parts_above_their_whole_are_told(whole: str, told: list[tuple[str, str]], counted: list[int]) -> None:
    """One part, or parts that leave nobody counted twice, above all that the whole allows; bounds leave room."""
    assert [len(alert.claims) for alert in parts(whole, *told)] == counted


def test_places_are_added_up_where_they_are_not_the_same_place() -> None:
    """30 in Orvo and 25 in Tarn are more than 52; 30 in Orvo and 25 in Orvo harbour may be the same people."""
    (alert,) = parts("52", ("30", "Orvo"), ("25", "Tarn"), place=True)
    assert alert.why == "30 + 25 is more than the whole of which they are parts (52)."
    assert parts("52", ("30", "Orvo"), ("25", "Orvo harbour"), place=True) == []


REPORT = article(
    "d1",
    "Nobody was hurt on 4 March, but a dozen barns, some 1,200 sheep and 61 metres of quay were lost. "
    "The damage is put at $4.2 million.",
    published="2031-03-06",
)


def cited(words: str, document: Document = REPORT) -> Claim:
    """A claim typed in, which cites a report without a place in it."""
    return claim(words, "harbour office", document=document.id)


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("12", True),
        ("a dozen", True),
        ("at least 1,200", True),
        ("none", True),
        ("200 feet", True),
        ("$4.2 million", True),
        ("4.2 million", True),
        ("13", False),
        ("120", False),
        ("61 km", False),
        ("between 12 and 20", False),
        ("€4.2 million", False),
    ],
)
def test_a_figure_that_the_cited_text_does_not_hold_is_told(words: str, held: bool) -> None:
    """The figure is looked for among the figures of the text, in whatever unit and with whatever bound."""
    alert = not_in_document(cited(words), REPORT)
    assert (alert is None) is held
    assert alert is None or alert.why.startswith("The document that is cited does not hold ")


def test_a_day_is_looked_for_among_the_days_of_the_text() -> None:
    """The fourth of March is told, the fifth is not."""
    for day, held in ((4, True), (5, False)):
        value = Value(Kind.DATE, date(2031, 3, day), date(2031, 3, day), Bound.EXACT, words=f"{day} March")
        assert (not_in_document(replace(cited("1"), value=value), REPORT) is None) is held


def test_words_are_looked_for_as_they_are_quoted() -> None:
    """A statement in words is held where its quotation stands in the text, whatever the line breaks."""
    spoken = replace(cited("1"), value=Value(Kind.TEXT, words="unhurt"))
    assert not_in_document(replace(spoken, quote="Nobody\nwas hurt"), REPORT) is None
    assert not_in_document(replace(spoken, quote="Everybody was hurt"), REPORT) is not None


def test_a_document_whose_text_is_not_held_tells_nothing() -> None:
    """A claim from a phone call or a page that nobody kept is no finding."""
    assert not_in_document(cited("13"), replace(REPORT, text=None)) is None


def test_every_alert_has_a_sentence() -> None:
    """The names by which alerts are excepted are those of the table."""
    assert set(ALERTS) == {"fell", "parts", "unsupported"}
    assert all(sentence.endswith(".") for sentence in ALERTS.values())
    assert parse("none").low == 0
