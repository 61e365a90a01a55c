"""Tables of attribution: reporting verbs, nouns that name speakers, and nouns that stand for a figure.

One row is one addition: a new reporting verb is a word in one of the lists below.
"""

from __future__ import annotations

import re
from enum import Enum


class Force(Enum):
    """How much a cue needs beside itself before its subject counts as a source."""

    SAYS = "says"
    """Reports whatever its subject is: "said", "claims", "warned"."""
    FINDS = "finds"
    """Reports only with a speaker for a subject: "found", "put", "measured", "wants"."""
    DENIES = "denies"
    """Says that it is not so."""
    MENTIONS = "mentions"
    """Names a speaker without saying anything that could be checked: "doubts", "criticised"."""


_IRREGULAR = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote written writing",
    "think": "think thinks thought",
    "put": "put puts putting",
    "set": "set sets",
    "find": "find finds found",
    "show": "show shows showed",
    "speak": "speak speaks spoke spoken",
    "give": "give gives gave given",
    "see": "sees saw",
    "deny": "deny denies denied denying",
    "reply": "reply replies replied replying",
    "testify": "testify testifies testified testifying",
    "identify": "identify identifies identified",
    "tally": "tally tallies tallied",
    "certify": "certify certifies certified",
    "specify": "specify specifies specified",
    "clarify": "clarify clarifies clarified",
    "verify": "verify verifies verified",
    "notify": "notify notifies notified",
    "admit": "admit admits admitted admitting",
    "forecast": "forecast forecasts forecasted",
    "know": "knows knew",
    "peg": "peg pegs pegged pegging",
    "hear": "hears heard",
    "quip": "quip quips quipped",
    "cry": "cry cries cried crying",
    "grin": "grin grins grinned grinning",
    "sob": "sob sobs sobbed sobbing",
    "snap": "snap snaps snapped snapping",
    "rap": "rap raps rapped rapping",
    "swear": "swear swears swore sworn",
    "blog": "blog blogs blogged",
    "refer": "refer refers referred",
}

_SAYS = """say tell add state announce declare confirm claim report explain note insist maintain acknowledge admit argue
allege assert disclose write warn tweet testify estimate believe reckon predict
conclude recall recount stress emphasise emphasize observe remark caution complain concede contend counter quip reply
respond answer swear repeat reiterate comment advise notify inform assure clarify specify affirm stipulate
boast joke vow quote exclaim shout whisper mutter email broadcast blog proclaim underline rule charge decide agree
learn signal hint continue point"""
_FINDS = """put count find show measure speak record register list give cite identify compare want demand offer name
place set peg tally verify document expect calculate raise lower revise update correct assess value rate certify
hear see know suspect blame tie track appeal determine establish detect describe refer fear assume anticipate suggest
indicate mention reveal think guess project forecast promise pledge relate imply"""
_DENIES = "deny refute rebut disavow"
_MENTIONS = "doubt criticise criticize dismiss dispute reject welcome condemn challenge contradict"


def _forms(verb: str) -> list[str]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb].split()
    stem = verb.removesuffix("e")
    plural = verb + ("es" if re.search(r"(?:s|sh|ch|x|z)$", verb) else "s")
    return [verb, plural, stem + "ed", stem + "ing"]


def _table(*rows: tuple[str, Force]) -> dict[str, Force]:
    return {form: force for verbs, force in rows for verb in verbs.split() for form in _forms(verb)}


_MANNERS = """fume rage moan groan sigh sob laugh chuckle grin beam gush gasp thunder bellow yell snap growl smirk
enthuse muse marvel storm blast smile cry declaim intone rap sneer gloat"""

VERBS = _table(
    (_MANNERS, Force.SAYS),
    (_FINDS, Force.FINDS),
    (_MENTIONS, Force.MENTIONS),
    (_SAYS, Force.SAYS),
    (_DENIES, Force.DENIES),
)
"""Every form of every reporting verb, with its force."""

MANNERS = frozenset(form for verb in _MANNERS.split() for form in _forms(verb))
"""How something is said rather than that it is: these report only beside a quotation."""

RESEARCH = frozenset("questioned surveyed interviewed polled examined analysed analyzed sampled tested".split())
"""What those in `FINDERS` do to get their figures."""

VERBS |= dict.fromkeys(RESEARCH, Force.FINDS)

AMBIGUOUS = frozenset(
    """
        state states claim claims report reports note notes estimate estimates count counts list lists record
        records register registers name names place places set sets offer offers demand demands project projects
        value values rate rates document documents comment comments show shows forecast forecasts find finds track
        tracks blame warn remark remarks reply promise promises question questions challenge doubt doubts dispute
        disputes suspect suspects suspected put puts measure measures guess fear fears want wants broadcast
        update updates quote quotes posts
        rule rules charge charges signal signals hint hints point points
        appeal appeals
        email peg pegs raise pledge pledges stress saw know thought found counter tally compare see hear heard tie
        ties given set
    """.split()
)
"""Forms that are nouns or adjectives as well: verbs only where the word before can be their subject."""

NOBODIES = frozenset(
    "some someone somebody anyone anybody many others nobody everyone everybody people most few it's there".split()
)
"""Subjects that name no source: "some say 40"."""

TOLD = frozenset(
    "tell tells told telling inform informs informed notify notifies notified assure assured advise advised".split()
)
"""Verbs that take whom they address before what they say."""

ADDRESSED = TOLD | frozenset("warn warns warned warning remind reminds reminded".split())
"""Verbs that may name whom they address before what they say."""

BY_AGENT = frozenset(
    "named given quoted cited reported offered claimed said announced released published provided estimated stated "
    "confirmed believed counted recorded disclosed put issued posted compiled seen told informed advised assured "
    "warned expected predicted forecast projected anticipated".split()
)
"""Participles whose "by" names the source."""

CITES = frozenset("citing quoting".split())

OF_ONLY = frozenset("speak speaks spoke spoken".split())
"""Verbs that report only with "of": "the navy spoke of three"."""

GIVES = frozenset("give gives gave given offer offers offered".split())
"""Verbs that report only a figure right before the subject: "the 57 the port gave"."""

MOVES = frozenset(
    """
        raise raises raised lower lowers lowered revise revises revised update updates updated correct corrects
        corrected set sets place places placed rate rates rated cut name names named
    """.split()
)
"""Verbs that report only where a figure is their object: "lifted the count from 12 to 31"."""

FIGURE_OBJECTS = frozenset(
    """
        figure figures count toll tally estimate estimates total number numbers deaths dead death losses casualties
        it them value cost damage forecast reading readings projection tallies magnitude
        report roll list
    """.split()
)
"""What is raised or put at a figure."""

LOGS = frozenset(
    """
        record records recorded register registers registered rate rates rated track tracks tracked hear hears heard
        know knows knew
    """.split()
)
"""Verbs that need a body for a subject: a town that recorded 40 degrees is no source."""

FINDERS = frozenset(
    """
        expert experts investigator investigators study survey researcher researchers scientist scientists inquiry
        enquiry audit auditor auditors inspector inspectors inspectorate report poll analysis commission committee
        court review probe observers monitors doctors
        engineers coroner pathologist team university institute laboratory agency
        watchdog analysts inquest judge judges jury jurors magistrate magistrates tribunal
    """.split()
)
"""Subjects whose "found" reports a result; others find bodies and keys."""

NO_SPEECH_OBJECTS = frozenset(
    "responsibility life lives victory credit asylum victims emotion remorse mercy regret restraint".split()
)
"""Objects that make "claimed" and the like no report: "claimed responsibility", "claimed three lives"."""
REFUSED = frozenset(
    "request requests motion motions bail bond bonds appeal appeals application applications access entry permission "
    "parole visa visas petition petitions treatment admission asylum leave".split()
)
"""What a court or office denies without saying that anything is untrue."""

NEED_CLAUSE = frozenset(
    "suspect suspects suspected respond responds responded responding recall recalls recalled recalling hear "
    "hears heard know knows knew see sees "
    "saw answer answers answered repeat repeats repeated track tracks tracked rule rules ruled ruling charge charges "
    "charged charging decide decides decided deciding agree agrees agreed agreeing learn learns learned learning "
    "signal signals signalled signaled hint hints hinted continue continues continued continuing point points pointed "
    "pointing".split()
)
"""Verbs that report only before a clause or beside a quotation: a patrol "responded", a firm "recalled" kettles."""

FIGURE_NOUNS = frozenset(
    "figure figures count toll tally estimate estimates total number numbers offer claim data statistics tallies "
    "counts projection forecast assessment demand reckoning".split()
)
"""Nouns that make their owner the source: "the ministry's figure of 9"."""

SPEAKERS = frozenset(
    """
        official officials police policeman policewoman officer officers authorities authority ministry minister
        ministers government administration agency agencies army military navy force forces council councillor
        councillors mayor governor president premier chancellor secretary spokesman spokeswoman spokesperson
        spokespeople spokesmen chief director head commander general colonel captain lieutenant sergeant inspector
        detective prosecutor prosecutors judge court courts tribunal lawyer lawyers attorney solicitor union unions
        company firm operator owner owners employer employers manager managers management executive executives
        analyst analysts expert experts scientist scientists researcher researchers economist economists professor
        doctor doctors medic medics nurse nurses hospital hospitals clinic clinics paramedic paramedics rescuer
        rescuers firefighter firefighters brigade coastguard service services department office bureau committee
        commission institute university association federation organisation organization organisations organizations
        group groups ngo charity charities foundation witness witnesses resident residents neighbour neighbours
        neighbor neighbors villager villagers survivor survivors relative relatives family families parent parents
        mother father widow brother sister passenger passengers driver worker workers employee employees staff
        teacher teachers headteacher student students eyewitness eyewitnesses activist activists campaigner
        campaigners monitor monitors observer observers opposition rebel rebels insurgent insurgents militant
        militants guerrillas movement party parties senator lawmaker lawmakers deputy diplomat diplomats ambassador
        envoy consul embassy investigator investigators auditor auditors inspectorate insurer insurers bank banks
        broker brokers retailer retailers airline airlines railway port trust board regulator watchdog source
        sources study survey report reports poll census review audit inquiry enquiry investigation analysis record
        records document documents register logbook log statement bulletin newspaper daily magazine broadcaster
        television radio station channel media outlet outlets website master skipper crew crews pilot controller guard
        guards tribe elders elder leader leaders imam priest bishop engineer engineers technician technicians
        geologist seismologist seismologists meteorologist meteorologists forecaster forecasters meteorological met
        geological observatory centre center prefecture district province state county city municipality sheriff
        marshal warden ranger rangers farmer farmers fisherman fishermen trader traders mechanic historian author
        authors adviser advisor advisers consultant consultants caterer club promoter promoters organiser organisers
        organizer organizers estimates adviser taliban un epidemiologist virologist psychologist surgeon coroner
        grower growers sailor sailors miner miners digger diggers gravedigger herdsman herdsmen herder herders cook
        watch watchman patrol crewman boatswain ferryman midwife midwives caretaker porter matron abbot porters judge
        landlord landlady tenant tenants shareholder shareholders customer customers visitor visitors pupil pupils
        palace kremlin pentagon court-martial registry registrar treasury curator curators society militia junta
        consulate cabinet senate parliament prosecution defence jurors juror dispatcher dispatchers caller callers
        clerk clerks receptionist receptionists janitor janitors
        scholar scholars diver divers pollster pollsters
        trustees trustee chairman chairwoman chair vicar rabbi cleric clerics warlord captain captains skippers
        pilots brewery mill factory shipyard plant cooperative guild congregation constable constables detectives
        lieutenants deputies commissioner commissioners superintendent physician physicians therapist dentist
        enemy protection pathologist judges jury assessor assessors loss-adjuster hydrologist senators mps mp lord lady
        communique communiqué memo memorandum dispatch notice release briefing letter diary
        minutes ledger manifest archive archives files file log logs papers database tally tallies spreadsheet decree
        verdict ruling ordinance handout pamphlet leaflet advisory tweet
        prefect prefects pirates vet vets bandits monk monks nuns diocese marines
        airport airports airfield seaport dockyard depot barracks racecourse abattoir
        stadium station observatories
        prison prisons jail jails customs borough boroughs nursery mine mines colliery quarry refinery pit foundry farm
        estate plantation winery distillery bakery restaurant nightclub casino surgery pharmacy hospice mortuary
        crematorium cemetery railway railways faculty fleet squadron regime republic kingdom commune canton
        governorate village hamlet corps militias front zoo zoos troupe orchestra choir
        festival fair exhibition marathon tournament
        morgue morgues missionary missionaries dignitary dignitaries convent convents
        lifeguard lifeguards bodyguard bodyguards abbey
        clan clans tribes lobby lobbyists friend friends cousin uncle aunt nephew niece husband wife son daughter twin
        colleague colleagues classmate classmates comrade comrades roommate widower bride groom
        panel panels mission missions team teams unit units body bodies directorate council councils alliance alliances
        coalition league network networks fund syndicate secretariat taskforce presidency delegation delegations chamber
        congress assembly legislature ombudsman laboratory lab college academy headmaster headmistress inspectorates
        headquarters command garrison battalion regiment brigade consortium corporation corporations conglomerate
        subsidiary operators carrier carriers line shipper forwarder lender lenders pollster pollsters thinktank
        think-tank faction factions cartel gang gangs kidnappers captors hijackers separatists loyalists monarch
        crescent cross tribunal negotiator negotiators mediator mediators dockers miners unionists steward stewards
        undertaker undertakers statistician registrars surveyor surveyors pastor pastors chaplain archbishop
        patriarch ayatollah mullah mufti sheikhs chieftain headman headmen clansmen townspeople townsfolk
        parishioners islanders locals staffers aide aides insider insiders informant informants whistleblower veteran
        veterans lieutenant-general co-operative cooperatives museum gallery zoo theatre circus resort hotel hotels
        hostel school schools kindergarten orphanage monastery convent church mosque synagogue temple diocese
        parish ferry shipowner shipowners charterer shipbuilder utility utilities provider supplier suppliers vendor
        inquest inquests gendarmerie gendarmes constabulary carabinieri counsel barrister barristers advocate
        magistrates
        vendors wholesaler exporters importers producers producer breeder breeders beekeepers vintners winemakers
    """.split()
)
"""Head nouns that can be the source of a claim."""

SILENT_WITNESSES = frozenset(
    "footage video videos photo photos photograph photographs image images picture pictures".split()
)
"""What an outlet has looked at itself: no source."""

SELF = frozenset("i we you us our my one".split())
MESSAGES = frozenset(
    "statement letter communique figures numbers data statistics tweet message email post count tally total call roll "
    "bulletin release announcement calculations estimate estimates assessment order "
    "ruling decree notice memo".split()
)
"""Words for what somebody put out: their author is the source, "a statement from the dam operator"."""
HE_OR_SHE = frozenset("he she".split())
THINGS = frozenset("it they".split())

ROLES = frozenset(
    """spokesman spokeswoman spokesperson chief director head commander minister mayor governor president secretary
    prosecutor judge leader headteacher teacher economist analyst expert professor doctor medic nurse inspector
    superintendent detective magistrate officer captain lieutenant colonel general adviser advisor manager chairman
    chairwoman chair ceo owner mechanic labourer farmer driver councillor senator lawmaker ambassador envoy
    epidemiologist researcher scientist lawyer attorney sheriff coroner engineer paramedic sergeant constable
    deputy premier chancellor historian author founder principal editor resident witness survivor pilot master skipper
    neighbour neighbor mother father brother sister widow husband wife son daughter student worker activist
    campaigner organiser organizer fisherman villager imam priest bishop consultant surgeon pathologist geologist
    seismologist meteorologist forecaster employer insurer operator company firm caterer physician executive
    counsel barrister solicitor advocate admiral major marshal brigadier king queen prince monk nun vet warden ranger
    trader retailer""".split()
)
"""Words for what someone is: they may stand before or behind a name."""

TITLES = frozenset(
    """
        dr mr mrs ms miss prof professor rev lt capt col gen maj sgt adm cmdr supt insp det sen rep gov sir dame
        lord lady sister brother father rear vice brig cpl sheikh chief inspector captain colonel general major
        sergeant admiral
    """.split()
)
"""Titles that are no part of a person's name."""

AGENCIES = frozenset(
    "reuters ap afp dpa xinhua pti ansa efe upi ani tass interfax kyodo yonhap bloomberg pa apa anadolu".split()
)
