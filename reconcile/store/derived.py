"""What `resolve` made of the claims: questions, accounts and relations, read back; and what it has to look at."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator

from reconcile.model import Account, Kind, Question, QuestionStatus, Relation
from reconcile.store.connection import translated
from reconcile.store.judgements import touched_since
from reconcile.store.reading import Reading, ids_text
from reconcile.store.rows import relation_of, scope_of

_IN = "IN (SELECT value FROM json_each(?))"
_RELATIONS_IN_ORDER = """SELECT relations.* FROM relations
    JOIN claims AS one ON one.id = relations."left" JOIN claims AS other ON other.id = relations."right" """


class Derived(Reading):
    """Reading of the derived tables; they are a pure function of the stored claims and the desk's memory."""

    def question_ids(self) -> list[str]:
        """All questions, in the order of the arrival of their first claims; those emptied by withdrawals last."""
        sql = """SELECT questions.id FROM questions LEFT JOIN question_claims ON question = questions.id
            LEFT JOIN claims ON claims.id = claim
            GROUP BY questions.id ORDER BY min(claims.number) IS NULL, min(claims.number), questions.id"""
        return [row["id"] for row in self.rows(sql)]

    def questions(self, ids: Iterable[str]) -> dict[str, Question]:
        """Questions by id, in the order asked for, with members, accounts and all relations that touch them."""
        wanted = list(dict.fromkeys(ids))
        rows = {row["id"]: row for row in self.rows(f"SELECT * FROM questions WHERE id {_IN}", [ids_text(wanted)])}
        here = [id for id in wanted if id in rows]
        members = self.members(here)
        accounts = self._accounts(here)
        relations = self._relations(here)
        return {
            id: Question(
                id=id,
                title=rows[id]["title"],
                kind=Kind(rows[id]["kind"]),
                scope=scope_of(rows[id]),
                claims=members.get(id, ()),
                accounts=accounts.get(id, ()),
                relations=relations.get(id, ()),
                status=QuestionStatus(rows[id]["status"]),
                name=rows[id]["named"],
                whole=rows[id]["whole"],
                event_id=rows[id]["event_id"],
            )
            for id in here
        }

    def members(self, questions: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The claims of questions, in their order."""
        sql = f"SELECT question, claim FROM question_claims WHERE question {_IN} ORDER BY question, position"
        return _grouped(self.rows(sql, [ids_text(questions)]), "question", "claim")

    def former_members(self, questions: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Withdrawn and rejected claims by the question to which they belonged."""
        sql = f"SELECT question, claim FROM former_members WHERE question {_IN} ORDER BY question, claim"
        return _grouped(self.rows(sql, [ids_text(questions)]), "question", "claim")

    def questions_of(self, claims: Iterable[str]) -> dict[str, str]:
        """The question of each claim that has one."""
        sql = f"SELECT claim, question FROM question_claims WHERE claim {_IN}"
        return {row["claim"]: row["question"] for row in self.rows(sql, [ids_text(claims)])}

    def former_questions_of(self, claims: Iterable[str]) -> dict[str, str]:
        """The question to which withdrawn or rejected claims belonged."""
        sql = f"SELECT claim, question FROM former_members WHERE claim {_IN}"
        return {row["claim"]: row["question"] for row in self.rows(sql, [ids_text(claims)])}

    def question_runs(self) -> dict[str, tuple[int, int]]:
        """The runs in which each question first stood and last changed."""
        sql = "SELECT question, first_run, changed_run FROM question_log"
        return {row["question"]: (row["first_run"], row["changed_run"]) for row in self.rows(sql)}

    def _accounts(self, questions: list[str]) -> dict[str, tuple[Account, ...]]:
        said = f"SELECT * FROM account_claims WHERE question {_IN} ORDER BY question, letter, position"
        claims: dict[tuple[str, str], list[sqlite3.Row]] = {}
        for row in self.rows(said, [ids_text(questions)]):
            claims.setdefault((row["question"], row["letter"]), []).append(row)
        found: dict[str, list[Account]] = {}
        sql = f"SELECT * FROM accounts WHERE question {_IN} ORDER BY question, position"
        for row in self.rows(sql, [ids_text(questions)]):
            own = claims.get((row["question"], row["letter"]), [])
            standing = sorted((r for r in own if r["standing"] is not None), key=lambda r: int(r["standing"]))
            account = Account(
                letter=row["letter"],
                origin=row["origin"],
                title=row["title"],
                claims=tuple(r["claim"] for r in own),
                standing=tuple(r["claim"] for r in standing),
            )
            found.setdefault(row["question"], []).append(account)
        return {question: tuple(accounts) for question, accounts in found.items()}

    def _relations(self, questions: list[str]) -> dict[str, tuple[Relation, ...]]:
        sql = f"""{_RELATIONS_IN_ORDER} WHERE left_question {_IN} OR right_question {_IN}
            ORDER BY one.number, other.number"""
        wanted, found = set(questions), dict[str, list[Relation]]()
        ids = ids_text(questions)
        for row in self.rows(sql, [ids, ids]):
            for question in {row["left_question"], row["right_question"]} & wanted:
                found.setdefault(question, []).append(relation_of(row))
        return {question: tuple(relations) for question, relations in found.items()}

    def conflicts(self) -> int:
        """How many pairs of claims cannot both be true."""
        return int(self.rows("SELECT count(*) FROM relations WHERE relation = 'conflict'")[0][0])

    def changed_since(self, run: int) -> set[int]:
        """The numbers of the claims that are new, or were changed, judged or named otherwise after a run."""
        changed = {row["number"] for row in self.rows("SELECT number FROM claims WHERE changed_run > ?", [run])}
        return changed | touched_since(self, run)

    def reached(self, numbers: set[int], met_by: Callable[[str], Iterable[str]]) -> set[int]:
        """All claims that these ones reach through block keys that meet, questions, names and wholes.

        `met_by` gives the keys that a key meets.
        """
        seen: set[int] = set()
        keys: set[str] = set()
        todo = set(numbers)
        while todo:
            seen |= todo
            ids = ids_text(todo)
            found = {r["key"] for r in self.rows(f"SELECT DISTINCT key FROM block_keys WHERE claim {_IN}", [ids])}
            near = self._through_keys({met for key in found - keys for met in met_by(key)}) | self._through_links(ids)
            keys |= found
            todo = near - seen
        return seen

    def links(self) -> Iterator[tuple[str, int]]:
        """All by which claims hang together, block keys first, with the number of each claim that has it."""
        sql = """SELECT key, claim FROM block_keys
            UNION ALL SELECT 'question ' || question, claims.number FROM question_claims
                JOIN claims ON claims.id = claim
            UNION ALL SELECT 'question ' || question, claims.number FROM former_members JOIN claims ON claims.id = claim
            UNION ALL SELECT 'whole ' || whole, claims.number FROM claims WHERE whole IS NOT NULL
            UNION ALL SELECT 'whole ' || id, claims.number FROM claims
                WHERE id IN (SELECT whole FROM claims WHERE whole IS NOT NULL)
            UNION ALL SELECT 'judged ' || subject, claims.number FROM judged_claims JOIN claims ON claims.id = claim
                JOIN judgements ON judgements.id = subject WHERE undone_run IS NULL AND judgement <> 'different'
            UNION ALL SELECT 'named ' || subject, claims.number FROM judged_claims JOIN claims ON claims.id = claim
                JOIN names ON names.id = subject WHERE names.kind = 'event' AND undone_run IS NULL
            UNION ALL SELECT 'named ' || names.id, claims.number FROM names
                JOIN claims ON claims.event = names.name COLLATE NOCASE
                WHERE names.kind = 'event' AND undone_run IS NULL"""
        with translated(self.path):
            yield from map(tuple, self.connection.execute(sql))

    def keyed(self, numbers: set[int]) -> set[int]:
        """Those of the claims that were resolved before, since they have block keys."""
        sql = f"SELECT DISTINCT claim FROM block_keys WHERE claim {_IN}"
        return {row["claim"] for row in self.rows(sql, [ids_text(numbers)])}

    def _through_keys(self, keys: set[str]) -> set[int]:
        rows = self.rows(f"SELECT DISTINCT claim FROM block_keys WHERE key {_IN}", [ids_text(sorted(keys))])
        return {row["claim"] for row in rows}

    def _through_links(self, ids: str) -> set[int]:
        sql = f"""SELECT other.number FROM claims AS one JOIN claims AS other
                ON other.id = one.whole OR other.whole = one.id WHERE one.number {_IN}
            UNION SELECT other.number FROM claims AS one
                JOIN question_claims AS mine ON mine.claim = one.id
                JOIN question_claims AS theirs ON theirs.question = mine.question
                JOIN claims AS other ON other.id = theirs.claim WHERE one.number {_IN}
            UNION SELECT other.number FROM claims AS one
                JOIN former_members ON former_members.claim = one.id
                JOIN question_claims AS theirs ON theirs.question = former_members.question
                JOIN claims AS other ON other.id = theirs.claim WHERE one.number {_IN}
            UNION SELECT other.number FROM claims AS one
                JOIN judged_claims AS mine ON mine.claim = one.id
                LEFT JOIN judgements ON judgements.id = mine.subject
                LEFT JOIN titles ON titles.id = mine.subject LEFT JOIN names ON names.id = mine.subject
                JOIN judged_claims AS theirs ON theirs.subject = mine.subject
                JOIN claims AS other ON other.id = theirs.claim WHERE one.number {_IN}
                AND coalesce(judgements.undone_run, titles.undone_run, names.undone_run) IS NULL
            UNION SELECT other.number FROM names JOIN judged_claims ON subject = names.id
                JOIN claims AS one ON one.event = name COLLATE NOCASE JOIN claims AS other ON other.id = claim
                WHERE names.kind = 'event' AND undone_run IS NULL AND one.number {_IN}
            UNION SELECT other.number FROM names JOIN judged_claims ON subject = names.id
                JOIN claims AS one ON one.id = claim JOIN claims AS other ON other.event = name COLLATE NOCASE
                WHERE names.kind = 'event' AND undone_run IS NULL AND one.number {_IN}"""
        return {row["number"] for row in self.rows(sql, [ids] * 6)}

    def letters(self, questions: Iterable[str]) -> dict[tuple[str, str], str]:
        """The letters that accounts were ever given, by (question, origin).

        Those of these questions, and of the former ones that lead to them, which may come back under their own ids.
        """
        sql = """WITH RECURSIVE known (id) AS (
                SELECT value FROM json_each(?) UNION SELECT old FROM known JOIN aliases ON new = known.id)
            SELECT question, origin, letter FROM known CROSS JOIN account_letters ON question = known.id
            ORDER BY question, letter"""  # CROSS: each is looked up, or all letters ever given would be read
        return {(r["question"], r["origin"]): r["letter"] for r in self.rows(sql, [ids_text(questions)])}

    def parties(self) -> frozenset[str]:
        """The sources that are a party to the event."""
        return frozenset(row["name"] for row in self.rows("SELECT name FROM sources WHERE party = 1"))


def _grouped(rows: Iterable[sqlite3.Row], by: str, what: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(row[by], []).append(row[what])
    return {key: tuple(items) for key, items in found.items()}
