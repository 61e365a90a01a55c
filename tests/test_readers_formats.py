"""docs/formats.md names every format and every field that is read or written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reconcile.pipeline import EXPORTS
from reconcile.readers import CLAIM_FIELDS, DOCUMENT_FIELDS, ENDINGS, READERS
from reconcile.report.outputs import OUTPUTS

PAGE = (Path(__file__).resolve().parent.parent / "docs" / "formats.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """The words under a heading, up to the next one of its level."""
    level = title.split()[0]
    after = PAGE.split(f"{title}", 1)[1]
    return re.split(rf"^#{{1,{len(level)}}} ", after, maxsplit=1, flags=re.MULTILINE)[0]


def rows(title: str) -> list[str]:
    """The names in the first column of the table under a heading."""
    return re.findall(r"^\| `(\w+)` \|", section(title), re.MULTILINE)


def test_every_kind_of_article_is_documented() -> None:
    """The table of kinds has a row for each reader, with the endings that lead to it."""
    table = dict(re.findall(r"^\| `(\w+)` \| ([.\w ]+) \|", section("## Articles"), re.MULTILINE))
    assert {kind: endings.split() for kind, endings in table.items() if endings.startswith(".")} == {
        kind: [ending for ending, of in ENDINGS.items() if of == kind] for kind in READERS
    }


def test_every_field_of_a_document_is_documented() -> None:
    """The table of document fields lists what is read, in order, and nothing else."""
    assert rows("### Documents as .jsonl") == list(DOCUMENT_FIELDS)


def test_every_field_of_a_claim_is_documented() -> None:
    """The table of claim fields lists what import takes, in order, and nothing else."""
    assert rows("## Claims") == list(CLAIM_FIELDS)


def test_exported_claims_can_be_imported() -> None:
    """Export writes the fields that import takes; only the value in words is import's own."""
    assert [name for name in CLAIM_FIELDS if name != "value"] == list(EXPORTS["claims"])


@pytest.mark.parametrize("what", [what for what in EXPORTS if what != "claims"])
def test_every_field_of_an_export_is_documented(what: str) -> None:
    """The row of each export names all its columns."""
    row = re.search(rf"^\| `{what}` \| (.+) \|$", section("## Other exports"), re.MULTILINE)
    assert row is not None
    assert re.findall(r"`(\w+)`", row[1]) == list(EXPORTS[what])


@pytest.mark.parametrize("suffix", OUTPUTS)
def test_every_form_of_a_page_is_documented(suffix: str) -> None:
    """Each file that a question has among the pages is named."""
    assert f"`{suffix}`" in section("## Beside the pages")
