"""Short forms that an article itself introduces: "the National Flood Office (NFO)", "the Cattle Union, or WCU,"."""

from __future__ import annotations

import re

_INTRODUCED = re.compile(
    r"(?P<name>[A-Z][\w’'-]*(?: (?:(?:of|for|and|the|on|in|de|du|des|van) ){0,2}[A-Z][\w’'-]*){1,7})"
    r"(?: \((?:the |known as |or )?(?P<in>[A-Z][A-Za-z.&-]{1,9})\)|, or (?:the )?(?P<or>[A-Z]{2,9}),)"
)
_GLOSSED = re.compile(
    r"\b[Tt]he (?P<name>(?:[\w’'.-]+ ){1,4}?(?:agency|office|body|organi[sz]ation|programme|program|fund"
    r"|watchdog|regulator|union|service|authority|federation)),? (?:the )?\(?(?P<in>[A-Z]{3,9})\)?(?=[,) ])"
)
_SMALL = frozenset("of for and the on in de du des van".split())


def aliases(text: str) -> dict[str, str]:
    """Full names by the short form that stands behind them, where its letters are their initials.

    >>> aliases("The Harbour Safety Board (HSB) met.")
    {'HSB': 'Harbour Safety Board'}
    >>> aliases("The UN herring agency, UNHER, has moved.")
    {'UNHER': 'UN herring agency'}
    """
    found: dict[str, str] = {}
    for match in _INTRODUCED.finditer(text):
        short = match["in"] or match["or"]
        full = _fitting(match["name"].split(), short)
        if full:
            found.setdefault(short, full)
    for match in _GLOSSED.finditer(text):
        found.setdefault(match["in"], match["name"])
    return found


def _fitting(words: list[str], short: str) -> str | None:
    """The last words of a name whose initials are the letters of the short form."""
    letters = re.sub(r"[^A-Za-z]", "", short).upper()
    for start in range(len(words) - 1):
        part = words[start:]
        if part[0].lower() in _SMALL:
            continue
        large = "".join(w[0] for w in part if w.lower() not in _SMALL).upper()
        every = "".join(w[0] for w in part).upper()
        if letters in {large, every}:
            return " ".join(re.sub(r"[’']s$", "", w) for w in part)
    return None
