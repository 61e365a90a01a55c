"""What a desk has set and what it has seen so far: all that resolving depends on besides the claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reconcile.model import GivenName, GivenTitle, Judgement


@dataclass(frozen=True, slots=True)
class Desk:
    """The settings and the memory of a desk, as plain mappings.

    `families` maps an outlet to its owner's family; an outlet that is not in it is its own family.
    `aliases` maps a source's name to the name by which the desk knows it. `letters` are the letters that
    accounts have been given, by (question id, origin); they are never reused. `joined` maps a claim to its
    question so far, `ingested` maps a claim to its order of arrival. `parties` are the sources that are a
    party to the event. `judgements` are those that stand, and `titles` those that people gave, oldest first.
    `places` maps other names of places to the desk's, `names` are the other names of events. `struck` are the claims of
    judgements, titles and names that no longer count.
    """

    families: Mapping[str, str] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[tuple[str, str], str] = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)
    ingested: Mapping[str, int] = field(default_factory=dict)
    parties: frozenset[str] = frozenset()
    judgements: tuple[Judgement, ...] = ()
    titles: tuple[GivenTitle, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    names: tuple[GivenName, ...] = ()
    struck: frozenset[str] = frozenset()

    def arrival(self, claim_id: str) -> tuple[int, str]:
        """The order of arrival of a claim; claims that have not been numbered come last, by id."""
        return (self.ingested.get(claim_id, 1 << 62), claim_id)

    def family(self, outlet: str | None) -> str | None:
        """The family of an outlet: as mapped, else the outlet itself."""
        return None if outlet is None else self.families.get(outlet, outlet)
