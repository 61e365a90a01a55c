"""Who is said to say what: cues, the names of their sources, and the words that each covers.

Constructions, in the order in which a sentence is read:

1. "according to X" and "per X";
2. a reporting verb with its subject before it ("X said", "…, X said", "X told Y that …") or behind it ("said X");
3. participles that share the subject ("…, putting deaths at 32", "and denied that …");
4. "citing X", "quoting X": X is the source, the subject of the sentence passes it on;
5. "named by X", "said by X";
6. "X's figure of 9", "the ministry's own count is 43", "the 88 the council gave";
7. quotations: the speaker before, behind or inside, over several sentences and paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.extract.cues import (
    AMBIGUOUS,
    BY_AGENT,
    CITES,
    FIGURE_NOUNS,
    FIGURE_OBJECTS,
    GIVES,
    LOGS,
    MOVES,
    FINDERS,
    NO_SPEECH_OBJECTS,
    NOBODIES,
    RESEARCH,
    OF_ONLY,
    SELF,
    SPEAKERS,
    TOLD,
    VERBS,
    Force,
)
from reconcile.extract.naming import Naming, name_after, speaks, subject_before
from reconcile.extract.phrases import (
    ADVERBS,
    AUXILIARIES,
    BE,
    CONTRASTS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    closes,
    plural,
    verbal,
)
from reconcile.extract.tokens import Token
from reconcile.model import Modality, Span, Stance

_ADDRESSEES = frozenset(
    """reporters reporter journalists journalist us me him her them news conference agency agencies parliament lawmakers
    television tv radio state local a an the this newspaper paper newspapers by media broadcaster""".split()
)
_QUOTES = frozenset("“”\"„«»‘’'")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue, the name of its source (None: shared or the article itself) and the spans that it covers.

    `relay` names who passed it on in the same construction ("police, citing hospital staff, said"); `aside` tells
    that "it" and "they" of what follows do not mean this source.
    """

    cue: Span
    naming: Naming | None
    content: tuple[Span, ...]
    stance: Stance = Stance.ASSERTS
    modality: Modality = Modality.STATED
    relay: Naming | None = None
    leading: bool = False
    aside: bool = False
    owns_figure: bool = False

    def covers(self, offset: int) -> bool:
        """Whether the words at `offset` are attributed by this cue."""
        return any(span.start <= offset < span.end for span in self.content)

    @property
    def width(self) -> int:
        """How many characters it covers; of two that cover a figure the narrower one holds."""
        return sum(span.end - span.start for span in self.content)


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue before its contents are cut against the others: word indices into the sentence."""

    first: int
    last: int
    naming: Naming
    begin: int
    left: tuple[int, int] | None
    right: tuple[int, int] | None
    force: Force
    leading: bool
    relay: Naming | None = None
    modality: Modality = Modality.STATED
    aside: bool = False


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The words that a cue may reach: a whole sentence, or a quotation within it."""

    start: int
    stop: int
    quoted: bool = False


def attributions(words: Sequence[Token], quoted: Sequence[bool]) -> list[Attribution]:
    """All cues of one sentence, with what they cover in it; `quoted` tells which words stand in quotation marks."""
    cues: list[_Cue] = []
    for index in range(len(words)):
        bounds = _bounds(quoted, index)
        cues.extend(_read(words, index, bounds, cues))
    if not cues and not any(quoted):
        cues.extend(_mentioned(words))
    cues = [cue for cue in cues if not any(_inside(words, cue, other) for other in cues)]
    return [_cut(words, cue, cues) for cue in cues]


def _mentioned(words: Sequence[Token]) -> Iterator[_Cue]:
    """The subject of a sentence without a cue: whom "he said" in the next one may mean."""
    verb = next((i for i in range(1, min(len(words), 14)) if verbal(words[i]) and words[i - 1].low not in DETERMINERS), None)
    if verb is None:
        return
    subject = subject_before(words, verb, 0)
    if subject and subject.naming.pronoun is None and speaks(subject.naming) and subject.begin <= 3:
        yield _Cue(verb, verb, subject.naming, subject.begin, None, None, Force.MENTIONS, True)


def _inside(words: Sequence[Token], cue: _Cue, other: _Cue) -> bool:
    """Whether a cue is a word in the name that another one found: "according to hospital records"."""
    named = other.naming.words
    return cue is not other and named[0].start <= words[cue.first].start < named[-1].end


def _bounds(quoted: Sequence[bool], index: int) -> _Bounds:
    if not quoted[index]:
        return _Bounds(0, len(quoted))
    start = stop = index
    while start > 0 and quoted[start - 1]:
        start -= 1
    while stop < len(quoted) and quoted[stop]:
        stop += 1
    return _Bounds(start, stop, True)


def _read(words: Sequence[Token], index: int, bounds: _Bounds, before: list[_Cue]) -> Iterator[_Cue]:
    low = words[index].low
    if low == "according" or low == "per":
        yield from _according(words, index, bounds)
    elif low in CITES:
        yield from _citing(words, index, bounds, before)
    elif low == "by" and index > bounds.start and words[index - 1].low in BY_AGENT:
        yield from _by_agent(words, index, bounds)
    elif low in FIGURE_NOUNS and index > bounds.start:
        yield from _owned_figure(words, index, bounds)
    elif low in {"have", "has", "had"} and [w.low for w in words[index + 1 : index + 3]] == ["it", "at"]:
        subject = subject_before(words, index, bounds.start)
        if subject and speaks(subject.naming):
            yield _Cue(index, index + 2, subject.naming, subject.begin, None, (index + 2, bounds.stop), Force.FINDS, True)
    if low in VERBS:
        yield from _verb(words, index, bounds, before)
    elif low == "declined" and [w.low for w in words[index + 1 : index + 3]] == ["to", "confirm"]:
        yield from _unconfirmed(words, index, bounds)


def _according(words: Sequence[Token], index: int, bounds: _Bounds) -> Iterator[_Cue]:
    start = index + 2 if words[index].low == "according" else index + 1
    if words[index].low == "according" and (start > bounds.stop - 1 or words[index + 1].low != "to"):
        return
    if words[index].low == "per" and (index == 0 or words[index - 1].text not in ",—–"):
        return
    found = name_after(words, start, bounds.stop)
    if not found or (found[0].pronoun or "") in SELF:
        return
    naming, after = found
    initial = not any(w.word and w.low not in ADVERBS | CONTRASTS | {"and", "that"} for w in words[bounds.start : index])
    opened = index > bounds.start and words[index - 1].text == ","
    more = after < bounds.stop - 2 and words[after].text == ","
    inner = opened and index > 1 and words[index - 2].low in {"that", "including", "while", "and", "but"}
    left = None if initial or inner else (bounds.start, index)
    right = (after, bounds.stop) if initial or inner or more else None
    yield _Cue(index, start - 1, naming, index, left, right, Force.SAYS, initial or inner)


def _citing(words: Sequence[Token], index: int, bounds: _Bounds, before: list[_Cue]) -> Iterator[_Cue]:
    found = name_after(words, index + 1, bounds.stop)
    if not found or not speaks(found[0]):
        return
    naming, after = found
    earlier = before[-1] if before else None
    if earlier:
        yield _Cue(index, index, naming, index, earlier.left, earlier.right, Force.SAYS, earlier.leading, earlier.naming, aside=True)
        return
    verb = next((i for i in range(after, min(after + 8, bounds.stop)) if words[i].low in VERBS), None)
    if index == bounds.start or not words[index - 1].word and words[index - 1].text != ",":
        shared = subject_before(words, verb, after) if verb is not None else None
        right = (verb + 1 if verb is not None else after, bounds.stop)
        yield _Cue(index, index, naming, index, None, right, Force.SAYS, True, shared.naming if shared else None, aside=True)
        return
    subject = subject_before(words, index, bounds.start) if words[index - 1].text != "," else None
    if index > bounds.start and words[index - 1].text == ",":
        subject = subject_before([*words[: index - 1], words[index]], index - 1, bounds.start)
    relay = subject.naming if subject else None
    right = (verb + 1, bounds.stop) if verb is not None else (after, bounds.stop)
    left = (bounds.start, subject.begin) if subject and subject.begin > bounds.start + 1 else None
    yield _Cue(index, index, naming, index, left, right, Force.SAYS, True, relay, aside=True)


def _by_agent(words: Sequence[Token], index: int, bounds: _Bounds) -> Iterator[_Cue]:
    found = name_after(words, index + 1, bounds.stop)
    if not found or not speaks(found[0]) or (found[0].pronoun or "") in SELF:
        return
    naming, after = found
    passive = any(w.low in BE for w in words[max(bounds.start, index - 4) : index])
    right = (after, bounds.stop) if passive and after < bounds.stop and words[after].low in {"to", "that", "as"} else None
    start = index - 1
    while start > bounds.start and not (closes(words[start - 1]) and words[start - 1].text not in ",()"):
        start -= 1
    yield _Cue(index - 1, index, naming, index, (start, index), right, Force.FINDS, False)


def _owned_figure(words: Sequence[Token], index: int, bounds: _Bounds) -> Iterator[_Cue]:
    """"the ministry's figure of 9", "the trust's own count is 43"."""
    owner = next((i for i in range(index - 1, max(bounds.start, index - 4) - 1, -1) if _owns(words[i])), None)
    if owner is None or index + 1 >= bounds.stop:
        return
    follower = words[index + 1].low
    if follower not in AUXILIARIES | {"of", ":", "for", "that", "stands", "stood", "puts", "rose", "climbed"}:
        return
    start = owner
    while start > bounds.start and words[start - 1].word and words[start - 1].low not in PREPOSITIONS and not verbal(words[start - 1]) and words[start - 1].low not in CONTRASTS | {"and", "that"}:
        start -= 1
    naming = Naming(tuple(words[start : owner + 1]))
    if not speaks(naming) or naming.words[0].low in {"its", "his", "her", "their", "our", "my"} and owner == start:
        return
    if "city's" in {w.low for w in naming.words} and follower != "of":
        return
    stop = next((i for i in range(index + 2, bounds.stop) if words[i].text in ",;" or words[i].low in CONTRASTS or _next_verb(words, index, i)), bounds.stop)
    yield _Cue(index, index, naming, start, None, (index, stop), Force.FINDS, True)


def _next_verb(words: Sequence[Token], noun: int, here: int) -> bool:
    """A verb behind the number: "the toll of 14 leaves out …" ends what the owner says."""
    return here > noun + 2 and any(w.text[0].isdigit() for w in words[noun + 1 : here]) and words[here].low.endswith("s") and verbal(words[here])


def _owns(token: Token) -> bool:
    return token.low.endswith("'s") or token.low.endswith("s'")


def _unconfirmed(words: Sequence[Token], index: int, bounds: _Bounds) -> Iterator[_Cue]:
    found = name_after(words, index + 3, bounds.stop)
    if not found:
        return
    head = found[0].words[:1] if found[0].words[0].low in {"reports", "rumours", "claims"} else found[0].words[:2]
    subject = subject_before(words, index, bounds.start)
    right = (index + 3, bounds.stop)
    yield _Cue(index, index + 2, Naming(head), index, None, right, Force.SAYS, True, subject.naming if subject else None, Modality.UNCONFIRMED)


def _verb(words: Sequence[Token], index: int, bounds: _Bounds, before: list[_Cue]) -> Iterator[_Cue]:
    token, force = words[index], VERBS[words[index].low]
    if _no_verb(words, index, bounds):
        return
    following = {w.low for w in words[index + 1 : index + 5]}
    if following & NO_SPEECH_OBJECTS:
        return
    inverted = _inverted(words, index, bounds, force)
    if inverted:
        yield inverted
        return
    subject = _subject(words, index, bounds, before)
    if subject is None:
        return
    naming, begin = subject
    first = naming.words[0].low
    if first in NOBODIES and len(naming.words) == 1 or bounds.quoted and (naming.pronoun in SELF or first in {"our", "my"}):
        return
    if (force in {Force.FINDS, Force.MENTIONS} or token.low in AMBIGUOUS) and not speaks(naming):
        return
    if token.low in {"found", "find", "finds"} | RESEARCH and not _finds(words, index, naming):
        return
    if token.low in LOGS and not any(w.low in SPEAKERS for w in naming.words) and naming.pronoun is None:
        return
    if token.low in OF_ONLY and (index + 1 >= bounds.stop or words[index + 1].low != "of"):
        return
    cue = _with_content(words, index, bounds, naming, begin, force)
    moves = token.low in MOVES and not {w.low for w in words[index + 1 : index + 6]} & FIGURE_OBJECTS
    gives = token.low in GIVES and not token.low.startswith("offer") and not (cue.right and cue.right[1] <= index)
    yield replace(cue, force=Force.MENTIONS) if moves or gives else cue


def _finds(words: Sequence[Token], index: int, naming: Naming) -> bool:
    """Whether "found" reports a result rather than a body or a key."""
    following = words[index + 1].low if index + 1 < len(words) else ""
    return following == "that" or any(w.low.removesuffix("'s") in FINDERS for w in naming.words)


def _no_verb(words: Sequence[Token], index: int, bounds: _Bounds) -> bool:
    """Passives, adjectives and nouns that only look like reporting verbs."""
    low = words[index].low
    if index == bounds.start or words[index].capital:
        return True
    previous = words[index - 1].low
    if previous in DETERMINERS or previous in PREPOSITIONS or words[index - 1].text[0].isdigit() or words[index - 1].text in "$€£(":
        return True
    step = index - 1
    while step > bounds.start and (words[step].low in ADVERBS or words[step].low.endswith("ly")):
        step -= 1
    if words[step].low in BE and not low.endswith("ing"):
        return True
    if low.endswith("ing"):
        return not (words[step].low in BE or words[index - 1].text == "," or words[index - 1].text in _QUOTES)
    if low in AMBIGUOUS and _noun_here(words, index, bounds):
        return True
    if index + 2 >= bounds.stop or words[index + 1].low != "by" or low not in BY_AGENT:
        return False
    agent = name_after(words, index + 2, bounds.stop)
    return agent is not None and speaks(agent[0])


def _noun_here(words: Sequence[Token], index: int, bounds: _Bounds) -> bool:
    """Whether an ambiguous form is a noun: "the health reports", "a UN report warned"."""
    low, previous = words[index].low, words[index - 1]
    follower = words[index + 1] if index + 1 < bounds.stop else None
    if not previous.word or previous.low in VERBS and previous.low not in AMBIGUOUS:
        return not (previous.text in ",)" and low.endswith(("s", "ed", "put")))
    if follower is None or follower.low in AUXILIARIES or follower.low in {"of"} or (follower.low in VERBS and follower.low not in AMBIGUOUS):
        return True
    if low.endswith("s") or low in {"thought", "found", "knew", "saw", "put", "set"}:
        return _owns(previous) or (low != "put" and low != "set" and low.endswith("s") and plural(previous.low) and not previous.capital)
    if previous.low in {"they", "we", "i", "you", "to", "will", "would", "can", "could", "may", "not", "also", "now", "did", "does", "do"}:
        return False
    if follower.low in DETERMINERS or follower.low == "that" or follower.text[0].isdigit():
        return not any(plural(w.low) for w in words[max(bounds.start, index - 8) : index])
    return not plural(previous.low)


def _inverted(words: Sequence[Token], index: int, bounds: _Bounds, force: Force) -> _Cue | None:
    """", said X" and "” added X"."""
    if force not in {Force.SAYS, Force.DENIES} or words[index - 1].text not in "”\"’',»" or index + 1 >= bounds.stop:
        return None
    if words[index].low.endswith("ing") or (words[index].low in TOLD and words[index - 1].text == ","):
        return None
    following = words[index + 1]
    if closes(following) or following.low in {"that", "it", "in", "on", "at"} or following.low in TIME_WORDS:
        return None
    if words[index - 1].text == "," and subject_before(words, index, bounds.start):
        return None
    found = name_after(words, index + 1, bounds.stop)
    if not found:
        return None
    naming, after = found
    more = (after, bounds.stop) if _goes_on(words, after, bounds) else None
    return _Cue(index, index, naming, index, (bounds.start, index), more, force, False)


def _goes_on(words: Sequence[Token], after: int, bounds: _Bounds) -> bool:
    """Whether a statement goes on behind the name of its speaker: "…, said X, but one was missing"."""
    if after >= bounds.stop - 2 or words[after].text != ",":
        return False
    rest = words[after + 1 : bounds.stop]
    if rest[0].low in RELATIVES or rest[0].text[0].isdigit() and len(rest) > 1 and not rest[1].word:
        return any(w.text in "“\"" for w in rest)
    return any(w.text in "“\"" or verbal(w) for w in rest)


def _subject(words: Sequence[Token], index: int, bounds: _Bounds, before: list[_Cue]) -> tuple[Naming, int] | None:
    """The name before the verb, or the one shared with the cue before it."""
    step = index - 1
    while step > bounds.start and (words[step].low in ADVERBS or words[step].low in AUXILIARIES):
        step -= 1
    shared = words[step].low in {"and", "but", "or"} or words[index].low.endswith("ing")
    if shared and words[step].low not in BE:
        if before:
            return before[0].naming if words[index].low.endswith("ing") else before[-1].naming, step
        return _first_name(words, bounds, step)
    found = subject_before(words, index, bounds.start)
    return (found.naming, found.begin) if found else None


def _first_name(words: Sequence[Token], bounds: _Bounds, stop: int) -> tuple[Naming, int] | None:
    """The subject of the sentence for a verb further on: "The insurgents, putting deaths at 32, …"."""
    for index in range(bounds.start + 1, stop):
        if verbal(words[index]) and words[index - 1].low not in DETERMINERS:
            found = subject_before(words, index, bounds.start)
            return (found.naming, stop) if found else None
    mark = next((i for i in range(bounds.start + 1, stop + 1) if closes(words[i])), None)
    found = subject_before([*words[:mark], words[stop]], mark, bounds.start) if mark else None
    return (found.naming, stop) if found else None


def _with_content(words: Sequence[Token], index: int, bounds: _Bounds, naming: Naming, begin: int, force: Force) -> _Cue:
    after = _behind_addressee(words, index, bounds)
    left = (bounds.start, begin) if _says_before(words, bounds, begin) else None
    if left and begin > bounds.start and words[index].low.endswith("ing"):
        left = None
    trailing, resume = _trails(words, after, bounds, left is not None)
    if left and trailing:
        right = (resume, bounds.stop) if resume < bounds.stop - 1 else None
        return _Cue(index, index, naming, begin, left, right, force, False)
    if not trailing and after < resume < bounds.stop and words[resume].low == "that":
        after = resume
    right = (after, bounds.stop) if after < bounds.stop else None
    if force is Force.FINDS and right is None:
        right = _given_before(words, naming)
    elif force is Force.FINDS and trailing:
        given = _given_before(words, naming)
        right = given or right
    return _Cue(index, index, naming, begin, None, right, force, True)


def _given_before(words: Sequence[Token], naming: Naming) -> tuple[int, int] | None:
    """"the 88 the council gave": the number right before the subject."""
    start = next((i for i, w in enumerate(words) if w is naming.words[0]), 0)
    if start and words[start - 1].low in DETERMINERS:
        start -= 1
    if start and words[start - 1].text[0].isdigit():
        return start - 1, start
    return None


def _behind_addressee(words: Sequence[Token], index: int, bounds: _Bounds) -> int:
    after = index + 1
    if words[index].low not in TOLD:
        return after
    while after < bounds.stop and after < index + 8 and (words[after].low in _ADDRESSEES or (words[after].capital and words[after].low not in DETERMINERS)):
        after += 1
    return after


def _says_before(words: Sequence[Token], bounds: _Bounds, begin: int) -> bool:
    """Whether a statement stands before the subject: a mark, and a verb, a number or a quotation before it."""
    if begin <= bounds.start:
        return False
    mark = words[begin - 1]
    before = words[bounds.start : begin - 1]
    if mark.text in _QUOTES:
        return bool(before)
    if mark.text not in ",—–;:" or not before:
        return False
    adjunct = before[0].low in PREPOSITIONS or before[0].low in SUBORDINATORS or before[0].low in ADVERBS
    if adjunct and len(before) <= 4:
        return False
    return len(before) > 4 and not adjunct or any(verbal(w) or w.text[0].isdigit() or w.low.endswith("ing") for w in before)


def _trails(words: Sequence[Token], after: int, bounds: _Bounds, left: bool) -> tuple[bool, int]:
    """Whether nothing is said behind the verb but when and where; and where the sentence goes on after that."""
    if after >= bounds.stop:
        return True, bounds.stop
    first = words[after]
    if first.text in ".;!?)" or first.text in ",":
        quote = after + 1 < bounds.stop and words[after + 1].text in _QUOTES and not left
        return not quote, after + 1 if first.text == "," else bounds.stop
    if not (first.low in PREPOSITIONS - {"over", "under", "above", "below", "about", "up", "between", "near"} or first.low in TIME_WORDS or first.low in ADVERBS or first.low == "without"):
        return False, after
    for here in range(after, bounds.stop):
        if words[here].low == "that" or words[here].text in "“\":":
            return False, here
        if words[here].text == ",":
            return True, here + 1
        if words[here].text in ";.!?":
            return True, bounds.stop
    return True, bounds.stop


def _cut(words: Sequence[Token], cue: _Cue, cues: list[_Cue]) -> Attribution:
    """The spans a cue covers: up to where another clause with a cue of its own begins."""
    spans = []
    if cue.left:
        start, stop = cue.left
        start = next((i + 1 for i in range(stop - 1, start, -1) if words[i].text == ";"), start)
        for other in cues:
            border = _border(words, other)
            if other is not cue and other.first < cue.first and border is not None and start < border < stop and other.leading:
                start = start if _joined(words, other, cue) else border
        spans.append((start, stop))
    if cue.right:
        start, stop = cue.right
        for other in cues:
            border = _border(words, other, _concedes(words, cue))
            if other is not cue and border is not None and start <= border < stop and other.first > cue.last:
                stop = border
        spans.append((start, stop))
    content = tuple(Span(words[a].start, words[b - 1].end) for a, b in spans if b > a)
    stance = Stance.DENIES if cue.force is Force.DENIES else Stance.ASSERTS
    mention = cue.force is Force.MENTIONS
    return Attribution(
        Span(words[cue.first].start, words[cue.last].end),
        cue.naming,
        () if mention else content,
        stance,
        cue.modality,
        cue.relay,
        cue.leading,
        cue.aside,
        words[cue.first].low in FIGURE_NOUNS and cue.first == cue.last,
    )


def _joined(words: Sequence[Token], other: _Cue, cue: _Cue) -> bool:
    return other.naming == cue.naming


def _concedes(words: Sequence[Token], cue: _Cue) -> bool:
    """Whether a cue's clause begins the sentence with "while", so that the main clause follows a comma."""
    lead = next((w for w in words[: cue.begin] if w.word), None)
    return lead is not None and lead.low in CONTRASTS | {"after", "when"}


def _border(words: Sequence[Token], other: _Cue, comma: bool = False) -> int | None:
    """The word before a cue's clause that sets it off from the clause before: "while", "but", "and", ";"."""
    here = other.begin - 1
    if comma and here > 0 and words[here].text == ",":
        return here
    while here > 0 and (words[here].low in ADVERBS or words[here].text == ","):
        here -= 1
    if here <= 0:
        return None
    if words[here].low in CONTRASTS | {"and"} or words[here].text == ";":
        return here
    if words[here].low in {"before", "after", "when", "as"} and words[here - 1].text == ",":
        return here
    return here + 1 if words[here].text == "—" else None
