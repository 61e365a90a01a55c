"""Makes words safe to show in a terminal: a quote may hold escape sequences or turn the line round."""

from __future__ import annotations

import re

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_SPACES = re.compile(r"\s+")


def displayable(text: str) -> str:
    """The text without control characters, escapes and marks that turn the writing direction; lines are kept."""
    return _UNSAFE.sub("", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """The text on one line, fit for a terminal."""
    return displayable(_SPACES.sub(" ", text)).strip()


def escaped(json_text: str) -> str:
    """JSON with the same characters written as escapes: what reads it gets every one of them."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", json_text)
