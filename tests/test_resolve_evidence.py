"""The evidence for one question: every kind of it has its points, and no claim is too odd to be weighed."""

from __future__ import annotations

import ast
from dataclasses import replace
from itertools import product
from pathlib import Path

from resolve_cases import article, claim, pairs, quoted, resolved

from reconcile.model import Measure, Stance
from reconcile.resolve.questions import signs
from reconcile.resolve.questions.points import POINTS

SOURCE = Path(signs.__file__).read_text(encoding="utf-8")


def test_every_kind_of_evidence_has_points() -> None:
    """A name that a function yields stands in the table, and every name of the table is yielded somewhere."""
    functions = [node for node in ast.parse(SOURCE).body if isinstance(node, ast.FunctionDef)]
    yields = [node.value for function in functions for node in ast.walk(function) if isinstance(node, ast.Yield)]
    names = {
        part.value
        for each in yields
        if isinstance(each, ast.Tuple)
        for part in ast.walk(each.elts[0])
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }
    used = {name for name in names if name not in ("", "age", "count", "date", "time", "text")}
    assert used == set(POINTS)


def test_claims_of_one_named_question_may_differ_in_everything_else() -> None:
    """One name joins deaths, shares, sums and days; nothing fails, and what cannot be compared is not."""
    words = ("9", "about 40 percent", "£3m", "12 km", "90 minutes", "20 years old", "dozens", "none", "-4 °C")
    attributes = ("deaths", "injured", "age", None, "turnout")
    claims = [
        claim(each, f"source {number}", document=f"d{number % 4}", attribute=attribute, question="the dam")
        for number, (each, attribute) in enumerate(product(words, attributes))
    ]
    claims[3] = replace(claims[3], stance=Stance.DENIES, former=True)
    claims[7] = replace(claims[7], scope=replace(claims[7].scope, measure=Measure.CHANGE))
    found = resolved(claims)
    assert len(found) == 1
    assert len(pairs(found)) > 0


def test_unnamed_claims_that_join_a_named_question_are_weighed_with_all_its_members() -> None:
    """A machine-read claim beside claims that only a name holds together does no harm."""
    document = article("raid", "The raid on Dashtak killed 21 people, police said. Officials put the dead at 30.")
    read = quoted(document, "killed 21 people", "21", "police", counted="people")
    other = quoted(document, "put the dead at 30", "30", "Officials", counted="people")
    named = [replace(read, id="n1", question="Dashtak"), claim("5", "mayor", attribute="injured", question="Dashtak")]
    found = resolved([read, other, *named], [document])
    assert {each.id for each in (read, other, *named)} == {each for question in found for each in question.claims}
