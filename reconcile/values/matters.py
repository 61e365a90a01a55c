"""What something is about: "a row over 40 jobs", "jailed over 12 deaths", where "over" bounds no figure."""

from __future__ import annotations

import re

_ABOUT = re.compile(
    r"\b(?:rows?|anger|angry|outrage|outraged|fury|furious|uproar|outcry|backlash|disputes?|feuds?|quarrels?|spats?"
    r"|controversy|scandals?|lawsuits?|prosecutions?|trials?|probes?|inquiry|inquiries|inquests?|criticism|criticised"
    r"|criticized|condemned|apology|apologi[sz]e[sd]?|dismay|grief|guilt|regret|shame|remorse|alarm|concerns?|concerned"
    r"|worry|worries|quits?|resign(?:s|ed|ation)?|steps down|stepped down|walkouts?)\s\Z",
    re.IGNORECASE,
)
"""Nouns and verbs that take no object, and go on with their matter."""
_PUNISHED = re.compile(
    r"\b(?:charged|indicted|jailed|imprisoned|fined|sued|sues|convicted|sentenced|arrested|arrests?|detained|held|tried"
    r"|questioned|accused|blamed|sacked|fired|suspended|banned|charges|prosecuted|punished|reprimanded|summoned|axed"
    r"|court|guilty|custody)\s\Z",
    re.IGNORECASE,
)
"""What is done to somebody, who may be counted behind it: "fined over 40 firms"."""
_DEED = re.compile(
    r"\s(?:(?!(?:people|men|women|persons|suspects|with|for|in|of|after|at|and)\b)[a-z’'-]+\s){0,2}"
    r"(?:deaths?|killings?|murders?|manslaughters|drownings?|fatalities|casualties|injuries|accidents?|crash(?:es)?"
    r"|collisions?|incidents?|leaks?|spills?|breaches|attacks?|assaults?|rapes?|thefts?|burglaries|robberies|offen[cs]es"
    r"|blasts?|explosions?|fires|shootings?|stabbings?|bombings?|poisonings?|disappearances|abductions|kidnappings"
    r"|complaints|allegations|violations|failures|errors|mistakes|blunders|scandals?|lies|tweets|emails|payments)\b",
    re.IGNORECASE,
)
_BACK = 24
"""Characters of the longest word and its blank before "over"."""


def is_matter(text: str, over: int, end: int) -> bool:
    """Whether the "over" at an offset names the matter of a dispute or a charge; the number behind it ends at `end`."""
    before = text[max(0, over - _BACK) : over]
    return bool(_ABOUT.search(before) or (_PUNISHED.search(before) and _DEED.match(text, end)))
