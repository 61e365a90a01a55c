"""Nouns in the singular and superlatives as bare adjectives, as far as their letters tell."""

from __future__ import annotations

import re

SINGULARS = {
    "men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "leaves": "leaf", "shelves": "shelf", "knives": "knife", "wolves": "wolf",
    "thieves": "thief", "halves": "half", "calves": "calf", "matrices": "matrix", "series": "series",
    "species": "species", "news": "news", "headquarters": "headquarters", "businesses": "business",
    "movies": "movie", "cookies": "cookie", "ties": "tie", "pies": "pie", "shoes": "shoe", "calories": "calorie",
    "lenses": "lens", "buses": "bus", "gases": "gas", "viruses": "virus", "heroes": "hero", "potatoes": "potato",
    "axes": "axe", "analyses": "analysis", "crises": "crisis", "data": "data", "media": "media", "bonuses": "bonus",
    "zombies": "zombie", "rookies": "rookie", "selfies": "selfie", "cases": "case", "aches": "ache", "caches": "cache",
    "loaves": "loaf", "geese": "goose", "oxen": "ox", "criteria": "criterion", "phenomena": "phenomenon",
    "hypotheses": "hypothesis", "tomatoes": "tomato", "echoes": "echo", "statuses": "status", "campuses": "campus",
    "censuses": "census", "menus": "menu", "quizzes": "quiz", "genies": "genie", "lies": "lie", "dies": "die",
    "calibres": "calibre", "zeroes": "zero", "torpedoes": "torpedo", "mosquitoes": "mosquito", "foxes": "fox",
    "aliases": "alias", "mortgages": "mortgage", "hoodies": "hoodie", "species'": "species", "avatars": "avatar",
    "barracks": "barracks", "means": "means", "crossroads": "crossroads", "lens": "lens",
    "bias": "bias", "canvas": "canvas", "gas": "gas", "atlas": "atlas", "christmas": "christmas", "texas": "texas",
}  # fmt: skip
DEGREES = {
    "best": "good", "worst": "bad", "better": "better", "latest": "late", "largest": "large", "closest": "close",
    "finest": "fine", "rarest": "rare", "safest": "safe", "nicest": "nice", "simplest": "simple", "wisest": "wise",
    "strangest": "strange", "fiercest": "fierce", "whitest": "white", "cutest": "cute", "hugest": "huge",
    "bravest": "brave", "purest": "pure", "widest": "wide", "ripest": "ripe", "eldest": "old", "freest": "free",
}  # fmt: skip
NO_DEGREES = frozenset(
    """
    interest harvest forest request protest contest guest west test arrest suggest invest quest nest chest rest vest
    priest honest modest northwest southwest manifest conquest inquest pest digest earnest
    """.split()
)
DOUBLED = re.compile(r"([bdgnt])\1\Z")
ENDINGS = (("men", "man"), ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"))


def singular(word: str) -> str:
    """The singular of a plural noun."""
    if word in SINGULARS:
        return SINGULARS[word]
    for ending, single in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + single
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def superlative(low: str) -> str:
    """Without a possessive, and a superlative as the bare adjective."""
    low = low.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")
    if low in DEGREES:
        return DEGREES[low]
    if not low.endswith("est") or len(low) < 6 or low in NO_DEGREES:
        return low
    stem = low[:-3]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    return stem[:-1] if DOUBLED.search(stem) else stem
