"""Words for numbers and what they are worth: the tables that the lexer, the ranges and the rendering share."""

from __future__ import annotations

from reconcile.values.wordlist import words

ONES = {
    word: number
    for number, word in enumerate(
        words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
SCALES = {
    "hundred": 100, "dozen": 12, "thousand": 1_000, "lakh": 100_000, "million": 1_000_000, "crore": 10_000_000,
    "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
}  # fmt: skip
SUFFIXES = {
    "k": 1_000, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9,
    "bln": 10**9, "tn": 10**12, "trn": 10**12, "cr": 10**7,
}  # fmt: skip
ORDERS = {
    "tens": (20, 99), "dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999),
    "lakhs": (200_000, 999_999), "crores": (20_000_000, 99_999_999), "millions": (2_000_000, 9_999_999),
    "billions": (2 * 10**9, 10**10 - 1), "trillions": (2 * 10**12, 10**13 - 1),
}  # fmt: skip
"""Order words and what they reach: `eval` conventions, dozens 24–99 and scores 40–99 included."""
SMALL = {"several": (3, 9), "few": (3, 9), "handful": (3, 9)}
PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
GLYPHS = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅛": (1, 8)}
