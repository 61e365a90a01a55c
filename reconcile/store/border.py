"""What may not enter the database: values that SQLite would drop, cut or change without a word."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal

from reconcile.errors import InputRejected

LARGEST = 2**63 - 1
"""Greater whole numbers do not fit into SQLite's integers, and JSON readers round them."""


def checked(row: Mapping[str, object], where: str) -> None:
    """Raise `InputRejected` with the reason for the first field of a row that cannot be kept as it is."""
    for name, value in row.items():
        reason = refusal(value)
        if reason:
            raise InputRejected(f"{name} {reason}", where=where)


def refusal(value: object) -> str | None:
    """Why a value cannot be stored, None where it can."""
    if isinstance(value, str):
        return _text_refusal(value)
    if isinstance(value, float):
        return None if math.isfinite(value) else "is not a number (NaN or infinite)"
    if isinstance(value, Decimal):
        return _number_refusal(value)
    if isinstance(value, int) and abs(value) > LARGEST:
        return "is larger than 64 bit"
    return None


def _number_refusal(value: Decimal) -> str | None:
    if not value.is_finite():
        return "is not a number (NaN or infinite)"
    return "is larger than 64 bit" if abs(value) > LARGEST else None


def _text_refusal(value: str) -> str | None:
    if "\x00" in value:
        return "holds a NUL character"
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return "holds half of a character (a lone surrogate)"
    return None
