"""Words for a change of level: verbs that tell that something rose or fell, nouns for a rise or a fall."""

from __future__ import annotations

_REGULAR = """
    climb increase decrease jump surge decline gain lose drop add ease widen narrow edge tick inch dip dive slump tumble
    slip plummet plunge soar balloon spike advance rebound recover retreat contract expand accelerate slow weaken
    strengthen strengthened lift raise lower reduce trim hike boost slash shorten lengthen deepen worsen improve
    appreciate depreciate nudge rally skyrocket rocket moderate cool swell vault bulge firm steady deteriorate
    diminish dwindle subside lessen multiply shave
"""
_IRREGULAR = """
    rose rise rises risen rising fell fall falls fallen falling grew grow grows grown growing up down lost shrank
    shrinks shrink shrunk shrinking sank sinks sink sunk sinking slid slide slides sliding crept creep creeps
    creeping leapt
    leap leaps leaping cut cuts cutting swollen swelled dove higher lower slipped slipping dropped dropping trimmed
    trimming plummeted dipped dipping went goes gone go shot shed sheds shedding
"""


def _forms(verb: str) -> list[str]:
    if verb.endswith("y"):
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    stem = verb.removesuffix("e")
    third = verb + ("es" if verb.endswith(("sh", "ch", "s")) else "s")
    return [verb, third, stem + "ed", stem + "ing"]


RISES = frozenset(form for verb in _REGULAR.split() for form in _forms(verb)) | frozenset(_IRREGULAR.split())
"""Every form of the verbs behind which "by 12" or "12 percent" is a change."""
GROWTH = frozenset(
    """
        rise rises increase increases jump drop fall decline decrease gain growth reduction cut cuts surge slump
        raise climb plunge dip leap spike uptick downturn upturn hike boost contraction expansion slide
    """.split()
)
"""Nouns for a change: "a rise of 12 percent", "a 9 percent increase"."""
