"""Very long texts, read piece by piece, so that memory does not grow with the text."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.model import Claim, Kind, Span, proposed_claim_id

LONGEST = 200_000
"""Characters read at once; no article that a person wrote is longer, so nothing is carried over a cut."""

_CUTS = (
    re.compile(r"\n[^\S\n]*\n(?=[^\n]{161})"),  # before a paragraph that is no heading
    re.compile(r"\n"),
    re.compile(r"[.!?]\s+"),
    re.compile(r"\s"),
)
"""Where a text may be cut, best first."""
_SEARCHED = 20_000
"""Characters at the end of a piece in which the cut is looked for."""


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in order as (offset, piece), each of at most `LONGEST` characters; one piece where that is enough."""
    start = 0
    while len(text) - start > LONGEST:
        stop = _cut(text, start + LONGEST)
        yield start, text[start:stop]
        start = stop
    yield start, text[start:]


def _cut(text: str, stop: int) -> int:
    for pattern in _CUTS:
        if last := deque(pattern.finditer(text, stop - _SEARCHED, stop), maxlen=1):
            return last[0].end()
    return stop


def moved(claims: Sequence[Claim], offset: int) -> list[Claim]:
    """Claims read from a piece, with the spans and the ids that they have in the whole text."""
    seen: Counter[tuple[Span | None, Kind]] = Counter()
    ids: dict[str, str] = {}
    placed = []
    for claim in claims:
        span, kind = _moved(claim.span, offset), claim.value.kind
        ids[claim.id] = proposed_claim_id(claim.document, span, kind, seen[span, kind])
        seen[span, kind] += 1
        placed.append(span)
    return [
        replace(
            claim,
            id=ids[claim.id],
            span=span,
            source_span=_moved(claim.source_span, offset),
            cue_span=_moved(claim.cue_span, offset),
            whole=ids[claim.whole] if claim.whole is not None else None,
        )
        for claim, span in zip(claims, placed, strict=True)
    ]


def _moved(span: Span | None, offset: int) -> Span | None:
    return None if span is None else Span(span.start + offset, span.end + offset)
