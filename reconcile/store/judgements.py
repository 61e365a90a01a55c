"""What people judged and named, as stored: judgements, titles and names; written once, taken back, never deleted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from reconcile.model import GivenName, GivenTitle, Judgement, Level
from reconcile.store.audit import digest
from reconcile.store.border import checked
from reconcile.store.reading import Reading, ids_text
from reconcile.store.writing import Change

_IN = "IN (SELECT value FROM json_each(?))"
_APART = "('different', 'scope', 'part_of')"
TABLES = {"judgement": "judgements", "title": "titles", "name": "names"}
"""The tables of what people judged, by what one row of them is."""


def standing_judgements(store: Reading, claims: Iterable[str]) -> tuple[Judgement, ...]:
    """The judgements that were not undone in which any of these claims stands, oldest first."""
    touching = f"undone_run IS NULL AND judgements.id IN (SELECT subject FROM judged_claims WHERE claim {_IN})"
    return judgements_where(store, touching, [ids_text(claims)])


def judgements_where(store: Reading, condition: str, parameters: Iterable[object] = ()) -> tuple[Judgement, ...]:
    """The judgements that a condition of ours selects, oldest first."""
    sql = f"""SELECT judgements.*, runs.at FROM judgements JOIN runs ON runs.run = judgements.run
        WHERE {condition} ORDER BY number"""
    rows = store.rows(sql, parameters)
    sides = _sides(store, [row["id"] for row in rows])
    return tuple(
        Judgement(
            id=row["id"],
            word=row["judgement"],
            left=sides[row["id"], "left"],
            right=sides[row["id"], "right"],
            level=Level(row["level"]),
            editor=row["editor"],
            at=row["at"],
            note=row["note"],
        )
        for row in rows
    )


def chained_judgements(store: Reading, claims: Iterable[str]) -> tuple[Judgement, ...]:
    """All standing judgements that chains from these claims reach, through what is the same.

    Whichever claim of a question or event stands for it now: every claim that ever could is followed.
    """
    sql = f"""WITH RECURSIVE near (claim) AS (
            SELECT value FROM json_each(?)
            UNION SELECT theirs.claim FROM near CROSS JOIN judged_claims AS mine ON mine.claim = near.claim
                JOIN judgements ON judgements.id = mine.subject AND undone_run IS NULL AND judgement NOT IN {_APART}
                JOIN judged_claims AS theirs ON theirs.subject = mine.subject)
        SELECT claim FROM near"""
    return standing_judgements(store, [row["claim"] for row in store.rows(sql, [ids_text(claims)])])


def standing_titles(store: Reading, claims: Iterable[str]) -> tuple[GivenTitle, ...]:
    """The titles that were not undone of the questions or events for which any of these claims stands, oldest first."""
    sql = f"""SELECT titles.*, runs.at FROM titles JOIN runs ON runs.run = titles.run WHERE undone_run IS NULL
        AND id IN (SELECT subject FROM judged_claims WHERE claim {_IN}) ORDER BY number"""
    rows = store.rows(sql, [ids_text(claims)])
    sides = _sides(store, [row["id"] for row in rows])
    return tuple(
        GivenTitle(
            id=row["id"],
            level=Level(row["level"]),
            claims=sides[row["id"], "left"],
            title=row["title"],
            editor=row["editor"],
            at=row["at"],
            note=row["note"],
        )
        for row in rows
    )


def standing_names(store: Reading) -> tuple[GivenName, ...]:
    """The names that were not undone, in the order in which they were given."""
    sql = """SELECT names.*, runs.at FROM names JOIN runs ON runs.run = names.run
        WHERE undone_run IS NULL ORDER BY number"""
    rows = store.rows(sql)
    sides = _sides(store, [row["id"] for row in rows])
    return tuple(
        GivenName(
            id=row["id"],
            kind=row["kind"],
            name=row["name"],
            means=row["means"],
            claims=sides.get((row["id"], "left"), ()),
            editor=row["editor"] or "",
            at=row["at"],
            note=row["note"],
        )
        for row in rows
    )


def struck_of(store: Reading, subjects: Iterable[Judgement | GivenTitle | GivenName]) -> frozenset[str]:
    """The claims of what was judged, titled or named that no longer count."""
    sql = f"""SELECT DISTINCT claim FROM judged_claims JOIN claims ON claims.id = claim
        WHERE subject {_IN} AND status NOT IN ('proposed', 'accepted')"""
    return frozenset(row["claim"] for row in store.rows(sql, [ids_text(each.id for each in subjects)]))


def _sides(store: Reading, subjects: Iterable[str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The claims of each side of what was judged, the earliest first."""
    sql = f"SELECT subject, side, claim FROM judged_claims WHERE subject {_IN} ORDER BY subject, side, position"
    found: dict[tuple[str, str], list[str]] = {}
    for row in store.rows(sql, [ids_text(subjects)]):
        found.setdefault((row["subject"], row["side"]), []).append(row["claim"])
    return {key: tuple(claims) for key, claims in found.items()}


def add_judgement(change: Change, judgement: Judgement, given: Iterable[str]) -> None:
    """Store a judgement; `given` are the ids by which its things were named."""
    row: dict[str, object] = {
        "id": judgement.id,
        "left": judgement.left[0],
        "right": judgement.right[0],
        "judgement": judgement.word,
        "level": judgement.level.value,
        "editor": judgement.editor,
        "note": judgement.note,
    }
    _add(change, "judgement", row, {"left": judgement.left, "right": judgement.right}, {"given": list(given)})


def add_title(change: Change, title: GivenTitle, given: str) -> None:
    """Store a title; `given` is the id by which its question or event was named."""
    row: dict[str, object] = {
        "id": title.id,
        "level": title.level.value,
        "title": title.title,
        "editor": title.editor,
        "note": title.note,
    }
    _add(change, "title", row, {"left": title.claims}, {"given": [given], "title": title.title})


def add_name(change: Change, name: GivenName) -> None:
    """Store a name."""
    row: dict[str, object] = {
        "id": name.id,
        "kind": name.kind,
        "name": name.name,
        "means": name.means,
        "editor": name.editor or None,
        "note": name.note,
    }
    _add(change, "name", row, {"left": name.claims}, {"name": name.name, "means": name.means})


def _add(
    change: Change,
    what: str,
    row: Mapping[str, object],
    sides: Mapping[str, Iterable[str]],
    told: Mapping[str, object],
) -> None:
    checked(row, str(row["id"]))
    change.insert(TABLES[what], [{**row, "run": change.run}])
    claims: list[dict[str, object]] = [
        {"subject": row["id"], "side": side, "position": position, "claim": claim}
        for side, members in sides.items()
        for position, claim in enumerate(members)
    ]
    change.insert("judged_claims", claims)
    payload = {**told, "row": digest(row), "claims": [digest(one) for one in claims], "note": row["note"]}
    change.log.write(what, str(row["id"]), payload)


def undo(change: Change, what: str, id: str, reason: str | None) -> bool:
    """Take back a judgement, title or name; False where that was done already."""
    sql = f"UPDATE {TABLES[what]} SET undone_run = ? WHERE id = ? AND undone_run IS NULL"
    if not change.execute(sql, [change.run, id]):
        return False
    change.log.write(f"{what} undone", id, {"note": reason})
    return True


def touched_since(store: Reading, run: int) -> set[int]:
    """The numbers of the claims on which something was judged, titled or named, or that taken back, after a run."""
    judged = " UNION ".join(f"SELECT id FROM {table} WHERE {_SINCE}" for table in TABLES.values())
    sql = f"""SELECT number FROM judged_claims JOIN claims ON id = claim WHERE subject IN ({judged})
        UNION SELECT claims.number FROM names CROSS JOIN claims ON claims.source IN (name, means)
            WHERE names.kind = 'source' AND (names.{_SINCE})
        UNION SELECT claims.number FROM names CROSS JOIN documents ON outlet = name
            JOIN claims ON claims.document = documents.id WHERE names.kind = 'outlet' AND (names.{_SINCE})
        UNION SELECT claims.number FROM names CROSS JOIN claims ON event = name COLLATE NOCASE
            WHERE names.kind = 'event' AND (names.{_SINCE})
        UNION SELECT claims.number FROM names CROSS JOIN claims
            ON instr(', ' || lower(place) || ',', ', ' || lower(name) || ',')
            WHERE names.kind = 'place' AND place IS NOT NULL AND (names.{_SINCE})"""
    return {row["number"] for row in store.rows(sql, {"run": run})}


_SINCE = "run > :run OR undone_run > :run"


def families_of(store: Reading) -> dict[str, str]:
    """The family of each outlet that has one: what the settings say, then what people named."""
    return {**mapping_of(store.settings(), "outlet_families"), **_means(standing_names(store), "outlet")}


def aliases_of(store: Reading) -> dict[str, str]:
    """The desk's name for each source that is also called otherwise, names of names followed to their end."""
    return _followed({**mapping_of(store.settings(), "source_aliases"), **_means(standing_names(store), "source")})


def places_of(store: Reading) -> dict[str, str]:
    """The desk's name for each place that is also called otherwise, names of names followed to their end."""
    return _followed(_means(standing_names(store), "place"))


def _means(names: Iterable[GivenName], kind: str) -> dict[str, str]:
    return {each.name: each.means for each in names if each.kind == kind}


def _followed(means: Mapping[str, str]) -> dict[str, str]:
    return {name: _end(means, name) for name in means}


def _end(means: Mapping[str, str], name: str) -> str:
    seen = {name}
    while (further := means.get(name)) is not None and further not in seen:
        seen.add(further)
        name = further
    return name


def mapping_of(settings: Mapping[str, str], name: str) -> dict[str, str]:
    """A setting that holds a mapping (outlet families, source aliases) as JSON; empty where it is not set."""
    found = json.loads(settings.get(name, "{}"))
    return {str(key): str(value) for key, value in sorted(found.items())}
