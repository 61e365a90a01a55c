"""Words that call a figure untrue or leave it open: "rejected reports that", "could not confirm a claim of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.extract.cue import Bounds, Cue
from reconcile.extract.cues import Force
from reconcile.extract.naming import Naming, speaks, subject_before
from reconcile.extract.phrases import BE, CONTRASTS
from reconcile.extract.tokens import Token
from reconcile.model import Modality

REJECTS = frozenset(
    """
        reject rejects rejected rejecting dismiss dismisses dismissed dismissing dispute disputes disputed disputing
        rebuff rebuffs rebuffed rebuffing
    """.split()
)
_RULES = frozenset("rule rules ruled ruling".split())
_CALLS = frozenset("call calls called calling".split())
TRIGGERS = REJECTS | _RULES | _CALLS | frozenset({"confirm", "verify"})
"""The words at which a construction of this module may begin."""
REPORTS = frozenset(
    """
        report reports claim claims rumour rumours rumor rumors allegation allegations suggestion suggestions
        assertion assertions account accounts figure figures estimate estimates toll
    """.split()
)
"""Nouns for what others say, which name nobody."""
_NOT = frozenset("not never cannot refused declined didn't didn’t".split())
"""Before a verb of rejection: "did not dispute reports that"."""
_FALSE = frozenset(
    """
        exaggeration exaggerated false untrue wrong baseless fabricated fabrication inflated nonsense lie lies
        propaganda incorrect inaccurate invented fiction
    """.split()
)
_REACH = 7
"""Words between a verb and what it rejects: "dismissed as false the rebels' latest claim"."""


def denial(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "The ministry rejected reports that 19 died", "ruled out that", "called the figure of 19 an exaggeration"."""
    low = words[index].low
    if not {w.low for w in words[max(bounds.start, index - 3) : index]}.isdisjoint(BE | _NOT):
        return
    following = words[index + 1].low if index + 1 < bounds.stop else ""
    if low in _RULES and following == "out":
        last = index + 1 if words[index + 2 : index + 3] and words[index + 2].low == "that" else None
        last = last or _reported(words, index, bounds)
    elif low in REJECTS | _CALLS:
        last = _reported(words, index, bounds)
    else:
        return
    if last is None:
        return
    stop = _stop(words, last, bounds)
    if low in _CALLS:
        false = next((i for i in range(last + 1, stop) if words[i].low in _FALSE), None)
        if false is None:
            return
        stop = false
    subject = subject_before(words, index, bounds.start)
    if subject and speaks(subject.naming):
        yield Cue(index, last, subject.naming, subject.begin, None, (last + 1, stop), Force.DENIES, True)


def _reported(words: Sequence[Token], index: int, bounds: Bounds) -> int | None:
    """The noun for what others say, with "that" or "of" behind it; never a claim of money, which is made."""
    for here in range(index + 1, min(index + _REACH, bounds.stop - 2)):
        if not words[here].word or words[here].low in {"that", "of", "against", "for"}:
            return None
        if words[here].low in REPORTS and words[here + 1].low in {"that", "of"}:
            return None if words[here + 2].text in "$€£" else here
    return None


def _stop(words: Sequence[Token], last: int, bounds: Bounds) -> int:
    """Where what is rejected ends: a semicolon, a contrast, or a mark before another verb of the subject."""
    for here in range(last + 1, bounds.stop - 1):
        if words[here].text == ";" or words[here].low in CONTRASTS:
            return here
        follower = words[here + 1].low
        if words[here].text == "," and (follower == "and" or (follower.endswith("ing") and follower != "including")):
            return here
    return bounds.stop


def open_claim(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "The ministry could not confirm a claim of 50 dead": an unnamed claim, of which its subject says nothing."""
    before = [w.low for w in words[max(bounds.start, index - 2) : index]]
    refused = before[-2:] in (
        ["could", "not"],
        ["can", "not"],
        ["did", "not"],
        ["would", "not"],
        ["unable", "to"],
        ["declined", "to"],
        ["refused", "to"],
    )
    if words[index].low not in {"confirm", "verify"} or not (refused or before[-1:] in (["cannot"], ["couldn't"])):
        return
    here = index + 1
    if before[:1] == ["declined"] and here < bounds.stop and words[here].low in {"reports", "rumours", "claims"}:
        return  # `unconfirmed` reads "declined to confirm reports": the reports are the source
    while here < bounds.stop - 1 and words[here].low in {"a", "an", "the", "any", "those", "these"}:
        here += 1
    if here < bounds.stop - 1 and words[here].low in REPORTS and words[here + 1].low in {"that", "of"}:
        naming = Naming((words[here],))
        yield Cue(
            index, here, naming, index, None, (here, bounds.stop), Force.SAYS, True, modality=Modality.UNCONFIRMED
        )
