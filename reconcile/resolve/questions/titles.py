"""Questions as headings: who or what, where and when, presuming nothing."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reconcile.model import CLOSED_ATTRIBUTES, Claim, DocumentKind, Kind, Measure
from reconcile.resolve.entry import Entry, entry_day
from reconcile.resolve.relations.headings import heading
from reconcile.resolve.relations.statements import is_stated
from reconcile.resolve.words.terms import WORD, kinds_of_people, plain, stem

_ASKED = {
    "deaths": "How many {who} were killed{rest}?",
    "injured": "How many {who} were injured{rest}?",
    "missing": "How many {who} are missing{rest}?",
    "arrested": "How many {who} were arrested{rest}?",
    "rescued": "How many {who} were rescued{rest}?",
    "displaced": "How many {who} were displaced{rest}?",
    "evacuated": "How many {who} were evacuated{rest}?",
    "hospitalised": "How many {who} were taken to hospital{rest}?",
    "attendance": "How many {who} attended{rest}?",
    "aboard": "How many {who} were aboard{rest}?",
    "hostages": "How many {who} were held or abducted{rest}?",
    "released": "How many {who} were released{rest}?",
    "escaped": "How many {who} escaped{rest}?",
    "cases": "How many {who} fell ill{rest}?",
    "jobs": "How many jobs are concerned{rest}?",
}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "member": "members"}
_ALL_AS_ONE = frozenset("crew staff police military army personnel men women children policemen people gunmen".split())
_PLURAL = frozenset(
    "people men women children police personnel staff crew gunmen policemen servicemen fishermen".split()
)
_NO_NOUN = re.compile(r"\w{2,}(?:ed|ing)\Z")
_LINKS = frozenset(
    "of in on at to for by from with without that who which was were is are be been still not no yet more again killed "
    "dead died hurt ill sent cut hit held run put taken found lost left out off overnight work spoken shot".split()
)
"""Words that end the noun among the words for what is counted: "tanks hit", "people in hospital"."""
_NO_THING = frozenset("fewer fewers more less other others another extra additional further".split())
"""Words that compare figures and name nothing that is counted: "two fewer"."""
_LONGEST = 60
_READ = 1_500
_DATELINE = re.compile(r"\A\s*(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ’'\- ]{2,29}?)(?:,|:|\s[-–—(])")
_LINE = re.compile(r"\A[A-ZÀ-Þ’' ]{3,30}\b[^.!?–—]{0,40}?\s[-–—]\s")
_IN_PLACE = re.compile(
    r"\b(?:in|at|near|off|outside|above)\s(?:the\s(?:town|city|village|port|province|district)\sof\s)?"
    r"(?:the\s)?(?P<place>[A-ZÀ-Þ][\wà-ÿ’'-]+(?:\s[A-ZÀ-Þ][\wà-ÿ’'-]+){0,2})"
)
_NO_PLACE = frozenset(
    (*_MONTHS, *"Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(), "St", "Year", "Note")
)
_OWNED = re.compile(
    r"(?:\s[a-z]\w*){0,2}\s(?:factory|mill|plant|works|brewery|bakery|refinery|depot|warehouse|company|firm|shipyard|yard"
    r"|foundry|sawmill|tannery|workshop|mine|store|shop|supermarket)\b"
)
"""Behind a name: it is the name of a firm or a site, "at the Hollin paper mill", and no place."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Where and on which day an event happened, as its reports name them; None where they do not.

    `told` gives the day that a sentence names, by its document's id and its words.
    """

    place: str | None
    day: date | None
    told: Mapping[tuple[str, str], date]


def backdrop_of(members: Sequence[Entry]) -> Backdrop:
    """The backdrop of an event: the place that several reports name, the day that most reports name first.

    A dateline alone tells where a report was written, not where it happened. A day further down a report may be that
    of what went before, "It was the second fire: 16 people died on 4 May": only where the first ones are at odds is
    every day counted, and where that does not decide, none is told.
    """
    texts = dict.fromkeys(entry.document.text[:_READ] for entry in members if entry.document.text)
    named = Counter(place for text in texts for place in dict.fromkeys(_places(text)))
    place = min(named, key=lambda each: (-named[each], each)) if named else None
    place = place if place and named[place] > 1 else None
    dated = [(entry, day) for entry in sorted(members, key=lambda each: each.order) for day in _event_days(entry)]
    first: dict[str, date] = {}
    for entry, day in dated:
        first.setdefault(entry.document.id, day)
    told = {(entry.document.id, entry.sentence): day for entry, day in reversed(dated)}
    return Backdrop(place, _most(first.values()) or _most([day for _, day in dated]), told)


def _most(days: Iterable[date]) -> date | None:
    """The day that is named most often; None where two are, or none is named at all."""
    ranked = Counter(days).most_common(2)
    return ranked[0][0] if len(ranked) == 1 or (ranked and ranked[0][1] > ranked[1][1]) else None


def _places(text: str) -> Iterator[str]:
    if match := _DATELINE.match(text):
        yield match["place"].strip().title()
    yield from _places_in(text)


def _places_in(text: str) -> Iterator[str]:
    for match in _IN_PLACE.finditer(text):
        if match["place"].split()[0] not in _NO_PLACE and not _OWNED.match(text, match.end()):
            yield match["place"].removesuffix("’s").removesuffix("'s")


def _event_days(entry: Entry) -> Iterator[date]:
    """The day that a date claim names, where it is shortly before its document was published."""
    low, published = entry.claim.value.low, entry_day(entry)
    if entry.sort != "date" or entry.aside is not None or low != entry.claim.value.high:
        return
    if isinstance(low, date) and published is not None and 0 <= (published - low).days <= 30:
        yield low


def title_of(members: Sequence[Entry], backdrop: Backdrop) -> str:
    """The heading of a question; the backdrop of its event fills in day and place."""
    first = members[0].claim
    attribute = first.scope.attribute or ""
    rest = _rest(members, backdrop)
    if is_stated(first):
        return heading([entry.claim for entry in members], rest)
    if first.value.kind is Kind.TEXT:
        about = _common([entry.claim.scope.counted or entry.claim.scope.attribute for entry in members])
        return f"What is said about {_article(about)}{rest}?" if about else f"What is said{rest}?"
    if attribute == "age" or first.value.kind is Kind.AGE:
        who = _noun(_who(members))
        return f"How old {_was(who)}{_place(members, backdrop)}?" if who else f"What age is given{_about(members)}?"
    if first.value.kind is Kind.DATE:
        return _day_of(members)
    if attribute in _ASKED and members[0].sort == "count" and first.scope.measure is not Measure.CHANGE:
        return _ASKED[attribute].format(who=_people(_who_most(members)), rest=rest)
    if first.value.kind is Kind.DURATION:
        return f"How long did it take or last{rest}{_about(members)}?"
    return _measured(members, rest)


def told_apart(titles: Sequence[str], groups: Sequence[Sequence[Entry]]) -> list[str]:
    """The headings of one event's questions; of those that are alike the one with most claims keeps it as it is.

    The others are told apart by the words of their first claim.
    """
    largest: dict[str, int] = {}
    for place, title in enumerate(titles):
        if title not in largest or len(groups[place]) > len(groups[largest[title]]):
            largest[title] = place
    return [
        title if largest[title] == place or title.endswith("”)?") else title.removesuffix("?") + _about(group) + "?"
        for place, (title, group) in enumerate(zip(titles, groups, strict=True))
    ]


def _day_of(members: Sequence[Entry]) -> str:
    """On which day something was, where it is named by a noun; else the words of the claim, verbatim."""
    event = _common([_event_noun(entry.claim.scope.counted or "") for entry in members])
    if event:
        return f"On which day was the {event}?"
    return f"When did this happen: “{_excerpt(members[0])}”?"


def _event_noun(counted: str) -> str | None:
    """The noun in "date of the ambush"; None where what happened is told by a verb."""
    event = counted.removeprefix("date of ").removeprefix("the ") if counted.startswith("date of ") else ""
    return event if event and not event.endswith("ed") and _noun(event) == event else None


def _excerpt(entry: Entry) -> str:
    """The words of a claim with those before and after it in its sentence, verbatim, so far as there is room."""
    quote = " ".join(entry.claim.quote.split())
    sentence = _LINE.sub("", " ".join(entry.sentence.split()))
    place = sentence.find(quote)
    if place < 0 or entry.document.kind is DocumentKind.OWN:
        return quote
    room = max(0, 2 * _LONGEST - len(quote))
    before, after = sentence[:place], sentence[place + len(quote) :]
    head = before if len(before) <= room else "… " + before[-room:].partition(" ")[2]
    room = max(0, room - len(before))
    tail = after if len(after) <= room else after[:room].rpartition(" ")[0] + " …"
    return f"{head}{quote}{tail}".strip().rstrip(".")


def _people(who: str) -> str:
    """Who is counted, as a plural that can stand before a verb; people where the words are none."""
    noun = _several(_noun(who))
    last = noun.split()[-1] if noun else ""
    return noun if last in _PLURAL or (last.endswith("s") and not last.endswith("ss")) else "people"


def _noun(words: str) -> str:
    """The noun at the start of a description: up to the first word that is none."""
    kept: list[str] = []
    for word in words.split():
        if kept and (word.lower() in _LINKS or _NO_NOUN.match(word)):
            break
        kept.append(word)
    return " ".join(kept)


def _measured(members: Sequence[Entry], rest: str) -> str:
    """What figure is given for a thing that has no question of its own."""
    first = members[0]
    about = _common([_thing(entry.claim.scope.counted) for entry in members])
    attribute = first.claim.scope.attribute if first.claim.scope.attribute in CLOSED_ATTRIBUTES else None
    plain_count = first.sort == "count" and first.claim.scope.measure is Measure.LEVEL
    if plain_count and about and _people(_lower(about)) == _several(_lower(about)):
        return f"How many {_several(_lower(about))} are reported{rest}?"
    kind = {"money": "sum", "percent": "share"}.get(first.sort, "figure")
    named = about or attribute or _thing(first.claim.scope.attribute) or ""
    where = rest.replace(" in ", ", ", 1).replace(" on ", ", ", 1)
    return f"What {kind} is given for {_article(named)}{where}?" if named else f"What {kind} is given{_about(members)}?"


def _thing(words: str | None) -> str | None:
    """What is counted, unless it is only a word that compares."""
    return None if words and words.lower() in _NO_THING else words


def _about(members: Sequence[Entry]) -> str:
    """The words of the first claim itself, where nothing else tells what is asked."""
    quote = " ".join(members[0].claim.quote.split())
    return f" (“{quote}”)" if len(quote) <= _LONGEST else f" (“{quote[:_LONGEST].rsplit(' ', 1)[0]} …”)"


def _who_most(members: Sequence[Entry]) -> str:
    """Who is counted, where not more claims say only "people" or a verb: one claim does not name a toll of many."""
    said = _said_to_count(members)
    named = Counter(" ".join(each.split()) for each in said if each)
    return _who(members) if named and max(named.values()) >= said.count(None) else ""


def _said_to_count(members: Sequence[Entry]) -> list[str | None]:
    return [
        entry.claim.scope.population or (entry.claim.scope.counted if entry.people or entry.words else None)
        for entry in members
    ]


def _who(members: Sequence[Entry]) -> str:
    """Who is counted, in the words of most claims; empty where only "people" or a verb is said."""
    named = _common(_said_to_count(members))
    for word in ("age of ", "ages of "):
        named = named.removeprefix(word)
    for word in (" killed", " injured", " wounded", " dead", " missing", " died", " taken ill"):
        named = named.removesuffix(word)
    return _lower(named)


def _several(who: str) -> str:
    """People in the plural: "sailor" is asked after as "sailors"."""
    last = who.split()[-1] if who else ""
    if last in _PLURALS:
        return who.removesuffix(last) + _PLURALS[last]
    lone = kinds_of_people(last) and stem(last) == last and last not in _ALL_AS_ONE and not last.endswith("men")
    return f"{who}s" if lone else who


def _was(who: str) -> str:
    """ "was the driver", "were the sisters"."""
    words = WORD.findall(plain(who))
    several = bool(words) and words[-1] in _PLURAL
    several = several or (
        bool(words) and stem(words[-1]) != words[-1] and words[-1].endswith("s") and bool(kinds_of_people(words[-1]))
    )
    named = who.startswith(("the ", "a ", "an ")) or all(word[:1].isupper() for word in who.split())
    head = who if named else f"the {who}"
    return f"{'were' if several else 'was'} {head}"


def _common(words: Sequence[str | None]) -> str:
    """The words that most claims use, the shorter first among equals; cut at 60 characters."""
    counted = Counter(" ".join(word.split()) for word in words if word)
    if not counted:
        return ""
    best = min(counted, key=lambda word: (-counted[word], len(word), word))
    return best if len(best) <= _LONGEST else best[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _lower(words: str) -> str:
    """A phrase inside a heading: without its article's capital, names left as they are."""
    head, _, tail = words.partition(" ")
    return f"{head.lower()} {tail}".strip() if head in ("The", "A", "An", "Some", "Most", "Each", "All") else words


def _article(words: str) -> str:
    return words if not words or words.split()[0] in ("the", "a", "an") else f"“{_lower(words)}”"


def _rest(members: Sequence[Entry], backdrop: Backdrop) -> str:
    return _place(members, backdrop) + _when(members, backdrop)


def _place(members: Sequence[Entry], backdrop: Backdrop) -> str:
    place = _common([entry.claim.scope.place for entry in members])
    place = place or _common([each for entry in members for each in _places_in(entry.sentence)])
    place = place or (backdrop.place if members[0].aside is None else None) or ""
    return f" in {place}" if place else ""


def _when(members: Sequence[Entry], backdrop: Backdrop) -> str:
    scope, aside = members[0].claim.scope, members[0].aside
    if scope.window_from and scope.window_to:
        return _window(members[0].claim)
    if aside is not None:
        return "" if aside.startswith("another") else f" ({aside})"
    told = {backdrop.told.get((entry.document.id, entry.sentence), backdrop.day) for entry in members}
    day = backdrop.day if backdrop.day in told or len(told) != 1 else told.pop()
    return f" on {_day(day)}" if day else ""


def _window(claim: Claim) -> str:
    start, end = claim.scope.window_from, claim.scope.window_to
    if start is None or end is None:
        return ""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return f" in {start.year}"
    if start.day == 1 and end == _last_day(start):
        return f" in {_MONTHS[start.month - 1]} {start.year}"
    return f" on {_day(start)}" if start == end else f" from {_day(start)} to {_day(end)}"


def _last_day(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
