"""HTML into tags and text in one pass: every character is looked at a fixed number of times.

The standard library's parser and libxml2 both have inputs on which they take time that grows with the square of
the length; a page from the web is not ours to trust.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reconcile.errors import InputRejected
from reconcile.readers.reading import Tell

MOST_ATTRIBUTES = 200
"""Attributes of one tag that are read; no page for readers has more."""
MOST_TAGS = 150_000
"""A page with more tags is refused; the largest pages of news sites have a tenth of it."""
LONGEST_TAG = 1_000_000
"""A tag longer than this many characters is passed over as a whole."""

_RAW_NAMES = "script style textarea title xmp iframe noembed noframes"
RAW = frozenset(_RAW_NAMES.split())
"""Elements whose content is characters up to their own end tag."""
_VOID_NAMES = "area base br col embed hr img input link meta source track wbr"
VOID = frozenset(_VOID_NAMES.split())
"""Elements without content and end tag."""

_NAME = re.compile(r"[A-Za-z][^\s/>]{0,63}")
_ATTRIBUTE = re.compile(r"([^\s/>=\"']{1,200})(?:\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?")
_TAG_END = re.compile(r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>")
_MARKUP = re.compile(r"<[A-Za-z/!?]")


@dataclass(frozen=True, slots=True)
class Start:
    """A start tag with its attributes; names are in lower case, the first of two alike counts."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class End:
    """An end tag."""

    name: str


@dataclass(frozen=True, slots=True)
class Text:
    """Characters between tags, references such as `&amp;` replaced; `raw` inside script, style and the like."""

    words: str
    raw: bool = False


Token = Start | End | Text


def tokens(page: str, tell: Tell) -> Iterator[Token]:
    """The page's tags and texts in order; what is passed over for its size or open end is told."""
    return _Pass(page, tell).tokens()


@dataclass(slots=True)
class _Pass:
    """One pass over a page; `patience` are the broken tags that are still mended at their next ">"."""

    page: str
    tell: Tell
    patience: int = 20
    tags: int = 0

    def tokens(self) -> Iterator[Token]:
        at = 0
        while at < len(self.page):
            markup = _MARKUP.search(self.page, at)
            sign = markup.start() if markup else len(self.page)
            if sign > at:
                yield Text(characters(self.page[at:sign]))
            if not markup:
                return
            token, at = self._markup(sign)
            self._count()
            if token:
                yield token
            if isinstance(token, Start) and token.name in RAW:
                words, at = self._raw(at, token.name)
                yield Text(words, raw=True)

    def _markup(self, sign: int) -> tuple[Token | None, int]:
        following = self.page[sign + 1]
        if following == "/":
            name = _NAME.match(self.page, sign + 2)
            return (End(name[0].lower()) if name else None), self._past(">", sign, "an end tag")
        if following in "!?":
            return None, self._declaration(sign)
        return self._start(sign)

    def _count(self) -> None:
        self.tags += 1
        if self.tags > MOST_TAGS:
            raise InputRejected(f"more than {MOST_TAGS} tags", hint="save the article's own page or its text")

    def _start(self, sign: int) -> tuple[Start | None, int]:
        match = _TAG_END.match(self.page, sign + 1, sign + LONGEST_TAG)
        if not match:
            return None, self._past_broken(sign)
        name = _NAME.match(self.page, sign + 1)
        if not name:
            return None, match.end()
        return Start(name[0].lower(), self._attributes(name.end(), match.end() - 1)), match.end()

    def _past_broken(self, sign: int) -> int:
        """Past the next ">", or past all that was looked at once that has happened too often."""
        self.patience -= 1
        start = sign if self.patience >= 0 else sign + LONGEST_TAG
        end = self.page.find(">", start)
        end = len(self.page) if end < 0 else end + 1
        self.tell(f"the tag at character {sign} is broken or too long; {end - sign} characters passed over")
        return end

    def _attributes(self, start: int, end: int) -> dict[str, str]:
        found: dict[str, str] = {}
        for number, match in enumerate(_ATTRIBUTE.finditer(self.page, start, end)):
            if number == MOST_ATTRIBUTES:
                self.tell(f"the tag at character {start} has more than {MOST_ATTRIBUTES} attributes; rest passed over")
                break
            found.setdefault(match[1].lower(), characters(match[2] or match[3] or match[4] or ""))
        return found

    def _raw(self, at: int, name: str) -> tuple[str, int]:
        """What stands up to the element's own end tag, and where that tag begins."""
        end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.page, at)
        if end is None:
            rest = len(self.page) - at
            self.tell(f"<{name}> at character {at} is never closed; {rest} characters passed over")
            return "", len(self.page)
        words = self.page[at : end.start()]
        return (characters(words) if name in ("title", "textarea") else words), end.start()

    def _past(self, mark: str, at: int, what: str) -> int:
        end = self.page.find(mark, at)
        if end < 0:
            self.tell(f"{what} at character {at} is never closed; {len(self.page) - at} characters passed over")
            return len(self.page)
        return end + len(mark)

    def _declaration(self, sign: int) -> int:
        if not self.page.startswith("<!--", sign):
            return self._past(">", sign, "a declaration")
        if self.page.startswith((">", "->"), sign + 4):
            return self.page.find(">", sign) + 1
        return self._past("-->", sign + 2, "a comment")


def characters(words: str) -> str:
    """Words with their character references replaced; a reference of thousands of digits stays as it is."""
    try:
        return html.unescape(words)
    except ValueError:
        return words
