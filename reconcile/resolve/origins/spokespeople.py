"""For whom a person speaks where the name alone does not tell: "its spokesman, Col. Tavik", a manager in a release.

What stands around the name is read: a possessive or a bare "spokeswoman" goes back to the body that was quoted last,
a transcript introduces who speaks, and in what a body publishes itself its officers speak for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reconcile.model import Document, Source
from reconcile.resolve.entry import Entry
from reconcile.resolve.origins.credits import is_agency
from reconcile.resolve.origins.sources import Identity, identity_of, is_nobody, person_in
from reconcile.resolve.origins.sourcewords import BODY_WORDS, FORMS, KIND, SPEAKERS
from reconcile.resolve.words.terms import plain, word_set

_BACK = 600
"""Characters after which "its spokesman" no longer means a body that was quoted before."""
_NEAR = 70
"""Characters around a name in which its role stands."""
_OWNED_BEFORE = re.compile(r"\b(?:its|the [\w-]+[’']s)\s(?:[^.!?“”\"\n]|\b\w{1,4}\.(?=\s))*\Z", re.IGNORECASE)
_OWNED_AFTER = re.compile(r"\A,\s(?:its|the [\w-]+[’']s)\s")
_BARE = re.compile(r"(?:\A|[^\w’'\s-]\s*|\b(?:said|says|told|by|as|and|a|the)\s)spokes(?:man|woman|person)\s\Z", re.I)
_INTRODUCED = re.compile(
    r"\b[Aa]s (?:an? |the )?(?:\w+ )?(?:spokes(?:man|woman|person)|head|director|president|chair\w*|minister|chief)"
    r" (?:of|for) (?:the )?((?:[A-Z][\w’'-]*|of|for|and|the)(?: (?:[A-Z][\w’'-]+|of|for|and|the))*)"
)
_OPENS_WITH_NAME = re.compile(r"(?:[.!?][”\"]?\s|\n|[—–:]\s)(?:The )?[A-Z][\w’'-]+ [A-Z][\w’'-]+")
"""A sentence that opens with a name of two words or more: "its" may go back to this one."""
_PRESS = word_set(
    "news press post times herald wire radio tv television gazette telegraph chronicle review mail courier standard "
    "argus observer journal tribune mercury echo dispatch reporter channel broadcasting fm desk today daily weekly "
    "media magazine star sun globe mirror record register"
)
"""Words that make an outlet a newsroom, whatever other body its name seems to tell of."""
_ANY_BODY = word_set("agency service network group front movement alliance chamber")
"""Words of bodies that newsrooms are called by, too."""


def spoken_for(members: Sequence[Entry]) -> dict[str, Source]:
    """The body for which the source of a claim speaks, by the claim's id; only where the source names none itself."""
    found: dict[str, Source] = {}
    by_document: dict[str, list[Entry]] = {}
    for entry in members:
        if entry.claim.source is not None:
            by_document.setdefault(entry.document.id, []).append(entry)
    for told in by_document.values():
        found |= _in_one_document(sorted(told, key=_place))
    return found


def _place(entry: Entry) -> tuple[int, str]:
    span = entry.claim.source_span or entry.claim.span
    return span.start if span else 0, entry.id


def _in_one_document(told: Sequence[Entry]) -> dict[str, Source]:
    """Each person is introduced once: what one mention tells holds for the others of the document."""
    by_name: dict[str, Source] = {}
    for place, entry in enumerate(told):
        source = entry.claim.source
        if source is None or source.name in by_name:
            continue
        who = identity_of(source, ())
        body = None
        if _bodiless(source, who, entry.document):
            body = _introduced(source, entry) or _owner(entry, told[:place]) or _publisher(who, entry.document)
        if body is not None:
            by_name[source.name] = body
    sources = ((entry, entry.claim.source) for entry in told if entry.claim.source is not None)
    return {entry.id: by_name[source.name] for entry, source in sources if source.name in by_name}


def _bodiless(source: Source, who: Identity, document: Document) -> bool:
    """Whether a source is a person of whom no body is told, or only "the group's coordinator"."""
    common = not any(word[:1].isupper() for word in (source.body or "").split())
    return (bool(who.person) and (not who.of_body or common)) or _is_label(source, document)


def _is_label(source: Source, document: Document) -> bool:
    """Whether a name is the label of a speaker in a transcript: "MENDRIK: Good morning." """
    name = source.name.split()
    return len(name) == 1 and f"{name[0].upper()}:" in (document.text or "")


def _introduced(source: Source, entry: Entry) -> Source | None:
    """The body that a speaker of a transcript names first: "As spokeswoman of the Harbour Board I can say …"."""
    text = entry.document.text or ""
    if not _is_label(source, entry.document):
        return None
    label = f"{source.name.upper()}:"
    turn = text[text.index(label) :].split("\n", 1)[0]
    match = _INTRODUCED.search(turn)
    return Source(match[1].removesuffix(" I").strip()) if match else None


def _owner(entry: Entry, before: Sequence[Entry]) -> Source | None:
    """The body quoted last before a person whose role is told as that body's: "its spokesman", "the group's head"."""
    source, text = entry.claim.source, entry.document.text or ""
    start = _start_of_name(entry)
    if source is None or start is None:
        return None
    name = _spoken_name(source)
    ahead, behind = text[max(0, start - _NEAR) : start], text[start + len(name) : start + len(name) + _NEAR]
    owned = identity_of(source, ()).roles & SPEAKERS and (_OWNED_BEFORE.search(ahead) or _OWNED_AFTER.match(behind))
    if not owned and not _BARE.search(ahead):
        return None
    end, owner = next(_bodies_before(start, before), (0, None))
    return None if _OPENS_WITH_NAME.search(text, end, max(end, start)) else owner


def _start_of_name(entry: Entry) -> int | None:
    """Where the person's name stands at the source of a claim."""
    source, span, text = entry.claim.source, entry.claim.source_span, entry.document.text or ""
    if source is None or span is None:
        return None
    name = _spoken_name(source)
    found = text.find(name, max(0, span.start - _NEAR), span.end + _NEAR)
    return found if found >= 0 else None


def _spoken_name(source: Source) -> str:
    return source.person or person_in(source.name) or source.name


def _bodies_before(start: int, before: Sequence[Entry]) -> Iterator[tuple[int, Source]]:
    """The bodies quoted before a place and where their names end, the last one first."""
    for entry in reversed(before):
        source, span = entry.claim.source, entry.claim.source_span or entry.claim.span
        if source is None or span is None or not start - _BACK <= span.start < start:
            continue
        who = identity_of(source, ())
        if not who.person and not who.for_itself and not is_nobody(source):
            yield span.end, source


def _publisher(who: Identity, document: Document) -> Source | None:
    """The body that publishes a document itself, where one of its officers speaks in it."""
    outlet = document.outlet
    if outlet is None or not who.roles & SPEAKERS or not is_body(outlet):
        return None
    return Source(outlet)


def is_newsroom(name: str) -> bool:
    """Whether a name is one that newsrooms go by: the Karsk Post, Radio Orvo."""
    return is_agency(name) or not _PRESS.isdisjoint(plain(name).replace(".", "").split())


def is_body(outlet: str) -> bool:
    """Whether an outlet is a body that speaks for itself, such as a ministry or a company, and no newsroom."""
    words = plain(outlet).replace(".", "").split()
    if is_newsroom(outlet):
        return False
    return any(word in FORMS or KIND.get(word) or (word in BODY_WORDS and word not in _ANY_BODY) for word in words)


def with_body(source: Source, bodies: Mapping[str, Source], claim: str) -> Source:
    """A source with the body for which it speaks, where one was found for the claim."""
    body = bodies.get(claim)
    if body is None:
        return source
    person = source.person or (source.name if len(source.name.split()) == 1 else None)
    return Source(source.name, body=body.name, role=source.role, person=person, label=source.label)
