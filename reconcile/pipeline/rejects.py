"""What was not taken, kept beside the database until the next command that rejects something."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from reconcile.errors import OutputProblem
from reconcile.pipeline.records import Reject


def rejects_path(database: Path) -> Path:
    """Where the rejects of a database stand."""
    return database.with_name("rejects.jsonl")


def keep(database: Path, rejects: Sequence[Reject]) -> None:
    """Write the rejects, one JSON object a line, in place of older ones. Raises `OutputProblem`."""
    if rejects:
        lines = (json.dumps({"where": r.where, "reason": r.reason, "raw": r.raw}, ensure_ascii=True) for r in rejects)
        put(rejects_path(database), "".join(f"{line}\n" for line in lines))


def put(path: Path, text: str) -> None:
    """Write a small file whole or not at all, with the mode that the umask asks for. Raises `OutputProblem`."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        draft.write_bytes(text.encode("utf-8", "backslashreplace"))
        os.replace(draft, path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise OutputProblem(f"cannot be written: {error.strerror}", where=str(path)) from error
