"""Hedges: the words on either side of a number that bound it ("at least", "-odd", "or more")."""

from __future__ import annotations

import re

from reconcile.model import Bound
from reconcile.values.wordlist import words

_BEFORE = {
    Bound.AT_LEAST: """
        at least | at the least | at the very least | no fewer than | no less than | not less than | not
        fewer than | a minimum of | minimum | minimum of | upward of | as few as | as little as | as low as
        | at a minimum | ≥ | no younger than | upwards of | from the age of | no lower than | not below |
        min.
    """,
    Bound.MORE_THAN: """
        more than | over the age of | above the age of | over | above | in excess of | greater than | higher
        than | larger than | bigger than | longer than | older than | better than | exceeding | exceeds |
        exceeded | exceed | surpassing | surpasses | surpassed | surpass | topping | topped | tops | could top |
        may top | might top | will top | would top | to top | north
        of | beyond | upped beyond | heavier than | faster than | deeper than | > | outnumbered
    """,
    Bound.AT_MOST: """
        at most | at the most | at a maximum | at the very most | no more than | not more than | a maximum of
        | maximum of | maximum | within | not exceeding | not exceed | not exceeded | never exceed | never
        exceeded | not surpass | not top | up to and including | no greater than | no higher than | no longer
        than | no later than | not over | ≤ | max. | no older than | a ceiling of | not above
    """,
    Bound.LESS_THAN: """
        less than | under the age of | below the age of | fewer than | under | below | lower than | smaller
        than | shorter than | younger than | not quite | short of | not even | shy of | south of | lighter than |
        inside of | < | sub
    """,
    Bound.UP_TO: """
        up to | up to the age of | as many as | as much as | as high as | as large as | as long as | as far
        as | as old as | upto | anything up to
    """,
    Bound.ABOUT: """
        about | around | roughly | approximately | approx | approx. | nearly | almost | barely | some | circa |
        c. | ca. | ca | ~ | ≈ | close to | closer to | nearer to | nearer | not far from | getting on for | an
        estimated | estimated | estimated at | nearing | approaching | more or less | hardly | scarcely |
        practically | in the region of | in the order of | on the order of | in the vicinity of | something
        like | somewhere around | somewhere near | virtually | mid
    """,
}
BEFORE: dict[str, Bound] = {
    " ".join(phrase.split()): bound for bound, phrases in _BEFORE.items() for phrase in phrases.split("|")
}
"""Words straight before a number, in lower case → the bound they set."""

_LONGEST = 5
_REACH = 44
_INTENSIFIERS = frozenset(words("just well far slightly significantly considerably substantially comfortably only"))
_FILLERS = frozenset(
    words("the a an another additional further extra only just its their his her our those these total other")
)
_STRONG = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN, Bound.UP_TO})
_TOKEN = re.compile(r"[^\s(\[“\"‘—'’]+(?:['’][^\s(\[“\"‘—'’]+)*")


def before(text: str, start: int) -> tuple[Bound | None, int]:
    """The bound set by the words before `start`, and where they begin; (None, start) where there is none.

    Several hedges in a row read as one: a bound outweighs "about" ("up to about 40").
    """
    base = max(0, start - _REACH)
    # "sub-500": a hyphen at the end of a word is no part of it
    tokens = [
        (match.start() + base, match.group().lower().removesuffix("-")) for match in _TOKEN.finditer(text[base:start])
    ]
    if base and tokens and tokens[0][0] == base:
        tokens = tokens[1:]
    return _peel(tokens, start)


def _peel(tokens: list[tuple[int, str]], start: int) -> tuple[Bound | None, int]:
    bound, at, skipped, rest = None, start, 0, tokens
    while tokens:
        found, length = _last_hedge(tokens)
        if found is None:
            if skipped or tokens[-1][1] not in _FILLERS:
                break
            tokens, skipped = tokens[:-1], skipped + 1
            continue
        at = tokens[-length][0]
        rest = tokens = tokens[:-length]
        if bound is None or (bound is Bound.ABOUT and found in _STRONG):
            bound = found
    if bound is not None:
        at = _intensified(rest, at)
    return bound, at


def _intensified(tokens: list[tuple[int, str]], at: int) -> int:
    """Where "well over" begins."""
    while tokens and tokens[-1][1] in _INTENSIFIERS:
        at = tokens[-1][0]
        tokens = tokens[:-1]
    return at


def _last_hedge(tokens: list[tuple[int, str]]) -> tuple[Bound | None, int]:
    for length in range(min(_LONGEST, len(tokens)), 0, -1):
        phrase = " ".join(word for _, word in tokens[-length:])
        if phrase in BEFORE:
            return BEFORE[phrase], length
    return None, 0


_NO_MORE = r"(?!\s(?:than|the|an?|its|their|his|her|this|that|those)\b|\s[$£€\d])"
"""What shows that "and below" begins something new: "down 3% and below the mark"."""
_NOT_ADDED = (
    r"(?!\s(?:an?|the|tax(?:es)?|vat|interest|costs?|fees?|shipping|bonus(?:es)?|benefits|expenses|delivery|postage|tips?"
    r"|other|any|another|its|his|her|their)\b|\s(?:\w+\s){0,2}[$€£]?\d)"
)
"""What "plus" adds to the figure, which it does not bound then: "$40 plus a $3 fee"."""
_AFTER = re.compile(
    r"(?P<about>-odd\b|\sodd\b|-something\b|,?\s(?:or\s(?:so|thereabouts)|give\sor\stake|more\sor\sless)\b)"
    rf"|(?P<least>\+(?![\d\w])|-plus\b|\splus\b{_NOT_ADDED}"
    rf"|,?\s(?:or|and)\s(?:more|over|above|older|higher|greater|upwards?|beyond|longer|better)\b{_NO_MORE}"
    r"|,?\sat\s(?:the\s(?:very\s)?)?least\b(?!\s\d)|\sminimum\b)"
    rf"|(?P<most>,?\sor\s(?:less|fewer|under|below|younger|lower|shorter)\b{_NO_MORE}"
    rf"|,?\s(?:and|or)\s(?:under|younger|below)\b{_NO_MORE}|,?\sat\s(?:the\s(?:very\s)?)?most\b(?!\s\d)|\stops\b|\smaximum\b|\smax\b)",
    re.IGNORECASE,
)
_ONE_NOUN = re.compile(r"\s(?!of\b|in\b|and\b|or\b|at\b|to\b|plus\b)[A-Za-z’'-]+(?=\s(?:or|and|at)\s)")
_BOUNDS = {"about": Bound.ABOUT, "least": Bound.AT_LEAST, "most": Bound.AT_MOST}


def after(text: str, end: int, *, noun: bool = False) -> tuple[Bound | None, int]:
    """The bound set by the words after `end`, and where they end; with `noun`, one word may stand between."""
    if match := _AFTER.match(text, end):
        return _BOUNDS[match.lastgroup or ""], match.end()
    if noun and (word := _ONE_NOUN.match(text, end)) and (match := _AFTER.match(text, word.end())):
        return _BOUNDS[match.lastgroup or ""], match.end()
    return None, end
