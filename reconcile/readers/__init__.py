"""Files into documents and claims: `read` for articles, `read_claims` for tables, `template` for an empty table."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconcile.readers.articles import ENDINGS, READERS, Reader, read
    from reconcile.readers.claim_fields import CLAIM_FIELDS
    from reconcile.readers.claim_row import ClaimRow
    from reconcile.readers.claim_tables import ClaimTable, exported, is_example, read_claims, template
    from reconcile.readers.json_lines import DOCUMENT_FIELDS
    from reconcile.readers.language import is_read
    from reconcile.readers.reading import ReadOptions, Rejected, Tell, say_nothing

__all__ = [
    "CLAIM_FIELDS",
    "DOCUMENT_FIELDS",
    "ENDINGS",
    "READERS",
    "ClaimRow",
    "ClaimTable",
    "ReadOptions",
    "Reader",
    "Rejected",
    "Tell",
    "exported",
    "is_example",
    "is_read",
    "read",
    "read_claims",
    "say_nothing",
    "template",
]

_HOME = {
    "CLAIM_FIELDS": "claim_fields",
    "DOCUMENT_FIELDS": "json_lines",
    "ENDINGS": "articles",
    "READERS": "articles",
    "ClaimRow": "claim_row",
    "ClaimTable": "claim_tables",
    "ReadOptions": "reading",
    "Reader": "articles",
    "Rejected": "reading",
    "Tell": "reading",
    "exported": "claim_tables",
    "is_example": "claim_tables",
    "is_read": "language",
    "read": "articles",
    "read_claims": "claim_tables",
    "say_nothing": "reading",
    "template": "claim_tables",
}
"""The module of each name, imported when it is first asked for: a claim typed in needs no reader of pages."""


def __getattr__(name: str) -> object:
    if name in _HOME:
        return getattr(import_module(f"reconcile.readers.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
