"""Texts with known spans as lessons: cut and seen as `reconcile.extract` cuts and sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gum import Article
from sentences import Marked
from trees import sayings, spans

from reconcile.extract.trained.features import features, labels, view
from reconcile.extract.voices.attribution import attributions
from reconcile.extract.voices.speeches import quoted_words, speeches_of
from reconcile.extract.words.text import Layout, Sentence, lay_out
from reconcile.model import Document, Span


@dataclass(frozen=True, slots=True)
class Lesson:
    """The features of each word of a sentence, and the label that is right for it."""

    features: list[list[str]]
    labels: list[str]


def seen(
    document: Document, layout: Layout, lexicon: Mapping[str, str], ruled: bool = True
) -> Iterator[tuple[Sentence, list[list[str]]]]:
    """Each sentence of a document with the features of its words; without what the rules find if not `ruled`."""
    marks = quoted_words(layout.sentences, speeches_of(document, layout))
    for sentence, quoted in zip(layout.sentences, marks, strict=True):
        found = attributions(sentence.words, quoted) if ruled else []
        yield sentence, features(view(sentence.words, quoted, found), lexicon)


def from_article(article: Article, lexicon: Mapping[str, str], ruled: bool) -> Iterator[Lesson]:
    """The sentences of a document of GUM, but for those in which it is not sure who says what."""
    known: list[tuple[str, Span]] = []
    doubtful: list[int] = []
    for tree in article.trees:
        for each in sayings(tree):
            if not each.sure:
                doubtful.append(tree[each.cue[0]].start)
                continue
            for role, numbers in (("X", each.content), ("S", each.source), ("C", each.cue)):
                known += [(role, span) for span in spans(tree, numbers)]
    document = Document(id=article.name, text=article.text)
    for sentence, names in seen(document, lay_out(document), lexicon, ruled):
        if not any(sentence.start <= offset < sentence.end for offset in doubtful):
            yield Lesson(names, labels(sentence.words, _inside(sentence, known)))


def from_sentence(made: Marked, lexicon: Mapping[str, str], ruled: bool) -> Iterator[Lesson]:
    """The sentences of a made text."""
    document = Document(id="made", text=made.text)
    known = [(role, Span(start, end)) for role, start, end in made.spans]
    for sentence, names in seen(document, lay_out(document), lexicon, ruled):
        yield Lesson(names, labels(sentence.words, _inside(sentence, known)))


def _inside(sentence: Sentence, known: Iterable[tuple[str, Span]]) -> Sequence[tuple[str, Span]]:
    """The spans that touch a sentence; sources and cues behind the contents that they may lie in."""
    here = [(role, span) for role, span in known if span.start < sentence.end and span.end > sentence.start]
    return sorted(here, key=lambda each: "XSC".index(each[0]))


def lexicon_of(articles: Iterable[Article]) -> dict[str, str]:
    """Each word of the corpus with the part of speech that it has most often there (of equals the first)."""
    counts: dict[str, dict[str, int]] = {}
    for article in articles:
        for tree in article.trees:
            for word in tree.values():
                tags = counts.setdefault(word.form, {})
                tags[word.tag] = tags.get(word.tag, 0) + 1
    return {form: max(tags, key=lambda tag: tags[tag]) for form, tags in counts.items() if form.isprintable()}
