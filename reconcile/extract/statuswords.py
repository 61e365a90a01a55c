"""Words of legal status: which verbs and phrases name which step of a case, and what makes them mean another thing."""

from __future__ import annotations

import re

from reconcile.extract.phrases import BE

STEMS = (
    *("arrest", "detain", "charge", "indict", "convict", "guilty", "sentence", "jailed", "jails", "imprison", "acquit"),
    *("cleared", "released", "freed", "bail", "custody", "on trial", "wanted", "remand", "faces ", "facing ", "held "),
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
}
PHRASES = {
    ("found", "guilty"): "convicted",
    ("found", "not", "guilty"): "acquitted",
    ("taken", "into", "custody"): "detained",
    ("in", "custody"): "detained",
    ("placed", "under", "arrest"): "arrested",
    ("on", "trial"): "on trial",
    ("put", "on", "trial"): "on trial",
}
"""What stands behind a form of "to be"."""
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
    }.items()
    for form in forms.split()
}
NOUNS = frozenset("arrest charge charges convict convicts jail sentence sentences release releases free".split())
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
    r"\b(?:bail|custody|jail|prison|charge[sd]?|police|detention|arrest(?:ed)?|questioning|parole|cells?|remand)\b",
    re.I,
)
HELD = re.compile(
    r"\s*(?:in (?:police )?custody|for questioning|on suspicion|over |by (?:the )?police|without (?:charge|bail))"
)
CHARGED = re.compile(r"\s*(?:with|over|in|after|on|under|for|by|as|$|[.,;”\"])(?!\s+the\s+(?:task|job|duty))", re.I)
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
