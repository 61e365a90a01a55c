"""Questions as headings: who or what, where and when, presuming nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from reconcile.model import Claim, Kind, Measure
from reconcile.resolve.entry import Entry, entry_day

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
    "age": "How old {is_are} {who}{rest}?",
    "duration": "How long did it last{rest}?",
    "date": "On which day did it happen{rest}?",
}
_LONGEST = 60


def title_of(members: Sequence[Entry], context: Sequence[Entry]) -> str:
    """The heading of a question; `context` are all claims of its event, from which day and place are filled in."""
    first = members[0].claim
    if first.value.kind is Kind.TEXT:
        return _about_words(members)
    rest = _rest(members, context)
    template = _ASKED.get(first.scope.attribute or "")
    if template is None or first.scope.measure is Measure.CHANGE:
        return _measured(members, rest)
    if first.scope.attribute in ("duration", "date"):
        return _of(members, template, rest)
    return template.format(who=_who(members), rest=rest, is_are="was" if first.scope.attribute == "age" else "were")


def _about_words(members: Sequence[Entry]) -> str:
    about = _common([entry.claim.scope.counted or entry.claim.scope.attribute for entry in members])
    return f"What is said about {_lower(about)}?" if about else "What is said?"


def _of(members: Sequence[Entry], template: str, rest: str) -> str:
    """How long, or on which day, of the thing that is named."""
    about = _common([entry.claim.scope.counted for entry in members])
    if not about:
        return template.format(rest=rest if members[0].claim.value.kind is not Kind.DATE else "")
    if members[0].claim.value.kind is Kind.DATE:
        return f"What was the date of {_lower(about)}?" if "date" not in about else f"What was the {_lower(about)}?"
    return f"How long was it: {_lower(about)}{rest}?"


def _measured(members: Sequence[Entry], rest: str) -> str:
    about = _common([entry.claim.scope.counted or entry.claim.scope.attribute for entry in members])
    count = members[0].sort == "count" and members[0].claim.scope.measure is Measure.LEVEL
    if not about:
        return f"What figure is given{rest}?"
    return f"How many {_lower(about)}{rest}?" if count else f"What figure is given for {_lower(about)}{rest}?"


def _who(members: Sequence[Entry]) -> str:
    named = _common([entry.claim.scope.population for entry in members if entry.claim.scope.population])
    for word in ("age of ", "ages of "):
        named = named.removeprefix(word)
    named = named or _common([entry.claim.scope.counted for entry in members if entry.people])
    for word in (" killed", " injured", " wounded", " dead", " missing", " died", " taken ill"):
        named = named.removesuffix(word)
    return _lower(named) or "people"


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
    return f"{head.lower()} {tail}".strip() if head in ("The", "A", "An", "Some", "Most", "Each") else words


def _rest(members: Sequence[Entry], context: Sequence[Entry]) -> str:
    place = _common([entry.claim.scope.place for entry in members])
    return (f" in {place}" if place else "") + _when(members, context)


def _when(members: Sequence[Entry], context: Sequence[Entry]) -> str:
    claim = members[0].claim
    if claim.scope.window_from and claim.scope.window_to:
        return _window(claim)
    days = Counter(
        entry.claim.value.low
        for entry in context
        if entry.claim.value.kind is Kind.DATE
        and _of_the_event(entry)
        and entry.aside == members[0].aside
        and entry.claim.value.low == entry.claim.value.high
    )
    told = [day for day in days if isinstance(day, date)]
    return f" on {_day(min(told, key=lambda day: (-days[day], day)))}" if told else ""


def _of_the_event(entry: Entry) -> bool:
    """Whether a date claim names a day shortly before its document was published."""
    published, named = entry_day(entry), entry.claim.value.low
    return published is not None and isinstance(named, date) and 0 <= (published - named).days <= 30


def _window(claim: Claim) -> str:
    start, end = claim.scope.window_from, claim.scope.window_to
    assert start is not None
    assert end is not None
    return f" on {_day(start)}" if start == end else f" from {_day(start)} to {_day(end)}"


def _day(day: date) -> str:
    months = "January February March April May June July August September October November December".split()
    return f"{day.day} {months[day.month - 1]} {day.year}"
