"""The voices of a whole article: every cue with its source resolved, quotations given to their speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reconcile.extract.names.cast import Cast, Voice
from reconcile.extract.names.naming import Naming
from reconcile.extract.names.speakers import Speaker
from reconcile.extract.trained.listening import Listener
from reconcile.extract.voices.attribution import Attribution, attributions
from reconcile.extract.voices.denials import REPORTS
from reconcile.extract.voices.dialogue import Turn, turns_of
from reconcile.extract.voices.holding import GIVES, gives
from reconcile.extract.voices.selfsaid import of_its_subject
from reconcile.extract.voices.speeches import quoted_words, speeches_of
from reconcile.extract.words.text import Layout, Quotation, Sentence
from reconcile.model import Document, Modality, Section, Source, Span, Stance


@dataclass(frozen=True, slots=True)
class Heard:
    """A resolved cue: who says what `content` covers; `source` None is the article's own voice.

    `source_span` holds the apposition, too, `name_span` the name alone. `resolved` is False where the source is a
    word of which the article does not tell who it is; `counter` tells that it denies a number that another asserts,
    `asked` that an interviewer only asks.
    """

    sentence: int
    source: Source | None
    source_span: Span
    cue: Span
    content: tuple[Span, ...]
    stance: Stance
    modality: Modality
    relay: Source | None = None
    owns_figure: bool = False
    resolved: bool = True
    counter: bool = False
    name_span: Span | None = None
    asked: bool = False
    spoken: bool = False

    @property
    def name(self) -> Span:
        """Where the name stands, without its apposition."""
        return self.name_span or self.source_span

    @property
    def rank(self) -> tuple[bool, int, bool]:
        """What orders several that cover a figure: who speaks before whom he speaks of, the narrowest, no relay."""
        return self.spoken, self.width, self.relay is None

    def covers(self, offset: int) -> bool:
        """Whether the words at `offset` are said by this source."""
        return any(span.start <= offset < span.end for span in self.content)

    @property
    def width(self) -> int:
        """Characters covered; the narrowest of several that cover a figure holds it."""
        return sum(span.end - span.start for span in self.content)


def hear(document: Document, layout: Layout, listener: Listener | None = None) -> list[Heard]:
    """All attributions of an article in order, quotations included: by the rules, then by a listener if given."""
    cast = Cast(document)
    speeches = speeches_of(document, layout)
    heard: list[Heard] = []
    by_sentence: list[list[Heard]] = []
    marks = quoted_words(layout.sentences, speeches)
    turns = {turn.at: turn for turn in turns_of(document, layout)}
    turn: Turn | None = None
    for number, (sentence, quoted) in enumerate(zip(layout.sentences, marks, strict=True)):
        resolved = []
        turn = turns.get(sentence.start, turn if turn and sentence.start < turn.end else None)
        if turn is not None:
            resolved = _turn(cast, turn, sentence, number)
            quoted = _said_in(turn, sentence, quoted)
        found = attributions(sentence.words, quoted)
        if listener is not None:
            found += listener.overheard(sentence.words, quoted, found)
        if not (number and _heard_before(layout.sentences, number, by_sentence[-1])):
            found = [of_its_subject(each, sentence.words) for each in found]
        named = [h for a in found if (h := _resolve(cast, a, number)) is not None]
        if (teller := _teller(named)) is not None:
            cast.resume(teller)
        speech = marks[number] if any(marks[number]) else None
        resolved += [replace(h, spoken=True) if speech and _spoken(h, sentence, speech) else h for h in named]
        if number and resolved:
            resolved = _said_back(resolved, sentence, layout.sentences[number - 1], by_sentence[-1])
        by_sentence.append(resolved)
        heard.extend(resolved)
    heard.extend(_speakers_of(layout.sentences, speeches, by_sentence))
    heard.extend(_listed(layout.sentences, by_sentence))
    return heard


def _heard_before(sentences: Sequence[Sentence], number: int, heard: Sequence[Heard]) -> bool:
    """Whether somebody speaks in the sentence before, of the same paragraph."""
    same = sentences[number - 1].paragraph == sentences[number].paragraph
    return same and any(each.content and each.source is not None for each in heard)


_ALSO = frozenset({"too", "also", "not", "n't", "well"})
_THAT_IS = frozenset({("that's",), ("that", "is"), ("this", "is"), ("that", "was"), ("this", "was"), ("all", "this")})


def _said_back(resolved: list[Heard], sentence: Sentence, before: Sentence, heard: Sequence[Heard]) -> list[Heard]:
    """With the sentence before, for "That's according to the fire service": what nobody else is named for."""
    lows = [w.low.replace("’", "'") for w in sentence.words[:6] if w.word]
    stop = next((i for i, low in enumerate(lows) if low in {"according", "what"}), 0)
    gave = _gave_it(resolved, sentence)
    if lows[stop : stop + 1] == ["what"] and not _ALSO.isdisjoint(w.low for w in sentence.words):
        return resolved
    if (given := _gives_the_figure(resolved, sentence)) is not None:
        if before.paragraph != sentence.paragraph or any(h.content and h.source is not None for h in heard):
            return resolved
        return [*resolved, replace(given, content=(Span(before.start, before.end),))]
    if not gave and (not stop or not any(tuple(lows[: len(that)]) == that for that in _THAT_IS)):
        return resolved
    if before.paragraph != sentence.paragraph or any(h.content and h.source is not None for h in heard):
        return resolved
    span = Span(before.start, before.end)
    back = gave or [h for h in resolved if h.source is not None]
    return [replace(h, content=(span, *h.content)) if h in back else h for h in resolved]


def _gave_it(resolved: Sequence[Heard], sentence: Sentence) -> list[Heard]:
    """Who only gave the figure that stands before: "The ministry gave the figure in the morning"."""
    words = sentence.words
    cues = {word.start for index, word in enumerate(words) if word.low in GIVES and gives(words, index, len(words))}
    return [h for h in resolved if h.source is not None and h.cue.start in cues] if cues else []


_GAVE = frozenset("gave gives released announced provided supplied published issued confirmed".split())
_THE_FIGURE = frozenset(
    (article, noun)
    for article in ("the", "this", "that", "these", "those")
    for noun in ("figure", "figures", "number", "numbers", "toll", "count", "total", "estimate")
)


def _gives_the_figure(resolved: Sequence[Heard], sentence: Sentence) -> Heard | None:
    """Who "gave the figure in the morning" that stands in the sentence before, and no other one."""
    words = sentence.words
    for here in range(1, len(words) - 2):
        if words[here].low in _GAVE and (words[here + 1].low, words[here + 2].low) in _THE_FIGURE:
            after = words[here + 3 : here + 5]
            if any(w.low in {"of", "at", "as"} or w.text[0].isdigit() for w in after):
                return None
            return next((h for h in resolved if h.cue.start == words[here].start and h.source is not None), None)
    return None


def _listed(sentences: Sequence[Sentence], by_sentence: Sequence[Sequence[Heard]]) -> list[Heard]:
    """The items of a list whose first words name who gives them: "the warden gave these figures:"."""
    found = []
    for number, sentence in enumerate(sentences[:-1]):
        items = _items(sentences, number) if sentence.words[-1].text == ":" else []
        voice = next((h for h in reversed(by_sentence[number]) if h.cue.end > h.source_span.start), None)
        if items and voice is not None and voice.stance is not Stance.DENIES:
            found.append(replace(voice, content=(Span(items[0].start, items[-1].end),)))
    return found


def _items(sentences: Sequence[Sentence], lead: int) -> list[Sentence]:
    """The list items right behind a sentence."""
    stop = lead + 1
    while stop < len(sentences) and sentences[stop].section is Section.BULLET:
        stop += 1
    return list(sentences[lead + 1 : stop])


def _teller(named: Sequence[Heard]) -> Source | None:
    """Who tells in a sentence what somebody else says."""
    for outer in named:
        inner = any(outer.covers(h.name.start) and outer.cue.start < h.cue.start for h in named if h is not outer)
        if inner and outer.source is not None:
            return outer.source
    return None


_NAMING_CUES = frozenset("according per citing quoting".split())
"""Cues that name a source even in somebody's mouth: "According to the laboratory, 22 kilograms"."""


_KNOWN = frozenset("the my her their".split())
"""Before somebody whom a speaker passes on: "My uncle, who drives, says 40", not "one tenant says"."""
_POINTING = 6
"""Characters of "their " before a name."""
_TELLS = frozenset("says say reports report".split())


def _spoken(heard: Heard, sentence: Sentence, quoted: Sequence[bool]) -> bool:
    """Whether a cue is a word of speech: "one tenant told us he pays 900", the adviser said.

    Who is told of as a known source, "the army says nine", is the source that the speaker passes on.
    """
    for word, mark in zip(sentence.words, quoted, strict=True):
        if mark and word.start == heard.cue.start and word.low not in _NAMING_CUES:
            near = [w.low for w in sentence.words if heard.name.start - _POINTING <= w.start <= heard.name.start]
            return word.low not in _TELLS or _KNOWN.isdisjoint(near[-2:])
    return False


def _turn(cast: Cast, turn: Turn, sentence: Sentence, number: int) -> list[Heard]:
    """The speaker of a turn at its first sentence; the question in one of an interviewer."""
    if turn.naming is None:
        span = Span(turn.label.start, turn.label.start)
        asks = sentence.words[-1].text == "?"
        content = (Span(sentence.start, sentence.end),)
        heard = Heard(number, None, span, span, content, Stance.ASSERTS, Modality.STATED, asked=True)
        return [heard] if asks else []
    voice = cast.resolve(turn.naming) if sentence.start == turn.at else None
    if voice is None:
        return []
    said = (Span(turn.start, turn.end),)
    source = _source(voice.speaker)
    return [Heard(number, source, turn.label, turn.label, said, Stance.ASSERTS, Modality.STATED)]


def _said_in(turn: Turn, sentence: Sentence, quoted: list[bool]) -> list[bool]:
    """Which words of a sentence stand in speech where the whole turn is what somebody says."""
    if turn.naming is None:
        return quoted
    return [mark or word.start >= turn.start for mark, word in zip(quoted, sentence.words, strict=True)]


def _resolve(cast: Cast, attribution: Attribution, number: int) -> Heard | None:
    if attribution.naming is None:
        return None
    unnamed = attribution.naming.words[0].low in REPORTS | {"confirm", "verify"} and attribution.relay is None
    if unnamed and attribution.modality is Modality.UNCONFIRMED:
        name = attribution.naming.words[0]
        return Heard(
            number,
            None,
            Span(name.start, name.end),
            attribution.cue,
            attribution.content,
            attribution.stance,
            attribution.modality,
        )
    relay = cast.resolve(attribution.relay) if attribution.relay else None
    if attribution.silent:
        voice = cast.mention(attribution.naming, attribution.rivals)
    else:
        voice = cast.resolve(attribution.naming, attribution.aside)
    if voice is None:
        return None
    return Heard(
        number,
        _source(voice.speaker),
        _printed(attribution.naming, voice),
        attribution.cue,
        attribution.content,
        Stance.DENIES if attribution.mistaken and voice.speaker is None else attribution.stance,
        attribution.modality,
        _source(relay.speaker) if relay else None,
        attribution.owns_figure,
        voice.resolved,
        attribution.counter,
        Span(voice.start, voice.end),
    )


def _printed(naming: Naming, voice: Voice) -> Span:
    """The name with its apposition: "Ada Corr, the harbour master"."""
    places = [voice.start, voice.end, *(w.start for w in naming.gloss[:1]), *(w.end for w in naming.gloss[-1:])]
    return Span(min(places), max(places))


def _source(speaker: Speaker | None) -> Source | None:
    return speaker.source if speaker else None


def _speakers_of(
    sentences: Sequence[Sentence], speeches: Sequence[Quotation], by_sentence: Sequence[Sequence[Heard]]
) -> list[Heard]:
    """Give each quotation to the cue beside it, else to the last voice of its paragraph or of the quotation before."""
    given: list[Heard] = []
    previous: Heard | None = None
    begin = 0
    for speech in speeches:
        while begin < len(sentences) and sentences[begin].end <= speech.start:
            begin += 1
        end = begin
        while end + 1 < len(sentences) and sentences[end + 1].start < speech.end:
            end += 1
        if begin >= len(sentences):
            break
        cue = _beside(speech, begin, end, by_sentence) or _before(speech, begin, sentences, by_sentence, given)
        if cue is None and speech.carried:
            cue = previous
        if cue is not None:
            given.append(_with_content(cue, speech))
        previous = given[-1] if cue is not None else None
    return _opened_before(given, speeches)


def _opened_before(given: list[Heard], speeches: Sequence[Quotation]) -> list[Heard]:
    """With the paragraphs of a quotation whose speaker is named only in a later one of them."""
    by_start = {voice.content[0].start: voice for voice in given}
    for before, after in zip(reversed(speeches[:-1]), reversed(speeches[1:]), strict=True):
        voice = by_start.get(after.start)
        if after.carried and voice is not None and before.start not in by_start:
            by_start[before.start] = _with_content(voice, before)
            given.append(by_start[before.start])
    return given


def _beside(speech: Quotation, begin: int, end: int, by_sentence: Sequence[Sequence[Heard]]) -> Heard | None:
    """The cue right behind the quotation, or the last one before it in its sentence."""
    behind = [h for h in by_sentence[end] if h.cue.start >= speech.end]
    if behind and any(span.start < speech.end and span.end > speech.start for span in behind[0].content):
        return behind[0]
    ahead = [h for h in by_sentence[begin] if h.cue.end <= speech.start and h.content]
    if ahead:
        return ahead[-1]
    return behind[0] if behind and behind[0].cue.start - speech.end < 60 else None


def _before(
    speech: Quotation,
    begin: int,
    sentences: Sequence[Sentence],
    by_sentence: Sequence[Sequence[Heard]],
    given: Sequence[Heard],
) -> Heard | None:
    """The last voice before the quotation in its paragraph."""
    best: Heard | None = None
    for number in range(begin, -1, -1):
        if sentences[number].paragraph != speech.paragraph and not (
            number == begin - 1
            and sentences[number].words[-1].text == ":"
            and sentences[number].paragraph == speech.paragraph - 1
        ):
            break
        said = [h for h in by_sentence[number] if h.cue.start < speech.start]
        if said:
            best = said[-1]
            break
    for spoken in reversed(given):
        if spoken.content and spoken.content[0].end <= speech.start:
            same = sentences[spoken.sentence].paragraph == speech.paragraph
            if same and (best is None or best.cue.start < spoken.cue.start):
                return spoken
            break
    return best


def _with_content(cue: Heard, speech: Quotation) -> Heard:
    return Heard(
        cue.sentence,
        cue.source,
        cue.source_span,
        cue.cue,
        (Span(speech.start, speech.end),),
        Stance.ASSERTS if cue.stance is Stance.DENIES else cue.stance,
        cue.modality,
        cue.relay,
        resolved=cue.resolved,
        name_span=cue.name_span,
    )
