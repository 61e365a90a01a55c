"""Time grows with the length of the text, whatever the text."""

from __future__ import annotations

import sys
import time

import pytest

from reconcile.values import scan

LENGTH = 20_000 if "--torture" in sys.argv else 2_000
"""Characters of the shorter text; the longer one has twice as many."""

PIECES = [
    "1,", "1-", "1.", "7", "x", "a ", " ", "$", "twenty-", "hundred ", "one in ", "half a ", "no new ", "not a ",
    "5 to ", "tens of ", "aged 5, ", "(1) ", "one and ", "1:", "+1 ", "@a", "\n", "her ", "tel 1 ", "without ",
    "denied any ", "between 1 and ", "1/", "Jan. 1, ", "to 2000-", "A1 ", "pages 1, ",
    # mixed numbers, fractions, powers
    "1.2m ", "£9", "3 1/2 ", "1 1", "2/3 of ", "½", "1×10^", "9×10−", "a half ", "and a half ", "quarter ", "lakhs ",
    "3,5 ", "1'000", "1 B ", "point one ", "a million and ", "two hundred and ", "thousands upon ", "dozens of ",
    # hedges on either side
    "at least ", "up to ", "no more ", "not ", "more than about ", "well over ", "sub-", "closer to ", "or more ",
    "1 or so ", "1-odd ", "1 at most ", "1+", "~", "could top 1 ", "short of the 1 ", "20-something ",
    # ranges, changes, repeats, lists
    "from 1 to 2 ", "from 1 up to ", "1 to 2 to ", "1–2–", "1 or 2 or ", "1 through ", "rose by 1 to ", "1 (1) ",
    "1, 2 and ", "1 and 2, respectively ", "respectively ", "1 x 2 x ", "a day or two ", "3-2 ", "won 3-1 ",
    # shares, rates, points
    "1% ", "1-in-", "one in every ", "per 100,000 ", "per ", "basis points ", "plus or minus 1 ", "minus ", "half of ",
    # money
    "$1 US ", "US $", "EUR 1 ", "1 CHF", "five grand ", "Rs. ", "CVE-", "1 cent (", "-$1",
    # units, lengths, ages, durations
    "6'2\" ", "5'", "6-foot-", "5ft 1", "1 h 1 min ", "six hours and ", "1 km (1 miles) per ", "1 sq ", "1 below zero ",
    "a man of 1 ", "Ann Bo, 5, ", "(5) ", "in her 20s ", "she was 5 ", "-year-old ", "1 barrels a ", "an hour and a ",
    # nought, ordinals, one
    "none of the ", "nobody ", "claimed a third life ", "a third ", "21st ", "twenty-first ", "said that one had ",
    "that one ", "on one hand ", "number two ", "one ",
    # names, places, times
    "Planet 9 ", "No. 1 ", "in season 1 ", "Wi-Fi 6 ", "macOS 1 ", "top 10 ", "Ab 1 ", "ABC 1 ", "ISBN 1-", "4x4",
    "1 times ", "six times the ", "tenfold ", "-point scale ", "5 to 10 times ", "10-time ", "24/7 ", "60/40 ",
    "Group of 20 ", "401(k) ", "http://", "a.b.", "12 Ab ", "[1, ", "[1], ", "1 – 0 ", "The 640 Ab ", "the 9 Pro ",
    "20-30,000 ", "1 plus ", "in season two of ", "0.3s ", "1 million pounds of ",
    "at 9 this ", "tonight at ", "from 9 to 5 ", "12:", "6.45 pm ", "Mon-", "2018-19 ", "+1 (", "1 in 100 ", "'90s ",
]  # fmt: skip
"""A piece for each construction of the grammar; over and over, it is the text at which a pattern would be slow."""


def seconds(text: str) -> float:
    """The processor time that one scan takes."""
    start = time.process_time()
    scan(text)
    return time.process_time() - start


def grows_evenly(piece: str) -> bool:
    """Whether twice the text takes at most two and a half times as long, apart from a hundredth of a second."""
    short, long = (seconds(piece * (size // len(piece))) for size in (LENGTH, 2 * LENGTH))
    return long <= 2.5 * short + 0.01


@pytest.mark.torture
@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    """A text of one repeated piece takes time in proportion to its length (three tries, as machines stutter)."""
    assert any(grows_evenly(piece) for _ in range(3))


def test_ordinary_sentences_are_read_fast() -> None:
    """Five hundred sentences of news take well under two seconds even on a slow machine."""
    sentence = "At least 14 of the 60 climbers, aged 20 to 41, died on Sunday near Orsa, a ranger said. "
    assert seconds(sentence * 500) < 2
