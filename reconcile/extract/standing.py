"""Who speaks where a claim stands, as evidence: how plainly its source is tied to it, and who else might be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcile.extract.trained.stances import CLASSES
from reconcile.extract.voices.hearing import Heard
from reconcile.extract.words.phrases import DETERMINERS
from reconcile.extract.words.text import Sentence
from reconcile.extract.words.tokens import Token
from reconcile.model import Claim, Span

_NEAR = 3
_FAR = 10
"""Words between a figure and its cue."""
_PLAIN = frozenset({"said", "says", "told", "according to", "added", "reported", "announced", "told reporters"})
_PRONOUNS = frozenset("he she they it".split())
_SPEAKERS = frozenset("we us our ours my mine i me you your i'd i've i'm we'd we've we're we'll i'll".split())
_TELLING = frozenset({"says", "finds", "denies", "mentions", "speak", "think"})
_ACCOUNTS = frozenset(
    """
        account accounts reckoning version view tally tallies figures records log logs claim claims estimate estimates
        sums story report reports books sure certain asked asking sought seeking seeks promised offered demanded
        wants hopes hoped lists convinced aware seen heard feared reckoned claimed
    """.split()
)
"""Words by which a figure is somebody's although no verb of saying stands there: "by her reckoning", "asked for"."""
_JOINTS = frozenset("and but while which who whose although because when after before though whereas".split())
_OPENERS = frozenset("but yet still however instead they he she it that this these those".split())
"""First words of a sentence that goes on with what was said before."""
_WISHES = frozenset(
    """
        want wants wanted demand demands demanded offer offers offered offering expect expects expected promise promises
        promised pledged hope hopes hoped speak speaks spoke ask asks asked see sees saw fear fears feared suggest
        suggests suggested sought seeks seeking asking hoping
    """.split()
)
_QUOTES = frozenset('“”"«»„')
_BREAKS = frozenset(";:—–-")


@dataclass(frozen=True, slots=True)
class Place:
    """The words `first` … `last` of a sentence that a claim covers."""

    sentence: Sentence
    number: int
    first: int
    last: int

    def distance(self, word: int) -> int:
        """How many words a word stands from the claim, 0 within it."""
        return max(self.first - word, word - self.last, 0)


class Standing:
    """The voices of an article by sentence."""

    def __init__(self, text: str, sentences: Sequence[Sentence], heard: Sequence[Heard]) -> None:
        self._text = text
        self._sentences = sentences
        self._voices: dict[int, list[Heard]] = {}
        self._unread: dict[int, list[int]] = {}
        for voice in heard:
            self._voices.setdefault(voice.sentence, []).append(voice)

    def place(self, span: Span, number: int) -> Place:
        """Where a span stands in the sentence of that number."""
        words = self._sentences[number].words
        first = next((i for i, word in enumerate(words) if word.end > span.start), len(words) - 1)
        last = first
        while last + 1 < len(words) and words[last + 1].start < span.end:
            last += 1
        return Place(self._sentences[number], number, first, last)

    def evidence(self, claim: Claim, place: Place) -> Iterator[str]:
        """What tells for and against the source of a claim."""
        if claim.cue_span is None or claim.source_span is None:
            yield from self._own(claim, place)
            return
        yield from self._cue(claim.cue_span, claim.source_span, place)
        yield from self._source(claim, claim.source_span, claim.cue_span)
        yield from self._around(place, "a source")

    def _own(self, claim: Claim, place: Place) -> Iterator[str]:
        """The article's own voice, or that of the agency: whether somebody may be speaking after all."""
        yield "own voice" if claim.source is None else "source: the agency"
        heard = [voice for voice in self._voices.get(place.number, ()) if voice.source is not None]
        if any(voice.content for voice in heard):
            yield "own voice beside a cue"
        elif heard:
            yield "own voice beside a name"
        before = self._spoken(place.number - 1)
        if before and self._sentences[place.number - 1].paragraph == place.sentence.paragraph:
            yield "own voice right behind a speaker"
        elif before:
            yield "own voice in the paragraph behind a speaker"
        first = next((word.low for word in place.sentence.words if word.word), "")
        if first in _OPENERS:
            yield "own voice that goes on from the sentence before"
        yield from self._around(place, "own voice")

    def _around(self, place: Place, voice: str) -> Iterator[str]:
        """Signs in the sentence that its words are somebody's."""
        words = place.sentence.words
        if self._unheard(place.number):
            yield f"{voice}, with a word of telling that nobody is heard for"
        if any(word.low in _SPEAKERS for word in words):
            yield f"{voice}, in the first person"
        if any(word.text in _QUOTES for word in words):
            yield f"{voice}, beside quotation marks"
        if any(word.text == ":" for word in words[: place.first]):
            yield f"{voice}, behind a colon"

    def _spoken(self, number: int) -> bool:
        return any(voice.content and voice.source is not None for voice in self._voices.get(number, ()))

    def _unheard(self, number: int) -> list[int]:
        """The words of telling of a sentence that are no cue of a voice."""
        if number not in self._unread:
            words = self._sentences[number].words
            voices = self._voices.get(number, ())
            known = [span for voice in voices if voice.content for span in (voice.cue, voice.source_span)]
            self._unread[number] = [
                here
                for here, word in enumerate(words)
                if _telling(words, here) and not any(span.start <= word.start < span.end for span in known)
            ]
        return self._unread[number]

    def _cue(self, cue: Span, source: Span, place: Place) -> Iterator[str]:
        """How the cue is tied to the claim."""
        sentence = place.sentence
        said = self._text[cue.start : cue.end].lower()
        if said in _PLAIN:
            yield "plain cue"
        else:
            yield "cue of a wish" if _WISHES & set(said.split()) else "other cue"
        if not sentence.start <= cue.start < sentence.end:
            yield "cue in another sentence"
            if "\n" in self._text[min(cue.end, sentence.start) : max(cue.start, sentence.start)]:
                yield "cue in another paragraph"
            return
        voices = [voice for voice in self._voices.get(place.number, ()) if voice.content]
        if len(voices) > 1:
            yield "several cues in the sentence"
        yield from _between(place, cue, max(cue.end, source.end))

    def _source(self, claim: Claim, source: Span, cue: Span) -> Iterator[str]:
        """How the source is named."""
        name = self._text[source.start : source.end]
        if name.lower() in _PRONOUNS:
            yield "speaker by a pronoun"
        elif name[:1].islower() and not name.lower().startswith(("the ", "a ", "an ")):
            yield "speakers without an article"
        if claim.source is not None and not (claim.source.body or claim.source.person):
            yield "source without a name"
        if max(cue.start - source.end, source.start - cue.end) > len(", "):
            yield "name apart from its cue"
        if claim.via:
            yield "passed on"


def _between(place: Place, cue: Span, told: int) -> Iterator[str]:
    """What stands between a claim and its cue; `told` is where the cue and a source behind it end."""
    words = place.sentence.words
    leading = cue.start < words[place.first].start
    if leading:
        begin = next((here for here, word in enumerate(words) if word.start >= told), place.first)
        begin += words[begin].text == "," and words[begin - 1].end == told > cue.end
        span = range(begin, place.first)
    else:
        span = range(place.last + 1, next((here for here, word in enumerate(words) if word.start >= cue.start), 0))
    between = words[span.start : span.stop]
    yield (
        "cue beside the figure"
        if len(between) <= _NEAR
        else ("cue near the figure" if len(between) <= _FAR else "far from its cue")
    )
    if any(word.text in _BREAKS for word in between) or sum(word.text == "," for word in between) > 1:
        yield "marks between figure and cue"
    if leading and any(words[here].text == "," and words[here + 1].low != "that" for here in span):
        yield "a comma between cue and figure"
    if any(word.low in _JOINTS for word in between):
        yield "a clause between figure and cue"
    if any(_telling(words, here) and CLASSES.get(words[here].low) in _TELLING for here in span):
        yield "another verb of telling between figure and cue"


def _telling(words: Sequence[Token], here: int) -> bool:
    low = words[here].low
    if low in _ACCOUNTS:
        return True
    if CLASSES.get(low, "noun") == "noun":
        return False
    before = words[here - 1].low if here else ""
    return before not in DETERMINERS and before not in {"of", "to"}
