"""A paper that corrects itself: "an earlier version said 19; the figure is 14", "we wrongly reported that"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.extract.names.naming import Naming
from reconcile.extract.voices.cue import Cue
from reconcile.extract.words.tokens import Token
from reconcile.model import Stance

_FORMER = frozenset("earlier previous original first initial".split())
_ISSUES = frozenset("version versions edition editions report story article caption headline post".split())
_WRONGLY = frozenset("wrongly incorrectly mistakenly erroneously inaccurately falsely".split())
_INSTEAD = frozenset("it they there he she the that this".split())
_PAST = frozenset("said stated reported wrote gave put claimed described named".split())


def own_earlier(naming: Naming) -> bool:
    """Whether a name means what the outlet itself printed before: "the first print of this report"."""
    lows = [w.low for w in naming.words if w.low not in {"a", "an", "the", "our"}]
    issue = next((i for i, low in enumerate(lows[1:3], 1) if low in _ISSUES), None)
    if issue is None or lows[0] not in _FORMER:
        return False
    return "of" not in lows[issue:] or not _ISSUES.isdisjoint(lows[issue + 1 :])


def corrects(words: Sequence[Token], cue: Cue) -> bool:
    """Whether what a cue of the outlet itself covers is called wrong by the same sentence."""
    if own_earlier(cue.naming):
        return True
    if cue.naming.words[0].low not in {"we", "our"} or cue.right is None or words[cue.first].low not in _PAST:
        return False
    if words[cue.first - 1].low in _WRONGLY:
        return True
    mark = next((i for i in range(cue.last, len(words) - 2) if words[i].text == ";"), None)
    return mark is not None and words[mark + 1].low in _INSTEAD


_ISSUE = r"(?:article|story|report|page|piece|item|post|headline|caption|graphic)"
_GAVE = r"(?:gave|put|said|stated|reported|wrote|listed|described|had)"
_EARLIER = re.compile(
    r"\b(?:earlier|previous|original|first|initial)\s(?:version|edition)s?"
    rf"(?:\sof\s(?:this|the|our|that|an?)\s(?:\w+\s)?{_ISSUE})?\s(?:\w+ly\s|also\s)?{_GAVE}\b"
    rf"|\b(?:[Tt]his|[Oo]ur)\s(?:\w+\s)?{_ISSUE}\s(?:originally|initially|first|\w+ly)\s{_GAVE}\b"
)
"""What an outlet printed before, however it is told."""
_UNDER_LABEL = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Aa]n?)\s(?:\w+\s)?(?:article|story|page|piece|item|post|headline|caption|graphic)"
    rf"\s(?:also\s|\w+ly\s)?{_GAVE}\b"
)
""" "The article also gave", which tells of a mistake only in a correction."""
_LABEL = re.compile(r"\b(?:[Cc]orrections?|CORRECTIONS?|[Cc]orrected|[Cc]larifications?)\b")
_RIGHTLY = re.compile(r";|\b(?:when|but|while|whereas|although|though|not|instead|rather|in fact|should)\b")
_NOT = re.compile(r"\bnot\b")
_AHEAD = 60
_BACK = 600
"""Characters of a paragraph that are looked at before a figure."""


def misprinted(text: str, start: int, offset: int) -> Stance | None:
    """How a figure of a sentence that begins at `start` stands where the outlet tells what it printed before.

    Denied is what "an earlier version gave"; what follows "when" or "not" is the right one. None: tells of no such.
    """
    sentence = text[max(start, offset - _BACK) : offset]
    if found := _EARLIER.search(sentence):
        return Stance.ASSERTS if _RIGHTLY.search(sentence, found.end()) else Stance.DENIES
    found = _UNDER_LABEL.search(sentence) if _corrected(text, offset) else None
    told = found and not _RIGHTLY.search(sentence, found.end()) and not _NOT.search(text, offset, offset + _AHEAD)
    return Stance.DENIES if told else None


def _corrected(text: str, offset: int) -> bool:
    """Whether the paragraph calls itself a correction before the figure."""
    begin = max(text.rfind("\n", 0, offset) + 1, offset - _BACK)
    return _LABEL.search(text, begin, offset) is not None
