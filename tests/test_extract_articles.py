"""Whole articles of our own wording, each with the figures that a reader must find and who says them.

`cases/extract_articles.csv` has one row a figure, `cases/extract_articles/` the texts.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reconcile.extract import extract
from reconcile.model import Claim, Document, DocumentKind, Section

CASES = Path(__file__).parent / "cases"
ARTICLES = sorted((CASES / "extract_articles").glob("*.txt"))
NOT_YET = {
    ("12-flood", "at least 850"): "a unit from the sentence before",
    ("16-mine", "the 33 of us"): "a note that is read out",
}
"""Figures that are not read right yet, with what stands in the way."""


def document(path: Path) -> Document:
    """An article file: lines of "name: value", an empty line, the text."""
    head, text = path.read_text(encoding="utf-8").split("\n\n", 1)
    about = dict(line.split(": ", 1) for line in head.splitlines())
    kind = DocumentKind(about.pop("kind", "article"))
    return Document(id=path.stem, text=text, kind=kind, **about)


CLAIMS = {path.stem: extract(document(path)) for path in ARTICLES}


def rows() -> list[object]:
    """The expected figures; those not read yet are marked with the reason."""
    with (CASES / "extract_articles.csv").open(encoding="utf-8", newline="") as file:
        cases = list(csv.DictReader(file))
    named = [(f"{case['article']}: {case['words']}", case) for case in cases]
    return [
        pytest.param(
            case,
            id=name,
            marks=[pytest.mark.xfail(reason=reason)]
            if (reason := NOT_YET.get((case["article"], case["words"])))
            else [],
        )
        for name, case in named
    ]


def words(text: str) -> set[str]:
    """The words of a text, thousands joined."""
    return set(re.findall(r"\w+", re.sub(r"(?<=\d),(?=\d)", "", text.lower())))


def end_fits(end: Decimal | date | None, wanted: str) -> bool:
    """An end of a value against its cell, decimals to two places."""
    if isinstance(end, Decimal):
        return bool(wanted) and "-" not in wanted and abs(end - Decimal(wanted)) < Decimal("0.01")
    return ("" if end is None else end.isoformat()) == wanted


def fits(claim: Claim, case: dict[str, str]) -> bool:
    """Whether a claim has the value of a row."""
    value = claim.value
    same = (value.kind.value, value.bound.value, value.unit or "") == (case["kind"], case["bound"], case["unit"])
    return same and end_fits(value.low, case["low"]) and end_fits(value.high, case["high"])


def found(case: dict[str, str]) -> Claim:
    """The claim of a row: the value, and most words in common."""
    claims = [c for c in CLAIMS[case["article"]] if c.span and fits(c, case) and words(c.quote) & words(case["words"])]
    assert claims, f"not found: {case['words']}; read were {[c.quote for c in CLAIMS[case['article']]]}"
    wanted = words(case["words"])
    return max(
        claims,
        key=lambda c: (len(words(c.quote) & wanted), _says(c, case["source"]), -abs(len(words(c.quote) - wanted))),
    )


def _says(claim: Claim, source: str) -> bool:
    """Whether a claim's source is named with the words of a cell; an empty cell is the article's own voice."""
    if claim.source is None or not source:
        return claim.source is None and not source
    return words(source) <= words(claim.source.name)


@pytest.mark.parametrize("case", rows())
def test_a_figure_is_read_with_its_source(case: dict[str, str]) -> None:
    """Each figure has its value, its source and relay, its attribute where it has one, its stance and its whole."""
    claim = found(case)
    assert _says(claim, case["source"]), f"said by {claim.source}"
    if case["via"]:
        assert any(words(case["via"]) <= words(relay) for relay in claim.via)
    if case["attribute"]:
        assert claim.scope.attribute == case["attribute"]
    assert claim.stance.value == case["stance"]
    if case["whole"]:
        whole = {each.id: each for each in CLAIMS[case["article"]]}[claim.whole or ""]
        assert end_fits(whole.value.low, case["whole"])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_quotes_are_the_words_of_the_text(path: Path) -> None:
    """A quote is exactly the words at its span, short, within the text; ids are unique."""
    text = document(path).text or ""
    claims = CLAIMS[path.stem]
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        if claim.span is None:
            assert claim.section is Section.HEADLINE
            continue
        assert text[claim.span.start : claim.span.end] == claim.quote
        assert len(claim.quote) < 400


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_little_is_read_that_nobody_asked_for(path: Path) -> None:
    """At most three claims of an article are not among the expected figures."""
    with (CASES / "extract_articles.csv").open(encoding="utf-8", newline="") as file:
        expected = sum(case["article"] == path.stem for case in csv.DictReader(file))
    assert sum(claim.span is not None for claim in CLAIMS[path.stem]) <= expected + 3
