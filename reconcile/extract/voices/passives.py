"""Sources behind "by" and "from", and who carried their words: "dismissed by", "quoted as saying by", "told by"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.extract.names.naming import Naming, name_after, speaks, subject_before
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import MESSAGES, SELF, Force
from reconcile.extract.voices.denials import REJECTS, REPORTS
from reconcile.extract.words.phrases import ADVERBS, BE, DETERMINERS, closes
from reconcile.extract.words.tokens import Token

SAID_BY = frozenset("said announced stated told informed advised assured warned decreed".split())
"""Participles whose "by" names a source of any kind where a clause follows: "it was announced by the palace that"."""
_CARRIED = frozenset("carried quoted cited relayed aired broadcast reported published republished printed".split())
HEARS = frozenset("heard learned learnt understood hears learns".split())
QUOTES = frozenset({"quoted", "quotes", "cited"})
TRIGGERS = REJECTS | HEARS | QUOTES | {"by", "in"}
"""The words at which a construction of this module may begin."""
_PAPERS = frozenset(
    "report memo document documents letter email emails copy papers record records file files text transcript message "
    "messages statement note draft list".split()
)
"""What a paper has seen with its own eyes, which makes it no source: "a memo seen by the Post"."""
_SAYING = frozenset("saying telling".split())
_ACCOUNTS = frozenset("account count reckoning estimate tally admission calculation".split())


def by_agent(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "named by X", "said by X to number six", "it was announced by X that", "the 57 given by X"."""
    found = name_after(words, index + 1, bounds.stop)
    if not found or (found[0].pronoun or "") in SELF or _of_records(words, index):
        return
    naming, after = found
    passive = any(w.low in BE for w in words[max(bounds.start, index - 4) : index])
    clause = passive and after < bounds.stop and words[after].low in {"to", "that", "as", "at"}
    if not speaks(naming) and not (clause and words[index - 1].low in SAID_BY):
        return
    if words[index - 2].low in MESSAGES and not any(w.low in BE for w in words[max(bounds.start, index - 4) : index]):
        return  # the author of the figures: part of their name
    if words[index - 1].low == "seen" and words[index - 2].low in _PAPERS:
        return
    if words[index - 1].low in SAID_BY - {"said", "announced", "stated"} and not clause:
        return
    right = (after, bounds.stop) if clause else None
    yield Cue(
        index - 1, index, naming, index, (_reach(words, index, bounds, passive), index), right, Force.FINDS, False
    )


def put_at(words: Sequence[Token], index: int) -> bool:
    """ "Were put at 18 by", "is estimated at $4m by": a figure that somebody puts somewhere."""
    return any(
        words[here].low in {"at", "as"} and words[here - 1].low in {"put", "estimated", "given", "reckoned"}
        for here in range(index - 1, max(1, index - 7), -1)
    )


def put_by(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """Who puts it there."""
    found = name_after(words, index + 1, bounds.stop)
    if found and speaks(found[0]) and (found[0].pronoun or "") not in SELF:
        yield Cue(index, index, found[0], index, (_reach(words, index, bounds, True), index), None, Force.FINDS, False)


def _of_records(words: Sequence[Token], index: int) -> bool:
    """Whether "by" tells who made or got the records that are the source: "according to records released by"."""
    for here in range(index - 1, max(-1, index - 8), -1):
        if not words[here].word:
            return False
        if words[here].low == "according":
            return True
    return False


def _reach(words: Sequence[Token], index: int, bounds: Bounds, passive: bool) -> int:
    """Where what is said begins: its clause, or its own number and noun in "the 57 passengers named by the line"."""
    start = index - 1
    while start > bounds.start and not (closes(words[start - 1]) and words[start - 1].text not in ",()"):
        start -= 1
    if passive:
        return start
    number = next((i for i in range(index - 2, max(start, index - 6), -1) if words[i].text[0].isdigit()), None)
    return number if number and words[number - 1].low in DETERMINERS | {"than", "against", "from"} else start


def rejected_by(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "Reports that 19 died were dismissed as untrue by the ministry": the ministry denies."""
    be = index - 1
    while be > bounds.start and (words[be].low in ADVERBS or words[be].low.endswith("ly") or words[be].low == "been"):
        be -= 1
    if words[index].low not in REJECTS or words[be].low not in BE | {"has", "have", "had"}:
        return
    by = next(
        (
            i
            for i in range(index + 1, min(index + 7, bounds.stop))
            if words[i].low == "by" or (closes(words[i]) and words[i].text not in "“”\"‘’'")
        ),
        None,
    )
    found = name_after(words, by + 1, bounds.stop) if by is not None and words[by].low == "by" else None
    noun = next((i for i in range(be - 1, bounds.start - 1, -1) if words[i].low in REPORTS | {"talk", "number"}), None)
    if by is not None and found and noun is not None:
        yield Cue(index, by, found[0], index, (noun, be), None, Force.DENIES, False)


def quoted_as(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "X was quoted as saying that …", "“…,” X was quoted by the daily Y as saying"."""
    be = index - 1
    if words[index].low in {"quoted", "quotes"} and be >= bounds.start and words[be].low not in BE:
        yield from _quotes(words, index, bounds)
        return
    if be <= bounds.start or words[be].low not in BE or words[index].low not in {"quoted", "cited"}:
        return
    saying = next((i for i in range(index + 1, min(index + 9, bounds.stop)) if words[i].low in _SAYING), None)
    subject = subject_before(words, be, bounds.start)
    if saying is None or subject is None or words[saying - 1].low != "as" or subject.naming.pronoun in SELF:
        return
    after = saying + 1
    trailing = after >= bounds.stop or closes(words[after]) or words[after].low in {"by", "on", "in"}
    before = subject.begin > bounds.start + 1
    left = (bounds.start, subject.begin) if before and trailing else None
    right = None if left else (after, bounds.stop)
    yield Cue(index, saying, subject.naming, subject.begin, left, right, Force.SAYS, not left, _carrier(words, bounds))


def _quotes(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "Police quoted hospital officials as saying four people had died": the officials, by way of the police."""
    found = name_after(words, index + 1, bounds.stop)
    if not found or [w.low for w in words[found[1] : found[1] + 2]] not in (["as", "saying"], ["as", "telling"]):
        return
    relay = subject_before(words, index, bounds.start)
    right = (found[1] + 2, bounds.stop)
    naming = relay.naming if relay and relay.naming.pronoun not in SELF else None
    yield Cue(index, found[1] + 1, found[0], index, None, right, Force.SAYS, True, naming, aside=True)


def heard_from(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "The committee heard from engineers that …"."""
    if words[index].low not in HEARS or index + 2 >= bounds.stop or words[index + 1].low != "from":
        return
    found = name_after(words, index + 2, bounds.stop)
    if found and found[1] < bounds.stop and words[found[1]].low == "that":
        yield Cue(index, index + 1, found[0], index, None, (found[1], bounds.stop), Force.SAYS, True)


_THEIRS = {"their": "they", "his": "he", "her": "she", "its": "it"}
_VIEWS = frozenset("view opinion estimation judgment judgement reckoning words".split())


def by_account(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "by the sheriff's count", "in the words of the abbot", "in their view"."""
    owner_view = [w.low for w in words[index + 1 : index + 3]]
    if words[index].low == "in" and len(owner_view) == 2 and owner_view[0] in _THEIRS and owner_view[1] in _VIEWS:
        whose = words[index + 1]
        initial = not any(w.word for w in words[bounds.start : index])
        naming = Naming((whose._replace(low=_THEIRS[whose.low]),))
        right = (index + 3, bounds.stop) if initial else None
        left = None if initial else (bounds.start, index)
        yield Cue(index, index + 2, naming, index, left, right, Force.SAYS, initial)
        return
    if words[index].low == "in" and [w.low for w in words[index + 1 : index + 4]] == ["the", "words", "of"]:
        first, found = index + 3, name_after(words, index + 4, bounds.stop)
    elif words[index].low == "by" and [w.low for w in words[index + 1 : index + 4 : 2]] == ["the", "of"]:
        if words[index + 2].low not in _ACCOUNTS:
            return
        first, found = index + 3, name_after(words, index + 4, bounds.stop)
    elif words[index].low == "by":
        noun = next((i for i in range(index + 2, min(index + 8, bounds.stop)) if words[i].low in _ACCOUNTS), None)
        owner = noun and next((i for i in range(noun - 1, index, -1) if words[i].low.endswith(("'s", "s'"))), None)
        if not noun or not owner or noun - owner > 2:
            return
        first, found = index, (Naming(tuple(words[index + 1 : owner + 1])), noun + 1)
    else:
        return
    if found is None or found[0].words[0].low in {"his", "her", "its", "their", "our", "my"}:
        return
    initial = not any(w.word for w in words[bounds.start : index])
    left = None if initial else (bounds.start, index)
    yield Cue(index, first, found[0], index, left, (found[1], bounds.stop) if initial else None, Force.SAYS, initial)


def carried(words: Sequence[Token], cues: Sequence[Cue]) -> list[Cue]:
    """The cues with who carried their words as relay: "in a statement carried by the state agency"."""
    carrier = _carrier(words, Bounds(0, len(words)))
    if carrier is None or not cues:
        return list(cues)
    start, stop = carrier.words[0].start, carrier.words[-1].end
    others = [cue for cue in cues if not start <= cue.naming.words[0].start < stop]
    if not others:
        return list(cues)
    nearest = min(others, key=lambda cue: abs(words[cue.first].start - start))
    return [replace(cue, relay=carrier) if cue is nearest and cue.relay is None else cue for cue in others]


def _carrier(words: Sequence[Token], bounds: Bounds) -> Naming | None:
    """Who carried, quoted or aired what another said."""
    for index in range(bounds.start + 1, bounds.stop - 1):
        if words[index].low != "by":
            continue
        low, before = words[index - 1].low, words[index - 2] if index > 1 else None
        spoken = low in _SAYING or (
            low in _CARRIED
            and before is not None
            and (before.text == "," or before.low in {"as", "statement", "remarks", "comments", "interview", "speech"})
        )
        found = name_after(words, index + 1, bounds.stop) if spoken else None
        if found and (speaks(found[0]) or low in _SAYING):
            return found[0]
    return None
