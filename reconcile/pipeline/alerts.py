"""Alerts: what a desk wants to hear of before it publishes, and the exceptions that somebody has made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reconcile.dates import parse_moment
from reconcile.errors import UsageProblem
from reconcile.model import Claim, ClaimStatus, Question, QuestionStatus, RelationKind, content_id
from reconcile.pipeline.causes import cause
from reconcile.pipeline.records import Editor
from reconcile.resolve.relations.alerts import ALERTS, Alert, fallen_totals, not_in_document, parts_above_whole
from reconcile.store import Store

NAMES: Mapping[str, str] = {"conflict": "Two sources give what cannot both be true.", **ALERTS}
"""All alerts by name, each with the sentence that editors read."""
_COUNTED = (ClaimStatus.PROPOSED, ClaimStatus.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Exemption:
    """Why an alert need not be looked at: who says so, for what reason, until which day (None: for ever)."""

    editor: str
    reason: str
    until: str | None


@dataclass(frozen=True, slots=True)
class Raised:
    """An alert that holds now, by its id, and the exception that keeps it quiet, None where it is to be looked at.

    The id hangs on the name and the claims alone: the same two claims raise the same alert tomorrow, and another
    figure raises another one.
    """

    id: str
    alert: Alert
    excepted: Exemption | None


def alerts(store: Store, names: Iterable[str] = NAMES) -> list[Raised]:
    """The alerts of these names that hold now, excepted ones included, in the order of `NAMES` and of the questions."""
    wanted = set(names)
    found = [alert for name, raise_ in _RAISED.items() if name in wanted for alert in raise_(store)]
    exempt = _exemptions(store)
    ids = (alert_id(alert.name, alert.claims) for alert in found)
    return [Raised(id, alert, exempt.get(id)) for id, alert in zip(ids, found, strict=True)]


def alert_id(name: str, claims: Sequence[str]) -> str:
    """The id of an alert: its name and the claims that it rests on, in whatever order."""
    return content_id("a1", [name, *sorted(claims)])


def _conflicts(store: Store) -> Iterator[Alert]:
    """Conflicts between accounts; a headline that its own text contradicts leaves a question as it stands."""
    sql = """SELECT relations.* FROM relations JOIN questions ON questions.id = left_question
        WHERE relation = ? AND status = ? ORDER BY left_question, "left", "right" """
    for row in store.rows(sql, [RelationKind.CONFLICT, QuestionStatus.CONTESTED]):
        yield Alert("conflict", row["left_question"], (row["right"], row["left"]), row["why"])


def _fell(store: Store) -> Iterator[Alert]:
    for question, claims in _with(store, RelationKind.REVISION):
        documents = store.documents({claim.document for claim in claims.values()})
        yield from fallen_totals(question, claims, documents)


def _parts(store: Store) -> Iterator[Alert]:
    for question, claims in _with(store, RelationKind.PART_OF):
        yield from parts_above_whole([question], claims)


def _with(store: Store, kind: RelationKind) -> Iterator[tuple[Question, Mapping[str, Claim]]]:
    """The questions with relations of one kind, each with the claims at their ends."""
    sql = "SELECT DISTINCT left_question FROM relations WHERE relation = ? ORDER BY left_question"
    for row in store.rows(sql, [kind]):
        question = store.questions([row["left_question"]])[row["left_question"]]
        ends = {end for each in question.relations for end in (each.left, each.right)}
        yield question, store.claims({*question.claims, *ends})


def _unsupported(store: Store) -> Iterator[Alert]:
    """Claims that were typed, imported or corrected; what a reader found stands where it found it."""
    sql = """SELECT claims.id FROM claims JOIN documents ON documents.id = document
        WHERE text IS NOT NULL AND (score IS NULL OR changed_run <> claims.run) ORDER BY claims.number"""
    claims = store.claims([row["id"] for row in store.rows(sql)])
    for claim in claims.values():
        document = store.documents([claim.document])[claim.document] if claim.status in _COUNTED else None
        alert = not_in_document(claim, document) if document else None
        if alert is not None:
            yield alert


_RAISED = {"conflict": _conflicts, "fell": _fell, "parts": _parts, "unsupported": _unsupported}


def _exemptions(store: Store) -> dict[str, Exemption]:
    """The exceptions that hold today, by alert; the newest of each."""
    today = store.clock().date().isoformat()
    sql = "SELECT * FROM exceptions WHERE ended_run IS NULL AND (until IS NULL OR until >= ?) ORDER BY number"
    rows = store.rows(sql, [today])
    return {row["alert"]: Exemption(row["editor"], row["reason"], row["until"]) for row in rows}


def except_alert(store: Store, id: str, reason: str, until: str | None, *, editor: Editor, dry_run: bool) -> Raised:
    """Say why an alert need not be looked at, until a day or for ever; it is then told, but fails no run.

    Raises `UsageProblem` for an unknown alert, without an editor's name or a reason, and for a day that is past.
    """
    name = _named(editor)
    if not reason.strip():
        raise UsageProblem("an exception needs its reason", hint="give --reason")
    last = _day(store, until) if until else None
    raised = _one(alerts(store), id)
    exempt = Exemption(name, reason.strip(), last)
    if not dry_run:
        row = {"alert": raised.id, "name": raised.alert.name, "claims": json.dumps(raised.alert.claims)}
        with store.write(cause("except", editor, exempt.reason)) as change:
            more = {"editor": name, "reason": exempt.reason, "until": last, "run": change.run}
            change.insert("exceptions", [{**row, **more}])
            change.log.write("alert excepted", raised.id, {**row, "reason": exempt.reason, "until": last})
            change.count(new=1)
    return Raised(raised.id, raised.alert, exempt)


def end_exception(store: Store, id: str, *, editor: Editor, dry_run: bool) -> str:
    """End the exceptions of an alert, so that it is looked at again; the id of the alert.

    Raises `UsageProblem` where there is none that holds.
    """
    _named(editor)
    held = [row["alert"] for row in store.rows("SELECT DISTINCT alert FROM exceptions WHERE ended_run IS NULL")]
    found = [alert for alert in held if alert.startswith(id)]
    if len(found) != 1:
        problem = "the beginning of several ids" if found else "no exception that holds"
        raise UsageProblem(problem, where=id, hint="reconcile list alerts shows them")
    if not dry_run:
        with store.write(cause("except", editor, "ended")) as change:
            sql = "UPDATE exceptions SET ended_run = ? WHERE alert = ? AND ended_run IS NULL"
            change.count(changed=change.execute(sql, [change.run, found[0]]))
            change.log.write("exception ended", found[0], {})
    return str(found[0])


def _named(editor: Editor) -> str:
    if not (editor.name or "").strip():
        raise UsageProblem("an exception needs a name", hint="give --editor or set RECONCILE_EDITOR")
    return str(editor.name).strip()


def _day(store: Store, until: str) -> str:
    day = parse_moment(until)[:10]
    if day < store.clock().date().isoformat():
        raise UsageProblem("this day is past", where=f"--until {until}")
    return day


def _one(raised: Sequence[Raised], id: str) -> Raised:
    found = [each for each in raised if each.id.startswith(id)]
    if len(found) != 1:
        problem = "the beginning of several ids" if found else "no alert that holds now"
        raise UsageProblem(problem, where=id, hint="reconcile list alerts shows them")
    return found[0]


def listed(store: Store) -> Iterator[dict[str, object]]:
    """All alerts as rows, those to look at first."""
    for each in sorted(alerts(store), key=lambda each: each.excepted is not None):
        held = each.excepted
        yield {
            "id": each.id,
            "alert": each.alert.name,
            "why": each.alert.why,
            "question": each.alert.question,
            "claim": each.alert.claims[0],
            "excepted": f"{held.reason} ({held.editor})" if held else None,
            "until": held.until if held else None,
        }
