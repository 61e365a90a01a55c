"""What is told of things that are there anyway: stations that opened late are not those from which someone was barred.

A count of the dead tells what happened to them; a count of stations, votes or names tells it only by its verb and its
subject. Two such counts contradict each other where these are the same, and a figure taken back contradicts nothing.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reconcile.resolve.entry import Entry
from reconcile.resolve.words.everyday import EVERYWHERE
from reconcile.resolve.words.terms import WORD, concept, concepts, plain, word_set

_THERE_ANYWAY = concepts("sites stations schools villages districts votes voters ballots names members men women")
"""Attributes, as comparable words, of what is there whether or not anything happened to it."""
_VOTES = concepts("votes ballots")
_PART = re.compile(r"[,;:()–—]|\b(?:while|whereas|but|and)\b")
"""What ends the part of a sentence that has one predicate."""
_NO_VERB = word_set(
    "say said tell told accord report speak spoke give gave count about around near almost rough over out"
)
_MARGIN = re.compile(r"\b(?:by|leads?|leading|ahead|margin|majority|behind)\b[^,;.]{0,20}\Z", re.IGNORECASE)
_NAMED = re.compile(r"(?<![\w-])(?:(?P<before>[a-z]+) )?(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)*)(?![\w-])")
_WHERE = frozenset(("in", "at", "near", "of", "from", "on", "after", "since"))
_OF_OURS = re.compile(
    r"\bwe (?:(?:had|have|first|earlier|wrongly|mistakenly|incorrectly|originally) )*"
    r"(?:wrote|written|reported|said|stated|published|printed|gave|put)\b"
    r"|\b(?:an earlier|a previous) version of this (?:article|story|report|post)\b",
    re.IGNORECASE,
)
_RIGHTED = re.compile(
    r"\b(?:correction|corrected|wrong\w*|mistake\w*|incorrect\w*|sorry|apologi[sz]e|put (?:that|it|this) right)\b"
    r"|\A[^.!?\n]{0,80}[.!?]\s+(?:It was|There were|The (?:right|correct|true) (?:figure|number))\b",
    re.IGNORECASE,
)
_AROUND = 80
"""Characters before a figure, and twice as many after it, in which a report calls the figure its own mistake."""


def of_other_things(left: Entry, right: Entry) -> bool:
    """Whether two counts of what is there anyway have neither a verb nor a subject in common."""
    if not (_there_anyway(left) and _there_anyway(right)):
        return False
    if _VOTES & _head(left) and _VOTES & _head(right):
        names = _whose(left), _whose(right)
        if _is_margin(left) is not _is_margin(right) or (all(names) and not names[0] & names[1]):
            return True
        if names[0] & names[1]:
            return False
    return not (_told_of(left) & _told_of(right) or _said_of(left) & _said_of(right))


def taken_back(entry: Entry) -> bool:
    """Whether a report gives a figure as its own mistake: "we wrote that 30 had been shut; it was three"."""
    span, text = entry.claim.span, entry.document.text
    if span is None or not text or entry.claim.source is not None:
        return False
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + 2 * _AROUND]
    ours = _OF_OURS.search(before[max(before.rfind(". "), before.rfind("\n")) + 1 :])
    return ours is not None and bool(_RIGHTED.search(after) or _RIGHTED.search(before))


def foretold(shown: Entry, told: Entry) -> bool:
    """Whether a text, right after its own lower figure, only expects that of the headline: "nearer 30 by tonight"."""
    ends, text, span = (shown.claim.value.low, told.claim.value.high), told.document.text, told.claim.span
    if span is None or not text or not isinstance(ends[0], Decimal) or not isinstance(ends[1], Decimal):
        return False
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    return ends[0] > ends[1] and any(
        re.search(rf"{_EXPECTS}[^.;!?]{{0,30}}\b{re.escape(words)}\b", after, re.IGNORECASE)
        for words in {str(ends[0]), shown.claim.value.words}
        if words
    )


_EXPECTS = r"(?:\b(?:will|could|may|might|expect\w*|fear\w*|closer to|nearer|likely|before long)|'ll|’ll)"


def _there_anyway(entry: Entry) -> bool:
    return bool(entry.document.text) and entry.sort == "count" and bool(_THERE_ANYWAY & _head(entry))


def _head(entry: Entry) -> frozenset[str]:
    """The noun of an attribute, as a comparable word: stations for polling stations, employees for those on site."""
    return concepts(_BEFORE.split(entry.claim.scope.attribute or "")[0].rpartition(" ")[2])


_BEFORE = re.compile(r" (?:on|of|in|at|to|from|with|without|for|by|told|who|where)\b")


def _told_of(entry: Entry) -> frozenset[str]:
    """The words of a figure's part of the sentence, without the noun that is counted, names and words of saying."""
    before, after = _around(entry)
    told = f"{_PART.split(before)[-1]}{entry.claim.quote}{_PART.split(after)[0]}"
    lower = " ".join(word for word in told.split() if not word[:1].isupper())
    return concepts(lower) - _noun(entry) - EVERYWHERE - _NO_VERB


def _noun(entry: Entry) -> frozenset[str]:
    """The noun that is counted, with what stands before it: "polling stations" of "polling stations opened"."""
    words = WORD.findall(plain(entry.claim.scope.counted))
    last = max((place for place, word in enumerate(words) if word.endswith("s")), default=len(words) - 1)
    return frozenset(concept(word) for word in words[: last + 1]) | frozenset(entry.facet.split())


def _said_of(entry: Entry) -> frozenset[str]:
    """What the words for what is counted themselves say happened: "closed" of "schools closed"."""
    words = WORD.findall(plain(entry.claim.scope.counted))
    first = min((place for place, word in enumerate(words) if word.endswith("s")), default=len(words) - 1)
    return concepts(" ".join(words[first + 1 :])) - frozenset(entry.facet.split()) - _NO_VERB


def _around(entry: Entry) -> tuple[str, str]:
    """The sentence of a claim before and after its quotation."""
    before, _, after = entry.sentence.partition(entry.claim.quote)
    return before, after


def _up_to_figure(entry: Entry) -> str:
    """The sentence of a claim up to its figure."""
    told = _around(entry)[0] + entry.claim.quote
    figure = told.rfind(entry.claim.value.words) if entry.claim.value.words else -1
    return told[:figure] if figure >= 0 else told


def _is_margin(entry: Entry) -> bool:
    """Whether so many are not all the votes of one side, but by how many it is ahead."""
    return _MARGIN.search(_up_to_figure(entry)) is not None


def _whose(entry: Entry) -> frozenset[str]:
    """The words of the last name before a figure that is no place: whose votes they are."""
    names = [match for match in _NAMED.finditer(_up_to_figure(entry)) if match["before"] not in _WHERE]
    return concepts(names[-1]["name"]) if names else frozenset()
