"""Clauses, objects and names from GUM, to fill the patterns of our own with something longer than our own phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gum import Tree
from trees import below, sayings, trimmed

from reconcile.extract.trained.stances import CLASSES

_UNFIT = re.compile(r"[\[\]<>“”\"\n()/=#*]|https?:|\.\.|  |\?$")
_NO_BEGINNING = frozenset("what who how why which when where is are do did so well".split())
_LONGEST = {"clause": 32, "object": 14, "act": 15, "doing": 12, "who": 14}


def borrowed(trees: Iterable[Tree], text: str) -> dict[str, list[str]]:
    """Phrases by the name that the patterns have for them, in the order of the text."""
    found: dict[str, dict[str, None]] = {name: {} for name in ("clause", "speech", "object", "act", "doing", "who")}
    for tree in trees:
        cues = {number for each in sayings(tree) if each.sure for number in each.cue}
        for number in tree:
            for name, words in _phrases(tree, number, cues):
                _keep(found, name, tree, words, text)
    return {name: list(phrases) for name, phrases in found.items()}


def _phrases(tree: Tree, number: int, cues: set[int]) -> list[tuple[str, list[int]]]:
    word = tree[number]
    words = sorted(below(tree, number))
    if word.relation in {"root", "ccomp", "advcl"} and any(tree[k].relation == "nsubj" for k in word.below):
        marks = {k for k in word.below if tree[k].relation in {"mark", "cc"} and word.relation != "root"}
        clause = trimmed(tree, set(words) - marks)
        return [("clause", clause)] if clause and not cues & set(clause) else []
    if word.relation == "obj" and word.broad in {"NOUN", "PROPN"}:
        return [("object", trimmed(tree, words))]
    if word.tag == "VB" and word.relation in {"xcomp", "advcl", "acl"} and tree[words[0]].low == "to":
        return [("act", words[1:])]
    if (
        word.tag == "VBG"
        and word.relation in {"advcl", "acl", "xcomp"}
        and words[0] == number
        and not cues & set(words)
    ):
        return [("doing", words)]
    if word.relation == "nsubj" and word.broad == "PROPN" and CLASSES.get(tree[word.head].low) == "says":
        return [("who", trimmed(tree, words))]
    return []


def _keep(found: dict[str, dict[str, None]], name: str, tree: Tree, words: list[int], text: str) -> None:
    if not words or words != list(range(words[0], words[-1] + 1)) or len(words) > _LONGEST[name]:
        return
    phrase = text[tree[words[0]].start : tree[words[-1]].end]
    if len(phrase) < 3 or _UNFIT.search(phrase):
        return
    if name == "who":
        phrase = f"[S {phrase}{',' if ', ' in phrase else ''}]"
    elif name == "clause":
        if len(words) < 4 or tree[words[0]].low in _NO_BEGINNING:
            return
        if tree[words[0]].broad != "PROPN" and not phrase.startswith(("I ", "I'", "I’")):
            phrase = phrase[0].lower() + phrase[1:]
        found["speech"][phrase[0].upper() + phrase[1:]] = None
    found[name][phrase] = None
