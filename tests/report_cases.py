"""Invented dossiers for the page tests: one function for each state in which a question can be.

No place, body, ship or person in them exists.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from report_ferry import ALL_CLAIMS, HISTORY, ISLAND, NINE, QUESTION_ID, bounded, exact, ferry, listed

from reconcile.model import (
    Account,
    Bound,
    Claim,
    ClaimStatus,
    Document,
    Kind,
    Modality,
    Question,
    QuestionStatus,
    Relation,
    RelationKind,
    Scope,
    Source,
    Stance,
    Value,
    Verdict,
    VerdictKind,
)
from reconcile.report.views import Dossier, HistoryEntry, SilentInput, SiteData, Struck


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
