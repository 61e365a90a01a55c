"""What was heard in an article, cut as PolNeAR's annotators cut: the benchmark's conventions, not the project's.

A source takes along its apposition with the comma before the cue, and what stands in brackets behind it. A cue takes
its auxiliaries, adverbs and the day of speaking. A content has neither the comma before the cue nor the full stop,
holds neither its own source nor its own cue, and ends where the same source goes on to say something else. What one
cue governs is one content, however many quotations it has; whom a quotation speaks of in turn is not told apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from reconcile.extract.trained.listening import Listener
from reconcile.extract.voices.hearing import Heard, hear
from reconcile.extract.words.phrases import ADVERBS, AUXILIARIES, TIME_WORDS
from reconcile.extract.words.text import lay_out
from reconcile.extract.words.tokens import Token
from reconcile.model import Document, Span

Piece = tuple[int, int]
_LOOSE = ",;:.—–-)"
_LOOSE_END = ",;:.—–-(?!"
_TAKEN = frozenset("about against on for of into over".split())
"""Prepositions that belong to the verb before them: "complained about"."""
_HELPERS = AUXILIARIES | ADVERBS | {"'s", "to"}


def attributions(article: dict[str, Any], listener: Listener | None) -> list[dict[str, Any]]:
    """The attributions of an article of the corpus, in its form."""
    document = Document(id=article["id"], text=article["text"])
    layout = lay_out(document)
    heard = [voice for voice in hear(document, layout, listener) if voice.content and not voice.spoken]
    words = _Words([word for sentence in layout.sentences for word in sentence.words])
    by_cue: dict[Span, list[Heard]] = {}
    for voice in heard:
        by_cue.setdefault(voice.cue, []).append(voice)
    cut = [_cut(words, voices, heard) for voices in by_cue.values()]
    return [words.spans(*pieces) for pieces in cut if pieces[2]]


class _Words:
    """The words of an article, found by offset."""

    def __init__(self, words: list[Token]) -> None:
        self.all = words
        self._starts = [word.start for word in words]

    def piece(self, span: Span) -> Piece:
        """The words of a span."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def spans(self, source: Piece, cue: Piece, content: Sequence[Piece]) -> dict[str, Any]:
        """Pieces as the corpus writes them."""
        return {"source": [self._span(source)], "cue": [self._span(cue)], "content": [self._span(c) for c in content]}

    def _span(self, piece: Piece) -> list[int]:
        return [self.all[piece[0]].start, self.all[piece[1] - 1].end]


def _cut(words: _Words, voices: Sequence[Heard], heard: Sequence[Heard]) -> tuple[Piece, Piece, list[Piece]]:
    first = voices[0]
    told = [words.piece(span) for voice in voices for span in voice.content]
    cue = words.piece(first.cue)
    source = _source(words.all, words.piece(first.source_span), cue, told)
    cue = _cue(words.all, cue, source, told)
    stops = [
        words.piece(other.cue)[0] for other in heard if other.cue.start > first.cue.start and _shares(first, other)
    ]
    pieces = [part for piece in told for part in _own(piece, source, cue)]
    ended = [_ended(words.all, piece, cue, stops) for piece in pieces]
    return source, cue, _joined([each for piece in ended if (each := _bare(words.all, piece))])


def _source(words: Sequence[Token], source: Piece, cue: Piece, told: Sequence[Piece]) -> Piece:
    start, stop = source
    for piece in told:
        if start > cue[0] and piece[0] == stop + 1 and words[piece[0]].low in {"a", "an", "the", "who", "one"}:
            return start, next((i for i in range(*piece) if words[i].text in "“\"'.;"), piece[1])
    while stop - 1 > start and words[stop - 1].low in ADVERBS:
        stop -= 1
    if stop < cue[0] and words[stop].text == "(":
        stop = next((i + 1 for i in range(stop, cue[0]) if words[i].text == ")"), stop)
    if stop < cue[0] and words[stop].text == ",":
        last = next((i for i in range(cue[0] - 1, stop, -1) if words[i].text == ","), stop)
        helped = all(_helps(word) for word in words[last + 1 : cue[0]])
        inside = any(word.text == "," for word in words[start:stop])
        stop = last + 1 if helped and (last > stop or inside) else stop
    return start, stop


def _helps(word: Token) -> bool:
    return word.low in _HELPERS or word.low.endswith("ly") or word.low == "n't"


def _cue(words: Sequence[Token], cue: Piece, source: Piece, told: Sequence[Piece]) -> Piece:
    start, stop = cue
    if words[stop - 1].low != "according" and any(piece[0] == stop for piece in told) and words[stop].low in _TAKEN:
        stop += 1
    while start > 0 and _helps(words[start - 1]) and not source[0] <= start - 1 < source[1]:
        start -= 1
    behind = stop >= source[1]
    while behind and stop < len(words) and words[stop].capital and words[stop].low in TIME_WORDS:
        stop += 1
    return start, stop


def _shares(one: Heard, other: Heard) -> bool:
    return one.source_span == other.source_span and one.sentence == other.sentence


def _own(piece: Piece, source: Piece, cue: Piece) -> list[Piece]:
    """A content without its own source and cue."""
    parts = [piece]
    for start, stop in (source, cue):
        parts = [
            part
            for first, last in parts
            for part in ((first, min(last, start)), (max(first, stop), last))
            if part[0] < part[1]
        ]
    return sorted(set(parts))


def _ended(words: Sequence[Token], piece: Piece, cue: Piece, stops: Sequence[int]) -> Piece:
    """Up to where the same source goes on with a cue of its own: "…, adding", "… and said"."""
    start, end = piece
    for stop in sorted(stops):
        here = stop
        while here > start and _helps(words[here - 1]):
            here -= 1
        if start < here < end and cue[0] < start and words[here - 1].low in {",", "and", "but"}:
            return start, here - 1
        if start <= here <= start + 1 and words[stop].low.endswith("ing"):
            return start, start
    return piece


def _bare(words: Sequence[Token], piece: Piece) -> Piece | None:
    start, stop = piece
    while start < stop and words[start].text in _LOOSE:
        start += 1
    while stop > start and words[stop - 1].text in _LOOSE_END:
        stop -= 1
    only = all(not word.word for word in words[start:stop])
    return None if only else (start, stop)


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces in order; those that touch or overlap are one."""
    found: list[Piece] = []
    for piece in sorted(set(pieces)):
        if found and piece[0] <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], piece[1])
        else:
            found.append(piece)
    return found
