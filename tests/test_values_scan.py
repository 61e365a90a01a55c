"""What `values.scan` finds in sentences, row by row as a journalist would read them."""

from __future__ import annotations

import pytest

from reconcile.model import Found
from reconcile.values import scan


def shown(found: Found) -> str:
    """A quantity on one line: its words, then kind, bound, ends and unit."""
    value = found.value
    ends = f"{value.low}..{value.high}" if value.low != value.high else str(value.low)
    return f"{value.words} = {value.kind} {value.bound} {ends}" + (f" {value.unit}" if value.unit else "")


def read(text: str) -> list[str]:
    """All quantities of the text, one line each."""
    return [shown(found) for found in scan(text)]


HEDGES = [
    ("At least 16 quarry workers died, the mayor said.", ["At least 16 = number at_least 16..None"]),
    ("As many as 70 people may be trapped.", ["As many as 70 = number up_to None..70"]),
    ("Up to 35 wardens were killed, two officials said.", ["Up to 35 = number up_to None..35", "two = number exact 2"]),
    ("Between 120 and 170 families left.", ["Between 120 and 170 = number range 120..170"]),
    ("The blast injured 20 to 30 dockers.", ["20 to 30 = number range 20..30"]),
    ("Not more than nine barges remain.", ["Not more than nine = number at_most None..9"]),
    ("There were no fewer than eleven of them.", ["no fewer than eleven = number at_least 11..None"]),
    ("The union puts it at 'well over 30'.", ["well over 30 = number more_than 30..None"]),
    (
        "Just under 400 stayed, and some 60 left.",
        ["Just under 400 = number less_than None..400", "some 60 = number about 60"],
    ),
    (
        "Forty-odd goats, 25 or more sheep, 28 cows at most.",
        [
            "Forty-odd = number about 40",
            "25 or more = number at_least 25..None",
            "28 cows at most = number at_most None..28",
        ],
    ),
    ("They asked for up to about 40 tents.", ["up to about 40 = number up_to None..40"]),
    (
        "More than half of the crew and nearly a third of the cooks fell ill.",
        ["More than half = percent more_than 50..None percent", "nearly a third = percent about 33.33 percent"],
    ),
    (
        "The bill could exceed $1.4bn (£1.1bn).",
        ["exceed $1.4bn = money more_than 1400000000..None USD", "£1.1bn = money more_than 1100000000..None GBP"],
    ),
    (
        "The wave was up to 12 feet (3.7 m) high.",
        ["up to 12 feet = number up_to None..12 foot", "3.7 m = number up_to None..3.7 metre"],
    ),
    ("She lay under two metres of snow.", ["two metres = number exact 2 metre"]),
    (
        "It rained for over six months; over six months he saw little of it.",
        ["over six months = duration more_than 6..None month", "six months = duration exact 6 month"],
    ),
    ("A row over 70 lockers broke out.", ["70 = number exact 70"]),
    ("BOATMAN CHARGED OVER 14 CANAL DEATHS", ["14 = number exact 14"]),
    ("Two smelters were fined over 6 spills.", ["Two = number exact 2", "6 = number exact 6"]),
    ("Bishop quits over 3 letters", ["3 = number exact 3"]),
    ("There was outrage over $40m in bonuses.", ["$40m = money exact 40000000 USD"]),
    ("The regulator fined over 60 smelters.", ["over 60 = number more_than 60..None"]),
    (
        "The army charged over 70 conscripts after 3 deaths.",
        ["over 70 = number more_than 70..None", "3 = number exact 3"],
    ),
    ("The landslide killed over 14 herders.", ["over 14 = number more_than 14..None"]),
    ("He was fined over $900.", ["over $900 = money more_than 900..None USD"]),
]


@pytest.mark.parametrize(("text", "expected"), HEDGES)
def test_hedges_bound_the_figure(text: str, expected: list[str]) -> None:
    """The words on either side of a number bound it, and belong to the place that is shown."""
    assert read(text) == expected


NUMBERS = [
    ("Dozens of herders were missing.", ["Dozens = number order 24..99"]),
    (
        "Hundreds, possibly thousands, fled.",
        ["Hundreds = number order 200..999", "thousands = number order 2000..9999"],
    ),
    ("Hundreds of thousands of euros were lost.", ["Hundreds of thousands of euros = money order 200000..999999 EUR"]),
    ("A couple of sailors drowned; the couple was married.", ["A couple = number about 2"]),
    (
        "Several hundred troops and a few dozen guides",
        ["Several hundred = number order 300..900", "a few dozen = number order 36..108"],
    ),
    ("Nearly three dozen barns burned.", ["Nearly three dozen = number about 36"]),
    ("Seven hundred and twenty-one voted.", ["Seven hundred and twenty-one = number exact 721"]),
    ("Two thousand five hundred lost their homes.", ["Two thousand five hundred = number exact 2500"]),
    ("The toll stands at sixteen (16).", ["sixteen (16) = number exact 16"]),
    (
        "Sales of 1.3m cars, 2 million vans and 3,400 trucks",
        ["1.3m = number exact 1300000", "2 million = number exact 2000000", "3,400 = number exact 3400"],
    ),
    (
        "A 5m wall, 1.4m refugees and a 12m-tonne heap",
        ["5m = number exact 5 metre", "1.4m = number exact 1400000", "12m-tonne = number exact 12000000 tonne"],
    ),
    (
        "Half a million people, a quarter of a million dogs",
        ["Half a million = number exact 500000", "a quarter of a million = number exact 250000"],
    ),
    (
        "In March 1,500 fled; between 1500 and 1800 soldiers stayed.",
        ["1,500 = number exact 1500", "between 1500 and 1800 = number range 1500..1800"],
    ),
    ("One person drowned and one was saved.", ["One = number exact 1", "one = number exact 1"]),
    ("No one is the one who knows; this one does, one by one.", ["No one = number none 0"]),
    (
        "15 000 spectators; 15 000 seats; 15.000 tickets",
        ["15 000 = number exact 15000", "15 000 = number exact 15000", "15.000 = number exact 15000"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers_in_digits_and_words(text: str, expected: list[str]) -> None:
    """Digits, words, mixtures of both, order words and glued letters are all numbers."""
    assert read(text) == expected


UNITS = [
    (
        "Joblessness fell 0.3 percentage points to 4.8 per cent.",
        ["0.3 percentage points = percent exact 0.3 percentage point", "4.8 per cent = percent exact 4.8 percent"],
    ),
    ("Turnout was 61%, against 57% before.", ["61% = percent exact 61 percent", "57% = percent exact 57 percent"]),
    (
        "One in five homes, or roughly 3,000, stood empty.",
        ["One in five = percent exact 20 percent", "roughly 3,000 = number about 3000"],
    ),
    (
        "Nine out of ten drivers, two-thirds of the guards, one in 10",
        [
            "Nine out of ten = percent exact 90 percent",
            "two-thirds = percent about 66.67 percent",
            "one in 10 = percent exact 10 percent",
        ],
    ),
    ("Rs 12 lakh (1,200,000 rupees) for each widow", ["Rs 12 lakh (1,200,000 rupees) = money exact 1200000 INR"]),
    (
        "between 30 and 45 million euros; €8m to €11m; $3-4 billion",
        [
            "between 30 and 45 million euros = money range 30000000..45000000 EUR",
            "€8m to €11m = money range 8000000..11000000 EUR",
            "$3-4 billion = money range 3000000000..4000000000 USD",
        ],
    ),
    (
        "EUR 320,000, 45 pounds of rice, 45,000 pounds and 12 pence",
        [
            "EUR 320,000 = money exact 320000 EUR",
            "45 pounds = number exact 45 pound",
            "45,000 pounds = money exact 45000 GBP",
            "12 pence = money exact 0.12 GBP",
        ],
    ),
    (
        "The search took two and a half hours, not six.",
        ["two and a half hours = duration exact 2.5 hour", "six = duration exact 6 hour"],
    ),
    ("At the wheel for seven hours and forty minutes", ["seven hours and forty minutes = duration exact 460 minute"]),
    (
        "a 3-hour wait, an hour and a half, more than a decade",
        [
            "3-hour = duration exact 3 hour",
            "an hour and a half = duration exact 1.5 hour",
            "more than a decade = duration more_than 10..None year",
        ],
    ),
    (
        "It fell 300 feet (91 m) at −4 °C.",
        ["300 feet = number exact 300 foot", "91 m = number exact 91 metre", "−4 °C = number exact -4 °C"],
    ),
    (
        "It was minus 12 degrees Celsius (10 Fahrenheit).",
        ["minus 12 degrees Celsius = number exact -12 °C", "10 Fahrenheit = number exact 10 °F"],
    ),
    (
        "winds of up to 190 kilometers (118 miles) per hour",
        ["up to 190 kilometers = number up_to None..190 km/h", "118 miles) per hour = number up_to None..118 mph"],
    ),
    (
        "The volume rose from 1.1 to 1.7 million cubic metres.",
        ["1.1 = number exact 1100000 m3", "1.7 million cubic metres = number exact 1700000 m3"],
    ),
    (
        "arsenic of 0.05 mg/l, 40 nautical miles off, 12 acres",
        [
            "0.05 mg/l = number exact 0.05 mg/l",
            "40 nautical miles = number exact 40 nautical mile",
            "12 acres = number exact 12 acre",
        ],
    ),
    (
        "ropes of 12, 14 and 16 metres",
        ["12 = number exact 12 metre", "14 = number exact 14 metre", "16 metres = number exact 16 metre"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units_money_and_shares(text: str, expected: list[str]) -> None:
    """Units stay as worded, money is named by ISO 4217 code, and a share is a percentage."""
    assert read(text) == expected


AGES = [
    ("The suspect, 22, was arrested.", ["22 = age exact 22 year"]),
    (
        "Edda Brun, 79, saw it; a guard, 58, who was alone, did not.",
        ["79 = age exact 79 year", "58 = age exact 58 year"],
    ),
    (
        "A 15-year-old and two men aged 33 and 47 were shot.",
        ["15-year-old = age exact 15 year", "two = number exact 2", "33 = age exact 33 year", "47 = age exact 47 year"],
    ),
    (
        "twin brothers aged five and sisters aged three and eight",
        ["five = age exact 5 year", "three = age exact 3 year", "eight = age exact 8 year"],
    ),
    (
        "a man in his 20s and a woman in her early sixties",
        ["in his 20s = age range 20..29 year", "in her early sixties = age range 60..69 year"],
    ),
    (
        "an 18-month-old, students aged 18 to 24, nobody under the age of 10",
        [
            "18-month-old = age exact 18 month",
            "18 to 24 = age range 18..24 year",
            "nobody = number none 0",
            "under the age of 10 = age less_than None..10 year",
        ],
    ),
    ("women between the ages of 16 and 21", ["between the ages of 16 and 21 = age range 16..21 year"]),
    ("She was 23 when it fell; it was 40 when counted.", ["23 = age exact 23 year", "40 = number exact 40"]),
    ("a 300-year-old chapel", ["300-year-old = duration exact 300 year"]),
]


@pytest.mark.parametrize(("text", "expected"), AGES)
def test_ages(text: str, expected: list[str]) -> None:
    """An age is told by its words or by its place after a person's name."""
    assert read(text) == expected


NOUGHT = [
    ("No one was hurt.", ["No one = number none 0"]),
    ("None of the 38 passengers died.", ["None = number none 0", "38 = number exact 38"]),
    ("No other lorry was involved and no arrests have been made.", ["No = number none 0", "no = number none 0"]),
    ("Not a single window broke.", ["Not a single = number none 0"]),
    ("Neither of the pilots has been charged.", ["Neither = number none 0"]),
    ("There were no casualties.", ["no = number none 0"]),
    (
        "The army denied that any soldiers had died; it ended without injuries.",
        ["any = number none 0", "without = number none 0"],
    ),
    ("He denied any wrongdoing and that any deal was made, without delay.", []),
    ("Nobody knows. There is no doubt, no evidence and no way out.", []),
    ("The piano was old; the casino has rooms.", []),
    ("If no new offer is made, they have no plans.", []),
]


@pytest.mark.parametrize(("text", "expected"), NOUGHT)
def test_words_for_nought(text: str, expected: list[str]) -> None:
    """Words for nought count nought, except where they are a turn of phrase."""
    assert read(text) == expected


NO_QUANTITY = [
    "Flight 311 left Gate 9 at 7.20 pm on 4 June.",
    "It was the eleventh attack since 2013, the 3rd in May 2021.",
    "See No. 8, page 21, Route 9, Km 88, section 4.2 and Article 7.",
    "Call 0171 555 0164 or +44 20 7946 0311, open 24/7.",
    "They won 3-1, drew 2-2 and lost the 52-48 vote.",
    "Windows 11, the FTSE 100, Area 51, an AK-47 and F-16 jets",
    "In 2014 the 1987 law changed; the 1990s; 2015-16; from 2014 to 2016.",
    "1. Open the door.\n2. Close the door.",
    "At half past six, at 17:45 and at 6 o'clock",
    "It was six times the legal limit, a fourfold rise.",
    "Regulation 852/2004 and case 25/1187, § 14, form 3b",
    "on 2024-05-03, 03/05/2024, July 19 and 20, 15–21 July",
    "tips@desk22.example and https://news22.example/44/5",
]


@pytest.mark.parametrize("text", NO_QUANTITY)
def test_numbers_that_count_nothing(text: str) -> None:
    """Dates, times, labels, scores, multiples and addresses are no quantities."""
    assert read(text) == []


CHANGES = [
    ("Officials raised the toll from 11 to 27.", ["11 = number exact 11", "27 = number exact 27"]),
    ("Deaths rose by 14 to 59.", ["14 = number exact 14", "59 = number exact 59"]),
    (
        "The army lost 20 to 30 men and 15–20 tents; it was split 4 to 1.",
        ["20 to 30 = number range 20..30", "15–20 = number range 15..20"],
    ),
    ("It lasts from 30 to 40 days.", ["from 30 to 40 days = duration range 30..40 day"]),
    (
        "The two towns sent 900 or 700 men respectively.",
        ["two = number exact 2", "900 = number exact 900", "700 = number exact 700"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_changes_are_no_ranges(text: str, expected: list[str]) -> None:
    """A figure that moved from one value to another is two figures, not a range."""
    assert read(text) == expected


def test_headlines_in_capitals() -> None:
    """Capitals alone make no name of the word before a number."""
    assert read("AT LEAST 60 HURT IN HARBOUR FIRE") == ["AT LEAST 60 = number at_least 60..None"]
    assert read("Ferry Sinks With 40 Aboard Off Coast") == ["40 = number exact 40"]


def test_places_are_those_of_the_words() -> None:
    """The place spans hedge and unit, and the number alone is marked inside it."""
    text = "It used up to 25 tonnes."
    (found,) = scan(text)
    assert text[found.start : found.end] == "up to 25 tonnes"
    assert text[found.number_start : found.number_end] == "25"
    assert found.value.words == "up to 25 tonnes"
