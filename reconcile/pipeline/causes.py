"""Who writes and why, as the store wants to know it."""

from __future__ import annotations

from reconcile.pipeline.records import Editor
from reconcile.store import Cause


def cause(command: str, editor: Editor, note: str | None = None) -> Cause:
    """The cause of a write by an editor through a command."""
    return Cause(command, editor.name, editor.user, editor.host, note or None)
