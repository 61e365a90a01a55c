"""What is found in the words of NewsQuant (benchmarks/quantities), each convention with a sentence of its own."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"

UNITS = [
    ("The rebels hold 40 former barracks and 12 other towns", ["40 former barracks =", "12 other town ="]),
    ("She sang 90 recorded songs at 14 swimming galas", ["90 song =", "14 swimming gala ="]),
    ("He gave up 240 rushing yards in 31 league games", ["240 yard =", "31 league ="]),
    ("They held nine rounds of peace talks in two cities", ["9 round peace talk =", "2 city ="]),
    ("A 14-member jury and a six-point lead", ["14 member jury =", "6 point ="]),
    ("One of the oldest mills in Tarn", ["1 old mill tarn ="]),
    ("Two of the three drivers and one of nine plans", ["2 driver =", "3 driver =", "0.111 % plan ="]),
    ("Half the village lost power; a third of the crew lives there", ["0.5 % village =", "0.333 % crew ="]),
    ("Rs 300, 40 pence, 12 bhp and 80 lb-ft", ["300 rupee =", "40 penny =", "12 brake horsepower =",
     "80 foot pound-force ="]),
    ("€4 a dose, 30 km/h, 6 kV/cm and 55 words per minute", ["4 euro per dose =", "30 kilometre per hour =",
     "6 kilovolt per centimetre =", "55 word per minute ="]),
]  # fmt: skip
VALUES = [
    ("It lasted two hours, 14 minutes and 9 seconds", ["2 hour =", "14 minute =", "9 second ="]),
    ("Rents are three times the wage and grew fivefold", ["3 count =", "5 count up"]),
    ("Dozens of carts, hundreds of goats", ["12-120 cart =", "100-1000 goat ="]),
    ("From €300 to €450 within six weeks", ["300-450 euro =", "6 week ="]),
    ("A 4-1 lead, then 4-4 at half-time after a 9-7 vote", ["4-1 lead =", "9-7 vote ="]),
    ("Ada Lund, 41, left; she will be 42; her 3-year-old waits", ["42 year of age =", "3 year of age ="]),
    ("Over two decades 5G came", ["2 decade =", "5 generation wireless ="]),
]
CHANGES = [
    ("Sales fell 3 percent; profit dropped by about 40 percent", ["3 percentage down", "40 percentage down"]),
    ("Shares rose 12 cents to 1.80 euros", ["12 cent up", "1.8 euro ="]),
    ("Output climbed to 400 tons and grew by just 3 percent", ["400 ton up", "3 percentage ="]),
    ("A 5 percent drop, a rise of 9 percent", ["5 percentage =", "9 percentage ="]),
    ("Police rounded up 30 men, up about 4 percent", ["30 man =", "4 percentage ~"]),
    ("The fund gained more than 6 percent, or 40 points", ["6 percentage >", "40 point >"]),
    ("It averaged 14 goals; more than half of them, some 60 fans", ["14 goal ~", "0.5 % - >", "60 fan ="]),
    ("A dozen cats and about a dozen dogs", ["12 cat =", "12 dog ~"]),
]


def said(text: str) -> list[str]:
    """What the adapter finds, each quantity as its ends, its unit and its change."""
    if str(BENCHMARKS) not in sys.path:
        sys.path.append(str(BENCHMARKS))
    found = importlib.import_module("quantities.ours").quantities(text)
    return [
        f"{'-'.join(f'{end:.3f}'.rstrip('0').rstrip('.') for end in each.ends)} {each.unit} {each.change}"
        for each in found
    ]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units_are_named_as_in_the_list_of_the_benchmark(text: str, expected: list[str]) -> None:
    """Counted nouns, shares, money and rates have the benchmark's names."""
    assert said(text) == expected


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_what_counts_there_is_counted(text: str, expected: list[str]) -> None:
    """Multiples, parts of a duration and results with a noun count; ages in apposition and bare results do not."""
    assert sorted(said(text)) == sorted(expected)


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_changes_follow_the_words_before_the_figure(text: str, expected: list[str]) -> None:
    """Verbs of change tell one, nouns and phrasal verbs do not."""
    assert said(text) == expected
