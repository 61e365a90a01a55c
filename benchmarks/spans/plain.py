"""The baseline: what a page of plain rules finds ("X said", "…," said X, according to X)."""

from __future__ import annotations

import re
from typing import Any

_PROPER = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}"
_NAME = r"(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he |[Aa]n? )?[\w.’'-]+(?: [\w.’'-]+){0,5}?)"
_VERB = (
    r"(?:said|says|added|wrote|argued|claimed|noted|announced|stated|reported|insisted|warned|explained|asked|declared"
    r"|confirmed|denied)"
)
_PATTERNS = [
    re.compile(pattern)
    for pattern in (
        rf"[“\"](?P<content>[^”\"\n]{{1,600}})[”\"],? (?P<source>{_NAME}) (?P<cue>{_VERB})\b",
        rf"[“\"](?P<content>[^”\"\n]{{1,600}})[”\"],? (?P<cue>{_VERB}) (?P<source>{_PROPER})",
        r"(?P<content>[^.\n]{1,400}?),? (?P<cue>according to) (?P<source>[^.,\n]{1,120})",
        rf"(?P<content>[^.\n“”]{{1,400}}?), (?P<source>{_NAME}) (?P<cue>said|says)\b",
        rf"(?P<source>{_NAME}) (?P<cue>{_VERB}) (?P<content>[^.\n]{{1,400}})",
    )
]


def attributions(article: dict[str, Any]) -> list[dict[str, Any]]:
    """The attributions of an article of the corpus by the first pattern that fits each place."""
    found: list[dict[str, Any]] = []
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(article["text"]):
            if any(match.start() < end and match.end() > start for start, end in taken):
                continue
            taken.append(match.span())
            found.append({role: [list(match.span(role))] for role in ("source", "cue", "content")})
    return found
