"""A claim in its context: what the resolver reads from the claim, its sentence and its document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reconcile.dates import scan
from reconcile.model import CLOSED_ATTRIBUTES, RUNNING_ATTRIBUTES, Claim, Document, Kind, Section
from reconcile.resolve.keys import day
from reconcile.resolve.questions.asides import aside_of
from reconcile.resolve.relations.statements import about_person
from reconcile.resolve.words.terms import WORD, concepts, descriptions, kinds_of_people, numbers_in, plain, word_set
from reconcile.values import unit_base

_NEAR = 300
"""Characters of a sentence that are read on either side of a claim."""
_STOP = re.compile(r"[.!?][”\"')]?\s|\n")
_CLAUSE = re.compile(r"[.!?][”\"')]?\s|\n|[();]|,\s(?:against|while|but|up from|down from|compared)\b")
_NAMES_DAY = re.compile(
    r"day\b|night\b|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"\b[A-Z][a-z]{2}\.? \d"
)
_DATELINE = re.compile(
    r"\A[^.!?\n]{0,60}?\b(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?\s"
    r"(?:\([^()\n]{1,40}\)\s?)?[-–—]{1,2}\s"
)
"""The day on which a report was written ("VARNA, Oct 4 (Agency) - ") is no day of what it tells."""
_SAID = re.compile(r"\b(?:said|says|told|tells|announced|reported|statement|gave|given)\b[^.]{0,30}\Z")
_OF_THESE = re.compile(r",\s(?:of|including|among|\w+ of)\s")
_QUALIFIERS = word_set(
    "still remain remains remaining identified discharged critical critically intensive oxygen ventilators overnight "
    "seriously severely slightly lightly registered register list initially peak previous average normally insured new "
    "newly median alone"
)
ORDINALS = word_set("first second third fourth fifth sixth other")
"""Words before what is counted that set it apart from another of its kind: a second device."""
_SORTS = word_set("money sum amount people share number")
"""Attributes that only say what kind of figure it is."""
_STANDING = word_set("still remain remains remaining")
"""Words that mark no part of those who are missing or at large: all of them still are."""
_RISEN = re.compile(r"\b(?:rose|risen|rises|rising|climbed|increased|now|went up|raised|revised|updated)\b", re.I)
_NAMED = re.compile(r"\b[A-Z][a-z]{2,}\b")
_PERIOD = re.compile(
    r"\b(?:(?:for|over|during|in) the(?: (?:whole|entire|past|last))?|this|the (?:whole|entire)|so far this) "
    r"(?P<span>day|week|weekend|month|quarter|season|spring|summer|autumn|winter|year|decade)(?: so far)?\b",
    re.IGNORECASE,
)
"""Spans of time over which something is counted; "last week" and the like are other occasions, or windows."""
_SPANS = {1: "day", 7: "week", 28: "month", 29: "month", 30: "month", 31: "month", 365: "year", 366: "year"}
"""What a window of so many days is called."""
_GOES_ON = re.compile(
    r"(?:He|She|They|It|The (?:suspects?|m[ae]n|wom[ae]n|victims?|attackers?|group|dead|five|four|three|two))\b"
)
_SETS_SCENE = re.compile(r"(?:In|Last|Two|Three|Four|Five|Ten|Earlier|A year)\s")
OWN_WORDS = {
    name: word_set(words)
    for name, words in {
        "deaths": "dead toll",
        "injured": "hurt ill hospital",
        "missing": "miss",
        "arrested": "hold",
        "rescued": "rescue",
        "displaced": "move home",
        "evacuated": "move home",
        "hospitalised": "hospital hurt ill rush attend",
        "hostages": "seize miss hold",
        "cases": "ill",
        "released": "rescue spill free",
        "escaped": "spill fled run flee breakout free",
        "aboard": "aboard board carry travel",
        "age": "age ag old",
        "date": "date day",
        "duration": "duration time tim long length",
        "attendance": "attend attendanc",
        "jobs": "job laid layoff redundancy cut go",
    }.items()
}
"""The words that name an attribute itself and therefore tell nothing about who is counted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim, its document, and what is compared.

    `sort` is what kind of figure it is (count, money, percent, time, age, date, text, or the base unit),
    `facet` its attribute as comparable words, `words` what is counted, `quoted` and `near` the words of its
    quotation and its sentence, `sentence` that sentence, `qualified` the words that mark a part of what is
    counted, `days` the days that its clause names, `people` the kinds of people it names, `named` the proper
    names among the words for what is counted, `aside` the other occasion that its sentence speaks of
    ("2013"), `moment` when it was said, as far as that is known, `display` whether it stands in a headline,
    bullet or caption, `period` the spans of time that it counts over ("week").
    """

    claim: Claim
    document: Document
    sort: str
    facet: str
    words: frozenset[str]
    quoted: frozenset[str]
    near: frozenset[str]
    sentence: str
    qualified: frozenset[str]
    days: frozenset[date]
    people: frozenset[str]
    named: frozenset[str]
    aside: str | None
    moment: str | None
    display: bool
    period: frozenset[str]

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.claim.id

    @property
    def order(self) -> tuple[str, str, int, str]:
        """A place in one order that depends on the content alone: by time, document, place in the text, id."""
        start = self.claim.span.start if self.claim.span else 0
        return (self.moment or "9", self.document.id, start, self.claim.id)


def entry_of(claim: Claim, document: Document) -> Entry:
    """What the resolver reads from one claim."""
    scope = claim.scope
    sentence = sentence_of(claim, document)
    counted = f"{_without_source(scope.counted or '', claim)} {_population(claim)}"
    closed = scope.attribute in CLOSED_ATTRIBUTES
    words = descriptions(counted) if closed else concepts(counted)
    if not closed and not scope.counted and not scope.population:
        words = frozenset()
    return Entry(
        claim=claim,
        document=document,
        sort=sort_of(claim),
        facet=_facet(claim),
        words=words - OWN_WORDS.get(scope.attribute or "", frozenset()) - {"people"} | numbers_in(scope.counted),
        quoted=concepts(claim.quote),
        near=concepts(sentence),
        sentence=sentence,
        qualified=qualifiers(claim, document),
        days=_days_named(claim, document),
        people=kinds_of_people(counted),
        named=frozenset(_NAMED.findall(f"{scope.counted or ''} {scope.population or ''}")),
        aside=None if about_person(claim) else _aside(claim, document),
        moment=_moment(claim, document),
        display=claim.section is not Section.BODY,
        period=_period(claim, sentence),
    )


def _moment(claim: Claim, document: Document) -> str | None:
    """When it was said; the time of publication is finer than the day on which both fall."""
    said, printed = claim.said_at, document.published
    if said and printed and len(said) == len("2024-01-13") and day(said) == day(printed):
        return printed
    return said or printed or claim.as_of


def _period(claim: Claim, sentence: str) -> frozenset[str]:
    """The spans of time over which a claim counts: as its window has it, else as its sentence calls it."""
    start, end = claim.scope.window_from, claim.scope.window_to
    if start and end and (span := _SPANS.get((end - start).days + 1)):
        return frozenset((span,))
    return frozenset(match["span"].lower() for match in _PERIOD.finditer(sentence))


def _without_source(counted: str, claim: Claim) -> str:
    """What is counted, without the words of the source that counts: the police are not whom the police count.

    Proper names stay: what the Kordan army tells of Kordan soldiers is told of no others.
    """
    names = {plain(name) for name in _NAMED.findall(counted)}
    own = [word for word in WORD.findall(plain(claim.source.name)) if word not in names] if claim.source else []
    return " ".join(word for word in plain(counted).split() if word not in own) if own else counted


def _population(claim: Claim) -> str:
    """The people who are counted; nobody where the words only repeat who counts: "police put attendance at 800"."""
    told = claim.scope.population or ""
    return "" if _TELLS.search(told) else told


_TELLS = re.compile(r"\b(?:puts?|gave|gives|counted|counts|estimated?s?)\Z")


def in_context(claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> list[Entry]:
    """The claims in their contexts, in an order that depends on their content alone."""

    made = [entry_of(claim, documents.get(claim.document) or Document(id=claim.document)) for claim in claims.values()]
    return sorted(made, key=lambda entry: entry.order)


def sort_of(claim: Claim) -> str:
    """What kind of figure a claim gives; two sorts never answer one question."""
    value = claim.value
    if value.kind is Kind.NUMBER:
        return (unit_base(value.unit) or value.unit or "count") if value.unit else "count"
    return "time" if value.kind is Kind.DURATION else value.kind.value


def _facet(claim: Claim) -> str:
    """The attribute of a claim; a closed one only where the figure can be a figure of it."""
    counted = sort_of(claim) in ("count", "percent", "age", "date", "time", "text")
    attribute = claim.scope.attribute
    facet = "" if attribute in CLOSED_ATTRIBUTES and not counted else facet_of(attribute)
    return "" if facet in _SORTS else facet


def _days_named(claim: Claim, document: Document) -> frozenset[date]:
    """The days that the claim's clause names, else the one day of its sentence; days of saying are left out.

    A count that rises on a day goes on with what was counted on other days, so its day tells nothing.
    """
    if claim.value.kind is Kind.DATE or claim.span is None or not document.text:
        return frozenset()
    if claim.scope.attribute in RUNNING_ATTRIBUTES and _RISEN.search(sentence_of(claim, document)):
        return frozenset()
    for stop in (_CLAUSE, _STOP):
        before, after = _around(claim, document, stop)
        if claim.span.start < _NEAR:
            before = _DATELINE.sub("", before)
        days = _days_in(f"{before}{claim.quote}{after}", day(document.published))
        if days and (stop is _CLAUSE or len(days) == 1):
            return days
    return frozenset()


def _days_in(text: str, published: date | None) -> frozenset[date]:
    if not _NAMES_DAY.search(text):
        return frozenset()
    found = scan(text, published)
    named = (f.value.low for f in found if f.value.low == f.value.high and not _SAID.search(text[: f.start]))
    return frozenset(each for each in named if isinstance(each, date))


def qualifiers(claim: Claim, document: Document) -> frozenset[str]:
    """The words close to a figure that mark a part of what is counted: still, identified, overnight.

    Those of its source's name do not: a regional hospital counts no regional patients.
    """
    before, after = _around(claim, document, _CLAUSE)
    close = f"{_tail(before, 30)} {claim.quote} {_OF_THESE.split(_head(after, 35))[0]}"
    near = WORD.findall(plain(close))
    standing = _STANDING if claim.scope.attribute == "missing" or "large" in near else frozenset()
    found = _QUALIFIERS.intersection(near).difference(standing)
    of_source = WORD.findall(plain(claim.source.name)) if claim.source else ()
    return found.difference(of_source) | ORDINALS.intersection(WORD.findall(plain(claim.scope.counted)))


def _head(text: str, most: int) -> str:
    """The first whole words of a text."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0]


def _tail(text: str, most: int) -> str:
    """The last whole words of a text."""
    return text if len(text) <= most else text[-most:].partition(" ")[2]


def facet_of(attribute: str | None) -> str:
    """An attribute as a comparable word: a name of the closed list, else its concepts in one order."""
    if attribute in CLOSED_ATTRIBUTES:
        return attribute
    return " ".join(sorted(concepts(attribute)))


def sentence_of(claim: Claim, document: Document) -> str:
    """The sentence in which a claim stands, at most 300 characters either way; its quote where there is no text."""
    before, after = _around(claim, document, _STOP)
    return f"{before}{claim.quote}{after}"


def _around(claim: Claim, document: Document, stop: re.Pattern[str]) -> tuple[str, str]:
    """What stands before and after a claim up to the nearest stop."""
    if claim.span is None or not document.text:
        return "", ""
    before = document.text[max(0, claim.span.start - _NEAR) : claim.span.start]
    after = document.text[claim.span.end : claim.span.end + _NEAR]
    end = stop.search(after)
    return before[_last_stop(before, stop) :], after[: end.start() if end else None]


def _last_stop(text: str, stop: re.Pattern[str]) -> int:
    return max((match.end() for match in stop.finditer(text)), default=0)


def _aside(claim: Claim, document: Document) -> str | None:
    """The other occasion of which the claim's clause speaks, or the sentence before it that it goes on from."""
    before, after = _around(claim, document, _CLAUSE)
    own = aside_of(claim, document, before, after)
    if own is not None or claim.span is None or not document.text:
        return own
    opening = document.text[max(0, claim.span.start - _NEAR) : claim.span.start]
    start = _last_stop(opening, _STOP)
    if not _GOES_ON.match(opening[start:] + claim.quote):
        return None
    last = opening[:start].rstrip()
    last = last[_last_stop(last, _STOP) :]
    return aside_of(claim, document, last, "") if _SETS_SCENE.match(last) else None


def entry_day(entry: Entry) -> date | None:
    """The day on which a claim was published or said."""
    return day(entry.document.published) or day(entry.moment)
