"""A statement in words: what is said of a person, an attack or a mishap, and where in the text it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.model import Modality


@dataclass(frozen=True, slots=True)
class Statement:
    """What one clause states: `words` is its value, `population` whom it is about, `at` where its voice is sought.

    `denied` tells that the clause itself says no ("was not charged"); a denial by its source comes on top.
    `heard_only` tells that it counts only where somebody says it: the article's own story is no accusation.
    `own_stance` tells that `denied` holds whatever the cue of its voice says ("the firm denied this").
    `actor` are the words for who says it by the very verb: who claims responsibility, accuses, rules out, denies.
    """

    sentence: Sentence
    start: int
    end: int
    at: int
    attribute: str
    words: str
    counted: str
    population: str | None = None
    denied: bool = False
    modality: Modality = Modality.STATED
    window: tuple[date, date] | None = None
    actor: tuple[Token, ...] = ()
    heard_only: bool = False
    own_stance: bool = False
