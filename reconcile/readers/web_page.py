"""A saved web page into a document: its facts from tags, its main text from trafilatura or from our own reader."""

from __future__ import annotations

import codecs
import importlib
import re
from collections.abc import Iterator

from reconcile.errors import InputRejected
from reconcile.model import Document
from reconcile.readers.assembly import Stated, document, moment
from reconcile.readers.encoding import decode, fault
from reconcile.readers.html_facts import Facts, page_facts
from reconcile.readers.html_text import BOILERPLATE, main_text
from reconcile.readers.html_tokens import VOID, End, Start, tokens
from reconcile.readers.reading import ReadOptions, Rejected, Tell, say_nothing

_CHARSET = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_ENCODINGS = re.compile(
    r"(?:utf-8|ascii|iso8859-\d{1,2}|cp125\d|windows-125\d|koi8-[ru]|shift_jis|euc_jp|euc_kr|gb2312|gbk|gb18030|big5)"
)
_SHORTEST_TEXT = 40
_DEEPEST_FOR_LXML = 200
_LONGEST_FOR_LXML = 3_000_000
_MOST_TAGS_FOR_LXML = 20_000


def read_page(data: bytes, name: str, options: ReadOptions, tell: Tell) -> Iterator[Document | Rejected]:
    """The one article of a page; a page without text is rejected."""
    losses: list[str] = []
    page = decode_page(data, name)
    facts = page_facts(tokens(page, losses.append))
    text = _text(page, facts, losses.append)
    for loss in _summed(losses):
        tell(f"{name}: {loss}")
    if problem := fault(text):
        yield Rejected(name, problem)
    elif not text.strip():
        yield Rejected(name, "no article text found on the page; save the text itself as .txt")
    else:
        yield document(_stated(facts, text, options, name, tell), options, name, tell)


def decode_page(data: bytes, name: str) -> str:
    """The characters of a page: its byte-order mark, else the charset that it declares, else UTF-8."""
    declared = _CHARSET.search(data[:2048])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = _known(declared[1].decode("ascii"))
        if encoding and encoding not in ("utf-8", "ascii") and b"\x00" not in data:
            try:
                return decode(data.decode(encoding).encode("utf-8"), name)
            except UnicodeDecodeError:
                raise InputRejected(f"not {encoding}, as the page says", where=name, hint="save it as UTF-8") from None
    return decode(data, name)


def _known(declared: str) -> str | None:
    """The codec of a charset; what pages call iso-8859-1 is Windows-1252, as browsers read it (WHATWG Encoding)."""
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        return None
    if name in ("iso8859-1", "ascii"):
        return "cp1252"
    return name if _ENCODINGS.fullmatch(name) else None


def _summed(losses: list[str]) -> list[str]:
    """The first five losses and the number of the others, each told once."""
    once = list(dict.fromkeys(losses))
    return once[:5] + ([f"and {len(once) - 5} more losses of this kind"] if len(once) > 5 else [])


def _text(page: str, facts: Facts, tell: Tell) -> str:
    text = main_text(tokens(page, say_nothing), tell)
    found = _by_trafilatura(page, tell)
    if found and ("\n" in found or "\n" not in text):
        text = found  # its last resort runs all paragraphs together
    if len(text) < _SHORTEST_TEXT:
        kept = BOILERPLATE - {"form", "header", "main", "aside", "dialog"}
        whole = main_text(tokens(page, say_nothing), say_nothing, kept)
        text = max(text, whole, facts.body or "", key=len)
    return text


def _by_trafilatura(page: str, tell: Tell) -> str | None:
    """The main text as trafilatura finds it; None without the extra `web` or on a page that would hurt lxml."""
    try:
        trafilatura = importlib.import_module("trafilatura")
    except ModuleNotFoundError as missing:
        if missing.name != "trafilatura":
            tell(f"trafilatura does not start, {missing.name} is missing; read by the plain reader")
        return None
    except ImportError:
        tell("trafilatura does not start, something that it needs is missing; read by the plain reader")
        return None
    if len(page) > _LONGEST_FOR_LXML or _hurts_lxml(page):
        tell("the page is too large, too deep or too broken for trafilatura; read by the plain reader")
        return None
    found = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True)
    return "\n\n".join(line for line in found.split("\n") if line.strip()) if found else None


def _hurts_lxml(page: str) -> bool:
    """Tags with very many attributes take lxml minutes; elements nested 255 deep are dropped with all that follows."""
    losses: list[str] = []
    depth = tags = 0
    for token in tokens(page, losses.append):
        if isinstance(token, Start):
            tags += 1
            depth += token.name not in VOID
            if losses or tags > _MOST_TAGS_FOR_LXML or depth > _DEEPEST_FOR_LXML:
                return True
        elif isinstance(token, End):
            depth = max(0, depth - 1)
    return bool(losses)


def _stated(facts: Facts, text: str, options: ReadOptions, name: str, tell: Tell) -> Stated:
    read = ((words, moment(words, options.day_first)) for words in facts.dates)
    published = next((day for _, day in read if day), None)
    if facts.dates and not published and not options.published:
        tell(f"{name}: the date {facts.dates[0][:40]!r} cannot be told; give it with --published")
    return Stated(
        text=text,
        title=facts.title,
        url=facts.url,
        outlet=facts.outlet,
        published=published,
        byline=facts.byline,
        lang=facts.lang.replace("_", "-") if facts.lang else None,
    )
