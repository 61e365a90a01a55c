"""Kinds of causes: which words name one kind, and which kinds leave no room for each other.

A small closed list: what it does not name is of no kind and excludes nothing.
"""

from __future__ import annotations

import re

_KINDS = {
    "deliberate": r"arson\w*|deliberate\w*|intentional\w*|sabotage\w*|bombs?|bombing|explosive device|incendiary"
    r"|set on fire|petrol bombs?|firebomb\w*|terror\w*|hijack\w*|cyber-?attacks?|hackers?|vandal\w*",
    "management": r"management|mismanagement|slept through|bad planning|bad decisions|errors of the board",
    "electrical": r"electric\w*|short[- ]circuit\w*|wiring|power surge|batter(?:y|ies)|charger"
    r"|overloaded socket|fuse box|power lines?|fallen lines?|overhead lines?|transformers?",
    "gas": r"gas (?:leak|explosion|cylinder|canister|bottle|pipe|main|build-?up)s?|leaking gas|propane"
    r"|methane|firedamp",
    "lightning": r"lightning",
    "flame": r"cigarettes?|candles?|barbecues?|fireworks?|sparklers?|pyrotechnics?|flares?|camp-?fires?|cooking|stove"
    r"|chip pan|matches|naked flames?|bonfires?",
    "brakes": r"brak(?:es?|ing)(?: \w+)?",
    "tyres": r"t[yi]res?",
    "engine": r"engines?|turbines?|propellers?|gearbox\w*",
    "route": r"wrong (?:route|points|track|switch|course)",
    "passed": r"(?:passed|passing|ran|run|running|jumped|overran|ignored|missed|through) (?:a|the|two|several|one) "
    r"(?:red|stop|danger|signal)",
    "signals": r"signal\w*|points failure|broken rails?|broken track|switches",
    "software": r"software|computer (?:fault|failure|glitch|error)|botched update|faulty update",
    "fuel": r"fuel (?:shortage|exhaustion|starvation)|(?:lack|shortage) of fuel|ran out of fuel|empty tanks?",
    "infection": r"salmonella|norovirus|e\.? ?coli|listeria|legionella|bacteria\w*|virus\w*"
    r"|infection\w*|cholera",
    "poison": r"poison\w*|toxin\w*|pesticides?|methanol|carbon monoxide",
    "mechanical": r"mechanical|technical|metal fatigue|corro\w+|flanges?|valves?|welds?|welding|pumps?|defect\w*"
    r"|malfunction\w*|steering|axles?|rudders?|couplings?|equipment failure|cables?|hydraulic\w*|faulty part",
    "human": r"(?:human|driver|pilot|operator|crew|staff) error|mistakes?|negligen\w+|careless\w*|speed|speeding"
    r"|asleep|dozed|fatigue|drunk\w*|alcohol|inattention|recklessness|reckless driving|lost control|too fast"
    r"|wrong (?:turn|turning|lane|exit)|drinking|on (?:his|her) phone",
    "overload": r"overload\w*|overcrowd\w*|too many (?:people|passengers)|excess (?:weight|load)",
    "weather": r"(?:heavy |torrential )?rain\w*|floods?|flooding|storms?|winds?|gusts?|fog|ice|icy|snow\w*|heat|drought"
    r"|waves?|earthquakes?|tremors?|landslides?|high tides?|bad weather|squalls?",
    "structure": r"structural|subsidence|foundations?|concrete|girders?|pillars?|construction work|cracks?"
    r"|poor maintenance",
    "wells": r"wells?|boreholes?|springs?",
    "latrine": r"latrines?|septic tanks?|cesspits?",
    "sewer": r"sewers?|sewage",
    "food": r"meat|chicken|eggs?|salad|milk|cheese|seafood|shellfish|oysters?|canteen|buffet|ice cream|juice",
    "imports": r"imports?|foreign competition|tariffs?",
    "suicide": r"suicide|(?:his|her|their) own li(?:fe|ves)",
    "murder": r"murder\w*|foul play",
    "homicide": r"homicide|manslaughter",
    "natural": r"natural causes|heart attack|stroke",
    "accident": r"accident\w*",
}  # fmt: skip
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _KINDS.items())
_PARTS = frozenset(("brakes", "tyres", "engine", "signals", "software"))
"""Kinds that "a technical fault" may mean."""
_DEEDS = frozenset(("deliberate", "murder", "homicide"))
"""Kinds that somebody did; murder may be done by arson."""
_SLIPS = frozenset(("route", "passed", "human"))
"""Mistakes of people, of which one may be told as another."""
_VEHICLES = frozenset(("wells", "latrine", "sewer", "food"))
"""What carries an illness: of these one excludes another, none a germ."""
_TRADE = frozenset(("imports", "management"))
_MISTAKES = frozenset(("route", "passed", "management"))
MANNERS = frozenset(("deliberate", "murder", "homicide", "suicide", "natural", "accident"))
"""How somebody died, or whether it was meant: of these only one is true."""
ONE_THING = MANNERS | _MISTAKES
"""Kinds of which two causes are one, whatever their words."""
_BESIDE = frozenset(("weather", "overload", "structure"))
"""Kinds that may act together with any other but a deed."""


def cause_kind(words: str) -> str | None:
    """The kind of cause that some words name, the most telling first; None where they name none of the list.

    >>> cause_kind("a short circuit in the kitchen"), cause_kind("the left tyre"), cause_kind("bad luck")
    ('electrical', 'tyres', None)
    """
    return next((kind for kind, pattern in _PATTERNS if pattern.search(words)), None)


def kinds_exclude(one: str | None, other: str | None) -> bool:
    """Whether causes of two kinds can hardly both be the cause of one thing.

    >>> kinds_exclude("deliberate", "electrical"), kinds_exclude("weather", "human"), kinds_exclude("brakes", None)
    (True, False, False)
    """
    if one is None or other is None or one == other:
        return False
    if one in _DEEDS and other in _DEEDS:
        return False
    if {one, other} == {"homicide", "accident"}:
        return False
    if one in MANNERS and other in MANNERS:
        return True
    if "accident" in (one, other):
        return False
    if one in _DEEDS or other in _DEEDS:
        return True
    if "human" in (one, other) and one in _SLIPS and other in _SLIPS:
        return False
    for group in (_VEHICLES, _TRADE):
        if one in group or other in group:
            return one in group and other in group
    if "mechanical" in (one, other) and (one in _PARTS or other in _PARTS):
        return False
    return one not in _BESIDE and other not in _BESIDE
