"""Lines of a page: stretches of text fit for display, each with the way it is set.

Escaping is the template's work; cleaning is done here. Words that are not ours are isolated (`<bdi>`), and
where a character had to be made visible the stored text travels along, so that nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

# Controls, bidirectional overrides and isolates, invisible spaces, tag characters, halves of surrogate pairs.
# The joiners (U+200C, U+200D) and the direction marks (U+200E, U+200F) stay: Persian and Hebrew need them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_NO_ADDRESS = re.compile(r"""[\s"'<>\\^`{|}\x00-\x1f\x7f-\x9f]""")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
LONGEST_ADDRESS = 2000
LONGEST_SHOWN = 2000  # characters; a browser lays out a word of 100,000 in minutes
LONGEST_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line.

    `style` is "own" (the program's words), "name" (somebody's words, isolated), "bold" (the same, bold),
    "strong" (the program's, bold), "mark" (quoted exactly), "code", "gap" (what is not known), "struck",
    "link" or "tag". `raw` is the stored text where cleaning changed it. `href` is a checked address or an
    anchor; `colour` is the colour class of a tag.
    """

    text: str
    style: str = "own"
    raw: str | None = None
    href: str | None = None
    colour: str = ""


Line = tuple[Run, ...]


def _visible(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code == 0x0D or code in (0x2028, 0x2029):
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return "\u2421" if code == 0x7F else f"⟨U+{code:04X}⟩"


def clean(text: str) -> str:
    """`text` with everything made visible that would hide, reorder or overwrite other characters.

    >>> clean("9\\u200b5 dead")
    '9⟨U+200B⟩5 dead'
    """
    return _HIDDEN.sub(_visible, text)


def said(text: str, style: str = "name", *, href: str | None = None) -> Run:
    """Somebody else's words, cleaned, with the stored text beside them where the two differ.

    A text that nobody would read to its end is cut, and says how long it is; the data files have the whole.
    """
    shown = clean(text[:LONGEST_SHOWN])
    if len(text) > LONGEST_SHOWN:
        shown += f"… ({len(text):,} characters)"
    raw = None if shown == text or len(text) > LONGEST_KEPT else _UNSTORABLE.sub("\ufffd", text)
    return Run(shown, style, raw=raw, href=href)


def own(text: str) -> Run:
    """The program's own words."""
    return Run(text)


def strong(text: str) -> Run:
    """The program's own words, bold."""
    return Run(text, "strong")


def gap(text: str) -> Run:
    """Something that is not known, said to be so."""
    return Run(text, "gap")


def listed(items: Iterable[Line], *, between: str = ", ", last: str = " and ") -> Line:
    """Several stretches as a list in a sentence: "A, B and C"."""
    lines = list(items)
    out: list[Run] = []
    for place, line in enumerate(lines):
        if place:
            out.append(own(last if place == len(lines) - 1 else between))
        out.extend(line)
    return tuple(out)


def plain(line: Line) -> str:
    """The bare text of a line."""
    return "".join(run.text for run in line)


def address(url: str | None) -> str | None:
    """`url` where a link to it is safe and shows where it leads: http or https, a plain host, no user name."""
    if not url or len(url) > LONGEST_ADDRESS or not url.isascii() or _NO_ADDRESS.search(url):
        return None
    try:
        parts = urlsplit(url)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        return None
    safe = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
    return url if safe and port_is_fine else None


def language(lang: str | None) -> str | None:
    """`lang` where it has the shape of a language tag (BCP 47), else None."""
    return lang if lang and _LANGUAGE.fullmatch(lang) else None
