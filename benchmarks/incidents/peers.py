"""What others do to the same reports: TF-IDF with a window of days and average link, and MinHash."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Hashable, Iterator
from datetime import date

import numpy as np

from incidents.clusters import Scores, scores
from incidents.reports import Reports

DAYS = 14
"""Reports further apart are not alike, whatever their words: the window that did best."""
_PERMUTATIONS, _BANDS = 64, 16
_RUN = 5


def by_tfidf(reports: Reports) -> tuple[float, list[int]] | None:
    """TF-IDF of titles and texts, 14 days, average link: the best threshold and its groups; None without the peer.

    The threshold is chosen on the very reports that are measured, by B³, in steps of .01.
    """
    try:
        from scipy.cluster.hierarchy import fcluster, linkage  # type: ignore[import-not-found,import-untyped,unused-ignore]
        from scipy.spatial.distance import squareform  # type: ignore[import-not-found,import-untyped,unused-ignore]
        from sklearn.feature_extraction.text import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
            TfidfVectorizer,
        )
    except ImportError:
        return None
    texts = [f"{each.title} . {each.text}" for each in reports.documents]
    vectors = TfidfVectorizer(min_df=2, max_df=0.3, sublinear_tf=True, stop_words="english").fit_transform(texts)
    alike = (vectors @ vectors.T).toarray()
    days = np.array([date.fromisoformat(str(each.published)[:10]).toordinal() for each in reports.documents])
    alike[np.abs(days[:, None] - days) > DAYS] = 0.0
    apart = np.clip(1 - alike, 0, 1)
    np.fill_diagonal(apart, 0)
    tree = linkage(squareform(apart, checks=False), "average")
    tried: list[tuple[Scores, float, list[int]]] = []
    for least in np.arange(0.08, 0.5, 0.01):
        groups = fcluster(tree, 1 - least, "distance").tolist()
        tried.append((scores(reports.incidents, groups), float(least), groups))
    best = max(tried, key=lambda each: each[0].b_cubed)
    return best[1], best[2]


def by_minhash(reports: Reports) -> list[Hashable]:
    """Reports that share a band of the MinHash of their runs of five words (16 bands of 4), joined."""
    first: dict[tuple[int, bytes], int] = {}
    group = list(range(len(reports.documents)))

    def top(place: int) -> int:
        while group[place] != place:
            place = group[place]
        return place

    for place, each in enumerate(reports.documents):
        for band in enumerate(_bands(each.text or "")):
            other = top(first.setdefault(band, place))
            group[top(place)] = other
    return [top(place) for place in range(len(group))]


def _bands(text: str) -> Iterator[bytes]:
    words = re.findall(r"\w+", text.lower())
    runs = {" ".join(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)}
    if not runs:
        return
    hashed = np.array(
        [int.from_bytes(hashlib.blake2b(run.encode(), digest_size=4).digest()) for run in sorted(runs)], dtype=np.uint64
    )
    numbers = np.random.default_rng(7).integers(1, 1 << 31, size=(2, _PERMUTATIONS), dtype=np.uint64)
    least = ((hashed[:, None] * numbers[0] + numbers[1]) % np.uint64((1 << 61) - 1)).min(axis=0)
    for band in range(_BANDS):
        yield least[band * 4 : band * 4 + 4].tobytes()
