"""Names for what is counted or measured outside the closed list of attributes, so that two reports come out alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reconcile.extract.words.phrases import plural
from reconcile.extract.words.tokens import Token

_OTHER_PHRASES = {
    ("were", "shot"): "shot",
    ("was", "shot"): "shot",
    ("been", "shot"): "shot",
    ("got", "shot"): "shot",
    ("unhurt",): "unhurt",
    ("unharmed",): "unhurt",
    ("uninjured",): "unhurt",
    ("unscathed",): "unhurt",
    ("killed", "or", "wounded"): "casualties",
    ("killed", "or", "injured"): "casualties",
    ("killed", "and", "wounded"): "casualties",
    ("killed", "and", "injured"): "casualties",
    ("dead", "or", "wounded"): "casualties",
    ("dead", "or", "injured"): "casualties",
    ("dead", "and", "wounded"): "casualties",
    ("dead", "and", "injured"): "casualties",
    ("killed", "or", "hurt"): "casualties",
    ("killed", "and", "hurt"): "casualties",
    ("killed", "or", "maimed"): "casualties",
    ("dead", "or", "missing"): "dead or missing",
    ("dead", "and", "missing"): "dead or missing",
    ("killed", "or", "missing"): "dead or missing",
    ("missing", "or", "dead"): "dead or missing",
    ("being", "sought"): "sought",
    ("were", "sought"): "sought",
    ("are", "sought"): "sought",
    ("wanted", "by"): "sought",
    ("hunt", "for"): "sought",
    ("hunting", "for"): "sought",
    ("on", "strike"): "strikers",
    ("walked", "out"): "strikers",
    ("walk", "out"): "strikers",
    ("walking", "out"): "strikers",
    ("went", "on", "strike"): "strikers",
    ("joined", "the", "strike"): "strikers",
    ("joined", "the", "walkout"): "strikers",
    ("joined", "the", "stoppage"): "strikers",
    ("join", "the", "strike"): "strikers",
    ("downed", "tools"): "strikers",
    ("laid", "down", "their", "work"): "strikers",
    ("laid", "down", "tools"): "strikers",
    ("stopped", "work"): "strikers",
    ("stopped", "working"): "strikers",
    ("took", "industrial", "action"): "strikers",
    ("accounted", "for"): "found",
    ("trapped",): "trapped",
    ("pinned",): "trapped",
    ("entitled", "to", "vote"): "voters",
    ("eligible", "to", "vote"): "voters",
    ("registered", "to", "vote"): "voters",
    ("lost", "power"): "without power",
    ("losing", "power"): "without power",
    ("without", "power"): "without power",
    ("without", "electricity"): "without power",
    ("lost", "electricity"): "without power",
    ("without", "supply"): "without power",
    ("stayed", "away", "from", "work"): "strikers",
    ("stay", "away", "from", "work"): "strikers",
    ("refused", "to", "work"): "strikers",
    ("colleagues", "out"): "strikers",
    ("power", "failed"): "without power",
    ("electricity", "failed"): "without power",
    ("power", "was", "cut", "to"): "without power",
    ("power", "to"): "without power",
    ("electricity", "to"): "without power",
    ("power", "for"): "without power",
    ("vaccinated",): "vaccinated",
    ("inoculated",): "vaccinated",
    ("immunised",): "vaccinated",
    ("immunized",): "vaccinated",
    ("received", "the", "vaccine"): "vaccinated",
    ("received", "a", "vaccine"): "vaccinated",
    ("been", "given", "the", "vaccine"): "vaccinated",
    ("received", "the", "jab"): "vaccinated",
    ("sent", "home"): "sent home",
    ("slept", "in"): "sheltered",
    ("sleeping", "in"): "sheltered",
    ("housed", "in"): "sheltered",
    ("them", "work"): "workforce",
    ("going", "home"): "sent home",
    ("lights", "went", "out"): "without power",
    ("lights", "out", "in"): "without power",
    ("still", "dark"): "without power",
    ("were", "dark"): "without power",
    ("in", "darkness"): "without power",
    ("in", "the", "dark"): "without power",
}
"""Phrases that name an attribute outside the closed list, so that two reports of it come out alike."""
_WORSE = (["dead"], ["and"], ["at"])
_OTHERS_BY_START = {
    start: [(phrase, name) for phrase, name in _OTHER_PHRASES.items() if phrase[0] == start]
    for start in {phrase[0] for phrase in _OTHER_PHRASES}
}


def other_attribute(words: Sequence[Token], start: int, stop: int) -> str | None:
    """The attribute outside the closed list that a phrase between two words names: "on strike", "without power"."""
    lows = [w.low for w in words[start:stop]]
    for at, low in enumerate(lows):
        for phrase, named in _OTHERS_BY_START.get(low, ()):
            follower = lows[at + len(phrase) : at + len(phrase) + 1]
            elsewhere = follower == ["of"] if phrase[-1] == "out" else phrase[-1] == "shot" and follower in _WORSE
            if tuple(lows[at : at + len(phrase)]) == phrase and not elsewhere:
                return named
    return None


SORT_OF = {
    word: sort
    for sort, words in {
        "equipment": """tank tanks gun guns rifle rifles shotgun shotguns firearm firearms weapon weapons helicopter
            helicopters ambulance ambulances dog dogs aircraft plane planes boat boats skiff skiffs pump pumps shell
            shells knife knives pistol pistols revolver revolvers machete machetes grenade grenades
            missile missiles drone drones engine engines bucket buckets tent tents launcher launchers mortar
            mortars digger diggers truck trucks vehicle vehicles""",
        "personnel": """rescuer rescuers helper helpers volunteer volunteers firefighter firefighters fireman firemen
            observer observers monitor monitors scrutineer scrutineers medic medics reinforcements divers diver""",
        "sites": """village villages town towns school schools shelter shelters station stations centre centres center
            centers outpost outposts hospital hospitals clinic clinics bridge bridges district districts camp camps
            checkpoints checkpoint""",
    }.items()
    for word in words.split()
}
_DAMAGED = frozenset(
    """
        destroyed damaged burned burnt flattened wrecked unroofed levelled collapsed ruined gutted torched submerged
        buried engulfed
        demolished razed roofless toppled felled uprooted
    """.split()
)


def sort_of_thing(counted: str | None) -> str | None:
    """The sort of a thing that is counted: damage, equipment, personnel, sites; None for what has a name of its own."""
    said = (counted or "").lower().split()
    if _DAMAGED.intersection(said) or (BUILT.intersection(said) and _is_down(said)):
        return "damage"
    return next((SORT_OF[word] for word in said if word in SORT_OF), None)


def _is_down(said: Sequence[str]) -> bool:
    """Whether what was built is told to be no more: "washed away", "brought down", "fell", "lay in ruins"."""
    return bool(_DOWN.intersection(said)) or any(pair in _DOWN_PAIRS for pair in pairwise(said))


_DOWN = frozenset("fell fallen gone lay lie".split())
_DOWN_PAIRS = frozenset(
    (verb, particle)
    for particle, verbs in {
        "away": "washed swept carried torn blown ripped",
        "off": "carried torn blown ripped",
        "down": "brought blown torn knocked pulled burned burnt came",
        "out": "burned burnt knocked wiped",
        "longer": "no",
    }.items()
    for verb in verbs.split()
)


def as_destroyed(counted: str) -> str:
    """What was built and is no more, in the same words however it was told: "dwellings destroyed".

    >>> as_destroyed("dwellings washed away")
    'dwellings destroyed'
    """
    said = counted.lower().split()
    built = next((at for at in range(len(said) - 1, -1, -1) if said[at] in BUILT), None)
    if built is None or not (_is_down(said[built:]) or _RAZED.intersection(said[built:])):
        return counted
    return " ".join([*counted.split()[: built + 1], "destroyed"])


_RAZED = frozenset(
    "destroyed flattened wrecked levelled razed gutted demolished torched toppled engulfed buried".split()
)
BUILT = frozenset(
    """
        house houses home homes dwelling dwellings building buildings flat flats apartment apartments hut huts cottage
        cottages cabin cabins barn barns shed sheds roof roofs bridge bridges footbridge footbridges pylon pylons mast
        masts pole poles shop shops stall stalls kiosk kiosks mosque mosques church churches school schools dyke dykes
        levee levees wall walls block blocks classroom classrooms car cars vehicle vehicles lorry lorries tank tanks
        truck trucks van vans caravan caravans boat boats warehouse warehouses greenhouse greenhouses tree trees
    """.split()
)
"""What is built, or stands on wheels or keel, and may be swept away or fall."""


def free_name(noun: str) -> str | None:
    """The name of a count of which nothing is said but its noun: "sites" for polling stations, "drivers"."""
    return (
        sort_of_thing(noun)
        or _KIND.get(noun.lower())
        or free_attribute(noun.split(" of ")[0].split()[-1].lower(), None)
    )


def free_attribute(head: str | None, unit: str | None) -> str | None:
    """A name for a count or measure outside the closed list: what is counted, or what the unit measures."""
    if unit in _DIMENSIONS:
        return _DIMENSIONS[unit]
    if head is None or head.endswith(("ed", "ly")) or head[0].isdigit():
        return None
    if head in _KIND:
        return _KIND[head]
    return head if plural(head) else IRREGULAR.get(head, head + ("" if head.endswith("s") else "s"))


_KIND = {
    word: name
    for name, words in {
        "personnel": "officer officers policeman policemen policewomen constable constables gendarmes troopers",
        "workforce": "staff employee employees workforce staffers",
        "buildings": "house houses home homes dwelling dwellings building buildings flats apartments cottages huts",
        "rounds": "rounds cartridges bullets",
        "masts": "pylon pylons mast masts poles",
    }.items()
    for word in words.split()
}
"""Names of counts of which nothing is told but a noun, where outlets choose between several nouns."""
IRREGULAR = {"child": "children", "man": "men", "woman": "women", "person": "people", "body": "bodies", "life": "lives"}
"""Plurals that are not made by an s."""


_DIMENSIONS = {
    unit: name
    for name, units in {
        "distance": "metre km foot mile yard cm inch nautical",
        "weight": "tonne kg gram pound ton ounce mg stone kilotonne megatonne",
        "area": "ha acre m2 km2 cm2",
        "volume": "litre m3 gallon barrel pint quart ml",
        "speed": "km/h mph knot m/s km/s",
        "flow": "m3/s",
        "energy": "joule kilojoule megajoule gigajoule terajoule petajoule exajoule calorie kilocalorie therm",
        "pressure": "pascal hectopascal kilopascal megapascal gigapascal millibar bar psi ksi atmosphere",
        "concentration": "mg/l g/l µg/l µg/m3 mg/m3 ppm ppb",
        "power": "watt kilowatt megawatt gigawatt terawatt horsepower",
        "radiation": "sievert millisievert microsievert",
        "temperature": "°C °F",
    }.items()
    for unit in units.split()
} | {
    "nautical mile": "distance",
    "light year": "distance",
    "barrel per day": "output",
    "litre per second": "flow",
    "cubic foot per second": "flow",
    "watt hour": "energy",
    "kilowatt hour": "energy",
    "megawatt hour": "energy",
    "gigawatt hour": "energy",
    "terawatt hour": "energy",
    "british thermal unit": "energy",
    "mega british thermal unit": "energy",
    "long ton": "weight",
    "square mile": "area",
    "square foot": "area",
    "square yard": "area",
    "cubic foot": "volume",
    "cubic yard": "volume",
    "mm": "rainfall",
}
