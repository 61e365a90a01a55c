"""Forms of words: past participles, what a verb does to those who are counted, and which nouns are people."""

from __future__ import annotations

from functools import lru_cache

from reconcile.extract.words.phrases import COMMON_VERBS, plural
from reconcile.extract.words.tokens import Token

_IRREGULAR = {
    "been": "was were",
    "beaten": "beat beats beating",
    "blown": "blew blows blowing",
    "broken": "broke breaks breaking",
    "brought": "brings bring bringing",
    "built": "build builds building",
    "burned": "burnt burn burns burning",
    "bought": "buy buys buying",
    "cast": "casts casting",
    "caught": "catch catches catching",
    "cut": "cuts cutting",
    "drawn": "drew draws drawing",
    "driven": "drove drives driving",
    "dug": "digs digging",
    "fed": "feeds feeding",
    "flown": "flew flies flying",
    "found": "finds find finding",
    "freed": "free frees freeing",
    "given": "gave gives giving",
    "held": "hold holds holding",
    "hit": "hits hitting",
    "hurt": "hurts hurting",
    "kept": "keep keeps keeping",
    "laid": "lays laying",
    "left": "leave leaves leaving",
    "let": "lets letting",
    "lost": "lose loses losing",
    "made": "make makes making",
    "met": "meet meets meeting",
    "overrun": "overran overruns overrunning",
    "paid": "pay pays paying",
    "seen": "saw sees seeing",
    "sent": "send sends sending",
    "shot": "shoot shoots shooting",
    "slain": "slew slay slays slaying",
    "run": "ran runs running",
    "sold": "sell sells selling",
    "spent": "spend spends spending",
    "stolen": "stole steal steals stealing",
    "struck": "strike strikes striking",
    "sunk": "sank sinks sinking",
    "swept": "sweep sweeps sweeping",
    "taken": "took take takes taking",
    "thrown": "threw throws throwing",
    "torn": "tore tears tearing",
    "told": "tell tells telling",
    "used": "use uses using",
    "withdrawn": "withdrew withdraws withdrawing",
    "won": "win wins winning",
}
_PARTICIPLE_OF = {form: participle for participle, forms in _IRREGULAR.items() for form in forms.split()}
PAST = frozenset(form for form in _PARTICIPLE_OF if not form.endswith(("ing", "s")))
"""Past forms that are no participles: "took", "overran"."""

_PARTICIPLES = (frozenset(_IRREGULAR) | {"burnt", "frozen", "hidden", "chosen", "bitten", "shaken", "hung"}) - {"been"}
_NO_PARTICIPLE = frozenset("need speed indeed hundred naked sacred wicked crooked unarmed aged armed".split())
STATES = frozenset(
    """
        dead alive missing ill sick unwell homeless unharmed unhurt unaccounted inside aboard safe critical stable
        hostage open closed dark trapped fit absent present eligible due entitled
    """.split()
)
"""Words behind a form of "to be" that say how those who are counted are."""

PARTICLES = frozenset("on off out up down over away back apart dead alive hostage ill captive sick free in".split())
"""Words that belong to the verb before them: "shot dead", "fired on", "taken ill"."""


_DEEDS = """
    bury seize abduct kidnap injure detain evacuate displace destroy demolish infect deport expel raze execute behead
    uproot evict imprison indict assassinate confiscate recapture devastate sicken incinerate hospitalise hospitalize
    apprehend slaughter maim drown free save sack shed axe slash recover retrieve
"""
_SHARED = """
    wreck trap strand wound rescue arrest release murder capture suspend dismiss flatten level topple gut crush bomb
    shell loot massacre poison lynch jail
"""


def _third(verb: str) -> str:
    if verb.endswith("y"):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("sh", "ch", "s", "x")) else "s")


def _past(verb: str) -> str:
    if verb == "shed":
        return "shed"
    return verb[:-1] + "ied" if verb.endswith("y") else verb.removesuffix("e") + ("ped" if verb == "trap" else "ed")


DEED_FORMS = {verb: _past(verb) for verb in _DEEDS.split()}
DEED_FORMS |= {_third(verb): _past(verb) for verb in f"{_DEEDS} {_SHARED}".split()}
"""Present forms of what is done to people and things, as headlines have them, and their participles."""
_PARTICIPLE_OF |= DEED_FORMS
DEEDS = {
    verb: attribute
    for attribute, verbs in {
        "attendance": "rally march protest demonstrate gather assemble parade converge",
        "displaced": "flee",
        "deaths": "perish drown die",
        "missing": "vanish disappear",
        "cases": "sicken",
    }.items()
    for verb in verbs.split()
}
"""What a bare number does in a headline: "5,000 march against tax", "3,000 flee wildfire"."""


def participle(low: str) -> str | None:
    """The past participle of a verb form; None for a word that is no form of a verb as far as its letters tell.

    >>> participle("killing"), participle("holds"), participle("shot"), participle("bridge")
    ('killed', 'held', 'shot', None)
    """
    if low in _PARTICIPLES:
        return low
    if low in _PARTICIPLE_OF:
        return _PARTICIPLE_OF[low]
    if low in _NO_PARTICIPLE:
        return None
    if low.endswith("ed") and len(low) > 4:
        return low
    if low.endswith("ying") and len(low) > 5 and low[-5] not in "aeou":
        return low[:-4] + "ied"
    if low.endswith("ing") and len(low) > 5:
        return low[:-3] + "ed"
    return low if low in COMMON_VERBS else None


def passive(token: Token) -> bool:
    """Whether a word can be a past participle: "killed", "shot", "held"."""
    return token.low in _PARTICIPLES or (
        token.low.endswith("ed") and len(token.low) > 4 and token.low not in _NO_PARTICIPLE
    )


PEOPLE = frozenset(
    """
        people person persons men man women woman children child boys boy girls girl civilians civilian soldiers
        soldier troops police officers officer workers worker miners pupils students student passengers passenger
        residents resident villagers crew sailors fishermen pilgrims patients patient members member staff employees
        colleagues guards rebels militants fighters insurgents protesters victims victim survivors others families
        family tourists migrants refugees prisoners inmates detainees suspects suspect gunmen attackers hostages
        dead injured wounded missing babies infants teenagers cyclists skiers climbers hikers drivers driver
        pedestrians firefighters rescuers volunteers nurses doctors medics servicemen policemen households families
        cook cooks chef chefs clerk clerks maid maids captain captains judge judges ministers mayors deputies aides
        cadets recruits sentries marines conscripts captives pupil pupils apprentices nuns troopers deckhands
        farmers shoppers worshippers guests spectators fans players sisters brothers sons daughters relatives them
        us citizens nationals teachers monks nuns priests personnel
        cousin cousins uncle uncles aunt aunts nephew nephews niece nieces siblings husbands wives spouses twins kids
        teens toddlers newborns adults minors pensioners youths lads folk pirates bandits thieves vets scouts coaches
        guides brides nomads tribesmen jurors graduates candidates delegates magistrates associates advocates cadet
        herdsmen crewmen deckhand clergy staffers exiles natives locals peasants serfs slaves addicts juveniles mps
        diplomats envoys monarchs bishops rabbis imams clerics acrobats athletes gymnasts celebrities invalids
        orphans widows widowers boatmen guerrillas partisans marine mercenaries legionaries paratroops reserves spies
        agents hostage captive evacuees commandos dissidents loyalists students suspects convicts felons thugs
        missionary missionaries dignitaries emissaries secretaries functionaries revolutionaries
        assistant assistants companion companions lifeguards lifeguard bodyguards bodyguard hooligans crowds mourners
        pupils spectators parents neighbours neighbors friends comrades cops sheriffs
    """.split()
)

EVENTS = frozenset(
    """
        accident ambush assault attack avalanche bombing blast breach clash clashes collapse collision crash cyclone
        derailment disaster earthquake election elections escape exchange explosion fire flood floods gunfight heist
        hurricane incident landslide leak march match massacre offensive outage outbreak protest quake raid rally
        referendum riot riots robbery sinking shelling shooting shootout spill stampede storm storming strike theft
        tornado tragedy tremor vote war wreck stoppage walkout blackout capsizing hijacking siege poisoning procession
        parade battle blaze breakout eruption mudslide grounding
    """.split()
)
"""Nouns for what happens on a day."""

_PEOPLE_ENDINGS = (
    "ers",
    "ors",
    "ists",
    "men",
    "women",
    "ians",
    "ees",
    "ants",
    "mates",
    "girls",
    "boys",
    "folk",
    "people",
    "er",
    "or",
    "ist",
    "ian",
    "ee",
    "man",
)
_NO_PEOPLE = frozenset(
    """
        papers paper numbers number centers center centres quarters quarter meters meter metres metre litres litre
        liters towers tower posters poster letters letter orders order helicopters helicopter shelters shelter
        containers container boosters trailers trailer computers computer printers servers server doors door floors
        floor motors motor tractors tractor reactors reactor generators generator sectors sector factors factor
        errors error mirrors mirror corridors corridor plants plant restaurants restaurant warrants grants grant
        elephants tanker tankers bombers cruisers cruiser freighters freighter rivers river layers layer craters
        crater barriers barrier borders border corners flowers shoulders fingers scooters scooter trees tree
        degrees degree employees-list banners banner drawers chambers chamber trawlers trawler carriers carrier
        cylinders cylinder powers power members-only disasters disaster matters matter offers offer fees fee
        committees committee trucker-loads lockers routers scanners scanner filters filter monsters theaters
        theater theatres launchers launcher mortars mortar levers covers cover winters winter summers summer
        murders murder rollers sensors vectors doctorates transformers transformer burger burgers beer car
        further altogether year air water fear manner matter order either other rather however whether another under
        over
    """.split()
)


@lru_cache(maxsize=1 << 15)
def human(noun: str | None) -> bool | None:
    """Whether a noun names people: True where it does, False where its form tells that it does not, else None."""
    if noun is None:
        return None
    low = noun.lower()
    if low in PEOPLE:
        return True
    if low in _NO_PEOPLE:
        return False
    if low.endswith(_PEOPLE_ENDINGS) and len(low) > 4:
        return True
    return None


def singular(noun: str) -> str:
    """A plural noun in the singular, near enough: "villages" is "village"."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if plural(noun) and noun.endswith("s") else noun


GENERIC = frozenset(
    """
        man woman suspect person defendant accused boy girl teenager teen youth gunman attacker assailant detainee
        prisoner inmate individual perpetrator offender culprit adult pensioner
    """.split()
)
"""Nouns that may stand for a person who has been described otherwise before."""
