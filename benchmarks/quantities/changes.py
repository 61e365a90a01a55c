"""The change of a quantity in the words of NewsQuant: one of = ~ < > up down.

A verb of change right before the figure tells it, or "up" and "down" that go with no other verb; a noun does not
("a 5 per cent drop", "a rise of 5 per cent"), nor does a verb before "just". A level that is risen or fallen to is
changed, too, unless it stands behind the amount of the change; a sum with a sign before it is not, since CQE wants
the figure itself behind the verb.
"""

from __future__ import annotations

import re

from reconcile.model import Bound, Found

BOUNDS = {
    Bound.ABOUT: "~", Bound.AT_LEAST: ">", Bound.MORE_THAN: ">", Bound.AT_MOST: "<", Bound.LESS_THAN: "<",
    Bound.UP_TO: "<",
}  # fmt: skip
_UP = (
    r"(?:up|upwards?|r[oi]se[sn]?|rising|gain(?:s|ed|ing)?|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?|increas(?:e|es|ed|ing)"
    r"|grew|grow(?:s|n|ing)?|surg(?:e|es|ed|ing)|add(?:s|ed|ing)|advanc(?:e|es|ed|ing)|soar(?:s|ed|ing)?"
    r"|rall(?:y|ied|ying)|ascend(?:s|ed|ing)?|spik(?:e|ed)|boost(?:s|ed|ing)?|expand(?:s|ed|ing)?|swell(?:s|ed)?"
    r"|rebound(?:s|ed)?)"
)
_DOWN = (
    r"(?:down|downwards?|fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|los(?:e|es|t|ing)"
    r"|lower(?:s|ed|ing)?|slid|slid(?:es?|ing)|slump(?:s|ed|ing)?|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?"
    r"|decreas(?:e|es|ed|ing)|shr[aiu]nk(?:s|ing)?|tumbl(?:e|es|ed|ing)|s[aiu]nk|dip(?:s|ped|ping)?|eas(?:e|es|ed|ing)"
    r"|collaps(?:e|es|ed|ing)|descend(?:s|ed|ing)?|skid(?:s|ded|ding)?|stumbl(?:e|es|ed|ing)|sag(?:s|ged|ging)?"
    r"|flop(?:s|ped)?|shed(?:s|ding)?|reduc(?:e|es|ed|ing)|slip(?:s|ped|ping)?|retreat(?:s|ed)?)"
)
_BETWEEN = (
    r"\s(?:(?:\w+\s){1,4}by\s)?(?:by\s|a\s(?=further)|another\s|as\smuch\sas\s|further\s|nearly\s|about\s|around\s"
    r"|some\s|more\sthan\s|(?:down\s|up\s|back\s)?to\s)*\Z"
)
UP, DOWN = (re.compile(rf"\b{verb}{_BETWEEN}", re.IGNORECASE) for verb in (_UP, _DOWN))
PHRASAL = re.compile(
    r"\b(?:giv|gave|mak|made|pick|set|tak|took|build|built|rack|sign|put|turn|bring|brought|knock|shut|hold|held|break"
    r"|broke|call|look|buy|bought|clean|follow|hand|lay|laid|pay|paid|run|ran|throw|threw|writ|wrote|end|stood|com"
    r"|came|coughed|snapp|gobbl|notch|pass)\w*\s(?:up|down)\s\w*\s?\Z",
    re.IGNORECASE,
)
"""Verbs with which "up" and "down" mean no change: "gave up 300 yards"."""
AVERAGE = re.compile(r"\baverag(?:ed|ing)\s\Z")
UNBOUND = ("within ", "inside ", "some ", "surpass", "topp", "tops ")
"""Words that bound the figure to us and are not in CQE's list of bounds."""
SHARE_WORDS = re.compile(r"half|halves|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|\bin\b|\bof\b")
SIGNS = frozenset("$€£¥₹")
ROUNDED = re.compile(r"\b(?:by\s)?(?:about|around|nearly|roughly|approximately)\s", re.IGNORECASE)
SIGNED = re.compile(r"\b(?:by|to)\s(?:\w+\s)?\Z")


def step(text: str, found: Found) -> str:
    """Whether the words before the figure say that it went up or down."""
    left = text[max(0, found.start - 40) : found.start]
    sign = found.value.words[:1] in SIGNS and SIGNED.search(left)
    if PHRASAL.search(left) or sign:
        return "="
    return "up" if UP.search(left) else "down" if DOWN.search(left) else "="


def change(text: str, found: Found, *, share: bool) -> str:
    """The verb of a change goes before "about", and every other bound before the verb."""
    value = found.value
    words = value.words.lower()
    if value.bound is Bound.RANGE or words.startswith(UNBOUND):
        return "="
    moved = step(text, found)
    if share and not ROUNDED.match(value.words):
        return moved if text.endswith("by ", 0, found.start) else "="
    left = text[max(0, found.start - 12) : found.start].lower()
    if value.bound is Bound.ABOUT and moved != "=" and not left.endswith(("up ", "down ")):
        return moved
    if AVERAGE.search(left) and value.bound is Bound.EXACT:
        return "~"
    return BOUNDS.get(value.bound, moved)
