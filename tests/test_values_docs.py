"""The tables of docs/values.md say what the program does."""

from __future__ import annotations

import doctest
import importlib
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from reconcile.model import Value
from reconcile.values import compare, parse

PAGE = Path(__file__).parent.parent / "docs" / "values.md"


def rows(heading: str) -> Iterator[tuple[str, str, str]]:
    """The rows of all tables whose first column has this heading."""
    inside = False
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if not line.startswith("|"):
            inside = False
        elif cells[0] == heading:
            inside = True
        elif inside and not re.fullmatch(r"-+", cells[0]):
            yield cells[0], cells[1], cells[2]


def ends(value: Value) -> str:
    """The ends as the page writes them."""
    low, high = (None if end is None else str(end) for end in (value.low, value.high))
    figures = low if low == high else f"{low or '…'} to {high or '…'}"
    return f"{figures} {value.unit}" if value.unit else str(figures)


@pytest.mark.parametrize(("words", "bound", "expected"), list(rows("words")))
def test_words_are_read_as_the_page_says(words: str, bound: str, expected: str) -> None:
    """Each row's words give the bound and the ends that stand beside them."""
    value = parse(words)
    assert (value.bound.value, ends(value)) == (bound, expected)


@pytest.mark.parametrize(("first", "second", "fit"), list(rows("first")))
def test_values_fit_as_the_page_says(first: str, second: str, fit: str) -> None:
    """Each row's two values fit as the third column says, in either order."""
    assert compare(parse(first), parse(second)).value == fit
    assert compare(parse(second), parse(first)).value == fit


def test_the_page_has_its_tables() -> None:
    """The page holds enough rows that an empty table would be noticed."""
    assert len(list(rows("words"))) > 70
    assert len(list(rows("first"))) > 15


@pytest.mark.parametrize(
    "name",
    [
        "values.algebra",
        "values.units",
        "values.currencies",
        "values.spellings",
        "values.wordlist",
        "values.grammar",
        "values.render",
        "dates.anchored",
        "dates.moments",
    ],
)
def test_examples_in_docstrings(name: str) -> None:
    """The examples in the docstrings give what they say."""
    result = doctest.testmod(importlib.import_module(f"reconcile.{name}"))
    assert result.attempted > 0
    assert result.failed == 0


def test_negative_figures_are_decimals() -> None:
    """A sign is part of the figure and no word."""
    assert parse("−4 °C").low == Decimal(-4)
