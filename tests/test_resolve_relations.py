"""The labelled cases of every relation, read from their texts and resolved as a newsroom's articles would be.

Each line of `tests/cases/relations/*.csv` holds two reports, who printed them when, the figure of each, how the two
stand and the rule that says so ("nothing" where no relation joins them). A text that begins with "# " is the headline
of the other one; an empty text on the right means that both figures stand in the left one. Lines that begin with
"near miss" look like the relation of their file and are not.
"""

from __future__ import annotations

import csv
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest
from resolve_cases import article, pairs, resolved

from reconcile.extract import extract
from reconcile.model import Claim, Document, RelationKind

FILES = sorted((Path(__file__).parent / "cases" / "relations").glob("*.csv"))
FEWEST = 8


def cases() -> list[tuple[str, dict[str, str]]]:
    """Every labelled case with the name of its file."""
    found = []
    for path in FILES:
        with path.open(encoding="utf-8", newline="") as file:
            found += [(path.stem, row) for row in csv.DictReader(file)]
    return found


CASES = cases()


def reports(case: dict[str, str]) -> list[Document]:
    """The articles of a case: two, or one where a headline or both figures belong to one text."""
    title = "Monday in Orvo"
    if case["left"].startswith("# "):
        return [article("d1", case["right"], title=case["left"][2:], outlet=case["left_by"], published=case["left_on"])]
    made = [article("d1", case["left"], title=title, outlet=case["left_by"], published=case["left_on"])]
    if case["right"]:
        made.append(article("d2", case["right"], title=title, outlet=case["right_by"], published=case["right_on"]))
    return made


@lru_cache(maxsize=1024)
def read(document: Document) -> tuple[Claim, ...]:
    """The claims of an article, in the order of its text."""
    return tuple(extract(document))


def figure_in(claims: list[Claim], words: str, *, above: bool | None = None) -> Claim:
    """The claim that gives a figure: the first whose words end with it."""
    told = [each for each in claims if above is None or (each.span is None) is above]
    return next(each for each in told if words.casefold() in each.value.words.casefold())


@pytest.mark.parametrize(("file", "case"), CASES, ids=[f"{file}: {row['says']}" for file, row in CASES])
def test_two_reports_stand_as_the_case_says(file: str, case: dict[str, str]) -> None:
    """The real reader and the real resolver give the relation and the rule of the line."""
    documents = reports(case)
    claims = [claim for document in documents for claim in read(document)]
    shown = case["left"].startswith("# ")
    mine = [each for each in claims if each.document == "d1"]
    left = figure_in(mine, case["left_figure"], above=True if shown else None)
    theirs = [each for each in claims if each.document == documents[-1].id and each is not left]
    right = figure_in(theirs, case["right_figure"], above=False if shown else None)
    relation = pairs(resolved(claims, documents)).get(frozenset((left.id, right.id)))
    found = (relation.kind.value, relation.rule) if relation else ("nothing", "")
    assert found == (case["stands"], case["rule"])


def test_every_relation_has_its_cases_and_its_near_misses() -> None:
    """A file for each relation, with eight cases or more, and some that only look like it."""
    assert {path.stem for path in FILES} == {kind.value for kind in RelationKind}
    assert min(Counter(file for file, _ in CASES).values()) >= FEWEST
    near = Counter(file for file, case in CASES if case["says"].startswith("near miss"))
    assert all(near[path.stem] for path in FILES)
    for file, case in CASES:
        assert case["says"].startswith("near miss") is (case["stands"] != file) or file in ("agree", "scope")
