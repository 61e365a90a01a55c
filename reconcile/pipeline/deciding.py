"""Verdicts: what a named editor decided. The program never writes one of its own."""

from __future__ import annotations

from reconcile.dates import parse, parse_moment
from reconcile.errors import UsageProblem, another_kind
from reconcile.model import ClaimStatus, Kind, Value, Verdict, VerdictKind
from reconcile.pipeline.causes import cause
from reconcile.pipeline.records import Decision, Editor
from reconcile.store import Store
from reconcile.values import Fit, compare
from reconcile.values import parse as parse_value


def decide(store: Store, decision: Decision, *, editor: Editor, dry_run: bool = False) -> Verdict:
    """Record a named editor's verdict on a question. Raises `UsageProblem` without an editor's name.

    The id may be a question's or that of one of its claims.
    """
    if not (editor.name or "").strip():
        raise UsageProblem("a decision needs a name", hint="give --editor or set RECONCILE_EDITOR")
    if not decision.note.strip():
        raise UsageProblem("a decision needs its reason", hint="give --note")
    question, kind = question_of(store, decision.question)
    verdict = Verdict(
        question=question,
        kind=_kind(decision.verdict),
        editor=str(editor.name).strip(),
        at=store.clock().isoformat(timespec="seconds"),
        note=decision.note.strip(),
        value=None if decision.value is None else _value(decision.value, kind),
        would_settle=decision.would_settle,
        review_by=decision.review_by and parse_moment(decision.review_by, day_first=decision.day_first),
    )
    _refuse_contradiction(verdict)
    with store.write(cause("decide", editor, verdict.note)) as change:
        change.add_verdict(verdict)
        change.count(new=1)
        change.touched = not dry_run
    return verdict


def _refuse_contradiction(verdict: Verdict) -> None:
    """A verdict and its figure must fit each other, and nobody can look at it again in the past."""
    value = verdict.value
    if verdict.kind in (VerdictKind.SETTLED, VerdictKind.RANGE):
        if value is None:
            raise UsageProblem(f"{verdict.kind.value} needs a figure", hint='give --value, such as "25" or "9 to 25"')
    elif value is not None:
        hint = "decide settled or range, or leave --value out"
        raise UsageProblem(f"{verdict.kind.value} takes no figure", where="--value", hint=hint)
    if verdict.kind is VerdictKind.RANGE and value and value.low == value.high:
        raise UsageProblem("a range has two ends", where="--value", hint='such as "9 to 25", or decide settled')
    if verdict.review_by and verdict.review_by[:10] < verdict.at[:10]:
        raise UsageProblem("this day is past", where="--review-by")


def question_of(store: Store, id: str) -> tuple[str, Kind]:
    """The question of that id, or that a claim of that id answers, and the kind of its values."""
    what, full = store.named(id)
    if what == "claim":
        claim, full = full, store.questions_of([full]).get(full, "")
        if not full:
            _refuse_struck(store, claim)
            raise UsageProblem("this claim is in no question yet", where=id, hint="run reconcile resolve")
    elif what != "question":
        raise another_kind(what, "question", full)
    found = store.questions([full])
    if full not in found:
        raise UsageProblem("this question holds no claims any more", where=full)
    return full, found[full].kind


def _refuse_struck(store: Store, claim: str) -> None:
    status = store.claims([claim])[claim].status
    if status in (ClaimStatus.WITHDRAWN, ClaimStatus.REJECTED):
        was = store.former_questions_of([claim]).get(claim)
        raise UsageProblem(
            f"this claim was {status.value}", where=claim, hint=f"decide on its question, {was}" if was else ""
        )


def given_by(store: Store, verdict: Verdict) -> int:
    """How many claims of the question give the figure of the verdict, or leave room for it."""
    if verdict.value is None:
        return 0
    claims = store.claims(store.members([verdict.question]).get(verdict.question, ()))
    return sum(_gives(claim.value, verdict.value) for claim in claims.values())


def _gives(value: Value, decided: Value) -> bool:
    if decided.kind is Kind.TEXT:
        return value.words.casefold() == decided.words.casefold()
    return compare(value, decided) in (Fit.AGREE, Fit.COMPATIBLE)


def _kind(verdict: str) -> VerdictKind:
    try:
        return VerdictKind(verdict)
    except ValueError:
        raise UsageProblem(f"no such verdict: {verdict}", hint=f"use one of {', '.join(VerdictKind)}") from None


def _value(words: str, kind: Kind) -> Value:
    if kind is Kind.TEXT:
        return Value(Kind.TEXT, words=words)
    return parse(words, None) if kind is Kind.DATE else parse_value(words)
