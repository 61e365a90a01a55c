"""Very many claims on one thing: none is lost, none stands twice, and the work does not explode."""

from __future__ import annotations

import random

from resolve_cases import article, pairs, quoted, resolved

from reconcile.model import Claim, Document


def flood(reports: int, figures: int) -> tuple[list[Claim], list[Document]]:
    """So many reports of one wreck, each with so many figures by sources of its own."""
    chance = random.Random(11)
    claims, documents = [], []
    for number in range(reports):
        told = [chance.randint(1, 900) for _ in range(figures)]
        words = " ".join(f"Post {place} counted {figure} sailors killed." for place, figure in enumerate(told))
        text = f"The barque Aurelia broke up off Helmsund on Sunday. {words}"
        published = f"2031-03-0{2 + number % 5}T{number % 24:02d}:00:00Z"
        document = article(f"d{number}", text, title="Barque Aurelia breaks up", published=published)
        documents.append(document)
        claims += [
            quoted(document, f"{figure} sailors killed", str(figure), f"Post {place}", counted="sailors")
            for place, figure in enumerate(told)
        ]
    return claims, documents


def test_a_thousand_claims_on_one_wreck_are_all_kept() -> None:
    """Each claim stands in one question, each pair once, and there are hardly more relations than claims."""
    claims, documents = flood(100, 12)
    found = resolved(claims, documents)
    held = [each for question in found for each in question.claims]
    assert sorted(held) == sorted(each.id for each in claims)
    assert sum(len(question.relations) for question in found) < 5 * len(claims)
    assert len(pairs(found)) > 0


def test_the_order_of_very_many_claims_makes_no_difference() -> None:
    """Also where not all pairs are compared, the groups depend on the claims alone."""
    claims, documents = flood(60, 6)
    turned = resolved(list(reversed(claims)), list(reversed(documents)))
    groups = {frozenset(question.claims) for question in resolved(claims, documents)}
    assert groups == {frozenset(question.claims) for question in turned}
