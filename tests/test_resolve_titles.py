"""How questions are headed: who, what, where and when, and nothing presumed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from resolve_cases import article, claim, question_of, quoted, resolved

from reconcile.model import Claim, DocumentKind, Kind, Measure, Value

REPORT = article(
    "lift",
    "ORVO - A cable car came down near Vellin on Saturday. Nine skiers were killed and 14 were injured, the rescue "
    "service said. The driver, 51, survived. In 2019, three people were killed near Vellin.",
    title="Cable car crash near Vellin kills nine",
    published="2031-03-02",
)
DAY = replace(
    quoted(REPORT, "on Saturday", "1", attribute="date"),
    value=Value(Kind.DATE, date(2031, 3, 1), date(2031, 3, 1), words="on Saturday"),
)


def heading(each: Claim, *others: Claim) -> str:
    """The heading under which a claim stands."""
    return question_of(resolved([each, *others], [REPORT]), each).title


def test_a_toll_is_asked_with_people_place_and_day() -> None:
    """The place comes from the claim's own sentence or several reports, the day from the date claims."""
    dead = replace(quoted(REPORT, "Nine skiers were killed", "9", counted="skiers"))
    near = quoted(REPORT, "came down near Vellin", "9", counted="skiers")
    assert heading(dead, DAY) == "How many skiers were killed on 1 March 2031?"
    assert heading(near, DAY) == "How many skiers were killed in Vellin on 1 March 2031?"


def test_another_occasion_is_named_instead_of_the_day_of_the_event() -> None:
    """The toll of 2019 is not dated on the day of today's crash."""
    before = quoted(REPORT, "three people were killed", "3", counted="people")
    assert heading(before, DAY) == "How many people were killed in Vellin (2019)?"


def test_an_age_is_asked_of_the_person() -> None:
    """Whose age it is stands in the heading."""
    driver = replace(
        quoted(REPORT, "The driver, 51", "51 years old", attribute="age", counted="driver"),
    )
    assert heading(driver) == "How old was the driver?"


@pytest.mark.parametrize(
    ("words", "counted", "attribute", "title"),
    [
        ("9", "houses", "houses", "How many houses are reported?"),
        ("62 percent", "voters", "turnout", "What share is given for “voters”?"),
        ("£3m", "the bridge", "cost", "What sum is given for the bridge?"),
        ("90 minutes", None, "duration", "How long did it take or last (“90 minutes”)?"),
        ("12", None, "arrested", "How many people were arrested?"),
        ("1", "person", "missing", "How many people are missing?"),
    ],
)
def test_what_other_figures_are_asked_after(words: str, counted: str | None, attribute: str, title: str) -> None:
    """A figure without a set question is asked after in its own words."""
    (question,) = resolved([claim(words, "mayor", attribute=attribute, counted=counted)])
    assert question.title == title


def test_a_change_is_not_asked_as_a_level() -> None:
    """ "Deaths rose by 12" does not answer how many were killed."""
    rise = claim("12", "ministry", counted="deaths")
    rise = replace(rise, scope=replace(rise.scope, measure=Measure.CHANGE))
    (question,) = resolved([rise])
    assert question.title == "What figure is given for “deaths”?"


def test_the_name_that_the_user_gave_is_the_heading() -> None:
    """A named question is headed by its name."""
    (question,) = resolved([claim("9", "mayor", question="How many boats sank?")])
    assert (question.title, question.name) == ("How many boats sank?", "How many boats sank?")


def test_two_questions_of_one_event_are_never_headed_alike() -> None:
    """Where the headings would be the same, the words of a claim tell them apart."""
    document = article("store", "The store lost 40 sheep. The farm lost 90 cows.", published="2031-03-02")
    first = quoted(document, "lost 40 sheep", "40", attribute="animals", counted="animals")
    second = quoted(document, "lost 90 cows", "90", attribute="animals", counted="animals")
    found = resolved([first, second], [document])
    assert len({question.title for question in found}) == len(found)


@pytest.mark.parametrize(
    ("words", "counted", "attribute", "title"),
    [
        ("3", "people killed identified", "deaths", "How many people were killed?"),
        ("3", "inmates recaptured", "arrested", "How many inmates were arrested?"),
        ("3", "people in intensive care", "hospitalised", "How many people were taken to hospital?"),
        ("3", "came", "deaths", "How many people were killed?"),
        ("3", "policemen", "deaths", "How many policemen were killed?"),
        ("3", "title", None, "What figure is given for “title”?"),
        ("3", "boats burnt down", "boats", "What figure is given for “boats burnt down”?"),
        ("3", "roads cut off", "roads", "What figure is given for “roads cut off”?"),
        ("3", "guards receive", "guards", "What figure is given for “guards receive”?"),
        ("20 years old", "women", "age", "How old were the women?"),
        ("20 years old", "Runa Oste", "age", "How old was Runa Oste?"),
        ("20 years old", None, "age", "What age is given (“20 years old”)?"),
    ],
)
def test_words_that_are_no_noun_make_no_nonsense(words: str, counted: str, attribute: str, title: str) -> None:
    """Only a noun in the plural stands before the verb of a heading; other words are quoted as they are."""
    (question,) = resolved([claim(words, "mayor", attribute=attribute, counted=counted)])
    assert question.title == title


@pytest.mark.parametrize(
    ("counted", "title"),
    [
        ("date of the crash", "On which day was the crash?"),
        ("date of the storming", "On which day was the storming?"),
        ("date of stormed", "When did this happen: “A cable car came down near Vellin on Saturday”?"),
        ("date the car came", "When did this happen: “A cable car came down near Vellin on Saturday”?"),
        (None, "When did this happen: “A cable car came down near Vellin on Saturday”?"),
    ],
)
def test_a_day_is_asked_by_the_noun_of_the_event_or_in_the_words_of_the_claim(counted: str | None, title: str) -> None:
    """Where no noun names the event, the claim's own sentence does."""
    named = replace(DAY, scope=replace(DAY.scope, counted=counted))
    assert heading(named) == title


def test_a_whole_year_is_named_by_its_number() -> None:
    """From 1 January to 31 December is said as the year."""
    year = claim("40", "mayor", counted="people")
    year = replace(year, scope=replace(year.scope, window_from=date(2030, 1, 1), window_to=date(2030, 12, 31)))
    (question,) = resolved([year])
    assert question.title == "How many people were killed in 2030?"


def test_own_reporting_is_headed_by_the_claim_alone() -> None:
    """What else stands in the desk's own notes may name people, and is kept out of the heading."""
    notes = article("notes", "Tora Vik told me that it began on Saturday.", published="2031-03-02")
    notes = replace(notes, kind=DocumentKind.OWN)
    began = replace(quoted(notes, "began on Saturday", "1", attribute="date"), value=DAY.value)
    assert question_of(resolved([began], [notes]), began).title == "When did this happen: “began on Saturday”?"


def test_a_whole_month_is_named_as_one() -> None:
    """A period that begins and ends with a month is that month."""
    read = quoted(REPORT, "three people were killed", "3", counted="people")
    month = replace(read, scope=replace(read.scope, window_from=date(2030, 2, 1), window_to=date(2030, 2, 28)))
    assert heading(month).endswith("in February 2030?")


def test_a_day_is_asked_by_a_noun_where_any_claim_has_one() -> None:
    """Where one report says "crashed" and another "the crash", the heading takes the noun."""
    verb = replace(DAY, scope=replace(DAY.scope, counted="date of crashed"))
    noun = replace(DAY, id="c1-noun", scope=replace(DAY.scope, counted="date of the crash"))
    assert heading(verb, noun) == "On which day was the crash?"


def test_one_claim_about_pupils_does_not_name_a_toll_of_many() -> None:
    """The heading tells whom most claims count: people, where only one of them says who they were."""
    texts = [
        "The crash killed 9, police said.",
        "The mayor said 12 were killed.",
        "A nurse said 12 pupils were killed.",
    ]
    papers = [article(f"p{at}", text, outlet=f"Paper {at}", published="2031-03-02") for at, text in enumerate(texts)]
    killed = [quoted(papers[0], "killed 9", "9"), quoted(papers[1], "12 were killed", "12")]
    pupils = quoted(papers[2], "12 pupils were killed", "12", counted="pupils")
    alone = question_of(resolved([pupils], papers), pupils)
    assert alone.title == "How many pupils were killed?"
    found = resolved([pupils, *killed], papers)
    title = next(each.title for each in found if killed[0].id in each.claims)
    assert title == "How many people were killed?"


def test_a_word_that_compares_is_no_thing_to_ask_after() -> None:
    """ "three fewer" names nothing that is counted, so the words of the claim stand in the heading."""
    paper = article("list", "The list has three fewer, the clerk said.", published="2031-03-02")
    claim = quoted(paper, "three fewer", "3", attribute="fewers", counted="fewer")
    assert question_of(resolved([claim], [paper]), claim).title == "What figure is given (“three fewer”)?"


SECOND = article(
    "kiln",
    "Four potters were killed in a blast at the Hollin brick works in Vellin on Sunday, the mayor said. "
    "It was the second this month. Eleven weavers died on 12 February at the Brask cloth mill in Orvo.",
    title="Kiln blast kills four",
    published="2031-03-02",
)


def dated(quote: str, day: date) -> Claim:
    """A date claim of the report of the kiln."""
    made = quoted(SECOND, quote, "1", attribute="date")
    return replace(made, value=Value(Kind.DATE, day, day, words=quote))


def test_what_went_before_neither_dates_nor_places_what_the_report_is_about() -> None:
    """The day told first dates the event, a sentence with a day of its own keeps it; firms are no places."""
    potters = quoted(SECOND, "Four potters were killed", "4", counted="potters")
    weavers = quoted(SECOND, "Eleven weavers died", "11", counted="weavers")
    days = (dated("on 12 February", date(2031, 2, 12)), dated("on Sunday", date(2031, 3, 2)))
    questions = resolved([weavers, potters, *days], [SECOND])
    assert question_of(questions, potters).title == "How many potters were killed in Vellin on 2 March 2031?"
    assert question_of(questions, weavers).title == "How many weavers were killed in Orvo on 12 February 2031?"
