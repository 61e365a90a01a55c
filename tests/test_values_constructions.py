"""The constructions in which news gives figures, each with a few sentences and what is read in them."""

from __future__ import annotations

import pytest
from test_values_scan import read

MIXED = [
    (
        "Mud 2m deep, 3m in places; some 4m in Arvia fled and 1.3m voted.",
        [
            "2m = number exact 2 metre",
            "3m = number exact 3 metre",
            "some 4m = number about 4000000",
            "1.3m = number exact 1300000",
        ],
    ),
    ("A grant of £720m for 1.4m pupils", ["£720m = money exact 720000000 GBP", "1.4m = number exact 1400000"]),
    (
        "Rs 6 lakhs, 3,5 million litres and 2.400.000 crates",
        [
            "Rs 6 lakhs = money exact 600000 INR",
            "3,5 million litres = number exact 3500000 litre",
            "2.400.000 = number exact 2400000",
        ],
    ),
    ("About 9 B people and $7 M in fees", ["About 9 B = number about 9000000000", "$7 M = money exact 7000000 USD"]),
    (
        "4 1/2 years, 3½ miles, 2 and a half hours, two-and-a-half weeks",
        [
            "4 1/2 years = duration exact 4.5 year",
            "3½ miles = number exact 3.5 mile",
            "2 and a half hours = duration exact 2.5 hour",
            "two-and-a-half weeks = duration exact 2.5 week",
        ],
    ),
    (
        "The moon weighs 7.3×10^22 kg, a grain 6 x 10−5 kg.",
        ["7.3×10^22 kg = number exact 73000000000000000000000 kg", "6 x 10−5 kg = number exact 0.00006 kg"],
    ),
    (
        "half a dozen eggs, a quarter million bulbs, three quarters of a million tins",
        [
            "half a dozen = number about 6",
            "a quarter million = number exact 250000",
            "three quarters of a million = number exact 750000",
        ],
    ),
    (
        "2/3 of the fleet, 1/2 mile and a third of the 66 boats",
        [
            "2/3 = percent about 66.67 percent",
            "1/2 mile = number exact 0.5 mile",
            "a third = percent about 33.33 percent",
            "66 = number exact 66",
        ],
    ),
    (
        "thousands upon thousands of moths, hundreds of crates",
        ["thousands upon thousands = number order 2000..9999", "hundreds = number order 200..999"],
    ),
]
HEDGES = [
    (
        "From $28,400 plus a $900 fee, €40 plus tax, 90 plus",
        [
            "$28,400 = money exact 28400 USD",
            "$900 = money exact 900 USD",
            "€40 = money exact 40 EUR",
            "90 plus = number at_least 90..None",
        ],
    ),
    (
        "Down 4% and below the 9,000 mark; guests of 70 and older",
        [
            "4% = percent exact 4 percent",
            "9,000 = number exact 9000",
            "70 and older = number at_least 70..None",
        ],
    ),
    (
        "It was closer to 40 percent, not far from 50.",
        ["closer to 40 percent = percent about 40 percent", "not far from 50 = number about 50"],
    ),
    (
        "Chips of sub-5 nanometre size in a sub-300 sq m hall",
        ["sub-5 nanometre = number less_than None..5 nanometre", "sub-300 sq m = number less_than None..300 m2"],
    ),
    (
        "It did not exceed 30 cm, never exceeded 12 and will not top 8.",
        [
            "not exceed 30 cm = number at_most None..30 cm",
            "never exceeded 12 = number at_most None..12",
            "not top 8 = number at_most None..8",
        ],
    ),
    (
        "Losses could top 3 million euros, not quite 5.",
        ["could top 3 million euros = money more_than 3000000..None EUR", "not quite 5 = number less_than None..5"],
    ),
    (
        "no more than 7, not fewer than 8, no less than 9, not more than 10",
        [
            "no more than 7 = number at_most None..7",
            "not fewer than 8 = number at_least 8..None",
            "no less than 9 = number at_least 9..None",
            "not more than 10 = number at_most None..10",
        ],
    ),
    (
        "Turnout fell short of the 50 percent needed, more than the 30 it had.",
        ["50 percent = percent exact 50 percent", "30 = number exact 30"],
    ),
    (
        "up to and including 14 tonnes; a 20-something; give or take",
        ["up to and including 14 tonnes = number at_most None..14 tonne", "20-something = number about 20"],
    ),
]
RANGES = [
    ("Cut by 2032 to 28 percent, as in 2018-19", ["28 percent = percent exact 28 percent"]),
    (
        "Some 30-40,000 bees and 5-10,000 moths",
        ["Some 30-40,000 = number range 30000..40000", "5-10,000 = number range 5000..10000"],
    ),
    (
        "The index rose 44.1 points or 0.3% to 8,120.",
        ["44.1 = number exact 44.1", "0.3% = percent exact 0.3 percent", "8,120 = number exact 8120"],
    ),
    (
        "A profit of $1.4 billion or $2.30 a share",
        ["$1.4 billion = money exact 1400000000 USD", "$2.30 = money exact 2.3 USD"],
    ),
    (
        "They ask life for two and 12 to 15 years for four.",
        ["two = number exact 2", "12 to 15 years = duration range 12..15 year", "four = number exact 4"],
    ),
    ("Flats run from 40 sq m up to 90 sq m.", ["from 40 sq m up to 90 sq m = number range 40..90 m2"]),
    ("It grew by up to 90 sq m.", ["up to 90 sq m = number up_to None..90 m2"]),
    ("children in grades aged 5 through 12", ["5 through 12 = age range 5..12 year"]),
    (
        "a day or two; a week or three",
        ["a day or two = duration range 1..2 day", "a week or three = duration range 1..3 week"],
    ),
    ("£1.5-2m and $10-15 a head", ["£1.5-2m = money range 1500000..2000000 GBP", "$10-15 = money range 10..15 USD"]),
    ("Shares added 14 cents to $3.20.", ["14 cents = money exact 0.14 USD", "$3.20 = money exact 3.2 USD"]),
    ("The toll rose by 6 to 31, up from 25.", ["6 = number exact 6", "31 = number exact 31", "25 = number exact 25"]),
]
SHARES = [
    (
        "1 in 200 recovers; one in 14 districts has a clinic.",
        ["1 in 200 = percent exact 0.5 percent", "one = number exact 1", "14 = number exact 14"],
    ),
    ("between a quarter and a third of it", ["between a quarter and a third = percent range 25..33.33 percent"]),
    ("Its worth fell by a third to 20.", ["a third = percent about 33.33 percent", "20 = number exact 20"]),
    ("The Otters won 8-3 in 12 innings.", ["12 = number exact 12"]),
    ("Reckoning that one in eight looms is idle", ["one in eight = percent exact 12.5 percent"]),
    (
        "A 1-in-6 chance; two in five; 7 out of 10",
        [
            "1-in-6 = percent about 16.67 percent",
            "two in five = percent exact 40 percent",
            "7 out of 10 = percent exact 70 percent",
        ],
    ),
    ("a rate of 18 per 100,000 people, and 4.2 per thousand", ["18 = number exact 18", "4.2 = number exact 4.2"]),
    (
        "40 basis points, 3 ppts and 12bp",
        [
            "40 basis points = percent exact 40 basis point",
            "3 ppts = percent exact 3 percentage point",
            "12bp = percent exact 12 basis point",
        ],
    ),
    ("a margin of plus or minus 3 points", ["3 = number exact 3"]),
    ("Half of the 72 goats lived.", ["Half = percent exact 50 percent", "72 = number exact 72"]),
]
LENGTHS = [
    (
        "He is 6'3\" tall, she 5ft 9; a 6-foot-5 guard",
        ["6'3\" = number exact 75 inch", "5ft 9 = number exact 69 inch", "6-foot-5 = number exact 77 inch"],
    ),
    ("a 12″ pipe at an altitude of 900'", ["12″ = number exact 12 inch", "900' = number exact 900 foot"]),
    ('"We counted 30" boats, he said.', ["30 = number exact 30"]),
    (
        "It was 7 below zero, then minus 3 degrees.",
        ["7 below zero = number exact -7 degree", "minus 3 degrees = number exact -3 degree"],
    ),
    (
        "nine hours 15 minutes, 2hrs 5mins, 40ms, 6 mos",
        [
            "nine hours 15 minutes = duration exact 555 minute",
            "2hrs 5mins = duration exact 125 minute",
            "40ms = duration exact 40 millisecond",
            "6 mos = duration exact 6 month",
        ],
    ),
    (
        "a 9.6 second lap, an 8 second start, a 30 second advert, the 2 second rowers",
        [
            "9.6 second = duration exact 9.6 second",
            "8 second = duration exact 8 second",
            "30 second = duration exact 30 second",
            "2 = number exact 2",
        ],
    ),
    ("Tarn was 0.3s ahead", ["0.3s = duration exact 0.3 second"]),
]
MEASURES = [
    (
        "800 m3/s, 40 litres per second",
        ["800 m3/s = number exact 800 m3/s", "40 litres per second = number exact 40 litre per second"],
    ),
    (
        "70,000 barrels a day, 1.2 million bpd",
        [
            "70,000 barrels a day = number exact 70000 barrel per day",
            "1.2 million bpd = number exact 1200000 barrel per day",
        ],
    ),
    (
        "41 mpg, 6.1 litres per 100 km, 98 g/km",
        [
            "41 mpg = number exact 41 mpg",
            "6.1 litres per 100 km = number exact 6.1 litre per 100 km",
            "98 g/km = number exact 98 gram per km",
        ],
    ),
    (
        "600 kJ, 250 calories, 30 kWh, 5 million BTU",
        [
            "600 kJ = number exact 600 kilojoule",
            "250 calories = number exact 250 calorie",
            "30 kWh = number exact 30 kilowatt hour",
            "5 million BTU = number exact 5000000 british thermal unit",
        ],
    ),
    (
        "380Nm, 380nm, 20 Mb, 20 MB, 300 Mbps",
        [
            "380Nm = number exact 380 newton metre",
            "380nm = number exact 380 nautical mile",
            "20 Mb = number exact 20 megabit",
            "20 MB = number exact 20 megabyte",
            "300 Mbps = number exact 300 megabit per second",
        ],
    ),
    (
        "9.1 ksi, 40 kN, 12 amps, 700 lumens, 3 becquerels",
        [
            "9.1 ksi = number exact 9.1 ksi",
            "40 kN = number exact 40 kilonewton",
            "12 amps = number exact 12 ampere",
            "700 lumens = number exact 700 lumen",
            "3 becquerels = number exact 3 becquerel",
        ],
    ),
    (
        "4 drams, 3 carats, 2 quarts, 6 fluid ounces, 9 light years",
        [
            "4 drams = number exact 4 dram",
            "3 carats = number exact 3 carat",
            "2 quarts = number exact 2 quart",
            "6 fluid ounces = number exact 6 fluid ounce",
            "9 light years = number exact 9 light year",
        ],
    ),
    (
        "60 fps, 90 beats per minute, a 16-bit chip",
        [
            "60 fps = number exact 60 frame per second",
            "90 beats per minute = number exact 90 beat per minute",
            "16-bit = number exact 16 bit",
        ],
    ),
    (
        "a 310 Nm motor, a 2.0L engine, 250cc",
        ["310 Nm = number exact 310 newton metre", "2.0L = number exact 2 litre", "250cc = number exact 250 ml"],
    ),
    ("two bits of advice, ten amps", ["two = number exact 2", "ten = number exact 10"]),
]
MONEY = [
    (
        "He sold it for 300 pounds and 20 pounds of flour.",
        ["300 pounds = money exact 300 GBP", "20 pounds = number exact 20 pound"],
    ),
    (
        "The van tows 9,000 pounds; she paid 9,000 pounds",
        ["9,000 pounds = number exact 9000 pound", "9,000 pounds = money exact 9000 GBP"],
    ),
    (
        "A debt of 4 million pounds, a catch of 2 million pounds of cod",
        ["4 million pounds = money exact 4000000 GBP", "2 million pounds = number exact 2000000 pound"],
    ),
    (
        "$60 U.S. a barrel, $20 Canadian, $9 (US)",
        ["$60 U.S. = money exact 60 USD", "$20 Canadian = money exact 20 CAD", "$9 (US) = money exact 9 USD"],
    ),
    (
        "18 sen, 400 kuna, 90 lei, 50 leva, 30 quid",
        [
            "18 sen = money exact 0.18 MYR",
            "400 kuna = money exact 400 HRK",
            "90 lei = money exact 90 RON",
            "50 leva = money exact 50 BGN",
            "30 quid = money exact 30 GBP",
        ],
    ),
    ("ten grand for two grand pianos", ["ten grand = money exact 10000 XXX", "two = number exact 2"]),
    (
        "99¢, 45p, CHF 12, 3 Turkish lira",
        [
            "99¢ = money exact 0.99 USD",
            "45p = money exact 0.45 GBP",
            "CHF 12 = money exact 12 CHF",
            "3 Turkish lira = money exact 3 TRY",
        ],
    ),
]
AGES = [
    (
        "Ms Bro, 45, her sons, 12 and 9, and two girls, 3, 5 and 7, came.",
        [
            "45 = age exact 45 year",
            "12 = age exact 12 year",
            "9 = age exact 9 year",
            "two = number exact 2",
            "3 = age exact 3 year",
            "5 = age exact 5 year",
            "7 = age exact 7 year",
        ],
    ),
    ("Of the sons, 12 and 9 of whom can swim", ["12 = number exact 12", "9 = number exact 9"]),
    ("She will be 36 by spring and turns 40 in May.", ["36 = age exact 36 year", "40 = age exact 40 year"]),
    (
        "a widow of 71, a crew of 12, a mother of three",
        ["71 = age exact 71 year", "12 = number exact 12", "three = number exact 3"],
    ),
    (
        "He is now 58, and two men aged 31 and 44 were with him.",
        ["58 = age exact 58 year", "two = number exact 2", "31 = age exact 31 year", "44 = age exact 44 year"],
    ),
]
COUNTS = [
    ("The fever claimed a third life, and a 9th victim died.", ["a third = number exact 3", "a 9th = number exact 9"]),
    ("A third person ran; the fourth attack; the 9th victim", []),
    ("She told reporters that one had died.", ["one = number exact 1"]),
    ("Of the six, one had fled; that one is ours.", ["six = number exact 6", "one = number exact 1"]),
    ("He raised one hand; on the one hand it rained.", ["one = number exact 1"]),
    ("The ports took 700 and 900 crates, respectively.", ["700 = number exact 700", "900 = number exact 900"]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*MIXED, *HEDGES, *RANGES, *SHARES, *LENGTHS, *MEASURES, *MONEY, *AGES, *COUNTS]
)
def test_each_construction_is_read(text: str, expected: list[str]) -> None:
    """Each way of giving a figure yields its bound, its ends and its unit."""
    assert read(text) == expected


NAMES = [
    "The Norva 737 Max 8 flew; the 787 was late; Train 55 and Bus 12 were not.",
    "It runs macOS 12 and Wi-Fi 6 on the Tarn 4 Pro with an RTX 3080 card.",
    "He came in the top 10, as number two in Spain, in season 4 and episode 7.",
    "The Group of 20 met on Planet 9; Xbox One and Channel Nine went on.",
    "A 10-time champion went 3-for-4 in the 4x100 relay.",
    "See 401(k), a 529 plan, Title 42, Section 301 tariffs and CVE-2021-0412.",
    "A 4K screen in 16:9, 1080p at f/1.8 and 5G",
    "Doors open tonight at 8 and at 9 this evening; she works nine-to-five or 9 to 5.",
    "the twenty-first visitor, a 1 in 100 year flood, a one-in-a-million find, a 60/40 split",
    "Up 5 to 10 times higher, a 24/7 line, a fifty-first state",
    "a baker's dozen of rolls",
    "One after another went; it is the best one we have, worth a six-figure sum in the 90's.",
    "It ended 2 – 1, then 4 – 4, at the Harrow Cup 2018 day out.",
    "There is no one better and no one cause; a high-five, as shown [12], [14]–[16].",
    "The 49ers met the 76ers; Version 3 costs more and a 618 Corsair is on show.",
    "He led on Lap 45 of the Tarn 500; in season two of Harrow, after day one, it has Bluetooth 5.0.",
    "The Norva 9 Pro and 8 Plus, a 12 Ultra and the 12 Pro Max: hands-on.",
]


@pytest.mark.parametrize("text", NAMES)
def test_names_versions_and_turns_of_phrase_count_nothing(text: str) -> None:
    """Models, seasons, ranks, tax plans, times and idioms hold a number and no quantity."""
    assert read(text) == []
