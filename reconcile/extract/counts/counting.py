"""What a plain count counts: attribute, the words for it, and who it is about; bare figures go on from earlier ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reconcile.extract.counts.antecedents import Counted, Place, antecedent, demanded, insisted, same_thing, size_of
from reconcile.extract.counts.attributes import attribute_at
from reconcile.extract.counts.descriptions import LESS_TELLING, MARKS, NO_NOUN, described, tells
from reconcile.extract.counts.fellows import first_of_row, past_ages, past_fellows, past_own_aside, points_back
from reconcile.extract.counts.freenames import BUILT, SORT_OF, free_name
from reconcile.extract.counts.happened import of_predicate
from reconcile.extract.counts.named import attribute_of
from reconcile.extract.counts.nouns import CONTINUING, colon_before, label, of_number, phrase, subject
from reconcile.extract.counts.portions import is_whole, of_whole
from reconcile.extract.counts.predicates import Predicate, behind, past_aside, past_relative, predicate_of
from reconcile.extract.counts.rises import RISES
from reconcile.extract.counts.single import Read
from reconcile.extract.words.phrases import AUXILIARIES, BE, DETERMINERS, PREPOSITIONS, SUBORDINATORS, plural, verbal
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import PEOPLE, human, passive
from reconcile.model import CLOSED_ATTRIBUTES, Bound

PRONOUNS = frozenset("them these those whom which us you they others other more".split())
_FORCES = {"army": "soldiers", "military": "soldiers", "troops": "soldiers", "police": "police officers"}


def count_of(place: Place, told: Mapping[int, Counted]) -> Counted:
    """What a count is about; `told` are the earlier counts of the text by their places."""
    joined = _goes_with(place, told) or demanded(place, told)
    if joined is not None:
        return replace(joined, sentence=place.mention.sentence, size=size_of(place.mention))
    read = _read(place)
    named = label(place.sentence.words, place.mention.first)
    if read.noun is None and named is not None and named.split()[-1].lower() not in CONTINUING:
        return _labelled(place, named, read.shown)
    attribute = attribute_of(place, read, told)
    noun, people = read.noun, human(read.head)
    back = antecedent(place, told, attribute, read.borrows) if _goes_back(place, read) else None
    demanding = read.shown is not None and read.shown.before and attribute is None
    if back is not None and demanding and not read.pointing:
        back = None  # "The rules demanded fourteen"
    if back is not None and read.shown is None and insisted(place):
        return replace(back, sentence=place.mention.sentence, size=size_of(place.mention))
    if back is None and noun is None and place.mention.head == "names":
        noun = "names"
    if back is not None:
        attribute = attribute or back.attribute
        noun, people = _noun_of(read, back)
    if back is None and attribute is None and _says_no_more(read):
        same = same_thing(place, told, read.head)
        if same is not None:
            return replace(same, noun=noun, sentence=place.mention.sentence, size=size_of(place.mention))
    kind = _which(place, read)
    if kind is not None:
        noun, people = kind, True
    told_of = _sharing(place, told, read) or described(attribute, noun, people, read.shown)
    if read.pointing and told_of[1] is not None and kind is None and back is not None:
        told_of = (told_of[0], told_of[1] + _tail(place, read), told_of[2])
    return _told(place, told_of, noun, people)


def _sharing(place: Place, told: Mapping[int, Counted], read: Read) -> tuple[str | None, str | None, str | None] | None:
    """ "Destroyed five bridges and some 60 homes": what was built shares the verb of the count before."""
    before, words = told.get(place.number - 1), place.sentence.words
    if before is None or read.head not in BUILT or read.shown is not None or not place.mention.first:
        return None
    beside = before.sentence == place.mention.sentence and words[place.mention.first - 1].low in {"and", ","}
    if not beside or before.attribute != "damage" or not before.counted or read.noun is None:
        return None
    return "damage", f"{read.noun} {before.counted.split()[-1]}", None


def _says_no_more(read: Read) -> bool:
    """Whether a count says what is counted in one word, and not what happened."""
    return read.noun == read.head and (read.shown is None or set(read.shown.words) <= LESS_TELLING)


def _labelled(place: Place, named: str, shown: Predicate | None) -> Counted:
    """A figure behind its label: "Search dogs: 9"."""
    attribute = _of_label(place, named)
    told = [w for w in named.split() if w.lower() not in PREPOSITIONS and not (attribute and tells(w, attribute))]
    if len(told) == 2 and told[1].lower() in {"cast", "counted"}:
        return _told(place, (free_name(told[0]), named, None), told[0], human(told[0].lower()))  # "Votes cast: 812"
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


def _which(place: Place, read: Read) -> str | None:
    """ "four of the dead were officers": what the part is."""
    words = place.sentence.words
    if is_whole(place):
        return None
    if read.end + 1 >= len(words) or words[read.end].low not in BE or place.mention.last == read.end:
        return None
    after = words[read.end + 1]
    following = words[read.end + 2] if read.end + 2 < len(words) else None
    ends = following is None or not following.word or following.low in PREPOSITIONS | {"and", "who"}
    return after.text if plural(after.low) and after.low in PEOPLE - NO_NOUN and ends else None


def _tail(place: Place, read: Read) -> str:
    """What is said of a part of those already counted: " who came from our own district"."""
    words, shown = place.sentence.words, read.shown
    if shown is None or shown.before or attribute_at(words, shown.start) or set(shown.words) <= LESS_TELLING | MARKS:
        return ""
    if (
        of_predicate(words, read.shown, read.head, read.end) is not None
        or words[shown.start].low in AUXILIARIES | PREPOSITIONS
    ):
        return ""
    kept = []
    for token in words[shown.start : shown.stop + _TAIL]:
        if not token.word or (token.low in {"and", "but"} | SUBORDINATORS):
            break
        kept.append(token.text)
    return " who " + " ".join(kept)


_TAIL = 5


def _noun_of(read: Read, back: Counted) -> tuple[str | None, bool | None]:
    """The noun of a figure that goes on from another; its own one where it is more than a word for what happened."""
    if read.noun is not None and not read.pointing and read.head not in NO_NOUN:
        return read.noun, human(read.head)
    if read.noun is not None and back.population is None:
        return read.noun, human(read.head)
    return back.noun, back.people


def _goes_back(place: Place, read: Read) -> bool:
    """Whether a figure takes its noun from an earlier one."""
    if place.mention.found.value.bound is Bound.NONE and read.noun is None:
        return False
    if place.mention.head == "us":
        return False
    if read.noun is None or read.pointing or _coordinated(place, read):
        return True
    return read.noun.lower() in NO_NOUN and _definite(place, read)


def _coordinated(place: Place, read: Read) -> bool:
    """ "four of its soldiers killed and 11 wounded": the people of the figure before are meant."""
    before = place.sentence.words[place.mention.first - 1].low if place.mention.first else ""
    return read.noun is not None and read.noun.lower() in NO_NOUN and before in {"and", ","}


def _definite(place: Place, read: Read) -> bool:
    """ "the deaths", "its dead": named before."""
    if read.span is None or read.span[0] == 0:
        return False
    before = place.sentence.words[read.span[0] - 1].low
    start = place.sentence.words[read.span[0]].low
    return before in DETERMINERS - {"a", "an", "no", "any", "each", "every"} or start in {"the", "its", "their"}


def _read(place: Place) -> Read:
    mention, words = place.mention, place.sentence.words
    span, pointing = _noun(place)
    stops = [o.first for o in place.siblings if o.first > mention.first and not (span and o.first < span[1])]
    end = max(mention.last, mention.noun[1], span[1] if span else 0)
    if pointing and mention.noun[1] > mention.noun[0] and words[mention.noun[0]].low in PRONOUNS:
        end = mention.noun[0] + 1
    if [w.low for w in words[mention.last : mention.last + 2]] in (["of", "whom"], ["of", "which"]):
        end = mention.last + 2
    end = past_ages(words, end)
    noun = _phrase(place, span)
    if span is not None and span[1] <= mention.first:
        shown = behind(words, span[1], mention.first)
        return Read(noun, span, pointing, None if shown and set(shown.words) <= RISES else shown, end)
    shown = of_whole(words, end, stops) if is_whole(place) else _shown(place, end, stops)
    if shown is None and end < len(words) and words[end].low in MARKS:
        shown = Predicate((words[end].low,), end, end + 1)  # "six of them seriously"
    return Read(noun, span, pointing, shown, end)


def _shown(place: Place, end: int, stops: Sequence[int]) -> Predicate | None:
    """The predicate of a count, behind an aside or a relative clause where one stands between."""
    words, mention = place.sentence.words, place.mention
    end = past_own_aside(words, mention.first, past_fellows(words, end))
    stops = [stop for stop in stops if stop >= end]
    after = past_aside(words, end)
    partitive = mention.last < len(words) and words[mention.last].low == "of"
    if after is None and (partitive or (place.whole is not None and place.whole == place.number + 1)):
        after = past_relative(words, end)
    if after is not None:
        limit = min([stop for stop in stops if stop > after] + [len(words)])
        found = behind(words, after, limit)
        if found is not None and not _verb_before(words, mention.first):
            return found
    found = predicate_of(words, mention.first, end, stops)
    return found or predicate_of(words, first_of_row(place), len(words), ())


def _verb_before(words: Sequence[Token], first: int) -> bool:
    """Whether a number is the object of a verb right before it, so that what follows an aside is another clause."""
    return first > 0 and (verbal(words[first - 1]) or words[first - 1].low.endswith("ing"))


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
    if start < stop and (words[stop - 1].low in PRONOUNS or words[start].low in PRONOUNS - {"other", "more"}):
        return None, True
    if start < stop and words[start - 1].low == "those" and passive(words[start]):
        return None, True
    if start < stop and words[stop - 1].low == "names" and start == mention.last:
        return None, True  # "her list has 31 names": of those told of before
    if start == stop:
        return of_number(words, mention.first) or _level_of(place), points_back(words, mention)
    return (start, stop), False


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
        part = told[place.number - 1]
        named = part.attribute if part.attribute in CLOSED_ATTRIBUTES or not part.noun else free_name(part.noun)
        return replace(part, attribute=named, counted=part.noun)
    if (
        between == ["to"]
        or (between[-1:] == ["from"] and len(between) < 4)
        or (between[-1:] == ["not"] and len(between) < 9)
    ):
        return told[place.number - 1]
    return None
