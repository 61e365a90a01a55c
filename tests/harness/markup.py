"""A page as a browser's parser sees it: its tags, what could come alive in them, and its visible words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_ALIVE = frozenset(["iframe", "object", "embed", "base", "form", "portal", "frame", "applet", "noscript", "marquee"])
_ADDRESSES = frozenset(["href", "src", "action", "data", "xlink:href", "srcset", "poster", "formaction", "background"])
_HARMLESS = ("http://", "https://", "#", "data:image/")


@dataclass
class Page(HTMLParser):
    """What stands on one page."""

    words: list[str] = field(default_factory=list)
    alive: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    data: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.data = tag == "script" and given.get("type") == "application/ld+json"
        if tag in _ALIVE:
            self.alive.append(f"<{tag}>")
        if tag == "script" and not self.data:
            self.scripts.append(given.get("src", "written into the page"))
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.alive.append("<meta refresh>")
        for name, value in given.items():
            if name.startswith("on") or (name in _ADDRESSES and not _harmless(value)):
                self.alive.append(f"<{tag} {name}={value[:40]!r}>")

    def handle_data(self, data: str) -> None:
        if not self.data:
            self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.data = False


def _harmless(address: str) -> bool:
    plain = "".join(address.split()).lower()
    scheme = plain.split(":")[0] if ":" in plain else ""
    return plain.startswith(_HARMLESS) or not scheme.isalnum() or "/" in scheme


def read_page(path: Path) -> Page:
    """The page as parsed."""
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page
