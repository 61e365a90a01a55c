"""Who is said to be behind an attack: who claims it, who denies it, who is accused of it, who carried it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.extract.names.naming import subject_before
from reconcile.extract.statements.causewords import is_actor
from reconcile.extract.statements.statement import Statement
from reconcile.extract.words.phrases import BE, DETERMINERS, PREPOSITIONS, closes, verbal
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.model import Modality

STEMS = (
    *("responsib", "involvement", "behind", "carried out", "carrying out", "stormed", "staged", "accuse"),
    *("raided", "ambushed", "perpetrated", "launched the", "mounted", "masterminded", "orchestrated"),
    *(
        "claimed by",
        "claimed the",
        "claims the",
        "claimed this",
        "ordered by",
        "the work of",
        "shelled by",
        "bombed by",
        "torched by",
        "sabotaged by",
        "hijacked by",
        "finger at",
        "involved",
        "blown up",
        "shot down",
        "on fire by",
        "set alight",
    ),
)
"""Pieces of words without one of which a sentence names nobody behind an attack."""

_ATTACKS = frozenset(
    """
        attack attacks assault assaults raid raids bombing bombings blast blasts explosion explosions shooting
        shootings killing killings murder murders massacre ambush strike strikes shelling hijacking abduction
        kidnapping kidnappings assassination stabbing robbery theft heist arson sabotage incident incidents plot
        coup hack cyberattack break-in operation blackout outage cut cuts fire fires blaze leak
    """.split()
)
_DEEDS = frozenset(
    "carried staged launched mounted perpetrated committed orchestrated masterminded planned ordered".split()
)
_STRIKES = frozenset("stormed ambushed raided attacked bombed".split())
_DENIES = frozenset("deny denies denied denying rejects rejected disclaimed disclaims".split())
_CLAIMS = frozenset("claim claims claimed claiming accepted accepts admitted admits".split())
_BY = frozenset((("claimed", "by"), ("work", "of"), ("finger", "at")))
_ACCUSES = frozenset("accuse accuses accused accusing".split())
_SAYS = frozenset("said says added adds insisted condemned blamed".split())
_PARTS = frozenset("responsibility involvement role part hand".split())
_UNREAL = frozenset("if unless whether would could should will no nobody nor neither until may might".split())
_THE = frozenset("the this that these those his her its their".split())
_NOBODY = frozenset("no nobody none one anyone nor neither it he she they who which that group someone".split())


def blame(sentence: Sentence, source: str) -> Iterator[Statement]:
    """Those whom one sentence names as behind an attack, or who deny it of themselves."""
    words = sentence.words
    if source[sentence.start : sentence.end].rstrip("”\"’' ").endswith("?"):
        return
    for index, word in enumerate(words):
        if index == 0:
            continue
        if word.low in _SELVES or (word.low in _THEIRS and _low(words, index + 1) in _MEN):
            yield from _itself(sentence, index)
        elif word.low in _DENIES and _low(words, index + 1) in _DOING:
            yield from _denied_deed(sentence, index)
        elif word.low in _PARTS and words[index - 1].word:
            yield from _own(sentence, index)
        elif word.low in {"behind", "responsible"} and any(w.low in BE for w in words[max(0, index - 3) : index]):
            yield from _behind(sentence, index)
        elif word.low in {"claimed", "claims", "work", "finger", "by"}:
            yield from _by_another(sentence, index)
        elif word.low in _ACCUSES:
            yield from _accused(sentence, index)
        elif word.low in _DEEDS:
            yield from _deed(sentence, index)
        elif word.low in _STRIKES and sentence.words[index - 1].low in {"had", "have", "has"}:
            yield from _struck(sentence, index)


def _event(words: Sequence[Token], start: int, reach: int = 8) -> str | None:
    return next((word.low for word in words[start : start + reach] if word.low in _ATTACKS), None)


def _own(sentence: Sentence, index: int) -> Iterator[Statement]:
    """ "The Red Front claimed responsibility", "denied any involvement in the raid"."""
    words = sentence.words
    verb = next((i for i in range(index - 1, max(-1, index - 4), -1) if words[i].low in _CLAIMS | _DENIES), None)
    if verb is None or _unreal(words, verb):
        return
    claims = words[verb].low in _CLAIMS
    if claims and words[index].low != "responsibility":
        return
    actor = _subject(words, verb)
    event = _event(words, index + 1)
    if actor is None or not is_actor(actor) or (not claims and event is None):
        return
    first = actor[0].start
    yield _statement(sentence, first, words[index].end, words[index].start, actor, event, denied=not claims, own=True)


_SELVES = frozenset("it they we".split())
_DOING = frozenset("carrying staging launching mounting being having planning ordering planting".split())
_ITSELF = re.compile(
    r"(?:was|were|is|are|had|have|did)?\s*(?P<no>not|never|n't)?\s*"
    r"(?:been )?(?:(?:behind|responsible for|carried out|staged|launched|mounted|committed|planned|carry out) "
    r"(?:the|this|that|these|those)\b|(?P<involved>involved)\b(?! in (?:a|an|any|other|many|some|the talks)\b))"
)
_THEIRS = frozenset("its their our".split())
_MEN = frozenset(
    "fighters men members forces troops people militants soldiers supporters activists units agents gunmen".split()
)


def _itself(sentence: Sentence, index: int) -> Iterator[Statement]:
    """ "The Red Front said it was behind the attack": whoever says so means itself."""
    words = sentence.words
    start = index + 1 if words[index].low in _SELVES else index + 2
    match = _ITSELF.match(" ".join(word.low for word in words[start : start + 8]))
    last = start + len(match.group().split()) - 1 if match else start
    beyond = match is not None and match["involved"] and _low(words, last + 1) != "in"
    event = _event(words, start + 1, 10) if match and not beyond else None
    if match is None or (event is None and not match["involved"]) or _unreal(words, index):
        return
    end = next((word.end for word in words[start + 1 : start + 11] if word.low == event), words[last].end)
    at = words[start].start
    yield _statement(sentence, words[index].start, end, at, (), event, denied=bool(match["no"]), heard_only=True)


def _denied_deed(sentence: Sentence, index: int) -> Iterator[Statement]:
    """ "The Red Front denied carrying out the raid"."""
    words = sentence.words
    actor, event = _subject(words, index), _event(words, index + 2, 7)
    if actor is None or event is None or not is_actor(actor) or _unreal(words, index):
        return
    end = next(word.end for word in words[index + 2 : index + 9] if word.low == event)
    yield _statement(sentence, actor[0].start, end, words[index + 1].start, actor, event, denied=True, own=True)


def _behind(sentence: Sentence, index: int) -> Iterator[Statement]:
    """ "The cell was behind the bombing", "was responsible for the raid"."""
    words = sentence.words
    start = index + 1 if words[index].low == "behind" else index + 2
    event = _event(words, start, 5)
    actor = _subject(words, index)
    chain = [word.low for word in words[max(0, index - 4) : index]]
    alone = _low(words, start) in {"it", "this", "that"} and (start + 1 == len(words) or not words[start + 1].word)
    if event is None and alone and actor is not None and _group(actor) and not _unreal(words, index):
        denied = bool({"not", "never"} & set(chain)) or any(low.endswith("n't") for low in chain)
        yield _statement(sentence, actor[0].start, words[start].end, words[index].start, actor, None, denied=denied)
        return
    definite = start < len(words) and (words[start].low in _THE or words[start].low.endswith(("'s", "s'")))
    if event is None or not definite or actor is None or not is_actor(actor) or _unreal(words, index):
        return
    denied = bool({"not", "never"} & set(chain)) or any(low.endswith("n't") for low in chain)
    end = next(word.end for word in words[start : start + 5] if word.low == event)
    yield _statement(sentence, actor[0].start, end, words[index].start, actor, event, denied=denied)


def _group(actor: Sequence[Token]) -> bool:
    """Whether some words name a group or a body: two or more names, or "the rebels"."""
    named = [word for word in actor if word.low not in DETERMINERS]
    return is_actor(actor) and (len(named) > 1 or not named[0].capital)


def _by_another(sentence: Sentence, index: int) -> Iterator[Statement]:
    """ "Claimed by X", "the work of X", "pointed the finger at X", "was blown up by X"."""
    words = sentence.words
    low = words[index].low
    if (low, _low(words, index + 1)) in _BY and (low != "work" or words[index - 1].low == "the"):
        yield from _claimed_by(sentence, index)
    elif low == "by" and index > 1 and _struck_by(words, index):
        yield from _by_whom(sentence, index)
    elif low in _CLAIMS and _low(words, index + 1) in _THE:
        yield from _took(sentence, index)


def _took(sentence: Sentence, index: int) -> Iterator[Statement]:
    """ "The Red Front has claimed the attack"; "the attack claimed nine lives" is another thing."""
    words = sentence.words
    event, actor = _event(words, index + 1, 4), _subject(words, index)
    if event is None or actor is None or not is_actor(actor) or _unreal(words, index):
        return
    end = next(word.end for word in words[index + 1 : index + 5] if word.low == event)
    behind = next((word for word in words if word.start >= end), None)
    if behind is None or not behind.word or behind.low in PREPOSITIONS | {"and", "which"}:
        yield _statement(sentence, actor[0].start, end, words[index].start, actor, event, own=True)


def _claimed_by(sentence: Sentence, index: int) -> Iterator[Statement]:
    """ "The bombing was claimed by the Red Front", "the work of the Red Front", "pointed the finger at the rebels"."""
    words = sentence.words
    low, start = words[index].low, index + 2
    stop = start
    while stop < len(words) and not closes(words[stop]) and (stop == start or not _ends(words[stop])):
        stop += 1
    actor = tuple(words[start:stop])
    event = _event(words, max(0, index - 12), min(12, index))
    if not actor or not is_actor(actor) or _unreal(words, index) or actor[0].low in _NOBODY:
        return
    own = low == "claimed"
    if own and event is None:
        return
    told = _statement(sentence, words[index].start, actor[-1].end, actor[0].start, actor, event, own=own)
    denied = low == "work" and any(word.low in {"not", "never"} for word in words[max(0, index - 4) : index])
    if low == "finger":
        told = replace(told, actor=_subject(words, index - 2) or ())
    yield replace(told, denied=denied)


_DONE_TO = frozenset("shelled bombed torched sabotaged ambushed hijacked".split())
_DONE_IN_TWO = frozenset((("blown", "up"), ("shot", "down"), ("on", "fire"), ("set", "alight")))


def _struck_by(words: Sequence[Token], by: int) -> bool:
    """Whether a passive of what only people do stands before "by": "was blown up by"."""
    done = words[by - 1].low in _DONE_TO or (words[by - 2].low, words[by - 1].low) in _DONE_IN_TWO
    return done and any(word.low in BE | {"been"} for word in words[max(0, by - 5) : by])


def _by_whom(sentence: Sentence, by: int) -> Iterator[Statement]:
    """ "The pipeline was blown up by saboteurs"."""
    words = sentence.words
    stop = by + 1
    while stop < len(words) and not closes(words[stop]) and (stop == by + 1 or not _ends(words[stop])):
        stop += 1
    actor = tuple(words[by + 1 : stop])
    if actor and is_actor(actor) and actor[0].low not in _NOBODY and not _unreal(words, by):
        denied = any(word.low in {"not", "never"} for word in words[max(0, by - 5) : by])
        start, end = words[by - 1].start, actor[-1].end
        yield _statement(sentence, start, end, actor[0].start, actor, "attack", denied=denied, heard_only=True)


def _accused(sentence: Sentence, index: int) -> Iterator[Statement]:
    """ "The governor accused the rebels of carrying out the attack"."""
    words = sentence.words
    of = next((i for i in range(index + 1, min(index + 10, len(words))) if words[i].low == "of"), None)
    if of is None or of == index + 1 or _unreal(words, index):
        return
    actor = tuple(words[index + 1 : of])
    event = _event(words, of + 1)
    deed = words[of + 1].low if of + 1 < len(words) else ""
    known = deed in {"carrying", "being", "staging", "launching", "mounting", "planning", "ordering", "committing"}
    if event is None or not known or any(closes(word) for word in actor) or not is_actor(actor):
        return
    end = next(word.end for word in words[of + 1 : of + 9] if word.low == event)
    verb = next((i for i in range(index - 2, 0, -1) if words[i].low in _DENIES | _SAYS), index)
    accuser = subject_before(words, verb if words[index - 1].low == "and" else index, 0)
    speaker = accuser.naming.words if accuser is not None and accuser.naming.pronoun is None else ()
    yield replace(_statement(sentence, words[index].start, end, words[of].start, actor, event), actor=speaker)


def _deed(sentence: Sentence, index: int) -> Iterator[Statement]:
    """ "The attack was carried out by rebels"; "rebels had carried out the attack" where somebody says so."""
    words = sentence.words
    start = index + 2 if words[index].low == "carried" and _low(words, index + 1) == "out" else index + 1
    if words[index].low == "carried" and start == index + 1:
        return
    if _low(words, start) == "by" and any(w.low in BE for w in words[max(0, index - 3) : index]):
        stop = start + 1
        while stop < len(words) and not closes(words[stop]) and (stop == start + 1 or not _ends(words[stop])):
            stop += 1
        actor = tuple(word for word in words[start + 1 : stop])
        event = _event(words, max(0, index - 10), min(10, index))
        if actor and event and is_actor(actor) and not _unreal(words, index):
            chain = {word.low for word in words[max(0, index - 4) : index]}
            denied = bool({"not", "never"} & chain)
            yield _statement(sentence, words[index].start, actor[-1].end, actor[0].start, actor, event, denied=denied)
        return
    event = _event(words, start, 4)
    finite = words[index - 1].low in {"had", "have", "has"}
    actor_found = _subject(words, index) if event and finite else None
    if actor_found is None or not is_actor(actor_found) or _unreal(words, index):
        return
    end = next(word.end for word in words[start : start + 4] if word.low == event)
    yield _statement(sentence, actor_found[0].start, end, words[index].start, actor_found, event, heard_only=True)


def _struck(sentence: Sentence, index: int) -> Iterator[Statement]:
    """ "The elder said that raiders had stormed the village"."""
    words = sentence.words
    actor = _subject(words, index)
    if actor is None or not is_actor(actor) or _unreal(words, index):
        return
    stop = index + 1
    while stop < len(words) and not closes(words[stop]) and not _ends(words[stop]):
        stop += 1
    yield _statement(
        sentence, actor[0].start, words[stop - 1].end, words[index].start, actor, "attack", heard_only=True
    )


def _ends(word: Token) -> bool:
    return (
        word.low in PREPOSITIONS - {"of"} or word.low in {"who", "that", "when", "while", "but", "and"} or verbal(word)
    )


def _low(words: Sequence[Token], index: int) -> str:
    return words[index].low if index < len(words) else ""


def _subject(words: Sequence[Token], verb: int) -> tuple[Token, ...] | None:
    subject = subject_before(words, verb, 0)
    if subject is None or subject.naming.words[0].low in _NOBODY:
        return None
    return subject.naming.words


def _unreal(words: Sequence[Token], verb: int) -> bool:
    """Whether the clause is a condition, a question or about nobody."""
    here = verb - 1
    while here >= 0 and not closes(words[here]):
        if words[here].low in _UNREAL:
            return True
        here -= 1
    return False


def _statement(
    sentence: Sentence,
    start: int,
    end: int,
    at: int,
    actor: Sequence[Token],
    event: str | None,
    *,
    denied: bool = False,
    own: bool = False,
    heard_only: bool = False,
) -> Statement:
    named = [word for word in actor if word.word]
    while named and named[0].low in DETERMINERS:
        named = named[1:]
    text = " ".join(word.text for word in named)
    counted = f"responsibility for the {event}" if event else "responsibility"
    return Statement(
        sentence,
        start,
        end,
        at,
        "responsibility",
        text,
        counted,
        denied=denied,
        modality=Modality.STATED,
        actor=tuple(actor) if own else (),
        heard_only=heard_only,
    )
