"""What people judge holds transitively, and what contradicts it is refused with the chain that causes it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.model import Judgement, Level
from reconcile.resolve.judgements.contradictions import contradiction, in_words, said_already
from reconcile.resolve.judgements.judged import Classes, Judged, judged_of, told_by, united


def said(line: str, number: int = 0) -> Judgement:
    """A judgement from a line: "a = b", "a ≠ b", "a conflict b"; "Q …" on questions, "E …" on events."""
    words = line.split()
    levels = {"Q": Level.QUESTION, "E": Level.EVENT}
    level = levels.get(words[0], Level.CLAIM)
    left, sign, right = words[-3:]
    word = {"=": "same", "≠": "different"}.get(sign, sign)
    return Judgement(f"j{number}", word, (left,), (right,), level, "Ida Lund", "2031-03-02T10:00:00+00:00")


def entered(lines: str) -> list[Judgement]:
    """Judgements from lines that commas part, numbered from 1."""
    return [said(line, number) for number, line in enumerate(lines.split(", "), 1)] if lines else []


FITS = [
    ("", "a = b"),
    ("a = b", "b = c"),
    ("a = b, c = d", "b ≠ c"),
    ("a ≠ b, b ≠ c", "a = c"),
    ("a = b", "a conflict b"),
    ("a ≠ b", "a scope b"),
    ("a ≠ b", "E a = b"),
    ("E a ≠ b", "a ≠ b"),
    ("E a ≠ b", "a part_of b"),
]


@pytest.mark.parametrize(("before", "new"), FITS)
def test_what_fits_is_taken(before: str, new: str) -> None:
    """Nothing tells against a judgement that no chain of others contradicts."""
    assert contradiction(said(new), entered(before)) == ()


REFUSED = [
    ("a = b", "a ≠ b", "a=b"),
    ("a ≠ b", "b = a", "b≠a"),
    ("a = b, b ≠ c", "a = c", "a=b b≠c"),
    ("a = b, b = c", "a ≠ c", "a=b b=c"),
    ("a = b, c = d, b ≠ d", "a = c", "a=b b≠d d=c"),
    ("a = b, b = c, c = d, d = e", "a ≠ e", "a=b b=c c=d d=e"),
    ("a = b, b = c, a = c", "a ≠ c", "a=c"),
    ("a conflict b", "a ≠ b", "a=b"),
    ("a conflict b", "a agree b", "a=b"),
    ("a revision b", "b revision a", "a=b"),
    ("a part_of b", "a = b", "a≠b"),
    ("a scope b", "a conflict b", "a≠b"),
    ("Q a = b", "a ≠ b", "a=b"),
    ("Q a ≠ b", "a = b", "a≠b"),
    ("E a ≠ b", "a = b", "a≠b"),
    ("E a ≠ b", "Q a = b", "a≠b"),
    ("E a ≠ b, E b = c", "a = c", "a≠b b=c"),
    ("a = b, b = c", "E a ≠ c", "a=b b=c"),
]


@pytest.mark.parametrize(("before", "new", "chain"), REFUSED)
def test_a_contradiction_comes_with_its_chain(before: str, new: str, chain: str) -> None:
    """The shortest chain of judgements that tells against the new one, step by step from its first claim."""
    found = contradiction(said(new), entered(before))
    assert " ".join(f"{step.left}{'=' if step.same else '≠'}{step.right}" for step in found) == chain
    assert all(step.judgement for step in found)


def test_a_chain_is_told_in_one_line() -> None:
    """Each step with the id, the name and the moment of the judgement behind it."""
    found = contradiction(said("a = c"), entered("a = b, b ≠ c"))
    assert in_words(found) == (
        "a = b (j1, Ida Lund, 2031-03-02T10:00:00+00:00), b ≠ c (j2, Ida Lund, 2031-03-02T10:00:00+00:00)"
    )


def test_two_questions_are_not_joined_over_claims_that_were_put_apart() -> None:
    """A question stands for its claims as they are when it is judged; single claims may still be joined."""
    before = entered("x ≠ y")
    questions = {"a": "q1", "x": "q1", "b": "q2", "y": "q2"}
    found = contradiction(said("Q a = b"), before, questions=questions)
    assert [(step.left, step.right, step.same, step.place) for step in found] == [
        ("a", "x", True, "q1"),
        ("x", "y", False, ""),
        ("y", "b", True, "q2"),
    ]
    assert contradiction(said("a = b"), before, questions=questions) == ()


@pytest.mark.parametrize(
    ("before", "new", "again"),
    [
        ("a = b", "b = a", True),
        ("a = b", "Q a = b", False),
        ("a conflict b", "a conflict b", True),
        ("a revision b", "b revision a", False),
        ("a = b, b = c", "a = c", False),
    ],
)
def test_what_was_said_already(before: str, new: str, again: bool) -> None:
    """The same word on the same two claims; what only follows from others may be said in so many words."""
    assert bool(said_already(said(new), entered(before))) is again


CLAIMS = [f"c{number}" for number in range(9)]
ENTRIES = st.lists(
    st.tuples(st.sampled_from(CLAIMS), st.sampled_from("=≠"), st.sampled_from(CLAIMS)).filter(lambda e: e[0] != e[2]),
    max_size=40,
)


@settings(max_examples=400, deadline=None)
@given(ENTRIES)
def test_judgements_hold_transitively_and_every_contradiction_is_refused(entries: list[tuple[str, str, str]]) -> None:
    """Against a plain table of classes: what is taken, what is refused, and that each chain proves what it says."""
    taken: list[Judgement] = []
    group = {claim: {claim} for claim in CLAIMS}
    apart: list[tuple[str, str]] = []
    for number, (left, sign, right) in enumerate(entries):
        new = said(f"{left} {sign} {right}", number)
        mine, theirs = group[left], group[right]
        foes = any({group[a] is mine, group[b] is theirs} == {True} for a, b in apart)
        refused = (foes and mine is not theirs) if sign == "=" else mine is theirs
        chain = contradiction(new, taken)
        assert bool(chain) is refused
        if refused:
            assert [chain[0].left, chain[-1].right] == [left, right]
            assert all(one.right == other.left for one, other in pairwise(chain))
            assert [step.same for step in chain].count(False) == (sign == "=")
            assert {step.judgement.id for step in chain if step.judgement} <= {each.id for each in taken}
            continue
        taken.append(new)
        if sign == "=":
            mine |= theirs
            group.update(dict.fromkeys(theirs, mine))
        else:
            apart += [(left, right), (right, left)]
    judged = judged_of(taken, CLAIMS)
    classes = Classes(judged.together)
    assert all((classes.of(a) == classes.of(b)) is (group[a] is group[b]) for a in CLAIMS for b in CLAIMS)


def test_a_claim_that_no_longer_counts_still_holds_others_together() -> None:
    """Where a = b and b = c, a and c stay one when b is withdrawn."""
    assert judged_of(entered("a = b, b = c"), ["a", "c"]).together == (("a", "c"),)


def test_a_question_is_found_by_its_first_claim_that_counts() -> None:
    """When the claim with which a question began is withdrawn, the next one stands for it."""
    told = Judgement("j1", "same", ("a", "x"), ("b",), Level.QUESTION)
    assert judged_of([told], ["a", "x", "b"]).questions == (("a", "b"),)
    assert judged_of([told], ["x", "b"], frozenset("a")).questions == (("x", "b"),)
    assert judged_of([told], ["x", "b"]).questions == ()
    assert judged_of([told], ["a", "x"], frozenset("b")).questions == ()


UNITED = [
    ("ax by", "Q a = b", "axby"),
    ("ax by c", "Q a = b, Q b = c", "axbyc"),
    ("ax by", "Q a = b, x ≠ y", "axb y"),
    ("ax byz", "Q a = b, x ≠ y, y = z", "axb yz"),
    ("ax by", "Q a = b, x ≠ b", "aby x"),
    ("ax by c", "Q a = c", "axc by"),
    ("a bd c", "Q a = b, Q c = d, a ≠ c", "ab cd"),
    ("a bx c", "Q a = b, Q c = x, a ≠ c", "ab cx"),
]


@pytest.mark.parametrize(("groups", "judgements", "after"), UNITED)
def test_questions_that_are_one_are_united_as_far_as_nothing_stays_apart(
    groups: str, judgements: str, after: str
) -> None:
    """The claims that the program grouped come along, but none beside a claim that a person put apart from it."""
    judged = judged_of(entered(judgements), [claim for claim in groups if claim != " "])
    found = united([list(group) for group in groups.split()], judged.questions, judged.apart, judged.together)
    assert sorted("".join(sorted(group)) for group in found) == sorted("".join(sorted(g)) for g in after.split())


def test_without_judgements_nothing_is_asked() -> None:
    """A desk that judged nothing costs nothing."""
    assert judged_of([], ["a"]) == Judged()


def test_a_relation_names_who_stated_it() -> None:
    """The sentence that stands on pages and in exports."""
    told = Judgement("j1", "conflict", ("a",), ("b",), Level.CLAIM, "Ida Lund", "2031-03-02T10:00:00+00:00", "one crew")
    assert told_by(told) == "Ida Lund says that the two cannot both be true (2031-03-02): “one crew”"
