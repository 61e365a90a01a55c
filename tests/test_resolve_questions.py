"""Which claims answer the same question: events, look-alikes, headlines, parts and a breaking night."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from resolve_cases import article, between, pairs, question_of, quoted, resolved

from reconcile.model import Bound, Claim, Document, Measure

FIRST = article(
    "ferry-1",
    "HELMSUND, March 2 - A car ferry struck the quay at Helmsund late on Sunday, killing at least six people and "
    "injuring 31, the coastguard said. The Aurelia had left Tornby with 212 people aboard.\n\n"
    "Three years ago, nine people were killed when a trawler sank off Helmsund.",
    title="Ferry hits quay at Helmsund",
    outlet="Northern Wire",
    published="2031-03-03T05:00:00Z",
)
SECOND = article(
    "ferry-2",
    "The count of people killed when the ferry Aurelia hit the quay in Helmsund has risen to eight, the county "
    "hospital said. It is treating 27 of the injured. The harbour master of Helmsund denied that the ferry had been "
    "too fast.",
    title="Eight dead after Helmsund ferry crash",
    outlet="Tornby Herald",
    published="2031-03-04T06:00:00Z",
)
OTHER = article(
    "fire-1",
    "TORNBY - Fire swept through a furniture store in Tornby on Monday and killed two people, police said. "
    "Eleven people were taken to hospital with burns, among them a firefighter.",
    title="Two die in Tornby furniture store blaze",
    outlet="Tornby Herald",
    published="2031-03-04T07:00:00Z",
)


def test_two_reports_of_one_event_share_a_question_and_a_fire_next_door_does_not() -> None:
    """The toll of the ferry is asked once; the blaze in the neighbouring town is another question."""
    first = quoted(FIRST, "killing at least six people", "at least 6", "coastguard", counted="people")
    second = quoted(
        SECOND,
        "people killed when the ferry Aurelia hit the quay in Helmsund has risen to eight",
        "8",
        "county hospital",
    )
    blaze = quoted(OTHER, "killed two people", "2", "police", counted="people")
    found = resolved([first, second, blaze], [FIRST, SECOND, OTHER])
    assert question_of(found, first) is question_of(found, second)
    assert question_of(found, blaze) is not question_of(found, first)
    assert between(found, first, second) == "compatible"


def test_an_earlier_accident_in_the_same_place_stays_apart() -> None:
    """ "Three years ago, nine people were killed" never meets today's toll."""
    today = quoted(FIRST, "killing at least six people", "at least 6", "coastguard", counted="people")
    before = quoted(FIRST, "nine people were killed", "9", counted="people")
    found = resolved([today, before], [FIRST])
    assert question_of(found, today) is not question_of(found, before)
    assert between(found, today, before) in ("scope", "nothing")


@pytest.mark.parametrize(
    "aside",
    [
        "In 2024, nine people were killed on the same ridge.",
        "Last winter nine people were killed in the whole range.",
        "Nine people were killed in a separate slide in January.",
        "Ten years ago nine people were killed here.",
        "In November, nine people were killed at another hut.",
    ],
)
def test_the_words_that_point_to_another_occasion(aside: str) -> None:
    """A year, a season, a month long past or "another" set a figure apart."""
    text = f"Four people were killed by a slide above Vellin on Sunday, the rescuers said. {aside}"
    document = article("slide", text, title="Slide kills four above Vellin", published="2031-03-03")
    now = quoted(document, "Four people were killed", "4", "rescuers", counted="people")
    quote = "nine people were killed" if "nine people were killed" in text else "Nine people were killed"
    then = quoted(document, quote, "9", counted="people")
    found = resolved([now, then], [document])
    assert question_of(found, now) is not question_of(found, then)


def test_another_attack_in_the_same_town_two_weeks_later_is_another_event() -> None:
    """Two attacks in one town are told apart by their days."""
    early = article(
        "post-1",
        "Gunmen attacked a police post in Dashtak on Saturday and killed seven officers, the governor said.",
        title="Seven officers killed at Dashtak post",
        outlet="Meridian",
        published="2031-03-02",
    )
    late = article(
        "post-2",
        "A bomb on a bus in Dashtak killed twelve people on Sunday, a hospital in Dashtak said.",
        title="Bus bomb in Dashtak kills twelve",
        outlet="Meridian",
        published="2031-03-17",
    )
    seven = quoted(early, "killed seven officers", "7", "governor", counted="officers")
    twelve = quoted(late, "killed twelve people", "12", "hospital in Dashtak", counted="people")
    found = resolved([seven, twelve], [early, late])
    assert question_of(found, seven) is not question_of(found, twelve)


def test_a_headline_meets_only_its_own_text_and_is_no_account() -> None:
    """A bare figure over a hedged text is drift; the headline is no account of its own."""
    hedged = article(
        "mine",
        "Rockfall buries 40\n\nAs many as 40 miners were killed in a rockfall at Karsk on Friday, the union said. "
        "The owner put the deaths at 12.",
        title="Rockfall at Karsk",
        published="2031-05-04",
    )
    head = quoted(hedged, "buries 40", "40", section="headline")
    union = quoted(hedged, "As many as 40 miners were killed", "as many as 40", "union", counted="miners")
    owner = quoted(hedged, "put the deaths at 12", "12", "owner", counted="deaths")
    found = resolved([head, union, owner], [hedged])
    assert between(found, head, union) == "drift"
    assert between(found, head, owner) == "conflict"
    assert between(found, union, owner) == "compatible"
    (question,) = [each for each in found if len(each.claims) > 1]
    assert [account.title for account in question.accounts] == ["union", "owner"]


def test_figures_that_may_be_about_different_things_are_left_to_a_person() -> None:
    """Two figures of one attribute of which little tells that they are one thing are unclear or apart, no conflict."""
    first = article(
        "quay-1",
        "HELMSUND - Eleven foot passengers were hurt when the ferry Aurelia struck the quay at Helmsund on Sunday, "
        "the coastguard said.",
        title="Ferry Aurelia strikes Helmsund quay",
        published="2031-03-03",
    )
    second = article(
        "quay-2",
        "Four dock workers were hurt on the quay at Helmsund when the ferry Aurelia hit it on Sunday, a union said.",
        title="Union counts injured after Aurelia hits Helmsund quay",
        published="2031-03-03",
    )
    eleven = quoted(
        first, "Eleven foot passengers were hurt", "11", "coastguard", attribute="injured", counted="foot passengers"
    )
    four = quoted(second, "Four dock workers were hurt", "4", "union", attribute="injured", counted="dock workers")
    found = resolved([eleven, four], [first, second])
    assert between(found, eleven, four) in ("unclear", "scope", "nothing")


def test_a_headline_alone_stands_for_its_outlet() -> None:
    """Where the text has no figure of its own on the question, the headline's figure is the outlet's."""
    bare = article("mine", "Rescuers worked through the night.", title="Rockfall buries 40", outlet="Karsk Post")
    head = quoted(bare, "Rockfall buries 40", "40", section="headline")
    (question,) = resolved([head], [bare])
    assert [account.title for account in question.accounts] == ["Karsk Post"]


def test_a_part_never_contradicts_its_whole() -> None:
    """ "21 people, including 17 officers" is one figure and its part."""
    document = article("raid", "The raid on Dashtak killed 28 people, including 19 officers.", published="2031-03-02")
    whole = quoted(document, "killed 28 people", "28", counted="people")
    part = replace(quoted(document, "19 officers", "19", counted="officers"), whole=whole.id)
    found = resolved([whole, part], [document])
    relation = pairs(found)[frozenset((whole.id, part.id))]
    assert (relation.kind.value, relation.left) == ("part_of", whole.id)
    assert question_of(found, part).whole == question_of(found, whole).id


@pytest.mark.parametrize(
    ("text", "whole", "what", "measure", "joined"),
    [
        ("The coach has 54 seats. Six of the dead were pupils.", "54 seats", "seats", "level", False),
        ("It was licensed for 54 riders. Six of the dead were pupils.", "54 riders", "capacity", "limit", False),
        (
            "Its permit is for 54 riders. Six of the dead were pupils.",
            "permit is for 54 riders",
            "riders",
            "level",
            False,
        ),
        ("A tour has 54 riders. Six of the dead were pupils.", "54 riders", "riders", "level", True),
        ("The coach carried 54 riders. Six of the dead were pupils.", "54 riders", "aboard", "level", True),
        ("The crash killed 54. Six of the dead were pupils.", "killed 54", "deaths", "level", True),
    ],
)
def test_the_dead_are_a_part_of_people_who_were_there(
    text: str, whole: str, what: str, measure: str, joined: bool
) -> None:
    """What happened to people is a part of the dead or of those aboard, never of a capacity, a licence or a limit."""
    document = article("coach", text, published="2031-03-02")
    room = quoted(document, whole, "54", attribute=what, counted=what if what == "seats" else "riders")
    room = replace(room, scope=replace(room.scope, measure=Measure(measure)))
    part = replace(quoted(document, "Six of the dead were pupils", "6", counted="pupils"), whole=room.id)
    found = resolved([room, part], [document])
    assert (question_of(found, part).whole is not None) is joined


def test_several_subgroups_of_one_voice_are_parts_of_its_total() -> None:
    """A report that counts 30 dead, 11 workers and 8 villagers among them contradicts nobody."""
    document = article(
        "dam", "We counted 30 people killed at Orvo: 11 workers of the mine and 8 villagers.", published="2031-03-02"
    )
    whole = quoted(document, "30 people killed", "30", counted="people killed")
    workers = quoted(document, "11 workers", "11", counted="workers killed")
    villagers = quoted(document, "8 villagers", "8", counted="villagers killed")
    found = resolved([whole, workers, villagers], [document])
    assert between(found, whole, workers) == between(found, whole, villagers) == "part_of"
    assert between(found, workers, villagers) != "conflict"


def test_a_week_is_a_part_of_its_summer() -> None:
    """Those who drowned in one week of July are among those who drowned since June, told by one voice."""
    document = article(
        "lake",
        "From July 12 to 18, nine people drowned at Orvo. Since June 1 the lake has seen 22 people drown.",
        published="2031-07-23",
    )
    week = quoted(document, "nine people drowned", "9", counted="people drowned")
    summer = quoted(document, "22 people drown", "22", counted="people drowned")
    july, june = date(2031, 7, 15), date(2031, 6, 1)
    week = replace(week, scope=replace(week.scope, window_from=july, window_to=date(2031, 7, 21)))
    summer = replace(summer, scope=replace(summer.scope, window_from=june))
    found = resolved([week, summer], [document])
    relation = pairs(found)[frozenset((week.id, summer.id))]
    assert (relation.kind.value, relation.left) == ("part_of", summer.id)


def night() -> tuple[list[Claim], list[Document]]:
    """A breaking night: ten updates by five outlets, each with its own source, on one train crash."""
    updates = [
        ("21:10", "Meridian", "police", "3"),
        ("21:25", "Karsk Post", "fire service", "2"),
        ("21:50", "Northern Wire", "railway", "5"),
        ("22:15", "Meridian", "police", "6"),
        ("22:40", "Coast Radio", "county hospital", "8"),
        ("23:05", "Karsk Post", "fire service", "9"),
        ("23:30", "Tornby Herald", "mayor", "11"),
        ("00:20", "Northern Wire", "railway", "12"),
        ("01:10", "Coast Radio", "county hospital", "14"),
        ("02:00", "Meridian", "police", "14"),
    ]
    claims, documents = [], []
    for place, (hour, outlet, source, figure) in enumerate(updates):
        day = "2031-03-03" if hour < "12" else "2031-03-02"
        text = (
            f"A night train left the rails near Orvo on Sunday. So far {figure} people were killed, the {source} said."
        )
        document = article(
            f"night-{place}", text, title="Night train derails near Orvo", outlet=outlet, published=f"{day}T{hour}:00Z"
        )
        documents.append(document)
        claims.append(quoted(document, f"{figure} people were killed", figure, source, counted="people"))
    return claims, documents


def test_a_breaking_night_is_no_wall_of_conflicts() -> None:
    """Ten rising counts of five outlets are revisions and earlier counts; nobody contradicts anybody."""
    claims, documents = night()
    found = resolved(claims, documents)
    assert len(found) == 1
    kinds = [relation.kind.value for relation in pairs(found).values()]
    assert "conflict" not in kinds
    assert kinds.count("revision") >= 4
    assert kinds.count("earlier") >= 10


def test_a_lower_figure_after_the_others_is_told_as_a_conflict() -> None:
    """A source that comes last with fewer dead than the standing counts contradicts them."""
    claims, documents = night()
    text = "A night train left the rails near Orvo on Sunday. 4 people were killed, the ministry of transport said."
    late = article(
        "night-late", text, title="Night train derails near Orvo", outlet="State TV", published="2031-03-03T08:00:00Z"
    )
    lower = quoted(late, "4 people were killed", "4", "ministry of transport", counted="people")
    found = resolved([*claims, lower], [*documents, late])
    assert between(found, claims[-1], lower) == "conflict"
    assert found[0].status.value == "contested"


def test_a_unit_that_cannot_be_converted_is_another_question() -> None:
    """Kilometres and tonnes never meet, whatever the words around them."""
    document = article("spill", "The tanker lost 300 tonnes of oil 12 km off Orvo.", published="2031-03-02")
    oil = quoted(document, "300 tonnes of oil", "300 tonnes", attribute="spill")
    off = quoted(document, "12 km", "12 km", attribute="spill")
    found = resolved([oil, off], [document])
    assert question_of(found, oil) is not question_of(found, off)
    assert oil.value.bound is Bound.EXACT
