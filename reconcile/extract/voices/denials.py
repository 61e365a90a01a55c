"""Words that call a figure untrue or leave it open: "rejected reports that", "could not confirm a claim of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.extract.names.naming import Naming, name_after, speaks, subject_before
from reconcile.extract.voices.contested import FALSE, NOUNS
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import Force
from reconcile.extract.words.phrases import BE, CONTRASTS, DETERMINERS, adverbial, plural
from reconcile.extract.words.tokens import Token
from reconcile.model import Modality

REJECTS = frozenset(
    """
        reject rejects rejected rejecting dismiss dismisses dismissed dismissing dispute disputes disputed disputing
        rebuff rebuffs rebuffed rebuffing
    """.split()
)
_RULES = frozenset("rule rules ruled ruling".split())
_CALLS = frozenset("call calls called calling consider considers considered deem".split())
TRIGGERS = (
    REJECTS
    | _RULES
    | _CALLS
    | NOUNS
    | frozenset("confirm confirmed verify verified comment corroborate corroborated".split())
)
"""The words at which a construction of this module may begin."""
REPORTS = frozenset(
    """
        report reports claim claims rumour rumours rumor rumors allegation allegations suggestion suggestions
        assertion assertions account accounts figure figures estimate estimates toll accusation accusations notion
    """.split()
)
"""Nouns for what others say, which name nobody."""
_NOT = frozenset("not never cannot refused declined didn't didn’t".split())
"""Before a verb of rejection: "did not dispute reports that"."""
_REACH = 7
"""Words between a verb and what it rejects: "dismissed as false the rebels' latest claim"."""


_BE_OR_NOT = BE | _NOT
_REJECTS_OR_CALLS = REJECTS | _CALLS
DENIES = _RULES | _REJECTS_OR_CALLS


def denial(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "The ministry rejected reports that 19 died", "ruled out that", "called the figure of 19 an exaggeration"."""
    low = words[index].low
    if not {w.low for w in words[max(bounds.start, index - 3) : index]}.isdisjoint(_BE_OR_NOT):
        return
    following = words[index + 1].low if index + 1 < bounds.stop else ""
    if low in _RULES and following == "out":
        last = index + 1 if words[index + 2 : index + 3] and words[index + 2].low == "that" else None
        last = last or _reported(words, index, bounds)
    elif low in _REJECTS_OR_CALLS:
        last = _reported(words, index, bounds)
    else:
        return
    if last is None:
        return
    stop = _stop(words, last, bounds)
    if low in _CALLS:
        false = next((i for i in range(last + 1, stop) if words[i].low in FALSE), None)
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
        if words[here].low == "charge" and words[here + 1].low == "that":
            return here
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
    """ "The ministry could not confirm a claim of 50 dead": an unnamed claim, of which its subject says nothing.

    "Could not verify the rebels' claim that" leaves it the rebels', unconfirmed.
    """
    low = words[index].low
    if low not in CONFIRMS or not _left_open(words, index, bounds):
        return
    here = index + 1
    if low == "comment":
        if here >= bounds.stop or words[here].low not in {"on", "about", "upon"}:
            return
        here += 1
    if [w.low for w in words[here : here + 2]] in (["or", "deny"], ["nor", "deny"], ["or", "dispute"]):
        here += 2
    if here >= bounds.stop - 1:
        return
    if words[here].low in {"that", "whether", "if", "how"}:
        yield _open(index, here, Naming((words[index],)), bounds)
        return
    noun = next((i for i in range(here, min(here + 8, bounds.stop - 1)) if words[i].low in REPORTS), None)
    if noun is None or words[noun + 1].low not in {"that", "of"}:
        return
    owner = next((i for i in range(noun - 1, max(here - 1, noun - 4), -1) if words[i].low.endswith(("'s", "s'"))), None)
    if owner is not None:
        yield _open(index, noun, Naming(tuple(words[here : owner + 1])), bounds)
    elif plural(words[noun].low) and words[here].low not in DETERMINERS:
        subject = subject_before(words, _negation(words, index, bounds), bounds.start)
        relay = subject.naming if subject else None
        yield replace(_open(index, noun, Naming(tuple(words[here : noun + 1])), bounds), relay=relay)
    elif all(w.low in {"a", "an", "the", "any", "those", "these"} for w in words[here:noun]):
        yield _open(index, noun, Naming((words[noun],)), bounds)


def _negation(words: Sequence[Token], index: int, bounds: Bounds) -> int:
    """Where "could not", "was unable to", "declined to" begins, before which the subject stands."""
    here = index
    while here > bounds.start + 1 and (
        words[here - 1].low in _CANNOT_WORDS or words[here - 1].low in BE or adverbial(words[here - 1])
    ):
        here -= 1
    return here


def _open(index: int, last: int, naming: Naming, bounds: Bounds) -> Cue:
    return Cue(index, last, naming, index, None, (last, bounds.stop), Force.SAYS, True, modality=Modality.UNCONFIRMED)


CONFIRMS = frozenset("confirm confirmed verify verified corroborate corroborated comment".split())
_CANNOT = (
    ["could", "not"], ["can", "not"], ["did", "not"], ["would", "not"], ["unable", "to"], ["able", "to"],
    ["declined", "to"], ["refused", "to"], ["yet", "to"], ["declines", "to"], ["refuses", "to"], ["decline", "to"],
    ["have", "not"], ["has", "not"], ["had", "not"], ["does", "not"], ["do", "not"], ["refuse", "to"], ["may", "not"],
    ["would", "neither"], ["could", "neither"],
)  # fmt: skip


_NEITHER = 12
"""Words from "neither the army" to "could confirm"."""
_HAS_NOT = (["have", "not"], ["has", "not"], ["had", "not"])
_CANNOT_WORDS = frozenset(word for pair in _CANNOT for word in pair) | {"cannot", "couldn't", "been", "has", "have"}


def _left_open(words: Sequence[Token], index: int, bounds: Bounds) -> bool:
    """Whether "could not", "declined to" or the like stands before, an adverb between allowed."""
    here = index
    while here > bounds.start and words[here - 1].low not in {"not", "never"} and adverbial(words[here - 1]):
        here -= 1
    before = [w.low for w in words[max(bounds.start, here - 2) : here]]
    lows = [w.low for w in words[max(bounds.start, here - _NEITHER) : here]]
    if "neither" in lows and "nor" in lows and before[-1:] in (["would"], ["could"], ["can"], ["will"]):
        return True
    if words[index].low.endswith("ed") and before not in _HAS_NOT:
        return False
    return before in _CANNOT or before[-1:] in (["cannot"], ["couldn't"], ["neither"])


def unverified(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "The claim by the rebels that 90 surrendered could not be verified": the rebels', unconfirmed."""
    if words[index].low not in REPORTS or index + 3 >= bounds.stop or words[index + 1].low not in {"by", "that", "of"}:
        return
    stop = next((i for i in range(index + 2, bounds.stop) if _unchecked(words, i)), None)
    if stop is None:
        return
    naming, start = Naming((words[index],)), index + 1
    if words[index + 1].low == "by":
        found = name_after(words, index + 2, bounds.stop)
        if not found:
            return
        naming, start = found
    yield Cue(index, index, naming, index, None, (start, stop), Force.SAYS, True, modality=Modality.UNCONFIRMED)


def _unchecked(words: Sequence[Token], index: int) -> bool:
    """ "could not be (independently) verified", "has not been confirmed"."""
    lows = [w.low for w in words[index : index + 7]]
    negated = lows[:1] == ["cannot"] or lows[1:2] == ["not"]
    return negated and bool({"verified", "confirmed", "corroborated", "checked"} & set(lows)) and "be" in " ".join(lows)
