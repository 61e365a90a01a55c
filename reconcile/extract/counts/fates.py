"""Fates that are told in several words: what people suffer and catch, how they get away or lose their way."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.words.tokens import Token

SUFFERS = frozenset(
    """
        suffer suffers suffered suffering sustain sustains sustained sustaining receive receives received incur incurred
        contract contracts contracted contracting catch catches caught catching develop develops developed developing
        get got had have having treated nursing with
    """.split()
)
"""Words behind which stands what somebody suffers or catches."""
_HURTS = frozenset(
    """
        burns burn cuts cut injuries injury wounds wound fractures fracture inhalation concussion concussions
        hypothermia frostbite bruises bruising lacerations shock heatstroke sunstroke dehydration exhaustion gashes
        scratches bites stings sprains whiplash blisters shrapnel amputations bullet gunshot stab
    """.split()
)
"""What hurts; a word of the broken bones is below."""
_BONES = frozenset("backs necks collarbones noses bones legs limbs arms ribs leg arm ankle wrists skulls".split())
_ILLS = frozenset(
    """
        measles cholera typhoid typhus flu influenza covid covid-19 coronavirus malaria dengue ebola plague diphtheria
        polio mumps meningitis hepatitis salmonella tuberculosis tb anthrax rabies fever virus disease infection
        infections bug poisoning pneumonia leprosy smallpox chickenpox scabies dysentery diarrhoea botulism e.coli
        cramps vomiting nausea listeria norovirus mpox zika illness
    """.split()
)
_ILL_ENDINGS = ("bug", "virus", "pox", "fever", "itis", "flu")
"""What is caught."""
_REACH = 4
"""Words between the verb and what is suffered: "suffered severe second-degree burns"."""
_GUARDED = frozenset(
    """
        inmates convicts prisoners captives detainees fugitives hostages suspects monkeys patients internees inmate
        convict prisoner burglars robbers thieves rioters
    """.split()
)
"""Those who get away rather than go home."""
_AWAY = {
    "swept away": "missing",
    "washed away": "missing",
    "swept off": "missing",
    "swept out": "missing",
    "lost overboard": "missing",
    "got lost": "missing",
    "been lost": "missing",
    "be lost": "missing",
    "turned out": "attendance",
    "turned up": "attendance",
    "led away": "arrested",
    "marched off": "arrested",
    "dragged away": "arrested",
    "driven out": "displaced",
    "drove out": "displaced",
    "forced out": "displaced",
    "stung": "injured",
    "brought up": "rescued",
    "brought ashore": "rescued",
    "hauled out": "rescued",
    "hauled up": "rescued",
    "dragged out": "rescued",
    "cut free": "rescued",
    "winched up": "rescued",
    "starved": "deaths",
}
"""What befalls people, by their verb and its particle."""
_FIGHTERS = frozenset("soldiers troops fighters servicemen gunners rebels militants guerrillas".split())
"""Those who fall where others stumble."""
_FLIGHTS = frozenset("slipped got made tunnelled tunneled sneaked crept walked climbed wriggled".split())
_OFF = frozenset("away off out free over".split())


_ONE_BONE = frozenset("wrist skull nose jaw hip rib neck back shoulder collarbone pelvis finger hand".split())
_HAVING = frozenset("get got have having had".split())
_ENDS = frozenset("in on at from by who been died".split())


def suffered(words: Sequence[Token], index: int) -> str | None:
    """The attribute of "suffered burns", "caught measles", "were treated for shock"; None for anything else."""
    low = words[index].low
    near = words[index + 1 : index + 1 + _REACH]
    ends = _ENDS | {"of"} if low in _HAVING else _ENDS
    stop = next((i for i, w in enumerate(near) if not w.word or w.low in ends), None)
    lows = {w.low for w in near[:stop]}
    if low in {"with", "treated"} and "for" not in lows and low != "with":
        return None
    if lows & _ILLS or any(each.endswith(_ILL_ENDINGS) for each in lows):
        return "cases"
    if low in _HAVING:
        return "injured" if "broken" in lows and lows & _BONES else None
    if {"broken", "fractured", "dislocated"} & lows and lows & (_BONES | _ONE_BONE):
        return "injured"
    return "injured" if lows & _HURTS and not ("shock" in lows and low == "with") else None


def came(words: Sequence[Token], index: int) -> str | None:
    """ "Came to the funeral", "flocked to a rally", "joined Friday's march": those who attend."""
    if words[index].low in _WATCHES:
        near = words[index + 1 : index + 5]
        if [w.low for w in near[:1]] == ["by"] and words[index].low == "watched":
            return "attendance" if near[1:] and near[1].text[0].isdigit() else None
        stop = next((i for i, w in enumerate(near) if not w.word or w.low in {"in", "on", "and"}), len(near))
        return "attendance" if any(w.low in _GAMES for w in near[:stop]) else None
    if words[index].low.startswith("join"):
        near = words[index + 1 : index + 6]
        stop = next((i for i, w in enumerate(near) if not w.word or w.low in {"and", "in", "on"}), len(near))
        return "attendance" if any(w.low in _GATHERINGS for w in near[:stop]) else None
    if [w.low for w in words[index + 1 : index + 2]] != ["to"]:
        return None
    near = words[index + 2 : index + 7]
    stop = next((i for i, w in enumerate(near) if not w.word), len(near))
    return "attendance" if any(w.low in _GATHERINGS for w in near[:stop]) else None


_WATCHES = frozenset("watched watch watching saw".split())
_GAMES = frozenset("match game draw derby final race parade concert show procession fight bout".split())
"""What a crowd watches: "18,214 watched the derby"."""
COMES = _WATCHES | frozenset(
    "came come comes coming flocked went streamed poured thronged join joins joined joining converged descended".split()
)
_GATHERINGS = frozenset(
    """
        funeral rally march vigil ceremony concert service match game parade festival wedding mass demonstration protest
        meeting fair show opening burial procession party celebration celebrations hearing premiere exhibition
        demonstrations protests marches rallies vigils funerals
    """.split()
)
"""What people attend."""


def befell(words: Sequence[str], head: str | None, human: bool | None) -> str | None:
    """What a predicate of one or two words tells of people: "were swept away", "slipped away"."""
    if human is not True and head is not None:
        return None
    pair = " ".join(words[:2])
    if words[:1] in (("fell",), ["fell"]) and len(words) == 1:
        return "deaths" if head in _FIGHTERS else None
    if len(words) > 1 and words[0] in _FLIGHTS and words[1] in _OFF:
        return "escaped" if head in _GUARDED else None
    return _AWAY.get(pair) or (_AWAY.get(words[0]) if words else None)
