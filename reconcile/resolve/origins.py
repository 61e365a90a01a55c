"""Origins: which claims trace to one first source, under whatever name it is given.

A body, the people who speak for it and the bare word for it ("the council") are one origin within an event,
where only one body fits. Sources that are nobody in particular ("officials", "witnesses") are an origin of
their own in each document. A claim without a source is told in the outlet's voice; where the outlet is
itself a body, as in a press release, that body is the origin.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Claim, DocumentKind, Source
from reconcile.resolve.desk import Desk
from reconcile.resolve.entry import Entry
from reconcile.resolve.terms import WORD, plain, stem, word_set

_TITLES = word_set(
    "mr mrs ms miss dr prof professor sir lord lady dame gen general maj major col colonel lt lieutenant capt captain "
    "sgt sergeant rear adm admiral chief inspector commander brigadier father sister judge sheriff ret "
)
_ROLES = word_set(
    "spokesman spokeswoman spokesperson spokespeople head leader director president chairman chairwoman chair chief "
    "secretary deputy minister member members official officials representative commissioner officer boss manager "
    "managing executive ceo founder governor mayor coordinator councillor senior magistrate management "
    "press statement release communique service report"
)
"""Words for the person who speaks; what remains of "the council's leader" is the body, the council."""
_KINDS = {
    "ministry": "ministry minister",
    "council": "council councillor councillors",
    "government": "government administration prefecture authority authorities magistrate",
    "police": "police constabulary",
    "company": "company firm owner operator employer enterprise caterer manufacturer airline",
    "union": "union",
    "health": "health",
    "defence": "defence defense",
    "prosecutor": "prosecutor prosecutors",
    "governor": "governor",
    "mayor": "mayor",
}
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_NOBODY = word_set(
    "officials official witnesses witness residents resident sources source reports report experts expert activists "
    "people locals villagers survivors relatives families parents insurers rescuers doctors medics estimates "
    "observers media some others analysts scientists study survey neighbours neighbors investigators technicians "
    "mechanic "
)
"""Names that stand for no one in particular: they say the same only within one document."""
_BODY_SAID = word_set(
    "company firm owner operator employer enterprise caterer manufacturer airline railway carrier agency authority "
    "ministry council union trust bank group maker developer contractor charity newspaper broadcaster department "
    "utility association "
)
"""Last words of an apposition that tell of a body, not a person: "Suvarna Agro, the operator"."""
_FORMS = word_set("ltd limited inc plc gmbh sa llc corp co group holding")
_PLACE_WORDS = word_set(
    "of the for and in at local national regional provincial district city town county federal central"
)


def origins_of(members: Sequence[Entry], desk: Desk) -> dict[str, str]:
    """The origin of each claim of one event, by claim id: the plain name of its first source as first met."""
    names = {entry.id: _name(entry, desk) for entry in members}
    ordered = sorted(members, key=lambda entry: desk.arrival(entry.id))
    words = {name: _body_words(name) for name in dict.fromkeys(names[entry.id] for entry in ordered)}
    for entry in members:
        if entry.claim.source and entry.claim.source.body and words[names[entry.id]]:
            words[names[entry.id]] |= _body_words(" ".join(WORD.findall(plain(entry.claim.source.body))))
    people = _people(members, names)
    same = {name: _stands_for(name, words, people) for name in words}
    first = _first_of_each([names[entry.id] for entry in ordered], same)
    return {entry.id: first[_root(names[entry.id], same)] for entry in ordered}


def _name(entry: Entry, desk: Desk) -> str:
    """The first source of a claim as a plain name; the document's own voice where there is none."""
    claim = entry.claim
    if claim.source is None:
        return _voice(entry, desk)
    name = desk.aliases.get(claim.source.name, claim.source.name)
    flat = " ".join(WORD.findall(plain(name))) or plain(name)
    nobody = not claim.source.person and all(word in _NOBODY or word in _PLACE_WORDS for word in flat.split())
    return f"{flat} @{entry.document.id}" if nobody else flat


def _voice(entry: Entry, desk: Desk) -> str:
    outlet = desk.family(entry.document.outlet)
    if outlet is None:
        return f"@{entry.document.id}"
    return " ".join(WORD.findall(plain(desk.aliases.get(outlet, outlet)))) or plain(outlet)


def voice_title(entry: Entry) -> str:
    """What the voice of a document is called on a page."""
    document = entry.document
    if document.kind is DocumentKind.OWN:
        return "Own reporting"
    return document.outlet or "Outlet not stated"


def title_of(entry: Entry) -> str:
    """The source as the text names it, else the outlet."""
    source: Source | None = entry.claim.source
    return voice_title(entry) if source is None else source.name


def _body_words(name: str) -> frozenset[str]:
    """The words by which a body is known: roles, titles and filling words left out."""
    if "@" in name:
        return frozenset()
    kept = [word for word in name.split() if word not in _TITLES and word not in _PLACE_WORDS]
    kept = [word for word in kept if len(word) > 1 and word not in _FORMS]
    kept += ["government"] if name.startswith(("city of ", "county of ", "town of ", "municipality of ")) else []
    bare = [_KIND.get(word) or stem(word) for word in kept if word not in _ROLES or word in _KIND]
    return frozenset(bare) or frozenset(stem(word) for word in kept)


def _people(members: Sequence[Entry], names: dict[str, str]) -> dict[str, frozenset[str]]:
    """The persons among the sources: the words of their own names, by the source's plain name."""
    found: dict[str, frozenset[str]] = {}
    bodies = [
        _own_words(entry.claim.source.body) for entry in members if entry.claim.source and entry.claim.source.body
    ]
    for entry in members:
        source = entry.claim.source
        if source is not None and (person := source.person or _person_in(source.name)):
            words = _own_words(person)
            if not any(words <= body for body in bodies):
                found[names[entry.id]] = words
    return found


def _own_words(name: str) -> frozenset[str]:
    """The words of a name, titles left out."""
    return frozenset(stem(word) for word in WORD.findall(plain(name)) if word not in _TITLES)


def _person_in(name: str) -> str | None:
    """The person named in "Alison Frome, headteacher", "Lt. Marco Settimi" or "prosecutor Anna Greif".

    Two capitalised words alone may be a company as well: they name no person.
    """
    head, _, tail = name.partition(",")
    if not tail:
        return _after_role(head)
    if _BODY_SAID.intersection(WORD.findall(plain(tail))[-1:]):
        return None
    words = [word for word in head.split() if not _is_role(word)]
    capitals = all(word.strip("(.)")[:1].isupper() for word in words if word.strip("(.)"))
    return " ".join(words) if 1 < len(words) <= 4 and capitals else None


def _after_role(name: str) -> str | None:
    """The person in "prosecutor Anna Greif" or "Chief Inspector Karin Moser": capitalised words after a role."""
    words = name.replace("’", "'").split()
    place = len(words)
    while place and words[place - 1][0].isupper() and not _is_role(words[place - 1]):
        place -= 1
    return " ".join(words[place:]) if 0 < place <= len(words) - 2 and _is_role(words[place - 1]) else None


def _is_role(word: str) -> bool:
    plain_word = word.strip("().").lower()
    return plain_word in _ROLES or plain_word in _TITLES or plain_word in _KIND


def _stands_for(name: str, words: dict[str, frozenset[str]], people: dict[str, frozenset[str]]) -> str:
    """The one other source for which a name stands; the name itself where none or several would fit.

    Of the sources whose words include those of the name, the one that includes all the others is meant.
    """
    own = _core(name, words, people)
    fits: dict[str, frozenset[str]] = {}
    for other in words:
        body = _core(other, words, people)
        if other != name and (_same_person(name, other, words, people) or (own and own <= body)):
            fits[other] = body
    if not fits:
        return name
    widest = max(fits.values(), key=lambda body: (len(body), sorted(body)))
    if not all(body <= widest for body in fits.values()) or (own == widest and name < min(fits)):
        return name
    return min(other for other, body in fits.items() if body == widest)


def _core(name: str, words: dict[str, frozenset[str]], people: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words of the body for which a source stands, without the name of the person who speaks."""
    return words[name] - people.get(name, frozenset())


def _same_person(name: str, other: str, words: dict[str, frozenset[str]], people: dict[str, frozenset[str]]) -> bool:
    """Whether a bare surname, or the same full name, means the person of the other name."""
    theirs = people.get(other)
    if not theirs or not words[name]:
        return False
    mine = people.get(name) or words[name]
    return mine <= theirs and (mine != theirs or len(words[other]) > len(words[name]) or other < name)


def _root(name: str, same: dict[str, str]) -> str:
    seen = {name}
    while same[name] not in seen:
        name = same[name]
        seen.add(name)
    return min(seen) if same[name] != name else name


def _first_of_each(names: Sequence[str], same: dict[str, str]) -> dict[str, str]:
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(_root(name, same), name)
    return first


def via_of(claim: Claim) -> frozenset[str]:
    """Who passed a claim on, as plain names."""
    return frozenset(plain(name) for name in claim.via)
