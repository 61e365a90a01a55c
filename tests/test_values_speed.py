"""Time grows with the length of the text, whatever the text."""

from __future__ import annotations

import time

import pytest

from reconcile.values import scan

PIECES = ["1,", "1-", "1.", "7", "x", "a ", " ", "$", "twenty-", "hundred ", "one in ", "half a ", "no new ", "not a ",
          "5 to ", "tens of ", "aged 5, ", "(1) ", "one and ", "1:", "+1 ", "@a", "\n", "her ", "tel 1 "]  # fmt: skip


def seconds(text: str) -> float:
    """The processor time that one scan takes, the better of two."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        scan(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    """Doubling a text of one repeated piece takes at most two and a half times as long."""
    short, long = (seconds(piece * (size // len(piece))) for size in (6_000, 12_000))
    assert long <= 2.5 * short + 0.05


def test_ordinary_sentences_are_read_fast() -> None:
    """Five hundred sentences of news take well under two seconds even on a slow machine."""
    sentence = "At least 14 of the 60 climbers, aged 20 to 41, died on Sunday near Orsa, a ranger said. "
    assert seconds(sentence * 500) < 2
