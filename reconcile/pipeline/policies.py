"""What each policy would record of a question: those of the program, then those that installed packages add."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points

from reconcile.errors import UsageProblem
from reconcile.model import Claim, Kind
from reconcile.policies import POLICIES, Case, Policy, Recorded, Standing, case_of, claim_it
from reconcile.store import Store

GROUP = "reconcile.policies"
"""The entry point group under which a package offers policies of its own."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A policy by name, the publication that it reads, and what it would record."""

    policy: str
    cites: str
    recorded: Recorded


def policies() -> Iterator[Policy]:
    """All policies at hand. Raises `UsageProblem` where a package offers something that is none."""
    yield from POLICIES
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        yield _loaded(entry)


def _loaded(entry: EntryPoint) -> Policy:
    try:
        found = entry.load()
    except Exception as error:
        raise UsageProblem(
            f"the policy {entry.name} does not load: {error}", where=entry.value, hint="mend or remove that package"
        ) from error
    if not isinstance(found, Policy):
        raise UsageProblem(
            f"{entry.name} is no policy", where=entry.value, hint="an entry point must name a reconcile.policies.Policy"
        )
    return found


def recorded(store: Store, question: str) -> tuple[Applied, ...]:
    """What each policy would record of a question, in the order in which tables show them."""
    case = _case(store, question)
    return tuple(_applied(policy, case) for policy in policies())


def _applied(policy: Policy, case: Case) -> Applied:
    try:
        return Applied(policy.name, policy.cites, policy.apply(case))
    except Exception as error:
        raise UsageProblem(f"the policy {policy.name} failed: {error}", hint="mend or remove its package") from error


def _case(store: Store, id: str) -> Case:
    question = store.questions([id])[id]
    claims = store.claims(question.claims)
    documents = store.documents({claim.document for claim in claims.values()})
    return case_of(question, claims, documents, _standing(store, question.event_id))


def _standing(store: Store, event: str | None) -> Standing:
    """The desk's notes on sources, and who claims responsibility for the event."""
    notes = store.rows("SELECT name, party, reliability FROM sources WHERE party = 1 OR reliability IS NOT NULL")
    return Standing(
        parties=frozenset(row["name"] for row in notes if row["party"]),
        responsible=claim_it(_in_words(store, event)),
        grades={row["name"]: row["reliability"] for row in notes if row["reliability"]},
    )


def _in_words(store: Store, event: str | None) -> list[Claim]:
    """The statements in words of an event."""
    asked = store.rows("SELECT id FROM questions WHERE event_id = ? AND kind = ?", [event, Kind.TEXT]) if event else []
    members = store.members([row["id"] for row in asked])
    return list(store.claims([each for claims in members.values() for each in claims]).values())
