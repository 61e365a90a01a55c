"""Why the reports behind a stored question were taken to tell of one event."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model import Document
from reconcile.resolve.entry import Entry, in_context
from reconcile.resolve.events import Sketch, Term, likeness_of, sketch_of, why_joined
from reconcile.store import Store


@dataclass(frozen=True, slots=True)
class Likened:
    """A report, by title and outlet, beside the one of its event that it is likest, and the terms of the evidence."""

    document: str
    told: str
    beside: str
    beside_told: str
    points: float
    terms: tuple[Term, ...]


def why_one_event(store: Store, question: str) -> tuple[Likened, ...]:
    """Why each report behind a question but the first is of the event of the others; nothing is written.

    Reports that a person put together, and prints of one report, may have few points, or less than none.
    """
    [found] = store.questions([question]).values()
    event = store.rows("SELECT id FROM questions WHERE event_id = ?", [found.event_id]) if found.event_id else []
    asked = store.questions(row["id"] for row in event) or {question: found}
    claims = store.claims(id for each in asked.values() for id in each.claims)
    documents = store.documents({claim.document for claim in claims.values()})
    told: dict[str, list[Entry]] = {}
    for entry in in_context(claims, documents):
        told.setdefault(entry.document.id, []).append(entry)
    known = {id: entries[0].document for id, entries in told.items()}
    sketches = {id: sketch_of(known[id], told[id]) for id in sorted(told)}
    behind = list(dict.fromkeys(claims[id].document for id in found.claims))
    return tuple(_likened(id, sketches, known) for id in behind[1:])


def _likened(id: str, sketches: dict[str, Sketch], documents: dict[str, Document]) -> Likened:
    mine = sketches[id]
    nearest = max((each for each in sketches if each != id), key=lambda each: likeness_of(mine, sketches[each]))
    points = round(likeness_of(mine, sketches[nearest]), 1)
    terms = why_joined(sketches[nearest], mine)
    return Likened(id, _called(documents[id]), nearest, _called(documents[nearest]), points, terms)


def _called(document: Document) -> str:
    return " · ".join(filter(None, (document.title, document.outlet))) or document.id
