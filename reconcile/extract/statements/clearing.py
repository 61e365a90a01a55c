"""Whom a case no longer or never was about: charges that were dropped, people who are witnesses only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.extract.statements.statuswords import CHARGES, FINITE, NOT_ACCUSED
from reconcile.extract.statements.stepclauses import Clause, by_law, chain_before, low_at, object_end, with_subject
from reconcile.extract.words.phrases import BE, DETERMINERS, PREPOSITIONS, closes, verbal
from reconcile.extract.words.tokens import Token


def dropped(words: Sequence[Token], index: int) -> Iterator[Clause]:
    """ "The charges against X were dropped", "dropped all charges against X", "the fraud charge had been dropped"."""
    behind = next((i for i in range(index + 1, min(index + 6, len(words))) if words[i].low in CHARGES), None)
    if behind is not None:
        chain = chain_before(words, index)
        if chain is not None and low_at(words, behind + 1) == "against" and by_law(words, index):
            stop = object_end(words, behind + 2)
            yield Clause("charges dropped", (behind + 2, stop), index, behind, chain[1], active=True)
        return
    chain = chain_before(words, index)
    if chain is None or not {word.low for word in words[chain[0] : index]} & FINITE:
        return
    start = chain[0]
    if words[start - 1].low == "it":
        yield from _it_was(words, start - 1, index, chain[1])
        return
    head = next((i for i in range(start - 1, max(-1, start - 10), -1) if words[i].low in CHARGES), None)
    if head is None or any(closes(word) or verbal(word) for word in words[head + 1 : start]):
        return
    person = (head + 2, start) if low_at(words, head + 1) == "against" else (head, head)
    if person[0] == person[1] and not _charge_alone(words, head, start):
        return
    yield Clause("charges dropped", person, index, index, chain[1], active=True)


def _it_was(words: Sequence[Token], it: int, index: int, denied: bool) -> Iterator[Clause]:
    """ "The case against her was dropped; the court says it never was": the case of the clause before."""
    heads = [i for i in range(it - 2) if words[i].low in CHARGES and words[i + 1].low == "against"]
    if heads:
        stop = object_end(words, heads[-1] + 2)
        person = (heads[-1] + 2, stop) if stop < it else (heads[-1] + 2, heads[-1] + 3)
        yield Clause("charges dropped", person, index, index, denied, active=True)


def _charge_alone(words: Sequence[Token], head: int, stop: int) -> bool:
    """Whether "the charge" is that of the person of whom the text has told, and no case of anybody else."""
    first = head
    while (
        first > 0
        and words[first - 1].word
        and words[first - 1].low not in PREPOSITIONS
        and not verbal(words[first - 1])
    ):
        first -= 1
        if words[first].low in DETERMINERS:
            break
    return head + 1 == stop and words[first].low in {"the", "all", "his", "her", "that"}


def uninvolved(words: Sequence[Token], index: int) -> Iterator[Clause]:
    """ "X is only a witness", "is a witness and nothing more", "is not a suspect", "is not accused of any crime"."""
    low = words[index].low
    behind = " ".join(word.low for word in words[index + 1 : index + 5])
    if low == "accused":
        chain = chain_before(words, index)
        if chain is not None and chain[1] and NOT_ACCUSED.match(behind):
            yield from with_subject(words, index, index + 2, "not accused", False)
        return
    be = next((i for i in range(index - 1, max(-1, index - 6), -1) if words[i].low in BE), None)
    between = [word.low for word in words[be + 1 : index]] if be is not None else []
    if be is None or not between or between[-1] not in {"a", "as"} or set(between) - _BESIDE_WITNESS:
        return
    if low == "suspect":
        if ("not" in between or between[:2] == ["no", "longer"]) and "as" not in between:
            yield from with_subject(words, be, index, "not accused", False)
    elif {"not", "no"}.isdisjoint(between) and not behind.startswith(("to ", "of ", "who ", "that ")):
        nothing_more = _ONLY & set(between) or behind.startswith(("and nothing", "and no more", "only", "in the case"))
        if nothing_more or "as" in between:
            yield from with_subject(words, be, index, "witness", False)


_ONLY = frozenset("only just merely simply".split())


_BESIDE_WITNESS = _ONLY | frozenset("a as being treated regarded considered not no longer still currently now".split())
