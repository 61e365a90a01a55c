"""The words of a claim made comparable: stems, words that mean the same in reports, and kinds of people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_NUMBER = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
"""A word without digits; an apostrophe inside it belongs to it."""


def word_set(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


_EMPTY = word_set(
    "put puts a an the of in on at for to by from with as and or but nor that this these those there here it its his "
    "her their our my your he she they we you i is are was were be been being has have had having do does did will "
    "would could may might can shall should must not no none nobody than then so far still also more most less least "
    "about around some nearly almost over under up down out off into onto after before since until during while when "
    "where who whom whose which what how why any each every both either neither other others another such own same "
    "only just very too said says say saying told tell according reported report reports known feared number figure "
    "total count toll per approximately member members roughly estimated exactly altogether including included among "
    "between against now already yet again later earlier one two three four five six seven eight nine ten eleven "
    "twelve dozen hundred thousand million billion half third quarter first second last percent year day hour minute "
    "month week people person "
)
"""Words that tell nothing about what is asked: function words, reporting words, numbers, hedges."""

_UNITS = word_set(
    "metre metres meter meters m km cm mm kilometre kilometres kilometer kilometers mile miles mi nautical foot feet "
    "ft yard yards inch inches tonne tonnes ton tons kg kilo kilos kilogram kilograms gram grams mg litre litres "
    "liter liters l gallon gallons barrel barrels cubic square acre acres hectare hectares ha h kph mph knot knots c "
    "f celsius fahrenheit degree degrees euro euros eur dollar dollars usd pound pounds gbp rupees rs yen yuan second "
    "seconds minutes hours days weeks months years cent milligrams milligram per m3 "
)
"""Words for units: the unit of a figure is compared as such, never as a word."""

_ALIKE = {
    "dead": "kill killed kills killing die died dies dying dead death deaths fatality fatalities fatal lethal perish "
    "perished slain slay lives life loss losses lose lost toll bodies body corpse corpses",
    "hurt": "injure injured injures injuring injury injuries wound wounded wounds wounding hurt hospitalised harmed",
    "miss": "missing unaccounted disappeared vanished seen buried trapped search searching searched",
    "hold": "arrest arrested arrests detain detained detention custody held jailed charged",
    "ill": "ill sick sickened illness unwell affected case cases infected infection taken fell",
    "hospital": "hospital hospitals ward wards admitted treated treatment clinic hospitalised",
    "rescue": "rescue rescued rescues saved survivor survivors alive dug survive survived freed",
    "move": "displaced evacuated evacuate evacuation fled flee homeless shelter shelters sheltered moved move",
    "seize": "hostage hostages abducted abduct abduction kidnapped kidnap seized captive captives captivity taken",
    "width": "wide width breadth broad across",
    "length": "long length lengthy lasted last lasting run ran",
    "height": "height tall altitude elevation above",
    "depth": "deep depth",
    "fall": "fall fell falls falling fallen plunge plunged plunges drop dropped dropping",
    "speed": "speed wind winds gust gusts",
    "heat": "temperature temperatures high hottest",
    "drive": "drive drives driving drove wheel",
    "value": "value valued values worth cost costs price priced damage",
    "strike": "strike strikes striking walked walkout stoppage",
    "stop": "stop stopped stops cancel cancelled canceled halted halt halts suspended",
    "train": "train trains service services rail railway",
    "power": "power electricity dark outage blackout supply",
    "home": "home homes house houses household households dwelling dwellings roof roofs roofless unroofed "
    "cottage cottages flat flats",
    "steal": "steal stole stolen theft thieves robbers robbery robbed",
    "spill": "spill spilled spilt escape escaped release released leak leaked leaking lost volume",
    "raid": "attack attacks attacked assault assaults assaulted raid raids raided ambush ambushed storm stormed",
    "blast": "bomb bombs bombing bombings blast blasts explosion explosions exploded explode",
    "crash": "crash crashes crashed accident accidents collision collided derailed derailment plunge plunged wreck",
    "flood": "flood floods flooded flooding deluge inundation",
    "destroy": "destroy destroyed destroys destruction razed gutted flattened levelled leveled wrecked ruined "
    "demolished",
    "quake": "earthquake earthquakes quake quakes tremor tremors",
    "blaze": "fire fires blaze blazes wildfire wildfires burned burnt inferno",
    "cyclone": "cyclone cyclones hurricane hurricanes typhoon typhoons",
    "slide": "avalanche avalanches landslide landslides mudslide mudslides slab",
    "fee": "pay wage wages salary salaries payment payments",
    "want": "demand demands demanded want wants wanted",
    "offer": "offer offers offered offering",
    "inmate": "inmate inmates prisoner prisoners convict convicts fugitive fugitives escapee escapees",
    "ride": "passenger passengers traveller travellers traveler travelers commuter commuters",
    "gun": "gun guns shotgun shotguns rifle rifles firearm firearms pistol pistols weapon weapons",
    "officer": "officer officers policeman policemen policewoman policewomen constable constables police",
    "fireman": "firefighter firefighters fireman firemen",
    "engine": "engine engines fire-engine truck trucks",
    "mast": "mast masts pylon pylons",
    "round": "round rounds cartridge cartridges bullet bullets ammunition",
    "thing": "piece pieces object objects item items thing things article articles",
    "people": "people person persons men man others individuals humans souls victim victims casualty casualties",
}
_CONCEPT = {word: concept for concept, words in _ALIKE.items() for word in words.split()}

_PEOPLE = {
    "force": "soldier soldiers troop troops guard guards military army forces serviceman servicemen police policemen "
    "policeman officer officers militia guardsmen gendarmes constable constables conscripts marines",
    "child": "child children pupil pupils schoolchild schoolchildren boy boys girl girls kid kids minor minors "
    "teenager teenagers toddler toddlers infant infants baby babies student students sister sisters ",
    "woman": "woman women mother mothers",
    "worker": "worker workers employee employees colleague colleagues staff labourer labourers laborer laborers miner "
    "miners technicians contractor contractors cook cooks teacher teachers manager managers",
    "crew": "crew crews sailor sailors seaman seamen mariner mariners crewman crewmen fishermen fisherman",
    "traveller": "passenger passengers pilgrim pilgrims tourist tourists traveller travellers traveler travelers "
    "commuter commuters visitor visitors",
    "civilian": "civilian civilians villager villagers resident residents inhabitant inhabitants neighbour neighbours",
    "rescuer": "rescuer rescuers helper helpers volunteer volunteers firefighter firefighters medic medics",
    "attacker": "militant militants gunman gunmen attacker attackers insurgent insurgents rebel rebels fighter "
    "fighters pirate pirates robber robbers thief thieves suspect suspects bomber bombers assailant "
    "assailants jihadist ",
    "foreigner": "foreigner foreigners migrant migrants refugee refugees",
    "protester": "protester protesters protestor protestors demonstrator demonstrators marcher marchers rioter rioters",
    "driver": "driver drivers pilot pilots captain",
}
_CLASS = {word: kind for kind, words in _PEOPLE.items() for word in words.split()}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without the endings of number and tense; near enough for comparing two reports."""
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: len(word) - len(ending)] + instead
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@lru_cache(maxsize=65536)
def concept(word: str) -> str:
    """What a word stands for when two reports are compared: its family, else its stem."""
    return _CONCEPT.get(word) or stem(word)


def plain(text: str | None) -> str:
    """Lower case, straight apostrophes, without the possessive."""
    return _plain.__wrapped__(text) if text and len(text) > _LONG else _plain(text or "")


_LONG = 200
"""Characters of a text that is not met again as a whole."""


@lru_cache(maxsize=65536)
def _plain(text: str) -> str:
    lowered = text.lower().replace("’", "'")
    return lowered.replace("'s", "").replace("s'", "s")


@lru_cache(maxsize=65536)
def concepts(text: str | None) -> frozenset[str]:
    """The concepts that a piece of text names, function words left out."""
    return frozenset(concept(word) for word in WORD.findall(plain(text)) if word not in _EMPTY and word not in _UNITS)


@lru_cache(maxsize=65536)
def numbers_in(text: str | None) -> frozenset[str]:
    """The figures that a description names ("on 9 November", "since 2011")."""
    return frozenset(_NUMBER.findall(text or ""))


@lru_cache(maxsize=65536)
def descriptions(text: str | None) -> frozenset[str]:
    """The concepts of a text besides people of any kind: what sets those who are counted apart from others."""
    kept = " ".join(word for word in WORD.findall(plain(text)) if word not in _CLASS)
    return concepts(kept) - {"people"}


@lru_cache(maxsize=65536)
def kinds_of_people(text: str | None) -> frozenset[str]:
    """Which kinds of people a piece of text names: forces, children, workers … The word people names none."""
    return frozenset(_CLASS[word] for word in WORD.findall(plain(text)) if word in _CLASS)


def likeness(left: Iterable[str], right: Iterable[str]) -> float:
    """How much of both sets the two share (Jaccard), from 0 to 1; 0 where both are empty."""
    mine, theirs = frozenset(left), frozenset(right)
    return len(mine & theirs) / len(mine | theirs) if mine or theirs else 0.0
