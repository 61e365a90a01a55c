"""One cue in its sentence: where it stands, whom it names, which words it reaches."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.extract.names.naming import Naming
from reconcile.extract.voices.cues import Force
from reconcile.model import Modality


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue before its contents are cut against the others: word indices into the sentence."""

    first: int
    last: int
    naming: Naming
    begin: int
    left: tuple[int, int] | None
    right: tuple[int, int] | None
    force: Force
    leading: bool
    relay: Naming | None = None
    modality: Modality = Modality.STATED
    aside: bool = False
    rivals: tuple[Naming, ...] = ()
    counter: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """The words that a cue may reach: a whole sentence, or a quotation within it."""

    start: int
    stop: int
    quoted: bool = False
