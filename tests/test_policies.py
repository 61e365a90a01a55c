"""What codebooks would record of a question, by our reading of them: figures, and what each rests on."""

from __future__ import annotations

import pytest

from reconcile.model import Account, Claim, Document, Kind, Question, QuestionStatus, Scope, Source, Stance, Value
from reconcile.policies import POLICIES, Case, Recorded, Standing, case_of, claim_it
from reconcile.values import parse

GRADES = {"the coroner": "A", "a blogger": "E"}
STANDING = Standing(frozenset({"the rebels"}), frozenset({"the Ember Front"}), GRADES)
BY_NAME = {policy.name: policy for policy in POLICIES}


def case(told: str, attribute: str = "deaths") -> Case:
    """A question from lines such as "the ministry 3 May: 9", one account each; "~" before a figure denies it."""
    claims: dict[str, Claim] = {}
    documents: dict[str, Document] = {}
    accounts = []
    for number, line in enumerate(told.split("; ")):
        who, figure = line.split(": ")
        source, _, day = who.rpartition(" on ") if " on " in who else (who, "", "")
        id, letter = f"c{number}", "ABCDEFGH"[number]
        stance = Stance.DENIES if figure.startswith("~") else Stance.ASSERTS
        claims[id] = Claim(id, id, figure, parse(figure.removeprefix("~")), source=Source(source), stance=stance)
        documents[id] = Document(id, published=f"2031-05-{int(day):02d}" if day else None)
        accounts.append(Account(letter, source, source, (id,), (id,)))
    kind = next(iter(claims.values())).value.kind if claims else Kind.NUMBER
    question = Question(
        "q", "How many?", kind, Scope(attribute=attribute), tuple(claims), tuple(accounts), (), QuestionStatus.OPEN
    )
    return case_of(question, claims, documents, STANDING)


def recorded(policy: str, told: str, attribute: str = "deaths") -> Recorded:
    """What a policy records of such lines."""
    return BY_NAME[policy].apply(case(told, attribute))


THREE = "the ministry on 3: 9; the council on 3: 25; the rebels on 3: 32"


@pytest.mark.parametrize(
    ("policy", "told", "words"),
    [
        ("gtd-2017", THREE, "9"),
        ("gtd-2017", "the ministry on 3: 9; the council on 4: 25; the rebels on 5: 32", "25"),
        ("gtd-2017", "the ministry on 3: 9; the council on 3: 25; the hospital on 3: 25", "25"),
        ("gtd-2017", "the rebels on 3: 32", "32"),
        ("gtd-2017", "the Ember Front on 3: 40; the ministry on 2: at least 11", "11"),
        ("gtd-2017", "a blogger on 4: 60; the ministry on 3: 12", "12"),
        ("gtd-2017", "the ministry on 3: dozens", "blank"),
        ("gtd-2017", "the ministry on 3: up to 25", "blank"),
        ("gtd-2017", "the ministry: 9; the council on 4: 25", "9"),
        ("gtd-2017", "the ministry on 3: ~9; the council on 3: 25", "25"),
        ("acled-2024", THREE, "9"),
        ("acled-2024", "the ministry on 3: dozens; the council on 3: 40", "12"),
        ("acled-2024", "the ministry on 3: tens", "10"),
        ("acled-2024", "the ministry on 3: hundreds", "100"),
        ("acled-2024", "the ministry on 3: several", "3"),
        ("acled-2024", "the ministry on 3: up to 25; the council on 3: at least 14", "14"),
        ("acled-2024", "the ministry on 3: up to 25", "nothing"),
        ("ucdp-19.1", THREE, "9–25"),
        ("ucdp-19.1", "the ministry on 3: 9; the coroner on 3: 11; the council on 3: 25", "9–25, best 11"),
        ("ucdp-19.1", "the ministry on 3: 9; a blogger on 3: 70", "9"),
        ("ucdp-19.1", "the rebels on 3: 32", "32"),
        ("range", THREE, "9–32"),
        ("range", "the ministry on 3: about 40; the council on 3: 44", "40–44"),
        ("range", "the ministry on 3: 12", "12"),
        ("confirmed-only", THREE, "nothing"),
        ("confirmed-only", THREE + "; the hospital on 4: 25", "25"),
        ("confirmed-only", "the ministry on 3: 9; the council on 3: 25; the union: 9; the church: 25", "9, 25"),
    ],
)
def test_a_policy_records_the_figure_of_its_codebook(policy: str, told: str, words: str) -> None:
    """Each codebook's rule, by our reading of it, on the standing figures of a question."""
    assert recorded(policy, told).words == words


@pytest.mark.parametrize(
    ("policy", "attribute", "words"),
    [
        ("gtd-2017", "injured", "9"),
        ("gtd-2017", "displaced", "does not apply"),
        ("acled-2024", "injured", "does not apply"),
        ("ucdp-19.1", "arrested", "does not apply"),
        ("range", "displaced", "9–32"),
    ],
)
def test_a_codebook_records_only_its_own_matter(policy: str, attribute: str, words: str) -> None:
    """A codebook of deaths says nothing of arrests; a range can be made of any figures."""
    assert recorded(policy, THREE, attribute).words == words


def test_the_trace_names_each_rule_and_the_claims_it_used_or_set_aside() -> None:
    """What was set aside, what was more recent, what decided: one line each, with the claims."""
    steps = recorded("gtd-2017", THREE).steps
    assert [(step.rule, step.used, step.aside) for step in steps] == [
        ("Set aside as claims of those who did it: C (the rebels).", (), ("c2",)),
        ("Most recent: 2031-05-03.", ("c0", "c1"), ()),
        ("Several equally recent, none with most sources behind it: the lowest.", ("c0",), ("c1",)),
    ]


def test_a_range_is_told_without_the_parties_too() -> None:
    """Who is a party to the event is left out once more, beside the full range."""
    assert recorded("range", THREE).why == (
        "Lowest: A (the ministry); highest: C (the rebels). Without the parties to the event: 9–25."
    )


@pytest.mark.parametrize("policy", list(BY_NAME))
def test_nothing_is_made_of_nothing(policy: str) -> None:
    """Where nobody gives a figure, none is recorded, and nought is not put in its place."""
    empty = BY_NAME[policy].apply(Case("deaths", Kind.NUMBER, ()))
    assert (empty.low, empty.high, empty.best) == (None, None, None)
    assert empty.words in ("blank", "nothing")


@pytest.mark.parametrize("policy", list(BY_NAME))
def test_no_figure_is_recorded_that_no_source_gave(policy: str) -> None:
    """Every end of what is recorded is an end that a source gave: nothing is averaged or split."""
    told = recorded(policy, "the ministry on 3: 9; the council on 3: 14 to 20; the union on 2: at least 12")
    assert {told.low, told.high, told.best} <= {None, 9, 14, 20, 12}


def test_who_claims_responsibility_is_known_by_the_own_words() -> None:
    """A group that says that it did it is set aside as the perpetrator; one that is merely accused is not."""

    def said(source: str, culprit: str) -> Claim:
        scope = Scope(attribute="responsibility")
        return Claim(culprit, "d", culprit, Value(Kind.TEXT, words=culprit), scope, source=Source(source))

    assert claim_it([said("the Ember Front", "the Ember Front"), said("the ministry", "the Rust Brigade")]) == {
        "the Ember Front"
    }
