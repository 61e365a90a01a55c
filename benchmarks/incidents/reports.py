"""Reports of incidents as sketches, with the incident that each of them tells of."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from reconcile.model import Document
from reconcile.resolve.events.sketch import Sketch, sketch_of

PARTS = 5
"""Folds of incidents; weights for a pair are fitted without the folds of its two reports."""
HELD_OUT = 4
"""One incident in so many had its errors looked at by nobody."""


@dataclass(frozen=True, slots=True)
class Reports:
    """Documents, the incident that each reports, and their sketches, in one order."""

    documents: tuple[Document, ...]
    incidents: tuple[str, ...]
    sketches: tuple[Sketch, ...]

    def fold(self, place: int) -> int:
        """The fold of a report's incident."""
        return _number(self.incidents[place]) % PARTS

    def unseen(self) -> list[int]:
        """The places of the reports whose incidents nobody looked at while the measures were made."""
        return [place for place, name in enumerate(self.incidents) if _number(name) % HELD_OUT == HELD_OUT - 1]


def _number(incident: str) -> int:
    return int(hashlib.sha256(incident.encode()).hexdigest(), 16)


def read(path: Path) -> Reports:
    """The reports of a file of JSON Lines with id, incident, title, published, url and text."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    documents = tuple(
        Document(row["id"], row["text"], None, row["title"], row["url"], row["published"]) for row in rows
    )
    return Reports(documents, tuple(str(row["incident"]) for row in rows), tuple(map(sketched, documents)))


def sketched(document: Document) -> Sketch:
    """The sketch of a report without claims."""
    return sketch_of(document)
