"""What speaks for and against two claims of one event answering one question: each sign by name, and how much of it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from reconcile.model import CLOSED_ATTRIBUTES, RUNNING_ATTRIBUTES, Kind
from reconcile.resolve.entry import ORDINALS, OWN_WORDS, Entry
from reconcile.resolve.keys import day_of
from reconcile.resolve.questions.doubts import more_than_all
from reconcile.resolve.questions.setting import NEIGHBOURS, STATES, Setting
from reconcile.resolve.relations.figures import fit_of, span_of
from reconcile.resolve.words.everyday import EVERYWHERE, OFTEN
from reconcile.resolve.words.terms import concepts, plain, word_set
from reconcile.values import Fit

_FROM_NONE = 0.5
_SHORTLY = 14
"""Days after an event within which reports tell of it without naming its day."""

_SET_AGAINST = re.compile(
    r"\b(?:puts?|putting|gave|gives|spoke of|speaks of|but|while|whereas|however|insist\w*|instead|only|"
    r"own count|den(?:y|ies|ied)|disput\w+)\b",
    re.I,
)
_LOOSE = ("age", "date", "time")
"""Sorts of figures of which an event has many that have nothing to do with each other."""


def both_lone(left: Entry, right: Entry, setting: Setting) -> bool:
    """Whether both count the only people of whom their documents tell it, so that they are taken to be the same."""
    if left.document.id == right.document.id or left.words & STATES != right.words & STATES:
        return False
    return left.facet in setting.uniform or (left.id in setting.lone and right.id in setting.lone)


def evidence(left: Entry, right: Entry, setting: Setting) -> Iterator[tuple[str, float]]:
    """Each piece of evidence by name, with how much of it there is."""
    yield "base", 1.0
    yield from _attributes(left, right, setting)
    yield from _words(left, right, setting)
    yield from _people(left, right, setting)
    yield from _places(left, right)
    yield from _windows(left, right)
    yield from _figures(left, right)
    yield from _telling(left, right, setting)


def _attributes(left: Entry, right: Entry, setting: Setting) -> Iterator[tuple[str, float]]:
    closed = [entry.facet in CLOSED_ATTRIBUTES for entry in (left, right)]
    if all(closed):
        yield from _fixed_names(left, right, setting)
    elif any(closed):
        yield ("one attribute" if left.facet and right.facet else "attribute by one"), 1.0
        yield from _sentence_names(left, right)
    elif left.facet and left.facet == right.facet:
        yield "same words for it", 1.0
    elif left.facet and right.facet:
        yield "other words for it", 1.0


def _fixed_names(left: Entry, right: Entry, setting: Setting) -> Iterator[tuple[str, float]]:
    """Of two attributes with a fixed name: the same, neighbours that no document tells apart, or others."""
    if left.sort in _LOOSE:
        yield "loose attribute", 1.0
    elif left.facet == right.facet:
        yield "same attribute", 1.0
    elif {left.facet, right.facet} in NEIGHBOURS and {left.facet, right.facet} not in setting.parted:
        yield "neighbouring attribute", 1.0
    else:
        yield "other attribute", 1.0


def _sentence_names(left: Entry, right: Entry) -> Iterator[tuple[str, float]]:
    """What the sentence of a figure without an attribute names: that of the other, as in "the toll rose to 16"."""
    told, bare = (left, right) if left.facet in CLOSED_ATTRIBUTES else (right, left)
    if bare.facet:
        return
    if OWN_WORDS.get(told.facet, frozenset()) & bare.near:
        yield "named in its sentence", 1.0
    elif any(words & bare.near for name, words in OWN_WORDS.items() if name in RUNNING_ATTRIBUTES):
        yield "another named in its sentence", 1.0


def _words(left: Entry, right: Entry, setting: Setting) -> Iterator[tuple[str, float]]:
    yield "sentence", alike(left.near, right.near)
    yield "quotation", alike(left.quoted, right.quoted) if left.sort != "date" else 0.0
    yield "qualified otherwise", float(left.qualified - ORDINALS != right.qualified - ORDINALS)
    yield "another of its kind", float(bool((left.qualified ^ right.qualified) & ORDINALS - {"first"}))
    if left.facet == right.facet and left.facet in setting.phased:
        yield "another phase", float(left.words & STATES != right.words & STATES)
    if left.sort == "date":
        yield from _happenings(left, right, setting)
        return
    mine, theirs = left.words, right.words
    if left.facet in CLOSED_ATTRIBUTES:
        mine, theirs = mine - setting.words - EVERYWHERE, theirs - setting.words - EVERYWHERE
    yield "description", alike(left.words, right.words)
    yield "described alike", float(left.words == right.words and len(left.words) > 1)
    if other_selection(left, right, setting):
        yield "described otherwise", 1.0
    elif not mine and not theirs:
        yield ("nothing described" if left.facet and right.facet else "nothing said"), 1.0
    elif (not mine or not theirs) and both_lone(left, right, setting):
        yield "taken to be the same", 1.0
    elif not mine or not theirs:
        yield "one described", 1.0
        yield "described by one", min(3, len(mine | theirs))
    elif mine - theirs and theirs - mine:
        yield from _described_otherwise(left, right, bool(mine & theirs))


def _described_otherwise(left: Entry, right: Entry, partly: bool) -> Iterator[tuple[str, float]]:
    if left.sort == "age" and bool(left.named) is not bool(right.named):
        yield "named by one", 1.0
    elif partly:
        yield "described partly otherwise", 1.0
        yield "none of it against some", float(_none_against_some(left, right))
    else:
        yield "described otherwise", 1.0


def _none_against_some(left: Entry, right: Entry) -> bool:
    """Whether one says that there is none of a thing and the other that there is some."""
    return (_end(left) == 0) is not (_end(right) == 0)


def _happenings(left: Entry, right: Entry, setting: Setting) -> Iterator[tuple[str, float]]:
    """Of days: whether they are told of one happening, of the event itself, or of another."""
    mine, theirs = left.words - _OF_DAYS, right.words - _OF_DAYS
    pairs = ((left, mine), (right, theirs))
    own = [not words or bool(words & (setting.words | HAPPENINGS)) or _opens(entry) for entry, words in pairs]
    if mine & theirs:
        yield "same happening", 1.0
    elif all(own):
        yield "happening of the title", 1.0
    else:
        yield ("another happening" if any(own) else "other happenings"), 1.0


def _opens(entry: Entry) -> bool:
    """Whether a claim stands in the first sentence of a report, whose day is that of what the report is about."""
    span, text = entry.claim.span, entry.document.text
    return span is not None and text is not None and span.start < _OPENING and not _ENDS.search(text, 0, span.start)


_OPENING = 300
_ENDS = re.compile(r"[a-z\d)”]{2}[.!?][”\"')]?\s(?=[A-Z“\"])|\n")
"""The end of a sentence or line, though not of an abbreviated month in a dateline."""
_OF_DAYS = frozenset(("dat", "date", "day"))
HAPPENINGS = word_set(
    "crash blast blaze flood quake cyclone slide raid sink collaps march protest strike shoot shot kill dead storm "
    "spill derail brok break assembl rally demonstrat attack accident incident disaster happen occur breakout escap "
    "elect vot"
)
"""What an event is called, or happened, as stems: the day of it is the day of the event itself."""


def other_selection(left: Entry, right: Entry, setting: Setting) -> bool:
    """Whether one is a part that is picked out by other words: the officers, those from the district."""
    if left.words & right.words or not (left.id in setting.parts or right.id in setting.parts):
        return False
    if left.words != right.words:
        return True
    part, whole = (left, right) if left.id in setting.parts else (right, left)
    return whole.id not in setting.parts and bool(part.people) and not whole.people


def alike(left: frozenset[str], right: frozenset[str]) -> float:
    """The cosine of two sets of words, common words weighing little or nothing."""
    product = _weight(left) * _weight(right)
    return _weight(left & right) / math.sqrt(product) if product else 0.0


@lru_cache(maxsize=65536)
def _weight(words: frozenset[str]) -> float:
    rare = words - EVERYWHERE
    return len(words) * 0.2 + len(rare) * 0.8 - 0.5 * len(rare & OFTEN)


def _people(left: Entry, right: Entry, setting: Setting) -> Iterator[tuple[str, float]]:
    if left.named and right.named and not left.named & right.named:
        yield "other names", 1.0
    if left.sort == "age" and fit_of(left.claim.value, right.claim.value) is not Fit.CONFLICT:
        return
    if left.people & right.people:
        yield "same people", 1.0
    elif left.people and right.people:
        yield "other people", 1.0
    elif left.words - EVERYWHERE and left.words == right.words:
        return
    elif left.people | right.people and not both_lone(left, right, setting):
        yield ("people of the title" if (left.people | right.people) & setting.people else "people by one"), 1.0


def _places(left: Entry, right: Entry) -> Iterator[tuple[str, float]]:
    mine, theirs = left.claim.scope.place, right.claim.scope.place
    if mine and theirs and left.document.id != right.document.id:
        yield ("same place" if concepts(mine) & concepts(theirs) else "other place"), 1.0


def _windows(left: Entry, right: Entry) -> Iterator[tuple[str, float]]:
    mine = (left.claim.scope.window_from, left.claim.scope.window_to)
    theirs = (right.claim.scope.window_from, right.claim.scope.window_to)
    if any(mine) and any(theirs):
        yield ("same period" if mine == theirs else "other period"), 1.0
    elif any(mine) or any(theirs):
        yield "period by one", float(not (_asks_for_day(left, right) or _asks_for_day(right, left)))
    spans = left.period, right.period
    yield "counted over another span", float(all(spans) and not spans[0] & spans[1])
    if left.days & right.days:
        yield "day in common", 1.0
    elif left.days and right.days and left.sort != "age":
        other = fit_of(left.claim.value, right.claim.value) is not Fit.AGREE
        yield "other days named", float(other) * (1 if left.sort == "count" else 2)


def _asks_for_day(asked: Entry, told: Entry) -> bool:
    """Whether a named question asks for one day, and the other claim was published on it or shortly after."""
    start, end = asked.claim.scope.window_from, asked.claim.scope.window_to
    published = day_of(told.claim, told.document)
    if not asked.claim.question or start is None or start != end or published is None:
        return False
    return 0 <= (published - start).days <= _SHORTLY


def _figures(left: Entry, right: Entry) -> Iterator[tuple[str, float]]:
    mine, theirs = left.claim.value, right.claim.value
    if mine.kind is Kind.TEXT:
        return
    if converted(left, right):
        yield "same figure", 1.0
        return
    fit = fit_of(mine, theirs)
    if mine.kind is Kind.DATE:
        if fit is not Fit.INCOMPARABLE:  # a day that nothing tells is neither
            yield ("same day" if fit is not Fit.CONFLICT else "other day"), 1.0
        return
    if fit is Fit.AGREE:
        digits = _digits(left)
        restated = left.claim.former or right.claim.former or left.claim.stance is not right.claim.stance
        yield "same figure", 1.0
        yield "same age", float(left.sort == "age")
        yield "same figure of two digits", float(digits >= 2)
        yield "same figure of three digits", float(digits >= 3)
        yield "restated", float(restated)
    elif fit is Fit.COMPATIBLE:
        yield "fitting figures", 1.0
    elif left.sort in _LOOSE:
        yield "other figure of a loose sort", 1.0
    told = CLOSED_ATTRIBUTES if left.sort == "count" else RUNNING_ATTRIBUTES
    yield ("counts far apart" if {left.facet, right.facet} & told else "far apart"), _distance(left, right)


def converted(left: Entry, right: Entry) -> bool:
    """Whether one sum is the other in another currency: "4 million forints ($13,000)"."""
    one, other = left.claim, right.claim
    if {one.value.kind, other.value.kind} != {Kind.MONEY} or one.value.unit == other.value.unit:
        return False
    if left.document.id != right.document.id or not left.document.text or one.span is None or other.span is None:
        return False
    first, second = sorted((one.span, other.span), key=lambda span: (span.start, span.end))
    told = left.document.text[max(first.start, second.start - _CLOSE) : second.end]
    return second.start - first.end < _CLOSE and _BRACKETED.search(told) is not None


_CLOSE = 15
_BRACKETED = re.compile(r"\(|,? or (?:(?:about|some|around|nearly|roughly) )?\W?\w{0,3}\W?\d")


def _digits(entry: Entry) -> int:
    end = entry.claim.value.low if entry.claim.value.low is not None else entry.claim.value.high
    return len(end.normalize().as_tuple().digits) + (end >= 1000) if isinstance(end, Decimal) else 2


def _distance(left: Entry, right: Entry) -> float:
    """How many times the one figure is the other, as a logarithm, at most 4; none counts as one.

    None of a thing is said against any number of it, however large: that tells nothing of another thing.
    """
    ends = [_end(entry) for entry in (left, right)]
    most = _FROM_NONE if 0 in ends and left.facet not in RUNNING_ATTRIBUTES else 4.0
    mine, theirs = (end or 1.0 for end in ends)
    return min(most, abs(math.log(mine) - math.log(theirs))) if min(mine, theirs) > 0 else 0.0


def _end(entry: Entry) -> float:
    """The upper end of a figure, else its lower end."""
    span = span_of(entry.claim.value)
    return float((span.high if span.high is not None else span.low) or 0)


def _telling(left: Entry, right: Entry, setting: Setting) -> Iterator[tuple[str, float]]:
    """Who tells it, and as what: in one document, as a part, as the only figure of its sort."""
    if left.document.id == right.document.id:
        near = float(_beside(left, right))
        if source_of(left) == source_of(right):
            yield "same voice", near
        elif _SET_AGAINST.search(_later(left, right).sentence):
            yield "set against it", near
        else:
            yield "another voice beside it", near
        yield "more of some than of all", float(more_than_all(left, right))
    if (left.id in setting.parts) is not (right.id in setting.parts) and not left.people & right.people:
        yield "a part", 1.0
    if left.sort not in ("count", *_LOOSE, "text"):
        yield "few of its sort", 1 / max(setting.many[(e.document.id, e.sort)] or 1 for e in (left, right))
    if left.document.id == right.document.id and source_of(left) == source_of(right) and one_sentence(left, right):
        paired = left.claim.former is not right.claim.former or left.claim.stance is not right.claim.stance
        yield "told in its place", float(paired)


def _later(left: Entry, right: Entry) -> Entry:
    """The claim that stands later in the document."""
    return max(left, right, key=lambda entry: entry.claim.span.start if entry.claim.span else 0)


def _beside(left: Entry, right: Entry) -> bool:
    """Whether two claims stand within 250 characters of each other."""
    mine, theirs = left.claim.span, right.claim.span
    return mine is not None and theirs is not None and abs(mine.start - theirs.start) < 250


def one_sentence(left: Entry, right: Entry) -> bool:
    """Whether nothing that ends a sentence stands between two claims of one document."""
    mine, theirs = left.claim.span, right.claim.span
    if mine is None or theirs is None or not left.document.text:
        return False
    start, end = sorted((mine, theirs), key=lambda span: span.start)
    return end.start - start.end < 300 and not set(".!?\n") & set(left.document.text[start.end : end.start])


def source_of(entry: Entry) -> str:
    """The source of a claim as a plain name; empty for the document's own voice."""
    return plain(entry.claim.source.name) if entry.claim.source else ""
