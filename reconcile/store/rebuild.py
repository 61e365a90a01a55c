"""Writing the derived tables: only the rows that differ, so that resolving twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reconcile.model import Question
from reconcile.store.audit import digest
from reconcile.store.derived import Derived
from reconcile.store.reading import ids_text
from reconcile.store.rows import relation_row, scope_row
from reconcile.store.writing import Change

_TABLES = {
    "questions": ("id", "id"),
    "question_claims": ("question, claim", "question"),
    "accounts": ("question, letter", "question"),
    "account_claims": ("question, letter, claim", "question"),
}

Table = dict[tuple[object, ...], dict[str, object]]
"""Rows of one table by their primary key."""


def rebuild(
    store: Derived, change: Change, questions: Sequence[Question], former: Iterable[str], leavers: Mapping[str, str]
) -> set[str]:
    """Put the resolved questions in place of the `former` ones; the ids of those that changed or went.

    `leavers` are claims that no longer count (withdrawn, rejected) and the questions they were in.
    """
    touched = sorted({*former, *(question.id for question in questions)})
    changed: set[str] = set()
    wanted = _wanted(questions)
    for table in _TABLES:
        changed |= _apply(store, change, table, wanted[table], touched)
    changed |= _apply_relations(store, change, questions, touched)
    letters = _remember(change, questions, changed, leavers)
    if changed:
        change.log.write(
            "resolved", "questions", {"changed": sorted(changed), "letters": letters, "left": dict(leavers)}
        )
    return changed


def differing(store: Derived, questions: Sequence[Question]) -> list[str]:
    """The ids of the questions whose stored rows are not those that resolving gives; for `check`."""
    wanted = _wanted(questions)
    emptied = {row["id"] for row in store.rows("SELECT id FROM questions WHERE claims = 0")}
    found = {
        table: {tuple(row[name] for name in _names(key)): dict(row) for row in store.rows(f"SELECT * FROM {table}")}
        for table, (key, _) in _TABLES.items()
    }
    pairs = [(wanted[table], found[table], question) for table, (_, question) in _TABLES.items()]
    relations: Table = {(row["left"], row["right"]): dict(row) for row in store.rows("SELECT * FROM relations")}
    pairs.append((_wanted_relations(questions), relations, "left_question"))
    differ: set[str] = set()
    for right, left, question in pairs:
        rows = [row for one, other in ((right, left), (left, right)) for k, row in one.items() if other.get(k) != row]
        differ |= {str(row[question]) for row in rows}
    return sorted(differ - emptied)


def _names(key: str) -> list[str]:
    return [name.strip() for name in key.split(",")]


def _wanted_relations(questions: Sequence[Question]) -> Table:
    rows = (relation_row(relation) for question in questions for relation in question.relations)
    return {(row["left"], row["right"]): row for row in rows}


def _wanted(questions: Sequence[Question]) -> dict[str, Table]:
    tables: dict[str, Table] = {name: {} for name in _TABLES}
    for question in questions:
        tables["questions"][(question.id,)] = _question_row(question)
        for position, claim in enumerate(question.claims):
            row = {"question": question.id, "claim": claim, "position": position}
            tables["question_claims"][(question.id, claim)] = row
        _add_accounts(question, tables)
    return tables


def _question_row(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "title": question.title,
        "status": question.status.value,
        "named": question.name,
        "kind": question.kind.value,
        "claims": len(question.claims),
        "accounts": len(question.accounts),
        **scope_row(question.scope),
        "whole": question.whole,
        "event_id": question.event_id,
    }


def _add_accounts(question: Question, tables: Mapping[str, Table]) -> None:
    for position, account in enumerate(question.accounts):
        key = (question.id, account.letter)
        tables["accounts"][key] = {
            "question": question.id,
            "letter": account.letter,
            "origin": account.origin,
            "title": account.title,
            "position": position,
        }
        standing = {claim: place for place, claim in enumerate(account.standing)}
        for place, claim in enumerate(account.claims):
            tables["account_claims"][(*key, claim)] = {
                "question": question.id,
                "letter": account.letter,
                "claim": claim,
                "position": place,
                "standing": standing.get(claim),
            }


def _apply(store: Derived, change: Change, table: str, wanted: Table, touched: list[str]) -> set[str]:
    key, question = _TABLES[table]
    names = _names(key)
    sql = f"SELECT * FROM {table} WHERE {question} IN (SELECT value FROM json_each(?))"
    found = {tuple(row[name] for name in names): dict(row) for row in store.rows(sql, [ids_text(touched)])}
    return _replace(change, table, names, found, wanted, [question])


def _apply_relations(store: Derived, change: Change, questions: Sequence[Question], touched: list[str]) -> set[str]:
    wanted = _wanted_relations(questions)
    sql = """SELECT * FROM relations WHERE left_question IN (SELECT value FROM json_each(?))
        OR right_question IN (SELECT value FROM json_each(?))"""
    ids = ids_text(touched)
    found: Table = {(row["left"], row["right"]): dict(row) for row in store.rows(sql, [ids, ids])}
    return _replace(change, "relations", ["left", "right"], found, wanted, ["left_question", "right_question"])


def _replace(
    change: Change, table: str, names: list[str], found: Table, wanted: Table, questions: list[str]
) -> set[str]:
    """Delete what is no longer so, insert what is new; the questions of these rows."""
    gone = [key for key, row in found.items() if wanted.get(key) != row]
    new = [row for key, row in wanted.items() if found.get(key) != row]
    condition = " AND ".join(f'"{name}" = ?' for name in names)
    change.connection.executemany(f"DELETE FROM {table} WHERE {condition}", gone)
    change.touched = change.touched or bool(gone)
    change.insert(table, new)
    rows = [*(found[key] for key in gone), *new]
    return {str(row[question]) for row in rows for question in questions}


def _remember(
    change: Change, questions: Sequence[Question], changed: set[str], leavers: Mapping[str, str]
) -> list[str]:
    """What is history: letters once given, the runs of a question, and where withdrawn claims belonged.

    A question that did not change has nothing to remember. Gives back the digests of the letters that are new.
    """
    questions = [question for question in questions if question.id in changed]
    log = """INSERT INTO question_log VALUES (:q, :r, :r)
        ON CONFLICT (question) DO UPDATE SET changed_run = excluded.changed_run"""
    change.connection.executemany(log, [{"q": question, "r": change.run} for question in sorted(changed)])
    left = "INSERT INTO former_members VALUES (?, ?) ON CONFLICT (claim) DO UPDATE SET question = excluded.question"
    change.connection.executemany(left, sorted(leavers.items()))
    members = [(claim,) for question in questions for claim in question.claims]
    change.connection.executemany("DELETE FROM former_members WHERE claim = ?", members)
    return _give_letters(change, questions)


def _give_letters(change: Change, questions: Sequence[Question]) -> list[str]:
    sql = """INSERT INTO account_letters VALUES (:question, :origin, :letter, :run) ON CONFLICT DO NOTHING"""
    accounts = [(question.id, account) for question in questions for account in question.accounts]
    rows = ({"question": id, "origin": a.origin, "letter": a.letter, "run": change.run} for id, a in accounts)
    return [digest(row) for row in rows if change.connection.execute(sql, row).rowcount > 0]


def add_aliases(change: Change, aliases: Mapping[str, str], what: str = "question") -> None:
    """Note where the ids of merged and split questions (or events) lead now."""
    sql = """INSERT INTO aliases VALUES (?, ?, ?)
        ON CONFLICT (old) DO UPDATE SET new = excluded.new WHERE new <> excluded.new"""
    for old, new in sorted(aliases.items()):
        if change.execute(sql, [old, new, change.run]):
            change.log.write(f"{what} joined", old, {"new": new})
    # one that came back under its own id leads to itself again
    own = "SELECT 1 FROM questions WHERE"  # looked up for each alias: there are far more questions
    change.execute(f"DELETE FROM aliases WHERE EXISTS ({own} id = old) OR EXISTS ({own} event_id = old)")
