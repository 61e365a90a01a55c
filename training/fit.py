"""Fitting the weights of the tagger (a conditional random field, by python-crfsuite) and packing them small."""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pycrfsuite  # type: ignore[import-untyped, import-not-found, unused-ignore]
from lessons import Lesson

LABELS = ("O", "B-S", "I-S", "B-C", "I-C", "B-X", "I-X")
STEP = 0.02
"""What a weight is rounded to a multiple of."""
LEAST = 3
"""Steps below which a weight is left out."""
SETTINGS = {
    "c1": 0.15,
    "c2": 0.3,
    "max_iterations": 60,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}


def fitted(lessons: Iterable[Lesson], lexicon: Mapping[str, str]) -> dict[str, Any]:
    """The weights as whole numbers of steps, with the lexicon by parts of speech."""
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    for lesson in lessons:
        trainer.append(lesson.features, lesson.labels)
    trainer.set_params(SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "weights.crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    return {
        "labels": list(LABELS),
        "step": STEP,
        "transitions": [[_steps(info.transitions.get((a, b), 0.0)) for b in LABELS] for a in LABELS],
        "features": _rows(info.state_features),
        "lexicon": _by_tag(lexicon),
    }


def _steps(weight: float) -> int:
    return round(weight / STEP)


def _rows(weights: Mapping[tuple[str, str], float]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for (name, label), weight in sorted(weights.items()):
        steps = _steps(weight)
        if abs(steps) >= LEAST:
            rows.setdefault(name, [0] * len(LABELS))[LABELS.index(label)] = steps
    return rows


def _by_tag(lexicon: Mapping[str, str]) -> dict[str, str]:
    tags: dict[str, list[str]] = {}
    for word, tag in sorted(lexicon.items()):
        tags.setdefault(tag, []).append(word)
    return {tag: " ".join(words) for tag, words in sorted(tags.items())}


def packed(weights: Mapping[str, Any]) -> bytes:
    """The weights as compressed JSON; the same weights give the same bytes."""
    text = json.dumps(weights, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)
