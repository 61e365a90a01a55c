"""From an article to attributed claims: `extract` is pure and leaves nothing out that it has read."""

from reconcile.extract.asked import asked
from reconcile.extract.reading import extract

__all__ = ["asked", "extract"]
