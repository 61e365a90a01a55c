"""The steps of a legal case, in their order; different steps of one case fit together."""

from __future__ import annotations

import re

from reconcile.model import Claim, Kind

_STEPS = (
    (1, r"detain\w*|in custody|held for questioning|picked up by police"),
    (2, r"arrest\w*"),
    (3, r"charged|charges (?:were )?(?:filed|brought)"),
    (4, r"indict\w*"),
    (5, r"on trial|trial (?:began|opened|started)|went to court"),
    (6, r"convicted|found guilty|sentenced|jailed|acquitted|found not guilty|cleared of"),
    (7, r"released|freed|bailed|charges (?:were |have been )?dropped|case (?:was )?dropped"),
    (8, r"overturned|quashed|annulled"),
)
_PATTERNS = tuple((step, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for step, words in _STEPS)


def step_of(claim: Claim) -> int | None:
    """The step of a legal case that a text claim about a status names; None where it names none."""
    if claim.value.kind is not Kind.TEXT or (claim.scope.attribute or "status") != "status":
        return None
    words = f"{claim.value.words} {claim.quote} {claim.scope.counted or ''}"
    return max((step for step, pattern in _PATTERNS if pattern.search(words)), default=None)
