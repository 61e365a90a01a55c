"""Accounts: what each origin holds on a question, under a letter that it keeps for good."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reconcile.model import Account, Stance, Value
from reconcile.resolve.desk import Desk
from reconcile.resolve.relations.sides import Side


def accounts_of(sides: Sequence[Side], desk: Desk, given: Mapping[str, str]) -> tuple[Account, ...]:
    """The accounts of a question in the order of their letters; `given` are the letters so far, by origin.

    New letters go to the origin that came first, then to the lower figure. A letter that was given to an
    origin on this question stays with it and is never given again, not even where the origin has gone.
    """
    by_origin: dict[str, list[Side]] = {}
    for side in sides:
        by_origin.setdefault(side.origin, []).append(side)
    letters = _letters(by_origin, desk, given)
    made = [_account(letters[origin], origin, group, desk) for origin, group in by_origin.items()]
    return tuple(sorted(made, key=lambda account: (len(account.letter), account.letter)))


def _letters(by_origin: Mapping[str, Sequence[Side]], desk: Desk, given: Mapping[str, str]) -> dict[str, str]:
    taken = set(given.values())
    free = (letter for letter in alphabet() if letter not in taken)
    order = sorted(by_origin, key=lambda origin: _first(by_origin[origin], desk))
    return {origin: given.get(origin) or next(free) for origin in order}


def _first(group: Sequence[Side], desk: Desk) -> tuple[int, int, str]:
    arrived, name = min(desk.arrival(entry.id) for side in group for entry in side.members)
    return arrived, _size(group[0].value), name


def _size(value: Value) -> int:
    end = value.low if value.low is not None else value.high
    return 0 if end is None else int(end.toordinal() if hasattr(end, "toordinal") else end)


def alphabet() -> Iterator[str]:
    """A, B, … Z, AA, AB, … without end."""
    shorter = [""]
    while True:
        longer = [start + chr(code) for start in shorter for code in range(ord("A"), ord("Z") + 1)]
        yield from longer
        shorter = longer


def _account(letter: str, origin: str, group: Sequence[Side], desk: Desk) -> Account:
    members = sorted((entry for side in group for entry in side.members), key=lambda entry: entry.order)
    standing = [entry for side in group if _stands(side, group) for entry in side.members if not entry.claim.former]
    title = min((side for side in group), key=lambda side: desk.arrival(side.entry.id)).title
    return Account(
        letter=letter,
        origin=origin,
        title=title,
        claims=tuple(entry.id for entry in members),
        standing=tuple(entry.id for entry in sorted(standing, key=lambda entry: entry.order)),
    )


def _stands(side: Side, group: Sequence[Side]) -> bool:
    """Whether a figure holds: not replaced, and a denial only where its source asserts nothing that still holds."""
    if side.replaced:
        return False
    return side.stance is Stance.ASSERTS or all(other.stance is Stance.DENIES or other.replaced for other in group)
