"""The same made-up claims grouped by Splink with DuckDB, beside the resolver, in one run.

usage: python benchmarks/splink_peer.py [--claims 100000] [--seed 20310302]

Splink (in the extra `bench`) is given the columns that a careful user would make of the claims: the words of the
event's name in one order, the nearest place and all places named, attribute, population and day. Its weights are
estimated on the claims themselves, and the threshold that suits it best by the truth is taken. The time is CPU
seconds of the whole process, for training, prediction and clustering; importing it and turning claims into its
table are not counted, nor is reading them as rows for the resolver. The resolver's time includes origins, which
Splink does not look for.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import re
import time
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scale import Watch, resolve_all
from synthetic import SEED, Synthetic, pairwise, synthetic

from reconcile.resolve.keys import day_of, places_named

THRESHOLDS = (0.1, 0.5, 0.9, 0.99, 0.999)


def table_of(made: Synthetic) -> dict[str, list[Any]]:
    """The claims as columns for Splink."""
    table: dict[str, list[Any]] = {name: [] for name in ("unique_id", "event", "words", "town", "place", "attribute")}
    table |= {name: [] for name in ("population", "day")}
    for number, (claim, document) in enumerate(made.claims()):
        places, words = places_named(claim.scope.place), _words(claim.scope.event)
        filed = day_of(claim, document)
        row = (
            *(number, " ".join(words or ()) or None, words, places[0] if places else None),
            *(" ".join(places) or None, claim.scope.attribute),
            *(claim.scope.population, filed.isoformat() if filed else None),
        )
        for column, value in zip(table.values(), row, strict=True):
            column.append(value)
    return table


def _words(event: str | None) -> list[str] | None:
    words = sorted(set(re.findall(r"\w+", (event or "").lower())) - {"the", "at", "in", "of"})
    return words or None


def by_splink(table: dict[str, list[Any]], seed: int) -> tuple[Any, Any]:
    """Splink's linker and its predictions for all pairs that its blocking rules let through."""
    splink, pandas = importlib.import_module("splink"), importlib.import_module("pandas")
    compare, block_on = importlib.import_module("splink.comparison_library"), splink.block_on
    settings = splink.SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compare.ArrayIntersectAtSizes("words", [3, 2, 1]),
            compare.ExactMatch("town"),
            compare.ExactMatch("attribute"),
            compare.ExactMatch("population"),
            compare.AbsoluteDateDifferenceAtThresholds(
                "day", input_is_string=True, metrics=["day", "day", "day"], thresholds=[1, 4, 14]
            ),
        ],
        blocking_rules_to_generate_predictions=[block_on("event", "attribute"), block_on("town", "attribute")],
        retain_matching_columns=False,
    )
    api = splink.DuckDBAPI()
    linker = splink.Linker(api.register(pandas.DataFrame(table)), settings, log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match([block_on("event", "attribute", "day")], recall=0.3)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=seed)
    for rule in (block_on("event", "day"), block_on("town", "attribute", "day")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule, record_sample_proportion=1.0)
    return linker, linker.inference.predict(threshold_match_probability=THRESHOLDS[0])


def clusters(linker: Any, predicted: Any, threshold: float, count: int) -> NDArray[np.int64]:
    """The cluster of each claim at a threshold."""
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
    frame = found.as_pandas_dataframe()
    labels = np.arange(count, dtype=np.int64)
    labels[frame["unique_id"].to_numpy(dtype=np.int64)] = frame["cluster_id"].to_numpy(dtype=np.int64)
    return labels


def reconciled(made: Synthetic, *, related: bool) -> float:
    """CPU seconds of the resolver; its pairwise F is printed."""
    watch = Watch()
    question, _ = resolve_all(made, watch, related=related)
    print(f"reconcile: pairwise F {pairwise(question, made.question):.4f}")
    return sum(seconds for name, seconds in watch.spent.items() if name not in ("making claims", "rows of claims"))


def main() -> None:
    """Take both figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    if importlib.util.find_spec("splink") is None:
        print("Splink is not installed (pip install -e '.[bench]'): not compared")
        return
    made = synthetic(given.claims, given.seed)
    ours = reconciled(made, related=False)  # first, while nothing is remembered of these claims
    print(f"reconcile, without the relations of columns: {ours:.2f} s of CPU")
    print(f"reconcile, with relations, names known by now: {reconciled(made, related=True):.2f} s of CPU")
    table = table_of(made)
    importlib.import_module("splink.comparison_library")  # start-up is nobody's time
    begun = time.process_time()
    linker, predicted = by_splink(table, 7)
    trained = time.process_time() - begun
    scores, last = {}, 0.0
    for threshold in THRESHOLDS:
        begun = time.process_time()
        labels = clusters(linker, predicted, threshold, len(made))
        last = time.process_time() - begun
        scores[threshold] = pairwise(labels, made.question)
    best = max(scores, key=lambda each: scores[each])
    theirs = trained + last
    print(f"Splink: {theirs:.2f} s of CPU, pairwise F {scores[best]:.4f} at its best threshold ({best})")
    print(f"{theirs / ours:.1f} times as fast as Splink")


if __name__ == "__main__":
    main()
