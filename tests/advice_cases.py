"""Questions for the advice in a few words: who says what, one line a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from reconcile.model import Account, Claim, Kind, Modality, Question, QuestionStatus, Scope, Source, Stance, Value
from reconcile.values import parse

Told = Mapping[str, str | Sequence[str]]
"""What each source says: "25", "at least 14", "not 30", "perhaps 30", or several of them."""


def asked(name: str, told: Told, kind: Kind = Kind.NUMBER) -> tuple[Question, dict[str, Claim]]:
    """A question of that name with one account for each source, and its claims by id."""
    claims: dict[str, Claim] = {}
    accounts = []
    for letter, (source, words) in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", told.items(), strict=False):
        said = [words] if isinstance(words, str) else list(words)
        own = [_claim(f"{name}-{letter}{number}", source, each, kind) for number, each in enumerate(said)]
        claims.update({claim.id: claim for claim in own})
        ids = tuple(claim.id for claim in own)
        accounts.append(Account(letter, source.casefold(), source, ids, ids))
    kind = next(iter(claims.values())).value.kind
    status = QuestionStatus.CONTESTED
    return Question(name, name, kind, Scope(), tuple(claims), tuple(accounts), (), status), claims


def _claim(id: str, source: str, words: str, kind: Kind) -> Claim:
    denied, unsure = words.startswith("not "), words.startswith("perhaps ")
    bare = words.removeprefix("not ").removeprefix("perhaps ")
    value = _value(bare, kind)
    return Claim(
        id,
        "d",
        words,
        value,
        source=Source(source),
        stance=Stance.DENIES if denied else Stance.ASSERTS,
        modality=Modality.POSSIBLE if unsure else Modality.STATED,
    )


def _value(words: str, kind: Kind) -> Value:
    if kind is Kind.TEXT:
        return Value(kind, words=words)
    if kind is Kind.DATE:
        day = date.fromisoformat(words)
        return Value(kind, day, day, words=words)
    return replace(parse(words), words=words)


def together(*told: tuple[Question, dict[str, Claim]]) -> tuple[list[Question], dict[str, Claim]]:
    """Several questions and all their claims."""
    return [question for question, _ in told], {id: claim for _, claims in told for id, claim in claims.items()}
