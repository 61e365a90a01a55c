"""Origins and accounts: one source under several names, copies, outlets' own voices, letters."""

from __future__ import annotations

from dataclasses import replace

import pytest
from resolve_cases import article, between, claim, pairs, quoted, resolved

from reconcile.model import Account, Claim, Document, DocumentKind, Question
from reconcile.resolve import Desk


def accounts(
    claims: list[Claim], documents: list[Document] | None = None, desk: Desk | None = None
) -> tuple[Account, ...]:
    """The accounts of the one question that some claims answer."""
    (question,) = resolved(claims, documents or [], desk)
    return question.accounts


def one_question(*sources: str | None, documents: tuple[str, ...] = ()) -> list[Claim]:
    """Claims of several sources on one question, each with a figure of its own."""
    places = documents or ("d1",) * len(sources)
    return [
        claim(str(10 + number), source, document=place, question="the dam")
        for number, (source, place) in enumerate(zip(sources, places, strict=True))
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the town council of Orvo", "Lena Moss, head of Orvo’s town council"),
        ("Defence Ministry", "a ministry spokesman"),
        ("Defence Ministry", "the Defense Ministry"),
        ("highway police", "Lt. Ivo Brandt of the highway police"),
        ("drivers’ union", "union president Lotta Kern"),
        ("district administration", "district magistrate Anil Rao"),
        ("Marit Solheim", "Solheim"),
        ("prosecutor Anna Weiss", "Anna Weiss"),
        ("Halden Mining, the operator", "Halden Mining"),
        ("Halden Mining, the operator", "the operator"),
    ],
)
def test_one_source_under_two_names_is_one_account(first: str, second: str) -> None:
    """A body, the people who speak for it and the bare word for it are one origin."""
    assert len(accounts(one_question(first, second))) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Defence Ministry", "Health Ministry"),
        ("police", "fire service"),
        ("insurgents", "officials"),
        ("Karsk hospital", "Orvo hospital"),
        ("Marit Solheim", "Jonas Solheim"),
    ],
)
def test_two_sources_stay_two_accounts(first: str, second: str) -> None:
    """Nothing is merged by guess."""
    assert len(accounts(one_question(first, second))) == 2


def test_a_bare_word_that_fits_two_bodies_is_neither() -> None:
    """Beside a health and a defence ministry, "the ministry" stays an account of its own."""
    assert len(accounts(one_question("Defence Ministry", "Health Ministry", "ministry"))) == 3


def test_officials_of_two_articles_are_not_one_source() -> None:
    """ "Officials" are the same within one article only."""
    assert len(accounts(one_question("officials", "officials", documents=("d1", "d2")))) == 2
    assert len(accounts(one_question("officials", "officials", documents=("d1", "d1")))) == 1


def test_a_press_release_speaks_for_its_body() -> None:
    """What a body publishes itself and what a paper quotes from it are one account."""
    release = Document(id="d1", outlet="Halden Mining S.A.", kind=DocumentKind.RELEASE)
    paper = Document(id="d2", outlet="Karsk Post")
    claims = one_question(None, "Halden Mining", documents=("d1", "d2"))
    assert len(accounts(claims, [release, paper])) == 1


def test_outlets_of_one_family_are_one_voice_and_unmapped_ones_are_not() -> None:
    """An outlet that is not in the desk's map is its own family."""
    papers = [Document(id="d1", outlet="Karsk Post"), Document(id="d2", outlet="Orvo Post")]
    claims = one_question(None, None, documents=("d1", "d2"))
    assert len(accounts(claims, papers)) == 2
    mapped = Desk(families={"Karsk Post": "Post group", "Orvo Post": "Post group"})
    assert len(accounts(claims, papers, mapped)) == 1


def test_the_desk_can_say_that_two_names_are_one_source() -> None:
    """An alias of the desk joins names that share no word."""
    claims = one_question("Quillfish Brigade", "the northern rebels")
    assert len(accounts(claims)) == 2
    assert len(accounts(claims, desk=Desk(aliases={"the northern rebels": "Quillfish Brigade"}))) == 1


def test_a_passage_that_two_outlets_print_is_counted_once() -> None:
    """Near-identical sentences in two outlets' own voices are a copy, and one account."""
    words = "A crane came down on the quay at Orvo on Monday morning, and six dockers who stood below it were hurt."
    one = article("d1", words, title="Crane falls at Orvo", outlet="Karsk Post")
    other = article("d2", words + " Work has stopped.", title="Orvo crane hurts six", outlet="Tornby Herald")
    left = quoted(one, "six dockers who stood below it were hurt", "6", attribute="injured", counted="dockers")
    right = quoted(other, "six dockers who stood below it were hurt", "6", attribute="injured", counted="dockers")
    found = resolved([left, right], [one, other])
    assert between(found, left, right) == "copy"
    assert [len(question.accounts) for question in found] == [1]


def test_two_outlets_that_quote_one_source_in_their_own_words_agree() -> None:
    """The same figure of the same source in two independent reports is a repetition, not a copy."""
    claims = one_question("port authority", "port authority", documents=("d1", "d2"))
    claims[1] = replace(claims[1], value=claims[0].value)
    assert between(resolved(claims), *claims) == "agree"


def test_a_shared_wire_makes_a_copy() -> None:
    """One agency passed both on, so it is one report."""
    claims = [
        replace(each, via=("Meridian Wire",)) for each in one_question("police", "police", documents=("d1", "d2"))
    ]
    claims[1] = replace(claims[1], value=claims[0].value)
    assert between(resolved(claims), *claims) == "copy"


def letters(question: Question) -> dict[str, str]:
    """The letters of a question's accounts by their titles."""
    return {account.title: account.letter for account in question.accounts}


def test_letters_follow_arrival_and_are_never_given_again() -> None:
    """A new origin gets the next letter, also where the holder of an earlier one has gone."""
    police, union, mayor = one_question("police", "union", "mayor")
    (first,) = resolved([police, union])
    assert letters(first) == {"police": "A", "union": "B"}
    given = {(first.id, account.origin): account.letter for account in first.accounts}
    joined = dict.fromkeys(first.claims, first.id)
    desk = Desk(letters=given, joined=joined, ingested={police.id: 0, union.id: 1, mayor.id: 2})
    (later,) = resolved([police, mayor], desk=desk)
    assert letters(later) == {"police": "A", "mayor": "C"}


def test_an_account_holds_its_newest_figure_and_keeps_the_older_ones() -> None:
    """The standing claim is the last one; all claims stay in the order in which they were said."""
    early = claim("9", "police", said="2031-03-01", question="the dam")
    late = claim("14", "police", document="d2", said="2031-03-02", question="the dam")
    (account,) = accounts([late, early])
    assert (account.claims, account.standing) == ((early.id, late.id), (late.id,))


def test_no_relation_joins_a_claim_with_itself_and_none_stands_twice() -> None:
    """Spelt out claim by claim, every pair stands once."""
    sources = ("police", "police", "union", "union", None, "mayor")
    claims = one_question(*sources, documents=("d1", "d2", "d1", "d3", "d2", "d4"))
    claims = [replace(each, value=claims[number // 2].value) for number, each in enumerate(claims)]
    assert len(pairs(resolved(claims))) == 15
