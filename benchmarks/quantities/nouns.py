"""The noun that a plain count counts, in the words of NewsQuant: singular, no articles, no superlatives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.extract.phrases import plural
from reconcile.extract.quantities import counted
from reconcile.extract.tokens import Token, tokens
from reconcile.model import Found

DROPPED = frozenset(
    """
    the a an this that these those its his her their my your our some any all more other others another additional
    further extra and or combined previous past last most least such total whopping mere of respectively
    """.split()
)
PARTITIVE = frozenset("of the a an all its his her my their your our these those".split())
SINGULARS = {
    "men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "leaves": "leaf", "shelves": "shelf", "knives": "knife", "wolves": "wolf",
    "thieves": "thief", "halves": "half", "calves": "calf", "matrices": "matrix", "series": "series",
    "species": "species", "news": "news", "headquarters": "headquarters", "businesses": "business",
    "movies": "movie", "cookies": "cookie", "ties": "tie", "pies": "pie", "shoes": "shoe", "calories": "calorie",
    "lenses": "lens", "buses": "bus", "gases": "gas", "viruses": "virus", "heroes": "hero", "potatoes": "potato",
    "axes": "axe", "analyses": "analysis", "crises": "crisis", "data": "data", "media": "media", "bonuses": "bonus",
    "zombies": "zombie", "rookies": "rookie", "selfies": "selfie", "cases": "case", "aches": "ache", "caches": "cache",
}  # fmt: skip
DEGREES = {
    "best": "good", "worst": "bad", "better": "better", "latest": "late", "largest": "large", "closest": "close",
    "finest": "fine", "rarest": "rare", "safest": "safe", "nicest": "nice", "simplest": "simple", "wisest": "wise",
    "strangest": "strange", "fiercest": "fierce", "whitest": "white", "cutest": "cute", "hugest": "huge",
    "bravest": "brave", "purest": "pure", "widest": "wide", "ripest": "ripe", "interest": "interest",
    "harvest": "harvest", "forest": "forest", "request": "request", "protest": "protest", "contest": "contest",
    "guest": "guest", "west": "west", "test": "test", "arrest": "arrest", "suggest": "suggest", "invest": "invest",
    "quest": "quest", "nest": "nest", "chest": "chest", "rest": "rest", "vest": "vest", "priest": "priest",
    "honest": "honest", "modest": "modest",
}  # fmt: skip
DOUBLED = re.compile(r"([bdgnt])\1\Z")


HYPHENED = re.compile(r"-(?P<noun>[a-z]{3,})\b(?!-)")


def noun(text: str, found: Found) -> tuple[str, int]:
    """What is counted and where its words end, "-" where the sentence does not say it right behind the figure."""
    if compound := HYPHENED.match(text, found.end):
        return singular(compound["noun"]), compound.end()  # "a three-door car" counts doors
    words = tokens(text, 0, len(text))
    last = next((index for index, word in enumerate(words) if word.start >= found.end), len(words))
    here = _past(words, last)
    start, stop = counted(words, here, words[here - 1] if here else None)
    kept = _kept([word.low for word in words[start:stop] if word.word])
    if not kept or kept[-1][0].isdigit() or (stop < len(words) and words[stop].low == "than"):
        return "-", found.end
    kept[-1] = singular(kept[-1])
    first = next((index for index, word in enumerate(words) if word.end > found.start), 0)
    lead = [words[first - 1].low] if first and words[first - 1].low == "top" else []
    lead += [
        word.low for word in words[last : last + 1] if word.low == "new" or (here > last and word.low[-2:] == "ed")
    ]
    return " ".join([*lead, *kept, *_best_in(words, start, stop)]), words[stop - 1].end


def _best_in(words: Sequence[Token], start: int, stop: int) -> list[str]:
    """The place behind a superlative, which is a part of the unit: "one of the oldest bridges in the county"."""
    superlative = any(
        word.low == "most" or word.low in DEGREES or word.low.endswith("est") for word in words[start:stop]
    )
    following = [word.low for word in words[stop : stop + 2]]
    if not superlative or following[:1] != ["in"] or following[1:] == ["this"]:
        return []
    here = stop + 1
    while here < len(words) and words[here].low in PARTITIVE:
        here += 1
    place = [word.low for word in words[here : here + 2] if word.capital]
    return place or [singular(word.low) for word in words[here : here + 1] if word.word]


def _kept(lows: list[str]) -> list[str]:
    """Without figures, articles and participles in -ing before the noun ("charging stations")."""
    *before, head = lows or [""]
    kept = [low for low in before if not low[0].isdigit() and not low.endswith("ing")]
    return [_plain(low) for low in [*kept, head] if low and low not in DROPPED]


def _past(words: Sequence[Token], last: int) -> int:
    """Past the "of" and the article or possessive of "one of their", "half the", and the "confirmed" of deaths."""
    while last < len(words) and words[last].low in PARTITIVE:
        last += 1
    if last + 1 < len(words) and words[last].low.endswith("ed") and plural(words[last + 1].low):
        last += 1
    return last


def _plain(low: str) -> str:
    """Without a possessive, and a superlative as the bare adjective."""
    low = low.removesuffix("'s").removesuffix("'")
    if low in DEGREES:
        return DEGREES[low]
    if not low.endswith("est") or len(low) < 6:
        return low
    stem = low[:-3]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    return stem[:-1] if DOUBLED.search(stem) else stem


def singular(word: str) -> str:
    """The singular of a plural noun, as far as its letters tell."""
    if word in SINGULARS:
        return SINGULARS[word]
    for ending, single in (("men", "man"), ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + single
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
