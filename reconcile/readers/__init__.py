"""Files into documents and claims: `read` for articles, `read_claims` for tables, `template` for an empty table."""

from __future__ import annotations

from reconcile.readers.claim_row import ClaimRow
from reconcile.readers.reading import ReadOptions, Rejected, Tell, say_nothing

__all__ = ["ClaimRow", "ReadOptions", "Rejected", "Tell", "say_nothing"]
