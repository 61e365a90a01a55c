"""Time grows with the length of the text, whatever the text."""

from __future__ import annotations

import time

import pytest

from reconcile.values import scan

PIECES = [
    "1,", "1-", "1.", "7", "x", "a ", " ", "$", "twenty-", "hundred ", "one in ", "half a ", "no new ", "not a ",
    "5 to ", "tens of ", "aged 5, ", "(1) ", "one and ", "1:", "+1 ", "@a", "\n", "her ", "tel 1 ", "without ",
    "denied any ", "between 1 and ", "1/", "Jan. 1, ", "to 2000-", "A1 ", "pages 1, ",
]  # fmt: skip


def seconds(text: str) -> float:
    """The processor time that one scan takes."""
    start = time.process_time()
    scan(text)
    return time.process_time() - start


def grows_evenly(piece: str) -> bool:
    """Whether twice the text takes at most two and a half times as long, apart from a twentieth of a second."""
    short, long = (seconds(piece * (size // len(piece))) for size in (6_000, 12_000))
    return long <= 2.5 * short + 0.05


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    """A text of one repeated piece takes time in proportion to its length (three tries, as machines stutter)."""
    assert any(grows_evenly(piece) for _ in range(3))


def test_ordinary_sentences_are_read_fast() -> None:
    """Five hundred sentences of news take well under two seconds even on a slow machine."""
    sentence = "At least 14 of the 60 climbers, aged 20 to 41, died on Sunday near Orsa, a ranger said. "
    assert seconds(sentence * 500) < 2
