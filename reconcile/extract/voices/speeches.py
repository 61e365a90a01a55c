"""Which quotations are speech, and which words stand in them."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.words.text import Layout, Quotation, Sentence
from reconcile.model import Document

_SHORTEST_SPEECH = 4
"""Words of a quotation below which it is a word in quotation marks rather than speech."""


def speeches_of(document: Document, layout: Layout) -> list[Quotation]:
    """The quotations of an article that are speech."""
    return [each for each in layout.quotations if _speech(document.text or "", each)]


def quoted_words(sentences: Sequence[Sentence], speeches: Sequence[Quotation]) -> list[list[bool]]:
    """For each sentence, which of its words stand in speech; both in the order of the text."""
    found = []
    pointer = 0
    for sentence in sentences:
        while pointer < len(speeches) and speeches[pointer].end <= sentence.start:
            pointer += 1
        found.append(_quoted(sentence, speeches, pointer))
    return found


def _speech(text: str, quotation: Quotation) -> bool:
    inner = text[quotation.start + 1 : quotation.end]
    return (
        quotation.carried
        or len(inner.split()) >= _SHORTEST_SPEECH
        or inner.rstrip("”\"’'»")[-1:] in {",", ".", "!", "?", "…"}
    )


def _quoted(sentence: Sentence, speeches: Sequence[Quotation], pointer: int) -> list[bool]:
    marks = [False] * len(sentence.words)
    while pointer < len(speeches) and speeches[pointer].start < sentence.end:
        speech = speeches[pointer]
        for index, word in enumerate(sentence.words):
            if speech.start < word.start and word.end < speech.end:
                marks[index] = True
        pointer += 1
    return marks
