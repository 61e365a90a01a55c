"""What the words of a sentence tell of one count, before it is said what that is a count of."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.extract.counts.attributes import THINGS
from reconcile.extract.counts.freenames import SORT_OF
from reconcile.extract.counts.predicates import Predicate
from reconcile.extract.words.wordforms import human


@dataclass(frozen=True, slots=True)
class Read:
    """What the words of the sentence tell: the noun, as words and as a range, whether it points back, the predicate."""

    noun: str | None
    span: tuple[int, int] | None
    pointing: bool
    shown: Predicate | None
    end: int

    @property
    def head(self) -> str | None:
        return self.noun.split()[-1].lower() if self.noun else None

    @property
    def borrows(self) -> bool:
        """Whether it says enough of its own to share only the people with the count before."""
        return self.shown is not None or self.noun is not None

    @property
    def staff(self) -> bool:
        """Whether helpers and other personnel are counted, to whom something may happen like to all people."""
        return SORT_OF.get(self.head or "") == "personnel"

    @property
    def thing(self) -> bool:
        """Whether what is counted is no people."""
        return self.head in THINGS or self.head in SORT_OF or human(self.head) is False
