"""Judgements: what a named person says belongs together or apart, how two claims stand, what a question is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reconcile.errors import UsageProblem, with_article
from reconcile.model import (
    DIFFERENT,
    SAME,
    ClaimStatus,
    GivenTitle,
    Judgement,
    Level,
    RelationKind,
    content_id,
)
from reconcile.pipeline.causes import cause
from reconcile.pipeline.changes import Changed
from reconcile.pipeline.private import Labels
from reconcile.pipeline.questions import brought_up
from reconcile.pipeline.records import Counts, Editor, Ruling
from reconcile.resolve.judgements.contradictions import contradiction, in_words, said_already
from reconcile.resolve.judgements.judged import as_counted
from reconcile.store import Change, Store
from reconcile.store import judgements as stored

TOLD = 8
"""Changed questions that are told one by one."""
MOST = 50
"""The claims that stand for a question or event: should its first one be withdrawn, the next one stands for it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What somebody judges: the id as it was given, what it names, and the claims that stand for it."""

    given: str
    level: Level
    id: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Saying:
    """One judgement that is to be entered."""

    word: str
    left: Subject
    right: Subject


def same(
    store: Store, ids: Sequence[str], *, editor: Editor, note: str = "", dry_run: bool = False, later: bool = False
) -> Ruling:
    """Say that claims answer the same question, that questions are one, or that events are one; all of one kind.

    It holds transitively and for ever, until it is undone. Raises `UsageProblem` with the chain of judgements that a
    new one contradicts. `later` leaves resolving to the next `resolve`.
    """
    subjects = [subject_of(store, id) for id in ids]
    sayings = [_Saying(SAME, subjects[0], other) for other in subjects[1:]]
    return _judge(store, SAME, sayings, editor, note, dry_run=dry_run, later=later)


def different(
    store: Store, left: str, right: str, *, editor: Editor, note: str = "", dry_run: bool = False, later: bool = False
) -> Ruling:
    """Say that two claims do not answer the same question, or that two questions or events are two."""
    saying = _Saying(DIFFERENT, subject_of(store, left), subject_of(store, right))
    return _judge(store, DIFFERENT, [saying], editor, note, dry_run=dry_run, later=later)


def relate(
    store: Store, left: str, right: str, relation: str, *, editor: Editor, note: str = "", dry_run: bool = False
) -> Ruling:
    """Say how two claims stand, whatever a rule says of them; the left one is the earlier figure or the whole.

    Two questions can be related as part_of or scope.
    """
    saying = _Saying(_relation(relation), subject_of(store, left), subject_of(store, right))
    level = saying.left.level
    if level is Level.EVENT or (level is Level.QUESTION and relation not in ("part_of", "scope")):
        raise UsageProblem(f"{relation} holds between two claims", where=left, hint="name the claims")
    return _judge(store, "relate", [saying], editor, note, dry_run=dry_run)


def undo(
    store: Store, id: str, *, editor: Editor, note: str = "", dry_run: bool = False, later: bool = False
) -> Ruling:
    """Take back a judgement, a title or a name; it stays in the history. What it changed is resolved again."""
    what, full = store.named(id)
    if what not in stored.TABLES:
        raise UsageProblem(f"this is a {what}", where=full, hint="list judgements and list names have the ids")
    with store.write(cause("undo", editor, note)) as change:
        done = stored.undo(change, what, full, note or None)
        counts = made_anew(store, change) if done and not later else Counts()
        change.count(changed=int(done))
        _end(change, dry_run=dry_run)
    counts = replace(counts, run=change.run if change.touched else None)
    return Ruling((full,) if done else (), () if done else (full,), counts)


def retitle(
    store: Store, id: str, title: str, *, editor: Editor, note: str = "", dry_run: bool = False, later: bool = False
) -> Ruling:
    """Give a question (or an event) a title that stays, whatever claims join it; an empty one gives it back."""
    name = _named(editor, "a title")
    subject = subject_of(store, id)
    if subject.level is Level.CLAIM:
        question = store.questions_of([subject.id]).get(subject.id)
        if question is None:
            raise UsageProblem("this claim is in no question yet", where=id, hint="run reconcile resolve")
        subject = replace(subject_of(store, question), given=id)
    refuse_private(store, title, "the title")
    given = " ".join(title.split()) or None
    with store.write(cause("retitle", editor, note)) as change:
        before = stored.standing_titles(store, subject.claims)
        newest = next((each for each in reversed(before) if each.level is subject.level), None)
        if given == (newest.title if newest else None):
            return Ruling((), (newest.id,) if newest else (), Counts())
        id = content_id("t1", [change.run, subject.claims[0], given])
        new = GivenTitle(id, subject.level, subject.claims, given, name, change.at, note or None)
        stored.add_title(change, new, subject.given)
        counts = Counts() if later else made_anew(store, change)
        change.count(new=1)
        _end(change, dry_run=dry_run)
    return Ruling((id,), (), replace(counts, run=change.run if change.touched else None))


def _judge(
    store: Store,
    command: str,
    sayings: Sequence[_Saying],
    editor: Editor,
    note: str,
    *,
    dry_run: bool = False,
    later: bool = False,
) -> Ruling:
    name = _named(editor, "a judgement")
    refuse_private(store, note, "the note")
    for each in sayings:
        _refuse_unlike(each)
    new, known = list[str](), list[str]()
    with store.write(cause(command, editor, note)) as change:
        for number, each in enumerate(sayings):
            left, right = each.left, each.right
            id = content_id("j1", [change.run, number, each.word, left.level, left.claims[0], right.claims[0]])
            made = Judgement(id, each.word, left.claims, right.claims, left.level, name, change.at, note or None)
            standing = _standing(store, each)
            if held := said_already(made, standing):
                known.append(held.id)
                continue
            _refuse_contradiction(store, made, each, standing)
            stored.add_judgement(change, made, (left.given, right.given))
            new.append(id)
        counts = made_anew(store, change) if new and not later else Counts()
        change.count(new=len(new), same=len(known))
        _end(change, dry_run=dry_run)
    return Ruling(tuple(new), tuple(known), replace(counts, run=change.run if change.touched else None))


def made_anew(store: Store, change: Change) -> Counts:
    """Resolve what a judgement or a name touches, and tell the questions that it changes."""
    changed: list[Changed] = []
    counts = brought_up(store, change, told=changed)
    told = [f"{each.question}: {each.what}" for each in changed]
    more = [f"and {len(told) - TOLD} more questions"] if len(told) > TOLD else []
    return replace(counts, told=(*told[:TOLD], *more))


def _end(change: Change, *, dry_run: bool) -> None:
    """Drop what was tried: a write that touched nothing is rolled back."""
    if dry_run:
        change.touched = False


def _named(editor: Editor, what: str) -> str:
    if not (editor.name or "").strip():
        raise UsageProblem(f"{what} needs a name", hint="give --editor or set RECONCILE_EDITOR")
    return str(editor.name).strip()


def refuse_private(store: Store, words: str, what: str) -> None:
    """Raise `UsageProblem` where words that will stand on pages hold a name that the desk keeps to itself."""
    pattern = Labels.of(store).pattern
    if words and pattern and pattern.search(words):
        raise UsageProblem(f"{what} holds a private name", hint="give the words without it")


def _relation(word: str) -> str:
    try:
        return RelationKind(word).value
    except ValueError:
        raise UsageProblem(f"no such relation: {word}", hint=f"use one of {', '.join(RelationKind)}") from None


def subject_of(store: Store, id: str) -> Subject:
    """What an id names: a claim that counts, or a question or an event with the claims that stand for it."""
    what, full = store.named(id)
    if what == "claim":
        status = store.claims([full])[full].status
        if status in (ClaimStatus.WITHDRAWN, ClaimStatus.REJECTED):
            raise UsageProblem(f"this claim was {status.value}", where=full)
        return Subject(id, Level.CLAIM, full, (full,))
    if what not in ("question", "event"):
        raise UsageProblem(f"this is a {what}", where=full, hint="name claims, questions or events")
    column = "questions.id" if what == "question" else "event_id"
    sql = f"""SELECT claim FROM questions JOIN question_claims ON question = questions.id
        JOIN claims ON claims.id = claim WHERE {column} = ? AND claims.status IN ('proposed', 'accepted')
        ORDER BY {"" if what == "question" else _MOVED} claims.number LIMIT {MOST}"""
    claims = tuple(row["claim"] for row in store.rows(sql, [full]))
    if not claims:
        raise UsageProblem(f"this {what} holds no claims any more", where=full)
    return Subject(id, Level(what), full, claims)


_MOVED = "claim IN (SELECT claim FROM judged_claims),"
"""An event is best told by claims that nobody put there from elsewhere."""


def _refuse_unlike(saying: _Saying) -> None:
    left, right = saying.left, saying.right
    if left.level is not right.level:
        told = f"{left.given} is {with_article(left.level)}, {right.given} {with_article(right.level)}"
        raise UsageProblem(told, hint="name claims, or questions, or events")
    if left.id == right.id:
        one = "one and the same" if left.given != right.given else "named twice"
        raise UsageProblem(f"{left.given} and {right.given} are {one}", where=left.id)


def _standing(store: Store, saying: _Saying) -> tuple[Judgement, ...]:
    """The judgements that bear on one: all that chains from its claims reach."""
    start = {saying.left.claims[0], saying.right.claims[0]}
    if saying.left.level is Level.QUESTION:
        start.update(_held(store, saying))
    found = stored.chained_judgements(store, sorted(start))
    return tuple(as_counted(found, stored.struck_of(store, found)))


def _held(store: Store, saying: _Saying) -> dict[str, str]:
    """The judged claims of two questions as they are now, with the question of each."""
    sql = """SELECT DISTINCT question_claims.claim, question FROM question_claims
        JOIN judged_claims ON judged_claims.claim = question_claims.claim WHERE question IN (?, ?)"""
    found = {row["claim"]: row["question"] for row in store.rows(sql, [saying.left.id, saying.right.id])}
    return found | {side.claims[0]: side.id for side in (saying.left, saying.right)}


def _refuse_contradiction(store: Store, new: Judgement, saying: _Saying, standing: Iterable[Judgement]) -> None:
    held = _held(store, saying) if new.level is Level.QUESTION else {}
    chain = contradiction(new, tuple(standing), held)
    if not chain:
        return
    what = {SAME: "the same", DIFFERENT: "different"}.get(new.word, new.word)
    ends = f"{saying.left.given} and {saying.right.given}"
    if new.level is not Level.CLAIM:
        ends += f" ({new.left[0]} and {new.right[0]})"
    hint = "undo one of these first" if any(step.judgement for step in chain) else ""
    raise UsageProblem(f"{ends} cannot be {what}, since {in_words(chain)}", hint=hint)
