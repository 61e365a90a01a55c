"""What a plain count counts: attribute, the words for it, and who it is about; bare figures go on from earlier ones."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reconcile.extract.attributes import (
    SORT_OF,
    THINGS,
    attribute_at,
    attribute_near,
)
from reconcile.extract.descriptions import LESS_TELLING, NO_NOUN, described, tells
from reconcile.extract.nouns import CONTINUING, colon_before, label, of_number, phrase, subject
from reconcile.extract.phrases import DETERMINERS, PREPOSITIONS
from reconcile.extract.predicates import Predicate, behind, predicate_of
from reconcile.extract.quantities import Mention
from reconcile.extract.text import Sentence
from reconcile.extract.tokens import Token
from reconcile.extract.wordforms import STATES, human, passive
from reconcile.model import Bound

PRONOUNS = frozenset("them these those whom which us you they others other more".split())

_FORCES = {"army": "soldiers", "military": "soldiers", "troops": "soldiers", "police": "police officers"}

_CARRIED_FAR = 6
"""Sentences over which a bare figure ("the toll stood at 31") may go on from an earlier count."""
_BESIDE = 4
"""Steps within which a word outweighs the figure that a pronoun points back to."""

_TRUSTED = 10
"""Steps within which a word beside a figure outweighs a verb that names no attribute."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What one count is about; `noun` is its noun phrase, `people` whether that names people."""

    attribute: str | None
    counted: str | None
    population: str | None
    noun: str | None
    people: bool | None
    sentence: int
    size: float | None


@dataclass(frozen=True, slots=True)
class Place:
    """A count among the others: its place in `found`, its sentence, its neighbours, the whole of which it is a part."""

    found: Sequence[Mention]
    number: int
    sentence: Sentence
    siblings: Sequence[Mention]
    whole: int | None

    @property
    def mention(self) -> Mention:
        """The count itself."""
        return self.found[self.number]

    @property
    def others(self) -> list[tuple[int, int]]:
        """The other numbers of its sentence as word ranges."""
        return [(o.first, o.last) for o in self.siblings if o is not self.mention]


@dataclass(frozen=True, slots=True)
class _Read:
    """What the words of the sentence tell: the noun, as words and as a range, whether it points back, the predicate."""

    noun: str | None
    span: tuple[int, int] | None
    pointing: bool
    shown: Predicate | None
    end: int

    @property
    def head(self) -> str | None:
        return self.noun.split()[-1].lower() if self.noun else None

    @property
    def thing(self) -> bool:
        """Whether what is counted is no people."""
        return self.head in THINGS or self.head in SORT_OF or human(self.head) is False


def count_of(place: Place, told: Mapping[int, Counted]) -> Counted:
    """What a count is about; `told` are the earlier counts of the text by their places."""
    joined = _goes_with(place, told)
    if joined is not None:
        return replace(joined, sentence=place.mention.sentence, size=size_of(place.mention))
    read = _read(place)
    named = label(place.sentence.words, place.mention.first)
    if read.noun is None and named is not None and named.split()[-1].lower() not in CONTINUING:
        return _labelled(place, named, read.shown)
    attribute = _attribute(place, read, told)
    noun, people = read.noun, human(read.head)
    back = _antecedent(place, told, attribute, read) if _goes_back(place, read) else None
    if back is not None:
        attribute = attribute or back.attribute
        noun, people = _noun_of(read, back)
    return _told(place, described(attribute, noun, people, read.shown), noun, people)


def _noun_of(read: _Read, back: Counted) -> tuple[str | None, bool | None]:
    """The noun of a figure that goes on from another; its own one where it is more than a word for what happened."""
    if read.noun is not None and not read.pointing and read.head not in NO_NOUN:
        return read.noun, human(read.head)
    if read.noun is not None and back.population is None:
        return read.noun, human(read.head)
    return back.noun, back.people


def _goes_back(place: Place, read: _Read) -> bool:
    """Whether a figure takes its noun from an earlier one."""
    if place.mention.found.value.bound is Bound.NONE and read.noun is None:
        return False
    if place.mention.head == "us":
        return False
    if read.noun is None or read.pointing or _coordinated(place, read):
        return True
    return read.noun.lower() in NO_NOUN and _definite(place, read)


def _coordinated(place: Place, read: _Read) -> bool:
    """ "four of its soldiers killed and 11 wounded": the people of the figure before are meant."""
    before = place.sentence.words[place.mention.first - 1].low if place.mention.first else ""
    return read.noun is not None and read.noun.lower() in NO_NOUN and before in {"and", ","}


def _definite(place: Place, read: _Read) -> bool:
    """ "the deaths", "its dead": named before."""
    if read.span is None or read.span[0] == 0:
        return False
    before = place.sentence.words[read.span[0] - 1].low
    start = place.sentence.words[read.span[0]].low
    return before in DETERMINERS - {"a", "an", "no", "any", "each", "every"} or start in {"the", "its", "their"}


def _read(place: Place) -> _Read:
    mention, words = place.mention, place.sentence.words
    span, pointing = _noun(place)
    stops = [o.first for o in place.siblings if o.first > mention.first and not (span and o.first < span[1])]
    end = max(mention.last, mention.noun[1], span[1] if span else 0)
    noun = _phrase(place, span)
    if span is not None and span[1] <= mention.first:
        return _Read(noun, span, pointing, behind(words, span[1], mention.first), end)
    return _Read(noun, span, pointing, predicate_of(words, mention.first, end, stops), end)


def _phrase(place: Place, span: tuple[int, int] | None) -> str | None:
    """The noun phrase; of "nine Kordian and three Veshi soldiers" the first is "Kordian soldiers"."""
    words = place.sentence.words
    if span is None:
        return None
    inner = next((o for o in place.siblings if span[0] < o.first < span[1]), None)
    if inner is not None and words[inner.first - 1].low in {"and", "or"}:
        return f"{phrase(words, span[0], inner.first - 1)} {words[span[1] - 1].text}"
    owner = words[span[0] - 1].low if span[0] else ""
    if words[span[1] - 1].low in {"dead", "deaths", "losses", "wounded"} and owner.endswith("'s"):
        force = _FORCES.get(owner.removesuffix("'s"))
        return force or phrase(words, *span)
    return phrase(words, *span)


def _noun(place: Place) -> tuple[tuple[int, int] | None, bool]:
    """The word range of what is counted, and whether it only points back ("of them", "others")."""
    mention, words = place.mention, place.sentence.words
    start, stop = mention.noun
    if place.whole is not None and place.whole == place.number + 1:
        start, stop = place.found[place.whole].noun
    while start < stop and not words[start].word:
        start += 1
    inner = next((o for o in place.siblings if start <= o.first < stop), None)
    if inner is not None and inner is not mention and words[inner.first - 1].low not in {"and", "or"}:
        start, stop = inner.noun
    if start < stop and (words[stop - 1].low in PRONOUNS or words[start].low == "those"):
        return None, True
    if start < stop and words[start - 1].low == "those" and passive(words[start]):
        return None, True
    if start == stop:
        return of_number(words, mention.first) or _level_of(place), _points(words, mention)
    return (start, stop), False


def _points(words: Sequence[Token], mention: Mention) -> bool:
    after = [w.low for w in words[mention.last : mention.last + 2]]
    before = words[mention.first - 1].low if mention.first else ""
    return (
        before in {"another", "further"}
        or after[:1] == ["others"]
        or after in (["of", "them"], ["of", "these"], ["of", "those"], ["of", "whom"])
    )


def _level_of(place: Place) -> tuple[int, int] | None:
    """The noun of "put the deaths at nine", "a party of five"; none where it only points back."""
    words, mention = place.sentence.words, place.mention
    if colon_before(words, mention.first) is not None:
        return None
    found = subject(words, mention.first)
    if found is None or words[found[1] - 1].low in CONTINUING or words[found[1] - 1].capital:
        return None
    if words[mention.first - 1].low == "of" and found[1] == mention.first - 1:
        return found
    return found if human(words[found[1] - 1].low) or attribute_at(words, found[1] - 1) else None


def _goes_with(place: Place, told: Mapping[int, Counted]) -> Counted | None:
    """The count of which a bare one is the other end or the repetition: "from 21 to 25", "three, not four"."""
    mention, words = place.mention, place.sentence.words
    if place.number - 1 not in told or mention.noun[1] > mention.noun[0]:
        return None
    before = place.found[place.number - 1]
    between = [w.low for w in words[before.last : mention.first]] if before.sentence == mention.sentence else []
    if between in (["of"], ["out", "of"]):
        return replace(told[place.number - 1], counted=told[place.number - 1].noun)
    if (
        between == ["to"]
        or (between[-1:] == ["from"] and len(between) < 4)
        or (between[-1:] == ["not"] and len(between) < 9)
    ):
        return told[place.number - 1]
    return None


def _attribute(place: Place, read: _Read, told: Mapping[int, Counted]) -> str | None:
    """The closed attribute that the predicate, the noun or the words around tell; None where none does."""
    words, mention = place.sentence.words, place.mention
    said = None if read.thing else _of_predicate(words, read)
    inside = _of_noun(words, read.span)
    if inside is not None and read.noun and " " in read.noun and read.head in STATES:
        return inside  # "27 workers dead"
    if said is not None or inside is not None:
        return said or inside
    if read.thing:
        return None
    whole = told.get(place.whole) if place.whole is not None else None
    if read.pointing or (whole is not None and read.shown is None):
        beside = attribute_near(words, mention, place.others, False)
        if beside is not None and beside[1] <= _BESIDE and whole is None:
            return beside[0]
        back = whole or _antecedent(place, told, None, read)
        return back.attribute if back else None
    if mention.head == "us":
        return None
    near = attribute_near(words, mention, place.others, place.sentence.key is not None)
    telling = read.shown is not None and read.span is not None and not set(read.shown.words) <= LESS_TELLING
    return near[0] if near and (not telling or near[1] <= _TRUSTED) else None


def _of_predicate(words: Sequence[Token], read: _Read) -> str | None:
    shown = read.shown
    if shown is None:
        return None
    if shown.before and shown.words == ("lost",) and human(read.head):
        return "deaths"
    for index in _looked_at(words, shown, read.end):
        inside = shown.start <= index < shown.stop
        found = attribute_at(words, index, whole_phrase=not inside or (shown.active and not shown.before))
        if found is not None and (inside or _by_phrase(words, index)):
            return found
    return None


def _looked_at(words: Sequence[Token], shown: Predicate, end: int) -> Iterator[int]:
    """The words of a predicate, and those that follow it or the object."""
    yield from range(shown.start, min(shown.stop, len(words)))
    start = end if shown.before else shown.stop
    for index in range(start, min(start + 4, len(words))):
        if not words[index].word:
            return
        yield index


def _by_phrase(words: Sequence[Token], index: int) -> bool:
    return not words[index].low.endswith("ed")


def _of_noun(words: Sequence[Token], span: tuple[int, int] | None) -> str | None:
    """The attribute that the counted words themselves name: "two deaths", "wounded soldiers", "46 passengers"."""
    if span is None:
        return None
    for index in (span[1] - 1, *range(span[0], span[1] - 1)):
        found = attribute_at(words, index)
        if found is not None and (found in _OF_THINGS or not _is_thing(words, span)):
            return found
    return None


def _is_thing(words: Sequence[Token], span: tuple[int, int]) -> bool:
    head = words[span[1] - 1].low
    return head in THINGS or head in SORT_OF or human(head) is False


_OF_THINGS = frozenset({"attendance", "cases", "jobs"})
"""Attributes that a noun for things can name: visits, infections, posts."""


def size_of(mention: Mention) -> float | None:
    """The upper end of a count as a number, None where it is open."""
    value = mention.found.value
    end = value.high if value.high is not None else value.low
    return float(end) if end is not None and not hasattr(end, "year") else None


def _antecedent(place: Place, told: Mapping[int, Counted], attribute: str | None, read: _Read) -> Counted | None:
    """The earlier count that a bare figure or a pronoun goes on from: alike in attribute and size, and near."""
    if place.whole is not None and place.whole in told:
        return told[place.whole]
    mine = size_of(place.mention)
    best: tuple[float, Counted] | None = None
    for number in range(place.number - 1, max(-1, place.number - 25), -1):
        other = told.get(number)
        if other is None or (other.noun is None and other.attribute is None):
            continue
        far = place.mention.sentence - other.sentence
        if far > _CARRIED_FAR:
            break
        cost = 0.5 * far + 0.2 * (place.number - number) + _unlike(mine, other.size)
        borrows = read.shown is not None or read.noun is not None
        if attribute not in (None, other.attribute) and not (borrows and _next_to(place, number, far, other)):
            cost += 9.0
        if best is None or cost < best[0]:
            best = cost, other
    return best[1] if best is not None and best[0] < 8 else None


def _next_to(place: Place, number: int, far: int, other: Counted) -> bool:
    """Whether a figure with an attribute of its own borrows who is counted: "Nine soldiers died, six were hurt"."""
    if number != place.number - 1 or not other.people or far > 1:
        return False
    mine = size_of(place.mention)
    words = place.sentence.words[place.mention.last : place.mention.last + 1]
    return far == 0 or bool(words and words[0].word and mine and other.size and mine <= other.size)


def _unlike(mine: float | None, other: float | None) -> float:
    """How ill two figures fit as counts of one thing: a later one is seldom many times the earlier one."""
    if not mine or not other:
        return 0.5
    times = math.log10(mine / other)
    return 3 * times if times > 0 else -0.3 * times


def _labelled(place: Place, named: str, shown: Predicate | None) -> Counted:
    """A figure behind its label: "Search dogs: 9"."""
    attribute = _of_label(place, named)
    told = [w for w in named.split() if w.lower() not in PREPOSITIONS and not (attribute and tells(w, attribute))]
    noun, people = " ".join(told) or None, human(told[-1].lower()) if told else None
    return _told(place, described(attribute, noun, people, shown), noun, people)


def _told(
    place: Place, description: tuple[str | None, str | None, str | None], noun: str | None, people: bool | None
) -> Counted:
    return Counted(*description, noun, people, place.mention.sentence, size_of(place.mention))


def _of_label(place: Place, named: str) -> str | None:
    """The attribute that a label names; a label for things ("Search dogs") names none."""
    words = place.sentence.words
    colon = colon_before(words, place.mention.first) or 0
    start = max(0, colon - len(named.split()) - 2)
    found = next((each for i in range(start, colon) if (each := attribute_at(words, i))), None)
    return None if named.split()[-1].lower() in SORT_OF and named.split()[0].lower() not in PREPOSITIONS else found


__all__ = ["Counted", "Place", "count_of", "size_of"]
