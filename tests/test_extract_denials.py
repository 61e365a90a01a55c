"""Figures that a source calls untrue or leaves open are not read as asserted."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Document, Modality, Stance

REJECTED = [
    ("The ministry rejected reports that 19 soldiers were killed.", 19),
    ("The ministry dismissed claims that 19 soldiers were killed.", 19),
    ("The ministry dismissed as false a report that 19 soldiers were killed.", 19),
    ("The ministry rebuffed reports that 19 soldiers were killed.", 19),
    ("The ministry disputed the figure of 19 dead.", 19),
    ("The ministry disputed the rebels' figure of 30 dead.", 30),
    ("The ministry ruled out that more than nine soldiers were killed.", 9),
    ("The ministry called the figure of 19 dead an exaggeration.", 19),
]


def _read(text: str) -> list[tuple[object, str | None, Stance, Modality]]:
    claims = extract(Document(id="d", text=text))
    return [(c.value.low, c.source.name if c.source else None, c.stance, c.modality) for c in claims]


@pytest.mark.parametrize(("text", "number"), REJECTED)
def test_who_rejects_a_figure_denies_it(text: str, number: int) -> None:
    """A figure that a source rejects is denied by that source, whoever gave it."""
    assert _read(text) == [(number, "ministry", Stance.DENIES, Modality.STATED)]


def test_the_figure_given_instead_is_asserted() -> None:
    """Behind a rejected figure the source's own one is asserted."""
    read = _read("The ministry rejected the claim that 19 soldiers were killed, saying nine had died.")
    assert [(number, stance) for number, _, stance, _ in read] == [(19, Stance.DENIES), (9, Stance.ASSERTS)]
    assert {source for _, source, _, _ in read} == {"ministry"}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry did not dispute reports that 19 soldiers were killed.",
        "The ministry refused to rule out that 19 soldiers were killed.",
        "The insurer rejected claims of $30 million from farmers.",
        "The court dismissed 19 appeals.",
    ],
)
def test_what_is_not_called_untrue_is_not_denied(text: str) -> None:
    """A rejection that is itself negated, a claim for money and things turned down are no denials of a figure."""
    read = _read(text)
    assert read
    assert {stance for _, _, stance, _ in read} == {Stance.ASSERTS}


@pytest.mark.parametrize("verb", ["could not confirm", "declined to confirm", "was unable to verify"])
def test_an_unnamed_claim_left_open_is_nobodys(verb: str) -> None:
    """A claim of nobody named that a speaker does not confirm is unconfirmed and not the speaker's."""
    assert _read(f"The ministry {verb} a claim of 50 dead.") == [(50, None, Stance.ASSERTS, Modality.UNCONFIRMED)]


def test_no_reports_that_is_a_denial() -> None:
    """Police who say that there were no reports that 30 died do not assert 30 dead."""
    read = _read("There were no reports that 30 people were killed, police said.")
    assert read == [(30, "police", Stance.DENIES, Modality.STATED)]


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether 19 soldiers had died, the minister said nine had.",
        "The minister, asked by a reporter if 19 soldiers had died, said nine had.",
    ],
)
def test_a_figure_in_a_question_is_no_claim(text: str) -> None:
    """A number that only stands in the question is left out; the one in the answer is the speaker's."""
    assert [(number, source) for number, source, _, _ in _read(text)] == [(9, "minister")]
