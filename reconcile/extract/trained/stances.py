"""Verbs and nouns that may tell what somebody says, thinks, wants or feels: what the tagger looks at, not what the
rules take for a cue.

One row is one addition. `classes` gives every form of a word its class.
"""

from __future__ import annotations

from reconcile.extract.voices.cues import VERBS, Force

_SPEAK = """
    accuse address advocate allude answer apologise apologize appeal applaud argue ask assail attack back bash
    blast boast brag call caution celebrate charge chide commend congratulate contend continue credit decry defend
    denounce deride detail discuss downplay echo elaborate endorse exclaim exhort extol fault forewarn grumble hail
    hint implore inquire interject invoke joke lambast lament laud lecture mention mock moan muse opine outline
    persuade plead point pose praise preach press profess propose protest question rage rail read rebuke recite
    recommend rehash relay remind request retort rip roast scoff scold sing slam signal spell spin spotlight
    stipulate summarise summarize swear talk tease thank tout trumpet unveil urge utter voice weigh whine yell
"""
_THINK = """
    accept acknowledge admire agree appreciate assess assume aspire care conceive consider contemplate decide deem
    desire determine discover distrust doubt dread dream envision estimate expect fathom favour favor feel figure
    forget foresee guess hate hope ignore imagine intend judge know learn like love mean misunderstand need notice
    perceive ponder predict prefer presume realise realize recognise recognize regard regret remember resent respect
    sense speculate suppose suspect trust understand value view wish wonder worry
"""
_ACT = """
    abandon abolish activate approve authorise authorize ban bar block cancel champion choose command commission
    commit concur counsel demand dictate direct disagree discourage dismiss embrace encourage enforce forbid force
    forgo grant guarantee honour honor instruct invite mandate nominate object offer oppose order permit plan pledge
    pressure prohibit promise promote propose publish pursue push ratify refuse release renounce resist resolve
    rule seek sponsor submit subscribe sue support threaten uphold veto vote warrant welcome
"""
_SHOW = """
    allow attest cite contain confirm demonstrate depict describe document enumerate feature illustrate imply
    indicate list portray prove reference reflect report reveal say show state suggest underline underscore
"""
_NOUNS = """
    accusation accusations allegation allegations announcement answer argument arguments assertion assertions
    assessment assurance assurances belief beliefs call calls claim claims comment comments complaint complaints
    conclusion conclusions confession contention criticism decision declaration demand demands denial description
    estimate estimates evidence expectation expectations fear fears finding findings forecast forecasts hint hope
    hopes idea impression indication insistence intention invitation invitations judgment judgement motion news
    notion opinion opinions opposition order orders pledge plan plans plea pleas prediction predictions
    proclamation projection promise promises proposal proposals proposition question questions recommendation
    recommendations refusal remark remarks reminder report reports request requests response retort rumour rumours
    rumor rumors ruling signal slogan speculation statement statements story stories suggestion suggestions support
    suspicion suspicions testimony theory threat threats tweet tweets view views vote vow warning warnings wish word
    words worry worries
"""
_IRREGULAR = {
    "feel": "feel feels felt feeling",
    "know": "know knows knew known knowing",
    "mean": "mean means meant meaning",
    "forget": "forget forgets forgot forgotten forgetting",
    "foresee": "foresee foresees foresaw foreseen",
    "forbid": "forbid forbids forbade forbidden forbidding",
    "choose": "choose chooses chose chosen choosing",
    "read": "read reads reading",
    "seek": "seek seeks sought seeking",
    "show": "show shows showed shown showing",
    "sing": "sing sings sang sung singing",
    "say": "say says said saying",
    "swear": "swear swears swore sworn swearing",
    "understand": "understand understands understood understanding",
    "misunderstand": "misunderstand misunderstands misunderstood",
    "uphold": "uphold upholds upheld upholding",
    "spell": "spell spells spelled spelt spelling",
    "spin": "spin spins spun spinning",
    "forgo": "forgo forgoes forewent forgone",
    "plan": "plan plans planned planning",
    "slam": "slam slams slammed slamming",
    "brag": "brag brags bragged bragging",
    "rip": "rip rips ripped ripping",
    "ban": "ban bans banned banning",
    "bar": "bar bars barred barring",
    "commit": "commit commits committed committing",
    "submit": "submit submits submitted submitting",
    "permit": "permit permits permitted permitting",
    "refer": "refer refers referred referring",
    "prefer": "prefer prefers preferred preferring",
}


def _forms(verb: str) -> list[str]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb].split()
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    stem = verb.removesuffix("e") if not verb.endswith("ee") else verb
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    past = verb + "d" if verb.endswith("e") else verb + "ed"
    return [verb, plural, past, (stem if not verb.endswith("ee") else verb) + "ing"]


def _classes() -> dict[str, str]:
    rows = (("act", _ACT), ("think", _THINK), ("show", _SHOW), ("speak", _SPEAK))
    found = dict.fromkeys(_NOUNS.split(), "noun")
    found |= {form: name for name, verbs in rows for verb in verbs.split() for form in _forms(verb)}
    forces = {Force.SAYS: "says", Force.FINDS: "finds", Force.DENIES: "denies", Force.MENTIONS: "mentions"}
    return found | {form: forces[force] for form, force in VERBS.items()}


CLASSES = _classes()
"""Every form of every such word, with its class; the tables of the rules come first."""
