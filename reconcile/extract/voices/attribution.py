"""Who is said to say what: cues, the names of their sources, and the words that each covers.

Constructions, in the order in which a sentence is read:

1. "according to X" and "per X";
2. a reporting verb with its subject before it ("X said", "…, X said", "X told Y that …") or behind it ("said X");
3. participles that share the subject ("…, putting deaths at 32", "and denied that …");
4. "citing X", "quoting X": X is the source, the subject of the sentence passes it on;
5. "named by X", "said by X";
6. "X's figure of 9", "the ministry's own count is 61", "the 57 that the port gave";
7. quotations: the speaker before, behind or inside, over several sentences and paragraphs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reconcile.extract.names.naming import Naming
from reconcile.extract.voices import contested, denials, evidence, floor, headings, holding, passives, revisions, wishes
from reconcile.extract.voices.bystanders import mentioned
from reconcile.extract.voices.constructions import according, arrives_at, citing, owned_figure, relayed
from reconcile.extract.voices.contested import disputed_aside
from reconcile.extract.voices.corrections import corrects
from reconcile.extract.voices.cue import Bounds, Cue
from reconcile.extract.voices.cues import (
    BY_AGENT,
    CITES,
    FIGURE_NOUNS,
    VERBS,
    Force,
)
from reconcile.extract.voices.denials import denial, open_claim, unverified
from reconcile.extract.voices.evidence import without_evidence
from reconcile.extract.voices.passives import by_account, by_agent, carried, heard_from, quoted_as, rejected_by
from reconcile.extract.voices.reporting import reported
from reconcile.extract.voices.revisions import moved
from reconcile.extract.words.phrases import (
    ADVERBS,
    CONTRASTS,
    verbal,
)
from reconcile.extract.words.tokens import Token
from reconcile.model import Modality, Span, Stance

_MOST_CUES = 24
"""Cues of one sentence that are read; what has more is no sentence."""


_CONSTRUCTIONS: tuple[tuple[frozenset[str], Callable[[Sequence[Token], int, Bounds], Iterator[Cue]]], ...] = (
    (denials.DENIES, denial),
    (denials.CONFIRMS, open_claim),
    (denials.REPORTS, unverified),
    (contested.NOUNS, disputed_aside),
    (denials.REJECTS, rejected_by),
    (passives.QUOTES, quoted_as),
    (passives.HEARS, heard_from),
    (revisions.TRIGGERS, moved),
    (evidence.TRIGGERS, without_evidence),
    (wishes.TRIGGERS, wishes.wished),
    (floor.TRIGGERS, floor.takes),
    (holding.TRIGGERS, holding.holds),
)
TRIGGERS = (
    denials.TRIGGERS
    | passives.TRIGGERS
    | headings.TRIGGERS
    | evidence.TRIGGERS
    | revisions.TRIGGERS
    | wishes.TRIGGERS
    | floor.TRIGGERS
    | holding.TRIGGERS
    | VERBS.keys()
    | CITES
    | FIGURE_NOUNS
    | frozenset("relaying arrive arrives arrived according per by in have has had declined refused".split())
)
"""The words at which a construction may begin: what is not among them is passed over at a glance."""
_AGAINST = {
    low: tuple(read for starts, read in _CONSTRUCTIONS if low in starts)
    for low in frozenset().union(*(starts for starts, _ in _CONSTRUCTIONS))
}
"""What may begin at a word before it is read as a plain report, in the order in which it is tried."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue, the name of its source (None: shared or the article itself) and the spans that it covers.

    `counter` tells that it denies a number which another one asserts, `mistaken` that a paper corrects itself.
    `silent` tells that its source says nothing here and is only mentioned, beside `rivals`.
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
    rivals: tuple[Naming, ...] = ()
    silent: bool = False
    counter: bool = False
    mistaken: bool = False

    def covers(self, offset: int) -> bool:
        """Whether the words at `offset` are attributed by this cue."""
        return any(span.start <= offset < span.end for span in self.content)

    @property
    def width(self) -> int:
        """How many characters it covers; of two that cover a figure the narrower one holds."""
        return sum(span.end - span.start for span in self.content)


def attributions(words: Sequence[Token], quoted: Sequence[bool]) -> list[Attribution]:
    """All cues of one sentence, with what they cover in it; `quoted` tells which words stand in quotation marks."""
    cues: list[Cue] = []
    for index in [index for index, word in enumerate(words) if word.low in TRIGGERS]:
        if len(cues) == _MOST_CUES:
            break
        if any(_named(words, index, cue) for cue in cues):
            continue
        bounds = _bounds(quoted, index)
        cues.extend(_read(words, index, bounds, cues))
    if not cues and not any(quoted):
        cues.extend(mentioned(words))
    cues = [cue for cue in carried(words, cues) if not _promised(words, cue, cues)]
    cues = [cue for cue in cues if not any(_named(words, cue.first, other) for other in cues if other is not cue)]
    return [_cut(words, cue, cues) for cue in cues]


def _named(words: Sequence[Token], index: int, cue: Cue) -> bool:
    """Whether a word belongs to the name that a cue found: "records" in "according to hospital records"."""
    named = cue.naming.words
    if (cue.force is Force.DENIES or cue.modality is Modality.UNCONFIRMED) and cue.first < index <= cue.last:
        return True
    if cue.counter and cue.first == index:
        return True
    return named[0].start <= words[index].start < named[-1].end


_PROMISES = frozenset("promised pledged vowed offered threatened demanded pledges promises offers".split())


def _promised(words: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether somebody only tells of a promise: "she recalled that the board had promised work for nine years"."""
    if words[cue.first].low not in _PROMISES or words[cue.first - 1].low != "had":
        return False
    return any(o is not cue and o.right and o.last < cue.begin and o.right[0] <= cue.begin < o.right[1] for o in cues)


def _bounds(quoted: Sequence[bool], index: int) -> Bounds:
    if not quoted[index]:
        return Bounds(0, len(quoted))
    start = stop = index
    while start > 0 and quoted[start - 1]:
        start -= 1
    while stop < len(quoted) and quoted[stop]:
        stop += 1
    return Bounds(start, stop, True)


def _read(words: Sequence[Token], index: int, bounds: Bounds, before: list[Cue]) -> Iterator[Cue]:
    against = [cue for read in _AGAINST.get(words[index].low, ()) for cue in read(words, index, bounds)]
    yield from against or _read_plain(words, index, bounds, before)


def _read_plain(words: Sequence[Token], index: int, bounds: Bounds, before: list[Cue]) -> Iterator[Cue]:
    low = words[index].low
    if low in headings.TRIGGERS:
        yield from headings.label(words, index, bounds)
    elif low == "according" or low == "per":
        yield from according(words, index, bounds)
    elif low in CITES:
        cited = [*citing(words, index, bounds, before)]
        yield from cited or (reported(words, index, bounds, before) if low in VERBS else ())
    elif low == "by" and index > bounds.start and passives.put_at(words, index):
        yield from passives.put_by(words, index, bounds)
    elif low == "by" and index > bounds.start and words[index - 1].low in BY_AGENT:
        yield from by_agent(words, index, bounds)
    elif low in {"relaying", "repeating"} and index + 1 < bounds.stop and words[index + 1].low == "what":
        yield from relayed(words, index, bounds)
    elif low in {"arrive", "arrives", "arrived"}:
        yield from arrives_at(words, index, bounds)
    elif low in {"by", "in"}:
        yield from by_account(words, index, bounds)
    elif low in FIGURE_NOUNS and index > bounds.start:
        yield from owned_figure(words, index, bounds)
    elif low in wishes.HAS:
        yield from wishes.has(words, index, bounds)
    if low in VERBS and low not in CITES:
        yield from reported(words, index, bounds, before)


def _cut(words: Sequence[Token], cue: Cue, cues: list[Cue]) -> Attribution:
    """The spans a cue covers: up to where another clause with a cue of its own begins."""
    spans = []
    mistaken = corrects(words, cue)
    if cue.left:
        start, stop = cue.left
        start = max(start, *_reports_of(words, cue, cues), start)
        start = next((i + 1 for i in range(stop - 1, start, -1) if words[i].text == ";"), start)
        for other in cues:
            border = _border(words, other)
            if (
                other is not cue
                and other.first < cue.first
                and border is not None
                and start < border < stop
                and other.leading
            ):
                start = start if other.naming == cue.naming else border
        spans.append((start, stop))
    if cue.right:
        start, stop = cue.right
        for other in cues:
            border = _border(words, other, _concedes(words, cue))
            told = other.force is Force.MENTIONS and words[other.first - 1].low == "had" and other.naming == cue.naming
            if told:
                continue  # "he had sold nine and had raised the price": still what he said
            if other is not cue and border is not None and start <= border < stop and other.first > cue.last:
                stop = border
        stop = min(stop, _comment(words, start, stop), *_retold(words, cue, cues), *_by_way_of(words, cue, cues, stop))
        if cue.begin and words[cue.begin - 1].text in _DASHES:
            stop = next((i for i in range(cue.last + 1, stop) if words[i].text in _DASHES), stop)
        if (main := _main_clause(words, cue, stop)) is not None:
            stop = main
        if mistaken or words[cue.first].low in _PROMISES:
            stop = next((i for i in range(start, stop) if words[i].text == ";"), stop)
        spans.append((start, stop))
        spans.extend(_resumed(words, (start, stop), cue.right[1], cues))
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
        _owns_figure(words, cue, cues),
        cue.rivals,
        mention and cue.right is None and cue.left is None,
        cue.counter,
        mistaken,
    )


def _resumed(words: Sequence[Token], said: tuple[int, int], end: int, cues: list[Cue]) -> Iterator[tuple[int, int]]:
    """What is said behind an aside in dashes: "she said 18 had come – not five, as the firm wrote – and two cooks"."""
    start, stop = said
    opening = next((i for i in range(stop, start, -1) if i < end and words[i].text in _DASHES), None)
    closing = next((i for i in range(stop + 1, end - 1) if words[i].text in _DASHES), None)
    if opening is None or closing is None or any(words[i].text == ";" for i in range(opening, closing)):
        return
    if not any(closing < other.last < end or closing < other.begin < end for other in cues):
        yield closing + 1, end


_DASHES = frozenset("–—-")


def _retold(words: Sequence[Token], cue: Cue, cues: list[Cue]) -> Iterator[int]:
    """Where the words of one who is quoted end: "he told police it was empty, police said"."""
    if cue.force is not Force.SAYS:
        return
    for other in cues:
        if other is cue or other.left is None or other.first <= cue.last or _reports_of(words, other, [cue]):
            continue
        if other.left[0] <= cue.begin and other.left[1] > cue.last:
            yield other.left[1]


def _by_way_of(words: Sequence[Token], cue: Cue, cues: list[Cue], stop: int) -> Iterator[int]:
    """Where "according to the Echo" begins behind what records show in the same sentence: the paper passes it on."""
    for other in cues if words[cue.first].low in _SHOWS else ():
        told = other is not cue and words[other.first].low == "according" and other.left is not None
        if told and other.naming != cue.naming and cue.last < other.first < stop and words[other.first - 1].text == ",":
            yield other.first - 1


_SHOWS = frozenset("show shows showed list lists listed indicate indicates indicated".split())


def _reports_of(words: Sequence[Token], cue: Cue, cues: list[Cue]) -> list[int]:
    """Where a paper's report begins of which the source stands behind: "the daily reports that …, according to"."""
    if words[cue.first].low not in {"according", "per"} or cue.leading:
        return []
    return [c.last + 1 for c in cues if words[c.first].low in {"report", "reports", "reported"} and c.last < cue.first]


def _comment(words: Sequence[Token], start: int, stop: int) -> int:
    """Where a remark on the figure begins that is no part of what was said: ", a sum that leaves out …"."""
    for here in range(start, stop - 3):
        if (
            words[here].text in ",–—-"
            and words[here + 1].low in {"a", "an"}
            and words[here + 2].low in {"figure", "number", "sum", "total", "toll", "claim", "count"}
            and words[here + 3].low != "of"
        ):
            return here
    return stop


def _owns_figure(words: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the source only gave the figure that is spoken of: "the firm's figure", "given by the firm"."""
    noun = words[cue.first].low in FIGURE_NOUNS and cue.first == cue.last
    if cue.left and cue.begin and words[cue.left[0]].low == "not" and words[cue.begin - 1].low == "as":
        # "she said it was three, not five, as the firm had claimed": she denies it
        return any(o is not cue and o.right and o.last < cue.left[0] < o.right[1] for o in cues)
    return noun or (words[cue.last].low == "by" and cue.force is not Force.DENIES)


_WHENS = frozenset("after when once before until since".split())


def _main_clause(words: Sequence[Token], cue: Cue, stop: int) -> int | None:
    """Where the sentence itself begins behind "After police said the road was clear, …": the outlet's own words."""
    lead = next((w for w in words[: cue.begin] if w.word), None)
    if not cue.leading or lead is None or lead.low not in _WHENS or words[cue.begin - 1] is not lead:
        return None
    for here in range(stop - 2, cue.last + 2, -1):
        if words[here].text != ",":
            continue
        close = next((i for i in range(here + 1, stop) if words[i].text == ","), stop)
        if any(verbal(w) for w in words[here + 2 : close]):
            return here
    return None


def _concedes(words: Sequence[Token], cue: Cue) -> bool:
    """Whether a cue's clause begins the sentence with "while", so that the main clause follows a comma."""
    lead = next((w for w in words[: cue.begin] if w.word), None)
    return lead is not None and lead.low in CONTRASTS | {"after", "when"}


def _border(words: Sequence[Token], other: Cue, comma: bool = False) -> int | None:
    """The word before a cue's clause that sets it off from the clause before: "while", "but", "and", ";"."""
    here = other.begin - 1
    if here >= 0 and words[other.begin].low in CONTRASTS | {"and"}:
        return other.begin
    if comma and here > 0 and words[here].text == ",":
        return here
    while here > 0 and (words[here].low in ADVERBS or words[here].text == ","):
        here -= 1
    if here <= 0:
        return None
    if words[here].low in CONTRASTS | {"and"} or words[here].text == ";":
        return here
    if words[here].low in {"before", "after", "when", "as"} and any(
        w.text == "," for w in words[max(0, here - 3) : here]
    ):
        return here
    return here + 1 if words[here].text == "—" else None
