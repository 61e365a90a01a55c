"""What a reader is told and what it hands back: options, inputs that were not taken, a way to tell of losses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Tell = Callable[[str], None]
"""Receives one plain line about something that was read but not as hoped: a loss, a guess, an unknown field."""


def say_nothing(line: str) -> None:
    """The `Tell` of a caller who does not want to know."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about the documents of one input; each wins over what a text or page says itself.

    In .jsonl they only fill in what a line leaves out. `one` keeps a text file whole. `published` is a date or
    moment in any shape that `reconcile.dates.parse_moment` takes; `day_first` settles 01/02/2019. `kind` names a
    reader of `READERS` where neither the name nor the content tells.
    """

    one: bool = False
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    lang: str | None = None
    day_first: bool | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """One input that was not taken: where it stood, why, and what it was (a line, the cells of a row, or None)."""

    where: str
    reason: str
    raw: str | tuple[str, ...] | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.reason}"
