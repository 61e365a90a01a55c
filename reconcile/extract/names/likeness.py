"""Whether two names in one article mean one speaker, and what they tell together."""

from __future__ import annotations

import re
from dataclasses import replace

from reconcile.extract.names.genders import fits
from reconcile.extract.names.speakers import PERSON_ROLES, Speaker
from reconcile.extract.voices.cues import HE_OR_SHE

CORPORATE = re.compile(
    r"\b(?:ltd|limited|inc|plc|s\.?a\.?|gmbh|ag|llc|corp|co|n\.?v\.?|s\.?p\.?a\.?|company)\b\.?", re.IGNORECASE
)


FIRMS = frozenset(
    "company firm owner operator employer airline insurer caterer retailer manufacturer developer".split()
)
"""Words by which a named company is called later on."""
NAMED_FIRM = re.compile(r"\b((?:[A-Z][\w’'&-]* ){1,4}(?:Ltd|Limited|Inc|Plc|PLC|GmbH|LLC|Corp|Corporation|Co))\b")


def keys(speaker: Speaker) -> set[str]:
    """What a speaker can be found by: its names, its head noun, the words of its role."""
    role = re.findall(r"\w+", (speaker.source.role or "").lower())
    firm = {"firm"} if is_firm(speaker) or speaker.head in FIRMS else set()
    return {*speaker.names, speaker.head, *(word for word in role if word in PERSON_ROLES), *firm}


def is_firm(speaker: Speaker) -> bool:
    """Whether a speaker is a named company: "Orm Lines Ltd", "Orm Lines, the owner"."""
    role = re.findall(r"\w+", (speaker.source.role or "").lower())
    corporate = speaker.human is not True and CORPORATE.search(speaker.source.name)
    return bool(speaker.names) and (bool(corporate) or (speaker.human is False and not FIRMS.isdisjoint(role)))


def gender_fits(pronoun: str, speaker: Speaker) -> bool:
    return pronoun not in HE_OR_SHE or fits(pronoun, speaker.source.name.lower().replace(".", "").split())


_NUMBERED = re.compile(r"\b\d+(?:st|nd|rd|th)?\b", re.IGNORECASE)


def same(earlier: Speaker, later: Speaker) -> bool:
    numbers = [frozenset(_NUMBERED.findall(speaker.source.name.lower())) for speaker in (earlier, later)]
    if all(numbers) and numbers[0] != numbers[1]:
        return False
    if later.names:
        if earlier.many and not later.many:
            return False
        if len(later.names) == 1 and len(earlier.names) > 1:
            return later.names[0] == earlier.names[-1] or (
                later.names[0] == earlier.names[0] and later.human is None and earlier.human is not True
            )
        return (bool(earlier.names) and set(later.names) <= set(earlier.names)) or set(earlier.names) == set(
            later.names
        )
    if earlier.many != later.many:
        return False
    if later.head in FIRMS and later.source.name.lower() == later.head and is_firm(earlier):
        return True
    if later.head in PERSON_ROLES:
        return (
            earlier.human is True
            and bool(earlier.source.role)
            and later.head in re.findall(r"[\w’']+", (earlier.source.role or "").lower())
            and later.source.name == later.head
        )
    bare = later.source.name.lower()
    return (
        earlier.human is not True
        and earlier.head == later.head
        and (bare == later.head or bare in earlier.source.name.lower())
    )


def merged(earlier: Speaker, later: Speaker) -> Speaker:
    """The later, fuller form; what only the earlier one told stays."""
    source = replace(
        later.source,
        body=later.source.body or earlier.source.body,
        role=later.source.role or earlier.source.role,
        person=later.source.person or earlier.source.person,
    )
    return replace(later, source=source, human=later.human if later.human is not None else earlier.human)
