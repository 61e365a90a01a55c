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
PARTICLE = re.compile(r"\b(?P<verb>[a-z]+)\s(?:up|down)\s(?:\w+\s){0,2}\Z", re.IGNORECASE)
MOVES = frozenset(
    """
    closed ended finished opened traded edged inched ticked moved jumped climbed slipped dropped dipped nudged settled
    closing ending finishing opening trading edging inching ticking moving going went go goes gone crept creeping
    revised headed heading remained stayed
    """.split()
)
PHRASAL = frozenset(
    """
    gave give given gives make makes made set sets take takes took taken build built put puts bring brings brought shut
    shuts hold holds held break broke broken buy bought follow hand lay laid pay paid run ran throw threw write wrote
    written end ends come comes came blew blow blown woke wake stood stand tore tear struck strike shot shoot wind
    wound dug dig grew grow grown sent send cut cuts sat sit kept keep left leave drew draw caught catch spoke won
    """.split()
)
"""Verbs with which "up" and "down" mean no change: "gave up 300 yards"; so do all in -ed and -ing but MOVES."""
GAMES = re.compile(r"\blo(?:se|ses|st|sing)\s(?:\w+\s)?\Z", re.IGNORECASE)
A_GAME = re.compile(
    r"\s(?:of\b|(?:\w+\s){0,2}(?:games?|match(?:es)?|sets?|series|bouts?|fights?|races?|battles?|elections?|times)\b)"
)
AVERAGE = re.compile(r"\baverag(?:ed|ing|es)\s\Z")
UNBOUND = ("within ", "inside ", "some ", "surpass", "topp", "tops ")
"""Words that bound the figure to us and are not in CQE's list of bounds."""
SHARE_WORDS = re.compile(r"half|halves|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|\bin\b|\bof\b")
SIGNS = frozenset("$€£¥₹")
ROUNDED = re.compile(r"\b(?:by\s)?(?:about|around|nearly|roughly|approximately)\s", re.IGNORECASE)
ROUGHLY = re.compile(r"-odd\b|\bodd\b|something|or so|thereabouts|give or take|more or less|or two")
SIGNED = re.compile(r"\b(?:by|to)\s(?:\w+\s)?\Z")


def step(text: str, found: Found) -> str:
    """Whether the words before the figure say that it went up or down."""
    left = text[max(0, found.start - 40) : found.start]
    sign = found.value.words[:1] in SIGNS and SIGNED.search(left)
    lost = GAMES.search(left) and found.value.unit is None and A_GAME.match(text, found.end)
    if sign or lost or _phrasal(left):
        return "="
    return "up" if UP.search(left) else "down" if DOWN.search(left) else "="


def _phrasal(left: str) -> bool:
    """Whether "up" or "down" goes with a verb that moves no figure ("rounded up 40 goats")."""
    match = PARTICLE.search(left)
    if match is None:
        return False
    verb = match["verb"].lower()
    return verb in PHRASAL or (verb.endswith(("ed", "ing")) and verb not in MOVES)


def change(text: str, found: Found, *, share: bool) -> str:
    """The verb of a change goes before "about", and every other bound before the verb."""
    value = found.value
    words = value.words.lower()
    if value.bound is Bound.RANGE or words.startswith(UNBOUND):
        return "="
    moved = step(text, found)
    if share and value.bound is Bound.ABOUT and not ROUNDED.match(value.words):
        return moved if text.endswith("by ", 0, found.start) else "="
    if value.bound is Bound.ABOUT and found.start == found.number_start and not ROUGHLY.search(words):
        return moved  # "a dozen"
    left = text[max(0, found.start - 12) : found.start].lower()
    if value.bound is Bound.ABOUT and moved != "=" and not left.endswith(("up ", "down ")):
        return moved
    if AVERAGE.search(left) and value.bound is Bound.EXACT:
        return "~"
    return BOUNDS.get(value.bound, moved)
