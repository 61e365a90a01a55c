"""Names that the desk keeps to itself: what leaves the desk has the public label in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reconcile.model import Claim, Document, Question, Relation, Source
from reconcile.store import Store

_TITLES = frozenset(
    "captain chief colonel commander deputy director doctor general governor head judge lieutenant major mayor "
    "minister nurse officer police president professor sergeant spokesman spokeswoman the".split()
)
"""Words before a name that name nobody by themselves."""


def spilt(claim: Claim, document: Document) -> str | None:
    """Where what was typed holds the name of a private source ("the quotation"), None where it does not.

    A published text is public already: a quotation of it is not looked at.
    """
    if claim.source is None or claim.source.label in (None, claim.source.name):
        return None
    names = _pattern(claim.source)
    return next((where for where, words in _public(claim, document) if words and names.search(words)), None)


def _public(claim: Claim, document: Document) -> Iterator[tuple[str, str | None]]:
    """What stands on the pages in the words that were typed."""
    if document.text is None:
        yield from (("the quotation", claim.quote), ("the title", document.title), ("the outlet", document.outlet))
    yield from (("the label", claim.source.label if claim.source else None), ("the question", claim.question))
    yield from (("the translation", claim.translation), ("the note", claim.note), ("the value", claim.value.words))
    for name in ("event", "attribute", "counted", "population", "place", "definition"):
        yield f"the {name}", getattr(claim.scope, name)


def _pattern(source: Source) -> re.Pattern[str]:
    """The name in full, without what follows a comma, and each part of a person's name."""
    called = re.split(r",| \(", source.name)[0].strip()
    person = source.person or ""
    label = (source.label or "").casefold().split()
    single = [word for word in re.findall(r"[^\W\d_][\w'’-]{2,}", f"{called} {person}") if word[0].isupper()]
    parts = {word for word in single if word.casefold() not in _TITLES and word.casefold() not in label}
    full = {name for name in (source.name, called, person) if name and name.casefold() not in _TITLES}
    either = "|".join(re.escape(name) for name in sorted(full, key=len, reverse=True))
    each = "".join(f"|{re.escape(word)}" for word in sorted(parts))
    return re.compile(rf"(?<!\w)(?:(?i:{either}){each})(?!\w)")


@dataclass(frozen=True, slots=True)
class Labels:
    """The public label of each private name, and the pattern that finds these names in a sentence."""

    by_name: Mapping[str, str]
    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, store: Store) -> Labels:
        """The labels that the desk has put down."""
        rows = store.rows("SELECT name, label FROM sources WHERE label IS NOT NULL AND label <> name ORDER BY name")
        by_name = {row["name"]: row["label"] for row in rows}
        names = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True))
        return cls(by_name, re.compile(rf"(?<!\w)(?:{names})(?!\w)") if names else None)

    def name(self, source: str | None) -> str | None:
        """The name that a reader may see."""
        return self.by_name.get(source, source) if source else source

    def sentence(self, words: str) -> str:
        """The words with labels in place of private names."""
        return self.pattern.sub(lambda found: self.by_name[found.group()], words) if self.pattern else words

    def claim(self, claim: Claim) -> Claim:
        """The claim with labels for those who passed it on; its source is labelled where it is shown."""
        via = tuple(self.by_name.get(step, step) for step in claim.via)
        return claim if via == claim.via else replace(claim, via=via)

    def question(self, question: Question) -> Question:
        """The question with labels in the sentences of its relations."""
        return replace(question, relations=tuple(map(self._relation, question.relations))) if self.pattern else question

    def _relation(self, relation: Relation) -> Relation:
        assumptions = tuple(map(self.sentence, relation.assumptions))
        return replace(relation, why=self.sentence(relation.why), assumptions=assumptions)
