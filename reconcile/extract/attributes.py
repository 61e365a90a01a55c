"""What a count is about: the words that make it deaths, injured, missing and so on, by their distance from the number.

The closed list of attributes is `reconcile.model.CLOSED_ATTRIBUTES`; a count with none of these words near is named
after what is counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.extract.phrases import plural
from reconcile.extract.tokens import Token

_WORDS = {
    "deaths": """dead death deaths died dies die dying kill kills killed killing fatal fatally fatality fatalities toll
        perish perished drowned drown drowning slain slaughtered massacred murdered executed bodies corpses losses lives
        victims casualties suffocated electrocuted succumbed lynched beheaded deceased fallen""",
    "injured": """injured injuring injures injure injuries injury wounded wounding wounds hurt sickened sickening maimed
        burned scalded unhurt unharmed""",
    "missing": "missing unaccounted disappeared buried trapped vanished searching untraced",
    "arrested": """arrested arrest arrests arresting detained detaining detentions detainees charged indicted
        custody jailed imprisoned remanded""",
    "rescued": "rescued rescue rescuing saved survivors survived plucked",
    "displaced": "displaced homeless shelters shelter refugees uprooted displacing",
    "evacuated": "evacuated evacuating evacuation evacuees evacuate",
    "hospitalised": """hospitalised hospitalized hospital hospitals admitted ventilators ventilator oxygen wards ward
        discharged clinic inpatients ambulance stretchers overnight""",
    "attendance": """attendance attended attend spectators protesters demonstrators marchers marched rallied visits
        visitors turned crowd worshippers attendees demonstrated protested""",
    "aboard": "aboard board passengers onboard carrying carried",
    "hostages": "hostage hostages abducted abducting kidnapped kidnapping captive captives captured abduct",
    "released": "released freed releasing freeing",
    "escaped": "escaped escapees escapes",
    "cases": "cases case infections infected ill sick sickness affected poisoned infection symptoms unwell contracted",
    "jobs": "jobs job layoffs redundancies redundant fired sacked",
}
_PHRASES = {
    ("lost", "their", "lives"): "deaths",
    ("lost", "their", "life"): "deaths",
    ("not", "been", "seen"): "missing",
    ("not", "been", "found"): "missing",
    ("unaccounted", "for"): "missing",
    ("lost", "their", "homes"): "displaced",
    ("fled", "their", "homes"): "displaced",
    ("left", "homeless"): "displaced",
    ("intensive", "care"): "hospitalised",
    ("taken", "ill"): "cases",
    ("told", "to", "leave"): "evacuated",
    ("told", "to", "move"): "evacuated",
    ("ordered", "to", "leave"): "evacuated",
    ("alive",): "rescued",
    ("will", "live"): "rescued",
    ("laid", "off"): "jobs",
    ("dug", "out"): "rescued",
    ("gunned", "down"): "deaths",
    ("shot", "dead"): "deaths",
    ("taken", "hostage"): "hostages",
    ("tested", "positive"): "cases",
    ("fell", "ill"): "cases",
    ("fell", "sick"): "cases",
}
ATTRIBUTE_OF = {word: attribute for attribute, words in _WORDS.items() for word in words.split()}

PEOPLE = frozenset(
    """people person persons men man women woman children child boys boy girls girl civilians civilian soldiers soldier
    troops police officers officer workers worker miners pupils students student passengers passenger residents resident
    villagers crew sailors fishermen pilgrims patients patient members member staff employees colleagues guards rebels
    militants fighters insurgents protesters victims victim survivors others families family tourists migrants refugees
    prisoners inmates detainees suspects suspect gunmen attackers hostages dead injured wounded missing babies infants
    teenagers cyclists skiers climbers hikers drivers driver pedestrians firefighters rescuers volunteers nurses doctors
    medics servicemen policemen households families farmers shoppers worshippers guests spectators fans players sisters
    brothers sons daughters relatives them us citizens nationals teachers monks nuns priests personnel""".split()
)
_THINGS = frozenset(
    """attacks attack incidents houses house homes vehicles vehicle cars car trucks buses bus fish dogs dog trains train
    ambulances helicopters boats ships shelters buckets schools school villages towns provinces districts countries
    nations cities buildings building bridges pieces objects items samples windows doors engines tents visits calls
    times rounds floors storeys wells trees hectares centres centers flights shops showcases diamonds skiffs nights
    groups denominations organisations organizations materials fuse fuses""".split()
)
FAR = 14
"""Steps (words, marks, other numbers counted more) beyond which a word says nothing about a number any more."""


def attribute_near(
    words: Sequence[Token], first: int, last: int, noun: tuple[int, int], others: Sequence[tuple[int, int]]
) -> tuple[str, int] | None:
    """The attribute whose word stands nearest to the number at `words[first:last]`, and how far that is.

    `noun` is the counted phrase, `others` are the other numbers of the sentence, both as word ranges.
    """
    best: tuple[str, int] | None = None
    head = words[noun[1] - 1].low if noun[1] > noun[0] else ""
    for index in range(len(words)):
        attribute = _attribute(words, index)
        if attribute is None or first <= index < last:
            continue
        distance = _distance(words, first, last, index, others) + _penalty(words, index, noun, attribute)
        if best is None or distance < best[1]:
            best = attribute, distance
    if best is None or best[1] > (6 if head in _THINGS else FAR):
        return None
    if head in _THINGS and best[0] not in {"attendance"}:
        return None
    return best


def _attribute(words: Sequence[Token], index: int) -> str | None:
    for phrase, attribute in _PHRASES.items():
        if words[index].low == phrase[0] and tuple(w.low for w in words[index : index + len(phrase)]) == phrase:
            return attribute
    return ATTRIBUTE_OF.get(words[index].low)


def _distance(words: Sequence[Token], first: int, last: int, index: int, others: Sequence[tuple[int, int]]) -> int:
    start, stop = (last, index) if index >= last else (index + 1, first)
    distance = 0
    for here in range(start, stop):
        token = words[here]
        if token.text in ";:" or token.text in "—–":
            distance += 6
        elif token.low in {"and", "but", "while", "or"}:
            distance += 4
        elif token.text == ",":
            distance += 3
        elif token.text == ".":
            distance += 8
        else:
            distance += 1
    distance += sum(5 for a, b in others if start <= a < stop)
    return distance


def _penalty(words: Sequence[Token], index: int, noun: tuple[int, int], attribute: str) -> int:
    """Words inside the counted phrase count less than the verb: "three of the injured died"."""
    low = words[index].low
    inside = noun[0] <= index < noun[1]
    penalty = 0
    if inside and index > noun[0] and index == noun[1] - 1 and words[noun[0] - 1].low == "of":
        penalty += 5
    if low in {"toll", "rescue", "hospital", "hospitals", "rescuers", "board", "turned", "case", "shelter", "carried", "carrying"}:
        penalty += 2
    if low in {"passengers", "crowd", "losses", "victims", "casualties", "survivors"}:
        penalty += 3
    if attribute == "hospitalised" and low in {"hospital", "ambulance", "clinic", "ward"}:
        penalty += 2
    return penalty


def free_attribute(head: str | None, unit: str | None) -> str | None:
    """A name for a count or measure outside the closed list: what is counted, or what the unit measures."""
    if unit in _DIMENSIONS:
        return _DIMENSIONS[unit]
    if head is None:
        return None
    return head if plural(head) else head + ("" if head.endswith("s") else "s")


_DIMENSIONS = {
    unit: name
    for name, units in {
        "distance": "metre km foot mile yard cm inch nautical",
        "weight": "tonne kg gram pound ton ounce",
        "area": "ha acre m2 km2",
        "volume": "litre m3 gallon barrel",
        "speed": "km/h mph knot m/s",
        "temperature": "°C °F",
    }.items()
    for unit in units.split()
} | {"nautical mile": "distance", "square mile": "area", "mm": "rainfall"}
