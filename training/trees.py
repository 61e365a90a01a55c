"""Who says what in a dependency tree: the rule by which GUM becomes lessons.

A cue is a verb of our table that governs a clause ("said that …"), is itself set into what it reports ("…, he
said"), or has an object; or it is "according to". The source is its subject, with an apposition; the content what it
governs. A cue takes its auxiliaries and the adverbs around it along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gum import Tree

from reconcile.extract.trained.stances import CLASSES
from reconcile.extract.voices.cues import SPEAKERS
from reconcile.model import Span

QUOTES = frozenset("“”\"'‘’«»") | {"''", "``"}
_OPEN_ENDS = frozenset("()%$")
_LONGEST_ASIDE = 25
_SAYERS = frozenset("he she they who people".split())


@dataclass(frozen=True, slots=True)
class Saying:
    """An attribution as word numbers; `sure` tells whether it is one beyond doubt."""

    source: list[int]
    cue: list[int]
    content: list[int]
    sure: bool


def sayings(tree: Tree) -> Iterator[Saying]:
    """The attributions of a sentence, sure or not."""
    for number, word in tree.items():
        if word.low == "according":
            yield from _according(tree, number)
        elif word.low in CLASSES and word.broad == "VERB" and word.relation != "amod":
            passive = any(tree[k].relation in {"nsubj:pass", "aux:pass"} for k in word.below)
            yield from _passive(tree, number) if passive else _active(tree, number)


def spans(tree: Tree, numbers: Iterable[int]) -> list[Span]:
    """Word numbers as spans of the text, one for each run."""
    found: list[Span] = []
    last = None
    for number in sorted(numbers):
        if last == number - 1:
            found[-1] = Span(found[-1].start, tree[number].end)
        else:
            found.append(Span(tree[number].start, tree[number].end))
        last = number
    return found


def below(tree: Tree, number: int) -> set[int]:
    """A word and all that hangs on it."""
    found, left = set(), [number]
    while left:
        here = left.pop()
        found.add(here)
        left += tree[here].below
    return found


def trimmed(tree: Tree, numbers: Iterable[int]) -> list[int]:
    """Without the marks around it; quotation marks stay where both do."""
    kept = sorted(numbers)
    while kept and _loose(tree, kept[0]):
        kept = kept[1:]
    while kept and _loose(tree, kept[-1]):
        kept = kept[:-1]
    if sum(_quote(tree, number) for number in kept) == 1:
        kept = kept[1:] if _quote(tree, kept[0]) else kept[:-1] if _quote(tree, kept[-1]) else kept
    return kept


def _quote(tree: Tree, number: int) -> bool:
    return tree[number].mark and tree[number].form in QUOTES


def _loose(tree: Tree, number: int) -> bool:
    return tree[number].mark and tree[number].form not in _OPEN_ENDS and not _quote(tree, number)


def _according(tree: Tree, number: int) -> Iterator[Saying]:
    name = tree[number].head
    main = tree[name].head if name else 0
    if not main or tree[number].relation != "case":
        return
    phrase, words = below(tree, name), {number, *tree[number].below}
    source = _bare(tree, phrase - words)
    content = trimmed(tree, below(tree, main) - phrase)
    if source and content:
        yield Saying(source, sorted(words), content, True)


def _passive(tree: Tree, number: int) -> Iterator[Saying]:
    agent = next((k for k in tree[number].below if tree[k].relation == "obl:agent"), None)
    if agent is None:
        return
    by = {k for k in tree[agent].below if tree[k].relation == "case"}
    source = _bare(tree, below(tree, agent) - by)
    told = [k for k in tree[number].below if tree[k].relation in {"nsubj:pass", "ccomp", "xcomp"}]
    content = trimmed(tree, set().union(*(below(tree, k) for k in told)) - set(source)) if told else []
    if source and content:
        yield Saying(source, sorted({*_cue(tree, number, None), *by}), content, True)


def _active(tree: Tree, number: int) -> Iterator[Saying]:
    name = CLASSES[tree[number].low]
    told, clause = _told(tree, number, name)
    if not told or name == "noun":
        return
    source = _source(tree, number)
    told -= set(source)
    cue = _cue(tree, number, min((k for k in told if k > number), default=None))
    content = trimmed(tree, told - set(cue))
    if content:
        stance = name in {"speak", "act", "mentions", "denies", "think", "says"} and _speaker(tree, source)
        yield Saying(source, cue, content, clause or name in {"says", "denies"} or stance)


def _told(tree: Tree, number: int, name: str) -> tuple[set[int], bool]:
    """What a verb reports, and whether that is a clause."""
    word = tree[number]
    clauses = [k for k in word.below if tree[k].relation == "ccomp"]
    aside = word.relation == "parataxis" and not clauses and name in {"says", "speak", "think", "finds", "show"}
    if aside and _subject(tree, number) and len(below(tree, number)) < _LONGEST_ASIDE:
        return below(tree, word.head) - below(tree, number), False
    found = set()
    for each in word.below:
        relation = tree[each].relation
        if (
            relation in {"ccomp", "xcomp"}
            or (relation == "obj" and not clauses)
            or (relation == "parataxis" and each > number and not clauses and name in {"says", "speak"})
        ):
            found |= below(tree, each)
    return found, bool(clauses)


def _subject(tree: Tree, number: int) -> int | None:
    """The subject of a verb: its own, that of the verb it is joined to, or the noun that a participle belongs to."""
    word = tree[number]
    own = next((k for k in word.below if tree[k].relation == "nsubj"), None)
    if own is not None or not word.head:
        return own
    if word.relation in {"conj", "xcomp"} or (word.relation == "advcl" and word.low.endswith("ing")):
        return _subject(tree, word.head)
    return word.head if word.relation == "acl" else None


def _bare(tree: Tree, numbers: Iterable[int]) -> list[int]:
    kept = sorted(numbers)
    while kept and tree[kept[0]].mark:
        kept = kept[1:]
    while kept and tree[kept[-1]].mark and tree[kept[-1]].form not in ')”"':
        kept = kept[:-1]
    return kept


def _source(tree: Tree, number: int) -> list[int]:
    """The subject; with the comma that ends an apposition before the verb."""
    subject = _subject(tree, number)
    if subject is None or subject == number:
        return []
    found = _bare(tree, below(tree, subject) - (below(tree, number) if tree[number].relation == "acl" else set()))
    glossed = any(tree[k].relation in {"appos", "acl:relcl", "acl"} for k in tree[subject].below)
    if found and glossed and found[-1] < number and found[-1] + 1 in tree and tree[found[-1] + 1].form == ",":
        found.append(found[-1] + 1)
    return found


def _speaker(tree: Tree, source: list[int]) -> bool:
    """Whether a source can be one by its head: a name, a person, a body."""
    if not source:
        return False
    head = next((k for k in source if tree[k].head not in source), source[-1])
    return tree[head].low in SPEAKERS | _SAYERS or tree[head].broad == "PROPN"


def _cue(tree: Tree, number: int, stop: int | None) -> list[int]:
    """A verb with its auxiliaries and adverbs, and the short adverbials between it and what it reports."""
    own = {number}
    for each in tree[number].below:
        relation = tree[each].relation
        if (each < number and relation in {"aux", "aux:pass", "cop", "advmod"}) or relation == "compound:prt":
            own.add(each)
    first = last = number
    while first - 1 in own:
        first -= 1
    while last + 1 in own:
        last += 1
    for each in sorted(k for k in tree[number].below if k > last):
        words = sorted(below(tree, each))
        if words[0] == last + 1 and _adverbial(tree, number, each, words) and (stop is None or words[-1] < stop):
            last = words[-1]
    return list(range(first, last + 1))


def _adverbial(tree: Tree, verb: int, number: int, words: list[int]) -> bool:
    relation = tree[number].relation
    if relation not in {"advmod", "obl:tmod", "obl:unmarked", "obl"} or tree[verb].low in {"told", "tell", "tells"}:
        return False
    whole = words == list(range(words[0], words[-1] + 1)) and len(words) <= 6
    return whole and (relation != "obl" or tree[words[0]].low in {"in", "at", "during", "on"})
