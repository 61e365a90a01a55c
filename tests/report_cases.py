"""Invented dossiers for the page tests: one function for each state in which a question can be.

No place, body, ship or person in them exists.
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
    Modality,
    Question,
    QuestionStatus,
    Relation,
    RelationKind,
    Scope,
    Section,
    Source,
    Span,
    Stance,
    Value,
    Verdict,
    VerdictKind,
)
from reconcile.report.views import Dossier, HistoryEntry, Listed, SilentInput, SiteData, SourceNote, Struck

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


def simple(
    id_: str,
    title: str,
    values: list[Value],
    *,
    status: QuestionStatus = QuestionStatus.CONTESTED,
    attribute: str = "deaths",
    claim: dict[str, object] | None = None,
    document: Document | None = None,
) -> Dossier:
    """A question whose accounts hold these values, all typed in, one account each."""
    held = document or Document(
        id=f"d1-{id_}", outlet="Sall Gazette", title="A short report", published="2031-07-01", lang="en"
    )
    claims = [
        replace(
            Claim(
                id=f"c1-{id_}{place}",
                document=held.id,
                quote=f"the figure was {value.words}",
                value=value,
                scope=Scope(attribute=attribute),
                source=Source(f"Office {place + 1}"),
                status=ClaimStatus.ACCEPTED,
            ),
            **(claim or {}),  # type: ignore[arg-type]
        )
        for place, value in enumerate(values)
    ]
    question = Question(
        id=f"q1-{id_}",
        title=title,
        kind=values[0].kind if values else Kind.NUMBER,
        scope=Scope(attribute=attribute),
        claims=tuple(one.id for one in claims),
        accounts=tuple(
            Account(letters(place), f"o-{place}", f"Office {place + 1}", (one.id,), (one.id,))
            for place, one in enumerate(claims)
        ),
        relations=tuple(
            Relation(
                left.id,
                right.id,
                RelationKind.CONFLICT,
                "number.apart",
                "No figure fits both.",
                f"q1-{id_}",
                f"q1-{id_}",
            )
            for place, left in enumerate(claims)
            for right in claims[place + 1 :]
            if status is QuestionStatus.CONTESTED
        ),
        status=status,
    )
    return Dossier(question, {one.id: one for one in claims}, {held.id: held}, 5, "2031-07-02T09:00:00+00:00")


def letters(place: int) -> str:
    """A, B … Z, AA, AB …"""
    first, second = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


def _verdict(kind: VerdictKind, **more: object) -> Verdict:
    made = Verdict(QUESTION_ID, kind, "J. Quill", "2031-06-10T08:00:00+00:00", "Both lists were compared by name.")
    return replace(made, **more)  # type: ignore[arg-type]


def settled() -> Dossier:
    """A question on which an editor has decided, after leaving it open once."""
    verdicts = (
        _verdict(VerdictKind.UNRESOLVED, note="Waiting for the list of passengers.", at="2031-06-09T20:00:00+00:00"),
        _verdict(VerdictKind.SETTLED, value=exact(25), would_settle="The coroner’s list"),
    )
    return ferry(verdicts=verdicts)


def on_hold() -> Dossier:
    """A question that an editor holds back."""
    hold = _verdict(VerdictKind.HOLD, note="Families are not told yet.", review_by="2031-06-12")
    return ferry(verdicts=(hold,))


def all_accepted() -> Dossier:
    """Every figure accepted: the sentence may be copied."""
    claims = {one.id: replace(one, status=ClaimStatus.ACCEPTED) for one in ALL_CLAIMS}
    return ferry(claims=claims)


def struck_through() -> Dossier:
    """One claim withdrawn, one corrected."""
    gone = replace(ISLAND, id="c1-gone00000000", status=ClaimStatus.WITHDRAWN, value=exact(40), quote="")
    return ferry(
        claims={**{one.id: one for one in ALL_CLAIMS}, gone.id: replace(gone, span=None)},
        withdrawn=(gone.id,),
        struck=(Struck(NINE.id, "2031-06-09T10:00:00+00:00", exact(6), None, "J. Quill", "Misread at first"),),
        history=(*HISTORY, HistoryEntry("2031-06-09T10:30:00+00:00", "withdraw", "J. Quill", gone.id, "Wrong ship")),
    )


def one_article() -> Dossier:
    """Two accounts in one article of which neither date nor address is known."""
    bare = Document(id="d1-bare00000000", outlet="Sall Gazette", text="The mayor said 3 died. The guild said 5 died.")
    made = simple("onearticle", "How many died in the mill fire?", [exact(3), exact(5)], document=bare)
    return made


def many_accounts(amount: int = 60) -> Dossier:
    """More accounts than cards."""
    return simple(
        f"many{amount}", f"What did {amount} offices count?", [exact(place * 3 + 1) for place in range(amount)]
    )


RTL = "قال المتحدث إن ٢٥ شخصا قتلوا"
LONG_WORD = "Donau" + "dampfschiff" * 36


def states() -> dict[str, Dossier]:
    """Every state that a page must be able to show, by name."""
    text = Value(Kind.TEXT, words="an electrical fault")
    other_text = Value(Kind.TEXT, words="a lamp knocked over")
    age = bounded(Bound.RANGE, 20, 29, "in his 20s", kind=Kind.AGE, unit="year")
    denied = simple("denied", "How many were killed in the raid at Oru mill?", [exact(32), exact(9)])
    first = denied.question.claims[0]
    claims = {**denied.claims, first: replace(denied.claims[first], stance=Stance.DENIES)}
    rtl = Document(
        id="d1-rtl000000000", outlet="صحيفة", text=f"{RTL}.\nThe mayor said 3.", lang="ar", published="2031-07-01"
    )
    days = [
        Value(Kind.DATE, date(2031, 6, 6), date(2031, 6, 6), Bound.EXACT, None, "6 June"),
        Value(Kind.DATE, date(2031, 6, 9), date(2031, 6, 9), Bound.EXACT, None, "9 June"),
    ]
    agreed = QuestionStatus.AGREED
    return {
        "contested": ferry(),
        "settled": settled(),
        "hold": on_hold(),
        "accepted": all_accepted(),
        "struck": struck_through(),
        "one article": one_article(),
        "one account": simple("single", "How many boats sank?", [exact(4)], status=QuestionStatus.SINGLE_ORIGIN),
        "agreed": simple("agreed", "How many houses burned?", [exact(12), exact(12, "a dozen")], status=agreed),
        "no quotation": simple("noquote", "How many sheep drowned?", [exact(7), exact(8)], claim={"quote": ""}),
        "dead link": simple(
            "deadlink",
            "How many lamps were stolen?",
            [exact(7), exact(8)],
            document=Document(id="d1-deadlink0000", outlet="Sall Gazette", url="javascript:void(1)"),
        ),
        "unit missing": simple(
            "nounit", "How large was the spill?", [exact(5, kind=Kind.NUMBER), exact(6)], attribute="spill"
        ),
        "units": simple(
            "units", "How far did the boat drift?", [exact(10, unit="km"), exact(9, unit="mile")], attribute="distance"
        ),
        "emptied": replace(simple("empty", "How many ropes were cut?", []), withdrawn=()),
        "seven": many_accounts(7),
        "sixty": many_accounts(60),
        "zero": simple("zero", "How many were arrested?", [exact(0, "nobody"), exact(3)], attribute="arrested"),
        "negative": simple(
            "negative", "How cold was it?", [exact(-12, unit="°C"), exact(4, unit="°C")], attribute="cold"
        ),
        "huge": simple(
            "huge",
            "What will the sea wall cost?",
            [exact(10**12, "a trillion", kind=Kind.MONEY, unit="USD"), exact(2 * 10**6, kind=Kind.MONEY, unit="USD")],
            attribute="cost",
        ),
        "percent": simple(
            "percent",
            "What share was burned?",
            [exact("12.5", kind=Kind.PERCENT, unit="percent"), exact(40, kind=Kind.PERCENT, unit="percent")],
            attribute="share",
        ),
        "words": simple("words", "What started the mill fire?", [text, other_text], attribute="cause"),
        "dates": simple("dates", "When did the mill burn?", days, attribute="date"),
        "age": simple(
            "age",
            "How old was the pilot?",
            [exact(20, kind=Kind.AGE, unit="year"), age],
            attribute="age",
            status=QuestionStatus.COMPATIBLE,
        ),
        "shapes": simple(
            "shapes",
            "How many came to the fair?",
            [
                exact(3000),
                bounded(Bound.ABOUT, 2500, 2500, "about 2,500"),
                bounded(Bound.RANGE, 1800, 2200, "1,800 to 2,200"),
                bounded(Bound.AT_LEAST, 2600, None, "at least 2,600"),
                bounded(Bound.UP_TO, None, 4000, "up to 4,000"),
                bounded(Bound.ORDER, 2000, 9999, "thousands"),
            ],
            attribute="attendance",
            status=QuestionStatus.OPEN,
        ),
        "denied": replace(denied, claims=claims),
        "unconfirmed": simple(
            "soft",
            "How many were missing?",
            [exact(3), exact(5)],
            attribute="missing",
            claim={"modality": Modality.POSSIBLE},
        ),
        "right to left": simple(
            "rtl", f"كم عدد القتلى in Oru? {RTL}", [exact(25), exact(3)], document=rtl, claim={"source": Source(RTL)}
        ),
        "long word": simple(
            "long",
            f"How many {LONG_WORD}?",
            [exact(1), exact(2)],
            claim={"source": Source(LONG_WORD), "quote": LONG_WORD, "note": LONG_WORD},
        ),
    }


def site(**more: object) -> SiteData:
    """A site with every state, a listed question and a merged one."""
    found = {dossier.question.id: dossier for dossier in states().values()}
    made = SiteData(
        dossiers=tuple(found.values()),
        listed=(listed(),),
        aliases={"q1-oldferry0000": QUESTION_ID},
        run=5,
        changed_at="2031-07-02T09:00:00+00:00",
        documents=12,
        claims=90,
        audit_head="sha256:0f1e2d3c",
        silent=(SilentInput("feeds/tribune.jsonl", "2031-06-20T00:00:00+00:00"),),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def small_site(dossier: Dossier | None = None) -> SiteData:
    """A site with one page and one listed question."""
    return SiteData(
        dossiers=(dossier or ferry(),),
        listed=(listed(),),
        run=4,
        changed_at="2031-06-09T12:00:00+00:00",
        documents=3,
        claims=10,
    )
