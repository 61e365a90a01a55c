"""Ways of naming a source without a reporting verb and its subject: "according to", "citing", "X's figure of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.extract.names.naming import Naming, name_after, speaks, subject_before
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import (
    AMBIGUOUS,
    FIGURE_NOUNS,
    MESSAGES,
    SELF,
    VERBS,
    Force,
)
from reconcile.extract.words.phrases import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONTRASTS,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    verbal,
)
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import human

_OBJECTS = {"him": "he", "her": "she", "them": "they"}


_MADE = frozenset("released published issued compiled provided posted collected prepared presented supplied".split())
_GOT = frozenset("obtained seen leaked reviewed cited kept held viewed examined".split())


_MADE_OR_GOT = _MADE | _GOT


def _author(words: Sequence[Token], found: tuple[Naming, int], bounds: Bounds) -> tuple[Naming, int]:
    """The author of "records released by the ministry"; of "records obtained by the daily" the records themselves."""
    naming, after = found
    if after + 1 >= bounds.stop or words[after].low != "by":
        return found
    if words[after - 1].low not in _MADE_OR_GOT:
        return (Naming(naming.words[:-1], naming.gloss), after) if _done(naming) else found
    by = name_after(words, after + 1, bounds.stop)
    if by is None or not speaks(by[0]):
        return found
    if words[after - 1].low in _MADE:
        return by
    return (Naming(naming.words[:-1], naming.gloss), by[1]) if _done(naming) else (naming, by[1])


def _done(naming: Naming) -> bool:
    """Whether a name ends in what was done to it: "minutes kept", "a list signed"."""
    low = naming.words[-1].low
    return (
        len(naming.words) > 1
        and not naming.words[-1].capital
        and (low in _MADE_OR_GOT or low in {"read", "written"} or low.endswith("ed"))
    )


_ADVERBS_OR_CONTRASTS_OR_AND = ADVERBS | CONTRASTS | {"and", "that"}


def according(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    start = index + 2 if words[index].low == "according" else index + 1
    if words[index].low == "according" and (start > bounds.stop - 1 or words[index + 1].low != "to"):
        return
    as_per = index > 0 and words[index - 1].low == "as"
    if words[index].text == "Per" and index + 1 < bounds.stop and words[index + 1].capital and index > bounds.start:
        return  # a given name
    if words[index].low == "per" and not as_per and (index == 0 or words[index - 1].text not in ",—–"):
        return
    found = name_after(words, start, bounds.stop)
    if not found or (found[0].pronoun or "") in SELF:
        return
    naming, after = _author(words, found, bounds)
    if len(naming.words) == 1 and naming.words[0].low in _OBJECTS:
        naming = Naming((naming.words[0]._replace(low=_OBJECTS[naming.words[0].low]),))
    initial = not any(w.word and w.low not in _ADVERBS_OR_CONTRASTS_OR_AND for w in words[bounds.start : index])
    if initial and naming.gloss and after >= bounds.stop - 1:  # what looked like an apposition is what is said
        after = next(i for i in range(start, bounds.stop) if words[i] is naming.words[-1]) + 1
        naming = Naming(naming.words)
    opened = index > bounds.start and words[index - 1].text == ","
    more = after < bounds.stop - 2 and words[after].text == "," and words[after + 1].low not in _WHO
    inner = opened and index > 1 and words[index - 2].low in {"that", "including", "while", "and", "but"}
    inner = inner or (index > 1 and words[index - 1].low == "that")
    left = None if initial or inner else (bounds.start, index)
    right = (after, bounds.stop) if initial or inner or more else None
    yield Cue(index, start - 1, naming, index, left, right, Force.SAYS, initial or inner)


_WHO = frozenset("which who whose".split())


_PREPOSITIONS_OR_CLOSE = PREPOSITIONS | {"close", "familiar", "briefed"}


def _cited(naming: Naming) -> bool:
    """Whether a name can be what is cited: data, findings, or people of any sort ("friends of the family")."""
    ends = _PREPOSITIONS_OR_CLOSE
    of = next((i for i, w in enumerate(naming.words) if i and w.low in ends), len(naming.words))
    return naming.words[-1].low in _MESSAGES_OR_PROOF or bool(human(naming.words[of - 1].low))


_PROOF = frozenset("results findings evidence tests accounts testimony testimonies calculations sources".split())
"""Nouns for what is cited, besides what somebody put out."""


def citing(words: Sequence[Token], index: int, bounds: Bounds, before: list[Cue]) -> Iterator[Cue]:
    found = name_after(words, index + 1, bounds.stop)
    if not found or not (speaks(found[0]) or _cited(found[0])):
        return
    naming, after = found
    earlier = before[-1] if before else None
    if earlier:
        yield Cue(
            index,
            index,
            naming,
            index,
            earlier.left,
            earlier.right,
            Force.SAYS,
            earlier.leading,
            earlier.naming,
            aside=True,
        )
        return
    verb = next((i for i in range(after, min(after + 8, bounds.stop)) if words[i].low in VERBS), None)
    if index == bounds.start or (not words[index - 1].word and words[index - 1].text != ","):
        shared = subject_before(words, verb, after) if verb is not None else None
        right = (verb + 1 if verb is not None else after, bounds.stop)
        yield Cue(
            index, index, naming, index, None, right, Force.SAYS, True, shared.naming if shared else None, aside=True
        )
        return
    subject = subject_before(words, index, bounds.start) if words[index - 1].text != "," else None
    if index > bounds.start and words[index - 1].text == ",":
        subject = subject_before([*words[: index - 1], words[index]], index - 1, bounds.start)
    relay = subject.naming if subject else None
    right = (verb + 1, bounds.stop) if verb is not None else (after, bounds.stop)
    left = (bounds.start, subject.begin) if subject and _stated(words[bounds.start : subject.begin]) else None
    yield Cue(index, index, naming, index, left, right, Force.SAYS, True, relay, aside=True)


def _stated(words: Sequence[Token]) -> bool:
    """Whether something is stated, rather than the office of who is named behind: "the governor, Ada Holm, citing"."""
    return len(words) > 1 and any(verbal(w) or w.text[0].isdigit() or w.low in NUMERALS for w in words)


def arrives_at(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "The union arrives at a far higher number: 1,600"."""
    near = [word.low for word in words[index + 1 : index + _NEAR]]
    subject = subject_before(words, index, bounds.start)
    if near[:1] == ["at"] and not FIGURE_NOUNS.isdisjoint(near) and subject and speaks(subject.naming):
        yield Cue(index, index, subject.naming, subject.begin, None, (index + 1, bounds.stop), Force.FINDS, True)


_NEAR = 8
"""Words behind "arrives at" among which the figure is called one."""
_PLACES = frozenset("city town county state country district province region municipality village".split())
"""Owners of which a figure may be about rather than from: "the city's count has risen, the mayor said"."""
_PRONOUN_OF = {"her": "she", "his": "he", "its": "it", "their": "they"}


_COUNTERS = frozenset("police government ministry union army military hospital council opposition rebel rebels".split())


def _compound_owner(words: Sequence[Token], index: int, bounds: Bounds) -> bool:
    """ "the city police estimate was 24,000": the police."""
    before = words[max(bounds.start, index - 4) : index]
    return before[-1].low in _COUNTERS and any(w.low == "the" for w in before)


_VERDICTS = frozenset("wrong fantasy false nonsense exaggerated rubbish misleading untrue inflated fiction".split())


def _judged(words: Sequence[Token], noun: int, here: int) -> bool:
    """Whether a figure was called wrong before a colon: "the Crown's estimate was fantasy: it was worth 900"."""
    return words[here].text == ":" and not _VERDICTS.isdisjoint(w.low for w in words[noun:here])


_AUXILIARIES_OR_OF = AUXILIARIES | {"of", ":", "for", "that", "stands", "stood", "puts", "rose", "climbed"}
_CONTRASTS_OR_AND = CONTRASTS | {"and", "that", "not"}


def owned_figure(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "the ministry's figure of 9", "the port's own count is 61"."""
    owner = next((i for i in range(index - 1, max(bounds.start, index - 4) - 1, -1) if owns(words[i])), None)
    if index > bounds.start + 1 and words[index - 1].low in _PRONOUN_OF and words[index - 2].low == "by":
        pronoun = words[index - 1]._replace(low=_PRONOUN_OF[words[index - 1].low])
        yield Cue(index, index, Naming((pronoun,)), index - 2, None, (index + 1, bounds.stop), Force.FINDS, True)
        return
    if owner is None and index > bounds.start + 2 and words[index - 1].low == "whose":
        yield from _whose(words, index, bounds)
        return
    if owner is None and (whose := _theirs(words, index, bounds)) is not None:
        stop = _figure_stop(words, index, bounds)
        yield Cue(index, index, whose, index - 1, None, (index, stop), Force.FINDS, True)
        return
    if owner is None and _compound_owner(words, index, bounds):
        owner = index - 1
    if owner is None and index + 3 < bounds.stop and words[index + 1].low == "by":
        yield from _figure_by(words, index, bounds)
        return
    if owner is None or index + 1 >= bounds.stop or any(_parts(word) for word in words[owner + 1 : index]):
        return
    follower = words[index + 1].low
    if follower == "that" and words[index].low in VERBS and owner != index - 1:
        return  # "the farmers' league estimates that"
    if follower not in _AUXILIARIES_OR_OF:
        return
    start = owner
    while (
        start > bounds.start
        and words[start - 1].word
        and words[start - 1].low not in PREPOSITIONS
        and not verbal(words[start - 1])
        and words[start - 1].low not in _CONTRASTS_OR_AND
        and (words[start - 1].low not in VERBS or words[start - 1].low in AMBIGUOUS)
    ):
        start -= 1
    naming = Naming(tuple(words[start : owner + 1]))
    if not speaks(naming) or (naming.words[0].low in {"its", "his", "her", "their", "our", "my"} and owner == start):
        return
    if words[owner].low.removesuffix("'s") in _PLACES and follower != "of":
        return
    stop = _figure_stop(words, index, bounds)
    yield Cue(index, index, naming, start, None, (index, stop), Force.FINDS, True)


def _whose(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "The fire service, whose count stood at 17, …": its figure, up to the next mark."""
    stop = index - 2 if words[index - 2].text == "," else index - 1
    found = subject_before([*words[:stop], words[index]], stop, bounds.start)
    if found is not None and speaks(found.naming):
        yield Cue(
            index, index, found.naming, index, None, (index, _clause_end(words, index, bounds)), Force.FINDS, True
        )


def _theirs(words: Sequence[Token], index: int, bounds: Bounds) -> Naming | None:
    """The owner of "Its figure of 29 leaves out the cooks", where a clause begins with it."""
    own = index - 1 if words[index - 1].low != "own" else index - 2
    if own < bounds.start or words[own].low not in _PRONOUN_OF:
        return None
    clause = own == bounds.start or words[own - 1].low in _CONTRASTS_OR_AND or not words[own - 1].word
    if not clause or index + 2 >= bounds.stop or words[index + 1].low != "of" or not words[index + 2].text[0].isdigit():
        return None
    return Naming((words[own]._replace(low=_PRONOUN_OF[words[own].low]),))


def _figure_stop(words: Sequence[Token], index: int, bounds: Bounds) -> int:
    """Where what the owner of a figure says ends."""
    for here in range(index + 2, bounds.stop):
        ends = words[here].text in ",;" or _judged(words, index, here) or words[here].low in CONTRASTS
        if ends or _next_verb(words, index, here):
            return here
    return bounds.stop


_BE_OR_OF = BE | {"of", "stands"}


def _figure_by(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "The count by the lifeboat crew is 12"."""
    found = name_after(words, index + 2, bounds.stop)
    if found and speaks(found[0]) and found[1] < bounds.stop and words[found[1]].low in _BE_OR_OF:
        right = (found[1], _clause_end(words, found[1], bounds))
        yield Cue(index, index + 1, found[0], index, None, right, Force.FINDS, True)


_DETERMINERS_OR_PUT = DETERMINERS | {"put", "puts"}


def _parts(word: Token) -> bool:
    """Whether a word ends the phrase of an owner: "the port's director put the number of drowned at 14"."""
    return word.low in _DETERMINERS_OR_PUT or (word.low in VERBS and word.low not in AMBIGUOUS)


def _clause_end(words: Sequence[Token], start: int, bounds: Bounds) -> int:
    return next(
        (i for i in range(start, bounds.stop) if words[i].text in ",;" or words[i].low in CONTRASTS), bounds.stop
    )


def relayed(words: Sequence[Token], index: int, bounds: Bounds) -> Iterator[Cue]:
    """ "A diplomat, relaying what she had been told by the clinic, spoke of nine": the clinic, passed on by her."""
    if index < bounds.start + 2 or words[index - 1].text != "," or words[index + 1].low != "what":
        return
    by = next((i for i in range(index + 2, min(index + _NEAR, bounds.stop)) if words[i].low in {"by", "from"}), None)
    found = name_after(words, by + 1, bounds.stop) if by is not None else None
    subject = subject_before([*words[: index - 1], words[index]], index - 1, bounds.start)
    if by is None or found is None or subject is None or not speaks(found[0]):
        return
    verb = next((i for i in range(found[1], min(found[1] + _NEAR, bounds.stop)) if words[i].low in VERBS), None)
    if verb is not None:
        right = (verb + 1, bounds.stop)
        yield Cue(index, by, found[0], index, None, right, Force.SAYS, True, subject.naming, aside=True)


def _next_verb(words: Sequence[Token], noun: int, here: int) -> bool:
    """A verb behind the number: "the toll of 33 leaves out …" ends what the owner says."""
    return (
        here > noun + 2
        and any(w.text[0].isdigit() for w in words[noun + 1 : here])
        and words[here].low.endswith("s")
        and verbal(words[here])
    )


def owns(token: Token) -> bool:
    return token.low.endswith("'s") or token.low.endswith("s'")


_MESSAGES_OR_PROOF = MESSAGES | _PROOF
