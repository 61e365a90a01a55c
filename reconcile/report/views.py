"""What the report is given: one dossier for each page, and the site around them.

The pipeline fills these from the store; nothing here reads a database, a clock or a file. Texts are raw, as
they were stored: cleaning, wording and layout are the report's own work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reconcile.model import Claim, Document, Question, Value, Verdict


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One thing that was done: `what` is the command ("add", "ingest", "correct", "decide", "resolve" …).

    `at` is an ISO 8601 moment. `claim` is the claim it touched, None where it touched several or none;
    `count` is how many it touched.
    """

    at: str
    what: str
    editor: str | None = None
    claim: str | None = None
    note: str | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Struck:
    """What a claim said before somebody corrected it; shown struck through, never dropped.

    `value` and `source` are the former ones, None where that part was left as it was.
    """

    claim: str
    at: str
    value: Value | None = None
    source: str | None = None
    editor: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What the desk has put down about a source.

    `label` is shown in place of the name where the name is private ("a doctor at the hospital"). `kind`
    is free text ("armed group"). `party` tells whether it is a party to the event, None where nobody said.
    """

    label: str | None = None
    kind: str | None = None
    party: bool | None = None


@dataclass(frozen=True, slots=True)
class Reopened:
    """A decision that no longer stands: when it was reopened, and why ("a claim was withdrawn")."""

    verdict: Verdict
    at: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the page of one question shows.

    `claims` holds every claim that the page may show by its id: the members of the question and of its
    `parts`, the claims at the far end of its relations, and the withdrawn or rejected ones that belonged
    here (`withdrawn` lists those ids). `documents` holds their documents by id. `parts` are the questions
    that share this page because they count a part of it; `event` are other questions of the same event,
    of which only title, status and id are shown. `verdicts` and `history` run from the oldest on.
    `sources` is keyed by `Source.name`; `families` maps an outlet to its family where one is known.
    `revision` is the number of the run that last changed this question, `changed_at` its moment,
    `created_run` the number of the run in which the question first stood. `reopened` are the decisions that
    no longer stand, oldest first. `veiled` are the documents in whose text a private name was replaced.
    """

    question: Question
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    revision: int
    changed_at: str
    parts: tuple[Question, ...] = ()
    event: tuple[Question, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    struck: tuple[Struck, ...] = ()
    withdrawn: tuple[str, ...] = ()
    sources: Mapping[str, SourceNote] = field(default_factory=dict)
    families: Mapping[str, str] = field(default_factory=dict)
    created_run: int = 0
    reopened: tuple[Reopened, ...] = ()
    veiled: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Listed:
    """A question with a single claim and no relation: it stands on the index and has no page."""

    question: Question
    claim: Claim
    document: Document
    revision: int
    changed_at: str
    note: SourceNote | None = None
    created_run: int = 0


@dataclass(frozen=True, slots=True)
class SilentInput:
    """An input that used to bring documents and has brought none since `since` (ISO 8601)."""

    name: str
    since: str


@dataclass(frozen=True, slots=True)
class SiteData:
    """All that a folder of reports is made from.

    `aliases` maps the id of a merged or split question to the id that stands for it now. `run` is the
    number of the newest run that changed anything a page shows, `changed_at` its moment. `documents` and
    `claims` are counts over the whole database. `zone` is the newsroom's time zone (IANA name).
    `audit_head` is the head of the hash chain, shown on the index only. `labels` are the public labels of all
    private names, those of other pages included.
    """

    dossiers: tuple[Dossier, ...] = ()
    listed: tuple[Listed, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    run: int = 0
    changed_at: str | None = None
    documents: int = 0
    claims: int = 0
    zone: str = "UTC"
    audit_head: str | None = None
    silent: tuple[SilentInput, ...] = ()
    status_page: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Published:
    """How many files of the site were written, left as they were, and removed."""

    written: int
    same: int
    removed: int


def has_page(question: Question, *, decided: bool = False) -> bool:
    """A question has a page when it holds a second claim, stands in any relation, or somebody decided on it."""
    return len(question.claims) != 1 or bool(question.relations) or decided
