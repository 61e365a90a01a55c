"""Signs that two figures of one event answer one question, or that they do not: a sentence on either side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest
from resolve_cases import article, between, pairs, question_of, quoted, resolved

from reconcile.extract import extract
from reconcile.model import Claim, Document, Kind, Measure, RelationKind, Stance, Value

TITLE = "Riot and fire at Skellig Moor prison"


@dataclass(frozen=True)
class Told:
    """A sentence, the words in it that hold a figure, the figure, and what it is a figure of."""

    text: str
    quote: str
    value: str
    attribute: str | None = None
    counted: str | None = None
    day: str = "2031-06-05"


def reports(*told: Told) -> tuple[list[Claim], list[Document]]:
    """One article a sentence, all on one event."""
    opening = "There was a riot at Skellig Moor prison in Ardlow on Tuesday. "
    papers = [
        article(f"paper-{place}", opening + each.text, title=TITLE, outlet=f"Paper {place}", published=each.day)
        for place, each in enumerate(told)
    ]
    claims = [
        _on(quoted(paper, each.quote, each.value, f"source {place}", attribute=each.attribute, counted=each.counted))
        for place, (paper, each) in enumerate(zip(papers, told, strict=True))
    ]
    return claims, papers


def _on(claim: Claim) -> Claim:
    """The claim; one of a day with the third of June as its value."""
    june = date(2031, 6, 3)
    return replace(claim, value=Value(Kind.DATE, june, june)) if claim.scope.attribute == "date" else claim


def together(*told: Told) -> bool:
    """Whether the first two figures are put under one question, whatever else is told."""
    claims, papers = reports(*told)
    found = resolved(claims, papers)
    return question_of(found, claims[0]) is question_of(found, claims[1])


WEEK = Told("The count of the dead for the week is 37.", "the dead for the week is 37", "37", "deaths", "people killed")
SUMMER = Told("For the summer so far 79 have died.", "79 have died", "79", "deaths", "people killed")
LATER = Told("So 41 have died over the week.", "41 have died", "41", "deaths", "people killed")
HOT = Told("On 3 June it was 44 °C in the cells.", "44 °C", "44 °C", "temperature", "temperature")
MILD = Told("On 5 June it was 31 °C in the cells.", "31 °C", "31 °C", "temperature", "temperature", "2031-06-06")
LOST = Told("Three guards are missing.", "Three guards are missing", "3", "missing", "guards missing")
HELD = Told("The inmates hold three guards hostage.", "hold three guards", "3", "hostages", "guards held hostage")
FLED = Told("Thirty inmates escaped through the yard.", "Thirty inmates escaped", "30", "escaped", "inmates escaped")
RUN = Told("Thirty inmates are on the run.", "Thirty inmates are on the run", "30", "escaped", "inmates at large")
LARGE = Told("Still at large are 22 men.", "Still at large are 22 men", "22", "escaped", "men at large")
TAKEN = Told("The rioters took four rifles.", "took four rifles", "4", "weapons", "rifles taken")
NONE = Told("No rifles are missing.", "No rifles are missing", "none", "weapons", "rifles missing")
MARCH = Told("Police saw 12,000 people.", "12,000 people", "12,000", "attendance", "people attending")
CROWD = Told("The families counted 50,000.", "counted 50,000", "50,000", "attendance", "people attending")
DEAD = Told("Nine people were killed.", "Nine people were killed", "9", "deaths", "people killed")
TOLL = Told("The death toll then jumped to 14.", "jumped to 14", "14")
WARD = Told("At the hospital wards they treated 14.", "treated 14", "14")
BURNED = Told("In all 41 huts burned.", "41 huts burned", "41", "damage", "huts burned")
WRONG = Told("In an earlier post we wrote that 80 huts burned.", "80 huts burned", "80", "damage", "huts burned")
BEFORE = Told("In any earlier riot no huts burned.", "no huts burned", "none", "damage", "huts burned")
HEAVY = Told("The bomb weighed 15 kg.", "15 kg", "15 kg", "weight", "weight of the bomb")
SECOND = Told("A second bomb weighed 8 kg.", "8 kg", "8 kg", "weight", "weight of the second bomb")
RIOT = Told("Trouble began in the laundry at noon on 3 June.", "on 3 June", "3", "date", "date of the riot")
FIRE = Told("The fire broke out on 3 June.", "on 3 June", "3", "date", "date the fire broke out")
VIGIL = Told("Relatives with candles sang by the gate on 3 June, too.", "on 3 June", "3", "date", "date people sang")

SURE = Told("There are 318 confirmed cases of scabies.", "318 confirmed cases", "318", "cases", "confirmed cases")
MAYBE = Told("Scabies is suspected in 900 cases.", "suspected in 900 cases", "900", "cases", "suspected cases")
AT_MOST = Told("The ward knows of at most 260.", "at most 260", "at most 260", "cases", "confirmed cases")
WARDERS = Told(
    "The rebels said 20 prison wardens had died.", "20 prison wardens", "20", "deaths", "police wardens killed"
)
NO_WARDER = Told("The state denied that any wardens died.", "any wardens died", "none", "deaths", "wardens killed")
CUT = Told("The prison is to cut 900 jobs.", "cut 900 jobs", "900", "jobs", "jobs to be cut")
SHRINKS = Told("Its staff shrinks by 700 posts.", "shrinks by 700 posts", "700", "jobs", "jobs to be cut")
SHUT = Told("All 14 schools closed that day.", "14 schools closed", "14", "schools", "schools closed")
HAS = Told("The county has 35 schools.", "35 schools", "35", "schools", "schools")
NEXT = Told(
    "In the port of Harne, some 40 kilometres to the east, five people drowned.", "five people drowned", "5", "deaths"
)


@pytest.mark.parametrize(
    ("told", "same"),
    [
        pytest.param((DEAD, NEXT), False, id="a town miles away is another place"),
        pytest.param((SURE, MAYBE), False, id="confirmed cases are not the suspected ones"),
        pytest.param((SURE, AT_MOST), True, id="two counts of confirmed cases"),
        pytest.param((WARDERS, NO_WARDER), True, id="who are described alike are the same people"),
        pytest.param((FLED, RUN), True, id="who is on the run has escaped"),
        pytest.param((FLED, LARGE), False, id="who still is at large are not all who escaped"),
        pytest.param((TAKEN, NONE), True, id="none of a thing is said against some of it"),
        pytest.param((MARCH, CROWD), True, id="counts of one crowd lie far apart"),
        pytest.param((DEAD, TOLL), True, id="the sentence names the toll"),
        pytest.param((DEAD, WARD), False, id="the sentence names the treated"),
        pytest.param((BURNED, WRONG), True, id="an earlier post tells of this fire"),
        pytest.param((BURNED, BEFORE), False, id="an earlier riot is another one"),
        pytest.param((HEAVY, SECOND), False, id="a second bomb is another thing"),
        pytest.param((WEEK, SUMMER), False, id="a week is not a summer"),
        pytest.param((WEEK, LATER), True, id="two counts of one week"),
        pytest.param((HOT, MILD), False, id="what is measured on another day is another measure"),
        pytest.param((LOST, HELD), True, id="who is missing may be held"),
        pytest.param((RIOT, FIRE), True, id="two words for the event's own day"),
        pytest.param((RIOT, VIGIL), False, id="another happening on the same day"),
    ],
)
def test_a_sentence_tells_whether_two_figures_answer_one_question(told: tuple[Told, Told], same: bool) -> None:
    """What is said of either figure joins the two or keeps them apart."""
    assert together(*told) is same


def test_jobs_that_go_are_the_change_of_a_workforce() -> None:
    """ "Cut 900 jobs" and "a staff that shrinks by 700 posts" answer one question."""
    claims, papers = reports(CUT, SHRINKS)
    shrinks = replace(claims[1], scope=replace(claims[1].scope, measure=Measure.CHANGE))
    found = resolved([claims[0], shrinks], papers)
    assert question_of(found, claims[0]) is question_of(found, shrinks)


def test_sums_that_are_described_alike_exclude_each_other_however_far_apart() -> None:
    """What the prosecutor and the defence call the same is the same, though the one is five times the other."""
    much = Told("He had taken £350,000 from suppliers.", "£350,000", "£350,000", "value", "bribes taken by the warden")
    little = Told("He had no more than £70,000.", "£70,000", "at most £70,000", "value", "bribes taken by the warden")
    claims, papers = reports(much, little)
    assert between(resolved(claims, papers), *claims) == "conflict"


def test_those_whom_a_figure_leaves_out_are_counted_apart() -> None:
    """ "The state's count of 60 leaves out seven cooks": the seven are no other figure for the 60."""
    text = "There was a riot at Skellig Moor prison. The union says the state's count of 60 leaves out seven cooks."
    paper = article("paper", text, title=TITLE, outlet="Moor Wire")
    claims = [
        quoted(paper, "count of 60", "60", "state", attribute="arrested", counted="people arrested"),
        quoted(paper, "seven cooks", "7", "union", attribute="arrested", counted="people arrested"),
    ]
    found = resolved(claims, [paper])
    assert question_of(found, claims[0]) is not question_of(found, claims[1])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(SHUT, HAS, id="how many there are and to how many it happened"),
        pytest.param(
            Told("Her brother, 31, was hurt.", "brother, 31", "31 years old", "age", "age of the brother"),
            Told("A driver of 54 was hurt.", "driver of 54", "54 years old", "age", "age of the driver"),
            id="two persons who are described otherwise",
        ),
        pytest.param(
            Told("The warders demand 900 more posts.", "900 more posts", "900", "jobs", "posts"),
            Told("The state denied that 900 posts are vacant.", "900 posts", "900", "jobs", "posts"),
            id="what is wanted is not denied by what is",
        ),
    ],
)
def test_figures_of_look_alike_things_are_no_conflict(one: Told, other: Told) -> None:
    """Where a part of what is told could differ, nothing is called a conflict."""
    claims, papers = reports(one, other)
    if "denied" in other.text:
        claims[1] = replace(claims[1], value=claims[0].value, stance=Stance.DENIES)
    assert between(resolved(claims, papers), *claims) != "conflict"


def test_two_counts_of_what_is_there_anyway_are_at_odds_where_the_same_is_said_of_it() -> None:
    """The warders "closed 30 wings", the service "counted 19 closures": both are wings closed."""
    text = "The warders closed 30 wings, their union said. The service counted 19 closures."
    wings, fewer = (
        Told(text, *each, "stations", "wings closed") for each in (("30 wings", "30"), ("19 closures", "19"))
    )
    claims, papers = reports(wings, fewer)
    assert between(resolved(claims, papers), *claims) == "conflict"


def test_who_tells_a_figure_is_not_who_is_counted() -> None:
    """ "Police put attendance at 900" counts no police, and is set against what the union says."""
    text = (
        "More than 4,000 people joined the march at Skellig Moor prison, the union said. Police put attendance at 900."
    )
    paper = article("paper", text, title=TITLE, outlet="Moor Wire")
    union = quoted(
        paper, "More than 4,000 people", "more than 4,000", "union", attribute="attendance", counted="people"
    )
    police = quoted(paper, "put attendance at 900", "900", "Police", attribute="attendance", counted="police put")
    police = replace(police, scope=replace(police.scope, population="police put"))
    assert between(resolved([union, police], [paper]), union, police) == "conflict"


@pytest.mark.parametrize(
    ("text", "one", "other", "same"),
    [
        ("Repairs cost 8 million kroner ($760,000).", "8 million kroner", "$760,000", True),
        ("Each gets 30,000 euros, or about $32,500.", "30,000 euros", "$32,500", True),
        ("Donors gave 30,000 euros. The state had asked for $90,000.", "30,000 euros", "$90,000", False),
    ],
)
def test_a_sum_in_brackets_is_the_same_in_another_currency(text: str, one: str, other: str, same: bool) -> None:
    """ "8 million kroner ($760,000)" is one sum, told twice; two sums in two sentences are not."""
    paper = article("paper", text, title=TITLE, outlet="Moor Wire")
    claims = [quoted(paper, each, each, attribute="cost", counted="sum") for each in (one, other)]
    assert (between(resolved(claims, [paper]), *claims) == "agree") is same


def test_the_day_of_a_dateline_is_no_day_of_the_event() -> None:
    """A report written the day after still tells of the same dead."""
    line = "ARDLOW, June 4 (Moor Wire) - Three guards died in the riot, the warden said."
    first = article("wire", line, title=TITLE, outlet="Moor Wire", published="2031-06-04")
    text = "The prison service regrets that four guards died in the riot of 3 June at Skellig Moor in Ardlow."
    second = article("service", text, title=TITLE, outlet="Prison Service", published="2031-06-05")
    claims = [
        quoted(first, "Three guards died", "3", "warden", counted="guards killed"),
        quoted(second, "four guards died", "4", counted="guards killed"),
    ]
    found = resolved(claims, [first, second])
    assert question_of(found, claims[0]) is question_of(found, claims[1])


def test_attributes_that_are_taken_for_one_another_are_no_conflict() -> None:
    """People who left their homes and people who were ordered out may be the same: the figures stand as unclear."""
    out = Told("Some 300 villagers were evacuated.", "300 villagers", "300", "evacuated", "villagers evacuated")
    left = Told("Altogether 450 villagers fled.", "450 villagers", "450", "displaced", "villagers displaced")
    claims, papers = reports(out, left)
    found = resolved(claims, papers)
    assert question_of(found, claims[0]) is question_of(found, claims[1])
    assert between(found, *claims) == "unclear"


def test_a_population_that_its_source_is_named_after_is_kept() -> None:
    """The officers' federation counts officers: they stay the people who are counted."""
    text = "The Officers' Federation said just two officers were on duty in the wing."
    first = article("union", text, title=TITLE, outlet="Moor Wire", published="2031-06-04")
    text = "Six officers were on duty in the wing at Skellig Moor in Ardlow, the prison service said."
    second = article("service", text, title=TITLE, outlet="Ardlow Post", published="2031-06-05")
    claims = [
        quoted(first, "two officers were on duty", "2", "Officers' Federation", attribute="staff", counted="on duty"),
        quoted(second, "Six officers were on duty", "6", "prison service", attribute="staff", counted="on duty"),
    ]
    claims = [replace(each, scope=replace(each.scope, population="officers")) for each in claims]
    found = resolved(claims, [first, second])
    assert between(found, *claims) == "conflict"


def test_a_figure_that_could_answer_either_of_two_questions_stands_alone() -> None:
    """“We were 40” says neither who nor what: it is told beside both questions that it would fit, and joins none."""
    staff = Told("At least 38 people came to the hall.", "At least 38", "at least 38", "attendance", "people attending")
    guests = Told("The bus held at least 36 people.", "at least 36", "at least 36", "aboard", "people aboard")
    bare = Told("We were 40 on Tuesday.", "We were 40", "40")
    claims, papers = reports(staff, guests, bare)
    found = resolved(claims, papers)
    assert len({question_of(found, each).id for each in claims}) == 3
    assert [between(found, each, claims[2]) for each in claims[:2]] == ["scope", "scope"]
    told = pairs(found)[frozenset((claims[0].id, claims[2].id))]
    assert told.why == "“40” does not tell what it counts: it could be “people attending” or “people aboard”."


def test_the_day_of_the_opening_sentence_is_that_of_the_event() -> None:
    """A report opens with what it is about: its day is the event's, whatever verb stands beside it."""
    text = "Smoke packed the corridors at noon on 3 June. Skellig Moor prison in Ardlow was closed."
    first = article("post", text, title=TITLE, outlet="Ardlow Post", published="2031-06-04")
    text = "Skellig Moor prison in Ardlow tells of losses. The riot of the block began on 3 June, it says."
    second = article("service", text, title=TITLE, outlet="Prison Service", published="2031-06-05")
    texts = ("date the corridors filled", "date of the riot")
    claims = [
        _on(quoted(paper, "on 3 June", "3", attribute="date", counted=counted))
        for paper, counted in zip((first, second), texts, strict=True)
    ]
    found = resolved(claims, [first, second])
    assert question_of(found, claims[0]) is question_of(found, claims[1])


NAMED = "Otto Lind, 29, was charged with arson, the court said."


@pytest.mark.parametrize(
    ("third", "same"),
    [
        ("Otto Lind has been released, his lawyer said.", True),
        ("Ada Roon has been released, her lawyer said.", False),
    ],
)
def test_a_person_who_is_described_is_the_one_whom_another_report_names_and_describes(third: str, same: bool) -> None:
    """A clerk of 29, "Otto Lind, 29" and "Otto Lind" are one person; one whom nobody describes is not."""
    told = ("A 29-year-old clerk was arrested, police said.", NAMED, third)
    place = "The riot at Skellig Moor prison in Ardlow was on Tuesday, 3 June 2031."
    papers = [
        article(f"paper-{number}", f"{place}\n\n{text}", title=TITLE, outlet=f"Paper {number}", published="2031-06-05")
        for number, text in enumerate(told)
    ]
    claims = [each for paper in papers for each in extract(paper) if each.scope.attribute == "status"]
    found = resolved(claims, papers)
    assert (question_of(found, claims[0]) is question_of(found, claims[-1])) is same


def test_attributes_that_one_report_tells_apart_are_two_things() -> None:
    """Where one report has 91 in hospital and 40 hurt, the injured of another are not those in hospital."""
    ward = Told("Hospitals took in 91 people.", "91 people", "91", "hospitalised", "people in hospital")
    dozens = Told("Dozens of people were hurt.", "Dozens of people", "dozens", "injured", "people injured")
    claims, papers = reports(ward, dozens)
    found = resolved(claims, papers)
    assert question_of(found, claims[0]) is question_of(found, claims[1])
    both = (
        "There was a riot at Skellig Moor prison in Ardlow on Tuesday. Hospitals took in 91 people. Some 40 were hurt."
    )
    papers[0] = article("paper-0", both, title=TITLE, outlet="Paper 0", published="2031-06-05")
    hurt = quoted(papers[0], "Some 40 were hurt", "about 40", "nurse", attribute="injured", counted="people injured")
    found = resolved([*claims, hurt], papers)
    assert question_of(found, claims[0]) is not question_of(found, claims[1])


POTTERY = article(
    "kiln",
    "Seven people were killed in the blast at the kiln, the ministry said. The potters' union said nine workers were "
    "killed. The governor said four firemen were killed.",
)
DAY_AFTER = article("later", "Ten people were killed, the ministry said. Three of the dead were women.")


def test_who_counts_more_of_some_than_another_counts_in_all_contradicts_him() -> None:
    """Nine workers are none of seven people, whatever other reports tell; four firemen may be of the seven."""
    told = [
        quoted(POTTERY, "Seven people were killed", "7", "ministry"),
        quoted(POTTERY, "nine workers were killed", "9", "potters' union", counted="workers killed"),
        quoted(POTTERY, "four firemen were killed", "4", "governor", counted="firemen killed"),
        quoted(DAY_AFTER, "Ten people were killed", "10", "ministry"),
        quoted(DAY_AFTER, "Three of the dead were women", "3", "ministry", counted="women killed"),
    ]
    found = pairs(resolved(told, [POTTERY, DAY_AFTER])).values()
    conflicts = [pair.why for pair in found if pair.kind is RelationKind.CONFLICT]
    assert conflicts == ["7 and 9 are exact counts of the same deaths."]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The firm denied that six of its porters were under 16.", RelationKind.COMPATIBLE),
        ("The firm denied that the porter was under 16.", RelationKind.CONFLICT),
    ],
)
def test_a_limit_of_age_that_picks_some_out_is_not_what_is_denied(sentence: str, kind: RelationKind) -> None:
    """Who denies that six were under 16 denies the six; who denies that the porter was, denies his age."""
    first = article("first", "The porters were under 16, the union said.")
    reply = article("reply", sentence)
    said = quoted(first, "were under 16", "under 16 years old", "union", attribute="age")
    quote = "were under 16" if "were" in sentence else "was under 16"
    denied = quoted(reply, quote, "under 16 years old", "firm", attribute="age")
    claims = [replace(each, question="q") for each in (said, replace(denied, stance=Stance.DENIES))]
    (pair,) = pairs(resolved(claims, [first, reply])).values()
    assert (pair.kind, pair.rule) == (kind, "denial")
