"""What the pipeline takes and gives back: options, counts, findings. Plain frozen dataclasses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from reconcile.model import Claim, Document, Judgement, Question, Verdict


@dataclass(frozen=True, slots=True)
class Editor:
    """Who acts: the name that the editor gave (None where none is known) and the system's user and host."""

    name: str | None = None
    user: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class Reject:
    """One input or row that was not taken: file and line, the reason in words, the line or cells as they came."""

    where: str
    reason: str
    raw: str | tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What a write did. Only `items()` that are not zero need be told.

    `read` counts the inputs looked at (documents, rows or claims), of which `new`, `same`, `changed` and
    `rejected` say what became of them; `unread` documents were stored but not searched for claims
    (another language, documents only). `run` is the number of the committed write, None where nothing was
    written. `told` are lines that the user should see on stderr.
    """

    read: int = 0
    new: int = 0
    same: int = 0
    changed: int = 0
    rejected: int = 0
    unread: int = 0
    claims: int = 0
    questions: int = 0
    relations: int = 0
    conflicts: int = 0
    run: int | None = None
    rejects: tuple[Reject, ...] = ()
    told: tuple[str, ...] = ()

    def items(self) -> list[tuple[str, int]]:
        """The figures in the order in which they are printed: the first five always, others where not zero."""
        names = ("read", "new", "same", "changed", "rejected")
        more = ("unread", "claims", "questions", "relations", "conflicts")
        return [(n, getattr(self, n)) for n in names] + [(n, getattr(self, n)) for n in more if getattr(self, n)]


@dataclass(frozen=True, slots=True)
class IngestOptions:
    """What the command line says of the articles where the file does not.

    `one` takes a text file as one article; `documents_only` proposes no claims; `day_first` tells how to
    read 01/02/2019.
    """

    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    lang: str | None = None
    one: bool = False
    day_first: bool | None = None
    documents_only: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How a table of claims is taken: all or nothing, or (`partial`) what can be taken.

    `format` is csv, tsv or jsonl; None tells it by the suffix. `question` applies to rows without one. With
    `as_given` what a row leaves open stays open, though the text at its quote may tell it.
    """

    format: str | None = None
    partial: bool = False
    question: str | None = None
    day_first: bool | None = None
    as_given: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class NewClaim:
    """One claim as it is typed in: every field in the user's words, read and checked by `add`.

    `value` is in words ("up to 25", "between 9 and 25", "14 December 2019"; with `kind="text"` the words
    are the value). `document` is an id, a URL or the path of a file that holds the article; where it is
    None the document is known by `outlet`, `title` and `published`. `said` is when the source said it,
    `published` when the outlet printed it (the same as `said` where not given). `own` marks the desk's own
    reporting: `source` is then the private name and `label` what a reader may see ("an official, by phone").
    """

    value: str
    source: str | None = None
    question: str | None = None
    quote: str | None = None
    document: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    said: str | None = None
    as_of: str | None = None
    kind: str | None = None
    via: tuple[str, ...] = ()
    attribute: str | None = None
    counted: str | None = None
    event: str | None = None
    population: str | None = None
    place: str | None = None
    window_from: str | None = None
    window_to: str | None = None
    definition: str | None = None
    cumulative: str | None = None
    measure: str | None = None
    stance: str | None = None
    modality: str | None = None
    body: str | None = None
    role: str | None = None
    person: str | None = None
    label: str | None = None
    own: bool = False
    translation: str | None = None
    note: str | None = None
    external_id: str | None = None
    whole: str | None = None
    day_first: bool | None = None


CORRECTABLE = (
    *("value", "kind", "source", "body", "role", "person", "label", "via", "said", "as_of", "question"),
    *("attribute", "counted", "event", "population", "place", "window_from", "window_to", "definition", "cumulative"),
    *("measure", "stance", "modality", "translation", "note"),
)
"""The fields that `correct` may set, under the names of `NewClaim`; the quote and its span stay as they are."""


@dataclass(frozen=True, slots=True)
class Decision:
    """An editor's verdict on a question, in words: `verdict` is a `VerdictKind`, `value` is read by `values.parse`."""

    question: str
    verdict: str
    note: str
    value: str | None = None
    would_settle: str | None = None
    review_by: str | None = None
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a judgement did: the ids of what is stored now, of what was said before, and what resolving made of it."""

    new: tuple[str, ...]
    same: tuple[str, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Added:
    """A claim that was typed in, as it was understood, and whether the database held it already."""

    claim: Claim
    document: Document
    counts: Counts


class IfLocked(StrEnum):
    """What `run` does while another run holds the lock."""

    FAIL = "fail"
    SKIP = "skip"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What `run` does: which inputs are read (files, folders, addresses), how, and where the pages go."""

    inputs: tuple[str, ...] = ()
    reports: Path = Path("reports")
    ingest: IngestOptions = field(default_factory=IngestOptions)
    if_locked: IfLocked = IfLocked.FAIL
    named: bool = False


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """What a run did: each step's counts, the pages written, and what is new since the last run.

    `skipped` is True where another run held the lock and `if_locked` is skip: nothing was done.
    """

    ingested: Counts = Counts()
    resolved: Counts = Counts()
    pages_written: int = 0
    pages_same: int = 0
    pages_removed: int = 0
    notices: tuple[str, ...] = ()
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing of the database, in full, with what it hangs together with. `what` names it.

    `what` is claim, document, question or run. A claim comes with its document and its question, a question with its
    claims, their documents and its verdicts (newest last; those that were reopened once more in `reopened`), a document
    with its claims. `beside` are claims of other questions to which its own ones are related, `judgements` are those
    that stand on the claims shown.
    """

    what: str
    id: str
    claims: tuple[Claim, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    reopened: tuple[Verdict, ...] = ()
    beside: tuple[Claim, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    fields: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """One result of `search`: a claim or a document, its id, what it is called and the words found, in context."""

    what: str
    id: str
    title: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `check` found wrong: the id of the check, where, and one plain sentence."""

    check: str
    where: str
    message: str
