"""Figures that somebody denies in passing, right behind who gives them."""

from __future__ import annotations

import pytest

from reconcile.extract import extract
from reconcile.model import Document, Stance


@pytest.mark.parametrize(
    ("sentence", "figure", "denier"),
    [
        ("The party claims 90,000 members – a number its rivals call fantasy.", "90000", "rivals"),
        ("The storm killed nine people, officials said, a toll aid workers call far too low.", "9", "aid workers"),
        ("The network treated 5,500 patients, its head said – a figure doctors described as false.", "5500", "doctors"),
        ("About 9,000 workers walked out, the union said, a figure rejected by the company.", "9000", "company"),
        (
            "The cult has 700 followers, its leader claims – a number former members say is far too high.",
            "700",
            "former",
        ),
        ("At least 80 militants surrendered, the governor said – a claim the insurgents deny.", "80", "insurgents"),
        ("The plant has two dozen vets, the mayor said, a figure that farmers consider exaggerated.", "24", "farmers"),
    ],
)
def test_who_calls_a_figure_untrue_in_passing_denies_it(sentence: str, figure: str, denier: str) -> None:
    """The figure is asserted by its owner and denied by the other, in one claim each."""
    claims = [c for c in extract(Document(id="x", text=sentence)) if format(c.value.low or c.value.high, "f") == figure]
    assert [claim.stance for claim in claims] == [Stance.ASSERTS, Stance.DENIES]
    sources = [claim.source.name if claim.source else "" for claim in claims]
    assert denier in sources[1]
    assert denier not in sources[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "The port counted 300 crates, a figure that the customs office had published before.",
        "The choir has 60 singers, its director said, a number that surprised the mayor.",
    ],
)
def test_an_aside_that_calls_nothing_untrue_denies_nothing(sentence: str) -> None:
    """Only words such as inflated, or verbs such as dispute, deny a figure."""
    assert Stance.DENIES not in [claim.stance for claim in extract(Document(id="x", text=sentence))]
