"""What is counted comes out alike however it is told: by who does it, from where, to what, where people stood."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Claim, Document


def counted(text: str, figure: str) -> Claim:
    """The claim whose number is told in these words."""
    found = [claim for claim in extract(Document(id="x", text=text, published="2024-03-12")) if figure in claim.quote]
    assert found, f"no claim with {figure!r}"
    return found[-1]


@pytest.mark.parametrize(
    ("text", "figure", "attribute"),
    [
        ("Firemen freed 14 skiers from the snow.", "14", "rescued"),
        ("Eight cavers were trapped. By noon three had been freed.", "three", "rescued"),
        ("The court freed 14 skippers.", "14", "released"),
        ("Twelve rioters were arrested. Nine have been sent home.", "Nine", "released"),
        ("Fishermen took 62 islanders off the roofs.", "62", "rescued"),
        ("Sixteen potters were hauled to the surface.", "Sixteen", "rescued"),
        ("Lifeguards cut 17 people out of the cabins.", "17", "rescued"),
        ("The 300 lodgers were moved to safety.", "300", "evacuated"),
        ("Medics treated 44 bathers.", "44", "injured"),
        ("Hospitals had taken in 29 dancers.", "29", "hospitalised"),
        ("Ninety emigrants had been packed onto a trawler.", "Ninety", "aboard"),
        ("Eleven skaters were led away by officers.", "Eleven", "arrested"),
        ("The slide left 21 diggers trapped in a shaft.", "21", "trapped"),
        ("Forty tenants took refuge in a barn.", "Forty", "displaced"),
        ("Five anglers cannot be traced.", "Five", "missing"),
        ("Robbers seized 30 shoppers. Half a dozen got away.", "Half a dozen", "escaped"),
        ("Nurses vaccinated 700 villagers.", "700", "vaccinated"),
        ("Two swords and three knives were seized.", "three", "equipment"),
    ],
)
def test_what_befell_people_is_told_by_who_does_it_and_from_where(text: str, figure: str, attribute: str) -> None:
    """Rescuers free people from a wreck, courts from a jail; who is taken off a roof is rescued."""
    assert counted(text, figure).scope.attribute == attribute


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The toll of last Friday's gas blast in Brel, the worst in years, jumped from eight to 17.", "17"),
        ("The toll from the storm, which has now passed, rose to 31 on Monday.", "31"),
        ("The ministry put the number of cases at 90 and of deaths at 12.", "12"),
    ],
)
def test_a_toll_is_one_of_deaths_however_far_it_stands_from_its_figure(text: str, figure: str) -> None:
    """What stands between the toll and its figure tells which happening, not what is counted."""
    assert counted(text, figure).scope.attribute == "deaths"


@pytest.mark.parametrize(
    ("text", "figure", "attribute"),
    [
        ("Ada Rill said: “We were 4,000 in the square.”", "4,000", "attendance"),
        ("We counted 8,200 in the stands.", "8,200", "attendance"),
        ("The organisers speak of 9,000 participants.", "9,000", "attendance"),
        ("The vote was watched by 600 monitors.", "600", "personnel"),
        ("In all 250 policemen took part.", "250", "personnel"),
        ("A turnout of 58 percent was reported.", "58", "turnout"),
        ("Some 58 percent of those entitled to vote did so.", "58", "turnout"),
    ],
)
def test_crowds_are_those_who_stood_there_and_not_those_who_watched_over_them(
    text: str, figure: str, attribute: str
) -> None:
    """A bare figure with a public place counts a crowd; observers and police are personnel; a share is a turnout."""
    assert counted(text, figure).scope.attribute == attribute


@pytest.mark.parametrize(
    ("text", "figure", "told"),
    [
        ("The river washed away 31 cottages.", "31", ("damage", "cottages destroyed")),
        ("The storm destroyed two mills and 31 cottages.", "31", ("damage", "cottages destroyed")),
        ("Thirty-one houses lay in ruins.", "Thirty-one", ("damage", "houses destroyed")),
        ("Nine pylons were brought down.", "Nine", ("damage", "pylons destroyed")),
        ("Nine homes were damaged.", "Nine", ("damage", "homes damaged")),
        ("The works have 80 employees.", "80", ("workforce", "people employed")),
        ("The works employ about 80.", "80", ("workforce", "people employed")),
        ("The firm counted 310 strikers.", "310", ("strikers", "people on strike")),
        ("The lawyer spoke of 40 detainees.", "40", ("arrested", "people arrested")),
        ("Sixty fire engines were sent.", "Sixty", ("equipment", "fire engines")),
        ("The fire raged for six hours.", "six hours", ("duration", "time the fire lasted")),
        ("The siege dragged on for six days.", "six days", ("duration", "time the siege lasted")),
        ("The ordeal lasted 40 minutes.", "40 minutes", ("duration", "time it lasted")),
        ("The shelling went on for 40 minutes.", "40 minutes", ("duration", "time the fighting lasted")),
        ("Rioting lasted 40 minutes.", "40 minutes", ("duration", "time the trouble lasted")),
        ("The hackers want 4 million euros.", "4 million", ("ransom", "ransom")),
    ],
)
def test_paraphrases_of_one_count_get_one_name(text: str, figure: str, told: tuple[str, str]) -> None:
    """Buildings that are no more, staff, strikers, detainees, durations and ransoms have one name for many wordings."""
    scope = counted(text, figure).scope
    assert (scope.attribute, scope.counted) == told
