"""The nouns of the project: what a text, a document, a source, a claim, a question and a relation are.

Frozen dataclasses and enums, no input or output, nothing from third parties. The words are those of the
field: source, cue and content as in PARC 3.0 and PolNeAR; document as a PROV entity; question as the data
item of the truth-discovery literature. `docs/data-model.md` shows the same nouns as tables.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a value is."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"
    AGE = "age"
    DATE = "date"
    TEXT = "text"


class Bound(StrEnum):
    """How the words bound the figure; one-sided bounds stay one-sided."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    UP_TO = "up_to"
    RANGE = "range"
    ORDER = "order"
    NONE = "none"


class Measure(StrEnum):
    """A level ("57 dead"), a change ("rose by 12"), a limit ("the law allows nine"), a share ("half of")."""

    LEVEL = "level"
    CHANGE = "change"
    LIMIT = "limit"
    SHARE = "share"


class Cumulative(StrEnum):
    """A running total, or only what is new since the last count."""

    CUMULATIVE = "cumulative"
    NEW = "new"


class Stance(StrEnum):
    """Whether the source says that it is so, or that it is not so."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Modality(StrEnum):
    """How firmly it is said: as a fact, as a possibility ("may have"), or as unconfirmed."""

    STATED = "stated"
    POSSIBLE = "possible"
    UNCONFIRMED = "unconfirmed"


class ClaimStatus(StrEnum):
    """What the desk has done with a claim; machine-read claims begin as proposed."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Section(StrEnum):
    """The part of a document in which a claim stands (a headline may go further than the text)."""

    HEADLINE = "headline"
    BULLET = "bullet"
    CAPTION = "caption"
    BODY = "body"


class DocumentKind(StrEnum):
    """What was published, or that it is the desk's own reporting ("phone, 23:10")."""

    ARTICLE = "article"
    RELEASE = "release"
    POST = "post"
    OWN = "own"


class RelationKind(StrEnum):
    """How two claims stand to each other, in the order in which the resolver decides."""

    COPY = "copy"
    DRIFT = "drift"
    PART_OF = "part_of"
    SCOPE = "scope"
    REVISION = "revision"
    EARLIER = "earlier"
    AGREE = "agree"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    UNCLEAR = "unclear"


class QuestionStatus(StrEnum):
    """Where a question stands by its claims alone; computed, never edited."""

    CONTESTED = "contested"
    MOVING = "moving"
    REVISED = "revised"
    COMPATIBLE = "compatible"
    AGREED = "agreed"
    SINGLE_ORIGIN = "single-origin"
    OPEN = "open"


class VerdictKind(StrEnum):
    """What a named editor decided; the program never writes one."""

    SETTLED = "settled"
    RANGE = "range"
    UNRESOLVED = "unresolved"
    NOT_COMPARABLE = "not-comparable"
    HOLD = "hold"


CLOSED_ATTRIBUTES = frozenset({
    "deaths", "injured", "missing", "arrested", "rescued", "displaced", "evacuated", "hospitalised",
    "attendance", "aboard", "hostages", "released", "escaped", "cases", "jobs", "age", "date", "duration",
})  # fmt: skip
"""Attributes with a fixed name; any other attribute is free text."""

RUNNING_ATTRIBUTES = frozenset({
    "deaths", "injured", "missing", "arrested", "rescued", "displaced", "evacuated", "hospitalised", "cases",
    "escaped", "released", "trapped",
})  # fmt: skip
"""Attributes that are counted on while an event lasts, so that a later figure may be higher."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a source says the figure is: a closed interval, how its words bound it, and those words.

    `low` and `high` are `Decimal` (counts and measures in `unit`), `date` (kind date) or None for an open
    end. A text claim has neither; its `words` are the value. `unit` is an ISO 4217 code for money,
    "percent", "year", "km" and so on as listed in `reconcile.values.units`, None for a plain count.
    """

    kind: Kind
    low: Decimal | date | None = None
    high: Decimal | date | None = None
    bound: Bound = Bound.EXACT
    unit: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A value found in a text: `text[start:end]` are its words, hedge and unit included.

    `number_start` and `number_end` delimit the number alone ("25" in "up to 25 tonnes").
    """

    start: int
    end: int
    value: Value
    number_start: int
    number_end: int


@dataclass(frozen=True, slots=True)
class Span:
    """Character offsets into a document's text: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """Who said it: the name as the text gives it, and what is known of it as body, role and person.

    `label` stands in place of the name where a reader must not see it ("an official, by phone"): own
    reporting with a source that the desk keeps to itself.
    """

    name: str
    body: str | None = None
    role: str | None = None
    person: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """What a value is about; two claims are comparable only where their scopes agree.

    `attribute` is one of `CLOSED_ATTRIBUTES` or free text; `counted` are the words for what is counted;
    `population` is who or what is counted ("police officers", "the driver"); the window is the period
    that is counted, inclusive on both ends.
    """

    event: str | None = None
    attribute: str | None = None
    counted: str | None = None
    population: str | None = None
    place: str | None = None
    window_from: date | None = None
    window_to: date | None = None
    definition: str | None = None
    cumulative: Cumulative | None = None
    measure: Measure = Measure.LEVEL


@dataclass(frozen=True, slots=True)
class Document:
    """One publication of a text. Two outlets that print one text are two documents.

    `text` is kept exactly as it came; None where a claim was typed in and the text is not held. Times are
    ISO 8601 (a date, or a moment with its offset). `credit` is the wire or byline credit found in the
    text ("Reuters"). `replaces` is the id of the version before this one.
    """

    id: str
    text: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    byline: str | None = None
    lang: str | None = None
    kind: DocumentKind = DocumentKind.ARTICLE
    external_id: str | None = None
    path: str | None = None
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's assertion of one value, in one document, at one place in its text.

    `quote` is exactly `document.text[span.start:span.end]`; a claim from a separate headline or one that
    was typed in has no span. `source` is None for the article's own voice. `via` names who passed it on,
    nearest to the source first, never the outlet. `whole` is the id of the claim of which this one counts
    a part, `former` tells that the text itself gives the figure as an earlier one ("from 9" in "from 9
    to 25"). `question` is the user's own name for what is asked. `evidence` names what the proposal
    rests on; `score` is its strength from 0 to 1, None for claims made by hand.
    """

    id: str
    document: str
    quote: str
    value: Value
    scope: Scope = field(default_factory=Scope)
    span: Span | None = None
    section: Section = Section.BODY
    source: Source | None = None
    source_span: Span | None = None
    cue_span: Span | None = None
    via: tuple[str, ...] = ()
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.STATED
    said_at: str | None = None
    as_of: str | None = None
    status: ClaimStatus = ClaimStatus.PROPOSED
    score: float | None = None
    evidence: tuple[str, ...] = ()
    whole: str | None = None
    former: bool = False
    question: str | None = None
    translation: str | None = None
    external_id: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims stand to each other, the rule that decided it and one plain sentence why.

    `left` is the earlier figure or the whole. `assumptions` are what had to be taken for granted
    ("'the losses' are taken to be deaths"). The question ids differ for scope and part_of.
    """

    left: str
    right: str
    kind: RelationKind
    rule: str
    why: str
    left_question: str
    right_question: str
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What one origin holds on one question: its standing claim and the earlier ones behind it.

    `origin` is the key that the claims of one first source share; `title` names the source as the text
    names it. `claims` are all its claim ids in the order said, `standing` the ones that now hold.
    """

    letter: str
    origin: str
    title: str
    claims: tuple[str, ...]
    standing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, the claims that answer it, and how they stand to each other.

    `name` is the user's own name for it, None where the program grouped the claims. `whole` is the id of
    the question of which this one counts a part (both share one page).
    """

    id: str
    title: str
    kind: Kind
    scope: Scope
    claims: tuple[str, ...]
    accounts: tuple[Account, ...]
    relations: tuple[Relation, ...]
    status: QuestionStatus
    name: str | None = None
    whole: str | None = None
    event_id: str | None = None


class Level(StrEnum):
    """What a person judged: claims themselves, or the questions or events in which they stand."""

    CLAIM = "claim"
    QUESTION = "question"
    EVENT = "event"


SAME, DIFFERENT = "same", "different"
"""The words of a judgement besides the kinds of relations."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a named person said of two claims, or of the questions or events in which they stand.

    `word` is "same", "different" or a `RelationKind`; `left` and `right` are claims: one each where claims were
    judged; else those for which the question or event stood, the earliest first, of which the first that still
    counts is meant. `at` is an ISO 8601 moment.
    """

    id: str
    word: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    level: Level = Level.CLAIM
    editor: str = ""
    at: str = ""
    note: str | None = None

    @property
    def relation(self) -> RelationKind | None:
        """The relation that it states, None where it tells only what belongs together."""
        return None if self.word in (SAME, DIFFERENT) else RelationKind(self.word)

    @property
    def joins(self) -> bool:
        """Whether both sides are to be together: a relation other than scope and part_of stands in one question."""
        return self.word not in (DIFFERENT, RelationKind.SCOPE, RelationKind.PART_OF)


@dataclass(frozen=True, slots=True)
class GivenTitle:
    """What a person calls a question or an event; `claims` stand for it as in a judgement.

    `title` is None where the program names it again.
    """

    id: str
    level: Level
    claims: tuple[str, ...]
    title: str | None
    editor: str = ""
    at: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class GivenName:
    """What else a thing is called: `name` as texts give it, `means` the desk's name (an outlet's family).

    `kind` is source, place, event or outlet. `claims` stand for an event as in a judgement.
    """

    id: str
    kind: str
    name: str
    means: str
    claims: tuple[str, ...] = ()
    editor: str = ""
    at: str = ""
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A named editor's decision on a question; the newest one stands, the others are history."""

    question: str
    kind: VerdictKind
    editor: str
    at: str
    note: str
    value: Value | None = None
    would_settle: str | None = None
    review_by: str | None = None


_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to mishear or misread


def content_id(tag: str, parts: Iterable[object]) -> str:
    """An id derived from content: `tag`, then 12 letters of base 32 (60 bits of SHA-256).

    The tag names the noun and the version of what is hashed ("c1" for claims). Parts are joined with a
    separator that cannot occur in them, so that ("ab", "c") and ("a", "bc") differ.

    >>> content_id("c1", ["d1-x", 3, 9])
    'c1-qmvcjg30a30m'
    """
    joined = "\x1f".join("\x00" if part is None else str(part).replace("\x1f", " ") for part in parts)
    number = int.from_bytes(hashlib.sha256(joined.encode("utf-8", "surrogatepass")).digest()[:8]) >> 4
    letters = (_ALPHABET[(number >> shift) & 31] for shift in range(55, -1, -5))
    return f"{tag}-{''.join(letters)}"


def text_id(text: str) -> str:
    """The id of a text: its SHA-256, with the algorithm named."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def document_id(
    *, outlet: str | None, url: str | None, published: str | None, title: str | None, text: str | None
) -> str:
    """A document is known by its outlet or address, its time, its title and its text together."""
    return content_id("d1", [url or outlet, published, title, text and text_id(text)])


def proposed_claim_id(document: str, span: Span | None, kind: Kind, nth: int = 0) -> str:
    """A claim that a reader proposes is known by its place and kind, never by what was read into it.

    `nth` counts the claims of one kind that share one span, as in a list with "respectively".
    """
    return content_id("c1", [document, span and span.start, span and span.end, kind, nth])
