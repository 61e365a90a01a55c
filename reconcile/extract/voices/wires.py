"""What of a text is an agency's report and what the outlet's own: datelines, credits, rules, the outlet's own name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reconcile.extract.voices.sourcing import credited
from reconcile.extract.words.text import DATELINE, Layout, Sentence
from reconcile.model import Document, Span

_OURS = re.compile(
    r"\b(?:our|this newspaper[’']s|the paper[’']s)\s+(?:own\s+)?(?:\w+\s+)?"
    r"(?:reporters?|correspondents?|newsroom|readers|bureau|desk|staff)\b"
    r"|\bthis (?:newspaper|paper|website|station|programme)\b|\b(?:told|tells) us\b"
    r"|\b[Ww]e (?:asked|visited|spoke|went|met|approached|contacted|found|put)\b",
    re.IGNORECASE,
)
_VERB_BEHIND = re.compile(
    r"(?:[’']s? (?:own )?(?:reporters?|correspondents?|photographers?|newsroom|analysis|team|readers)\b"
    r"| (?:has |had |also |itself )*(?:went|found|saw|spoke|met|visited|asked|understands|learn(?:ed|t|s)|reported"
    r"|reports|knows|counted|obtained|seen|contacted|talked|can reveal|was told|has been told|approached|watched"
    r"|called|adds|added|writes)\b)"
)
_TOLD = re.compile(r"\b(?:told|tells|telling|informed|showed|assured|by|interview with) (?:the )?$", re.IGNORECASE)
_RULE = re.compile(r"\W{3,}$")
_END = re.compile(r"(?<=[.!?”\"])\s*\((?P<agency>[^()\n]{2,40})\)\s*$")
_CREDIT = re.compile(r"\(([^()\n]+)\)")
_SMALL = frozenset("the of and".split())


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    label: str
    sentences: tuple[Sentence, ...]


def agency_parts(document: Document, layout: Layout, agency: str) -> tuple[Span, ...]:
    """The stretches of the text that are the agency's, in order.

    A dateline with its name begins one, its name in brackets behind a paragraph ends one. A rule, a dateline without
    the agency and a paragraph in which the outlet speaks of itself begin the outlet's own, up to the next dateline.
    Where the outlet's own people stand in the credit, too, they wrote the paragraph behind it.
    """
    text = document.text or ""
    paragraphs = list(_paragraphs(text, layout.sentences))
    lines = [i for i, p in enumerate(paragraphs) if agency in p.label]
    names = _names(document.outlet)
    parts: list[Span] = []
    begin = None if lines else 0
    for index, paragraph in enumerate(paragraphs):
        if agency in paragraph.label:
            own = _shared(paragraph.label) and paragraph is not paragraphs[-1]
            begin = (paragraph.end if own else paragraph.start) if begin is None else begin
        elif begin is not None and index and _own(text, paragraph, layout, names):
            parts.append(Span(begin, paragraph.start))
            begin = None
        ends = _END.search(text, paragraph.start, paragraph.end)
        if begin is not None and ends and ends["agency"] == agency:
            parts.append(Span(begin, paragraph.end))
            begin = None
    if begin is not None:
        parts.append(Span(begin, len(text)))
    return tuple(parts)


def _shared(label: str) -> bool:
    """Whether a dateline credits an agency and the outlet's own people: "(NFU/own report)"."""
    credit = _CREDIT.search(label)
    return credit is not None and credited(credit[1]) != credit[1]


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> list[_Paragraph]:
    found = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        inside = tuple(group)
        line = text.rfind("\n", 0, inside[0].start) + 1
        dateline = DATELINE.match(text, line, inside[-1].end)
        label = text[line : inside[0].start] if dateline else ""
        found.append(_Paragraph(line, inside[-1].end, label, inside))
    return found


def _own(text: str, paragraph: _Paragraph, layout: Layout, names: Sequence[re.Pattern[str]]) -> bool:
    words = text[paragraph.start : paragraph.end]
    if _RULE.match(words.strip()) or ("(" in paragraph.label):
        return True
    for pattern in (_OURS, *names):
        for match in pattern.finditer(text, paragraph.start, paragraph.end):
            if any(q.start < match.start() < q.end for q in layout.quotations if q.start < paragraph.end):
                continue
            if pattern is _OURS or _VERB_BEHIND.match(text, match.end()):
                return True
            if _TOLD.search(text, paragraph.start, match.start()):
                return True
    return False


def _names(outlet: str | None) -> list[re.Pattern[str]]:
    """The outlet's name as it calls itself: in full, without its town, its last word behind "the"."""
    words = [w for w in (outlet or "").split() if w.lower() not in _SMALL]
    forms = {" ".join(words[i:]) for i in range(len(words))}
    before, of, _ = (outlet or "").removeprefix("The ").partition(" of ")
    forms |= {before} if of else set()
    found = []
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        whole = form == " ".join(words)
        lead = r"\b(?:[Tt]he )?" if whole else r"\b[Tt]he "
        found.append(re.compile(lead + re.escape(form) + r"\b"))
    return found
