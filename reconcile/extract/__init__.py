"""From an article to attributed claims: `extract` is pure and leaves nothing out that it has read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconcile.extract.asking import asked
    from reconcile.extract.reading import extract

__all__ = ["asked", "extract"]


def __getattr__(name: str) -> object:
    """The two functions, imported when first asked for: a page or a comparison needs a word list, not the reader."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reconcile.extract.asking import asked
    from reconcile.extract.reading import extract

    return {"asked": asked, "extract": extract}[name]
