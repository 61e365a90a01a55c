"""Who has no evidence: "Doctors have no proof that 200 fell ill", "the court saw no sign of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.extract.names.naming import speaks, subject_before
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import Force
from reconcile.extract.words.tokens import Token

TRIGGERS = frozenset(
    "evidence proof indication indications sign signs confirmation knowledge information reason".split()
)
_HAS = frozenset("has have had saw sees seen see received receives discovered uncovered unearthed".split())
_NONE = frozenset("no little never not".split())
_FEW = 4
"""Words between "have" and the noun: "have no credible evidence"."""


def without_evidence(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """The cue of a subject that has no evidence; what it denies follows the noun."""
    if words[index].low not in TRIGGERS or index + 2 >= bounds.stop:
        return
    has = next((i for i in range(index - 1, max(bounds.start, index - _FEW) - 1, -1) if words[i].low in _HAS), None)
    if has is None or not _NONE.intersection(w.low for w in words[has - 1 : index]):
        return
    after = index + 1
    while after < bounds.stop and words[after].low in {"whatsoever", "at", "all", "so", "far", "yet"}:
        after += 1
    if after >= bounds.stop or words[after].low not in {"that", "of", "to", "for"}:
        return
    subject = subject_before(words, has, bounds.start)
    if subject and speaks(subject.naming) and (subject.naming.pronoun or "") not in {"i", "we"}:
        yield Cue(has, index, subject.naming, subject.begin, None, (after, bounds.stop), Force.SAYS, True)
