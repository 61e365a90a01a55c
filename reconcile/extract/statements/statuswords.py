"""Words of legal status: which verbs and phrases name which step of a case, and what makes them mean another thing."""

from __future__ import annotations

import re

from reconcile.extract.words.phrases import BE

STEMS = (
    *("arrest", "detain", "charge", "indict", "convict", "guilty", "sentence", "jailed", "jails", "imprison", "acquit"),
    *("cleared", "released", "freed", "bail", "custody", "on trial", "wanted", "remand", "faces ", "facing ", "held "),
    *(
        "let out",
        "let go",
        "set free",
        "walked free",
        "went free",
        "behind bars",
        "in prison",
        "in jail",
        "in detention",
    ),
    *("on the run", "at large", "handed over", "picked up by", "led away", "in for questioning", "questioned"),
    *(
        "witness",
        "suspect",
        "accused of",
        "allowed ",
        "sent home",
        "under inv",
        "charges",
        "dropped",
        "withdrawn",
        "withdrew",
        "in court",
        "clears",
    ),
)
"""Pieces of words without one of which a sentence tells of no legal status."""

PASSIVE = {
    "arrested": "arrested",
    "rearrested": "arrested",
    "detained": "detained",
    "remanded": "detained",
    "held": "detained",
    "charged": "charged",
    "indicted": "indicted",
    "convicted": "convicted",
    "sentenced": "sentenced",
    "jailed": "sentenced",
    "imprisoned": "sentenced",
    "acquitted": "acquitted",
    "cleared": "acquitted",
    "released": "released",
    "freed": "released",
    "bailed": "released",
    "wanted": "wanted",
    "questioned": "questioned",
}
PHRASES = {
    ("found", "guilty"): "convicted",
    ("found", "not", "guilty"): "acquitted",
    ("taken", "into", "custody"): "detained",
    ("in", "custody"): "detained",
    ("placed", "under", "arrest"): "arrested",
    ("on", "trial"): "on trial",
    ("put", "on", "trial"): "on trial",
    ("under", "arrest"): "arrested",
    ("under", "house", "arrest"): "detained",
    ("in", "police", "custody"): "detained",
    ("back", "in", "custody"): "detained",
    ("in", "detention"): "detained",
    ("in", "jail"): "detained",
    ("in", "prison"): "detained",
    ("behind", "bars"): "detained",
    ("taken", "in", "for", "questioning"): "detained",
    ("picked", "up", "by", "police"): "detained",
    ("led", "away", "by", "police"): "detained",
    ("led", "away", "in", "handcuffs"): "detained",
    ("handed", "over", "to", "police"): "detained",
    ("handed", "over", "to", "the", "police"): "detained",
    ("let", "go"): "released",
    ("let", "out", "of"): "released",
    ("set", "free"): "released",
    ("allowed", "home"): "released",
    ("allowed", "to", "go"): "released",
    ("allowed", "to", "leave"): "released",
    ("sent", "home"): "released",
    ("on", "bail"): "released",
    ("out", "on", "bail"): "released",
    ("given", "bail"): "released",
    ("granted", "bail"): "released",
    ("on", "the", "run"): "wanted",
    ("at", "large"): "wanted",
}
"""What stands behind a form of "to be"."""
WALKED = {
    ("walked", "free"): "released",
    ("walks", "free"): "released",
    ("went", "free"): "released",
    ("goes", "free"): "released",
    ("appeared", "in", "court"): "in court",
    ("appears", "in", "court"): "in court",
    ("appeared", "before", "magistrates"): "in court",
    ("got", "bail"): "released",
    ("remains", "at", "large"): "wanted",
    ("remained", "at", "large"): "wanted",
}
"""What a person did, without a form of "to be"."""
PLEADED = frozenset("pleaded pled pleads plead".split())
ACTIVE = {
    form: status
    for status, forms in {
        "arrested": "arrest arrests arrested arresting",
        "detained": "detain detains detained detaining",
        "charged": "charge charges charged charging",
        "indicted": "indict indicts indicted",
        "convicted": "convict convicts convicted",
        "sentenced": "sentence sentences sentenced jail jails jailed",
        "acquitted": "acquit acquits acquitted",
        "released": "release releases released free frees freed",
        "questioned": "question questions questioned",
    }.items()
    for form in forms.split()
}
NOUNS = frozenset(
    "arrest charge charges convict convicts jail sentence sentences release releases free question questions".split()
)
"""Forms that are nouns or adjectives as well: verbs only in a headline or behind a plural subject."""
LAW = frozenset(
    """
        police officers detectives prosecutors prosecutor court courts judge judges jury jurors authorities agents
        troops soldiers army gendarmes tribunal investigators cops fbi customs they he she it sheriff deputies guards
        marshals magistrates magistrate rebels militants militia border security forces services service constables
    """.split()
)
"""Who arrests, charges or convicts; a company that charged its customers does not."""
CUSTODY = re.compile(
    r"\b(?:bail(?:ed)?|custody|jail|prison|charge[sd]?|police|detention|detained|arrest(?:ed)?|question(?:ing|ed)|parole|cells?"
    r"|remand)\b",
    re.I,
)
QUESTIONED = re.compile(
    r"\b(?:police|detectives?|officers|investigators|prosecutors?|sheriff|suspects?|witness|caution)\b", re.I
)
"""What tells that somebody was questioned as part of a case, and not by a parliament or a reporter."""
IN_A_CASE = re.compile(r"\b(?:arrest|detain|custody|jail|prison|charged|indicted|remand|in a cell)", re.I)
"""What tells that those just told of were held, so that "released" means freed."""
CHARGES = frozenset("charge charges case prosecution indictment proceedings count counts".split())
DROPPED = frozenset("dropped withdrawn withdrew dismissed discontinued drops drop".split())
NOT_ACCUSED = re.compile(r"\s*of (?:any|anything|wrongdoing|a crime)\b", re.I)
HELD = re.compile(
    r"\s*(?:in (?:police )?custody|in (?:a (?:police )?cell|jail|prison|detention)|for questioning"
    r"|on suspicion|over |by (?:the )?police|without (?:charge|bail))"
)
CHARGED = re.compile(
    r"\s*(?:(?:this|last|late|early|earlier|yesterday|today|formally|morning"
    r"|afternoon|evening|night|week|month|\w+day)\b ?){0,3}"
    r"(?:with|over|in|after|on|under|for|by|as|$|[.,;”\"])(?!\s+(?:the\s+(?:task|job|duty)|leading|running|finding|keeping|overseeing|rebuilding|reviewing))",
    re.I,
)
CHARGES_OF_PRICE = re.compile(r"\s*(?:[$€£\d]|extra|double|too|more|less|interest|fees?)")
WANTED = re.compile(r"\s*(?:by|for|in connection|on|over)\b")
UNREAL = frozenset("if unless whether until before after when once since without should were".split())
MODALS = frozenset("may might could would will shall should must can cannot can't couldn't won't wouldn't".split())
FINITE = (BE - {"being", "been", "be"}) | {"has", "have", "had"}
SOMEBODY = re.compile(
    r"\b(?:first (?:time|person|man|woman)|anyone|any person|nobody|no one|no-one|someone|somebody)\b", re.I
)
BEFORE_NOW = re.compile(
    r"\b(?:previously|formerly|once|years? (?:ago|earlier|before)|decades? ago|last year|the year before|"
    r"earlier (?:this|that|in the) year|"
    r"(?:a|an) (?:earlier|separate|similar|previous) )",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:in|since|of|from)\s(?:[A-Z][a-z]+\s)?(?P<year>(?:19|20)\d\d)\b")
