"""The steps of a legal case, in their order; different steps of one case fit together."""

from __future__ import annotations

import re

from reconcile.model import Claim, Kind
from reconcile.resolve.relations.statements import is_stated

_STEPS = (
    (0, r"wanted|witness|not accused"),
    (1, r"detain\w*|in custody|held for questioning|picked up by police|questioned"),
    (2, r"arrest\w*|to be charged"),
    (3, r"(?<!to be )charged|charges (?:were )?(?:filed|brought)"),
    (4, r"indict\w*"),
    (
        5,
        r"pleaded (?:not )?guilty|pleads (?:not )?guilty|on trial|in court"
        r"|trial (?:began|opened|started)|went to court",
    ),
    (6, r"convicted|found guilty|sentenced|jailed|acquitted|found not guilty|cleared of"),
    (7, r"released|freed|bailed"),
    (8, r"charges (?:were |have been )?dropped|case (?:was )?dropped"),
    (9, r"overturned|quashed|annulled"),
)
HELD = 2
"""The step of an arrest; a headline that says arrested of one who is held goes no further."""
_PATTERNS = tuple((step, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for step, words in _STEPS)


def step_of(claim: Claim) -> int | None:
    """The step of a legal case that a text claim about a status names; None where it names none."""
    if claim.value.kind is not Kind.TEXT or (claim.scope.attribute or "status") != "status":
        return None
    words = claim.value.words if is_stated(claim) else f"{claim.value.words} {claim.quote} {claim.scope.counted or ''}"
    return max((step for step, pattern in _PATTERNS if pattern.search(words)), default=None)


_CONTRARY = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (r"acquitted|found not guilty|cleared of", r"convicted|sentenced|jailed|found guilty"),
        (r"plead\w* not guilty", r"plead\w* guilty"),
    )
)
"""Two ways in which one step can go."""


def contrary(left: Claim, right: Claim) -> bool:
    """Whether two claims name opposite ends of one step: convicted and acquitted, two pleas."""
    mine, theirs = left.value.words, right.value.words
    return any(
        (one.search(mine) and other.search(theirs)) or (one.search(theirs) and other.search(mine))
        for one, other in _CONTRARY
    )


_UNINVOLVED = frozenset(("witness", "not accused"))
_ACCUSED = frozenset(("charged", "indicted", "on trial", "convicted", "sentenced"))
_UNDONE = {"released": frozenset(("detained", "arrested")), "charges dropped": frozenset(("charged", "indicted"))}
_IMPLIED = {
    "released": frozenset(("detained", "arrested")),
    **dict.fromkeys(("on trial", "convicted", "sentenced", "acquitted"), frozenset(("charged",))),
}
_STILL = re.compile(r"\b(?:is|are|remains?|still)\b", re.IGNORECASE)


def uninvolved(claim: Claim, other: Claim) -> bool:
    """Whether a claim calls a witness, or accused of nothing, one who is charged by the other claim."""
    return claim.value.words in _UNINVOLVED and other.value.words in _ACCUSED


def implies(said: Claim, denied: Claim) -> bool:
    """Whether a step cannot have been taken without the one that is denied: freed, but "never arrested"."""
    return denied.value.words in _IMPLIED.get(said.value.words, ())


def still_held(claim: Claim, other: Claim) -> bool:
    """Whether a claim says that what the other says is over still lasts: "is in custody" of one who was released."""
    return claim.value.words in _UNDONE.get(other.value.words, ()) and _STILL.search(claim.quote) is not None


_SO_FAR = re.compile(r"\b(?:yet|has|have|is|are)\b", re.IGNORECASE)
_NEVER = re.compile(r"\bnever\b", re.IGNORECASE)


def so_far(denied: Claim) -> bool:
    """Whether a denial only tells how far the case has come: "has not been charged", "is yet to be charged"."""
    return _SO_FAR.search(denied.quote) is not None and _NEVER.search(denied.quote) is None
