"""Of what a count is one: deaths, arrests or an attribute of its own, by its verb, its noun and the words beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.extract.counts.antecedents import Counted, Place, antecedent
from reconcile.extract.counts.attributes import FAR, attribute_near
from reconcile.extract.counts.context import in_its_text, of_their_number, of_those
from reconcile.extract.counts.crowds import in_public
from reconcile.extract.counts.deeds import done_to
from reconcile.extract.counts.descriptions import LESS_TELLING, NO_NOUN
from reconcile.extract.counts.freenames import other_attribute
from reconcile.extract.counts.happened import did_so, joined_in, of_noun, of_predicate, own_deed
from reconcile.extract.counts.portions import is_whole, of_share_before
from reconcile.extract.counts.predicates import Predicate
from reconcile.extract.counts.single import Read
from reconcile.extract.words.phrases import BE
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import STATES, human
from reconcile.model import Kind

_TRUSTED = 10
"""Steps within which a word beside a figure outweighs a verb that names no attribute."""
_BESIDE = 4
"""Steps within which a word outweighs the figure that a pronoun points back to."""


def _somewhere(place: Place, read: Read) -> bool:
    """ "hurt four others in three separate spots": where it happened, not to whom."""
    words, first = place.sentence.words, place.mention.first
    if read.noun is None or read.pointing or not first or words[first - 1].low not in _WHERE:
        return False
    return human(read.head) is not True and read.head not in NO_NOUN


_WHERE = frozenset("in at into from near across through outside inside around onto".split())


_BEFORE = 4
_AFTER = 6


def _other(place: Place, read: Read) -> str | None:
    """The attribute outside the closed list that the words beside a count name, in its own clause."""
    words, first = place.sentence.words, place.mention.first
    start = max((o.last for o in place.siblings if o.first < first), default=0)
    stop = min((o.first for o in place.siblings if o.first > read.end), default=len(words))
    start, stop = max(start, first - _BEFORE), min(stop, read.end + _AFTER)
    if read.head in _SUPPLIED and "cut" in (w.low for w in words[start:stop]) and _CURRENT & {w.low for w in words}:
        return "without power"
    return other_attribute(words, start, stop)


def _cared_for(place: Place) -> bool:
    """ "Doctors attended to 60 casualties", "treated 40 casualties": none of them is dead."""
    first = place.mention.first
    return any(w.low in _TENDED for w in place.sentence.words[max(0, first - 3) : first])


_TENDED = frozenset("attended treated tended treating".split())


def _employed(place: Place) -> bool:
    """ "The company employs about 400"."""
    first = place.mention.first
    return any(w.low in _EMPLOYS for w in place.sentence.words[max(0, first - 2) : first])


_EMPLOYS = frozenset("employs employ employed employing".split())


def _joint(place: Place, read: Read) -> str | None:
    """ "Nineteen people were killed or wounded", "60 dead and wounded": one figure for both."""
    if read.head == "casualties":
        return "injured" if _cared_for(place) else "casualties"
    named = _other(place, read)
    return named if named in {"casualties", "dead or missing"} else None


_SUPPLIED = frozenset("households homes houses customers consumers properties subscribers".split())
_CURRENT = frozenset("power electricity blackout outage".split())


def _harms(place: Place, read: Read) -> bool:
    """ "Two fires in mills have killed 24 people": what is counted did the harm, those behind the verb suffered it."""
    words = place.sentence.words
    objects = [
        other.first
        for other in place.siblings
        if other.first > read.end and other.found.value.kind is Kind.NUMBER and not other.found.value.unit
    ]
    stop = min(objects, default=0)
    verb = next((i for i in range(read.end, stop) if words[i].low in _HARM), None)
    if verb is None or verb - read.end > _TO_VERB or stop - verb > _TO_OBJECT:
        return False
    between = [w.low for w in words[read.end : verb]]
    own = all(w.word for w in words[read.end : verb]) and not _NOT_ITS_OWN & set(between)
    behind = [w.low for w in words[verb + 1 : stop]]
    return own and set(behind) <= _MEASURES and (bool(_HAVE & set(between)) or _no_people(words, read))


def _no_people(words: Sequence[Token], read: Read) -> bool:
    """Whether those counted are neither people nor named by a people's name: fires, not porters or Afghans."""
    return human(read.head) is not True and not words[read.end - 1].capital


_HARM = frozenset("killed injured wounded".split())
_HAVE = frozenset("have has had".split())
_MEASURES = frozenset("at least about around some more than up to nearly almost over roughly the another".split())
_NOT_ITS_OWN = BE | frozenset("been being and or who which that when as while after were was".split())
_TO_VERB = 9
_TO_OBJECT = 4
"""Words from a count to its verb, and from the verb to the count of those it harmed."""


def attribute_of(place: Place, read: Read, told: Mapping[int, Counted]) -> str | None:
    """The attribute of a count; those who "took part" after a count of strikers are strikers."""
    found = _named_attribute(place, read, told) or of_share_before(place, told)
    found = in_its_text(found, place, told, read.shown, read.head)
    if found in {"deaths", "injured"} and read.noun is not None and _harms(place, read):
        return None
    if found == "attendance" and joined_in(place.sentence.words, place.mention.first, read.end):
        back = next((told[n] for n in range(place.number - 1, max(-1, place.number - 9), -1) if n in told), None)
        return "strikers" if back is not None and back.attribute == "strikers" else found
    return found


def _told_at(said: str | None, inside: str, read: Read) -> bool:
    """Whether the hospital is only where it was: "26 deaths at their hospital"."""
    return said == "hospitalised" and inside in {"deaths", "cases"} and human(read.head) is not True


def _pointed(place: Place, read: Read, told: Mapping[int, Counted]) -> str | None:
    """What those did, or suffered, to whom a count points back: "some 40 of those arrested", "half had done so"."""
    words, mention = place.sentence.words, place.mention
    if read.pointing:
        those = of_those(words, mention.last) or of_their_number(words, mention.first)
        if those is not None:
            return those
        if did_so(words, mention.last):
            back = antecedent(place, told, None, read.borrows)
            return back.attribute if back else None
    if _employed(place):
        return "workforce"
    if read.shown is None and mention.first and words[mention.first - 1].low == "brought":
        return done_to(words, Predicate(("brought",), mention.first - 1, mention.first, True), read.head, read.end)
    return _joint(place, read) or (own_deed(words, read.shown) if read.pointing else None)


def _named_attribute(place: Place, read: Read, told: Mapping[int, Counted]) -> str | None:
    """The closed attribute that the predicate, the noun or the words around tell; None where none does."""
    words, mention = place.sentence.words, place.mention
    pointed = _pointed(place, read, told)
    if pointed is not None:
        return pointed
    said = None if read.thing and not read.staff else of_predicate(words, read.shown, read.head, read.end)
    inside = of_noun(words, read.span)
    if inside is not None and (
        said == "aboard" or _told_at(said, inside, read) or (read.noun and " " in read.noun and read.head in STATES)
    ):
        return inside  # "27 workers dead", "carried down 17 wounded"
    if (said or inside) in {"aboard", "missing"} and _other(place, read) == "trapped":
        return "trapped"
    if said is not None or inside is not None:
        return said or inside
    if read.noun is None and in_public(words, mention.first, mention.last):
        return "attendance"
    whole = told.get(place.whole) if place.whole is not None else None
    if read.staff and whole is not None and whole.attribute is not None and read.shown is None:
        return whole.attribute  # "including four firefighters"
    other = _other(place, read)
    if other is not None or read.thing:
        return other
    if mention.head == "us":
        return None
    if read.pointing or (whole is not None and read.shown is None):
        beside = attribute_near(words, mention, place.others, False)
        if beside is not None and beside[1] <= _BESIDE and whole is None:
            return beside[0]
        back = whole or antecedent(place, told, None, read.borrows)
        return back.attribute if back else None
    if (is_whole(place) and read.noun is not None) or _somewhere(place, read):
        return None
    near = attribute_near(words, mention, place.others, place.sentence.key is not None)
    telling = read.shown is not None and read.span is not None and not set(read.shown.words) <= LESS_TELLING
    limit = FAR if not telling else _TRUSTED if human(read.head) else _BESIDE
    return near[0] if near and near[1] <= limit else None
