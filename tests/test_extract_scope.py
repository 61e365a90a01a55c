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
    ("text", "figure", "attribute", "counted"),
    [
        ("The wall will cost $40m. The mayor puts it at $55m.", "$55m", "cost", "cost of the wall"),
        ("The damage was put at 12 million euros (about $13 million).", "about $13 million", "damage", "damage"),
        ("The pit is 60 feet (18 metres) deep.", "18 metres", "depth", "depth of the pit"),
        ("The barge was 40 feet long. It weighed 90 tonnes.", "90 tonnes", "weight", "weight of the barge"),
        ("Turnout was 61 percent, against 58 percent in 2018.", "58 percent", "turnout", "turnout"),
        ("Winds of 140 km/h, or 87 mph, hit the coast.", "87 mph", "speed", "wind speed"),
    ],
)
def test_a_measure_goes_on_from_the_one_before(text: str, figure: str, attribute: str, counted: str) -> None:
    """A conversion, "it", "that" and what a figure is set against are of the thing that was measured before."""
    scope = claim_with(text, figure).scope
    assert (scope.attribute, scope.counted) == (attribute, counted)


@pytest.mark.parametrize(
    ("text", "figure", "attribute", "counted"),
    [
        ("The mayor said 300 houses were burnt. The union spoke of 450 homes.", "450", "damage", "houses burnt"),
        (
            "Some 900 porters walked out. The firm said 200 had joined the strike.",
            "200",
            "strikers",
            "porters on strike",
        ),
        (
            "Some 4,000 homes lost power. On Monday 300 were still dark.",
            "300",
            "without power",
            "homes without power still",
        ),
        ("Two clerks were killed; police are searching for another nine.", "nine", "missing", "clerks missing"),
        (
            "Some 26 inmates are still at large, while the jail insists on 22.",
            "22",
            "escaped",
            "inmates at large",
        ),
        ("Thirty inmates escaped. There were six guards; the rules demanded fourteen.", "fourteen", "guards", "guards"),
        ("Eighteen of the 21 stokers reached the raft.", "21", "stokers", "stokers"),
        ("Police spoke of 12 dead. Our own list has 15 names.", "15", "deaths", "people killed"),
    ],
)
def test_reports_of_one_thing_in_other_words_come_out_alike(
    text: str, figure: str, attribute: str, counted: str
) -> None:
    """Who has no current, is on strike or is counted again by another voice keeps one attribute."""
    scope = claim_with(text, figure).scope
    assert (scope.attribute, scope.counted) == (attribute, counted)


@pytest.mark.parametrize(
    ("text", "figure", "definition"),
    [
        ("There were eight suspected cases.", "eight", "suspected"),
        ("Forty deaths have been confirmed.", "Forty", "confirmed"),
        ("Officials confirmed 40 deaths.", "40", None),
        ("Seven are presumed dead.", "Seven", "presumed"),
        ("Eleven people died, not counting the gunman.", "Eleven", "not counting the gunman"),
        ("Eleven people died, including the attackers.", "Eleven", "including the attackers"),
        ("Eleven people died, including two gunmen.", "Eleven", None),
    ],
)
def test_the_definition_of_a_count_is_kept(text: str, figure: str, definition: str | None) -> None:
    """Confirmed or presumed, with or without the attackers; a part that has its own figure is none."""
    assert claim_with(text, figure).scope.definition == definition


@pytest.mark.parametrize(
    ("text", "figure", "cumulative"),
    [
        ("A further 12 rowers were hurt.", "12", "new"),
        ("Two more patients died.", "Two", "new"),
        ("Three clerks died, taking the toll to 14.", "Three", "new"),
        ("Three clerks died, taking the toll to 14.", "14", "cumulative"),
        ("So far 61 rowers have been hurt.", "61", "cumulative"),
        ("In all, 61 rowers were hurt.", "61", "cumulative"),
        ("Nine rowers were hurt.", "Nine", None),
    ],
)
def test_a_total_is_told_from_what_is_new(text: str, figure: str, cumulative: str | None) -> None:
    """A further twelve are new, so far and in all are totals, and nothing is made up where nothing tells."""
    assert claim_with(text, figure).scope.cumulative == cumulative


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("Nine porters were killed at the port of Lemmor.", "Nine", "Lemmor"),
        ("In Ghorat, nine porters were killed.", "nine", "Ghorat"),
        ("At a mill near Dorn, six children were hurt.", "six", "Dorn"),
        ("Twenty porters were hurt: 12 in Dorn and eight in Vell.", "Twenty", None),
        ("Twenty porters were hurt: 12 in Dorn and eight in Vell.", "eight", "Vell"),
        ("Four were tourists from Vell.", "Four", None),
        ("Nine porters were killed at the Hollin paper mill in Lemmor.", "Nine", "Lemmor"),
        ("Nine porters were killed at Hollin brewery.", "Nine", None),
    ],
)
def test_the_place_of_a_count_stands_in_its_clause(text: str, figure: str, place: str | None) -> None:
    """The name behind the figure, else the one that opens the sentence; not where people come from."""
    assert claim_with(text, figure).scope.place == place


@pytest.mark.parametrize(
    ("text", "figure", "whose"),
    [
        ("The driver, a 44-year-old man, was held.", "44-year-old", "age of the driver"),
        ("Emil Ware, Jr., 26, was hurt.", "26", "age of Emil Ware"),
        ("Two other men, ages 22 and 20, were hurt.", "22", "age of the men"),
        ("A 9-year-old girl found the key.", "9-year-old", "age of the girl"),
    ],
)
def test_an_age_is_of_the_one_beside_it(text: str, figure: str, whose: str) -> None:
    """The one who is described, without suffix, number or verb."""
    assert claim_with(text, figure).scope.counted == whose


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


@pytest.mark.parametrize(
    ("text", "figure", "attribute"),
    [
        ("Two fires in mills near Dorn have killed at least 30 porters.", "Two", "fires"),
        ("Two fires in mills near Dorn have killed at least 30 porters.", "at least 30", "deaths"),
        ("Three blazes killed 12 people.", "Three", "blazes"),
        ("Four gunmen have killed nine porters.", "Four", "gunmen"),
        ("Four gunmen killed, nine porters injured.", "Four", "deaths"),
        ("Four Lemmorians killed 12 miles from Dorn.", "Four", "deaths"),
    ],
)
def test_what_kills_is_not_counted_among_the_dead(text: str, figure: str, attribute: str) -> None:
    """The subject of "have killed" did it; those behind the verb are dead."""
    assert claim_with(text, figure).scope.attribute == attribute
