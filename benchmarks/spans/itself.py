"""The gap to tell: a tagger with the same features that was trained on the corpus itself, never on what it is asked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reconcile.extract.trained.features import labels
from reconcile.extract.trained.listening import Listener
from reconcile.extract.trained.tagger import Tagger, shipped
from reconcile.extract.words.text import lay_out
from reconcile.model import Document, Span
from spans.cutting import attributions

TRAINING = Path(__file__).resolve().parent.parent.parent / "training"
PARTS = 4


def trained_on_itself(articles: Sequence[dict[str, Any]], certainty: float) -> dict[str, list[dict[str, Any]]] | None:
    """The attributions of each article by a tagger trained on the other three quarters; None without crfsuite."""
    sys.path.insert(0, str(TRAINING))
    try:
        from fit import fitted
        from lessons import Lesson, seen
    except ImportError:
        return None
    lexicon = shipped().lexicon
    known: list[list[Any]] = []
    for article in articles:
        document = Document(id=article["id"], text=article["text"])
        spans = [
            (mark, Span(*span))
            for mark, role in (("X", "content"), ("S", "source"), ("C", "cue"))
            for each in article["attributions"]
            for span in each[role]
        ]
        sentences = seen(document, lay_out(document), lexicon)
        known.append([Lesson(names, labels(sentence.words, spans)) for sentence, names in sentences])
    found: dict[str, list[dict[str, Any]]] = {}
    for part in range(PARTS):
        others = [lesson for place, some in enumerate(known) if place % PARTS != part for lesson in some]
        listener = Listener(Tagger(fitted(others, lexicon)), certainty, figures=False)
        found |= {article["id"]: attributions(article, listener) for article in articles[part::PARTS]}
    return found
