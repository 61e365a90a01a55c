"""What the page of a question shows, put together from tables that were read once for the whole site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reconcile.model import Claim, Document, Question, Verdict
from reconcile.pipeline.private import Labels
from reconcile.report.views import Dossier, HistoryEntry, Reopened, SourceNote, Struck
from reconcile.store import Store
from reconcile.store.judgements import families_of
from reconcile.store.reading import Run
from reconcile.store.rows import value_of, verdict_of

Touch = tuple[int, str, str | None]
"""A run, the claim or question that it touched, and what it noted."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """The whole database as the pages need it, by id."""

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    former: Mapping[str, tuple[str, ...]]
    verdicts: Mapping[str, tuple[Verdict, ...]]
    reopened: Mapping[str, Sequence[Reopened]]
    notes: Mapping[str, SourceNote]
    families: Mapping[str, str]
    touches: Mapping[str, Sequence[Touch]]
    struck: Mapping[str, Sequence[Struck]]
    runs: Mapping[int, Run]
    question_runs: Mapping[str, tuple[int, int]]
    events: Mapping[str, Sequence[Question]]

    @classmethod
    def of(cls, store: Store, questions: Mapping[str, Question]) -> Shelves:
        """Read everything that the pages of these questions show."""
        former = store.former_members(questions)
        wanted = _shown(questions.values()) | {claim for claims in former.values() for claim in claims}
        labels = Labels.of(store)
        claims = {id: labels.claim(claim) for id, claim in store.claims(wanted).items()}
        runs = {run.run: run for run in store.runs()}
        verdicts = {question: tuple(given) for question, given in store.verdicts(standing=True).items()}
        return cls(
            claims=claims,
            documents=store.documents({claim.document for claim in claims.values()}),
            former=former,
            verdicts=verdicts,
            reopened=_reopened(store, runs),
            notes=_notes(store),
            families=families_of(store),
            touches=_touches(store),
            struck=_struck(store, claims, runs, labels),
            runs=runs,
            question_runs=store.question_runs(),
            events=_by_event(questions.values()),
        )

    def dossier(self, question: Question, parts: Sequence[Question]) -> Dossier:
        """Everything that the page of a question and its parts shows."""
        together = (question, *parts)
        former = [claim for each in together for claim in self.former.get(each.id, ())]
        ids = dict.fromkeys([*_members(together), *former, *_far_ends(together)])
        claims = {id: self.claims[id] for id in ids if id in self.claims}
        first, revision = self.runs_of(together)
        sources = {claim.source.name for claim in claims.values() if claim.source}
        outlets = {self.documents[claim.document].outlet for claim in claims.values()}
        return Dossier(
            question=question,
            claims=claims,
            documents={claim.document: self.documents[claim.document] for claim in claims.values()},
            revision=revision,
            changed_at=self.run_at(revision),
            parts=tuple(parts),
            event=self._same_event(together),
            verdicts=tuple(v for each in together for v in self.verdicts.get(each.id, ())),
            history=self._history(together, former),
            struck=tuple(one for id in claims for one in self.struck.get(id, ())),
            withdrawn=tuple(former),
            sources={name: self.notes[name] for name in sorted(sources) if name in self.notes},
            families={o: self.families[o] for o in sorted(filter(None, outlets)) if o in self.families},
            created_run=first,
            reopened=tuple(one for each in together for one in self.reopened.get(each.id, ())),
        )

    def runs_of(self, questions: Sequence[Question]) -> tuple[int, int]:
        """The runs in which questions first stood and in which anything on their page last changed."""
        known = [self.question_runs[each.id] for each in questions if each.id in self.question_runs]
        first = min((run for run, _ in known), default=0)
        former = [claim for each in questions for claim in self.former.get(each.id, ())]
        touched = [touch[0] for touch in self._touched(questions, former)]
        return first, max([*(run for _, run in known), *touched], default=0)

    def run_at(self, run: int) -> str:
        """The moment of a run, "" where there was none."""
        return self.runs[run].at if run in self.runs else ""

    def _same_event(self, questions: Sequence[Question]) -> tuple[Question, ...]:
        own = {each.id for each in questions}
        event = questions[0].event_id
        return tuple(each for each in self.events.get(event or "", ()) if each.id not in own)

    def _touched(self, questions: Sequence[Question], former: Iterable[str]) -> list[Touch]:
        subjects = dict.fromkeys([*(each.id for each in questions), *_members(questions), *former])
        return sorted({touch for subject in subjects for touch in self.touches.get(subject, ())}, key=lambda t: t[:2])

    def _history(self, questions: Sequence[Question], former: Iterable[str]) -> tuple[HistoryEntry, ...]:
        by_run: dict[int, list[Touch]] = {}
        for touch in self._touched(questions, former):
            by_run.setdefault(touch[0], []).append(touch)
        return tuple(self._entry(run, touches) for run, touches in sorted(by_run.items()))

    def _entry(self, run: int, touches: Sequence[Touch]) -> HistoryEntry:
        done = self.runs[run]
        claims = [subject for _, subject, _ in touches if subject in self.claims]
        notes = [note for _, _, note in touches if note]
        return HistoryEntry(
            at=done.at,
            what=done.command,
            editor=done.editor,
            claim=claims[0] if len(claims) == 1 else None,
            note=done.note or (notes[0] if notes else None),
            count=max(1, len(claims)),
        )


def _members(questions: Iterable[Question]) -> list[str]:
    return [claim for question in questions for claim in question.claims]


def _far_ends(questions: Iterable[Question]) -> list[str]:
    return [claim for question in questions for r in question.relations for claim in (r.left, r.right)]


def _shown(questions: Iterable[Question]) -> set[str]:
    kept = list(questions)
    return {*_members(kept), *_far_ends(kept)}


def _reopened(store: Store, runs: Mapping[int, Run]) -> dict[str, list[Reopened]]:
    """Decisions that no longer stand, oldest first, under the ids that questions have now, with the reason."""
    told = store.rows("SELECT run, subject, payload FROM events WHERE kind = 'decision reopened'")
    reasons = {(row["run"], row["subject"]): json.loads(row["payload"] or "{}").get("reason") for row in told}
    found: dict[str, list[Reopened]] = {}
    aliases = store.aliases()
    for row in store.rows("SELECT * FROM verdicts WHERE reopened_run IS NOT NULL ORDER BY number"):
        run, question = row["reopened_run"], row["question"]
        one = Reopened(verdict_of(row), runs[run].at, reasons.get((run, question)))
        found.setdefault(aliases.get(question, question), []).append(one)
    return found


def _notes(store: Store) -> dict[str, SourceNote]:
    sql = (
        "SELECT name, label, kind, party FROM sources WHERE label IS NOT NULL OR kind IS NOT NULL OR party IS NOT NULL"
    )
    return {
        row["name"]: SourceNote(row["label"], row["kind"], None if row["party"] is None else bool(row["party"]))
        for row in store.rows(sql)
    }


def _touches(store: Store) -> dict[str, list[Touch]]:
    """What each run did to claims and questions, by their id (questions under the id that they have now).

    What was judged touches the claims that stand for it.
    """
    sql = """SELECT run, subject, kind, payload FROM events
        WHERE kind NOT IN ('resolved', 'question changed', 'setting', 'notice', 'run') AND kind NOT LIKE 'document %'"""
    aliases = store.aliases()
    about: dict[str, list[str]] = {}
    for row in store.rows("SELECT subject, claim FROM judged_claims WHERE position = 0 ORDER BY subject, side"):
        about.setdefault(row["subject"], []).append(row["claim"])
    found: dict[str, list[Touch]] = {}
    for row in store.rows(sql):
        note = None if row["kind"] == "claim added" else json.loads(row["payload"] or "{}").get("note")
        for subject in about.get(row["subject"], [aliases.get(row["subject"], row["subject"])]):
            found.setdefault(subject, []).append((row["run"], subject, note))
    return found


def _struck(
    store: Store, claims: Mapping[str, Claim], runs: Mapping[int, Run], labels: Labels
) -> dict[str, list[Struck]]:
    """Each former value or source of a corrected claim, oldest first; private names as their labels."""
    found: dict[str, list[Struck]] = {}
    later = {
        id: (claim.value, labels.name(claim.source.name if claim.source else None)) for id, claim in claims.items()
    }
    for row in reversed(store.revisions_of(claims)):
        before = json.loads(row["before"])
        value, source = value_of(before), labels.name(before["source"])
        next_value, next_source = later[row["claim"]]
        if value != next_value or source != next_source:
            struck = Struck(
                claim=row["claim"],
                at=runs[row["run"]].at,
                value=value if value != next_value else None,
                source=source if source != next_source else None,
                editor=row["editor"],
                note=row["note"],
            )
            found.setdefault(row["claim"], []).insert(0, struck)
        later[row["claim"]] = (value, source)
    return found


def _by_event(questions: Iterable[Question]) -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for question in questions:
        if question.event_id:
            found.setdefault(question.event_id, []).append(question)
    return found
