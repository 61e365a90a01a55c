"""Whom "they said" means behind a statement about themselves: its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reconcile.extract.names.genders import pronoun_of
from reconcile.extract.names.naming import Naming, speaks, subject_before
from reconcile.extract.voices.attribution import Attribution
from reconcile.extract.voices.cues import SPEAKERS
from reconcile.extract.words.phrases import DETERMINERS, plural, verbal
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import human


def of_its_subject(found: Attribution, words: Sequence[Token]) -> Attribution:
    """With the subject of what is said for the pronoun that says it: "Sea rescuers searched until dark, they said".

    Only for "it" and "they" behind a statement whose subject can speak and agrees in number; asked only where nobody
    has spoken right before.
    """
    pronoun = found.naming.pronoun if found.naming else None
    if pronoun not in {"it", "they"} or found.leading or not found.content:
        return found
    first = next((i for i, word in enumerate(words) if word.start >= found.content[0].start), len(words))
    stop = next((i for i, word in enumerate(words) if word.start >= found.cue.start), len(words))
    verb = next((i for i in range(first + 1, stop) if verbal(words[i]) and words[i - 1].low not in DETERMINERS), None)
    subject = subject_before(words, verb, first) if verb is not None else None
    if verb is None or subject is None or not _agrees(subject.naming, pronoun):
        return found
    if words[verb].low in _MUST and not (pronoun == "it" and subject.naming.words[0].capital and verb - first > 1):
        return found
    return replace(found, naming=subject.naming)


_MUST = frozenset("will would can could may might must shall should".split())
"""What is told of others rather than of oneself: "residents must leave, they said"."""


def _agrees(naming: Naming, pronoun: str) -> bool:
    """Whether a speaker is one body for "it", or several for "they"."""
    head = naming.words[-1]
    if naming.pronoun or not speaks(naming) or naming.words[0].text[0].isdigit():
        return False
    if pronoun == "they":
        return plural(head.low) and (head.low in SPEAKERS or bool(human(head.low)))
    if len(naming.words) > 1 and all(word.capital and word.low not in DETERMINERS for word in naming.words):
        return pronoun_of([word.low for word in naming.words]) is None  # "Orm Steel", no person
    return head.low in SPEAKERS and not plural(head.low) and not human(head.low)
