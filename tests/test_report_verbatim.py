"""The words to copy of a legal status, a cause or a state: the printed passage, its denial and doubt marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from report_cases import simple
from report_ferry import exact

from reconcile.extract.evidence import STATED
from reconcile.model import Claim, Document, Kind, Modality, Source, Span, Stance, Value
from reconcile.report.headline import figures_line
from reconcile.report.moments import Wall, zone_of
from reconcile.report.runs import plain
from reconcile.report.sentence import sentence
from reconcile.report.sheet import Sheet, lay_out
from reconcile.report.views import Dossier

PAPER = Document(
    id="d1-paper",
    outlet="Tarn Echo",
    published="2031-05-02",
    text=(
        "A worn cable may have caused the fall, engineers believe. The lift firm denied that the cabin was overfull. "
        "The guard, Pol Astrin, was detained on Monday but had not been charged, the sheriff said. "
        "“Nobody is accused,” the mayor said. Ash Holm, head of the firm, was arrested."
    ),
)
NAMELESS = replace(PAPER, id="d1-nameless", outlet=None, published=None)


def told(
    quote: str,
    words: str,
    source: str | None,
    *,
    document: Document = PAPER,
    stance: Stance = Stance.ASSERTS,
    modality: Modality = Modality.STATED,
) -> Dossier:
    """A question with one statement in words, read from the paper."""
    made = simple("told", "What is said?", [Value(Kind.TEXT, words=words)], document=document)
    (claim,) = made.claims.values()
    start = (document.text or "").find(quote)
    claim = replace(
        claim,
        quote=quote,
        span=Span(start, start + len(quote)) if start >= 0 else None,
        source=Source(source) if source else None,
        stance=stance,
        modality=modality,
        evidence=(STATED,),
    )
    return _with(made, [claim])


def _with(made: Dossier, claims: list[Claim]) -> Dossier:
    ids = tuple(claim.id for claim in claims)
    title = claims[0].source.name if claims[0].source else PAPER.outlet or ""
    account = replace(made.question.accounts[0], title=title, claims=ids, standing=ids)
    kind = claims[0].value.kind
    scope = replace(made.question.scope, attribute=kind.value)
    question = replace(made.question, kind=kind, scope=scope, claims=ids, accounts=(account,))
    return replace(made, question=question, claims={claim.id: claim for claim in claims})


def laid(made: Dossier) -> Sheet:
    """The dossier as its page lays it out."""
    return lay_out(made, Wall(zone_of("UTC")))


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (
            told("worn cable may have caused the fall", "worn cable", "engineers", modality=Modality.POSSIBLE),
            "Engineers said, as a possibility, Tarn Echo reported on 2 May 2031: “A worn cable may have caused the "
            "fall, engineers believe”.",
        ),
        (
            told("the cabin was overfull", "overfull", "lift firm", stance=Stance.DENIES),
            "The lift firm said, as a denial, Tarn Echo reported on 2 May 2031: “The lift firm denied that the cabin "
            "was overfull”.",
        ),
        (
            told("Pol Astrin, was detained", "detained", "sheriff"),
            "The sheriff said, Tarn Echo reported on 2 May 2031: “The guard, Pol Astrin, was detained on Monday but "
            "had not been charged, the sheriff said”.",
        ),
        (
            told("Nobody is accused", "accused", "mayor", stance=Stance.DENIES),
            "The mayor said, as a denial, Tarn Echo reported on 2 May 2031: “‘Nobody is accused,’ the mayor said”.",
        ),
        (
            told("Ash Holm, head of the firm, was arrested", "arrested", None),
            "Tarn Echo reported on 2 May 2031: “Ash Holm, head of the firm, was arrested”.",
        ),
        (
            told("was arrested", "arrested", None, modality=Modality.UNCONFIRMED),
            "Tarn Echo reported as unconfirmed on 2 May 2031: “Ash Holm, head of the firm, was arrested”.",
        ),
        (
            told("was arrested", "arrested", None, document=NAMELESS),
            "An article (outlet not stated) says: “Ash Holm, head of the firm, was arrested”.",
        ),
        (
            told("Firm chief held", "arrested", "Ila Morn, clerk"),
            "Ila Morn, clerk, said, Tarn Echo reported on 2 May 2031: “Firm chief held”.",
        ),
        (
            told("", "a worn cable", "engineers", document=Document(id="d1-bare")),
            "Engineers said: “a worn cable”.",
        ),
    ],
)
def test_a_statement_is_copied_in_its_printed_words(made: Dossier, line: str) -> None:
    """The sentence quotes the passage, marks denial and doubt, and has neither a stray space nor an empty clause."""
    found = sentence(laid(made), made.question)
    assert found is not None
    assert plain(found) == line


def test_nothing_is_said_where_there_are_no_words() -> None:
    """A claim without a quotation and without words gives no sentence."""
    made = told("", "", "engineers", document=Document(id="d1-bare"))
    assert sentence(laid(made), made.question) is None


def test_a_day_that_is_not_known_is_left_out() -> None:
    """ "Yesterday" in an undated article is no date to copy."""
    made = told("was arrested", "arrested", None)
    (claim,) = made.claims.values()
    unknown = replace(claim, id="c1-unknown", value=Value(Kind.DATE, words="yesterday"), evidence=())
    known = replace(unknown, id="c1-known", value=Value(Kind.DATE, date(2031, 5, 1), date(2031, 5, 1), words="1 May"))
    assert sentence(laid(_with(made, [unknown])), made.question) is None
    both = _with(made, [unknown, known])
    found = sentence(laid(both), both.question)
    assert found is not None
    assert plain(found) == "Tarn Echo reported on 2 May 2031 that the date was 1 May 2031."


def test_detained_is_not_told_without_not_charged() -> None:
    """A row of the index gives what one source says and what it denies, and doubt with it."""
    made = told("Pol Astrin, was detained", "detained", "sheriff")
    (claim,) = made.claims.values()
    denied = replace(claim, id="c1-no", value=Value(Kind.TEXT, words="charged"), stance=Stance.DENIES)
    both = _with(made, [claim, denied])
    assert plain(figures_line(laid(both), both.question)) == "not charged (sheriff) – detained (sheriff)"
    (account,) = both.question.accounts
    replaced = replace(both, question=replace(both.question, accounts=(replace(account, standing=(claim.id,)),)))
    assert plain(figures_line(laid(replaced), replaced.question)) == "not charged (sheriff) – detained (sheriff)"
    doubt = told("worn cable", "worn cable", "engineers", modality=Modality.POSSIBLE)
    assert plain(figures_line(laid(doubt), doubt.question)) == "possibly worn cable (engineers)"


def test_who_is_counted_stands_only_where_the_claim_counts_them() -> None:
    """One claim about pupils makes no pupils of the people that the others count."""
    made = simple("toll", "How many people were killed?", [exact(9), exact(12)])
    pupils = replace(made.question.scope, population="pupils")
    _, other = made.claims
    claims = {**made.claims, other: replace(made.claims[other], scope=pupils)}
    made = replace(made, claims=claims, question=replace(made.question, scope=pupils))
    found = sentence(laid(made), made.question)
    assert found is not None
    assert plain(found) == (
        "Office 1 said nine were killed and Office 2 said 12 were killed, Sall Gazette reported on 1 July 2031."
    )
