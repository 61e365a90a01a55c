"""The trained part of attribution: what it adds where the rules end, where it keeps silent, and how it is made."""

from __future__ import annotations

import gzip
import importlib
import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from reconcile.extract import extract
from reconcile.extract.trained.features import labels, view
from reconcile.extract.trained.listening import trained_listener
from reconcile.extract.trained.tagger import WEIGHTS, Tagger, linked, shipped
from reconcile.extract.voices.attribution import attributions
from reconcile.extract.words.tokens import tokens
from reconcile.model import Document, Span, Stance

TRAINING = Path(__file__).resolve().parent.parent / "training"

ADDED = [
    ("The bishop lamented that 9 chapels had burned.", "bishop"),
    ("Lena Moor, who runs the kennel, grumbled that 26 dogs had escaped.", "Lena Moor"),
    ("The wardens noticed that 16 deer had drowned.", "wardens"),
    ("Local anglers grumbled that 20 boats were sold.", "Local anglers"),
    ("The glaziers accused the port of hiding 14 cracked panes.", "glaziers"),
    ("The beekeepers imagine that 60 hives are sick.", "beekeepers"),
    ("The ledger implies that 85 sheep were never shorn.", "ledger"),
]


def sources(text: str, trained: bool) -> set[str | None]:
    """Who is named as the source of the figures of a text."""
    claims = extract(Document(id="d", text=text), trained=trained)
    return {claim.source.name if claim.source else None for claim in claims}


@pytest.mark.parametrize(("text", "source"), ADDED)
def test_a_figure_that_no_rule_gives_to_anybody_gets_its_source(text: str, source: str) -> None:
    """The trained part names the source of a figure where the rules alone name none."""
    assert sources(text, trained=False) == {None}
    assert sources(text, trained=True) == {source}


@pytest.mark.parametrize(
    "text",
    [
        "Rangers found 16 deer.",
        "The baker sold 40 loaves and 12 pies.",
        "He is accused of stealing 14 goats.",
        "The suspect is described as weighing about 90 kilograms.",
        "The orchestra played 3 encores, and the crowd stood for 10 minutes.",
        "The ministers agreed to buy 12 tugboats.",
        "I suspect that 20 boats were sold.",
        "You know that 31 crates are missing.",
        "Quietly denying that 9 chapels had burned, the verger left.",
        "While adding that 9 chapels had burned, the verger left.",
        "The avalanche claimed 3 lives.",
        "A brass band stormed the chapel 45 minutes later.",
        "The ferryman did not say whether 40 crates had gone overboard.",
        "Thursday's news that 500 lamps were stolen pleased nobody.",
    ],
)
def test_the_trained_part_keeps_silent_where_nobody_reports(text: str) -> None:
    """Deeds, wishes, descriptions and a writer's own "I" give a figure no source."""
    assert sources(text, trained=True) == {None}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The ferry company boasted that 300 passengers had booked.", "ferry company"),
        ("Police, citing hospital clerks, said four had died.", "hospital clerks"),
        ("According to the harbour master, 17 buoys drifted off.", "harbour master"),
    ],
)
def test_what_the_rules_find_stays(text: str, source: str) -> None:
    """The trained part changes nothing where a rule gives the figure to a source."""
    assert sources(text, trained=False) == sources(text, trained=True) == {source}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The auditors denied that 18 panes had cracked.", Stance.DENIES),
        ("The auditors grumbled that 18 panes had cracked.", Stance.ASSERTS),
    ],
)
def test_a_cue_that_denies_makes_a_denial(text: str, stance: Stance) -> None:
    """Heard by the trained part alone, a denied figure is denied and a stated one stated."""
    words = tokens(text, 0, len(text))
    [heard] = trained_listener().overheard(words, [False] * len(words), [])
    assert (text[heard.cue.start : heard.cue.end], heard.stance) == (words[2].text, stance)


def tagged(text: str) -> list[tuple[str, str, list[str]]]:
    """Source, cue and contents of a sentence in words."""
    words = tokens(text, 0, len(text))
    quoted = [False] * len(words)

    def printed(piece: tuple[int, int]) -> str:
        return text[words[piece[0]].start : words[piece[1] - 1].end]

    found = shipped().tag(view(words, quoted, attributions(words, quoted)))
    return [(printed(each.source), printed(each.cue), [printed(piece) for piece in each.content]) for each in found]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "Oda Brill, a choir master, has repeatedly grumbled that 26 organs are out of tune.",
            "Oda Brill, a choir master,",
            "has repeatedly grumbled",
            "that 26 organs are out of tune",
        ),
        ("The glaziers denounced the new tariff.", "The glaziers", "denounced", "the new tariff"),
        ("A choir survey showed 31 organs out of tune.", "A choir survey", "showed", "31 organs out of tune"),
        (
            "Two thirds of the organs are sound, the verger added.",
            "the verger",
            "added",
            "Two thirds of the organs are sound",
        ),
    ],
)
def test_spans_are_cut_where_a_reader_would(text: str, source: str, cue: str, content: str) -> None:
    """A source with its apposition, a cue with its auxiliaries, a content without the full stop."""
    assert tagged(text) == [(source, cue, [content])]


def test_labels_follow_spans() -> None:
    """The first word of a span begins it, the others go on; a span inside another cuts it in two."""
    words = tokens("we hear the mayor say so", 0, 24)
    spans = [("X", Span(0, 24)), ("S", Span(8, 17)), ("C", Span(18, 21))]
    assert labels(words, spans) == ["B-X", "I-X", "B-S", "I-S", "B-C", "B-X"]


def test_sources_and_contents_go_to_the_nearest_cue() -> None:
    """Each of two cues gets the source and the content beside it."""
    names = ["B-S", "B-C", "B-X", "I-X", "O", "B-S", "B-C", "B-X"]
    assert linked(names) == [((0, 1), (1, 2), ((2, 4),)), ((5, 6), (6, 7), ((7, 8),))]


def test_the_likeliest_path_is_found() -> None:
    """A label that no other may follow is not chosen for its own score alone."""
    weights = {
        "labels": ["O", "B-X"],
        "step": 1.0,
        "transitions": [[0, 0], [-50, -50]],
        "features": {"w=one": [0, 2], "w=two": [0, 3]},
        "lexicon": {"CD": "one two"},
    }
    words = tokens("one two", 0, 7)
    names, shares = Tagger(weights).label(view(words, [False, False], []))
    assert names == ["O", "B-X"]
    assert np.all((shares > 0.5) & (shares <= 1.0))


def test_the_weights_are_small_and_whole_numbers() -> None:
    """The file is at most 500 kB and holds whole numbers only, so that every machine reads the same."""
    packed = files("reconcile.extract.trained").joinpath(WEIGHTS).read_bytes()
    assert len(packed) <= 500_000
    weights = json.loads(gzip.decompress(packed))
    assert {type(each) for row in weights["features"].values() for each in row} == {int}


def test_weights_and_numpy_are_read_only_where_an_article_is() -> None:
    """Importing the extraction loads neither the tagger nor its weights."""
    code = "import sys, reconcile.extract; print('reconcile.extract.trained.tagger' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.fixture
def maker(monkeypatch: pytest.MonkeyPatch) -> object:
    """The module that makes sentences to learn from."""
    monkeypatch.syspath_prepend(str(TRAINING))
    return importlib.import_module("sentences")


def test_the_same_seed_makes_the_same_sentences(maker: object) -> None:
    """Sentences to learn from are drawn the same way every time, and another seed gives others."""
    made = [[each.text for each in maker.sentences(50, seed, {})] for seed in (1, 1, 2)]  # type: ignore[attr-defined]
    assert made[0] == made[1] != made[2]


def test_marks_become_spans(maker: object) -> None:
    """The marks of a pattern tell where source, cue and content stand, and are not in the text."""
    made = maker.read("[S The cook] [C said] [X [S a diner] [C saw] [X 3 mice]].")  # type: ignore[attr-defined]
    assert made.text == "The cook said a diner saw 3 mice."
    assert {(role, made.text[start:end]) for role, start, end in made.spans} == {
        ("S", "The cook"),
        ("C", "said"),
        ("X", "a diner saw 3 mice"),
        ("S", "a diner"),
        ("C", "saw"),
        ("X", "3 mice"),
    }


def test_made_sentences_have_no_marks_left(maker: object) -> None:
    """Every phrase that a pattern asks for exists, and nothing of the notation stays in a sentence."""
    texts = [each.text for each in maker.sentences(2000, 3, {})]  # type: ignore[attr-defined]
    assert [text for text in texts if set(text) & set("<>[]")] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“One lodger told us he burns 40 logs a night,” said the warden, Oda Brill.", "Oda Brill"),
        ("“The canal wanted 60 barges, and it got 12,” Pim Aster said.", "Pim Aster"),
        ("“According to the weigh house, 22 barrels leaked,” Pim Aster said.", "weigh house"),
        ("Pim Aster said the weigh house had reported that 22 barrels leaked.", "weigh house"),
    ],
)
def test_a_speaker_comes_before_whom_he_speaks_of(text: str, source: str) -> None:
    """Inside a quotation a figure is its speaker's own, unless it is given "according to" somebody."""
    claims = extract(Document(id="d", text=text))
    assert {source in claim.source.name if claim.source else False for claim in claims if claim.span} == {True}
