"""Ids of questions: kept while claims join, led on by aliases after merges and splits."""

from __future__ import annotations

from resolve_cases import claim, resolved

from reconcile.resolve import Desk, aliases


def test_an_id_stays_when_claims_join() -> None:
    """A question keeps its id when a second and a third source speak."""
    first = claim("9", "police", question="the dam")
    (before,) = resolved([first])
    later = [
        claim("12", "union", document="d2", question="the dam"),
        claim("14", "mayor", document="d3", question="the dam"),
    ]
    ingested = {each.id: place for place, each in enumerate([first, *later])}
    (after,) = resolved([*later, first], desk=Desk(joined={first.id: before.id}, ingested=ingested))
    assert after.id == before.id
    assert after.claims[0] == first.id


def test_of_two_questions_that_merge_the_older_id_stays_and_the_other_leads_to_it() -> None:
    """A link to the younger question still works."""
    one, other = claim("9", "police", question="the dam"), claim("12", "union", document="d2", question="the dyke")
    before = {question.claims[0]: question.id for question in resolved([one, other])}
    from dataclasses import replace

    renamed = replace(other, question="the dam")
    desk = Desk(joined=before, ingested={one.id: 0, other.id: 1})
    after = resolved([one, renamed], desk=desk)
    assert [question.id for question in after] == [before[one.id]]
    assert aliases(before, after) == {before[other.id]: before[one.id]}


def test_of_a_question_that_is_split_the_earliest_claim_keeps_the_id() -> None:
    """The part without the earliest claim gets a new id; nothing leads astray."""
    from dataclasses import replace

    one, other = claim("9", "police", question="the dam"), claim("12", "union", document="d2", question="the dam")
    (together,) = resolved([one, other])
    moved = replace(other, question="the dyke")
    desk = Desk(joined=dict.fromkeys(together.claims, together.id), ingested={one.id: 0, other.id: 1})
    after = resolved([one, moved], desk=desk)
    assert after[0].id == together.id
    assert after[1].id != together.id
    assert aliases(dict.fromkeys(together.claims, together.id), after) == {}


def test_questions_come_in_the_order_in_which_their_first_claims_arrived() -> None:
    """The order of the answer does not depend on the order in which claims are handed over."""
    claims = [claim("9", "police", document=f"d{number}", question=f"event {number}") for number in range(5)]
    desk = Desk(ingested={each.id: place for place, each in enumerate(claims)})
    assert resolved(claims, desk=desk) == resolved(claims[::-1], desk=desk)
    assert [question.claims[0] for question in resolved(claims[::-1], desk=desk)] == [each.id for each in claims]
