"""Names that the desk keeps to itself: what leaves the desk has the public label in their place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reconcile.model import Claim, Question, Relation
from reconcile.store import Store


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
