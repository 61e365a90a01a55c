"""A trained tagger for source, cue and content: a linear chain over the words of one sentence.

Its weights (`weights.json.gz`) come from `training/attribution.py`; whole numbers, so that reading them is exact.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reconcile.extract.trained.features import View, looked_at

WEIGHTS = "weights.json.gz"

_KEPT = 40_000
"""Groups of features whose rows are remembered: words, tags and their neighbours come again and again."""

Piece = tuple[int, int]
"""Words of a sentence from … up to but not including …."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """One attribution as the tagger sees it; `certainty` is that of its least certain border, from 0 to 1."""

    source: Piece
    cue: Piece
    content: tuple[Piece, ...]
    certainty: float


class Tagger:
    """Labels for the words of a sentence, and the attributions that they make."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self.labels: list[str] = weights["labels"]
        self._step = float(weights["step"])
        self._rows: dict[str, int] = {name: row for row, name in enumerate(weights["features"])}
        self._rows_of = lru_cache(maxsize=_KEPT)(self._looked_up)
        rows = [*weights["features"].values(), [0] * len(self.labels)]
        self._weights = np.array(rows, dtype=np.int64)
        self._turns = np.array(weights["transitions"], dtype=np.int64)
        self.lexicon: dict[str, str] = {
            word: tag for tag, words in weights["lexicon"].items() for word in words.split(" ")
        }

    def label(self, sentence: View) -> tuple[list[str], NDArray[np.float64]]:
        """The likeliest labels of all words together, and how likely each is by itself."""
        scores = self._scores(sentence)
        path = _best_path(scores, self._turns)
        return self._named(path), self._certain(scores, path)

    def tag(self, sentence: View) -> list[Tagged]:
        """The attributions of a sentence that have a source and a content."""
        if not sentence.words:
            return []
        scores = self._scores(sentence)
        path = _best_path(scores, self._turns)
        found = linked(self._named(path))
        if not found:
            return []
        shares = self._certain(scores, path)
        return [
            Tagged(source, cue, content, _certainty(shares, source, cue, content)) for source, cue, content in found
        ]

    def _certain(self, scores: NDArray[np.int64], path: Sequence[int]) -> NDArray[np.float64]:
        """How likely the label of each word is by itself."""
        shares = _shares(
            np.multiply(scores, self._step, dtype=float), np.multiply(self._turns, self._step, dtype=float)
        )
        return shares[np.arange(len(path)), path]

    def _named(self, path: Sequence[int]) -> list[str]:
        return [self.labels[state] for state in path]

    def _scores(self, sentence: View) -> NDArray[np.int64]:
        """The sum of the weights of each word's features, for each label."""
        known: list[int] = []
        begins = []
        for rows in looked_at(sentence, self.lexicon, self._rows_of):
            begins.append(len(known))
            known.append(len(self._rows))
            known += rows
        scores: NDArray[np.int64] = np.add.reduceat(self._weights[known], begins, axis=0)
        return scores

    def _looked_up(self, group: Callable[..., list[str]], *seen: Any) -> tuple[int, ...]:
        """The rows of those features of a group that have a weight."""
        return tuple(self._rows[name] for name in group(*seen) if name in self._rows)


def _best_path(scores: NDArray[np.int64], turns: NDArray[np.int64]) -> list[int]:
    best = scores[0]
    back = []
    for row in scores[1:]:
        reached = best[:, None] + turns
        back.append(reached.argmax(axis=0))
        best = reached.max(axis=0) + row
    path = [int(best.argmax())]
    for choice in reversed(back):
        path.append(int(choice[path[-1]]))
    return path[::-1]


def _shares(scores: NDArray[np.float64], turns: NDArray[np.float64]) -> NDArray[np.float64]:
    """The share of each label at each word over all paths (forward and backward, each row scaled to one)."""
    here = np.exp(scores - scores.max(axis=1, keepdims=True))
    step = np.exp(turns)
    ahead, behind = np.empty_like(here), np.empty_like(here)
    ahead[0] = here[0] / here[0].sum()
    for index in range(1, len(here)):
        row = (ahead[index - 1] @ step) * here[index]
        ahead[index] = row / row.sum()
    behind[-1] = 1.0
    for index in range(len(here) - 2, -1, -1):
        row = step @ (behind[index + 1] * here[index + 1])
        behind[index] = row / row.sum()
    both = ahead * behind
    found: NDArray[np.float64] = both / both.sum(axis=1, keepdims=True)
    return found


def _certainty(shares: NDArray[np.float64], source: Piece, cue: Piece, content: Sequence[Piece]) -> float:
    borders = [cue[0], content[0][0], *range(*source)]
    return float(shares[borders].min())


def linked(names: Sequence[str]) -> list[tuple[Piece, Piece, tuple[Piece, ...]]]:
    """Sources and contents given to the cue that is nearest to each; cues without either are left out."""
    pieces = _pieces(names)
    cues = [piece for role, piece in pieces if role == "C"]
    sources = [piece for role, piece in pieces if role == "S"]
    contents: dict[Piece, list[Piece]] = {cue: [] for cue in cues}
    if not cues or not sources:
        return []
    for piece in [piece for role, piece in pieces if role == "X"]:
        nearest = min(cues, key=lambda cue: _gap(cue, piece) + (1.5 if contents[cue] else 0.0))
        contents[nearest].append(piece)
    return [(min(sources, key=lambda s: _gap(s, cue)), cue, tuple(found)) for cue, found in contents.items() if found]


def _gap(one: Piece, other: Piece) -> int:
    first, second = sorted((one, other))
    return second[0] - first[1]


def _pieces(names: Sequence[str]) -> list[tuple[str, Piece]]:
    found: list[tuple[str, Piece]] = []
    for here, name in enumerate(names):
        if name == "O":
            continue
        role = name[2:]
        if name[0] == "I" and found and found[-1][0] == role and found[-1][1][1] == here:
            found[-1] = role, (found[-1][1][0], here + 1)
        else:
            found.append((role, (here, here + 1)))
    return found


@lru_cache(maxsize=1)
def shipped() -> Tagger:
    """The tagger with the weights of the package, read once."""
    packed = files("reconcile.extract.trained").joinpath(WEIGHTS).read_bytes()
    return Tagger(json.loads(gzip.decompress(packed)))
