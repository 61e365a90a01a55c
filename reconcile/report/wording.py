"""The closed vocabulary of the pages: what a status, a relation, a verdict and a command are called.

Never in it: fake, lie, debunked, true figure, likely toll, a confidence in percent. The program describes;
only a named editor decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.model import Modality, QuestionStatus, RelationKind, VerdictKind


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the vocabulary with its class of colour (`clash`, `fits`, `moves`, `one`, `done`) and icon."""

    words: str
    look: str


STATUSES: dict[QuestionStatus, Term] = {
    QuestionStatus.CONTESTED: Term("Reports disagree", "clash"),
    QuestionStatus.MOVING: Term("The count is moving", "moves"),
    QuestionStatus.REVISED: Term("Replaced by its own source", "moves"),
    QuestionStatus.COMPATIBLE: Term("Fit together", "fits"),
    QuestionStatus.AGREED: Term("The same figure", "fits"),
    QuestionStatus.SINGLE_ORIGIN: Term("One account", "one"),
    QuestionStatus.OPEN: Term("Cannot tell", "open"),
}

DISAGREE_IN_ONE_ARTICLE = Term("Accounts disagree", "clash")
NO_CLAIM_LEFT = Term("No claim left", "one")

LEADS: dict[QuestionStatus, str] = {
    QuestionStatus.CONTESTED: "Reports disagree",
    QuestionStatus.MOVING: "The count has moved",
    QuestionStatus.REVISED: "Replaced by its own source",
    QuestionStatus.COMPATIBLE: "The accounts fit together",
    QuestionStatus.AGREED: "The same figure",
    QuestionStatus.SINGLE_ORIGIN: "One account",
    QuestionStatus.OPEN: "How these relate cannot be told",
}

FILTERS: tuple[tuple[str, str], ...] = (
    ("clash", "Disagree"),
    ("moves", "Moving or replaced"),
    ("fits", "Fit together"),
    ("open", "Cannot tell"),
    ("one", "One account"),
)
"""The radio buttons of the index: a look and its label."""

TALLIES: dict[str, str] = {
    "clash": "disagree",
    "moves": "moving or replaced",
    "fits": "fit together",
    "open": "cannot be told",
    "one": "rest on one account",
}

RELATIONS: dict[RelationKind, Term] = {
    RelationKind.CONFLICT: Term("Cannot both be true", "clash"),
    RelationKind.COMPATIBLE: Term("Fit together", "fits"),
    RelationKind.AGREE: Term("The same figure", "fits"),
    RelationKind.COPY: Term("The same report, printed twice", "one"),
    RelationKind.DRIFT: Term("The headline goes further than the text", "clash"),
    RelationKind.REVISION: Term("Replaced by its own source", "moves"),
    RelationKind.EARLIER: Term("An earlier count", "moves"),
    RelationKind.PART_OF: Term("A part of the other", "fits"),
    RelationKind.SCOPE: Term("May both be true: not the same question", "open"),
    RelationKind.UNCLEAR: Term("Cannot tell", "open"),
}
DENIED = Term("Denied", "clash")

SCOPES: tuple[tuple[str, str], ...] = (
    ("population", "May both be true: not the same group of people"),
    ("person", "May both be true: not the same person"),
    ("place", "May both be true: not the same place"),
    ("window", "Cannot compare: dates differ"),
    ("date", "Cannot compare: dates differ"),
    ("event", "May both be true: not the same event"),
    ("definition", "May both be true: not counted in the same way"),
    ("measure", "Cannot compare: not the same kind of figure"),
    ("unit", "Cannot compare: units differ"),
)
"""What a scope relation is called, by the part of the scope that its rule names."""

VERDICTS: dict[VerdictKind, str] = {
    VerdictKind.SETTLED: "Settled by an editor",
    VerdictKind.RANGE: "Given as a range by an editor",
    VerdictKind.UNRESOLVED: "Left unresolved by an editor",
    VerdictKind.NOT_COMPARABLE: "Not comparable, an editor decided",
    VerdictKind.HOLD: "On hold: do not use",
}
DECIDED: dict[VerdictKind, str] = {
    VerdictKind.SETTLED: "settled",
    VerdictKind.RANGE: "given as a range",
    VerdictKind.UNRESOLVED: "left unresolved",
    VerdictKind.NOT_COMPARABLE: "not comparable",
    VerdictKind.HOLD: "held back",
}
REOPENED = "Decision reopened"
NO_DECISION = "No editor’s decision yet"

HOLDS_NOW: dict[QuestionStatus, str] = {
    QuestionStatus.CONTESTED: "No figure satisfies all the accounts that now stand.",
    QuestionStatus.MOVING: "The figures were given at different times of one count. The latest of each source stands.",
    QuestionStatus.REVISED: "The source has given a newer figure. The newest stands; the older ones stay visible.",
    QuestionStatus.COMPATIBLE: "The accounts differ in words or precision; some figure satisfies all of them.",
    QuestionStatus.AGREED: "Separate accounts give the same figure.",
    QuestionStatus.SINGLE_ORIGIN: "Everything goes back to one account.",
    QuestionStatus.OPEN: "What is known does not tell whether these accounts contradict each other.",
}

FIRMNESS: dict[Modality, str] = {
    Modality.STATED: "Stated as fact",
    Modality.POSSIBLE: "As a possibility",
    Modality.UNCONFIRMED: "As unconfirmed",
}

DEEDS: dict[str, str] = {
    "add": "added by hand",
    "import": "imported from a table",
    "ingest": "read from documents",
    "correct": "corrected",
    "withdraw": "withdrawn",
    "accept": "accepted",
    "reject": "rejected",
    "decide": "decided",
    "same": "Joined, as answers to one question",
    "different": "Kept apart, as answers to different questions",
    "relate": "Said how two claims stand",
    "undo": "A judgement taken back",
    "retitle": "Titled",
    "event": "Event named",
    "place": "Place named",
    "source": "Source described",
    "outlet": "Outlet described",
    "run": "Read and compared by reconcile run",
    "resolve": "Compared with the other claims",
}
"""What a command did, for the history at the foot of a page."""

PREDICATES: dict[str, str] = {
    "deaths": "killed",
    "injured": "injured",
    "missing": "missing",
    "arrested": "arrested",
    "rescued": "rescued",
    "displaced": "displaced",
    "evacuated": "evacuated",
    "hospitalised": "taken to hospital",
    "hostages": "taken hostage",
    "released": "released",
    "aboard": "aboard",
}
"""Attributes that take "were" in a sentence: "25 were killed"."""

CAPTIONS: dict[str, str] = {
    "deaths": "Deaths reported",
    "injured": "Injured reported",
    "missing": "Missing reported",
    "arrested": "Arrests reported",
    "rescued": "Rescued reported",
    "displaced": "Displaced reported",
    "evacuated": "Evacuated reported",
    "hospitalised": "Taken to hospital, as reported",
    "attendance": "Attendance reported",
    "hostages": "Hostages reported",
    "age": "Age reported",
    "jobs": "Jobs reported",
    "cases": "Cases reported",
    "date": "Dates reported",
    "duration": "Duration reported",
}

MARKS: tuple[tuple[str, str], ...] = (
    ("exact", "exact figure"),
    ("about", "round figure"),
    ("range", "range: any figure in it fits"),
    ("ceiling", "ceiling: any figure up to the bar fits"),
    ("floor", "floor: any figure from the bar on fits"),
    ("order", "order of size"),
    ("denied", "denied"),
)
"""The shapes of the chart and what each says, in the order of the key."""

CHANNEL_NOT_STATED = "channel not stated"
OUTLET_NOT_STATED = "outlet not stated"
TIME_NOT_STATED = "time not stated"
NO_ORIGINAL = "No original statement in the database."

_SMALL = "no one two three four five six seven eight nine".split()


def count(amount: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 account", "3 accounts"."""
    return f"{amount:,} {one if amount == 1 else many or one + 's'}"


def spelled(amount: int, one: str, many: str | None = None) -> str:
    """A count in a sentence, below ten in words: "three accounts", "12 accounts"."""
    return f"{word(amount)} {one if amount == 1 else many or one + 's'}"


def word(amount: int) -> str:
    """A number in a sentence, below ten in words."""
    return _SMALL[amount] if 0 <= amount < len(_SMALL) else f"{amount:,}"


def times(amount: int) -> str:
    """How often: "twice", "three times"."""
    return "once" if amount == 1 else "twice" if amount == 2 else spelled(amount, "time")


def relation(kind: RelationKind, rule: str) -> Term:
    """What the page calls a relation; the rule tells which part of a scope differs, or that it is a denial."""
    if kind is RelationKind.SCOPE:
        for part, words in SCOPES:
            if part in rule:
                return Term(words, "open")
    if kind is RelationKind.CONFLICT and "denial" in rule:
        return DENIED
    return RELATIONS[kind]


def upper_first(words: str) -> str:
    """The words with their first letter raised."""
    return words[:1].upper() + words[1:]
