"""Words of sources' names: for those who speak, for bodies, offices and companies, and for no one in particular."""

from __future__ import annotations

from reconcile.resolve.words.terms import word_set

TITLES = word_set(
    "mr mrs ms miss dr prof professor sir lord lady dame gen general maj major col colonel lt lieutenant capt captain "
    "sgt sergeant rear adm admiral chief inspector commander brigadier father sister judge sheriff ret "
    "superintendent detective constable commodore "
)
SPEAKERS = word_set(
    "spokesman spokeswoman spokesperson spokespeople head leader director president chairman chairwoman chair chief "
    "secretary member members official officials representative commissioner officer boss manager "
    "managing executive ceo founder coordinator senior management headmaster headmistress headteacher "
    "press statement release communique service report spokespersons officers"
)
"""Words for the person who speaks; what remains of "the council's leader" is the body, the council."""
RANKS = word_set("deputy vice assistant acting former ex outgoing retired junior second")
KINDS = {
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
KIND = {word: kind for kind, words in KINDS.items() for word in words.split()}
ORDINALS = {
    word: f"{number}{ending}"
    for number, (word, ending) in enumerate(
        [
            *(("first", "st"), ("second", "nd"), ("third", "rd")),
            *((word, "th") for word in ("fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")),
        ],
        1,
    )
}
NOBODY = word_set(
    "officials official witnesses witness residents resident sources source reports report experts expert activists "
    "activist people person locals villagers villager survivors survivor relatives relative families family parents "
    "parent insurers rescuers rescuer doctors doctor medics medic estimates observers observer media some others "
    "analysts analyst scientists scientist study survey neighbours neighbors neighbour neighbor investigators "
    "investigator technicians technician mechanic nurse nurses teacher teachers farmer farmers driver drivers "
    "passenger passengers worker workers lawyer lawyers spokesman spokeswoman spokesperson leader leaders man woman "
    "men women student students volunteer volunteers guard guards soldier soldiers fisherman fishermen shopkeeper "
    "shopkeepers trader traders colleague colleagues friend friends brother sister mother father "
    "clerk clerks employee employees insider insiders porter porters bookkeeper cleaner receptionist"
)
"""Words for no one in particular: they mean the same people only within one document."""
FILLERS = word_set("the a an of for and in at by from with on local our his her its their one two three several many")
AREAS = word_set("national regional provincial district city town county federal central")
FORMS = word_set("ltd limited inc plc gmbh sa se ag nv bv spa srl llc corp corporation co group holding holdings")
"""Legal forms of companies: "Halden Mining plc" is a company, and "the company" may mean it."""
FIRMS = word_set(
    "railway railways railroad airline airlines carrier bank retailer brewery shipyard maker developer contractor "
    "utility broadcaster"
)
"""Sorts of companies, so that "the company" may mean the state railway."""
BY_RANK = {
    "inspector": "police",
    "superintendent": "police",
    "detective": "police",
    "constable": "police",
    "admiral": "navy",
    "adm": "navy",
    "commodore": "navy",
}
"""Ranks that tell the service of an officer of whom no body is stated."""
BODY_WORDS = word_set(
    "council ministry police company union hospital clinic party association federation commission committee board "
    "bank university college school museum trust court embassy brigade army navy military force forces command agency "
    "authority department office institute foundation railway airline airport port prefecture municipality fire "
    "coastguard corps battalion regiment division garrison government chamber club institution inspectorate "
    "secretariat bureau service network front coalition alliance movement church hotel hotels"
)
"""Words that tell of a body that several people can speak for."""
SORTS = word_set(
    "council ministry police union hospital clinic party association federation commission committee board bank "
    "university college school museum court embassy brigade army navy church battalion regiment"
)
"""Sorts of bodies: a union of the police is not the police."""
MANY = word_set("hospital clinic company school college university brigade battalion regiment church hotel hotels")
"""Sorts of bodies of which an event may well have several: without a name they tell nothing of whose people speak."""
OFFICES = word_set(
    "mayor governor prosecutor parliament assembly senate congress minister coroner premier opposition community "
    "religious tribal village rebel militia business political civic student"
)
"""Offices, chambers and groups: what they are called is shared by people who do not speak for each other."""
BODY_SAID = word_set(
    "company firm owner operator employer enterprise caterer manufacturer airline railway carrier agency authority "
    "ministry council union trust bank group maker developer contractor charity newspaper broadcaster department "
    "utility association "
)
"""Last words of an apposition that tell of a body, not a person: "Suvarna Agro, the operator"."""


ROLES = SPEAKERS | TITLES | RANKS | NOBODY | KIND.keys()


AUTHORITIES = word_set(
    "police sheriff fire firefighters brigade rescue rescuers coastguard ambulance paramedics hospital hospitals "
    "clinic clinics health doctors medics ministry minister government governor council councillor prefecture prefect "
    "district county province provincial municipality administration administrator mayor magistrate authority "
    "authorities officials official civil disaster emergency prosecutor prosecutors coroner inspectorate investigation "
    "investigators secretary registry office commission inspector superintendent"
)
"""Those who count victims for everybody: services, hospitals and public offices."""
COMPANIES = FORMS | FIRMS | word_set("company owner operator employer airline")
"""Words for a company."""
FORCES = word_set(
    "army military defence defense navy forces troops general colonel rebel rebels militia insurgents union opposition "
    "party activists campaign company owner operator lawyer lawyers family families relatives former retired unnamed"
)
"""Words that make a counter a party to the event, or no office at all."""
