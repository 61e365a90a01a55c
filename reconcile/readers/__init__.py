"""Files into documents and claims: `read` for articles, `read_claims` for tables, `template` for an empty table."""

from __future__ import annotations

from reconcile.readers.articles import ENDINGS, READERS, Reader, read
from reconcile.readers.claim_fields import CLAIM_FIELDS
from reconcile.readers.claim_row import ClaimRow
from reconcile.readers.claim_tables import ClaimTable, read_claims, template
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
    "is_read",
    "read",
    "read_claims",
    "say_nothing",
    "template",
]
