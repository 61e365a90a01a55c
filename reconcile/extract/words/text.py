"""The shape of an article: paragraphs, sections, sentences and quotations, all by exact offsets.

Newsroom conventions that are read here: a title repeated at the top, bullets under it, picture captions with a
credit, time stamps, datelines with an agency, live-blog entries, numbered bulletins and lines of "Key: value".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reconcile.dates.headers import LINES, header
from reconcile.extract.words.tokens import Token, tokens
from reconcile.model import Document, Section

_LINE = re.compile(r"[^\n\r]+")
_BULLET = re.compile(r"\s*[•▪●‣·*–-]\s+")
_NUMBERED = re.compile(r"\s*\(?\d{1,2}[.)]\s+(?=\S)")
_CLOCK = re.compile(
    r"\s*\d{1,2}(?:[.:h]\d{2})?\s*(?:[ap]\.?m\.?|GMT|UTC)?\s*(?::|–|—|-)\s+(?=\S)"
    r"|\s*(?:[01]?\d|2[0-3])[.:h][0-5]\d\s?(?:[ap]\.?m\.?|GMT|UTC)?\s+(?=(?-i:[A-Z“\"‘]))",
    re.IGNORECASE,
)
_KEYED = re.compile(r"\s*[^\W\d_][^:\n.!?“”\"]{1,70}:\s+\S")
_STAMP = re.compile(
    r"\s*(?:(?:last|first)\s+)?(?:updated?|published|posted|modified|issued)\b[^.!?]{0,60}\d[^.!?]{0,40}\s*$",
    re.IGNORECASE,
)
_CAPTION_CREDIT = re.compile(
    r"\((?:[^()]{0,40}\b(?:photo|image|picture)\b[^()]{0,40}|[A-Z][\w/ .]{1,40})\)\s*$", re.IGNORECASE
)
_CAPTION_START = re.compile(r"\s*(?:photo|picture|image|caption|file photo|above|below|pictured)\s*:", re.IGNORECASE)
DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z .'’/-]{2,40}(?:,\s+[A-Z][\w.'’ ]{1,30}?)??"
    r"(?:,\s+[A-Z][a-z]{2,8}\.?\s+\d{1,2}|,\s+\d{1,2}\s+[A-Z][a-z]{2,8}\.?)?"
    r"(?:\s+\((?P<agency>[^()\n]{2,40})\))?\s*(?:\s[—–-]+|:|—)\s+"
    r"|[A-Z][\w.,'’ -]{0,60}?\((?P<other>[A-Z][\w. /]{1,30})\)\s*[—–-]+\s+"
    r"|\((?P<bare>[A-Z][\w. /]{1,30})\)\s*[—–-]+\s+)"
)
_CREDIT_LINE = re.compile(
    r"\s*[(\[]?(?:©|source:)?\s*"
    r"(?P<agency>Reuters|AP|AFP|dpa|Xinhua|PTI|ANSA|EFE|UPI)[)\]]?\s*\.?\s*$"
)
_SIGNED = re.compile(
    r"(?<=[.!?”\"])\s*\((?P<agency>[A-Z]{2,6}|Reuters|Xinhua|dpa|[A-Z][\w ]{2,30}(?:Press|Agency|Service|Wire))\)\s*$"
)
"""An agency behind the last sentence of its report."""
_LONGEST_CREDIT = 80
_LONGEST_SENTENCE = 400  # words; beyond it is no prose, and what compares all figures of a sentence must end
_QUOTE_MARK = re.compile(r"[“”„«»\"]|''|``|(?<![\w’'])[‘'](?=\w)|(?<=[,.!?…])[’'](?=\s|$|[,.;:)])")
_OPENING = "“„«"
_STARTERS = frozenset(
    "the a an in on at he she it they we i but and this that these those there when while after as for police officers "
    "officials authorities witnesses investigators detectives deputies neighbors neighbours residents "
    "firefighters".split()
)
_CLOSERS = "”\"’'»)]"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text[start:end]`, its words, the paragraph it stands in and the section of the article.

    `key` is the label of a "Key: value" line ("Dead" in "Dead: 17"), `lead` the offset behind a dateline or label.
    """

    start: int
    end: int
    words: tuple[Token, ...]
    paragraph: int
    section: Section
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: `text[start:end]` with the marks; `carried` where the paragraph before began it."""

    start: int
    end: int
    paragraph: int
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole text cut up, and the agency that its dateline or last line credits."""

    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    agency: str | None = None


@dataclass(slots=True)
class _Paragraph:
    start: int
    end: int
    alone: bool
    section: Section = Section.BODY
    lead: int = 0
    agency: str | None = None
    stamp: bool = False
    marks: list[tuple[int, str]] = field(default_factory=list)


def lay_out(document: Document) -> Layout:
    """Cut a document's text into sections, sentences and quotations."""
    text = document.text or ""
    paragraphs = list(_paragraphs(text))
    _set_sections(text, paragraphs, document.title)
    agency = next((p.agency for p in paragraphs if p.agency), None) or _credit(text, paragraphs)
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        if not paragraph.stamp:
            sentences.extend(_sentences(text, paragraph, number))
    return Layout(tuple(sentences), tuple(_quotations(text, paragraphs)), agency)


def headline(title: str) -> tuple[Sentence, ...]:
    """The sentences of a title that is kept apart from the text."""
    return tuple(_sentences(title, _Paragraph(0, len(title), True, Section.HEADLINE), 0))


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """Lines, those of a hard-wrapped block joined."""
    block: list[re.Match[str]] = []
    for line in _LINE.finditer(text):
        if not line.group().strip():
            yield from _block(block)
            block = []
        elif block and text.count("\n", block[-1].end(), line.start()) > 1:
            yield from _block(block)
            block = [line]
        else:
            block.append(line)
    yield from _block(block)


def _block(lines: list[re.Match[str]]) -> Iterator[_Paragraph]:
    lengths = [len(line.group()) for line in lines[:-1]]
    wrapped = (
        bool(lengths)
        and min(lengths) >= 50
        and max(lengths) <= 100
        and not any(_itemised(line.group()) for line in lines)
    )
    if wrapped:
        yield _Paragraph(lines[0].start(), lines[-1].end(), True)
        return
    for line in lines:
        yield _Paragraph(line.start(), line.end(), len(lines) == 1)


def _itemised(line: str) -> bool:
    return bool(_BULLET.match(line) or _NUMBERED.match(line) or _KEYED.match(line) or _CLOCK.match(line))


def _set_sections(text: str, paragraphs: list[_Paragraph], title: str | None) -> None:
    """Headline, stamp, bullet and caption lines; where the words of a paragraph begin behind its label."""
    titles = {_plain(title)} if title else set()
    top = len(paragraphs) > 1
    for place, paragraph in enumerate(paragraphs):
        line = text[paragraph.start : paragraph.end]
        paragraph.lead = paragraph.start
        bullet = _BULLET.match(line)
        if _is_one_of(line, titles):
            paragraph.section = Section.HEADLINE
        elif (_STAMP.match(line) and len(line) < 90) or (place < LINES and header(line)):
            paragraph.stamp = True
        elif bullet:
            paragraph.section, paragraph.lead = Section.BULLET, paragraph.start + bullet.end()
        elif _captions(line):
            paragraph.section = Section.CAPTION
        elif top and _titles(line, paragraph):
            paragraph.section = Section.HEADLINE
            titles.add(_plain(line))
        else:
            top = False
            _set_lead(line, paragraph)


def _plain(line: str) -> str:
    return " ".join(re.findall(r"\w+", line.lower()))


def _is_one_of(line: str, titles: set[str]) -> bool:
    """Whether a line is one of some titles; nearly every line shows by its first word that it is none."""
    first = _FIRST_WORD.search(line) if titles else None
    begun = first[0].lower() if first else ""
    return any(title.startswith(begun) for title in titles) and _plain(line) in titles


_FIRST_WORD = re.compile(r"\w+")


def _captions(line: str) -> bool:
    return len(line) < 300 and bool(
        _CAPTION_START.match(line) or (_CAPTION_CREDIT.search(line) and line.count(". ") < 3)
    )


def _titles(line: str, paragraph: _Paragraph) -> bool:
    return paragraph.alone and len(line) <= 160 and line.rstrip()[-1] not in '.!?:;”"…'


def _set_lead(line: str, paragraph: _Paragraph) -> None:
    """Skip a dateline, a number or a clock time before the words."""
    dateline = DATELINE.match(line)
    if dateline:
        paragraph.agency = dateline["agency"] or dateline["other"] or dateline["bare"]
    label = dateline or _CLOCK.match(line) or _NUMBERED.match(line)
    if label:
        paragraph.lead = paragraph.start + label.end()


def _credit(text: str, paragraphs: list[_Paragraph]) -> str | None:
    """An agency named alone on the first or last lines, or in brackets behind a paragraph."""
    for paragraph in paragraphs[:3] + paragraphs[-2:]:
        line = text[paragraph.start : paragraph.end].strip()
        found = _CREDIT_LINE.match(line) if len(line) < _LONGEST_CREDIT else None
        if found:
            return found["agency"]
    signed = (_SIGNED.search(text, p.start, p.end) for p in paragraphs[1:] if _bracketed(text, p))
    return next((found["agency"] for found in signed if found), None)


def _bracketed(text: str, paragraph: _Paragraph) -> bool:
    """Whether a paragraph ends with a bracket."""
    return text[max(paragraph.start, paragraph.end - _LONGEST_CREDIT) : paragraph.end].rstrip().endswith(")")


def _sentences(text: str, paragraph: _Paragraph, number: int) -> Iterator[Sentence]:
    words = tokens(text, max(paragraph.lead, paragraph.start), paragraph.end)
    key = _key(text, paragraph)
    begin = 0
    for index in _stops(words):
        endless = index - begin >= _LONGEST_SENTENCE
        if index < begin or not (endless or _ends(words[index])):
            continue
        stop = index + 1
        while (
            stop < len(words)
            and words[stop].text in _CLOSERS
            and words[stop].start == words[stop - 1].end
            and not _opens_next(words, stop)
        ):
            stop += 1
        if stop < len(words) and not (endless or _begins(words, index, stop)):
            continue
        yield Sentence(
            words[begin].start, words[stop - 1].end, tuple(words[begin:stop]), number, paragraph.section, key
        )
        begin = stop
    if begin < len(words):
        yield Sentence(words[begin].start, words[-1].end, tuple(words[begin:]), number, paragraph.section, key)


def _key(text: str, paragraph: _Paragraph) -> str | None:
    found = _KEYED.match(text, paragraph.lead, paragraph.end)
    if not found or paragraph.section is not Section.BODY:
        return None
    label = found.group().rsplit(":", 1)[0].strip()
    return label if len(label.split()) <= 8 else None


def _stops(words: list[Token]) -> Iterable[int]:
    """The places where a sentence may end: every word of what may be too long for one."""
    if len(words) > _LONGEST_SENTENCE:
        return range(len(words))
    return [index for index, word in enumerate(words) if word.text[-1] in ".!?…"]


def _ends(token: Token) -> bool:
    return token.text in ".!?…" or (token.text[-1] == "." and len(token.text) > 2)


def _begins(words: list[Token], mark: int, start: int) -> bool:
    """Whether a new sentence begins at `start`, behind the mark that may end one."""
    first = words[start]
    if words[mark].text not in ".!?…":
        spoken = first.text in '“"' and words[mark].low in {"a.m.", "p.m."}
        return spoken or (
            first.low in _STARTERS
            and first.capital
            and words[mark].low.rstrip(".") not in {"st", "dr", "mr", "mrs", "ms"}
        )
    if words[start].start == words[start - 1].end and not _opens_next(words, start):
        return _run_together(words, mark, start)
    return first.capital or first.text[0].isdigit() or first.text in "“\"‘'«([•–—" or not first.word


def _opens_next(words: list[Token], index: int) -> bool:
    """Whether a plain quotation mark, its space lost, opens the next sentence: 'on Monday."We are'."""
    if words[index].text != '"' or index + 1 >= len(words) or words[index + 1].start > words[index].end:
        return False
    return words[index + 1].capital and sum(w.text == '"' for w in words[:index]) % 2 == 0


def _run_together(words: list[Token], mark: int, start: int) -> bool:
    """Whether the space behind a full stop was lost: "were hurt.Police said", not "www.Site.com"."""
    before, first = words[mark - 1] if mark else None, words[start]
    return (
        before is not None
        and words[mark].text == "."
        and before.text.isalpha()
        and before.text[1:].islower()
        and len(before.text) > (2 if before.text.islower() else 4)
        and len(first.text) > 1
        and first.capital
        and first.text[1:].islower()
        and first.low not in {"com", "org", "net"}
        and (start + 1 >= len(words) or words[start + 1].start > first.end or words[start + 1].text in ",'’:")
    )


def _quotations(text: str, paragraphs: list[_Paragraph]) -> Iterator[Quotation]:
    """Pairs of marks; a mark left open runs to the end of its paragraph and is carried on by the next opening one."""
    carried = False
    for number, paragraph in enumerate(paragraphs):
        opened: int | None = None
        kind = ""
        for mark in _QUOTE_MARK.finditer(text, paragraph.start, paragraph.end):
            if opened is None and _opens(text, mark):
                opened, kind = mark.start(), mark.group()
            elif opened is not None and _closes(kind, mark.group()):
                yield Quotation(opened, mark.end(), number, carried)
                opened, carried = None, False
        if opened is not None and kind in {"“", "„", "«", '"'}:
            yield Quotation(opened, paragraph.end, number, carried)
            carried = True
        else:
            carried = False


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in {'"', "''", "``"}:
        return True
    if mark.group() in "‘'":
        before = text[mark.start() - 1] if mark.start() else " "
        return before.isspace() or before in "(:—–"
    return mark.group() in _OPENING


def _closes(kind: str, mark: str) -> bool:
    return mark in {"“": '”"', "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'", "''": "''", "``": "''"}[kind]
