"""What people judged and named, to look at: lists, one thing in full, and where it bears on claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reconcile.model import Judgement, Level
from reconcile.pipeline.records import Shown
from reconcile.store import Store
from reconcile.store.judgements import TABLES, aliases_of, judgements_where, places_of
from reconcile.store.reading import ids_text

Row = dict[str, object]
_IN = "IN (SELECT value FROM json_each(?))"

_JUDGEMENTS = """SELECT judgements.number, judgements.id, judgement, level, "left", "right", NULL AS title,
        judgements.editor, given.at, judgements.note, undone.at AS undone, judgements.run
    FROM judgements JOIN runs AS given ON given.run = judgements.run LEFT JOIN runs AS undone ON undone.run = undone_run
    UNION ALL SELECT titles.number, titles.id, 'title', level, (SELECT claim FROM judged_claims
            WHERE subject = titles.id ORDER BY position LIMIT 1), NULL, coalesce(title, ''),
        titles.editor, given.at, titles.note, undone.at, titles.run
    FROM titles JOIN runs AS given ON given.run = titles.run LEFT JOIN runs AS undone ON undone.run = undone_run"""

_NAMES = """SELECT names.id, names.kind, name, means, names.editor, given.at, names.note, undone.at AS undone
    FROM names JOIN runs AS given ON given.run = names.run LEFT JOIN runs AS undone ON undone.run = undone_run
    ORDER BY names.number DESC"""

_EVENTS = """SELECT event_id AS id, count(*) AS questions, sum(claims) AS claims FROM questions
    WHERE event_id IS NOT NULL GROUP BY event_id ORDER BY claims DESC, event_id"""

_OUTLETS = """SELECT outlet AS name, (SELECT means FROM names WHERE kind = 'outlet' AND name = outlet
            AND undone_run IS NULL) AS family, count(DISTINCT documents.id) AS documents, count(claims.id) AS claims
    FROM documents LEFT JOIN claims ON claims.document = documents.id WHERE outlet IS NOT NULL
    GROUP BY outlet ORDER BY claims DESC, outlet"""


def judgements(store: Store) -> Iterator[Row]:
    """Judgements and titles, the newest first; questions and events under the ids that they have now."""
    rows = store.rows(f"SELECT * FROM ({_JUDGEMENTS}) ORDER BY run DESC, number DESC")
    now = _homes(store, {row[side] for row in rows for side in ("left", "right") if row[side]})
    for row in rows:
        sides = {side: now.get((row["level"], row[side]), row[side]) for side in ("left", "right")}
        yield {**dict(row), **sides}


def _homes(store: Store, claims: Iterable[str]) -> dict[tuple[str, str], str]:
    """The question and the event of each claim, by level and claim."""
    sql = f"""SELECT claim, question, event_id FROM question_claims JOIN questions ON questions.id = question
        WHERE claim {_IN}"""
    found: dict[tuple[str, str], str] = {}
    for row in store.rows(sql, [ids_text(claims)]):
        found[(Level.QUESTION.value, row["claim"])] = row["question"]
        found[(Level.EVENT.value, row["claim"])] = row["event_id"]
    return found


def names(store: Store) -> Iterator[Row]:
    """Other names of things, the newest first."""
    return (dict(row) for row in store.rows(_NAMES))


def outlets(store: Store) -> Iterator[Row]:
    """Outlets and their families, those with the most claims first."""
    return (dict(row) for row in store.rows(_OUTLETS))


def places(store: Store) -> Iterator[Row]:
    """Places that claims name, or that the desk named, with their other names, those with the most claims first."""
    means = places_of(store)
    counted: dict[str, int] = dict.fromkeys(means.values(), 0)
    sql = "SELECT place, count(*) AS claims FROM claims WHERE place IS NOT NULL GROUP BY place ORDER BY place"
    for row in store.rows(sql):
        name = means.get(row["place"], row["place"])
        counted[name] = counted.get(name, 0) + row["claims"]
    for name in sorted(counted, key=lambda name: (-counted[name], name)):
        yield {
            "name": name,
            "aliases": sorted(other for other in means if means[other] == name),
            "claims": counted[name],
        }


def source_aliases(store: Store) -> dict[str, list[str]]:
    """The other names of each source that has some."""
    found: dict[str, list[str]] = {}
    for other, name in sorted(aliases_of(store).items()):
        found.setdefault(name, []).append(other)
    return found


def events(store: Store) -> Iterator[Row]:
    """Events, those with the most claims first."""
    for row in store.rows(_EVENTS):
        documents = """SELECT count(DISTINCT document) AS documents, min(published) AS first FROM questions
            JOIN question_claims ON question = questions.id JOIN claims ON claims.id = claim
            JOIN documents ON documents.id = document WHERE event_id = ?"""
        [counted] = store.rows(documents, [row["id"]])
        yield {**dict(row), **dict(counted), "title": event_title(store, row["id"])}


def event_title(store: Store, event: str) -> str:
    """What an event is called: by a person, else by most of its claims, else by its largest question."""
    given = """SELECT titles.title FROM titles JOIN judged_claims ON subject = titles.id
        JOIN question_claims USING (claim) JOIN questions ON questions.id = question
        WHERE level = 'event' AND undone_run IS NULL AND event_id = ? ORDER BY titles.number DESC LIMIT 1"""
    found = store.rows(given, [event])
    if found and found[0]["title"]:
        return str(found[0]["title"])
    told = """SELECT claims.event FROM questions JOIN question_claims ON question = questions.id
        JOIN claims ON claims.id = claim WHERE event_id = ? AND claims.event IS NOT NULL
        GROUP BY claims.event ORDER BY count(*) DESC, claims.event LIMIT 1"""
    largest = "SELECT title FROM questions WHERE event_id = ? ORDER BY claims DESC, id LIMIT 1"
    named = store.rows(told, [event]) or store.rows(largest, [event])
    return str(named[0][0]) if named else ""


def show_ruling(store: Store, what: str, id: str) -> Shown:
    """A judgement, title or name in full, with the claims that it is about and their questions."""
    sql = f"""SELECT {TABLES[what]}.*, given.at, undone.at AS undone, undone.editor AS undone_by
        FROM {TABLES[what]} JOIN runs AS given ON given.run = {TABLES[what]}.run
        LEFT JOIN runs AS undone ON undone.run = undone_run WHERE id = ?"""
    [row] = store.rows(sql, [id])
    left_out = ("number", "id", "undone_run")
    fields = {name: row[name] for name in row.keys() if name not in left_out}  # noqa: SIM118 (a sqlite3.Row)
    about = store.rows("SELECT claim FROM judged_claims WHERE subject = ? ORDER BY side, position", [id])
    claims = store.claims(row["claim"] for row in about)
    return Shown(
        what,
        id,
        fields=fields,
        claims=tuple(claims.values()),
        documents=store.documents({claim.document for claim in claims.values()}),
        questions=tuple(store.questions(dict.fromkeys(store.questions_of(claims).values())).values()),
    )


def show_event(store: Store, id: str) -> Shown:
    """An event: what it is called, and its questions."""
    ids = [
        row["id"] for row in store.rows("SELECT id FROM questions WHERE event_id = ? ORDER BY claims DESC, id", [id])
    ]
    called = store.rows(f"SELECT name FROM names WHERE kind = 'event' AND undone_run IS NULL AND id {_IN}", [
        ids_text(_subjects(store, store.members(ids).values()))
    ])  # fmt: skip
    fields = {"title": event_title(store, id), "also called": ", ".join(row["name"] for row in called)}
    return Shown("event", id, fields=fields, questions=tuple(store.questions(ids).values()))


def _subjects(store: Store, groups: Iterable[Iterable[str]]) -> list[str]:
    claims = [claim for group in groups for claim in group]
    return [
        row["subject"] for row in store.rows(f"SELECT subject FROM judged_claims WHERE claim {_IN}", [ids_text(claims)])
    ]


def members_of(store: Store, event: str) -> list[str]:
    """The questions of an event and their claims."""
    ids = [row["id"] for row in store.rows("SELECT id FROM questions WHERE event_id = ? ORDER BY id", [event])]
    return [*ids, *(claim for claims in store.members(ids).values() for claim in claims)]


def subjects_of(store: Store, claims: Iterable[str]) -> dict[str, str]:
    """Judgements, titles and names that bear on any of these claims, by id, each in a few words."""
    return _in_words(store, list(dict.fromkeys(_subjects(store, [claims]))))


def told(store: Store, id: str) -> dict[str, str]:
    """One judgement, title or name in a few words; nothing for the id of anything else."""
    return _in_words(store, [id])


def _in_words(store: Store, ids: list[str]) -> dict[str, str]:
    found = {each.id: in_short(each) for each in judgements_where(store, f"judgements.id {_IN}", [ids_text(ids)])}
    for row in store.rows(f"SELECT id, title FROM titles WHERE id {_IN}", [ids_text(ids)]):
        found[row["id"]] = f"“{row['title']}”" if row["title"] else "the program's"
    for row in store.rows(f"SELECT id, name FROM names WHERE id {_IN}", [ids_text(ids)]):
        found[row["id"]] = row["name"]
    return found


def in_short(judgement: Judgement) -> str:
    """A judgement in a few words: "c1-a same c1-b", with what was judged where that was not the claims themselves."""
    level = "" if judgement.level is Level.CLAIM else f" ({judgement.level.value}s)"
    return f"{judgement.left[0]} {judgement.word} {judgement.right[0]}{level}"
