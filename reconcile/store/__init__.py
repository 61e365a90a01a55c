"""claims.db: the only place that holds SQL. `Store` opens it; its methods take and return the nouns of the model."""

from __future__ import annotations

from reconcile.store.store import Clock, Salt, Store, system_clock, system_salt
from reconcile.store.writing import Cause, Change

__all__ = ["Cause", "Change", "Clock", "Salt", "Store", "system_clock", "system_salt"]
