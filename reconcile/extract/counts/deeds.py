"""What helpers, carriers and keepers do to people, where the verb alone does not tell it: by who does it, from what.

Firefighters who free people from a wreck rescue them; a court that frees people releases them.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.counts.predicates import Predicate
from reconcile.extract.words.tokens import Token
from reconcile.extract.words.wordforms import human

_BEFORE = 6
"""Words before a verb among which its subject is looked for."""
_BEHIND = 7
"""Words behind the people, or the verb, that tell from where or to where."""
_HELPERS = frozenset(
    """
        firefighters firefighter firemen fire rescuers rescuer rescue crews crew teams divers coastguard lifeboat
        lifeboats volunteers paramedics helicopters helicopter boats boat soldiers fishermen neighbours searchers
        cutters brigade
    """.split()
)
_HEALERS = frozenset(
    """
        medics medic paramedics paramedic doctors nurses ambulance ambulances surgeons physicians crews cross hospital
        hospitals clinic clinics we
    """.split()
)
_WARDS = frozenset("hospital hospitals clinic clinics ward wards".split())
_WRECKS = frozenset(
    """
        wreckage wreck rubble debris ruins mud carriage carriages coach coaches cabin cabins lift lifts shaft mine pit
        tunnel mountain roof roofs building cave snow water sea river car cars vehicle vehicles boat house houses
        floodwaters waves blaze flames collapse balcony balconies window windows ledge cliff
        cliffs tree trees
    """.split()
)
_UP = frozenset("off out ashore aboard up surface alive land shore safety".split())
_TO_LAND = frozenset("surface ashore shore land alive daylight".split())
_CARRIED = frozenset(
    "hauled pulled dragged lifted plucked winched hoisted brought dug carried taken cut fished ferried".split()
)
_CLEARED = frozenset("moved led escorted got taken ferried bused bussed cleared ordered".split())
_OUT_OF_REACH = frozenset("miners pitmen colliers men divers cavers potholers climbers hikers skiers walkers".split())
"""Who is trapped where they are cut off; households are cut off from a supply."""
_PACKED = frozenset("crammed packed squeezed loaded crowded huddled herded".split())
_CRAFT = frozenset(
    """
        vessel boat ship ferry dinghy raft bus coach train plane lorry truck trawler minibus barge yacht aircraft deck
        canoe launch craft
    """.split()
)


def done_to(words: Sequence[Token], shown: Predicate, head: str | None, end: int) -> str | None:
    """The attribute of those to whom a helper or carrier does something; `end` is where their noun ends.

    None where the verb is none of these or where neither its subject nor its place tells.
    """
    if not shown.words or human(head) is False:
        return None
    verb, particles = shown.words[0], shown.words[1:]
    subject = {w.low for w in words[max(0, shown.start - _BEFORE) : shown.start]}
    behind = _clause(words, max(end, shown.stop) if shown.before else shown.stop)
    if verb == "freed":
        return _freed(subject if shown.before else _by(behind), behind)
    if verb == "cut" and "off" in particles and head in _OUT_OF_REACH:
        return "trapped"
    if verb in {"treated", "attended"} and shown.before:
        return _treated(subject)
    if verb == "taken" and shown.before and "in" in particles:
        return "hospitalised" if subject & _WARDS else None
    if human(head) is not True and head is not None:
        return None
    if head is None and shown.before:
        return "rescued" if verb in _CARRIED and _TO_LAND & set(behind) else None  # "ferried 90 of them to land"
    return _packed(verb, behind) or _brought(verb, [*particles, *behind], shown.before)


def _clause(words: Sequence[Token], start: int) -> list[str]:
    """The words behind a place, up to a mark."""
    found: list[str] = []
    for token in words[start : start + _BEHIND]:
        if not token.word:
            break
        found.append(token.low)
    return found


def _by(behind: Sequence[str]) -> set[str]:
    """Those by whom it is done: "freed by the fire brigade"."""
    return set(behind[behind.index("by") + 1 :]) if "by" in behind else set()


def _freed(doers: set[str], behind: Sequence[str]) -> str | None:
    if "from" in behind and _WRECKS & set(behind[behind.index("from") :]):
        return "rescued"
    return "rescued" if doers & _HELPERS and not doers & {"court", "rebels", "gunmen"} else None


def _treated(subject: set[str]) -> str | None:
    if subject & _WARDS:
        return "hospitalised"
    return "injured" if subject & _HEALERS else None


def _packed(verb: str, behind: Sequence[str]) -> str | None:
    """ "Had been crammed onto the vessel"."""
    put = behind[:1] and behind[0] in {"onto", "aboard", "into", "on", "in"}
    return "aboard" if verb in _PACKED and put and _CRAFT & set(behind[:5]) else None


def _brought(verb: str, behind: Sequence[str], before: bool) -> str | None:
    """ "Were hauled to the surface", "took 60 residents off the roofs", "were moved to safety", "got 30 pupils out"."""
    near = set(behind[:4])
    if verb in _CLEARED and (near & {"safety"} or (before and behind[:1] == ["out"])):
        return "evacuated"
    if verb not in _CARRIED or {"hospital", "hospitals", "custody", "hostage"} & set(behind):
        return None
    if before and behind[:1] in (["out"], ["free"]) and verb in {"cut", "dug", "pulled", "dragged"}:
        return "rescued"
    if near & _TO_LAND or ("off" in near and _WRECKS & set(behind)):
        return "rescued"
    return "rescued" if "from" in near and _WRECKS & set(behind) else None
