"""From an article to attributed claims: `extract` is pure and leaves nothing out that it has read."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconcile.extract.asking import asked
    from reconcile.extract.reading import extract, parts_of, read_part

__all__ = ["asked", "extract", "parts_of", "read_part"]

_PLACES = {"asked": "asking", "extract": "reading", "parts_of": "reading", "read_part": "reading"}


def __getattr__(name: str) -> object:
    """The functions, imported when first asked for: a page or a comparison needs a word list, not the reader."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
