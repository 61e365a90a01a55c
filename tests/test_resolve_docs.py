"""The page that explains the rules names every one of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reconcile.resolve import RULES, SENTENCES

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("rule", sorted(SENTENCES))
def test_every_rule_has_a_heading_its_sentence_and_an_example(rule: str) -> None:
    """Under the heading of a rule stand the sentence that editors read and an example."""
    section = re.search(rf"^## {rule}\n\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert section is not None
    told = " ".join(section[1].split())
    assert told.startswith(" ".join(SENTENCES[rule].split()))
    assert "*Example:*" in told


def test_every_heading_is_a_rule() -> None:
    """The page explains no rule that the program does not have."""
    assert set(re.findall(r"^## (\w+)$", PAGE, re.MULTILINE)) == set(SENTENCES)


def test_every_rule_of_comparison_has_its_sentence() -> None:
    """A rule without a sentence does not start."""
    assert set(RULES) <= set(SENTENCES)
    assert all(SENTENCES.values())
