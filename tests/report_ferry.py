"""An invented ferry disaster as the page tests know it: three documents, nine claims, three questions.

No place, body, ship or person in it exists.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reconcile.model import (
    Account,
    Bound,
    Claim,
    ClaimStatus,
    Document,
    DocumentKind,
    Kind,
    Question,
    QuestionStatus,
    Relation,
    RelationKind,
    Scope,
    Section,
    Source,
    Span,
    Value,
)
from reconcile.report.views import Dossier, HistoryEntry, Listed, SourceNote

FIRE = date(2031, 6, 7)

FIRE_SCOPE = Scope(
    event="fire on the ferry Tessaly, 7 June 2031",
    attribute="deaths",
    counted="passengers killed",
    population="passengers",
    place="Port Sall",
    window_from=FIRE,
    window_to=FIRE,
)

GAZETTE = Document(
    id="d1-gazette0000",
    outlet="Sall Gazette",
    title="Ferry burns off Port Sall, 32 feared dead",
    url="https://sallgazette.example/2031/06/08/tessaly",
    published="2031-06-08T06:30:00+00:00",
    byline="Ila Maren",
    lang="en",
    text=(
        "PORT SALL: Fire swept the ferry Tessaly on Saturday, and up to 25 passengers died, officials said.\n\n"
        "• Union says blaze that killed 25 began in the engine room\n\n"
        "The Harbour Authority put the losses at nine.\n\n"
        "Smoke could be seen from the fish market.\n\n"
        "Crew members of the Deckhands’ Union said that 21 passengers were killed, four of them children.\n\n"
        "The island committee of Oru counts 32 passengers dead.\n"
    ),
)

TRIBUNE = Document(
    id="d1-tribune0000",
    outlet="Oru Tribune",
    title="Union raises count after ferry fire",
    url="https://orutribune.example/ferry",
    published="2031-06-09T11:00:00+00:00",
    lang="en",
    text=(
        "The Deckhands’ Union raised its count of dead passengers from 21 to 25 on Monday.\n\n"
        "“We have spoken to every family,” said Tam Orlo, the union’s secretary. “Twenty-five did not come home.”\n"
    ),
)

PHONE = Document(
    id="d1-phone000000",
    title="phone, 23:10",
    kind=DocumentKind.OWN,
    published="2031-06-08T23:10:00+00:00",
)


def span(document: Document, words: str) -> Span:
    """Where the words stand in the document."""
    start = (document.text or "").index(words)
    return Span(start, start + len(words))


def exact(number: int | str, words: str = "", *, kind: Kind = Kind.NUMBER, unit: str | None = None) -> Value:
    """A plain figure."""
    amount = Decimal(number)
    return Value(kind, amount, amount, Bound.EXACT, unit, words or str(number))


def bounded(
    bound: Bound, low: int | None, high: int | None, words: str, *, kind: Kind = Kind.NUMBER, unit: str | None = None
) -> Value:
    """A figure that its words bound on one side or on both."""
    return Value(
        kind, None if low is None else Decimal(low), None if high is None else Decimal(high), bound, unit, words
    )


def read(id_: str, document: Document, quote: str, value: Value, who: str | None, **more: object) -> Claim:
    """A machine-read claim at the place of its quotation."""
    claim = Claim(
        id=f"c1-{id_}",
        document=document.id,
        quote=quote,
        value=value,
        scope=FIRE_SCOPE,
        span=span(document, quote),
        source=Source(who) if who else None,
        score=0.8,
    )
    return replace(claim, **more)  # type: ignore[arg-type]


NINE = read(
    "nine00000000",
    GAZETTE,
    "put the losses at nine",
    exact(9, "nine"),
    "Harbour Authority",
    cue_span=span(GAZETTE, "put"),
    source_span=span(GAZETTE, "Harbour Authority"),
)

UP_TO = read(
    "upto00000000", GAZETTE, "up to 25 passengers died", bounded(Bound.UP_TO, None, 25, "up to 25"), "officials"
)

BULLET = read("bullet000000", GAZETTE, "killed 25", exact(25), "officials", section=Section.BULLET)

UNION = read(
    "union0000000",
    GAZETTE,
    "21 passengers were killed",
    exact(21),
    "Deckhands’ Union",
    cue_span=span(GAZETTE, "said that"),
)

UNION_NOW = read(
    "unionnow0000",
    TRIBUNE,
    "from 21 to 25",
    exact(25),
    "Deckhands’ Union",
    said_at="2031-06-09",
    source_span=span(TRIBUNE, "Deckhands’ Union"),
)

SECRETARY = read(
    "secretary000",
    TRIBUNE,
    "Twenty-five did not come home",
    exact(25, "Twenty-five"),
    "Tam Orlo",
    source=Source("Tam Orlo", body="Deckhands’ Union", role="the union’s secretary", person="Tam Orlo"),
    said_at="2031-06-09",
)

ISLAND = read("island000000", GAZETTE, "counts 32 passengers dead", exact(32), "island committee of Oru")

CHILDREN = read(
    "children0000",
    GAZETTE,
    "four of them children",
    exact(4, "four"),
    "Deckhands’ Union",
    scope=replace(FIRE_SCOPE, population="children", counted="children killed"),
    whole=UNION.id,
)

DOCTOR = Claim(
    id="c1-doctor000000",
    document=PHONE.id,
    quote="At least 14 came in by midnight.",
    value=bounded(Bound.AT_LEAST, 14, None, "at least 14"),
    scope=FIRE_SCOPE,
    source=Source("Dr Inna Vesk", role="surgeon", person="Inna Vesk"),
    said_at="2031-06-08T23:10:00+00:00",
    status=ClaimStatus.ACCEPTED,
    note="Asked twice.",
)

QUESTION_ID = "q1-ferrytessaly"

PART_ID = "q1-ferrychildren"


def relation(left: Claim, right: Claim, kind: RelationKind, why: str, *, rule: str = "", **more: object) -> Relation:
    """A relation inside the question of the ferry."""
    made = Relation(left.id, right.id, kind, rule or f"{kind.value}.rule", why, QUESTION_ID, QUESTION_ID)
    return replace(made, **more)  # type: ignore[arg-type]


LOSSES = "“the losses” are taken to be deaths"

CHILDREN_QUESTION = Question(
    id=PART_ID,
    title="How many of the passengers killed on the ferry Tessaly were children?",
    kind=Kind.NUMBER,
    scope=CHILDREN.scope,
    claims=(CHILDREN.id,),
    accounts=(Account("A", "o-union", "Deckhands’ Union", (CHILDREN.id,), (CHILDREN.id,)),),
    relations=(),
    status=QuestionStatus.SINGLE_ORIGIN,
    whole=QUESTION_ID,
)

FERRY = Question(
    id=QUESTION_ID,
    title="How many passengers were killed in the fire on the ferry Tessaly off Port Sall on 7 June 2031?",
    kind=Kind.NUMBER,
    scope=FIRE_SCOPE,
    claims=tuple(one.id for one in (UP_TO, BULLET, NINE, UNION, ISLAND, DOCTOR, UNION_NOW, SECRETARY)),
    accounts=(
        Account("A", "o-harbour", "Harbour Authority", (NINE.id,), (NINE.id,)),
        Account(
            "B",
            "o-union",
            "Deckhands’ Union",
            (UNION.id, UNION_NOW.id, SECRETARY.id),
            (UNION_NOW.id, SECRETARY.id),
        ),
        Account("C", "o-island", "island committee of Oru", (ISLAND.id,), (ISLAND.id,)),
        Account("D", "o-officials", "Officials, not named", (UP_TO.id,), (UP_TO.id,)),
        Account("E", "o-doctor", "Dr Inna Vesk", (DOCTOR.id,), (DOCTOR.id,)),
    ),
    relations=(
        relation(NINE, UNION_NOW, RelationKind.CONFLICT, "9 and 25 are exact counts.", assumptions=(LOSSES,)),
        relation(NINE, ISLAND, RelationKind.CONFLICT, "9 and 32 are exact counts.", assumptions=(LOSSES,)),
        relation(NINE, UP_TO, RelationKind.COMPATIBLE, "9 is within “up to 25”."),
        relation(NINE, DOCTOR, RelationKind.CONFLICT, "9 is below “at least 14”."),
        relation(UNION_NOW, ISLAND, RelationKind.CONFLICT, "25 and 32 are exact counts."),
        relation(UNION_NOW, UP_TO, RelationKind.COMPATIBLE, "25 is the ceiling itself."),
        relation(UNION_NOW, DOCTOR, RelationKind.COMPATIBLE, "25 is not below “at least 14”."),
        relation(UP_TO, ISLAND, RelationKind.CONFLICT, "32 is above “up to 25”."),
        relation(UNION, UNION_NOW, RelationKind.REVISION, "The union later gave 25 in place of 21."),
        relation(BULLET, UP_TO, RelationKind.DRIFT, "The bullet says 25 where the text says “up to 25”."),
        relation(
            UNION,
            CHILDREN,
            RelationKind.PART_OF,
            "The four children are counted among the 21 passengers.",
            right_question=PART_ID,
        ),
    ),
    status=QuestionStatus.CONTESTED,
    event_id="e1-tessaly",
)

HURT = Question(
    id="q1-ferryinjured",
    title="How many people were injured in the fire on the ferry Tessaly?",
    kind=Kind.NUMBER,
    scope=replace(FIRE_SCOPE, attribute="injured"),
    claims=("c1-hurt00000000",),
    accounts=(Account("A", "o-hospital", "St Osk hospital", ("c1-hurt00000000",), ("c1-hurt00000000",)),),
    relations=(),
    status=QuestionStatus.SINGLE_ORIGIN,
    event_id="e1-tessaly",
)

HURT_CLAIM = Claim(
    id="c1-hurt00000000",
    document=PHONE.id,
    quote="We treated 40.",
    value=exact(40),
    scope=HURT.scope,
    source=Source("St Osk hospital"),
    status=ClaimStatus.ACCEPTED,
)

ALL_CLAIMS = (NINE, UP_TO, BULLET, UNION, UNION_NOW, SECRETARY, ISLAND, CHILDREN, DOCTOR)

HISTORY = (
    HistoryEntry("2031-06-08T07:00:00+00:00", "ingest", count=6),
    HistoryEntry("2031-06-08T23:15:00+00:00", "add", "J. Quill", DOCTOR.id, count=1),
    HistoryEntry("2031-06-09T12:00:00+00:00", "resolve"),
)


def ferry(**more: object) -> Dossier:
    """A contested count with a revision, a headline that goes too far, a part, a private source and a ceiling."""
    made = Dossier(
        question=FERRY,
        claims={one.id: one for one in ALL_CLAIMS},
        documents={one.id: one for one in (GAZETTE, TRIBUNE, PHONE)},
        revision=4,
        changed_at="2031-06-09T12:00:00+00:00",
        parts=(CHILDREN_QUESTION,),
        event=(HURT,),
        history=HISTORY,
        sources={
            "Dr Inna Vesk": SourceNote(label="a surgeon at the hospital"),
            "Harbour Authority": SourceNote(kind="port operator", party=True),
            "Deckhands’ Union": SourceNote(kind="trade union"),
        },
        created_run=1,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def listed() -> Listed:
    """A question with one claim only: it stands on the index without a page."""
    return Listed(HURT, HURT_CLAIM, PHONE, 2, "2031-06-08T23:15:00+00:00", created_run=2)
