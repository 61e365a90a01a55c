"""Looking: lists, one thing in full, search, and what happened to a thing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from reconcile.errors import UsageProblem
from reconcile.model import Verdict
from reconcile.pipeline import rulings
from reconcile.pipeline.columns import LISTS
from reconcile.pipeline.exports import standing_verdicts
from reconcile.pipeline.records import Hit, Shown
from reconcile.store import Store
from reconcile.store.audit import as_text
from reconcile.store.judgements import TABLES, standing_judgements
from reconcile.store.search import found_claims, found_documents

Row = dict[str, object]

_LISTED = {
    "questions": """SELECT questions.id, questions.status, questions.title, questions.claims, questions.accounts,
            (SELECT count(*) FROM relations WHERE left_question = questions.id AND relation = 'conflict') AS conflicts,
            changed_run AS changed
        FROM questions LEFT JOIN question_log ON question_log.question = questions.id
        WHERE :status IS NULL OR questions.status = :status
        ORDER BY conflicts DESC, accounts DESC, questions.claims DESC, questions.id""",
    "claims": """SELECT claims.id, claims.status, claims.words AS value, claims.source, documents.outlet,
            claims.said_at, claims.counted, claims.quote, question
        FROM claims JOIN documents ON documents.id = claims.document
            LEFT JOIN question_claims ON question_claims.claim = claims.id
        WHERE :status IS NULL OR claims.status = :status ORDER BY claims.number DESC""",
    "documents": """SELECT documents.id, outlet, title, published, lang, url,
            (SELECT count(*) FROM claims WHERE claims.document = documents.id) AS claims, path
        FROM documents ORDER BY documents.number DESC""",
    "runs": "SELECT run, at, command, editor, note, counts FROM runs ORDER BY run DESC",
}
_SOURCES = """SELECT sources.name, sources.label, sources.kind, sources.party, sources.reliability,
        (SELECT count(*) FROM claims WHERE claims.source = sources.name) AS claims
    FROM sources ORDER BY claims DESC, name"""


def _sources(store: Store) -> Iterator[Row]:
    aliases = rulings.source_aliases(store)
    return ({**dict(row), "aliases": aliases.get(row["name"], [])} for row in store.rows(_SOURCES))


_MADE: Mapping[str, Callable[[Store], Iterator[Row]]] = {
    "sources": _sources,
    "outlets": rulings.outlets,
    "places": rulings.places,
    "events": rulings.events,
    "judgements": rulings.judgements,
    "names": rulings.names,
}


def listing(store: Store, what: str, *, status: str | None = None, limit: int | None = None) -> Iterator[Row]:
    """Rows of one of `LISTS`, those with the most to look at first; `status` filters questions or claims.

    Raises `UsageProblem` for an unknown list or status.
    """
    if what not in LISTS:
        raise UsageProblem(f"no such list: {what}", hint=f"use one of {', '.join(LISTS)}")
    _check_status(what, status)
    if what == "alerts":
        from reconcile.pipeline.alerts import listed

        return islice(listed(store), limit)
    if what in _MADE:
        return islice(({name: row[name] for name in LISTS[what]} for row in _MADE[what](store)), limit)
    verdicts = standing_verdicts(store) if what == "questions" else {}
    given = {"status": status} if what in ("questions", "claims") else {}
    rows = ({**dict(row), "verdict": verdicts.get(row[0])} for row in store.rows(_LISTED[what], given))
    return islice(({name: row[name] for name in LISTS[what]} for row in rows), limit)


def _check_status(what: str, status: str | None) -> None:
    from reconcile.model import ClaimStatus, QuestionStatus

    known: dict[str, list[str]] = {"questions": list(QuestionStatus), "claims": list(ClaimStatus)}
    if status is not None and status not in known.get(what, ()):
        hint = f"use one of {', '.join(known[what])}" if what in known else f"{what} have none"
        raise UsageProblem(f"no such status: {status}", hint=hint)


def show(store: Store, id: str) -> Shown:
    """One thing in full: a claim, document, question, event, judgement, title, name or run.

    Raises `UsageProblem` for an unknown or ambiguous id.
    """
    if id.isdigit():
        return _show_run(store, int(id))
    what, full = store.named(id)
    if what in TABLES:
        return rulings.show_ruling(store, what, full)
    if what == "event":
        return rulings.show_event(store, full)
    return {"claim": _show_claim, "document": _show_document, "question": _show_question}[what](store, full)


def _show_run(store: Store, run: int) -> Shown:
    found = store.rows("SELECT * FROM runs WHERE run = ?", [run])
    if not found:
        raise UsageProblem(f"there is no run {run}", hint="list runs shows them")
    return Shown("run", str(run), fields=dict(found[0]))


def _show_claim(store: Store, id: str) -> Shown:
    claim = store.claims([id])[id]
    question = store.questions_of([id]).get(id)
    return Shown(
        "claim",
        id,
        claims=(claim,),
        documents=store.documents([claim.document]),
        questions=tuple(store.questions([question] if question else []).values()),
        judgements=standing_judgements(store, [id]),
    )


def _show_document(store: Store, id: str) -> Shown:
    return Shown("document", id, claims=tuple(store.claims_of(id)), documents=store.documents([id]))


def _show_question(store: Store, id: str) -> Shown:
    questions = store.questions([id])
    former = store.former_members([id]).get(id, ())
    claims = store.claims([*(claim for question in questions.values() for claim in question.claims), *former])
    ends = {end for question in questions.values() for each in question.relations for end in (each.left, each.right)}
    return Shown(
        "question",
        id,
        claims=tuple(claims.values()),
        documents=store.documents({claim.document for claim in claims.values()}),
        questions=tuple(questions.values()),
        verdicts=tuple(store.verdicts().get(id, ())),
        reopened=_reopened(store, id),
        beside=tuple(store.claims(ends - claims.keys()).values()),
        judgements=standing_judgements(store, claims),
    )


def _reopened(store: Store, id: str) -> tuple[Verdict, ...]:
    standing = store.verdicts(standing=True).get(id, [])
    return tuple(verdict for verdict in store.verdicts().get(id, ()) if verdict not in standing)


def waiting(store: Store) -> int:
    """How many claims came in or were changed since questions were last made of them."""
    return len(store.changed_since(int(store.settings().get("resolved_run", "0"))))


def search(store: Store, words: str, *, limit: int = 50) -> list[Hit]:
    """Claims and documents that hold all the words (in "…" as a phrase), best first."""
    claims = (Hit("claim", *found) for found in found_claims(store.connection, words, limit))
    documents = (Hit("document", *found) for found in found_documents(store.connection, words, limit))
    return [*claims, *documents][:limit]


def history(store: Store, id: str) -> list[Row]:
    """What happened to a claim, document or question, oldest first: run, at, command, editor, event, note, changes.

    `changes` tells for each field of a corrected claim what it was before and what it is since, as JSON. A verdict is
    told with its kind and figure.
    """
    what, full = store.named(id)
    subjects = [full]
    if what == "question":
        subjects += [old for old, new in store.aliases().items() if new == full]
        subjects += [*store.members([full]).get(full, ()), *store.former_members([full]).get(full, ())]
    elif what == "document":
        subjects += [claim.id for claim in store.claims_of(full)]
    elif what == "event":
        subjects += rulings.members_of(store, full)
    judged = rulings.subjects_of(store, subjects) | rulings.told(store, full)
    subjects += [id for id in judged if id not in subjects]
    changes, verdicts = _changes(store, subjects), _verdicts(store, subjects)
    return [
        {
            "run": row["run"],
            "at": row["at"],
            "command": row["command"],
            "editor": row["editor"],
            "event": _event(row, full, verdicts, judged),
            "note": json.loads(row["payload"] or "{}").get("reason") or row["note"],
            "changes": changes.get((row["subject"], row["run"])),
        }
        for row in store.events_of(subjects)
    ]


def _event(row: sqlite3.Row, asked: str, verdicts: Mapping[tuple[str, int], str], judged: Mapping[str, str]) -> str:
    """What was done, and to what where that is not the thing asked for."""
    if row["subject"] in judged:
        return f"{row['kind']}: {judged[row['subject']]}" + ("" if row["subject"] == asked else f" ({row['subject']})")
    told = verdicts.get((row["subject"], row["run"])) if row["kind"] == "verdict" else None
    kind = f"verdict: {told}" if told else str(row["kind"])
    return kind if row["subject"] == asked or told else f"{kind}: {row['subject']}"


def _verdicts(store: Store, questions: list[str]) -> dict[tuple[str, int], str]:
    """The verdicts on questions in words ("settled 25"), by question and run."""
    sql = "SELECT question, run, verdict, words FROM verdicts WHERE question IN (SELECT value FROM json_each(?))"
    rows = store.rows(sql, [json.dumps(questions)])
    return {(row["question"], row["run"]): " ".join(filter(None, (row["verdict"], row["words"]))) for row in rows}


def _changes(store: Store, ids: list[str]) -> dict[tuple[str, int], str]:
    """By claim and run: the fields that a correction changed, each with its former and its new value, as JSON."""
    later: dict[str, Row] = {}
    for row in store.claim_rows("id IN (SELECT value FROM json_each(?))", [json.dumps(ids)]):
        later[row["id"]] = dict(row)
    found: dict[tuple[str, int], str] = {}
    for revision in reversed(store.revisions_of(ids)):
        before, after = json.loads(revision["before"]), later[revision["claim"]]
        named = (name for name in before if name not in ("changed_run", "low", "high"))
        fields = {name: [before[name], after.get(name)] for name in named if before[name] != after.get(name)}
        found[(revision["claim"], revision["run"])] = as_text(fields)
        later[revision["claim"]] = before
    return found
