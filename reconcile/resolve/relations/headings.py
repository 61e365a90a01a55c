"""Headings of questions that are answered in words: a person's legal status, a cause, who was behind an attack."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.model import Claim

_LADDER = (
    *(
        "wanted",
        "questioned",
        "detained",
        "arrested",
        "charged",
        "indicted",
        "on trial",
        "convicted",
        "sentenced",
        "acquitted",
    ),
    "released",
)
_PLEAS = ("pleaded guilty", "pleaded not guilty")
_AGE = re.compile(r",\s\d{1,3}s?\Z")
_PARTICLES = frozenset("de da del der den van von al el bin ibn la le di du".split())


def heading(claims: Sequence[Claim], rest: str) -> str:
    """The heading of a question whose claims are statements; `rest` is its place and day, with a space before them.

    It presumes nothing: every status that is told is asked for, none is given.
    """
    first = claims[0]
    attribute, counted = first.scope.attribute, first.scope.counted or ""
    if attribute == "status" and first.scope.population:
        people = [claim.scope.population for claim in claims if claim.scope.population]
        return _of_status(claims, next((label for label in people if _has_name(label)), people[0]))
    happened = next(filter(None, map(_happened, claims)), None)
    if attribute == "cause":
        return f"What caused the {happened}{rest}?" if happened else f"What was the cause{rest}?"
    if attribute == "responsibility":
        return f"Who was behind the {happened}{rest}?" if happened else f"Who was responsible{rest}?"
    return _of_state(counted, rest)


def _happened(claim: Claim) -> str | None:
    """The noun in "cause of the fire"."""
    return (claim.scope.counted or "").partition(" the ")[2] or None


def _of_status(claims: Sequence[Claim], person: str) -> str:
    told = {claim.value.words for claim in claims}
    who = _named(person)
    steps = [step for step in _LADDER if step in told]
    if steps:
        return f"Was {who} {_either(steps)}?"
    return f"How did {who} plead?" if told & set(_PLEAS) else f"What is the legal status of {who}?"


def _named(person: str) -> str:
    """The person inside a heading: a name as it is, a description with its article."""
    bare = _AGE.sub("", person)
    return bare if _has_name(person) else f"the {bare}"


def _has_name(person: str) -> bool:
    words = _AGE.sub("", person).split()
    return len(words) > 1 and all(word[:1].isupper() or word in _PARTICLES for word in words)


def _either(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _of_state(counted: str, rest: str) -> str:
    """ "whether the brakes failed" and "state of the talks" as questions."""
    if counted.startswith("state of "):
        return f"What is the {counted}{rest}?"
    asked = counted.removeprefix("whether ")
    if asked.endswith(" failed"):
        return f"Did {asked.removesuffix('ed')}{rest}?"
    if asked.startswith("it was "):
        return f"Was it {asked.removeprefix('it was ')} or not{rest}?"
    return f"Is it so that {asked}?"
