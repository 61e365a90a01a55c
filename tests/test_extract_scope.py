"""What each figure counts or measures, in words that an editor would use, and how much of the sentence is quoted."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Claim, Document, Stance


def claims_of(text: str) -> list[Claim]:
    """The claims of a short text of 12 March 2024."""
    return extract(Document(id="x", text=text, outlet="Lindow Post", published="2024-03-12"))


def claim_with(text: str, figure: str) -> Claim:
    """The one claim whose value has these words."""
    found = [claim for claim in claims_of(text) if figure in claim.value.words.split() or claim.value.words == figure]
    assert len(found) == 1, [(claim.value.words, claim.scope.counted) for claim in claims_of(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "figure", "attribute", "counted", "population"),
    [
        ("Three pickets were shot dead, the union said.", "Three", "deaths", "pickets killed", "pickets"),
        ("The clinic put the number of dead at seven.", "seven", "deaths", "people killed", None),
        ("The raid left 27 porters dead.", "27", "deaths", "porters killed", "porters"),
        ("The brigade lost 43 gunners.", "43", "deaths", "gunners killed", "gunners"),
        ("Nine guards were hurt, six of them seriously.", "six", "injured", "guards injured seriously", "guards"),
        ("Nine nurses died and six were wounded.", "six", "injured", "nurses injured", "nurses"),
        ("About 800 people took part.", "About 800", "attendance", "people attending", None),
        ("Some 60 families have left Harrow.", "Some 60", "families", "families who left Harrow", "families"),
        ("Five lorries were burned.", "Five", "damage", "lorries burned", None),
        ("Police said no live rounds had been used.", "no", "rounds", "live rounds used", None),
        ("Gunmen overran two police posts, killing nine recruits.", "two", "posts", "police posts overrun", None),
        ("The tug had a crew of 11.", "11", "crew", "crew", "crew"),
        ("The prison holds 540 inmates.", "540", "inmates", "inmates held", "inmates"),
        ("Search dogs: 9", "9", "equipment", "search dogs", None),
        ("Dead: 17", "17", "deaths", "people killed", None),
        ("In hospital: 11", "11", "hospitalised", "people in hospital", None),
    ],
)
def test_a_count_tells_whom_or_what_it_counts(
    text: str, figure: str, attribute: str, counted: str, population: str | None
) -> None:
    """The attribute follows the verb of the clause, the description is noun and verb, the population narrows it."""
    scope = claim_with(text, figure).scope
    assert (scope.attribute, scope.counted, scope.population) == (attribute, counted, population)


@pytest.mark.parametrize(
    ("text", "figure", "attribute", "counted"),
    [
        (
            "About 900 people took part, police said, and two constables were hurt. The organisers counted 4,000.",
            "4,000",
            "attendance",
            "people attending",
        ),
        (
            "Raiders stormed two customs posts; 21 sentries were killed. The town raised its count from 21 to 25.",
            "25",
            "deaths",
            "sentries killed",
        ),
        (
            "We have the names of 25 sentries who were killed. Eleven of them came from Harrow.",
            "Eleven",
            "deaths",
            "sentries killed who came from Harrow",
        ),
        ("Twelve sentries were killed. Four of the dead were officers.", "Four", "deaths", "officers killed"),
        ("Nine sentries were killed. The army puts the deaths at six.", "six", "deaths", "sentries killed"),
    ],
)
def test_a_bare_figure_counts_what_the_one_it_goes_on_from_counts(
    text: str, figure: str, attribute: str, counted: str
) -> None:
    """Pronouns and bare numbers take the noun of the nearest earlier count that fits in size and kind."""
    scope = claim_with(text, figure).scope
    assert (scope.attribute, scope.counted) == (attribute, counted)


@pytest.mark.parametrize(
    ("text", "figure", "attribute", "counted"),
    [
        ("The tank weighed 90 tonnes.", "90 tonnes", "weight", "weight of the tank"),
        ("The crack was 200 metres wide.", "200 metres", "width", "width of the crack"),
        ("The rings, worth 4 million euros, are gone.", "4 million euros", "value", "value of the rings"),
        ("Turnout stands at 61.4 percent.", "61.4 percent", "turnout", "turnout"),
        ("Turnout: 62.5%", "62.5%", "turnout", "turnout"),
        ("The wreck lies 40 miles south of Cape Orrin.", "40 miles", "distance", "distance from Cape Orrin"),
        ("Some 800 hectares burned.", "Some 800 hectares", "area", "area burned"),
        ("The porter, aged 54, was asleep.", "54", "age", "age of the porter"),
        ("The last one out was a boy of seven.", "seven", "age", "age of the boy"),
        ("The siege lasted nine hours.", "nine hours", "duration", "time the siege lasted"),
    ],
)
def test_a_measure_tells_of_what_it_is_one(text: str, figure: str, attribute: str, counted: str) -> None:
    """Lengths, weights, sums, shares, ages and times name the thing that is measured."""
    scope = claim_with(text, figure).scope
    assert (scope.attribute, scope.counted) == (attribute, counted)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The explosion of 9 March killed nobody.", "date of the explosion"),
        ("The warehouse collapsed on Saturday.", "date the warehouse collapsed"),
        ("An ambush on a convoy killed six porters on Sunday.", "date of the ambush"),
        ("Saturday’s election was calm.", "date of the election"),
    ],
)
def test_a_day_tells_what_happened_on_it(text: str, counted: str) -> None:
    """A date is described by the noun for its event, else by subject and verb."""
    assert [claim.scope.counted for claim in claims_of(text) if claim.scope.attribute == "date"] == [counted]


@pytest.mark.parametrize(
    ("text", "figure", "quote"),
    [
        ("Three pickets were shot dead at the gate.", "Three", "Three pickets were shot dead"),
        ("The clinic put the number of dead at seven.", "seven", "put the number of dead at seven"),
        ("Some 22 men are still at large.", "Some 22", "Some 22 men are still at large"),
        ("Nine porters were killed in the raid.", "Nine", "Nine porters were killed"),
    ],
)
def test_a_quote_holds_the_verb_group(text: str, figure: str, quote: str) -> None:
    """The quoted words go from the cue verb to the end of the verb group, and no further."""
    assert claim_with(text, figure).quote == quote


def test_a_denial_leaves_standing_what_only_names_the_event() -> None:
    """Who denies a toll "in Saturday's assault on two mills" does not deny the two mills."""
    claims = claims_of("The ministry denied that 32 porters had been killed in Saturday’s assault on two mills.")
    told = {claim.value.words: claim.stance for claim in claims}
    assert told["32"] is Stance.DENIES
    assert told["two"] is Stance.ASSERTS


def test_its_own_people_are_those_of_the_speaker() -> None:
    """ "Its soldiers", said by a state's ministry, get the adjective that the text uses for that state."""
    text = (
        "Ostrania’s defence ministry said that four of its soldiers had been killed. "
        "Varland’s army said that nine Ostranian soldiers had died."
    )
    assert {claim.scope.counted for claim in claims_of(text)} == {"Ostranian soldiers killed"}


def test_a_habit_counts_nothing() -> None:
    """ "A grief that nobody counts" is rhetoric."""
    assert claims_of("It is a grief that nobody counts, she wrote.") == []
