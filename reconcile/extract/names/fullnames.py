"""The full forms of names: "Zahn" where the text has one "Udo Zahn", "the ministry" for its "Labour Ministry"."""

from __future__ import annotations

import re
from functools import cached_property

from reconcile.extract.voices.cues import ROLES, TITLES
from reconcile.extract.words.phrases import DETERMINERS, PREPOSITIONS, TIME_WORDS

_RUN = re.compile(r"[A-Z][\w’'-]*(?:(?<=[ .][A-Z])\.|(?<=[A-Z][a-z])\.)?(?: [A-Z][\w’'-]*(?:(?<=[ .][A-Z])\.)?)+")


class FullNames:
    """The names of several capitalised words that a text has, found by their last word."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _runs(self) -> dict[str, set[tuple[str, ...]]]:
        """Runs of capitalised words by their last word, with up to four words before it."""
        runs: dict[str, set[tuple[str, ...]]] = {}
        for match in _RUN.finditer(self._text):
            words = [re.sub(r"(?:[’']s|[.’'-])$", "", word) for word in match.group().split(" ")]
            for index in range(1, len(words)):
                runs.setdefault(words[index], set()).add(tuple(words[max(0, index - 4) : index + 1]))
        return runs

    def one(self, last: str, before: int) -> str | None:
        """The one name of up to `before` more capitalised words that ends in `last` wherever the text has it."""
        found = self.all(last, before)
        return found.pop() if len(found) == 1 else None

    def all(self, last: str, before: int) -> set[str]:
        """Every name of up to `before` more capitalised words that ends in `last`."""
        found = {_strip_the(" ".join(run[-before - 1 :])) for run in self._runs.get(last, ())}
        return {name for name in found if len(name.split()) > 1 and _name(name.split()[0].lower())}


def _name(first: str) -> bool:
    return first not in TIME_WORDS | PREPOSITIONS and first.rstrip(".") not in TITLES


def _strip_the(name: str) -> str:
    first, _, rest = name.partition(" ")
    if first.lower() in ROLES and " " in rest:
        return rest  # Mayor Lou Ferris
    return rest if first.lower() in DETERMINERS | {"but", "and", "while", "when"} | PREPOSITIONS else name
