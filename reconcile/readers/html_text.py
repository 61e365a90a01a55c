"""The main text of a page, from its tags alone: paragraphs by block elements, boilerplate left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from reconcile.readers.html_tokens import VOID, End, Start, Text, Token
from reconcile.readers.reading import Tell

_BOILERPLATE_NAMES = (
    "nav header footer aside form script style noscript template svg math button select option textarea iframe object "
    "audio video canvas dialog menu head xmp noembed noframes"
)
BOILERPLATE = frozenset(_BOILERPLATE_NAMES.split())
"""Elements whose words are not the article's."""

_BLOCKS_NAMES = (
    "p div article main section h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote figure figcaption pre table tr td th "
    "caption address details summary hr body html"
)
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_SHORTEST_ARTICLE = 200
"""Characters from which the longest <article> or <main> is trusted to hold the whole text."""


@dataclass(slots=True)
class _Page:
    """What stands on the page so far: its paragraphs, and which of them lie inside an article or main element."""

    left_out: frozenset[str]
    paragraphs: list[tuple[str, int, bool]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    bullet: bool = False
    skipped: str | None = None
    skipped_depth: int = 0
    skipped_words: int = 0
    article: int = 0
    articles: int = 0
    article_depth: int = 0
    main_depth: int = 0

    def close(self) -> None:
        """Ends the paragraph."""
        words = " ".join("".join(self.words).split())
        if words and words != "•":
            mark = "• " if self.bullet and not words.startswith("•") else ""
            self.paragraphs.append((mark + words, self.article, self.main_depth > 0))
            self.bullet = False
        self.words = []

    def start(self, tag: Start) -> None:
        """A start tag: a block, a line break, an article, or something to leave out."""
        if self.skipped:
            self.skipped_depth += tag.name == self.skipped
        elif tag.name in self.left_out or _hidden(tag):
            if tag.name not in VOID:
                self.close()
                self.skipped, self.skipped_depth, self.skipped_words = tag.name, 1, 0
        elif tag.name == "br":
            self.words.append(" ")
        elif tag.name in _BLOCKS:
            self.close()
            self._enter(tag.name)

    def _enter(self, name: str) -> None:
        if name == "li":
            self.bullet = True
        elif name == "main":
            self.main_depth += 1
        elif name == "article":
            if self.article_depth == 0:
                self.articles += 1
                self.article = self.articles
            self.article_depth += 1

    def end(self, name: str) -> None:
        """An end tag; one that closes nothing changes nothing."""
        if self.skipped:
            self.skipped_depth -= name == self.skipped
            if self.skipped_depth == 0:
                self.skipped = None
        elif name in _BLOCKS:
            self.close()
            self._leave(name)

    def _leave(self, name: str) -> None:
        if name == "li":
            self.bullet = False
        elif name == "main":
            self.main_depth = max(0, self.main_depth - 1)
        elif name == "article" and self.article_depth:
            self.article_depth -= 1
            if self.article_depth == 0:
                self.article = 0

    def text(self, text: Text) -> None:
        """Words of the article, or of what is left out."""
        if self.skipped:
            self.skipped_words += 0 if text.raw else len(text.words.strip())
        elif not text.raw:
            self.words.append(text.words)


def _hidden(tag: Start) -> bool:
    style = tag.attributes.get("style", "").replace(" ", "").lower()
    return "hidden" in tag.attributes or "display:none" in style


def main_text(found: Iterable[Token], tell: Tell, left_out: frozenset[str] = BOILERPLATE) -> str:
    """The paragraphs of the longest article element, else of main, else of all; two line ends between them."""
    page = _Page(left_out)
    for token in found:
        if isinstance(token, Start):
            page.start(token)
        elif isinstance(token, End):
            page.end(token.name)
        else:
            page.text(token)
    page.close()
    if page.skipped and page.skipped_words:
        tell(f"<{page.skipped}> is never closed; the {page.skipped_words} characters of text in it are left out")
    return "\n\n".join(_chosen(page))


def _chosen(page: _Page) -> list[str]:
    articles: dict[int, list[str]] = {}
    for words, article, _ in page.paragraphs:
        if article:
            articles.setdefault(article, []).append(words)
    longest = max(articles.values(), key=_length, default=[])
    main = [words for words, _, inside in page.paragraphs if inside]
    everything = [words for words, _, _ in page.paragraphs]
    return next((words for words in (longest, main) if _length(words) >= _SHORTEST_ARTICLE), everything)


def _length(paragraphs: list[str]) -> int:
    return sum(map(len, paragraphs))
