"""Descriptions of what is counted: natural words for who or what and what happened to them, and who that is."""

from __future__ import annotations

from reconcile.extract.counts.attributewords import ATTRIBUTE_OF
from reconcile.extract.counts.freenames import as_destroyed, free_attribute, sort_of_thing
from reconcile.extract.counts.predicates import Predicate
from reconcile.extract.words.wordforms import PEOPLE, human
from reconcile.model import CLOSED_ATTRIBUTES

_GENERIC = frozenset(
    """
        people persons person men man dead deaths victims victim bodies lives corpses injured wounded
        missing casualties fatalities injuries life others them individuals souls death survivors cases case infections
        names name
    """.split()
)
NO_NOUN = frozenset(
    """
        dead deaths death bodies corpses lives life fatalities injured wounded missing injuries victims casualties
        arrests detentions evacuees fatality corpse body arrest infections hospitalised displaced homeless graves
    """.split()
)
"""Nouns that say what happened rather than to whom."""

_SAID_AS = {
    "deaths": "killed",
    "injured": "injured",
    "missing": "missing",
    "arrested": "arrested",
    "rescued": "rescued",
    "displaced": "displaced",
    "evacuated": "evacuated",
    "hospitalised": "in hospital",
    "attendance": "attending",
    "aboard": "aboard",
    "hostages": "held hostage",
    "released": "released",
    "escaped": "escaped",
    "cases": "ill",
    "jobs": "laid off",
    "strikers": "on strike",
    "voters": "entitled to vote",
    "without power": "without power",
    "found": "found",
    "unhurt": "unhurt",
    "shot": "shot",
    "casualties": "killed or injured",
    "dead or missing": "dead or missing",
    "sought": "sought",
    "affected": "affected",
    "trapped": "trapped",
    "vaccinated": "vaccinated",
    "sent home": "sent home",
    "sheltered": "sheltered",
    "workforce": "employed",
}
MARKS = frozenset(
    """
        still overnight identified critical critically seriously severely slightly lightly badly large ventilators
        intensive care register remaining discharged recaptured fatally
    """.split()
)
"""Words of a predicate that set a part apart and stay in the description."""

LESS_TELLING = frozenset(
    """
        registered reported recorded counted known been given said confirmed including remain remained are is found
        do done did reached
    """.split()
)
"""Words of a predicate that tell nothing of those who are counted."""

_POWERLESS = ("lost power", "lost electricity", "without power", "without electricity", "lost supply", "without supply")


def described(
    attribute: str | None, noun: str | None, people: bool | None, shown: Predicate | None
) -> tuple[str | None, str | None, str | None]:
    """Attribute, description and population of a count, from what was read of it."""
    head = noun.split(" of ")[0].split()[-1].lower() if noun else None
    if attribute is None and (shown is None or set(shown.words) <= LESS_TELLING):
        attribute = _NAMED_BY.get(head or "")
    who = _who(noun, attribute)
    posts = attribute == "jobs" and noun is not None and who is not None and human(who.split()[-1]) is not True
    counted = _said(attribute, noun, who, shown) if attribute in _SAID_AS and not posts else _free(noun, shown)
    if attribute is None:
        attribute = sort_of_thing(counted) or free_attribute(head, None)
    if attribute == "damage" and counted is not None:
        counted = as_destroyed(counted)
    if attribute in {"personnel", "equipment"} and shown is not None and _SENT.intersection(shown.words):
        counted = noun
    narrow = people is not False and (people or attribute in CLOSED_ATTRIBUTES)
    return attribute, counted, who if narrow else None


def _said(attribute: str | None, noun: str | None, who: str | None, shown: Predicate | None) -> str:
    """Who, and what happened to them: "soldiers killed", "people in hospital still"."""
    happened = _SAID_AS[attribute or ""]
    if noun and who and noun.split()[-1].lower() in {"cases", "visits", "case"}:
        return noun
    if attribute == "cases" and shown is not None and "affected" in shown.words:
        return f"{who or 'people'} affected"
    if attribute in {"injured", "hospitalised"} and shown is not None and "treated" in shown.words:
        return f"{who or 'people'} treated"
    already = who is not None and attribute in {"aboard", "escaped", "hospitalised"} and happened in who
    counted = who or "people" if already else f"{who or 'people'} {happened}"
    marks = [word for word in shown.words if word in MARKS] if shown else []
    if attribute == "escaped" and "large" in marks:
        return f"{who or 'people'} at large"
    return counted + "".join(f" {mark}" for mark in marks if mark not in counted.split())


def _who(noun: str | None, attribute: str | None) -> str | None:
    """Who is counted, without words that only tell what happened; None for people in general."""
    if noun is None:
        return None
    said = NO_NOUN | _SURE | {"more", "other", "others"}
    said |= _NO_MORE_THAN.get(attribute or "", frozenset())
    kept = [w for w in noun.split() if w.lower() not in said and not (attribute and tells(w, attribute))]
    if noun.split()[-1].lower() in _OF_NATION and kept and all(w[0].isupper() for w in kept):
        return f"{' '.join(kept)} people"  # "the Kordan dead"
    if noun.split()[-1].lower() in NO_NOUN and not any(human(w) for w in kept):
        return None  # "heat deaths"
    return None if not kept or all(w.lower() in _GENERIC for w in kept) else " ".join(kept)


_NAMED_BY = {
    "strikers": "strikers",
    "staff": "workforce",
    "employees": "workforce",
    "workforce": "workforce",
}
"""Attributes outside the closed list that a noun alone names."""
_SENT = frozenset(
    "sent deployed mobilised mobilized called used took taken went involved fought fighting dispatched summoned".split()
)
"""Verbs that say of helpers and their equipment no more than that they were there."""
_NO_MORE_THAN = {
    "workforce": frozenset("staff employees employee workers workforce".split()),
    "arrested": frozenset("detainees detainee arrestees".split()),
    "strikers": frozenset("strikers striker employees employee workers staff colleagues members".split()),
    "escaped": frozenset("fugitives fugitive escapees escapee absconders runaways".split()),
    "hostages": frozenset("hostages hostage captives captive abductees".split()),
    "attendance": frozenset("attendees participants crowd".split()),
    "evacuated": frozenset("evacuees evacuee".split()),
}
"""Nouns that say of people nothing but their attribute."""
_OF_NATION = frozenset("dead wounded losses casualties".split())
_SURE = frozenset("suspected confirmed probable possible alleged registered new additional further".split())
"""Words for how sure a count is, or that it is new, which tell nothing of those counted."""


def _free(noun: str | None, shown: Predicate | None) -> str | None:
    """A thing, or people of whom no attribute of the closed list is told, and what is said of them."""
    if shown is None or not shown.words or set(shown.words) <= LESS_TELLING:
        return noun
    said = " ".join(word for word in shown.words if word != "been")
    if noun is None:
        return None
    if any(each in said for each in _POWERLESS):
        return f"{noun} without power"
    joint = " that" if human(noun.split()[-1]) is not True else " who"
    return f"{noun}{joint} {said}" if shown.active and not shown.before else f"{noun} {said}"


def tells(word: str, attribute: str) -> bool:
    """Whether a word only tells what happened: "sick" of sick pupils, not "passengers" of those aboard."""
    return ATTRIBUTE_OF.get(word.lower()) == attribute and word.lower() not in PEOPLE - NO_NOUN
