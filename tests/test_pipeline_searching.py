"""Documents searched for claims by several processes at once."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Document
from reconcile.pipeline import searching
from reconcile.pipeline.searching import searched

STORY = "{n} hikers were rescued near Tolm on Friday, the mountain guard said. Two had broken legs.\n\n"


@pytest.mark.parametrize("processes", [1, 2])
def test_documents_give_the_same_claims_whoever_reads_them(processes: int) -> None:
    """Each document gets its own claims in order, read by one process or by several."""
    documents = [Document(id=f"d{n}", text=STORY.format(n=n + 3), published="2024-03-09") for n in range(5)]
    documents.insert(2, Document(id="bare", text=None, title="Nine missing at Tolm"))
    assert list(searched(documents, processes=processes)) == [extract(document) for document in documents]


def test_the_pieces_of_a_long_text_are_put_together_again() -> None:
    """A text that is read in pieces gives the claims and offsets that it gives in one process."""
    text = "".join(STORY.format(n=n % 90 + 3) for n in range(2600))
    document = Document(id="long", text=text, title="Hikers rescued, 14 hurt")
    (found,) = searched([document], processes=2)
    assert found == extract(document)
    assert all(claim.quote == text[claim.span.start : claim.span.end] for claim in found if claim.span)


def test_a_few_short_texts_start_no_other_process() -> None:
    """Only where there is much to read is it shared out."""
    assert searching._cores(10_000) == 1
