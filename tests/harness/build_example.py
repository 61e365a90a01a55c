"""Builds the worked example in a folder and prints digests of what came out: `build_example.py FOLDER YEAR`."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from reconcile import pipeline
from reconcile.store import Store

BUILDER = Path(__file__).resolve().parents[2] / "examples" / "build.py"


def main(folder: Path, year: int) -> None:
    """Build with a clock that stands in the given year."""
    spec = importlib.util.spec_from_file_location("worked_example", BUILDER)
    assert spec is not None
    assert spec.loader is not None
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)

    def clock() -> datetime:
        return datetime(year, 6, 1, 12, 0, tzinfo=UTC)

    vars(builder)["clock"] = clock
    folder.mkdir()
    builder.build(folder)
    with Store.open(folder / "claims.db", clock=clock) as store:
        exports = {what: list(pipeline.export(store, what)) for what in pipeline.EXPORTS}
    print(
        json.dumps(
            {
                "exports": _digest(json.dumps(exports, sort_keys=True).encode()),
                "database": _digest("\n".join(builder.dump(folder / "claims.db")).encode()),
                "pages": {name: _digest(content) for name, content in builder.pages(folder / "reports").items()},
            }
        )
    )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
