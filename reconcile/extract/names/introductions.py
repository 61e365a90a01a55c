"""Whom a text introduces before they speak under a label: "the warden, Ada Holm", "we put questions to Per Vik"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from reconcile.extract.names.naming import Naming, name_after
from reconcile.extract.voices.cues import ROLES, TITLES
from reconcile.extract.words.phrases import DETERMINERS, PREPOSITIONS, TIME_WORDS, closes
from reconcile.extract.words.tokens import Token, tokens
from reconcile.model import Document, Span

_ASKED = re.compile(
    r"\b(?:interview(?:ed|s)? (?:with|of )?|spoke (?:to|with)|speaks? (?:to|with)|talk(?:s|ed)? (?:to|with)|asked|asks"
    r"|questions? (?:to|for)|answers? (?:from|by)|q ?& ?a (?:with|:)|questions and answers with|sat down with"
    r"|in conversation with|with (?:us|me) (?:is|was|now)|joined by|our guest|is with us|put to|met|meets)\b",
    re.IGNORECASE,
)
_OUR_REPORTER = re.compile(
    r"\b(?:(?:our|my|the)\s+(?:\w+\s+)?(?:reporter|correspondent|colleague|editor)|reporter|correspondent|colleague),?\s+"
    r"((?:[A-Z][\w’'-]+ ?){1,3})"
)
_OWN_REPORTER = re.compile(
    r"\b[Oo]ur\s+(?:own\s+)?(?:[a-z]+\s+)?(?:reporter|correspondent|colleague|photographer),?\s+"
    r"((?:[A-Z][\w’'-]+ ?){1,3})"
)
_REPORTS = re.compile(
    r"\b((?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+),? (?:(?:reports|has more|has the story|there|sent this report)\s*\."
    r"|is (?:at|in|on|outside|near|there) [^.\n]{0,50}?\bfor us\b)"
)
"""How a broadcaster goes over to its own reporter: "Ada Holm reports."."""
_READ = 6_000
"""Characters of a text in which people are introduced."""
_LONGEST = 5
_ROLE_WORDS = 9


def reporters(text: str) -> frozenset[str]:
    """The last names, in lower case, of those whom a text calls its own reporters."""
    return frozenset(match.group(1).split()[-1].lower() for match in _OWN_REPORTER.finditer(text[:_READ]))


class Introductions:
    """The people whom a text names outside its labels."""

    def __init__(self, document: Document, labels: Sequence[Span]) -> None:
        title = document.title or ""
        text = (document.text or "")[:_READ]
        for label in labels:
            if label.end <= len(text):
                text = text[: label.start] + "." + " " * (label.end - label.start - 1) + text[label.end :]
        self._text = text
        self._full: dict[tuple[str, tuple[str, ...]], Naming | None] = {}
        self._words = tokens(text, 0, len(text))
        self._title = tokens(title, 0, len(title))

    @cached_property
    def _reporters(self) -> frozenset[str]:
        forms = (_OUR_REPORTER, _REPORTS)
        return frozenset(m.group(1).split()[-1].lower() for form in forms for m in form.finditer(self._text))

    def own(self, last: str) -> bool:
        """Whether a name is that of the outlet's own reporter."""
        return last.lower() in self._reporters

    def knows(self, last: str) -> bool:
        """Whether the text or its title has the name with a first name, a title or a role."""
        return self.full(last, []) is not None

    def full(self, last: str, before: Sequence[str]) -> Naming | None:
        """The name that ends in `last` with its first names and what the text says the person is."""
        key = last, tuple(before)
        if key not in self._full:
            self._full[key] = self._found(last, before)
        return self._full[key]

    def _found(self, last: str, before: Sequence[str]) -> Naming | None:
        for words in (self._words, self._title):
            for index, word in enumerate(words):
                if word.low != last.lower() or not word.capital or index == 0:
                    continue
                start = _name_start(words, index)
                given = [w.low for w in words[start:index] if w.low.strip(".") not in TITLES | ROLES]
                if start < index and (not given or not before or before[-1].strip(".") in TITLES | ROLES | set(given)):
                    return _described(words, start, index + 1)
        return None

    def guest(self, first: int, *, only: bool = False) -> Naming | None:
        """Who answers: the person named behind "spoke to" and the like before `first`, with `only` the only one."""
        stop = next((i for i, w in enumerate(self._words) if w.start >= first), len(self._words))
        before = self._words[:stop]
        asked = [match.end() for match in _ASKED.finditer(self._text[:first])]
        named = [(words, *span) for words in (before, self._title) for span in _people(words)]
        for place in asked:
            nearest = [each for each in named if each[0] is before and place <= before[each[1]].start < place + 80]
            if nearest:
                return _described(*nearest[0])
        lasts = {words[stop - 1].low for words, _, stop in named}
        return _described(*named[0]) if only and len(lasts) == 1 else None


def _name_start(words: Sequence[Token], last: int) -> int:
    """Where the capitalised run that ends at `last` begins, at most a few words before."""
    start = last
    while start > max(0, last - _LONGEST) and _part(words[start - 1]):
        start -= 1
    return start


def _part(word: Token) -> bool:
    return word.capital and word.low not in DETERMINERS | TIME_WORDS | PREPOSITIONS and not word.low.endswith("'s")


def _people(words: Sequence[Token]) -> list[tuple[int, int]]:
    """Runs of two or three capitalised words that may be people's names, a byline not among them."""
    found, here = [], 0
    while here < len(words):
        stop = here
        while stop < len(words) and _part(words[stop]):
            stop += 1
        plain = [w for w in words[here:stop] if w.low.strip(".") not in TITLES | ROLES]
        institution = (
            here and words[here - 1].low in {"of", "at", "in", "the"} and words[here].low not in TITLES | ROLES
        )
        if len(plain) in {2, 3} and not institution and (not here or words[here - 1].low != "by"):
            found.append((here, stop))
        here = max(stop, here + 1)
    return found


def _described(words: Sequence[Token], start: int, stop: int) -> Naming:
    """The name with its role: in apposition before or behind it, or behind "is a"."""
    found = name_after(words, start, min(len(words), stop + 20))
    gloss = found[0].gloss if found and found[0].words[-1] == words[stop - 1] else ()
    while start and words[start - 1].low in ROLES and start > 0:
        start -= 1
    return Naming(tuple(words[start:stop]), gloss or _role_before(words, start) or _is_a(words, stop))


def _role_before(words: Sequence[Token], start: int) -> tuple[Token, ...]:
    """The warden in "The warden, Ada Holm"."""
    if start < 2 or words[start - 1].text != ",":
        return ()
    first = start - 1
    while first > 0 and start - first < _ROLE_WORDS and not closes(words[first - 1]):
        first -= 1
    role = tuple(words[first : start - 1])
    return role if role and role[0].low in {"the", "a", "an"} and any(w.low in ROLES for w in role) else ()


def _is_a(words: Sequence[Token], stop: int) -> tuple[Token, ...]:
    """What is told behind a name: a vet at the zoo in "Lise Brandt, 46, is a vet at the zoo"."""
    here = stop
    if here + 2 < len(words) and words[here].text == "," and words[here + 1].text.isdigit():
        here += 3 if words[here + 2].text == "," else 2
    if here + 1 < len(words) and words[here].low in {"is", "was"} and words[here + 1].low in {"a", "an", "the"}:
        end = here + 2
        while end < len(words) and end < here + _ROLE_WORDS and not closes(words[end]) and words[end].low != "who":
            end += 1
        while words[end - 1].low in PREPOSITIONS | DETERMINERS:
            end -= 1
        role = tuple(words[here + 2 : end])
        return role if any(w.low in ROLES for w in role) else ()
    return ()
